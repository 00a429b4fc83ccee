//! The query and its result in plain words.

use super::facet::{Choice, Query, View};
use super::facts::Facts;
use super::search;
use super::tally::Tally;
use crate::plan::{Confidence, Gap, Kind};

/// What the page calls a kind of entry.
#[must_use]
pub fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Promised => "Promised",
        Kind::Done => "Reported as done",
        Kind::Direction => "Direction of travel",
        Kind::Strategy => "Strategies",
        Kind::Local => "Local facts",
    }
}

/// How sure a local fact is, in words.
#[must_use]
pub fn confidence_label(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "the source names the place",
        Confidence::Medium => "part of this was inferred",
        Confidence::Low => "likely at best",
    }
}

/// What the page calls something that the plan leaves unsaid.
#[must_use]
pub fn gap_label(gap: Gap) -> &'static str {
    match gap {
        Gap::LeadNotStated => "Lead partner not stated",
        Gap::NothingReported => "No achievements reported",
        Gap::SuccessNotSet => "Measure of success not yet set",
        Gap::NoCounts => "No counts published",
        Gap::PeriodNotStated => "Period not stated",
        Gap::NoWardFigures => "No ward figures",
        Gap::NotReportedOn => "Not reported on since",
        Gap::AddressNotGiven => "Address not given",
    }
}

/// What the page calls a view.
#[must_use]
pub fn view_name(view: View) -> &'static str {
    match view {
        View::Explore => "Priorities",
        View::List => "All statements",
        View::Wards => "My ward",
        View::Partners => "Who does what",
        View::Figures => "Figures",
        View::Strategies => "Related strategies",
        View::Changes => "What changed",
        View::About => "How the plan works",
        View::Notes => "Editor’s notes",
        View::Glossary => "Words explained",
        View::Text => "Full text",
        View::Embed => "Put this on your website",
    }
}

/// What the page calls a choice. Empty for an id that the plan does not have.
#[must_use]
pub fn choice_label(facts: &Facts, choice: &Choice) -> String {
    let name = match choice {
        Choice::Priority(id) => facts.priority(*id).map(|it| it.short.as_str()),
        Choice::Partner(id) => facts.partner(*id).map(|it| it.short.as_str()),
        Choice::Ward(id) => facts.ward(*id).map(|it| it.name.as_str()),
        Choice::LeadOnly => Some("Lead partners only"),
        Choice::Kind(kind) => Some(kind_label(*kind)),
        Choice::Gap(gap) => Some(gap_label(*gap)),
        Choice::Words(words) => return ["“", &search::tidy(words), "”"].concat(),
    };
    name.unwrap_or_default().to_owned()
}

/// Texts in a row with something between them. The library's own way weighs a kilobyte for each kind of text.
pub(super) fn strung(texts: &[String], between: &str) -> String {
    let mut row = String::new();
    for text in texts {
        if !row.is_empty() {
            row.push_str(between);
        }
        row.push_str(text);
    }
    row
}

/// The filter in words, facet by facet: `Anti-social behaviour · Police (lead) · Castle · “drug”`. Empty where nothing is
/// filtered.
#[must_use]
pub fn describe(facts: &Facts, query: &Query) -> String {
    strung(&facets(facts, query), " · ")
}

/// One short sentence for a status region: `14 statements for Anti-social behaviour, Castle.`
#[must_use]
pub fn announce(facts: &Facts, found: Tally, query: &Query) -> String {
    let sentence = found.sentence(&strung(&facets(facts, query), ", "));
    if query.is_empty() && found.total() > 1 { ["All ", &sentence].concat() } else { sentence }
}

/// Each facet in words, its choices joined by "or".
fn facets(facts: &Facts, query: &Query) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for choice in query.choices() {
        let facet = std::mem::discriminant(&choice);
        if choice == Choice::LeadOnly && !query.partners.is_empty() {
            continue;
        }
        let mut label = choice_label(facts, &choice);
        if label.is_empty() {
            continue;
        }
        if matches!(choice, Choice::Partner(_)) && query.lead_only {
            label.push_str(" (lead)");
        }
        match parts.last_mut() {
            Some(last) if before == Some(facet) => {
                last.push_str(" or ");
                last.push_str(&label);
            }
            _ => parts.push(label),
        }
        before = Some(facet);
    }
    parts
}
