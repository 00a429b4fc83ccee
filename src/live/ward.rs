//! What is known of the wards that are chosen. It was written with the page, and `public/fragments.js` has put it into its place, with
//! the ids of these wards (`data-of`). Here its charts come to life, its links keep the other choices, and the device can be asked
//! to remember the ward.

use super::chart::{LiveChart, Written, bring_to_life as bring_chart_to_life};
use super::finder::RememberWard;
use super::{context, keep};
use crate::browser::Element;
use crate::chart::Shown;
use crate::page::ward_chart::ward_charts;
use crate::plan::WardId;
use crate::query::{Query, View, link};
use leptos::prelude::*;

/// Brings it to life, until the owner under which this is called ends.
pub(super) fn bring_to_life(place: &Element) {
    follow_links(place);
    let facts = context::explorer().facts;
    let wards: Vec<WardId> = place.data("of").split_whitespace().filter_map(|id| facts.find_ward(id)).collect();
    // Of several wards there are tables alone.
    if let [ward] = wards[..] {
        charts(place, ward);
        if let Some(into) = place.find("[data-place=remember]") {
            keep(mount_to(into.html(), move || view! { <RememberWard ward/> }));
        }
    }
}

fn charts(place: &Element, ward: WardId) {
    let charts = ward_charts(context::plan(), context::area(), ward);
    for shown in charts.recorded.into_iter().flatten().chain(charts.ages) {
        // What has nothing to draw says so already, and stays as it is.
        let Shown::Chart(chart) = &shown else { continue };
        let id = chart.id.clone();
        let figure = place.by_id_inside(&["cp-chart-", &id].concat());
        if let Some(place) = figure.and_then(|it| it.parent()) {
            let chart = LiveChart::new(id, move || shown.clone());
            bring_chart_to_life(&place, chart, Written::Now);
        }
    }
}

/// Has links to wards lead there with the other choices as they are, and follows them here.
fn follow_links(place: &Element) {
    let explorer = context::explorer();
    let wards_of = move |link: &Element| link::from_params(explorer.facts, &link.data("wards")).query.wards;
    for link in place.all("a[data-wards]") {
        let wards = wards_of(&link);
        keep(RenderEffect::new(move |_: Option<()>| {
            let query = Query { wards: wards.clone(), view: View::Wards, ..explorer.query() };
            link.set("href", Some(&explorer.address_of(&query)));
        }));
    }
    keep(place.on("click", move |event| {
        if let Some(link) = event.target("a[data-wards]").filter(|_| event.is_plain_click()) {
            event.prevent_default();
            explorer.show_wards(wards_of(&link).iter().copied());
        }
    }));
}
