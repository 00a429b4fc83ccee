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

/// The one element that a selector finds inside one.
pub(crate) fn one<'p>(element: ElementRef<'p>, selector: &str) -> ElementRef<'p> {
    let found = inside(element, selector);
    let [one] = found[..] else { panic!("{} are {selector} in {}", found.len(), name(element)) };
    one
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

/// Whether it, or something around it, is hidden.
pub(crate) fn is_hidden(element: ElementRef<'_>) -> bool {
    std::iter::once(element).chain(around(element)).any(|it| it.attr("hidden").is_some())
}

/// Elements that do not end a word.
const INLINE: [&str; 10] = ["a", "abbr", "b", "button", "em", "i", "mark", "span", "strong", "svg"];

/// The words of an element that are not hidden, with single spaces, and one between blocks.
pub(crate) fn shown(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    collect(element, &mut words);
    tidy(&words)
}

fn collect(element: ElementRef<'_>, words: &mut String) {
    if element.attr("hidden").is_some() {
        return;
    }
    let space = if INLINE.contains(&element.value().name()) { "" } else { " " };
    words.push_str(space);
    for child in element.children() {
        match (child.value().as_text(), ElementRef::wrap(child)) {
            (Some(text), _) => words.push_str(text),
            (None, Some(inner)) => collect(inner, words),
            (None, None) => {}
        }
    }
    words.push_str(space);
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

fn selector_of(text: &str) -> Selector {
    Selector::parse(text).expect("a selector that can be read")
}

#[test]
fn what_is_hidden_is_not_shown() {
    let page = read("<div><p>One &amp; <b>two</b>three</p><p>four<span hidden> no</span></p></div>");
    let [outer] = all(&page, "div")[..] else { panic!("there is one") };
    assert_eq!(shown(outer), "One & twothree four");
    let [span] = all(&page, "span")[..] else { panic!("there is one") };
    assert!(is_hidden(span) && !is_hidden(outer));
}
