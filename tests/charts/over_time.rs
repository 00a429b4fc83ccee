//! The chart of a measure over several periods says the same in all its parts, whatever its periods are.

use crate::editions::invented;
use crate::truth::faults;
use crate::{Dice, in_words};
use plan_explorer::chart::{Ask, Shown, Which, chart};
use plan_explorer::plan::{Month, Period, Plan, Reading, Slug, Target};
use plan_explorer::query::{Query, facts_and_engine};

/// The invented edition, whose first measure has counts of some periods and perhaps a target.
fn plan(dice: &mut Dice) -> Plan {
    let mut plan = invented().plan().clone();
    let id = plan.find_entry("noise-reported").expect("it is there");
    let source = plan.entry(id).source().expect("it is of the plan").clone();
    let mut year = 2030;
    let mut series = Vec::new();
    for _ in 0..2 + dice.roll(6) {
        year += if dice.roll(5) == 0 { 2 } else { 1 };
        let text = match dice.roll(6) {
            0 => format!("6 months ending March {year}"),
            1 => format!("{}/{:02}", year - 1, year % 100),
            2 if dice.roll(3) == 0 => format!("to March {year}"),
            _ => format!("12 months ending March {year}"),
        };
        series.push(Reading {
            period: Period::parse(&text).expect("it is one"),
            count: u32::try_from(dice.roll(3_000)).expect("it is small") / if dice.roll(4) == 0 { 1_000 } else { 1 },
            source: source.clone(),
            note: (dice.roll(5) == 0).then(|| "A warm summer.".to_owned()),
            breaks: (dice.roll(5) == 0).then(|| "The police record more of it.".to_owned()),
            disturbed: dice.roll(4) == 0,
        });
    }
    if dice.roll(2) == 0 {
        plan.targets.push(Target {
            id: Slug::new("noise-target").expect("it is one"),
            priorities: vec![],
            source,
            plain: None,
            measure: id,
            to: u32::try_from(dice.roll(2_000)).expect("it is small"),
            base: 2_001,
            base_period: series[0].period.clone(),
            by: Month { year: 2031 + u16::try_from(dice.roll(8)).expect("it is small"), month: 3 },
        });
    }
    plan.entries[id.index()].measure.as_mut().expect("it is a measure").series = series;
    plan
}

#[test]
fn every_part_of_it_says_the_same() {
    let mut dice = Dice(0x0dd);
    for trial in 0..200 {
        let plan: &'static Plan = Box::leak(Box::new(plan(&mut dice)));
        let (facts, engine) = facts_and_engine(plan);
        let [which] = Which::of(plan).filter(|it| matches!(it, Which::OverTime(_))).collect::<Vec<_>>()[..] else {
            panic!("one measure has a series")
        };
        assert_eq!(
            (which.id(plan), which.name(plan)),
            ("over-time-noise-reported".into(), "Nuisance reported over time".into())
        );
        let show = |query: &Query| chart(which, &Ask { plan, facts, query, selection: &engine.select(query) });
        let shown = show(&Query::default());
        let Shown::Chart(chart) = &shown else { panic!("trial {trial}: {shown:?}") };
        let faults = faults(chart);
        assert!(faults.is_empty(), "trial {trial}\n{}\n{}", faults[0], in_words(&shown));
        // What leaves the measure out leaves nothing to draw, and can be taken back.
        let boats = plan.find_priority("boats").expect("it is there");
        let left_out = Query { priorities: [boats].into(), ..Query::default() };
        assert!(matches!(show(&left_out), Shown::Nothing(it) if it.filtered));
    }
}
