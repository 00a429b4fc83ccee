//! The custom element as a guest: loaded late, choosing through the host's address, coming and going without a trace.

use anyhow::Context as _;
use serde_json::json;
use xtask::server::CONTENT_SECURITY_POLICY;

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, css, heading, journeys, link, role};
use crate::hosts::{self, Host};
use crate::plan::{found, priorities, show, whole_list};
use crate::steps::{in_sight, read, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    nothing_is_loaded_before_it_comes_near,
    it_fits_into_the_page_of_the_host,
    choices_stand_under_one_key_of_the_hosts_address,
    a_deep_link_opens_what_it_names,
    back_goes_through_choices_where_the_host_wants_it,
    it_keeps_out_of_the_address_where_the_host_wants_it,
    a_router_of_the_host_is_found,
    a_host_with_a_title_gets_no_second_one,
    two_explorers_keep_their_choices_apart,
    attributes_can_change_at_any_time,
    what_is_chosen_is_told_to_the_host,
    a_second_copy_of_the_script_changes_nothing,
    it_can_be_moved_and_taken_away_and_put_back,
    coming_and_going_a_hundred_times_leaves_nothing,
    parts_are_filled_inside_it,
    without_webassembly_the_fallback_stands,
    the_quick_way_out_works_inside_it_only,
    the_filters_open_over_the_hosts_page,
];

/// The one element of the page.
const IT: &str = "document.querySelector('plan-explorer')";
/// What stands inside it.
const INSIDE: &str = "document.querySelector('plan-explorer').shadowRoot";

/// What was loaded of ours beside the script.
const LOADED: &str = "performance.getEntriesByType('resource').map(it => it.name.split('/').pop())
    .filter(it => /^plan-|^parts-/.test(it) && it !== 'plan-explorer.js').length";

async fn nothing_is_loaded_before_it_comes_near(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("far"), "").await?;
    visitor.until("the element is defined", "customElements.get('plan-explorer')").await?;
    visitor.sees("The community safety plan in plain words.").await?;
    // Longer than a frame, in which anything near would have begun to load.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert_eq!(read::<usize>(visitor, LOADED).await?, 0);
    let (height, screen): (f64, f64) =
        read(visitor, &format!("[{IT}.getBoundingClientRect().height, innerHeight]")).await?;
    assert!(height >= screen, "room is kept, so that nothing below it moves in sight: {height} of {screen}");
    visitor.hover(css("#below")).await?;
    hosts::is_ready(visitor).await?;
    visitor.until_or_say("its files are loaded", &format!("{LOADED} >= 3"), LOADED).await?;
    visitor.sees_no("The community safety plan in plain words.").await
}

async fn it_fits_into_the_page_of_the_host(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "").await?;
    hosts::is_ready(visitor).await?;
    visitor.find(heading(&priorities())).await?;
    assert_eq!(visitor.title().await?, "Blank");
    let count = |selector: &str| format!("{INSIDE}.querySelectorAll('{selector}').length");
    for foreign in ["h1", "main", "header", "style", "script:not([data-facts])", "[style]"] {
        assert_eq!(read::<usize>(visitor, &count(foreign)).await?, 0, "{foreign}");
    }
    assert_eq!(read::<usize>(visitor, &count("h2")).await?, 1);
    assert_eq!(
        read::<usize>(visitor, "document.querySelectorAll('head :not([src=\"/first-script.js\"])').length").await?,
        hosts::HEAD
    );
    assert!(read::<bool>(visitor, "scrollY === 0").await?, "the page has not moved");
    let names = "Object.keys(window).filter(it => /plan|explorer|wasm|bindgen/i.test(it))";
    assert_eq!(read::<Vec<String>>(visitor, names).await?, Vec::<String>::new());
    visitor.check_accessibility().await
}

async fn choices_stand_under_one_key_of_the_hosts_address(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "?page=3#part=2&x").await?;
    hosts::is_ready(visitor).await?;
    let steps: usize = read(visitor, "history.length").await?;
    read::<Option<u8>>(visitor, "history.replaceState({ own: 1 }, '')").await?;
    visitor.click(link(&whole_list())).await?;
    let address = "location.search + location.hash";
    visitor.until("the list is in the address", &format!("{address} === '?page=3#part=2&x&plan=view:list'")).await?;
    tick(visitor, "Anti-social behaviour").await?;
    tick(visitor, "Police").await?;
    let both = "?page=3#part=2&x&plan=priority:asb;partner:police";
    visitor.until("it is in the address", &format!("{address} === '{both}'")).await?;
    assert_eq!(read::<usize>(visitor, "history.length").await?, steps);
    assert_eq!(read::<u8>(visitor, "history.state.own").await?, 1, "what the host keeps there stays");
    let title = visitor.words_of(heading("*").within(".cp-results__head")).await?;
    visitor.reload().await?;
    hosts::is_ready(visitor).await?;
    visitor.find(heading(&title)).await?;
    // A link inside leads to the same page.
    let href: String =
        read(visitor, &format!("{INSIDE}.querySelector('[data-view=figures]').getAttribute('href')")).await?;
    assert_eq!(href, format!("/hosts/blank.html{both};view:figures"));
    visitor.click(button("Clear all choices").within(".cp-chosen")).await?;
    visitor.find(heading("*").within(".cp-overview, .cp-results__head")).await?;
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.until("the key is gone", &format!("{address} === '?page=3#part=2&x'")).await?;
    // The host's own moves in its address do not touch the choices.
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "County lines").await?;
    read::<Option<String>>(visitor, "void (location.hash = location.hash.replace('part=2', 'part=3'))").await?;
    visitor.find(button("Remove County lines")).await?;
    Ok(())
}

async fn a_deep_link_opens_what_it_names(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("far"), "#plan=priority:asb;ward:castle").await?;
    // It starts although it is far below.
    hosts::is_ready(visitor).await?;
    for chosen in ["Anti-social behaviour", "Castle"] {
        visitor.find(button(&format!("Remove {chosen}"))).await?;
    }
    // Somebody follows another link on the page.
    read::<Option<String>>(visitor, "void (location.hash = '#plan=view:glossary')").await?;
    visitor.find(heading("Words explained")).await?;
    read::<Option<String>>(visitor, "void (location.hash = '#plan=priority:nope')").await?;
    visitor.sees("We left out part of the link, because this plan has nothing called “nope”.").await
}

async fn back_goes_through_choices_where_the_host_wants_it(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#plan=view:list").await?;
    hosts::is_ready(visitor).await?;
    read::<Option<u8>>(visitor, &format!("{IT}.setAttribute('url', 'push')")).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    visitor.click(link("The plan").within("nav")).await?;
    visitor.click(link("Words explained").within("nav")).await?;
    visitor.find(heading("Words explained")).await?;
    visitor.back().await?;
    visitor.find(heading("How the plan works")).await?;
    visitor.back().await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    visitor.back().await?;
    visitor.find(heading(&found(""))).await?;
    Ok(())
}

async fn it_keeps_out_of_the_address_where_the_host_wants_it(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("router"), "#/plan").await?;
    hosts::is_ready(visitor).await?;
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    assert_eq!(read::<String>(visitor, "location.hash").await?, "#/plan");
    visitor.sees("route /plan").await?;
    // Its links lead to the page of its own, with the same choices.
    let href: String = read(visitor, &format!("{INSIDE}.querySelectorAll('.cp-menu__link')[1].href")).await?;
    assert!(href.starts_with(&visitor.site().address()) && href.contains("?priority=asb&view="), "{href}");
    visitor.click(link("News")).await?;
    visitor.sees("route /news").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    Ok(())
}

async fn a_router_of_the_host_is_found(visitor: &Visitor) -> Outcome {
    // By the links of the page alone, and by its address.
    for address in ["", "#/plan"] {
        hosts::open(visitor, Host::new("router-found"), address).await?;
        hosts::is_ready(visitor).await?;
        visitor.click(link(&whole_list())).await?;
        tick(visitor, "Anti-social behaviour").await?;
        visitor.find(button("Remove Anti-social behaviour")).await?;
        assert_eq!(read::<String>(visitor, "location.hash").await?, address);
    }
    visitor.click(link("News")).await?;
    visitor.sees("route /news").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    // The host may know better.
    read::<Option<u8>>(visitor, &format!("{IT}.setAttribute('url', 'replace')")).await?;
    tick(visitor, "County lines").await?;
    visitor.until("it is in the address", "location.hash.includes('plan=priority:asb,county-lines')").await
}

async fn a_host_with_a_title_gets_no_second_one(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("own-title"), "").await?;
    hosts::is_ready(visitor).await?;
    let titles = "[...document.querySelectorAll('h1'), ...document.querySelector('plan-explorer').shadowRoot.querySelectorAll('h1')]
        .filter(it => it.checkVisibility()).map(it => it.innerText)";
    assert_eq!(read::<Vec<String>>(visitor, titles).await?, ["Community safety in our borough"]);
    let edition = format!("{INSIDE}.querySelector('.cp-edition').checkVisibility()");
    assert!(read::<bool>(visitor, &edition).await?, "the edition is always in sight");
    Ok(())
}

async fn two_explorers_keep_their_choices_apart(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("two"), "").await?;
    visitor.hover(css("#two")).await?;
    visitor
        .until("both are there", "document.querySelectorAll('plan-explorer[data-state=ready]').length === 2")
        .await?;
    let modules = "performance.getEntriesByType('resource').filter(it => it.name.includes('plan-explorer-') && it.name.endsWith('.wasm')).length";
    visitor.until_or_say("they share one module", &format!("{modules} === 1"), modules).await?;
    // One is the page of its priority, under the level of the host's headings; the other a list.
    let title = "document.querySelector('#one').shadowRoot.querySelector('[data-stage=priority] #cp-group-asb')?.ariaLevel === '3'";
    visitor.until("one is the page of one priority", title).await?;
    read::<Option<u8>>(visitor, "document.querySelector('#one').setAttribute('view', 'list')").await?;
    visitor.find(heading(&found("?priority=asb")).within("#one")).await?;
    visitor.find(button("Remove County lines").within("#two")).await?;
    assert_eq!(visitor.count(button("Remove County lines").within("#one")).await?, 0);
    visitor.click(button("Remove County lines").within("#two")).await?;
    visitor.find(heading(&found("?priority=violence")).within("#two")).await?;
    visitor.find(heading(&found("?priority=asb")).within("#one")).await?;
    visitor.click(checkbox("Police*").within("#one")).await?;
    let hash = "location.hash === '#plan=priority:asb;partner:police&other=priority:violence;view:list'";
    visitor.until("each has its own key", hash).await?;
    visitor.check_accessibility_here().await
}

async fn attributes_can_change_at_any_time(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "").await?;
    hosts::is_ready(visitor).await?;
    let set = async |name: &str, value: &str| -> anyhow::Result<()> {
        read::<Option<u8>>(visitor, &format!("{IT}.setAttribute('{name}', '{value}')")).await.map(|_| ())
    };
    set("priority", "asb s1").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    visitor.find(button("Remove Domestic abuse, stalking and harassment")).await?;
    set("ward", "castle").await?;
    visitor.find(button("Remove Castle")).await?;
    set("view", "glossary").await?;
    visitor.find(heading("Words explained")).await?;
    set("heading-level", "4").await?;
    visitor.until("headings begin further down", &format!("{INSIDE}.querySelector('h4.cp-hero__title')")).await?;
    visitor.find(heading("Words explained")).await?;
    read::<Option<u8>>(visitor, &format!("['priority', 'ward', 'view'].forEach(it => {IT}.removeAttribute(it))"))
        .await?;
    visitor.find(heading(&priorities())).await?;
    // One priority alone is a page of its own, with a heading of the level that the host asks for.
    set("priority", "asb").await?;
    let title = format!("{INSIDE}.querySelector('[data-stage=priority] #cp-group-asb')?.ariaLevel");
    visitor.until_or_say("its title is the first heading", &format!("{title} === '4'"), &title).await?;
    set("view", "list").await?;
    visitor.find(heading(&found("?priority=asb"))).await?;
    Ok(())
}

async fn what_is_chosen_is_told_to_the_host(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("far"), "").await?;
    let hear = "(window.heard = [], ['ready', 'change', 'error'].forEach(name =>
        addEventListener(`plan-explorer:${name}`, it => heard.push([name, it.detail]))))";
    read::<Option<u8>>(visitor, hear).await?;
    visitor.hover(css("#below")).await?;
    hosts::is_ready(visitor).await?;
    // A part that comes late asks what is chosen. That is no change.
    read::<bool>(
        visitor,
        &format!("{INSIDE}.querySelector('.cp').dispatchEvent(new CustomEvent('cp:open', {{ detail: '' }}))"),
    )
    .await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.fill(css("input[type=search]").number(1), "refuge").await?;
    // Letter by letter, and with the last one no more.
    visitor.until("all is told", "heard.length > 6 && !heard.at(-1)[1].filters.q").await?;
    let heard: Vec<(String, serde_json::Value)> = read(visitor, "heard").await?;
    assert_eq!(heard[0], ("ready".into(), json!({ "filters": {}, "count": 84 })));
    assert_eq!(heard[1], ("change".into(), json!({ "filters": { "priority": ["asb"] }, "count": 28 })));
    let last = heard.last().context("nothing was heard")?;
    assert_eq!(last.1["filters"], json!({ "priority": ["asb"] }), "words that tell something are not told");
    assert!(heard.iter().all(|(_, it)| it["filters"]["q"] != "refuge"), "at no time: {heard:?}");
    Ok(())
}

async fn a_second_copy_of_the_script_changes_nothing(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("crowded"), "").await?;
    hosts::is_ready(visitor).await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.find(heading("Anti-social behaviour").within("plan-explorer")).await?;
    assert_eq!(read::<String>(visitor, "typeof echarts.init").await?, "function");
    Ok(())
}

async fn it_can_be_moved_and_taken_away_and_put_back(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#plan=view:list").await?;
    hosts::is_ready(visitor).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    read::<Option<u8>>(
        visitor,
        &format!("(window.kept = {INSIDE}.querySelector('.cp__page'), document.body.prepend({IT}))"),
    )
    .await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    assert!(
        read::<bool>(visitor, &format!("kept === {INSIDE}.querySelector('.cp__page')")).await?,
        "a move changes nothing"
    );
    read::<Option<u8>>(visitor, &format!("(window.it = {IT}, it.remove())")).await?;
    visitor.until("it is empty", "it.shadowRoot.querySelector('.cp') === null && !it.dataset.state").await?;
    // With nobody there, the key in the address is the host's.
    read::<Option<u8>>(visitor, "history.replaceState(null, '', location.pathname)").await?;
    read::<Option<u8>>(visitor, "document.body.append(it)").await?;
    hosts::is_ready(visitor).await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    tick(visitor, "County lines").await?;
    visitor.find(button("Remove County lines")).await?;
    Ok(())
}

async fn coming_and_going_a_hundred_times_leaves_nothing(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#plan=view:figures").await?;
    hosts::is_ready(visitor).await?;
    let come_and_go = async |times: usize| {
        // Told by its own promise, so that no driver holds on to what it saw.
        let cycle = format!(
            "const done = arguments[0]; (async () => {{
                const place = {IT}.parentElement;
                for (let at = 0; at < {times}; at += 1) {{
                    place.replaceChildren();
                    await new Promise(done => setTimeout(done));
                    const it = document.createElement('plan-explorer');
                    const ready = new Promise(done => it.addEventListener('plan-explorer:ready', done));
                    place.append(it);
                    await ready;
                }}
                place.replaceChildren();
                await new Promise(done => setTimeout(done, 300));
                const it = document.createElement('plan-explorer');
                const ready = new Promise(done => it.addEventListener('plan-explorer:ready', done));
                place.append(it);
                await ready;
                await new Promise(done => setTimeout(done, 300));
            }})().then(() => done(''), error => done(String(error)))"
        );
        let ended = visitor.evaluate_with(&cycle, vec![]).await?;
        anyhow::ensure!(ended == "", "{ended}");
        visitor.alive().await
    };
    let before = come_and_go(5).await?;
    let after = come_and_go(100).await?;
    if let (Some(before), Some(after)) = (before, after) {
        assert!(
            after.0 <= before.0 + 50 && after.1 <= before.1 + 2,
            "nodes and listeners: {before:?} and then {after:?}"
        );
    }
    Ok(())
}

async fn parts_are_filled_inside_it(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#plan=view:figures;priority:violence").await?;
    hosts::is_ready(visitor).await?;
    let rows = format!("{INSIDE}.querySelectorAll('[data-part=direction-of-travel] tbody tr:not([hidden])').length");
    visitor.until("it follows the priority", &format!("(it => it > 0 && it < 6)({rows})")).await?;
    let some = read::<usize>(visitor, &rows).await?;
    visitor.click(button("Show all figures")).await?;
    visitor.until("it follows the choices", &format!("{rows} > {some}")).await?;
    visitor.check_accessibility_here().await
}

async fn without_webassembly_the_fallback_stands(visitor: &Visitor) -> Outcome {
    let host = Host { policy: CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ""), ..Host::new("two") };
    hosts::open(visitor, host, "").await?;
    visitor.hover(css("#two")).await?;
    visitor
        .until("both have given up", "document.querySelectorAll('plan-explorer[data-state=failed]').length === 2")
        .await?;
    visitor.sees("The first.").await?;
    visitor.sees("The second.").await?;
    let console = visitor.take_console().await?;
    let ours: Vec<_> = console.iter().filter(|it| it.contains("could not start")).collect();
    assert!(ours.len() == 1 && ours[0].contains("wasm-unsafe-eval"), "{console:?}");
    Ok(())
}

async fn the_quick_way_out_works_inside_it_only(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#plan=priority:s1").await?;
    hosts::is_ready(visitor).await?;
    let shift = async || -> Outcome {
        for _ in 0..3 {
            visitor.press(Key::Shift).await?;
        }
        Ok(())
    };
    // Nothing of it has the keyboard: it may be somebody at another part of the page.
    shift().await?;
    visitor.find(button("Exit this page").within(".cp-exit-bar")).await?;
    visitor.click(button("Plan’s words*").within(".cp-group").number(1)).await?;
    shift().await?;
    crate::safety::has_left(visitor).await
}

async fn the_filters_open_over_the_hosts_page(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    hosts::open(visitor, Host::new("boxes"), "").await?;
    hosts::is_ready(visitor).await?;
    visitor.check_no_sideways_scrolling().await?;
    visitor.tap(link(&whole_list())).await?;
    visitor.check_no_sideways_scrolling().await?;
    visitor.tap(button("Filter")).await?;
    visitor.find(role("dialog", "Filter the plan")).await?;
    visitor.tap(checkbox("County lines*")).await?;
    visitor.tap(button(&show("?priority=county-lines")).within(".cp-filters")).await?;
    in_sight(visitor, heading(&found("?priority=county-lines"))).await
}
