//! What the plan says of the chosen wards: the answer for each ward stands on the page.

use super::keep;
use crate::browser::Element;
use crate::state::Explorer;
use leptos::prelude::*;

/// Shows the answers for the chosen wards.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let answers = root.all("[data-w]").into_iter();
    let answers: Vec<_> = answers.filter_map(|it| Some((explorer.facts.find_ward(&it.data("w"))?, it))).collect();
    let onward = root.find("[data-place=ward-onward]");
    keep(RenderEffect::new(move |_: Option<()>| {
        explorer.with_wards(|wards| {
            for (ward, it) in &answers {
                it.hide(!wards.contains(ward));
            }
            if let Some(onward) = &onward {
                onward.hide(wards.is_empty());
            }
        });
    }));
}
