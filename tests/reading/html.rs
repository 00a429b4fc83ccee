//! Rendered HTML as a tree, so that tests can ask for roles, names and text, and not for markup.

use std::ops::Range;

/// A rendered page.
pub(crate) struct Page {
    /// Elements in document order; the first stands for the page itself.
    elements: Vec<Element>,
}

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    parent: usize,
    /// Where the elements inside it are.
    inside: Range<usize>,
    /// Its own text, each piece with the number of the element that stands before it.
    text: Vec<(usize, String)>,
}

/// The place of an element in its page.
pub(crate) type At = usize;

/// Elements that have no inside.
const VOID: [&str; 6] = ["input", "br", "hr", "img", "link", "meta"];
/// Elements that do not end a word.
const INLINE: [&str; 10] = ["a", "abbr", "b", "button", "em", "i", "mark", "span", "strong", "svg"];

impl Page {
    /// # Panics
    /// On markup that does not close what it opens.
    pub(crate) fn read(html: &str) -> Self {
        let mut page = Self { elements: vec![Element::default()] };
        let (mut open, mut rest) = (vec![0], html);
        while let Some(at) = rest.find('<') {
            let here = *open.last().unwrap_or(&0);
            page.add_text(here, &rest[..at]);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!") {
                let end =
                    if comment.starts_with("--") { comment.find("-->").map(|it| it + 2) } else { comment.find('>') };
                rest = &comment[end.unwrap_or_else(|| panic!("a comment ends: {}", start(rest))) + 1..];
            } else if let Some(close) = rest.strip_prefix("</") {
                let (name, after) = close.split_once('>').unwrap_or_else(|| panic!("a tag ends: {}", start(rest)));
                let last = open.pop().unwrap_or_default();
                assert_eq!(page.elements[last].tag, name, "what is opened last is closed first: {}", start(rest));
                page.elements[last].inside.end = page.elements.len();
                rest = after;
            } else {
                let (element, after) = read_tag(rest);
                let (at, has_inside) = (page.elements.len(), !VOID.contains(&element.tag.as_str()));
                page.elements.push(Element { parent: here, inside: at + 1..at + 1, ..element });
                if has_inside {
                    open.push(at);
                }
                rest = after;
            }
        }
        page.add_text(0, rest);
        assert_eq!(open, [0], "all is closed");
        page.elements[0].inside = 1..page.elements.len();
        page
    }

    fn add_text(&mut self, at: At, text: &str) {
        if !text.is_empty() {
            let before = self.elements.len() - 1;
            self.elements[at].text.push((before, unescaped(text)));
        }
    }

    /// The element at a place.
    pub(crate) fn get(&self, at: At) -> &Element {
        &self.elements[at]
    }

    /// All elements, in document order.
    pub(crate) fn all(&self) -> impl Iterator<Item = At> + '_ {
        1..self.elements.len()
    }

    /// The elements inside one.
    pub(crate) fn inside(&self, at: At) -> impl Iterator<Item = At> + use<> {
        self.elements[at].inside.clone()
    }

    /// The elements around one, the nearest first.
    pub(crate) fn around(&self, at: At) -> impl Iterator<Item = At> + '_ {
        std::iter::successors(Some(at), |at| Some(self.elements[*at].parent)).skip(1).take_while(|at| *at != 0)
    }

    /// All elements of a class.
    pub(crate) fn of_class<'p>(&'p self, class: &'p str) -> impl Iterator<Item = At> + 'p {
        self.all().filter(move |at| self.get(*at).has_class(class))
    }

    /// The element with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<At> {
        self.all().find(|at| self.get(*at).get("id") == Some(id))
    }

    /// Whether it or something around it is hidden.
    pub(crate) fn is_hidden(&self, at: At) -> bool {
        std::iter::once(at).chain(self.around(at)).any(|at| self.get(at).get("hidden").is_some())
    }

    /// The text inside an element but what is hidden, with single spaces.
    pub(crate) fn text(&self, at: At) -> String {
        let mut text = String::new();
        self.collect(at, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect(&self, at: At, text: &mut String) {
        let element = self.get(at);
        if element.get("hidden").is_some() {
            return;
        }
        if !INLINE.contains(&element.tag.as_str()) {
            text.push(' ');
        }
        let mut pieces = element.text.iter().peekable();
        for child in self.inside(at).filter(|it| self.get(*it).parent == at) {
            while let Some((_, piece)) = pieces.next_if(|(before, _)| *before < child) {
                text.push_str(piece);
            }
            self.collect(child, text);
        }
        pieces.for_each(|(_, piece)| text.push_str(piece));
        if !INLINE.contains(&element.tag.as_str()) {
            text.push(' ');
        }
    }

    /// All that is not hidden.
    pub(crate) fn whole_text(&self) -> String {
        self.text(0)
    }
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|it| it.split(' ').any(|it| it == class))
    }

    /// 1 to 6 for a heading.
    pub(crate) fn heading_level(&self) -> Option<u8> {
        let level = self.tag.strip_prefix('h')?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

fn read_tag(text: &str) -> (Element, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let mut element = Element { tag: text[1..end].trim_end_matches('/').to_owned(), ..Element::default() };
    let mut rest = text[end..].trim_start();
    while !rest.starts_with('>') {
        let end =
            rest.find(|c: char| c.is_whitespace() || "=>".contains(c)).unwrap_or_else(|| panic!("{}", start(text)));
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inner, after) = quoted.split_once('"').unwrap_or_else(|| panic!("a value ends: {}", start(rest)));
            value = unescaped(inner);
            rest = after;
        }
        element.attributes.push((name, value));
        rest = rest.trim_start();
    }
    (element, &rest[1..])
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&nbsp;", "\u{a0}")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).replace("&amp;", "&")
}

#[test]
fn markup_is_read_as_a_tree() {
    let page = Page::read(
        "<div id=\"a\"><p class=\"x y\">One &amp; <b>two</b><!>three</p><p hidden>no</p><input type=\"text\" checked><h2>Four</h2></div>",
    );
    assert_eq!(page.whole_text(), "One & twothree Four");
    let outer = page.by_id("a").unwrap();
    assert_eq!(page.inside(outer).count(), 5);
    let bold = page.all().find(|at| page.get(*at).tag == "b").unwrap();
    assert_eq!(page.around(bold).map(|it| page.get(it).tag.as_str()).collect::<Vec<_>>(), ["p", "div"]);
    assert!(page.get(2).has_class("y") && page.is_hidden(4) && page.get(5).get("checked") == Some(""));
    assert_eq!(page.all().find_map(|it| page.get(it).heading_level()), Some(2));
}
