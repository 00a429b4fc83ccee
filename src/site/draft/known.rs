//! What an earlier edition knows, so that a new one gives the same ids.

use super::words::{key, same};

/// The names and ids of an earlier edition; empty where there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Headings without their numbers, with the id of the section.
    pub(super) sections: Vec<(String, String)>,
    /// Priorities: all their names, and the id; whether they are sensitive.
    pub(super) priorities: Vec<(Vec<String>, String, bool)>,
    /// Partners: all their names, and the id.
    pub(super) partners: Vec<(Vec<String>, String)>,
    /// Beginnings of words that tell of a sensitive subject.
    pub(super) private: Vec<String>,
    /// Ids that are taken by what stays.
    pub(super) ids: Vec<String>,
}

impl Known {
    /// The id of the section that has this heading, whatever its number.
    pub(super) fn section(&self, title: &str) -> Option<&str> {
        // “Priorities 2031” of one year are “Priorities 2032” of the next.
        let bare = |it: &str| key(it).split(' ').filter(|it| !it.starts_with("20")).collect::<Vec<_>>().join(" ");
        self.sections.iter().find(|(known, _)| bare(known) == bare(title)).map(|(_, id)| id.as_str())
    }

    /// The id of the partner that has one of these names.
    pub(super) fn partner(&self, names: &[String]) -> Option<&str> {
        let is_one = |known: &[String]| known.iter().any(|it| names.iter().any(|name| key(name) == key(it)));
        self.partners.iter().find(|(known, _)| is_one(known)).map(|(_, id)| id.as_str())
    }

    /// The priority whose name is like this one, with whether it is sensitive.
    pub(super) fn priority(&self, name: &str) -> Option<&(Vec<String>, String, bool)> {
        let score = |known: &[String]| known.iter().map(|it| same(it, name)).fold(0.0, f64::max);
        let best = self.priorities.iter().map(|it| (score(&it.0), it)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= 0.6).then_some(best.1)
    }
}
