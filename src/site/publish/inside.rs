//! What is inside the program itself: in the kit the compiled assets, and compressed copies of those that no plan changes. The
//! feature `kit` puts them there; without it there is nothing.

use std::borrow::Cow;

/// Whether the compiled assets are inside.
pub const ASSETS_INSIDE: bool = cfg!(feature = "kit");

#[cfg(feature = "kit")]
mod folder {
    /// Has the compiler see that the program is to be made anew when another folder is named.
    const _: &str = env!("PLAN_ASSETS");

    #[derive(rust_embed::Embed)]
    #[folder = "$PLAN_ASSETS"]
    pub(super) struct Folder;
}

/// A file of that folder, by its path in it with `/` between the parts.
#[cfg(feature = "kit")]
pub(super) fn get(name: &str) -> Option<Cow<'static, [u8]>> {
    folder::Folder::get(name).map(|it| it.data)
}

/// Nothing is inside.
#[cfg(not(feature = "kit"))]
pub(super) const fn get(_name: &str) -> Option<Cow<'static, [u8]>> {
    None
}
