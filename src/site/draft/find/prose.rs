//! Running text: sentences, who runs the plan, principles, themes, and what residents said.

use std::sync::LazyLock;

use super::super::outline::{Role, Section};
use super::super::record::Record;
use super::super::words::{Pattern, key, pattern};
use super::context::Context;
use super::figures::shares;
use super::sentences;
use super::uses::Use;

static GOVERNS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(will (act as|chair|oversee|scrutinise|report)|chairs?\b|oversees?|overseen by|scrutinises|(will be |is |are )?reports? (on|to)\b|reported to|(be|is|are) responsible for|has the responsibility|holds? .* to account)\b",
    )
});

/// The records of `principles.toml`.
pub(super) fn principles(context: &mut Context<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    for (wanted, kind) in [(Use::Principle, "principle"), (Use::Theme, "theme")] {
        let lines: Vec<(String, String)> =
            context.lines(wanted).map(|(section, text)| (section.id.clone(), text.to_owned())).collect();
        for (section, text) in lines {
            let id = context.ids.of(kind, text.split_once(": ").map_or(text.as_str(), |it| it.1), 3);
            records.push(Record::new(kind).text("id", &id).text("section", &section).text("quote", &text));
        }
    }
    records
}

/// The records of `prose.toml` and of `governance.toml`: each sentence in one of them.
/// `quoted` are sentences that another record quotes whole.
pub(super) fn sentences_and_governance(context: &mut Context<'_>, quoted: &[String]) -> (Vec<Record>, Vec<Record>) {
    let (mut prose, mut governance) = (Vec::new(), Vec::new());
    let sections = context.outline.sections.clone();
    let uses = context.uses.clone();
    for (section, uses) in sections.iter().zip(&uses) {
        let mut number = 0;
        for (piece, _) in section.pieces.iter().zip(uses).filter(|(_, it)| **it == Use::Text) {
            for sentence in sentences::of(&piece.text) {
                if quoted.iter().any(|it| it == sentence) {
                    continue;
                }
                if let Some(record) = role(context, section, sentence) {
                    governance.push(record);
                    continue;
                }
                number += 1;
                let id = context.ids.take(&format!("s{}-{number}", section.id.replace('.', "-")));
                prose.push(
                    Record::new("sentence").text("id", &id).text("section", &section.id).text("quote", sentence).guess(
                        "topic",
                        topic(section, sentence),
                        "is this what it is about?",
                    ),
                );
            }
        }
    }
    (prose, governance)
}

/// A sentence that says who runs the plan, as a record.
fn role(context: &mut Context<'_>, section: &Section, sentence: &str) -> Option<Record> {
    if matches!(section.role, Role::Done | Role::Survey | Role::Strategies) {
        return None;
    }
    let found = GOVERNS.find(sentence)?;
    let before = &sentence[..found.start()];
    let passive =
        found.as_str().to_lowercase().contains("reported to") || found.as_str().to_lowercase().ends_with("overseen by");
    let who = if passive {
        let behind = sentence.rsplit_once(" by ").map(|it| it.1)?;
        let behind = behind.strip_prefix("the ").or_else(|| behind.strip_prefix("a ")).unwrap_or(behind);
        behind.split(" who ").next().unwrap_or(behind).split(',').next().unwrap_or(behind).trim_end_matches('.')
    } else {
        let subject = before.trim_end().trim_end_matches(" will").trim_end_matches(" will be");
        subject.strip_prefix("The ").unwrap_or(subject)
    };
    let who = who.trim();
    let is_one = !who.is_empty() && who.split(' ').count() <= 12 && (who.contains(char::is_uppercase) || passive);
    if !is_one || matches!(who, "We" | "This" | "It" | "These" | "They") {
        return None;
    }
    let id = context.ids.of("role", who, 3);
    Some(
        Record::new("governance")
            .text("id", &id)
            .text("section", &section.id)
            .text("quote", sentence)
            .guess("who", who, "who is it about?")
            .remark("does = \"…\" is missing: what they do, in plain English, ours"),
    )
}

/// What a sentence is about, by its heading and its words.
fn topic(section: &Section, sentence: &str) -> &'static str {
    let title = key(&section.title);
    let text = key(sentence);
    let has = |it: &str, words: &[&str]| words.iter().any(|word| it.contains(word));
    if has(&title, &["introduction", "welcome", "foreword"]) {
        return "introduction";
    }
    if section.role == Role::Survey {
        return "consultation";
    }
    if has(&text, &["fund", "grant", "budget"]) {
        return "funding";
    }
    if has(&text, &["strategic assessment", "risk scoring", "analysed", "analysis of"]) {
        return "assessment";
    }
    if has(&title, &["deliver", "how we will", "performance"]) {
        return "delivery";
    }
    if section.role == Role::Principles || text.contains("principle") {
        return "principles";
    }
    if has(&text, &["priorit"]) {
        return "priorities";
    }
    "background"
}

/// The records of `survey.toml`, and the sentences of the survey that give no figure.
pub(super) fn survey(context: &mut Context<'_>) -> (Vec<Record>, Vec<Record>) {
    let lines: Vec<(String, String)> =
        context.lines(Use::Survey).map(|(section, text)| (section.id.clone(), text.to_owned())).collect();
    let (mut figures, mut rest) = (Vec::new(), Vec::new());
    for (section, text) in lines {
        for sentence in sentences::of(&text) {
            let cut = cut(sentence);
            if cut.is_empty() {
                let id = context.ids.take("survey-text");
                rest.push(
                    Record::new("sentence")
                        .text("id", &id)
                        .text("section", &section)
                        .text("quote", sentence)
                        .text("topic", "consultation"),
                );
            }
            for (quote, figure) in cut {
                let said = said(quote, &figure.text);
                let id = context.ids.of("survey", &said, 3);
                figures.push(
                    Record::new("figure")
                        .text("id", &id)
                        .text("section", &section)
                        .text("quote", quote)
                        .text("text", &figure.text)
                        .value("value", i64::from(figure.value))
                        .guess("said", &said, "the words of the quote that people agreed with"),
                );
            }
        }
    }
    (figures, rest)
}

/// A sentence cut so that each part has one share.
fn cut(sentence: &str) -> Vec<(&str, super::figures::Figure)> {
    let found = shares(sentence);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, figure) in found.iter().enumerate() {
        let last = at + 1 == found.len();
        let behind = &sentence[figure.end..];
        let closing = figure.end + (behind.len() - behind.trim_start_matches([')', ',', ';']).len());
        let leads = sentence[start..figure.at].split_whitespace().count() < 4;
        // “Around half (46%) of residents …”: what it is about comes behind.
        let end = if last {
            sentence.len()
        } else if leads {
            let next = found.get(at + 1).map_or(sentence.len(), |it| it.at);
            sentence[closing..next].find([',', ';']).map_or(closing, |it| closing + it)
        } else {
            closing
        };
        let part = sentence[start..end].trim().trim_matches([',', ';']).trim();
        parts.push((part, figure.clone()));
        start = end;
    }
    parts
}

static SAYS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"(?i)\b(satisfied|feels?|felt|agreed?|thinks?|thought|believed?|said|worried|concerned)\b")
});

/// The words of a part that say what people agreed with.
fn said(part: &str, figure: &str) -> String {
    let at = part.find(figure).unwrap_or(part.len());
    let (before, behind) = (&part[..at], &part[(at + figure.len()).min(part.len())..]);
    let tidy = |it: &str| it.trim_matches([' ', '(', ')', ',', ';', '.', ':']).to_owned();
    let from = |it: &str| SAYS.find_iter(it).last().map(|found| tidy(&it[found.start()..]));
    from(before).or_else(|| from(behind)).filter(|it| !it.is_empty()).unwrap_or_else(|| {
        let before = tidy(before);
        if before.is_empty() { tidy(behind) } else { before }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_at_its_shares() {
        let text = "Around half (46%) of people are satisfied with lights, while most feel safe by day (94%) and many after dark (71%).";
        let parts: Vec<(&str, u32)> = cut(text).into_iter().map(|(it, figure)| (it, figure.value)).collect();
        assert_eq!(
            parts,
            [
                ("Around half (46%) of people are satisfied with lights", 46),
                ("while most feel safe by day (94%)", 94),
                ("and many after dark (71%).", 71)
            ]
        );
        assert_eq!(said(parts[0].0, "46%"), "satisfied with lights");
        assert_eq!(said(parts[1].0, "94%"), "feel safe by day");
        assert_eq!(said(parts[2].0, "71%"), "and many after dark");
    }
}
