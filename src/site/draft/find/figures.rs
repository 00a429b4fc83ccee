//! Numbers in the document's words: sums, counts, shares, changes, periods.

use std::sync::LazyLock;

use super::super::words::{Pattern, pattern};
use crate::plan::Counts;

/// A number with its unit, as the document prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) text: String,
    pub(super) value: u32,
    pub(super) unit: &'static str,
    /// Where it stands in the text, in bytes.
    pub(super) at: usize,
    pub(super) end: usize,
}

static SUM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"£\s?\d{1,3}(?:,\d{3})+(?:\.\d+)?|£\s?\d+(?:\.\d+)?(?:\s?(?i:k|m|bn|million|billion|thousand)\b)?")
});
static COUNT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(\d{1,3}(?:,\d{3})+|\d+)\s+(\w+\s+)?(hours|cases)\b"));
static SHARE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(\d{1,3})\s?(%|per cent\b|percent\b)"));

/// The value of a number as it prints; none where it is no whole number.
fn value(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|it| !matches!(it, '£' | ',' | ' ')).collect();
    digits.bytes().all(|it| it.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Every sum of money in a text; apart from them, those that are no whole number of pounds, as they print.
pub(super) fn sums(text: &str) -> (Vec<Figure>, Vec<String>) {
    let (mut found, mut odd) = (Vec::new(), Vec::new());
    for it in SUM.find_iter(text) {
        match value(it.as_str()) {
            Some(value) => {
                let text = it.as_str().to_owned();
                found.push(Figure { text, value, unit: "pounds", at: it.start(), end: it.end() });
            }
            None => odd.push(it.as_str().to_owned()),
        }
    }
    (found, odd)
}

/// Every sum, count of hours or cases, and share in a text.
pub(super) fn amounts(text: &str) -> (Vec<Figure>, Vec<String>) {
    let (mut found, odd) = sums(text);
    for it in COUNT.captures_iter(text) {
        let (Some(number), Some(unit)) = (it.get(1), it.get(3)) else { continue };
        let unit = if unit.as_str() == "hours" { "hours" } else { "cases" };
        let Some(value) = value(number.as_str()) else { continue };
        found.push(Figure { text: number.as_str().to_owned(), value, unit, at: number.start(), end: number.end() });
    }
    found.extend(shares(text));
    found.sort_by_key(|it| it.at);
    (found, odd)
}

/// Every percentage in a text.
pub(super) fn shares(text: &str) -> Vec<Figure> {
    let share = |it: regex::Captures<'_>| {
        let (whole, number) = (it.get(0)?, it.get(1)?);
        // The end of a longer number: “1.5%”.
        if text[..whole.start()].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
            return None;
        }
        let value = number.as_str().parse().ok()?;
        Some(Figure { text: whole.as_str().to_owned(), value, unit: "per cent", at: whole.start(), end: whole.end() })
    };
    SHARE.captures_iter(text).filter_map(share).collect()
}

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Down,
    Up,
    Level,
}

impl Way {
    /// As `measures.toml` writes it.
    pub(super) fn word(way: Option<Self>) -> &'static str {
        match way {
            Some(Self::Down) => "down",
            Some(Self::Up) => "up",
            Some(Self::Level) => "level",
            None => "not stated",
        }
    }
}

static WAYS: LazyLock<[(Way, Pattern); 3]> = LazyLock::new(|| {
    [
        (
            Way::Level,
            r"(?i)\b(remain(s|ed)?|stay(s|ed)?|are|is|was|were)\s+(broadly |largely |about |relatively )?(consistent|stable|level|unchanged|static|the same)\b|\bno (significant )?change\b",
        ),
        (
            Way::Down,
            r"(?i)\b(reduction|reduced|declin\w+|decreas\w+|fell|fallen|falls?|down|dropp?e?d?|lower|fewer|less)\b",
        ),
        (Way::Up, r"(?i)\b(increas\w+|rise|rises|rose|risen|rising|grew|grown|growth|up|higher|more)\b"),
    ]
    .map(|(way, text)| (way, pattern(text)))
});

/// The first word that says which way a figure went. What is meant to be done (“to reduce”) says nothing of the kind.
pub(super) fn way(text: &str) -> Option<Way> {
    let first = |(way, it): &(Way, Pattern)| {
        let meant = |at: usize| text[..at].to_lowercase().ends_with("to ");
        it.find_iter(text).find(|found| !meant(found.start())).map(|found| (found.start(), *way))
    };
    WAYS.iter().filter_map(first).min_by_key(|(at, _)| *at).map(|(_, way)| way)
}

static SIGNED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"([-–−+])\s?(\d{1,3})\s?(?:%|per cent\b|percent\b)"));

/// The change in per cent, with its sign, and the way. An unsigned one takes its sign from the way.
pub(super) fn change(text: &str) -> (Option<i32>, Option<Way>) {
    let way = way(text);
    let signed = SIGNED.captures_iter(text).find_map(|it| {
        let (sign, number) = (it.get(1)?, it.get(2)?);
        // A dash between words or years is no sign.
        let before = text[..sign.start()].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let value: i32 = number.as_str().parse().ok()?;
        Some(if sign.as_str() == "+" { value } else { -value })
    });
    if let Some(change) = signed.filter(|it| *it != 0) {
        return (Some(change), Some(if change < 0 { Way::Down } else { Way::Up }));
    }
    let first = shares(text).first().and_then(|it| i32::try_from(it.value).ok()).filter(|it| *it != 0);
    match (first, way) {
        (Some(it), Some(Way::Down)) => (Some(-it), way),
        (Some(it), Some(Way::Up)) => (Some(it), way),
        (Some(it), Some(Way::Level)) if it <= 5 => (None, way),
        _ => (None, way),
    }
}

const NUMBER: &str = r"(\d{1,3}(?:,\d{3})+|\d+)";

static PAIRS: LazyLock<[(bool, Pattern); 2]> = LazyLock::new(|| {
    [
        (
            false,
            format!(
                r"{NUMBER}\s*(?:[a-z]+\s+){{0,3}}(?:,\s*)?(?:(?:down|up|falling|rising)\s+)?(?:from|compared (?:with|to)|against|versus|vs\.?)\s+{NUMBER}"
            ),
        ),
        (true, format!(r"from\s+{NUMBER}\s*(?:[a-z]+\s+){{0,3}}to\s+{NUMBER}")),
    ]
    .map(|(turned, text)| (turned, pattern(&text)))
});

/// The count now and the one before.
pub(super) fn counts(text: &str) -> Option<Counts> {
    PAIRS.iter().find_map(|(turned, it)| {
        let found = it.captures(text)?;
        let is_share = |at: usize| text[at..].starts_with(['%']) || text[at..].starts_with(" per");
        let (first, second) = (found.get(1)?, found.get(2)?);
        if is_share(first.end()) || is_share(second.end()) {
            return None;
        }
        let (first, second) = (value(first.as_str())?, value(second.as_str())?);
        let (now, was) = if *turned { (second, first) } else { (first, second) };
        // Two years are no counts.
        let year = |it: u32| (1990..=2100).contains(&it);
        (!(year(now) && year(was))).then_some(Counts { now, was })
    })
}

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}";

static PERIODS: LazyLock<[Pattern; 4]> = LazyLock::new(|| {
    [
        format!(r"\b\d+ months ending {MONTH}"),
        format!(r"\bsince {MONTH}"),
        format!(r"\bto {MONTH}"),
        String::from(r"\b20\d\d/\d\d\b"),
    ]
    .map(|it| pattern(&it))
});

/// The period that a text states, in one of the forms that the explorer reads.
pub(super) fn period(text: &str) -> Option<&str> {
    PERIODS.iter().find_map(|it| it.find(text)).map(|it| it.as_str())
}

static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(incidents|offences|crimes|cases|reports|reported|complaints|referrals?|people|calls|victims|arrests|visits|fires|crime)\b",
    )
});

/// The word for what is counted: the one behind the first count, or one that the text has.
pub(super) fn counted(text: &str) -> Option<String> {
    let word = COUNTED.find(text)?.as_str().to_lowercase();
    Some(match word.as_str() {
        "crime" => String::from("crimes"),
        "referral" => String::from("referrals"),
        "reported" => String::from("reports"),
        _ => word,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_counts_keep_their_unit() {
        let (found, odd) = amounts("£9000 and £196,000 for 85 cases, 14,000 hours, 93% and £1.5m");
        let found: Vec<(&str, u32, &str)> = found.iter().map(|it| (it.text.as_str(), it.value, it.unit)).collect();
        assert_eq!(
            found,
            [
                ("£9000", 9_000, "pounds"),
                ("£196,000", 196_000, "pounds"),
                ("85", 85, "cases"),
                ("14,000", 14_000, "hours"),
                ("93%", 93, "per cent")
            ]
        );
        assert_eq!(odd, ["£1.5m"]);
    }

    #[test]
    fn a_change_has_the_sign_of_its_words() {
        for (text, expected) in [
            ("Steady reduction in reports(-9%) to the team", (Some(-9), Some(Way::Down))),
            ("reduction by 22% to February 2021", (Some(-22), Some(Way::Down))),
            ("Complaints rose by 4%", (Some(4), Some(Way::Up))),
            ("remain consistent with a small rise", (None, Some(Way::Level))),
            ("work to reduce the risk", (None, None)),
            ("94% feel safe", (None, None)),
            ("rose by 1.5%", (None, Some(Way::Up))),
        ] {
            assert_eq!(change(text), expected, "{text}");
        }
    }

    #[test]
    fn counts_are_told_apart() {
        let pair = |text| counts(text).map(|it| (it.now, it.was));
        assert_eq!(pair("(344 incidents down from 656)"), Some((344, 656)));
        assert_eq!(pair("(1,171 from 1,180)"), Some((1_171, 1_180)));
        assert_eq!(pair("rose from 12 to 30"), Some((30, 12)));
        assert_eq!(pair("45 compared with 60 the year before"), Some((45, 60)));
        assert_eq!(pair("45% compared with 60%"), None);
        assert_eq!(pair("from 2019 to 2021"), None);
    }

    #[test]
    fn periods_are_those_that_the_explorer_reads() {
        assert_eq!(period("over 12 months ending December 2020"), Some("12 months ending December 2020"));
        assert_eq!(period("to February 2021 (344)"), Some("to February 2021"));
        assert_eq!(period("for 2021/22"), Some("2021/22"));
        assert_eq!(period("last year"), None);
    }
}
