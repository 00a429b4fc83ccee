//! What changes are about, and what they are.

use crate::plan::Slug;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A priority.
    Priority,
    /// An action.
    Action,
    /// A measure.
    Measure,
    /// A partner.
    Partner,
    /// A related strategy.
    Strategy,
    /// A sum of money.
    Money,
}

impl Subject {
    /// All of them in page order.
    pub const ALL: [Self; 6] =
        [Self::Priority, Self::Action, Self::Measure, Self::Partner, Self::Strategy, Self::Money];

    /// Several of them, as a heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Priority => "Priorities",
            Self::Action => "Actions",
            Self::Measure => "Measures",
            Self::Partner => "Partners",
            Self::Strategy => "Related strategies",
            Self::Money => "Money",
        }
    }
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// It is new: added, joined, begun.
    New,
    /// It is the same and says something else: another name, other words, another sum, another figure.
    Altered,
    /// It takes the place of one other, as the newer edition's data say.
    InPlaceOf,
    /// It takes the place of several.
    Merged,
    /// Its words are much like those of another that is gone; whether it is the same, nobody has said.
    MayBeSame,
    /// It is gone: dropped, left, stopped.
    Gone,
}

/// What became of something, in a word or a few.
#[must_use]
pub fn word(subject: Subject, way: Way) -> &'static str {
    match (way, subject) {
        (Way::New, Subject::Priority) => "Added",
        (Way::New, Subject::Measure) => "Begins",
        (Way::New, Subject::Partner) => "Joined",
        (Way::New, _) => "New",
        (Way::Altered, Subject::Action) => "Reworded",
        (Way::Altered, Subject::Measure) => "Goes on",
        (Way::Altered, Subject::Money) => "Another sum",
        (Way::Altered, _) => "Renamed",
        (Way::InPlaceOf, Subject::Partner) => "Succeeds another",
        (Way::InPlaceOf, Subject::Strategy) => "Replaces another",
        (Way::InPlaceOf, _) => "In place of another",
        (Way::Merged, _) => "Merged",
        (Way::MayBeSame, _) => "May be the same",
        (Way::Gone, Subject::Priority) => "Dropped",
        (Way::Gone, Subject::Measure) => "Stops",
        (Way::Gone, Subject::Partner) => "Left",
        (Way::Gone, _) => "Gone",
    }
}

/// Something as an edition has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<'p> {
    /// Its id.
    pub id: &'p Slug,
    /// What lists call it: a name, a sum; for an action its words.
    pub name: String,
    /// The edition's own words.
    pub quote: &'p str,
    /// How the section in which they stand is cited.
    pub section: &'p str,
}

/// What became of one thing, or of several that are one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'p> {
    /// What it is about.
    pub subject: Subject,
    /// What became of it.
    pub way: Way,
    /// As the older edition has it: empty where it is new.
    pub was: Vec<Said<'p>>,
    /// As the newer edition has it: none where it is gone.
    pub now: Option<Said<'p>>,
    /// The priorities of the newer edition that it belongs to.
    pub priorities: Vec<&'p Slug>,
    /// The partners of the newer edition that have a part in it.
    pub partners: Vec<&'p Slug>,
}

/// What changed from one edition to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes<'p> {
    /// Every change: by subject, then as the newer edition has it, and last what is gone as the older one had it.
    pub list: Vec<Change<'p>>,
    /// How many of each subject are as they were.
    pub kept: Vec<(Subject, usize)>,
}

impl<'p> Changes<'p> {
    /// What became of the record with this id of the newer edition; none where it is as it was.
    #[must_use]
    pub fn of(&self, id: &Slug) -> Option<&Change<'p>> {
        self.list.iter().find(|it| it.now.as_ref().is_some_and(|it| it.id == id))
    }
}
