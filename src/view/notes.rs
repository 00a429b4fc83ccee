//! The view "Editor's notes": contradictions, gaps and how we read things, each with the places that it speaks of.

use super::el::{Content, Each, El, el};
use super::heading::{heading, part_title, view};
use super::link::link;
use super::origin::cite;
use super::words::quotation;
use crate::plan::{Gap, Note, NoteKind};
use crate::query::wording::{gap_sentence, note_word};
use crate::query::{Query, View, gap_label};
use crate::state::Explorer;

/// The view "Editor's notes".
pub(super) fn notes(explorer: Explorer) -> El {
    let part = move |kind, id, title| part(explorer, kind, id, title);
    view(
        explorer,
        View::Notes,
        "What a careful reader of the plan should know. These notes are ours. The quotations are the plan’s.",
    )
    .with(part(NoteKind::Contradiction, "cp-contradictions", "Where the plan does not agree with itself"))
    .with(part(NoteKind::Gap, "cp-gaps-noted", "What the plan leaves out"))
    .with(gap_counts(explorer))
    .with(part(NoteKind::Reading, "cp-readings", "How we read the plan"))
}

fn part(explorer: Explorer, kind: NoteKind, id: &'static str, title: &'static str) -> impl Content {
    let of_kind = explorer.plan.notes.iter().filter(|note| note.kind == kind);
    let rows: Vec<El> = of_kind.map(|note| row(explorer, note)).collect();
    (!rows.is_empty()).then(|| {
        let title = part_title(explorer, id, title);
        (title, el("ul").class("cp-list__cards cp-list__cards--wide").with(rows))
    })
}

fn row(explorer: Explorer, note: &'static Note) -> El {
    let id = note.id.as_str();
    let title = ["cp-note-title-", id].concat();
    let cites = Each(note.cites.iter().map(|it| quotation(explorer, &it.quote, cite(explorer, it.section))));
    el("li")
        .class("cp-card cp-card--note")
        .id(["cp-note-", id].concat())
        .with(el("p").class("cp-card__kind").with(note_word(note.kind)))
        .with(heading(explorer.heading(3), "cp-card__title", title, note.title.as_str()))
        .with((el("p").with(note.text.as_str()), cites))
}

/// How many statements each gap touches, as links to them.
fn gap_counts(explorer: Explorer) -> impl Content {
    let rows = Each(Gap::ALL.into_iter().filter_map(|gap| {
        let count = explorer.plan.entries.iter().filter(|it| it.gaps.contains(&gap)).count();
        let edit = move |_| Query { gaps: [gap].into(), ..Query::default() };
        (count > 0).then(|| {
            let words = (gap_label(gap), ": ", count.to_string());
            el("li").with((link(explorer, "cp-quiet-link", edit, words), ". ", gap_sentence(gap)))
        })
    }));
    (part_title(explorer, "cp-gap-counts", "Gaps, counted"), el("ul").class("cp-plain-list").with(rows))
}
