//! What a search finds, straight from the rules.

use crate::plan::*;
use crate::query::Query;
use crate::query::fold::fold;
use crate::query::stem::stem;

/// Those of the words of random queries, and of their beginnings, that say nothing of what is looked for.
const SMALL: [&str; 3] = ["a", "the", "you"];

/// The words of a search text that count: small ones do only where there are no others, and then the last of them alone.
fn wanted(query: &Query) -> Vec<String> {
    let all: Vec<String> = fold(&query.words).split_whitespace().map(str::to_owned).collect();
    let mut count: Vec<String> = all.iter().filter(|it| !SMALL.contains(&it.as_str())).cloned().collect();
    if count.is_empty() {
        count.extend(all.last().cloned());
    }
    count
}

/// Whether a word that was typed begins this one or is another form of it.
fn finds_word(typed: &str, word: &str) -> bool {
    word.starts_with(typed) || stem(word) == stem(typed)
}

/// Whether a typed word is one of an everyday phrase.
fn says_word(typed: &str, word: &str) -> bool {
    typed == word || (typed.len() > 2 && finds_word(typed, word))
}

/// The everyday words that were typed, each with those of the typed words that are theirs.
fn said<'p>(plan: &'p Plan, wanted: &[String]) -> Vec<(&'p Everyday, Vec<bool>)> {
    let mut said = Vec::new();
    for everyday in &plan.everyday {
        for phrase in &everyday.says {
            let phrase = fold(phrase);
            let words = || phrase.split_whitespace();
            if words().all(|word| wanted.iter().any(|typed| says_word(typed, word))) {
                let covers = wanted.iter().map(|typed| words().any(|word| says_word(typed, word)));
                said.push((everyday, covers.collect()));
            }
        }
    }
    said
}

/// Whether every word searched for is found: in the plan's words of the entry; or in ours; or in names of what it belongs to.
pub(super) fn finds_in(plan: &Plan, query: &Query, entry: &Entry) -> [bool; 3] {
    let wanted = wanted(query);
    let said = said(plan, &wanted);
    let texts = texts_of(plan, entry);
    [0, 1, 2].map(|level| {
        wanted.iter().enumerate().all(|(at, typed)| {
            let in_text = texts[..=level].iter().any(|text| {
                text.split_whitespace().any(|it| finds_word(typed, it))
                    || text.contains("car key") && "carkey".starts_with(typed)
            });
            let by_everyday = said.iter().filter(|it| it.1[at]).any(|(everyday, _)| {
                let own = [" ", &texts[0], " "].concat();
                everyday.means.iter().any(|it| own.contains(&[" ", &fold(it), " "].concat()))
                    || (level == 2 && everyday.priorities.iter().any(|it| entry.priorities.contains(it)))
            });
            in_text || by_everyday
        })
    })
}

/// Whether every word searched for is found.
pub(super) fn finds(plan: &Plan, query: &Query, entry: &Entry) -> bool {
    finds_in(plan, query, entry)[2]
}

/// The contacts that a search finds.
pub(super) fn help(plan: &Plan, query: &Query) -> Vec<ContactId> {
    let wanted = wanted(query);
    let said = said(plan, &wanted);
    let is_found = |at: u16, it: &Contact| {
        let text = fold(&[it.name.as_str(), ". ", &it.when].concat());
        wanted.iter().any(|it| it.len() > 2)
            && wanted.iter().enumerate().all(|(word, typed)| {
                text.split_whitespace().any(|it| finds_word(typed, it))
                    || text.contains("car key") && "carkey".starts_with(typed.as_str())
                    || said.iter().any(|it| it.1[word] && it.0.contacts.contains(&ContactId(at)))
            })
    };
    let contacts = (0..).zip(&plan.contacts);
    contacts.filter(|(at, it)| is_found(*at, it)).map(|(at, _)| ContactId(at)).collect()
}

/// Every word by which an entry is found: the plan's own; ours; the names of what it belongs to.
fn texts_of(plan: &Plan, entry: &Entry) -> [String; 3] {
    let mut own = vec![entry.words()];
    own.extend(entry.footnotes.iter().map(|it| plan.footnote(*it).source.quote.as_str()));
    let mut ours = vec![entry.plain.as_deref().unwrap_or_default()];
    ours.extend(entry.measure.iter().map(|it| it.name.as_str()));
    ours.extend(entry.strategy.iter().map(|it| it.name.as_str()));
    let all = own.iter().chain(&ours).copied().collect::<Vec<_>>().join(" . ");
    let all = [" ", &fold(&all), " "].concat();
    for term in &plan.glossary {
        let names: Vec<&String> =
            [Some(&term.term), term.stands_for.as_ref()].into_iter().flatten().chain(&term.also).collect();
        if names.iter().any(|name| all.contains(&format!(" {} ", fold(name)))) {
            ours.extend(names.iter().map(|it| it.as_str()));
        }
    }
    let mut names: Vec<&str> = vec![];
    for it in entry.priorities.iter().map(|id| plan.priority(*id)) {
        names.extend([it.name.quote.as_str(), &it.short]);
        names.extend(it.aliases.iter().map(|it| it.name.as_str()));
    }
    for it in entry.partners.iter().map(|it| plan.partner(it.partner)) {
        names.extend([it.name.as_str(), &it.short]);
        names.extend(it.aliases.iter().map(|it| it.name.as_str()));
    }
    if let Coverage::Wards(wards) = &entry.coverage {
        names.extend(wards.iter().map(|id| plan.ward(*id).name.as_str()));
    }
    if matches!(entry.origin, Origin::Elsewhere(_)) {
        ours.append(&mut own);
    }
    // Nothing is meant across the end of one text and the beginning of the next.
    [own, ours, names].map(|it| it.into_iter().map(fold).collect::<Vec<_>>().join(" . "))
}
