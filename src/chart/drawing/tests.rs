//! Rules of layout, for every chart there is, at every width and size of text: nothing lies outside the picture, no words on
//! words, no words on marks, no marks on marks.

use super::layout::{Layout, Pen, Plot, Side, Words, float, lay_out};
use super::measure::Measure;
use super::{Dress, Look, SAMPLE, Scheme};
use crate::chart::sheet::Lie;
use crate::chart::{Ask, Chart, Shown, Which, ages, chart, months, people, recorded, types};
use crate::plan::{Kind, load};
use crate::query::{Query, facts_and_engine};
use std::path::Path;

/// What rounding may add.
const SLACK: f64 = 0.6;

/// Something that is seen in the picture.
#[derive(Clone, Debug)]
struct Area {
    what: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left + SLACK < other.right
            && other.left + SLACK < self.right
            && self.top + SLACK < other.bottom
            && other.top + SLACK < self.bottom
    }

    fn is_inside(&self, width: f64, height: f64) -> bool {
        self.left >= -SLACK && self.top >= -SLACK && self.right <= width + SLACK && self.bottom <= height + SLACK
    }
}

/// How high letters are from the top of the highest to the foot of the lowest, in sizes of text.
const LETTERS: f64 = 1.12;

/// Each line of a block is an area of its own: a short last line leaves room beside it.
fn areas_of_words(pen: &Pen<'_>, words: &Words) -> Vec<Area> {
    let (line, high) = (pen.line(words.style), LETTERS * pen.size(words.style));
    let mut top = words.y + (line - high) / 2.0;
    let mut areas = Vec::new();
    for text in &words.lines {
        let width = pen.wide(text, words.style);
        let left = match words.side {
            Side::Left => words.x,
            Side::Middle => words.x - width / 2.0,
            Side::Right => words.x - width,
        };
        areas.push(Area { what: text.clone(), left, top, right: left + width, bottom: top + high });
        top += line;
    }
    areas
}

fn areas_of_marks(chart: &Chart, plot: &Plot) -> Vec<Area> {
    let (least, most) = plot.ends;
    let long = if plot.lie == Lie::Rows { plot.width } else { plot.height };
    let along = |value: f64| (value - least) / (most - least) * long;
    let of = plot.bars.iter().flatten().map(|bar| {
        let point = &chart.points[bar.point];
        let (one, other) = (along(0.0), along(float(point.value)));
        let (from, to) = (one.min(other), one.max(other));
        let (near, far) = (bar.at - plot.thick / 2.0, bar.at + plot.thick / 2.0);
        let what = format!("mark {} of {}", point.shown, point.label);
        if plot.lie == Lie::Rows {
            let (left, right) = (plot.left + from, plot.left + to);
            Area { what, left, top: plot.top + near, right, bottom: plot.top + far }
        } else {
            let ground = plot.top + plot.height;
            Area { what, left: plot.left + near, top: ground - to, right: plot.left + far, bottom: ground - from }
        }
    });
    of.collect()
}

/// What is wrong with a picture.
fn faults(chart: &Chart, look: &Look, laid_out: &Layout) -> Vec<String> {
    let em = f64::from(look.text);
    let pen = Pen {
        chart,
        em,
        measure: Measure::new(em, f64::from(look.sample), f64::from(look.bold)),
        out: Layout::default(),
    };
    let words: Vec<Vec<Area>> = laid_out.words.iter().map(|it| areas_of_words(&pen, it)).collect();
    let marks: Vec<Area> = laid_out.plots.iter().flat_map(|it| areas_of_marks(chart, it)).collect();
    let mut faults = Vec::new();
    let mut told = |one: &Area, how: &str, other: &str| {
        faults.push(format!("{} at {} px, text {}: “{}” {how} {other}", chart.id, look.width, look.text, one.what));
    };
    for area in words.iter().flatten().chain(&marks) {
        if !area.is_inside(f64::from(look.width), laid_out.height) {
            told(area, "is outside", &format!("{area:?}, {}", laid_out.height));
        }
    }
    for (at, block) in words.iter().enumerate() {
        for one in block {
            let others = words.iter().skip(at + 1).flatten().chain(&marks);
            for other in others.filter(|it| one.meets(it)) {
                told(one, "meets", &other.what);
            }
        }
    }
    for (at, one) in marks.iter().enumerate() {
        for other in marks.iter().skip(at + 1).filter(|it| one.meets(it)) {
            told(one, "meets", &other.what);
        }
    }
    if marks.len() != chart.points.len() {
        faults.push(format!("{}: {} marks for {} points", chart.id, marks.len(), chart.points.len()));
    }
    faults
}

fn push(charts: &mut Vec<Chart>, shown: Shown) {
    if let Shown::Chart(it) = shown
        && !charts.contains(&it)
    {
        charts.push(*it);
    }
}

/// The plan's charts, whole and as each single choice leaves them, and those of every ward.
fn all() -> Vec<Chart> {
    let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let (plan, area) = (&loaded.plan.expect("it has no mistakes"), &loaded.area.expect("it has no mistakes"));
    let (facts, engine) = facts_and_engine(plan);
    let mut queries = vec![Query::default()];
    queries.extend(plan.priority_ids().map(|it| Query { priorities: [it].into(), ..Query::default() }));
    queries.extend(plan.partner_ids().map(|it| Query { partners: [it].into(), ..Query::default() }));
    queries.extend(Kind::ALL.map(|it| Query { kinds: [it].into(), ..Query::default() }));
    let mut charts = Vec::new();
    for query in &queries {
        let selection = engine.select(query);
        for which in Which::ALL {
            push(&mut charts, chart(which, &Ask { plan, facts, query, selection: &selection }));
        }
    }
    let stretch = recorded::stretch(&area.crime).expect("there are months");
    for ward in plan.ward_ids() {
        push(&mut charts, months(&recorded::by_month(plan, area, &stretch, ward)));
        push(&mut charts, types(&recorded::by_type(plan, area, &stretch, ward)));
        push(&mut charts, ages(&people::by_age(plan, area, ward).expect("there are ages")));
    }
    charts
}

fn look(width: u32, text: u32, wider: f64) -> Look {
    let ours = Measure::new(f64::from(text), 0.0, 0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
    let sample = |bold: bool| (ours.width(SAMPLE, f64::from(text), bold) * wider) as u32;
    Look { width, text, sample: sample(false), bold: sample(true), font: "Arial".to_owned(), scheme: Scheme::Light }
}

#[test]
fn nothing_lies_on_anything_else_at_any_width_and_size_of_text() {
    let charts = all();
    assert!(charts.len() > 60, "there are {} different charts", charts.len());
    let (mut told, mut looked) = (Vec::new(), 0);
    let mut try_out = |chart: &Chart, look: &Look, dress: Dress| {
        told.extend(faults(chart, look, &lay_out(chart, look, dress)));
        looked += 1;
    };
    for chart in &charts {
        // Pages from 320 pixels on, less their edges.
        for width in (280..=1280).step_by(20) {
            for text in [16, 20, 24, 32] {
                for wider in [0.85, 1.0] {
                    try_out(chart, &look(width, text, wider), Dress::Bare);
                }
            }
        }
        try_out(chart, &Look::to_take_away(), Dress::Full);
    }
    println!("{looked} pictures of {} charts", charts.len());
    assert!(
        told.is_empty(),
        "{} faults, among them:\n{}",
        told.len(),
        told.iter().step_by(told.len() / 60 + 1).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn faults_are_told() {
    let chart = all().swap_remove(0);
    let look = look(640, 16, 1.0);
    let right = lay_out(&chart, &look, Dress::Bare);
    assert_eq!(faults(&chart, &look, &right), [""; 0]);
    let changes: [fn(&mut Layout); 5] = [
        |it| it.words[0].x = 600.0,
        |it| it.words[1].y = it.words[0].y,
        |it| it.plots[0].bars[0][1].at = it.plots[0].bars[0][0].at,
        |it| it.plots[0].left = 0.0,
        |it| it.height = 100.0,
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut wrong = right.clone();
        change(&mut wrong);
        assert!(!faults(&chart, &look, &wrong).is_empty(), "change {at} goes unseen");
    }
}
