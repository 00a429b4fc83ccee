//! The pages: `index.html` is the shell, and what stands in it is put there; other pages are this page with less or more.

use anyhow::{Context as _, Result, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use scraper::{Html, Selector};
use std::cell::Cell;

/// What goes into the shell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts<'p> {
    /// In the head, as text.
    pub(super) title: &'p str,
    /// At the end of the head.
    pub(super) head: &'p str,
    /// Inside `<main>`.
    pub(super) main: &'p str,
    /// After `<main>`.
    pub(super) after_main: &'p str,
}

/// The shell with its parts in their places, and without what is said to Trunk alone.
///
/// # Errors
/// Fails where the shell does not have each place once.
pub(super) fn page(shell: &str, parts: Parts<'_>) -> Result<String> {
    let Parts { title, head, main, after_main } = parts;
    let page = rewritten(shell, "link[data-trunk]", |it| {
        it.remove();
        Ok(())
    })?;
    let page = each_once(&page, "title", |it| it.set_inner_content(title, ContentType::Text))?;
    let page = each_once(&page, "head", |it| it.append(&format!("{head}\n"), ContentType::Html))?;
    each_once(&page, "main", |it| {
        it.set_inner_content(&format!("\n{main}\n  "), ContentType::Html);
        it.after(&format!("\n{after_main}"), ContentType::Html);
    })
}

/// The page for a frame: no search engine shall list it, nothing needs to be skipped, and other sites open outside the frame.
///
/// # Errors
/// Fails where the page is not as the shell was.
pub(super) fn framed(page: &str, script: &str) -> Result<String> {
    let head =
        format!("<meta name=\"robots\" content=\"noindex\"><script type=\"module\" src=\"./{script}\"></script>\n");
    let page = each_once(page, "head", |it| it.append(&head, ContentType::Html))?;
    let page = each_once(&page, "body > a.cp-skip", |it| {
        it.remove();
    })?;
    let page = rewritten(&page, "body", |it| {
        let classes = it.get_attribute("class").unwrap_or_default();
        Ok(it.set_attribute("class", format!("{classes} cp-frame").trim())?)
    })?;
    rewritten(&page, "a[href^=\"http\"]:not([target])", |it| Ok(it.set_attribute("target", "_top")?))
}

/// The page with a picture in the place of each chart that has one.
///
/// # Errors
/// Fails where a chart is not on the page.
pub(super) fn with_pictures(page: &str, pictures: &[(&str, String)]) -> Result<String> {
    let mut page = page.to_owned();
    for (part, picture) in pictures {
        page = each_once(&page, &format!("#cp-chart-{part}-drawing"), |it| {
            it.set_inner_content(picture, ContentType::Html);
        })?;
    }
    Ok(page)
}

/// The page with the name of the file that has what is known of wards, beside which it lies.
///
/// # Errors
/// Fails where the page has no one place for it.
pub(super) fn with_wards(page: &str, file: &str) -> Result<String> {
    let named =
        rewritten(page, "[data-part=ward]", |it| Ok(it.set_attribute("data-fragments", &format!("./{file}"))?))?;
    ensure!(named.matches("data-fragments").count() == 1, "the page should have one place for wards");
    Ok(named)
}

/// The page with what changed since the edition before in its place, for where no other file lies beside it; `changes` is the page
/// that has it alone.
///
/// # Errors
/// Fails where one of the two is not as it was.
pub(super) fn with_changes(page: &str, changes: &str) -> Result<String> {
    let alone = Html::parse_fragment(changes);
    let fragment = Selector::parse("[data-fragment]").ok().and_then(|it| alone.select(&it).next());
    let fragment = fragment.context("the page of changes has no fragment")?;
    let inside: String = fragment.child_elements().map(|it| it.html()).collect();
    let page = each_once(page, "[data-part=changes]", |it| {
        it.remove_attribute("data-file");
        it.set_inner_content(&inside, ContentType::Html);
    })?;
    rewritten(&page, ".cp-changes__take", |it| {
        it.remove();
        Ok(())
    })
}

/// The page for where no other edition lies beside it: of a link to one the words stay.
///
/// # Errors
/// Fails where the page cannot be read.
pub(super) fn without_editions(page: &str) -> Result<String> {
    rewritten(page, "a[data-edition]", |it| {
        it.remove_and_keep_content();
        Ok(())
    })
}

/// Changes the one element that the selector finds.
fn each_once(html: &str, selector: &str, change: impl Fn(&mut Element<'_, '_>)) -> Result<String> {
    let found = Cell::new(0);
    let page = rewritten(html, selector, |it| {
        found.set(found.get() + 1);
        change(it);
        Ok(())
    })?;
    ensure!(found.get() == 1, "the page should have one `{selector}`, and has {}", found.get());
    Ok(page)
}

/// Changes each element that the selector finds.
fn rewritten(html: &str, selector: &str, change: impl Fn(&mut Element<'_, '_>) -> HandlerResult) -> Result<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(selector, |it: &mut Element<'_, '_>| change(it)));
    rewrite_str(html, settings).with_context(|| format!("the page cannot be changed at `{selector}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = "<!doctype html>\n<html>\n<head>\n  <title>Plan</title>\n  <link data-trunk rel=\"rust\">\n</head>\n<body class=\"cp-standalone\">\n  \
         <a class=\"cp-skip\" href=\"#plan-explorer\">Skip</a>\n  <main class=\"cp\" id=\"plan-explorer\"><p>Wait.</p></main>\n</body>\n</html>\n";

    fn whole() -> String {
        let main = "<a href=\"https://example.org/?a=1&amp;b\">There</a><a href=\"#x\">Here</a>\
             <a href=\"https://example.org\" target=\"_blank\">New</a>";
        let parts = Parts { title: "Tom & Ann", head: "<meta name=\"a\">", main, after_main: "<aside></aside>" };
        page(SHELL, parts).unwrap()
    }

    #[test]
    fn each_part_stands_in_its_place() {
        let page = whole();
        for expected in [
            "<title>Tom &amp; Ann</title>",
            "<meta name=\"a\">\n</head>",
            "<main class=\"cp\" id=\"plan-explorer\">\n<a href=\"https://example.org/?a=1&amp;b\">",
            "  </main>\n<aside></aside>",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        assert!(!page.contains("data-trunk") && !page.contains("Wait."), "{page}");
        assert!(super::page("<title></title>", Parts::default()).is_err());
    }

    #[test]
    fn a_frame_has_the_page_without_its_own_top_and_links_that_leave_it() {
        let framed = framed(&whole(), "frame-1.js").unwrap();
        for expected in [
            "noindex",
            "src=\"./frame-1.js\"",
            "class=\"cp-standalone cp-frame\"",
            "<a href=\"#x\">",
            "target=\"_blank\"",
        ] {
            assert!(framed.contains(expected), "{expected} in {framed}");
        }
        assert!(framed.contains("<a href=\"https://example.org/?a=1&amp;b\" target=\"_top\">There</a>"), "{framed}");
        assert_eq!(framed.matches("target=").count(), 2, "{framed}");
        assert!(!framed.contains("Skip"), "{framed}");
        assert!(super::framed("<html></html>", "frame-1.js").is_err());
    }

    #[test]
    fn a_picture_stands_in_the_place_of_its_chart() {
        let page = "<div id=\"cp-chart-a-drawing\"></div><div id=\"cp-chart-b-drawing\"></div>";
        let pictures = with_pictures(page, &[("b", "<picture></picture>".to_owned())]).unwrap();
        assert!(pictures.ends_with("<div id=\"cp-chart-b-drawing\"><picture></picture></div>"), "{pictures}");
        assert_eq!(pictures.matches("<picture>").count(), 1);
        assert!(with_pictures(page, &[("c", String::new())]).is_err());
    }
}
