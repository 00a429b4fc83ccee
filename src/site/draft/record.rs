//! A record of the draft, as it will stand in its file.

use toml_edit::{Item, Value};

/// One line of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    key: &'static str,
    /// The value as TOML, which may run over several lines.
    value: String,
    /// What a person should look at, where it is a guess.
    check: Option<String>,
}

/// A record: a name in square brackets with lines below, and what is said above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// The name in its brackets: `action`.
    pub(super) kind: &'static str,
    /// Comments above its lines.
    remarks: Vec<String>,
    lines: Vec<Line>,
}

impl Record {
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, remarks: Vec::new(), lines: Vec::new() }
    }

    fn line(mut self, key: &'static str, value: String, check: Option<&str>) -> Self {
        self.lines.push(Line { key, value, check: check.map(str::to_owned) });
        self
    }

    /// Adds a text that the document states.
    pub(super) fn text(self, key: &'static str, text: &str) -> Self {
        self.line(key, quoted(text), None)
    }

    /// Adds a text that is a guess.
    pub(super) fn guess(self, key: &'static str, text: &str, check: &str) -> Self {
        self.line(key, quoted(text), Some(check))
    }

    /// Adds a value as TOML.
    pub(super) fn value(self, key: &'static str, value: impl Into<Value>) -> Self {
        let value: Value = value.into();
        self.line(key, value.to_string().trim().to_owned(), None)
    }

    /// Adds a value as TOML that is a guess.
    pub(super) fn guessed(self, key: &'static str, value: impl Into<Value>, check: &str) -> Self {
        let value: Value = value.into();
        self.line(key, value.to_string().trim().to_owned(), Some(check))
    }

    /// Adds a list of tables, one a line, each with what is to be looked at.
    pub(super) fn tables(self, key: &'static str, tables: &[(String, Option<String>)]) -> Self {
        if tables.is_empty() {
            return self;
        }
        let mut value = String::from("[\n");
        for (table, check) in tables {
            let check = check.as_ref().map_or_else(String::new, |it| format!(" # check: {it}"));
            value.extend(["  ", table, ",", &check, "\n"]);
        }
        value.push(']');
        self.line(key, value, None)
    }

    /// Says above the record what is to be looked at.
    pub(super) fn remark(mut self, text: impl Into<String>) -> Self {
        self.remarks.push(text.into());
        self
    }

    /// A text of the record; empty where it has none of this key.
    pub(super) fn get(&self, key: &str) -> String {
        self.parsed(key).and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// A whole number of the record.
    pub(super) fn number(&self, key: &str) -> Option<i64> {
        self.parsed(key)?.as_integer()
    }

    /// A list of texts of the record; empty where it has none.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        let list = self.parsed(key);
        let list = list.as_ref().and_then(Value::as_array);
        list.into_iter()
            .flat_map(|it| it.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>())
            .collect()
    }

    /// A value of the record with its mark of a guess, to put into a record that was there before.
    pub(super) fn item(&self, key: &str) -> Option<Item> {
        let line = self.lines.iter().find(|it| it.key == key)?;
        let mut value = self.parsed(key)?;
        if let Some(check) = &line.check {
            value.decor_mut().set_suffix(format!(" # check: {check}"));
        }
        Some(Item::Value(value))
    }

    fn parsed(&self, key: &str) -> Option<Value> {
        self.lines.iter().find(|it| it.key == key)?.value.parse().ok()
    }

    pub(super) fn id(&self) -> String {
        self.get("id")
    }

    /// The record as its file has it. `[edition]` is the one that stands alone.
    pub(super) fn toml(&self) -> String {
        let mut text = String::new();
        for remark in &self.remarks {
            text.extend(["# ", remark, "\n"]);
        }
        text.extend(if self.kind == "edition" { ["[", self.kind, "]\n"] } else { ["[[", self.kind, "]]\n"] });
        for Line { key, value, check } in &self.lines {
            let check = check.as_ref().map_or_else(String::new, |it| format!(" # check: {it}"));
            text.extend([*key, " = ", value.as_str(), check.as_str(), "\n"]);
        }
        text
    }
}

/// A text as TOML, on one line.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text.replace(['\n', '\t'], " ")).to_string().trim().to_owned()
}

/// A list of texts as TOML.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> Value {
    Value::from_iter(texts)
}
