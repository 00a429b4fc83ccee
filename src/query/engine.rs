//! Which entries a query selects, and what each further choice would give: one pass over the entries for both.
//!
//! Each entry is kept as one row of small sets. For a query, a row's *fails* are the facets that it does not pass. A row
//! with no fail is selected. A row whose only fail is in a facet counts for that facet's choices, because with that facet
//! open it would be selected; a row without fail counts for all of them.

use super::bits::{Bits, Entries};
use super::facet::{Choice, Query};
use super::index::Index;
use super::search::Words;
use crate::plan::{Coverage, Entry, EntryId, Gap, Kind, Plan, Role, limits};

/// What a query selects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The entries, in the plan's order, each once.
    pub entries: Vec<EntryId>,
    /// What each choice would give.
    pub counts: FacetCounts,
}

/// For each choice of each facet: how many entries choosing it would give, with its own facet open.
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
    pub gaps: [u32; 7],
}

/// Answers queries about one plan. Built once.
#[derive(Clone, Debug)]
pub struct Engine {
    rows: Vec<Row>,
    index: Index,
    priorities: usize,
    partners: usize,
    wards: usize,
}

/// What filters must know of an entry.
#[derive(Clone, Debug)]
struct Row {
    /// None: the plan as a whole.
    priorities: Bits<{ limits::PRIORITIES / 64 }>,
    wards: Bits<{ limits::WARDS / 64 }>,
    partners: Bits<{ limits::PARTNERS / 64 }>,
    leads: Bits<{ limits::PARTNERS / 64 }>,
    kind: u8,
    gaps: u8,
    /// Whether it applies in every ward.
    everywhere: bool,
}

impl Row {
    fn new(entry: &Entry) -> Self {
        let wards = match &entry.coverage {
            Coverage::Wards(wards) => wards.as_slice(),
            Coverage::Area | Coverage::County => &[],
        };
        let leads = entry.partners.iter().filter(|it| it.role == Role::Lead);
        Self {
            priorities: Bits::of(entry.priorities.iter().map(|it| it.index())),
            wards: Bits::of(wards.iter().map(|it| it.index())),
            partners: Bits::of(entry.partners.iter().map(|it| it.partner.index())),
            leads: Bits::of(leads.map(|it| it.partner.index())),
            kind: mask(&Kind::ALL, [entry.kind].iter()),
            gaps: mask(&Gap::ALL, entry.gaps.iter()),
            everywhere: !matches!(entry.coverage, Coverage::Wards(_)),
        }
    }
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
    priorities: Bits<{ limits::PRIORITIES / 64 }>,
    /// None: any.
    partners: Option<Bits<{ limits::PARTNERS / 64 }>>,
    lead_only: bool,
    wards: Bits<{ limits::WARDS / 64 }>,
    kinds: u8,
    gaps: u8,
    found: Option<Entries>,
}

impl Wanted {
    fn new(query: &Query, index: &Index) -> Self {
        let found = index.find(&Words::new(&query.words));
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
            lead_only: query.lead_only,
            wards: Bits::of(query.wards.iter().map(|it| it.index())),
            kinds: mask(&Kind::ALL, query.kinds.iter()),
            gaps: mask(&Gap::ALL, query.gaps.iter()),
            found,
        }
    }

    /// The partners of a row that count: those in any part, or those that lead.
    fn partners_of<'r>(&self, row: &'r Row) -> &'r Bits<{ limits::PARTNERS / 64 }> {
        if self.lead_only { &row.leads } else { &row.partners }
    }

    /// The facets that a row does not pass.
    fn fails(&self, at: usize, row: &Row) -> u8 {
        let partners = self.partners_of(row);
        let mut passed = 0;
        for (facet, passes) in [
            (facet::PRIORITY, row.priorities.is_empty() || row.priorities.meets(&self.priorities)),
            (facet::PARTNER, self.partners.map_or(!partners.is_empty(), |wanted| partners.meets(&wanted))),
            (facet::WARD, row.everywhere || row.wards.meets(&self.wards)),
            (facet::KIND, row.kind & self.kinds != 0),
            (facet::GAP, row.gaps & self.gaps != 0),
            (facet::WORDS, self.found.as_ref().is_none_or(|found| found.contains(at))),
        ] {
            passed |= u8::from(passes) * facet;
        }
        self.active & !passed
    }
}

impl Engine {
    /// Makes a plan ready for queries: its entries as rows, its words as an index.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        Self {
            rows: plan.entries.iter().take(limits::ENTRIES).map(Row::new).collect(),
            index: Index::new(plan),
            priorities: plan.priorities.len(),
            partners: plan.partners.len(),
            wards: plan.wards.len(),
        }
    }

    /// The entries that pass every facet, and what each choice would give.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection {
        let wanted = Wanted::new(query, &self.index);
        let mut entries = Vec::new();
        let mut counts = FacetCounts {
            priorities: vec![0; self.priorities],
            partners: vec![0; self.partners],
            wards: vec![0; self.wards],
            ..FacetCounts::default()
        };
        let (mut whole_plan, mut everywhere) = (0, 0);
        for (at, row) in self.rows.iter().enumerate() {
            let fails = wanted.fails(at, row);
            // With two fails or more, no single facet can bring the entry back.
            if fails & fails.wrapping_sub(1) != 0 {
                continue;
            }
            let counts_for = |facet: u8| fails & !facet == 0;
            if fails == 0 {
                entries.push(entry_id(at));
            }
            if counts_for(facet::PRIORITY) {
                // Counted once here, and added to every priority below.
                whole_plan += u32::from(row.priorities.is_empty());
                row.priorities.tally(&mut counts.priorities);
            }
            if counts_for(facet::PARTNER) {
                wanted.partners_of(row).tally(&mut counts.partners);
            }
            if counts_for(facet::WARD) {
                everywhere += u32::from(row.everywhere);
                row.wards.tally(&mut counts.wards);
            }
            if counts_for(facet::KIND) {
                tally(row.kind, &mut counts.kinds);
            }
            if counts_for(facet::GAP) {
                tally(row.gaps, &mut counts.gaps);
            }
        }
        counts.priorities.iter_mut().for_each(|it| *it += whole_plan);
        counts.wards.iter_mut().for_each(|it| *it += everywhere);
        Selection { entries, counts }
    }

    /// How many entries pass every facet.
    #[must_use]
    pub fn count(&self, query: &Query) -> usize {
        let wanted = Wanted::new(query, &self.index);
        self.rows.iter().enumerate().filter(|(at, row)| wanted.fails(*at, row) == 0).count()
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
                ways.push((choice, results));
            }
        }
        ways.sort_by_key(|(_, results)| usize::MAX - results);
        ways
    }
}

/// Adds one to the count of each bit that is set.
fn tally(bits: u8, counts: &mut [u32]) {
    for (place, count) in counts.iter_mut().enumerate() {
        *count += u32::from(bits >> place & 1);
    }
}

/// The id of the entry at a place in the plan's list, of which there are no more than [`limits::ENTRIES`].
fn entry_id(at: usize) -> EntryId {
    EntryId(u16::try_from(at).unwrap_or(u16::MAX))
}
