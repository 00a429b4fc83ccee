//! Months in files and in their names, other forms of dates, and today's.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

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

/// Forms in which spreadsheets write a month once they have taken it for a date.
const FORMS: [&str; 20] = [
    "%b-%y", "%b-%Y", "%b %y", "%b %Y", "%B-%y", "%B-%Y", "%B %y", "%B %Y", "%y-%b", "%d-%b", "%d-%b-%y", "%d-%b-%Y",
    "%d %B %Y", "%d/%m/%y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%m/%Y", "%Y/%m", "%Y-%m",
];

/// Whether a text is a date or a month in another form than that of [`month`]: `Mar-19`. What it means is not guessed: that
/// one may be the 19th of March.
pub(super) fn is_date(text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    // The time of day is no matter; the day of a whole date is.
    let date = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')).map_or(text, |it| it.0);
    // Or the number of the day, counted from 1900 on: those of this century up to 2099.
    let day = || text.parse().is_ok_and(|it: u32| (36_526..=73_050).contains(&it));
    let is_written = |form: &&str| BrokenDownTime::parse(form, date).is_ok();
    date.parse::<Date>().is_ok() || FORMS.iter().any(is_written) || day()
}

/// The same as text.
pub(super) fn show(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

/// The date of today in Greenwich, as `2026-11-22`.
pub(super) fn today() -> String {
    TimeZone::UTC.to_datetime(Timestamp::now()).date().to_string()
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
    fn what_spreadsheets_make_of_months_is_known() {
        for text in [
            "Mar-19",
            "mar-19",
            "MAR-2019",
            "March 2019",
            "Mar 19",
            "19-Mar",
            "1-Mar-19",
            "01-Mar-2019",
            "1 March 2019",
            "01/03/2019",
            "1/3/19",
            "3/31/2019",
            "01.03.2019",
            "03/2019",
            "2019/03",
            "2019-3",
            "2019-03-01",
            "2019-03-01 00:00:00",
            "2019-03-01T00:00",
            "01/03/2019 00:00",
            "43525",
        ] {
            assert!(is_date(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "2019-13",
            "2019",
            "Mar",
            "March",
            "Burglary",
            "-1.65",
            "99999",
            "x",
            "E01000001",
            "Mar-",
            "On or near 1",
        ] {
            assert!(!is_date(text.as_bytes()), "{text}");
        }
        assert!(!is_date(b"\xff"));
    }

    #[test]
    fn today_has_the_form_of_the_files() {
        assert!(today().parse::<Date>().is_ok_and(|it| it.year() > 2025), "{}", today());
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
