//! The commands about the finished site: `plan site`, `plan serve`, `plan host`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs};

use clap::{Args, ValueEnum};
use plan_explorer::site::hosting::{self, Server};
use plan_explorer::site::publish::{self, ASSETS_INSIDE, Request, Unpublished};
use plan_explorer::site::serve::{Preview, Publisher};

use crate::native::{USAGE, list};

#[derive(Args)]
pub(crate) struct Site {
    /// The data folder
    #[arg(value_name = "DATA", required_unless_present = "trunk")]
    data: Option<PathBuf>,
    /// The folder to write into; what is in it goes
    #[arg(value_name = "OUT", required_unless_present = "trunk")]
    out: Option<PathBuf>,
    /// The compiled assets, as `trunk build --release` leaves them in target/site/assets; the program of the kit has its own
    #[arg(long, value_name = "FOLDER")]
    assets: Option<PathBuf>,
    /// Leave out the compressed copies
    #[arg(long)]
    no_compress: bool,
    /// Keep drawn charts and compressed copies there, and take them from there the next time (usually in your own cache folder)
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// For Trunk.toml: take all that from what Trunk says to its hooks, and the data from `PLAN_DATA`
    #[arg(long, conflicts_with_all = ["data", "out", "assets", "cache", "no_compress"])]
    trunk: bool,
}

#[derive(Args)]
pub(crate) struct Serve {
    /// The data folder
    #[arg(value_name = "FOLDER", default_value = "data")]
    data: PathBuf,
    /// Use this port and no other (usually 8080 or the next free one)
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The compiled assets, as for `plan site`
    #[arg(long, value_name = "FOLDER")]
    assets: Option<PathBuf>,
    /// Keep drawn charts and the site on show there (usually in your own cache folder)
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Host {
    /// What serves the site
    #[arg(value_enum)]
    server: Kind,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Nginx,
    Apache,
    /// Internet Information Services, of Windows
    Iis,
    /// A host of static files that reads `_headers`
    Static,
}

/// Writes the whole site.
pub(crate) fn site(call: Site) -> io::Result<ExitCode> {
    let Site { data, out, assets, no_compress, cache, trunk } = call;
    let request = if let (Some(data), Some(out)) = (data, out) {
        if let Some(code) = refuse_without_assets(assets.as_deref())? {
            return Ok(code);
        }
        let cache = cache.or_else(|| Some(own_cache()?.join(DRAWN)));
        if let Some(kept) = &cache {
            tidy(kept);
        }
        Request { data, out, assets, compress: !no_compress, cache, compiled: None }
    } else if let Some(request) = Request::of_trunk() {
        request
    } else {
        let words = "“site --trunk” is for Trunk to call, which says in TRUNK_STAGING_DIR where to write.";
        writeln!(io::stderr().lock(), "{words}")?;
        return Ok(ExitCode::from(USAGE));
    };
    match publish::run(&request) {
        Ok(report) => {
            let mut out = io::stdout().lock();
            writeln!(out, "{report}")?;
            if !trunk {
                writeln!(out, "{NEXT}")?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(Unpublished::Mistakes(problems)) => list(&problems),
        Err(Unpublished::Failed(error)) => {
            writeln!(io::stderr().lock(), "Nothing was published: {error:#}.").map(|()| ExitCode::FAILURE)
        }
    }
}

/// What to do with a site that was written.
const NEXT: &str = "
Put all of it into a folder on your server, index.html last. Leave the files with long hashes in their names
that are there already for a day: visitors may have the page open. Nothing else is needed: no program, no database.
The server's settings (types, caching, security policy): plan host nginx|apache|iis|static";

/// Says that the compiled assets are neither named nor inside the program; how the command ends then.
fn refuse_without_assets(named: Option<&Path>) -> io::Result<Option<ExitCode>> {
    if named.is_some() || ASSETS_INSIDE {
        return Ok(None);
    }
    let words = "This program has no compiled assets inside it. Name their folder with --assets FOLDER \
                 (`cargo xtask build` makes it, in target/site/assets), or take the program from the kit.";
    writeln!(io::stderr().lock(), "{words}")?;
    Ok(Some(ExitCode::from(USAGE)))
}

/// The folder for what can be made again, of whoever is logged in.
fn own_cache() -> Option<PathBuf> {
    dirs::cache_dir().map(|it| it.join("plan-explorer"))
}

/// The folder in it for what takes long to make.
const DRAWN: &str = "drawn";
/// How long that is kept.
const KEPT: Duration = Duration::from_hours(30 * 24);

/// Takes out of a cache what was made long ago.
fn tidy(cache: &Path) {
    for file in fs::read_dir(cache).into_iter().flatten().flatten() {
        let about = file.metadata().ok().filter(fs::Metadata::is_file);
        let age = about.and_then(|it| it.modified().ok()?.elapsed().ok());
        if age.is_some_and(|it| it > KEPT) {
            // What cannot be taken away is in nobody's way.
            drop(fs::remove_file(file.path()));
        }
    }
}

/// The port that is tried first, and how many after it.
const USUAL_PORTS: std::ops::Range<u16> = 8080..8100;

/// Serves the site on this machine and follows every save.
pub(crate) fn serve(call: Serve) -> io::Result<ExitCode> {
    let Serve { data, port, assets, cache } = call;
    if let Some(code) = refuse_without_assets(assets.as_deref())? {
        return Ok(code);
    }
    let fail = |words: String| writeln!(io::stderr().lock(), "{words}").map(|()| ExitCode::FAILURE);
    if !data.is_dir() {
        return fail(format!("{}: there is no such folder. Name the folder that holds explorer.toml", data.display()));
    }
    let (drawn, shown) = match (cache, own_cache()) {
        (Some(named), _) => (named.clone(), named),
        (None, Some(own)) => (own.join(DRAWN), own),
        (None, None) => return fail("There is no cache folder here. Name one with --cache FOLDER.".to_owned()),
    };
    let publisher = Publisher { program: env::current_exe()?, assets, cache: drawn };
    let open = |port: u16| {
        // Only one program can have the port, so it has the folder to itself.
        let preview = Preview::new(publisher.clone(), data.clone(), shown.join(format!("preview-{port}")));
        preview.serve(port).ok().map(|server| (preview, server))
    };
    let opened = match port {
        Some(port) => open(port).ok_or_else(|| format!("Port {port} is taken. Name another with --port.")),
        None => {
            USUAL_PORTS.into_iter().find_map(open).ok_or_else(|| "No free port was found. Name one with --port.".into())
        }
    };
    let (preview, server) = match opened {
        Ok(opened) => opened,
        Err(words) => return fail(words),
    };
    // Whoever has closed the terminal reads no more; the page is told all the same.
    let tell = |words: &dyn std::fmt::Display| drop(writeln!(io::stdout().lock(), "{words}"));
    tell(&preview.publish());
    tell(&format!("\nThe plan is at {}", server.address()));
    tell(&format!("It follows every save in {}. Stop it with Ctrl-C.\n", data.display()));
    preview.follow(|outcome| tell(outcome))
}

/// Prints the settings for a server.
pub(crate) fn host(call: &Host) -> io::Result<ExitCode> {
    let server = match call.server {
        Kind::Nginx => Server::Nginx,
        Kind::Apache => Server::Apache,
        Kind::Iis => Server::Iis,
        Kind::Static => Server::Static,
    };
    let Some(settings) = hosting::settings(server) else { return Ok(ExitCode::FAILURE) };
    write!(io::stdout().lock(), "{settings}")?;
    Ok(ExitCode::SUCCESS)
}
