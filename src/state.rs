//! What the visitor has chosen, and everything that follows from it, as one `Copy` struct of signals with named commands.
//!
//! The query is the one fact that is owned here (the address mirrors it); the selection, the groups and the counts are
//! derived. Views read signals and call commands; no effect writes a signal. The world outside (address, focus, printing)
//! is reached through [`World`], which the browser implements and [`Still`] stands in for natively.
//!
//! **Architecture invariant:** no browser interface and no view is named here.

mod world;

pub use world::{Step, Still, World};

use crate::plan::{EntryId, Plan, WardId};
use crate::query::search::Words;
use crate::query::{self, Choice, Engine, Group, Order, Query, Selection, View};
use leptos::prelude::*;
use std::rc::Rc;

/// How long a pause in typing ends a change, in milliseconds: then it is announced, once.
const PAUSE: u32 = 600;

/// Everything that a view may read or do. Cheap to copy: it holds only arena keys and a reference.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The plan.
    pub plan: &'static Plan,
    engine: &'static Engine,
    query: RwSignal<Query>,
    /// What the query leaves, and what each further choice would give.
    pub selection: Memo<Selection>,
    /// The selection, by priority.
    pub groups: Memo<Vec<Group>>,
    /// The search text, taken apart; texts on the page are marked again only when it changes.
    pub words: Memo<Words>,
    /// The chosen wards.
    pub wards: Memo<query::Set<WardId>>,
    /// The order in which priorities are listed.
    pub order: Memo<Order>,
    status: RwSignal<String>,
    dropped: RwSignal<Option<String>>,
    filters_open: RwSignal<bool>,
    level: u8,
    pending: StoredValue<u32>,
    world: StoredValue<Rc<dyn World>, LocalStorage>,
}

impl Explorer {
    /// An explorer of `plan` that starts with what the address says.
    ///
    /// `level` is the heading level of its title, 1 to 4. Must be called under a Leptos owner that lives as long as the
    /// explorer does.
    #[must_use]
    pub fn new(plan: &'static Plan, engine: &'static Engine, level: u8, world: Rc<dyn World>) -> Self {
        let parsed = world.read(plan);
        let query = RwSignal::new(parsed.query);
        let selection = Memo::new(move |_| query.with(|query| engine.select(query)));
        let groups =
            Memo::new(move |_| selection.with(|selection| query.with(|query| query::groups(plan, selection, query))));
        Self {
            plan,
            engine,
            query,
            selection,
            groups,
            words: Memo::new(move |_| query.with(|query| Words::new(&query.words))),
            wards: Memo::new(move |_| query.with(|query| query.wards.clone())),
            order: Memo::new(move |_| query.with(|query| query.order)),
            status: RwSignal::new(String::new()),
            dropped: RwSignal::new(query::link::note(&parsed.dropped)),
            filters_open: RwSignal::new(false),
            level: level.clamp(1, 4),
            pending: StoredValue::new(0),
            world: StoredValue::new_local(world),
        }
    }

    /// The query as it stands; tracked.
    #[must_use]
    pub fn query(&self) -> Query {
        self.query.get()
    }

    /// The query as it stands; not tracked, for commands.
    #[must_use]
    pub fn query_now(&self) -> Query {
        self.query.get_untracked()
    }

    /// Reads the query without copying it; tracked.
    pub fn with_query<T>(&self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with(read)
    }

    /// The view on show; tracked.
    #[must_use]
    pub fn view(&self) -> View {
        self.query.with(|query| query.view)
    }

    /// Whether a choice is made; tracked.
    #[must_use]
    pub fn has(&self, choice: &Choice) -> bool {
        self.query.with(|query| query.has(choice))
    }

    /// How many entries the query leaves; tracked.
    #[must_use]
    pub fn total(&self) -> usize {
        self.selection.with(|selection| selection.entries.len())
    }

    /// Whether the query leaves this entry; tracked.
    #[must_use]
    pub fn leaves(&self, entry: EntryId) -> bool {
        self.selection.with(|selection| selection.entries.binary_search(&entry).is_ok())
    }

    /// What the status region says; tracked.
    #[must_use]
    pub fn status(&self) -> String {
        self.status.get()
    }

    /// A polite sentence on what in the address was not understood, if anything; tracked.
    #[must_use]
    pub fn dropped(&self) -> Option<String> {
        self.dropped.get()
    }

    /// Whether the filter sheet is open over the results; tracked.
    #[must_use]
    pub fn filters_open(&self) -> bool {
        self.filters_open.get()
    }

    /// Whether the filter sheet is open; not tracked, for commands.
    #[must_use]
    pub fn filters_open_now(&self) -> bool {
        self.filters_open.get_untracked()
    }

    /// Whether what is on show may put somebody at risk; tracked.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.query.with(|query| query::is_private(self.plan, query))
    }

    /// Whether the search text is one that is kept out of the address; tracked.
    #[must_use]
    pub fn search_kept_back(&self) -> bool {
        self.query.with(|query| {
            let words = Query { words: query.words.clone(), ..Query::default() };
            query::is_private(self.plan, &words)
        })
    }

    /// The heading level that stands `below` so many levels under the title, at most 6.
    #[must_use]
    pub fn heading(&self, below: u8) -> u8 {
        (self.level + below).min(6)
    }

    /// The choices whose removal would give results, with how many; for an empty selection. Tracked.
    #[must_use]
    pub fn relaxations(&self) -> Vec<(Choice, usize)> {
        self.query.with(|query| self.engine.relax(query))
    }

    /// The address of another query, for the `href` of a link to it.
    #[must_use]
    pub fn address_of(&self, query: &Query) -> String {
        self.world.with_value(|world| world.address(self.plan, query))
    }

    /// Makes a choice, or takes it back.
    pub fn toggle(&self, choice: Choice) {
        self.change(|query| query.toggle(choice));
    }

    /// Shows the results of another query, from their top.
    pub fn open(&self, query: Query) {
        self.change(|it| *it = query);
        self.focus("results-title");
    }

    /// Takes back one choice and keeps the keyboard where the choices are.
    pub fn remove(&self, choice: &Choice) {
        self.change(|query| *query = query.without(choice));
        self.focus("results-title");
    }

    /// Takes back every choice.
    pub fn clear(&self) {
        self.change(|query| *query = query.cleared());
        self.focus("results-title");
    }

    /// Takes back every choice from inside the filters: the keyboard stays there.
    pub fn clear_here(&self) {
        self.change(|query| *query = query.cleared());
        self.focus("filters-title");
    }

    /// Takes back every choice, on a view whose figures they filter.
    pub fn clear_in_view(&self) {
        self.change(|query| *query = query.cleared());
        self.focus("view-title");
    }

    /// Shows another view, from its top.
    pub fn show(&self, view: View) {
        self.change(|query| query.view = view);
        self.focus("view-title");
    }

    /// Lists priorities in another order.
    pub fn set_order(&self, order: Order) {
        self.change(|query| query.order = order);
    }

    /// Chooses one ward, or none: the quick choice at the top of the page.
    pub fn set_ward(&self, ward: Option<WardId>) {
        self.change(|query| query.wards = ward.into_iter().collect());
    }

    /// Searches while the visitor types: replaces the address, and announces after a pause.
    pub fn search(&self, words: &str) {
        let mut next = self.query.get_untracked();
        next.words.clear();
        next.words.push_str(words);
        self.write(&next, Step::Replace);
        self.query.set(next);
        self.dropped.set(None);
        let turn = self.pending.get_value() + 1;
        self.pending.set_value(turn);
        let explorer = *self;
        self.world.with_value(|world| {
            world.later(
                PAUSE,
                Box::new(move || {
                    if explorer.pending.try_get_value() == Some(turn) {
                        explorer.announce();
                    }
                }),
            );
        });
    }

    /// The visitor went back or forward.
    pub fn follow_address(&self) {
        let parsed = self.world.with_value(|world| world.read(self.plan));
        self.dropped.set(query::link::note(&parsed.dropped));
        self.query.set(parsed.query);
        self.announce();
    }

    /// Opens the filter sheet.
    pub fn open_filters(&self) {
        self.filters_open.set(true);
        self.focus("filters-title");
    }

    /// Closes the filter sheet, and gives the keyboard back to the button that opened it.
    pub fn close_filters(&self) {
        self.filters_open.set(false);
        self.focus("filters-opener");
    }

    /// Closes the filter sheet on its results.
    pub fn show_results(&self) {
        self.filters_open.set(false);
        self.focus("results-title");
    }

    /// Goes to an element of ours by its name.
    pub fn focus(&self, name: &'static str) {
        self.world.with_value(|world| world.focus(name));
    }

    /// Goes to the place with this name on the view on show.
    pub fn go_to(&self, name: &str) {
        self.world.with_value(|world| world.focus(name));
    }

    /// Shows the passage of the full text in which a record stands.
    pub fn show_passage(&self, id: &str) {
        self.change(|query| query.view = View::Text);
        self.go_to(&["text-", id].concat());
    }

    /// Leaves this page at once, leaving no trail.
    pub fn leave(&self) {
        self.world.with_value(|world| world.leave());
    }

    /// Calls back after so many milliseconds, for what a component forgets by itself.
    pub fn later(&self, milliseconds: u32, call: impl FnOnce() + 'static) {
        self.world.with_value(|world| world.later(milliseconds, Box::new(call)));
    }

    /// Prints what is on show.
    pub fn print(&self) {
        self.world.with_value(|world| world.print());
    }

    fn change(&self, edit: impl FnOnce(&mut Query)) {
        let before = self.query.get_untracked();
        let mut next = before.clone();
        edit(&mut next);
        if next == before {
            return;
        }
        // What may put somebody at risk must not pile up in the browser's history.
        let private = query::is_private(self.plan, &next) || query::is_private(self.plan, &before);
        self.write(&next, if private { Step::Replace } else { Step::Push });
        self.query.set(next);
        self.dropped.set(None);
        self.pending.update_value(|turn| *turn += 1);
        self.announce();
    }

    fn write(&self, query: &Query, step: Step) {
        self.world.with_value(|world| world.write(self.plan, query, step));
    }

    fn announce(&self) {
        let total = self.selection.with_untracked(|selection| selection.entries.len());
        let sentence = self.query.with_untracked(|query| query::announce(self.plan, total, query));
        self.status.set(sentence);
    }
}
