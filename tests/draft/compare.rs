//! What was found, compared with what was written by hand.

use std::collections::BTreeMap;
use std::fmt;

use toml::Value;

use crate::records::{Record, Records, plain};

/// So many of so many, with those that are missing.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) found: usize,
    pub(crate) of: usize,
    pub(crate) missing: Vec<String>,
}

impl Score {
    fn count(&mut self, found: bool, what: impl FnOnce() -> String) {
        self.of += 1;
        self.found += usize::from(found);
        if !found {
            self.missing.push(what());
        }
    }

    /// In per cent, rounded down.
    pub(crate) fn percent(&self) -> usize {
        (self.found * 100).checked_div(self.of).unwrap_or(100)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({} %)", self.found, self.of, self.percent())?;
        self.missing.iter().try_for_each(|it| write!(f, "\n      missing: {it}"))
    }
}

/// How well a draft does.
pub(crate) struct Comparison {
    pub(crate) bullets: Score,
    pub(crate) directions: Score,
    pub(crate) figures: Score,
    pub(crate) organisations: Score,
    pub(crate) sections: Score,
    pub(crate) priorities: Score,
    pub(crate) leads: Score,
    pub(crate) strategies: Score,
    pub(crate) principles: Score,
    pub(crate) footnotes: Score,
    pub(crate) survey: Score,
    /// Records that stand for nothing that was written by hand.
    pub(crate) strangers: Vec<String>,
    pub(crate) records: usize,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, score) in [
            ("bullets, with section, kind and priority", &self.bullets),
            ("lines on the direction of travel, the same", &self.directions),
            ("sums, counts and percentages, with their unit", &self.figures),
            ("organisations", &self.organisations),
            ("sections", &self.sections),
            ("priorities", &self.priorities),
            ("lead partners", &self.leads),
            ("strategies", &self.strategies),
            ("principles and themes", &self.principles),
            ("footnotes, with their section", &self.footnotes),
            ("survey figures", &self.survey),
        ] {
            writeln!(f, "  {what}: {score}")?;
        }
        let share = self.strangers.len() * 1000 / self.records.max(1);
        writeln!(f, "  false records: {} of {} ({}.{} %)", self.strangers.len(), self.records, share / 10, share % 10)?;
        self.strangers.iter().try_for_each(|it| writeln!(f, "      false: {it}"))
    }
}

/// Compares a draft with what was written by hand.
pub(crate) fn compare(hand: &Records, draft: &Records) -> Comparison {
    let priorities = priorities(hand, draft);
    let mut told = Comparison {
        bullets: Score::default(),
        directions: Score::default(),
        figures: Score::default(),
        organisations: Score::default(),
        sections: Score::default(),
        priorities: Score::default(),
        leads: Score::default(),
        strategies: Score::default(),
        principles: Score::default(),
        footnotes: Score::default(),
        survey: Score::default(),
        strangers: Vec::new(),
        records: 0,
    };
    let same_place = |a: &Record, b: &Record| hand.heading(a.text("section")) == draft.heading(b.text("section"));
    let same_priorities = |a: &Record, b: &Record| {
        let mapped: Vec<&str> =
            a.texts("priorities").iter().filter_map(|it| priorities.get(*it).map(String::as_str)).collect();
        mapped == b.texts("priorities") && mapped.len() == a.texts("priorities").len()
    };
    for kind in ["action", "achievement"] {
        for it in hand.of_kind(kind) {
            let is_it =
                |other: &&Record| other.quote() == it.quote() && same_place(it, other) && same_priorities(it, other);
            let found = draft.of_kind(kind).find(is_it);
            told.bullets.count(found.is_some(), || format!("{kind} “{}”", it.text("quote")));
            for amount in it.list("amounts") {
                let same = |other: &Value| ["value", "unit"].iter().all(|key| amount.get(key) == other.get(key));
                let has = found.is_some_and(|it| it.list("amounts").iter().any(same));
                told.figures.count(has, || format!("{amount} in “{}”", it.text("quote")));
            }
        }
    }
    for it in hand.of_kind("measure") {
        let holds = |other: &&Record| {
            other.quote().contains(&it.quote()) && same_place(it, other) && same_priorities(it, other)
        };
        let found = draft.of_kind("measure").find(holds);
        told.directions.count(found.is_some(), || it.text("quote").to_owned());
        for key in ["change", "now", "was", "period"] {
            if let Some(value) = it.table.get(key) {
                let has = found.is_some_and(|it| it.table.get(key) == Some(value));
                told.figures.count(has, || format!("{key} = {value} in “{}”", it.text("quote")));
            }
        }
    }
    for (kind, keys) in [("funding", ["value", "period"]), ("figure", ["value", "value"])] {
        for it in hand.of_kind(kind) {
            let same = |other: &&Record| {
                keys.iter().all(|key| other.table.get(*key) == it.table.get(*key)) && same_place(it, other)
            };
            let has =
                draft.of_kind(kind).any(|other| same(&other) && plain(other.text("text")) == plain(it.text("text")));
            told.figures.count(has, || format!("{} in “{}”", it.text("text"), it.text("quote")));
            if kind == "figure" {
                told.survey.count(has, || it.text("quote").to_owned());
            }
        }
    }
    for it in hand.of_kind("partner") {
        let has = draft.of_kind("partner").any(|other| shares_a_name(it, other));
        told.organisations.count(has, || it.text("name").to_owned());
    }
    for it in hand.of_kind("section") {
        let heading = hand.heading(it.text("id"));
        let same = |list: &Records| list.of_kind("section").filter(|it| list.heading(it.text("id")) == heading).count();
        told.sections.count(same(hand) == same(draft), || it.text("heading").to_owned());
    }
    for it in hand.of_kind("priority") {
        let found = priorities.get(it.text("id")).and_then(|id| draft.by_id("priority", id));
        told.priorities.count(found.is_some(), || it.text("name").to_owned());
        let names = |list: &Records, it: &Record| -> Vec<String> {
            let ids = it.texts("lead");
            ids.iter().filter_map(|id| list.by_id("partner", id)).map(|it| plain(it.text("quote"))).collect()
        };
        let same = found.is_some_and(|other| names(hand, it) == names(draft, other));
        told.leads.count(same, || it.text("name").to_owned());
    }
    for (score, kinds) in [
        (&mut told.strategies, &["strategy"][..]),
        (&mut told.principles, &["principle", "theme"]),
        (&mut told.footnotes, &["footnote"]),
    ] {
        for it in kinds.iter().flat_map(|kind| hand.of_kind(kind)) {
            let same = |other: &Record| {
                other.quote() == it.quote() && same_place(it, other) && other.text("use") == it.text("use")
            };
            score.count(draft.of_kind(&it.kind).any(same), || it.text("quote").to_owned());
        }
    }
    for it in draft.0.iter().filter(|it| !matches!(it.kind.as_str(), "edition" | "section" | "furniture" | "link")) {
        told.records += 1;
        if !stands_for_something(it, hand) {
            told.strangers.push(format!("{} “{}”", it.kind, it.text(if it.kind == "term" { "term" } else { "quote" })));
        }
    }
    told
}

/// Which priority of the draft is which of those written by hand.
fn priorities(hand: &Records, draft: &Records) -> BTreeMap<String, String> {
    let name = |it: &Record| plain(&it.text("name").replace("(NEW)", ""));
    let same = |it: &Record| draft.of_kind("priority").find(|other| name(other) == name(it));
    hand.of_kind("priority")
        .filter_map(|it| Some((it.text("id").to_owned(), same(it)?.text("id").to_owned())))
        .collect()
}

fn names(it: &Record) -> Vec<String> {
    let aliases = it.list("aliases").iter().filter_map(|it| it.get("name")?.as_str());
    let all = [it.text("name"), it.text("short"), it.text("quote")].into_iter().chain(aliases);
    all.map(|it| plain(it).replace('\'', "")).filter(|it| !it.is_empty()).collect()
}

fn shares_a_name(a: &Record, b: &Record) -> bool {
    names(a).iter().any(|it| names(b).contains(it))
}

/// Whether a record that was written by hand has the same words, or some of them.
fn stands_for_something(it: &Record, hand: &Records) -> bool {
    let overlap = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a));
    match it.kind.as_str() {
        "partner" => hand.of_kind("partner").any(|other| shares_a_name(it, other)),
        "term" => hand
            .of_kind("term")
            .any(|other| other.text("term") == it.text("term") || other.texts("also").contains(&it.text("term"))),
        kind => hand.of_kind(kind).any(|other| overlap(&other.quote(), &it.quote())),
    }
}
