//! Files within a `.docx` or `.odt`, which are zips.

use std::io::{Cursor, Read as _};

use zip_reader::ZipArchive;
use zip_reader::result::ZipError;

/// The most that a file within may hold, in bytes. A plan of 500 pages has some 5 MB of text with its marks.
const MOST: u64 = 64 << 20;

/// The text of one file within a zip; none where the zip has no such file.
///
/// # Errors
/// Fails with what is wrong where it is no zip, or the file in it is damaged or far too large.
pub(super) fn text(bytes: &[u8], name: &str) -> Result<Option<String>, &'static str> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "it is damaged")?;
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err("it is locked with a password"),
        Err(_) => return Err("it is damaged"),
    };
    let mut text = String::new();
    let read = file.take(MOST + 1).read_to_string(&mut text).map_err(|_| "it is damaged")?;
    if read as u64 > MOST {
        return Err("it holds more text than any plan");
    }
    Ok(Some(text))
}
