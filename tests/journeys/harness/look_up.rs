//! Finding things as a visitor does: by role and name first.

use anyhow::{Context as _, Result};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use xtask::browser::Command;

use super::{Outcome, Visitor};

/// Something on the page to be found. See the top of `main.rs`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct What<'a> {
    kind: Kind<'a>,
    within: Option<&'a str>,
    number: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Kind<'a> {
    Role { role: &'a str, name: &'a str },
    Css(&'a str),
    Text(&'a str),
}

/// A thing of this ARIA role and accessible name; a `*` at the end of the name stands for anything.
pub(crate) const fn role<'a>(role: &'a str, name: &'a str) -> What<'a> {
    What { kind: Kind::Role { role, name }, within: None, number: None }
}

/// A button.
pub(crate) const fn button(name: &str) -> What<'_> {
    role("button", name)
}

/// A link.
pub(crate) const fn link(name: &str) -> What<'_> {
    role("link", name)
}

/// A checkbox.
pub(crate) const fn checkbox(name: &str) -> What<'_> {
    role("checkbox", name)
}

/// A heading of any level.
pub(crate) const fn heading(name: &str) -> What<'_> {
    role("heading", name)
}

/// Something to write in, or to choose one value in.
pub(crate) const fn field(name: &str) -> What<'_> {
    role("field", name)
}

/// The innermost thing that shows these words.
pub(crate) const fn text(words: &str) -> What<'_> {
    What { kind: Kind::Text(words), within: None, number: None }
}

/// A thing that a CSS selector fits.
pub(crate) const fn css(selector: &str) -> What<'_> {
    What { kind: Kind::Css(selector), within: None, number: None }
}

impl<'a> What<'a> {
    /// Only inside the things that this selector fits.
    pub(crate) const fn within(self, selector: &'a str) -> Self {
        Self { within: Some(selector), ..self }
    }

    /// The first, second, … of several.
    pub(crate) const fn number(self, number: usize) -> Self {
        Self { number: Some(number), ..self }
    }

    pub(super) fn in_words(&self) -> String {
        let number = self.number.map(|number| format!("number {number} of ")).unwrap_or_default();
        let within = self.within.map(|within| format!(" within `{within}`")).unwrap_or_default();
        match self.kind {
            Kind::Role { role, name } => format!("{number}{role} “{name}”{within}"),
            Kind::Css(selector) => format!("{number}`{selector}`{within}"),
            Kind::Text(text) => format!("{number}text “{text}”{within}"),
        }
    }
}

impl Visitor {
    /// Waits for the one thing that fits.
    pub(crate) async fn find(&self, what: What<'_>) -> Result<Element> {
        self.wait(&format!("{} is there", what.in_words()), || self.find_now(what)).await
    }

    /// The one thing that fits at this moment, or why not.
    pub(super) async fn find_now(&self, what: What<'_>) -> Result<Result<Element, String>> {
        let mut found = self.look(what).await?;
        let at = what.number.unwrap_or(1) - 1;
        if what.number.is_none() && found.len() > 1 {
            return Ok(Err(format!("{} of them are; say which with .number(…) or .within(…)", found.len())));
        }
        if at < found.len() {
            return Ok(Ok(found.swap_remove(at)));
        }
        Ok(Err(self.what_else(what).await?))
    }

    /// All that fit at this moment.
    pub(crate) async fn all(&self, what: What<'_>) -> Result<Vec<Element>> {
        self.look(what).await
    }

    /// How many fit at this moment.
    pub(crate) async fn count(&self, what: What<'_>) -> Result<usize> {
        Ok(self.look(what).await?.len())
    }

    /// Waits until so many fit.
    pub(crate) async fn until_count(&self, what: What<'_>, count: usize) -> Outcome {
        self.wait(&format!("{count} times {}", what.in_words()), || async {
            let there = self.count(what).await?;
            Ok(if there == count { Ok(()) } else { Err(format!("there are {there}")) })
        })
        .await
    }

    async fn look(&self, what: What<'_>) -> Result<Vec<Element>> {
        let (kind, main, name) = match what.kind {
            Kind::Role { role, name } => ("role", role, name),
            Kind::Css(selector) => ("css", selector, ""),
            Kind::Text(words) => ("text", words, ""),
        };
        let rough = name.trim_end_matches('*');
        let arguments = [kind, main, rough, what.within.unwrap_or_default()].map(|it| json!(it)).to_vec();
        let found = self.evaluate(&format!("{LOOK}; return look(...arguments)"), arguments).await?;
        let mut elements = Vec::new();
        for one in found.as_array().context("the look gave no list")? {
            let element = self.element(one)?;
            if name.is_empty() || name == "*" || fits(&self.name_of(&element).await?, name) {
                elements.push(element);
            }
        }
        Ok(elements)
    }

    /// What else has the wanted role, for the message.
    async fn what_else(&self, what: What<'_>) -> Result<String> {
        let Kind::Role { role, .. } = what.kind else { return Ok(String::new()) };
        let arguments = vec![json!("role"), json!(role), json!(""), json!(what.within.unwrap_or_default())];
        let found = self.evaluate(&format!("{LOOK}; return look(...arguments)"), arguments).await?;
        let mut names = Vec::new();
        for one in found.as_array().into_iter().flatten().take(15) {
            names.push(format!("“{}”", self.name_of(&self.element(one)?).await?));
        }
        let list = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        Ok(format!("things with the role {role}: {list}"))
    }

    /// The accessible name that the browser computes.
    pub(crate) async fn name_of(&self, element: &Element) -> Result<String> {
        let name = self.command(Command::get(format!("element/{}/computedlabel", &*element.element_id()))).await?;
        Ok(single_spaced(name.as_str().unwrap_or_default()))
    }

    /// The role that the browser computes.
    pub(crate) async fn role_of(&self, element: &Element) -> Result<String> {
        let role = self.command(Command::get(format!("element/{}/computedrole", &*element.element_id()))).await?;
        Ok(role.as_str().unwrap_or_default().to_owned())
    }

    /// What has the focus, as `role “name”`; empty when nothing has.
    pub(crate) async fn focus(&self) -> Result<String> {
        let script = format!("{LOOK}; const it = focused(); return it === document.body ? null : it");
        let found = self.evaluate(&script, vec![]).await?;
        if found.is_null() {
            return Ok(String::new());
        }
        let element = self.element(&found)?;
        Ok(format!("{} “{}”", self.role_of(&element).await?, self.name_of(&element).await?))
    }

    /// Waits until the page has moved the focus to what is meant: `role “name”`, where `*` at the end stands for the rest. A page does so
    /// when it has shown what it leads to, which may be a frame after that can be seen. That a focus stays is asked of [`Self::focus`]
    /// at once.
    pub(crate) async fn until_focus(&self, wanted: &str) -> Outcome {
        self.wait(&format!("the focus is on {wanted}"), || async {
            let focus = self.focus().await?;
            Ok(if fits(&focus, wanted) { Ok(()) } else { Err(format!("it is on {focus}")) })
        })
        .await
    }

    /// Left, top, width and height on the screen.
    pub(crate) async fn place(&self, what: What<'_>) -> Result<[f64; 4]> {
        let element = self.find(what).await?;
        let script = "const box = arguments[0].getBoundingClientRect(); return [box.x, box.y, box.width, box.height]";
        let place = self.evaluate(script, vec![serde_json::to_value(element)?]).await?;
        Ok(serde_json::from_value(place)?)
    }

    /// Waits until it is on the screen, whole, without scrolling by the visitor: a page that leads there scrolls in a task of its own,
    /// after what it leads to can be seen.
    pub(crate) async fn until_in_sight(&self, what: What<'_>) -> Outcome {
        let script = "const box = arguments[0].getBoundingClientRect();
            return [box.x, box.y, box.width, box.height, innerWidth, innerHeight]";
        self.wait(&format!("{} is in sight", what.in_words()), || async {
            let element = match self.find_now(what).await? {
                Ok(element) => element,
                Err(reason) => return Ok(Err(reason)),
            };
            let place = self.evaluate(script, vec![serde_json::to_value(element)?]).await?;
            let [left, top, width, height, wide, high]: [f64; 6] = serde_json::from_value(place)?;
            let inside = left >= -1.0 && top >= -1.0 && left + width <= wide + 1.0 && top + height <= high + 1.0;
            let at = || format!("it is at {left}, {top}, {width} × {height}, on a screen of {wide} × {high}");
            Ok(if inside { Ok(()) } else { Err(at()) })
        })
        .await
    }

    /// How far the page is scrolled down.
    pub(crate) async fn scroll_top(&self) -> Result<f64> {
        self.evaluate("return scrollY", vec![]).await?.as_f64().context("no number")
    }

    pub(super) fn element(&self, value: &Value) -> Result<Element> {
        let id =
            value.get("element-6066-11e4-a52e-4f735466cecf").and_then(Value::as_str).context("that is no element")?;
        Ok(Element::from_element_id(self.client(), ElementRef::from(id.to_owned())))
    }
}

fn fits(name: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or_else(|| name == wanted, |start| name.starts_with(start))
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Candidates that can be seen, also inside open shadow roots. A name is only roughly compared here, so that the browser need
/// compute few.
pub(super) const LOOK: &str = r"
const SELECTORS = {
  button: 'button, summary, input:is([type=button], [type=submit], [type=reset]), [role=button]',
  link: 'a[href], area[href], [role=link]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  field: 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=hidden]), textarea, select,' +
    '[role=textbox], [role=searchbox], [role=combobox]',
  table: 'table, [role=table], [role=grid]',
  region: 'section, [role=region]',
  group: 'fieldset, details, [role=group]',
  list: 'ul, ol, [role=list]',
  listitem: 'li, [role=listitem]',
  img: 'img, svg, [role=img]',
  dialog: 'dialog, [role=dialog]',
  navigation: 'nav, [role=navigation]',
  main: 'main, [role=main]',
  row: 'tr, [role=row]',
  cell: 'td, [role=cell], [role=gridcell]',
  columnheader: 'th, [role=columnheader]',
};
const spaced = text => (text ?? '').replace(/\s+/g, ' ').trim();
const roots = root => [root, ...[...root.querySelectorAll('*')].filter(it => it.shadowRoot).flatMap(it => roots(it.shadowRoot))];
const every = selector => roots(document).flatMap(root => [...root.querySelectorAll(selector)]);
const inside = (element, selector) => {
  for (let it = element; it; it = it.parentElement ?? it.getRootNode().host) if (it.matches(selector)) return true;
  return false;
};
const seen = element => element.checkVisibility({ visibilityProperty: true });
const rough = element => {
  const root = element.getRootNode();
  const named = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => root.getElementById?.(id)?.textContent);
  const labels = [...(element.labels ?? [])].map(label => label.textContent);
  const parts = [element, ...element.querySelectorAll('[alt], [aria-label]')];
  const attributes = parts.flatMap(it => ['aria-label', 'title', 'alt', 'placeholder', 'value'].map(name => it.getAttribute(name)));
  return spaced([element.textContent, ...named, ...labels, ...attributes].join(' ')).toLowerCase();
};
const roughly = (element, name) => {
  const words = rough(element);
  return name.toLowerCase().split(' ').every(word => words.includes(word));
};
const innermost = (element, words) => {
  if (!spaced(element.textContent).includes(words)) return [];
  const within = [...element.children].flatMap(child => innermost(child, words));
  return within.length ? within : [element];
};
function look(kind, main, name, within) {
  const fits = {
    role: () => every(SELECTORS[main] ?? `[role=${main}]`)
      .filter(it => !it.hasAttribute('role') || it.matches(`[role=${main}]`) || !SELECTORS[main] || main === 'field' || main === 'checkbox')
      .filter(it => name === '' || roughly(it, name)),
    css: () => every(main),
    text: () => roots(document).flatMap(root => [...root.children]).flatMap(it => innermost(it, main)),
  }[kind]();
  return fits.filter(it => seen(it) && (within === '' || inside(it, within)));
}
function focused() {
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it;
}
";
