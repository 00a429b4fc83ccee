//! Which entries a query selects, and what each further choice would give: one pass over the entries for both.
//!
//! Each entry is kept as one row of small sets. For a query, a row's *fails* are the facets that it does not pass. A row
//! with no fail is selected. A row whose only fail is in a facet counts for that facet's choices, because with that facet
//! open it would be selected; a row without fail counts for all of them.

use super::bits::{Bits, Entries};
use super::facet::{Choice, Query};
use super::facts::{EntryFacts, Facts};
use super::found::{self, Found};
use super::lookup::Lookup;
use super::search::Words;
use crate::plan::{EntryId, Gap, Kind, PartnerId, limits};

/// What a query selects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The entries, in the plan's order, each once.
    pub entries: Vec<EntryId>,
    /// What each choice would give.
    pub counts: FacetCounts,
}

/// For each choice of each facet: how many entries choosing it would give, with its own facet open.
///
/// What belongs to the plan as a whole stands under every priority and is counted for none. A gap of priorities counts those, not
/// their entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// By [`PriorityId::index`](crate::plan::PriorityId::index).
    pub priorities: Vec<u32>,
    /// By [`PartnerId::index`](crate::plan::PartnerId::index); of leads only, where the query asks for leads only.
    pub partners: Vec<u32>,
    /// By [`WardId::index`](crate::plan::WardId::index).
    pub wards: Vec<u32>,
    /// In the order of [`Kind::ALL`].
    pub kinds: [u32; 5],
    /// In the order of [`Gap::ALL`].
    pub gaps: [u32; 8],
}

impl FacetCounts {
    /// How many entries a choice would give; 0 for one that is counted nowhere.
    #[must_use]
    pub fn of(&self, choice: &Choice) -> u32 {
        let place = |counts: &[u32], at: Option<usize>| at.and_then(|at| counts.get(at).copied());
        let count = match choice {
            Choice::Priority(id) => place(&self.priorities, Some(id.index())),
            Choice::Partner(id) => place(&self.partners, Some(id.index())),
            Choice::Ward(id) => place(&self.wards, Some(id.index())),
            Choice::Kind(kind) => place(&self.kinds, Kind::ALL.iter().position(|it| it == kind)),
            Choice::Gap(gap) => place(&self.gaps, Gap::ALL.iter().position(|it| it == gap)),
            Choice::LeadOnly | Choice::Words(_) => None,
        };
        count.unwrap_or_default()
    }
}

/// Answers queries about one plan, from its facts. Built once.
#[derive(Clone, Debug)]
pub struct Engine {
    rows: Vec<Row>,
    /// By row: partners in any part. Apart from the rows, because only one of the two lists is read for a query.
    partners: Vec<Partners>,
    /// By row: partners that lead.
    leads: Vec<Partners>,
    lookup: Lookup,
    /// The answer to the query that is asked most: everything.
    all: Selection,
}

type Priorities = Bits<{ limits::PRIORITIES / 64 }>;
type Wards = Bits<{ limits::WARDS / 64 }>;
type Partners = Bits<{ limits::PARTNERS / 64 }>;

/// What filters must know of an entry, but for its partners.
#[derive(Clone, Debug)]
struct Row {
    /// None: the plan as a whole.
    priorities: Priorities,
    wards: Wards,
    /// Whether it applies in every ward.
    everywhere: bool,
    /// Its place in [`Kind::ALL`].
    kind: u8,
    gaps: u8,
}

impl Row {
    fn new(entry: &EntryFacts) -> Self {
        Self {
            priorities: Bits::of(entry.priorities.iter().map(|it| it.index())),
            wards: Bits::of(entry.wards.iter().flatten().map(|it| it.index())),
            everywhere: entry.wards.is_none(),
            kind: (0..).zip(Kind::ALL).find(|(_, kind)| *kind == entry.kind).map_or(0, |(place, _)| place),
            gaps: mask(&Gap::ALL, entry.gaps.iter()),
        }
    }
}

fn partners(ids: &[PartnerId]) -> Partners {
    Bits::of(ids.iter().map(|it| it.index()))
}

/// One bit for each of `chosen`, by its place in `all`.
fn mask<'a, T: PartialEq + 'a>(all: &[T], chosen: impl Iterator<Item = &'a T>) -> u8 {
    chosen.filter_map(|it| all.iter().position(|other| other == it)).fold(0, |bits, place| bits | 1 << place)
}

/// Facets, as bits of a row's fails.
mod facet {
    pub(super) const PRIORITY: u8 = 1;
    pub(super) const PARTNER: u8 = 2;
    pub(super) const WARD: u8 = 4;
    pub(super) const KIND: u8 = 8;
    pub(super) const GAP: u8 = 16;
    pub(super) const WORDS: u8 = 32;
}

/// A query in the form of rows. A facet in which nothing is chosen is not in `active`: it lets everything through.
struct Wanted {
    active: u8,
    priorities: Priorities,
    /// None: any.
    partners: Option<Partners>,
    wards: Wards,
    kinds: u8,
    gaps: u8,
    found: Entries,
}

impl Wanted {
    fn new(query: &Query, engine: &Engine) -> Self {
        let found = engine.lookup.find(&Words::new(&query.words)).map(|it| it.all);
        let mut active = 0;
        for (facet, chosen) in [
            (facet::PRIORITY, !query.priorities.is_empty()),
            (facet::PARTNER, !query.partners.is_empty() || query.lead_only),
            (facet::WARD, !query.wards.is_empty()),
            (facet::KIND, !query.kinds.is_empty()),
            (facet::GAP, !query.gaps.is_empty()),
            (facet::WORDS, found.is_some()),
        ] {
            if chosen {
                active |= facet;
            }
        }
        let partners = &query.partners;
        Self {
            active,
            priorities: Bits::of(query.priorities.iter().map(|it| it.index())),
            partners: (!partners.is_empty()).then(|| Bits::of(partners.iter().map(|it| it.index()))),
            wards: Bits::of(query.wards.iter().map(|it| it.index())),
            kinds: mask(&Kind::ALL, query.kinds.iter()),
            gaps: mask(&Gap::ALL, query.gaps.iter()),
            found: found.unwrap_or_default(),
        }
    }

    /// The facets that a row with these partners does not pass.
    fn fails(&self, at: usize, row: &Row, partners: &Partners) -> u8 {
        let fails = |facet: u8, passes: &dyn Fn() -> bool| {
            if self.active & facet == 0 { 0 } else { u8::from(!passes()) * facet }
        };
        fails(facet::PRIORITY, &|| row.priorities.is_empty() | row.priorities.meets(&self.priorities))
            | fails(facet::PARTNER, &|| match &self.partners {
                Some(wanted) => partners.meets(wanted),
                None => !partners.is_empty(),
            })
            | fails(facet::WARD, &|| row.everywhere | row.wards.meets(&self.wards))
            | fails(facet::KIND, &|| self.kinds >> row.kind & 1 != 0)
            | fails(facet::GAP, &|| row.gaps & self.gaps != 0)
            | fails(facet::WORDS, &|| self.found.contains(at))
    }
}

impl Engine {
    /// Makes the facts of a plan ready for queries.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let entries = || facts.entries.iter().take(limits::ENTRIES);
        let nothing = FacetCounts {
            priorities: vec![0; facts.priorities.len()],
            partners: vec![0; facts.partners.len()],
            wards: vec![0; facts.wards.len()],
            ..FacetCounts::default()
        };
        let mut engine = Self {
            rows: entries().map(Row::new).collect(),
            partners: entries().map(|it| partners(&it.partners)).collect(),
            leads: entries().map(|it| partners(&it.leads)).collect(),
            lookup: Lookup::new(facts),
            all: Selection { entries: Vec::new(), counts: nothing },
        };
        engine.all = engine.pass(&Wanted::new(&Query::default(), &engine), false);
        engine
    }

    /// The entries that pass every facet, and what each choice would give.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection {
        let wanted = Wanted::new(query, self);
        if wanted.active == 0 { self.all.clone() } else { self.pass(&wanted, query.lead_only) }
    }

    /// Each row with its place and those of its partners that count.
    fn rows(&self, lead_only: bool) -> impl Iterator<Item = (usize, (&Row, &Partners))> {
        let partners = if lead_only { &self.leads } else { &self.partners };
        self.rows.iter().zip(partners).enumerate()
    }

    /// The one pass over all rows.
    fn pass(&self, wanted: &Wanted, lead_only: bool) -> Selection {
        let mut entries = Vec::new();
        let all = &self.all.counts;
        let mut counts = FacetCounts {
            priorities: vec![0; all.priorities.len()],
            partners: vec![0; all.partners.len()],
            wards: vec![0; all.wards.len()],
            ..FacetCounts::default()
        };
        let mut everywhere = 0;
        let mut priorities_by_gap = [Priorities::of(std::iter::empty()); Gap::ALL.len()];
        for (at, (row, partners)) in self.rows(lead_only) {
            let fails = wanted.fails(at, row, partners);
            // With two fails or more, no single facet can bring the entry back.
            if fails & fails.wrapping_sub(1) != 0 {
                continue;
            }
            let counts_for = |facet: u8| fails & !facet == 0;
            if fails == 0 {
                entries.push(entry_id(at));
            }
            if counts_for(facet::PRIORITY) {
                row.priorities.tally(&mut counts.priorities);
            }
            if counts_for(facet::PARTNER) {
                partners.tally(&mut counts.partners);
            }
            if counts_for(facet::WARD) {
                // Counted once here, and added to every ward below.
                everywhere += u32::from(row.everywhere);
                row.wards.tally(&mut counts.wards);
            }
            if counts_for(facet::KIND)
                && let Some(count) = counts.kinds.get_mut(usize::from(row.kind))
            {
                *count += 1;
            }
            if counts_for(facet::GAP) {
                for (place, (count, priorities)) in counts.gaps.iter_mut().zip(&mut priorities_by_gap).enumerate() {
                    if row.gaps >> place & 1 != 0 {
                        *count += 1;
                        priorities.extend(&row.priorities);
                    }
                }
            }
        }
        for ((gap, count), priorities) in Gap::ALL.into_iter().zip(&mut counts.gaps).zip(&priorities_by_gap) {
            if gap.is_of_priority() {
                *count = priorities.len();
            }
        }
        counts.wards.iter_mut().for_each(|it| *it += everywhere);
        Selection { entries, counts }
    }

    /// How many entries pass every facet.
    #[must_use]
    pub fn count(&self, query: &Query) -> usize {
        let wanted = Wanted::new(query, self);
        let passes = |(at, (row, partners))| wanted.fails(at, row, partners) == 0;
        self.rows(query.lead_only).filter(|it| passes(*it)).count()
    }

    /// A search text, read, with what the plan says for everyday words in it.
    #[must_use]
    pub fn words(&self, text: &str) -> Words {
        let words = Words::new(text);
        let said = self.lookup.said(&words);
        let means = said.into_iter().flat_map(|it| &it.facts().means);
        words.meaning(means)
    }

    /// What the words of a query found, told apart; nothing where it searches for none.
    #[must_use]
    pub fn found(&self, query: &Query, selection: &Selection) -> Option<Found> {
        let mut found = found::told_apart(&self.lookup, query, &selection.entries)?;
        if found.is_empty() && self.lookup.find(&Words::new(&query.words)).is_some_and(|it| it.all.is_empty()) {
            let meant = self.lookup.meant(&query.words);
            let meant = meant.map(|words| (self.count(&Query { words: words.clone(), ..query.clone() }), words));
            found.meant = meant.filter(|it| it.0 > 0).map(|(count, words)| (words, count));
        }
        Some(found)
    }

    /// Ways out of an empty result: each single choice that, taken away, gives results, with how many; most first.
    /// Nothing where the query has results.
    #[must_use]
    pub fn relax(&self, query: &Query) -> Vec<(Choice, usize)> {
        if self.count(query) > 0 {
            return Vec::new();
        }
        let mut ways: Vec<(Choice, usize)> = Vec::new();
        for choice in query.choices() {
            let results = self.count(&query.without(&choice));
            if results > 0 {
                // Put in where it belongs: sorting would be the largest part of this module in the browser.
                let at = ways.partition_point(|(_, more)| *more >= results);
                ways.insert(at, (choice, results));
            }
        }
        ways
    }
}

/// The id of the entry at a place in the plan's list, of which there are no more than [`limits::ENTRIES`].
fn entry_id(at: usize) -> EntryId {
    EntryId(u16::try_from(at).unwrap_or(u16::MAX))
}
