//! Compressed copies beside the files, for hosts that send them ready-made.

use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow};

use super::cache::Cache;
use super::folder::{Compressed, Content, Folder};

/// Below this a copy saves nothing worth a file.
const WORTH_IT: usize = 256;
/// The kinds of files that become smaller.
const ENDINGS: [&str; 13] =
    ["html", "css", "js", "wasm", "json", "csv", "geojson", "svg", "webmanifest", "txt", "xml", "ico", "bin"];

/// Whether files get copies, and where those of an earlier time are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings<'s> {
    pub(super) wanted: bool,
    pub(super) cache: &'s Cache,
}

impl Settings<'_> {
    /// Adds copies to all files that have none yet, if they are to get any.
    ///
    /// # Errors
    /// Fails where a file cannot be compressed.
    pub(super) fn compress(self, folder: &mut Folder) -> Result<()> {
        if self.wanted { add(folder, self.cache) } else { Ok(()) }
    }

    /// How many bytes a page has on the way to the visitor.
    ///
    /// # Errors
    /// Fails where it cannot be compressed.
    pub(super) fn weight(self, page: &[u8]) -> Result<usize> {
        if self.wanted { Ok(self.cache.get_or_make("br", page, brotli)?.len()) } else { Ok(page.len()) }
    }
}

/// Adds copies to all files that have none yet and are worth it.
fn add(folder: &mut Folder, cache: &Cache) -> Result<()> {
    let wanted = |(name, content): &(&String, &mut Content)| {
        let ending = Path::new(name.as_str()).extension().unwrap_or_default();
        content.compressed.is_none() && content.bytes.len() >= WORTH_IT && ENDINGS.iter().any(|known| ending == *known)
    };
    let mut files: Vec<&mut Content> = folder.files.iter_mut().filter(wanted).map(|it| it.1).collect();
    // The largest first, so that no core waits for one of them in the end.
    files.sort_by_key(|it| it.bytes.len());
    let left = Mutex::new(files);
    let work = || -> Result<()> {
        loop {
            let next = left.lock().map_err(|_| anyhow!("a thread broke off"))?.pop();
            let Some(content) = next else { return Ok(()) };
            content.compressed = Some(compressed(&content.bytes, cache)?);
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, Into::into);
        let crew: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        crew.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("a thread broke off"))?)
    })
}

fn compressed(bytes: &[u8], cache: &Cache) -> Result<Compressed> {
    Ok(Compressed { brotli: cache.get_or_make("br", bytes, brotli)?, gzip: cache.get_or_make("gz", bytes, gzip)? })
}

pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut copy = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut copy, &settings)?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::super::folder::Audience;
    use super::*;

    #[test]
    fn what_becomes_smaller_gets_copies() {
        let mut folder = Folder::default();
        for (name, size) in [("a.js", 5000), ("b.css", 5000), ("short.js", 20), ("a.png", 5000)] {
            folder.put(name, vec![b'a'; size], Audience::Page);
        }
        add(&mut folder, &Cache::default()).unwrap();
        let copies = |name: &str| folder.files.get(name).and_then(|it| it.compressed.clone());
        assert!(copies("short.js").is_none() && copies("a.png").is_none());
        for name in ["a.js", "b.css"] {
            let Compressed { brotli, gzip } = copies(name).unwrap();
            assert!(brotli.len() < 100 && gzip.starts_with(&[0x1f, 0x8b]));
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut &brotli[..], &mut back).unwrap();
            assert_eq!(back, vec![b'a'; 5000]);
        }
    }
}
