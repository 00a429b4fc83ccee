//! Pages of hosts, kept in `tests/hosts/`: with the stylesheets of others, with rules for everything, with habits of their own.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xtask::server::{CONTENT_SECURITY_POLICY, Reply, Settings, file_of};

use crate::harness::{Journey, Outcome, Visitor, heading, journeys};
use crate::steps::{read, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    it_looks_the_same_on_every_host,
    it_works_on_hosts_with_styles_and_breaks_no_rule,
    it_works_on_hosts_with_habits_and_breaks_no_rule,
    a_visitor_with_large_print_gets_large_print,
    it_can_be_printed_with_the_page_of_the_host,
];

/// How many elements the head of a host's page has.
pub(crate) const HEAD: usize = 3;

/// Hosts that may not change how the explorer looks.
const HOSTILE: [&str; 10] =
    ["govuk", "bootstrap", "wordpress", "small-root", "rules", "right-to-left", "boxes", "dark", "crowded", "strict"];

/// A page of `tests/hosts/`, and how it is served.
pub(crate) struct Host {
    pub(crate) name: &'static str,
    pub(crate) policy: String,
    /// Whether the site's files may be loaded from elsewhere.
    pub(crate) shared: bool,
}

impl Host {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, policy: CONTENT_SECURITY_POLICY.into(), shared: false }
    }
}

/// Serves a host's page beside the built site, and opens it. The host's packages come from npm, an older copy of ours from the
/// same files.
pub(crate) async fn open(visitor: &Visitor, host: Host, address: &str) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = host.policy;
    settings.shared = host.shared;
    settings.stand_in = Some(Box::new(|request| {
        let inside = |folder: std::path::PathBuf, path: &str| {
            let mut request = request.clone();
            path.clone_into(&mut request.path);
            Some(file_of(&folder, &request))
        };
        if let Some(path) = request.path.strip_prefix("/hosts") {
            let mut reply = inside(xtask::project::root().join("tests/hosts"), path)?;
            if path == "/strict.html" {
                let none = "clipboard-write=(), geolocation=(), fullscreen=(), autoplay=(), camera=()";
                reply.headers.push(("Permissions-Policy", none.into()));
            }
            return Some(reply);
        }
        if let Some(path) = request.path.strip_prefix("/npm") {
            return inside(xtask::project::node_modules(), path);
        }
        if let Some(path) = request.path.strip_prefix("/assets") {
            return inside(xtask::project::node_modules().join("govuk-frontend/dist/govuk/assets"), path);
        }
        if request.path == "/favicon.ico" {
            return Some(Reply::text(204, ""));
        }
        inside(xtask::project::dist(), request.path.strip_prefix("/older")?)
    }));
    visitor.host(settings)?;
    visitor.open(&format!("hosts/{}.html{address}", host.name)).await
}

/// Waits until the element shows the explorer.
pub(crate) async fn is_ready(visitor: &Visitor) -> Outcome {
    visitor.until("the explorer is there", "document.querySelector('plan-explorer[data-state=ready]')").await
}

/// Lays the element over the whole window, so that the picture is of it alone.
const ALONE: &str = "(place => {
    for (const [name, value] of Object.entries({ position: 'fixed', inset: '0', width: '760px', height: '900px', margin: '0', padding: '0',
        border: '0', 'z-index': '99999', overflow: 'hidden', transform: 'none', 'max-width': 'none', float: 'none' }))
        place.style.setProperty(name, value, 'important');
})(document.querySelector('#place'))";

async fn portrait(visitor: &Visitor, host: &'static str) -> Result<String> {
    visitor.screen(760, 900).await?;
    open(visitor, Host::new(host), "#plan=priority:violence").await?;
    is_ready(visitor).await?;
    read::<Option<u8>>(visitor, ALONE).await?;
    let alone = "(box => box.x === 0 && box.y === 0 && box.width === 760)(document.querySelector('plan-explorer').getBoundingClientRect())";
    visitor.until("it is alone on the screen", alone).await?;
    read::<Option<u8>>(visitor, "void document.activeElement.blur()").await?;
    visitor
        .until("the results are there", "document.querySelector('plan-explorer').shadowRoot.querySelector('.cp-card')")
        .await?;
    // What is on the screen may be a frame behind.
    let mut last = visitor.picture_as_text().await?;
    for _ in 0..40 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let next = visitor.picture_as_text().await?;
        if next == last {
            break;
        }
        last = next;
    }
    Ok(last)
}

/// The part of two pictures that differs.
const DIFFERENT: &str = "
const [one, two, done] = arguments;
const pixels = async picture => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const paper = canvas.getContext('2d');
    paper.drawImage(image, 0, 0);
    return paper.getImageData(0, 0, image.width, image.height);
};
Promise.all([pixels(one), pixels(two)]).then(([one, two]) => {
    if (one.width !== two.width || one.height !== two.height) return done(1);
    let different = 0;
    for (let at = 0; at < one.data.length; at += 4)
        if ([0, 1, 2].some(part => Math.abs(one.data[at + part] - two.data[at + part]) > 16)) different += 1;
    done(different / (one.width * one.height));
}, error => done(String(error)))";

async fn it_looks_the_same_on_every_host(visitor: &Visitor) -> Outcome {
    let wanted = portrait(visitor, "blank").await?;
    let mut told = Vec::new();
    for host in HOSTILE {
        let found = portrait(visitor, host).await.with_context(|| format!("on the host {host}"))?;
        let part = visitor.evaluate_with(DIFFERENT, vec![json!(wanted), json!(found)]).await?;
        let part = part.as_f64().with_context(|| format!("the pictures could not be compared: {part}"))?;
        told.push(format!("{host} {:.2} %", part * 100.0));
        ensure!(part <= 0.005, "the explorer looks otherwise on the host {host}: {}", told.join(", "));
        visitor.take_console().await?;
    }
    visitor.note(format!("pixels that differ from a blank host: {}", told.join(", ")));
    Ok(())
}

async fn it_works_on_hosts_with_styles_and_breaks_no_rule(visitor: &Visitor) -> Outcome {
    works_on(visitor, &HOSTILE[..5]).await
}

async fn it_works_on_hosts_with_habits_and_breaks_no_rule(visitor: &Visitor) -> Outcome {
    works_on(visitor, &HOSTILE[5..]).await
}

async fn works_on(visitor: &Visitor, hosts: &[&'static str]) -> Outcome {
    for &host in hosts {
        // Little to check, for it is checked often.
        open(visitor, Host::new(host), "#plan=priority:vehicle;view:list").await?;
        is_ready(visitor).await.with_context(|| format!("on the host {host}"))?;
        tick(visitor, "Community Together CIC").await.with_context(|| format!("on the host {host}"))?;
        visitor.find(heading("No results")).await.with_context(|| format!("on the host {host}"))?;
        visitor.check_accessibility_of("plan-explorer").await.with_context(|| format!("on the host {host}"))?;
        let console = visitor.console().await?;
        ensure!(console.is_empty(), "the console of the host {host} is not empty:\n{}", console.join("\n"));
    }
    Ok(())
}

async fn a_visitor_with_large_print_gets_large_print(visitor: &Visitor) -> Outcome {
    // The host's root size does not count, the visitor's own does: `medium` is what the visitor has set.
    open(visitor, Host::new("small-root"), "").await?;
    is_ready(visitor).await?;
    let size = "parseFloat(getComputedStyle(document.querySelector('plan-explorer')).fontSize)";
    let usual = "(it => { document.body.append(it); it.style.setProperty('font-size', 'medium'); \
        const size = parseFloat(getComputedStyle(it).fontSize); it.remove(); return size })(document.createElement('p'))";
    assert_eq!(read::<f64>(visitor, size).await?.to_bits(), read::<f64>(visitor, usual).await?.to_bits());
    Ok(())
}

async fn it_can_be_printed_with_the_page_of_the_host(visitor: &Visitor) -> Outcome {
    open(visitor, Host::new("govuk"), "#plan=priority:asb").await?;
    is_ready(visitor).await?;
    visitor.find(heading("Anti-social behaviour").within("plan-explorer")).await?;
    if !visitor.has(crate::harness::Aspect::Print) {
        return Ok(());
    }
    visitor.print().await?;
    let hidden = "[...document.querySelector('plan-explorer').shadowRoot.querySelectorAll('.cp-filters, .cp-bar, .cp-menu, .cp-search, .cp-hero__back, .cp-ways')]
        .filter(it => it.checkVisibility()).length";
    visitor.until("no controls are printed", &format!("{hidden} === 0")).await?;
    visitor.sees("Is it getting better?").await
}
