//! What has been found so far, for what is found next.

use super::super::outline::{Outline, Section};
use super::super::words::same;
use super::ids::Ids;
use super::uses::Use;
use crate::plan::load::words::is_named_in;

/// A priority of the plan.
#[derive(Clone, Debug, Default)]
pub(in crate::site::draft) struct Priority {
    pub(in crate::site::draft) id: String,
    /// As the plan's list has it.
    pub(in crate::site::draft) name: String,
    pub(in crate::site::draft) section: String,
    pub(in crate::site::draft) sensitive: bool,
    /// Names that an earlier edition knows.
    pub(in crate::site::draft) others: Vec<String>,
}

/// An organisation that the plan names.
#[derive(Clone, Debug, Default)]
pub(in crate::site::draft) struct Partner {
    pub(in crate::site::draft) id: String,
    pub(in crate::site::draft) name: String,
    pub(in crate::site::draft) statutory: bool,
    pub(in crate::site::draft) section: String,
    pub(in crate::site::draft) quote: String,
    /// Other names, each with the section in which it stands, where it does.
    pub(in crate::site::draft) aliases: Vec<(String, Option<String>)>,
    /// What a person should look at.
    pub(in crate::site::draft) check: Option<String>,
}

impl Partner {
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|it| it.0.as_str()))
    }

    /// Whether a name of its of several words stands in the words.
    pub(super) fn has_whole_name_in(&self, text: &str) -> bool {
        self.names().any(|it| it.contains(' ') && is_named_in(it, text))
    }

    /// Whether any of its names stands in the words; short forms in capital letters only as they are.
    pub(super) fn is_named_in(&self, text: &str) -> bool {
        let stands = |it: &str| is_named_in(it, text) && (it.contains(' ') || text.contains(it));
        self.names().any(stands)
    }
}

/// See the module.
pub(super) struct Context<'a> {
    pub(super) outline: &'a Outline,
    pub(super) uses: Vec<Vec<Use>>,
    pub(super) priorities: Vec<Priority>,
    pub(super) partners: Vec<Partner>,
    pub(super) ids: Ids,
}

impl Context<'_> {
    /// The lines of one use, each with its section.
    pub(super) fn lines(&self, wanted: Use) -> impl Iterator<Item = (&Section, &str)> {
        self.outline.sections.iter().zip(&self.uses).flat_map(move |(section, uses)| {
            let lines = section.pieces.iter().zip(uses).filter(move |(_, it)| **it == wanted);
            lines.map(move |(piece, _)| (section, piece.text.as_str()))
        })
    }

    /// The priority that a section is about, by its heading or one above it.
    pub(super) fn priority_of(&self, section: &str) -> Option<&Priority> {
        let at = self.outline.sections.iter().position(|it| it.id == section)?;
        self.outline.line_of(at).find_map(|it| self.priority_named(&it.title))
    }

    /// The priority whose name is most like a title.
    pub(super) fn priority_named(&self, title: &str) -> Option<&Priority> {
        let score = |it: &Priority| {
            let names = std::iter::once(&it.name).chain(&it.others);
            names.map(|name| same(name, title)).fold(0.0, f64::max)
        };
        let best = self.priorities.iter().map(|it| (score(it), it)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= 0.5).then_some(best.1)
    }

    /// The partners that words name, in their order.
    pub(super) fn partners_in(&self, text: &str) -> Vec<&Partner> {
        let mut found: Vec<&Partner> = self.partners.iter().filter(|it| it.is_named_in(text)).collect();
        // The whole name of one council holds the “Borough Council” of another.
        let longer = found.clone();
        found.retain(|it| {
            let longest = it.names().filter(|name| is_named_in(name, text)).max_by_key(|name| name.len()).unwrap_or("");
            !longer.iter().any(|other| {
                other.id != it.id
                    && other
                        .names()
                        .any(|name| name.len() > longest.len() && is_named_in(name, text) && is_named_in(longest, name))
            })
        });
        found
    }
}
