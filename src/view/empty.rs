//! When nothing is left: what was asked, and which choice to drop to see more.

use super::el::{El, Node, all, button, el, follow};
use crate::query::{self, choice_label};
use crate::state::Explorer;

/// What to do when the choices leave nothing.
pub(super) fn empty(explorer: Explorer) -> Node {
    follow(move || if explorer.total() == 0 { ways_out(explorer).node() } else { all(None::<El>) })
}

fn ways_out(explorer: Explorer) -> El {
    let asked = explorer.with_query(|query| query::describe(explorer.facts, query));
    let ways: Vec<El> = explorer
        .relaxations()
        .into_iter()
        .map(|(choice, count)| {
            let name = choice_label(explorer.facts, &choice);
            let results = if count == 1 { " result)" } else { " results)" };
            let words = ["Leave out ", &name, " (", &count.to_string(), results].concat();
            el("li").with(button("cp-button", move |_| explorer.remove(&choice)).with(words))
        })
        .collect();
    let lead = if ways.is_empty() { "Leaving out one choice is not enough." } else { "To see more:" };
    el("div")
        .class("cp-empty")
        .with(el("p").class("cp-lead").with(("The plan has nothing for: ", asked, ".")))
        .with(el("p").with(lead))
        .with(
            el("ul")
                .class("cp-plain-list")
                .with((ways, el("li").with(button("cp-button", move |_| explorer.clear()).with("Clear all choices")))),
        )
}
