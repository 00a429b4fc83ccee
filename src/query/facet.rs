//! The query: one value that holds all that the visitor chose.

use super::search::{self, Words};
use super::set::Set;
use crate::plan::{Gap, Kind, PartnerId, PriorityId, WardId};

/// All that the visitor chose: what to show, in which order, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Priorities; none means all.
    pub priorities: Set<PriorityId>,
    /// Partners; none means all.
    pub partners: Set<PartnerId>,
    /// Whether a partner counts only where it leads; with no partner chosen, whether any lead must be stated.
    pub lead_only: bool,
    /// Wards; none means the whole area.
    pub wards: Set<WardId>,
    /// Kinds of entry; none means all.
    pub kinds: Set<Kind>,
    /// Things that the plan leaves unsaid; none means no matter.
    pub gaps: Set<Gap>,
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
    /// The priorities: all of them, one, or what choices leave of them; see [`Stage`](super::Stage).
    #[default]
    Explore,
    /// Every statement by priority, with filters.
    List,
    /// Where one lives: the map, and what official sources say of a ward.
    Wards,
    /// The organisations.
    Partners,
    /// Charts and tables.
    Figures,
    /// Linked strategies.
    Strategies,
    /// What changed since the edition before.
    Changes,
    /// The plan's running text: why it exists, who runs it.
    About,
    /// Editor's notes.
    Notes,
    /// Abbreviations and terms.
    Glossary,
    /// The document's own words, in its own order.
    Text,
    /// How to put the explorer on another page.
    Embed,
}

impl View {
    /// All parts in page order; [`Self::Embed`] is for web editors and stands apart from them.
    pub const ALL: [Self; 11] = [
        Self::Explore,
        Self::List,
        Self::Wards,
        Self::Partners,
        Self::Figures,
        Self::Strategies,
        Self::Changes,
        Self::About,
        Self::Notes,
        Self::Glossary,
        Self::Text,
    ];
    /// What the menu offers; the last of them opens [`Self::OF_THE_PLAN`].
    pub const MENU: [Self; 5] = [Self::Explore, Self::Wards, Self::Partners, Self::Figures, Self::About];
    /// What stands under "The plan" in the menu.
    pub const OF_THE_PLAN: [Self; 6] =
        [Self::About, Self::Strategies, Self::Changes, Self::Notes, Self::Glossary, Self::Text];

    /// The part of the page that it stands on: the list is made of what the priorities hold.
    #[must_use]
    pub fn section(self) -> Self {
        match self {
            Self::List => Self::Explore,
            other => other,
        }
    }

    /// The entry of the menu that leads to it.
    #[must_use]
    pub fn of_menu(self) -> Self {
        if Self::OF_THE_PLAN.contains(&self) { Self::About } else { self.section() }
    }

    /// The word that addresses use.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::List => "list",
            Self::Wards => "wards",
            Self::Partners => "partners",
            Self::Figures => "figures",
            Self::Strategies => "strategies",
            Self::Changes => "changes",
            Self::About => "about",
            Self::Notes => "notes",
            Self::Glossary => "glossary",
            Self::Text => "text",
            Self::Embed => "embed",
        }
    }

    /// The part with this word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Embed]).find(|it| it.slug() == slug)
    }
}

/// One thing that narrows or widens the result, and that the visitor can take away again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

fn flip<T: Ord + Copy>(set: &mut Set<T>, it: T) {
    if !set.remove(&it) {
        set.insert(it);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Query {
        Query {
            priorities: [PriorityId(2), PriorityId(0)].into(),
            partners: [PartnerId(1)].into(),
            lead_only: true,
            wards: [WardId(3)].into(),
            kinds: [Kind::Local, Kind::Promised].into(),
            gaps: [Gap::NoCounts, Gap::LeadNotStated, Gap::NothingReported].into(),
            words: "  drug   deals ".to_owned(),
            order: Order::Plan,
            view: View::Figures,
        }
    }

    #[test]
    fn choices_come_facet_by_facet() {
        let choices = full().choices();
        let expected = [
            Choice::Priority(PriorityId(0)),
            Choice::Priority(PriorityId(2)),
            Choice::Partner(PartnerId(1)),
            Choice::LeadOnly,
            Choice::Ward(WardId(3)),
            Choice::Kind(Kind::Promised),
            Choice::Kind(Kind::Local),
            Choice::Gap(Gap::LeadNotStated),
            Choice::Gap(Gap::NothingReported),
            Choice::Gap(Gap::NoCounts),
            Choice::Words("drug deals".to_owned()),
        ];
        assert_eq!(choices, expected);
        assert_eq!(full().count_choices(), expected.len());
        assert!(choices.iter().all(|it| full().has(it)));
    }

    #[test]
    fn taking_every_choice_away_leaves_the_cleared_query() {
        let mut rest = full();
        for (left, choice) in full().choices().iter().enumerate().rev() {
            assert!(!rest.is_empty());
            rest = rest.without(choice);
            assert!(!rest.has(choice));
            assert_eq!(rest.count_choices(), left);
            assert_eq!(rest.without(choice), rest, "once is enough");
        }
        assert_eq!(rest, full().cleared());
        assert_eq!((rest.order, rest.view), (Order::Plan, View::Figures), "and how it is shown stays");
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        for choice in full().choices() {
            let mut query = Query::default();
            query.toggle(choice.clone());
            assert!(query.has(&choice) && query.count_choices() == 1);
            query.toggle(choice);
            assert_eq!(query, Query::default());
        }
        let mut query = Query { words: "drug".to_owned(), ..Query::default() };
        query.toggle(Choice::Words("knife".to_owned()));
        assert_eq!(query.words, "knife", "other words replace them");
    }

    #[test]
    fn only_what_filters_counts() {
        for (query, is_empty) in [
            (Query::default(), true),
            (Query { order: Order::Plan, view: View::Text, ..Query::default() }, true),
            (Query { words: " \t ".to_owned(), ..Query::default() }, true),
            (Query { words: "?! – ’ ".to_owned(), ..Query::default() }, true),
            (Query { words: "a".to_owned(), ..Query::default() }, false),
            (Query { lead_only: true, ..Query::default() }, false),
        ] {
            assert_eq!(query.is_empty(), is_empty, "{query:?}");
            assert_eq!(query.choices().is_empty(), is_empty, "{query:?}");
        }
    }

    #[test]
    fn slugs_are_their_own() {
        for view in View::ALL {
            assert_eq!(View::from_slug(view.slug()), Some(view));
        }
        for order in Order::ALL {
            assert_eq!(Order::from_slug(order.slug()), Some(order));
        }
        assert_eq!((View::from_slug("Explore"), Order::from_slug("")), (None, None));
    }
}
