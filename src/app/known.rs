//! The facts that stand on a page as JSON, and the engine on them.

use crate::browser::Element;
use crate::query::{Engine, Facts};
use std::cell::RefCell;

/// Facts, and the engine on them. They live as long as the program: explorers hold them.
pub(super) type Known = (&'static Facts, &'static Engine);

thread_local! {
    /// Several elements of one page are of one edition, mostly: what was read last, and from which text.
    static LAST: RefCell<Option<(String, Known)>> = const { RefCell::new(None) };
}

/// The facts on a page.
pub(super) fn known(root: &Element) -> Result<Known, &'static str> {
    let text = root.find("script[data-facts]").ok_or("The page has no facts to filter by.")?.text();
    let same = |last: &Option<(String, Known)>| last.as_ref().filter(|it| it.0 == text).map(|it| it.1);
    if let Some(known) = LAST.with_borrow(same) {
        return Ok(known);
    }
    let facts: &'static Facts =
        Box::leak(Box::new(Facts::read(&text).ok_or("The facts on the page could not be read.")?));
    let known: Known = (facts, Box::leak(Box::new(Engine::new(facts))));
    LAST.set(Some((text, known)));
    Ok(known)
}
