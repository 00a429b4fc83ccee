//! A measure set large: the number with its words, base and period, and the caveat beside it.

use super::context::context;
use super::glyph::Beware;
use super::origin::{EntryOrigin, PlanWords};
use super::quote::{Quotation, first_words};
use super::words::TermLink;
use crate::chart;
use crate::plan::{EntryId, Measure};
use crate::query::marks;
use leptos::prelude::*;

/// The card of an entry that is a measure; nothing for any other.
#[component]
pub fn MeasureCard(
    id: EntryId,
    /// The id by which addresses name it, on the one card that has it.
    #[prop(optional_no_strip)]
    address: Option<String>,
) -> impl IntoView {
    let plan = context().plan;
    let entry = plan.entry(id);
    let (Some(measure), Some(source)) = (&entry.measure, entry.source()) else { return ().into_any() };
    let words = chart::figure(measure);
    let number = (!words.headline.is_empty()).then(|| view! { <p class="cp-figure__number">{words.headline}</p> });
    let polarity = number.is_some().then(|| [" ", words.polarity, "."].concat());
    let period =
        (!words.period.is_empty()).then(|| view! { <p class="cp-figure__period">{words.period} "." {polarity}</p> });
    view! {
        <li
            class="cp-card cp-card--direction cp-figure"
            id=address
            tabindex="-1"
            data-entry=id.0.to_string()
            data-f=marks::of_entry(plan, id)
        >
            <p class="cp-figure__name">{measure.name.as_str()}</p>
            {number}
            <p class="cp-figure__base">{words.base}</p>
            {period}
            <Caveats measure/>
            {entry.plain.as_deref().map(|words| view! { <p class="cp-plain">{words}</p> })}
            <EntryOrigin entry><Quotation source/></EntryOrigin>
        </li>
    }
    .into_any()
}

/// A measure among all figures: its numbers, with a mark where the caveat concerns them that stands once above; and the plan's words
/// behind one line. Nothing for any other entry.
#[component]
pub fn MeasureLine(id: EntryId) -> impl IntoView {
    let plan = context().plan;
    let entry = plan.entry(id);
    let (Some(measure), Some(source)) = (&entry.measure, entry.source()) else { return ().into_any() };
    let words = chart::figure(measure);
    let has_number = !words.headline.is_empty();
    let number = has_number.then(|| view! { <p class="cp-figure__number">{words.headline}</p> });
    let polarity = has_number.then(|| [" ", words.polarity, "."].concat());
    let period =
        (!words.period.is_empty()).then(|| view! { <p class="cp-figure__period">{words.period} "." {polarity}</p> });
    let own = measure.caveats.iter().map(|it| view! { <li>{it.as_str()}</li> });
    let own = (!measure.caveats.is_empty()).then(|| view! { <ul class="cp-figure__own">{own.collect_view()}</ul> });
    view! {
        <li class="cp-figure cp-figure--line" data-entry=id.0.to_string() data-f=marks::of_entry(plan, id)>
            <p class="cp-figure__name">{measure.name.as_str()} " " <CaveatMark measure/></p>
            {number}
            <p class="cp-figure__base">{words.base}</p>
            {period}
            {own}
            <PlanWords id=entry.id.as_str() source about=first_words(&source.quote) plain=entry.plain.as_deref() gaps=&entry.gaps/>
        </li>
    }
    .into_any()
}

/// The mark of a figure that the edition's caveat concerns; it leads to the caveat.
#[component]
fn CaveatMark(measure: &'static Measure) -> impl IntoView {
    let caveat = context().plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    caveat.map(|caveat| {
        view! {
            <a class="cp-caveat-mark" href="#cp-caveat">
                {chart::MARK}<span class="cp-visually-hidden">" " {caveat.short.as_str()}</span>
            </a>
        }
    })
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
