//! The filter drawer: on a narrow page the filters open over the results.

use super::keep;
use crate::browser::Element;
use crate::state::Explorer;
use leptos::prelude::*;

/// Has the drawer follow the state: while it is open, it is a dialog and what lies under it cannot be reached.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let Some(drawer) = root.find("#cp-filters") else { return };
    let opener = root.find("#cp-filters-opener");
    let page = root.find(".cp__page");
    let under = root.all("[data-under-drawer]");
    if let Some(close) = drawer.find(".cp-filters__close") {
        close.set("role", Some("button"));
    }
    if let Some(opener) = &opener {
        opener.set("role", Some("button"));
        opener.set("aria-haspopup", Some("dialog"));
    }
    keep(RenderEffect::new(move |_: Option<()>| {
        let open = explorer.filters_open();
        drawer.class("cp-filters--open", open);
        if let Some(page) = &page {
            page.set("data-filters-open", open.then_some(""));
        }
        drawer.set("role", Some(if open { "dialog" } else { "region" }));
        drawer.set("aria-modal", open.then_some("true"));
        for it in &under {
            it.set("inert", open.then_some(""));
        }
        if let Some(opener) = &opener {
            opener.set("aria-expanded", Some(if open { "true" } else { "false" }));
        }
    }));
}
