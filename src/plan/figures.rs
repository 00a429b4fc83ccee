//! Figures: amounts, changes, counts and periods as types, and the arithmetic that is checked on them.

use serde::{Deserialize, Serialize};

/// What an [`Amount`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Pounds sterling.
    Pounds,
    /// Hours.
    Hours,
    /// Cases, as the plan uses the word.
    Cases,
    /// Per cent.
    Percent,
}

impl Unit {
    /// All units, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 4] =
        [(Self::Pounds, "pounds"), (Self::Hours, "hours"), (Self::Cases, "cases"), (Self::Percent, "per cent")];
}

/// A number that the plan states once: a sum of money, hours, cases, a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The number as the plan prints it: `£196,000`. It stands in the record's own quote.
    pub text: String,
    /// The same number, in whole units of [`Amount::unit`].
    pub value: u32,
    /// What is counted.
    pub unit: Unit,
    /// What the number is about, in our words.
    pub what: String,
}

impl Amount {
    /// The amount as the page prints it, outside of quotations: `£9,000`, `14,000 hours`, `85 cases`, `93%`.
    #[must_use]
    pub fn words(&self) -> String {
        match self.unit {
            Unit::Pounds => ["£", &thousands(self.value)].concat(),
            Unit::Hours => counted(self.value as usize, "hour", "hours"),
            Unit::Cases => counted(self.value as usize, "case", "cases"),
            Unit::Percent => [&self.value.to_string(), "%"].concat(),
        }
    }
}

/// Two counts of the same thing: before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The later count.
    pub now: u32,
    /// The earlier count that it is compared with.
    pub was: u32,
}

impl Counts {
    /// The change in per cent of the earlier count; nothing where that count is nought.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.was > 0).then(|| (f64::from(self.now) - f64::from(self.was)) / f64::from(self.was) * 100.0)
    }

    /// Whether a stated whole percentage agrees with the counts to rounding.
    #[must_use]
    pub fn agrees_with(self, stated: i32) -> bool {
        self.percent().is_some_and(|exact| (exact - f64::from(stated)).abs() <= 0.5 + 1e-9)
    }

    /// Whether the two counts differ by no more than counts of this size differ by chance from one period to the next.
    ///
    /// Each count is taken as a Poisson count, so the difference has a standard deviation of about the square root of
    /// their sum; 1.96 of those is the usual 95 % interval. 1,171 from 1,180 lies well inside it, 344 from 656 far out.
    #[must_use]
    pub fn about_the_same(self) -> bool {
        let difference = f64::from(self.now.abs_diff(self.was));
        difference <= 1.96 * (f64::from(self.now) + f64::from(self.was)).sqrt()
    }
}

/// Which way the plan says a measure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// The plan says that it fell.
    Down,
    /// The plan says that it rose.
    Up,
    /// The plan says that it stayed as it was.
    Level,
    /// The plan tells what was seen, and gives no direction.
    NotStated,
}

impl Direction {
    /// All directions, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 4] =
        [(Self::Down, "down"), (Self::Up, "up"), (Self::Level, "level"), (Self::NotStated, "not stated")];
}

/// Which way of a measure would be good news, if either is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Polarity {
    /// Lower is better.
    Lower,
    /// Higher is better.
    Higher,
    /// Neither way is good or bad in itself, as with reports of domestic abuse.
    Neither,
}

impl Polarity {
    /// All polarities, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Lower, "lower is better"), (Self::Higher, "higher is better"), (Self::Neither, "neither")];
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    /// The year, as in 2021.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Month {
    /// Reads a month from words: `March 2033`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let month = parse_month(words.next()?, words.next()?)?;
        words.next().is_none().then_some(month)
    }

    /// How many months lie before it, counted from the year nought: for telling how far two months are apart.
    #[must_use]
    pub fn number(self) -> u32 {
        12 * u32::from(self.year) + u32::from(self.month.max(1)) - 1
    }

    /// The month after this one.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month < 12 {
            Self { month: self.month + 1, ..self }
        } else {
            Self { year: self.year.saturating_add(1), month: 1 }
        }
    }
}

/// The names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The time that a figure speaks of, as far as the plan says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The plan's own words, which stand in the record's quote: `12 months ending December 2020`.
    pub text: String,
    /// What the words mean.
    pub span: Span,
}

/// What a [`Period`]'s words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// So many whole months, the last one named: `12 months ending December 2020`.
    MonthsEnding(u8, Month),
    /// Up to a month; the start is not stated: `to February 2021`.
    To(Month),
    /// From a month on; the end is not stated: `since April 2020`.
    Since(Month),
    /// A financial year, by the year in which it starts: `2021/22` is 2021.
    FinancialYear(u16),
}

impl Span {
    /// The month with which it ends; none where that is not stated.
    #[must_use]
    pub fn end(self) -> Option<Month> {
        match self {
            Self::MonthsEnding(_, end) | Self::To(end) => Some(end),
            Self::Since(_) => None,
            Self::FinancialYear(year) => Some(Month { year: year.saturating_add(1), month: 3 }),
        }
    }

    /// How many months it has; none where its start or its end is not stated.
    #[must_use]
    pub fn months(self) -> Option<u32> {
        match self {
            Self::MonthsEnding(months, _) => Some(u32::from(months)),
            Self::FinancialYear(_) => Some(12),
            Self::To(_) | Self::Since(_) => None,
        }
    }

    /// Whether two are of the same months, in whatever words: `2029/30` and `12 months ending March 2030`.
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        self == other || (self.months().is_some() && (self.end(), self.months()) == (other.end(), other.months()))
    }
}

impl Period {
    /// Reads a period from the plan's words, or nothing where they are of none of the four forms of [`Span`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let span = match words.as_slice() {
            [n, "months", "ending", month, year] => Span::MonthsEnding(n.parse().ok()?, parse_month(month, year)?),
            ["to", month, year] => Span::To(parse_month(month, year)?),
            ["since", month, year] => Span::Since(parse_month(month, year)?),
            [years] => {
                let (from, to) = years.split_once('/')?;
                let from: u16 = from.parse().ok()?;
                let to: u16 = to.parse().ok()?;
                (from > 1900 && (from + 1) % 100 == to).then_some(Span::FinancialYear(from))?
            }
            _ => return None,
        };
        Some(Self { text: words.join(" "), span })
    }
}

fn parse_month(name: &str, year: &str) -> Option<Month> {
    let month = MONTHS.iter().position(|it| *it == name)?;
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    Some(Month { year, month: u8::try_from(month + 1).ok()? })
}

/// A whole number with commas at the thousands, as the plan and the page print it.
#[must_use]
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number in words: `1 action`, `1,180 actions`.
#[must_use]
pub fn counted(number: usize, one: &str, more: &str) -> String {
    let what = if number == 1 { one } else { more };
    [&thousands(u32::try_from(number).unwrap_or(u32::MAX)), " ", what].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_printed_one_way() {
        for (text, value, unit, words) in [
            ("£9000", 9_000, Unit::Pounds, "£9,000"),
            ("£196,000", 196_000, Unit::Pounds, "£196,000"),
            ("14000", 14_000, Unit::Hours, "14,000 hours"),
            ("1", 1, Unit::Cases, "1 case"),
            ("93 per cent", 93, Unit::Percent, "93%"),
        ] {
            let amount = Amount { text: text.to_owned(), value, unit, what: String::new() };
            assert_eq!(amount.words(), words);
        }
    }

    #[test]
    fn percentages_are_checked_to_rounding() {
        for (now, was, stated, agrees) in [
            (344, 656, -48, true),
            (344, 656, -47, false),
            (1171, 1180, -1, true),
            (1171, 1180, 0, false),
            (3, 0, 100, false),
        ] {
            assert_eq!(Counts { now, was }.agrees_with(stated), agrees, "{now} from {was}, {stated} %");
        }
    }

    #[test]
    fn a_small_change_is_about_the_same() {
        assert!(Counts { now: 1171, was: 1180 }.about_the_same());
        assert!(!Counts { now: 344, was: 656 }.about_the_same());
        assert!(Counts { now: 5, was: 5 }.about_the_same());
    }

    #[test]
    fn periods_have_four_forms() {
        for (text, span) in [
            ("12 months ending December 2020", Span::MonthsEnding(12, Month { year: 2020, month: 12 })),
            ("to February 2021", Span::To(Month { year: 2021, month: 2 })),
            ("since April 2020", Span::Since(Month { year: 2020, month: 4 })),
            ("2021/22", Span::FinancialYear(2021)),
        ] {
            assert_eq!(Period::parse(text).map(|it| it.span), Some(span), "{text}");
        }
        for text in ["", "2021/23", "to Smarch 2021", "last year", "12 months"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn periods_end_and_have_a_length_where_that_is_stated() {
        let march = Some(Month { year: 2030, month: 3 });
        for (text, end, months) in [
            ("12 months ending March 2030", march, Some(12)),
            ("2029/30", march, Some(12)),
            ("to March 2030", march, None),
            ("since March 2030", None, None),
        ] {
            let span = Period::parse(text).unwrap().span;
            assert_eq!((span.end(), span.months()), (end, months), "{text}");
        }
        let same = |a, b| Period::parse(a).unwrap().span.is_same(Period::parse(b).unwrap().span);
        assert!(same("2029/30", "12 months ending March 2030"));
        assert!(same("to March 2030", "to March 2030"));
        assert!(!same("to March 2030", "2029/30"));
        assert!(!same("3 months ending March 2030", "2029/30"));
        assert_eq!(Month::parse("March 2030"), march);
        assert!(["", "March", "Smarch 2030", "March 30", "in March 2030"].iter().all(|it| Month::parse(it).is_none()));
        let [december, january] = ["December 2029", "January 2030"].map(|it| Month::parse(it).unwrap().number());
        assert_eq!(december + 1, january);
    }

    #[test]
    fn thousands_have_commas() {
        for (number, text) in [(0, "0"), (656, "656"), (1180, "1,180"), (196_000, "196,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(thousands(number), text);
        }
    }
}
