//! When nothing is left: what was asked, and which choice to drop to see more.

use crate::query::{self, Choice, choice_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// What to do when the choices leave nothing.
#[component]
pub(super) fn Empty(explorer: Explorer) -> impl IntoView {
    let empty = Memo::new(move |_| explorer.total() == 0);
    move || {
        empty.get().then(|| {
            let asked = explorer.with_query(|query| query::describe(explorer.plan, query));
            let ways: Vec<(Choice, usize)> = explorer.relaxations();
            let none = ways.is_empty();
            let buttons = ways
                .into_iter()
                .map(|(choice, count)| {
                    let words =
                        format!("Leave out {} ({count} {})", choice_label(explorer.plan, &choice), plural(count));
                    view! {
                        <li>
                            <button type="button" class="cp-button" on:click=move |_| explorer.remove(&choice)>
                                {words}
                            </button>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <div class="cp-empty">
                    <p class="cp-lead">"The plan has nothing for: "{asked}"."</p>
                    <p>{if none { "No single choice is the cause." } else { "To see more:" }}</p>
                    <ul class="cp-plain-list">
                        {buttons}
                        <li>
                            <button type="button" class="cp-button" on:click=move |_| explorer.clear()>
                                "Clear all choices"
                            </button>
                        </li>
                    </ul>
                </div>
            }
        })
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "result" } else { "results" }
}
