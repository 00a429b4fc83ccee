//! Filling the places of parts in the browser.

use super::chart::{LiveChart, Written, bring_to_life};
use super::embed::EmbedBuilder;
use super::extract::ExtractPanel;
use super::finder::FinderAnswer;
use super::paper::Paper;
use super::parts::Part;
use super::wards::Wards;
use super::{changes, context, keep, ward};
use crate::browser::Element;
use crate::chart::{self, Ask, Which};
use crate::query::{Query, View};
use leptos::prelude::*;

/// Fills the place of a part, or brings to life what is in it, until the owner under which this is called ends. Explorer and finder are
/// in the context.
pub fn fill(place: &Element, part: Part) {
    let into = place.html();
    match part {
        Part::Chart(which) => return chart_part(place, which),
        Part::Changes => return changes::bring_to_life(place),
        Part::Ward => return ward::bring_to_life(place),
        Part::Embed | Part::Finder | Part::Paper | Part::Extract | Part::Wards => {}
    }
    // In one step with what takes its place, so that nothing is seen to go.
    place.empty();
    match part {
        Part::Changes | Part::Chart(_) | Part::Ward => {}
        Part::Embed => keep(mount_to(into, || view! { <EmbedBuilder/> })),
        Part::Finder => keep(mount_to(into, || view! { <FinderAnswer/> })),
        Part::Paper => keep(mount_to(into, || view! { <Paper/> })),
        Part::Extract => keep(mount_to(into, || view! { <ExtractPanel/> })),
        Part::Wards => keep(mount_to(into, || view! { <Wards/> })),
    }
}

/// Brings one of the plan's charts to life, which stands in its part as the page was written.
fn chart_part(part: &Element, which: Which) {
    const PLACE: &str = ".cp-chart-place";
    let (explorer, plan) = (context::explorer(), context::plan());
    // Perhaps a line that it could not be loaded before.
    part.find(".cp-part__line").iter().for_each(Element::remove);
    let query = Query { view: View::default(), ..explorer.query_now() };
    let written = if query == Query::default() { Written::Now } else { Written::Whole };
    let chart = LiveChart::new(which.id(plan), move || {
        explorer.with(|now| {
            let ask = Ask { plan, facts: explorer.facts, query: &now.query, selection: &now.selection };
            chart::chart(which, &ask)
        })
    });
    if let Some(place) = part.find(PLACE) {
        bring_to_life(&place, chart, written);
    }
}
