//! Why nothing was written.

use std::fmt;
use std::path::Path;

/// Why a draft was not made, in plain words. Nothing has been written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl Refused {
    /// About a path.
    pub(super) fn at(path: &Path, why: &str) -> Self {
        Self(format!("{}: {}.", path.display(), why.trim_end_matches('.')))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}
