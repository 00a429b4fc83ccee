//! The words of the page for the values of the plan: kinds, roles, gaps, standings. One place, so that they agree.

use super::quote::cite;
use crate::plan::{Entry, Gap, Kind, Lead, NoteKind, Plan, Role, Standing, Topic};

/// A kind as the heading of a list of its entries.
pub(super) fn kind_heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Promised => "Promised",
        Kind::Done => "Reported as done",
        Kind::Direction => "How it is going",
        Kind::Strategy => "Related strategies",
        Kind::Local => "Known about places",
    }
}

/// A role in one word.
pub(super) fn role_word(role: Role) -> &'static str {
    match role {
        Role::Lead => "Lead",
        Role::Funder => "Funder",
        Role::Delivers => "Delivers",
        Role::Named => "Named",
    }
}

/// Where the plan says who leads, and for what we infer it: it may name the lead partners beside its achievements alone.
pub(super) fn lead_scope(plan: &Plan, lead: &Lead) -> String {
    let cite = cite(lead.source.section);
    let is_led = |it: &&Entry| it.priorities.iter().any(|id| plan.priority(*id).lead.as_ref() == Some(lead));
    let parts = plan.entries.iter().filter(is_led).filter(|it| it.kind == Kind::Promised).flat_map(|it| &it.partners);
    let inferred = parts.into_iter().any(|it| it.role == Role::Lead && it.inferred);
    if inferred { format!("plan, {cite}; for what is promised, inferred by us") } else { format!("plan, {cite}") }
}

/// What a gap means, in a sentence.
pub(super) fn gap_sentence(gap: Gap) -> &'static str {
    match gap {
        Gap::LeadNotStated => "The plan does not say who leads on this priority.",
        Gap::NoCounts => "The plan gives a percentage, and not the counts behind it.",
        Gap::PeriodNotStated => "The plan does not say which period the change covers.",
        Gap::NothingReported => "The plan reports no achievements for this priority.",
        Gap::SuccessNotSet => "The plan says that how success is measured will be set later.",
        Gap::AddressNotGiven => "We know no checked web address for this document.",
        Gap::NoWardFigures => "The plan gives no figures for single wards.",
        Gap::NotReportedOn => "No later edition says what came of this.",
    }
}

/// How sure an address is, in words.
pub(super) fn standing_sentence(standing: Standing) -> &'static str {
    match standing {
        Standing::Confirmed => "Address checked.",
        Standing::Unconfirmed => "We could not check its address, so we do not link to it.",
        Standing::ThirdParty => "Only a copy on somebody else’s site is known, so we do not link to it.",
        Standing::Historic => "The body or its site has closed, so we do not link to it.",
        Standing::None => "No address is given, and we found none.",
    }
}

/// A kind of editor's note.
pub(super) fn note_word(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Contradiction => "Does not agree",
        NoteKind::Gap => "Left out",
        NoteKind::Reading => "How we read it",
    }
}

/// The heading of a part of the running text.
pub(super) fn topic_heading(topic: Topic) -> &'static str {
    match topic {
        Topic::Introduction => "What the plan is",
        Topic::Background => "The law and the partnership",
        Topic::Assessment => "How priorities are found and ranked",
        Topic::Priorities => "How the priorities fit together",
        Topic::Oversight => "Who is responsible",
        Topic::Funding => "How it is paid for",
        Topic::Consultation => "What residents were asked",
        Topic::Principles => "What runs through every priority",
        Topic::Delivery => "How it is delivered and measured",
    }
}

/// How the plan is cited in full.
pub(super) fn full_title(plan: &Plan) -> String {
    format!("{}, {}", plan.edition.title.quote, plan.edition.update.quote)
}
