//! The packed form of a plan: what `build.rs` leaves for the browser, and how it is read there.
//!
//! It is made for little code in the browser. A decoder for any format and any reader can fail at every field of every
//! record, and the code for that outweighs the reading by far. Here nothing can fail half-way: a [`Reader`] that comes
//! upon damage makes a note of it and gives nought, nothing and empty lists from then on, and whoever asked looks at the
//! note once, at the end. Field names and types are not in the bytes: both directions come from one list of fields.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | [`MARK`], which changes with the form |
//! | 4 | [`checksum`] of all that follows |
//! | 4 | how many bytes of numbers follow |
//! | … | numbers: lengths, tags, ids, figures, in the order of the fields |
//! | … | text: every string in the same order, with nothing in between, as UTF-8 |
//!
//! Text lies apart from numbers because both compress better that way, because it is tested for UTF-8 just once, and because the
//! page of its own has it already: there the bytes end before it, and it is put together from what the page says ([`apart`]).

use std::mem::ManuallyDrop;

use super::{
    Alias, Amount, Caveat, Confidence, Contact, Counts, Coverage, Direction, Edition, Entry, EntryId, Footnote,
    FootnoteId, Funding, Gap, Governance, Kind, Lead, Link, LinkId, Local, Measure, Month, Note, NoteKind, Origin,
    Part, Partner, PartnerId, Period, Plan, Polarity, Principle, Priority, PriorityId, Role, Section, SectionId,
    Sentence, Source, Span, Standing, Strategy, StrategyUse, SurveyFigure, Term, TermId, Topic, Unit, Ward, WardId,
};

/// The first bytes of every packed plan: a name, and the version of the form.
const MARK: [u8; 4] = *b"pln1";

/// The plan in its packed form.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn pack(plan: &Plan) -> Vec<u8> {
    framed(MARK, plan)
}

/// Something in its packed form, with mark and checksum.
#[cfg(not(target_arch = "wasm32"))]
fn framed(mark: [u8; 4], it: &impl Packed) -> Vec<u8> {
    let mut out = Writer::default();
    it.pack(&mut out);
    let numbers = [&small(out.numbers.len()).to_le_bytes(), out.numbers.as_slice()].concat();
    let sum = checksum(&numbers, out.text.as_bytes());
    [&mark, &sum.to_le_bytes(), numbers.as_slice(), out.text.as_bytes()].concat()
}

/// The plan from its packed form; nothing where the bytes are not what [`pack`] made in this same version.
///
/// In a plan that comes back, every id is the place of a record that is there.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Plan> {
    let (numbers, words) = apart(bytes)?;
    unpack_with(numbers, words)
}

/// The same where the text comes from elsewhere: see [`apart`].
#[must_use]
pub fn unpack_with(numbers: &[u8], words: &str) -> Option<Plan> {
    let (plan, sound) = read(numbers_of(numbers, words, MARK)?, words);
    // Left where it is if it is not sound, which happens once at most: taking apart a plan, of which the browser's is
    // never rid, would be the one need for code that drops every kind of record.
    let plan = ManuallyDrop::new(plan);
    sound.then(|| ManuallyDrop::into_inner(plan))
}

/// What was packed in two: all that comes before the text, and the text.
#[must_use]
pub fn apart(bytes: &[u8]) -> Option<(&[u8], &str)> {
    let length = bytes.get(HEAD - 4..)?.first_chunk()?;
    let (numbers, text) = bytes.split_at_checked(HEAD.checked_add(u32::from_le_bytes(*length) as usize)?)?;
    Some((numbers, str::from_utf8(text).ok()?))
}

/// How many bytes come before the numbers: mark, checksum, length.
const HEAD: usize = 12;

/// The numbers, where mark and checksum are right.
fn numbers_of<'a>(bytes: &'a [u8], words: &str, mark: [u8; 4]) -> Option<&'a [u8]> {
    let (found, rest) = bytes.split_first_chunk()?;
    let (sum, content) = rest.split_first_chunk()?;
    let right = *found == mark && u32::from_le_bytes(*sum) == checksum(content, words.as_bytes());
    content.get(HEAD - 8..).filter(|_| right)
}

/// What can be read of a plan, and whether that is all of it and whole.
fn read(numbers: &[u8], words: &str) -> (Plan, bool) {
    let mut from = Reader::new(numbers, words);
    let plan = Plan::unpack(&mut from);
    let sound = from.is_done() && from.needed.is_met_by(&plan);
    (plan, sound)
}

/// FNV-1a, which takes one line and notices every change of a single byte: enough against a spoilt download.
fn checksum(bytes: &[u8], more: &[u8]) -> u32 {
    let add = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    more.iter().fold(bytes.iter().fold(0x811C_9DC5, add), add)
}

/// What has a packed form. Each writes at least one byte of numbers, so that no list is longer than what is left of them.
pub(super) trait Packed: Sized {
    /// Writes it.
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer);

    /// Reads it; something empty where there is damage, which the reader remembers.
    fn unpack(from: &mut Reader<'_>) -> Self;
}

/// Reads a packed plan. Its methods stay functions of their own, for they are called from everywhere.
pub(super) struct Reader<'a> {
    /// What is left of the numbers; nothing after damage.
    numbers: &'a [u8],
    /// What is left of the text.
    text: &'a str,
    /// Whether anything was not as [`pack`] would have written it.
    damaged: bool,
    needed: Needed,
}

impl<'a> Reader<'a> {
    fn new(numbers: &'a [u8], text: &'a str) -> Self {
        Self { numbers, text, damaged: false, needed: Needed::default() }
    }

    /// Whether all was read, and nothing was damaged.
    fn is_done(&self) -> bool {
        !self.damaged && self.numbers.is_empty() && self.text.is_empty()
    }

    /// Notes damage. What is asked for from now on is nought and empty, so that reading soon ends.
    #[inline(never)]
    fn spoil(&mut self) {
        self.damaged = true;
        self.numbers = &[];
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.numbers.split_first() else {
            self.spoil();
            return 0;
        };
        self.numbers = rest;
        *byte
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.spoil();
        0
    }

    #[inline(never)]
    fn short_number(&mut self) -> u16 {
        u16::try_from(self.number()).unwrap_or_else(|_| {
            self.spoil();
            0
        })
    }

    /// Which of so many variants.
    #[inline(never)]
    fn tag(&mut self, variants: usize) -> u8 {
        let tag = self.byte();
        if usize::from(tag) < variants {
            return tag;
        }
        self.spoil();
        0
    }

    /// The length of a list: never more than the bytes that are left, so that damage cannot ask for all memory there is.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let length = self.number() as usize;
        if length <= self.numbers.len() {
            return length;
        }
        self.spoil();
        0
    }

    #[inline(never)]
    pub(super) fn text(&mut self) -> String {
        let length = self.number() as usize;
        let Some((text, rest)) = self.text.split_at_checked(length) else {
            self.spoil();
            return String::new();
        };
        self.text = rest;
        text.to_owned()
    }
}

/// Ids, each with the list of the plan in which it is a place.
macro_rules! packed_ids {
    ($($id:ident in $list:ident;)*) => {
        /// How long each list of the plan must be, for the ids that were read to be places in it. Noting the highest
        /// takes less code than going through all records once more.
        #[derive(Default)]
        struct Needed {
            $($list: usize,)*
            /// The one list of the area.
            origins: usize,
        }

        impl Needed {
            fn is_met_by(&self, plan: &Plan) -> bool {
                $(self.$list <= plan.$list.len())&&*
            }
        }

        $(impl Packed for $id {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self, out: &mut Writer) {
                self.0.pack(out);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                let id = Self(from.short_number());
                from.needed.$list = from.needed.$list.max(id.index() + 1);
                id
            }
        })*
    };
}

/// Records, each with its fields. One that is left out here does not compile.
macro_rules! packed_records {
    ($($record:ident { $($field:ident),* })*) => {$(
        impl Packed for $record {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self, out: &mut Writer) {
                let Self { $($field),* } = self;
                $($field.pack(out);)*
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                Self { $($field: Packed::unpack(from)),* }
            }
        }
    )*};
}

/// Choices, each with its variants and names for what these hold. One that is left out here does not compile.
macro_rules! packed_choices {
    ($($choice:ident { $first:ident $(($($held:ident),*))? $(, $other:ident $(($($also:ident),*))?)* })*) => {$(
        const _: () = {
            /// The variants, numbered as they come.
            enum Tag {
                $first,
                $($other,)*
            }

            const VARIANTS: usize = [Tag::$first as u8, $(Tag::$other as u8),*].len();

            impl Packed for $choice {
                #[cfg(not(target_arch = "wasm32"))]
                fn pack(&self, out: &mut Writer) {
                    match self {
                        Self::$first $(($($held),*))? => {
                            out.numbers.push(Tag::$first as u8);
                            $($($held.pack(out);)*)?
                        }
                        $(Self::$other $(($($also),*))? => {
                            out.numbers.push(Tag::$other as u8);
                            $($($also.pack(out);)*)?
                        })*
                    }
                }

                fn unpack(from: &mut Reader<'_>) -> Self {
                    match from.tag(VARIANTS) {
                        $(tag if tag == Tag::$other as u8 => {
                            $($(let $also = Packed::unpack(from);)*)?
                            Self::$other $(($($also),*))?
                        })*
                        _ => {
                            $($(let $held = Packed::unpack(from);)*)?
                            Self::$first $(($($held),*))?
                        }
                    }
                }
            }
        };
    )*};
}

packed_ids! {
    PriorityId in priorities;
    PartnerId in partners;
    WardId in wards;
    SectionId in sections;
    LinkId in links;
    FootnoteId in footnotes;
    TermId in glossary;
    EntryId in entries;
}

packed_records! {
    Source { quote, section, at }
    Edition {
        id, title, update, draft, years, year, place, area_kind, county, partnership, heading, page, standing, rights,
        caveat, success
    }
    Caveat { short, source }
    Section { id, cite, heading, at }
    Sentence { id, source, plain, topic }
    Priority { id, name, short, plain, aliases, sensitive, private_words, new, lead, nothing_reported }
    Alias { name, section }
    Lead { id, source, partners }
    Part { partner, role }
    Local { fact, date, url, publisher, basis, confidence }
    Entry {
        id, kind, priorities, partners, coverage, origin, plain, gaps, footnotes, amounts, measure, strategy
    }
    Measure { name, unit, direction, polarity, change, counts, period, disturbed, caveats }
    Strategy { name, used_as, link, related }
    Partner { id, name, short, statutory, source, aliases, link, about }
    Link { id, name, url, standing, about }
    Contact { id, name, when, phone, seen, link, priorities }
    SurveyFigure { id, source, share, said }
    Funding { id, source, amount, funders, period, entry }
    Principle { id, source, plain }
    Governance { id, source, who, does, link }
    Footnote { id, mark, source }
    Term { id, term, stands_for, meaning, also }
    Note { id, kind, title, text, cites, priorities }
    Ward { id, name, code, neighbours }
    Plan {
        edition, sections, sentences, priorities, entries, partners, links, contacts, survey, funding, principles,
        themes, governance, footnotes, glossary, notes, wards
    }
    Amount { text, value, unit, what }
    Counts { now, was }
    Month { year, month }
    Period { text, span }
}

packed_choices! {
    Topic {
        Introduction, Background, Assessment, Priorities, Oversight, Funding, Consultation, Principles, Delivery
    }
    Kind { Promised, Done, Direction, Strategy, Local }
    Role { Lead, Funder, Delivers, Named }
    Coverage { Area, County, Wards(wards) }
    Gap {
        LeadNotStated, NoCounts, PeriodNotStated, NothingReported, SuccessNotSet, AddressNotGiven, NoWardFigures
    }
    Origin { Plan(source), Elsewhere(local) }
    Confidence { High, Medium, Low }
    StrategyUse { Source, Linked }
    Standing { Confirmed, Unconfirmed, ThirdParty, Historic, None }
    NoteKind { Contradiction, Gap, Reading }
    Unit { Pounds, Hours, Cases, Percent }
    Direction { Down, Up, Level, NotStated }
    Polarity { Lower, Higher, Neither }
    Span { MonthsEnding(months, last), To(month), Since(month), FinancialYear(year) }
}

mod area;
mod simple;
#[cfg(not(target_arch = "wasm32"))]
mod writer;

#[cfg(not(target_arch = "wasm32"))]
pub use area::pack_area;
pub use area::unpack_area;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use writer::Writer;
#[cfg(not(target_arch = "wasm32"))]
use writer::small;

#[cfg(test)]
mod tests;
