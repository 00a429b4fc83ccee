//! The menu of views: links, so that each view can be opened elsewhere and shared.

use super::el::{Each, El, button, el, text};
use super::leaflet::either;
use super::link::link_to;
use crate::query::View;
use crate::query::wording::view_name;
use crate::state::Explorer;
use leptos::prelude::*;

/// The menu; on a narrow page it opens from a button.
pub(super) fn menu(explorer: Explorer) -> El {
    let open = RwSignal::new(false);
    let item = move |view: View| {
        let edit = move |mut query: crate::query::Query| {
            query.view = view;
            query
        };
        let follow = move |_| {
            open.set(false);
            explorer.show(view);
        };
        let link = link_to(explorer, "cp-menu__link", edit, follow)
            .follow("aria-current", move || (explorer.view() == view).then_some("page".into()))
            .with(view_name(view));
        el("li").with(link)
    };
    let items = Each(View::ALL.into_iter().map(item));
    let words = || text(move || [view_name(explorer.view()), " · all parts"].concat());
    let opener = either(
        explorer,
        || {
            button("cp-button cp-menu__opener", move |_| open.update(|it| *it = !*it))
                .follow("aria-expanded", move || Some(if open.get() { "true" } else { "false" }.into()))
                .set("aria-controls", "cp-menu-list")
                .with(words())
        },
        || el("a").class("cp-button cp-menu__opener").set("href", "#cp-menu-list").with(words()),
    );
    let class = move || Some(if open.get() { "cp-menu__list cp-menu__list--open" } else { "cp-menu__list" }.into());
    el("nav")
        .class("cp-menu")
        .set("part", "menu")
        .set("aria-label", "Parts of the plan")
        .with((opener, el("ul").follow("class", class).id("cp-menu-list").with(items)))
}
