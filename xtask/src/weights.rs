//! What the files of the site weigh, by the compressed copies beside them.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// A file of the site and how many bytes it takes on the way.
pub(crate) struct Weight {
    /// The path inside the site.
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
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

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_copy_holds_a_part_of_the_file() {
        let text: String = (0..5000_u32).map(|number| (number * number % 9973).to_string()).collect();
        let mut copy = Vec::new();
        brotli::BrotliCompress(&mut text.as_bytes(), &mut copy, &brotli::enc::BrotliEncoderParams::default()).unwrap();
        let [few, half, all] = [100, text.len() / 2, text.len()].map(|bytes| needed(&copy, bytes));
        assert!(0 < few && few < half && half < all && all <= copy.len(), "{few}, {half}, {all} of {}", copy.len());
        assert!(half * 3 < copy.len() * 2, "half of it needs about half of the copy: {half} of {}", copy.len());
    }
}
