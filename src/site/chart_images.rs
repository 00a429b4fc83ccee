//! The charts of the plan as images in the page, for whoever has no program or not yet.

use crate::chart::{Ask, Shown, Which, chart};
use crate::chart::{Dress, Look, Scheme, draw};
use crate::plan::Plan;
use crate::query::{Engine, Facts, Query};
use std::borrow::Cow;

/// Their two widths: for phones, and for where a picture is wide, in which lines break later. A picture is as high as its lines make it and not as its
/// width does, so that one that is drawn in the browser is as high as the nearer of these (`chart/drawing`).
const SIZES: [Size; 2] = [Size { width: 288, text: 16, shown_from: 0 }, Size { width: 612, text: 17, shown_from: 680 }];

/// A width in which they are drawn.
struct Size {
    /// In pixels.
    width: u32,
    /// The size of text on a page that is so wide (`style/layout.css`), in pixels.
    text: u32,
    /// How wide the window is where it is shown, at the least, in pixels.
    shown_from: u32,
}

/// The device's own font, as on the page, without names in quotation marks.
const FONT: &str = "system-ui, -apple-system, Roboto, Arial, sans-serif";

/// A chart of the plan in one width, as the drawing library is told to draw it in light colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartImage {
    /// The part of the page that it belongs to.
    pub part: Cow<'static, str>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The size of text in it, in pixels.
    pub text: u32,
    /// How wide the window is where it is shown, at the least, in pixels.
    pub shown_from: u32,
    /// What the library is told, as JSON.
    pub option: String,
    /// How all of it looks, as JSON: the library's theme.
    pub theme: String,
}

/// Every chart that the plan alone fills, in both widths; those of one part beside one another, the narrow one first.
#[must_use]
pub fn chart_images(plan: &Plan, facts: &Facts, engine: &Engine) -> Vec<ChartImage> {
    let query = Query::default();
    let selection = engine.select(&query);
    let of = |which: Which| match chart(which, &Ask { plan, facts, query: &query, selection: &selection }) {
        Shown::Chart(chart) => Some(chart),
        Shown::Nothing(_) => None,
    };
    let all = Which::of(plan).filter_map(of).flat_map(|chart| {
        SIZES.map(|Size { width, text, shown_from }| {
            let look = Look { width, text, font: FONT.to_owned(), scheme: Scheme::Light };
            let drawn = draw(&chart, &look, Dress::Bare);
            let (option, theme) = (drawn.json(), drawn.theme.to_string());
            ChartImage { part: chart.id.clone(), width, height: drawn.height, text, shown_from, option, theme }
        })
    });
    all.collect()
}

/// Has a picture that was drawn in light colours follow the scheme of its reader: each colour stands in attributes, which rules come before.
#[must_use]
pub fn in_both_schemes(svg: &str) -> String {
    let (light, dark) = (Scheme::Light.theme(), Scheme::Dark.theme());
    let pairs = [
        (light.surface, dark.surface),
        (light.ink, dark.ink),
        (light.quiet, dark.quiet),
        (light.line, dark.line),
        (light.first, dark.first),
        (light.second, dark.second),
    ];
    let rules =
        pairs.map(|(light, dark)| format!("[fill=\"{light}\"]{{fill:{dark}}}[stroke=\"{light}\"]{{stroke:{dark}}}"));
    let style = format!("<style>@media(prefers-color-scheme:dark){{{}}}</style>", rules.concat());
    let start = svg.find('>').map_or(0, |it| it + 1);
    let (head, rest) = svg.split_at(start);
    [head, &style, rest].concat()
}
