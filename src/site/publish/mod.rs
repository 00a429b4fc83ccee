//! Writes the whole site from a data folder and the compiled assets, which hold no plan. No compiler is needed for it.
//!
//! ```text
//! data/ ──► plan ──► page, facts, records, open data ─┐
//! assets/ ──► programs, scripts, stylesheet, fonts ───┴─► Folder, in memory ─► takes the place of the site before
//! ```
//!
//! | file | adds |
//! | --- | --- |
//! | `content` | what is made of the plan alone: the page, the facts, the records |
//! | `pages` | the pages around it: `index.html`, `embed.html` |
//! | `charts` | images of the charts, drawn here by the library that draws them in the browser |
//! | `social` | the picture beside a link |
//! | `element` | the script that defines the custom element |
//! | `data` | the open data |
//! | `offline` | the copy on the device, the installed app, the one file |
//! | `compress` | compressed copies of all that |
//!
//! The same input gives the same bytes: nothing depends on the machine, and on the day only the date in the one file.

mod assets;
mod cache;
mod charts;
mod compress;
mod content;
mod data;
mod element;
mod folder;
mod inside;
mod offline;
mod pages;
mod publication;
mod report;
mod social;

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result};

use super::chart_images::chart_images;
use super::{filters, head};
use crate::changes::Editions;
use crate::plan::load::{self, Problem};
use crate::plan::{Area, Plan, Records};
use crate::query::facts_and_engine_of_the_first;
use assets::{Assets, Program};
use cache::Cache;
use compress::Settings;
use element::Loaded;
use folder::{Audience, Folder};
use offline::Standalone;
use pages::{Parts, page};
use publication::Publication;

pub use inside::ASSETS_INSIDE;
pub use offline::sum;
pub use report::Report;

/// The page before anything stands in it.
const SHELL: &str = include_str!("../../../index.html");
/// What changed since the edition before. The page names it, too.
const CHANGES: &str = "changes.html";
const ICON: &str = include_str!("../../../public/icon.svg");

/// What is to be published, from where, and where to.
#[derive(Clone, Debug)]
pub struct Request {
    /// The data folder.
    pub data: PathBuf,
    /// The folder of the site. What is in it goes.
    pub out: PathBuf,
    /// The folder of the compiled assets; none for those inside this program ([`ASSETS_INSIDE`]).
    pub assets: Option<PathBuf>,
    /// Whether files get compressed copies.
    pub compress: bool,
    /// Where drawn charts and compressed copies are kept for the next time, if anywhere.
    pub cache: Option<PathBuf>,
    /// Where Trunk has just compiled the programs, if it has: they join the assets, and its page is the one that is filled,
    /// because `trunk serve` has put into it what reloads it.
    pub compiled: Option<PathBuf>,
}

impl Request {
    /// What Trunk asks for when it calls as `Trunk.toml` says; nothing where it does not call.
    #[must_use]
    pub fn of_trunk() -> Option<Self> {
        let staging = PathBuf::from(env::var_os("TRUNK_STAGING_DIR")?);
        Some(Self {
            data: env::var_os("PLAN_DATA").unwrap_or_else(|| "data".into()).into(),
            out: staging.clone(),
            assets: Some("target/site/assets".into()),
            compress: env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release"),
            cache: Some("target/site/cache".into()),
            compiled: Some(staging),
        })
    }
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Unpublished {
    /// The data folder has mistakes.
    Mistakes(Vec<Problem>),
    /// Something else is in the way.
    Failed(anyhow::Error),
}

/// Writes the site.
///
/// # Errors
/// Fails where the data folder has mistakes, assets are missing, or the site cannot be written; then the one before stays.
pub fn run(request: &Request) -> Result<Report, Unpublished> {
    let loaded = load::edition(&request.data);
    let (Some(plan), Some(area)) = (loaded.plan, loaded.area) else {
        return Err(Unpublished::Mistakes(loaded.problems));
    };
    let editions = [vec![plan], loaded.earlier].concat();
    publish(request, editions, &area, loaded.address.as_deref()).map_err(Unpublished::Failed)
}

/// Publishes the current edition, which comes first, with those before it in folders of their own.
fn publish(request: &Request, editions: Vec<Plan>, area: &Area, address: Option<&str>) -> Result<Report> {
    if let (Some(compiled), Some(assets)) = (&request.compiled, &request.assets) {
        Assets::take_in(assets, compiled)?;
    }
    let assets = Assets::read(request.assets.as_deref())?;
    let shell = match &request.compiled {
        Some(folder) => fs::read_to_string(folder.join("index.html")).context("Trunk has left no index.html")?,
        None => SHELL.to_owned(),
    };
    // The components of the page hold the plans for as long as they live, which here is as long as the program runs.
    let editions = Editions::of(editions.leak());
    let cache = Cache(request.cache.clone());
    let settings = Settings { wanted: request.compress, cache: &cache };
    let mut folder = Folder::default();
    for at in 0..editions.all.len() {
        let publication = publication(editions.looking_at(at), area, address)?;
        folder.take_in(&editions.folder(at), site(&publication, &assets, &shell, settings)?);
    }
    let replaces_its_own_work = request.compiled.as_deref().is_some_and(|it| same(it, &request.out));
    if !replaces_its_own_work {
        folder.refuse_strangers(&request.out)?;
    }
    folder.write(&request.out)?;
    Ok(Report::of(&folder, &request.out))
}

/// One of the editions, with all that its site is made from.
fn publication(editions: Editions, area: &Area, address: Option<&str>) -> Result<Publication> {
    let records = Records { plan: editions.here().clone(), area: area.clone() };
    let records: &'static Records = Box::leak(Box::new(records));
    let plan = &records.plan;
    let (facts, engine) = facts_and_engine_of_the_first(&editions.all[editions.at..]).context("there is no edition")?;
    Ok(Publication {
        plan,
        editions,
        area: &records.area,
        records,
        facts,
        engine,
        address: address.map(|it| [it, &editions.folder(editions.at)].concat()),
        title: head::title(plan),
        edition: head::edition_in_words(plan),
        today: offline::today()?,
    })
}

fn same(one: &Path, other: &Path) -> bool {
    one == other || fs::canonicalize(one).ok().is_some_and(|it| fs::canonicalize(other).ok() == Some(it))
}

/// All files of the site.
fn site(of: &Publication, assets: &Assets, shell: &str, settings: Settings<'_>) -> Result<Folder> {
    let mut folder = Folder::default();
    let icon = folder.put_hashed("icon", ".svg", ICON, Audience::Page);
    let loaded = add_loaded(&mut folder, of, assets)?;
    let boot = folder.put_hashed("boot", ".js", assets.boot.clone(), Audience::Page);
    let head = format!(
        "<link rel=\"stylesheet\" href=\"./{}\" data-static><link rel=\"stylesheet\" href=\"./{}\">\
         <link rel=\"icon\" href=\"./{icon}\">{}",
        loaded.without_program,
        loaded.stylesheet,
        script_tag(&boot, &loaded)
    );
    let wards = folder.put_hashed("wards", ".html", content::wards(of), Audience::Page);
    let main = pages::with_wards(&content::main(of), &wards)?;
    element::add(&mut folder, of, &main, &loaded, assets);
    folder.put("plan-explorer-fallback.html", content::fallback(of), Audience::Others);

    let changes = content::changes(of);
    if let Some(changes) = &changes {
        let title = [&of.title, ": what changed"].concat();
        let head =
            format!("<link rel=\"stylesheet\" href=\"./{}\"><link rel=\"icon\" href=\"./{icon}\">", loaded.stylesheet);
        let parts = Parts { title: &title, head: &head, main: changes, after_main: "" };
        folder.put(CHANGES, page(shell, parts)?, Audience::Page);
    }

    let images = chart_images(of.plan, of.facts, of.engine);
    let main_with_pictures = charts::add(&mut folder, &main, &images, &assets.charts, settings.cache)?;

    let frame = folder.put_hashed("frame", ".js", assets.frame.clone(), Audience::Others);
    folder.put("plan-explorer-frame.js", assets.frame_for_hosts.clone(), Audience::Others);
    let parts = Parts { title: &of.title, head: &head, main: &main_with_pictures, after_main: "" };
    folder.put("embed.html", pages::framed(&page(shell, parts)?, &frame)?, Audience::Others);

    let social = social::add(&mut folder, of, &assets.fonts, settings.cache)?;
    data::add(&mut folder, of);
    let standalone = Standalone {
        shell,
        head: &head,
        social: &social,
        main: &main,
        main_with_pictures: &main_with_pictures,
        changes: changes.as_deref(),
        icon: &icon,
    };
    offline::add(&mut folder, of, standalone, assets, settings)?;
    settings.compress(&mut folder)?;
    Ok(folder)
}

/// Adds what pages load after themselves, each file named after its content.
fn add_loaded(folder: &mut Folder, of: &Publication, assets: &Assets) -> Result<Loaded> {
    let mut program = |name: &str, Program { script, wasm }: &Program| {
        [(".js", script), ("_bg.wasm", wasm)]
            .map(|(ending, bytes)| folder.put_hashed(name, ending, bytes.clone(), Audience::Page))
    };
    let [explorer, details] = assets::PROGRAMS;
    let (explorer, details) = (program(explorer, &assets.explorer), program(details, &assets.details));
    let without_program = [assets.without_program.as_str(), &filters::filters(of.plan)].concat();
    Ok(Loaded {
        explorer,
        details,
        records: folder.put_hashed("plan-records", ".bin", content::records(of)?, Audience::Page),
        lazy: folder.put_hashed("lazy", ".js", assets.lazy.clone(), Audience::Page),
        fragments: folder.put_hashed("fragments", ".js", assets.fragments.clone(), Audience::Page),
        charts: folder.put_hashed("charts", ".js", assets.charts.clone(), Audience::Page),
        stylesheet: folder.put_hashed("plan", ".css", assets.stylesheet.clone(), Audience::Page),
        without_program: folder.put_hashed("static", ".css", without_program, Audience::Page),
    })
}

/// What starts the program, and where it finds the rest.
fn script_tag(boot: &str, loaded: &Loaded) -> String {
    let Loaded { explorer: [js, wasm], details: [details_js, details_wasm], records, lazy, fragments, charts, .. } =
        loaded;
    format!(
        "<script type=\"module\" fetchpriority=\"low\" src=\"./{boot}\" data-js=\"./{js}\" data-wasm=\"./{wasm}\" \
         data-lazy=\"./{lazy}\" data-charts=\"./{charts}\" data-details-js=\"./{details_js}\" \
         data-details-wasm=\"./{details_wasm}\" data-records=\"./{records}\" data-fragments=\"./{fragments}\"></script>"
    )
}
