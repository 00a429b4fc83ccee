//! A page as plain HTML for another page: no classes, no controls, ids of its own, nothing that needs a stylesheet.

use super::el::{Attribute, El};
use super::html::{VOID, slim, write, write_attribute};
use super::render::Page;

/// What is put before ids, so that they meet no other page's, nor the app's.
const OWN: &str = "plan-copy-";
/// What does something, and does nothing without script or stylesheet.
const ACTS: [&str; 9] = ["button", "input", "select", "label", "fieldset", "form", "nav", "svg", "legend"];
/// What serves the app's looks alone, or says again for screen readers what stands beside it.
const LEFT_OUT: [&str; 7] =
    ["cp-visually-hidden", "cp-exit-bar", "cp-bar", "cp-filters", "cp-when-chosen", "cp-exit", "cp-no-app"];

impl Page {
    /// The page as plain HTML, to be pasted into another.
    #[must_use]
    pub fn plain_html(&self) -> String {
        let mut out = String::new();
        element(&self.0, &mut out);
        slim(&out)
    }
}

fn element(it: &El, out: &mut String) {
    let parts = it.look();
    let mut attributes = Vec::new();
    for attribute in &parts.attributes {
        match attribute {
            Attribute::Fixed(name, value) => attributes.push((*name, value.clone())),
            Attribute::Follow(name, value) => attributes.extend(value().map(|it| (*name, it))),
            Attribute::Value(_) | Attribute::Checked(_) | Attribute::On(..) => {}
        }
    }
    let get = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_ref());
    let class = get("class").unwrap_or_default();
    let is_left_out = |name: &str| LEFT_OUT.contains(&name);
    if ACTS.contains(&parts.tag)
        || get("hidden").is_some()
        || get("data-app").is_some()
        || get("data-w").is_some()
        || class.split(' ').any(is_left_out)
    {
        return;
    }
    let nowhere = parts.tag == "a" && get("href").is_none_or(str::is_empty);
    let tag = if nowhere { "span" } else { parts.tag };
    out.push('<');
    out.push_str(tag);
    for (name, value) in &attributes {
        let value = match (*name, value.strip_prefix('#')) {
            ("id", _) => [OWN, value].concat(),
            ("href", Some(place)) => ["#", OWN, place].concat(),
            ("href", None) if !nowhere => value.to_string(),
            ("rel" | "scope" | "colspan" | "rowspan" | "lang" | "open", _) => value.to_string(),
            _ => continue,
        };
        write_attribute(name, &value, out);
    }
    out.push('>');
    if VOID.contains(&tag) {
        return;
    }
    parts.children.iter().for_each(|child| write(child, element, out));
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}
