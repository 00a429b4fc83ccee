//! The view "What changed": this edition against the one before it, and what came of what that had promised.
//!
//! The page itself says only which editions are compared, how much changed, and where what is gone can still be read. The changes
//! themselves stand in a file of their own ([`ChangesAlone`](super::change::ChangesAlone)), which is a page by itself and which the program puts into the view.

use super::across::EditionLink;
use super::context::context;
use super::fold::Fold;
use super::heading::ViewSection;
use super::link::External;
use super::quote::first_words;
use crate::changes::{Subject, Way, edition_name};
use crate::plan::{Kind, Plan, Slug};
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn WhatChanged() -> impl IntoView {
    let editions = context().editions;
    view! {
        <ViewSection view=View::Changes lead="This edition of the plan beside the one before it, word for word.">
            {match editions.before() {
                None => view! { <NoneHeld/> }.into_any(),
                Some(before) => view! { <Compared before/> <NoLonger before/> <ChangesPlace/> }.into_any(),
            }}
        </ViewSection>
    }
}

/// Where no earlier edition is held.
#[component]
fn NoneHeld() -> impl IntoView {
    let plan = context().plan;
    let page = plan.link(plan.edition.page);
    let name = page.name.as_str();
    let place = match page.offered() {
        Some(url) => view! { <External url>{name}</External> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <p>"No earlier edition of this plan is held here, so nothing can be compared."</p>
        <p>"The partnership publishes its plans at " {place} "."</p>
    }
}

/// How much changed, and the place of the changes themselves.
#[component]
fn Compared(before: &'static Plan) -> impl IntoView {
    let page = context();
    let (now, was) = (edition_name(page.plan), edition_name(before));
    let rows = Subject::ALL.into_iter().map(|subject| view! { <Summary subject/> });
    let heads = ["New", "Changed", "Unclear", "Gone", "Same"]
        .map(|it| view! { <th scope="col" class="cp-table__number">{it}</th> });
    view! {
        <p>
            "The " <b>{now}</b> " beside the " <EditionLink edition={page.editions.at + 1}>{was}</EditionLink>
            ". Records are the same where they have one id, or where whoever keeps the data says so."
        </p>
        <div class="cp-scroll" role="region" tabindex="0" aria-label="Table: how much changed">
            <table class="cp-table cp-changes__sum">
                <caption>"How much changed"</caption>
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The place of the changes themselves. It comes last: what stood below would move when they come.
#[component]
fn ChangesPlace() -> impl IntoView {
    view! {
        <p class="cp-changes__take">
            <a class="cp-app-file" href="./data/changes.csv" download>"All changes as a table (CSV)"</a>
        </p>
        <div class="cp-part" data-part="changes" data-file="changes.html">
            <p><a class="cp-onward" href="./changes.html">"Read every change, with both wordings"</a></p>
        </div>
    }
}

#[component]
fn Summary(subject: Subject) -> impl IntoView {
    let changes = context().editions.changes();
    let count = |ways: &[Way]| changes.list.iter().filter(|it| it.subject == subject && ways.contains(&it.way)).count();
    let kept = changes.kept.iter().find(|it| it.0 == subject).map_or(0, |it| it.1);
    let numbers = [
        count(&[Way::New]),
        count(&[Way::Altered, Way::InPlaceOf, Way::Merged]),
        count(&[Way::MayBeSame]),
        count(&[Way::Gone]),
        kept,
    ];
    let cells = numbers.map(|it| view! { <td class="cp-table__number">{it}</td> });
    view! {
        <tr>
            <th scope="row">{subject.heading()}</th>
            {cells}
        </tr>
    }
}

/// What the edition before had and this one has not, under the ids that old links have: each leads to where it can be read.
#[component]
fn NoLonger(before: &'static Plan) -> impl IntoView {
    let page = context();
    let here: Vec<(&str, &Slug)> = places(page.plan);
    let gone = places(before).into_iter().filter(|it| !here.contains(it));
    let rows: Vec<_> = gone
        .map(|(kind, id)| {
            let place = [kind, id.as_str()].concat();
            let became = became(id);
            let to = became.map(|(place, name)| view! { "; now " <a href=place>{name}</a> });
            view! {
                <li id=place.clone()>
                    <EditionLink edition={page.editions.at + 1} place={["#", &place].concat()}>
                        {name(before, kind, id)}
                    </EditionLink>
                    {to}
                </li>
            }
        })
        .collect();
    let count = rows.len();
    (count > 0).then(|| {
        view! {
            <Fold id="cp-no-longer" title="No longer under its old name" below=2 count>
                <p>
                    "These stood in the " {edition_name(before)} ". Links to them still lead here, and on to where they can be read."
                </p>
                <ul class="cp-plain-list">{rows.into_iter().collect_view()}</ul>
            </Fold>
        }
    })
}

/// What links lead to on a page, by the beginning of its place and its id.
fn places(plan: &'static Plan) -> Vec<(&'static str, &'static Slug)> {
    let priorities = plan.priorities.iter().map(|it| ("cp-group-", &it.id));
    let partners = plan.partners.iter().map(|it| ("cp-partner-", &it.id));
    let of_plan = plan.entries.iter().filter(|it| it.kind != Kind::Local);
    priorities.chain(partners).chain(of_plan.map(|it| ("f-", &it.id))).collect()
}

/// What an id of the edition before became in this one, if its data say so: the place and the name.
fn became(id: &Slug) -> Option<(String, String)> {
    let page = context();
    let change =
        page.editions.changes().list.iter().find(|it| it.now.is_some() && it.was.iter().any(|was| was.id == id))?;
    let now = change.now.as_ref().filter(|_| change.way != Way::MayBeSame)?;
    let place = match change.subject {
        Subject::Priority => "#cp-group-",
        Subject::Partner => "#cp-partner-",
        _ => "#f-",
    };
    Some(([place, now.id.as_str()].concat(), now.name.clone()))
}

/// What something of an edition is called.
fn name(plan: &'static Plan, kind: &str, id: &Slug) -> String {
    let priority = || plan.priorities.iter().find(|it| it.id == *id).map(|it| it.short.clone());
    let partner = || plan.partners.iter().find(|it| it.id == *id).map(|it| it.name.clone());
    let entry = || plan.entries.iter().find(|it| it.id == *id).map(|it| first_words(it.words()));
    let found = match kind {
        "cp-group-" => priority(),
        "cp-partner-" => partner(),
        _ => entry(),
    };
    found.unwrap_or_default()
}
