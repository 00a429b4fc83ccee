//! Serves the built site as a careful council host would: strict content security policy, right types, compressed copies,
//! caching by hashed name. Small on purpose; a test can change the policy, answer for single files, or take the site away.

mod files;
mod http;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

pub use files::is_hashed;
pub use http::{Gate, Reply, Request};

/// The content security policy under which the site has to work. The sum is that of the one line of script in `index.html`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
     script-src 'self' 'wasm-unsafe-eval' 'sha256-5h4PK0kXVn+6q7oP9bAK9PIbNWsAOBP9FmsoVv9plOk='; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; \
     form-action 'none'";

/// How long a reply waits for its gate.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Answers a request in place of the file, or declines with `None`.
pub type Stand = Box<dyn Fn(&Request) -> Option<Reply> + Send + Sync>;

/// What to serve and how.
pub struct Settings {
    /// The folder with the files.
    pub folder: PathBuf,
    /// The content security policy; empty for none.
    pub policy: String,
    /// Asked before the files are: for tests of a broken or unusual host.
    pub stand_in: Option<Stand>,
    /// Whether pages of other sites, and sandboxed frames, may load its files.
    pub shared: bool,
    /// A script that every page gets before its own, for engines in which a test cannot listen from a page's start otherwise.
    pub first_script: Option<&'static str>,
}

impl Settings {
    /// The folder under the production policy.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            policy: CONTENT_SECURITY_POLICY.into(),
            stand_in: None,
            shared: false,
            first_script: None,
        }
    }
}

/// Listens on a free port that nothing in this program has had before. The system may give a port again, and a browser
/// that has seen the site there may then answer from its cache in place of a host that serves something else.
fn new_port() -> std::io::Result<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Kept until the end, so that the next attempt gets another.
    let mut had_before = Vec::new();
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        had_before.push(listener);
    }
}

/// A running server. It stops when it is dropped.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    settings: Settings,
    stopped: AtomicBool,
    requests: AtomicU64,
    open: Mutex<BTreeMap<u64, TcpStream>>,
}

impl Server {
    /// Serves on the given port of this machine, or on a free one for 0.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(settings: Settings, port: u16) -> std::io::Result<Self> {
        let listener = if port == 0 { new_port()? } else { TcpListener::bind(("127.0.0.1", port))? };
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            settings,
            stopped: AtomicBool::new(false),
            requests: AtomicU64::new(0),
            open: Mutex::default(),
        });
        let mut server = Self { port, shared, listening: None };
        server.listen(listener);
        Ok(server)
    }

    /// The address of the site, with a slash at its end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Comes back at the same address after `stop`.
    ///
    /// # Errors
    /// When somebody else has taken the port.
    pub fn resume(&mut self) -> std::io::Result<()> {
        if self.listening.is_none() {
            let listener = TcpListener::bind(("127.0.0.1", self.port))?;
            self.shared.stopped.store(false, Ordering::SeqCst);
            self.listen(listener);
        }
        Ok(())
    }

    fn listen(&mut self, listener: TcpListener) {
        let shared = Arc::clone(&self.shared);
        self.listening = Some(std::thread::spawn(move || listen(&listener, &shared)));
    }

    /// How many requests were answered so far.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.shared.requests.load(Ordering::Relaxed)
    }

    /// Goes off line: no request is answered any more, open connections are cut.
    pub fn stop(&mut self) {
        let Some(listening) = self.listening.take() else { return };
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        if listening.join().is_err() {
            eprintln!("the server's thread had panicked");
        }
        for stream in self.shared.open_streams().values() {
            drop(stream.shutdown(Shutdown::Both));
        }
    }

    /// Waits for ever.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn open_streams(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for (number, stream) in (0..).zip(listener.incoming()) {
        if shared.stopped.load(Ordering::SeqCst) {
            break;
        }
        let Ok(stream) = stream else { continue };
        if let Ok(copy) = stream.try_clone() {
            shared.open_streams().insert(number, copy);
        }
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            // A visitor who hangs up in the middle is no fault of ours.
            drop(converse(&stream, &shared));
            shared.open_streams().remove(&number);
        });
    }
}

/// Answers one request after another on one connection.
fn converse(stream: &TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    while !shared.stopped.load(Ordering::SeqCst) && !reader.fill_buf()?.is_empty() {
        let Some(request) = http::read(&mut reader)? else {
            return write(&mut writer, &Reply::text(400, "That is not a request.\n"), false, &shared.settings.policy);
        };
        shared.requests.fetch_add(1, Ordering::Relaxed);
        let reply = answer(&shared.settings, request.clone());
        write(&mut writer, &reply, request.method == "HEAD", &shared.settings.policy)?;
        if reply.cut_short() {
            return stream.shutdown(Shutdown::Both);
        }
    }
    Ok(())
}

fn answer(settings: &Settings, mut request: Request) -> Reply {
    if let Some(script) = settings.first_script {
        if request.path == FIRST_SCRIPT {
            let mut reply = Reply::new(200, "text/javascript; charset=utf-8", script);
            // A page that was stored to be read off line finds it in the browser's own store.
            reply.headers.push(("Cache-Control", "public, max-age=31536000, immutable".into()));
            reply.headers.push(("Access-Control-Allow-Origin", "*".into()));
            return reply;
        }
        if [".html", "/"].iter().any(|end| request.path.ends_with(end)) {
            request.headers.remove("accept-encoding");
            // What the browser has of a page has the script in it, and a worker asks for the page as it is.
            request.headers.remove("if-none-match");
        }
    }
    let stand_in = settings.stand_in.as_ref().and_then(|stand_in| stand_in(&request));
    let mut reply = stand_in.unwrap_or_else(|| files::answer(&settings.folder, &request));
    // Not into what a script asks for: a worker checks that it gets the page as it is.
    if settings.first_script.is_some() && request.header("sec-fetch-dest") != "empty" {
        put_first_script(&mut reply);
    }
    if settings.shared {
        reply.headers.push(("Access-Control-Allow-Origin", "*".into()));
    }
    reply
}

/// The reply of a server of this folder: for tests whose host serves more than one.
#[must_use]
pub fn file_of(folder: &Path, request: &Request) -> Reply {
    files::answer(folder, request)
}

/// Where the first script is.
const FIRST_SCRIPT: &str = "/first-script.js";

fn put_first_script(reply: &mut Reply) {
    let page = reply.headers.iter().any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"));
    let head = reply.body.windows(6).position(|part| part.eq_ignore_ascii_case(b"<head>"));
    if let (true, Some(head)) = (page && reply.declared.is_none(), head) {
        let tag = format!("<script src=\"{FIRST_SCRIPT}\"></script>");
        reply.body.splice(head + 6..head + 6, tag.into_bytes());
    }
}

fn write(writer: &mut impl Write, reply: &Reply, head_only: bool, policy: &str) -> std::io::Result<()> {
    let mut out = format!("HTTP/1.1 {} {}\r\n", reply.status, http::reason(reply.status)).into_bytes();
    for (name, value) in &reply.headers {
        write!(out, "{name}: {value}\r\n")?;
    }
    if !policy.is_empty() {
        write!(out, "Content-Security-Policy: {policy}\r\n")?;
    }
    write!(out, "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n")?;
    if reply.status != 304 {
        write!(out, "Content-Length: {}\r\n", reply.declared.unwrap_or(reply.body.len()))?;
    }
    out.extend_from_slice(b"\r\n");
    let body = if head_only { &[] } else { &reply.body[..] };
    let (first, rest) = body.split_at(reply.before_gate.min(body.len()));
    out.extend_from_slice(first);
    if let Some(gate) = &reply.gate {
        if !first.is_empty() {
            writer.write_all(&out)?;
            writer.flush()?;
            out.clear();
        }
        gate.pass(LONGEST_WAIT);
    }
    out.extend_from_slice(rest);
    writer.write_all(&out)?;
    writer.flush()
}

#[cfg(test)]
mod tests;
