//! The page before the app, without it, and after it: readable, filterable, and taken over without a jolt.

use std::time::Duration;

use anyhow::Context as _;
use xtask::server::{CONTENT_SECURITY_POLICY, Gate, Reply, Settings};

use crate::harness::{
    Aspect, Journey, Key, Outcome, Visitor, button, checkbox, css, field, heading, journeys, link, role,
};
use crate::plan::{all_priorities, of_wards, priorities, whole_list};
use crate::steps::{READY, begin, is_ticked, on_show, read, shows, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    without_script_all_is_there_and_filters_work,
    without_script_a_link_shows_one_thing_alone,
    a_ward_is_chosen_without_script,
    on_a_phone_without_script_filters_open_and_close,
    wasm_refused_by_the_policy_leaves_a_page_that_works,
    wasm_cut_half_way_leaves_a_page_that_works,
    wasm_of_a_wrong_type_starts_all_the_same,
    an_address_shows_its_results_before_the_app,
    what_was_done_before_the_app_came_is_kept,
    the_order_is_told_and_kept,
    choices_work_where_the_address_cannot_be_written,
    a_page_that_was_scrolled_stays_where_it_was,
    nothing_moves_when_the_app_comes,
    the_page_goes_on_when_the_program_ends,
    open_filters_close_when_the_program_ends,
    the_frame_page_is_for_frames,
    charts_are_pictures_without_script,
];

/// How many cards of results are on show.
pub(crate) const CARDS: &str =
    concat!("[...document.querySelectorAll('.cp-results .cp-card')].filter(", on_show!(), ").length");
/// The page is there, and the program is on its way.
pub(crate) const LOADING: &str = "document.querySelector('[data-live] .cp__page[data-state=loading]')";
/// Something that the program relies on breaks.
const BROKEN: &str = "(window.whole = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'), \
     Object.defineProperty(Node.prototype, 'textContent', { set: undefined }), true)";
const MENDED: &str = "(Object.defineProperty(Node.prototype, 'textContent', window.whole), true)";
/// What is said where no app is.
const NO_APP: &str = "This page does without its search and its counts here";

/// How many cards the app shows for an address.
pub(crate) async fn cards_of(visitor: &Visitor, path: &str) -> anyhow::Result<usize> {
    begin(visitor, path).await?;
    read(visitor, CARDS).await
}

/// Goes to the page whose program comes when the gate is opened.
pub(crate) async fn set_out(visitor: &Visitor, path: &str) -> anyhow::Result<Gate> {
    let gate = Gate::default();
    visitor.host(late(&gate))?;
    goes_to(visitor, path).await?;
    anyhow::ensure!(
        read::<bool>(visitor, &format!("{LOADING} !== null")).await?,
        "the program came before the gate was opened"
    );
    Ok(gate)
}

/// Goes to a page that has not all that it loads, and waits until it is there.
pub(crate) async fn goes_to(visitor: &Visitor, path: &str) -> Outcome {
    let address = visitor.site().address();
    // Not by the driver, which may wait until everything is loaded.
    visitor.evaluate("location.assign(arguments[0])", vec![format!("{address}{path}").into()]).await?;
    // Each host has an origin of its own, so this is not the page before.
    let there = format!("location.href.startsWith('{address}') && ({LOADING} ?? {READY})");
    visitor.until("the page is there", &there).await
}

/// A host that answers some requests in its own way; `None` stands for the file as it is.
fn host(answer: impl Fn(&str, Reply) -> Option<Reply> + Send + Sync + 'static) -> Settings {
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in = Some(Box::new(move |request| {
        let name = request.path.rsplit('/').next()?;
        let is_wasm = name.starts_with("plan-explorer-") && name.contains("_bg.");
        let bytes = std::fs::read(xtask::project::dist().join(name)).ok().filter(|_| is_wasm)?;
        answer(name, Reply::new(200, "application/wasm", bytes))
    }));
    settings
}

/// A host whose wasm waits for the gate.
fn late(gate: &Gate) -> Settings {
    let gate = gate.clone();
    host(move |_, mut wasm| {
        wasm.gate = Some(gate.clone());
        Some(wasm)
    })
}

async fn without_script_all_is_there_and_filters_work(visitor: &Visitor) -> Outcome {
    let all = cards_of(visitor, "?view=list").await?;
    let some = cards_of(visitor, "?priority=asb&view=list").await?;
    let few = cards_of(visitor, "?priority=asb&partner=police").await?;
    assert!(all > some && some > few && few > 0);
    visitor.without_script().await?;
    visitor.open("").await?;
    assert_eq!(read::<usize>(visitor, CARDS).await?, 0, "the start is short here, too");
    if visitor.has(Aspect::Scriptless) {
        visitor.sees(NO_APP).await?;
    }
    visitor.click(link(&whole_list())).await?;
    visitor.until("all is there", &format!("{CARDS} === {all}")).await?;
    assert_eq!(visitor.count(button("Search")).await?, 0, "what needs the app is not there");
    tick(visitor, "Anti-social behaviour").await?;
    visitor.until("the priority filters", &format!("{CARDS} === {some}")).await?;
    tick(visitor, "Police").await?;
    visitor.until("the partner filters", &format!("{CARDS} === {few}")).await?;
    visitor.click(button("Clear all choices").within(".cp-chosen")).await?;
    visitor.until("all is back", &format!("{CARDS} === {all}")).await?;
    visitor.click(css("summary").within(".cp-results .cp-card").number(1)).await?;
    visitor.sees("Word for word").await?;
    visitor.click(link("The plan").within("nav")).await?;
    visitor.click(link("Full text").within("nav")).await?;
    visitor
        .until(
            "the full text is in sight",
            "Math.abs(document.querySelector('#cp-view-text').getBoundingClientRect().top) < 200",
        )
        .await?;
    Ok(())
}

async fn a_ward_is_chosen_without_script(visitor: &Visitor) -> Outcome {
    let castle = cards_of(visitor, "?ward=castle").await?;
    visitor.without_script().await?;
    visitor.open("").await?;
    visitor.click(link("My ward").within("nav")).await?;
    // Without opening its list: letters typed for a list that opens late are lost.
    visitor.tab_to(field("Your ward")).await?;
    visitor.type_keys("Castle").await?;
    visitor.until("it is chosen", "[...document.querySelectorAll('select')].some(it => it.value === 'castle')").await?;
    visitor.click(link(&of_wards("?ward=castle"))).await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    visitor.until("the ward filters", &format!("{CARDS} === {castle}")).await
}

async fn on_a_phone_without_script_filters_open_and_close(visitor: &Visitor) -> Outcome {
    visitor.without_script().await?;
    visitor.screen(390, 800).await?;
    visitor.open("").await?;
    visitor.check_no_sideways_scrolling().await?;
    visitor.tap(link(&whole_list())).await?;
    visitor.until("the list is there", &format!("{CARDS} > 80")).await?;
    visitor.check_no_sideways_scrolling().await?;
    let all = read::<usize>(visitor, CARDS).await?;
    visitor.tap(link("Filter").within(".cp-bar")).await?;
    visitor.tap(checkbox("Anti-social behaviour*")).await?;
    visitor.tap(link("Show the results").within(".cp-filters")).await?;
    visitor.until("fewer are shown", &format!("{CARDS} < {all} && {CARDS} > 0")).await?;
    // The tick alone leaves fewer: this is what the link does after it.
    visitor.until_count(checkbox("Anti-social behaviour*"), 0).await
}

async fn works_without_the_app(visitor: &Visitor, some: usize) -> Outcome {
    visitor.open("").await?;
    visitor.sees(NO_APP).await?;
    visitor.click(link("read its statements")).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.until("the priority filters", &format!("{CARDS} === {some}")).await?;
    assert_eq!(visitor.query().await?, "?priority=asb&view=list#cp-results-title");
    visitor.reload().await?;
    visitor.until("the choice is still there", &format!("{CARDS} === {some}")).await?;
    assert!(is_ticked(visitor, "Anti-social behaviour").await?);
    visitor.check_accessibility_here().await?;
    // So is a link that somebody sent.
    visitor.open("?priority=asb").await?;
    visitor.until("its page is there", ASB_ALONE).await?;
    visitor.until("with all its statements", &format!("{CARDS} === {some}")).await?;
    visitor.check_accessibility_here().await?;
    assert!(!visitor.take_console().await?.is_empty());
    Ok(())
}

/// The page of one priority, and nothing else, before the program or without it.
const ASB_ALONE: &str = "document.querySelector('#cp-group-asb').checkVisibility()
    && [...document.querySelectorAll('.cp-answers')].filter(it => it.checkVisibility()).length === 1
    && [...document.querySelectorAll('.cp-filters, .cp-overview, .cp-results__head, .cp-bar, .cp-partner, .cp-view')]
        .every(it => !it.checkVisibility())";

/// What is on show of the page: cards by the passage that they come from, in their order.
const SHOWN: &str = concat!(
    "[...document.querySelectorAll('.cp-results .cp-card')].filter(",
    on_show!(),
    ").map(it => it.dataset.entry)"
);

async fn without_script_a_link_shows_one_thing_alone(visitor: &Visitor) -> Outcome {
    let with_program = async |path: &str| -> anyhow::Result<Vec<String>> {
        begin(visitor, path).await?;
        read(visitor, SHOWN).await
    };
    let (asb, police) = (with_program("?priority=asb").await?, with_program("?partner=police").await?);
    visitor.without_script().await?;
    visitor.open("").await?;
    let sections = "[...document.querySelectorAll('[data-section]')].filter(it => it.checkVisibility()).map(it => it.dataset.section)";
    let rows = "[...document.querySelectorAll('.cp-row')].filter(it => it.checkVisibility()).length";
    assert_eq!(read::<usize>(visitor, rows).await?, 7);
    assert_eq!(read::<Vec<String>>(visitor, sections).await?, ["explore"]);
    // A priority, as with the program.
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.until("its page is there", ASB_ALONE).await?;
    assert_eq!(visitor.query().await?, "#cp-group-asb");
    assert_eq!(read::<Vec<String>>(visitor, SHOWN).await?, asb);
    for words in ["Is it getting better?", "Who leads?", "6 promised, 5 reported as done", "Call 101"] {
        visitor.sees(words).await?;
    }
    visitor.click(css("summary").within("[data-g=asb] .cp-card").number(1)).await?;
    visitor.sees("Word for word").await?;
    // A partner.
    visitor.click(link("Staffordshire Police").within("[data-g=asb] .cp-answers")).await?;
    visitor.until("its page is there", "document.querySelector('#cp-partner-police').checkVisibility()").await?;
    let heads = "[...document.querySelectorAll('.cp-partner, .cp-filters, .cp-overview, .cp-answers')].filter(it => it.checkVisibility()).length";
    assert_eq!(read::<usize>(visitor, heads).await?, 1, "one partner and nothing else");
    assert_eq!(read::<Vec<String>>(visitor, SHOWN).await?, police);
    // A view, and back to the start.
    for (name, section) in
        [("Figures", "figures"), ("Who does what", "partners"), ("The plan", "about"), ("Full text", "text")]
    {
        visitor.click(link(name).within("nav")).await?;
        visitor.until(&format!("{section} stands alone"), &format!("({sections}).join() === '{section}'")).await?;
    }
    visitor.click(link(&all_priorities())).await?;
    visitor.until("the start is there", &format!("{rows} === 7 && {CARDS} === 0")).await?;
    // Addresses that somebody sends.
    visitor.open("#cp-group-s1").await?;
    let titles =
        "[...document.querySelectorAll('.cp-group__title')].filter(it => it.checkVisibility()).map(it => it.id)";
    // A driver may come back before the page has gone to its place.
    let named = format!("({titles}).join() === 'cp-group-s1,cp-group-whole'");
    visitor.until_or_say("the priority stands alone", &named, titles).await?;
    visitor.open("#cp-view-glossary").await?;
    visitor.until_or_say("the view stands alone", &format!("({sections}).join() === 'glossary'"), sections).await?;
    visitor.open("#cp-results-title").await?;
    visitor.until_or_say("the list is whole", &format!("{CARDS} > 80"), CARDS).await
}

async fn wasm_refused_by_the_policy_leaves_a_page_that_works(visitor: &Visitor) -> Outcome {
    let some = cards_of(visitor, "?priority=asb&view=list").await?;
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(settings.policy, CONTENT_SECURITY_POLICY);
    visitor.host(settings)?;
    works_without_the_app(visitor, some).await
}

async fn wasm_cut_half_way_leaves_a_page_that_works(visitor: &Visitor) -> Outcome {
    let some = cards_of(visitor, "?priority=asb&view=list").await?;
    visitor.host(host(|_, mut wasm| {
        wasm.declared = Some(wasm.body.len());
        wasm.body.truncate(wasm.body.len() / 2);
        Some(wasm)
    }))?;
    works_without_the_app(visitor, some).await
}

async fn wasm_of_a_wrong_type_starts_all_the_same(visitor: &Visitor) -> Outcome {
    visitor.host(host(|_, wasm| Some(Reply::new(200, "application/octet-stream", wasm.body))))?;
    visitor.open("").await?;
    visitor.until("the app is there", READY).await
}

async fn an_address_shows_its_results_before_the_app(visitor: &Visitor) -> Outcome {
    let some = cards_of(visitor, "?priority=asb&partner=police").await?;
    let gate = set_out(visitor, "?priority=asb&partner=police").await?;
    visitor.until("its results are shown", &format!("{LOADING} && {CARDS} === {some}")).await?;
    gate.open();
    visitor.until("the app is there", READY).await?;
    assert_eq!(read::<usize>(visitor, CARDS).await?, some);
    assert_eq!(visitor.query().await?, "?priority=asb&partner=police");
    // A page of its own is that before the program, too, whatever others have put into the link.
    for path in
        ["?priority=asb", "?priority=asb&utm_source=newsletter", "?priority=asb,nope", "?priority=asb&order=plan"]
    {
        let gate = set_out(visitor, path).await?;
        visitor.until(&format!("the page of {path} is shown"), &format!("{LOADING} && {ASB_ALONE}")).await?;
        let before: Vec<String> = read(visitor, SHOWN).await?;
        gate.open();
        visitor.until("the app is there", READY).await?;
        assert_eq!(read::<Vec<String>>(visitor, SHOWN).await?, before, "{path}");
    }
    for path in ["?utm_source=newsletter", "?fbclid=1"] {
        let gate = set_out(visitor, path).await?;
        visitor.until(&format!("the start is shown for {path}"), &format!("{LOADING} && {CARDS} === 0")).await?;
        gate.open();
        visitor.until("the app is there", READY).await?;
        visitor.find(heading(&priorities())).await?;
    }
    let gate = set_out(visitor, "?view=glossary").await?;
    visitor
        .until(
            "the view stands alone",
            &format!("{LOADING} && !document.querySelector('.cp-results').checkVisibility()"),
        )
        .await?;
    gate.open();
    visitor.until("the app is there", READY).await?;
    visitor.find(heading("Words explained")).await.map(|_| ())
}

async fn what_was_done_before_the_app_came_is_kept(visitor: &Visitor) -> Outcome {
    visitor.slow_line().await?;
    let gate = set_out(visitor, "?view=list").await?;
    let opened = "document.querySelector('.cp-results .cp-card details[open]')";
    visitor.click(css("summary").within(".cp-results .cp-card").number(2)).await?;
    visitor.until("it opens", opened).await?;
    let words: String =
        read(visitor, &format!("{opened}.closest('.cp-card').querySelector('.cp-quote__words').textContent")).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.click(css("#cp-search")).await?;
    visitor.type_keys("tea").await?;
    assert!(read::<bool>(visitor, &format!("Boolean({LOADING})")).await?, "all that was done before the app came");
    gate.open();
    // Keys go on while the one takes the place of the other.
    for _ in 0..120 {
        visitor.type_keys("m").await?;
        visitor.press(Key::Backspace).await?;
        if read::<bool>(visitor, &format!("Boolean({READY})")).await? {
            break;
        }
    }
    visitor.until("the app is there", READY).await?;
    visitor.type_keys("m").await?;
    visitor.until("no key was lost", "document.querySelector('#cp-search').value === 'team'").await?;
    assert_eq!(read::<String>(visitor, "document.activeElement.id").await?, "cp-search");
    assert!(is_ticked(visitor, "Anti-social behaviour").await?);
    visitor.until("the search is done", "location.search.includes('q=team')").await?;
    let still: Vec<String> = read(visitor, "[...document.querySelectorAll('.cp-results .cp-card details[open]')].map(it => it.closest('.cp-card').querySelector('.cp-quote__words').textContent)").await?;
    assert_eq!(still.len(), 1);
    let start = |it: &str| it.chars().take(30).collect::<String>();
    assert_eq!(start(&still[0]), start(&words));
    Ok(())
}

/// The words of the order that is chosen.
const ORDER: &str =
    "[...document.querySelectorAll('.cp-order :checked')].map(it => it.parentElement.textContent).join()";

async fn the_order_is_told_and_kept(visitor: &Visitor) -> Outcome {
    for (path, order) in [("?view=list", "A to Z"), ("?order=plan&view=list", "As in the plan")] {
        begin(visitor, path).await?;
        assert_eq!(read::<String>(visitor, ORDER).await?, order);
    }
    let gate = set_out(visitor, "?view=list").await?;
    visitor.click(role("radio", "As in the plan")).await?;
    gate.open();
    visitor.until("the app is there", READY).await?;
    assert_eq!(read::<String>(visitor, ORDER).await?, "As in the plan");
    visitor.until("the address has it", "location.search === '?order=plan&view=list'").await
}

async fn choices_work_where_the_address_cannot_be_written(visitor: &Visitor) -> Outcome {
    let _gate = set_out(visitor, "?view=list").await?;
    visitor.evaluate("history.replaceState = () => { throw new Error('not here'); }", Vec::new()).await?;
    let before: usize = read(visitor, CARDS).await?;
    tick(visitor, "County lines").await?;
    visitor.until("fewer cards are shown", &format!("(it => it > 0 && it < {before})({CARDS})")).await
}

async fn a_page_that_was_scrolled_stays_where_it_was(visitor: &Visitor) -> Outcome {
    let gate = set_out(visitor, "?view=list").await?;
    let top = "[...document.querySelectorAll('.cp-group__title')].find(it => it.textContent.startsWith('County lines')).getBoundingClientRect().top";
    // What comes near is laid out only then, and may be less high than was thought.
    visitor
        .until("it is there and stays there", &format!("Math.abs({top} - 200) < 1 || void scrollBy(0, {top} - 200)"))
        .await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    visitor.until("it is there", &format!("Math.abs({top} - 200) < 1 || void scrollBy(0, {top} - 200)")).await?;
    let before: f64 = read(visitor, top).await?;
    gate.open();
    visitor.until("the app is there", READY).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after: f64 = read(visitor, top).await?;
    assert!((before - after).abs() < 2.0, "the heading was at {before} and is at {after}");
    // On another part, that part is what the app shows.
    let gate = set_out(visitor, "").await?;
    visitor.click(link("The plan").within("nav")).await?;
    visitor.click(link("Editor’s notes").within("nav")).await?;
    gate.open();
    visitor.until("the app is there", READY).await?;
    assert_eq!(visitor.query().await?, "?view=notes");
    visitor.find(heading("Editor’s notes")).await.map(|_| ())
}

async fn nothing_moves_when_the_app_comes(visitor: &Visitor) -> Outcome {
    for (width, height) in [(1280, 900), (390, 800)] {
        visitor.screen(width, height).await?;
        for path in [
            "",
            "?priority=asb",
            "?partner=police",
            "?view=list",
            "?priority=asb&ward=castle",
            "?view=figures",
            "?view=text",
        ] {
            let gate = set_out(visitor, path).await?;
            let listen = "(window.moved = [], new PerformanceObserver(list => list.getEntries().forEach(it => \
                 window.moved.push([it.value, it.hadRecentInput, it.sources.map(it => it.node?.className ?? '')]))\
                 ).observe({ type: 'layout-shift', buffered: true }), true)";
            read::<bool>(visitor, listen).await?;
            let places = "JSON.stringify([...document.querySelectorAll('h1, .cp-edition, .cp-hero, .cp-hero__back, .cp-search, nav, .cp-menu__parts, .cp-overview, .cp-row, .cp-bar, .cp-facet, .cp-view__title, .cp-results__head, .cp-group__title, .cp-answers__one, .cp-call__way, .cp-ways, .cp-list__title, .cp-card, .cp-partner')].filter(it => it.checkVisibility() && it.getBoundingClientRect().width > 1 && it.getBoundingClientRect().top < innerHeight).map(it => { const { top, left, width, height } = it.getBoundingClientRect(); return [it.className, top, left, width, height].join(' '); }).filter(it => !it.includes('cp-no-program')))";
            let before: String = read(visitor, places).await?;
            gate.open();
            visitor.until("the app is there", READY).await?;
            let after: String = read(visitor, places).await?;
            assert_eq!(before, after, "at {width} pixels, {path}");
            tokio::time::sleep(Duration::from_millis(300)).await;
            let moved: String = read(visitor, "JSON.stringify(window.moved)").await?;
            assert_eq!(moved, "[]", "at {width} pixels, {path}");
        }
    }
    Ok(())
}

async fn the_page_goes_on_when_the_program_ends(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.until("the choice is made", "location.search === '?priority=asb&view=list'").await?;
    let some = read::<usize>(visitor, CARDS).await?;
    read::<bool>(visitor, BROKEN).await?;
    visitor.click(checkbox("Police*")).await?;
    visitor.sees(NO_APP).await?;
    visitor.until("what was chosen is shown", &format!("(it => it > 0 && it < {some})({CARDS})")).await?;
    assert!(is_ticked(visitor, "Anti-social behaviour").await?);
    visitor.click(checkbox("Police*")).await?;
    visitor.until("the page filters", &format!("{CARDS} === {some}")).await?;
    assert!(!visitor.take_console().await?.is_empty());
    // A link leads on, and the page begins anew.
    visitor.click(link(&all_priorities())).await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.until("the page of a priority is there", ASB_ALONE).await?;
    visitor.click(link("Figures").within("nav")).await?;
    visitor.until("the figures are there", "document.querySelector('#cp-view-figures').checkVisibility()").await
}

async fn open_filters_close_when_the_program_ends(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    begin(visitor, "?view=list").await?;
    visitor.tap(button("Filter")).await?;
    read::<bool>(visitor, BROKEN).await?;
    visitor.tap(checkbox("Anti-social behaviour*")).await?;
    visitor.until("the program has ended", "document.querySelector('.cp__page').dataset.state === 'failed'").await?;
    // The second program goes on by itself.
    read::<bool>(visitor, MENDED).await?;
    let open = "document.querySelector('.cp-filters').checkVisibility()";
    visitor.until("the results are seen", &format!("!{open} && {CARDS} > 0")).await?;
    visitor.tap(css("#cp-filters-opener")).await?;
    visitor.until("they open", open).await?;
    visitor.tap(css(".cp-filters__close")).await?;
    visitor.until("they close", &format!("!{open}")).await?;
    assert!(!visitor.take_console().await?.is_empty());
    Ok(())
}

async fn the_frame_page_is_for_frames(visitor: &Visitor) -> Outcome {
    visitor.open("embed.html?priority=asb").await?;
    let shown = read::<usize>(visitor, CARDS).await?;
    let robots: String = read(visitor, "document.querySelector('meta[name=robots]').content").await?;
    assert_eq!(robots, "noindex");
    assert!(shown > 0);
    shows(visitor, shown).await
}

async fn charts_are_pictures_without_script(visitor: &Visitor) -> Outcome {
    visitor.without_script().await?;
    visitor.open("#cp-view-figures").await?;
    let pictures = "[...document.querySelectorAll('.cp-chart__still img')]";
    // Some stand under a line that opens: not every browser fetches a picture there.
    read::<bool>(visitor, "(document.querySelectorAll('.cp-closed-chart').forEach(it => it.open = true), true)")
        .await?;
    let count: usize = read(visitor, &format!("{pictures}.length")).await?;
    assert_eq!(count, 6, "one for each chart of the plan");
    let fits = format!("{pictures}.every(it => (it.scrollIntoView(), it.complete && it.naturalWidth > 0))");
    visitor.until("they are there", &fits).await?;
    // What they say is what the table beside them says.
    let is_it = |name: &str| name.starts_with("direction-of-travel-288-") && name.ends_with("svg");
    let mut files = std::fs::read_dir(xtask::project::dist().join("pictures"))?.flatten();
    let file = files.find(|it| is_it(&it.file_name().to_string_lossy())).context("it is there")?;
    let drawn = std::fs::read_to_string(file.path())?;
    let cells = "[...document.querySelectorAll('[data-part=direction-of-travel] tbody td:first-of-type')].map(it => it.textContent)";
    let changes: Vec<String> = read(visitor, cells).await?;
    assert_eq!(changes.len(), 6);
    for change in changes {
        assert!(drawn.contains(&change), "{change} is in the picture");
    }
    // They show the whole plan, and so go when something is chosen.
    visitor.click(link(&all_priorities())).await?;
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.click(link("Figures").within("nav")).await?;
    visitor.until("the figures are there", "document.querySelector('#cp-view-figures').checkVisibility()").await?;
    let seen = format!("{pictures}.filter(it => it.checkVisibility()).length");
    visitor.until("they are gone", &format!("{seen} === 0")).await
}
