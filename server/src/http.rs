//! As much of HTTP/1.1 as a static site needs.

use std::collections::BTreeMap;
use std::io::{BufRead, Read as _};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// No request of a browser to a static site is longer.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What a visitor asked for.
#[derive(Clone)]
pub struct Request {
    /// `GET`, `HEAD`, ….
    pub method: String,
    /// The path as it was sent, without the query.
    pub path: String,
    /// The headers by lower-case name.
    pub headers: BTreeMap<String, String>,
}

impl Request {
    /// A header by its lower-case name; empty where it was not sent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Keeps replies back until it is opened.
#[derive(Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets through what waits, and what comes later.
    pub fn open(&self) {
        let (is_open, changed) = &*self.0;
        *is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    /// Waits until it is open, but no longer than that.
    pub(super) fn pass(&self, at_most: Duration) {
        let (is_open, changed) = &*self.0;
        let is_open = is_open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(changed.wait_timeout_while(is_open, at_most, |it| !*it));
    }
}

/// What is sent back.
#[derive(Clone)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// Headers beside those that every reply has.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// A length to declare in place of the true one: a longer one looks like a download that was cut.
    pub declared: Option<usize>,
    /// What to wait for before sending.
    pub gate: Option<Gate>,
    /// How much of the body is sent before that all the same.
    pub before_gate: usize,
}

impl Reply {
    /// A reply of one type.
    #[must_use]
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type", content_type.to_owned())];
        Self { status, headers, body: body.into(), declared: None, gate: None, before_gate: 0 }
    }

    /// A few plain words.
    #[must_use]
    pub fn text(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", words)
    }

    pub(super) fn cut_short(&self) -> bool {
        self.declared.is_some_and(|declared| declared > self.body.len())
    }
}

/// Reads one request; `None` when it is not one.
pub(super) fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    if !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return Ok(None);
    }
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    let method = method.to_owned();
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim_end().is_empty() {
            // A request with a body is refused by its method; the body is not read, so the connection cannot go on.
            let bodiless = headers.get("content-length").is_none_or(|length| length == "0");
            return Ok(bodiless.then_some(Request { method, path, headers }));
        }
        let Some((name, value)) = line.split_once(':') else { return Ok(None) };
        headers.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned());
    }
}

pub(super) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Reply",
    }
}
