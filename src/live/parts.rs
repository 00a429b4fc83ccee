//! Parts of the page that the second module fills: what is heavy (charts) or seldom wanted (a ward's page).
//!
//! `public/parts.js` says when one comes near. A chart stands on the page already and comes to life; the place of any other part is
//! empty until then.

use super::embed::EmbedBuilder;
use super::finder::FinderAnswer;
use super::paper::Paper;
use super::wards::Wards;
use crate::chart::Which;
use leptos::prelude::*;

/// A part that the second module fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of the plan's charts.
    Chart(Which),
    /// What to paste into a page.
    Embed,
    /// The answer to a postcode, a name or a place.
    Finder,
    /// The ways to print, and the way back from paper.
    Paper,
    /// The map, and what official sources say of wards.
    Wards,
}

impl Part {
    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chart(which) => which.id(),
            Self::Embed => "embed",
            Self::Finder => "finder",
            Self::Paper => "paper",
            Self::Wards => "wards",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let charts = Which::ALL.into_iter().map(Self::Chart);
        charts.chain([Self::Embed, Self::Finder, Self::Paper, Self::Wards]).find(|it| it.name() == name)
    }
}

/// A part as HTML; none for a chart, which stands on the page. Explorer, finder and records are in the context.
#[must_use]
#[cfg(not(target_arch = "wasm32"))]
pub fn html(part: Part) -> String {
    match part {
        Part::Chart(_) => String::new(),
        Part::Embed => view! { <EmbedBuilder/> }.to_html(),
        Part::Finder => view! { <FinderAnswer/> }.to_html(),
        Part::Paper => view! { <Paper/> }.to_html(),
        Part::Wards => view! { <Wards/> }.to_html(),
    }
}

/// Fills the place of a part, or brings to life what is in it, until the owner under which this is called ends. Explorer and finder are
/// in the context.
#[cfg(target_arch = "wasm32")]
pub fn fill(place: &crate::browser::Element, part: Part) {
    use super::keep;
    let into = place.html();
    if let Part::Chart(which) = part {
        return chart(place, which);
    }
    // In one step with what takes its place, so that nothing is seen to go.
    place.empty();
    match part {
        Part::Chart(_) => {}
        Part::Embed => keep(mount_to(into, || view! { <EmbedBuilder/> })),
        Part::Finder => keep(mount_to(into, || view! { <FinderAnswer/> })),
        Part::Paper => keep(mount_to(into, || view! { <Paper/> })),
        Part::Wards => keep(mount_to(into, || view! { <Wards/> })),
    }
}

/// Brings one of the plan's charts to life, which stands in its part as the page was written.
#[cfg(target_arch = "wasm32")]
fn chart(part: &crate::browser::Element, which: Which) {
    use super::chart::{LiveChart, Written, bring_to_life};
    use super::context;
    use crate::page::chart::BELOW;
    use crate::query::{Query, View};

    const PLACE: &str = ".cp-chart-place";
    let (explorer, plan) = (context::explorer(), context::plan());
    // Perhaps a line that it could not be loaded before.
    part.find(".cp-part__line").iter().for_each(crate::browser::Element::remove);
    let query = Query { view: View::default(), ..explorer.query_now() };
    let written = if query == Query::default() { Written::Now } else { Written::Whole };
    let chart = LiveChart::new(which.id(), move || {
        explorer.with(|now| {
            let ask = crate::chart::Ask { plan, facts: explorer.facts, query: &now.query, selection: &now.selection };
            crate::chart::chart(which, &ask)
        })
    });
    if let Some(place) = part.find(PLACE) {
        bring_to_life(&place, chart, context::heading(BELOW), written);
    }
}
