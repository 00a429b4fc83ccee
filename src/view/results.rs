//! The results: how many, for which choices, in which order; then priority by priority.

use super::chosen::chosen;
use super::el::{El, el, keyed, text};
use super::empty::empty;
use super::group::group;
use super::heading::heading;
use super::leaflet::{FORM, counted, order_name};
use super::place::place_answer;
use super::words::is_ours;
use crate::plan::PriorityId;
use crate::query::{Order, Query, priorities_in_order};
use crate::state::Explorer;

/// Stands for the plan as a whole among the keys of priorities.
const WHOLE: u16 = u16::MAX;

/// The results of the current choices.
pub(super) fn results(explorer: Explorer) -> El {
    let title = text(move || match explorer.total() {
        0 => "No results".to_owned(),
        1 => "1 result".to_owned(),
        total if explorer.with_query(Query::is_empty) => ["All ", &total.to_string(), " statements"].concat(),
        total => [&total.to_string(), " results"].concat(),
    });
    let title = counted(explorer, title, "What your choices leave");
    let groups = keyed(
        move || {
            let all = priorities_in_order(explorer.facts, explorer.order());
            all.iter().map(|id| id.0).chain([WHOLE]).take(explorer.groups()).collect()
        },
        move |key| group(explorer, (key != WHOLE).then_some(PriorityId(key))).node(),
    );
    let key = el("p")
        .class("cp-key")
        .with(("Words in “quotation marks” are the plan’s own. Lines marked ", is_ours()))
        .with(" are ours, to make them easier to read.");
    let title = heading(explorer.heading(1), "cp-results__title", "cp-results-title", title);
    el("section")
        .class("cp-results")
        .set("part", "results")
        .set("aria-labelledby", "cp-results-title")
        .with(el("div").class("cp-results__head").with((title, order_choice(explorer))))
        .with((chosen(explorer), place_answer(explorer), key, empty(explorer)))
        .with(groups)
}

/// In which order priorities are listed.
fn order_choice(explorer: Explorer) -> El {
    let option = move |order: Order, words: &'static str| {
        let radio = el("input")
            .set("type", "radio")
            .set("name", order_name(explorer))
            .on_leaflet(explorer, |it| it.set("value", order.slug()).set("form", FORM))
            .checked(move || explorer.order() == order)
            .on_change(move |_| explorer.set_order(order));
        el("label").class("cp-radio").with((radio, el("span").with(words)))
    };
    el("fieldset").class("cp-order").needs_app(explorer).with((
        el("legend").with("Order of priorities"),
        option(Order::Alphabetical, "A to Z"),
        option(Order::Plan, "As in the plan"),
    ))
}
