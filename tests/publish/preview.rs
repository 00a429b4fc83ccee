//! What `plan serve` shows: it follows every saved change, and says what is wrong with the data.

use crate::{INVENTED, Scratch, root};
use plan_explorer::site::serve::{Preview, Publisher};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};
use xtask::server::Server;

/// A preview of a copy of the invented edition.
struct Following {
    scratch: Scratch,
    server: Server,
    preview: Preview,
}

impl Following {
    /// Its site is written, and nobody follows the data yet.
    fn publish(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let data = scratch.0.join("data");
        xtask::project::copy(&root().join(INVENTED), &data).expect("the edition can be copied");
        let publisher = Publisher {
            program: PathBuf::from(env!("CARGO_BIN_EXE_plan")),
            assets: Some(scratch.0.join("assets")),
            cache: scratch.0.join("cache"),
        };
        let preview = Preview::new(publisher, data, scratch.0.join("preview"));
        let server = preview.serve(0).expect("there is a free port");
        assert!(preview.publish().is_published());
        Self { scratch, server, preview }
    }

    /// Follows the data from now on, until the tests are done.
    fn follow(&self) {
        let preview = self.preview.clone();
        thread::spawn(move || preview.follow(|_| {}));
    }

    /// What is served at a path.
    fn get(&self, path: &str) -> String {
        let address = self.server.address();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("it is served");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("it listens");
        let mut answer = Vec::new();
        let mut piece = [0; 16_384];
        loop {
            let read = stream.read(&mut piece).expect("it answers");
            answer.extend(piece.iter().take(read));
            let text = String::from_utf8_lossy(&answer);
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            let length = head.lines().find_map(|it| it.strip_prefix("Content-Length: ")?.parse().ok());
            if read == 0 || length.is_some_and(|it: usize| body.len() >= it) {
                return body.to_owned();
            }
        }
    }

    /// Changes what the edition says of itself.
    fn save(&self, from: &str, to: &str) {
        let path = self.scratch.0.join("data").join("2031-draft").join("edition.toml");
        let text = fs::read_to_string(&path).expect("the edition has a file of its own");
        assert!(text.contains(from), "{from} is not in {text}");
        fs::write(&path, text.replace(from, to)).expect("it can be written");
    }

    /// The page when it has these words, and how long that took.
    fn page_with(&self, words: &str) -> (String, Duration) {
        let began = Instant::now();
        loop {
            let page = self.get("/");
            if page.contains(words) {
                return (page, began.elapsed());
            }
            assert!(began.elapsed() < Duration::from_mins(1), "the page never has: {words}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn the_page_follows_a_save_and_lists_mistakes_above_what_it_was() {
    let following = Following::publish("following");
    following.follow();
    let version = following.get("/preview/none");
    assert!(following.get("/").contains(&format!("data-news=\"/preview/{version}\"")));

    following.save("heading = \"Brindlemere", "heading = \"Kites over Brindlemere");
    let (page, took) = following.page_with("<title>Kites over ");
    println!("a change was served after {:.1} s", took.as_secs_f64());
    assert!(!page.contains("preview-mistakes"));
    let records = following.get("/preview/records.json");
    let records: Vec<serde_json::Value> = serde_json::from_str(&records).expect("it is JSON");
    assert!(
        records.iter().any(|it| it["kind"] == "action" && it["file"] == "2031-draft/actions.toml" && it["line"] == 1),
        "{records:?}"
    );
    // Whoever looks at the page is told.
    assert_ne!(following.get(&format!("/preview/{version}")), version);

    following.save("heading = \"Kites", "headnig = \"Kites");
    let (page, _) = following.page_with("preview-mistakes");
    let mistake = page.split("<li>").nth(1).expect("there is a mistake");
    assert!(mistake.contains("edition.toml, line ") && mistake.contains("headnig"), "{mistake}");
    assert!(page.contains("<title>Kites over "), "the page is gone");

    following.save("headnig = \"Kites", "heading = \"Kites");
    let began = Instant::now();
    while following.get("/").contains("preview-mistakes") {
        assert!(began.elapsed() < Duration::from_mins(1), "the mistake is mended, and still listed");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn what_was_saved_before_anybody_followed_is_published_too() {
    let following = Following::publish("early");
    following.save("heading = \"Brindlemere", "heading = \"Kites over Brindlemere");
    following.follow();
    following.page_with("<title>Kites over ");
}
