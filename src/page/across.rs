//! The ways between editions: links that keep the choices, and what a card says of other editions.

use super::context::context;
use super::quote::first_words;
use crate::changes::{Subject, Way, edition_name, reported, reports};
use crate::plan::{Entry, Kind, Slug};
use leptos::prelude::*;

/// A link to the page of another edition, which keeps the visitor's choices.
#[component]
pub fn EditionLink(
    /// Its place in the list of all.
    edition: usize,
    /// The place on its page.
    #[prop(default = String::new())]
    place: String,
    children: Children,
) -> impl IntoView {
    let way = context().editions.way_to(edition) + &place;
    view! {
        <a href=way.clone() data-edition=way>
            {children()}
        </a>
    }
}

/// How a card's entry stands to the edition before, in one line; none where it is as it was.
#[component]
pub fn Since(entry: &'static Entry) -> impl IntoView {
    let page = context();
    let change = page.editions.before().and_then(|before| Some((before, page.editions.changes().of(&entry.id)?)));
    change.map(|(before, change)| {
        let of_one_year = before.edition.year == page.plan.edition.year;
        let since = if of_one_year { "the draft".to_owned() } else { before.edition.year.to_string() };
        let words = match change.way {
            Way::New if of_one_year => format!("New since {since}"),
            Way::New => format!("New in {}", page.plan.edition.year),
            Way::Altered if change.subject == Subject::Measure => format!("Goes on from {since}"),
            Way::Altered => format!("Reworded since {since}"),
            Way::InPlaceOf | Way::Merged => format!("In place of another of {since}"),
            Way::MayBeSame | Way::Gone => format!("May be the same as one of {since}"),
        };
        view! { <p class="cp-card__since">{words}</p> }
    })
}

/// Where a promise and what came of it stand in different editions: the way from one to the other.
#[component]
pub fn AcrossEditions(entry: &'static Entry) -> impl IntoView {
    let page = context();
    let (says, found) = match entry.kind {
        Kind::Promised => ("Reported on in the ", reports(page.editions.all, page.editions.at, &entry.id)),
        Kind::Done => ("Promised in the ", reported(page.editions.all, page.editions.at, &entry.id)),
        Kind::Direction | Kind::Strategy | Kind::Local => ("", Vec::new()),
    };
    let rows = found.into_iter().map(|it| {
        let (place, words) = (["#f-", it.entry.id.as_str()].concat(), first_words(it.entry.words()));
        let edition = edition_name(&page.editions.all[it.edition]);
        view! {
            <p class="cp-card__since">{says} {edition} ": " <EditionLink edition=it.edition place>{words}</EditionLink></p>
        }
    });
    rows.collect_view()
}

/// Ids as an attribute, by which the program filters.
pub(super) fn ids(list: &[&Slug]) -> String {
    list.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ")
}
