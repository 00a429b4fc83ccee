//! The world outside, as the state sees it.

use crate::chart::drawing::{Drawing, Look};
use crate::query::{Facts, Query, link::Parsed};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Whether a change of the address can be gone back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A deliberate choice: "Back" returns to what was before.
    Push,
    /// Typing, or something private: no trail.
    Replace,
}

/// What a call back is for. Each is waited for once: a new one takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Moving the keyboard.
    Focus,
    /// The end of typing.
    Typing,
    /// Marking what was found.
    Marks,
}

/// Where "Exit this page" goes: a page that anybody may have open.
pub const HARMLESS: &str = "https://www.bbc.co.uk/weather";

/// A picture that follows signals: what a view hands over to be drawn, for only the browser knows how wide it is.
pub trait Sketch {
    /// The name of the element that it goes into.
    fn place(&self) -> &str;

    /// The picture as it stands; tracked. None while there is nothing to draw.
    fn drawing(&self, look: &Look) -> Option<Drawing>;

    /// Whether it shows the whole plan, as the pictures that come with the page do; not tracked.
    fn is_whole(&self) -> bool;

    /// The mark that is read, by series and place in it; tracked.
    fn mark(&self) -> Option<(usize, usize)>;

    /// Told how the drawing goes.
    fn tell(&self, news: News);
}

/// How a drawing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It is there.
    Drawn,
    /// It cannot be drawn here.
    Failed,
    /// The pointer is on this mark, by series and place in it; or on none.
    Over(Option<(usize, usize)>),
}

/// A picture to take away: as which kind of file, and whether it is copied and not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// As pixels (PNG); else as a drawing (SVG).
    pub pixels: bool,
    /// To the clipboard; else into a file.
    pub copy: bool,
}

/// What the explorer asks of the page that it is on. Nothing here can fail: what a page refuses is left undone.
pub trait World {
    /// The query that the address holds.
    fn read(&self, facts: &Facts) -> Parsed;

    /// Puts a query into the address.
    fn write(&self, facts: &Facts, query: &Query, step: Step);

    /// Tells whoever else is on the page what the visitor wants now.
    fn tell(&self, facts: &Facts, query: &Query, count: usize);

    /// The address that holds a query, for a link.
    fn address(&self, facts: &Facts, query: &Query) -> String;

    /// Moves the keyboard to the element with this name, once the page has been brought up to date, and shows it.
    fn focus(&self, name: &str);

    /// Calls back after so many milliseconds, in place of what this slot waits for.
    fn later(&self, slot: Slot, milliseconds: u32, call: Box<dyn FnOnce()>);

    /// Waits no more for what this slot waits for.
    fn forget(&self, slot: Slot);

    /// Leaves the page for a harmless one, and takes it out of the history.
    fn leave(&self);

    /// Opens the print dialogue, for a booklet or for whole sheets.
    fn print(&self, _booklet: bool) {}

    /// The whole address that holds a query, as one writes it down; none where the page came from no site.
    fn here(&self, _facts: &Facts, _query: &Query) -> Option<String> {
        None
    }

    /// Whether the page is written for whoever has no script; see [`Explorer::is_leaflet`](super::Explorer::is_leaflet).
    #[cfg(not(target_arch = "wasm32"))]
    fn is_leaflet(&self) -> bool {
        false
    }

    /// Draws in a place of the page as soon as that comes near, and again whenever the sketch or the looks change. Dropping
    /// what this gives takes it all away. Where nothing can be drawn, nothing is told.
    fn draw(&self, _sketch: Rc<dyn Sketch>) -> Box<dyn Any> {
        Box::new(())
    }

    /// Gives the visitor a picture, under a file name without its ending; tells whether that went well.
    fn take(&self, _drawing: &Drawing, _name: &str, _take: Take, done: Box<dyn Fn(bool)>) {
        done(false);
    }

    /// The address of the folder that the site stands in, with a slash at its end.
    fn folder(&self) -> String {
        "./".to_owned()
    }
}

/// A world that stands still: for tests and for rendering without a browser. It remembers its address.
#[derive(Default)]
pub struct Still {
    /// The query part of the address, without `?`.
    pub address: RefCell<String>,
    /// What was written, and how.
    pub steps: RefCell<Vec<(String, Step)>>,
}

impl World for Still {
    fn read(&self, facts: &Facts) -> Parsed {
        crate::query::link::from_params(facts, &self.address.borrow())
    }

    fn write(&self, facts: &Facts, query: &Query, step: Step) {
        let text = crate::query::link::to_params(facts, query);
        self.steps.borrow_mut().push((text.clone(), step));
        self.address.replace(text);
    }

    fn tell(&self, _facts: &Facts, _query: &Query, _count: usize) {}

    fn address(&self, facts: &Facts, query: &Query) -> String {
        format!("?{}", crate::query::link::to_params(facts, query))
    }

    fn focus(&self, _name: &str) {}

    fn later(&self, _slot: Slot, _milliseconds: u32, call: Box<dyn FnOnce()>) {
        call();
    }

    fn forget(&self, _slot: Slot) {}

    fn leave(&self) {}
}
