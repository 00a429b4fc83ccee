//! The charts of the plan as images in the page, for whoever has no program or not yet.

use crate::chart::drawing::{Dress, Look, Scheme, draw};
use crate::chart::{Ask, Shown, Which, chart};
use crate::plan::Plan;
use crate::query::{Engine, Facts, Query};

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

/// A chart of the plan in one size and one colour scheme, as the drawing library is told to draw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartImage {
    /// The part of the page that it belongs to.
    pub part: &'static str,
    /// The colour scheme, as files are named after it.
    pub scheme: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// How wide the window is, at the least, where it is shown before there is a program, in pixels; if it is then.
    pub shown_from: Option<u32>,
    /// What the words in it were measured by, for whoever draws it again in its place: the size of text, the widths of the
    /// probe and of the bold probe.
    pub metrics: String,
    /// What the library is told, as JSON.
    pub option: String,
}

/// Every chart that the plan alone fills, in all sizes and schemes; those of one part beside one another, the narrowest first.
#[must_use]
pub fn chart_images(plan: &Plan, facts: &Facts, engine: &Engine) -> Vec<ChartImage> {
    let query = Query::default();
    let selection = engine.select(&query);
    let of = |which: Which| match chart(which, &Ask { plan, facts, query: &query, selection: &selection }) {
        Shown::Chart(chart) => Some(chart),
        Shown::Nothing(_) => None,
    };
    let all = Which::ALL.into_iter().filter_map(of).flat_map(|chart| {
        let each = SIZES.iter().flat_map(|size| SCHEMES.map(|scheme| (size, scheme)));
        let image = |(size, (name, scheme)): (&Size, (&'static str, Scheme))| {
            let Size { width, text, sample, bold } = *size;
            let look = Look { width, text, sample, bold, font: FONT.to_owned(), scheme };
            let drawn = draw(&chart, &look, Dress::Bare);
            ChartImage {
                part: chart.id,
                scheme: name,
                width: drawn.width,
                height: drawn.height,
                shown_from: AT_FIRST.iter().find(|it| it.0 == width).map(|it| it.1),
                metrics: format!("{text} {sample} {bold}"),
                option: drawn.json(),
            }
        };
        each.map(image).collect::<Vec<_>>()
    });
    all.collect()
}
