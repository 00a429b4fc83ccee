//! A page as browsers read it, and the questions that tests ask of it.

use scraper::{ElementRef, Html, Selector};

/// Reads a page.
pub(crate) fn read(html: &str) -> Html {
    Html::parse_fragment(html)
}

/// The elements that a selector finds, in document order.
pub(crate) fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&selector_of(selector)).collect()
}

/// The elements that a selector finds inside one.
pub(crate) fn inside<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&selector_of(selector)).collect()
}

/// Every element of the page itself.
pub(crate) fn every(page: &Html) -> Vec<ElementRef<'_>> {
    page.root_element().descendent_elements().skip(1).collect()
}

/// The elements around one, the nearest first.
pub(crate) fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap)
}

/// The text of an element, with single spaces.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    tidy(&element.text().collect::<String>())
}

/// A text with single spaces.
pub(crate) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a test's message calls an element.
pub(crate) fn name(element: ElementRef<'_>) -> String {
    let start = element.html();
    start.split_inclusive('>').next().unwrap_or_default().to_owned()
}

/// The page without the elements that these selectors find, each of which must find something.
pub(crate) fn without(mut page: Html, selectors: &[(&str, &str)]) -> Html {
    for (selector, _) in selectors {
        let found: Vec<_> = all(&page, selector).into_iter().map(|it| it.id()).collect();
        assert!(!found.is_empty(), "{selector} finds nothing: it is not needed any more");
        for id in found {
            page.tree.get_mut(id).expect("it was found").detach();
        }
    }
    page
}

fn selector_of(text: &str) -> Selector {
    Selector::parse(text).expect("a selector that can be read")
}
