//! Months in files and in their names, and today's date.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::plan::Month;

/// A month as files write it: `2019-03`.
pub(super) fn month(text: &[u8]) -> Option<Month> {
    let (year, month) = text.split_at_checked(4)?;
    let month: [u8; 2] = month.strip_prefix(b"-")?.try_into().ok()?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u16, |sum, it| it.is_ascii_digit().then(|| sum * 10 + u16::from(it - b'0')))
    };
    let found = Month { year: number(year)?, month: u8::try_from(number(&month)?).ok()? };
    ((1..=12).contains(&found.month) && found.year >= 1900).then_some(found)
}

/// The same as text.
pub(super) fn show(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

/// The date of today, as `2026-11-22`, by the clock of the world.
pub(super) fn today() -> Option<String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(date(seconds / 86_400))
}

/// The date so many days after the first of January 1970.
fn date(days: u64) -> String {
    let leap = |year: u64| (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let (mut year, mut left) = (1970, days);
    while left >= 365 + u64::from(leap(year)) {
        left -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", left + 1)
}

/// What the name of a file tells: `2019-03-anyshire-street.csv`, also where a browser has added a number to it.
pub(super) fn named(file: &str) -> Option<(Month, String)> {
    let file = file.to_lowercase();
    let (start, rest) = file.split_at_checked(7)?;
    let month = month(start.as_bytes())?;
    let (force, _) = rest.strip_prefix('-')?.split_once("-street")?;
    (!force.is_empty()).then(|| (month, force.to_owned()))
}

/// A force under one name, however it is written: its files say `anyshire`, its records `Anyshire Police`.
pub(super) fn same_force(name: &str) -> String {
    const LEFT_OUT: [&str; 6] = ["police", "constabulary", "service", "of", "the", "and"];
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty() && !LEFT_OUT.contains(it));
    let words = words.collect::<Vec<_>>().join("-");
    if words == "btp" { String::from("british-transport") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_one_form() {
        assert_eq!(month(b"2019-03"), Some(Month { year: 2019, month: 3 }));
        for text in ["2019-13", "2019-00", "2019-3", "19-03", "2019/03", "", "2019-03-01", "x019-03", "0000-01"] {
            assert_eq!(month(text.as_bytes()), None, "{text}");
        }
        assert_eq!(show(Month { year: 2019, month: 3 }), "2019-03");
    }

    #[test]
    fn days_become_dates() {
        for (days, text) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_779, "2026-11-22"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days), text);
        }
    }

    #[test]
    fn names_of_files_tell_month_and_force() {
        let march = Month { year: 2019, month: 3 };
        for (file, force) in [
            ("2019-03-anyshire-street.csv", Some("anyshire")),
            ("2019-03-avon-and-somerset-street (1).CSV", Some("avon-and-somerset")),
            ("2019-03-anyshire-outcomes.csv", None),
            ("anyshire-street.csv", None),
            ("2019-03--street.csv", None),
            ("é019-03", None),
        ] {
            assert_eq!(named(file), force.map(|it| (march, it.to_owned())), "{file}");
        }
    }

    #[test]
    fn a_force_has_one_name() {
        for (file, record) in [
            ("anyshire", "Anyshire Police"),
            ("avon-and-somerset", "Avon and Somerset Constabulary"),
            ("devon-and-cornwall", "Devon & Cornwall Police"),
            ("city-of-london", "City of London Police"),
            ("metropolitan", "Metropolitan Police Service"),
            ("northern-ireland", "Police Service of Northern Ireland"),
            ("dyfed-powys", "Dyfed-Powys Police"),
            ("btp", "British Transport Police"),
        ] {
            assert_eq!(same_force(file), same_force(record));
        }
    }
}
