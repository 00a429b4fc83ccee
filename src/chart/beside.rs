//! A ward beside its borough: what charts of areas are made from. Plain values; whoever has the figures fills them.

/// Counts of a ward, beside the same counts of the area that it is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What is counted, as our sentences name it: `crimes and anti-social behaviour recorded by police`.
    pub measure: String,
    /// When: `October 2018 to February 2019`; `mid-2020`.
    pub period: String,
    /// What each count is of: months, types, ages. In the order in which they are drawn.
    pub labels: Vec<Label>,
    /// The ward's counts.
    pub ward: Series,
    /// The whole area's counts, with those of the ward.
    pub area: Series,
    /// Publication and organisation: `Street-level crime, from data.police.uk`.
    pub source: String,
    /// What a reader must know beside the numbers, one or two sentences each.
    pub caveats: Vec<String>,
}

/// What a count is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In full: `October 2018`.
    pub full: String,
    /// In a few letters, for under a column: `Oct`. The same as in full where there is no shorter form.
    pub short: String,
}

/// The counts of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The place's name: `Mere ward`.
    pub place: String,
    /// A count for each label.
    pub counts: Vec<u32>,
}
