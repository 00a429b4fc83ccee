//! The query: one value that holds all that the visitor chose.

use super::search::{self, Words};
use crate::plan::{Gap, Kind, PartnerId, PriorityId, WardId};
use std::collections::BTreeSet;

/// All that the visitor chose: what to show, in which order, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Priorities; none means all.
    pub priorities: BTreeSet<PriorityId>,
    /// Partners; none means all.
    pub partners: BTreeSet<PartnerId>,
    /// Whether a partner counts only where it leads; with no partner chosen, whether any lead must be stated.
    pub lead_only: bool,
    /// Wards; none means the whole area.
    pub wards: BTreeSet<WardId>,
    /// Kinds of entry; none means all.
    pub kinds: BTreeSet<Kind>,
    /// Things that the plan leaves unsaid; none means no matter.
    pub gaps: BTreeSet<Gap>,
    /// What was typed into the search box.
    pub words: String,
    /// The order of priorities.
    pub order: Order,
    /// The part of the page.
    pub view: View,
}

/// The order in which priorities are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// By name: the council's scrutiny committee asked for it.
    #[default]
    Alphabetical,
    /// As the plan lists them.
    Plan,
}

impl Order {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::Alphabetical, Self::Plan];

    /// The word that addresses use.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Alphabetical => "alphabetical",
            Self::Plan => "plan",
        }
    }

    /// The order with this word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Entries by priority, with filters.
    #[default]
    Explore,
    /// The organisations.
    Partners,
    /// Charts and tables.
    Figures,
    /// Linked strategies.
    Strategies,
    /// The plan's running text: why it exists, who runs it.
    About,
    /// Editor's notes.
    Notes,
    /// Abbreviations and terms.
    Glossary,
    /// The document's own words, in its own order.
    Text,
}

impl View {
    /// All parts in page order.
    pub const ALL: [Self; 8] = [
        Self::Explore,
        Self::Partners,
        Self::Figures,
        Self::Strategies,
        Self::About,
        Self::Notes,
        Self::Glossary,
        Self::Text,
    ];

    /// The word that addresses use.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Partners => "partners",
            Self::Figures => "figures",
            Self::Strategies => "strategies",
            Self::About => "about",
            Self::Notes => "notes",
            Self::Glossary => "glossary",
            Self::Text => "text",
        }
    }

    /// The part with this word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// One thing that narrows or widens the result, and that the visitor can take away again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A priority.
    Priority(PriorityId),
    /// A partner.
    Partner(PartnerId),
    /// Partners only where they lead.
    LeadOnly,
    /// A ward.
    Ward(WardId),
    /// A kind of entry.
    Kind(Kind),
    /// Something that the plan leaves unsaid.
    Gap(Gap),
    /// Words searched for.
    Words(String),
}

impl Query {
    /// Whether nothing is filtered. The view and the order do not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count_choices() == 0
    }

    /// The choices that filter, facet by facet, each facet in page order. Words without a letter or digit filter nothing
    /// and are left out.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::with_capacity(self.count_choices());
        choices.extend(self.priorities.iter().map(|it| Choice::Priority(*it)));
        choices.extend(self.partners.iter().map(|it| Choice::Partner(*it)));
        if self.lead_only {
            choices.push(Choice::LeadOnly);
        }
        choices.extend(self.wards.iter().map(|it| Choice::Ward(*it)));
        choices.extend(self.kinds_in_order().map(Choice::Kind));
        choices.extend(self.gaps_in_order().map(Choice::Gap));
        if self.searches() {
            choices.push(Choice::Words(search::tidy(&self.words)));
        }
        choices
    }

    /// How many choices there are.
    #[must_use]
    pub fn count_choices(&self) -> usize {
        self.priorities.len()
            + self.partners.len()
            + usize::from(self.lead_only)
            + self.wards.len()
            + self.kinds.len()
            + self.gaps.len()
            + usize::from(self.searches())
    }

    /// Whether this choice is made.
    #[must_use]
    pub fn has(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Priority(id) => self.priorities.contains(id),
            Choice::Partner(id) => self.partners.contains(id),
            Choice::LeadOnly => self.lead_only,
            Choice::Ward(id) => self.wards.contains(id),
            Choice::Kind(kind) => self.kinds.contains(kind),
            Choice::Gap(gap) => self.gaps.contains(gap),
            Choice::Words(words) => self.searches() && search::tidy(&self.words) == search::tidy(words),
        }
    }

    /// Makes this choice, or takes it away where it is made. Other words replace those that were searched for.
    pub fn toggle(&mut self, choice: Choice) {
        let made = self.has(&choice);
        match choice {
            Choice::Priority(id) => flip(&mut self.priorities, id),
            Choice::Partner(id) => flip(&mut self.partners, id),
            Choice::LeadOnly => self.lead_only = !made,
            Choice::Ward(id) => flip(&mut self.wards, id),
            Choice::Kind(kind) => flip(&mut self.kinds, kind),
            Choice::Gap(gap) => flip(&mut self.gaps, gap),
            Choice::Words(words) => self.words = if made { String::new() } else { search::tidy(&words) },
        }
    }

    /// The query without this choice. Taking words away empties the search, whatever stood there.
    #[must_use]
    pub fn without(&self, choice: &Choice) -> Self {
        let mut rest = self.clone();
        match choice {
            Choice::Words(_) => rest.words.clear(),
            made if rest.has(made) => rest.toggle(made.clone()),
            _ => {}
        }
        rest
    }

    /// The query with nothing filtered. It keeps the view and the order.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { order: self.order, view: self.view, ..Self::default() }
    }

    /// Kinds chosen, in page order.
    pub(super) fn kinds_in_order(&self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(|it| self.kinds.contains(it))
    }

    /// Gaps chosen, in page order.
    pub(super) fn gaps_in_order(&self) -> impl Iterator<Item = Gap> {
        Gap::ALL.into_iter().filter(|it| self.gaps.contains(it))
    }

    /// Whether there is anything to search for.
    fn searches(&self) -> bool {
        !Words::new(&self.words).is_empty()
    }
}

fn flip<T: Ord>(set: &mut BTreeSet<T>, it: T) {
    if !set.remove(&it) {
        set.insert(it);
    }
}
