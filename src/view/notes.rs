//! The view "Editor's notes": contradictions, gaps and how we read things, each with the places that it speaks of.

use super::heading::heading;
use super::origin::cite;
use super::wording::{gap_sentence, note_word};
use super::words::quotation;
use crate::plan::{Gap, NoteKind};
use crate::query::{Query, View, gap_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "Editor's notes".
#[component]
pub(super) fn Notes(explorer: Explorer) -> impl IntoView {
    let part = move |kind: NoteKind, id: &'static str, title: &'static str| {
        let rows = explorer
            .plan
            .notes
            .iter()
            .filter(|note| note.kind == kind)
            .map(|note| {
                let cites = note
                    .cites
                    .iter()
                    .map(|it| quotation(explorer, &it.quote, cite(explorer, it.section)))
                    .collect_view();
                view! {
                    <li class="cp-card cp-card--note" id=format!("cp-note-{}", note.id)>
                        <p class="cp-card__kind">{note_word(kind)}</p>
                        {heading(explorer.heading(3), "cp-card__title", format!("cp-note-title-{}", note.id), note.title.as_str())}
                        <p>{note.text.as_str()}</p>
                        {cites}
                    </li>
                }
            })
            .collect_view();
        explorer.plan.notes.iter().any(|note| note.kind == kind).then(|| {
            view! {
                {heading(explorer.heading(2), "cp-view__part", id.to_owned(), title)}
                <ul class="cp-list__cards cp-list__cards--wide">{rows}</ul>
            }
        })
    };
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Editor’s notes")}
            <p class="cp-lead">"What a careful reader of the plan should know. These notes are ours. The quotations are the plan’s."</p>
            {part(NoteKind::Contradiction, "cp-contradictions", "Where the plan does not agree with itself")}
            {part(NoteKind::Gap, "cp-gaps-noted", "What the plan leaves out")}
            <GapCounts explorer />
            {part(NoteKind::Reading, "cp-readings", "How we read the plan")}
        </section>
    }
}

/// How many statements each gap touches, as links to them.
#[component]
fn GapCounts(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let rows = Gap::ALL
        .into_iter()
        .filter_map(|gap| {
            let count = plan.entries.iter().filter(|it| it.gaps.contains(&gap)).count();
            (count > 0).then(|| {
                let to = super::link::link(
                    explorer,
                    "cp-quiet-link",
                    move |_| Query { gaps: [gap].into(), view: View::Explore, ..Query::default() },
                    format!("{}: {count}", gap_label(gap)),
                );
                view! { <li>{to} ". " {gap_sentence(gap)}</li> }
            })
        })
        .collect_view();
    view! {
        {heading(explorer.heading(2), "cp-view__part", "cp-gap-counts".to_owned(), "Gaps, counted")}
        <ul class="cp-plain-list">{rows}</ul>
    }
}
