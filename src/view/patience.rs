//! What a choice or a letter asks for waits until the browser has painted the choice or the letter itself.
//!
//! A tick, a chosen line, a typed letter are there at once, however much a plan has to say to them: what follows is worked out in
//! a task of its own, right after that paint, or in several ([`super::effect`]). Several changes between two paints are answered together.

use super::effect::in_steps;
use leptos::prelude::{request_animation_frame, set_timeout};
use std::cell::RefCell;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

/// What a control does with its new value.
pub(super) type Answer = Mutex<Box<dyn FnMut(String) + Send>>;

thread_local! {
    /// What waits, in the order in which it was asked for; where anything does, a task for it is on its way.
    static WAITING: RefCell<Vec<(Weak<Answer>, String)>> = const { RefCell::new(Vec::new()) };
}

/// Answers a new value after the next paint. A control that has left the page by then is not answered.
pub(super) fn answer_soon(answer: &Arc<Answer>, value: String) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push((Arc::downgrade(answer), value));
        waiting.len() == 1
    });
    if first {
        request_animation_frame(|| set_timeout(|| in_steps(answer_now), Duration::ZERO));
    }
}

/// Answers all that waits: what the visitor does next builds on it.
pub(super) fn answer_now() {
    for (answer, value) in WAITING.take() {
        if let Some(answer) = answer.upgrade()
            && let Ok(mut answer) = answer.try_lock()
        {
            answer(value);
        }
    }
}
