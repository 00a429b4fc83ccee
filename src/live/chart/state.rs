//! The state that the pieces of a chart share.

use crate::chart::{Chart, Point, Shown};
use crate::chart::{Dress, Look, draw};
use crate::live::context::{self, Reach};
use crate::live::surroundings::Export;
use crate::page::chart::id_of;
use crate::state::Explorer;
use leptos::prelude::*;
use std::borrow::Cow;

/// What the visitor sees of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// The picture is on its way.
    Waiting,
    /// It is there.
    Drawn,
    /// It cannot be drawn: the table stands.
    Failed,
}

/// A chart that follows the filter. `Copy`, so that each component can keep it.
#[derive(Clone, Copy)]
pub struct LiveChart {
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "only a browser asks whether anything is chosen")
    )]
    pub(super) explorer: Explorer,
    pub(super) reach: Reach,
    pub(super) id: StoredValue<Cow<'static, str>>,
    pub(super) shown: Memo<Shown>,
    pub(super) stage: RwSignal<Stage>,
    pub(super) as_table: RwSignal<bool>,
    /// The mark that is read. Kept as a whole, so that it is not taken for another one when the filter changes.
    pub(super) read: RwSignal<Option<Point>>,
    /// What came of taking a picture away.
    pub(super) taken: RwSignal<&'static str>,
}

impl LiveChart {
    /// The chart with this id; `shown` is tracked. Ends with the owner under which it is made.
    pub fn new(id: impl Into<Cow<'static, str>>, shown: impl Fn() -> Shown + Send + Sync + 'static) -> Self {
        Self {
            explorer: context::explorer(),
            reach: context::reach(),
            id: StoredValue::new(id.into()),
            shown: Memo::new(move |_| shown()),
            stage: RwSignal::new(Stage::Waiting),
            as_table: RwSignal::new(false),
            read: RwSignal::new(None),
            taken: RwSignal::new(""),
        }
    }

    /// Something of the chart, while there is one; tracked.
    pub(super) fn of<T>(self, read: impl FnOnce(&Chart) -> T) -> Option<T> {
        self.shown.with(|it| if let Shown::Chart(chart) = it { Some(read(chart)) } else { None })
    }

    /// The id of a piece of it.
    pub(super) fn id_of(self, piece: &str) -> String {
        self.id.with_value(|it| id_of(it, piece))
    }

    /// Whether there is a picture, or will be; tracked.
    pub(super) fn has_picture(self) -> bool {
        self.stage.get() != Stage::Failed
    }

    /// Whether the table is on show; tracked.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn shows_table(self) -> bool {
        self.as_table.get() || !self.has_picture()
    }

    /// The mark that is read and its place, where the chart still has it; tracked.
    pub(super) fn mark_read(self) -> Option<(usize, Point)> {
        let read = self.read.get()?;
        self.of(|it| it.points.iter().position(|point| *point == read)).flatten().map(|at| (at, read))
    }

    /// Reads another mark, as a key asks for; says whether the key is one of ours.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn step(self, key: &str) -> bool {
        untrack(|| {
            let at = self.mark_read().map(|it| it.0);
            let last = self.of(|it| it.points.len()).unwrap_or_default().saturating_sub(1);
            let next = match key {
                "ArrowRight" | "ArrowDown" => Some(at.map_or(0, |at| (at + 1).min(last))),
                "ArrowLeft" | "ArrowUp" => Some(at.map_or(last, |at| at.saturating_sub(1))),
                "Home" => Some(0),
                "End" => Some(last),
                "Escape" if at.is_some() => None,
                _ => return false,
            };
            self.read.set(next.and_then(|next| self.of(|it| it.points.get(next).cloned()).flatten()));
            true
        })
    }

    /// Reads the mark that the pointer moves on.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn point_at(self, point: Option<Point>) {
        // Not anew for every pixel.
        if self.read.try_with_untracked(|read| *read != point) == Some(true) {
            self.read.set(point);
        }
    }

    /// The pointer has left a mark: it is read no more, unless the keyboard reads another by now.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn point_away(self, point: Option<&Point>) {
        if self.read.try_with_untracked(|read| read.as_ref() == point) == Some(true) {
            self.read.set(None);
        }
    }

    /// Chooses what a mark stands for, or takes that choice back.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn choose(self, point: &Point) {
        if let Some(choice) = point.leads.clone() {
            self.explorer.toggle(choice);
        }
    }

    /// The same with the mark that is read; says whether it stands for a choice.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn choose_read(self) -> bool {
        let read = untrack(|| self.mark_read()).map(|it| it.1).filter(|it| it.leads.is_some());
        let Some(point) = read else { return false };
        self.choose(&point);
        true
    }

    /// Gives the visitor the picture.
    pub(super) fn export(self, export: Export) {
        let Some(picture) = untrack(|| self.of(|it| draw(it, &Look::to_take_away(), Dress::Full))) else { return };
        self.taken.set("");
        let done = move |well: bool| {
            // The chart may be gone by then.
            let _gone = self.taken.try_set(match (well, export.copy) {
                (true, true) => "The picture is copied.",
                (true, false) => "The picture is saved with your downloads.",
                (false, true) => "Your browser does not let this page copy pictures. Download it instead.",
                (false, false) => "The picture could not be made. The data can still be downloaded.",
            });
        };
        let id = self.id.get_value();
        self.reach.surroundings(|it| it.export(&picture, &id, export, Box::new(done)));
    }
}
