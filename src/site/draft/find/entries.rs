//! What was promised, what was done, and how it is going.

use super::super::outline::Section;
use super::super::record::{Record, list, quoted};
use super::super::words::key;
use super::context::{Context, Priority};
use super::figures::{self, Figure, Way, amounts, change, counts, period};
use super::uses::Use;

/// The records of `actions.toml` or `achievements.toml`.
pub(super) fn records(context: &mut Context<'_>, wanted: Use, footnotes: &[(String, String)]) -> Vec<Record> {
    let kind = if wanted == Use::Action { "action" } else { "achievement" };
    let lines = lines(context, wanted);
    let record = |(section, text, raw): (Section, String, String)| {
        let priority = context.priority_of(&section.id).cloned();
        let id = id(context, priority.as_ref(), kind, &text);
        let mut record = Record::new(kind).text("id", &id);
        record = of_priority(record, priority.as_ref()).text("section", &section.id).text("quote", &text);
        record = parts(context, record, &text, false);
        if mentions_county(&text) {
            record = record.guess("coverage", "county", "does it concern the whole county?");
        }
        let marks: Vec<&str> = marks(&raw)
            .into_iter()
            .filter_map(|mark| footnotes.iter().find(|(it, _)| *it == [section.id.as_str(), " ", &mark].concat()))
            .map(|(_, id)| id.as_str())
            .collect();
        if !marks.is_empty() {
            record = record.value("footnotes", list(marks));
        }
        with_amounts(record, &text)
    };
    lines.into_iter().map(record).collect()
}

/// The records of `measures.toml`.
pub(super) fn measures(context: &mut Context<'_>) -> Vec<Record> {
    let lines = lines(context, Use::Measure);
    let record = |(section, text, _): (Section, String, String)| {
        let priority = context.priority_of(&section.id).cloned();
        let id = id(context, priority.as_ref(), "measure", without_label(&text));
        let mut record = Record::new("measure").text("id", &id);
        record = of_priority(record, priority.as_ref()).text("section", &section.id).text("quote", &text);
        record = parts(context, record, &text, false);
        measure(record, &text)
    };
    lines.into_iter().map(record).collect()
}

fn lines(context: &Context<'_>, wanted: Use) -> Vec<(Section, String, String)> {
    let sections = context.outline.sections.iter().zip(&context.uses);
    let mut list = Vec::new();
    for (section, uses) in sections {
        for (piece, _) in section.pieces.iter().zip(uses).filter(|(_, it)| **it == wanted) {
            list.push((section.clone(), piece.text.clone(), piece.raw.clone()));
        }
    }
    list
}

fn id(context: &mut Context<'_>, priority: Option<&Priority>, kind: &str, text: &str) -> String {
    match priority {
        Some(it) if it.sensitive => {
            let letter = kind.chars().next().unwrap_or('r');
            let prefix = match kind {
                "achievement" => format!("{}-done", it.id),
                _ => format!("{}-{letter}", it.id),
            };
            context.ids.number(&prefix)
        }
        Some(it) => {
            let prefix = it.id.clone();
            context.ids.of(&prefix, text, 2)
        }
        None => context.ids.of(kind, text, 2),
    }
}

fn of_priority(record: Record, priority: Option<&Priority>) -> Record {
    match priority {
        Some(it) => record.value("priorities", list([it.id.as_str()])),
        None => record.guessed("priorities", list([]), "which priority does it belong to?"),
    }
}

/// The organisations that a quote names, and what they do there as far as its words say.
/// In the name of a strategy, a single word such as “Police” is none of them.
pub(super) fn parts(context: &Context<'_>, record: Record, text: &str, whole_names: bool) -> Record {
    let part = |it: &&super::context::Partner| {
        let lower = text.to_lowercase();
        let name = it.names().find(|name| lower.contains(&name.to_lowercase())).unwrap_or_default().to_lowercase();
        let at = lower.find(&name).unwrap_or(0);
        let (before, after) = (&lower[..at], &lower[at + name.len()..]);
        let funds = [
            "funded in partnership through the ",
            "funded through the ",
            "funded through ",
            "funded by the ",
            "funded by ",
            "granted by the ",
            "granted by ",
        ]
        .iter()
        .any(|cue| before.ends_with(cue))
            || after.starts_with(" grant")
            || after
                .strip_prefix(" funded")
                .is_some_and(|it| ![" in ", " through", " by"].iter().any(|cue| it.starts_with(cue)));
        let (role, check) =
            if funds { ("funder", Some(String::from("does it give the money?"))) } else { ("named", None) };
        (format!("{{ id = \"{}\", role = \"{role}\" }}", it.id), check)
    };
    let parts: Vec<(String, Option<String>)> =
        context.partners_in(text).iter().filter(|it| !whole_names || it.has_whole_name_in(text)).map(part).collect();
    record.tables("partners", &parts)
}

fn mentions_county(text: &str) -> bool {
    let text = key(text);
    text.contains("county wide") || text.contains("countywide") || text.contains("across the county")
}

/// The marks of footnotes within a line.
fn marks(raw: &str) -> Vec<String> {
    let plain = raw.replace("**", "");
    let mut marks: Vec<String> = Vec::new();
    if plain.contains('*') {
        marks.push(String::from("*"));
    }
    let digit = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|it| it == c);
    let mut number = String::new();
    for c in plain.chars().chain([' ']) {
        match digit(c) {
            Some(it) => number.push_str(&it.to_string()),
            None if !number.is_empty() => marks.push(std::mem::take(&mut number)),
            None => {}
        }
    }
    marks
}

/// The sums, counts and shares of a quote, each with the words behind it.
fn with_amounts(mut record: Record, text: &str) -> Record {
    let (found, odd) = amounts(text);
    let amount = |it: &Figure| {
        let what = what(text, it);
        let line = format!(
            "{{ text = {}, value = {}, unit = \"{}\", what = {} }}",
            quoted(&it.text),
            it.value,
            it.unit,
            quoted(&what)
        );
        (line, Some(String::from("say shortly what it is for")))
    };
    for it in odd {
        record = record.remark(format!("check: “{it}” is no whole number of pounds, so it is not among the amounts"));
    }
    record.tables("amounts", &found.iter().map(amount).collect::<Vec<_>>())
}

/// The plan's words beside a figure, for what it is about: those behind it, else those before.
pub(super) fn what(text: &str, figure: &Figure) -> String {
    let stop = |c: char| matches!(c, ';' | '(' | ')' | '£' | '–');
    let unit = [" hours", " cases"];
    let mut after = text[figure.end..].trim_start_matches(['%', ')', ' ', ',']);
    for it in unit {
        after = after.strip_prefix(it.trim_start()).unwrap_or(after);
    }
    let cut = |it: &str| it.split_whitespace().take(10).collect::<Vec<_>>().join(" ");
    let behind = cut(after.split(stop).next().unwrap_or_default());
    if behind.split(' ').count() >= 2 {
        return behind.trim_end_matches([',', ':', '.']).to_owned();
    }
    let before = text[..figure.at].rsplit(stop).find(|it| it.split_whitespace().count() >= 2).unwrap_or("sum");
    let words: Vec<&str> = before.split_whitespace().collect();
    words[words.len().saturating_sub(10)..].join(" ")
}

fn without_label(text: &str) -> &str {
    let label = text.split_once(':').filter(|(label, _)| label.split_whitespace().count() <= 4);
    label.map_or(text, |(_, rest)| rest.trim())
}

fn measure(record: Record, text: &str) -> Record {
    let words = without_label(text);
    let name = words.split('(').next().unwrap_or(words).split_whitespace().take(14).collect::<Vec<_>>().join(" ");
    let name = if name.is_empty() { words } else { &name };
    let mut record = record.guess("name", name, "say shortly what is measured");
    record = match figures::counted(words) {
        Some(unit) => record.guess("unit", &unit, "what is counted?"),
        None => record.guess("unit", "not counted", "what is counted?"),
    };
    let (found, way) = change(words);
    let mut pair = counts(words);
    let mut way = way;
    if way.is_none()
        && let Some(it) = pair
    {
        way = Some(if it.now < it.was { Way::Down } else { Way::Up }).filter(|_| it.now != it.was);
    }
    if let (Some(it), Some(way)) = (pair, way)
        && ((way == Way::Down && it.now > it.was) || (way == Way::Up && it.now < it.was))
    {
        record = record.remark("check: the counts go another way than the words, so they are left out");
        pair = None;
    }
    if let (Some(it), Some(change)) = (pair, found)
        && !it.agrees_with(change)
    {
        record = record.remark(format!(
            "check: from {} to {} is not {change} per cent, so the counts are left out; write a note about it",
            it.was, it.now
        ));
        pair = None;
    }
    record = match (found, way) {
        (Some(_), _) | (None, None) => record.text("direction", Way::word(way)),
        (None, Some(_)) => record.guess("direction", Way::word(way), "do the plan's words say so?"),
    };
    record = record.guess("polarity", "neither", "“lower is better”, “higher is better” or “neither”?");
    if let Some(change) = found {
        record = record.value("change", i64::from(change));
    }
    if let Some(it) = pair {
        record = record.value("now", i64::from(it.now)).value("was", i64::from(it.was));
    }
    match period(words) {
        Some(it) => record.text("period", it),
        None => record,
    }
}
