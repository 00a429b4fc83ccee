//! Making the facts of a plan: native only, with the index of its words.

use super::super::engine::Engine;
use super::super::index::build;
use super::{
    ContactFacts, EditionFacts, EntryFacts, EverydayFacts, Facts, FormerFacts, PartnerFacts, PriorityFacts, WardFacts,
};
use crate::plan::{
    Alias, Contact, Coverage, Entry, Everyday, Origin, Partner, PartnerId, Plan, Priority, PriorityId, Role, Slug,
    Ward, limits,
};
use crate::query::fold::fold;

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
            contacts: plan.contacts.iter().map(|it| contact(plan, it)).collect(),
            everyday: plan.everyday.iter().map(|it| everyday(plan, it)).collect(),
            former: Vec::new(),
            index: build::index(plan),
        }
    }

    /// The facts of the first of several editions, which come newest first.
    #[must_use]
    pub fn of_the_first(editions: &[Plan]) -> Option<Self> {
        let facts = Self::of(editions.first()?);
        Some(Self { former: former(editions), ..facts })
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
    kept(Facts::of(plan))
}

/// The same of the first of several editions, with what became of the ids of the others.
#[must_use]
pub fn facts_and_engine_of_the_first(editions: &[Plan]) -> Option<(&'static Facts, &'static Engine)> {
    Facts::of_the_first(editions).map(kept)
}

fn kept(facts: Facts) -> (&'static Facts, &'static Engine) {
    let facts: &'static Facts = Box::leak(Box::new(facts));
    (facts, Box::leak(Box::new(Engine::new(facts))))
}

/// The ids of priorities and partners that an earlier edition had and the first has not, with what took their place.
fn former(editions: &[Plan]) -> Vec<FormerFacts> {
    let mut all: Vec<FormerFacts> = Vec::new();
    for (key, ids) in KEYS {
        for at in 1..editions.len() {
            for id in ids(&editions[at]) {
                let is_known = all.iter().any(|it| it.key == *key && it.id == *id);
                if !ids(&editions[0]).contains(&id) && !is_known {
                    let to = went_on(&editions[..at], id, *ids);
                    all.push(FormerFacts { key: (*key).to_owned(), id: id.clone(), to: to.cloned() });
                }
            }
        }
    }
    all
}

/// All ids of one kind in a plan.
type Ids = fn(&Plan) -> Vec<&Slug>;

/// What may be replaced, by its key in addresses.
const KEYS: &[(&str, Ids)] = &[
    ("priority", |it| it.priorities.iter().map(|it| &it.id).collect()),
    ("partner", |it| it.partners.iter().map(|it| &it.id).collect()),
];

/// What an id of the edition before these became in the first of them, step by step.
fn went_on<'p>(newer: &'p [Plan], id: &'p Slug, ids: Ids) -> Option<&'p Slug> {
    newer.iter().rev().try_fold(id, |id, plan| {
        let own = ids(plan).into_iter();
        let follows = |new: &&Slug| {
            *new == id || plan.lineage.formerly.iter().any(|(it, formerly)| it == *new && formerly.contains(id))
        };
        own.into_iter().find(follows)
    })
}

fn priority(it: &Priority) -> PriorityFacts {
    let private_words = if it.sensitive { it.private_words.clone() } else { Vec::new() };
    let (other_names, our_names) = names(&it.name.quote, &it.short, &it.aliases);
    let (id, short) = (it.id.clone(), it.short.clone());
    PriorityFacts { id, short, other_names, our_names, sensitive: it.sensitive, private_words }
}

fn partner(it: &Partner) -> PartnerFacts {
    let (other_names, our_names) = names(&it.name, &it.short, &it.aliases);
    let (id, short) = (it.id.clone(), it.short.clone());
    PartnerFacts { id, short, other_names, our_names, statutory: it.statutory }
}

/// The names beside the one that lists use: those of the plan, and ours. The one that lists use is often one of them.
fn names(name: &str, short: &str, aliases: &[Alias]) -> (Vec<String>, Vec<String>) {
    let (mut of_plan, mut ours): (Vec<String>, Vec<String>) = Default::default();
    put(&mut of_plan, name.to_owned());
    for alias in aliases {
        put(if alias.section.is_some() { &mut of_plan } else { &mut ours }, alias.name.clone());
    }
    for list in [&mut of_plan, &mut ours] {
        list.retain(|it| it != short && !it.is_empty());
    }
    (of_plan, ours)
}

fn contact(plan: &Plan, it: &Contact) -> ContactFacts {
    ContactFacts {
        name: it.name.clone(),
        when: it.when.clone(),
        phone: it.phone.clone(),
        seen: it.seen.clone(),
        url: it.link.and_then(|it| plan.link(it).offered()).map(str::to_owned),
    }
}

fn everyday(plan: &Plan, it: &Everyday) -> EverydayFacts {
    let means: Vec<String> = it.means.iter().map(|it| [" ", &fold(it), " "].concat()).collect();
    let holds = |entry: &Entry| {
        let words = of_plan(plan, entry);
        means.iter().any(|it| words.contains(it))
    };
    let entries = plan.entry_ids().filter(|id| holds(plan.entry(*id)));
    EverydayFacts {
        says: it.says.clone(),
        means: it.means.clone(),
        entries: entries.collect(),
        priorities: it.priorities.clone(),
        contacts: it.contacts.clone(),
    }
}

/// The plan's own words of an entry, folded, with a blank around each.
fn of_plan(plan: &Plan, entry: &Entry) -> String {
    let Origin::Plan(source) = &entry.origin else { return String::new() };
    let notes = entry.footnotes.iter().filter_map(|it| plan.footnotes.get(it.index()));
    let quotes = std::iter::once(source).chain(notes.map(|it| &it.source));
    // Nothing is found across the end of one text and the beginning of the next.
    quotes.map(|it| [" ", &fold(&it.quote), " ."].concat()).collect()
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

/// Adds what is not there yet.
fn put<T: PartialEq>(list: &mut Vec<T>, it: T) {
    if !list.contains(&it) {
        list.push(it);
    }
}
