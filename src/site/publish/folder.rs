//! The folder of the site: put together in memory, then written as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

/// Who loads a file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// The standalone page: a copy on the visitor's device has it too.
    Page,
    /// Other websites, or nobody without being asked.
    Others,
}

/// A file with the copies of it that hosts can send ready-made.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) audience: Audience,
    /// Made last, for files that are worth it.
    pub(super) compressed: Option<Compressed>,
}

/// The compressed copies of a file.
#[derive(Clone, Debug)]
pub(super) struct Compressed {
    pub(super) brotli: Vec<u8>,
    pub(super) gzip: Vec<u8>,
}

impl Content {
    /// How many bytes it has on the way to the visitor.
    pub(super) fn weight(&self) -> usize {
        self.compressed.as_ref().map_or(self.bytes.len(), |it| it.brotli.len())
    }
}

/// All files by their path inside the site, with `/` between its parts.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub(super) files: BTreeMap<String, Content>,
}

impl Folder {
    /// Adds a file whose name is a promise to others.
    pub(super) fn put(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>, audience: Audience) {
        self.files.insert(name.into(), Content { bytes: bytes.into(), audience, compressed: None });
    }

    /// Takes in all files of another, in a folder of this one: an empty name for this one itself, else with its last `/`.
    pub(super) fn take_in(&mut self, folder: &str, other: Self) {
        self.files.extend(other.files.into_iter().map(|(name, content)| ([folder, &name].concat(), content)));
    }

    /// Adds a file that is named after its content, so that it can be cached for ever; gives the name.
    pub(super) fn put_hashed(
        &mut self,
        start: &str,
        end: &str,
        bytes: impl Into<Vec<u8>>,
        audience: Audience,
    ) -> String {
        let bytes = bytes.into();
        let name = format!("{start}-{}{end}", hash(&bytes));
        self.put(&name, bytes, audience);
        name
    }

    /// Writes all files beside the place where the site is to be, and has them take its place in one step.
    ///
    /// # Errors
    /// Fails where the folder cannot be written, and then leaves what was there.
    pub(super) fn write(&self, out: &Path) -> Result<()> {
        // Where a link stands in its place, the folder that it leads to.
        let out = out.canonicalize().or_else(|_| std::path::absolute(out))?;
        let (new, old) = (beside(&out, "new")?, beside(&out, "old")?);
        for left_over in [&new, &old] {
            drop(fs::remove_dir_all(left_over));
        }
        let written = self.write_into(&new).and_then(|()| swap(&out, &new, &old));
        drop(fs::remove_dir_all(&new));
        written.with_context(|| format!("{} cannot be written", out.display()))
    }

    fn write_into(&self, folder: &Path) -> Result<()> {
        for (name, content) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, &content.bytes)?;
            if let Some(Compressed { brotli, gzip }) = &content.compressed {
                fs::write(with_ending(&path, "br"), brotli)?;
                fs::write(with_ending(&path, "gz"), gzip)?;
            }
        }
        Ok(())
    }

    /// Refuses a folder with files in it that are not of a site like this one: they would be gone.
    ///
    /// # Errors
    /// Names one of these files.
    pub(super) fn refuse_strangers(&self, out: &Path) -> Result<()> {
        for path in files_under(out)? {
            let name = path.strip_prefix(out)?.to_string_lossy().replace('\\', "/");
            let whole = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(&name);
            if !is_hashed(whole) && !self.files.contains_key(whole) {
                bail!(
                    "{} has a file that is not part of the site: {name}. It would be lost. Name a folder of its own for the site, or take the file away",
                    out.display()
                );
            }
        }
        Ok(())
    }
}

/// Puts the new folder in the place of the one that is there.
fn swap(out: &Path, new: &Path, old: &Path) -> Result<()> {
    let there = out.exists();
    if there {
        fs::rename(out, old)?;
    }
    if let Err(error) = fs::rename(new, out) {
        if there {
            fs::rename(old, out)?;
        }
        return Err(error.into());
    }
    // The site is in its place; what is left of the one before is in nobody's way.
    drop(fs::remove_dir_all(old));
    Ok(())
}

/// A folder beside another, for the time of writing.
fn beside(out: &Path, what: &str) -> Result<PathBuf> {
    let name = out.file_name().with_context(|| format!("{} is no name of a folder", out.display()))?;
    Ok(out.with_file_name(format!(".{}.{what}", name.to_string_lossy().trim_start_matches('.'))))
}

/// Every file in a folder and those in it; none where the folder is not there.
fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    folders.retain(|it| it.exists());
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// How many hexadecimal digits of the hash stand in a name.
const DIGITS: usize = 16;

/// The beginning of the SHA-256 of a content, in hexadecimal digits.
pub(super) fn hash(content: &[u8]) -> String {
    let digits: Vec<String> = Sha256::digest(content).iter().take(DIGITS / 2).map(|it| format!("{it:02x}")).collect();
    digits.concat()
}

/// Whether a file is named after its content, as in `plan-details-0123456789abcdef_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit('/').next().and_then(|it| it.split('.').next()).unwrap_or_default();
    let digits = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |it| it.1);
    digits.len() == DIGITS && digits.bytes().all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("plan-folder-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn site(text: &str) -> Folder {
        let mut folder = Folder::default();
        folder.put("index.html", text, Audience::Page);
        folder.put("data/plan.json", "{}", Audience::Page);
        folder.put_hashed("pictures/money-328", ".svg", "<svg/>", Audience::Others);
        folder
    }

    #[test]
    fn content_gets_the_beginning_of_its_published_hash() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
        assert!(is_hashed("pictures/money-328-ba7816bf8f01cfea.svg") && is_hashed("a-ba7816bf8f01cfea_bg.wasm"));
        assert!(!is_hashed("a-ba7816bf8f01cfe.js") && !is_hashed("robots.txt") && !is_hashed("ba7816bf8f01cfea.js"));
    }

    #[test]
    fn a_site_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it() {
        let folder = scratch("swap");
        let out = folder.join("out");
        site("old").write(&out).unwrap();
        let mut new = site("new");
        new.files.remove("data/plan.json");
        new.write(&out).unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new");
        assert!(!out.join("data").exists());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_site_that_cannot_be_written_leaves_what_was_there() {
        let folder = scratch("broken");
        let out = folder.join("out");
        site("old").write(&out).unwrap();
        let mut broken = site("new");
        // A file and a folder of one name cannot both be.
        broken.put("data", "a file", Audience::Page);
        assert!(broken.write(&out).is_err());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_with_files_of_others_is_refused() {
        let folder = scratch("strangers");
        let out = folder.join("out");
        let site = site("");
        assert!(site.refuse_strangers(&out).is_ok());
        site.write(&out).unwrap();
        // A name that only the site before had, and a compressed copy.
        fs::write(out.join("boot-ba7816bf8f01cfea.js.br"), "").unwrap();
        assert!(site.refuse_strangers(&out).is_ok());
        fs::write(out.join("data/holiday.jpg"), "").unwrap();
        let refusal = site.refuse_strangers(&out).unwrap_err().to_string();
        assert!(refusal.contains("data/holiday.jpg") && refusal.contains("would be lost"), "{refusal}");
        fs::remove_dir_all(folder).unwrap();
    }
}
