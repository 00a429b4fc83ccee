//! As much of CSS selectors as the leaflet's stylesheet uses, tried on a page with some controls checked.

use crate::html::{At, Page};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// One step of a selector: what one element must be.
type Compound = Vec<Test>;

/// What an element must be, or have.
#[derive(Debug)]
enum Test {
    Tag(String),
    Class(String),
    Attribute(String),
    Is(String, String),
    HasWord(String, String),
    Checked,
    /// The page here is the leaflet.
    Root,
    Has(String, Vec<Selector>),
    Not(Vec<Selector>),
    Any(usize, Vec<Selector>),
}

/// Compounds from left to right, each with whether it must be the parent of the next.
#[derive(Debug)]
pub(crate) struct Selector(Vec<(Compound, bool)>);

/// Reads a selector list.
pub(crate) fn read(text: &str) -> Vec<Selector> {
    parts(text, ',').iter().map(|it| Selector(compounds(it))).collect()
}

/// Parts of a text between signs that stand in no brackets.
fn parts(text: &str, between: char) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in text.chars() {
        depth += i32::from("([".contains(c)) - i32::from(")]".contains(c));
        if c == between && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("there is one").push(c);
        }
    }
    parts.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn compounds(text: &str) -> Vec<(Compound, bool)> {
    parts(text, ' ')
        .iter()
        .flat_map(|it| {
            let steps = parts(it, '>');
            let last = steps.len() - 1;
            steps.into_iter().enumerate().map(move |(at, it)| (compound(&it), at < last)).collect::<Vec<_>>()
        })
        .collect()
}

fn compound(text: &str) -> Compound {
    let mut tests = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let end_of_name =
            |it: &str| it.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(it.len());
        if sign == '[' {
            let (inner, after) = rest[1..].split_once(']').expect("a bracket closes");
            let value = |it: &str| it.trim_matches('"').to_owned();
            tests.push(match (inner.split_once("~="), inner.split_once('=')) {
                (Some((name, word)), _) => Test::HasWord(name.to_owned(), value(word)),
                (None, Some((name, is))) => Test::Is(name.to_owned(), value(is)),
                (None, None) => Test::Attribute(inner.to_owned()),
            });
            rest = after;
        } else if sign == '.' {
            let end = end_of_name(&rest[1..]) + 1;
            tests.push(Test::Class(rest[1..end].to_owned()));
            rest = &rest[end..];
        } else if let Some(after) = rest.strip_prefix(":checked") {
            tests.push(Test::Checked);
            rest = after;
        } else if let Some(after) = rest.strip_prefix(":root") {
            tests.push(Test::Root);
            rest = after;
        } else if sign == ':' {
            let (name, arguments) = rest[1..].split_once('(').expect("a function has arguments");
            let mut depth = 1;
            let end = arguments.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            let (inner, after) = arguments.split_at(end.expect("its brackets close"));
            tests.push(match name {
                "has" => Test::Has(inner.to_owned(), read(inner)),
                "not" => Test::Not(read(inner)),
                "is" => Test::Any(inner.as_ptr() as usize, read(inner)),
                other => panic!("the test knows no :{other}"),
            });
            rest = &after[1..];
        } else {
            let end = end_of_name(rest);
            assert!(end > 0, "the test cannot read {rest}");
            tests.push(Test::Tag(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    tests
}

/// A page, and what is remembered of it.
pub(crate) struct Matcher<'p> {
    page: &'p Page,
    checked: BTreeSet<At>,
    /// What `:has()` found, while these controls are checked.
    has: RefCell<HashMap<(usize, At), bool>>,
    /// Which of many alternatives could fit an element, whatever is checked.
    could: RefCell<HashMap<(usize, At), Vec<usize>>>,
}

impl<'p> Matcher<'p> {
    pub(crate) fn new(page: &'p Page) -> Self {
        Self { page, checked: BTreeSet::new(), has: RefCell::default(), could: RefCell::default() }
    }

    /// Checks these controls, and no others.
    pub(crate) fn check(&mut self, controls: BTreeSet<At>) {
        self.checked = controls;
        self.has.borrow_mut().clear();
    }

    /// The controls that are checked.
    pub(crate) fn checked(&self) -> &BTreeSet<At> {
        &self.checked
    }

    pub(crate) fn fits(&self, selectors: &[Selector], at: At) -> bool {
        selectors.iter().any(|it| self.fits_one(&it.0, at))
    }

    fn fits_one(&self, steps: &[(Compound, bool)], at: At) -> bool {
        let Some(((last, _), before)) = steps.split_last() else { return true };
        // What is quick to try comes first.
        let (slow, quick): (Vec<_>, Vec<_>) = last.iter().partition(|it| depends_on_choices(it));
        let around = || match before.last() {
            None => true,
            Some((_, true)) => self.page.around(at).next().is_some_and(|it| self.fits_one(before, it)),
            Some((_, false)) => self.page.around(at).any(|it| self.fits_one(before, it)),
        };
        quick.into_iter().all(|test| self.passes(test, at))
            && around()
            && slow.into_iter().all(|test| self.passes(test, at))
    }

    fn passes(&self, test: &Test, at: At) -> bool {
        let element = self.page.get(at);
        match test {
            Test::Tag(tag) => element.tag == *tag,
            Test::Class(class) => element.has_class(class),
            Test::Attribute(name) => element.get(name).is_some(),
            Test::Is(name, value) => element.get(name) == Some(value),
            Test::HasWord(name, word) => element.get(name).is_some_and(|it| it.split(' ').any(|it| it == word)),
            Test::Root => self.page.around(at).next().is_none(),
            Test::Checked => self.checked.contains(&at),
            Test::Has(words, inner) => {
                let key = (words.as_ptr() as usize, at);
                if let Some(known) = self.has.borrow().get(&key) {
                    return *known;
                }
                let found = self.page.inside(at).any(|it| self.fits(inner, it));
                self.has.borrow_mut().insert(key, found);
                found
            }
            Test::Not(inner) => !self.fits(inner, at),
            Test::Any(key, inner) => {
                let mut could = self.could.borrow_mut();
                let some = could.entry((*key, at)).or_insert_with(|| {
                    let last =
                        |it: &Selector| it.0.last().is_none_or(|(it, _)| it.iter().all(|it| self.never_less(it, at)));
                    inner.iter().enumerate().filter(|(_, it)| last(it)).map(|(at, _)| at).collect()
                });
                let some = some.clone();
                drop(could);
                some.iter().any(|it| self.fits_one(&inner[*it].0, at))
            }
        }
    }

    /// Whether a test could be passed, whatever is checked.
    fn never_less(&self, test: &Test, at: At) -> bool {
        depends_on_choices(test) || self.passes(test, at)
    }
}

fn depends_on_choices(test: &Test) -> bool {
    matches!(test, Test::Checked | Test::Has(..) | Test::Not(_) | Test::Any(..))
}

#[test]
fn selectors_are_read_and_tried() {
    let page = Page::read(
        "<div class=\"a b\"><input name=\"x\" value=\"1\"><select name=\"y\"><option value=\"2\"></option></select>\
         <p data-f=\"o1 w\"></p><p data-f=\"o2\"></p></div>",
    );
    let mut matcher = Matcher::new(&page);
    let all = |matcher: &Matcher<'_>, text: &str| {
        let selectors = read(text);
        page.all().filter(|at| matcher.fits(&selectors, *at)).collect::<Vec<_>>()
    };
    for (text, found) in [
        ("p", vec![5, 6]),
        (".b [data-f~=o1]", vec![5]),
        ("[name=y]>[value=\"2\"]", vec![4]),
        (".a>option", vec![]),
        (".a:has(:checked) p", vec![]),
        (".a:has(p) p:not([data-f~=w])", vec![6]),
        (".a p:not(:is(.a:has([value=\"1\"]:checked) [data-f~=o1],[data-f~=o2]))", vec![5]),
    ] {
        assert_eq!(all(&matcher, text), found, "{text}");
    }
    matcher.check([2].into());
    assert_eq!(all(&matcher, ".a:has(:checked) p"), [5, 6]);
    assert_eq!(all(&matcher, ".a p:not(:is(.a:has([value=\"1\"]:checked) [data-f~=o1],[data-f~=o2]))"), [0; 0]);
}
