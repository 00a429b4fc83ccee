//! The page while it is still coming: painted, read and filtered by as much of it as is there.

use xtask::server::{Gate, Reply, Settings};

use crate::harness::{Journey, Outcome, Visitor, journeys};
use crate::leaflet::{CARDS, READY, cards_of};
use crate::steps::read;

pub(crate) const JOURNEYS: &[Journey] = journeys![a_page_that_is_still_coming_is_read_and_filtered];

/// The rest of the page is held back: `first-paint` in `tests/budgets.toml` says how few bytes come before that. In a frame, because
/// a driver waits with all it is told until a page has come; and clicked by script, for the same reason.
async fn a_page_that_is_still_coming_is_read_and_filtered(visitor: &Visitor) -> Outcome {
    let some = cards_of(visitor, "?priority=asb").await?;
    let gate = Gate::default();
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = String::new();
    settings.stand_in = Some(Box::new({
        let gate = gate.clone();
        move |request| match request.path.as_str() {
            "/around" => Some(Reply::new(
                200,
                "text/html",
                "<!doctype html><link rel=icon href=data:,><title>Around</title><body>",
            )),
            "/" => {
                let page = std::fs::read_to_string(xtask::project::dist().join("index.html")).ok()?;
                let mut reply = Reply::new(200, "text/html; charset=utf-8", page.as_str());
                (reply.before_gate, reply.gate) = (page.find(xtask::AFTER_FIRST_VIEW)?, Some(gate.clone()));
                Some(reply)
            }
            _ => None,
        }
    }));
    visitor.host(settings)?;
    let around = format!("{}around", visitor.site().address());
    visitor.evaluate("location.assign(arguments[0])", vec![around.into()]).await?;
    visitor.until("there is a page around", "document.title === 'Around'").await?;
    let frame = "const it = document.createElement('iframe'); it.src = '/'; it.width = 390; it.height = 800; document.body.append(it)";
    visitor.evaluate(frame, vec![]).await?;
    let inside = |expression: &str| format!("(document => {expression})(frames[0].document)");
    visitor.until("the page begins", &inside(&format!("document.body && {CARDS} > {some}"))).await?;
    let painted = "frames[0].performance.getEntriesByName('first-contentful-paint').length > 0";
    visitor.until("it is painted", painted).await?;
    visitor.evaluate("frames[0].document.querySelector('[name=priority][value=asb]').click()", vec![]).await?;
    visitor.until("the choice filters", &inside(&format!("{CARDS} === {some}"))).await?;
    assert!(read::<bool>(visitor, &inside("document.readyState === 'loading'")).await?, "the page is still coming");
    gate.open();
    visitor.until("the app is there, with the choice", &inside(&format!("{READY} && {CARDS} === {some}"))).await?;
    visitor.until("the address has it", "frames[0].location.search === '?priority=asb'").await
}
