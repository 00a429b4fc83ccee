//! Reading one record, key by key: a small typed reader that notes every mistake and goes on. By hand, because `serde` stops at
//! the first mistake, and cannot say how it is mended.
//!
//! Whatever is wrong, a reader gives back something of the right type, so that the next mistake is found in the same
//! run and lists of records keep their length. A plan with any mistake is thrown away, so these stand-ins go nowhere.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::Document;
use super::problem::{At, Place, Problems};
use super::words::{beginning, collapse, nearest, one_of};

/// One record, or a table in braces within one.
pub(crate) struct Row<'a> {
    table: &'a DeTable<'a>,
    document: &'a Document<'a>,
    problems: &'a Problems,
    /// Where the record begins.
    pub(crate) place: Place,
    /// What messages call it: `action “asb-victims”`.
    pub(crate) name: String,
    asked: RefCell<Vec<&'static str>>,
}

/// The records of one kind in a file, in file order; notes a kind that is not written as records are.
pub(crate) fn rows<'a>(document: &'a Document<'a>, kind: &str, problems: &'a Problems) -> Vec<Row<'a>> {
    let Some((key, value)) = document.table.get_key_value(kind) else { return Vec::new() };
    let list = value.get_ref().as_array().filter(|list| list.iter().all(|it| it.get_ref().is_table()));
    let Some(list) = list else {
        problems.add(
            document.place(key.span().start),
            format!(
                "“{kind}” should stand in double square brackets on a line of its own, as [[{kind}]], with \
                 what belongs to it on the lines below"
            ),
        );
        return Vec::new();
    };
    list.iter()
        .filter_map(|it| Some(Row::new(it.get_ref().as_table()?, it.span().start, kind, document, problems)))
        .collect()
}

/// The one table of a name in a file, such as `[edition]`; notes where there is none.
pub(crate) fn single<'a>(document: &'a Document<'a>, kind: &str, problems: &'a Problems) -> Option<Row<'a>> {
    let found = document.table.get_key_value(kind);
    let table = found.and_then(|(key, value)| Some((key.span().start, value.get_ref().as_table()?)));
    if table.is_none() && document.whole {
        let place = found.map_or(Place::whole(document.file), |(key, _)| document.place(key.span().start));
        problems.add(place, format!("a line [{kind}], with what belongs to it on the lines below, is missing"));
    }
    table.map(|(at, table)| Row::new(table, at, kind, document, problems))
}

/// Notes everything at the top of a file that is none of the kinds that belong into it.
pub(crate) fn check_kinds(document: &Document<'_>, kinds: &[&'static str], problems: &Problems) {
    for key in document.table.keys().filter(|it| !kinds.contains(&it.get_ref().as_ref())) {
        let name = key.get_ref();
        let meant = nearest(name, kinds.iter().copied());
        let meant = meant.map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
        problems.add(
            document.place(key.span().start),
            format!(
                "{} knows no “{name}”, only {}.{meant} If “{name}” belongs to a record, move it below the \
                 record's name",
                document.file.name(),
                one_of(kinds.iter().copied())
            ),
        );
    }
}

impl<'a> Row<'a> {
    fn new(table: &'a DeTable<'a>, at: usize, kind: &str, document: &'a Document<'a>, problems: &'a Problems) -> Self {
        let id = table.get("id").and_then(|it| it.get_ref().as_str());
        let name = id.map_or_else(|| kind.to_owned(), |id| format!("{kind} “{}”", beginning(id, 4)));
        Self { table, document, problems, place: document.place(at), name, asked: RefCell::default() }
    }

    /// The file as a row of its own, for `explorer.toml`, which has no records.
    pub(crate) fn of_file(document: &'a Document<'a>, problems: &'a Problems) -> Self {
        let place = Place { file: document.file, line: 1 };
        Self {
            table: &document.table,
            document,
            problems,
            place,
            name: "this file".to_owned(),
            asked: RefCell::default(),
        }
    }

    /// Notes a mistake at a key; at the record where it has no such key.
    pub(crate) fn wrong(&self, key: &str, message: impl AsRef<str>) {
        self.wrong_at(self.place_of(key), message);
    }

    /// Notes a mistake with this record at a place.
    pub(crate) fn wrong_at(&self, place: Place, message: impl AsRef<str>) {
        self.problems.add(place, format!("{}: {}", self.name, message.as_ref()));
    }

    /// The line on which a key stands; the record's where it has no such key.
    pub(crate) fn place_of(&self, key: &str) -> Place {
        self.table.get_key_value(key).map_or(self.place, |(it, _)| self.document.place(it.span().start))
    }

    /// Whether the record has this key.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// A look at a text before the record is read, for putting records into order.
    pub(crate) fn peek(&self, key: &str) -> &'a str {
        self.table.get(key).and_then(|it| it.get_ref().as_str()).unwrap_or_default()
    }

    /// A look at a yes or no before the record is read.
    pub(crate) fn peek_flag(&self, key: &str) -> bool {
        self.table.get(key).and_then(|it| it.get_ref().as_bool()).unwrap_or_default()
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Notes that a key must be there.
    pub(crate) fn missing(&self, key: &'static str) {
        let name = key.to_owned();
        let keys: Vec<&str> = self.table.keys().map(|it| it.get_ref().as_ref()).collect();
        let slip = nearest(&name, keys.iter().copied().filter(|it| !self.asked.borrow().contains(it)));
        let slip = slip.map_or_else(String::new, |it| format!("; “{it}” is probably meant to be it"));
        self.wrong(key, format!("“{key}” is missing{slip}. Add a line {}", hint(key)));
    }

    fn of_type<T>(&self, key: &'static str, value: Option<T>, found: &DeValue<'_>, expected: &str) -> Option<T> {
        if value.is_none() {
            self.wrong(
                key,
                format!("“{key}” should be {expected}, but is {}. Write it as {}", type_of(found), hint(key)),
            );
        }
        value
    }

    /// A text that must be there.
    pub(crate) fn text_at(&self, key: &'static str) -> Option<At<String>> {
        let text = self.optional_at(key);
        if text.is_none() && !self.has(key) {
            self.missing(key);
        }
        text
    }

    /// A text that must be there; empty where it is not.
    pub(crate) fn text(&self, key: &'static str) -> String {
        self.text_at(key).map_or_else(String::new, |it| it.value)
    }

    /// A text that may be left out.
    pub(crate) fn optional(&self, key: &'static str) -> Option<String> {
        self.optional_at(key).map(|it| it.value)
    }

    /// A text that may be left out, with its line.
    pub(crate) fn optional_at(&self, key: &'static str) -> Option<At<String>> {
        let found = self.get(key)?.get_ref();
        let text = self.of_type(key, found.as_str(), found, "text in quotation marks")?;
        Some(At { value: self.checked_text(key, text), place: self.place_of(key) })
    }

    /// Notes text that is empty or holds what cannot be seen.
    fn checked_text(&self, key: &str, text: &str) -> String {
        if text.trim().is_empty() {
            self.wrong(
                key,
                format!("“{key}” is empty. Write something, or take the line out if data/README.md calls it optional"),
            );
        }
        if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
            self.wrong(
                key,
                format!(
                    "“{key}” holds a control character (number {:04X}), which cannot be seen. \
                     Delete the text and type it anew",
                    u32::from(c)
                ),
            );
        }
        // Line breaks in a quote tell bullets apart, and are folded where quotes are tidied.
        if key.ends_with("quote") { text.to_owned() } else { collapse(text) }
    }

    /// A whole number that may be left out.
    pub(crate) fn number<T: TryFrom<i64>>(&self, key: &'static str) -> Option<T> {
        let found = self.get(key)?.get_ref();
        let number = found.as_integer();
        let number = self.of_type(key, number, found, "a whole number without quotation marks or commas")?;
        let value = i64::from_str_radix(number.as_str(), number.radix()).ok().and_then(|it| T::try_from(it).ok());
        if value.is_none() {
            self.wrong(key, format!("“{key}” is {number}, which is out of range. Write it as {}", hint(key)));
        }
        value
    }

    /// A whole number that must be there; zero where it is not.
    pub(crate) fn some_number<T: TryFrom<i64> + Default>(&self, key: &'static str) -> T {
        if !self.has(key) {
            self.missing(key);
        }
        self.number(key).unwrap_or_default()
    }

    /// A yes or no; no where it is left out.
    pub(crate) fn flag(&self, key: &'static str) -> bool {
        let Some(found) = self.get(key).map(Spanned::get_ref) else { return false };
        self.of_type(key, found.as_bool(), found, "true or false without quotation marks").unwrap_or_default()
    }

    /// One of a few words; the first where it is none of them.
    pub(crate) fn word<T: Copy>(&self, key: &'static str, words: &[(T, &str)]) -> T {
        self.known_word(key, words).unwrap_or(words[0].0)
    }

    /// One of a few words; nothing where it is none of them, so that nothing is concluded from it.
    pub(crate) fn known_word<T: Copy>(&self, key: &'static str, words: &[(T, &str)]) -> Option<T> {
        self.text_at(key).and_then(|it| self.one_of(key, &it, words))
    }

    /// Which of a few words a text is; notes one that is none of them.
    pub(crate) fn one_of<T: Copy>(&self, key: &str, text: &At<String>, words: &[(T, &str)]) -> Option<T> {
        let found = words.iter().find(|(_, word)| *word == text.value);
        if found.is_none() {
            let all = words.iter().map(|(_, word)| *word);
            let meant = nearest(&text.value, all.clone()).map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
            self.wrong_at(text.place, format!("“{key}” is “{}”, but should be {}.{meant}", text.value, one_of(all)));
        }
        found.map(|(value, _)| *value)
    }

    /// A list of texts; empty where it is left out.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<At<String>> {
        let Some(list) = self.list(key) else { return Vec::new() };
        let text = |it: &Spanned<DeValue<'_>>| {
            let text = self.of_type(key, it.get_ref().as_str(), it.get_ref(), "a list of texts in quotation marks")?;
            Some(At { value: self.checked_text(key, text), place: self.document.place(it.span().start) })
        };
        list.iter().filter_map(text).collect()
    }

    /// A list of texts that must be there, though it may be empty.
    pub(crate) fn some_texts(&self, key: &'static str) -> Vec<At<String>> {
        if !self.has(key) {
            self.missing(key);
        }
        self.texts(key)
    }

    /// Whether a key is written as text rather than as a list.
    pub(crate) fn is_text(&self, key: &'static str) -> bool {
        self.get(key).is_some_and(|it| it.get_ref().is_str())
    }

    /// A list of tables in braces; empty where it is left out.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Row<'a>> {
        let Some(list) = self.list(key) else { return Vec::new() };
        let row = |it: &'a Spanned<DeValue<'a>>| {
            let table = it.get_ref().as_table();
            let table = self.of_type(key, table, it.get_ref(), "a list of { … } in square brackets")?;
            let mut row = Row::new(table, it.span().start, key, self.document, self.problems);
            row.name = format!("{}, “{key}”", self.name);
            Some(row)
        };
        list.iter().filter_map(row).collect()
    }

    fn list(&self, key: &'static str) -> Option<&'a [Spanned<DeValue<'a>>]> {
        let found = self.get(key)?.get_ref();
        self.of_type(key, found.as_array(), found, "a list in square brackets").map(|it| &**it)
    }

    /// Notes every key that nothing has asked for. To be called when the record has been read.
    pub(crate) fn finish(self) {
        let asked = self.asked.take();
        for key in self.table.keys().filter(|it| !asked.contains(&it.get_ref().as_ref())) {
            let name = key.get_ref();
            let free = asked.iter().copied().filter(|it| !self.table.contains_key(*it));
            let meant = nearest(name, free).map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
            let place = self.document.place(key.span().start);
            self.wrong_at(
                place,
                format!(
                    "“{}” is not known here.{meant} See data/README.md for what belongs here, or take it out",
                    beginning(name, 6)
                ),
            );
        }
    }
}

/// Control characters, and those that change the direction of writing unseen.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a group of values",
    }
}

/// How a key is written.
fn hint(key: &str) -> String {
    let example = match key {
        "id" => "id = \"…\", short, in small letters, digits and hyphens",
        "quote" => "quote = \"…\", with the plan's own words copied from source.txt",
        "section" => "section = \"…\", with the id of the section in which the quote stands",
        "priorities" => "priorities = [\"…\"], or priorities = [] where it belongs to the plan as a whole",
        "partners" | "amounts" | "aliases" | "cites" | "series" => {
            return format!("{key} = [{{ … }}], as shown in data/README.md");
        }
        "change" => "change = -48",
        "from" | "to" | "year" => return format!("{key} = 2021"),
        "now" | "was" | "value" | "count" | "base" => return format!("{key} = 344"),
        "sensitive" | "new" | "statutory" | "disturbed" => return format!("{key} = true"),
        "wards" | "neighbours" | "footnotes" | "funders" | "also" | "caveats" | "private-words" => {
            return format!("{key} = [\"…\"]");
        }
        "lead" => "lead = [\"…\"] with the ids of the lead partners, or lead = \"not stated\"",
        _ => return format!("{key} = \"…\""),
    };
    example.to_owned()
}
