//! The menu of views: links, so that each view can be opened elsewhere and shared.

use super::link::plain;
use super::wording::view_name;
use crate::query::View;
use crate::state::Explorer;
use leptos::prelude::*;

/// The menu; on a narrow page it opens from a button.
#[component]
pub(super) fn Menu(explorer: Explorer) -> impl IntoView {
    let open = RwSignal::new(false);
    let items = View::ALL
        .into_iter()
        .map(|view| {
            view! {
                <li>
                    <a
                        class="cp-menu__link"
                        href=move || {
                            let mut query = explorer.query();
                            query.view = view;
                            explorer.address_of(&query)
                        }
                        aria-current=move || (explorer.view() == view).then_some("page")
                        on:click=move |event| {
                            if plain(&event) {
                                event.prevent_default();
                                open.set(false);
                                explorer.show(view);
                            }
                        }
                    >
                        {view_name(view)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="cp-menu" aria-label="Parts of the plan">
            <button
                type="button"
                class="cp-button cp-menu__opener"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="cp-menu-list"
                on:click=move |_| open.update(|it| *it = !*it)
            >
                {move || format!("{} · all parts", view_name(explorer.view()))}
            </button>
            <ul class="cp-menu__list" class:cp-menu__list--open=move || open.get() id="cp-menu-list">
                {items}
            </ul>
        </nav>
    }
}
