//! What journeys are made of, and what runs them.

mod act;
mod axe;
mod console;
mod engines;
mod look_up;
mod run;
mod screen;
mod visitor;

use std::future::Future;
use std::pin::Pin;

pub(crate) use act::Key;
pub(crate) use engines::Aspect;
pub(crate) use look_up::{What, button, checkbox, css, field, heading, link, role, text};
pub(crate) use run::run;
pub(crate) use visitor::Visitor;

/// How a journey ended: well, or with a sentence that says what was wrong.
pub(crate) type Outcome = anyhow::Result<()>;

/// A named journey.
pub(crate) struct Journey {
    /// The function's name.
    pub(crate) name: &'static str,
    /// The journey itself.
    pub(crate) go: for<'a> fn(&'a Visitor) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>,
}

/// A list of journeys from the names of their functions.
macro_rules! journeys {
    ($($name:ident),* $(,)?) => {
        &[$($crate::harness::Journey { name: stringify!($name), go: |visitor| Box::pin($name(visitor)) }),*]
    };
}
pub(crate) use journeys;
