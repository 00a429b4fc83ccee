//! Words for values of the plan and of the query.

use crate::plan::Confidence;

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
