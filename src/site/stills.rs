//! Charts of the plan as the build draws them, for whoever has no program or not yet.

use crate::chart::drawing::{Dress, Look, Scheme, draw};
use crate::chart::{Ask, Shown, Which, chart};
use crate::plan::Plan;
use crate::query::{Engine, Query};
use serde_json::{Value, json};

/// A size in which they are drawn. Nobody can measure words on the device that will show the picture, and words that are cut say
/// something else: so they are given the room of the widest font that devices commonly have (`DejaVu Sans`, as wide as Verdana).
struct Size {
    /// In pixels.
    width: u32,
    /// How wide the window is at the least, in pixels, where it is shown.
    from: u32,
    /// The size of text, in pixels.
    text: u32,
    /// How wide the words of the probe are, in pixels.
    sample: u32,
    /// The same in bold.
    bold: u32,
}

/// For a phone; wider screens show it a little larger. And for a page that takes all the room it may have (`style/layout.css`).
const SIZES: [Size; 2] = [
    Size { width: 360, from: 0, text: 16, sample: 376, bold: 423 },
    Size { width: 1199, from: 1258, text: 17, sample: 400, bold: 449 },
];
/// The device's own font, as on the page, without names in quotation marks.
const FONT: &str = "system-ui, -apple-system, Roboto, Arial, sans-serif";
/// How each scheme is called in the names of the files.
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

/// Every chart that the plan alone fills, as JSON: a list of what the drawing library is told, each with the name of its part
/// of the page, its scheme, its size and what it was measured by; those of one part beside one another, the first of them
/// for whoever fits none of the others.
#[must_use]
pub fn stills(plan: &Plan, engine: &Engine) -> String {
    let query = Query::default();
    let selection = engine.select(&query);
    let of = |which: Which| match chart(which, &Ask { plan, query: &query, selection: &selection }) {
        Shown::Chart(chart) => Some(chart),
        Shown::Nothing(_) => None,
    };
    let all = Which::ALL.into_iter().filter_map(of).flat_map(|chart| {
        let each = SIZES.iter().flat_map(|size| SCHEMES.map(|scheme| (size, scheme)));
        let still = |(size, (name, scheme)): (&Size, (&str, Scheme))| {
            let Size { width, from, text, sample, bold } = *size;
            let look = Look { width, text, sample, bold, font: FONT.to_owned(), scheme };
            let drawn = draw(&chart, &look, Dress::Bare);
            let option: Value = serde_json::from_str(&drawn.json()).unwrap_or_default();
            json!({
                "part": chart.id, "scheme": name, "from": from, "metrics": format!("{text} {sample} {bold}"),
                "width": drawn.width, "height": drawn.height, "option": option,
            })
        };
        each.map(still).collect::<Vec<_>>()
    });
    Value::Array(all.collect()).to_string()
}
