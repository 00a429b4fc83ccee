//! An address that names one statement (`#f-…`): it is opened, and the keyboard moves there. The stylesheet marks it (`:target`).

use super::links::asked_by;
use crate::browser::{Element, Listener};
use crate::state::Explorer;

/// Follows what the address names from now on.
pub(super) fn listen(explorer: Explorer, root: &Element) -> Listener {
    let root = root.clone();
    Listener::on_window("hashchange", move |_| arrive(explorer, &root))
}

/// Goes to the statement that the address names, if it names one of this page.
pub(super) fn arrive(explorer: Explorer, root: &Element) {
    let Some(card) = root.find("[data-entry]:target") else { return };
    card.find(".cp-origin").iter().chain(&card.closest("details")).for_each(|it| it.set("open", Some("")));
    if !card.is_shown() {
        explorer.open(asked_by(explorer.facts, &card));
    }
    explorer.go_to(None, &card.get("id").unwrap_or_default());
}
