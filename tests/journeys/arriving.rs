//! The page while it is still coming: painted, read and filtered by as much of it as is there.

use anyhow::Context as _;
use xtask::server::{CONTENT_SECURITY_POLICY, Gate, Reply, Settings};

use crate::harness::{Journey, Outcome, Visitor, journeys};
use crate::static_page::{CARDS, cards_of};
use crate::steps::{READY, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    a_page_that_is_still_coming_is_read_and_filtered,
    a_start_that_is_still_coming_leads_to_a_priority,
    a_link_with_choices_shows_nothing_else_first,
];

/// What stands around a page that is still coming.
const AROUND: &str = "<!doctype html><link rel=icon href=data:,><title>Around</title><body><main></main>";

/// Opens an address of a host in a frame, because a driver waits with all it is told until a page has come. The host answers some
/// requests in its own way. What is clicked there is clicked by script, for the same reason.
async fn open_in_frame(
    visitor: &Visitor,
    policy: &str,
    path: &str,
    answer: impl Fn(&str) -> Option<Reply> + Send + Sync + 'static,
) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = policy.to_owned();
    settings.stand_in = Some(Box::new(move |request| match request.path.as_str() {
        "/around" => Some(Reply::new(200, "text/html", AROUND)),
        path => answer(path.rsplit('/').next()?),
    }));
    visitor.host(settings)?;
    visitor.open("around").await?;
    let frame = "const it = document.createElement('iframe'); it.src = arguments[0]; it.width = 390; it.height = 800; \
                 document.body.append(it)";
    visitor.evaluate(frame, vec![path.into()]).await.map(|_| ())
}

/// An expression of the page in the frame.
fn inside(expression: &str) -> String {
    format!("((document, getComputedStyle) => {expression})(frames[0].document, frames[0].getComputedStyle)")
}

/// The rest of the page is held back: `first-paint` in `tests/budgets.toml` says how few bytes come before that.
async fn a_page_that_is_still_coming_is_read_and_filtered(visitor: &Visitor) -> Outcome {
    let some = cards_of(visitor, "?priority=asb&view=list").await?;
    let gate = Gate::default();
    let held = gate.clone();
    open_in_frame(visitor, "", "/", move |name| {
        let page =
            std::fs::read_to_string(xtask::project::dist().join("index.html")).ok().filter(|_| name.is_empty())?;
        let mut reply = Reply::new(200, "text/html; charset=utf-8", page.as_str());
        (reply.before_gate, reply.gate) = (page.find(xtask::AFTER_FIRST_VIEW)?, Some(held.clone()));
        Some(reply)
    })
    .await?;
    let all = "document.querySelector('.cp-overview__all a[href=\"#cp-results-title\"]')";
    visitor.until("the start is there", &inside(&format!("document.body && {all}"))).await?;
    let painted = "frames[0].performance.getEntriesByName('first-contentful-paint').length > 0";
    visitor.until("it is painted", painted).await?;
    visitor.evaluate(&format!("return {}", inside(&format!("{all}.click()"))), vec![]).await?;
    visitor.until("the list is on show", &inside(&format!("document.body && {CARDS} > {some}"))).await?;
    visitor.evaluate("frames[0].document.querySelector('[name=priority][value=asb]').click()", vec![]).await?;
    visitor.until("the choice filters", &inside(&format!("{CARDS} === {some}"))).await?;
    assert!(read::<bool>(visitor, &inside("document.readyState === 'loading'")).await?, "the page is still coming");
    gate.open();
    visitor.until("the app is there, with the choice", &inside(&format!("{READY} && {CARDS} === {some}"))).await?;
    visitor.until("the address has it", "frames[0].location.search === '?priority=asb&view=list'").await
}

/// The rest of the page is held back: what is read first is there, and leads on.
async fn a_start_that_is_still_coming_leads_to_a_priority(visitor: &Visitor) -> Outcome {
    let cards = cards_of(visitor, "?priority=asb").await?;
    let gate = Gate::default();
    let held = gate.clone();
    open_in_frame(visitor, "", "/", move |name| {
        let page =
            std::fs::read_to_string(xtask::project::dist().join("index.html")).ok().filter(|_| name.is_empty())?;
        let mut reply = Reply::new(200, "text/html; charset=utf-8", page.as_str());
        (reply.before_gate, reply.gate) = (page.find(xtask::AFTER_FIRST_VIEW)?, Some(held.clone()));
        Some(reply)
    })
    .await?;
    let rows =
        "document.body && [...document.querySelectorAll('.cp-row')].filter(it => it.checkVisibility()).length === 7";
    visitor.until("the priorities are there", &inside(rows)).await?;
    assert_eq!(read::<usize>(visitor, &inside(CARDS)).await?, 0, "and no statement yet");
    visitor.evaluate("frames[0].document.querySelector('.cp-row[href=\"#cp-group-asb\"]').click()", vec![]).await?;
    let answers = "[...document.querySelectorAll('.cp-answers')].filter(it => it.checkVisibility()).length === 1
        && document.querySelector('#cp-group-asb').checkVisibility()";
    visitor.until("its page is on show", &inside(answers)).await?;
    // They stand further down, and may come after its head.
    visitor.until("with all its statements", &inside(&format!("{CARDS} === {cards}"))).await?;
    assert!(read::<bool>(visitor, &inside("document.readyState === 'loading'")).await?, "the page is still coming");
    gate.open();
    let stage = "document.querySelector('.cp__page[data-stage=priority]')";
    visitor
        .until("the app is there, on the same page", &inside(&format!("{READY} && {stage} && {CARDS} === {cards}")))
        .await?;
    visitor.until("the address has it", "frames[0].location.search === '?priority=asb'").await
}

/// Until the script that makes the choices is there, a link with choices shows nothing that they would take away; where the script
/// does not come, or the policy has no sum of the line in the page, all is shown.
async fn a_link_with_choices_shows_nothing_else_first(visitor: &Visitor) -> Outcome {
    const SHOWN: &str = "getComputedStyle(document.querySelector('.cp__page')).visibility === 'visible'";
    let some = cards_of(visitor, "?priority=asb").await?;
    let sum = CONTENT_SECURITY_POLICY.split([' ', ';']).find(|it| it.starts_with("'sha256-"));
    let sum = sum.context("the policy has no sum")?;
    let without = CONTENT_SECURITY_POLICY.replace(sum, "").replace("default-src", "frame-src 'self'; default-src");
    let with = CONTENT_SECURITY_POLICY.replace("default-src", "frame-src 'self'; default-src");
    for (policy, shown) in [(&with, false), (&without, true), (&with, true)] {
        let gate = Gate::default();
        let held = gate.clone();
        open_in_frame(visitor, policy, "/?priority=asb", move |name| {
            let script = std::fs::read(xtask::project::dist().join(name)).ok().filter(|_| name.starts_with("boot-"))?;
            let mut reply = Reply::new(200, "text/javascript", script);
            reply.gate = Some(held.clone());
            Some(reply)
        })
        .await?;
        let there = "document.readyState === 'interactive' && document.querySelector('.cp__page .cp-results') !== null";
        let as_it_should = format!("{there} && ({SHOWN}) === {shown}");
        visitor.until("nothing that goes is shown, or all", &inside(&as_it_should)).await?;
        gate.open();
        visitor.until("the app is there, with the choice", &inside(&format!("{READY} && {CARDS} === {some}"))).await?;
        if policy == &without {
            // The browser says that it did not run the line.
            visitor.take_console().await?;
        }
    }
    Ok(())
}
