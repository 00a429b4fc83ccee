//! What takes long and depends on its input alone is kept from one publication to the next.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::folder::hash;
use super::inside;

/// A folder of outcomes, each named after the hash of its input; none where nothing is to be kept. What is inside the program
/// counts as kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Cache(pub(super) Option<PathBuf>);

impl Cache {
    /// What came of this input the last time.
    pub(super) fn get(&self, kind: &str, input: &[u8]) -> Option<Vec<u8>> {
        let name = name(kind, input);
        let kept = self.0.as_ref().and_then(|folder| fs::read(folder.join(&name)).ok());
        kept.or_else(|| inside::get(&format!("kept/{name}")).map(Cow::into_owned))
    }

    /// What came of this input the last time, or what comes of it now, which is kept.
    ///
    /// # Errors
    /// Fails where it cannot be made.
    pub(super) fn get_or_make(
        &self,
        kind: &str,
        input: &[u8],
        make: impl FnOnce(&[u8]) -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        if let Some(known) = self.get(kind, input) {
            return Ok(known);
        }
        let outcome = make(input)?;
        self.keep(kind, input, &outcome);
        Ok(outcome)
    }

    /// Keeps what came of this input. Where that is not possible, it will be made again.
    pub(super) fn keep(&self, kind: &str, input: &[u8], outcome: &[u8]) {
        let Some(folder) = &self.0 else { return };
        let path = folder.join(name(kind, input));
        // Under another name first: a process that is ended in the middle leaves no half of it.
        let unfinished = path.with_extension(format!("{}", std::process::id()));
        drop(
            path.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&unfinished, outcome))
                .and_then(|()| fs::rename(&unfinished, &path)),
        );
    }
}

fn name(kind: &str, input: &[u8]) -> String {
    format!("{kind}-{}", hash(input))
}
