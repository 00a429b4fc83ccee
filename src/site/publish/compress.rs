//! Compressed copies beside the files, for hosts that send them ready-made.

use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow};

use super::cache::Cache;
use super::folder::{Compressed, Content, Folder};

/// The file to carry away.
pub(super) const ONE_FILE: &str = "plan-explorer-offline.html";
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

    /// About how many bytes a page has on the way to the visitor: a tenth more at most.
    ///
    /// # Errors
    /// Fails where it cannot be compressed.
    pub(super) fn weight(self, page: &[u8]) -> Result<usize> {
        if self.wanted { Ok(Level::QUICK.brotli(page, self.cache)?.len()) } else { Ok(page.len()) }
    }
}

/// Adds copies to all files that have none yet and are worth it.
fn add(folder: &mut Folder, cache: &Cache) -> Result<()> {
    let wanted = |(name, content): &(&String, &mut Content)| {
        let ending = Path::new(name.as_str()).extension().unwrap_or_default();
        content.compressed.is_none() && content.bytes.len() >= WORTH_IT && ENDINGS.iter().any(|known| ending == *known)
    };
    let mut files: Vec<(Level, &mut Content)> =
        folder.files.iter_mut().filter(wanted).map(|(name, content)| (Level::of(name), content)).collect();
    // What takes longest first, so that no core waits for one of them in the end.
    files.sort_by_key(|(level, content)| (level.0, content.bytes.len()));
    let left = Mutex::new(files);
    let work = || -> Result<()> {
        loop {
            let next = left.lock().map_err(|_| anyhow!("a thread broke off"))?.pop();
            let Some((level, content)) = next else { return Ok(()) };
            let gzip = cache.get_or_make("gz", &content.bytes, gzip)?;
            content.compressed = Some(Compressed { brotli: level.brotli(&content.bytes, cache)?, gzip });
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, Into::into);
        let crew: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        crew.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("a thread broke off"))?)
    })
}

/// How much brotli tries, from 0 to 11.
///
/// Of the site of the bundled plan, all that is written from a plan takes 0.5 s of one core at level 9, 2.2 s at 10 and 8.3 s at 11, for 293,
/// 269 and 264 kB: an officer waits for it, so only what a visitor waits for gets more than 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Level(u8);

impl Level {
    const QUICK: Self = Self(9);

    /// Programs, which are the same for every plan, are compressed once, where they are compiled.
    fn of(name: &str) -> Self {
        let ending = Path::new(name).extension().unwrap_or_default();
        if ["wasm", "js"].iter().any(|it| ending == *it) {
            Self(11)
        } else if name == "index.html" || ending == "css" || ending == "bin" {
            Self(10)
        } else {
            Self::QUICK
        }
    }

    fn brotli(self, bytes: &[u8], cache: &Cache) -> Result<Vec<u8>> {
        cache.get_or_make(&format!("br{}", self.0), bytes, |bytes| brotli(bytes, self))
    }
}

pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8], Level(level): Level) -> Result<Vec<u8>> {
    let mut copy = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: level.into(), size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut copy, &settings)?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::super::folder::Audience;
    use super::*;

    #[test]
    fn what_the_page_waits_for_is_compressed_most() {
        for (name, level) in [
            ("index.html", 10),
            ("plan-explorer-0123456789abcdef_bg.wasm", 11),
            ("plan-0123456789abcdef.css", 10),
            ("plan-records-0123456789abcdef.bin", 10),
            ("embed.html", 9),
            ("pictures/money-0123456789abcdef.svg", 9),
            ("plan-explorer-offline.html", 9),
        ] {
            assert_eq!(Level::of(name), Level(level), "{name}");
        }
    }

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
