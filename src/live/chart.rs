//! Charts that follow the filter: what is mounted in the places of a written chart ([`crate::page::chart`]), and the state that
//! this shares. `binding` ties what stands on the page to it.
//!
//! The table says the same as the picture; one button changes which of them is seen. Where the picture cannot be drawn the table
//! stays. The picture itself is a [`ChartSource`](super::surroundings::ChartSource) that the page draws.

#[cfg(target_arch = "wasm32")]
mod binding;

use super::context::{self, Reach};
use super::surroundings::Export;
use crate::chart::drawing::{Dress, Look, draw};
use crate::chart::{Chart, Nothing, Point, Shown, csv};
use crate::page::chart::{ChartOrNothing, NothingToDraw, id_of};
use crate::state::Explorer;
use leptos::html::Div;
use leptos::prelude::*;
use std::borrow::Cow;

#[cfg(target_arch = "wasm32")]
pub use binding::{Written, bring_to_life};

/// What the visitor sees of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
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
    explorer: Explorer,
    reach: Reach,
    id: StoredValue<Cow<'static, str>>,
    shown: Memo<Shown>,
    stage: RwSignal<Stage>,
    as_table: RwSignal<bool>,
    /// The mark that is read. Kept as a whole, so that it is not taken for another one when the filter changes.
    read: RwSignal<Option<Point>>,
    /// What came of taking a picture away.
    taken: RwSignal<&'static str>,
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
    fn of<T>(self, read: impl FnOnce(&Chart) -> T) -> Option<T> {
        self.shown.with(|it| if let Shown::Chart(chart) = it { Some(read(chart)) } else { None })
    }

    /// The id of a piece of it.
    fn id_of(self, piece: &str) -> String {
        self.id.with_value(|it| id_of(it, piece))
    }

    /// Whether there is a picture, or will be; tracked.
    fn has_picture(self) -> bool {
        self.stage.get() != Stage::Failed
    }

    /// Whether the table is on show; tracked.
    #[cfg(target_arch = "wasm32")]
    fn shows_table(self) -> bool {
        self.as_table.get() || !self.has_picture()
    }

    /// The mark that is read and its place, where the chart still has it; tracked.
    fn mark_read(self) -> Option<(usize, Point)> {
        let read = self.read.get()?;
        self.of(|it| it.points.iter().position(|point| *point == read)).flatten().map(|at| (at, read))
    }

    /// Reads another mark, as a key asks for; says whether the key is one of ours.
    #[cfg(target_arch = "wasm32")]
    fn step(self, key: &str) -> bool {
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

    /// Chooses what a mark stands for, or takes that choice back.
    #[cfg(target_arch = "wasm32")]
    fn choose(self, point: &Point) {
        if let Some(choice) = point.leads.clone() {
            self.explorer.toggle(choice);
        }
    }

    /// The same with the mark that is read; says whether it stands for a choice.
    #[cfg(target_arch = "wasm32")]
    fn choose_read(self) -> bool {
        let read = untrack(|| self.mark_read()).map(|it| it.1).filter(|it| it.leads.is_some());
        let Some(point) = read else { return false };
        self.choose(&point);
        true
    }

    /// Gives the visitor the picture.
    fn export(self, export: Export) {
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

/// The line under the picture, which says the mark that the pointer or the keyboard is on.
#[component]
pub fn Reading(
    /// The chart.
    chart: LiveChart,
) -> impl IntoView {
    let words = move || match chart.mark_read() {
        Some((_, Point { words, leads: Some(_), .. })) => words + " Click it or press Enter to see this alone.",
        Some((_, point)) => point.words,
        None if chart.stage.get() == Stage::Drawn => String::new(),
        None => "The chart is being drawn.".to_owned(),
    };
    view! { <p class="cp-chart__reading" role="status">{words}</p> }
}

/// One line with all that can be done with a chart: its table, its data, its picture to take away, how to cite it.
#[component]
pub fn Tools(
    /// The chart.
    chart: LiveChart,
) -> impl IntoView {
    let name = untrack(|| chart.of(|it| it.name.clone())).unwrap_or_default();
    let data = Memo::new(move |_| chart.of(|it| csv(&it.table)).unwrap_or_default());
    let of_chart = move || view! { <span class="cp-visually-hidden">": " {name.clone()}</span> };
    view! {
        <ul class="cp-chart__ways">
            <li hidden=move || !chart.has_picture()>
                <button
                    type="button"
                    class="cp-chart__way"
                    aria-controls=chart.id_of("table")
                    on:click=move |_| chart.as_table.update(|it| *it = !*it)
                >
                    {move || if chart.as_table.get() { "Chart" } else { "Table" }}
                    {of_chart()}
                </button>
            </li>
            <li>
                <a
                    class="cp-chart__way"
                    download=chart.id.with_value(|it| [it, ".csv"].concat())
                    href=move || data.with(|it| as_address(it))
                >
                    {move || ["CSV, ", &size(data.with(String::len))].concat()}
                    {of_chart()}
                </a>
            </li>
            <li hidden=move || !chart.has_picture()>
                <details>
                    <summary class="cp-chart__way">"Picture" {of_chart()}</summary>
                    <Pictures chart/>
                </details>
            </li>
            <li>
                <details>
                    <summary class="cp-chart__way">"Cite" {of_chart()}</summary>
                    <Citation chart/>
                </details>
            </li>
        </ul>
        <p class="cp-chart__failed" hidden=move || chart.has_picture()>
            "The chart could not be drawn. The table says the same."
        </p>
    }
}

/// The ways to take the picture away.
#[component]
fn Pictures(chart: LiveChart) -> impl IntoView {
    let ways = [
        ("Download the picture (SVG)", Export { pixels: false, copy: false }),
        ("Download the picture (PNG)", Export { pixels: true, copy: false }),
        ("Copy the picture (SVG)", Export { pixels: false, copy: true }),
        ("Copy the picture (PNG)", Export { pixels: true, copy: true }),
    ];
    let ways = ways.map(|(words, export)| {
        view! {
            <li>
                <button type="button" class="cp-chart__way" on:click=move |_| chart.export(export)>
                    {words}
                </button>
            </li>
        }
    });
    view! {
        <ul class="cp-chart__pictures">{ways}</ul>
        <p class="cp-chart__taken" role="status">{move || chart.taken.get()}</p>
    }
}

/// What to write where the chart is cited: its message, what it measures, its source, and where it stands.
#[component]
fn Citation(chart: LiveChart) -> impl IntoView {
    let explorer = context::explorer();
    let id = chart.id_of("cite");
    let words = move || {
        let address = explorer.address_of(&explorer.query());
        let address = chart.reach.surroundings(|it| it.whole_address(&address)).map(|it| [" ", &it].concat());
        let words = |it: &Chart| [&it.headline, ". ", &it.subtitle, ". ", &it.source, "."].concat();
        [chart.of(words).unwrap_or_default(), address.unwrap_or_default()].concat()
    };
    view! {
        <div class="cp-chart__cite" data-copying>
            <label for=id.clone()>"To cite it"</label>
            <textarea id=id rows="4" readonly prop:value=words>{untrack(words)}</textarea>
            <p>
                <button type="button" class="cp-button" data-copy>"Copy"</button>
                " "
                <span role="status" data-copied></span>
            </p>
        </div>
    }
}

/// What stands in the place of a chart of which the choices leave nothing, with the way back.
#[component]
pub fn NothingLeft(
    /// Why there is nothing.
    nothing: Nothing,
) -> impl IntoView {
    let explorer = context::explorer();
    let back = nothing.filtered.then(|| {
        view! {
            <button type="button" class="cp-button cp-button--quiet" on:click=move |_| explorer.clear_in_view()>
                "Show all figures"
            </button>
        }
    });
    view! { <NothingToDraw nothing back/> }
}

/// A chart that follows no filter and comes with what it stands in: one of a ward. `shown` says it once and for all.
#[component]
pub fn WardChart(
    /// The chart, or why there is none.
    shown: Shown,
) -> impl IntoView {
    let level = context::heading(4);
    let place = NodeRef::<Div>::new();
    #[cfg(target_arch = "wasm32")]
    binding::when_mounted(place, shown.clone(), level);
    // In the browser the chart is mounted apart from what is around it: that may be rebuilt for another ward, and would then meet
    // what the chart has made of its elements.
    let written = (!cfg!(target_arch = "wasm32")).then(|| view! { <ChartOrNothing shown level/> });
    view! { <div class="cp-chart-place" node_ref=place>{written}</div> }
}

/// How many bytes of a text are shown as its size.
fn size(bytes: usize) -> String {
    if bytes < 1000 {
        [&bytes.to_string(), " bytes"].concat()
    } else {
        [&bytes.div_ceil(1000).to_string(), " kB"].concat()
    }
}

/// A text as an address that holds it.
fn as_address(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut address = "data:text/csv;charset=utf-8,".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                address.push(DIGITS.get(usize::from(digit)).map_or('0', |it| char::from(*it)));
            }
        }
    }
    address
}
