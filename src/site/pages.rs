//! The pages that stand around the app: what the build puts into the page, the frame page, and the fragment for a CMS.

use super::{filters, social, stills};
use crate::page;
use crate::plan::Plan;
use crate::query::facts_and_engine;
use crate::query::link::escaped;
use serde_json::{Value, json};

/// What the build makes pages of.
pub struct Pages {
    /// The title of the page.
    pub title: String,
    /// Which edition it is, in a few words.
    pub edition: String,
    /// What the head of the standalone page says of it, beside the title.
    pub head: String,
    /// The whole plan as HTML that filters itself, and that the program brings to life.
    pub page: String,
    /// What filters must know of the plan, as JSON.
    pub facts: String,
    /// The rules by which it does so.
    pub filters: String,
    /// The whole plan as plain HTML, to paste into another page.
    pub fallback: String,
    /// What the build draws the charts of: see [`stills`].
    pub stills: String,
    /// The picture that goes with a link to the page, as SVG.
    pub social: String,
}

/// Makes them of the plan that was built in; nothing where that cannot be read.
#[must_use]
pub fn of_bundle() -> Option<Pages> {
    crate::bundle::plan().map(pages)
}

/// Makes them.
#[must_use]
pub fn pages(plan: &'static Plan) -> Pages {
    let (facts, engine) = facts_and_engine(plan);
    let edition = &plan.edition;
    let title = format!("{}: {}", edition.place, edition.heading);
    let title = if edition.heading.contains(&edition.place) { edition.heading.clone() } else { title };
    Pages {
        head: head(plan, &title),
        edition: in_words(plan),
        title: escaped(&title),
        page: page::whole(plan, facts, 1),
        facts: facts.json(),
        filters: filters::filters(plan),
        fallback: page::fragment(plan, facts, 2),
        stills: stills::stills(plan, facts, engine),
        social: social::picture(plan),
    }
}

/// The edition in a few words.
pub(super) fn in_words(plan: &Plan) -> String {
    let edition = &plan.edition;
    let (from, to) = edition.years;
    let draft = if edition.draft { "draft plan" } else { "plan" };
    format!("{draft} for {from} to {to}, {} update", edition.year)
}

/// A sentence on what the page is.
fn description(plan: &Plan) -> String {
    let edition = &plan.edition;
    let (from, to) = edition.years;
    format!(
        "What was promised, what was done, and how it is going: the {} community safety plan for {from} to {to} ({} update), \
         every statement with the plan’s own words.",
        edition.place, edition.year
    )
}

fn head(plan: &Plan, title: &str) -> String {
    let description = escaped(&description(plan));
    let title = escaped(title);
    // A script that browsers do not run. `<` would end it early.
    let data = about(plan).to_string().replace('<', "\\u003c");
    [
        format!("<meta name=\"description\" content=\"{description}\">"),
        format!("<meta property=\"og:title\" content=\"{title}\">"),
        format!("<meta property=\"og:description\" content=\"{description}\">"),
        "<meta property=\"og:type\" content=\"website\"><meta property=\"og:locale\" content=\"en_GB\">".to_owned(),
        format!("<script type=\"application/ld+json\">{data}</script>"),
    ]
    .concat()
}

/// The plan in the words of schema.org: the document, and this page as its presentation.
fn about(plan: &Plan) -> Value {
    let edition = &plan.edition;
    let (from, to) = edition.years;
    let place = json!({ "@type": "AdministrativeArea", "name": edition.place });
    let partnership = json!({ "@type": "GovernmentOrganization", "name": edition.partnership, "areaServed": place });
    let mut document = json!({
        "@type": "DigitalDocument",
        "name": edition.title.quote,
        "version": edition.update.quote,
        "creativeWorkStatus": if edition.draft { "Draft" } else { "Published" },
        "temporalCoverage": format!("{from}/{to}"),
        "inLanguage": "en-GB",
        "author": partnership,
        "spatialCoverage": place,
    });
    if let Some(page) = plan.link(edition.page).offered() {
        document["url"] = json!(page);
    }
    json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": edition.heading,
        "description": description(plan),
        "inLanguage": "en-GB",
        "mainEntity": document,
        "about": plan.priorities.iter().map(|it| json!({ "@type": "Thing", "name": it.short })).collect::<Vec<_>>(),
    })
}
