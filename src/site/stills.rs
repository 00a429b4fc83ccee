//! Charts of the plan as the build draws them, for whoever has no program or not yet.

use crate::chart::drawing::{Dress, Look, Scheme, draw};
use crate::chart::{Ask, Shown, Which, chart};
use crate::plan::Plan;
use crate::query::{Engine, Facts, Query};
use serde_json::{Value, json};

/// A size in which they are drawn. Nobody can measure words on the device that will show the picture, and words that are cut say
/// something else: so they are given the room of the widest font that devices commonly have (`DejaVu Sans`, as wide as Verdana).
struct Size {
    /// In pixels.
    width: u32,
    /// The size of text, in pixels.
    text: u32,
    /// How wide the words of the probe are, in pixels.
    sample: u32,
    /// The same in bold.
    bold: u32,
}

impl Size {
    /// With the text of a narrow page.
    const fn narrow(width: u32) -> Self {
        Self { width, text: 16, sample: 376, bold: 423 }
    }

    /// With the text of a page from 40 em (`style/layout.css`).
    const fn broad(width: u32) -> Self {
        Self { width, text: 17, sample: 400, bold: 449 }
    }
}

/// For phones, for tablets, and for all the room that the page may have. A chart on the page is always as wide as one of them
/// (`style/parts/chart.css`), unless there is less room than for the first.
const SIZES: [Size; 9] = [
    Size::narrow(288),
    Size::narrow(328),
    Size::narrow(358),
    Size::narrow(380),
    Size::narrow(480),
    Size::broad(580),
    Size::broad(708),
    Size::broad(900),
    Size::broad(1198),
];
/// Which of them the page shows before there is a program, and how wide the window is then, at the least, in pixels.
const AT_FIRST: [(u32, u32); 2] = [(328, 0), (1198, 1258)];
/// The device's own font, as on the page, without names in quotation marks.
const FONT: &str = "system-ui, -apple-system, Roboto, Arial, sans-serif";
/// How each scheme is called in the names of the files.
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

/// Every chart that the plan alone fills, as JSON: a list of what the drawing library is told, each with the name of its part
/// of the page, its scheme, its size and what it was measured by (sizes of text and of the probe's words), those of one part
/// beside one another and the narrowest first. `from` says where it is shown at first, if anywhere.
#[must_use]
pub fn stills(plan: &Plan, facts: &Facts, engine: &Engine) -> String {
    let query = Query::default();
    let selection = engine.select(&query);
    let of = |which: Which| match chart(which, &Ask { plan, facts, query: &query, selection: &selection }) {
        Shown::Chart(chart) => Some(chart),
        Shown::Nothing(_) => None,
    };
    let all = Which::ALL.into_iter().filter_map(of).flat_map(|chart| {
        let each = SIZES.iter().flat_map(|size| SCHEMES.map(|scheme| (size, scheme)));
        let still = |(size, (name, scheme)): (&Size, (&str, Scheme))| {
            let Size { width, text, sample, bold } = *size;
            let from = AT_FIRST.iter().find(|it| it.0 == width).map(|it| it.1);
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
