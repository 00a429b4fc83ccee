//! What came of what the edition before had promised and set out to reach.

use super::across::ids;
use super::context::context;
use super::heading::PartTitle;
use crate::changes::{Report, edition_name, partners_now, priorities_now, reports};
use crate::chart::{capital, counts_known, target_words};
use crate::plan::{Entry, Kind, Plan, PriorityId, Slug, Source, Target, counted};
use leptos::prelude::*;

/// What came of it.
#[component]
pub fn CameOfIt(before: &'static Plan) -> impl IntoView {
    let page = context();
    let at = page.editions.at + 1;
    let actions = before.entries.iter().filter(|it| it.kind == Kind::Promised);
    let with_reports = actions.map(|it| (it, reports(page.editions.all, at, &it.id)));
    let (unreported, reported): (Vec<_>, Vec<_>) = with_reports.partition(|(_, reports)| reports.is_empty());
    let nothing = counted(unreported.len(), "action", "actions");
    let rows = |list: Vec<(&'static Entry, Vec<Report<'static>>)>| {
        list.into_iter().map(|(action, reports)| view! { <Promise action before reports/> }).collect_view()
    };
    view! {
        <section class="cp-changes__part">
            <PartTitle id="cp-came-of-it" title="Promised before, and reported since"/>
            <ul class="cp-changes__list">{rows(reported)}</ul>
        </section>
        <section class="cp-changes__part">
            <PartTitle id="cp-unreported" title="Promised before, and not reported on"/>
            <p>"No later edition says what came of " {nothing} " of the " {edition_name(before)} "."</p>
            <ul class="cp-changes__list">{rows(unreported)}</ul>
        </section>
        <TargetsBefore before/>
    }
}

/// A promise of the edition before, with what later editions report of it.
#[component]
fn Promise(action: &'static Entry, before: &'static Plan, reports: Vec<Report<'static>>) -> impl IntoView {
    let page = context();
    let has_reports = !reports.is_empty();
    let (way, says) = if reports.is_empty() { ("gone", "Not reported on") } else { ("new", "Reported on") };
    let of_action = action.partners.iter().map(|it| &before.partner(it.partner).id);
    let of_reports = reports.iter().flat_map(|it| {
        let plan = &page.editions.all[it.edition];
        it.entry.partners.iter().map(|it| &plan.partner(it.partner).id)
    });
    let partners: Vec<&Slug> = of_action.chain(of_reports).collect();
    let sides = reports.into_iter().filter_map(|it| {
        let source = it.entry.source()?;
        Some(view! { <Words plan=&page.editions.all[it.edition] source/> })
    });
    let sides = sides.collect_view();
    view! {
        <Line way says priorities=&action.priorities before partners>
            <div class="cp-change__side">{action.source().map(|source| view! { <Words plan=before source/> })}</div>
            {has_reports.then(|| view! { <div class="cp-change__side">{sides}</div> })}
        </Line>
    }
    .into_any()
}

/// A line among the changes.
#[component]
fn Line(
    way: &'static str,
    says: &'static str,
    priorities: &'static [PriorityId],
    before: &'static Plan,
    partners: Vec<&'static Slug>,
    children: Children,
) -> impl IntoView {
    let newer = context().plan;
    let priorities: Vec<&Slug> = priorities.iter().map(|it| &before.priority(*it).id).collect();
    view! {
        <li
            class=format!("cp-change cp-change--{way}")
            data-priorities=ids(&priorities_now(newer, &priorities))
            data-partners=ids(&partners_now(newer, &partners))
        >
            <p class="cp-change__way">
                <span class="cp-change__mark">{says}</span>
            </p>
            <div class="cp-change__sides">{children()}</div>
        </li>
    }
}

/// An edition's own words, signed with edition and section.
#[component]
fn Words(plan: &'static Plan, source: &'static Source) -> impl IntoView {
    view! {
        <blockquote class="cp-quote cp-change__quote">
            <div class="cp-quote__words">"“" {source.quote.as_str()} "”"</div>
            <div class="cp-quote__from">{edition_name(plan)} ", " {plan.section(source.section).cite.as_str()}</div>
        </blockquote>
    }
}

/// What the edition before had set out to reach; nothing where it set no targets.
#[component]
fn TargetsBefore(before: &'static Plan) -> impl IntoView {
    let rows = before.targets.iter().map(|target| view! { <TargetBefore target before/> });
    (!before.targets.is_empty()).then(|| {
        view! {
            <section class="cp-changes__part">
                <PartTitle id="cp-targets-before" title="What was to be reached"/>
                <p class="cp-quiet">
                    "Whether a target is met is worked out here, from the counts of later editions, where the same thing is counted."
                </p>
                <ul class="cp-changes__list">{rows.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn TargetBefore(target: &'static Target, before: &'static Plan) -> impl IntoView {
    let entry = before.entry(target.measure);
    let unit = entry.measure.as_ref().map_or("", |it| it.unit.as_str());
    let known = counts_known(before, entry);
    let words = target_words(target, unit, known.iter().map(|it| &it.reading));
    let way = if words.word == "Met" { "new" } else { "gone" };
    view! {
        <Line way says=words.word priorities=&target.priorities before partners=vec![]>
            <Words plan=before source=&target.source/>
            <p>{capital(&words.because)} "."</p>
        </Line>
    }
    .into_any()
}
