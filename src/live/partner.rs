//! The head of a partner's page: all of them stand on the page, the one that is asked for is shown.

use super::keep;
use crate::browser::Element;
use crate::query::{Query, Stage};
use crate::state::Explorer;
use leptos::prelude::*;

/// Shows the head of the partner that is asked for.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let heads = root.all("[data-o]").into_iter();
    let heads: Vec<_> = heads.filter_map(|it| Some((explorer.facts.find_partner(&it.data("o"))?, it))).collect();
    let stage = Memo::new(move |_| explorer.with_query(Query::stage));
    keep(RenderEffect::new(move |_: Option<()>| {
        let now = stage.get();
        for (partner, it) in &heads {
            it.hide(now != Stage::Partner(*partner));
        }
    }));
}
