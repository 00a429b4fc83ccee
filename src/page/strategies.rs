//! The view "Related strategies": each with how the plan uses it and how sure its address is.

use super::context::context;
use super::heading::{PartTitle, ViewSection};
use super::link::Named;
use super::origin::EntryOrigin;
use super::quote::Quotation;
use super::wording::standing_sentence;
use crate::plan::{Entry, Strategy, StrategyUse};
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Strategies() -> impl IntoView {
    view! {
        <ViewSection
            view=View::Strategies
            lead="Other documents that the plan rests on or links to. We link only to addresses that were checked."
        >
            <PartTitle id="cp-sources" title="Where the priorities come from"/>
            <p>"The plan says that its priorities were found from these documents."</p>
            <StrategyCards used_as=StrategyUse::Source/>
            <PartTitle id="cp-linked" title="Linked strategies"/>
            <p>"The plan lists these as linked to it."</p>
            <StrategyCards used_as=StrategyUse::Linked/>
        </ViewSection>
    }
}

#[component]
fn StrategyCards(used_as: StrategyUse) -> impl IntoView {
    let entries = context().plan.entries.iter();
    let cards = entries.filter_map(|entry| {
        let strategy = entry.strategy.as_ref().filter(|it| it.used_as == used_as)?;
        Some(view! { <StrategyCard entry strategy/> })
    });
    view! { <ul class="cp-list__cards cp-list__cards--wide">{cards.collect_view()}</ul> }
}

/// A strategy on the view that lists all of them. Choices do not filter that view, so it is not marked as an entry.
#[component]
fn StrategyCard(entry: &'static Entry, strategy: &'static Strategy) -> impl IntoView {
    view! {
        <li class="cp-card cp-card--strategy">
            <StrategyDetails strategy/>
            <EntryOrigin entry>{entry.source().map(|source| view! { <Quotation source/> })}</EntryOrigin>
        </li>
    }
}

/// The name of a strategy, its address with standing, and why it is shown where it is.
#[component]
pub fn StrategyDetails(strategy: &'static Strategy) -> impl IntoView {
    let link = context().plan.link(strategy.link);
    let standing = link.offered().is_none().then(|| format!("{} ", standing_sentence(link.standing)));
    view! {
        <p class="cp-strategy__name"><Named name=&strategy.name url=link.offered()/></p>
        <p class="cp-strategy__standing">{standing} {link.about.as_deref()}</p>
        {strategy.related.as_deref().map(|it| view! { <p class="cp-quiet">{it}</p> })}
    }
}
