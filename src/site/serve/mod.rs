//! The site of a data folder on this machine, for whoever writes the plan: it follows every save, and says at each record where it
//! stands and what is wrong with it.
//!
//! The page on show is the last one without mistakes; `news` puts on it what is wrong with the data now. The site is written by the
//! `plan` program in a process of its own: what it holds of the plan goes with it, however often somebody saves.
//!
//! The folder is looked at ten times a second in place of having the system tell of changes: council folders often lie on a network
//! drive, of which systems tell late or never, and there are a few dozen files.

mod news;
mod watch;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use plan_server::{Reply, Request, Server, Settings, file_of};

use crate::plan::load::{self, Problem, tally};
use news::{NEWS, News, RECORDS, SCRIPT, STYLESHEET};
use watch::Snapshot;

/// How often the data folder is looked at.
const OFTEN: Duration = Duration::from_millis(100);
/// How long a page waits at most for an answer whether there is something new.
const PATIENCE: Duration = Duration::from_secs(20);

/// What writes the site.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// The `plan` program.
    pub program: PathBuf,
    /// The folder of the compiled assets; none for those inside the program.
    pub assets: Option<PathBuf>,
    /// Where it keeps what takes long.
    pub cache: PathBuf,
}

impl Publisher {
    /// The command that writes the site of a data folder into another folder.
    fn site(&self, data: &Path, out: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("site").arg(data).arg(out).arg("--no-compress").arg("--cache").arg(&self.cache);
        if let Some(assets) = &self.assets {
            command.arg("--assets").arg(assets);
        }
        command
    }
}

/// A site that follows its data folder: the last one without mistakes, and what is wrong with the data now.
#[derive(Clone)]
pub struct Preview(Arc<Shared>);

struct Shared {
    publisher: Publisher,
    data: PathBuf,
    /// Where the site is written that is served.
    out: PathBuf,
    /// What there was in the data folder when the site was last written.
    published: Mutex<Snapshot>,
    news: Mutex<News>,
    changed: Condvar,
}

/// What came of a save.
#[derive(Clone, Debug)]
pub struct Outcome {
    took: Duration,
    mistakes: Vec<Problem>,
    failure: Option<String>,
}

impl Outcome {
    /// Whether the site on show is that of the data as they are.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.mistakes.is_empty() && self.failure.is_none()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_published() {
            return write!(f, "→ The site was written in {:.1} s.", self.took.as_secs_f64());
        }
        writeln!(f, "→ The site was not written:")?;
        for mistake in &self.mistakes {
            writeln!(f, "{mistake}")?;
        }
        match &self.failure {
            Some(failure) => f.write_str(failure),
            None => f.write_str(&tally(&self.mistakes)),
        }
    }
}

impl Preview {
    /// Of a data folder; nothing is written yet, and what is in `out` goes.
    #[must_use]
    pub fn new(publisher: Publisher, data: PathBuf, out: PathBuf) -> Self {
        let nothing = Mutex::new(Snapshot::new());
        let (news, changed) = (Mutex::default(), Condvar::new());
        Self(Arc::new(Shared { publisher, data, out, published: nothing, news, changed }))
    }

    /// Serves it on a port of this machine, to this machine alone; on a free port for 0.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn serve(&self, port: u16) -> std::io::Result<Server> {
        let mut settings = Settings::new(&self.0.out);
        let preview = self.clone();
        settings.stand_in = Some(Box::new(move |request| preview.answer(request)));
        let server = Server::start(settings, port)?;
        // What another folder's preview has left there.
        drop(fs::remove_dir_all(&self.0.out));
        Ok(server)
    }

    /// Writes the site anew, where the data have no mistakes.
    #[must_use]
    pub fn publish(&self) -> Outcome {
        let began = Instant::now();
        let Shared { publisher, data, out, .. } = &*self.0;
        // Before the data are read: what is saved from here on differs from this, and is written by `follow`.
        *self.published() = watch::snapshot(data);
        // At the same time: the program checks the data too, and writes nothing where there are mistakes.
        let writing = publisher.site(data, out).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mistakes = load::edition(data).problems;
        let places = load::places(data);
        let failure = end_of(writing).err().filter(|_| mistakes.is_empty());
        let outcome = Outcome { took: began.elapsed(), mistakes, failure };
        let mut news = self.news();
        news.next(data, &outcome.mistakes, outcome.failure.as_deref(), &places);
        self.0.changed.notify_all();
        outcome
    }

    /// Writes it again and again, each time when something was saved since it was last written, and tells what came of it.
    pub fn follow(&self, mut tell: impl FnMut(&Outcome)) -> ! {
        let mut before = Snapshot::new();
        loop {
            let now = watch::snapshot(&self.0.data);
            // An editor may save in several steps: when nothing has changed since the last look, it is done.
            if now == before && now != *self.published() {
                tell(&self.publish());
            }
            before = now;
            thread::sleep(OFTEN);
        }
    }

    fn published(&self) -> MutexGuard<'_, Snapshot> {
        self.0.published.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn news(&self) -> MutexGuard<'_, News> {
        self.0.news.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers for pages, and what they ask for to follow changes.
    fn answer(&self, request: &Request) -> Option<Reply> {
        if !is_of_this_machine(request.header("host")) {
            // A site elsewhere may give its own name the address of this machine, and read what is shown here.
            return Some(Reply::text(403, "This is only for the machine that it runs on.\n"));
        }
        match request.path.as_str() {
            SCRIPT => Some(fresh("text/javascript; charset=utf-8", include_str!("preview.js").to_owned())),
            STYLESHEET => Some(fresh("text/css; charset=utf-8", include_str!("preview.css").to_owned())),
            RECORDS => Some(fresh("application/json", self.news().records().to_owned())),
            path if path.ends_with('/') || Path::new(path).extension().is_some_and(|it| it == "html") => {
                self.page(request).map(|page| fresh("text/html; charset=utf-8", self.news().put_on(&page)))
            }
            path => path.strip_prefix(NEWS).map(|version| self.wait_for_news(version)),
        }
    }

    /// Waits until there is another version than the page has, but not for ever.
    fn wait_for_news(&self, version: &str) -> Reply {
        let is_known = |news: &mut News| news.version().to_string() == version;
        let waited = self.0.changed.wait_timeout_while(self.news(), PATIENCE, is_known);
        let (news, _) = waited.unwrap_or_else(PoisonError::into_inner);
        fresh("text/plain; charset=utf-8", news.version().to_string())
    }

    /// The page as it was published; an empty one where none ever was, and nothing where the site has no such page.
    fn page(&self, request: &Request) -> Option<String> {
        let mut request = request.clone();
        // As it is, and the whole of it.
        for header in ["accept-encoding", "if-none-match"] {
            request.headers.remove(header);
        }
        let reply = file_of(&self.0.out, &request);
        if reply.status == 200 {
            return Some(String::from_utf8_lossy(&reply.body).into_owned());
        }
        (!self.0.out.join("index.html").is_file()).then(|| EMPTY.to_owned())
    }
}

/// What is served before there is a site.
const EMPTY: &str = "<!doctype html><html lang=\"en-GB\"><head><title>The plan</title></head><body></body></html>";

/// Whether a request was sent to this machine by one of its own names.
fn is_of_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|it| it.1.bytes().all(|it| it.is_ascii_digit())).map_or(host, |it| it.0);
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

/// Waits until the site is written; what is said where it cannot be.
fn end_of(writing: std::io::Result<Child>) -> Result<(), String> {
    match writing.and_then(Child::wait_with_output) {
        Ok(outcome) if outcome.status.success() => Ok(()),
        Ok(outcome) => Err(String::from_utf8_lossy(&outcome.stderr).trim().to_owned()),
        Err(error) => Err(format!("The plan program could not be started: {error}")),
    }
}

/// A reply that no browser shall keep.
fn fresh(content_type: &str, body: String) -> Reply {
    let mut reply = Reply::new(200, content_type, body);
    reply.headers.push(("Cache-Control", "no-store".into()));
    reply
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_for_news_gets_them_at_once() {
        let publisher = Publisher { program: PathBuf::new(), assets: None, cache: PathBuf::new() };
        let preview = Preview::new(publisher, PathBuf::new(), PathBuf::new());
        let waiting = thread::spawn({
            let preview = preview.clone();
            move || preview.wait_for_news("0").body
        });
        thread::sleep(Duration::from_millis(50));
        preview.news().next(Path::new(""), &[], None, &[]);
        preview.0.changed.notify_all();
        let began = Instant::now();
        assert_eq!(waiting.join().unwrap(), b"1");
        assert!(began.elapsed() < Duration::from_secs(5));
        // A page of an earlier start is told at once.
        assert_eq!(preview.wait_for_news("7").body, b"1");
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in ["127.0.0.1:8080", "localhost", "localhost:8080", "[::1]:8080", "[::1]"] {
            assert!(is_of_this_machine(host), "{host}");
        }
        for host in ["", "plan.example:8080", "127.0.0.1.example", "localhost:80.example"] {
            assert!(!is_of_this_machine(host), "{host}");
        }
    }
}
