//! What on a page follows signals.
//!
//! A page has a thousand places that follow the one query. Leptos's own effect gives each a task, a waker and an owner of
//! its own, and forgets and finds again at every run what it depends on: on a cheap phone that was a third of what a filter
//! costs. Here all that a change concerns runs in one task, outer before inner, and what an effect has once read it stays
//! subscribed to. It is an ordinary subscriber of Leptos's graph otherwise.
//!
//! What follows from a choice or a letter may put hundreds of cards on the page, or show them again. That is done in steps of so many elements
//! ([`in_steps`]), between which the visitor is heard: the page comes up to date from its top, where its controls and counts
//! stand, to its end. Whatever else happens finds it up to date ([`finish`]).

use leptos::prelude::{Owner, set_timeout};
use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Source as _, Subscriber, WithObserver as _};
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;

/// How many elements a step puts on the page or shows, about: a cheap phone is busy with them for a thirtieth of a second.
const STEP: u32 = 300;

thread_local! {
    /// Those to be run, in the order of their numbers; where there are any, a task for them is on its way.
    static WAITING: RefCell<Vec<Arc<Node>>> = const { RefCell::new(Vec::new()) };
    static MADE: Cell<u32> = const { Cell::new(0) };
    /// How many elements may still be put on the page before the next step; without a number, all that are to be.
    static LEFT: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Runs again whenever a signal changes that it has read; until it is dropped.
pub(super) struct Effect(Arc<Node>);

struct Node {
    me: Weak<Node>,
    /// In the order in which they were made: what is around comes before what is inside.
    number: u32,
    waits: AtomicBool,
    /// A signal has changed; else a memo may have.
    dirty: AtomicBool,
    ended: AtomicBool,
    sources: RwLock<Vec<AnySource>>,
    /// Of what makes signals at each run: those of the run before end with the next.
    owner: Option<Owner>,
    run: SendWrapper<RefCell<Box<dyn FnMut()>>>,
}

impl Effect {
    /// Runs at once, and again in a task of its own after a change.
    pub(super) fn new(run: Box<dyn FnMut()>) -> Self {
        Self::with_owner(run, None)
    }

    /// The same for what makes signals when it runs: they belong to this owner until the next run.
    pub(super) fn with_owner(run: Box<dyn FnMut()>, owner: Option<Owner>) -> Self {
        let number = MADE.get();
        MADE.set(number.wrapping_add(1));
        let node = Arc::new_cyclic(|me| Node {
            me: Weak::clone(me),
            number,
            waits: AtomicBool::new(false),
            dirty: AtomicBool::new(false),
            ended: AtomicBool::new(false),
            sources: RwLock::default(),
            owner,
            run: SendWrapper::new(RefCell::new(run)),
        });
        node.run();
        Self(node)
    }
}

impl Drop for Effect {
    fn drop(&mut self) {
        self.0.ended.store(true, Relaxed);
        let me = self.0.as_subscriber();
        self.0.clear_sources(&me);
    }
}

impl Node {
    fn as_subscriber(&self) -> AnySubscriber {
        let me: Weak<Self> = Weak::clone(&self.me);
        AnySubscriber(std::ptr::from_ref(self) as usize, me)
    }

    fn run(&self) {
        let me = self.as_subscriber();
        let run = || {
            me.with_observer(|| {
                if let Ok(mut run) = self.run.try_borrow_mut() {
                    run();
                }
            });
        };
        match &self.owner {
            Some(owner) => {
                self.clear_sources(&me);
                owner.with_cleanup(run);
            }
            None => run(),
        }
    }

    fn wait(&self) {
        if self.waits.swap(true, Relaxed) {
            return;
        }
        let Some(me) = self.me.upgrade() else { return };
        let first = WAITING.with_borrow_mut(|waiting| {
            insert(waiting, me);
            waiting.len() == 1
        });
        if first {
            leptos::task::spawn_local(async { run_waiting() });
        }
    }
}

/// Runs all that wait, or as many as one step takes. What begins to wait meanwhile gets a task of its own.
fn run_waiting() {
    if LEFT.get() == Some(0) {
        // The next step is on its way.
        return;
    }
    let mut all = WAITING.take().into_iter();
    for node in all.by_ref() {
        node.waits.store(false, Relaxed);
        // One that ran before may have taken this one off the page.
        if !node.ended.load(Relaxed) && node.update_if_necessary() {
            node.run();
        }
        if LEFT.get() == Some(0) {
            break;
        }
    }
    if LEFT.get() != Some(0) {
        LEFT.set(None);
        return;
    }
    let began = WAITING.replace(all.collect());
    WAITING.with_borrow_mut(|waiting| began.into_iter().for_each(|node| insert(waiting, node)));
    set_timeout(|| in_steps(run_waiting), Duration::ZERO);
}

fn insert(waiting: &mut Vec<Arc<Node>>, node: Arc<Node>) {
    // Nearly always the last place: signals tell in this order. A sort would weigh two kilobytes in the download.
    let place = waiting.iter().rposition(|it| it.number < node.number).map_or(0, |at| at + 1);
    waiting.insert(place, node);
}

/// Does something whose effects may come in steps.
pub(super) fn in_steps(call: impl FnOnce()) {
    LEFT.set(Some(STEP));
    call();
    if WAITING.with_borrow(Vec::is_empty) {
        // Nothing follows from it: what is put on the page later has nothing to do with it.
        LEFT.set(None);
    }
}

/// Runs what is left of steps.
pub(super) fn finish() {
    if LEFT.take().is_some() {
        run_waiting();
    }
}

/// Says that so many elements were put on the page, or shown.
pub(super) fn count(elements: u32) {
    LEFT.set(LEFT.get().map(|left| left.saturating_sub(elements)));
}

impl ReactiveNode for Node {
    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        // One after another and copied, because a memo that runs may come back here.
        let source = |at: usize| self.sources.read().unwrap_or_else(PoisonError::into_inner).get(at).cloned();
        self.dirty.swap(false, Relaxed) || (0..).map_while(source).any(|it| it.update_if_necessary())
    }

    fn mark_check(&self) {
        self.wait();
    }

    fn mark_dirty(&self) {
        self.dirty.store(true, Relaxed);
        self.wait();
    }
}

impl Subscriber for Node {
    fn add_source(&self, source: AnySource) {
        let mut sources = self.sources.write().unwrap_or_else(PoisonError::into_inner);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        let next = || self.sources.write().unwrap_or_else(PoisonError::into_inner).pop();
        while let Some(source) = next() {
            source.remove_subscriber(subscriber);
        }
    }
}
