//! Writes a page that is made of plain values ([`super::el`]) as HTML: for tests, and for pages that need no script.

use super::el::{Attribute, El, Node};
use super::render::Page;
use crate::query::link::escaped;
use leptos::attr::Attribute as AnyAttributeKind;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};
use std::collections::BTreeSet;

/// Elements that hold nothing and have no end tag.
pub(super) const VOID: [&str; 4] = ["input", "br", "hr", "img"];

/// Writes a piece of a page; `element` says how elements are written.
pub(super) fn write(node: &Node, element: fn(&El, &mut String), out: &mut String) {
    match node {
        Node::Words(words) => out.push_str(&escaped(words)),
        Node::Text(words) => out.push_str(&escaped(&words())),
        Node::Element(it) => element(it, out),
        Node::Follow(content) => write(&content(), element, out),
        Node::Keyed(keys, make) => keys().into_iter().for_each(|key| write(&make(key), element, out)),
        Node::Several(nodes) => nodes.iter().for_each(|node| write(node, element, out)),
    }
}

fn write_element(element: &El, out: &mut String) {
    let parts = element.look();
    // A link that leads nowhere on this page is words.
    let nowhere = |it: &Attribute| matches!(it, Attribute::Follow("href", to) if to().is_some_and(|it| it.is_empty()));
    let is_words = parts.tag == "a" && parts.attributes.iter().any(nowhere);
    let tag = if is_words { "span" } else { parts.tag };
    out.push('<');
    out.push_str(tag);
    for attribute in &parts.attributes {
        match attribute {
            Attribute::Fixed(name, value) => write_attribute(name, value, out),
            Attribute::Follow(name, value) => {
                if let Some(value) = value().filter(|_| !(is_words && *name == "href")) {
                    write_attribute(name, &value, out);
                }
            }
            Attribute::Value(value) if parts.tag == "input" => {
                let value = value();
                if !value.is_empty() {
                    write_attribute("value", &value, out);
                }
            }
            Attribute::Value(_) | Attribute::Checked(_) | Attribute::On(..) => {}
        }
    }
    out.push('>');
    if VOID.contains(&parts.tag) {
        return;
    }
    parts.children.iter().for_each(|child| write(child, write_element, out));
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

pub(super) fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() || matches!(name, "value" | "alt") {
        out.push_str("=\"");
        out.push_str(&escaped(value));
        out.push('"');
    }
}

impl Page {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = String::new();
        write_element(&self.0, &mut out);
        out
    }

    /// The page as HTML, without what weighs and serves only an app: ids that nothing on it names, and places for the
    /// keyboard that only a program moves to.
    #[must_use]
    pub fn slim_html(&self) -> String {
        slim(&self.html().replace(" tabindex=\"-1\"", ""))
    }
}

/// HTML without ids that nothing in it names.
pub(super) fn slim(html: &str) -> String {
    let attributes = ["for", "form", "href", "aria-labelledby", "aria-controls", "aria-describedby"];
    let mut named = BTreeSet::new();
    for attribute in attributes {
        let begin = [" ", attribute, "=\""].concat();
        let values = html.split(begin.as_str()).skip(1).filter_map(|it| it.split('"').next());
        named.extend(values.flat_map(str::split_whitespace).map(|it| it.trim_start_matches('#')));
    }
    let mut pieces = html.split(" id=\"");
    let mut slim = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (id, rest) = piece.split_once('"').unwrap_or((piece, ""));
        if named.contains(id) {
            slim.extend([" id=\"", id, "\""]);
        }
        slim.push_str(rest);
    }
    slim
}

impl RenderHtml for Page {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        out: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        write_element(&self.0, out);
        *position = Position::NextChild;
    }

    /// The explorer makes its page anew and does not take over one that was written as HTML.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Page {
    type Output<New: AnyAttributeKind> = Self;

    fn add_any_attr<New: AnyAttributeKind>(self, _attribute: New) -> Self {
        self
    }
}
