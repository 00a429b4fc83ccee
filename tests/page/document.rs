//! The page beside the document that the plan is: nothing that the document says is lost. And an edition's page has no words of another.

use crate::dom::{all, shown, tidy};
use crate::editions::{INVENTED, invented, ours};
use crate::{Written, pages, quotes};
use std::fs;
use std::path::{Path, PathBuf};

/// The words of a text, in small letters, without the signs around them.
fn words(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.filter(|it| !it.is_empty()).collect()
}

/// Where an edition's own files lie.
fn folder(written: &Written) -> PathBuf {
    let is_ours = std::ptr::eq(written.plan(), ours().plan());
    let data = if is_ours { "data" } else { INVENTED };
    Path::new(env!("CARGO_MANIFEST_DIR")).join(data).join(written.plan().edition.id.as_str())
}

/// The sentences and list items of a document, read here in another way than by the check: line by line, without marks.
fn units(folder: &Path) -> Vec<String> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the edition has this file");
    let edition: toml::Table = read("edition.toml").parse().expect("the edition is checked");
    let furniture = edition.get("furniture").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let of = |key: &str| -> Vec<String> {
        furniture.iter().filter_map(|it| it.get(key)?.as_str()).map(|it| words(it).join(" ")).collect()
    };
    let (left_out, from, to) = (of("text"), of("from"), of("to"));
    let (mut units, mut skipping) = (Vec::new(), false);
    for line in read("source.txt").lines() {
        let line = without_links(line).replace(['*', '¹', '²', '³', '\u{200b}'], "");
        let plain = words(&line).join(" ");
        skipping |= from.contains(&plain);
        let skip = skipping || left_out.contains(&plain) || plain.is_empty();
        skipping &= !to.contains(&plain);
        if !skip {
            // A stop that ends a sentence has a space and a capital after it, and no capital or short word before it.
            let mut rest = line.as_str();
            while let Some(at) = rest.match_indices(". ").map(|(at, _)| at).find(|at| {
                let begins = rest[at + 2..].chars().next().is_some_and(char::is_uppercase);
                begins && rest[..*at].chars().rev().take_while(|it| it.is_alphanumeric()).count() > 2
            }) {
                units.push(rest[..=at].to_owned());
                rest = &rest[at + 2..];
            }
            units.push(rest.to_owned());
        }
    }
    units
}

fn without_links(line: &str) -> String {
    let mut left = String::new();
    let mut rest = line;
    while let Some((before, (words, after))) =
        rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](")?)))
    {
        left.push_str(before);
        left.push_str(words);
        rest = after.split_once(')').map_or("", |it| it.1);
    }
    left + rest
}

/// The words of the full text, and those of each view but that.
fn views(written: &Written) -> (String, Vec<String>) {
    let page = written.page();
    let [full] = all(&page, "[data-section=text]")[..] else { panic!("there is one full text") };
    let others = all(&page, ".cp__page > :not([data-section=text])").into_iter().map(shown);
    (shown(full), others.collect())
}

#[test]
fn every_quote_stands_in_a_view_word_for_word() {
    for written in pages() {
        let (full, others) = views(written);
        let all = quotes::quotes(written.plan());
        let (there, rest): (Vec<_>, Vec<_>) = all.iter().partition(|(_, it)| full.contains(&tidy(&it.quote)));
        let is_lost = |quote: &str| !others.iter().any(|view| view.contains(&tidy(quote)));
        let lost: Vec<&String> = rest.iter().filter(|(_, it)| is_lost(&it.quote)).map(|(id, _)| id).collect();
        let place = &written.plan().edition.place;
        println!("{place}: {} of {} quotes, {} in the full text", all.len() - lost.len(), all.len(), there.len());
        assert!(lost.is_empty(), "in no view: {lost:?}");
    }
}

#[test]
fn every_sentence_and_bullet_of_the_document_is_on_the_page() {
    for written in pages() {
        let in_words = |text: &str| format!(" {} ", words(text).join(" "));
        let (full, others) = views(written);
        let (full, others) = (in_words(&full), others.iter().map(|it| in_words(it)).collect::<Vec<_>>());
        let units = units(&folder(written));
        let elsewhere: Vec<&String> = units.iter().filter(|it| !full.contains(&in_words(it))).collect();
        let is_lost = |unit: &str| !others.iter().any(|view| view.contains(&in_words(unit)));
        let lost: Vec<&&String> = elsewhere.iter().filter(|it| is_lost(it)).collect();
        let plan = written.plan();
        println!(
            "{}: {} of {} sentences, bullets and headings are on the page; {elsewhere:?} not in the full text",
            plan.edition.place,
            units.len() - lost.len(),
            units.len()
        );
        assert!(!units.is_empty() && lost.is_empty(), "on no page: {lost:#?}");
        assert!(elsewhere.is_empty() || !std::ptr::eq(plan, ours().plan()), "not in the full text: {elsewhere:#?}");
    }
}

#[test]
fn the_invented_page_has_nothing_of_ours() {
    let [other, written] = pages();
    let other = other.plan();
    let own: String = fs::read_dir(folder(written))
        .expect("the invented edition is there")
        .flatten()
        .map(|it| fs::read_to_string(it.path()).expect("its files hold text"))
        .collect();
    let mut names =
        vec![&other.edition.place, &other.edition.county, &other.edition.partnership, &other.edition.standing];
    names.extend(other.partners.iter().flat_map(|it| [&it.name, &it.short]));
    names.extend(other.partners.iter().flat_map(|it| &it.aliases).map(|it| &it.name));
    names.extend(other.priorities.iter().flat_map(|it| [&it.name.quote, &it.short]));
    names.extend(other.wards.iter().map(|it| &it.name));
    names.extend(other.contacts.iter().map(|it| &it.name));
    names.extend(other.links.iter().map(|it| &it.name));
    names.retain(|it| !own.contains(it.as_str()));
    assert!(names.len() > 50, "there is something to look for");
    let text = shown(written.page().root_element());
    let found: Vec<_> = names.iter().filter(|it| stands_in(it, &text)).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(text.contains(&invented().plan().edition.heading));
}

/// Whether a name stands in a text as whole words.
fn stands_in(name: &str, text: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name)
        .any(|(at, _)| bound(text[..at].chars().next_back()) && bound(text[at + name.len()..].chars().next()))
}
