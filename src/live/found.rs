//! What a search found, told apart, at the head of the results: in the plan's words, by what it belongs to, whom to contact; and what may
//! have been meant.

use super::keep;
use crate::browser::Element;
use crate::query::{Belongs, Found, Meaning, choice_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// Puts it into the place that the page keeps for it.
pub(super) fn mount(explorer: Explorer, root: &Element) {
    if let Some(place) = root.find("[data-place=found]") {
        keep(mount_to(place.html(), move || view! { <Told explorer/> }));
    }
}

/// What is told of one search. Made anew for each answer: a translator may have put its own text there.
#[component]
fn Told(explorer: Explorer) -> impl IntoView {
    let answer = move || explorer.found().map(|found| Answer::of(explorer, found));
    view! { <For each=answer key=Answer::clone let:answer><Answered answer/></For> }
}

/// What is told, in words.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Answer {
    lines: Vec<Line>,
    /// Another search text, and how many results it has.
    meant: Option<(String, usize)>,
}

/// One line: what it is about; a link, by its address and words; what it says.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    about: &'static str,
    link: Option<(String, String)>,
    says: String,
}

impl Answer {
    fn of(explorer: Explorer, found: Found) -> Self {
        let mut lines = Vec::new();
        let mut tell = |about, says: String, link| lines.push(Line { about, link, says });
        for meaning in &found.everyday {
            tell("In our words: ", meant_by(meaning), None);
        }
        let more = |count: usize, before: usize| {
            let more = if before == 0 { " " } else { " more " };
            [count.to_string().as_str(), more, if count == 1 { "statement" } else { "statements" }].concat()
        };
        if found.in_plan > 0 {
            tell("In the plan’s words: ", more(found.in_plan, 0), None);
        }
        if found.in_ours > 0 {
            tell("In our words beside the plan’s: ", more(found.in_ours, found.in_plan), None);
        }
        if found.belonging > 0 {
            let mut says = more(found.belonging, found.in_plan + found.in_ours);
            for (at, it) in found.belongs.iter().take(MOST).enumerate() {
                says.push_str(if at == 0 { ": " } else { "; " });
                says.push_str(&belonging(explorer, it));
            }
            if found.belongs.len() > MOST {
                says.push_str("; and others");
            }
            tell("Belongs to: ", says, None);
        }
        for contact in found.help.iter().filter_map(|it| explorer.facts.contact(*it)) {
            let seen = contact.seen.as_ref().map(|seen| [" (number last seen ", seen, ")"].concat());
            let says = [". ", contact.when.as_str(), &seen.unwrap_or_default()].concat();
            let (name, url) = (&contact.name, &contact.url);
            let link = match (&contact.phone, url) {
                (Some(phone), _) => {
                    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
                    Some((["tel:", &digits].concat(), [name, ": ", phone].concat()))
                }
                (None, Some(url)) => Some((url.clone(), name.clone())),
                (None, None) => None,
            };
            let says = if link.is_some() { says } else { [name.as_str(), &says].concat() };
            tell("Help, added by us: ", says, link);
        }
        Self { lines, meant: found.meant }
    }
}

/// How many names are told.
const MOST: usize = 4;

/// `Anti-social behaviour, also called “noisy neighbours” (our words)`.
fn belonging(explorer: Explorer, it: &Belongs) -> String {
    let label = choice_label(explorer.facts, &it.choice);
    if label == it.name {
        return label;
    }
    [label.as_str(), ", found by “", &it.name, if it.ours { "” (our words)" } else { "”" }].concat()
}

/// `“kids”: the plan says “young people” or “children”`.
fn meant_by(it: &Meaning) -> String {
    let mut says = ["“", &it.says, "”: "].concat();
    if it.nothing {
        says.push_str("the plan says nothing about it");
    }
    for (at, means) in it.means.iter().enumerate() {
        says.push_str(if at == 0 { "the plan says “" } else { " or “" });
        says.push_str(means);
        says.push('”');
    }
    says
}

#[component]
fn Answered(answer: Answer) -> impl IntoView {
    let explorer: Explorer = expect_context();
    let Answer { lines, meant } = answer;
    let is_empty = lines.is_empty() && meant.is_none();
    let meant = meant.map(|(words, count)| {
        let results = if count == 1 { " result)" } else { " results)" };
        let says = ["Did you mean “", &words, "”? (", &count.to_string(), results].concat();
        view! { <button type="button" class="cp-button" on:click=move |_| explorer.search_instead(&words)>{says}</button> }
    });
    // One shape for all lines: each further one would weigh some kilobytes.
    let lines = lines.into_iter().map(|it| {
        let link = it.link.map(|(address, words)| view! { <a href=address rel="noreferrer external">{words}</a> });
        view! { <li><b>{it.about}</b> {link} {it.says}</li> }
    });
    (!is_empty)
        .then(|| view! { <div class="cp-found">{meant} <ul class="cp-plain-list">{lines.collect_view()}</ul></div> })
}
