//! Records: what an edition of a plan is made of.
//!
//! Everything taken from the plan's document carries a [`Source`]: the plan's own words and the section they stand in.
//! Fields named `plain`, `what`, `when`, `about` or `text` hold our words, and the page marks them as ours.

use super::figures::{Amount, Counts, Direction, Month, Period, Polarity};
use super::ids::{ContactId, EntryId, FootnoteId, LinkId, PartnerId, PriorityId, SectionId, Slug, TermId, WardId};
use serde::{Deserialize, Serialize};

/// The plan's own words and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The words, as the document has them but for line breaks and type marks (bold, link brackets, raised figures).
    pub quote: String,
    /// The section in which they stand.
    pub section: SectionId,
    /// Where they stand in the document, counted in characters of its tidied text: sorts records into document order.
    pub at: u32,
}

/// The edition: which document this is, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Stable id, used by the `edition` attribute and in citations.
    pub id: Slug,
    /// Title as the document has it.
    pub title: Source,
    /// The line that says which update this is.
    pub update: Source,
    /// Whether the document calls itself a draft.
    pub draft: bool,
    /// First and last year of the plan period.
    pub years: (u16, u16),
    /// The year of this update.
    pub year: u16,
    /// The place, in one or two words: what the page's own sentences call the area.
    pub place: String,
    /// What kind of area it is, as our sentences name it: `borough`, `city`, `district`.
    pub area_kind: String,
    /// The county or police area in which it lies, for what applies there as a whole.
    pub county: String,
    /// The partnership's name.
    pub partnership: String,
    /// What the page is called, in our words.
    pub heading: String,
    /// The partnership's own page.
    pub page: LinkId,
    /// Our sentence on how this edition stands: superseded, in force.
    pub standing: String,
    /// The same in a word or two, for the one line that is always in sight: `ended`. Empty where there is nothing to say.
    pub standing_short: String,
    /// The licence or terms under which the plan's words are shown, in our words.
    pub rights: String,
    /// Where a reader can report a problem with the page: `mailto:` with an address for e-mail, or the `https://` address of a form.
    pub report: Option<String>,
    /// What the document itself says of the figures of a disturbed year, if anything; shown beside figures it touches.
    pub caveat: Option<Caveat>,
    /// What the document says of measures of success that are still to be set, if anything.
    pub success: Option<Source>,
}

/// A reservation that the document makes about its own figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caveat {
    /// Our short form, for beside a figure.
    pub short: String,
    /// The document's own words.
    pub source: Source,
}

/// A section of the document: numbered (`3.1`) or under a heading of its own within one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Stable id: the number where there is one.
    pub id: Slug,
    /// How the page cites it: `section 3.1`.
    pub cite: String,
    /// The heading, as the document has it.
    pub heading: String,
    /// Where the section begins; see [`Source::at`].
    pub at: u32,
}

/// A sentence of the document's prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Stable id.
    pub id: Slug,
    /// The words.
    pub source: Source,
    /// The same in plain English, by us.
    pub plain: Option<String>,
    /// Which part of the page it belongs to.
    pub topic: Topic,
}

/// The parts of the page that prose belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// What the plan is and why it exists.
    Introduction,
    /// The law and the partnership.
    Background,
    /// How priorities are found and ranked.
    Assessment,
    /// How the priorities stand together.
    Priorities,
    /// Who is responsible, and for what.
    Oversight,
    /// Money.
    Funding,
    /// What residents were asked.
    Consultation,
    /// What runs through all priorities.
    Principles,
    /// How the plan is delivered and measured.
    Delivery,
}

impl Topic {
    /// All topics in page order, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 9] = [
        (Self::Introduction, "introduction"),
        (Self::Background, "background"),
        (Self::Assessment, "assessment"),
        (Self::Priorities, "priorities"),
        (Self::Oversight, "oversight"),
        (Self::Funding, "funding"),
        (Self::Consultation, "consultation"),
        (Self::Principles, "principles"),
        (Self::Delivery, "delivery"),
    ];
}

/// A priority of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    /// Stable id; for a sensitive priority one that does not give the subject away.
    pub id: Slug,
    /// The canonical name, as the plan's own list has it.
    pub name: Source,
    /// The name that the page's lists use, in our spelling and shortness.
    pub short: String,
    /// One line on what it is about, by us; empty until somebody has written it.
    pub plain: String,
    /// Other names that the plan or people use; search finds them.
    pub aliases: Vec<Alias>,
    /// Whether reading about it may put somebody at risk: it gets "Exit this page" and leaves no trail.
    pub sensitive: bool,
    /// Words that must not reach the address when searched for: beginnings of words, folded.
    pub private_words: Vec<String>,
    /// Whether the plan calls it new.
    pub new: bool,
    /// Who leads, as the plan says; none where it does not say.
    pub lead: Option<Lead>,
    /// Whether the plan reports no achievements under it.
    pub nothing_reported: bool,
}

/// Another name of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The section that uses it, where the plan does.
    pub section: Option<SectionId>,
}

/// Who leads on a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Stable id of the statement.
    pub id: Slug,
    /// The statement.
    pub source: Source,
    /// The partners it names, in its order.
    pub partners: Vec<PartnerId>,
}

/// What an [`Entry`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An action: something promised.
    Promised,
    /// An achievement: something reported as done.
    Done,
    /// A measure: the direction of travel.
    Direction,
    /// A related strategy or strategic source.
    Strategy,
    /// A fact about a named place, from a source other than the plan.
    Local,
}

impl Kind {
    /// All kinds in page order.
    pub const ALL: [Self; 5] = [Self::Promised, Self::Done, Self::Direction, Self::Strategy, Self::Local];

    /// The word that addresses use.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Done => "done",
            Self::Direction => "direction",
            Self::Strategy => "strategy",
            Self::Local => "local",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// What part an organisation has in an [`Entry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Lead partner of the priority.
    Lead,
    /// Gives or granted the money.
    Funder,
    /// Carries it out.
    Delivers,
    /// Named, with no part stated.
    Named,
}

impl Role {
    /// All roles, strongest first, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 4] =
        [(Self::Lead, "lead"), (Self::Funder, "funder"), (Self::Delivers, "delivers"), (Self::Named, "named")];
}

/// A partner's part in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    /// Who.
    pub partner: PartnerId,
    /// In which part. [`Role::Lead`] always comes from the [`Lead`] of one of the entry's priorities.
    pub role: Role,
    /// Whether the plan does not state this part there, and we infer it from what it says elsewhere.
    pub inferred: bool,
}

/// The part of the area that an entry speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Coverage {
    /// The whole area of the plan.
    Area,
    /// The county or police area in which the plan's area lies.
    County,
    /// These wards alone.
    Wards(Vec<WardId>),
}

/// Something that the plan does not say. A gap is a value: shown, counted and filterable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gap {
    /// No lead partner is stated for its priority.
    #[serde(rename = "lead")]
    LeadNotStated,
    /// A change is given without the counts behind it.
    #[serde(rename = "counts")]
    NoCounts,
    /// A change is given without its period.
    #[serde(rename = "period")]
    PeriodNotStated,
    /// Its priority has no achievements reported.
    #[serde(rename = "achievements")]
    NothingReported,
    /// The measure of success is not yet set.
    #[serde(rename = "success")]
    SuccessNotSet,
    /// No public address of the document is known.
    #[serde(rename = "address")]
    AddressNotGiven,
    /// The figure is not broken down by ward.
    #[serde(rename = "wards")]
    NoWardFigures,
    /// It was promised, and no later edition that is held says what came of it.
    #[serde(rename = "unreported")]
    NotReportedOn,
}

impl Gap {
    /// All gaps in page order.
    pub const ALL: [Self; 8] = [
        Self::LeadNotStated,
        Self::NothingReported,
        Self::SuccessNotSet,
        Self::NoCounts,
        Self::PeriodNotStated,
        Self::NoWardFigures,
        Self::AddressNotGiven,
        Self::NotReportedOn,
    ];

    /// Whether it is something unsaid of a priority, and stands on that priority's entries for that reason alone.
    #[must_use]
    pub fn is_of_priority(self) -> bool {
        matches!(self, Self::LeadNotStated | Self::NothingReported)
    }

    /// The word that addresses use.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::LeadNotStated => "lead",
            Self::NoCounts => "counts",
            Self::PeriodNotStated => "period",
            Self::NothingReported => "achievements",
            Self::SuccessNotSet => "success",
            Self::AddressNotGiven => "address",
            Self::NoWardFigures => "wards",
            Self::NotReportedOn => "unreported",
        }
    }
}

/// Where an entry comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The plan's document.
    Plan(Source),
    /// Somebody else, named.
    Elsewhere(Local),
}

/// A fact about a named place, from a source other than the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Local {
    /// The fact, in our words.
    pub fact: String,
    /// When it held, in words.
    pub date: String,
    /// The address of the page that says so.
    pub url: String,
    /// Who publishes that page.
    pub publisher: String,
    /// How the fact was tied to its wards.
    pub basis: String,
    /// How sure that is: `high`, `medium`, `low`.
    pub confidence: Confidence,
}

/// How sure a [`Local`] fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// The source names the place and the ward.
    High,
    /// Something was inferred.
    Medium,
    /// Likely at best.
    Low,
}

impl Confidence {
    /// All degrees, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 3] = [(Self::High, "high"), (Self::Medium, "medium"), (Self::Low, "low")];
}

/// One thing that filters act on: an action, an achievement, a measure, a strategy or a local fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Stable id.
    pub id: Slug,
    /// What it is.
    pub kind: Kind,
    /// The priorities that it belongs to; empty where it belongs to the plan as a whole.
    pub priorities: Vec<PriorityId>,
    /// Who has a part in it, strongest part first.
    pub partners: Vec<Part>,
    /// Where it applies.
    pub coverage: Coverage,
    /// Where it comes from.
    pub origin: Origin,
    /// The same in plain English, by us.
    pub plain: Option<String>,
    /// What the plan leaves unsaid about it.
    pub gaps: Vec<Gap>,
    /// Footnotes that the plan hangs on it.
    pub footnotes: Vec<FootnoteId>,
    /// Numbers in it.
    pub amounts: Vec<Amount>,
    /// Its change, where it is a measure.
    pub measure: Option<Measure>,
    /// What kind of document it is, where it is a strategy.
    pub strategy: Option<Strategy>,
}

impl Entry {
    /// The words that the entry stands for: the plan's, or the local fact.
    #[must_use]
    pub fn words(&self) -> &str {
        match &self.origin {
            Origin::Plan(source) => &source.quote,
            Origin::Elsewhere(local) => &local.fact,
        }
    }

    /// The plan's own words and section, where it comes from the plan.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        match &self.origin {
            Origin::Plan(source) => Some(source),
            Origin::Elsewhere(_) => None,
        }
    }
}

/// The direction of travel of one thing that the plan measures or describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// What is measured, in our words: `Nuisance reported to the police`.
    pub name: String,
    /// What is counted: `incidents`; `reports`.
    pub unit: String,
    /// The way it went.
    pub direction: Direction,
    /// Which way would be good news.
    pub polarity: Polarity,
    /// The change in whole per cent, signed, where the plan gives one.
    pub change: Option<i32>,
    /// The counts, where the plan gives them.
    pub counts: Option<Counts>,
    /// The period, where the plan gives it.
    pub period: Option<Period>,
    /// Whether the period is one that the edition's caveat speaks of.
    pub disturbed: bool,
    /// Further caveats, in our words.
    pub caveats: Vec<String>,
    /// The editor's note that says so, where it measures something else than what its priorities are about.
    pub off_subject: Option<Slug>,
    /// The counts of several periods, where the plan gives them: earliest first, no period twice, each with an end.
    pub series: Vec<Reading>,
    /// The counts that other editions have of it, the oldest edition first.
    pub elsewhere: Vec<Elsewhere>,
}

/// A count that another edition has of the same measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// What that edition is called: `Update 2031`.
    pub edition: String,
    /// Whether it is a later one.
    pub later: bool,
    /// The count. Its words and their section are that edition's.
    pub reading: Reading,
}

/// The count of one period, among those of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The period.
    pub period: Period,
    /// The count.
    pub count: u32,
    /// The words in which both stand.
    pub source: Source,
    /// What a reader should know of it, in our words.
    pub note: Option<String>,
    /// What is counted or recorded otherwise from this period on, in our words: no count before it is of the same thing.
    pub breaks: Option<String>,
    /// Whether the period is one that the edition's caveat speaks of.
    pub disturbed: bool,
}

/// What the plan sets out to reach with a measure. What came of it: [`outcome`](super::outcome).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Stable id.
    pub id: Slug,
    /// The priorities that it belongs to; empty where it belongs to the plan as a whole.
    pub priorities: Vec<PriorityId>,
    /// The words.
    pub source: Source,
    /// The same in plain English, by us.
    pub plain: Option<String>,
    /// The entry with the measure.
    pub measure: EntryId,
    /// The count to be reached, which is not [`Target::base`].
    pub to: u32,
    /// The count that it is set against.
    pub base: u32,
    /// The period of that count, which has an end.
    pub base_period: Period,
    /// The month by which it is to be reached.
    pub by: Month,
}

/// What a [`Kind::Strategy`] entry adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strategy {
    /// The document's name as the page lists it.
    pub name: String,
    /// How the plan uses it.
    pub used_as: StrategyUse,
    /// Its address, with standing.
    pub link: LinkId,
    /// Why it is shown under its priorities, in our words; none where it belongs to the whole plan.
    pub related: Option<String>,
}

/// How the plan uses a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StrategyUse {
    /// The priorities were found from it.
    Source,
    /// The plan lists it as linked.
    Linked,
}

impl StrategyUse {
    /// Both uses, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 2] = [(Self::Source, "source"), (Self::Linked, "linked")];
}

/// An organisation that the plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Stable id.
    pub id: Slug,
    /// Its name as the page lists it.
    pub name: String,
    /// A shorter name for table heads and chips, where the full one is long.
    pub short: String,
    /// Whether the plan lists it as a statutory partner.
    pub statutory: bool,
    /// The words that name it.
    pub source: Source,
    /// Other names that the plan or people use.
    pub aliases: Vec<Alias>,
    /// Its website, with standing.
    pub link: Option<LinkId>,
    /// What it is, or has since become, in our words.
    pub about: Option<String>,
}

/// An address on the web, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Stable id.
    pub id: Slug,
    /// What is found there.
    pub name: String,
    /// The address; none where none is known.
    pub url: Option<String>,
    /// How sure it is.
    pub standing: Standing,
    /// What a reader should know about it, in our words.
    pub about: Option<String>,
}

impl Link {
    /// The address, where it may be offered as a link: only a confirmed one is.
    #[must_use]
    pub fn offered(&self) -> Option<&str> {
        (self.standing == Standing::Confirmed).then_some(self.url.as_deref()).flatten()
    }
}

/// How sure an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// It was seen in public use.
    Confirmed,
    /// Likely, but not seen.
    Unconfirmed,
    /// Only a copy on somebody else's site exists.
    ThirdParty,
    /// The body or page has closed.
    Historic,
    /// No address is known.
    None,
}

impl Standing {
    /// All standings, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 5] = [
        (Self::Confirmed, "confirmed"),
        (Self::Unconfirmed, "unconfirmed"),
        (Self::ThirdParty, "third-party"),
        (Self::Historic, "historic"),
        (Self::None, "none"),
    ];
}

/// Whom a resident can contact. Not from the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Stable id.
    pub id: Slug,
    /// Who answers.
    pub name: String,
    /// When to use it, in our words.
    pub when: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// Where the number was last seen in print, and when.
    pub seen: Option<String>,
    /// The web page.
    pub link: Option<LinkId>,
    /// The priorities it is for; empty where it is for all.
    pub priorities: Vec<PriorityId>,
}

/// Everyday words for what the plan says in words of its own. Ours: they find things, and nothing is shown as the plan's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Everyday {
    /// What people say, each a word or a few.
    pub says: Vec<String>,
    /// What the plan says for it, word for word.
    pub means: Vec<String>,
    /// The priorities that it belongs to.
    pub priorities: Vec<PriorityId>,
    /// Who can be contacted about it. Where all three are empty, the plan says nothing about it.
    pub contacts: Vec<ContactId>,
}

/// One answer of the residents' survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyFigure {
    /// Stable id.
    pub id: Slug,
    /// The words.
    pub source: Source,
    /// The share, as printed and as a number.
    pub share: Amount,
    /// What those residents said, in words taken from the quote.
    pub said: String,
}

/// A sum of money that the plan states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// Stable id.
    pub id: Slug,
    /// The words.
    pub source: Source,
    /// The sum.
    pub amount: Amount,
    /// Who gives it; none where the plan does not say.
    pub funders: Vec<PartnerId>,
    /// The financial year, where the plan gives it.
    pub period: Option<Period>,
    /// The entry that also reports it.
    pub entry: Option<EntryId>,
}

/// Something that runs through all priorities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principle {
    /// Stable id.
    pub id: Slug,
    /// The words.
    pub source: Source,
    /// The same in plain English, by us.
    pub plain: Option<String>,
}

/// Who has which part in running the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Governance {
    /// Stable id.
    pub id: Slug,
    /// The words.
    pub source: Source,
    /// Who, in the plan's words.
    pub who: String,
    /// What they do, in our words; empty until somebody has written it.
    pub does: String,
    /// The committee's or body's page.
    pub link: Option<LinkId>,
}

/// A footnote of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// Stable id.
    pub id: Slug,
    /// The mark that the document uses.
    pub mark: String,
    /// The words.
    pub source: Source,
}

/// An abbreviation or a term of the trade, explained by us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Stable id.
    pub id: Slug,
    /// The term as the plan writes it.
    pub term: String,
    /// What the letters stand for, where it is an abbreviation.
    pub stands_for: Option<String>,
    /// What it means; empty where only what it stands for is known yet.
    pub meaning: String,
    /// Other spellings in the plan.
    pub also: Vec<String>,
}

/// A note by us on something in the document that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Stable id.
    pub id: Slug,
    /// What kind of note.
    pub kind: NoteKind,
    /// Title.
    pub title: String,
    /// The note.
    pub text: String,
    /// The places in the document that it speaks of.
    pub cites: Vec<Source>,
    /// The priorities on whose entries it is shown as well.
    pub priorities: Vec<PriorityId>,
}

/// What kind of thing a [`Note`] points out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteKind {
    /// Two places of the document do not agree.
    Contradiction,
    /// The document leaves something out.
    Gap,
    /// How we read something.
    Reading,
}

impl NoteKind {
    /// All kinds, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Contradiction, "contradiction"), (Self::Gap, "gap"), (Self::Reading, "reading")];
}

/// A ward of the area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ward {
    /// Stable id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// Official code.
    pub code: String,
    /// The wards of the area that it touches.
    pub neighbours: Vec<WardId>,
}

/// What an edition says of the editions before it: which of its records go on from theirs, whose ids it does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// Records that take the place of others: the id here, and theirs in the edition before.
    pub formerly: Vec<(Slug, Vec<Slug>)>,
    /// Achievements that report on actions of earlier editions: the id here, and theirs there.
    pub answers: Vec<(Slug, Vec<Slug>)>,
}

/// A whole edition with the area it is for: what the page is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Which document this is.
    pub edition: Edition,
    /// Its sections, in document order.
    pub sections: Vec<Section>,
    /// Its prose.
    pub sentences: Vec<Sentence>,
    /// Its priorities, in plan order.
    pub priorities: Vec<Priority>,
    /// What filters act on: by kind, then in document order.
    pub entries: Vec<Entry>,
    /// What it sets out to reach, as its file has them.
    pub targets: Vec<Target>,
    /// Every organisation it names: the statutory ones in plan order, then the others by name.
    pub partners: Vec<Partner>,
    /// Addresses.
    pub links: Vec<Link>,
    /// Whom to contact.
    pub contacts: Vec<Contact>,
    /// Everyday words by which things are found.
    pub everyday: Vec<Everyday>,
    /// The residents' survey.
    pub survey: Vec<SurveyFigure>,
    /// Sums of money.
    pub funding: Vec<Funding>,
    /// Underlying principles.
    pub principles: Vec<Principle>,
    /// Themes for ongoing consideration.
    pub themes: Vec<Principle>,
    /// Who runs the plan.
    pub governance: Vec<Governance>,
    /// Footnotes.
    pub footnotes: Vec<Footnote>,
    /// The glossary, by term.
    pub glossary: Vec<Term>,
    /// Editor's notes.
    pub notes: Vec<Note>,
    /// Wards, by name.
    pub wards: Vec<Ward>,
    /// What it says of the editions before it.
    pub lineage: Lineage,
}

macro_rules! look_ups {
    ($($(#[$doc:meta])* $one:ident, $find:ident: $list:ident[$id:ident] -> $record:ident;)*) => {
        impl Plan {$(
            $(#[$doc])*
            #[must_use]
            pub fn $one(&self, id: $id) -> &$record {
                &self.$list[id.index()]
            }

            /// The id of the record with this slug.
            #[must_use]
            pub fn $find(&self, slug: &str) -> Option<$id> {
                let at = self.$list.iter().position(|it| it.id.as_str() == slug)?;
                u16::try_from(at).ok().map($id)
            }
        )*}
    };
}

look_ups! {
    /// The priority with this id.
    priority, find_priority: priorities[PriorityId] -> Priority;
    /// The partner with this id.
    partner, find_partner: partners[PartnerId] -> Partner;
    /// The ward with this id.
    ward, find_ward: wards[WardId] -> Ward;
    /// The section with this id.
    section, find_section: sections[SectionId] -> Section;
    /// The link with this id.
    link, find_link: links[LinkId] -> Link;
    /// The footnote with this id.
    footnote, find_footnote: footnotes[FootnoteId] -> Footnote;
    /// The term with this id.
    term, find_term: glossary[TermId] -> Term;
    /// The entry with this id.
    entry, find_entry: entries[EntryId] -> Entry;
}

impl Plan {
    /// The ids of all priorities, in plan order.
    pub fn priority_ids(&self) -> impl Iterator<Item = PriorityId> + use<> {
        (0..count(self.priorities.len())).map(PriorityId)
    }

    /// The ids of all partners, in page order.
    pub fn partner_ids(&self) -> impl Iterator<Item = PartnerId> + use<> {
        (0..count(self.partners.len())).map(PartnerId)
    }

    /// The ids of all wards, by name.
    pub fn ward_ids(&self) -> impl Iterator<Item = WardId> + use<> {
        (0..count(self.wards.len())).map(WardId)
    }

    /// The ids of all entries, by kind, then in document order.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..count(self.entries.len())).map(EntryId)
    }
}

/// Loading refuses a plan with more records of a kind than an id can count.
fn count(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}
