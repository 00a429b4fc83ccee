//! Mistakes in a data folder for other programs to read: as JSON, and as SARIF, which editors and code hosts show beside the
//! lines.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::plan::load::Problem;

/// A list of mistakes, each with its file, its line where it has one, what is wrong, and how to mend it where that is said in
/// sentences of its own.
#[must_use]
pub fn as_json(problems: &[Problem]) -> String {
    let mistake = |it: &Problem| {
        let (message, remedy) = parts(&it.message);
        let mut mistake = json!({ "file": it.file.display().to_string(), "line": it.line, "message": message });
        if let Some(remedy) = remedy {
            mistake["remedy"] = remedy.into();
        }
        mistake
    };
    text(&problems.iter().map(mistake).collect())
}

/// A log of SARIF 2.1.0 (OASIS): the least that is valid, with one rule.
#[must_use]
pub fn as_sarif(problems: &[Problem]) -> String {
    let result = |it: &Problem| {
        let mut location = json!({ "artifactLocation": { "uri": uri(&it.file) } });
        if let Some(line) = it.line {
            location["region"] = json!({ "startLine": line });
        }
        json!({
            "ruleId": RULE,
            "level": "error",
            "message": { "text": it.message },
            "locations": [{ "physicalLocation": location }],
        })
    };
    text(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "plan check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": [{ "id": RULE, "shortDescription": { "text": "The data folder has a mistake" } }],
            } },
            "results": problems.iter().map(result).collect::<Value>(),
        }],
    }))
}

const RULE: &str = "mistake";

fn text(value: &Value) -> String {
    // Every form a value can take can be written.
    format!("{value:#}\n")
}

/// What stands in an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path as an address: relative where the path is.
fn uri(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    // A drive of Windows, whose colon stays: C:/data.
    let (drive, rest) = path.split_once(":/").map_or(("", path.as_str()), |(drive, _)| path.split_at(drive.len() + 1));
    let path = [drive, &utf8_percent_encode(rest, PLAIN).to_string()].concat();
    match (path.starts_with('/'), drive) {
        (true, _) => format!("file://{path}"),
        (false, "") => path,
        (false, _) => format!("file:///{path}"),
    }
}

/// The words with which messages begin to say how a mistake is mended.
const REMEDIES: &str = "Add Begin Check Choose Compare Copy Correct Delete End Give Import Is Make Mend Move Name Put Rename Save \
                        See Shorten Take Write";

/// A message in two: what is wrong, and from the first sentence on that says it, how to mend it.
pub(super) fn parts(message: &str) -> (&str, Option<&str>) {
    let mut quoted = 0_usize;
    for (at, letter) in message.char_indices() {
        match letter {
            // What is quoted may have sentences of its own.
            '“' => quoted += 1,
            '”' => quoted = quoted.saturating_sub(1),
            '.' if quoted == 0 => {
                let Some(rest) = message[at + 1..].strip_prefix(' ') else { continue };
                let word = rest.split([' ', ':']).next().unwrap_or_default();
                if REMEDIES.split(' ').any(|it| it == word) {
                    return (&message[..at], Some(rest));
                }
            }
            _ => {}
        }
    }
    (message, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_is_told_apart_where_it_can_be() {
        for (message, wrong, remedy) in [
            ("“id” is missing. Add a line id = \"…\"", "“id” is missing", Some("Add a line id = \"…\"")),
            (
                "there is no folder “a. Add b” here. Is “c” meant?",
                "there is no folder “a. Add b” here",
                Some("Is “c” meant?"),
            ),
            ("it speaks of 5.4 per cent", "it speaks of 5.4 per cent", None),
            (
                "two lines meet. A line may lie between two wards",
                "two lines meet. A line may lie between two wards",
                None,
            ),
            ("one. It is so. Take it out. See the guide", "one. It is so", Some("Take it out. See the guide")),
        ] {
            assert_eq!(parts(message), (wrong, remedy));
        }
    }

    #[test]
    fn paths_become_addresses() {
        for (path, address) in [
            ("data/2021-draft/actions.toml", "data/2021-draft/actions.toml"),
            ("my data/é.toml", "my%20data/%C3%A9.toml"),
            ("/a/b#c.toml", "file:///a/b%23c.toml"),
            ("C:\\my data\\a.toml", "file:///C:/my%20data/a.toml"),
        ] {
            assert_eq!(uri(Path::new(path)), address);
        }
    }
}
