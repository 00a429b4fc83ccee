//! A measure set large: the number with its words, base and period, and the caveat beside it.

use super::context::context;
use super::glyph::Beware;
use super::origin::EntryOrigin;
use super::quote::Quotation;
use super::words::{PlainLine, TermLink};
use crate::chart;
use crate::plan::{EntryId, Measure};
use crate::query::marks;
use leptos::prelude::*;

/// The card of an entry that is a measure; nothing for any other.
#[component]
pub fn MeasureCard(id: EntryId) -> impl IntoView {
    let plan = context().plan;
    let entry = plan.entry(id);
    let (Some(measure), Some(source)) = (&entry.measure, entry.source()) else { return ().into_any() };
    let words = chart::figure(measure);
    let number = (!words.headline.is_empty()).then(|| view! { <p class="cp-figure__number">{words.headline}</p> });
    let polarity = number.is_some().then(|| view! { <p class="cp-figure__polarity">{words.polarity} "."</p> });
    let period = (!words.period.is_empty()).then(|| view! { <p class="cp-figure__period">{words.period} "."</p> });
    view! {
        <li
            class="cp-card cp-card--direction cp-figure"
            data-entry=id.0.to_string()
            data-f=marks::of_entry(plan, id)
        >
            <p class="cp-figure__name">{measure.name.as_str()}</p>
            {number}
            <p class="cp-figure__base">{words.base}</p>
            {period}
            {polarity}
            <Caveats measure/>
            {entry.plain.as_deref().map(|words| view! { <PlainLine words/> })}
            <Quotation source/>
            <EntryOrigin entry/>
        </li>
    }
    .into_any()
}

#[component]
fn Caveats(measure: &'static Measure) -> impl IntoView {
    let of_edition = context().plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let of_edition = of_edition.map(|caveat| {
        view! { <li><Beware/><span><TermLink words=&caveat.short place="#cp-caveat"/></span></li> }
    });
    let own = measure.caveats.iter().map(|it| view! { <li><Beware/><span>{it.as_str()}</span></li> });
    (of_edition.is_some() || !measure.caveats.is_empty())
        .then(|| view! { <ul class="cp-caveats">{of_edition} {own.collect_view()}</ul> })
}
