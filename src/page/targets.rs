//! What the plan sets out to reach, and what came of it: always a word with its glyph, never a colour alone.

use super::context::context;
use super::glyph::{CROSS, Dash, Glyph, TICK};
use super::heading::{Heading, PartTitle};
use super::members::place;
use super::origin::PlanWords;
use super::quote::first_words;
use super::words::IsOurs;
use crate::chart::{capital, counts_known, target_words};
use crate::plan::{Outcome, PriorityId, Target, decides};
use leptos::prelude::*;

/// The targets of a priority, on its page; nothing where it has none.
#[component]
pub fn PriorityTargets(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let targets: Vec<&Target> = plan.targets.iter().filter(|it| it.priorities.contains(&id)).collect();
    (!targets.is_empty()).then(|| {
        let place = place(plan, Some(id));
        let title = format!("cp-{place}-targets");
        let names = format!("cp-group-{place} {title}");
        view! {
            <section class="cp-targets" aria-labelledby=names>
                <Heading below=3 class="cp-list__title" id=title>"Targets"</Heading>
                <TargetLines targets/>
            </section>
        }
        .into_any()
    })
}

/// Every target of the plan, among its figures; nothing where it has none.
#[component]
pub fn Targets() -> impl IntoView {
    let targets: Vec<&Target> = context().plan.targets.iter().collect();
    (!targets.is_empty()).then(|| {
        view! {
            <PartTitle id="cp-targets" title="Targets"/>
            <TargetLines targets/>
        }
    })
}

#[component]
fn TargetLines(targets: Vec<&'static Target>) -> impl IntoView {
    let lines = targets.into_iter().map(|target| view! { <TargetLine target/> });
    view! {
        <ul class="cp-lines cp-lines--targets">{lines.collect_view()}</ul>
        <p class="cp-quiet">"Whether a target is met is worked out here, from the plan’s own counts. Where it gives none, we say so."</p>
    }
}

/// A target: what came of it, what it is, and the plan's words.
#[component]
fn TargetLine(target: &'static Target) -> impl IntoView {
    let plan = context().plan;
    let Some(measure) = &plan.entry(target.measure).measure else { return ().into_any() };
    let known = counts_known(plan, plan.entry(target.measure));
    let words = target_words(target, &measure.unit, known.iter().map(|it| &it.reading));
    let decides = decides(target, known.iter().map(|it| &it.reading));
    let says = known.iter().find(|it| decides == Some(&it.reading)).map(|it| it.edition.as_str());
    let says = says.filter(|it| *it != plan.edition.update.quote).map(|it| format!(", says “{it}”"));
    let glyph = match words.outcome {
        Outcome::Met => view! { <Glyph path=TICK/> }.into_any(),
        Outcome::NotMet => view! { <Glyph path=CROSS/> }.into_any(),
        Outcome::NotReported => view! { <Dash/> }.into_any(),
    };
    let what = match target.plain.as_deref() {
        Some(plain) => view! { {plain} " " <IsOurs/> }.into_any(),
        None => view! { "“" {target.source.quote.as_str()} "”" }.into_any(),
    };
    let reach = format!("{}: {}, {}.", measure.name, words.reach, words.base);
    let because = format!("{}{}.", capital(&words.because), says.unwrap_or_default());
    view! {
        <li>
            <b class="cp-lines__outcome">{glyph} " " {words.word}</b>
            <span class="cp-lines__what">
                {what} " " <span class="cp-lines__from">{reach} " " {because}</span>
            </span>
            <PlanWords id=target.id.as_str() source=&target.source about=first_words(&target.source.quote)/>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use crate::changes::Editions;
    use crate::page::whole;
    use crate::plan::{EntryId, Month, Period, Plan, Reading, Target, load};
    use crate::query::facts_and_engine;
    use std::path::Path;

    fn written(change: impl FnOnce(&mut Plan)) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
        let mut plan = load::edition(&folder).plan.expect("it has no mistakes");
        change(&mut plan);
        let plan = Box::leak(Box::new(plan));
        whole(Editions::alone(plan), facts_and_engine(plan).0, 1)
    }

    /// Two counts of the first measure, and a target for it.
    fn add(plan: &mut Plan, latest: u32, breaks: Option<&str>) {
        let id = plan.find_entry("noise-reported").expect("it is there");
        let source = plan.entry(id).source().expect("it is of the plan").clone();
        let reading = |period, count, breaks: Option<&str>| Reading {
            period: Period::parse(period).expect("it is one"),
            count,
            source: source.clone(),
            note: None,
            breaks: breaks.map(str::to_owned),
            disturbed: false,
        };
        let series = vec![reading("2029/30", 100, None), reading("2032/33", latest, breaks)];
        plan.entries[id.index()].measure.as_mut().expect("it is a measure").series = series;
        plan.targets = vec![Target {
            id: crate::plan::Slug::new("noise-target").expect("it is one"),
            priorities: vec![plan.find_priority("noise").expect("it is there")],
            source: source.clone(),
            plain: Some("Less of it.".to_owned()),
            measure: EntryId(id.0),
            to: 80,
            base: 100,
            base_period: Period::parse("2029/30").expect("it is one"),
            by: Month { year: 2033, month: 3 },
        }];
    }

    #[test]
    fn what_came_of_a_target_is_a_word_with_its_glyph() {
        for (latest, breaks, word, because) in [
            (80, None, "Met", "80 incidents in 2032/33."),
            (81, None, "Not met", "81 incidents in 2032/33."),
            (80, Some("New rules."), "Not reported", "The count in 2032/33 is not of the same thing"),
        ] {
            let html = written(|plan| add(plan, latest, breaks));
            // Among the figures, and on the page of its priority.
            assert_eq!(html.matches(&format!("</svg> {word}</b>")).count(), 2, "{word}");
            let said = format!("Nuisance reported: 80 incidents by March 2033, from 100 in 2029/30. {because}");
            assert_eq!(html.matches(&said).count(), 2, "{said}");
            assert_eq!(html.matches("id=\"cp-noise-targets\"").count(), 1);
            assert_eq!(html.matches("data-part=\"over-time-noise-reported\"").count(), 1);
        }
    }

    #[test]
    fn nothing_stands_where_the_plan_has_neither() {
        let html = written(|_| ());
        for words in ["cp-targets", "cp-over-time", "-targets\"", "over-time-", "Over time"] {
            assert!(!html.contains(words), "{words}");
        }
    }
}
