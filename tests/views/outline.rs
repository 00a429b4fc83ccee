//! What every page must be, whatever it says: for screen readers, for the keyboard, and under a strict content policy.

use crate::html::{At, Element, Page};
use plan_explorer::plan::{Area, Origin, Plan};

/// What is wrong with a page.
pub(crate) fn faults(page: &Page) -> Vec<String> {
    let checks: [fn(&Page) -> Vec<String>; 7] = [ids, references, headings, controls, nesting, tables, policy];
    checks.iter().flat_map(|check| check(page)).collect()
}

fn ids(page: &Page) -> Vec<String> {
    let mut ids: Vec<&str> = page.all().filter_map(|at| page.get(at).get("id")).collect();
    ids.sort_unstable();
    let doubled = ids.windows(2).filter(|it| it[0] == it[1]).map(|it| format!("the id {} is there twice", it[0]));
    doubled.collect()
}

fn references(page: &Page) -> Vec<String> {
    let mut messages = Vec::new();
    for at in page.all() {
        for (name, value) in page.get(at).attributes() {
            let ids = match name {
                "aria-labelledby" | "aria-controls" | "aria-describedby" | "aria-owns" | "for" => value,
                "href" => value.strip_prefix('#').unwrap_or_default(),
                _ => "",
            };
            let lost = ids.split_whitespace().filter(|id| page.by_id(id).is_none());
            messages.extend(lost.map(|id| format!("{} points to {id}, which is not there", page.get(at).name())));
        }
    }
    messages
}

/// Headings as a screen reader lists them.
fn headings(page: &Page) -> Vec<String> {
    let (mut messages, mut before) = (Vec::new(), 0);
    for at in page.all().filter(|at| !page.is_hidden(*at)) {
        let Some(level) = page.get(at).heading_level() else { continue };
        if level > before + 1 {
            messages.push(format!("{} follows a heading of level {before}", page.get(at).name()));
        }
        if level == 1 && before != 0 {
            messages.push(format!("{} is a second title", page.get(at).name()));
        }
        if page.text(at).is_empty() {
            messages.push(format!("{} is empty", page.get(at).name()));
        }
        before = level;
    }
    if before == 0 {
        messages.push("there is no heading".to_owned());
    }
    messages
}

fn is_control(page: &Page, at: At) -> bool {
    matches!(page.get(at).tag.as_str(), "a" | "button" | "input" | "select" | "summary" | "label")
}

/// Whether something names a control.
fn has_name(page: &Page, at: At) -> bool {
    let element = page.get(at);
    if element.get("aria-label").is_some() || element.get("aria-labelledby").is_some() {
        return true;
    }
    match element.tag.as_str() {
        "input" | "select" => {
            let around = page.around(at).find(|it| page.get(*it).tag == "label");
            let label = around.or_else(|| {
                let id = element.get("id")?;
                page.all().find(|it| page.get(*it).get("for") == Some(id))
            });
            label.is_some_and(|it| !page.text(it).is_empty())
        }
        _ => page.is_hidden(at) || !page.text(at).is_empty(),
    }
}

fn controls(page: &Page) -> Vec<String> {
    let mut messages = Vec::new();
    for at in page.all().filter(|at| is_control(page, *at)) {
        let element = page.get(at);
        let name = element.name();
        if !has_name(page, at) {
            messages.push(format!("{name} has no name"));
        }
        if element.tag == "button" && element.get("type").is_none() {
            messages.push(format!("{name} has no type, and would send a form"));
        }
        if element.tag == "a" && element.get("href").is_none() {
            messages.push(format!("{name} leads nowhere"));
        }
        let around = page.around(at).find(|it| is_control(page, *it) && page.get(*it).tag != "label");
        if let Some(around) = around {
            messages.push(format!("{name} stands inside {}", page.get(around).name()));
        }
        if element.tag != "input" && element.tag != "select" && page.around(at).any(|it| page.get(it).tag == "label") {
            messages.push(format!("{name} stands inside a label"));
        }
    }
    let regions = page.all().filter(|at| page.get(*at).get("role") == Some("region") || page.get(*at).tag == "nav");
    messages.extend(
        regions
            .filter(|at| page.get(*at).get("aria-label").or(page.get(*at).get("aria-labelledby")).is_none())
            .map(|at| format!("{} has no name", page.get(at).name())),
    );
    messages
}

/// What a browser would tear apart when it reads the page from text.
fn nesting(page: &Page) -> Vec<String> {
    const BLOCKS: [&str; 14] = [
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "table",
        "section",
        "details",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "form",
        "fieldset",
    ];
    let mut messages = Vec::new();
    for at in page.all() {
        let parent = page.around(at).next().map(|it| page.get(it));
        let (tag, parent_tag) = (page.get(at).tag.as_str(), parent.map_or("", |it| it.tag.as_str()));
        let told =
            |says: &str| format!("{} {says} {}", page.get(at).name(), parent.map(Element::name).unwrap_or_default());
        if BLOCKS.contains(&tag) && page.around(at).any(|it| page.get(it).tag == "p") {
            messages.push(told("stands inside a paragraph, in"));
        }
        if BLOCKS.contains(&tag)
            && page.around(at).any(|it| ["span", "b", "summary"].contains(&page.get(it).tag.as_str()))
            && !tag.starts_with('h')
        {
            messages.push(told("is a block inside inline text, in"));
        }
        if (tag == "li") != matches!(parent_tag, "ul" | "ol") && (tag == "li" || matches!(parent_tag, "ul" | "ol")) {
            messages.push(told("does not belong into"));
        }
        if matches!(tag, "ul" | "ol" | "dl") && page.inside(at).count() == 0 && !page.is_hidden(at) {
            messages.push(format!(
                "{} is an empty list in {}",
                page.get(at).name(),
                parent.map(Element::name).unwrap_or_default()
            ));
        }
        if tag == "details" && page.inside(at).next().is_none_or(|it| page.get(it).tag != "summary") {
            messages.push(format!("{} does not begin with its summary", page.get(at).name()));
        }
    }
    messages
}

fn tables(page: &Page) -> Vec<String> {
    let mut messages = Vec::new();
    for table in page.all().filter(|at| page.get(*at).tag == "table") {
        let name = page.get(table).name();
        if !page.inside(table).any(|at| page.get(at).tag == "caption") {
            messages.push(format!("{name} has no caption"));
        }
        let heads = page.inside(table).filter(|at| page.get(*at).tag == "th");
        messages.extend(
            heads
                .filter(|at| page.get(*at).get("scope").is_none())
                .map(|at| format!("“{}” has no scope", page.text(at))),
        );
        let rows: Vec<usize> = page
            .inside(table)
            .filter(|at| page.get(*at).tag == "tr")
            .map(|row| page.inside(row).filter(|at| matches!(page.get(*at).tag.as_str(), "td" | "th")).count())
            .collect();
        if rows.windows(2).any(|it| it[0] != it[1]) {
            messages.push(format!("{name} has rows of different lengths"));
        }
    }
    messages
}

/// What the content security policy would refuse.
fn policy(page: &Page) -> Vec<String> {
    let mut messages = Vec::new();
    for at in page.all() {
        let element = page.get(at);
        if matches!(element.tag.as_str(), "script" | "style" | "iframe" | "img") {
            messages.push(format!("{} does not belong into a view", element.name()));
        }
        let refused = element.attributes().filter(|(name, _)| *name == "style" || name.starts_with("on"));
        messages.extend(refused.map(|(name, _)| format!("{} has {name}", element.name())));
        // A drawing that holds choices is itself nothing to a screen reader; its choices have names.
        let holds_choices = element.get("role") == Some("presentation")
            && page
                .inside(at)
                .any(|it| page.get(it).get("role") == Some("option") && page.get(it).get("aria-label").is_some());
        if element.tag == "svg" && element.get("aria-hidden") != Some("true") && !holds_choices {
            messages.push(format!("{} is read out", element.name()));
        }
    }
    messages
}

/// Links to other sites that nobody has confirmed. A fact about a place names its own source.
pub(crate) fn stray_links(page: &Page, plan: &Plan, area: Option<&Area>) -> Vec<String> {
    let confirmed = |url: &str| {
        plan.links.iter().any(|it| it.offered() == Some(url))
            || area.is_some_and(|it| it.origins.iter().any(|it| it.url.as_deref() == Some(url)))
            || plan.entries.iter().any(|it| matches!(&it.origin, Origin::Elsewhere(local) if local.url == url))
    };
    let mut messages = Vec::new();
    for at in page.all().filter(|at| page.get(*at).tag == "a") {
        let element = page.get(at);
        let Some(url) = element.get("href") else { continue };
        // A file that is made here leads nowhere.
        let made_here = url.starts_with("data:text/csv;") && element.get("download").is_some();
        let inside = url.starts_with('?') || url.starts_with('#') || url.starts_with("tel:") || made_here;
        if !inside && !confirmed(url) {
            messages.push(format!("{} leads to an address that is not confirmed", element.name()));
        }
        if !inside && !element.get("rel").unwrap_or_default().contains("noreferrer") {
            messages.push(format!("{} tells the other site where the visitor comes from", element.name()));
        }
    }
    messages
}

#[test]
fn each_fault_is_told() {
    for (html, says) in [
        ("<h1>A</h1><p id=\"a\"></p><p id=\"a\"></p>", "the id a is there twice"),
        ("<h1>A</h1><section aria-labelledby=\"b\"></section>", "points to b"),
        ("<h1>A</h1><a href=\"#c\">C</a>", "points to c"),
        ("<h1>A</h1><h3>B</h3>", "follows a heading of level 1"),
        ("<h1>A</h1><h1>B</h1>", "is a second title"),
        ("<h1>A</h1><h2></h2>", "is empty"),
        ("<p>A</p>", "there is no heading"),
        ("<h1>A</h1><input type=\"text\">", "has no name"),
        ("<h1>A</h1><button>B</button>", "has no type"),
        ("<h1>A</h1><a>B</a>", "leads nowhere"),
        ("<h1>A</h1><a href=\"?\">B<button type=\"button\">C</button></a>", "stands inside <a"),
        ("<h1>A</h1><div role=\"region\"></div>", "has no name"),
        ("<h1>A</h1><p><ul><li>B</li></ul></p>", "stands inside a paragraph"),
        ("<h1>A</h1><span><div></div></span>", "is a block inside inline text"),
        ("<h1>A</h1><ul><p>B</p></ul>", "does not belong into <ul>"),
        ("<h1>A</h1><div><li>B</li></div>", "does not belong into <div>"),
        ("<h1>A</h1><ul></ul>", "is an empty list"),
        ("<h1>A</h1><details><p>B</p></details>", "does not begin with its summary"),
        ("<h1>A</h1><table></table>", "has no caption"),
        ("<h1>A</h1><table><caption>B</caption><tr><th>C</th></tr></table>", "has no scope"),
        (
            "<h1>A</h1><table><caption>B</caption><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr></table>",
            "rows of different lengths",
        ),
        ("<h1>A</h1><p style=\"top: 0\">B</p>", "has style"),
        ("<h1>A</h1><p onclick=\"b()\">B</p>", "has onclick"),
        ("<h1>A</h1><script></script>", "does not belong into a view"),
        ("<h1>A</h1><svg></svg>", "is read out"),
    ] {
        let told = faults(&Page::read(html));
        assert!(told.len() == 1 && told[0].contains(says), "{html}: {told:?}");
    }
    let good =
        "<h1>A</h1><h2 hidden>B</h2><h2>C</h2><label>D <input></label><ul><li><a href=\"#e\" id=\"e\">E</a></li></ul>";
    assert_eq!(faults(&Page::read(good)), [""; 0]);
}

#[test]
fn a_stray_link_is_told() {
    let plan = plan_explorer::bundle::plan().expect("the build wrote it");
    let told = |html: &str| stray_links(&Page::read(html), plan, None).len();
    let url = plan.links.iter().find_map(|it| it.offered()).expect("one is confirmed");
    assert_eq!(told(&format!("<a href=\"{url}\" rel=\"noreferrer external\">A</a>")), 0);
    assert_eq!(told(&format!("<a href=\"{url}\">A</a>")), 1);
    assert_eq!(told("<a href=\"https://stray.example/\" rel=\"noreferrer\">A</a>"), 1);
    assert_eq!(told("<a href=\"?view=text\">A</a><a href=\"tel:101\">B</a>"), 0);
}
