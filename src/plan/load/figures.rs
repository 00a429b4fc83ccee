//! Reading figures, and checking each against the words it comes from and against the others.

use super::super::figures::thousands;
use super::super::source_text::{Scope, tidy};
use super::super::{Amount, Counts, Direction, Measure, Period, Polarity, Slug, Unit};
use super::context::LoadContext;
use super::people::each;
use super::reader::Row;
use super::words::{folded, number_places, number_stands_in, stands_in};

/// The most per cent by which a measure that the plan calls level may have changed.
const LEVEL: i32 = 5;

pub(crate) fn amounts(row: &Row<'_>, quote: &str) -> Vec<Amount> {
    let amount = |row: &Row<'_>| {
        let unit = row.word("unit", &Unit::WORDS);
        self::amount(row, quote, unit, "what")
    };
    each(row.tables("amounts"), amount).into_iter().map(|it| it.value).collect()
}

/// A figure as `text` and `value`, with what it is about under some key.
pub(crate) fn amount(row: &Row<'_>, quote: &str, unit: Unit, what: &'static str) -> Amount {
    let amount = Amount { text: row.text("text"), value: row.some_number("value"), unit, what: row.text(what) };
    if !amount.text.is_empty() {
        if !quote.is_empty() && !number_stands_in(&amount.text, quote) {
            row.wrong(
                "text",
                format!(
                    "the figure “{}” does not stand in the quote as it is written here. Copy \
                     it from the quote, with its £, % and commas",
                    amount.text
                ),
            );
        }
        match figure(&amount.text, unit) {
            None => row.wrong(
                "text",
                format!(
                    "“{}” is no whole number of {}. Copy the figure alone, as in text = \"£64,173\"",
                    amount.text,
                    unit_word(unit)
                ),
            ),
            Some(value) if value != amount.value => {
                row.wrong(
                    "value",
                    format!(
                        "the value is {}, but the figure “{}” is {value}. Correct one of the two",
                        amount.value, amount.text
                    ),
                );
            }
            Some(_) => {}
        }
    }
    amount
}

fn unit_word(unit: Unit) -> &'static str {
    Unit::WORDS.iter().find(|(it, _)| *it == unit).map_or("", |(_, word)| word)
}

/// The number that a figure spells: `£196,000`, `93%`, `85 cases`.
fn figure(text: &str, unit: Unit) -> Option<u32> {
    let alone = text.strip_suffix(unit_word(unit)).unwrap_or(text);
    let digits: String = alone.chars().filter(|c| !matches!(c, '£' | ',' | '%' | ' ')).collect();
    let sign_fits = match unit {
        Unit::Pounds => !text.contains('%'),
        Unit::Percent => !text.contains('£'),
        Unit::Hours | Unit::Cases => !text.contains(['£', '%']),
    };
    // `parse` would take a plus sign.
    (sign_fits && digits.bytes().all(|it| it.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

pub(crate) fn measure(row: &Row<'_>, context: &LoadContext<'_>, quote: &str) -> Measure {
    let direction = row.known_word("direction", &Direction::WORDS);
    let measure = Measure {
        name: row.text("name"),
        unit: row.text("unit"),
        direction: direction.unwrap_or(Direction::NotStated),
        polarity: row.word("polarity", &Polarity::WORDS),
        change: row.number("change"),
        counts: counts(row, quote),
        period: period_or_other(row, context, quote),
        disturbed: row.flag("disturbed"),
        caveats: row.texts("caveats").into_iter().map(|it| it.value).collect(),
        off_subject: row.optional_at("off-subject").and_then(|it| Slug::new(&it.value)),
        series: Vec::new(),
        elsewhere: vec![],
    };
    if row.has("off-subject") && measure.off_subject.is_none() {
        row.wrong(
            "off-subject",
            "“off-subject” is the id of an editor’s note from notes.toml that says what is measured instead",
        );
    }
    if let Some(change) = measure.change {
        check_percentage(row, quote, change, measure.counts);
    }
    if let Some(direction) = direction {
        check_direction(row, direction, measure.change, measure.counts);
    }
    measure
}

fn counts(row: &Row<'_>, quote: &str) -> Option<Counts> {
    match (row.has("now"), row.has("was")) {
        (false, false) => return None,
        (true, false) => row.wrong("now", "“now” has no “was”. Add was = …, the earlier count, or take “now” out"),
        (false, true) => row.wrong("was", "“was” has no “now”. Add now = …, the later count, or take “was” out"),
        (true, true) => {}
    }
    let count = |key| count(row, key, quote, "Correct it, or take both counts out");
    Some(Counts { now: count("now")?, was: count("was")? })
}

/// A count that stands in the quote; `remedy` says what else can be done where it does not.
pub(crate) fn count(row: &Row<'_>, key: &'static str, quote: &str, remedy: &str) -> Option<u32> {
    let count: u32 = row.number(key)?;
    let words = [count.to_string(), thousands(count)];
    if !quote.is_empty() && !words.iter().any(|it| number_stands_in(it, quote)) {
        let other = words.iter().flat_map(|it| [[it, "%"].concat(), ["£", it].concat()]);
        let other = other.into_iter().find(|it| number_stands_in(it, quote));
        let other = other.map_or_else(String::new, |it| format!(", only “{it}”, which counts something else"));
        row.wrong(key, format!("the count {} does not stand in the quote{other}. {remedy}", thousands(count)));
    }
    Some(count)
}

/// The percentage stands in the quote and agrees with the counts.
fn check_percentage(row: &Row<'_>, quote: &str, change: i32, counts: Option<Counts>) {
    if !quote.is_empty() && !is_change_in(change, quote) {
        row.wrong(
            "change",
            format!(
                "the change of {change} per cent does not stand in the quote. Write the \
                 plan's own percentage, with its sign"
            ),
        );
    }
    let Some(counts) = counts.filter(|it| !it.agrees_with(change)) else { return };
    let exact = counts.percent().map_or_else(
        || String::from("cannot be put in per cent, because the earlier count is zero"),
        |it| format!("is {it:+.1} per cent"),
    );
    row.wrong(
        "change",
        format!(
            "the change is given as {change} per cent, but from {} to {} {exact}. Check the \
             change and both counts against the quote",
            thousands(counts.was),
            thousands(counts.now)
        ),
    );
}

/// The change and the counts go the way that the direction says.
fn check_direction(row: &Row<'_>, direction: Direction, change: Option<i32>, counts: Option<Counts>) {
    let (agrees, rule): (fn(i32) -> bool, String) = match direction {
        Direction::Down => (|it| it < 0, String::from("a change that went down is below zero, as -48")),
        Direction::Up => (|it| it > 0, String::from("a change that went up is above zero, as 6")),
        Direction::Level => {
            (|it| it.saturating_abs() <= LEVEL, format!("a change of more than {LEVEL} per cent is not level"))
        }
        Direction::NotStated => (|_| false, String::from("where the plan gives a change it states a direction")),
    };
    if let Some(change) = change.filter(|it| !agrees(*it)) {
        row.wrong(
            "change",
            format!(
                "the change of {change} does not agree with the direction “{}”: {rule}. Correct one of the two",
                direction_word(direction)
            ),
        );
    }
    let Some(Counts { now, was }) = counts else { return };
    if (direction == Direction::Up && now < was) || (direction == Direction::Down && now > was) {
        row.wrong(
            "direction",
            format!(
                "the direction is “{}”, but the counts went from {} to {}. Correct one of them",
                direction_word(direction),
                thousands(was),
                thousands(now)
            ),
        );
    }
}

fn direction_word(direction: Direction) -> &'static str {
    Direction::WORDS.iter().find(|(it, _)| *it == direction).map_or("", |(_, word)| word)
}

/// Whether the quote has this percentage, with no sign or with the right one.
fn is_change_in(change: i32, quote: &str) -> bool {
    let quote = folded(quote);
    let number = change.unsigned_abs();
    [format!("{number}%"), format!("{number} %"), format!("{number} per cent"), format!("{number} percent")]
        .iter()
        .flat_map(|text| number_places(text, &quote))
        .any(|at| {
            let sign = at.checked_sub(1).map(|it| quote[it]);
            // A hyphen within words, as in “mid-9%”, is no sign.
            let stands_alone = at.checked_sub(2).is_none_or(|it| !quote[it].is_alphanumeric());
            match sign {
                Some('-') if stands_alone => change < 0,
                Some('+') => change > 0,
                _ => true,
            }
        })
}

/// The period that a figure speaks of, in words of the quote or of another in its section, which stands under `period-quote`.
pub(crate) fn period_or_other(row: &Row<'_>, context: &LoadContext<'_>, quote: &str) -> Option<Period> {
    let Some(other) = row.optional_at("period-quote") else { return period(row, "period", quote) };
    let section = row.optional_at("section").and_then(|it| context.resolve_quietly(&it.value));
    context.find(row, "the period-quote", &other, section.map_or(Scope::Anywhere, Scope::Section), false);
    if !row.has("period") {
        row.missing("period");
    }
    period_in(row, "period", &tidy(&other.value), "period-quote")
}

/// A period in words of the quote.
pub(crate) fn period(row: &Row<'_>, key: &'static str, quote: &str) -> Option<Period> {
    period_in(row, key, quote, "quote")
}

fn period_in(row: &Row<'_>, key: &'static str, words: &str, which: &str) -> Option<Period> {
    let text = row.optional_at(key)?;
    if !words.is_empty() && !stands_in(&text.value, words) {
        row.wrong(
            key,
            format!("the words “{}” do not stand in the {which}. Copy the plan's own words for the period", text.value),
        );
    }
    let period = Period::parse(&text.value);
    if period.is_none() && !text.value.is_empty() {
        row.wrong(
            key,
            format!(
                "“{}” is a form of period that is not known. Known are “12 months ending \
                 December 2020”, “to February 2021”, “since April 2020” and “2021/22”",
                text.value
            ),
        );
    }
    period
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_they_print() {
        for (text, unit, value) in [
            ("£196,000", Unit::Pounds, Some(196_000)),
            ("14,000 hours", Unit::Hours, Some(14_000)),
            ("85", Unit::Cases, Some(85)),
            ("93%", Unit::Percent, Some(93)),
            ("93 per cent", Unit::Percent, Some(93)),
            ("£93", Unit::Percent, None),
            ("93%", Unit::Cases, None),
            ("about 93", Unit::Cases, None),
            ("+93", Unit::Cases, None),
            ("£1.5", Unit::Pounds, None),
            ("", Unit::Pounds, None),
            ("99999999999", Unit::Pounds, None),
        ] {
            assert_eq!(figure(text, unit), value, "{text}");
        }
    }

    #[test]
    fn a_change_stands_in_the_quote_with_its_sign() {
        for (change, quote, stands) in [
            (-9, "Reported ASB(-9%) fell", true),
            (9, "Reported ASB(-9%) fell", false),
            (-9, "Reported ASB(–9 %) fell", true),
            (6, "rose (+6%)", true),
            (-6, "rose (+6%)", false),
            (33, "up by 33%", true),
            (-22, "reduction by 22%", true),
            (-2, "reduction by 22%", false),
            (22, "up 22 per cent", true),
            (22, "22 cases", false),
        ] {
            assert_eq!(is_change_in(change, quote), stands, "{change} in {quote}");
        }
    }
}
