//! What the TOML parser says, in words for somebody who has never heard of TOML.

/// How to mend a line that could not be parsed.
pub(crate) fn in_plain_words(message: &str, line: &str) -> String {
    // The parser would have the quotation marks first.
    let message = if line.trim_end().ends_with('=') { "missing value" } else { message };
    let told = KNOWN.iter().find(|(part, _)| message.contains(part)).map_or(
        "this line is not written as the data files want it. Compare it with the examples in data/README.md",
        |(_, words)| words,
    );
    format!("{told} (the parser says: {})", message.replace('\n', " "))
}

const KNOWN: [(&str, &str); 16] = [
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
