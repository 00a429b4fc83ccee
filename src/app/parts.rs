//! How the explorer and the parts that the second module fills talk: by events on the explorer's element.
//!
//! | event | fired by | says |
//! | --- | --- | --- |
//! | `cp:query` | the explorer, after each change and when asked | the query as parameters, private words included |
//! | `cp:open` | a part | `?` and parameters: what the visitor chose; `#` and a name: where the keyboard goes; nothing: asks for `cp:query` |
//!
//! On the place of a part itself `public/lazy.js` fires what the visitor asks of it: `cp:ask` with what was typed,
//! `cp:here` for where the device is.
//!
//! **Architecture invariant:** only the explorer touches the address and the history, and only it says what changed.

use crate::query::link;
use crate::state::Explorer;

/// The explorer reports what the visitor wants.
pub(super) const QUERY: &str = "cp:query";
/// An embedded explorer reports to its element how many results there are, and the query as it may stand in an address:
/// `28?priority=asb`.
pub(super) const REPORTED: &str = "cp:told";
/// A part tells what the visitor chose in it.
pub(super) const OPEN: &str = "cp:open";

/// The visitor asks a part what was typed.
pub(super) const ASK: &str = "cp:ask";
/// The visitor asks a part about where the device is.
pub(super) const HERE: &str = "cp:here";

/// Does what a part asks for.
pub(super) fn handle(explorer: Explorer, request: &str) {
    if let Some(name) = request.strip_prefix('#') {
        explorer.focus(name);
    } else if request.is_empty() {
        explorer.report();
    } else {
        explorer.choose(link::from_params(explorer.facts, request).query);
    }
}
