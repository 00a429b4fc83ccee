//! The server, asked over a socket as a browser would.

use std::fs;
use std::io::Read as _;
use std::io::Write as _;
use std::net::TcpStream;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::files::is_hashed;
use super::*;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let base = std::env::temp_dir().join(format!("plan-explorer-server-{name}-{}", std::process::id()));
        fs::create_dir_all(base.join("site/data")).unwrap();
        fs::write(base.join("secret.txt"), "secret").unwrap();
        fs::write(base.join("site/index.html"), "<p>home").unwrap();
        fs::write(base.join("site/data/a b.json"), "{}").unwrap();
        fs::write(base.join("site/app-0123456789abcdef_bg.wasm"), "\0asm plain").unwrap();
        fs::write(base.join("site/app-0123456789abcdef_bg.wasm.br"), "brotli").unwrap();
        fs::write(base.join("site/app-0123456789abcdef_bg.wasm.gz"), "gzip").unwrap();
        Self(base)
    }

    fn serve(&self) -> Server {
        Server::start(Settings::new(self.0.join("site")), 0).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    stream.write_all(request.replace('\n', "\r\n").as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    String::from_utf8_lossy(&reply).into_owned()
}

fn get(server: &Server, path: &str, headers: &str) -> String {
    ask(server, &format!("GET {path} HTTP/1.1\nHost: localhost\n{headers}\n"))
}

#[test]
fn sends_files_under_the_policy_and_with_their_types() {
    let folder = Folder::new("types");
    let server = folder.serve();
    let home = get(&server, "/?q=a/../b#c", "");
    assert!(home.starts_with("HTTP/1.1 200 OK\r\n"), "{home}");
    assert!(home.ends_with("\r\n\r\n<p>home"), "{home}");
    for header in [
        "Content-Type: text/html; charset=utf-8",
        &format!("Content-Security-Policy: {CONTENT_SECURITY_POLICY}"),
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Cache-Control: no-cache",
    ] {
        assert!(home.contains(&format!("\r\n{header}\r\n")), "{header} not in {home}");
    }
    assert!(get(&server, "/data/a%20b.json", "").contains("Content-Type: application/json"));
    assert!(get(&server, "/data", "").contains("Location: /data/"));
    assert!(get(&server, "/data/", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn sends_the_smallest_copy_that_is_accepted() {
    let folder = Folder::new("copies");
    let server = folder.serve();
    let path = "/app-0123456789abcdef_bg.wasm";
    let both = get(&server, path, "Accept-Encoding: gzip, deflate, br\n");
    assert!(both.contains("Content-Encoding: br\r\n") && both.ends_with("\r\n\r\nbrotli"), "{both}");
    assert!(
        both.contains("Content-Type: application/wasm\r\n") && both.contains("max-age=31536000, immutable"),
        "{both}"
    );
    assert!(get(&server, path, "Accept-Encoding: gzip;q=0.5, br;q=0\n").ends_with("\r\n\r\ngzip"));
    assert!(get(&server, path, "").ends_with("\0asm plain"));
}

#[test]
fn answers_not_modified_and_keeps_the_connection() {
    let folder = Folder::new("again");
    let server = folder.serve();
    let first = get(&server, "/", "");
    let tag = first.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
    let twice = format!("GET / HTTP/1.1\nHost: x\nIf-None-Match: {tag}\n\nHEAD / HTTP/1.1\nHost: x\n\n");
    let replies = ask(&server, &twice);
    assert!(replies.starts_with("HTTP/1.1 304 Not Modified"), "{replies}");
    assert!(replies.contains("\r\n\r\nHTTP/1.1 200 OK") && replies.ends_with("\r\n\r\n"), "{replies}");
    assert_eq!(server.requests(), 3);
}

#[test]
fn refuses_to_leave_the_folder() {
    let folder = Folder::new("leave");
    let server = folder.serve();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("site/link.txt")).unwrap();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//../secret.txt",
        "/link.txt",
        "/%zz",
        "/%00",
    ] {
        let reply = get(&server, path, "");
        assert!(reply.starts_with("HTTP/1.1 404") && !reply.contains("secret"), "{path}: {reply}");
    }
    assert!(ask(&server, "POST / HTTP/1.1\nHost: x\n\n").starts_with("HTTP/1.1 405"));
    for nonsense in ["nonsense\n\n", "GET http://elsewhere/ HTTP/1.1\n\n", "GET / HTTP/1.1\nno colon\n\n", "\n"] {
        assert!(ask(&server, nonsense).starts_with("HTTP/1.1 400"), "{nonsense}");
    }
}

#[test]
fn a_test_can_stand_in_for_a_file_and_take_the_site_away() {
    let folder = Folder::new("stand-in");
    let mut settings = Settings::new(folder.0.join("site"));
    settings.stand_in = Some(Box::new(|request| {
        let mut reply = Reply::new(200, "application/wasm", "half");
        reply.declared = Some(8);
        (request.path == "/x.wasm").then_some(reply)
    }));
    let mut server = Server::start(settings, 0).unwrap();
    let cut = get(&server, "/x.wasm", "");
    assert!(cut.contains("Content-Length: 8\r\n") && cut.ends_with("\r\n\r\nhalf"), "{cut}");
    assert!(get(&server, "/", "").contains("200 OK"));
    server.stop();
    assert!(TcpStream::connect(("127.0.0.1", server.port)).is_err());
    server.resume().unwrap();
    assert!(get(&server, "/", "").contains("200 OK"));
}

#[test]
fn knows_names_made_from_content() {
    for name in ["app-0123456789abcdef_bg.wasm", "plan-explorer-123456789abcdef.js", "plan-abcdefabcdefabcd.css"] {
        assert!(is_hashed(name), "{name}");
    }
    for name in ["boot.js", "index.html", "plan-explorer.js", "0123456789abcdef.js", "plan-explorer-offline.html"] {
        assert!(!is_hashed(name), "{name}");
    }
}

#[test]
fn what_waits_at_a_gate_is_sent_when_it_opens() {
    let folder = Folder::new("gate");
    let gate = Gate::default();
    let mut settings = Settings::new(folder.0.join("site"));
    let held = gate.clone();
    settings.stand_in = Some(Box::new(move |_| {
        let mut reply = Reply::text(200, "at last");
        reply.gate = Some(held.clone());
        Some(reply)
    }));
    let server = Server::start(settings, 0).unwrap();
    let opened = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            assert!(get(&server, "/", "").ends_with("at last"));
            assert!(opened.load(Ordering::SeqCst), "it was sent before the gate was opened");
        });
        std::thread::sleep(Duration::from_millis(100));
        opened.store(true, Ordering::SeqCst);
        gate.open();
    });
    assert!(get(&server, "/", "").ends_with("at last"));
}

#[test]
fn the_policy_is_in_the_documents_and_allows_the_line_of_script_in_the_page() {
    let read =
        |name: &str| std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(name)).unwrap();
    let page = read("index.html");
    let lines: Vec<_> = page.split("<script").skip(1).collect();
    let [line] = lines[..] else { panic!("index.html has {} scripts", lines.len()) };
    let line = line.strip_prefix('>').and_then(|it| it.split_once("</script>")).unwrap().0;
    let sum = format!("'sha256-{}'", BASE64.encode(Sha256::digest(line.as_bytes())));
    assert!(CONTENT_SECURITY_POLICY.contains(&sum), "the policy does not have {sum}");
    assert!(read("docs/hosting.md").contains(&format!("\nContent-Security-Policy: {CONTENT_SECURITY_POLICY}\n")));
}
