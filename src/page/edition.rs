//! The edition, always in sight in one line: a draft or not, for which years. It opens to how it stands, and where to look for a newer
//! one.

use super::across::EditionLink;
use super::context::context;
use super::link::External;
use crate::changes::edition_name;
use leptos::prelude::*;

/// The notice above everything else.
#[component]
pub fn EditionNotice() -> impl IntoView {
    let plan = context().plan;
    let edition = &plan.edition;
    let (from, to) = edition.years;
    let page = plan.link(edition.page);
    let name = page.name.as_str();
    let standing = (!edition.standing_short.is_empty()).then(|| view! { ", " {edition.standing_short.as_str()} });
    let link = match page.offered() {
        Some(url) => view! { <External url>{name}</External> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <div class="cp-edition" role="note" aria-label="About this edition">
            <EarlierNotice/>
            <details>
                <summary>
                    <strong>{if edition.draft { "Draft" } else { "Published" }}</strong>
                    {format!(" · plan for {from} to {to}")} {standing}
                </summary>
                <p>{format!("The {} update. ", edition.year)} {edition.standing.as_str()} " " {link} "."</p>
                <OtherEditions/>
            </details>
        </div>
    }
}

/// Says of an edition before the current one that it is that.
#[component]
fn EarlierNotice() -> impl IntoView {
    let editions = context().editions;
    (!editions.is_current()).then(|| {
        let current = &editions.all[0];
        let what = if editions.here().edition.draft { "This is the draft of an edition." } else { "This is an earlier edition." };
        view! {
            <p class="cp-edition__earlier">
                <strong>{what}</strong> " The current one is the " <EditionLink edition=0>{edition_name(current)}</EditionLink> "."
            </p>
        }
    })
}

/// The other editions that are held.
#[component]
fn OtherEditions() -> impl IntoView {
    let editions = context().editions;
    let others: Vec<usize> = (0..editions.all.len()).filter(|it| *it != editions.at).collect();
    (!others.is_empty()).then(|| {
        let links = others.into_iter().enumerate().map(|(at, edition)| {
            let between = (at > 0).then_some(", ");
            view! { {between} <EditionLink edition>{edition_name(&editions.all[edition])}</EditionLink> }
        });
        view! { <p>"Other editions held here: " {links.collect_view()} "."</p> }
    })
}
