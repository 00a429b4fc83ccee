//! Ties a chart that stands on the page to the filter.
//!
//! Nothing on the page is replaced by a copy of itself. Words are set only where they change, table and notes are mounted anew only
//! when the filter changes what they say, and a chart of which nothing is left is hidden, with its picture.

use super::pieces::{NothingLeft, Reading, Tools};
use super::state::{LiveChart, Stage};
use crate::browser::Element;
use crate::chart::{Chart, Shown};
use crate::chart::{Drawing, Dress, Look, draw};
use crate::live::keep;
use crate::live::surroundings::{ChartSource, ChartStatus};
use crate::page::chart::{ChartKey, ChartNotes, ChartTable};
use crate::plan::counted;
use crate::query::Query;
use leptos::attr::Attribute as _;
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;

/// What a chart says before it comes to life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// What the choices leave now.
    Now,
    /// The chart of the whole plan, while the choices leave less.
    Whole,
}

/// What a chart says in one place.
type Words = fn(&Chart) -> &String;

/// The hooks of [`crate::page::chart`], and what each says.
const WORDS: [(&str, Words); 4] = [
    ("[data-chart-text=headline]", |it| &it.headline),
    ("[data-chart-text=subtitle]", |it| &it.subtitle),
    ("[data-chart-text=sentence]", |it| &it.sentence),
    ("[data-chart-text=source]", |it| &it.source),
];

/// Brings the chart that is written in a place to life, until the owner under which this is called ends. Where the plan has nothing to
/// draw, its choices leave nothing either, and what is written there stays.
pub fn bring_to_life(place: &Element, chart: LiveChart, written: Written) {
    let (outer, place) = (Owner::current().unwrap_or_default(), place.clone());
    let nothing =
        Memo::new(move |_| chart.shown.with(|it| if let Shown::Nothing(it) = it { Some(it.clone()) } else { None }));
    let (mut is_tied, mut in_its_place) = (false, None);
    keep(RenderEffect::new(move |_: Option<()>| {
        drop(in_its_place.take());
        let figure = place.find("figure");
        if let Some(nothing) = nothing.get() {
            if let Some(figure) = &figure {
                figure.hide(true);
            }
            if let Some(before) = place.find(".cp-chart--nothing") {
                // It came with the page, and says it already, unless there is a way back.
                if !nothing.filtered {
                    return;
                }
                before.remove();
            }
            in_its_place = Some(mount_to(place.html(), move || view! { <NothingLeft nothing/> }));
        } else if let Some(figure) = figure {
            figure.hide(false);
            if !is_tied {
                is_tied = true;
                // What is tied outlives this run.
                outer.with(|| untrack(|| tie(&figure, chart, written)));
            }
        }
    }));
}

/// Has a chart on the page follow the filter, and gives it what only a program can do.
fn tie(figure: &Element, chart: LiveChart, written: Written) {
    for (hook, words) in WORDS {
        if let Some(element) = figure.find(hook) {
            follow(chart, written, move |chart| words(chart).clone(), move |words| element.set_text(&words));
        }
    }
    if let Some(place) = figure.find("[data-place=chart-table]") {
        table(&place, chart, written);
    }
    if let Some(place) = figure.find("[data-place=chart-notes]") {
        let mut mounted = None;
        follow(
            chart,
            written,
            |chart| chart.notes.clone(),
            move |notes| {
                drop(mounted.take());
                place.empty();
                mounted = Some(mount_to(place.html(), move || view! { <ChartNotes notes/> }));
            },
        );
    }
    if let Some(place) = figure.find("[data-place=chart-key]") {
        let mut mounted = None;
        follow(
            chart,
            written,
            |chart| chart.key.clone(),
            move |key| {
                drop(mounted.take());
                place.empty();
                mounted = Some(mount_to(place.html(), move || view! { <ChartKey key/> }));
            },
        );
    }
    if let Some(place) = figure.find("[data-place=chart-tools]") {
        keep(mount_to(place.html(), move || view! { <Tools chart/> }));
    }
    if let Some(place) = figure.find("[data-place=chart-picture]") {
        picture(&place, chart);
    }
    let figure = figure.clone();
    keep(RenderEffect::new(move |_: Option<()>| {
        figure.set(
            "data-drawing",
            Some(match chart.stage.get() {
                Stage::Waiting => "waiting",
                Stage::Drawn => "drawn",
                Stage::Failed => "failed",
            }),
        );
    }));
}

/// Does something whenever a value of the chart changes; at first only where the page says something else. While there is no chart,
/// what it said stays.
fn follow<T: Clone + PartialEq + 'static>(
    chart: LiveChart,
    written: Written,
    read: impl Fn(&Chart) -> T + 'static,
    mut changed: impl FnMut(T) + 'static,
) {
    keep(RenderEffect::new(move |before: Option<Option<T>>| {
        let Some(now) = chart.of(&read) else { return before.flatten() };
        let stands = match &before {
            Some(before) => before.as_ref() == Some(&now),
            None => written == Written::Now,
        };
        if !stands {
            changed(now.clone());
        }
        Some(now)
    }));
}

fn table(place: &Element, chart: LiveChart, written: Written) {
    let region = place.clone();
    keep(RenderEffect::new(move |_: Option<()>| {
        let on_show = chart.shows_table();
        region.set(
            "class",
            Some(if on_show { "cp-chart__table cp-scroll" } else { "cp-chart__table cp-visually-hidden" }),
        );
        region.set("tabindex", on_show.then_some("0"));
    }));
    let (place, mut mounted) = (place.clone(), None);
    follow(
        chart,
        written,
        |chart| chart.table.clone(),
        move |table| {
            drop(mounted.take());
            place.empty();
            mounted = Some(mount_to(place.html(), move || view! { <ChartTable table/> }));
        },
    );
}

/// The picture: drawn in its place, and read mark by mark by keyboard in the frame around that.
fn picture(place: &Element, chart: LiveChart) {
    let Some(frame) = place.parent() else { return };
    frame.set("aria-roledescription", Some("chart"));
    frame.set("aria-describedby", Some(&chart.id_of("sentence")));
    let keys = ev::on(ev::keydown, move |event| {
        if chart.step(&event.key()) || (event.key() == "Enter" && chart.choose_read()) {
            event.prevent_default();
        }
    });
    keep(keys.build(&frame.html()));
    if let Some(picture) = frame.parent() {
        keep(mount_to(picture.html(), move || view! { <Reading chart/> }));
        keep(RenderEffect::new(move |_: Option<()>| picture.hide(chart.shows_table())));
    }
    keep(RenderEffect::new(move |_: Option<()>| {
        let read = |it: &Chart| (it.headline.clone(), it.points.len(), it.points.iter().any(|it| it.leads.is_some()));
        let Some((headline, marks, lead)) = chart.of(read) else { return };
        let enter = if lead { ", and Enter shows only what one stands for" } else { "" };
        // Keys that a screen reader uses itself are ours only where there is something to go through with them.
        let (role, keys) = if marks > 1 {
            ("application", [". Arrow keys read its ", &counted(marks, "mark", "marks"), enter, "."].concat())
        } else {
            ("img", ".".to_owned())
        };
        frame.set("role", Some(role));
        // A frame that has the focus keeps it when choices leave one mark.
        frame.set("tabindex", Some(if marks > 1 { "0" } else { "-1" }));
        frame.set("aria-label", Some(&["Chart: ", &headline, &keys].concat()));
    }));
    keep(chart.reach.surroundings(|it| it.draw(Rc::new(Picture { chart, place: chart.id_of("drawing") }))));
}

/// The picture of a chart, as the page is given it to draw.
struct Picture {
    chart: LiveChart,
    place: String,
}

impl ChartSource for Picture {
    fn place(&self) -> &str {
        &self.place
    }

    fn drawing(&self, look: &Look) -> Option<Drawing> {
        self.chart.of(|it| draw(it, look, Dress::Bare))
    }

    fn is_whole(&self) -> bool {
        self.chart.explorer.with_query(Query::is_empty)
    }

    fn mark(&self) -> Option<(usize, usize)> {
        let point = self.chart.mark_read()?.1;
        Some((point.series, point.row))
    }

    fn notify(&self, status: ChartStatus) {
        let chart = self.chart;
        let point = |(series, at)| untrack(|| chart.of(|it| it.point_at(series, at).cloned())).flatten();
        match status {
            ChartStatus::Drawn => _ = chart.stage.try_set(Stage::Drawn),
            ChartStatus::Failed => _ = chart.stage.try_set(Stage::Failed),
            ChartStatus::Over(mark) => chart.point_at(point(mark)),
            ChartStatus::Left(mark) => chart.point_away(point(mark).as_ref()),
            ChartStatus::Chosen(mark) => {
                if let Some(point) = point(mark) {
                    chart.choose(&point);
                }
            }
        }
    }
}
