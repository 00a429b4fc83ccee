//! What a chart is before anybody draws it: words, numbers and marks, all made from the same records.
//!
//! A [`Chart`] is complete without its picture: table, sentence and CSV say all that the marks say. Pages set the words around
//! the picture; `frame` gives that its room.

use crate::plan::{EntryId, Plan, goes_over_time};
use crate::query::{Choice, Facts, Query, Selection};
use std::borrow::Cow;

/// What a chart is made from: the plan, what the visitor wants, and what that leaves.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What filters must know of it.
    pub facts: &'a Facts,
    /// What the visitor wants.
    pub query: &'a Query,
    /// What that leaves.
    pub selection: &'a Selection,
}

/// The charts that the plan alone fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// All percentage changes that the plan gives.
    Directions,
    /// Counts before and after, for the pairs whose counts the plan gives.
    Pairs,
    /// Actions and achievements of each priority.
    Priorities,
    /// Achievements of each partner.
    Partners,
    /// What residents said.
    Survey,
    /// Sums of money, by purpose and source.
    Money,
    /// A measure over several periods: one chart for each measure that the plan gives such counts for.
    OverTime(EntryId),
}

impl Which {
    /// Those that there is one of whatever the plan, in page order.
    pub const ALL: [Self; 6] =
        [Self::Directions, Self::Pairs, Self::Priorities, Self::Partners, Self::Survey, Self::Money];

    /// Those that this plan fills or could: [`Self::ALL`], and one for each measure with counts of several periods.
    pub fn of(plan: &Plan) -> impl Iterator<Item = Self> {
        let has_series = |id: &EntryId| goes_over_time(plan, plan.entry(*id));
        Self::ALL.into_iter().chain(plan.entry_ids().filter(has_series).map(Self::OverTime))
    }

    /// Its stable id: used in the page, in file names and in tests. It says nothing about what was filtered.
    #[must_use]
    pub fn id(self, plan: &Plan) -> Cow<'static, str> {
        let id = match self {
            Self::Directions => "direction-of-travel",
            Self::Pairs => "before-and-after",
            Self::Priorities => "actions-and-achievements",
            Self::Partners => "achievements-by-partner",
            Self::Survey => "what-residents-said",
            Self::Money => "money",
            Self::OverTime(id) => return ["over-time-", plan.entry(id).id.as_str()].concat().into(),
        };
        id.into()
    }

    /// What it is called, whatever the filter.
    #[must_use]
    pub fn name(self, plan: &Plan) -> Cow<'static, str> {
        let name = match self {
            Self::Directions => "Direction of travel",
            Self::Pairs => "Before and after",
            Self::Priorities => "Actions and achievements by priority",
            Self::Partners => "Achievements by partner",
            Self::Survey => "What residents said",
            Self::Money => "Money by purpose and source",
            Self::OverTime(id) => {
                let measure = plan.entry(id).measure.as_ref().map_or("", |it| it.name.as_str());
                return over_time_name(measure).into();
            }
        };
        name.into()
    }

    /// What stands for this chart where nothing of it is left: what is not there, and why.
    pub(super) fn nothing(self, plan: &Plan, what: impl Into<String>, why: impl Into<String>, filtered: bool) -> Shown {
        let (id, name) = (self.id(plan), self.name(plan));
        Shown::Nothing(Nothing { id, name, what: what.into(), why: why.into(), filtered })
    }
}

/// What the chart of a measure over time is called.
pub(super) fn over_time_name(measure: &str) -> String {
    [measure, " over time"].concat()
}

/// What stands in the place of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The chart.
    Chart(Box<Chart>),
    /// Nothing is left to draw, and why.
    Nothing(Nothing),
}

/// A chart that a filter, or the source itself, leaves nothing of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    /// The chart's stable id.
    pub id: Cow<'static, str>,
    /// What the chart is called.
    pub name: Cow<'static, str>,
    /// What is not there: `No percentage changes to draw`.
    pub what: String,
    /// Why, in one or two sentences.
    pub why: String,
    /// Whether the visitor's choices are the reason, so that taking them away brings the chart back.
    pub filtered: bool,
}

/// A chart: all its words and numbers, and its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Stable id, and the file name of downloads without their ending.
    pub id: Cow<'static, str>,
    /// What the chart is called, whatever the filter.
    pub name: Cow<'static, str>,
    /// The message, made from the data; at most [`HEADLINE_WORDS`] words.
    pub headline: String,
    /// Measure, place and period.
    pub subtitle: String,
    /// What a screen reader says in the place of the picture; the same numbers.
    pub sentence: String,
    /// The same as a table.
    pub table: Table,
    /// Publication and organisation: `Plan 2020-2023, from the partnership`. Starts with `Source: `.
    pub source: String,
    /// What a reader must know beside the numbers.
    pub notes: Vec<Note>,
    /// What the two looks of marks stand for; empty where that is no question.
    pub key: Vec<(Tone, &'static str)>,
    /// The marks, in reading order: for the keyboard, and in the picture.
    pub points: Vec<Point>,
    /// What is drawn: one panel, or several small ones, each with an axis of its own.
    pub panels: Vec<Panel>,
    /// How many bars stand under one name.
    pub bars: u8,
    /// What the drawing library is told: axes and series. How they look and how much room they have is said where it is drawn.
    pub picture: Picture,
    /// The same as columns, for where there is room; none where they would stand too close or not on equal steps.
    pub columns: Option<Picture>,
}

/// Makes the specification of a chart from its rows and marks. A function and no value: charts are compared and cloned whenever a
/// choice changes, and a specification is of some twenty kinds of series.
#[derive(Clone, Copy, Debug)]
pub struct Picture(pub fn(&Chart) -> charming::Chart);

impl Picture {
    /// The specification.
    #[must_use]
    pub fn of(self, chart: &Chart) -> charming::Chart {
        self.0(chart)
    }
}

/// Charts of one id are drawn by one function, so two are the same where their rows and marks are.
impl PartialEq for Picture {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Picture {}

/// The most words that a headline may have.
pub const HEADLINE_WORDS: usize = 15;

/// A reservation beside a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind it is.
    pub kind: NoteKind,
    /// One or two sentences.
    pub words: String,
    /// The same for a chart that stands alone, without what the page around it says; empty where that makes no difference.
    pub alone: String,
}

/// What kind of reservation a [`Note`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Something that makes the numbers less than they look: a disturbed year, ordinary variation.
    Caveat,
    /// Something that the source does not say.
    Gap,
    /// How to read the chart, or how it was made.
    Reading,
}

/// A table: the chart's twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about, with place and period.
    pub caption: String,
    /// One head for each column. All have the scope `col`.
    pub heads: Vec<Head>,
    /// Rows; each has a cell for each head, and none is empty. The first cell is the row's head, with the scope `row`.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words; with the unit, where the column has one.
    pub words: String,
    /// Whether the column holds numbers, which stand to the right.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says. Never empty.
    pub words: String,
    /// What it is for a computer.
    pub value: Value,
}

/// What a [`Cell`] is for a computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// The words themselves.
    Words,
    /// A whole number.
    Number(i64),
    /// The source does not give it: `[x]`.
    NotAvailable,
    /// It does not apply here: `[z]`.
    NotApplicable,
}

/// One set of axes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// Its title; empty where the chart has one panel only.
    pub title: String,
    /// What the rows (or columns) are, in order.
    pub rows: Vec<Row>,
}

/// What stands over a row of bars, or under a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is, with [`MARK`] where the edition's caveat concerns it.
    pub label: String,
    /// The same in a few letters and without the mark, for under a column; perhaps in two lines.
    pub short: String,
    /// Period and gaps: what must be read with it. Empty where nothing must.
    pub detail: String,
    /// Whether the edition's caveat concerns it.
    pub marked: bool,
}

/// The mark of a number that the edition's caveat concerns. What it means stands with the notes.
pub const MARK: &str = "C";

/// A mark: one number with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its series in the picture, counted over all panels. The drawing library calls it `seriesId`.
    pub series: usize,
    /// Its row, by place in [`Panel::rows`]. The library calls it `dataIndex`.
    pub row: usize,
    /// What it is about.
    pub label: String,
    /// Its number.
    pub value: i64,
    /// What is written at the mark: the number with its unit or its series.
    pub shown: String,
    /// What is read aloud when the keyboard comes to it: complete by itself.
    pub words: String,
    /// What is chosen with it: a mark of a priority shows that priority alone.
    pub leads: Option<Choice>,
}

/// How a mark looks. What it stands for is always said in words as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// The first colour, plain.
    First,
    /// The second colour, with stripes.
    Second,
}

impl Chart {
    /// The rows of a chart of one panel, or of the first of several that have the same.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.panels.first().map_or(&[], |it| &it.rows)
    }

    /// What a look of marks stands for, as the key says it; else a name that the other look does not have, because the library gives
    /// series of one name one look.
    #[must_use]
    pub fn stands_for(&self, tone: Tone) -> &'static str {
        let alone = if tone == Tone::First { "first" } else { "second" };
        self.key.iter().find(|it| it.0 == tone).map_or(alone, |it| it.1)
    }

    /// The mark with this place in the picture.
    #[must_use]
    pub fn point_at(&self, series: usize, row: usize) -> Option<&Point> {
        self.points.iter().find(|it| (it.series, it.row) == (series, row))
    }
}

impl Panel {
    /// The only panel of a chart.
    #[must_use]
    pub fn only(rows: Vec<Row>) -> Vec<Self> {
        vec![Self { title: String::new(), rows }]
    }
}

impl Row {
    /// A row of this name, marked where the edition's caveat concerns it.
    #[must_use]
    pub fn new(label: impl Into<String>, detail: impl Into<String>, marked: bool) -> Self {
        let short = label.into();
        let mut label = short.clone();
        if marked {
            label.push_str(&["\u{a0}", MARK].concat());
        }
        Self { label, short, detail: detail.into(), marked }
    }

    /// The same with a name of a few letters, perhaps in two lines, for under a column.
    #[must_use]
    pub fn in_short(self, short: impl Into<String>) -> Self {
        Self { short: short.into(), ..self }
    }
}

impl Cell {
    /// A cell of words.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), value: Value::Words }
    }

    /// A number and how it is written.
    #[must_use]
    pub fn number(value: i64, words: impl Into<String>) -> Self {
        Self { words: words.into(), value: Value::Number(value) }
    }

    /// Something that the source does not give, in words.
    #[must_use]
    pub fn not_available(words: impl Into<String>) -> Self {
        Self { words: words.into(), value: Value::NotAvailable }
    }

    /// Something that does not apply, in words.
    #[must_use]
    pub fn not_applicable(words: impl Into<String>) -> Self {
        Self { words: words.into(), value: Value::NotApplicable }
    }
}

impl Head {
    /// The head of a column of words.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), numeric: false }
    }

    /// The head of a column of numbers.
    #[must_use]
    pub fn numbers(words: impl Into<String>) -> Self {
        Self { words: words.into(), numeric: true }
    }
}
