//! Finding a ward: what the visitor asked, the answer, and what the device keeps.
//!
//! The answer belongs to the finder and goes with the page. The one thing that outlives it is the ward that the visitor asked
//! the device to remember.

use super::Explorer;
use crate::plan::{Area, WardId};
use crate::query::place::{self, Located, Reply};
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

/// What was asked, and the answer.
#[derive(Clone, Debug, Default)]
struct Asked {
    reply: Reply,
    /// Whether the device is being asked.
    waiting: bool,
    /// Counts what was asked, so that a late answer of the device does not take the place of a newer one.
    turn: u32,
}

/// What the device remembers.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    ward: Option<WardId>,
    /// Whether it would not remember, or not let go.
    refused: bool,
}

/// Everything that a view may read or do about finding a ward. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Finder {
    explorer: Explorer,
    area: Option<&'static Area>,
    asked: RwSignal<Asked>,
    kept: RwSignal<Kept>,
    device: StoredValue<Rc<dyn Device>, LocalStorage>,
}

impl Finder {
    /// A finder for this explorer, by the official figures of the area (none where they could not be read). Must be called under a Leptos owner that lives as long as the explorer does.
    #[must_use]
    pub fn new(explorer: Explorer, area: Option<&'static Area>, device: Rc<dyn Device>) -> Self {
        let facts = explorer.facts;
        let coded = |code: String| facts.ward_ids().zip(&facts.wards).find(|(_, it)| it.code == code).map(|it| it.0);
        let ward = device.kept().and_then(coded);
        Self {
            explorer,
            area,
            asked: RwSignal::new(Asked::default()),
            kept: RwSignal::new(Kept { ward, refused: false }),
            device: StoredValue::new_local(device),
        }
    }

    /// The answer to what was asked last; its text is empty where nothing was. Tracked.
    #[must_use]
    pub fn answer(&self) -> Reply {
        self.asked.with(|it| it.reply.clone())
    }

    /// Whether the device is being asked; tracked.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.asked.with(|it| it.waiting)
    }

    /// Whether what was typed last cannot be answered, and should be typed again; tracked.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.asked.with(|it| it.reply.again && !it.waiting)
    }

    /// The ward that the device remembers; tracked.
    #[must_use]
    pub fn kept(&self) -> Option<WardId> {
        self.kept.get().ward
    }

    /// Whether the device would not remember or let go; tracked.
    #[must_use]
    pub fn was_refused(&self) -> bool {
        self.kept.get().refused
    }

    /// Answers what the visitor typed, and goes to the ward that it comes to.
    pub fn ask(&self, typed: &str) {
        if let Some(area) = self.area {
            self.tell(area, &place::find(self.explorer.facts, area, typed));
        }
    }

    /// Asks the device where it is, and answers.
    pub fn locate(&self) {
        let Some(area) = self.area else { return };
        let turn = self.next_turn();
        self.asked.set(Asked { waiting: true, turn, ..Asked::default() });
        let finder = *self;
        let answer = Box::new(move |located| {
            // The page may be gone by now, or the visitor may have asked something else.
            if finder.asked.try_with_untracked(|it| it.turn) == Some(turn) {
                finder.tell(area, &place::locate(area, located));
            }
        });
        self.device.with_value(|it| it.locate(answer));
    }

    /// Goes to one of the wards that the answer leaves open. The answer stays, for the visitor to choose another.
    pub fn choose(&self, ward: WardId) {
        self.asked.update(|it| it.reply.ward = Some(ward));
        self.explorer.show_wards([ward]);
    }

    /// Has the device remember a ward.
    pub fn remember(&self, ward: WardId) {
        let code = self.explorer.facts.ward(ward).map(|it| it.code.as_str());
        let obeyed = code.is_some() && self.device.with_value(|it| it.keep(code));
        self.kept.update(|it| *it = Kept { ward: if obeyed { Some(ward) } else { it.ward }, refused: !obeyed });
    }

    /// Has the device remember no ward any more.
    pub fn let_go(&self) {
        let obeyed = self.device.with_value(|it| it.keep(None));
        self.kept.update(|it| *it = Kept { ward: if obeyed { None } else { it.ward }, refused: !obeyed });
    }

    fn next_turn(&self) -> u32 {
        self.asked.with_untracked(|it| it.turn).wrapping_add(1)
    }

    fn tell(&self, area: &Area, answer: &place::Answer) {
        let reply = place::say(self.explorer.facts, area, answer);
        let ward = reply.ward;
        self.asked.set(Asked { reply, waiting: false, turn: self.next_turn() });
        if let Some(ward) = ward {
            self.explorer.show_wards([ward]);
        }
    }
}
