//! What the visitor has chosen, and everything that follows from it, as one `Copy` struct of signals with named commands.
//!
//! The query is the one fact that is owned here (the address mirrors it); the selection, the groups and the counts are
//! derived. Views read signals and call commands; no effect writes a signal. The world outside (address, focus, printing)
//! is reached through [`World`], which the browser implements and [`Still`] stands in for natively.
//!
//! **Architecture invariant:** no browser interface and no view is named here.

mod exit_shortcut;
mod finder;
mod groups;
#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
mod now;
mod sheet;
mod wards;
mod world;

pub use exit_shortcut::{ExitShortcut, Input};
pub use finder::{Device, Finder, NoDevice};
pub use now::Now;
pub use world::{HARMLESS, News, Sketch, Slot, Step, Still, Take, World};

use crate::chart::drawing::Drawing;
use crate::plan::{Area, EntryId, Plan, WardId};
use crate::query::search::Words;
use crate::query::{self, Choice, Engine, Order, Query, View};
use leptos::prelude::*;
use now::{follow, tells, tidy_address};
use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

/// How long a pause in typing ends a change, in milliseconds: then it is announced, once.
const PAUSE: u32 = 600;
/// How long after a key what was found is marked, in milliseconds: in the first pause of typing, and not between two letters, where it
/// would hold the next one up.
const MARKS: u32 = 250;

/// Everything that a view may read or do: arena keys and references, cheap to copy.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The plan.
    pub plan: &'static Plan,
    /// The official figures of its area; only where charts and wards are shown.
    pub area: Option<&'static Area>,
    engine: &'static Engine,
    now: RwSignal<Arc<Now>>,
    /// Whose words are marked in the texts: the same, a moment later.
    marks: RwSignal<Arc<Now>>,
    // Parts of the query, for what depends on one of them alone. All of one type: each type of memo weighs in the download.
    lists: Memo<Query>,
    view: Memo<Query>,
    status: RwSignal<String>,
    dropped: RwSignal<String>,
    filters_open: RwSignal<bool>,
    groups: RwSignal<usize>,
    level: u8,
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
        tidy_address(plan, &*world, &parsed.query);
        let first = Arc::new(follow(plan, engine, parsed.query));
        let now = RwSignal::new(Arc::clone(&first));
        let part = move |part: fn(&Query) -> Query| Memo::new(move |_| now.with(|now| part(&now.query)));
        Self {
            plan,
            area: None,
            engine,
            now,
            marks: RwSignal::new(first),
            lists: part(|query| Query { wards: query.wards.clone(), order: query.order, ..Query::default() }),
            view: part(|query| Query { view: query.view, ..Query::default() }),
            status: RwSignal::new(String::new()),
            dropped: RwSignal::new(query::link::note(&parsed.dropped).unwrap_or_default()),
            filters_open: RwSignal::new(false),
            groups: RwSignal::new(usize::MAX),
            level: level.clamp(1, 4),
            world: StoredValue::new_local(world),
        }
    }

    /// Reads how things stand; tracked.
    pub fn with<T>(&self, read: impl FnOnce(&Now) -> T) -> T {
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
        self.view.with(|part| part.view)
    }

    /// The order in which priorities are listed; tracked.
    #[must_use]
    pub fn order(&self) -> Order {
        self.lists.with(|part| part.order)
    }

    /// Reads the chosen wards; tracked.
    pub fn with_wards<T>(&self, read: impl FnOnce(&query::Set<WardId>) -> T) -> T {
        self.lists.with(|part| read(&part.wards))
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
        self.with(|now| now.selection.entries.len())
    }

    /// Whether the query leaves this entry; tracked.
    #[must_use]
    pub fn leaves(&self, entry: EntryId) -> bool {
        self.with(|now| now.selection.entries.binary_search(&entry).is_ok())
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
        self.with_query(|query| query::is_private(self.plan, query))
    }

    /// Whether the search text is one that is kept out of the address; tracked.
    #[must_use]
    pub fn search_kept_back(&self) -> bool {
        self.with_query(|query| tells(self.plan, query))
    }

    /// The heading level that stands `below` so many levels under the title, at most 6.
    #[must_use]
    pub fn heading(&self, below: u8) -> u8 {
        (self.level + below).min(6)
    }

    /// The choices whose removal would give results, with how many; for an empty selection. Tracked.
    #[must_use]
    pub fn relaxations(&self) -> Vec<(Choice, usize)> {
        self.with_query(|query| self.engine.relax(query))
    }

    /// The address of another query, for the `href` of a link to it.
    #[must_use]
    pub fn address_of(&self, query: &Query) -> String {
        self.world.with_value(|world| world.address(self.plan, query))
    }

    /// Wants what another part of the page asks for.
    pub fn choose(&self, query: Query) {
        self.change(|it| *it = query);
    }

    /// Tells whoever else is on the page what the visitor wants.
    pub fn tell(&self) {
        self.now.with_untracked(|now| {
            self.world.with_value(|world| world.tell(self.plan, &now.query, now.selection.entries.len()));
        });
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
        self.world.with_value(|world| world.later(Slot::Typing, PAUSE, Box::new(move || explorer.announce())));
    }

    /// The visitor went back or forward.
    pub fn follow_address(&self) {
        let parsed = self.world.with_value(|world| world.read(self.plan));
        self.world.with_value(|world| tidy_address(self.plan, &**world, &parsed.query));
        self.set(parsed.query);
        self.dropped.set(query::link::note(&parsed.dropped).unwrap_or_default());
        self.announce();
    }

    /// Shows the results, wherever the visitor is.
    pub fn show_results(&self) {
        self.filters_open.set(false);
        self.change(|query| query.view = View::Explore);
        self.focus("results-title");
    }

    /// Goes to an element of ours on the view on show, by its name.
    pub fn focus(&self, name: &str) {
        self.world.with_value(|world| world.focus(name));
    }

    /// Shows the passage of the full text in which a record stands.
    pub fn show_passage(&self, id: &str) {
        self.change(|query| query.view = View::Text);
        self.focus(&["text-", id].concat());
    }

    /// Leaves this page at once, leaving no trail.
    pub fn leave(&self) {
        self.world.with_value(|world| world.leave());
    }

    /// Draws in a place of the page, until what this gives is dropped.
    #[must_use]
    pub fn draw(&self, sketch: Rc<dyn Sketch>) -> Box<dyn Any> {
        self.world.with_value(|world| world.draw(sketch))
    }

    /// Gives the visitor a picture.
    pub fn take(&self, drawing: &Drawing, name: &str, take: Take, done: Box<dyn Fn(bool)>) {
        self.world.with_value(|world| world.take(drawing, name, take, done));
    }

    /// Prints what is on show; as a booklet, or on whole sheets.
    pub fn print(&self, booklet: bool) {
        self.world.with_value(|world| world.print(booklet));
    }

    /// The whole address of what is on show, for paper; tracked. None where the page came from no site.
    #[must_use]
    pub fn here(&self) -> Option<String> {
        self.with_query(|query| self.world.with_value(|world| world.here(self.plan, query)))
    }

    /// The address of the folder that the site stands in, with a slash at its end.
    #[must_use]
    pub fn folder(&self) -> String {
        self.world.with_value(|world| world.folder())
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
        let private = query::is_private(self.plan, &next) || query::is_private(self.plan, &before);
        self.write(&next, if private { Step::Replace } else { Step::Push });
        self.set(next);
        match sentence {
            Some(sentence) => {
                self.world.with_value(|world| world.forget(Slot::Typing));
                self.status.set(sentence.to_owned());
            }
            None => self.announce(),
        }
    }

    fn write(&self, query: &Query, step: Step) {
        self.world.with_value(|world| world.write(self.plan, query, step));
    }

    fn set(&self, query: Query) {
        if !self.dropped.with_untracked(String::is_empty) {
            self.dropped.set(String::new());
        }
        let now = Arc::new(follow(self.plan, self.engine, query));
        self.now.set(Arc::clone(&now));
        self.tell();
        let (marks, same) = (self.marks, self.marks.with_untracked(|it| it.words == now.words));
        let mark = Box::new(move || drop(marks.try_set(now)));
        self.world
            .with_value(|world| if same { world.forget(Slot::Marks) } else { world.later(Slot::Marks, MARKS, mark) });
    }

    fn announce(&self) {
        // What was still to be said of typing is said now, once.
        self.world.with_value(|world| world.forget(Slot::Typing));
        let sentence =
            self.now.try_with_untracked(|now| query::announce(self.plan, now.selection.entries.len(), &now.query));
        if let Some(sentence) = sentence {
            self.status.set(sentence);
        }
    }
}
