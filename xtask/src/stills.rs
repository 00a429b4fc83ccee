//! The charts of the plan as pictures in the page, drawn here by the library that draws them in the browser.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::later::bundled;
use crate::pages::made;
use crate::project;
use crate::run;
use crate::setup::Tools;
use crate::slim::hash;

/// Where they are.
pub(crate) const FOLDER: &str = "pictures";

/// Draws what the views' work names, and puts it after the tables of the page that say the same.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    bundled(tools, &work, "public/charts.js", "stills", &["--platform=node"])?;
    let told = made("stills.json")?;
    let (library, wanted, drawn) = (work.join("stills.mjs"), work.join("stills.json"), work.join("drawn.json"));
    fs::write(&wanted, &told)?;
    fs::copy(work.join("stills.js"), &library)?;
    run::run(tools.program("node").arg("xtask/scripts/charts.mjs").args([&library, &wanted, &drawn]))?;

    let stills: Vec<Value> = serde_json::from_str(&told)?;
    let drawn: Vec<String> = serde_json::from_str(&fs::read_to_string(drawn)?)?;
    ensure!(stills.len() == drawn.len() && !drawn.is_empty(), "{} of {} charts were drawn", drawn.len(), stills.len());
    // One for all, for it stands in the page once for each.
    let hash = hash(drawn.concat().as_bytes());
    let stills = stills.iter().map(|it| Still::read(it, &hash)).collect::<Result<Vec<_>>>()?;
    fs::create_dir_all(site.join(FOLDER))?;
    for (still, svg) in stills.iter().zip(&drawn) {
        fs::write(site.join(still.file()), svg)?;
    }
    let mut page = fs::read_to_string(site.join("index.html"))?;
    for of_a_part in stills.chunk_by(|one, next| one.part == next.part) {
        page = put(&page, of_a_part)?;
    }
    Ok(fs::write(site.join("index.html"), page)?)
}

/// One drawing of a chart.
struct Still<'s> {
    part: &'s str,
    scheme: &'s str,
    /// How wide the window is at the least where it is shown before there is a program, in pixels; if it is then.
    from: Option<u64>,
    /// What the words in it were measured by, for whoever draws it again in its place.
    metrics: &'s str,
    width: u64,
    height: u64,
    hash: &'s str,
}

impl<'s> Still<'s> {
    fn read(told: &'s Value, hash: &'s str) -> Result<Self> {
        let text =
            |name: &str| told.get(name).and_then(Value::as_str).with_context(|| format!("a picture has no {name}"));
        let number =
            |name: &str| told.get(name).and_then(Value::as_u64).with_context(|| format!("a picture has no {name}"));
        Ok(Self {
            part: text("part")?,
            scheme: text("scheme")?,
            from: told.get("from").and_then(Value::as_u64),
            metrics: text("metrics")?,
            width: number("width")?,
            height: number("height")?,
            hash,
        })
    }

    fn file(&self) -> String {
        format!("{FOLDER}/{}-{}-{}-{}.svg", self.part, self.width, self.scheme, self.hash)
    }

    /// Where it is shown, as a media query. Not another one on a sheet of paper, which comes before its file would.
    fn media(&self) -> String {
        let wide = self.from.filter(|it| *it > 0).map(|it| format!("screen and (min-width: {it}px)"));
        let dark = (self.scheme == "dark").then(|| "(prefers-color-scheme: dark)".to_owned());
        wide.into_iter().chain(dark).collect::<Vec<_>>().join(" and ")
    }

    /// What every picture and every other source of one is told.
    fn sized(&self) -> String {
        format!("width=\"{}\" height=\"{}\"", self.width, self.height)
    }
}

/// The page with the drawings of one part as a picture after its table. What the picture says is in the table and in the sentence
/// before it, so a screen reader passes it over. It shows the whole plan, and goes when something is chosen. It says which sizes
/// there are, for the app.
fn put(page: &str, stills: &[Still<'_>]) -> Result<String> {
    let mut shown = stills.iter().filter(|it| it.from.is_some());
    let first = shown.next().context("a part has no picture")?;
    let place = format!("data-part=\"{}\"", first.part);
    let (before, part) =
        page.split_once(&place).with_context(|| format!("the page has no place for {}", first.part))?;
    let (table, after) = part.split_once("</table></div>").context("a part has no table")?;
    let mut sizes: Vec<_> = stills.iter().map(|it| format!("{} {} {}", it.width, it.height, it.metrics)).collect();
    // Once for both schemes.
    sizes.dedup();
    // A browser takes the first that it fits.
    let source =
        |it: &Still<'_>| format!("<source media=\"{}\" srcset=\"./{}\" {}>", it.media(), it.file(), it.sized());
    let sources = shown.rev().map(source).collect::<Vec<_>>().concat();
    let picture = format!(
        "<picture class=\"cp-chart__still cp-when-all\" data-sizes=\"{}\">{sources}<img src=\"./{}\" alt=\"\" loading=\"lazy\" {}></picture>",
        sizes.join(","),
        first.file(),
        first.sized()
    );
    Ok([before, &place, table, "</table></div>", &picture, after].concat())
}

/// The page without these pictures, for where their files are not.
pub(crate) fn without(page: &str) -> Result<String> {
    let mut page = page.to_owned();
    while let Some(at) = page.find("<picture class=\"cp-chart__still") {
        let end = page.get(at..).and_then(|rest| rest.find("</picture>")).context("a picture does not end")?;
        page.replace_range(at..at + end + "</picture>".len(), "");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_picture_stands_after_its_table_and_can_be_taken_out() {
        let told = [("light", 360), ("dark", 360), ("light", 700), ("dark", 700), ("light", 1200), ("dark", 1200)];
        let told = told.map(|(scheme, width)| {
            let from = [(360, 0), (1200, 900)].into_iter().find(|it| it.0 == width).map(|it| it.1);
            json!({ "part": "money", "scheme": scheme, "from": from, "metrics": "16 1 2", "width": width, "height": 200 })
        });
        let stills: Vec<_> = told.iter().map(|it| Still::read(it, "0123456789abcdef").unwrap()).collect();
        let page = "<div data-part=\"other\"><table></table></div></div><div data-part=\"money\"><div><table></table></div><p>";
        let put_in = put(page, &stills).unwrap();
        assert!(put_in.contains("data-part=\"money\"><div><table></table></div><picture "), "{put_in}");
        let first = "<source media=\"screen and (min-width: 900px) and (prefers-color-scheme: dark)\" \
             srcset=\"./pictures/money-1200-dark-0123456789abcdef.svg\" width=\"1200\"";
        let sizes = "360 200 16 1 2,700 200 16 1 2,1200 200 16 1 2";
        assert!(put_in.contains(&format!("cp-when-all\" data-sizes=\"{sizes}\">{first}")), "{put_in}");
        assert!(put_in.contains(
            "src=\"./pictures/money-360-light-0123456789abcdef.svg\" alt=\"\" loading=\"lazy\" width=\"360\""
        ));
        assert_eq!([put_in.matches("<picture").count(), put_in.matches("<source").count()], [1, 3]);
        assert_eq!(without(&put_in).unwrap(), page);
        assert!(put("<p>", &stills).is_err());
    }
}
