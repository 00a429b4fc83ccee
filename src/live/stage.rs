//! What the page answers with: the stylesheet shows the parts of it by one word on the page, and its title is the first heading.

use super::keep;
use crate::browser::Element;
use crate::query::{Query, Stage};
use crate::state::Explorer;
use leptos::prelude::*;

/// The headings of what is on show in the first view.
const HEADINGS: &str = ":is(h1, h2, h3, h4, h5, h6)";

/// Has the page follow the stage.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let Some(page) = root.find(".cp__page") else { return };
    let root = root.clone();
    let stage = Memo::new(move |_| explorer.with_query(Query::stage));
    keep(RenderEffect::new(move |before: Option<Stage>| {
        let now = stage.get();
        // What the page shows already stays, until it is known what the visitor wants.
        let is_said = before.is_none() && !page.data("stage").is_empty();
        if before != Some(now) && !is_said {
            page.set_data("stage", now.slug());
            raise(&root, &["cp-", &explorer.title_of(now)].concat());
            root.all("[data-open-in-list]").iter().for_each(|it| it.set("open", (now == Stage::List).then_some("")));
        }
        now
    }));
}

/// Has the title of what the first view shows take the place of the page's own, and its headings come up with it: the page was written
/// as one, with all priorities under one title.
fn raise(root: &Element, title: &str) {
    let Some(main) = root.find(".cp-results") else { return };
    let level = |it: Option<Element>| it.and_then(|it| it.tag().get(1..)?.parse::<u8>().ok());
    let up = level(main.by_id_inside(title)).zip(level(root.find("#cp-title"))).map(|(of, to)| of.saturating_sub(to));
    for heading in main.all(HEADINGS) {
        let raised = up.zip(level(Some(heading.clone()))).map(|(up, it)| it.saturating_sub(up).max(1).to_string());
        heading.set("aria-level", raised.as_deref());
    }
}
