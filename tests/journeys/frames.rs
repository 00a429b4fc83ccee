//! The frame: as high as what is in it, wherever a host has the script for it, and whole where it has not.

use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Value, json};
use xtask::driver::Engine;
use xtask::server::CONTENT_SECURITY_POLICY;

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, css, field, heading, journeys, link};
use crate::hosts::{self, Host};
use crate::plan::priorities;
use crate::steps::{read, stands_alone, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    a_frame_becomes_as_high_as_the_page_in_it,
    a_frame_leaves_the_title_to_its_host,
    in_a_narrow_frame_the_filters_are_at_the_head_of_the_results,
    two_frames_have_each_their_own_height,
    an_idle_page_is_silent,
    a_host_that_answers_each_height_comes_to_rest,
    a_frame_that_the_host_keeps_low_scrolls,
    nothing_jumps_before_the_program_is_there,
    without_the_program_the_frame_is_as_high_as_what_is_shown,
    hosts_that_know_pym_or_datawrapper_are_told,
    what_is_chosen_in_a_frame_is_told_to_its_host,
    others_cannot_change_the_height,
    without_the_script_the_page_scrolls_in_its_frame,
    a_sandbox_takes_nothing_that_is_needed,
    the_way_out_takes_the_whole_tab_along,
    shift_three_times_takes_the_whole_tab_along,
    where_the_tab_cannot_be_left_a_new_one_is_offered,
    without_an_origin_a_new_tab_is_offered,
    links_to_other_sites_lead_out_of_the_frame,
    the_page_for_frames_is_for_frames,
];

fn host(name: &'static str) -> Host {
    let policy = format!("{CONTENT_SECURITY_POLICY}; frame-src 'self'");
    Host { policy, shared: true, ..Host::new(name) }
}

/// Heights of the frames, and how high the pages in them are.
const FRAMES: &str = "[...document.querySelectorAll('iframe')].map(it => it.getBoundingClientRect().height)";

async fn in_frame(visitor: &Visitor, number: u16, expression: &str) -> anyhow::Result<f64> {
    visitor.enter_frame(number).await?;
    let value = read(visitor, expression).await;
    visitor.leave_frame().await?;
    value
}

async fn fits(visitor: &Visitor, number: u16) -> Outcome {
    fits_when(visitor, number, "ready").await
}

async fn fits_when(visitor: &Visitor, number: u16, state: &str) -> Outcome {
    visitor.enter_frame(number).await?;
    visitor.until("the program has come or failed", &format!("document.querySelector('[data-state={state}]')")).await?;
    visitor.leave_frame().await?;
    for _ in 0..200 {
        let frame = read::<Vec<f64>>(visitor, FRAMES).await?[usize::from(number)];
        let page = in_frame(visitor, number, "document.body.getBoundingClientRect().height").await?;
        if (frame - page).abs() <= 6.0 && page > 600.0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    anyhow::bail!("the frame does not become as high as its page: {:?}", read::<Value>(visitor, FRAMES).await?)
}

async fn a_frame_becomes_as_high_as_the_page_in_it(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame"), "").await?;
    fits(visitor, 0).await?;
    // From the page of one priority to the list with its filters.
    let page = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    shows(visitor, "?priority=asb&view=list").await?;
    visitor.leave_frame().await?;
    let other = format!("Math.abs({FRAMES}[0] - {page}) > 50");
    visitor.until("the list has another height", &other).await?;
    fits(visitor, 0).await?;
    let before = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    visitor.enter_frame(0).await?;
    visitor.until("nothing scrolls inside", FITTED).await?;
    if visitor.engine() != Engine::Chromium {
        // A frame as high as its page is looked at in parts: to the right part first.
        visitor.hover(checkbox("Police*")).await?;
    }
    tick(visitor, "Police").await?;
    visitor.find(button("Remove Police")).await?;
    visitor.leave_frame().await?;
    fits(visitor, 0).await?;
    assert!(read::<Vec<f64>>(visitor, FRAMES).await?[0] < before, "fewer results take less room");
    visitor.check_accessibility_here().await
}

async fn a_frame_leaves_the_title_to_its_host(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-title"), "").await?;
    fits(visitor, 0).await?;
    visitor.enter_frame(0).await?;
    visitor.find(heading(&priorities())).await?;
    let headless =
        "!document.querySelector('h1').checkVisibility() && document.querySelector('.cp-edition').checkVisibility()";
    visitor.until("it has no title, and its edition is in sight", headless).await?;
    visitor.click(link("County lines*").within(".cp-overview")).await?;
    visitor.until("and it keeps to that", "location.search === '?priority=county-lines&head=none'").await
}

async fn in_a_narrow_frame_the_filters_are_at_the_head_of_the_results(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 844).await?;
    hosts::open(visitor, host("frame"), "").await?;
    fits(visitor, 0).await?;
    shows(visitor, "?priority=asb&view=list").await?;
    visitor.until("nothing scrolls inside", FITTED).await?;
    let top = |selector: &str| format!("document.querySelector('{selector}').getBoundingClientRect().top");
    let above = format!("{} < {}", top(".cp-bar"), top(".cp-results"));
    visitor.until("the bar stands above the results", &above).await?;
    visitor.click(button("Filter*").within(".cp-bar")).await?;
    let below = format!(
        "Math.abs({} - document.querySelector('.cp-bar').getBoundingClientRect().bottom) < 100",
        top(".cp-filters")
    );
    visitor.until("and the filters open below it", &below).await?;
    visitor.leave_frame().await?;
    fits(visitor, 0).await
}

async fn two_frames_have_each_their_own_height(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-two"), "").await?;
    fits(visitor, 0).await?;
    fits(visitor, 1).await
}

/// How long a page is left alone, and how many messages it may hear meanwhile.
const IDLE: Duration = Duration::from_secs(10);
const SILENT: usize = 5;
/// The part of that time for which the page may be busy.
const BUSY: f64 = 0.1;

/// Waits until the page has heard nothing for three seconds: what a change brings with it is there, such as the second module, charts and
/// the layout of what is far below.
async fn comes_to_rest(visitor: &Visitor) -> Outcome {
    read::<Option<u8>>(visitor, HEAR).await?;
    let rest = "performance.now() - window.heardLast > 3000";
    visitor.until_or_say("nothing is told for three seconds", rest, "JSON.stringify(heard)").await
}

/// Leaves the page alone, and makes sure that its frames do as well.
async fn is_silent(visitor: &Visitor) -> Outcome {
    comes_to_rest(visitor).await?;
    read::<Option<u8>>(visitor, HEAR).await?;
    let before = busy(visitor).await?;
    tokio::time::sleep(IDLE).await;
    let heard: usize = read(visitor, "heard.length").await?;
    let part = (busy(visitor).await? - before) / IDLE.as_secs_f64();
    visitor.note(format!("in {} s: {heard} messages, the page is busy for {:.1} %", IDLE.as_secs(), part * 100.0));
    assert!(heard <= SILENT, "an idle page hears {heard} messages in {} s", IDLE.as_secs());
    assert!(part <= BUSY, "an idle page is busy for {:.0} % of the time", part * 100.0);
    Ok(())
}

/// For how long the page's main thread has been busy, in seconds; nothing where an engine does not tell.
async fn busy(visitor: &Visitor) -> anyhow::Result<f64> {
    if visitor.engine() != Engine::Chromium {
        return Ok(0.0);
    }
    visitor.devtools("Performance.enable", json!({})).await?;
    let told = visitor.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = told["metrics"].as_array().context("no metrics")?;
    let busy = metrics.iter().find(|it| it["name"] == "TaskDuration").context("no time of tasks")?;
    busy["value"].as_f64().context("no number")
}

async fn an_idle_page_is_silent(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-two"), "").await?;
    fits(visitor, 0).await?;
    fits(visitor, 1).await?;
    is_silent(visitor).await?;
    // A frame that is loaded again is as high as its page again.
    let before = read::<Vec<f64>>(visitor, FRAMES).await?;
    read::<Option<u8>>(visitor, "void frames[0].location.replace('../embed.html?view=glossary')").await?;
    let other = format!("Math.abs({FRAMES}[0] - {}) > 50", before[0]);
    visitor.until("another page is there, of another height", &other).await?;
    fits(visitor, 0).await?;
    visitor.enter_frame(0).await?;
    visitor.until("nothing scrolls inside", FITTED).await?;
    visitor.leave_frame().await?;
    is_silent(visitor).await
}

/// In a frame: it leaves scrolling to the page around it.
const FITTED: &str = "getComputedStyle(document.documentElement).overflowY === 'hidden'";

async fn a_host_that_answers_each_height_comes_to_rest(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-answers"), "").await?;
    visitor.enter_frame(0).await?;
    visitor.until("the explorer is there", "document.querySelector('[data-state=ready]')").await?;
    visitor.leave_frame().await?;
    let how = "(it => JSON.stringify([it.dataset.answers, it.className, it.clientWidth, it.clientHeight,
        it.contentWindow.innerHeight, it.contentDocument.documentElement.clientWidth, it.contentDocument.body.scrollHeight]))(document.querySelector('iframe'))";
    visitor.until_or_say("the host has answered", "document.querySelector('iframe').dataset.answers > 2", how).await?;
    is_silent(visitor).await?;
    // Nothing is cut off.
    let frame = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    let page = in_frame(visitor, 0, "document.body.getBoundingClientRect().height").await?;
    assert!(frame + 6.0 >= page, "a page of {page} pixels in a frame of {frame}");
    Ok(())
}

async fn a_frame_that_the_host_keeps_low_scrolls(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-low"), "").await?;
    visitor.enter_frame(0).await?;
    visitor.until("the explorer is there", "document.querySelector('[data-state=ready]')").await?;
    visitor.leave_frame().await?;
    let height = format!("{FRAMES}[0] > 0.7 * innerHeight && {FRAMES}[0] < 0.9 * innerHeight");
    visitor.until("it is as high as the host's stylesheet has it", &height).await?;
    is_silent(visitor).await?;
    visitor.enter_frame(0).await?;
    assert!(!read::<bool>(visitor, FITTED).await?, "it scrolls");
    visitor.hover(heading("About this page")).await
}

async fn nothing_jumps_before_the_program_is_there(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-watched"), "").await?;
    fits(visitor, 0).await?;
    let last = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    // The browser tells the host of a height with the next picture that it paints.
    visitor.until("the host has seen the last height", "heights.at(-1)[0] > 600 && heights.at(-1)[1]").await?;
    let heights: Vec<(f64, bool)> = read(visitor, "heights").await?;
    let screen: f64 = read(visitor, "innerHeight").await?;
    for (height, ready) in &heights {
        assert!(*ready || (height - heights[0].0).abs() <= screen, "it jumps before the program is there: {heights:?}");
        assert!(*height <= last + screen, "it jumps when the program comes: {heights:?}");
    }
    Ok(())
}

async fn without_the_program_the_frame_is_as_high_as_what_is_shown(visitor: &Visitor) -> Outcome {
    let mut host = host("frame");
    host.policy = host.policy.replace(" 'wasm-unsafe-eval'", "");
    hosts::open(visitor, host, "").await?;
    fits_when(visitor, 0, "failed").await?;
    let height = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    assert!((600.0..8_000.0).contains(&height), "one priority is shown in {height} pixels");
    visitor.enter_frame(0).await?;
    visitor.until("nothing scrolls inside", FITTED).await?;
    visitor.click(link("read its statements")).await?;
    visitor.click(button("Clear all choices").within(".cp-chosen")).await?;
    visitor.leave_frame().await?;
    visitor.until("the frame is as high as the whole list", &format!("{FRAMES}[0] > 2 * {height}")).await?;
    fits_when(visitor, 0, "failed").await?;
    visitor.enter_frame(0).await?;
    visitor.until("nothing scrolls inside", FITTED).await?;
    visitor.leave_frame().await?;
    visitor.take_console().await?;
    Ok(())
}

/// From now on, what the page hears, and when it last heard something.
const HEAR: &str =
    "(window.heard || addEventListener('message', it => (window.heardLast = performance.now(), heard.push(it.data))),
    window.heardLast = performance.now(), window.heard = [], null)";

async fn hosts_that_know_pym_or_datawrapper_are_told(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-alone"), "").await?;
    read::<Option<u8>>(visitor, HEAR).await?;
    read::<Option<u8>>(
        visitor,
        "void (document.querySelector('iframe').src += '&childId=ours&initialWidth=500&parentTitle=x&parentUrl=y')",
    )
    .await?;
    let told = "(last => last && heard.includes(`pymxPYMxoursxPYMxheightxPYMx${last.height}`)
        && heard.some(it => it['datawrapper-height']?.ours === last.height))(heard.findLast(it => it.type === 'plan-explorer:size' && it.id === 'ours'))";
    visitor.until("all three forms are told", told).await?;
    visitor.enter_frame(0).await?;
    stands_alone(visitor, "asb").await?;
    visitor.sees_no("We left out part of the link").await
}

async fn what_is_chosen_in_a_frame_is_told_to_its_host(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame"), "").await?;
    fits(visitor, 0).await?;
    shows(visitor, "?priority=asb&view=list").await?;
    visitor.leave_frame().await?;
    fits(visitor, 0).await?;
    read::<Option<u8>>(
        visitor,
        "(window.heard = [], addEventListener('plan-explorer:change', it => heard.push(it.detail)))",
    )
    .await?;
    visitor.enter_frame(0).await?;
    visitor.hover(checkbox("County lines*")).await?;
    tick(visitor, "County lines").await?;
    visitor.hover(field("Postcode, ward or a word")).await?;
    visitor.fill(field("Postcode, ward or a word"), "refuge").await?;
    visitor.leave_frame().await?;
    // Letter by letter, and with the last one no more.
    let all = "heard.length > 1 && !heard.at(-1).filters.q";
    visitor.until_or_say("all is told", all, "JSON.stringify(heard)").await?;
    let heard: Vec<Value> = read(visitor, "heard").await?;
    assert_eq!(heard[0], json!({ "filters": { "priority": ["asb", "county-lines"] } }));
    assert!(
        !heard.iter().any(|it| it.to_string().contains("refuge")),
        "words that tell something are not told: {heard:?}"
    );
    Ok(())
}

async fn others_cannot_change_the_height(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame"), "").await?;
    fits(visitor, 0).await?;
    comes_to_rest(visitor).await?;
    let before = read::<Vec<f64>>(visitor, FRAMES).await?;
    read::<Option<u8>>(visitor, "postMessage({ type: 'plan-explorer:size', id: 'plan-explorer', height: 321 }, '*')")
        .await?;
    visitor.enter_frame(0).await?;
    read::<Option<u8>>(visitor, "parent.postMessage({ type: 'plan-explorer:size', height: 'tall' }, '*')").await?;
    visitor.leave_frame().await?;
    // The host's script listens for longer than this page does, and so has answered both.
    let both = "[321, 'tall'].every(height => heard.some(it => it.height === height))";
    visitor.until_or_say("both are heard", both, "JSON.stringify(heard)").await?;
    assert_eq!(read::<Vec<f64>>(visitor, FRAMES).await?, before);
    Ok(())
}

async fn without_the_script_the_page_scrolls_in_its_frame(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame-alone"), "").await?;
    visitor.enter_frame(0).await?;
    stands_alone(visitor, "asb").await?;
    let scrolls = "(it => it.scrollHeight > it.clientHeight && getComputedStyle(it).overflowY !== 'hidden')(document.documentElement)";
    assert!(read::<bool>(visitor, scrolls).await?);
    visitor.leave_frame().await?;
    let height = read::<Vec<f64>>(visitor, FRAMES).await?[0];
    assert!((500.0..=506.0).contains(&height), "{height}");
    Ok(())
}

async fn a_sandbox_takes_nothing_that_is_needed(visitor: &Visitor) -> Outcome {
    let mut host = host("frame-sandbox");
    if visitor.engine() == Engine::WebKit {
        // There `'self'` means nobody in a sandbox without an origin: a site has to name its own address (docs/embedding.md).
        visitor.note("skipped in webkit: the site's policy inside a sandbox without an origin".into());
        host.policy = String::new();
    }
    hosts::open(visitor, host, "").await?;
    fits(visitor, 0).await?;
    visitor.enter_frame(0).await?;
    // By selector: Chromium's driver tells no names inside a sandbox.
    visitor.click(css(".cp-menu__link").number(5)).await?;
    visitor.until("another part is shown", "document.querySelector('.cp-view:not([hidden]) .cp-view__title')").await?;
    visitor.leave_frame().await?;
    fits(visitor, 0).await
}

/// Puts an address of the page for frames into the frame, and waits until the explorer stands there.
async fn shows(visitor: &Visitor, address: &str) -> Outcome {
    let script = format!("void (document.querySelector('iframe').src = '../embed.html{address}')");
    read::<Option<u8>>(visitor, &script).await?;
    visitor.enter_frame(0).await?;
    let there = format!(
        "location.search === '{address}' && document.querySelector('main.cp:not([hidden]) [data-state=ready]')"
    );
    visitor.until("the explorer is there", &there).await
}

async fn the_way_out_takes_the_whole_tab_along(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame"), "").await?;
    shows(visitor, "?priority=s1").await?;
    visitor.click(button("Exit this page").within(".cp-exit-bar")).await?;
    crate::safety::has_left(visitor).await
}

async fn shift_three_times_takes_the_whole_tab_along(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, host("frame"), "").await?;
    shows(visitor, "?priority=s1").await?;
    // A place that can be seen: Firefox's driver does not scroll the page around.
    visitor.click(heading("Domestic abuse, stalking and harassment")).await?;
    for _ in 0..3 {
        visitor.press(Key::Shift).await?;
    }
    crate::safety::has_left(visitor).await
}

async fn where_the_tab_cannot_be_left_a_new_one_is_offered(visitor: &Visitor) -> Outcome {
    a_new_tab_is_offered(visitor, "allow-scripts allow-same-origin allow-popups").await
}

async fn without_an_origin_a_new_tab_is_offered(visitor: &Visitor) -> Outcome {
    a_new_tab_is_offered(visitor, "allow-scripts allow-popups").await
}

/// In a sandbox that does not let the tab be taken along.
async fn a_new_tab_is_offered(visitor: &Visitor, sandbox: &str) -> Outcome {
    let mut host = host("frame-sandbox");
    if visitor.engine() == Engine::WebKit {
        host.policy = String::new();
    }
    hosts::open(visitor, host, "").await?;
    let script = format!("void document.querySelector('iframe').setAttribute('sandbox', '{sandbox}')");
    read::<Option<u8>>(visitor, &script).await?;
    shows(visitor, "?priority=s1").await?;
    visitor.sees("Open another page in a new tab Then close this tab.").await?;
    // By selector: Chromium's driver tells no names inside a sandbox.
    assert_eq!(visitor.count(css(".cp-exit")).await?, 0, "what does not work is not offered");
    visitor.sees_no("or press Shift three times").await?;
    visitor.check_accessibility_here().await?;
    let tabs = visitor.tabs().await?;
    visitor.click(css(".cp-exit-tab__link").within(".cp-exit-bar")).await?;
    visitor.until("nothing is left to read", "document.body.textContent.trim() === ''").await?;
    visitor.leave_frame().await?;
    visitor.until_tabs(tabs + 1).await?;
    // Chromium warns of a sandbox with an origin.
    visitor.take_console().await.map(|_| ())
}

async fn links_to_other_sites_lead_out_of_the_frame(visitor: &Visitor) -> Outcome {
    // On the page as it is written.
    let page = std::fs::read_to_string(xtask::project::dist().join("embed.html"))?;
    let links = page.split("<a ").skip(1).filter_map(|it| it.split_once('>')).map(|(tag, _)| tag);
    let kept: Vec<_> = links.filter(|it| it.contains("href=\"http") && !it.contains("target=\"_top\"")).collect();
    assert_eq!(kept, Vec::<&str>::new());
    // And on what the program draws.
    hosts::open(visitor, host("frame"), "").await?;
    shows(visitor, "?view=about").await?;
    visitor.click(css("main:not([hidden]) .cp-edition summary")).await?;
    let link = css("main:not([hidden]) .cp-edition a[href^=http]").number(1);
    let element = visitor.find(link).await?;
    let there = visitor.evaluate("return arguments[0].href", vec![serde_json::to_value(element)?]).await?;
    visitor.click(link).await?;
    crate::safety::has_gone_to(visitor, there.as_str().context("the link has no address")?).await?;
    visitor.take_console().await?;
    Ok(())
}

async fn the_page_for_frames_is_for_frames(visitor: &Visitor) -> Outcome {
    visitor.open("embed.html?priority=asb").await?;
    stands_alone(visitor, "asb").await?;
    visitor.find(heading("Anti-social behaviour")).await?;
    assert_eq!(read::<String>(visitor, "document.querySelector('meta[name=robots]').content").await?, "noindex");
    assert_eq!(
        read::<usize>(visitor, "document.querySelectorAll('.cp-skip, body > header, body > footer').length").await?,
        0
    );
    visitor.check_accessibility().await
}
