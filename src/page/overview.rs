//! The priorities as short rows: name, how much is promised and done, one figure.

use super::context::context;
use super::heading::Heading;
use super::link::QueryLink;
use super::members::count;
use super::menu::ViewLink;
use super::quote::Quotation;
use crate::chart;
use crate::plan::{Kind, Measure, PriorityId, counted};
use crate::query::{Order, Query, View, priorities_in_order};
use leptos::prelude::*;

/// The rows, seen while nothing is chosen yet.
#[component]
pub fn Overview() -> impl IntoView {
    let page = context();
    let plan = page.plan;
    let rows = priorities_in_order(page.facts, Order::default()).into_iter().map(|id| {
        view! { <li data-priority=plan.priority(id).id.as_str()><PriorityRow id/></li> }
    });
    let caveat = plan.edition.caveat.as_ref().map(|caveat| {
        view! {
            <details class="cp-beware cp-overview__caveat">
                <summary><span class="cp-beware__title">{caveat.short.as_str()}</span>": what the plan says"</summary>
                <Quotation source=&caveat.source/>
            </details>
        }
    });
    let all = format!("All {} statements, with filters", page.selection.entries.len());
    view! {
        <section class="cp-overview" aria-labelledby="cp-overview-title">
            <Heading below=1 class="cp-overview__title" id="cp-overview-title">
                {counted(plan.priorities.len(), "priority", "priorities")}
            </Heading>
            <ul class="cp-rows">{rows.collect_view()}</ul>
            {caveat}
            <p class="cp-overview__all"><ViewLink view=View::List class="cp-onward" words=all/></p>
        </section>
    }
    .into_any()
}

#[component]
fn PriorityRow(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let priority = plan.priority(id);
    let (promised, done) = (count(plan, id, Kind::Promised), count(plan, id, Kind::Done));
    let query = Query { priorities: [id].into(), ..Query::default() };
    // With spaces between its parts, for whatever reads them without the stylesheet.
    view! {
        <QueryLink query class="cp-row">
            <span class="cp-row__name">
                {priority.short.as_str()} {priority.new.then(|| view! { " " <span class="cp-tag">"New"</span> })}
            </span>
            " " <RowFigure measure=chart::own_measure(plan, id)/> " "
            <span class="cp-row__facts">
                <Marks kind=Kind::Promised count=promised words="promised" none="none promised"/> " "
                <Marks kind=Kind::Done count=done words="done" none="none reported"/>
            </span>
        </QueryLink>
    }
    .into_any()
}

/// A mark for each statement, and their number.
#[component]
fn Marks(kind: Kind, count: usize, words: &'static str, none: &'static str) -> impl IntoView {
    let mark = if kind == Kind::Promised { "●" } else { "■" };
    let marks = view! { <span class="cp-marks" aria-hidden="true">{mark.repeat(count)}</span> };
    view! {
        <span class=format!("cp-row__fact cp-row__fact--{}", kind.slug())>
            {(count > 0).then_some(marks)}
            {if count > 0 { format!(" {count} {words}") } else { none.to_owned() }}
        </span>
    }
}

/// One figure with what it must not stand without: what it counts, and the caveat.
#[component]
fn RowFigure(measure: Option<&'static Measure>) -> impl IntoView {
    let Some(measure) = measure else {
        return view! { <span class="cp-row__figure cp-row__figure--none">"no figure"</span> }.into_any();
    };
    let caveat = context().plan.edition.caveat.as_ref().filter(|_| measure.disturbed).map(|it| it.short.as_str());
    let words = chart::figure(measure);
    let number = match measure.change {
        Some(change) => view! { <b>{chart::percent(change)}</b> " " {measure.unit.as_str()} }.into_any(),
        None => view! { <b>{words.headline.clone()}</b> }.into_any(),
    };
    view! {
        <span class="cp-row__figure">
            <span class="cp-visually-hidden">
                {format!("{}: {}, {}. {}. ", measure.name, words.headline, words.base, words.period)}
            </span>
            <span aria-hidden="true">{number}</span>
            {caveat.map(|it| view! { " " <span class="cp-row__caveat">{it}</span> })}
        </span>
    }
    .into_any()
}
