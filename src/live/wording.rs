//! Words for values of the plan and of the query.

use crate::plan::Confidence;
use crate::query::View;

/// A view's name in the menu.
pub(super) fn view_name(view: View) -> &'static str {
    match view {
        View::Explore => "Explore the plan",
        View::Wards => "Map and wards",
        View::Partners => "Who does what",
        View::Figures => "Figures and money",
        View::Strategies => "Related strategies",
        View::About => "How the plan works",
        View::Notes => "Editor’s notes",
        View::Glossary => "Words explained",
        View::Text => "Full text",
        View::Embed => "Put this on your website",
    }
}

/// How sure a local fact is.
pub(super) fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "the source names the place",
        Confidence::Medium => "part of this was inferred",
        Confidence::Low => "likely at best",
    }
}

/// Names in a row as English has them.
pub(super) fn join<T: AsRef<str>>(names: &[T]) -> String {
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        text.push_str(match at {
            0 => "",
            _ if at + 1 == names.len() => " and ",
            _ => ", ",
        });
        text.push_str(name.as_ref());
    }
    text
}
