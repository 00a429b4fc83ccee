//! Charts of the plan as the build draws them, for whoever has no program or not yet.

use crate::chart::drawing::{Dress, Look, Scheme, draw};
use crate::chart::{Ask, Shown, Which, chart};
use crate::plan::Plan;
use crate::query::{Engine, Query};
use serde_json::{Value, json};

/// How wide they are, in pixels: for a phone. Wider screens show them a little larger.
const WIDTH: u32 = 360;
/// How wide the words of the probe are, in pixels, in the widest font that devices commonly have (`DejaVu Sans`, as wide as
/// Verdana): nobody can measure on the device that will show the picture, and words that are cut say something else.
const SAMPLE: u32 = 376;
/// The same in bold.
const BOLD: u32 = 423;
/// The device's own font, as on the page, without names in quotation marks.
const FONT: &str = "system-ui, -apple-system, Roboto, Arial, sans-serif";
/// How each scheme is called in the names of the files.
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

/// Every chart that the plan alone fills, as JSON: a list of what the drawing library is told, each with the name of its part
/// of the page, its scheme and its size.
#[must_use]
pub fn stills(plan: &Plan, engine: &Engine) -> String {
    let query = Query::default();
    let selection = engine.select(&query);
    let of = |which: Which| match chart(which, &Ask { plan, query: &query, selection: &selection }) {
        Shown::Chart(chart) => Some(chart),
        Shown::Nothing(_) => None,
    };
    let all = Which::ALL.into_iter().filter_map(of).flat_map(|chart| {
        SCHEMES.map(|(name, scheme)| {
            let (sample, bold, font) = (SAMPLE, BOLD, FONT.to_owned());
            let look = Look { width: WIDTH, scheme, sample, bold, font, ..Look::to_take_away() };
            let drawn = draw(&chart, &look, Dress::Bare);
            let option: Value = serde_json::from_str(&drawn.json()).unwrap_or_default();
            json!({ "part": chart.id, "scheme": name, "width": drawn.width, "height": drawn.height, "option": option })
        })
    });
    Value::Array(all.collect()).to_string()
}
