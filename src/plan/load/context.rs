//! What every record is read against: the document's text, and the ids of all other records.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::super::source_text::{Cover, Lookup, Scope, SourceText, tidy};
use super::super::{Lineage, LinkId, PartnerId, SectionId, Slug, Source};
use super::files::Document;
use super::problem::{At, Place, Problems};
use super::reader::Row;
use super::words::{beginning, collapse, nearest};

/// The ids of one kind of record, in the order of the plan's own list of that kind.
#[derive(Default)]
pub(crate) struct Ids {
    kind: &'static str,
    slugs: Vec<String>,
    /// Whether the file was read to its end, so that an id that is not here is nowhere.
    whole: bool,
}

impl Ids {
    pub(crate) fn new(kind: &'static str, rows: &[Row<'_>], document: &Document<'_>) -> Self {
        // As it will be read, so that a space around it makes no difference.
        let slugs = rows.iter().map(|it| collapse(it.peek("id"))).collect();
        Self { kind, slugs, whole: document.whole }
    }

    pub(crate) fn find(&self, slug: &str) -> Option<u16> {
        let at = self.slugs.iter().position(|it| !it.is_empty() && it == slug)?;
        u16::try_from(at).ok()
    }

    /// The place in its list of the record that an id names.
    pub(crate) fn resolve(&self, row: &Row<'_>, id: &At<String>) -> Option<u16> {
        self.find(&id.value).or_else(|| {
            self.tell(&id.value, |message| row.wrong_at(id.place, message));
            None
        })
    }

    /// The same for an id that stands in no record.
    pub(crate) fn look_up(&self, id: &str, place: Place, problems: &Problems) -> Option<u16> {
        self.find(id).or_else(|| {
            self.tell(id, |message| problems.add(place, message));
            None
        })
    }

    /// Tells that there is no such id.
    fn tell(&self, id: &str, tell: impl Fn(String)) {
        if self.whole {
            let meant = nearest(id, self.slugs.iter().map(String::as_str));
            let meant = meant.map_or_else(
                || format!("Add such a {0}, or write the id of one", self.kind),
                |it| format!("Is “{it}” meant?"),
            );
            tell(format!("there is no {} with the id “{}”. {meant}", self.kind, beginning(id, 6)));
        }
    }

    /// The records that a list of ids names, each once.
    pub(crate) fn resolve_all<T: PartialEq>(&self, row: &Row<'_>, list: &[At<String>], id: fn(u16) -> T) -> Vec<T> {
        let mut found = Vec::new();
        for it in list {
            let Some(one) = self.resolve(row, it).map(id) else { continue };
            if found.contains(&one) {
                row.wrong_at(it.place, format!("“{}” is listed twice. Take one out", it.value));
            } else {
                found.push(one);
            }
        }
        found
    }
}

/// Ids of another edition, whose records are not known here.
fn ids_elsewhere(row: &Row<'_>, key: &'static str) -> Vec<Slug> {
    let mut ids = Vec::new();
    for text in row.texts(key) {
        match Slug::new(&text.value) {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) => row.wrong_at(text.place, format!("“{}” is listed twice. Take one out", text.value)),
            None => row.wrong_at(text.place, format!("“{}” is no id of a record of an earlier edition", text.value)),
        }
    }
    ids
}

/// Records within which no two may have the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Namespace {
    /// Everything of the edition but links and contacts, and the local facts.
    Plan,
    Links,
    Contacts,
    Wards,
    Origins,
    Columns,
}

/// See the module.
pub(crate) struct LoadContext<'a> {
    pub(crate) problems: &'a Problems,
    pub(crate) text: SourceText,
    pub(crate) sections: Ids,
    pub(crate) links: Ids,
    pub(crate) wards: Ids,
    pub(crate) partners: Ids,
    pub(crate) priorities: Ids,
    pub(crate) footnotes: Ids,
    pub(crate) contacts: Ids,
    pub(crate) origins: Ids,
    pub(crate) cover: RefCell<Cover>,
    /// Everything that was quoted, for telling whether a term can be reached.
    pub(crate) quotes: RefCell<Vec<String>>,
    /// What records say of those of earlier editions.
    pub(crate) lineage: RefCell<Lineage>,
    taken: RefCell<BTreeMap<(Namespace, String), Place>>,
}

impl<'a> LoadContext<'a> {
    pub(crate) fn new(problems: &'a Problems, text: SourceText) -> Self {
        Self {
            problems,
            cover: RefCell::new(Cover::new(&text)),
            text,
            sections: Ids::default(),
            links: Ids::default(),
            wards: Ids::default(),
            partners: Ids::default(),
            priorities: Ids::default(),
            footnotes: Ids::default(),
            contacts: Ids::default(),
            origins: Ids::default(),
            quotes: RefCell::default(),
            lineage: RefCell::default(),
            taken: RefCell::default(),
        }
    }

    /// The record's own id.
    pub(crate) fn id(&self, row: &Row<'_>, namespace: Namespace) -> Slug {
        self.id_of(row, namespace, Slug::new, "letters a-z, digits and hyphens")
    }

    /// The id of a record that may go on from others of an earlier edition.
    pub(crate) fn id_in_line(&self, row: &Row<'_>) -> Slug {
        let id = self.id(row, Namespace::Plan);
        let formerly = ids_elsewhere(row, "formerly");
        if !formerly.is_empty() {
            self.lineage.borrow_mut().formerly.push((id.clone(), formerly));
        }
        id
    }

    /// Notes the actions of earlier editions on which the record with this id reports.
    pub(crate) fn answers(&self, row: &Row<'_>, id: &Slug) {
        let answers = ids_elsewhere(row, "answers");
        if !answers.is_empty() {
            self.lineage.borrow_mut().answers.push((id.clone(), answers));
        }
    }

    /// A section's own id: the document's numbers have full stops.
    pub(crate) fn section_id(&self, row: &Row<'_>) -> Slug {
        self.id_of(row, Namespace::Plan, Slug::numbered, "letters a-z, digits, hyphens and full stops")
    }

    fn id_of(&self, row: &Row<'_>, namespace: Namespace, read: fn(&str) -> Option<Slug>, allowed: &str) -> Slug {
        let Some(text) = row.text_at("id") else { return Slug::default() };
        let slug = read(&text.value);
        if slug.is_none() && !text.value.is_empty() {
            row.wrong(
                "id",
                format!(
                    "the id “{}” may only have {allowed}, at most {} of them, and must begin \
                     and end with a letter or digit",
                    text.value,
                    Slug::LONGEST
                ),
            );
        }
        if slug.is_some() {
            self.take(row, namespace, &text);
        }
        slug.unwrap_or_default()
    }

    /// Notes an id that another record has as well.
    pub(crate) fn take(&self, row: &Row<'_>, namespace: Namespace, id: &At<String>) {
        let before = self.taken.borrow_mut().insert((namespace, id.value.clone()), id.place);
        if let Some(before) = before {
            row.wrong_at(
                id.place,
                format!("the id “{}” is taken already, on {before}. Give one of the two another id", id.value),
            );
        }
    }

    /// A link that may be left out.
    pub(crate) fn optional_link(&self, row: &Row<'_>) -> Option<LinkId> {
        let id = row.optional_at("link")?;
        self.links.resolve(row, &id).map(LinkId)
    }

    /// A link that must be there.
    pub(crate) fn link(&self, row: &Row<'_>, key: &'static str) -> LinkId {
        LinkId(row.text_at(key).and_then(|it| self.links.resolve(row, &it)).unwrap_or_default())
    }

    /// Partners that a list of ids names.
    pub(crate) fn partners(&self, row: &Row<'_>, list: &[At<String>]) -> Vec<PartnerId> {
        self.partners.resolve_all(row, list, PartnerId)
    }

    /// The section that a key names.
    pub(crate) fn section(&self, row: &Row<'_>, key: &'static str) -> Option<SectionId> {
        let id = row.text_at(key)?;
        self.sections.resolve(row, &id).map(SectionId)
    }

    /// The place of a section in the document's order, where its heading is known; a mistake is noted elsewhere.
    pub(crate) fn resolve_quietly(&self, section: &str) -> Option<usize> {
        self.sections.find(section).map(usize::from)
    }

    /// The record's quote, in its section.
    pub(crate) fn source(&self, row: &Row<'_>) -> Source {
        self.source_of(row, "quote", "section")
    }

    /// A quote and its section under keys of other names.
    pub(crate) fn source_of(&self, row: &Row<'_>, quote: &'static str, section: &'static str) -> Source {
        let section = self.section(row, section);
        let scope = section.map_or(Scope::Anywhere, |it| Scope::Section(it.index()));
        let quote = row.text_at(quote);
        self.quoted(row, quote.as_ref(), scope, section, true)
    }

    /// A quote and its section that are cited beside something else: the full text does not show them, so they do not count
    /// as covering the document.
    pub(crate) fn cited(&self, row: &Row<'_>, quote: &'static str, section: &'static str) -> Source {
        let section = self.section(row, section);
        let scope = section.map_or(Scope::Anywhere, |it| Scope::Section(it.index()));
        let quote = row.text_at(quote);
        self.quoted(row, quote.as_ref(), scope, section, false)
    }

    /// A quote that is looked for in one part of the document and cited with a section.
    pub(crate) fn quoted(
        &self,
        row: &Row<'_>,
        quote: Option<&At<String>>,
        scope: Scope,
        section: Option<SectionId>,
        covers: bool,
    ) -> Source {
        let section = section.unwrap_or(SectionId(0));
        let Some(quote) = quote else { return Source { quote: String::new(), section, at: 0 } };
        let found = self.find(row, "the quote", quote, scope, covers);
        let shown =
            found.map_or_else(|| tidy(&quote.value), |at| self.text.shown(at..at + tidy(&quote.value).chars().count()));
        self.quotes.borrow_mut().push(shown.clone());
        Source { quote: shown, section, at: found.and_then(|it| u32::try_from(it).ok()).unwrap_or(0) }
    }

    /// Where words stand in one part of the document; notes it where they do not. What is shown on the page counts as
    /// covered by the record.
    pub(crate) fn find(
        &self,
        row: &Row<'_>,
        what: &str,
        words: &At<String>,
        scope: Scope,
        covers: bool,
    ) -> Option<usize> {
        // Without the document, every quote would seem wrong.
        if self.text.is_empty() || words.value.trim().is_empty() {
            return None;
        }
        let begin = beginning(&tidy(&words.value), 8);
        let (found, ranges) = match self.text.look_up(&words.value, scope) {
            Lookup::Here(range) => (Some(range.start), self.text.every_place(&words.value, scope)),
            Lookup::OtherCase(range) => {
                let shown = beginning(&self.text.shown(range.clone()), 8);
                row.wrong_at(
                    words.place,
                    format!(
                        "{what} “{begin}” is written “{shown}” on line {} of \
                         source.txt. Copy it with its capital and small letters",
                        self.text.line_at(range.start)
                    ),
                );
                (None, vec![range])
            }
            Lookup::Elsewhere(other, range) => {
                let right = self.name_of(other);
                row.wrong_at(
                    words.place,
                    format!(
                        "{what} “{begin}” does not stand in {}, but in {right} (line \
                         {} of source.txt). Correct the section or the words",
                        self.name_of(scope),
                        self.text.line_at(range.start)
                    ),
                );
                (Some(range.start), vec![range])
            }
            Lookup::Nowhere(parted) => {
                let told = parted.as_ref().map_or_else(
                    || String::from("not even its first words. Copy the words from source.txt"),
                    |it| {
                        let line = it.line;
                        let quote = if it.quote.is_empty() {
                            String::from("ends within a word")
                        } else {
                            format!("goes on with “{}”", it.quote)
                        };
                        format!(
                            "it agrees up to “{}”; there the source goes on with “{}” (line {line} of \
                             source.txt), where this {quote}. Copy the words from source.txt",
                            it.agreed, it.document
                        )
                    },
                );
                row.wrong_at(words.place, format!("{what} “{begin}” is not in source.txt: {told}"));
                // One slip in a quote should not be told a second time as words that nothing quotes.
                (None, parted.map(|it| it.range).into_iter().collect())
            }
        };
        if covers {
            let mut cover = self.cover.borrow_mut();
            for range in ranges {
                cover.add(range);
            }
        }
        found
    }

    /// What messages call a part of the document.
    pub(crate) fn name_of(&self, scope: Scope) -> String {
        match scope {
            Scope::Front => String::from("the lines before the first section"),
            Scope::Anywhere => String::from("the document"),
            Scope::Section(at) => format!("section “{}”", self.sections.slugs.get(at).map_or("", String::as_str)),
        }
    }
}
