//! What the TOML parser says, in words for somebody who has never heard of TOML.

/// How to mend a line that could not be parsed.
pub(crate) fn in_plain_words(message: &str, line: &str) -> String {
    // The parser would have the quotation marks first.
    let message = if line.trim_end().ends_with('=') { "missing value" } else { message };
    let told = seen(message, line).unwrap_or_else(|| {
        KNOWN.iter().find(|(part, _)| message.contains(part)).map_or(
            "this line is not written as the data files want it. Compare it with the examples in data/README.md",
            |(_, words)| words,
        )
    });
    format!("{told} (the parser says: {})", message.replace('\n', " "))
}

/// What the line shows and the parser does not say.
fn seen(message: &str, line: &str) -> Option<&'static str> {
    let value = line.split_once('=').map_or("", |it| it.1).trim_start_matches([' ', '[', '{']);
    let unquoted = message.contains("must be quoted");
    if unquoted && value.starts_with(['“', '”', '„', '‘', '’', '«']) {
        return Some(
            "this text stands in curly quotation marks, as word processors make them. Put it in straight ones, as in \
             name = \"…\"; inside them curly ones may stay",
        );
    }
    let mut signs = value.chars();
    let is_number = signs.next().is_some_and(|it| it.is_ascii_digit());
    if is_number && signs.find(|it| !it.is_ascii_digit()) == Some(',') {
        return Some("a number has a comma in it. Write it without, as in now = 12000");
    }
    if message.contains("duplicate key") && line.trim_start().starts_with('[') {
        return Some(
            "a record of this name stands in single square brackets further up. Write its name in double ones, as in \
             [[action]]",
        );
    }
    None
}

const KNOWN: [(&str, &str); 18] = [
    ("invalid date", "text that begins with a number must stand in quotation marks, too, as in name = \"2021…\""),
    ("invalid time", "text that begins with a number must stand in quotation marks, too, as in name = \"9:30…\""),
    (
        "duplicate key",
        "this name is given twice. If a new record begins here, put its name in double square brackets on a \
         line above; else take one of the two out",
    ),
    ("string values must be quoted", "text must stand in quotation marks, as in name = \"…\""),
    (
        "invalid basic string",
        "a piece of text is not closed, or holds a quotation mark or backslash of its own. End it with \" on \
         the same line, and write \\\" for a quotation mark inside it",
    ),
    (
        "invalid literal string",
        "a piece of text that begins with ' is not closed on the same line. Put it in double quotation marks instead",
    ),
    ("multi-line", "a piece of text that begins with \"\"\" is not closed. End it with \"\"\""),
    ("escape", "a backslash in text has a meaning of its own. Write two of them: \\\\"),
    ("unclosed array table", "the record's name is not closed. It stands in double square brackets, as in [[action]]"),
    ("unclosed table", "the name in square brackets is not closed. Write it as in [edition] or [[action]]"),
    ("unclosed array", "a list is not closed. End it with ]"),
    ("unclosed inline table", "a { is not closed. End it with }"),
    ("missing comma", "a comma is missing between two things in a list"),
    ("extra comma", "there is a comma too many"),
    (
        "key with no value",
        "this line has no equals sign. Write it as name = \"…\", or begin it with # if it is a comment",
    ),
    ("missing value", "nothing stands behind the equals sign. Write the value there, or take the line out"),
    (
        "unexpected key or value",
        "something stands behind the value that does not belong there. Put each name = \"…\" on a line of its \
         own, and write \\\" for a quotation mark inside text",
    ),
    ("key", "this line should begin with a name, as in name = \"…\". Begin it with # if it is a comment"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use toml::de::DeTable;

    /// What is said of a line, after the record's name.
    fn told(line: &str) -> String {
        let text = format!("[[action]]\n{line}\n");
        let (_, errors) = DeTable::parse_recoverable(&text);
        errors.first().map_or_else(String::new, |it| in_plain_words(it.message(), line))
    }

    #[test]
    fn what_word_processors_and_habits_make_of_a_line_is_told_by_its_name() {
        for (line, words) in [
            ("id = “asb”", "curly quotation marks"),
            ("priorities = [“asb”]", "curly quotation marks"),
            ("id = asb", "text must stand in quotation marks"),
            ("now = 12,000", "without, as in now = 12000"),
            ("edition = 2021-draft", "text that begins with a number"),
            ("[action]", "double ones, as in [[action]]"),
            ("id = \"a\" b", "something stands behind the value"),
        ] {
            assert!(told(line).contains(words), "{line}: {}", told(line));
        }
        assert_eq!(told("quote = \"“asb”, 12,000\""), "");
    }
}
