//! The command `serve`: the site as it would be published now, which follows every saved change of the data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context as _, Result};

use crate::args::Args;
use crate::publish::{self, Publisher};
use crate::run::seconds;
use crate::server::{Reply, Request, Server, Settings, file_of};
use crate::setup::{self, Need};
use crate::{build, project};

/// The port that is tried first.
const USUAL_PORT: u16 = 8080;
/// How often the data folder is looked at.
const OFTEN: Duration = Duration::from_millis(100);
/// How long a page waits at most for an answer whether there is something new.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn run(mut args: Args) -> Result<()> {
    let port = args.number("--port")?.pop();
    args.finish()?;
    let tools = setup::set_up(Need::Site)?;
    build::assets_if_changed(&tools)?;
    // What was released in `dist/` stays as it is.
    let out = project::root().join("target/site/preview");
    let preview = Preview::new(Publisher::of_the_project(), publish::data(), out);
    preview.publish();
    let server = start(port, &preview)?;
    println!("\nThe plan explorer is at {}", server.address());
    println!("It follows every saved change in {}. Stop it with Ctrl-C.", publish::data().display());
    preview.follow()
}

fn start(port: Option<u16>, preview: &Preview) -> Result<Server> {
    if let Some(port) = port {
        return preview.serve(port).with_context(|| format!("port {port} cannot be used"));
    }
    let server = (USUAL_PORT..USUAL_PORT + 20).find_map(|port| preview.serve(port).ok());
    server.map_or_else(|| preview.serve(0), Ok).context("no free port was found")
}

/// A site that follows its data folder: the last one without mistakes, and what is wrong with the data now.
#[derive(Clone)]
pub struct Preview(Arc<Shared>);

struct Shared {
    publisher: Publisher,
    data: PathBuf,
    /// Where the site is written that is served.
    out: PathBuf,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Counts what came of each change.
    version: u64,
    /// What `plan site` says of the data, where it has not published.
    mistakes: Option<String>,
}

/// Addresses of the preview's own.
const SCRIPT: &str = "/preview.js";
const STYLESHEET: &str = "/preview.css";
const NEWS: &str = "/preview/";

impl Preview {
    /// Of a data folder; nothing is written yet.
    #[must_use]
    pub fn new(publisher: Publisher, data: PathBuf, out: PathBuf) -> Self {
        Self(Arc::new(Shared { publisher, data, out, state: Mutex::default(), changed: Condvar::new() }))
    }

    /// Serves it on a port of this machine, or on a free one for 0.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn serve(&self, port: u16) -> std::io::Result<Server> {
        let mut settings = Settings::new(&self.0.out);
        let preview = self.clone();
        settings.stand_in = Some(Box::new(move |request| preview.answer(request)));
        Server::start(settings, port)
    }

    /// Writes the site anew.
    pub fn publish(&self) {
        let began = Instant::now();
        let mut command = self.0.publisher.site(&self.0.data, &self.0.out);
        let outcome = command.arg("--no-compress").stdout(Stdio::null()).stderr(Stdio::piped()).output();
        let mistakes = match outcome {
            Ok(outcome) if outcome.status.success() => None,
            Ok(outcome) => Some(String::from_utf8_lossy(&outcome.stderr).trim().to_owned()),
            Err(error) => Some(format!("The plan program could not be started: {error}")),
        };
        match &mistakes {
            None => println!("→ The site was written in {}.", seconds(began.elapsed())),
            Some(mistakes) => println!("→ The site stays as it was:\n{mistakes}"),
        }
        let mut state = self.state();
        state.version += 1;
        state.mistakes = mistakes;
        self.0.changed.notify_all();
    }

    /// Writes it again and again, each time when something was saved.
    pub fn follow(&self) -> ! {
        let mut published = snapshot(&self.0.data);
        let mut before = published.clone();
        loop {
            thread::sleep(OFTEN);
            let now = snapshot(&self.0.data);
            // An editor may save in several steps: when nothing has changed since the last look, it is done.
            if now == before && now != published {
                published.clone_from(&now);
                self.publish();
            }
            before = now;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers for pages, and what they ask for to follow changes.
    fn answer(&self, request: &Request) -> Option<Reply> {
        if let Some(version) = request.path.strip_prefix(NEWS) {
            return Some(self.news(version));
        }
        match request.path.as_str() {
            SCRIPT => Some(Reply::new(200, "text/javascript; charset=utf-8", include_str!("serve/preview.js"))),
            STYLESHEET => Some(Reply::new(200, "text/css; charset=utf-8", include_str!("serve/preview.css"))),
            path if path.ends_with('/') || Path::new(path).extension().is_some_and(|it| it == "html") => {
                let state = self.state();
                let page = self.page(request);
                if state.mistakes.is_none() && page.status != 200 {
                    return None;
                }
                Some(fresh("text/html; charset=utf-8", with_news(&String::from_utf8_lossy(&page.body), &state)))
            }
            _ => None,
        }
    }

    /// Waits until there is another version than the page has, but not for ever.
    fn news(&self, version: &str) -> Reply {
        let is_known = |state: &mut State| state.version.to_string() == version;
        let waited = self.0.changed.wait_timeout_while(self.state(), PATIENCE, is_known);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        fresh("text/plain; charset=utf-8", state.version.to_string())
    }

    /// The page as it was published; an empty one where none ever was.
    fn page(&self, request: &Request) -> Reply {
        let mut request = request.clone();
        // As it is, and the whole of it.
        for header in ["accept-encoding", "if-none-match"] {
            request.headers.remove(header);
        }
        let reply = file_of(&self.0.out, &request);
        if reply.status == 200 || self.0.out.join("index.html").is_file() {
            return reply;
        }
        let empty = "<!doctype html><html lang=\"en-GB\"><head><title>The plan</title></head><body></body></html>";
        Reply::new(404, "text/html; charset=utf-8", empty)
    }
}

/// A reply that no browser shall keep.
fn fresh(content_type: &str, body: String) -> Reply {
    let mut reply = Reply::new(200, content_type, body);
    reply.headers.push(("Cache-Control", "no-store".into()));
    reply
}

/// A page with the mistakes of the data on top, and with what follows the next change.
fn with_news(page: &str, state: &State) -> String {
    let follow = format!(
        "<link rel=\"stylesheet\" href=\"{STYLESHEET}\"><script type=\"module\" src=\"{SCRIPT}\" data-news=\"{NEWS}{}\"></script></head>",
        state.version
    );
    let page = page.replacen("</head>", &follow, 1);
    let Some(mistakes) = &state.mistakes else { return page };
    let lines = mistakes.lines().map(escaped).collect::<Vec<_>>().join("</li><li>");
    let list = format!(
        "<section class=\"preview-mistakes\" role=\"alert\"><h2>This data cannot be published yet</h2><ul><li>{lines}</li></ul>\
         <p>Below is the site as it was before. It follows when the mistakes are mended and saved.</p></section>"
    );
    // After the tag of the body, whose attributes have no such sign in them.
    let body = page.find("<body").and_then(|start| Some(start + page.get(start..)?.find('>')? + 1));
    let (before, after) = page.split_at(body.unwrap_or_default());
    [before, &list, after].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Every file in a folder and those in it, with its time and size.
fn snapshot(folder: &Path) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match fs::metadata(&path) {
                Ok(about) if about.is_dir() => folders.push(path),
                Ok(about) => files.push((path, about.modified().ok(), about.len())),
                Err(_) => {}
            }
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title>t</title></head><body class=\"cp-standalone\"><main></main></body></html>";

    #[test]
    fn a_page_follows_the_next_version() {
        let page = with_news(PAGE, &State { version: 7, mistakes: None });
        assert!(page.contains("data-news=\"/preview/7\"></script></head>"), "{page}");
        assert!(!page.contains("preview-mistakes"));
    }

    #[test]
    fn mistakes_stand_above_the_page_with_every_sign_as_it_is() {
        let mistakes = "data/a.toml:3: “<b>” & more\n1 mistake in 1 file".to_owned();
        let page = with_news(PAGE, &State { version: 1, mistakes: Some(mistakes) });
        let start = "<body class=\"cp-standalone\"><section class=\"preview-mistakes\" role=\"alert\">";
        assert!(page.contains(start), "{page}");
        assert!(page.contains("<li>data/a.toml:3: “&lt;b>” &amp; more</li><li>1 mistake in 1 file</li>"), "{page}");
        assert!(page.contains("</section><main>"), "{page}");
    }

    #[test]
    fn a_change_of_any_file_is_seen() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("in")).unwrap();
        fs::write(folder.join("in/a.toml"), "1").unwrap();
        let first = snapshot(&folder);
        assert_eq!((first.len(), &snapshot(&folder)), (1, &first));
        fs::write(folder.join("in/a.toml"), "12").unwrap();
        assert_ne!(snapshot(&folder), first);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn whoever_waits_for_news_gets_them_at_once() {
        let publisher = Publisher { plan: PathBuf::new(), assets: PathBuf::new(), cache: PathBuf::new() };
        let preview = Preview::new(publisher, PathBuf::new(), PathBuf::new());
        let waiting = thread::spawn({
            let preview = preview.clone();
            move || preview.news("0").body
        });
        thread::sleep(Duration::from_millis(50));
        preview.state().version = 1;
        preview.0.changed.notify_all();
        let began = Instant::now();
        assert_eq!(waiting.join().unwrap(), b"1");
        assert!(began.elapsed() < Duration::from_secs(5));
        // A page of an earlier start is told at once.
        assert_eq!(preview.news("7").body, b"1");
    }
}
