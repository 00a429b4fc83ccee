//! What the plan says of the chosen wards. The answer for each single one stands on the page; that for several is put together here.

use super::keep;
use crate::browser::Element;
use crate::plan::WardId;
use crate::query::{Query, WardAnswer, link, ward_answer};
use crate::state::Explorer;
use leptos::prelude::*;

/// Has the answers follow the chosen wards: with the results, and on the view of their own.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let answers = root.all("[data-w]").into_iter();
    let answers: Vec<_> = answers.filter_map(|it| Some((explorer.facts.find_ward(&it.data("w"))?, it))).collect();
    let several = root.find("[data-place=ward-answer]");
    let here = root.find("[data-place=ward-here]");
    keep(RenderEffect::new(move |before: Option<Vec<WardId>>| {
        let wards: Vec<WardId> = explorer.with_wards(|wards| wards.iter().copied().collect());
        for (ward, it) in &answers {
            it.hide(wards != [*ward]);
        }
        let answer = ward_answer(explorer.facts, &wards);
        if let Some(several) = &several {
            several.hide(wards.len() < 2);
            if wards.len() > 1 {
                say(several, &answer);
            }
        }
        // As the page is written it is about the whole area.
        if let Some(here) = here.as_ref().filter(|_| before.as_ref().unwrap_or(&Vec::new()) != &wards) {
            say(here, &answer);
            here.set("data-whole", wards.is_empty().then_some(""));
            lead_on(explorer, here, &wards);
        }
        wards
    }));
}

fn say(place: &Element, answer: &WardAnswer) {
    let words = [
        ("[data-text=ward-title]", &answer.title),
        ("[data-text=ward-says]", &answer.says),
        ("[data-text=ward-link]", &answer.link),
        ("[data-text=ward-places]", &answer.places),
    ];
    for (hook, words) in words {
        if let Some(it) = place.find(hook) {
            it.set_text(words);
        }
    }
}

/// Has the link under the answer lead to what applies in these wards.
fn lead_on(explorer: Explorer, place: &Element, wards: &[WardId]) {
    let Some(to) = place.find("a.cp-onward") else { return };
    let query = Query { wards: wards.iter().copied().collect(), ..Query::default() };
    to.set_data("query", &link::to_params(explorer.facts, &query));
    to.set("href", Some(&explorer.address_of(&query)));
}
