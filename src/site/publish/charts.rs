//! Draws the charts as image files, with the library that draws them in the browser.
//!
//! `QuickJS` runs the library here, so that nothing has to be installed for it. It draws what a browser would and is slower:
//! images of charts that have not changed are taken from the cache.

use std::thread;

use anyhow::{Context as _, Result, anyhow};
use rquickjs::{CatchResultExt as _, Context, Ctx, Function, Module, Runtime};

use super::cache::Cache;
use super::folder::{Audience, Folder, hash};
use super::pages;
use crate::site::chart_images::{ChartImage, in_both_schemes};

/// The folder of the site in which they are.
const FOLDER: &str = "pictures";

/// Draws each image and adds it to the site; gives the page with the images in their places.
///
/// # Errors
/// Fails where the library does, or where the page has no place for an image.
pub(super) fn add(
    folder: &mut Folder,
    page: &str,
    images: &[ChartImage],
    library: &str,
    cache: &Cache,
) -> Result<String> {
    let drawn = draw_all(images, library, cache).context("the charts could not be drawn")?;
    // One for all, because it stands in the page once for each.
    let hash = hash(drawn.concat().as_bytes());
    for (image, svg) in images.iter().zip(drawn) {
        folder.put(file(image, &hash), in_both_schemes(&svg), Audience::Page);
    }
    let pictures: Vec<(&str, String)> = images
        .chunk_by(|one, next| one.part == next.part)
        .filter_map(|of_a_part| Some((&*of_a_part.first()?.part, picture(of_a_part, &hash)?)))
        .collect();
    pages::with_pictures(page, &pictures)
}

fn file(image: &ChartImage, hash: &str) -> String {
    format!("{FOLDER}/{}-{}-{hash}.svg", image.part, image.width)
}

/// Draws what the cache does not have, on all cores.
fn draw_all(images: &[ChartImage], library: &str, cache: &Cache) -> Result<Vec<String>> {
    let input = |image: &ChartImage| {
        format!("{}\n{}\n{}\n{}\n{}", hash(library.as_bytes()), image.width, image.height, image.option, image.theme)
    };
    let known = |image: &ChartImage| cache.get(KIND, input(image).as_bytes()).and_then(|it| String::from_utf8(it).ok());
    let mut drawn: Vec<Option<String>> = images.iter().map(known).collect();
    let mut missing: Vec<(&ChartImage, &mut Option<String>)> =
        images.iter().zip(&mut drawn).filter(|(_, it)| it.is_none()).collect();
    let share = missing.len().div_ceil(thread::available_parallelism().map_or(1, Into::into)).max(1);
    thread::scope(|scope| {
        let draw = |share: &mut [(&ChartImage, &mut Option<String>)]| -> Result<()> {
            let images: Vec<&ChartImage> = share.iter().map(|it| it.0).collect();
            for ((image, place), svg) in share.iter_mut().zip(draw(&images, library)?) {
                cache.keep(KIND, input(image).as_bytes(), svg.as_bytes());
                **place = Some(svg);
            }
            Ok(())
        };
        let crew: Vec<_> = missing.chunks_mut(share).map(|share| scope.spawn(move || draw(share))).collect();
        crew.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("a thread broke off"))?)
    })?;
    drawn.into_iter().collect::<Option<_>>().context("an image is missing")
}

/// What the cache calls them.
const KIND: &str = "chart";

/// Draws images one after another.
fn draw(images: &[&ChartImage], library: &str) -> Result<Vec<String>> {
    let runtime = Runtime::new()?;
    Context::full(&runtime)?.with(|js| run(&js, images, library).catch(&js).map_err(|it| anyhow!("{it}")))
}

fn run<'js>(js: &Ctx<'js>, images: &[&ChartImage], library: &str) -> rquickjs::Result<Vec<String>> {
    // The library plans what it would do later, which for an image at rest is nothing.
    js.globals().set("setTimeout", Function::new(js.clone(), || 0))?;
    js.globals().set("clearTimeout", Function::new(js.clone(), || ()))?;
    let (module, loaded) = Module::declare(js.clone(), "charts.js", library)?.eval()?;
    loaded.finish::<()>()?;
    let (svg, draw): (Function<'js>, Function<'js>) = (module.get("svg")?, js.eval(DRAW)?);
    let draw = |it: &&ChartImage| draw.call((svg.clone(), it.option.as_str(), it.theme.as_str(), it.width, it.height));
    images.iter().map(draw).collect()
}

/// Draws one image. The library counts names on from one image to the next: they are counted anew, so that an image is the same
/// whatever was drawn before it.
const DRAW: &str = "(svg, option, theme, width, height) => {
  const names = new Map();
  const name = (it) => names.get(it) ?? names.set(it, `zr0-cls-${names.size}`).get(it);
  return svg(JSON.parse(option), JSON.parse(theme), width, height).replace(/zr\\d+-cls-\\d+/g, name);
}";

/// The images of one part as one picture. What it says is in the table and in the sentence before it, so a screen reader passes
/// it over. It shows the whole plan, and goes when something is chosen. It says how large text is in each, for the program.
fn picture(images: &[ChartImage], hash: &str) -> Option<String> {
    let (first, others) = images.split_first()?;
    let size = |it: &ChartImage| format!("width=\"{}\" height=\"{}\" data-text=\"{}\"", it.width, it.height, it.text);
    // A browser takes the first that fits. On paper always the narrow one, because another would come too late.
    let source = |it: &ChartImage| {
        format!(
            "<source media=\"screen and (min-width: {}px)\" srcset=\"./{}\" {}>",
            it.shown_from,
            file(it, hash),
            size(it)
        )
    };
    let sources = others.iter().rev().map(source).collect::<String>();
    Some(format!(
        "<picture class=\"cp-chart__still cp-when-all\">{sources}<img src=\"./{}\" alt=\"\" loading=\"lazy\" {}></picture>",
        file(first, hash),
        size(first)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn images() -> Vec<ChartImage> {
        let image = |(width, shown_from)| ChartImage {
            part: "money".into(),
            width,
            height: 200,
            text: 16,
            shown_from,
            option: format!("{{\"text\":\"£{width}\"}}"),
            theme: "{\"of\":\"it\"}".to_owned(),
        };
        [(288, 0), (612, 680)].map(image).into()
    }

    /// Draws as the library does: from an option and a size to text, with a timer, and with names that it counts on.
    const LIBRARY: &str = "let drawn = 0; \
         export const svg = (option, theme, width, height) => (setTimeout(svg), `<svg>${option.text} ${width} ${height} zr${drawn}-cls-${drawn++}</svg>`);";

    #[test]
    fn a_picture_offers_each_size_to_the_windows_that_it_fits() {
        let picture = picture(&images(), "0123456789abcdef").unwrap();
        let first = "<source media=\"screen and (min-width: 680px)\" srcset=\"./pictures/money-612-0123456789abcdef.svg\" \
             width=\"612\"";
        assert!(picture.contains(&format!("cp-when-all\">{first}")), "{picture}");
        assert!(
            picture
                .contains("src=\"./pictures/money-288-0123456789abcdef.svg\" alt=\"\" loading=\"lazy\" width=\"288\"")
        );
        assert_eq!([picture.matches("<picture").count(), picture.matches("<source").count()], [1, 1]);
    }

    #[test]
    fn each_image_is_drawn_and_put_into_its_place() {
        let mut folder = Folder::default();
        let page = "<div id=\"cp-chart-money-drawing\"></div>";
        let page = add(&mut folder, page, &images(), LIBRARY, &Cache::default()).unwrap();
        assert!(page.contains("<picture"), "{page}");
        assert_eq!(folder.files.len(), 2);
        let of = |start: &str| folder.files.iter().find(|it| it.0.starts_with(start)).map(|it| it.1).unwrap();
        let drawn = String::from_utf8(of("pictures/money-612-").bytes.clone()).unwrap();
        assert!(drawn.starts_with("<svg><style>@media(prefers-color-scheme:dark)"), "{drawn}");
        assert!(drawn.contains("£612 612 200 zr0-cls-0"), "{drawn}");
    }

    #[test]
    fn what_the_library_throws_is_reported() {
        let library = "export const svg = () => { throw new Error('no room') };";
        let error = format!("{:#}", draw_all(&images(), library, &Cache::default()).unwrap_err());
        assert!(error.contains("no room"), "{error}");
    }

    #[test]
    fn what_was_drawn_is_kept_for_the_same_input_alone() {
        let folder = std::env::temp_dir().join(format!("plan-charts-{}", std::process::id()));
        let cache = Cache(Some(folder.clone()));
        let first = draw_all(&images(), LIBRARY, &cache).unwrap();
        assert_eq!(draw_all(&images(), LIBRARY, &cache).unwrap(), first);
        // The library that throws is not asked for what is known.
        let mut changed = images();
        changed[0].option = "{\"text\":\"£1\"}".to_owned();
        let now = draw_all(&changed, LIBRARY, &cache).unwrap();
        assert_eq!((now[0].as_str(), &now[1..]), ("<svg>£1 288 200 zr0-cls-0</svg>", &first[1..]));
        assert_ne!(draw_all(&images(), &LIBRARY.replace("<svg>$", "<svg>of $"), &cache).unwrap(), first);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
