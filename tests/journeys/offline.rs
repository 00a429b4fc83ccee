//! Without a connection: the copy on the device, how it is made, renewed and removed; and the one file to carry away.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, Result, ensure};
use xtask::server::{Reply, Request, Settings, file_of};

use crate::harness::{Aspect, Journey, Outcome, Visitor, button, css, field, heading, journeys, link};
use crate::pictures;
use crate::plan::{found, how_many, priorities, whole_list};
use crate::steps::{self, downloads, read, saved, shows, stands, stands_alone, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    nothing_is_kept_unasked,
    what_was_saved_works_without_the_site,
    a_copy_that_does_not_arrive_whole_is_not_kept,
    a_device_without_room_says_so,
    a_newer_version_waits_until_it_is_wanted,
    a_newer_version_that_is_damaged_changes_nothing,
    what_was_saved_can_be_removed,
    the_workers_of_the_site_around_are_left_alone,
    a_host_can_end_all_copies,
    the_site_can_be_installed,
    the_one_file_works_by_itself,
    the_one_file_starts_where_something_changes_it,
    an_old_copy_says_how_old_it_is,
    what_is_shown_can_be_shared_and_cited,
    a_citation_is_whole_at_every_moment,
    a_broken_line_is_told_where_data_are_taken,
    what_is_shown_can_be_taken_as_data,
];

const CACHES: &str = "const done = arguments[0]; caches.keys().then(it => done(it.length))";
const WORKERS: &str =
    "const done = arguments[0]; navigator.serviceWorker.getRegistrations().then(it => done(it.length))";

/// Waits until no copy is kept and no worker left: a browser lets go of a worker after it has told the page of its end.
async fn nothing_is_kept(visitor: &Visitor) -> Outcome {
    visitor.until_told("no copy is kept", CACHES, 0.into()).await?;
    visitor.until_told("no worker is left", WORKERS, 0.into()).await
}

/// How many copies and how many workers there are.
async fn kept(visitor: &Visitor) -> Result<(u64, u64)> {
    let copies = visitor.evaluate_with(CACHES, vec![]).await?;
    let workers = visitor.evaluate_with(WORKERS, vec![]).await?;
    Ok((copies.as_u64().context("no number")?, workers.as_u64().context("no number")?))
}

/// Goes to a chart and waits until it is drawn.
async fn drawn(visitor: &Visitor, chart: &str) -> Outcome {
    pictures::scroll_to(visitor, chart).await?;
    pictures::turn_to(visitor, chart).await
}

/// Opens a path of the site, and on it what can be taken along.
pub(crate) async fn begin(visitor: &Visitor, path: &str) -> Outcome {
    steps::begin(visitor, path).await?;
    // It opens by itself where a copy is kept, perhaps in the moment of the press.
    for _ in 0..2 {
        if read::<bool>(visitor, "document.querySelector('details.cp-keep:not([open])') !== null").await? {
            visitor.click(button("Take the plan with you*")).await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    Ok(())
}

pub(crate) async fn save(visitor: &Visitor) -> Outcome {
    visitor.click(button("Save for offline")).await?;
    visitor.sees("The plan is saved. It now opens without a connection.").await
}

async fn nothing_is_kept_unasked(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    visitor.sees("Take the plan with you").await?;
    tick(visitor, "Anti-social behaviour").await?;
    if visitor.has(Aspect::Worker) {
        visitor.find(button("Save for offline")).await?;
        assert_eq!(kept(visitor).await?, (0, 0));
    }
    let offered = "[...document.querySelectorAll('.cp-keep a')].map(it => it.getAttribute('href'))";
    assert!(read::<Vec<String>>(visitor, offered).await?.contains(&"./plan-explorer-offline.html".to_owned()));
    visitor.check_accessibility_here().await
}

async fn what_was_saved_works_without_the_site(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    begin(visitor, "").await?;
    save(visitor).await?;
    visitor.sees("Saved on this device on").await?;
    visitor.sees("draft plan for 2020 to 2023, 2021 update").await?;
    visitor.until_focus("button “Remove from this device”").await?;
    visitor.check_accessibility_here().await?;
    visitor.offline().await?;
    // A cold start by a deep link.
    begin(visitor, "?priority=asb").await?;
    stands_alone(visitor, "asb").await?;
    shows(visitor, how_many("?priority=asb")).await?;
    begin(visitor, "?priority=asb&view=list").await?;
    visitor.find(heading(&found("?priority=asb"))).await?;
    visitor.click(css("summary").within(".cp-keep__take")).await?;
    visitor.sees("21 records of the plan are shown").await?;
    if visitor.has(Aspect::Downloads) {
        let folder = downloads(visitor).await?;
        visitor.click(button("Download them as a table (CSV)")).await?;
        saved(&folder, "tamworth-update-2021-draft-selection.csv").await?;
        std::fs::remove_dir_all(folder)?;
    }
    tick(visitor, "Police").await?;
    visitor.find(button("Remove Police")).await?;
    visitor.fill(field("Postcode, ward or a word"), "divers").await?;
    visitor.find(button("Clear all choices").within(".cp-chosen")).await?;
    begin(visitor, "").await?;
    visitor.fill(field("Postcode, ward or a word"), "b77 1aa").await?;
    visitor.click(button("Search")).await?;
    visitor.sees("B77 1AA is in Castle ward.").await?;
    begin(visitor, "?view=figures").await?;
    drawn(visitor, "money").await?;
    visitor.sees("£196,000").await?;
    begin(visitor, "?view=wards&ward=castle").await?;
    visitor.sees("Before this plan").await
}

/// A site that changes while a visitor has it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// As it was built.
    Built,
    /// A newer version: the page has another title.
    Newer,
    /// The newer version, one file of which is not what its worker says.
    Damaged,
    /// The newer version, and the line breaks in the middle.
    Broken,
    /// With the worker that ends all copies.
    Off,
}

const NEWER: &str = "The newer version";

/// The worker of the newer version: another sum for the page, another name for the whole.
fn newer_worker(worker: &str, page: &str, newer: &str) -> Result<String> {
    let [old, new] = [page, newer].map(|it| plan_explorer::site::publish::sum(it.as_bytes()));
    ensure!(worker.matches(&old).count() == 1, "the worker does not know the page");
    let at = worker.match_indices('"').map(|(at, _)| at + 1).find(|at| {
        let name = worker.get(*at..*at + 17).unwrap_or_default();
        name.ends_with('"') && name.trim_end_matches('"').bytes().all(|it| it.is_ascii_hexdigit()) && name.len() == 17
    });
    let at = at.context("the worker has no name")?;
    let mut worker = worker.to_owned();
    worker.replace_range(at..at + 16, "0123456789abcdef");
    Ok(worker.replace(&old, &new))
}

/// Serves the site in a state that can be changed.
fn host(visitor: &Visitor, first: State) -> Result<Arc<Mutex<State>>> {
    let dist = xtask::project::dist();
    let file = |name: &str| std::fs::read_to_string(dist.join(name));
    let (page, worker, off) = (file("index.html")?, file("sw.js")?, file("sw-off.js")?);
    let newer = page.replace("<title>", &format!("<title>{NEWER}: "));
    let newer_worker = newer_worker(&worker, &page, &newer)?;
    let state = Arc::new(Mutex::new(first));
    let shared = Arc::clone(&state);
    let mut settings = Settings::new(&dist);
    settings.stand_in = Some(Box::new(move |request: &Request| {
        let state = *shared.lock().unwrap_or_else(PoisonError::into_inner);
        let script = |text: &str| {
            let mut reply = Reply::new(200, "text/javascript; charset=utf-8", text);
            reply.headers.push(("Cache-Control", "no-cache".into()));
            Some(reply)
        };
        let is_data = request.path.contains("/data/plan.csv");
        match (state, request.path.as_str()) {
            (State::Off, "/sw.js") => script(&off),
            (State::Built | State::Off, _) => None,
            (_, "/sw.js") => script(&newer_worker),
            (_, "/") => {
                let mut reply = Reply::new(200, "text/html; charset=utf-8", newer.clone());
                reply.headers.push(("Cache-Control", "no-cache".into()));
                Some(reply)
            }
            (State::Damaged, _) if is_data => Some(Reply::new(200, "text/csv", "something else")),
            (State::Broken, _) if is_data => {
                let mut reply = Reply::new(200, "text/csv", "something");
                reply.declared = Some(10_000);
                Some(reply)
            }
            _ => None,
        }
    }));
    visitor.host(settings)?;
    Ok(state)
}

fn turn(state: &Mutex<State>, to: State) {
    *state.lock().unwrap_or_else(PoisonError::into_inner) = to;
}

async fn a_copy_that_does_not_arrive_whole_is_not_kept(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    let state = host(visitor, State::Damaged)?;
    begin(visitor, "").await?;
    visitor.click(button("Save for offline")).await?;
    visitor.sees("A file of the plan did not arrive as it should. Nothing was changed.").await?;
    nothing_is_kept(visitor).await?;
    turn(&state, State::Broken);
    visitor.click(button("Save for offline")).await?;
    visitor.sees("The plan could not be fetched: the connection broke. Nothing was changed.").await?;
    nothing_is_kept(visitor).await?;
    visitor.take_console().await?;
    turn(&state, State::Newer);
    save(visitor).await?;
    assert_eq!(kept(visitor).await?, (1, 1));
    Ok(())
}

async fn a_device_without_room_says_so(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) || !visitor.has(Aspect::Device) {
        return Ok(());
    }
    begin(visitor, "").await?;
    let origin = visitor.site().address().trim_end_matches('/').to_owned();
    let quota = serde_json::json!({ "origin": origin, "quotaSize": 200_000 });
    visitor.devtools("Storage.overrideQuotaForOrigin", quota).await?;
    visitor.click(button("Save for offline")).await?;
    visitor.sees("This device has no room for the plan, or does not let this page store it.").await?;
    nothing_is_kept(visitor).await?;
    visitor.take_console().await?;
    let quota = serde_json::json!({ "origin": origin });
    visitor.devtools("Storage.overrideQuotaForOrigin", quota).await?;
    save(visitor).await
}

const USE: &str = "Use the newer version now";

async fn a_newer_version_waits_until_it_is_wanted(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    let state = host(visitor, State::Built)?;
    begin(visitor, "").await?;
    save(visitor).await?;
    turn(&state, State::Newer);
    // That there is something to tell can be seen without opening anything.
    steps::begin(visitor, "?priority=asb&view=list").await?;
    assert!(!visitor.title().await?.contains(NEWER), "what was saved is shown");
    visitor.sees("A newer version has been fetched and checked. You choose when to use it.").await?;
    // The page goes on as it was, with the parts that it still has to load.
    tick(visitor, "Police").await?;
    visitor.click(link("Figures").within("nav")).await?;
    visitor.until("a chart is drawn", "document.querySelector('.cp-chart[data-drawing=drawn] svg')").await?;
    visitor.click(button(USE)).await?;
    visitor.until("the newer version is there", &format!("document.title.includes('{NEWER}')")).await?;
    stands(visitor).await?;
    // What is still on its way when the page is left, Firefox complains of.
    let arrived = "performance.getEntriesByType('resource').some(it => /plan-details.*wasm/.test(it.name))";
    visitor.until("the second module is there", arrived).await?;
    assert_eq!(visitor.count(button(USE)).await?, 0);
    visitor.site().stop();
    begin(visitor, "?priority=asb").await?;
    assert!(visitor.title().await?.contains(NEWER));
    stands_alone(visitor, "asb").await?;
    Ok(())
}

async fn a_newer_version_that_is_damaged_changes_nothing(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    let state = host(visitor, State::Built)?;
    begin(visitor, "").await?;
    save(visitor).await?;
    for broken in [State::Damaged, State::Broken] {
        turn(&state, broken);
        begin(visitor, "").await?;
        // The worker looks for a newer version, and gives up on it.
        let tried = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(it => it.update()).then(
            it => { const lot = it.installing; if (!lot) return done('none'); lot.onstatechange = () => done(lot.state) }, () => done('failed'))";
        let ended = visitor.evaluate_with(tried, vec![]).await?;
        ensure!(["redundant", "none", "failed"].contains(&ended.as_str().unwrap_or_default()), "{broken:?}: {ended}");
        assert_eq!(visitor.count(button(USE)).await?, 0, "{broken:?}");
        visitor.until_told(&format!("{broken:?}: one copy is kept"), CACHES, 1.into()).await?;
    }
    visitor.take_console().await?;
    visitor.site().stop();
    begin(visitor, "?priority=asb").await?;
    assert!(!visitor.title().await?.contains(NEWER));
    stands_alone(visitor, "asb").await?;
    Ok(())
}

async fn what_was_saved_can_be_removed(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    begin(visitor, "").await?;
    save(visitor).await?;
    begin(visitor, "").await?;
    visitor.click(button("Remove from this device")).await?;
    visitor.sees("The plan is removed from this device.").await?;
    assert_eq!(kept(visitor).await?, (0, 0));
    visitor.until_focus("button “Save for offline”").await?;
    Ok(())
}

/// A site whose pages have a worker of their own, which comes in a newer version once it is asked for again; with the plan in a folder,
/// and in a folder of that.
fn council(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    let asked = AtomicU32::new(0);
    settings.stand_in = Some(Box::new(move |request: &Request| {
        let script = |text: String| {
            let mut reply = Reply::new(200, "text/javascript; charset=utf-8", text);
            reply.headers.push(("Cache-Control", "no-cache".into()));
            Some(reply)
        };
        match request.path.as_str() {
            "/council.html" => {
                let page = "<!doctype html><html lang=en-GB><head><title>Council</title><link rel=icon href=data:,></head><h1>Council</h1></html>";
                Some(Reply::new(200, "text/html; charset=utf-8", page))
            }
            "/council.js" => script(format!(
                "addEventListener('activate', it => it.waitUntil(clients.claim())); // {}",
                asked.fetch_add(1, Ordering::Relaxed)
            )),
            "/plan/council.js" => script(String::new()),
            path => {
                let inside = path.strip_prefix("/plan/next").or_else(|| path.strip_prefix("/plan"))?;
                let mut request = request.clone();
                inside.clone_into(&mut request.path);
                Some(file_of(&xtask::project::dist(), &request))
            }
        }
    }));
    visitor.host(settings)
}

/// Registers a worker and waits until it is there, and then until a newer version of it waits.
const REGISTER: &str = "const [script, scope, renewed, done] = arguments; (async () => {
        const it = await navigator.serviceWorker.register(script, { scope });
        const until = async test => { while (!test()) await new Promise(again => setTimeout(again, 20)) };
        await until(() => it.active?.state === 'activated');
        if (!renewed) return;
        await until(() => navigator.serviceWorker.controller);
        await it.update();
        await until(() => it.waiting);
    })().then(() => done(''), it => done(String(it)))";
/// Whether a newer version of the site's own worker waits.
const WAITS: &str = "const done = arguments[0]; navigator.serviceWorker.getRegistration('/council.html').then(
    it => done(Boolean(it.waiting)))";
/// The scopes of all workers of the site.
const SCOPES: &str = "const done = arguments[0]; navigator.serviceWorker.getRegistrations().then(
    all => done(all.map(it => new URL(it.scope).pathname).sort()))";

async fn the_workers_of_the_site_around_are_left_alone(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    let scopes =
        async || -> Result<Vec<String>> { Ok(serde_json::from_value(visitor.evaluate_with(SCOPES, vec![]).await?)?) };
    council(visitor)?;
    visitor.open("council.html").await?;
    assert_eq!(visitor.evaluate_with(REGISTER, vec!["/council.js".into(), "/".into(), true.into()]).await?, "");
    // A page in its scope takes it for neither our copy nor a newer version of it.
    begin(visitor, "plan/").await?;
    assert_eq!(visitor.evaluate_with(WAITS, vec![]).await?, true);
    visitor.find(button("Save for offline")).await?;
    // Longer than a worker is given to answer what it knows of a copy.
    tokio::time::sleep(std::time::Duration::from_millis(3500)).await;
    visitor.sees_no("A newer version").await?;
    assert_eq!(visitor.count(button("Remove from this device")).await?, 0);
    save(visitor).await?;
    assert_eq!(scopes().await?, ["/", "/plan/"]);
    // A copy belongs to its folder, and not to another one in that.
    begin(visitor, "plan/next/").await?;
    visitor.find(button("Save for offline")).await?;
    visitor.sees_no("Saved on this device").await?;
    // What is removed is ours.
    begin(visitor, "plan/").await?;
    visitor.click(button("Remove from this device")).await?;
    visitor.sees("The plan is removed from this device.").await?;
    assert_eq!(scopes().await?, ["/"]);
    // Somebody else's worker for this very folder would have to go: then nothing is offered.
    visitor.open("council.html").await?;
    assert_eq!(
        visitor.evaluate_with(REGISTER, vec!["/plan/council.js".into(), "/plan/".into(), false.into()]).await?,
        ""
    );
    begin(visitor, "plan/").await?;
    visitor.find(css("summary").within(".cp-keep__take")).await?;
    visitor.answered().await?;
    assert_eq!(visitor.count(button("Save for offline")).await?, 0);
    assert_eq!(visitor.count(button("Remove from this device")).await?, 0);
    Ok(())
}

async fn a_host_can_end_all_copies(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    let state = host(visitor, State::Built)?;
    begin(visitor, "").await?;
    save(visitor).await?;
    turn(&state, State::Off);
    begin(visitor, "").await?;
    let there = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(it => done(!it || Boolean(it.waiting)))";
    let mut tries = 0..200;
    while visitor.evaluate_with(there, vec![]).await? != true {
        ensure!(tries.next().is_some(), "the worker that ends copies is not there");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // It acts at once, or when the last page that was open is left.
    visitor.go("data:text/html,<p>Elsewhere</p>").await?;
    begin(visitor, "").await?;
    nothing_is_kept(visitor).await?;
    // This page may have come while the copy still went.
    begin(visitor, "").await?;
    visitor.find(button("Save for offline")).await?;
    Ok(())
}

async fn the_site_can_be_installed(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    begin(visitor, "").await?;
    let told = visitor.devtools("Page.getInstallabilityErrors", serde_json::json!({})).await?;
    let errors: Vec<&str> = told["installabilityErrors"]
        .as_array()
        .context("no list")?
        .iter()
        .filter_map(|it| it["errorId"].as_str())
        // The browser of the journeys keeps nothing after its end.
        .filter(|it| *it != "in-incognito")
        .collect();
    assert_eq!(errors, Vec::<&str>::new());
    Ok(())
}

async fn the_one_file_works_by_itself(visitor: &Visitor) -> Outcome {
    let file = xtask::project::dist().join("plan-explorer-offline.html");
    let file = url::Url::from_file_path(&file).ok().context("the file has no address")?;
    visitor.site().stop();
    visitor.go(file.as_str()).await?;
    stands(visitor).await?;
    visitor.find(heading(&priorities())).await?;
    visitor.sees("This is one file").await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    stands_alone(visitor, "asb").await?;
    visitor.until("the address says so", "location.search === '?priority=asb'").await?;
    visitor.reload().await?;
    stands(visitor).await?;
    stands_alone(visitor, "asb").await?;
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(heading(&found("?priority=asb"))).await?;
    visitor.fill(field("Postcode, ward or a word"), "b77 1aa").await?;
    visitor.click(button("Search")).await?;
    visitor.sees("B77 1AA is in Castle ward.").await?;
    visitor.click(link("Figures").within("nav")).await?;
    drawn(visitor, "actions-and-achievements").await?;
    // The page of a ward, and two beside one another.
    visitor.go(&format!("{file}?view=wards&ward=castle")).await?;
    stands(visitor).await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    visitor.go(&format!("{file}?view=wards&ward=castle,amington")).await?;
    stands(visitor).await?;
    visitor.find(heading("Amington and Castle")).await?;
    visitor.go(&format!("{file}?view=text")).await?;
    stands(visitor).await?;
    visitor.find(heading("Full text*")).await?;
    let asked = "performance.getEntriesByType('resource').map(it => it.name).filter(it => !it.startsWith('blob:'))";
    assert_eq!(read::<Vec<String>>(visitor, asked).await?, Vec::<String>::new());
    Ok(())
}

/// As an extension of the browser does, something puts words into the page as it comes.
async fn the_one_file_starts_where_something_changes_it(visitor: &Visitor) -> Outcome {
    const CHANGES: &str = "<head><script>new MutationObserver(() => {
        for (const it of document.querySelectorAll('main, h1, .cp-card, .cp-check__name')) {
            if (it.dataset.changed === undefined) { it.dataset.changed = ''; it.prepend('Added: '); }
        }
    }).observe(document, { childList: true, subtree: true })</script>";
    let file = std::fs::read_to_string(xtask::project::dist().join("plan-explorer-offline.html"))?;
    let engine = format!("{:?}", visitor.engine());
    let changed = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("changed-{engine}.html"));
    std::fs::write(&changed, file.replacen("<head>", CHANGES, 1))?;
    let changed = url::Url::from_file_path(&changed).ok().context("the file has no address")?;
    visitor.go(changed.as_str()).await?;
    stands(visitor).await?;
    visitor.sees("Added: Tamworth community safety plan").await?;
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "Added: Anti-social behaviour").await?;
    visitor.find(heading(&found("?priority=asb"))).await?;
    visitor.fill(field("Postcode, ward or a word"), "school").await?;
    visitor
        .until(
            "the search is answered",
            "/^[1-9] statement/.test(document.querySelector('.cp-results__title').innerText)",
        )
        .await
}

async fn an_old_copy_says_how_old_it_is(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    begin(visitor, "").await?;
    save(visitor).await?;
    // As if that had been eight days ago.
    let age = "const done = arguments[0]; (async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name);
        const key = (await cache.keys()).find(it => it.url.endsWith('about-this-copy'));
        const copy = await (await cache.match(key)).json();
        await cache.put(key, new Response(JSON.stringify({ ...copy, saved: copy.saved - 8 * 86400000 - 1000 })));
    })().then(() => done(''), it => done(String(it)))";
    assert_eq!(visitor.evaluate_with(age, vec![]).await?, "");
    visitor.site().stop();
    begin(visitor, "").await?;
    visitor.sees("draft plan for 2020 to 2023, 2021 update. This copy is 8 days old.").await
}

async fn what_is_shown_can_be_shared_and_cited(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb&view=list").await?;
    visitor.click(css("summary").within(".cp-keep__take")).await?;
    // The second module comes with the first look into it.
    let value = |id: &str| format!("document.querySelector('#{id}')?.value");
    visitor
        .until("the link is there", &format!("{}?.endsWith('?priority=asb&view=list')", value("cp-take-link")))
        .await?;
    visitor.sees("21 records of the plan are shown, and 7 from other sources").await?;
    let cite = value("cp-take-cite");
    for words in [
        "Tamworth Community Safety Partnership: ",
        "Update 2021 DRAFT, sections 3.1, 4, 4.1 and 5. Read in",
        "?priority=asb",
    ] {
        visitor.until_or_say(&format!("“{words}” is cited"), &format!("{cite}.includes('{words}')"), &cite).await?;
    }
    // It follows what is shown.
    tick(visitor, "Police").await?;
    visitor.until("the link follows", &format!("{}.endsWith('partner=police')", value("cp-take-link"))).await?;
    visitor.click(button("Copy").within(".cp-keep__take").number(1)).await?;
    visitor
        .until(
            "it is copied, or chosen to be copied",
            "document.querySelector('.cp-keep__take [data-copied]').textContent",
        )
        .await?;
    visitor.check_accessibility_here().await?;
    visitor.screen(320, 640).await?;
    visitor.check_no_sideways_scrolling().await
}

/// Its sections come from the records: whatever the line does, they stand there with the link, at each choice.
async fn a_citation_is_whole_at_every_moment(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb&view=list").await?;
    visitor.click(css("summary").within(".cp-keep__take")).await?;
    let cite = "document.querySelector('#cp-take-cite')?.value";
    let whole = format!("{cite}?.includes(', sections 3.1, 4, 4.1 and 5. ')");
    visitor.until_or_say("it names the sections", &whole, cite).await?;
    visitor.evaluate("window.fetch = () => new Promise(() => {})", vec![]).await?;
    let watch = "const field = document.querySelector('#cp-take-cite'); window.said = new Set();
        (function look() { said.add(field.value); requestAnimationFrame(look) })()";
    visitor.evaluate(watch, vec![]).await?;
    tick(visitor, "Police").await?;
    let follows = format!("{cite}.includes('partner=police')");
    visitor.until_or_say("it follows, and waits for no file", &follows, cite).await?;
    let all = "[...said].every(it => it.includes(', section') && it.includes('Read in the plan explorer on '))";
    assert!(read::<bool>(visitor, all).await?, "it was whole all the time");
    Ok(())
}

/// What cannot be had is said, and can be tried again.
async fn a_broken_line_is_told_where_data_are_taken(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb&view=list").await?;
    visitor.click(css("summary").within(".cp-keep__take")).await?;
    visitor.sees("21 records of the plan are shown").await?;
    let breaks = "const real = window.fetch; window.fetch = (...asked) => { window.fetch = real; return Promise.reject(new TypeError('broken')) }";
    visitor.evaluate(breaks, vec![]).await?;
    visitor.click(button("Download them as JSON")).await?;
    visitor.sees("The data could not be fetched: the connection broke. Try again.").await?;
    visitor.take_console().await?;
    if visitor.has(Aspect::Downloads) {
        let folder = downloads(visitor).await?;
        visitor.click(button("Download them as JSON")).await?;
        visitor.sees("The file is saved with your downloads.").await?;
        saved(&folder, "tamworth-update-2021-draft-selection.json").await?;
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

async fn what_is_shown_can_be_taken_as_data(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Downloads) {
        return Ok(());
    }
    let folder = downloads(visitor).await?;
    begin(visitor, "?priority=asb&kind=done").await?;
    visitor.click(css("summary").within(".cp-keep__take")).await?;
    let loaded = plan_explorer::plan::load::edition(&xtask::project::root().join("data"));
    let (plan, area) = (loaded.plan.context("there is no plan")?, loaded.area.context("there is no area")?);
    // Of other sources are the facts that lie with their wards.
    let facts: usize =
        read(visitor, "document.querySelectorAll('main .cp-results .cp-card--local:not([hidden] *)').length").await?;
    let shown = crate::steps::results(visitor).await? - facts;
    visitor.sees(&format!("{shown} records of the plan are shown")).await?;
    for (ending, words) in [("csv", "Download them as a table (CSV)"), ("json", "Download them as JSON")] {
        visitor.click(button(words)).await?;
        let name = format!("tamworth-update-2021-draft-selection.{ending}");
        let text = String::from_utf8(saved(&folder, &name).await?)?;
        let told = plan_explorer::site::export::compare(&name, &text, &plan, &area).map_err(anyhow::Error::msg)?;
        assert_eq!(told, Vec::<String>::new(), "{name} says what the data says");
        if ending == "csv" {
            assert_eq!(text.lines().count() - 1, shown, "{name} has what is shown and nothing else");
            continue;
        }
        let data: serde_json::Value = serde_json::from_str(&text)?;
        let size = |list: &serde_json::Value| list.as_array().map_or(0, Vec::len);
        assert_eq!((size(&data["achievements"]), size(&data["actions"])), (shown, 0), "{name} has what is shown");
        let all: BTreeSet<&str> = data["wards"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it["facts"].as_array())
            .flatten()
            .filter_map(|it| it["id"].as_str())
            .collect();
        assert_eq!(all.len(), facts);
    }
    visitor.click(button("Download what its columns mean (CSVW)")).await?;
    let columns = saved(&folder, "tamworth-update-2021-draft-selection.csv-metadata.json").await?;
    let columns: serde_json::Value = serde_json::from_slice(&columns)?;
    assert_eq!(columns["url"], "tamworth-update-2021-draft-selection.csv");
    assert_eq!(columns["tableSchema"]["columns"].as_array().map(Vec::len), Some(19));
    std::fs::remove_dir_all(folder)?;
    Ok(())
}
