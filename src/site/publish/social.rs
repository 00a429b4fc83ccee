//! The picture beside a link to the page, as pixels: networks take no SVG.

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::cache::Cache;
use super::folder::{Audience, Folder, hash};
use super::publication::Publication;
use crate::query::link::escaped;
use crate::site::social::{SIZE, picture};

/// Draws the picture, adds it to the site, and gives what the head of the page says of it.
///
/// # Errors
/// Fails where it cannot be drawn.
pub(super) fn add(folder: &mut Folder, of: &Publication, fonts: &[Vec<u8>], cache: &Cache) -> Result<String> {
    let svg = picture(of.plan);
    let input = fonts.iter().map(|it| hash(it)).chain([svg.clone()]).collect::<String>();
    let drawn = cache
        .get_or_make("social", input.as_bytes(), |_| png(&svg, fonts))
        .context("the picture beside a link could not be drawn")?;
    let name = folder.put_hashed("social", ".png", drawn, Audience::Others);
    // Networks want the whole address, and some are content with less.
    let address = escaped(of.address.as_deref().unwrap_or("./"));
    Ok(format!(
        "<meta property=\"og:image\" content=\"{address}{name}\"><meta property=\"og:image:alt\" content=\"{}\">\
         <meta name=\"twitter:card\" content=\"summary_large_image\">",
        escaped(&of.title)
    ))
}

/// An SVG in pixels. Its letters are those of the fonts alone, so that the picture is the same on every machine.
fn png(svg: &str, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut known = fontdb::Database::new();
    for font in fonts {
        known.load_font_data(font.clone());
    }
    let options = Options { fontdb: known.into(), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let (width, height) = SIZE;
    let mut pixels = Pixmap::new(width, height).context("it has no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}
