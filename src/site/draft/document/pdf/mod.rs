//! PDF documents: letters with their places become lines, columns and paragraphs.

mod columns;
mod glyphs;
mod lines;
mod paragraphs;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::paragraph::Document;
use columns::Columns;

/// The most pages that are read: a plan has fewer.
const MOST_PAGES: usize = 300;

/// Reads a PDF.
pub(super) fn read(bytes: Vec<u8>) -> Result<Document, String> {
    let pdf = Pdf::new(bytes).map_err(|error| {
        String::from(match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
                "it is locked with a password. Save a copy without one, or use the Word document it was made from"
            }
            LoadPdfError::Decryption(_) => {
                "it is protected in a way that cannot be read. Save a copy without protection, or use the Word document it \
                 was made from"
            }
            LoadPdfError::Invalid => "it is damaged, or no PDF. Save it anew, or use the Word document it was made from",
        })
    })?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(format!(
            "it has {} pages; at most {MOST_PAGES} are read. Save the pages of the plan as a document of their own",
            pages.len()
        ));
    }
    let read = glyphs::read(&pdf);
    let letters: usize = read.iter().map(|it| it.glyphs.len()).sum();
    let (images, unknown) = read.iter().fold((0, 0), |(a, b), it| (a + it.images, b + it.unknown));
    if letters < 100 && images > 0 {
        return Err(String::from(
            "its pages are pictures (a scan), without text. Use the Word document it was made from, or have the text \
             recognised (OCR) and save it as .docx",
        ));
    }
    if unknown * 4 > letters + unknown {
        return Err(String::from(
            "its letters cannot be told: the PDF does not say which shape is which letter. Use the Word document it was \
             made from",
        ));
    }
    let mut remarks = Vec::new();
    let mut laid_out = Vec::new();
    let mut numbers = (Vec::new(), Vec::new());
    for (at, page) in read.iter().enumerate() {
        let segments = lines::segments(&page.glyphs);
        let (lines, found) = columns::lines(segments, page.height);
        match found {
            Columns::One => {}
            Columns::Two => numbers.0.push(at + 1),
            Columns::Table => numbers.1.push(at + 1),
        }
        laid_out.push(lines);
    }
    if let Some(pages) = listed(&numbers.0) {
        remarks.push(format!("{pages} set in two columns, read one after the other: compare source.txt with it there"));
    }
    if let Some(pages) = listed(&numbers.1) {
        remarks.push(format!(
            "{pages} laid out like a table, whose cells may be mixed up in source.txt: compare it there, or use the Word \
             document, from which tables are read row by row"
        ));
    }
    let heights: Vec<f64> = read.iter().map(|it| it.height).collect();
    Ok(Document { paragraphs: paragraphs::of(&paragraphs::without_furniture(laid_out, &heights)), remarks })
}

/// `Page 3 is`, `Pages 3, 4 and 7 are`.
fn listed(pages: &[usize]) -> Option<String> {
    let names: Vec<String> = pages.iter().map(usize::to_string).collect();
    let (last, rest) = names.split_last()?;
    Some(if rest.is_empty() { format!("Page {last} is") } else { format!("Pages {} and {last} are", rest.join(", ")) })
}
