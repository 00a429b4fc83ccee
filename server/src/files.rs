//! From a request to a file: path, type, compressed copy, caching.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::http::{Reply, Request};

/// The file that a request names, with its headers, or why not.
pub(super) fn answer(folder: &Path, request: &Request) -> Reply {
    if request.method != "GET" && request.method != "HEAD" {
        let mut reply = Reply::text(405, "Only GET and HEAD are served here.\n");
        reply.headers.push(("Allow", "GET, HEAD".into()));
        return reply;
    }
    let missing = || Reply::text(404, "There is nothing of that name here.\n");
    let Some(path) = place(folder, &request.path) else { return missing() };
    if path.is_dir() && !request.path.ends_with('/') {
        let mut reply = Reply::text(301, "");
        reply.headers.push(("Location", format!("{}/", request.path)));
        return reply;
    }
    let path = if path.is_dir() { path.join("index.html") } else { path };
    serve(&path, request).unwrap_or_else(missing)
}

/// Where the path leads, if that is inside the folder.
fn place(folder: &Path, path: &str) -> Option<PathBuf> {
    let decoded = decode(path)?;
    let mut place = folder.to_path_buf();
    for part in decoded.split('/').filter(|part| !part.is_empty() && *part != ".") {
        // `..`, Windows separators, drive letters and hidden files have no business in an address.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        place.push(part);
    }
    // A link in the folder must not lead out of it either.
    let (real, folder) = (place.canonicalize().ok()?, folder.canonicalize().ok()?);
    real.starts_with(folder).then_some(real)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            decoded.push(u8::try_from(value).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn serve(path: &Path, request: &Request) -> Option<Reply> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let changed = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let (copy, encoding) = compressed(path, request.header("accept-encoding"), &about);
    let tag =
        format!("\"{changed:x}-{:x}{}\"", about.len(), encoding.map(|name| format!("-{name}")).unwrap_or_default());
    let name = path.file_name()?.to_string_lossy();

    let mut reply = if request.header("if-none-match").split(',').any(|held| held.trim() == tag) {
        Reply::new(304, content_type(&name), [])
    } else {
        Reply::new(200, content_type(&name), fs::read(copy).ok()?)
    };
    let caching = if is_hashed(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    reply.headers.push(("Cache-Control", caching.into()));
    reply.headers.push(("ETag", tag));
    reply.headers.push(("Vary", "Accept-Encoding".into()));
    reply.headers.extend(encoding.map(|name| ("Content-Encoding", name.to_owned())));
    Some(reply)
}

/// The smallest copy beside the file that the visitor can read and that is not older than the file.
fn compressed(path: &Path, accepted: &str, about: &fs::Metadata) -> (PathBuf, Option<&'static str>) {
    let accepts = |name: &str| {
        accepted.split(',').any(|entry| {
            let (coding, weight) = entry.split_once(';').unwrap_or((entry, ""));
            coding.trim() == name && weight.trim().trim_end_matches(['0', '.']) != "q="
        })
    };
    let fresh = |copy: &PathBuf| {
        let times = fs::metadata(copy).and_then(|copy| Ok((copy.modified()?, about.modified()?)));
        times.is_ok_and(|(copy, original)| copy >= original)
    };
    for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
        let mut copy = path.as_os_str().to_owned();
        copy.push(".");
        copy.push(ending);
        let copy = PathBuf::from(copy);
        if accepts(coding) && fresh(&copy) {
            return (copy, Some(coding));
        }
    }
    (path.to_path_buf(), None)
}

/// Does the build name this file after its content, as in `app-0123456789abcdef_bg.wasm`?
#[must_use]
pub fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let digits = stem.rsplit('-').next().unwrap_or_default();
    // The hash is a number written in hex: leading noughts are left out.
    stem.len() > digits.len()
        && (12..=16).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
