//! What the page says of itself to search engines, networks and whoever cites it.

use crate::plan::Plan;
use crate::query::link::escaped;
use serde_json::{Value, json};

/// The title of the page.
#[must_use]
pub fn title(plan: &Plan) -> String {
    let edition = &plan.edition;
    if edition.heading.contains(&edition.place) {
        return edition.heading.clone();
    }
    format!("{}: {}", edition.place, edition.heading)
}

/// The edition in a few words.
#[must_use]
pub fn edition_in_words(plan: &Plan) -> String {
    let edition = &plan.edition;
    let (from, to) = edition.years;
    let draft = if edition.draft { "draft plan" } else { "plan" };
    format!("{draft} for {from} to {to}, {} update", edition.year)
}

/// A sentence on what the page is.
#[must_use]
pub fn description(plan: &Plan) -> String {
    let edition = &plan.edition;
    let (from, to) = edition.years;
    format!(
        "What was promised, what was done, and how it is going: the {} community safety plan for {from} to {to} ({} update), \
         every statement with the plan’s own words.",
        edition.place, edition.year
    )
}

/// What the head of the standalone page says of it, beside the title.
#[must_use]
pub fn html(plan: &Plan) -> String {
    let title = escaped(&title(plan));
    let description = escaped(&description(plan));
    [
        format!("<meta name=\"description\" content=\"{description}\">"),
        format!("<meta property=\"og:title\" content=\"{title}\">"),
        format!("<meta property=\"og:description\" content=\"{description}\">"),
        "<meta property=\"og:type\" content=\"website\"><meta property=\"og:locale\" content=\"en_GB\">".to_owned(),
        script_of_data("type=\"application/ld+json\"", &about(plan).to_string()),
    ]
    .concat()
}

/// JSON in a page, in a script that browsers do not run.
#[must_use]
pub fn script_of_data(attributes: &str, json: &str) -> String {
    // `<` would end it early; in JSON it stands inside texts alone.
    format!("<script {attributes}>{}</script>", json.replace('<', "\\u003c"))
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
