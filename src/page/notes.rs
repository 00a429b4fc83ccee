//! The view "Editor's notes": contradictions, gaps and how we read things, each with the places that it speaks of.

use super::context::context;
use super::heading::{Heading, PartTitle, ViewSection};
use super::link::QueryLink;
use super::quote::Quotation;
use super::wording::{gap_sentence, note_word};
use crate::plan::{Gap, Note, NoteKind};
use crate::query::{Choice, Query, View, gap_label, gap_unit};
use leptos::prelude::*;

/// The view.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <ViewSection
            view=View::Notes
            lead="What a careful reader of the plan should know. These notes are ours. The quotations are the plan’s."
        >
            <NotesPart
                kind=NoteKind::Contradiction
                id="cp-contradictions"
                title="Where the plan does not agree with itself"
            />
            <NotesPart kind=NoteKind::Gap id="cp-gaps-noted" title="What the plan leaves out"/>
            <GapCounts/>
            <NotesPart kind=NoteKind::Reading id="cp-readings" title="How we read the plan"/>
        </ViewSection>
    }
}

/// The notes of a kind; nothing where there are none.
#[component]
fn NotesPart(kind: NoteKind, id: &'static str, title: &'static str) -> impl IntoView {
    let notes: Vec<&Note> = context().plan.notes.iter().filter(|it| it.kind == kind).collect();
    (!notes.is_empty()).then(|| {
        let cards = notes.into_iter().map(|note| view! { <NoteCard note/> });
        view! {
            <PartTitle id title/>
            <ul class="cp-list__cards cp-list__cards--wide">{cards.collect_view()}</ul>
        }
    })
}

#[component]
fn NoteCard(note: &'static Note) -> impl IntoView {
    let cites = note.cites.iter().map(|source| view! { <Quotation source/> });
    view! {
        <li class="cp-card cp-card--note">
            <p class="cp-card__kind">{note_word(note.kind)}</p>
            <Heading below=3 class="cp-card__title" id=format!("cp-note-title-{}", note.id)>{note.title.as_str()}</Heading>
            <p>{note.text.as_str()}</p>
            {cites.collect_view()}
        </li>
    }
}

/// How much each gap leaves unsaid, as links to the statements that it touches.
#[component]
fn GapCounts() -> impl IntoView {
    let rows = Gap::ALL.into_iter().filter_map(|gap| {
        let count = context().selection.counts.of(&Choice::Gap(gap)) as usize;
        let query = Query { gaps: [gap].into(), ..Query::default() };
        (count > 0).then(|| {
            view! {
                <li>
                    <QueryLink query class="cp-quiet-link">{gap_label(gap)} ": " {count} " " {gap_unit(gap, count)}</QueryLink> ". "
                    {gap_sentence(gap)}
                </li>
            }
        })
    });
    view! {
        <PartTitle id="cp-gap-counts" title="Gaps, counted"/>
        <ul class="cp-plain-list">{rows.collect_view()}</ul>
    }
}
