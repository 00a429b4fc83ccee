//! What a search text finds: entries by their own words, by the names of what they belong to, and by everyday words; and contacts.

use super::bits::Entries;
use super::facet::Choice;
use super::facts::{ContactFacts, EverydayFacts, Facts};
use super::index::Index;
use super::search::{Spelling, Word, Words, each_word};
use crate::plan::{ContactId, limits};

/// All that searching must know of a plan.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    index: Index,
    targets: Vec<Target>,
    names: Vec<Name>,
    everyday: Vec<Everyday>,
    contacts: Vec<Vec<String>>,
    /// How many entries there are.
    size: usize,
}

/// A priority, a partner or a ward, with the entries that belong to it.
#[derive(Clone, Debug)]
struct Target {
    choice: Choice,
    members: Entries,
}

/// A name of a target.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its place among the targets.
    target: usize,
    pub(super) text: String,
    /// Whether it is a name of ours.
    pub(super) ours: bool,
    words: Vec<String>,
}

/// Everyday words: of each phrase the words that must be found, and what it leads to.
#[derive(Clone, Debug)]
struct Everyday {
    says: Vec<Vec<String>>,
    /// Entries in which the plan says it.
    entries: Entries,
    /// Entries of priorities that it belongs to.
    members: Entries,
    facts: EverydayFacts,
}

/// A phrase of everyday words that was typed.
pub(super) struct Said<'l> {
    everyday: &'l Everyday,
    /// The phrase, as it is in the list.
    pub(super) says: &'l str,
    /// For each word of the search text, whether it is one of the phrase.
    covers: Vec<bool>,
}

impl<'l> Said<'l> {
    /// What it leads to.
    pub(super) fn facts(&self) -> &'l EverydayFacts {
        &self.everyday.facts
    }
}

/// The entries that hold every word: each set holds the one before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    /// In the plan's own words.
    pub(super) plan: Entries,
    /// Or in ours beside them.
    pub(super) ours: Entries,
    /// Or in a name of what they belong to.
    pub(super) all: Entries,
}

impl Hits {
    fn none(size: usize) -> Self {
        let none = Entries::none(size);
        Self { plan: none.clone(), ours: none.clone(), all: none }
    }

    fn retain(&mut self, other: &Self) {
        self.plan.retain(&other.plan);
        self.ours.retain(&other.ours);
        self.all.retain(&other.all);
    }
}

impl Lookup {
    pub(super) fn new(facts: &Facts) -> Self {
        let size = facts.entries.len().min(limits::ENTRIES);
        let (targets, names) = targets(facts, size);
        let everyday = facts.everyday.iter().map(|it| Everyday::new(facts, it, size));
        Self {
            // Copied, so that it stands on its own: some 30 kB for a plan of a hundred entries.
            index: facts.index.clone(),
            targets,
            names,
            everyday: everyday.collect(),
            contacts: facts.contacts.iter().map(contact_words).collect(),
            size,
        }
    }

    /// A set without entries.
    pub(super) fn no_entries(&self) -> Entries {
        Entries::none(self.size)
    }

    /// The entries that hold every word, or nothing where there is no word to search for.
    pub(super) fn find(&self, words: &Words) -> Option<Hits> {
        let said = self.said(words);
        let mut found: Option<Hits> = None;
        for (at, word) in words.all().iter().enumerate() {
            let hits = self.hits(at, word, &said);
            match &mut found {
                Some(found) => found.retain(&hits),
                None => found = Some(hits),
            }
        }
        found
    }

    /// The entries that hold one word.
    fn hits(&self, at: usize, word: &Word, said: &[Said<'_>]) -> Hits {
        let mut hits = Hits::none(self.size);
        for holder in word.spellings.iter().flat_map(|it| self.index.holders(it)) {
            hits.ours.insert(holder.entry());
            if !holder.is_ours() {
                hits.plan.insert(holder.entry());
            }
        }
        let said = || said.iter().filter(|it| it.covers.get(at) == Some(&true)).map(|it| it.everyday);
        for everyday in said() {
            hits.plan.add(&everyday.entries);
        }
        hits.ours.add(&hits.plan);
        hits.all.add(&hits.ours);
        for target in self.named(word).filter_map(|it| self.targets.get(it.target)) {
            hits.all.add(&target.members);
        }
        for everyday in said() {
            hits.all.add(&everyday.members);
        }
        hits
    }

    /// The names that hold a word.
    fn named<'l>(&'l self, word: &'l Word) -> impl Iterator<Item = &'l Name> {
        self.names.iter().filter(|name| name.words.iter().any(|it| word.finds(it)))
    }

    /// The everyday phrases that were typed: every word of such a phrase, in any order.
    pub(super) fn said(&self, words: &Words) -> Vec<Said<'_>> {
        let mut said = Vec::new();
        for everyday in &self.everyday {
            for (phrase, says) in everyday.says.iter().zip(&everyday.facts.says) {
                let mut covers = vec![false; words.all().len()];
                let mut is_said = |wanted: &String| {
                    let mut some = false;
                    for (word, covers) in words.all().iter().zip(&mut covers) {
                        if is_said_by(word, wanted) {
                            *covers = true;
                            some = true;
                        }
                    }
                    some
                };
                if !phrase.is_empty() && phrase.iter().all(&mut is_said) {
                    said.push(Said { everyday, says, covers });
                }
            }
        }
        said
    }

    /// The contacts of which every word finds something, and those that everyday words lead to.
    pub(super) fn help(&self, words: &Words) -> Vec<ContactId> {
        let said = self.said(words);
        let finds = |contact: usize| {
            let leads = |it: &Said<'_>| it.facts().contacts.iter().any(|it| it.index() == contact);
            let held = |at: usize, word: &Word| {
                let holds = self.contacts.get(contact).is_some_and(|it| it.iter().any(|it| word.finds(it)));
                holds || said.iter().any(|it| it.covers.get(at) == Some(&true) && leads(it))
            };
            // One or two letters begin a word of nearly all.
            let long = words.all().iter().any(|it| it.letters().len() > 2);
            long && words.all().iter().enumerate().all(|(at, word)| held(at, word))
        };
        (0..).take(self.contacts.len()).filter(|at| finds(usize::from(*at))).map(ContactId).collect()
    }

    /// What those entries belong to of which a name was found, with the name that holds most of the words; not more than a few.
    pub(super) fn belongs(&self, words: &Words, entries: &Entries) -> Vec<(&Choice, &Name)> {
        let held = |name: &Name| words.all().iter().filter(|word| name.words.iter().any(|it| word.finds(it))).count();
        let of = |at: usize| {
            let mut best: Option<(usize, &Name)> = None;
            for name in self.names.iter().filter(|it| it.target == at) {
                let held = held(name);
                if held > best.map_or(0, |it| it.0) {
                    best = Some((held, name));
                }
            }
            best.map(|it| it.1)
        };
        let meet = self.targets.iter().enumerate().filter(|(_, it)| it.members.meets(entries));
        meet.filter_map(|(at, it)| Some((&it.choice, of(at)?))).collect()
    }

    /// For a search text that finds nothing: the same with another word for each that nothing has, one letter away from it.
    pub(super) fn meant(&self, text: &str) -> Option<String> {
        let text = super::search::tidy(text);
        let words = Words::new(&text);
        let said = self.said(&words);
        let (mut meant, mut done) = (String::new(), 0);
        for (at, word) in words.all().iter().enumerate() {
            let is_known =
                self.known().any(|it| word.finds(it.0)) || said.iter().any(|it| it.covers.get(at) == Some(&true));
            if is_known {
                continue;
            }
            let other = self.nearest(word.letters())?;
            meant.push_str(super::fold::cut(&text, done..word.start));
            meant.push_str(other);
            done = word.end;
        }
        meant.push_str(super::fold::cut(&text, done..));
        (done > 0).then_some(meant)
    }

    /// The word that is one typing error away from this: of several, the one that most entries hold.
    fn nearest(&self, word: &str) -> Option<&str> {
        let mut best: Option<(usize, &str)> = None;
        if word.len() < SHORTEST || word.bytes().any(|it| it.is_ascii_digit()) {
            return None;
        }
        for (other, holders) in self.known() {
            let near = other.len().abs_diff(word.len()) <= 4 && strsim::osa_distance(word, other) == 1;
            if near && holders > best.map_or(0, |it| it.0) {
                best = Some((holders, other));
            }
        }
        best.map(|it| it.1)
    }

    /// All words by which something is found, each with how much it finds, and at least 1.
    fn known(&self) -> impl Iterator<Item = (&str, usize)> {
        let names = self.names.iter().flat_map(|it| &it.words);
        let said = self.everyday.iter().flat_map(|it| it.says.iter().flatten());
        let others = names.chain(said).chain(self.contacts.iter().flatten());
        self.index.words().chain(others.map(|it| (it.as_str(), 1)))
    }
}

/// In a shorter word one letter is too much of it.
const SHORTEST: usize = 4;

/// Whether a word of an everyday phrase was typed: as it is, as another form, or its beginning, which must be longer than what many words
/// begin with.
fn is_said_by(word: &Word, wanted: &str) -> bool {
    let letters = word.letters();
    letters == wanted || (letters.len() > 2 && word.spellings.first().is_some_and(|it: &Spelling| it.finds(wanted)))
}

impl Everyday {
    fn new(facts: &Facts, it: &EverydayFacts, size: usize) -> Self {
        let (mut entries, mut members) = (Entries::none(size), Entries::none(size));
        for entry in &it.entries {
            entries.insert(entry.index());
        }
        for (at, entry) in facts.entries.iter().enumerate() {
            if entry.priorities.iter().any(|own| it.priorities.contains(own)) {
                members.insert(at);
            }
        }
        let phrase = |says: &String| Words::new(says).all().iter().map(|it| it.letters().to_owned()).collect();
        Self { says: it.says.iter().map(phrase).collect(), entries, members, facts: it.clone() }
    }
}

/// All that entries belong to, and all its names.
fn targets(facts: &Facts, size: usize) -> (Vec<Target>, Vec<Name>) {
    let (mut targets, mut names) = (Vec::new(), Vec::new());
    let mut add = |choice: Choice, short: &String, also: &[String], ours: &[String]| {
        let target = targets.len();
        targets.push(Target { choice, members: Entries::none(size) });
        let also = std::iter::once(short).chain(also).map(|it| (it, false));
        for (text, ours) in also.chain(ours.iter().map(|it| (it, true))) {
            names.push(Name { target, text: text.clone(), ours, words: words_of([text.as_str()]) });
        }
    };
    for (id, it) in facts.priority_ids().zip(&facts.priorities) {
        add(Choice::Priority(id), &it.short, &it.other_names, &it.our_names);
    }
    for (id, it) in facts.partner_ids().zip(&facts.partners) {
        add(Choice::Partner(id), &it.short, &it.other_names, &it.our_names);
    }
    for (id, it) in facts.ward_ids().zip(&facts.wards) {
        add(Choice::Ward(id), &it.name, &[], &[]);
    }
    let partners = facts.priorities.len();
    let wards = partners + facts.partners.len();
    for (at, entry) in facts.entries.iter().enumerate().take(size) {
        let own = entry.priorities.iter().map(|it| it.index()).filter(|it| *it < partners);
        let parts = entry.partners.iter().map(|it| partners + it.index()).filter(|it| *it < wards);
        let places = entry.wards.iter().flatten().map(|it| wards + it.index());
        for target in own.chain(parts).chain(places) {
            if let Some(it) = targets.get_mut(target) {
                it.members.insert(at);
            }
        }
    }
    (targets, names)
}

/// The words by which texts are found.
fn words_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut words = Vec::new();
    for text in texts {
        each_word(text, |word, _| words.push(word.to_owned()));
    }
    words
}

/// The words by which a contact is found; its number also as people type it, without blanks.
fn contact_words(it: &ContactFacts) -> Vec<String> {
    let phone = it.phone.as_deref().unwrap_or_default();
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    words_of([it.name.as_str(), &it.when, phone, &digits])
}
