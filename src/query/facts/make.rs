//! Making the facts of a plan: native only, with the index of its words.

use super::super::engine::Engine;
use super::super::index::build;
use super::{EditionFacts, EntryFacts, Facts, PartnerFacts, PriorityFacts, WardFacts};
use crate::plan::{Coverage, Entry, Partner, PartnerId, Plan, Priority, PriorityId, Role, Ward, limits};

impl Facts {
    /// The facts of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let edition = &plan.edition;
        Self {
            edition: EditionFacts {
                id: edition.id.clone(),
                heading: edition.heading.clone(),
                place: edition.place.clone(),
                area_kind: edition.area_kind.clone(),
            },
            priorities: plan.priorities.iter().map(priority).collect(),
            partners: plan.partners.iter().map(partner).collect(),
            wards: plan.wards.iter().map(ward).collect(),
            entries: plan.entries.iter().take(limits::ENTRIES).map(entry).collect(),
            index: build::index(plan),
        }
    }

    /// The facts as JSON that may stand in a script element of a page: [`Facts::read`] reads it.
    #[must_use]
    pub fn json(&self) -> String {
        // `<` would end the element early.
        serde_json::to_string(self).unwrap_or_default().replace('<', "\\u003c")
    }
}

/// The facts of a plan and an engine on them, for as long as the program runs: for tests, and for what is made natively.
#[must_use]
pub fn facts_and_engine(plan: &Plan) -> (&'static Facts, &'static Engine) {
    let facts: &'static Facts = Box::leak(Box::new(Facts::of(plan)));
    (facts, Box::leak(Box::new(Engine::new(facts))))
}

fn priority(it: &Priority) -> PriorityFacts {
    let private_words = if it.sensitive { it.private_words.clone() } else { Vec::new() };
    PriorityFacts { id: it.id.clone(), short: it.short.clone(), sensitive: it.sensitive, private_words }
}

fn partner(it: &Partner) -> PartnerFacts {
    let names = std::iter::once(&it.name).chain(it.aliases.iter().map(|it| &it.name));
    // The name that lists use is often one of them.
    let others: Vec<&str> = names.map(String::as_str).filter(|name| *name != it.short).collect();
    PartnerFacts { id: it.id.clone(), short: it.short.clone(), other_names: others.join(" "), statutory: it.statutory }
}

fn ward(it: &Ward) -> WardFacts {
    WardFacts { id: it.id.clone(), name: it.name.clone(), code: it.code.clone() }
}

fn entry(it: &Entry) -> EntryFacts {
    let (mut priorities, mut partners, mut leads) = (Vec::<PriorityId>::new(), Vec::<PartnerId>::new(), Vec::new());
    for id in &it.priorities {
        put(&mut priorities, *id);
    }
    for part in &it.partners {
        put(&mut partners, part.partner);
        if part.role == Role::Lead {
            put(&mut leads, part.partner);
        }
    }
    let wards = match &it.coverage {
        Coverage::Wards(wards) => Some(wards.clone()),
        Coverage::Area | Coverage::County => None,
    };
    EntryFacts { id: it.id.clone(), kind: it.kind, priorities, partners, leads, wards, gaps: it.gaps.clone() }
}

fn put<T: PartialEq>(list: &mut Vec<T>, it: T) {
    if !list.contains(&it) {
        list.push(it);
    }
}
