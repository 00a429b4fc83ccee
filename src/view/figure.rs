//! A measure set large: the number with its words, base and period, and the caveat beside it.

use super::glyph::beware;
use super::origin::{cite, entry_origin};
use super::words::{in_place, marked, ours, quotation};
use crate::chart;
use crate::plan::{EntryId, Measure, Origin};
use crate::state::Explorer;
use leptos::prelude::*;

/// The figure of an entry that is a measure.
pub(super) fn figure(explorer: Explorer, id: EntryId, place: &str) -> Option<AnyView> {
    let entry = explorer.plan.entry(id);
    let measure = entry.measure.as_ref()?;
    let Origin::Plan(source) = &entry.origin else { return None };
    let words = chart::figure(measure);
    let number = (!words.headline.is_empty()).then(|| {
        view! {
            <p class="cp-figure__number">{words.headline}</p>
            <p class="cp-figure__base">{words.base.clone()}</p>
        }
    });
    let without = number.is_none().then(|| view! { <p class="cp-figure__base">{words.base}</p> });
    let period = (!words.period.is_empty()).then(|| view! { <p class="cp-figure__period">{words.period}"."</p> });
    let has_number = without.is_none();
    view! {
        <li class="cp-card cp-card--direction cp-figure" id=format!("cp-{place}-{}", entry.id) hidden=move || !explorer.leaves(id)>
            <p class="cp-figure__name">{marked(explorer, &measure.name)}</p>
            {number}
            {period}
            {without}
            {has_number.then(|| view! { <p class="cp-figure__polarity">{words.polarity}"."</p> })}
            {caveats(explorer, measure)}
            {entry.plain.as_deref().map(|plain| ours(explorer, plain))}
            {quotation(explorer, &source.quote, cite(explorer, source.section))}
            {entry_origin(explorer, entry)}
        </li>
    }
    .into_any()
    .into()
}

fn caveats(explorer: Explorer, measure: &'static Measure) -> AnyView {
    let edition = measure.disturbed.then_some(explorer.plan.edition.caveat.as_ref()).flatten();
    let general = edition.map(|caveat| {
        let words = view! {
            "“"{caveat.source.quote.as_str()}"” Plan, "{cite(explorer, caveat.source.section)}"."
        };
        view! {
            <li>
                {beware()} <span>{in_place(caveat.short.as_str().into_any(), words.into_any())}</span>
            </li>
        }
    });
    let own = measure.caveats.iter().map(|it| view! { <li>{beware()} <span>{it.as_str()}</span></li> }).collect_view();
    (edition.is_some() || !measure.caveats.is_empty())
        .then(|| view! { <ul class="cp-caveats">{general} {own}</ul> })
        .into_any()
}
