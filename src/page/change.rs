//! The changes themselves, as a part of the page and as a page of its own: one line each, with both wordings beside one another.

use super::across::ids;
use super::came_of_it::CameOfIt;
use super::context::context;
use super::heading::{Heading, PartTitle};
use crate::changes::{Change, Said, Stands, Subject, Way, alike, edition_name, pieces, word};
use leptos::prelude::*;

/// The changes themselves, as a part of the page and as a page of its own.
#[component]
pub fn ChangesAlone() -> impl IntoView {
    let page = context();
    let before = page.editions.before();
    let parts = Subject::ALL.into_iter().map(|subject| view! { <OfSubject subject/> });
    let title = before.map(|it| format!("{} beside the {}", edition_name(page.plan), edition_name(it)));
    view! {
        <div class="cp__page cp-alone">
            <p><a class="cp-onward" href="./">"Back to the plan"</a></p>
            <Heading below=0 class="cp-alone__title" id="cp-title">{page.plan.edition.heading.as_str()}</Heading>
            <Heading below=1 class="cp-view__title" id="cp-changes-title">"What changed: " {title}</Heading>
            <div data-fragment>
                <div data-place="changes-filter"></div>
                <div class="cp-changes">
                    {parts.collect_view()}
                    {before.map(|before| view! { <CameOfIt before/> })}
                </div>
            </div>
        </div>
    }
}

/// All changes of one kind of record.
#[component]
fn OfSubject(subject: Subject) -> impl IntoView {
    let changes = context().editions.changes();
    let kept = changes.kept.iter().find(|it| it.0 == subject).map_or(0, |it| it.1);
    let list: Vec<&'static Change<'static>> = changes.list.iter().filter(|it| it.subject == subject).collect();
    let none = list.is_empty();
    let rows = list.into_iter().map(|change| view! { <ChangeRow change/> });
    let kept = match kept {
        0 => String::new(),
        1 => "1 is as before.".to_owned(),
        more => format!("{more} are as before."),
    };
    view! {
        <section class="cp-changes__part">
            <PartTitle id=format!("cp-changes-{}", subject as u8) title=subject.heading()/>
            {none.then_some(view! { <p>"Nothing changed."</p> })}
            <ul class="cp-changes__list">{rows.collect_view()}</ul>
            <p class="cp-quiet">{kept}</p>
        </section>
    }
}

/// One change: what became of it, and both wordings with their sections.
#[component]
fn ChangeRow(change: &'static Change<'static>) -> impl IntoView {
    let name = change.now.as_ref().or(change.was.first()).map(|it| it.name.as_str());
    // An action is called by its words, which stand below.
    let name = name.filter(|_| change.subject != Subject::Action).map(|it| view! { " " <b>{it}</b> });
    let one = if let [one] = change.was.as_slice() { Some(one.quote) } else { None };
    let (newer, older) = (context().plan, context().editions.before());
    let was = change.was.iter().map(|said| {
        let other = change.now.as_ref().map(|it| it.quote).filter(|_| one.is_some());
        view! { <Wording edition=older.map(edition_name) said other side=Stands::Taken/> }
    });
    let was = (!change.was.is_empty()).then(|| view! { <div class="cp-change__side">{was.collect_view()}</div> });
    let now = change.now.as_ref().map(|said| {
        view! {
            <div class="cp-change__side">
                <Wording edition=Some(edition_name(newer)) said other=one side=Stands::Put/>
            </div>
        }
    });
    view! {
        <li class=format!("cp-change cp-change--{}", kind(change.way)) data-priorities=ids(&change.priorities) data-partners=ids(&change.partners)>
            <p class="cp-change__way"><span class="cp-change__mark">{word(change.subject, change.way)}</span> {name}</p>
            <div class="cp-change__sides">{was} {now}</div>
        </li>
    }
    .into_any()
}

/// How a change is marked by the stylesheet.
fn kind(way: Way) -> &'static str {
    match way {
        Way::New => "new",
        Way::Gone => "gone",
        Way::MayBeSame => "perhaps",
        Way::Altered | Way::InPlaceOf | Way::Merged => "altered",
    }
}

/// The words of one edition, in which those are marked that the other's do not have.
#[component]
fn Wording(
    edition: Option<String>,
    said: &'static Said<'static>,
    #[prop(optional_no_strip)] other: Option<&'static str>,
    side: Stands,
) -> impl IntoView {
    // Of words that have little in common nobody wants to see how they differ.
    let words = match other.filter(|it| alike(it, said.quote) >= 0.5) {
        None => said.quote.into_any(),
        Some(other) => {
            let (was, now) = if side == Stands::Taken { (said.quote, other) } else { (other, said.quote) };
            let pieces = pieces(was, now).into_iter().filter(|it| [Stands::Both, side].contains(&it.stands));
            let marked = pieces.map(|piece| match piece.stands {
                Stands::Both => piece.words.into_any(),
                Stands::Taken => view! { <del>{piece.words}</del> }.into_any(),
                Stands::Put => view! { <ins>{piece.words}</ins> }.into_any(),
            });
            marked.collect_view().into_any()
        }
    };
    view! {
        <blockquote class="cp-quote cp-change__quote">
            <div class="cp-quote__words">"“" {words} "”"</div>
            <div class="cp-quote__from">{edition} ", " {said.section}</div>
        </blockquote>
    }
}
