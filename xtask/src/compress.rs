//! Compressed copies beside the files, for hosts that send them ready-made.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Below this a copy saves nothing worth a file.
const WORTH_IT: usize = 256;

/// A file of the site and how many bytes it takes on the way.
pub(crate) struct Weight {
    /// The path inside the site.
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// Writes a `.gz` and a `.br` copy of each text and wasm file that has none yet.
pub(crate) fn write_copies(folder: &Path) -> Result<()> {
    for path in originals(folder)? {
        let bytes = fs::read(&path)?;
        let there = ["gz", "br"].iter().all(|ending| with_ending(&path, ending).is_file());
        if there || !is_compressible(&path) || bytes.len() < WORTH_IT {
            continue;
        }
        for (ending, copy) in [("gz", gzip(&bytes)?), ("br", brotli(&bytes)?)] {
            fs::write(with_ending(&path, ending), copy)?;
        }
    }
    Ok(())
}

/// What each file of the site weighs, by the copies beside it.
pub(crate) fn weigh(folder: &Path) -> Result<Vec<Weight>> {
    let length = |path: PathBuf| fs::metadata(path).ok().and_then(|about| usize::try_from(about.len()).ok());
    let mut weights = Vec::new();
    for path in originals(folder)? {
        let raw = length(path.clone()).unwrap_or_default();
        let copy = |ending| length(with_ending(&path, ending)).unwrap_or(raw);
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        weights.push(Weight { name, raw, gzip: copy("gz"), brotli: copy("br") });
    }
    Ok(weights)
}

/// How many bytes of a brotli copy have to come before so many of what is in it are there.
pub(crate) fn needed(copy: &[u8], bytes: usize) -> usize {
    let there = |came: usize| {
        let mut reader = brotli::Decompressor::new(&copy[..came], 4096);
        let (mut all, mut piece) = (0, [0; 4096]);
        // The end of what came is an error of the reader's, after all that could be read.
        while let Ok(read @ 1..) = reader.read(&mut piece) {
            all += read;
        }
        all
    };
    let (mut too_few, mut enough) = (0, copy.len());
    while enough - too_few > 1 {
        let middle = usize::midpoint(too_few, enough);
        if there(middle) < bytes {
            too_few = middle;
        } else {
            enough = middle;
        }
    }
    enough
}

/// Every file in the folder but the compressed copies, in order of name.
pub(crate) fn originals(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let ending = path.extension().unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if ending != "br" && ending != "gz" {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_compressible(path: &Path) -> bool {
    let endings = ["html", "css", "js", "wasm", "json", "csv", "geojson", "svg", "webmanifest", "txt", "xml", "ico"];
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut copy = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut copy, &settings)?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_copy_holds_a_part_of_the_file() {
        let text: String = (0..5000_u32).map(|number| (number * number % 9973).to_string()).collect();
        let copy = brotli(text.as_bytes()).unwrap();
        let [few, half, all] = [100, text.len() / 2, text.len()].map(|bytes| needed(&copy, bytes));
        assert!(0 < few && few < half && half < all && all <= copy.len(), "{few}, {half}, {all} of {}", copy.len());
        assert!(half * 3 < copy.len() * 2, "half of it needs about half of the copy: {half} of {}", copy.len());
    }
}
