//! Finding a ward: what the visitor asked, the answer, and what the device keeps.
//!
//! The answer belongs to the finder and goes with the page. The one thing that outlives it is the ward that the visitor asked
//! the device to remember.

use super::Explorer;
use crate::plan::{Area, WardId};
use crate::query::place::{self, Located, Said};
use leptos::prelude::*;
use std::rc::Rc;

/// What is asked of the visitor's device. Nothing here can fail: what a device refuses is answered so.
pub trait Device {
    /// Asks the device where it is; it may ask the visitor whether it may tell.
    fn locate(&self, answer: Box<dyn FnOnce(Located)>);

    /// What the device keeps for this page, if it does.
    fn kept(&self) -> Option<String>;

    /// Keeps this in place of what is kept, or nothing more; whether the device obeyed.
    fn keep(&self, what: Option<&str>) -> bool;
}

/// A device that knows and keeps nothing: for rendering without a browser.
pub struct NoDevice;

impl Device for NoDevice {
    fn locate(&self, answer: Box<dyn FnOnce(Located)>) {
        answer(Located::Impossible);
    }

    fn kept(&self) -> Option<String> {
        None
    }

    fn keep(&self, _what: Option<&str>) -> bool {
        false
    }
}

/// Everything that a view may read or do about finding a ward. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Finder {
    explorer: Explorer,
    answer: RwSignal<Said>,
    waiting: RwSignal<bool>,
    /// Counts what was asked, so that a late answer of the device does not take the place of a newer one.
    asked: RwSignal<u32>,
    kept: RwSignal<Option<WardId>>,
    refused: RwSignal<bool>,
    device: StoredValue<Rc<dyn Device>, LocalStorage>,
}

impl Finder {
    /// A finder for this explorer. Must be called under a Leptos owner that lives as long as the explorer does.
    #[must_use]
    pub fn new(explorer: Explorer, device: Rc<dyn Device>) -> Self {
        let kept =
            device.kept().and_then(|code| explorer.plan.ward_ids().find(|it| explorer.plan.ward(*it).code == code));
        Self {
            explorer,
            answer: RwSignal::new(Said::default()),
            waiting: RwSignal::new(false),
            asked: RwSignal::new(0),
            kept: RwSignal::new(kept),
            refused: RwSignal::new(false),
            device: StoredValue::new_local(device),
        }
    }

    /// The official figures of the area; none where they could not be read.
    #[must_use]
    pub fn area(&self) -> Option<&'static Area> {
        self.explorer.area
    }

    /// The answer to what was asked last; its text is empty where nothing was. Tracked.
    #[must_use]
    pub fn answer(&self) -> Said {
        self.answer.get()
    }

    /// Whether the device is being asked; tracked.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.get()
    }

    /// The ward that the device remembers; tracked.
    #[must_use]
    pub fn kept(&self) -> Option<WardId> {
        self.kept.get()
    }

    /// Whether the device would not remember or let go; tracked.
    #[must_use]
    pub fn was_refused(&self) -> bool {
        self.refused.get()
    }

    /// Answers what the visitor typed, and chooses the ward that it comes to.
    pub fn ask(&self, typed: &str) {
        let Some(area) = self.area() else { return };
        self.next_turn();
        self.tell(area, &place::find(self.explorer.plan, area, typed));
    }

    /// Asks the device where it is, and answers.
    pub fn locate(&self) {
        let Some(area) = self.area() else { return };
        let turn = self.next_turn();
        self.answer.set(Said::default());
        self.waiting.set(true);
        let finder = *self;
        let answer = Box::new(move |located| {
            // The page may be gone by now, or the visitor may have asked something else.
            if finder.asked.try_get_untracked() == Some(turn) {
                finder.waiting.set(false);
                finder.tell(area, &place::locate(area, located));
            }
        });
        self.device.with_value(|it| it.locate(answer));
    }

    /// Chooses one of the wards that the answer leaves open.
    pub fn choose(&self, ward: WardId) {
        self.next_turn();
        self.answer.set(Said::default());
        self.explorer.set_ward(Some(ward));
    }

    /// Has the device remember a ward.
    pub fn remember(&self, ward: WardId) {
        let code = &self.explorer.plan.ward(ward).code;
        let kept = self.device.with_value(|it| it.keep(Some(code)));
        if kept {
            self.kept.set(Some(ward));
        }
        self.refused.set(!kept);
    }

    /// Has the device remember no ward any more.
    pub fn let_go(&self) {
        let gone = self.device.with_value(|it| it.keep(None));
        if gone {
            self.kept.set(None);
        }
        self.refused.set(!gone);
    }

    fn next_turn(&self) -> u32 {
        let turn = self.asked.get_untracked().wrapping_add(1);
        self.asked.set(turn);
        self.waiting.set(false);
        turn
    }

    fn tell(&self, area: &Area, answer: &place::Answer) {
        let said = place::say(self.explorer.plan, area, answer);
        let ward = said.ward;
        self.answer.set(said);
        if ward.is_some() {
            self.explorer.set_ward(ward);
        }
    }
}
