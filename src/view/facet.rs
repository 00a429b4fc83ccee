//! One facet of the filters: a set of choices, each with what choosing it would give.

use super::el::{Content, El, el, text};
use crate::query::Choice;
use crate::state::Explorer;
use leptos::prelude::untrack;

/// A choice with a box to tick, its name and the number of results that choosing it would give.
pub(super) fn check(
    explorer: Explorer,
    choice: Choice,
    words: &'static str,
    count: impl Fn() -> u32 + Send + Sync + Copy + 'static,
) -> El {
    let class = move || Some(if count() == 0 { "cp-check cp-check--none" } else { "cp-check" }.into());
    let results = el("span").class("cp-visually-hidden").with(" results");
    el("label").follow("class", class).with((
        tick(explorer, choice),
        el("span").class("cp-check__name").with(words),
        el("span").class("cp-check__count").with((text(move || count().to_string()), results)),
    ))
}

/// The box itself.
pub(super) fn tick(explorer: Explorer, choice: Choice) -> El {
    let of_state = choice.clone();
    el("input")
        .set("type", "checkbox")
        .checked(move || explorer.has(&of_state))
        .stands_for(explorer, &choice)
        .on_change(move |_| explorer.toggle(choice.clone()))
}

/// A facet that can be closed; says how many of its choices are made.
pub(super) fn facet(
    title: &'static str,
    hint: &'static str,
    chosen: impl Fn() -> usize + Send + Sync + 'static,
    open: bool,
    choices: impl Content,
) -> El {
    let open = open || untrack(&chosen) > 0;
    let made = text(move || match chosen() {
        0 => String::new(),
        count => [&count.to_string(), " chosen"].concat(),
    });
    let summary = el("summary")
        .class("cp-facet__title")
        .with((el("span").with(title), el("span").class("cp-facet__made").with(made)));
    let hint = (!hint.is_empty()).then(|| el("p").class("cp-facet__hint").with(hint));
    let choices = el("fieldset").class("cp-facet__choices").with((
        el("legend").class("cp-visually-hidden").with(title),
        hint,
        choices,
    ));
    el("details").class("cp-facet").flag("open", open).with((summary, choices))
}
