//! Hosts that take the element from another site, and hosts that paste the plan's text into it.

use anyhow::ensure;
use xtask::server::{CONTENT_SECURITY_POLICY, Reply, Server, Settings};

use crate::harness::{Journey, Outcome, Visitor, button, heading, journeys, link};
use crate::hosts::is_ready;
use crate::plan::priorities;
use crate::steps::{read, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    it_works_from_another_site,
    the_page_of_a_ward_comes_from_another_site,
    another_site_that_does_not_share_leaves_the_fallback,
    the_pasted_plan_gives_way_to_the_explorer,
    the_pasted_plan_stands_where_webassembly_may_not_run,
];

/// A host's page with these words in the element, and the script from this address.
fn page(inside: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Host</title>\
         <link rel=icon href=data:,><meta name=viewport content='width=device-width, initial-scale=1'></head>\
         <main><h1>Community safety</h1><plan-explorer>{inside}</plan-explorer></main>\
         <script type=module src='{script}'></script></html>"
    )
}

/// A host with this page, under this policy. Only its page is its own.
fn host(page: String, policy: String) -> Settings {
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = policy;
    settings.stand_in = Some(Box::new(move |request| {
        (request.path == "/host").then(|| Reply::new(200, "text/html; charset=utf-8", page.clone()))
    }));
    settings
}

/// The production policy with another site beside this one.
fn policy_with(site: &str) -> String {
    CONTENT_SECURITY_POLICY.replace("-src 'self'", &format!("-src 'self' {site}"))
}

/// The site, on an address of its own, and the origin of that.
fn another_site(shared: bool) -> anyhow::Result<(Server, String)> {
    let mut settings = Settings::new(xtask::project::dist());
    settings.shared = shared;
    let site = Server::start(settings, 0)?;
    let origin = site.address().trim_end_matches('/').to_owned();
    Ok((site, origin))
}

async fn it_works_from_another_site(visitor: &Visitor) -> Outcome {
    let (_site, origin) = another_site(true)?;
    let page = page("<p>The plan.</p>", &format!("{origin}/plan-explorer.js"));
    visitor.host(host(page, policy_with(&origin)))?;
    visitor.open("host").await?;
    is_ready(visitor).await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.find(heading("Anti-social behaviour").within("plan-explorer")).await?;
    assert_eq!(visitor.query().await?, "host#plan=priority:asb", "the address is the host's");
    visitor.open("host#plan=view:list").await?;
    is_ready(visitor).await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(button("Remove Anti-social behaviour")).await?;
    // What is loaded later comes from there as well: the second module, and the library that draws.
    visitor.open("host#plan=view:figures").await?;
    is_ready(visitor).await?;
    let inside = "document.querySelector('plan-explorer').shadowRoot";
    visitor.until("a chart has its place", &format!("{inside}.querySelector('[data-part] .cp-chart')")).await?;
    // Again and again, for what comes above it moves it away.
    let drawn = format!(
        "({inside}.querySelector('.cp-chart').scrollIntoView(), {inside}.querySelector('.cp-chart[data-drawing=drawn] svg'))"
    );
    visitor.until("it is drawn", &drawn).await?;
    let elsewhere = format!(
        "performance.getEntriesByType('resource').map(it => new URL(it.name).origin).filter(it => it !== '{origin}' && it !== location.origin)"
    );
    assert_eq!(read::<Vec<String>>(visitor, &elsewhere).await?, Vec::<String>::new());
    visitor.check_accessibility_of("plan-explorer").await
}

/// What is known of a ward is a file of its own, and comes from where the explorer does, at the level of heading asked for.
async fn the_page_of_a_ward_comes_from_another_site(visitor: &Visitor) -> Outcome {
    let (_site, origin) = another_site(true)?;
    let page = page("<p>The plan.</p>", &format!("{origin}/plan-explorer.js"))
        .replace("<plan-explorer", "<plan-explorer heading-level=3");
    visitor.host(host(page, policy_with(&origin)))?;
    visitor.open("host#plan=view:wards;ward:castle,trinity").await?;
    is_ready(visitor).await?;
    visitor.find(heading("Castle and Trinity").within("plan-explorer")).await?;
    // It is brought to life, as on a page of ours.
    visitor.click(link("Only Castle").within("plan-explorer")).await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    assert_eq!(visitor.query().await?, "host#plan=ward:castle;view:wards");
    let inside = "document.querySelector('plan-explorer').shadowRoot";
    let level =
        format!("{inside}.querySelector('#cp-title').localName + {inside}.querySelector('#cp-ward-title').localName");
    assert_eq!(read::<String>(visitor, &level).await?, "h3h5");
    visitor.check_accessibility_of("plan-explorer").await
}

async fn another_site_that_does_not_share_leaves_the_fallback(visitor: &Visitor) -> Outcome {
    let (_site, origin) = another_site(false)?;
    let page = page("<p>The plan.</p>", &format!("{origin}/plan-explorer.js"));
    visitor.host(host(page, policy_with(&origin)))?;
    visitor.open("host").await?;
    visitor.sees("The plan.").await?;
    // The browser says in the console what is missing; the page stays as it is.
    visitor.until("nothing was defined", "!customElements.get('plan-explorer')").await?;
    visitor.take_console().await?;
    Ok(())
}

fn pasted() -> anyhow::Result<String> {
    Ok(std::fs::read_to_string(xtask::project::dist().join("plan-explorer-fallback.html"))?)
}

async fn the_pasted_plan_gives_way_to_the_explorer(visitor: &Visitor) -> Outcome {
    visitor.host(host(page(&pasted()?, "./plan-explorer.js"), CONTENT_SECURITY_POLICY.into()))?;
    visitor.open("host").await?;
    is_ready(visitor).await?;
    visitor.find(heading(&priorities())).await?;
    let seen = "[...document.querySelector('plan-explorer').children].filter(it => it.checkVisibility()).length";
    assert_eq!(read::<usize>(visitor, seen).await?, 0, "the pasted plan is not seen beside the explorer");
    visitor.check_accessibility_of("plan-explorer").await
}

async fn the_pasted_plan_stands_where_webassembly_may_not_run(visitor: &Visitor) -> Outcome {
    let policy = CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", "");
    visitor.host(host(page(&pasted()?, "./plan-explorer.js"), policy))?;
    visitor.open("host").await?;
    visitor.until("it has given up", "document.querySelector('plan-explorer[data-state=failed]')").await?;
    for words in ["What was promised, what was done", "14,000 hours", "£196,000", "344"] {
        visitor.sees(words).await?;
    }
    let console = visitor.take_console().await?;
    let ours: Vec<_> = console.iter().filter(|it| it.contains("could not start")).collect();
    ensure!(ours.len() == 1 && ours[0].contains("wasm-unsafe-eval"), "{console:?}");
    // How it looks, and how large its links are, is for the host's stylesheet to say.
    let foreign = "document.querySelectorAll('plan-explorer :is([style], script, style, h1, main)').length";
    assert_eq!(read::<usize>(visitor, foreign).await?, 0);
    Ok(())
}
