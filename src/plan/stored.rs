//! The records of a plan and its area as one file, which the second program fetches: postcard behind a mark and a sum.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | [`MARK`], which changes with the records |
//! | 4 | [`checksum`] of all that follows |
//! | … | the [`Records`] as postcard |
//!
//! Field names and types are not in the bytes, so a program reads what a native build of the same version wrote; the name of
//! the file on the site changes with its content. The sum notices a spoilt download. What is sound is what was checked when
//! the plan was loaded: every id is the place of a record that is there.

use super::{Area, Plan};
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// The first bytes: a name, and the version of the records. Counts up whenever a field of a record changes.
const MARK: [u8; 4] = *b"rec3";

/// A plan, and the official figures of its area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// The plan.
    pub plan: Plan,
    /// The official figures of its area.
    pub area: Area,
}

impl Records {
    /// The bytes of the file; none only where memory runs out.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let content = postcard::to_allocvec(self).ok()?;
        Some([&MARK, &checksum(&content).to_le_bytes(), content.as_slice()].concat())
    }

    /// The records in the bytes of a file; none where these are not what [`Records::bytes`] made in this same version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (mark, rest) = bytes.split_first_chunk()?;
        let (sum, content) = rest.split_first_chunk()?;
        if *mark != MARK || u32::from_le_bytes(*sum) != checksum(content) {
            return None;
        }
        let (records, left) = postcard::take_from_bytes(content).ok()?;
        left.is_empty().then_some(records)
    }
}

/// FNV-1a: one line, and it notices every change of a single byte. A library's CRC brings tables of up to 16 kB.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
