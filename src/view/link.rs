//! Links: inside the explorer real addresses that can be copied and opened elsewhere, followed here without a new page.

use super::el::{Content, El, el};
use crate::query::Query;
use crate::state::Explorer;
use leptos::ev::MouseEvent;
use std::sync::Arc;

/// Whether a click asks for nothing but to follow the link here.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// A link to what another query would show, and what a plain click on it does.
pub(super) fn link_to(
    explorer: Explorer,
    class: &'static str,
    edit: impl Fn(Query) -> Query + Send + Sync + 'static,
    follow: impl Fn(Query) + Send + 'static,
) -> El {
    type Edit = Arc<dyn Fn(Query) -> Query + Send + Sync>;
    fn make(explorer: Explorer, class: &'static str, edit: Edit, follow: Box<dyn Fn(Query) + Send>) -> El {
        let of_address = Arc::clone(&edit);
        el("a")
            .class(class)
            .follow("href", move || Some(explorer.address_of(&of_address(explorer.query())).into()))
            .on_click(move |event| {
                if is_plain(&event) {
                    event.prevent_default();
                    follow(edit(explorer.query_now()));
                }
            })
    }
    make(explorer, class, Arc::new(edit), Box::new(follow))
}

/// A link to the results of another query.
pub(super) fn link(
    explorer: Explorer,
    class: &'static str,
    edit: impl Fn(Query) -> Query + Send + Sync + 'static,
    words: impl Content,
) -> El {
    link_to(explorer, class, edit, move |query| explorer.open(query)).with(words)
}

/// A link to another site.
pub(super) fn external(url: &'static str, words: impl Content) -> El {
    el("a").set("href", url).set("rel", "noreferrer external").with(words)
}
