//! Tables: files of comma-separated values, read row by row with the line that each row stands on.

use super::super::Month;
use super::file::File;
use super::files::Text;
use super::problem::{Place, Problems};
use super::words::{nearest, one_of};

/// A table, with its first line as the names of its columns.
pub(crate) struct Table<'a> {
    pub(crate) file: File,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Line<'a>>,
    /// Whether the file was there and every row could be read.
    pub(crate) whole: bool,
}

/// One row of a table.
pub(crate) struct Line<'a> {
    pub(crate) place: Place,
    pub(crate) cells: Vec<String>,
    problems: &'a Problems,
}

/// What a cell holds where a number is not available: empty cells leave open whether somebody forgot one.
const NOT_AVAILABLE: &str = "not available";

impl<'a> Table<'a> {
    /// A file as a table; one that could not be read stands as one without columns.
    pub(crate) fn of(file: File, text: Option<&Text>, problems: &'a Problems) -> Self {
        let mut table = Self { file, columns: Vec::new(), rows: Vec::new(), whole: false };
        let Some(text) = text else { return table };
        table.whole = true;
        let mut reader = csv_reader::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv_reader::Trim::All)
            .from_reader(text.text.as_bytes());
        for record in reader.records() {
            // The text is known to be UTF-8, and nothing else can go wrong in memory.
            let Ok(record) = record else { continue };
            let line = record.position().map_or(1, csv_reader::Position::line);
            let place = Place { file, line: usize::try_from(line).unwrap_or(0) };
            table.add(place, record.iter().map(str::to_owned).collect(), problems);
        }
        if table.columns.is_empty() {
            table.whole = false;
        }
        if !table.whole {
            problems.mute(file);
        }
        table
    }

    fn add(&mut self, place: Place, cells: Vec<String>, problems: &'a Problems) {
        if self.columns.is_empty() {
            self.columns = cells;
            if self.columns.len() == 1 && self.columns[0].contains([';', '\t']) {
                let message = "the columns are not parted by commas. Save the file as comma-separated values (CSV)";
                problems.add(place, message);
                self.whole = false;
            }
        } else if cells.len() == self.columns.len() {
            self.rows.push(Line { place, cells, problems });
        } else if self.whole {
            problems.add(
                place,
                format!(
                    "this row has {} cells, but the first line names {} columns. Give it one cell for each, and put a cell \
                     that holds a comma in quotation marks",
                    cells.len(),
                    self.columns.len()
                ),
            );
        }
    }

    fn head(&self) -> Place {
        Place { file: self.file, line: 1 }
    }

    /// The place of a column that must be there.
    pub(crate) fn column(&self, name: &str, problems: &Problems) -> Option<usize> {
        let found = self.columns.iter().position(|it| it == name);
        if found.is_none() && self.whole {
            let meant = nearest(name, self.columns.iter().map(String::as_str));
            let meant = meant.map_or_else(String::new, |it| format!("; “{it}” is probably meant to be it"));
            problems.add(
                self.head(),
                format!("the column “{name}” is missing{meant}. Add it to the first line, and its cell to every row"),
            );
        }
        found
    }

    /// Notes columns whose names stand twice or are empty.
    pub(crate) fn check_columns(&self, problems: &Problems) {
        for (at, name) in self.columns.iter().enumerate() {
            if name.is_empty() {
                problems.add(self.head(), format!("column {} has no name. Write one, or take the column out", at + 1));
            } else if self.columns[..at].contains(name) {
                problems.add(self.head(), format!("the column “{name}” is there twice. Take one of them out"));
            }
        }
    }

    /// Notes columns that are none of these.
    pub(crate) fn check_known(&self, known: &[&str], problems: &Problems) {
        for name in self.columns.iter().filter(|it| !it.is_empty() && !known.contains(&it.as_str())) {
            let meant = nearest(name, known.iter().copied().filter(|it| !self.columns.iter().any(|have| have == it)));
            let meant = meant.map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
            problems.add(
                self.head(),
                format!("no column “{name}” is known here.{meant} Rename it, or take it out of the file"),
            );
        }
    }
}

impl Line<'_> {
    /// Notes a mistake in this row.
    pub(crate) fn wrong(&self, message: impl Into<String>) {
        self.problems.add(self.place, message);
    }

    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    /// A text that must be there.
    pub(crate) fn text(&self, at: usize, name: &str) -> Option<&str> {
        let text = self.cell(at);
        if text.is_empty() {
            self.wrong(format!("the cell under “{name}” is empty. Write what belongs there"));
        }
        (!text.is_empty()).then_some(text)
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&self, at: usize, name: &str, words: &[(T, &str)]) -> Option<T> {
        let text = self.text(at, name)?;
        let found = words.iter().find(|(_, word)| *word == text);
        if found.is_none() {
            let all = words.iter().map(|(_, word)| *word);
            self.wrong(format!("“{name}” is “{text}”, but should be {}", one_of(all)));
        }
        found.map(|(value, _)| *value)
    }

    /// A whole number, not below zero; nothing where there is a mistake.
    pub(crate) fn count(&self, at: usize, name: &str) -> Option<u32> {
        let text = self.text(at, name)?;
        if text.starts_with(['-', '−']) {
            self.wrong(format!("“{name}” is {text}, but a count cannot be below zero. Write the right number"));
            return None;
        }
        let number = text.bytes().all(|it| it.is_ascii_digit()).then(|| text.parse().ok()).flatten();
        if number.is_none() {
            self.wrong(format!(
                "“{name}” is “{text}”, but should be a whole number without commas or spaces, such as 0 or 1234"
            ));
        }
        number
    }

    /// A number, in tenths where it may have one digit behind the point; nothing where it is said to be not available;
    /// and whether it could be read.
    pub(crate) fn number(&self, at: usize, name: &str, in_tenths: bool) -> (Option<u32>, bool) {
        let text = self.cell(at);
        if text == NOT_AVAILABLE {
            return (None, true);
        }
        if text.is_empty() {
            self.wrong(format!(
                "the cell under “{name}” is empty. Write the number, or the words {NOT_AVAILABLE} where there is none"
            ));
            return (None, false);
        }
        let number = match text.split_once('.').filter(|_| in_tenths) {
            Some((whole, tenth)) if tenth.len() == 1 && tenth.bytes().all(|it| it.is_ascii_digit()) => {
                let digits = Some(whole).filter(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
                digits.and_then(|it| [it, tenth].concat().parse().ok())
            }
            Some(_) => {
                self.wrong(format!("“{name}” is “{text}”, but should have one digit behind the point, such as 5.4"));
                return (None, false);
            }
            None => {
                let count = self.count(at, name);
                if count.is_none() {
                    return (None, false);
                }
                count.and_then(|it| if in_tenths { it.checked_mul(10) } else { Some(it) })
            }
        };
        if number.is_none() {
            self.wrong(format!("“{name}” is “{text}”, which is no number that fits here. Write it as 5.4"));
        }
        (number, number.is_some())
    }

    /// A month.
    pub(crate) fn month(&self, at: usize, name: &str) -> Option<Month> {
        let text = self.text(at, name)?;
        let month = parse_month(text);
        if month.is_none() {
            self.wrong(how_to_write_month(name, text));
        }
        month
    }
}

/// A month as data files write it: `2018-10`.
pub(crate) fn parse_month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    let digits = |it: &str, length| it.len() == length && it.bytes().all(|it| it.is_ascii_digit());
    let found = Month { year: year.parse().ok()?, month: month.parse().ok()? };
    (digits(year, 4) && digits(month, 2) && (1..=12).contains(&found.month) && found.year >= 1900).then_some(found)
}

/// What is told of a month that is written otherwise.
pub(crate) fn how_to_write_month(name: &str, text: &str) -> String {
    format!(
        "“{name}” is “{text}”, but should be a year and a month, such as 2018-10. If a spreadsheet has changed it, give \
         the column the format “text”"
    )
}

/// A month as data files write it.
pub(crate) fn show_month(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_one_form() {
        assert_eq!(parse_month("2018-10"), Some(Month { year: 2018, month: 10 }));
        for text in ["2018-13", "2018-00", "2018-1", "18-10", "Oct-18", "2018/10", "", "2018-10-01", "+018-10"] {
            assert_eq!(parse_month(text), None, "{text}");
        }
        assert_eq!(show_month(Month { year: 2018, month: 1 }), "2018-01");
    }
}
