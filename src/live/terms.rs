//! Terms of the glossary, explained where they stand. The explanation is taken from the glossary on the same page.

use crate::browser::{Element, Event};

/// The class of an explanation that is open.
const MEANING: &str = "cp-term__meaning";

/// Opens the explanation of the term that was pressed, or closes it; says whether one was.
pub(super) fn open(root: &Element, event: &Event) -> bool {
    let Some(term) = event.target("a.cp-term") else { return false };
    let is_open = term.get("aria-expanded").as_deref() == Some("true");
    term.set("aria-expanded", Some(if is_open { "false" } else { "true" }));
    if is_open {
        term.next().filter(|it| it.has_class(MEANING)).iter().for_each(Element::remove);
        return true;
    }
    let id = term.get("href").unwrap_or_default();
    let meaning = root.by_id_inside(id.trim_start_matches('#')).and_then(|it| it.find("dd, .cp-quote__words"));
    if let Some(meaning) = meaning {
        term.after("span", MEANING, &meaning.text());
    }
    true
}
