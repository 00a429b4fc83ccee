//! Reading a document, whichever format it is in.

mod archive;
mod docx;
mod markdown;
mod odt;
pub(in crate::site::draft) mod paragraph;
mod pdf;
mod text;
mod wrapped;

use std::fs;
use std::path::Path;

use crate::plan::figures::thousands;
use paragraph::Document;

/// The largest file that is read, in bytes.
const MOST: u64 = 256 << 20;

/// A document with fewer words is no plan.
const FEWEST_WORDS: usize = 20;

/// A document with more words is more than a plan: some 330 pages.
const MOST_WORDS: usize = 150_000;

/// Reads a document by the ending of its name.
///
/// # Errors
/// Fails, with what is wrong and what to do, where it cannot be read or has no words.
pub(in crate::site::draft) fn read(path: &Path) -> Result<Document, String> {
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !["docx", "pdf", "odt", "txt", "md"].contains(&ending.as_str()) {
        return Err(String::from(
            "only .docx, .pdf, .odt, .txt and .md can be read. Open it in the program that made it and save it as one of these",
        ));
    }
    let size = fs::metadata(path).map_err(|error| format!("it cannot be read ({error})"))?;
    if size.is_dir() {
        return Err(String::from("this is a folder. Name the document itself"));
    }
    if size.len() > MOST {
        return Err(String::from("it is larger than any plan (more than 256 MB). Name the plan alone"));
    }
    let bytes = fs::read(path).map_err(|error| format!("it cannot be read ({error})"))?;
    let remedy = |why: &str| {
        let remedy = if why.contains("password") {
            "Save a copy without a password, as .docx"
        } else {
            "Open it in the program that made it and save it anew"
        };
        format!("{why}. {remedy}")
    };
    let document = match ending.as_str() {
        "docx" => docx::read(&bytes).map_err(remedy)?,
        "odt" => odt::read(&bytes).map_err(remedy)?,
        "pdf" => pdf::read(bytes)?,
        "md" => markdown::read(&String::from_utf8_lossy(&bytes)),
        _ => text::read(&bytes),
    };
    let words = document.paragraphs.iter().map(|it| it.text.split_whitespace().count()).sum::<usize>();
    if words < FEWEST_WORDS {
        return Err(String::from("it has hardly any words. Name the document that holds the plan"));
    }
    if words > MOST_WORDS {
        return Err(format!(
            "it has {} words, as a book of some {} pages has. Save the part that is the plan as a document of its own",
            thousands(u32::try_from(words).unwrap_or(u32::MAX)),
            words / 450
        ));
    }
    Ok(document)
}
