//! The picture that social networks and messengers show beside a link to the page.

use crate::chart::Scheme;
use crate::chart::capital;
use crate::plan::{Kind, Plan};
use crate::query::link::escaped;

/// Its size in pixels: what networks ask for.
pub const SIZE: (u32, u32) = (1200, 630);
/// How many letters of the title fit into a line.
const LINE: usize = 21;
/// The icon of the site.
const ICON: &str = include_str!("../../public/icon.svg");

/// The picture as SVG: what the plan is, which edition, and how much is in it.
#[must_use]
pub fn picture(plan: &Plan) -> String {
    let (width, height) = SIZE;
    let theme = Scheme::Light.theme();
    let lines = wrapped(&plan.edition.heading);
    let mut parts = vec![
        format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", theme.surface),
        format!("<rect width=\"{width}\" height=\"20\" fill=\"{}\"/>", theme.first),
        ICON.replacen("<svg ", "<svg x=\"72\" y=\"84\" width=\"96\" height=\"96\" ", 1),
    ];
    let mut text = |x: usize, y: usize, size: u32, bold: bool, colour: &str, words: &str| {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        parts.push(format!(
            "<text x=\"{x}\" y=\"{y}\" font-family=\"DejaVu Sans\" font-size=\"{size}\"{weight} fill=\"{colour}\">{}</text>",
            escaped(words)
        ));
    };
    text(200, 146, 32, false, theme.quiet, &plan.edition.partnership);
    for (at, line) in lines.iter().enumerate() {
        text(72, 272 + at * 84, 72, true, theme.ink, line);
    }
    let below = 272 + lines.len() * 84;
    text(72, below - 14, 32, false, theme.quiet, &capital(&super::head::edition_in_words(plan)));
    let count = |kind: Kind| plan.entries.iter().filter(|it| it.kind == kind).count();
    let columns = [
        (plan.priorities.len(), "priorities"),
        (count(Kind::Promised), "actions promised"),
        (count(Kind::Done), "achievements"),
        (plan.wards.len(), "wards"),
    ];
    for (at, (number, what)) in columns.into_iter().enumerate() {
        text(72 + at * 290, 528, 60, true, theme.first, &number.to_string());
        text(72 + at * 290, 576, 30, false, theme.ink, what);
    }
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{}</svg>", parts.concat())
}

/// The words in lines, at most two: more does not fit above the numbers.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split_whitespace() {
        let full = lines.len() == 2;
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if full || line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    for line in &mut lines {
        if line.chars().count() > LINE {
            let kept: String = line.chars().take(LINE - 1).collect();
            *line = [kept.trim_end(), "…"].concat();
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_wrapped_and_then_cut() {
        assert_eq!(wrapped("Tamworth community safety plan"), ["Tamworth community", "safety plan"]);
        assert_eq!(wrapped("Plan"), ["Plan"]);
        let long = wrapped("Borough of somewhere with a remarkably long name community safety plan");
        assert_eq!(long, ["Borough of somewhere", "with a remarkably lo…"]);
        assert!(wrapped("Llanfairpwllgwyngyllgogerychwyrndrobwll plan").iter().all(|it| it.chars().count() <= LINE));
    }

    #[test]
    fn the_picture_says_what_is_in_the_plan() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let plan = &crate::plan::load::edition(&folder).plan.expect("it has no mistakes");
        let picture = picture(plan);
        for words in [&plan.edition.partnership, &capital(&super::super::head::edition_in_words(plan))] {
            assert!(picture.contains(&escaped(words)), "{words} is in {picture}");
        }
        assert!(picture.contains(&format!(">{}</text>", plan.wards.len())), "{picture}");
    }
}
