//! The charts: that headline, sentence, table, CSV and marks say the same under any filter, and that they say what the plan
//! says. For the plan of `data/` and for an invented one.
//!
//! `cargo test --test charts -- --nocapture read` prints every chart in words, to be read.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/editions.rs"]
mod editions;
#[path = "reading/numbers.rs"]
mod numbers;
#[path = "charts/options.rs"]
mod options;
#[path = "charts/over_time.rs"]
mod over_time;
#[path = "charts/truth.rs"]
mod truth;
#[path = "charts/ward.rs"]
mod ward;

use editions::{Edition, both, ours};
use plan_explorer::chart::{Ask, Cell, Chart, Point, Shown, Which, chart};
use plan_explorer::plan::{Gap, Kind, Plan};
use plan_explorer::query::{Query, Selection};

impl Edition {
    fn show(&self, which: Which, query: &Query) -> Shown {
        chart(which, &Ask { plan: self.plan(), facts: self.facts, query, selection: &self.select(query) })
    }

    fn select(&self, query: &Query) -> Selection {
        self.engine.select(query)
    }

    /// The chart that nothing filters.
    fn whole(&self, which: Which) -> Chart {
        match self.show(which, &Query::default()) {
            Shown::Chart(chart) => *chart,
            Shown::Nothing(nothing) => panic!("{which:?} is not drawn: {nothing:?}"),
        }
    }
}

/// A seeded row of numbers: the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("it fits") % sides.max(1)
    }

    fn some<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        if self.roll(3) > 0 || all.is_empty() {
            return Vec::new();
        }
        (0..=self.roll(3)).map(|_| all[self.roll(all.len())]).collect()
    }

    /// A query such as a visitor could put together.
    fn query(&mut self, plan: &Plan) -> Query {
        let words = ["", "", "", "", "the", "covid", "young", "support", "police", "!?", "zzz"];
        Query {
            priorities: self.some(&plan.priority_ids().collect::<Vec<_>>()).into_iter().collect(),
            partners: self.some(&plan.partner_ids().collect::<Vec<_>>()).into_iter().collect(),
            lead_only: self.roll(8) == 0,
            wards: self.some(&plan.ward_ids().collect::<Vec<_>>()).into_iter().collect(),
            kinds: self.some(&Kind::ALL).into_iter().collect(),
            gaps: self.some(&Gap::ALL).into_iter().collect(),
            words: words[self.roll(words.len())].to_owned(),
            ..Query::default()
        }
    }
}

/// The panel of a mark: each of several has as many series as bars under a name.
fn panel_of(chart: &Chart, point: &Point) -> usize {
    if chart.panels.len() == 1 { 0 } else { point.series / usize::from(chart.bars) }
}

/// The two ends of a panel's axis of values, as the picture has them.
fn ends(chart: &Chart, panel: usize) -> (i64, i64) {
    let picture = serde_json::to_value(chart.picture.of(chart)).expect("it has a text");
    // One axis stands by itself, several as a list.
    let axis = &picture["xAxis"];
    let end = |name: &str| axis.get(panel).unwrap_or(axis)[name].as_f64().expect("it is a number");
    #[expect(clippy::cast_possible_truncation, reason = "counts and shares")]
    let ends = (end("min") as i64, end("max") as i64);
    ends
}

/// A chart in words, as a reviewer reads it.
fn in_words(shown: &Shown) -> String {
    let chart = match shown {
        Shown::Nothing(it) => return format!("# {}\n{}: {}\n", it.name, it.what, it.why),
        Shown::Chart(chart) => chart,
    };
    let mut lines = vec![
        format!("# {} ({})", chart.name, chart.id),
        format!("## {}", chart.headline),
        chart.subtitle.clone(),
        format!("\nRead aloud: {}\n", chart.sentence),
    ];
    for (at, panel) in chart.panels.iter().enumerate() {
        lines.push(format!("[{}]", panel.title));
        for (place, row) in panel.rows.iter().enumerate() {
            lines.push(format!("  {} // {}", row.label, row.detail));
            let points = chart.points.iter().filter(|it| (panel_of(chart, it), it.row) == (at, place));
            lines.extend(points.map(|it| format!("    {} {} = {} // {}", it.shown, it.series, it.value, it.words)));
        }
    }
    lines.push(format!("\n{}", chart.table.caption));
    lines.push(chart.table.heads.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" | "));
    let row = |row: &Vec<Cell>| row.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" | ");
    lines.extend(chart.table.rows.iter().map(row));
    lines.push(String::new());
    lines.extend(chart.notes.iter().map(|it| format!("{:?}: {}", it.kind, it.words)));
    lines.push(format!("{}\n", chart.source));
    lines.join("\n")
}

#[test]
fn read() {
    for edition in both() {
        for which in Which::ALL {
            println!("{}", in_words(&edition.show(which, &Query::default())));
        }
    }
    let police = ours().plan().find_partner("police").expect("it is there");
    let query = Query { partners: [police].into(), kinds: [Kind::Done, Kind::Direction].into(), ..Query::default() };
    for which in Which::ALL {
        println!("{}", in_words(&ours().show(which, &query)));
    }
}
