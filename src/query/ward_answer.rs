//! What the plan says of wards, in one sentence made from counts: the answer to "what about where I live?".

use super::facts::{EntryFacts, Facts};
use super::summary::strung;
use crate::plan::{Kind, WardId, thousands};

/// The answer for some wards, or for the whole area where none are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WardAnswer {
    /// Whom it is about: `Mere ward`, `Brook and Mere`, or the whole area.
    pub title: String,
    /// What the plan promises and reports for them, and what for the whole area.
    pub says: String,
    /// What is known of places there from other sources.
    pub places: String,
    /// What a link to all of it says.
    pub link: String,
}

/// The answer for some wards; for the whole area where there are none.
#[must_use]
pub fn ward_answer(facts: &Facts, wards: &[WardId]) -> WardAnswer {
    let names: Vec<String> = wards.iter().filter_map(|it| Some(facts.ward(*it)?.name.clone())).collect();
    let title = match names.as_slice() {
        [] => ["All of ", &facts.edition.place].concat(),
        [only] => [only, " ward"].concat(),
        [rest @ .., last] => [&strung(rest, ", "), " and ", last].concat(),
    };
    let own = |it: &&EntryFacts| {
        it.wards.as_ref().is_some_and(|own| wards.is_empty() || own.iter().any(|ward| wards.contains(ward)))
    };
    let whole = |it: &&EntryFacts| it.wards.is_none();
    let (promised, done) = (count(facts, Kind::Promised, whole), count(facts, Kind::Done, whole));
    let for_all = match (promised, done) {
        (0, 0) => ["; nor does it for all of ", &facts.edition.place, "."].concat(),
        (1, 0) | (0, 1) => ["; ", &both(promised, done), " is for all of ", &facts.edition.place, "."].concat(),
        _ => ["; ", &both(promised, done), " are for all of ", &facts.edition.place, "."].concat(),
    };
    let said = (count(facts, Kind::Promised, own), count(facts, Kind::Done, own));
    let others = count(facts, Kind::Direction, own) + count(facts, Kind::Strategy, own);
    let says = [&of_their_own(&names, said), &for_all, &other_statements(&names, others)];
    let total = promised + done + said.0 + said.1;
    WardAnswer {
        title,
        says: says.map(String::as_str).concat(),
        places: places(&names, count(facts, Kind::Local, own)),
        link: if total == 1 {
            "Read this statement".to_owned()
        } else {
            ["Read all ", &number(total), " statements"].concat()
        },
    }
}

fn count(facts: &Facts, kind: Kind, passes: impl Fn(&&EntryFacts) -> bool) -> usize {
    facts.entries.iter().filter(|it| it.kind == kind).filter(passes).count()
}

fn number(count: usize) -> String {
    thousands(u32::try_from(count).unwrap_or(u32::MAX))
}

fn counted(count: usize, one: &str, more: &str) -> String {
    match count {
        0 => ["no ", more].concat(),
        1 => ["1 ", one].concat(),
        _ => [&number(count), " ", more].concat(),
    }
}

/// `29 promises and 30 reports`; what there is none of is left out.
fn both(promised: usize, done: usize) -> String {
    let mut parts = Vec::new();
    if promised > 0 {
        parts.push(counted(promised, "promise", "promises"));
    }
    if done > 0 {
        parts.push(counted(done, "report", "reports"));
    }
    strung(&parts, " and ")
}

/// `Mere`, `Brook or Mere`, `Brook, Mere or Tarn`; where no ward is named, what stands for any one of them.
fn any_of(names: &[String]) -> String {
    match names {
        [] => "one ward".to_owned(),
        [only] => only.clone(),
        [rest @ .., last] => [&strung(rest, ", "), " or ", last].concat(),
    }
}

fn of_their_own(names: &[String], (promised, done): (usize, usize)) -> String {
    let any = any_of(names);
    match (promised, done) {
        (0, 0) => ["The plan promises nothing for ", &any, " alone"].concat(),
        (0, done) => {
            let them = if names.len() == 1 { "it" } else { "such a ward" };
            let reports = counted(done, "report", "reports");
            ["The plan promises nothing for ", &any, " alone, and names ", them, " in ", &reports].concat()
        }
        _ if names.is_empty() => ["The plan names single wards in ", &both(promised, done)].concat(),
        _ => ["The plan names ", &any, " in ", &both(promised, done)].concat(),
    }
}

/// Statements that are neither promise nor report; nothing where there are none.
fn other_statements(names: &[String], others: usize) -> String {
    if others == 0 {
        return String::new();
    }
    let name = if others == 1 { " names " } else { " name " };
    let what = counted(others, "other statement of the plan", "other statements of the plan");
    [" ", &what, name, &any_of(names), "."].concat()
}

fn places(names: &[String], local: usize) -> String {
    let there = if names.is_empty() { "in single wards" } else { "there" };
    match local {
        0 => ["We know of no facts from other sources about places ", there, "."].concat(),
        1 => ["We add one fact about a place ", there, ", from another source. It is marked as not from the plan."]
            .concat(),
        more => [
            "We add ",
            &number(more),
            " facts about places ",
            there,
            ", from other sources. They are marked as not from the plan.",
        ]
        .concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::Coverage;

    /// The answer for wards of a plan with three of them, in which there are such statements: the kind, and the wards that it names
    /// (none: it is for the whole area).
    fn answer(statements: &[(Kind, &[u16])], wards: &[u16]) -> WardAnswer {
        let mut plan = sample::empty_plan();
        plan.wards = ["Brook", "Mere", "Tarn"].map(|it| sample::ward(&it.to_lowercase(), it)).to_vec();
        plan.entries = statements
            .iter()
            .enumerate()
            .map(|(at, (kind, wards))| {
                let mut entry = sample::entry(&format!("e{at}"), *kind, "Words", &[]);
                if !wards.is_empty() {
                    entry.coverage = Coverage::Wards(wards.iter().copied().map(WardId).collect());
                }
                entry
            })
            .collect();
        let wards: Vec<WardId> = wards.iter().copied().map(WardId).collect();
        ward_answer(&Facts::of(&plan), &wards)
    }

    #[test]
    fn each_case_has_its_own_words() {
        use Kind::{Direction, Done, Promised};
        let whole: [(Kind, &[u16]); 3] = [(Promised, &[]), (Promised, &[]), (Done, &[])];
        let with = |more: &[(Kind, &'static [u16])]| [&whole[..], more].concat();
        let all = "2 promises and 1 report are for all of Sampleton.";
        for (statements, wards, says) in [
            (with(&[]), &[0][..], format!("The plan promises nothing for Brook alone; {all}")),
            (with(&[]), &[0, 1], format!("The plan promises nothing for Brook or Mere alone; {all}")),
            (with(&[]), &[0, 1, 2], format!("The plan promises nothing for Brook, Mere or Tarn alone; {all}")),
            (with(&[]), &[], format!("The plan promises nothing for one ward alone; {all}")),
            (with(&[(Promised, &[1, 2])]), &[0], format!("The plan promises nothing for Brook alone; {all}")),
            (with(&[(Promised, &[1, 2])]), &[1], format!("The plan names Mere in 1 promise; {all}")),
            (with(&[(Promised, &[1, 2])]), &[1, 2], format!("The plan names Mere or Tarn in 1 promise; {all}")),
            (with(&[(Promised, &[1])]), &[], format!("The plan names single wards in 1 promise; {all}")),
            (
                with(&[(Promised, &[1]), (Promised, &[1]), (Done, &[1])]),
                &[1],
                format!("The plan names Mere in 2 promises and 1 report; {all}"),
            ),
            (
                with(&[(Done, &[1])]),
                &[1],
                format!("The plan promises nothing for Mere alone, and names it in 1 report; {all}"),
            ),
            (
                with(&[(Direction, &[1])]),
                &[1],
                format!("The plan promises nothing for Mere alone; {all} 1 other statement of the plan names Mere."),
            ),
            (
                vec![(Promised, &[][..])],
                &[0],
                "The plan promises nothing for Brook alone; 1 promise is for all of Sampleton.".to_owned(),
            ),
            (vec![], &[0], "The plan promises nothing for Brook alone; nor does it for all of Sampleton.".to_owned()),
        ] {
            assert_eq!(answer(&statements, wards).says, says, "{wards:?}");
        }
    }

    #[test]
    fn it_is_about_the_wards_that_are_named() {
        for (wards, title) in [
            (&[][..], "All of Sampleton"),
            (&[2], "Tarn ward"),
            (&[0, 2], "Brook and Tarn"),
            (&[0, 1, 2], "Brook, Mere and Tarn"),
        ] {
            assert_eq!(answer(&[], wards).title, title);
        }
        assert_eq!(answer(&[(Kind::Done, &[]), (Kind::Promised, &[])], &[1]).link, "Read all 2 statements");
        assert_eq!(answer(&[(Kind::Done, &[])], &[1]).link, "Read this statement");
    }

    #[test]
    fn facts_of_other_sources_are_counted_apart() {
        let local = [(Kind::Local, &[0][..]), (Kind::Local, &[0]), (Kind::Local, &[1])];
        assert!(answer(&local, &[0]).places.starts_with("We add 2 facts about places there"));
        assert!(answer(&local, &[1]).places.starts_with("We add one fact about a place there"));
        assert!(answer(&local, &[2]).places.starts_with("We know of no facts"));
        assert!(
            answer(&local, &[0]).says.starts_with("The plan promises nothing for Brook alone"),
            "they are not the plan’s"
        );
    }
}
