//! Checking editions against one another: what none of them can tell by itself.

use std::collections::BTreeSet;

use super::super::{Kind, Plan, Slug};

/// Something that does not fit between two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// In which of the editions the record stands that it is about.
    pub(crate) edition: usize,
    /// That record's id; none for the edition as a whole.
    pub(crate) id: Option<Slug>,
    pub(crate) message: String,
    /// Whether it may well be meant so.
    pub(crate) is_question: bool,
}

/// Letters from which on a word is about something: `and`, `the`, `our` stand in everything.
const SAYS_SOMETHING: usize = 4;

/// What does not fit between editions, which come newest first.
pub(crate) fn check(editions: &[&Plan]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, plan) in editions.iter().enumerate() {
        if let Some(newer) = at.checked_sub(1).map(|it| editions[it]) {
            order(at, newer, plan, &mut findings);
        }
        if editions[..at].iter().any(|it| it.edition.id == plan.edition.id) {
            let message = format!(
                "an edition with the id “{}” is there already. Give each edition an id of its own: it stands in addresses",
                plan.edition.id
            );
            findings.push(Finding { edition: at, id: None, message, is_question: false });
        }
    }
    // In another order everything else would only follow from that.
    if !findings.is_empty() {
        return findings;
    }
    for (at, plan) in editions.iter().enumerate() {
        answers(at, plan, &editions[at + 1..], &mut findings);
        if let Some(older) = editions.get(at + 1) {
            formerly(at, plan, older, &mut findings);
            meanings(at, plan, older, &mut findings);
        }
    }
    findings
}

/// Editions come newest first; of two states of one year the draft comes before the final one.
fn order(at: usize, newer: &Plan, older: &Plan, findings: &mut Vec<Finding>) {
    let when = |it: &Plan| (it.edition.year, !it.edition.draft);
    if when(newer) < when(older) {
        let name =
            |it: &Plan| format!("{} of {}", if it.edition.draft { "draft" } else { "final edition" }, it.edition.year);
        let message = format!(
            "the {} is named as earlier than the {}. Put the editions in explorer.toml in order, newest first",
            name(older),
            name(newer)
        );
        findings.push(Finding { edition: at, id: None, message, is_question: false });
    }
}

/// What records of the edition before are called: whatever has an id and may be followed by others.
fn ids(plan: &Plan) -> BTreeSet<&Slug> {
    let priorities = plan.priorities.iter().map(|it| &it.id);
    let partners = plan.partners.iter().map(|it| &it.id);
    let entries = plan.entries.iter().map(|it| &it.id);
    priorities.chain(partners).chain(entries).chain(plan.funding.iter().map(|it| &it.id)).collect()
}

fn formerly(at: usize, newer: &Plan, older: &Plan, findings: &mut Vec<Finding>) {
    let known = ids(older);
    let still = ids(newer);
    for (id, formerly) in &newer.lineage.formerly {
        for one in formerly {
            let wrong = if !known.contains(one) {
                format!(
                    "“formerly” names “{one}”, but the edition before ({}) has nothing of that id",
                    older.edition.id
                )
            } else if still.contains(one) {
                format!(
                    "“formerly” names “{one}”, but this edition still has a record of that id. Take one of the two away"
                )
            } else {
                continue;
            };
            findings.push(Finding { edition: at, id: Some(id.clone()), message: wrong, is_question: false });
        }
    }
}

fn answers(at: usize, plan: &Plan, earlier: &[&Plan], findings: &mut Vec<Finding>) {
    let is_action =
        |id: &Slug| earlier.iter().any(|it| it.entries.iter().any(|it| it.id == *id && it.kind == Kind::Promised));
    for (id, answers) in &plan.lineage.answers {
        for one in answers.iter().filter(|it| !is_action(it)) {
            let message = if earlier.is_empty() {
                format!(
                    "“answers” names “{one}”, but there is no earlier edition. Name it under “earlier” in explorer.toml"
                )
            } else {
                format!("“answers” names “{one}”, but no earlier edition has an action of that id")
            };
            findings.push(Finding { edition: at, id: Some(id.clone()), message, is_question: false });
        }
    }
}

/// Records that have one id in both editions and not one word in common: is it the same thing?
fn meanings(at: usize, newer: &Plan, older: &Plan, findings: &mut Vec<Finding>) {
    let before: Vec<(&Slug, &str)> = said(older);
    for (id, now) in said(newer) {
        let Some((_, was)) = before.iter().find(|it| it.0 == id) else { continue };
        let (now, was) = (words(now), words(was));
        if !now.is_empty() && !was.is_empty() && now.is_disjoint(&was) {
            let message = format!(
                "the edition before ({}) has a record of this id whose words have nothing in common with these. If it is \
                 another thing, give it another id: links to the old one would lead here",
                older.edition.id
            );
            findings.push(Finding { edition: at, id: Some(id.clone()), message, is_question: true });
        }
    }
}

/// What records say, with their ids: entries by their words, priorities and partners by their names.
fn said(plan: &Plan) -> Vec<(&Slug, &str)> {
    let priorities = plan.priorities.iter().map(|it| (&it.id, it.name.quote.as_str()));
    let partners = plan.partners.iter().map(|it| (&it.id, it.name.as_str()));
    let entries = plan.entries.iter().map(|it| (&it.id, it.words()));
    priorities.chain(partners).chain(entries).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.chars().count() >= SAYS_SOMETHING);
    words.map(str::to_lowercase).collect()
}
