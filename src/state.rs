//! What the visitor has chosen, and everything that follows from it, as one `Copy` struct of signals with named commands.
//!
//! The query is the one fact that is owned here (the address mirrors it); the selection, the groups and the counts are derived, as one
//! [`Snapshot`]. Whoever shows it reads signals and calls commands; no effect writes a signal. Its surroundings (address, keyboard,
//! timers) are reached through [`Host`], which the browser implements and [`FakeHost`] stands in for natively.
//!
//! **Architecture invariant:** no browser interface and no page is named here.

mod drawer;
mod finder;
mod host;
mod snapshot;
mod wards;
mod ways;

pub use finder::{Device, Finder, NoDevice};
#[cfg(not(target_arch = "wasm32"))]
pub use host::FakeHost;
pub use host::{Host, Step, Timer};
pub use snapshot::Snapshot;

use crate::plan::{EntryId, WardId};
use crate::query::search::Words;
use crate::query::{self, Choice, Engine, Facts, Found, Order, Query, Stage, Tally, View};
use leptos::prelude::*;
use snapshot::is_kept_back;
use std::rc::Rc;
use std::sync::Arc;

/// The debounce of announcing what typing found, in milliseconds.
const TYPING: u32 = 600;
/// The debounce of marking what was found, in milliseconds: not between two letters, where it would hold the next one up.
const MARKS: u32 = 250;

/// Everything that a page may read or do: arena keys and references, cheap to copy.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// What filters and addresses must know of the plan.
    pub facts: &'static Facts,
    engine: &'static Engine,
    now: RwSignal<Arc<Snapshot>>,
    /// Whose words are marked in the texts: the same, a moment later.
    marks: RwSignal<Arc<Snapshot>>,
    wards: Memo<query::Set<WardId>>,
    view: Memo<View>,
    status: RwSignal<String>,
    dropped: RwSignal<String>,
    filters_open: RwSignal<bool>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
}

impl Explorer {
    /// An explorer that wants nothing yet, as the page shows it at first; [`Explorer::start`] has it want what the address says.
    ///
    /// Must be called under a Leptos owner that lives as long as the explorer does.
    #[must_use]
    pub fn new(facts: &'static Facts, engine: &'static Engine, host: Rc<dyn Host>) -> Self {
        let first = Arc::new(Snapshot::of(facts, engine, Query::default()));
        let now = RwSignal::new(Arc::clone(&first));
        Self {
            facts,
            engine,
            now,
            marks: RwSignal::new(first),
            wards: Memo::new(move |_| now.with(|now| now.query.wards.clone())),
            view: Memo::new(move |_| now.with(|now| now.query.view)),
            status: RwSignal::new(String::new()),
            dropped: RwSignal::new(String::new()),
            filters_open: RwSignal::new(false),
            host: StoredValue::new_local(host),
        }
    }

    /// Wants what the address says. Where it says nothing, what the visitor chose on the page before the program came counts, and is put
    /// into the address.
    pub fn start(&self, gathered: Query) {
        let parsed = self.read();
        if parsed.query == Query::default() && parsed.dropped.is_empty() {
            if gathered != Query::default() {
                self.write(&gathered, Step::Replace);
            }
            self.set(gathered);
        } else {
            self.set(parsed.query);
            self.dropped.set(query::link::note(&parsed.dropped).unwrap_or_default());
        }
    }

    /// How things stand; tracked.
    #[must_use]
    pub fn now(&self) -> Arc<Snapshot> {
        self.now.with(Arc::clone)
    }

    /// Reads how things stand; tracked.
    pub fn with<T>(&self, read: impl FnOnce(&Snapshot) -> T) -> T {
        self.now.with(|now| read(now))
    }

    /// The query as it stands; tracked.
    #[must_use]
    pub fn query(&self) -> Query {
        self.with(|now| now.query.clone())
    }

    /// The query as it stands; not tracked, for commands.
    #[must_use]
    pub fn query_now(&self) -> Query {
        self.now.with_untracked(|now| now.query.clone())
    }

    /// Reads the query without copying it; tracked.
    pub fn with_query<T>(&self, read: impl FnOnce(&Query) -> T) -> T {
        self.with(|now| read(&now.query))
    }

    /// The view on show; tracked.
    #[must_use]
    pub fn view(&self) -> View {
        self.view.get()
    }

    /// Reads the chosen wards; tracked, and so only when they change.
    pub fn with_wards<T>(&self, read: impl FnOnce(&query::Set<WardId>) -> T) -> T {
        self.wards.with(|wards| read(wards))
    }

    /// Reads the words to be marked, taken apart; tracked, and so only when they change.
    pub fn with_words<T>(&self, read: impl FnOnce(&Words) -> T) -> T {
        self.marks.with(|now| read(&now.words))
    }

    /// Whether a choice is made; tracked.
    #[must_use]
    pub fn has(&self, choice: &Choice) -> bool {
        self.with_query(|query| query.has(choice))
    }

    /// How many entries the query leaves; tracked.
    #[must_use]
    pub fn total(&self) -> usize {
        self.with(Snapshot::total)
    }

    /// Whether the query leaves this entry; tracked.
    #[must_use]
    pub fn leaves(&self, entry: EntryId) -> bool {
        self.with(|now| now.leaves(entry))
    }

    /// What the status region says; tracked.
    #[must_use]
    pub fn status(&self) -> String {
        self.status.with(String::clone)
    }

    /// A polite sentence on what in the address was not understood, if anything; tracked.
    #[must_use]
    pub fn dropped(&self) -> Option<String> {
        Some(self.dropped.with(String::clone)).filter(|note| !note.is_empty())
    }

    /// Whether what is on show may put somebody at risk; tracked.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.with(|now| now.is_private)
    }

    /// The choices whose removal would give results, with what they give; for an empty selection. Tracked.
    #[must_use]
    pub fn relaxations(&self) -> Vec<(Choice, Tally)> {
        self.with_query(|query| {
            let with_tally = |(choice, _)| {
                let tally = self.tally(&query.without(&choice));
                (choice, tally)
            };
            self.engine.relax(query).into_iter().map(with_tally).collect()
        })
    }

    /// What the words searched for found, told apart; nothing where none are. Tracked.
    #[must_use]
    pub fn found(&self) -> Option<Found> {
        self.with(|now| self.engine.found(&now.query, &now.selection))
    }

    /// What another query would leave.
    #[must_use]
    pub fn tally(&self, query: &Query) -> Tally {
        Tally::of(self.facts, &self.engine.select(query).entries, query)
    }

    /// The address of another query, for the `href` of a link to it.
    #[must_use]
    pub fn address_of(&self, query: &Query) -> String {
        self.host.with_value(|host| host.address(self.facts, query))
    }

    /// Wants what another part of the page asks for.
    pub fn choose(&self, query: Query) {
        self.change(|it| *it = query);
    }

    /// Reports to whoever else is on the page what the visitor wants.
    pub fn report(&self) {
        self.now.with_untracked(|now| {
            self.host.with_value(|host| host.report(self.facts, &now.query, now.total()));
        });
    }

    /// Makes a choice among filters, or takes it back. The list stays the list, whatever is left of the choices: filters must not go
    /// from under the finger.
    pub fn toggle(&self, choice: Choice) {
        self.change(|query| {
            query.toggle(choice);
            stay_in_list(query);
        });
    }

    /// Shows what another query asks for, from its top.
    pub fn open(&self, query: Query) {
        self.change(|it| *it = query);
        self.focus_answer();
    }

    /// Searches for other words in place of those that were typed, and shows what they find.
    pub fn search_instead(&self, words: &str) {
        self.change(|query| words.clone_into(&mut query.words));
        self.focus("results-title");
    }

    /// Takes back one choice and keeps the keyboard where the choices are.
    pub fn remove(&self, choice: &Choice) {
        self.change(|query| {
            *query = query.without(choice);
            stay_in_list(query);
        });
        self.focus_answer();
    }

    /// Takes back every choice.
    pub fn clear(&self) {
        self.change(|query| {
            let was_list = query.stage() == Stage::List;
            *query = query.cleared();
            if was_list {
                stay_in_list(query);
            }
        });
        self.focus_answer();
    }

    /// Takes back every choice from inside the filters: the keyboard stays there.
    pub fn clear_here(&self) {
        self.change(|query| {
            *query = query.cleared();
            stay_in_list(query);
        });
        self.focus("filters-title");
    }

    /// Takes back every choice, on a view whose figures they filter.
    pub fn clear_in_view(&self) {
        self.change(|query| *query = query.cleared());
        self.focus_answer();
    }

    /// Lists priorities in another order.
    pub fn set_order(&self, order: Order) {
        // The results stay the same, so the sentence on them would too, and nothing would be heard.
        let sentence = match order {
            Order::Alphabetical => "Priorities are listed from A to Z.",
            Order::Plan => "Priorities are listed as in the plan.",
        };
        self.change_saying(|query| query.order = order, Some(sentence));
    }

    /// Searches while the visitor types: replaces the address, and announces after a pause.
    pub fn search(&self, words: &str) {
        let mut next = self.query_now();
        next.words.clear();
        next.words.push_str(words);
        self.write(&next, Step::Replace);
        self.set(next);
        let explorer = *self;
        self.host.with_value(|host| host.later(Timer::Typing, TYPING, Box::new(move || explorer.announce())));
    }

    /// The visitor went back or forward.
    pub fn follow_address(&self) {
        let parsed = self.read();
        self.set(parsed.query);
        self.dropped.set(query::link::note(&parsed.dropped).unwrap_or_default());
        self.announce();
    }

    fn change(&self, edit: impl FnOnce(&mut Query)) {
        self.change_saying(edit, None);
    }

    /// Changes the query, and says so: in these words, or by how many results there are.
    fn change_saying(&self, edit: impl FnOnce(&mut Query), sentence: Option<&str>) {
        let before = self.query_now();
        let mut next = before.clone();
        edit(&mut next);
        if next == before {
            return;
        }
        // What may put somebody at risk must not pile up in the browser's history.
        let private = query::is_private(self.facts, &next) || query::is_private(self.facts, &before);
        self.write(&next, if private { Step::Replace } else { Step::Push });
        self.set(next);
        match sentence {
            Some(sentence) => {
                self.host.with_value(|host| host.cancel(Timer::Typing));
                self.status.set(sentence.to_owned());
            }
            None => self.announce(),
        }
    }

    /// What the address says. Takes out of it what must not stand there: a link that somebody sent may hold telling words.
    fn read(&self) -> query::link::Parsed {
        let parsed = self.host.with_value(|host| host.read(self.facts));
        if is_kept_back(self.facts, &parsed.query) {
            self.write(&parsed.query, Step::Replace);
        }
        parsed
    }

    fn write(&self, query: &Query, step: Step) {
        self.host.with_value(|host| host.write(self.facts, query, step));
    }

    fn set(&self, query: Query) {
        if !self.dropped.with_untracked(String::is_empty) {
            self.dropped.set(String::new());
        }
        let now = Arc::new(Snapshot::of(self.facts, self.engine, query));
        self.now.set(Arc::clone(&now));
        self.report();
        let (marks, same) = (self.marks, self.marks.with_untracked(|it| it.words == now.words));
        let mark = Box::new(move || drop(marks.try_set(now)));
        self.host
            .with_value(|host| if same { host.cancel(Timer::Marks) } else { host.later(Timer::Marks, MARKS, mark) });
    }

    fn announce(&self) {
        // What was still to be said of typing is said now, once.
        self.host.with_value(|host| host.cancel(Timer::Typing));
        let sentence = self.now.try_with_untracked(|now| {
            let found = self.engine.found(&now.query, &now.selection);
            [query::announce(self.facts, now.tally, &now.query), found.map_or_else(String::new, said_too)].concat()
        });
        if let Some(sentence) = sentence {
            self.status.set(sentence);
        }
    }
}

/// What was chosen among filters is shown beside them.
fn stay_in_list(query: &mut Query) {
    if query.view == View::Explore {
        query.view = View::List;
    }
}

/// What is said besides of a search: contacts, or another spelling.
fn said_too(found: Found) -> String {
    let help = match found.help.len() {
        0 => String::new(),
        1 => " 1 contact that may help.".to_owned(),
        count => [" ", &count.to_string(), " contacts that may help."].concat(),
    };
    let meant = found.meant.map(|(words, _)| [" Did you mean “", &words, "”?"].concat());
    help + &meant.unwrap_or_default()
}
