//! What every page must be, whatever it says: for screen readers, for the keyboard, and under a strict content policy.

use crate::dom::{all, around, every, inside, is_hidden, name, read, text};
use plan_explorer::plan::{Area, Origin, Plan};
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;

/// Whether the program is there, which makes of links and controls what they say that they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// As the build wrote it.
    Written,
    /// With what the program puts into its places.
    Alive,
}

/// What is wrong with a page.
pub(crate) fn faults(html: &str, stage: Stage) -> Vec<String> {
    let page = read(html);
    let checks: [fn(&Html) -> Vec<String>; 6] = [ids, references, headings, names, nesting, policy];
    let mut faults: Vec<String> = checks.iter().flat_map(|check| check(&page)).collect();
    if stage == Stage::Written {
        faults.extend(acts(&page));
    }
    faults.extend(page.errors.iter().map(|it| format!("a browser would mend: {it}")));
    faults
}

fn has(element: ElementRef<'_>, attribute: &str) -> bool {
    element.attr(attribute).is_some()
}

fn ids(page: &Html) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let ids = every(page).into_iter().filter_map(|it| it.attr("id"));
    ids.filter(|id| !seen.insert(*id)).map(|id| format!("the id {id} is there twice")).collect()
}

fn references(page: &Html) -> Vec<String> {
    let ids: BTreeSet<&str> = every(page).into_iter().filter_map(|it| it.attr("id")).collect();
    let mut messages = Vec::new();
    for element in every(page) {
        for attribute in ["aria-labelledby", "aria-controls", "aria-describedby", "aria-owns", "for", "form", "href"] {
            let value = element.attr(attribute).unwrap_or_default();
            let named = if attribute == "href" { value.strip_prefix('#').unwrap_or_default() } else { value };
            let lost = named.split_whitespace().filter(|it| !ids.contains(it));
            messages.extend(lost.map(|it| format!("{} names {it}, which is not there", name(element))));
        }
    }
    messages
}

/// Headings as a screen reader lists them.
fn headings(page: &Html) -> Vec<String> {
    let (mut messages, mut title, mut before) = (Vec::new(), None, 0);
    for heading in all(page, "h1, h2, h3, h4, h5, h6").into_iter().filter(|it| !is_hidden(*it)) {
        let level: u8 = heading.value().name()[1..].parse().expect("a level");
        match title {
            None => title = Some(level),
            Some(title) if level <= title => messages.push(format!("{} is a second title", name(heading))),
            Some(_) if level > before + 1 => {
                messages.push(format!("{} follows a heading of level {before}", name(heading)));
            }
            Some(_) => {}
        }
        if text(heading).is_empty() {
            messages.push(format!("{} is empty", name(heading)));
        }
        before = level;
    }
    if title.is_none() {
        messages.push("there is no heading".to_owned());
    }
    messages
}

/// What has no name although it needs one.
fn names(page: &Html) -> Vec<String> {
    let labels = all(page, "label");
    let is_named = |element: ElementRef<'_>| {
        let of_label = |label: &&ElementRef<'_>| label.attr("for").is_some_and(|it| element.attr("id") == Some(it));
        let label =
            labels.iter().find(of_label).copied().or_else(|| around(element).find(|it| it.value().name() == "label"));
        let words = match element.value().name() {
            "input" | "select" | "textarea" => label.map(text).unwrap_or_default(),
            "section" | "div" | "nav" => String::new(),
            _ => text(element),
        };
        !words.is_empty() || has(element, "aria-label") || has(element, "aria-labelledby")
    };
    let need = "a, button, input, select, textarea, summary, nav, [role=region], legend, caption";
    let nameless =
        all(page, need).into_iter().filter(|it| !is_named(*it)).map(|it| format!("{} has no name", name(it)));
    let lists = all(page, "ul, ol, dl, tbody").into_iter().filter(|it| it.child_elements().next().is_none());
    nameless.chain(lists.filter(|it| !is_hidden(*it)).map(|it| format!("{} is empty", name(it)))).collect()
}

/// What does nothing while no program is there, or would do something that nobody asked for.
fn acts(page: &Html) -> Vec<String> {
    let waits = |element: &ElementRef<'_>| {
        let of_program = |it: ElementRef<'_>| has(it, "hidden") || has(it, "data-app");
        of_program(*element) || around(*element).any(of_program)
    };
    let mut messages = Vec::new();
    for element in all(page, "a, button, input, select").into_iter().filter(|it| !waits(it)) {
        let of_form = element.attr("form") == Some("cp-choices");
        let does = match element.value().name() {
            "a" => element.attr("href").is_some_and(|it| !it.is_empty() && !it.starts_with('?')),
            "button" => of_form && element.attr("type") == Some("reset"),
            // The stylesheet knows no others.
            "select" => of_form && element.attr("name") == Some("ward"),
            _ => of_form && ["priority", "partner", "ward"].map(Some).contains(&element.attr("name")),
        };
        if !does {
            messages.push(format!("{} does nothing without the program", name(element)));
        }
    }
    let untyped = all(page, "button:not([type])").into_iter();
    messages.extend(untyped.map(|it| format!("{} has no type, and would send a form", name(it))));
    messages
}

/// Elements that may stand inside others only, and what these may hold.
const HOLD: [(&str, &[&str]); 9] = [
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("dl", &["div", "dt", "dd"]),
    ("select", &["option"]),
    ("table", &["caption", "thead", "tbody"]),
    ("thead", &["tr"]),
    ("tbody", &["tr"]),
    ("tr", &["th", "td"]),
    ("svg", &["path", "g"]),
];

fn nesting(page: &Html) -> Vec<String> {
    const ACTS: [&str; 6] = ["a", "button", "input", "select", "summary", "label"];
    let mut messages = Vec::new();
    for element in every(page) {
        let tag = element.value().name();
        if let Some((_, may)) = HOLD.iter().find(|it| it.0 == tag) {
            let strange = element.child_elements().filter(|it| !may.contains(&it.value().name()));
            messages.extend(strange.map(|it| format!("{} stands right inside {}", name(it), name(element))));
        }
        let parents: Vec<&str> = HOLD.iter().filter(|it| it.1.contains(&tag)).map(|it| it.0).collect();
        let parent = element.parent().and_then(ElementRef::wrap).map_or("", |it| it.value().name());
        // A list of terms may have each term and its meaning in a box.
        let in_box = matches!(tag, "dt" | "dd") && parent == "div";
        if !parents.is_empty() && tag != "div" && !parents.contains(&parent) && !in_box {
            messages.push(format!("{} stands right inside <{parent}>", name(element)));
        }
        let inline = ["span", "b", "strong", "a", "p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"];
        let blocks = ["p", "div", "ul", "ol", "dl", "table", "section", "details", "blockquote", "form", "fieldset"];
        if blocks.contains(&tag)
            && let Some(outer) = around(element).find(|it| inline.contains(&it.value().name()))
        {
            messages.push(format!("{} is a block inside {}", name(element), name(outer)));
        }
        if ACTS.contains(&tag)
            && let Some(outer) = around(element).find(|it| ACTS.contains(&it.value().name()))
            && !(outer.value().name() == "label" && tag == "input")
        {
            messages.push(format!("{} stands inside {}", name(element), name(outer)));
        }
        let first = match tag {
            "details" => "summary",
            "fieldset" => "legend",
            "table" => "caption",
            _ => continue,
        };
        if element.child_elements().next().is_none_or(|it| it.value().name() != first) {
            messages.push(format!("{} does not begin with its {first}", name(element)));
        }
    }
    for table in all(page, "table") {
        let rows = inside(table, "tr");
        let lengths: BTreeSet<usize> = rows.iter().map(|it| it.child_elements().count()).collect();
        if lengths.len() > 1 {
            messages.push(format!("{} has rows of different lengths", name(table)));
        }
        let heads = inside(table, "th:not([scope])").into_iter();
        messages.extend(heads.map(|it| format!("“{}” has no scope", text(it))));
    }
    messages
}

/// What the content security policy would refuse, and what would be read out.
fn policy(page: &Html) -> Vec<String> {
    let mut messages = Vec::new();
    for element in every(page) {
        if matches!(element.value().name(), "script" | "style" | "iframe" | "img") {
            messages.push(format!("{} does not belong here", name(element)));
        }
        let refused = element.value().attrs().filter(|(it, _)| *it == "style" || it.starts_with("on"));
        messages.extend(refused.map(|(it, _)| format!("{} has {it}", name(element))));
    }
    let drawings = all(page, "svg:not([aria-hidden=true])").into_iter().filter(|it| !speaks(*it));
    messages.extend(drawings.map(|it| format!("{} is read out", name(it))));
    let links = all(page, "a[href^=http]:not([rel~=noreferrer])").into_iter();
    messages.extend(links.map(|it| format!("{} tells the other site where the visitor comes from", name(it))));
    messages
}

/// Whether a drawing is there for screen readers too: it has a name, or is nothing but the choices in it, which have theirs.
fn speaks(drawing: ElementRef<'_>) -> bool {
    let choices = inside(drawing, "[role=option]");
    match drawing.attr("role") {
        Some("img") => has(drawing, "aria-label"),
        Some("presentation") => !choices.is_empty() && choices.iter().all(|it| has(*it, "aria-label")),
        _ => false,
    }
}

/// Where the quick way out leads: to a page that is no source of anything.
const WAY_OUT: &str = "cp-exit";

/// Links to other sites that nobody has confirmed. A fact about a place names its own source.
pub(crate) fn stray_links(html: &str, plan: &Plan, area: &Area) -> Vec<String> {
    let confirmed = |url: &str| {
        plan.links.iter().any(|it| it.offered() == Some(url))
            || area.origins.iter().any(|it| it.url.as_deref() == Some(url))
            || plan.entries.iter().any(|it| matches!(&it.origin, Origin::Elsewhere(local) if local.url == url))
    };
    let leads_out = |it: &ElementRef<'_>| {
        let url = it.attr("href").unwrap_or_default();
        // A file that is made here leads nowhere.
        let made_here = url.starts_with("data:text/csv;") && has(*it, "download");
        let inside = url.starts_with('?') || url.starts_with('#') || url.starts_with("tel:") || made_here;
        let report = plan.edition.report.as_deref();
        let reports = report.is_some_and(|it| url == it || url.starts_with(&format!("{it}?subject=")));
        !inside && !reports && !confirmed(url) && it.attr("class") != Some(WAY_OUT)
    };
    let page = read(html);
    let links = all(&page, "a[href]").into_iter().filter(leads_out);
    links.map(|it| format!("{} leads to an address that is not confirmed", name(it))).collect()
}

#[test]
fn each_fault_is_told() {
    for (html, says) in [
        ("<h1>A</h1><p id=\"a\"></p><p id=\"a\"></p>", "the id a is there twice"),
        ("<h1>A</h1><section aria-labelledby=\"b\"></section>", "names b"),
        ("<h1>A</h1><a href=\"#c\">C</a>", "names c"),
        ("<h1>A</h1><h3>B</h3>", "follows a heading of level 1"),
        ("<h2>A</h2><h3>B</h3><h2>C</h2>", "is a second title"),
        ("<h1>A</h1><h2></h2>", "is empty"),
        ("<p>A</p>", "there is no heading"),
        ("<h1>A</h1><div data-app><input type=\"text\"></div>", "has no name"),
        ("<h1>A</h1><div data-app><button>B</button></div>", "has no type"),
        ("<h1>A</h1><button type=\"button\">B</button>", "does nothing without the program"),
        ("<h1>A</h1><a href=\"?x\">B</a>", "does nothing without the program"),
        ("<h1>A</h1><form id=\"cp-choices\"></form><label>B <input form=\"cp-choices\"></label>", "does nothing"),
        (
            "<h1>A</h1><form id=\"cp-choices\"></form><label>B <input name=\"gap\" form=\"cp-choices\"></label>",
            "does nothing without the program",
        ),
        ("<h1>A</h1><div role=\"region\"></div>", "has no name"),
        ("<h1>A</h1><p><ul><li>B</li></ul></p>", "a browser would mend"),
        ("<h1>A</h1><table><caption>B</caption><p>C</p></table>", "a browser would mend"),
        ("<h1>A</h1><span><div></div></span>", "is a block inside <span>"),
        ("<h1>A</h1><ul><p>B</p></ul>", "<p> stands right inside <ul>"),
        ("<h1>A</h1><div><li>B</li></div>", "<li> stands right inside <div>"),
        ("<h1>A</h1><ul></ul>", "<ul> is empty"),
        ("<h1>A</h1><details><p>B</p></details>", "does not begin with its summary"),
        ("<h1>A</h1><table><tbody><tr><td>B</td></tr></tbody></table>", "does not begin with its caption"),
        ("<h1>A</h1><table><caption>B</caption><tbody><tr><th>C</th></tr></tbody></table>", "has no scope"),
        (
            "<h1>A</h1><table><caption>B</caption><tbody><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr></tbody></table>",
            "rows of different lengths",
        ),
        ("<h1>A</h1><p style=\"top: 0\">B</p>", "has style"),
        ("<h1>A</h1><p onclick=\"b()\">B</p>", "has onclick"),
        ("<h1>A</h1><script></script>", "does not belong here"),
        ("<h1>A</h1><svg></svg>", "is read out"),
        ("<h1>A</h1><svg role=\"img\"></svg>", "is read out"),
        ("<h1>A</h1><svg role=\"presentation\"><path role=\"option\"></path></svg>", "is read out"),
        ("<h1>A</h1><a href=\"https://b.example/\">B</a>", "tells the other site"),
    ] {
        let told = faults(html, Stage::Written);
        assert!(told.iter().any(|it| it.contains(says)), "{html}: {told:?}");
    }
    let good = "<h1>A</h1><h2 hidden>B</h2><h2>C</h2><ul hidden></ul><ul><li><a href=\"#e\" id=\"e\">E</a></li></ul>";
    assert_eq!(faults(good, Stage::Written), [""; 0]);
    // With the program a link may stand for an address, and a button for what it says.
    let alive = "<h1>A</h1><a href=\"?b\">B</a><button type=\"button\">C</button>";
    assert_eq!(faults(alive, Stage::Alive), [""; 0]);
    assert_eq!(faults(alive, Stage::Written).len(), 2);
}

#[test]
fn a_stray_link_is_told() {
    let ours = crate::editions::ours();
    let told = |html: &str| stray_links(html, ours.plan(), &ours.records.area).len();
    let url = ours.plan().links.iter().find_map(|it| it.offered()).expect("one is confirmed");
    assert_eq!(told(&format!("<a href=\"{url}\" rel=\"noreferrer external\">A</a>")), 0);
    assert_eq!(told("<a href=\"https://stray.example/\" rel=\"noreferrer\">A</a>"), 1);
    assert_eq!(told("<a href=\"#a\">A</a><a href=\"?view=text\">B</a><a href=\"tel:101\">C</a>"), 0);
}
