//! What an officer does: from a folder of data to a site, with nothing else on the machine, and the page while it is being written.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, thread};

use anyhow::{Result, ensure};
use plan_explorer::site::serve::{Preview, Publisher};
use xtask::server::Settings;

use crate::harness::{Journey, Outcome, Visitor, css, journeys};
use crate::plan::how_many;
use crate::steps::{READY, begin, read, shows};

pub(crate) const JOURNEYS: &[Journey] =
    journeys![a_folder_becomes_a_site_with_an_empty_path, a_mistake_stands_beside_its_record_until_it_is_mended];

/// A folder that goes with the journey.
struct Folder(PathBuf);

impl Folder {
    fn new(visitor: &Visitor, name: &str) -> Self {
        let name = format!("plan-journey-{name}-{}-{}", visitor.engine().name(), std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    /// A copy of the data in it.
    fn data(&self) -> std::io::Result<PathBuf> {
        self.copy("data")
    }

    /// A copy of a folder of the project in it.
    fn copy(&self, folder: &str) -> std::io::Result<PathBuf> {
        let data = self.0.join("ours");
        xtask::project::copy(&xtask::project::root().join(folder), &data)?;
        Ok(data)
    }
}

/// The visitor is on the site of a data folder of the project.
pub(crate) fn site_of(visitor: &Visitor, data: &str) -> Outcome {
    // Journeys run beside one another, each with a folder of its own.
    let folder = Folder::new(visitor, &format!("site-{}", data.replace('/', "-")));
    folder.copy(data)?;
    publish(visitor, folder).map(drop)
}

/// The same of the invented council's three editions, of which the one of 2032 is the current one. Gives the folder of the site.
pub(crate) fn site_of_years(visitor: &Visitor, name: &str) -> Result<PathBuf> {
    let folder = Folder::new(visitor, &format!("years-{name}"));
    let data = folder.copy("tests/editions/brindlemere")?;
    let explorer = "edition = \"2032\"\nearlier = [\"2031\", \"2031-draft\"]\narea = \"area\"\n";
    fs::write(data.join("explorer.toml"), explorer)?;
    publish(visitor, folder)
}

/// Writes the site of a copy of the data, and puts the visitor on it. Gives the folder of the site.
fn publish(visitor: &Visitor, folder: Folder) -> Result<PathBuf> {
    let mut plan = Command::new(env!("CARGO_BIN_EXE_plan"));
    plan.current_dir(&folder.0).env_clear().env("PATH", "").args(["site", "ours", "site", "--no-compress", "--cache"]);
    let ended = plan.arg("kept").arg("--assets").arg(assets()).output()?;
    ensure!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let site = folder.0.join("site");
    visitor.keep(folder);
    visitor.host(Settings::new(&site))?;
    Ok(site)
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn assets() -> PathBuf {
    xtask::project::root().join("target/site/assets")
}

async fn a_folder_becomes_a_site_with_an_empty_path(visitor: &Visitor) -> Outcome {
    site_of(visitor, "data")?;
    begin(visitor, "?priority=asb").await?;
    shows(visitor, how_many("?priority=asb")).await
}

async fn a_mistake_stands_beside_its_record_until_it_is_mended(visitor: &Visitor) -> Outcome {
    let folder = Folder::new(visitor, "serve");
    let data = folder.data()?;
    let publisher = Publisher {
        program: env!("CARGO_BIN_EXE_plan").into(),
        assets: Some(assets()),
        cache: xtask::project::root().join("target/site/cache"),
    };
    let preview = Preview::new(publisher, data.clone(), folder.0.join("preview"));
    let server = preview.serve(0)?;
    let first = preview.publish();
    ensure!(first.is_published(), "{first}");
    thread::spawn(move || preview.follow(|_| {}));

    visitor.go(&format!("{}?priority=asb", server.address())).await?;
    visitor.until("the explorer is there", READY).await?;
    let mark = "#f-asb-victims .preview-place";
    let line = line_of(&data, "id = \"asb-victims\"")? - 1;
    let told = format!("2021-draft/actions.toml, line {line}");
    visitor
        .until("the record has its line", &format!("document.querySelector('{mark}')?.textContent === '{told}'"))
        .await?;
    visitor.click(css(mark)).await?;
    visitor.until("it can be copied", &format!("document.querySelector('{mark}').textContent !== '{told}'")).await?;

    change(&data, "vulnerable and repeat victims", "vulnerable or repeat victims")?;
    let beside =
        "document.querySelector('#f-asb-victims .preview-mistake')?.innerText.includes('is not in source.txt')";
    visitor.until("the mistake stands beside the record", beside).await?;
    let list = "document.querySelector('.preview-mistakes li').innerText";
    let list: String = read(visitor, list).await?;
    assert!(list.starts_with(&format!("2021-draft/actions.toml, line {}", line + 4)), "{list}");
    assert!(list.ends_with("Copy the words from source.txt"), "{list}");

    change(&data, "vulnerable or repeat victims", "vulnerable and repeat victims")?;
    let gone = format!("!document.querySelector('.preview-mistakes, .preview-mistake') && {READY}");
    visitor.until("both are gone", &gone).await?;
    // The preview ends with this journey, and a page that follows it would complain.
    visitor.open("").await?;
    drop(server);
    Ok(())
}

/// The line of the actions on which some text stands, counted from one.
fn line_of(data: &Path, text: &str) -> anyhow::Result<usize> {
    let actions = fs::read_to_string(data.join("2021-draft/actions.toml"))?;
    let at = actions.lines().position(|it| it == text);
    at.map(|it| it + 1).ok_or_else(|| anyhow::anyhow!("no line is {text}"))
}

fn change(data: &Path, from: &str, to: &str) -> Outcome {
    let path = data.join("2021-draft/actions.toml");
    let text = fs::read_to_string(&path)?;
    ensure!(text.contains(from), "no action says {from}");
    Ok(fs::write(&path, text.replacen(from, to, 1))?)
}
