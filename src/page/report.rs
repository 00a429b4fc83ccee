//! "Report a problem": an e-mail that is prepared with what it is about and nothing about the reader, or a form of the council's own.

use super::context::context;
use super::link::External;
use super::quote::{cite, name_of};
use super::wording::full_title;
use crate::plan::{Plan, Source};
use crate::query::link::percent_encoded;
use crate::query::{Facts, Query, is_private};
use leptos::prelude::*;

/// The link for the page as a whole; nothing where the edition names no place for reports.
#[component]
pub fn ReportPage() -> impl IntoView {
    let report = context().plan.edition.report.as_deref();
    report.map(|report| view! { <p><ReportLink report about="" name="Report a problem with this page" of=""/></p> })
}

/// The link for one statement.
#[component]
pub fn ReportStatement(id: &'static str, source: &'static Source) -> impl IntoView {
    let page = context();
    page.plan.edition.report.as_deref().map(|report| {
        let about = about(page.facts, id, source);
        let of = format!(": {}", name_of(source));
        view! { <p><ReportLink report about name="Report a problem with this statement" of/></p> }
    })
}

/// A link to an e-mail that says what it is about, or to the form. What only listeners hear tells one from another.
#[component]
fn ReportLink(
    report: &'static str,
    #[prop(into)] about: String,
    name: &'static str,
    #[prop(into)] of: String,
) -> impl IntoView {
    let words = view! { {name} <span class="cp-visually-hidden">{of}</span> };
    if report.starts_with("mailto:") {
        let mail = mail(context().plan, report, &about);
        return view! { <a class="cp-quiet-link" href=mail>{words}</a> }.into_any();
    }
    view! { <External url=report>{words}</External> }.into_any()
}

/// Which statement it is. Words on a sensitive subject stay out of what a mail program keeps.
fn about(facts: &Facts, id: &str, source: &Source) -> String {
    let searched = Query { words: source.quote.clone(), ..Query::default() };
    let words = if is_private(facts, &searched) { String::new() } else { format!("\nWords: “{}”", source.quote) };
    format!("Section: {}\nStatement: {id}{words}\n", cite(source.section))
}

/// The e-mail: to whom, and what stands in it.
fn mail(plan: &Plan, to: &str, about: &str) -> String {
    let edition = &plan.edition;
    let subject = format!("Problem with the page: {}", edition.heading);
    let body = format!("Edition: {} ({})\n{about}\nWhat is wrong:\n", full_title(plan), edition.id);
    // Line breaks in a mail are of two signs (RFC 6068).
    let body = body.replace('\n', "\r\n");
    [to, "?subject=", &percent_encoded(&subject), "&body=", &percent_encoded(&body)].concat()
}
