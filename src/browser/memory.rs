//! What the device keeps from one visit to the next.
//!
//! A browser may refuse each of these, and merely asking for the memory may throw: in sandboxed frames and where the visitor
//! blocks it.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// One thing that the device keeps, under a name.
pub struct Memory(pub &'static str);

impl Memory {
    /// What is kept, if anything.
    #[must_use]
    pub fn read(&self) -> Option<String> {
        storage()?.get_item(self.0).ok()?
    }

    /// Keeps this, or nothing more; whether the device obeyed.
    #[must_use]
    pub fn write(&self, what: Option<&str>) -> bool {
        let Some(storage) = storage() else { return false };
        match what {
            Some(what) => storage.set_item(self.0, what).is_ok(),
            None => storage.remove_item(self.0).is_ok(),
        }
    }
}
