//! A chart with all that belongs to it: its message, a table with the same numbers, the picture, notes and source, and
//! the ways to take it away.
//!
//! The table stands before the picture and says the same; one button changes which of them is seen. Where the picture cannot
//! be drawn the table stays. The picture itself is a sketch ([`Sketch`]) that the world draws.

use super::el::{Each, El, Node, Words, all, button, el, follow, text};
use super::heading::heading;
use super::leaflet::either;
use crate::chart::drawing::{Drawing, Dress, Look, SAMPLE, draw};
use crate::chart::{Ask, Chart, NoteKind, Nothing, Point, Shown, Table, Value, Which, chart, csv};
use crate::query::Query;
use crate::state::{Explorer, News, Sketch, Take};
use leptos::prelude::*;
use std::rc::Rc;

/// What the visitor sees of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody draws here: the table stands.
    Table,
    /// The picture is on its way.
    Waiting,
    /// It is there.
    Drawn,
    /// It cannot be drawn: the table stands.
    Failed,
}

/// A figure: signals that its pieces share. `Copy`, so that each piece can keep it.
#[derive(Clone, Copy)]
struct Figure {
    explorer: Explorer,
    id: &'static str,
    below: u8,
    shown: Memo<Shown>,
    stage: RwSignal<Stage>,
    as_table: RwSignal<bool>,
    /// The mark that is read. Kept as a whole, so that it is not taken for another one when the filter changes.
    read: RwSignal<Option<Point>>,
    /// What came of taking a picture away.
    taken: RwSignal<&'static str>,
}

/// One of the plan's charts, following the filter.
pub(super) fn plan_chart(explorer: Explorer, which: Which) -> El {
    chart_figure(explorer, which.id(), 3, move || {
        explorer.with(|now| {
            chart(
                which,
                &Ask { plan: explorer.plan, facts: explorer.facts, query: &now.query, selection: &now.selection },
            )
        })
    })
}

/// Any chart: `shown` is tracked, and the figure follows it. `id` is that of the charts, and there is only one of it on the page.
/// `below` says how many levels under the title its heading stands.
pub(super) fn chart_figure(
    explorer: Explorer,
    id: &'static str,
    below: u8,
    shown: impl Fn() -> Shown + Send + Sync + 'static,
) -> El {
    let shown = Memo::new(move |_| shown());
    let drawn = Memo::new(move |_| shown.with(|it| matches!(it, Shown::Chart(_))));
    let waiting = if cfg!(target_arch = "wasm32") { Stage::Waiting } else { Stage::Table };
    el("div").class("cp-chart-place").with(follow(move || {
        if !drawn.get() {
            return follow(move || {
                shown.with(|it| match it {
                    Shown::Nothing(nothing) => self::nothing(explorer, nothing).node(),
                    Shown::Chart(_) => all(None::<El>),
                })
            });
        }
        let figure = Figure {
            explorer,
            id,
            below,
            shown,
            stage: RwSignal::new(waiting),
            as_table: RwSignal::new(false),
            read: RwSignal::new(None),
            taken: RwSignal::new(""),
        };
        figure.content().node()
    }))
}

/// What stands in the place of a chart that has nothing to draw.
fn nothing(explorer: Explorer, nothing: &Nothing) -> El {
    let back = nothing
        .filtered
        .then(|| button("cp-button cp-button--quiet", move |_| explorer.clear_in_view()).with("Show all figures"));
    el("div")
        .class("cp-chart cp-chart--nothing")
        .id(["cp-chart-", nothing.id].concat())
        .with(el("p").class("cp-chart__name").with(nothing.name))
        .with(el("p").with((nothing.what.clone(), ". ", nothing.why.clone(), " ", back)))
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

impl Figure {
    /// Something of the chart; its own nothing while there is none.
    fn of<T: Default>(self, read: impl FnOnce(&Chart) -> T) -> T {
        self.shown.with(|it| if let Shown::Chart(chart) = it { read(chart) } else { T::default() })
    }

    fn words(self, read: fn(&Chart) -> String) -> Node {
        text(move || self.of(read))
    }

    fn name(self, piece: &str) -> String {
        ["cp-chart-", self.id, "-", piece].concat()
    }

    /// Whether the table is on show; tracked.
    fn table_on_show(self) -> bool {
        self.as_table.get() || !self.has_picture()
    }

    /// Whether there is a picture, or will be; tracked.
    fn has_picture(self) -> bool {
        matches!(self.stage.get(), Stage::Waiting | Stage::Drawn)
    }

    fn content(self) -> El {
        let title = self.name("title");
        let stage = move || {
            Some(Words::Borrowed(match self.stage.get() {
                Stage::Table => "table",
                Stage::Waiting => "waiting",
                Stage::Drawn => "drawn",
                Stage::Failed => "failed",
            }))
        };
        el("figure")
            .class("cp-chart")
            .id(["cp-chart-", self.id].concat())
            .set("aria-labelledby", title.clone())
            .follow("data-stage", stage)
            .with(heading(
                self.explorer.heading(self.below),
                "cp-chart__headline",
                title,
                self.words(|it| it.headline.clone()),
            ))
            .with(el("p").class("cp-chart__subtitle").with(self.words(|it| it.subtitle.clone())))
            .with(
                el("p")
                    .class("cp-visually-hidden")
                    .id(self.name("sentence"))
                    .with(self.words(|it| it.sentence.clone())),
            )
            // The leaflet has the table. On the page of its own the build adds a picture (xtask/src/stills.rs).
            .with(either(self.explorer, || (self.switch(), self.table(), self.picture()), || self.table()))
            .with(self.notes())
            .with(el("p").class("cp-chart__source").with(self.words(|it| it.source.clone())))
            .with(either(self.explorer, || self.take(), || None::<El>))
    }

    /// The one button that changes between table and picture, and the line that says when there is no picture.
    fn switch(self) -> Node {
        let words = text(move || if self.as_table.get() { "Show as a chart" } else { "Show as a table" }.to_owned());
        let switch =
            button("cp-button cp-button--quiet cp-chart__switch", move |_| self.as_table.update(|it| *it = !*it))
                .set("aria-controls", self.name("table"))
                .hidden_when(move || !self.has_picture())
                .with((
                    words,
                    el("span").class("cp-visually-hidden").with((": ", self.words(|it| it.name.to_owned()))),
                ));
        let failed = el("p")
            .class("cp-chart__failed")
            .hidden_when(move || self.stage.get() != Stage::Failed)
            .with("The chart could not be drawn. The table says the same.");
        all((switch, failed))
    }

    fn table(self) -> El {
        let on_show = move || self.table_on_show();
        el("div")
            .id(self.name("table"))
            .follow("class", move || {
                Some(if on_show() { "cp-chart__table cp-scroll" } else { "cp-chart__table cp-visually-hidden" }.into())
            })
            .set("role", "region")
            .follow("tabindex", move || on_show().then_some("0".into()))
            .follow("aria-label", move || Some(self.of(|it| ["Table: ", it.name].concat()).into()))
            .with(follow(move || self.of(|it| Some(table(&it.table))).map_or_else(|| all(None::<El>), El::node)))
    }

    fn picture(self) -> El {
        let sketch = Rc::new(Drawn { figure: self, place: self.name("drawing") });
        // Ends with this figure.
        let _kept = StoredValue::new_local(self.explorer.draw(sketch));
        let label = move || {
            let label = self.of(|it| {
                ["Chart: ", &it.headline, ". Arrow keys read its ", &it.points.len().to_string(), " marks."].concat()
            });
            Some(label.into())
        };
        let frame = el("div")
            .class("cp-chart__frame")
            .set("role", "application")
            .set("tabindex", "0")
            .set("aria-roledescription", "chart")
            .follow("aria-label", label)
            .set("aria-describedby", self.name("sentence"))
            .on_key(move |event| {
                if self.step(&event.key()) {
                    event.prevent_default();
                }
            })
            .with(el("div").class("cp-chart__drawing").id(self.name("drawing")).set("aria-hidden", "true"))
            .with(probe());
        let reading = move || {
            let now = self.now().map(|(_, it)| it.words);
            now.unwrap_or_else(|| self.hint())
        };
        el("div")
            .class("cp-chart__picture")
            .hidden_when(move || self.table_on_show())
            .with(frame)
            .with(el("p").class("cp-chart__reading").set("role", "status").with(text(reading)))
    }

    /// What the line under the picture says while no mark is read.
    fn hint(self) -> String {
        let drawn = self.stage.get() == Stage::Drawn;
        if drawn { String::new() } else { "The chart is being drawn.".to_owned() }
    }

    /// The mark that is read and its place, where the chart still has it; tracked.
    fn now(self) -> Option<(usize, Point)> {
        let read = self.read.get()?;
        self.of(|it| it.points.iter().position(|point| *point == read)).map(|at| (at, read))
    }

    /// Reads another mark, as a key asks for; says whether the key is one of ours.
    fn step(self, key: &str) -> bool {
        untrack(|| {
            let (at, last) = (self.now().map(|it| it.0), self.of(|it| it.points.len()).saturating_sub(1));
            let next = match key {
                "ArrowRight" | "ArrowDown" => Some(at.map_or(0, |at| (at + 1).min(last))),
                "ArrowLeft" | "ArrowUp" => Some(at.map_or(last, |at| at.saturating_sub(1))),
                "Home" => Some(0),
                "End" => Some(last),
                "Escape" if at.is_some() => None,
                _ => return false,
            };
            self.read.set(next.and_then(|next| self.of(|it| it.points.get(next).cloned())));
            true
        })
    }

    fn notes(self) -> El {
        let rows = move || {
            let rows = self.of(|it| it.notes.clone()).into_iter().map(|it| {
                let class = match it.kind {
                    NoteKind::Caveat => "cp-chart__note cp-chart__note--caveat",
                    NoteKind::Gap | NoteKind::Reading => "cp-chart__note",
                };
                el("li").class(class).with(it.words)
            });
            all(rows.collect::<Vec<El>>())
        };
        el("ul").class("cp-chart__notes").hidden_when(move || self.of(|it| it.notes.len()) == 0).with(follow(rows))
    }

    /// The ways to take the chart away.
    fn take(self) -> El {
        let data = move || self.of(|it| csv(&it.table));
        let link = el("a")
            .set("download", [self.id, ".csv"].concat())
            .follow("href", move || Some(as_address(&data()).into()))
            .with(text(move || ["Download the data (CSV, ", &size(data().len()), ")"].concat()));
        let ways = [
            ("Download the picture (SVG)", Take { pixels: false, copy: false }),
            ("Download the picture (PNG)", Take { pixels: true, copy: false }),
            ("Copy the picture (SVG)", Take { pixels: false, copy: true }),
            ("Copy the picture (PNG)", Take { pixels: true, copy: true }),
        ];
        let ways = Each(ways.into_iter().map(|(words, take)| {
            el("li")
                .hidden_when(move || !self.has_picture())
                .with(button("cp-button cp-button--quiet", move |_| self.take_away(take)).with(words))
        }));
        el("details").class("cp-chart__take").with((
            el("summary").with("Download or copy this chart"),
            el("ul").with((el("li").with(link), ways)),
            el("p").class("cp-chart__taken").set("role", "status").with(text(move || self.taken.get().to_owned())),
        ))
    }

    fn take_away(self, take: Take) {
        let picture = untrack(|| self.of(|it| Some(draw(it, &Look::to_take_away(), Dress::Full))));
        let Some(picture) = picture else { return };
        self.taken.set("");
        let done = move |well: bool| {
            // The figure may be gone by then.
            let _gone = self.taken.try_set(match (well, take.copy) {
                (true, true) => "The picture is copied.",
                (true, false) => "The picture is saved with your downloads.",
                (false, true) => "Your browser does not let this page copy pictures. Download it instead.",
                (false, false) => "The picture could not be made. The data can still be downloaded.",
            });
        };
        self.explorer.take(&picture, self.id, take, Box::new(done));
    }
}

fn table(table: &Table) -> El {
    let heads = Each(table.heads.iter().map(|it| {
        let head = el("th").set("scope", "col").with(it.words.clone());
        if it.numeric { head.class("cp-table__number") } else { head }
    }));
    let rows = Each(table.rows.iter().map(|row| {
        el("tr").with(Each(row.iter().zip(&table.heads).enumerate().map(|(at, (cell, head))| {
            let class = match cell.value {
                Value::NotAvailable | Value::NotApplicable => "cp-table__none",
                _ if head.numeric => "cp-table__number",
                _ => "cp-table__words",
            };
            if at == 0 { el("th").set("scope", "row") } else { el("td") }.class(class).with(cell.words.clone())
        })))
    }));
    el("table").class("cp-table").with((
        el("caption").with(table.caption.clone()),
        el("thead").with(el("tr").with(heads)),
        el("tbody").with(rows),
    ))
}

/// The figure's picture, as the world is given it to draw.
struct Drawn {
    figure: Figure,
    place: String,
}

impl Sketch for Drawn {
    fn place(&self) -> &str {
        &self.place
    }

    fn drawing(&self, look: &Look) -> Option<Drawing> {
        self.figure.of(|it| Some(draw(it, look, Dress::Bare)))
    }

    fn is_whole(&self) -> bool {
        untrack(|| self.figure.explorer.with_query(Query::is_empty))
    }

    fn mark(&self) -> Option<(usize, usize)> {
        let point = self.figure.now()?.1;
        self.figure.of(|it| Some(it.mark(&point)))
    }

    fn tell(&self, news: News) {
        let figure = self.figure;
        match news {
            News::Drawn => _ = figure.stage.try_set(Stage::Drawn),
            News::Failed => _ = figure.stage.try_set(Stage::Failed),
            News::Over(mark) => {
                let point = mark.and_then(|(series, at)| untrack(|| figure.of(|it| it.point_at(series, at).cloned())));
                _ = figure.read.try_set(point);
            }
        }
    }
}

/// Words that nobody sees, for measuring: once plain, and inside it once bold.
fn probe() -> El {
    let sample = |tag: &'static str| el(tag).class("cp-chart__probe").set("data-sample", SAMPLE);
    sample("div").set("aria-hidden", "true").with(sample("b"))
}
