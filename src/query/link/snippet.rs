//! What a web editor pastes into a page of the council's own site to show the explorer there.

use super::encoding::decode;
use super::to_params;
use crate::query::facet::Query;
use crate::query::facts::Facts;

/// How the explorer comes onto the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Means {
    /// The custom element: part of the page, and needs a script.
    #[default]
    Element,
    /// A frame: for systems that take scripts out.
    Frame,
}

/// What the editor wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// How it comes onto the page.
    pub means: Means,
    /// The address of the folder that the built site is in, with a slash at its end.
    pub folder: String,
    /// The level of the first heading inside, 1 to 4; for the element.
    pub level: u8,
    /// Only this edition, whatever is published there later; for the element.
    pub pinned: bool,
    /// Whether choices stay out of the address of the page around; for the element.
    pub keeps_out: bool,
    /// Whether the page around has a title for it, so that it comes without its own.
    pub headless: bool,
    /// The accent on a light page and on a dark one, as `#12436d`; for the element. Empty for our own.
    pub accents: [String; 2],
}

/// What the address of a frame says for a page without its own title.
pub const HEADLESS: &str = "head=none";

/// The lines to paste. The choices of the query are where the explorer begins.
#[must_use]
pub fn snippet(facts: &Facts, query: &Query, wish: &Wish) -> String {
    match wish.means {
        Means::Element => element(facts, query, wish),
        Means::Frame => frame(facts, query, wish),
    }
}

/// The attributes of the element that say where it begins, each with its value.
#[must_use]
pub fn attributes(facts: &Facts, query: &Query) -> Vec<(String, String)> {
    let params = to_params(facts, query);
    let pairs = params.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(key, value)| {
            // Ids hold no commas, and no spaces; words are words.
            let words = if key == "q" { decode(value).unwrap_or_default() } else { value.replace(',', " ") };
            (key.to_owned(), words)
        })
        .collect()
}

fn element(facts: &Facts, query: &Query, wish: &Wish) -> String {
    let mut lines = String::from("<plan-explorer");
    for (name, value) in attributes(facts, query) {
        put(&mut lines, &name, &value);
    }
    if wish.level != 2 {
        put(&mut lines, "heading-level", &wish.level.to_string());
    }
    if wish.headless {
        put(&mut lines, "head", "none");
    }
    if wish.keeps_out {
        put(&mut lines, "url", "none");
    }
    if wish.pinned {
        put(&mut lines, "edition", facts.edition.id.as_str());
    }
    let title = escaped(&facts.edition.heading);
    let page = escaped(&wish.folder);
    lines.push_str(&[">\n  <a href=\"", &page, "\">", &title, "</a>\n</plan-explorer>\n"].concat());
    lines.push_str(&["<script type=\"module\" src=\"", &page, "plan-explorer.js\"></script>\n"].concat());
    lines
}

/// The rules for the host's stylesheet that give the element colours of the host's own; empty when it keeps ours.
#[must_use]
pub fn colours(wish: &Wish) -> String {
    let [light, dark] = wish.accents.each_ref().map(String::as_str);
    let rule = |accent: &str| ["plan-explorer { --plan-accent: ", accent, "; --plan-link: ", accent, "; }\n"].concat();
    let mut rules = String::new();
    if wish.means == Means::Element && is_colour(light) && is_colour(dark) {
        rules.push_str(&rule(light));
        rules.push_str(&["@media (prefers-color-scheme: dark) {\n  ", &rule(dark), "}\n"].concat());
    }
    rules
}

fn frame(facts: &Facts, query: &Query, wish: &Wish) -> String {
    let mut params = to_params(facts, query);
    if wish.headless {
        if !params.is_empty() {
            params.push('&');
        }
        params.push_str(HEADLESS);
    }
    let sign = if params.is_empty() { "" } else { "?" };
    let folder = escaped(&wish.folder);
    let mut lines = String::from("<iframe");
    put(&mut lines, "src", &[&wish.folder, "embed.html", sign, &params].concat());
    put(&mut lines, "title", &facts.edition.heading);
    // Browsers draw a border of their own around a frame.
    lines.push_str(
        " style=\"border:0\" width=\"100%\" height=\"800\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>\n",
    );
    lines.push_str(&["<script src=\"", &folder, "plan-explorer-frame.js\" defer></script>\n"].concat());
    lines
}

fn put(lines: &mut String, name: &str, value: &str) {
    lines.push_str(&[" ", name, "=\"", &escaped(value), "\""].concat());
}

/// A text as it stands in HTML, between tags and in an attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text.bytes().skip(1).all(|it| it.is_ascii_hexdigit())
}

/// Whether words of this colour can be read on the ground of the page, and the ground's colour on it: 4.5 to 1 or more.
#[must_use]
pub fn can_be_read(accent: &str, ground: &str) -> bool {
    match (luminance(accent), luminance(ground)) {
        (Some(one), Some(two)) => (one.max(two) + 0.05) / (one.min(two) + 0.05) >= 4.5,
        _ => false,
    }
}

/// The relative luminance of a colour, as WCAG defines it.
fn luminance(colour: &str) -> Option<f64> {
    if !is_colour(colour) {
        return None;
    }
    let part = |at: usize, weight: f64| {
        let value = f64::from(u8::from_str_radix(colour.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(weight * if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(part(1, 0.2126)? + part(3, 0.7152)? + part(5, 0.0722)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PriorityId, WardId};
    use crate::query::View;
    use crate::query::sample::plan;

    fn facts() -> Facts {
        Facts::of(&plan())
    }

    fn wish() -> Wish {
        Wish { folder: "https://council.example/plan/".into(), level: 2, ..Wish::default() }
    }

    fn some() -> Query {
        Query {
            priorities: [PriorityId(0), PriorityId(1)].into(),
            wards: [WardId(0)].into(),
            words: "drugs & \"alcohol\"".into(),
            view: View::Figures,
            ..Query::default()
        }
    }

    #[test]
    fn the_element_begins_with_the_choices() {
        let facts = facts();
        let bare = snippet(&facts, &Query::default(), &wish());
        assert!(bare.starts_with("<plan-explorer>\n  <a href=\"https://council.example/plan/\">"), "{bare}");
        assert!(
            bare.ends_with(
                "</a>\n</plan-explorer>\n<script type=\"module\" src=\"https://council.example/plan/plan-explorer.js\"></script>\n"
            ),
            "{bare}"
        );
        let full = snippet(&facts, &some(), &Wish { level: 3, pinned: true, ..wish() });
        let start = format!(
            "<plan-explorer priority=\"asb county-lines\" ward=\"castle\" q=\"drugs &amp; &quot;alcohol&quot;\" view=\"figures\" \
             heading-level=\"3\" edition=\"{}\">",
            facts.edition.id.as_str()
        );
        assert!(full.starts_with(&start), "{full}");
    }

    #[test]
    fn a_frame_begins_with_the_choices() {
        let frame = snippet(&facts(), &some(), &Wish { means: Means::Frame, ..wish() });
        let src = "src=\"https://council.example/plan/embed.html?priority=asb,county-lines&amp;ward=castle&amp;q=drugs%20%26%20%22alcohol%22&amp;view=figures\"";
        assert!(frame.starts_with("<iframe ") && frame.contains(src), "{frame}");
        assert!(frame.contains(" title=\"") && frame.contains(" style=\"border:0\" "), "{frame}");
    }

    #[test]
    fn a_host_with_a_title_or_a_router_of_its_own_is_left_them() {
        let facts = facts();
        let wish = Wish { headless: true, keeps_out: true, ..wish() };
        let element = snippet(&facts, &Query::default(), &wish);
        assert!(element.starts_with("<plan-explorer head=\"none\" url=\"none\">"), "{element}");
        for (query, end) in [(Query::default(), "embed.html?head=none\""), (some(), "view=figures&amp;head=none\"")] {
            let frame = snippet(&facts, &query, &Wish { means: Means::Frame, ..wish.clone() });
            assert!(frame.contains(end) && !frame.contains("url="), "{frame}");
        }
    }

    #[test]
    fn an_address_with_markup_stays_text() {
        let wish = Wish { folder: "https://x.example/\"><script>".into(), ..wish() };
        for means in [Means::Element, Means::Frame] {
            let text = snippet(&facts(), &Query::default(), &Wish { means, ..wish.clone() });
            assert!(!text.contains("\"><script>plan"), "{text}");
        }
    }

    #[test]
    fn colours_are_for_the_hosts_stylesheet() {
        let with = |light: &str, dark: &str| colours(&Wish { accents: [light.into(), dark.into()], ..wish() });
        assert_eq!(with("", ""), "");
        assert_eq!(with("#005500", "red;}"), "");
        assert_eq!(
            with("#005500", "#88cc88"),
            "plan-explorer { --plan-accent: #005500; --plan-link: #005500; }\n@media (prefers-color-scheme: dark) {\n  plan-explorer { \
             --plan-accent: #88cc88; --plan-link: #88cc88; }\n}\n"
        );
    }

    #[test]
    fn colours_that_cannot_be_read_are_known() {
        for (accent, ground, readable) in [
            ("#12436d", "#ffffff", true),
            ("#767676", "#ffffff", true),
            ("#777777", "#ffffff", false),
            ("#12436d", "#0f171e", false),
            ("#8cc4f3", "#0f171e", true),
            ("blue", "#ffffff", false),
        ] {
            assert_eq!(can_be_read(accent, ground), readable, "{accent} on {ground}");
        }
    }
}
