//! One entry: our plain line, the plan's words, who is named, and the way to where it comes from.

use super::el::{Each, El, Node, el};
use super::origin::{cite, entry_origin};
use super::words::{explained, marked, ours, quotation};
use crate::chart::{amount, listed};
use crate::plan::{Amount, Coverage, EntryId, Kind, Origin, PartnerId, Role};
use crate::query::wording::role_word;
use crate::state::Explorer;

/// The card of an entry that the current choices may hide.
pub(super) fn card(explorer: Explorer, id: EntryId, place: &str) -> Node {
    let entry = explorer.plan.entry(id);
    let class = match entry.kind {
        Kind::Promised => "cp-card cp-card--promised",
        Kind::Done => "cp-card cp-card--done",
        Kind::Direction => "cp-card cp-card--direction",
        Kind::Strategy => "cp-card cp-card--strategy",
        Kind::Local => "cp-card cp-card--local",
    };
    let card = el("li")
        .class(class)
        .id(["cp-", place, "-", entry.id.as_str()].concat())
        .hidden_when(move || !explorer.leaves(id))
        .marks_of_entry(explorer, id)
        .with(entry.plain.as_deref().map(|plain| ours(explorer, plain)))
        .with(super::strategies::details(explorer, id));
    let card = match &entry.origin {
        Origin::Plan(source) => card.with(quotation(explorer, &source.quote, cite(explorer, source.section))),
        Origin::Elsewhere(local) => card
            .with(el("p").class("cp-card__fact").with(explained(explorer, &local.fact)))
            .with(el("p").class("cp-card__date").with((
                local.date.as_str(),
                ". Not from the plan: ",
                local.publisher.as_str(),
                ".",
            ))),
    };
    card.with(amounts(&entry.amounts))
        .with(footnotes(explorer, id))
        .with(named(explorer, id))
        .with(coverage(explorer, id))
        .with(entry_origin(explorer, entry))
        .node()
}

fn amounts(amounts: &'static [Amount]) -> Option<El> {
    (!amounts.is_empty()).then(|| {
        let rows = Each(
            amounts
                .iter()
                .map(|it| el("li").with((el("b").class("cp-amount").with(amount(it)), " ", it.what.as_str()))),
        );
        el("ul").class("cp-card__amounts").with(rows)
    })
}

fn footnotes(explorer: Explorer, id: EntryId) -> Vec<El> {
    let plan = explorer.plan;
    plan.entry(id).footnotes.iter().map(|it| footnote(explorer, &plan.footnote(*it).source.quote)).collect()
}

/// A footnote of the plan.
pub(super) fn footnote(explorer: Explorer, quote: &'static str) -> El {
    el("p").class("cp-card__footnote").with(("The plan’s footnote: “", marked(explorer, quote), "”"))
}

/// Who is named, but for the lead partners, who stand above.
fn named(explorer: Explorer, id: EntryId) -> Option<El> {
    let parts = explorer.plan.entry(id).partners.iter().filter(|part| part.role != Role::Lead);
    let rows: Vec<El> = parts
        .map(|part| {
            let role = match part.role {
                Role::Named => None,
                role => Some([" (", &role_word(role).to_ascii_lowercase(), ")"].concat()),
            };
            el("li").with((partner_link(explorer, part.partner), role))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("div").class("cp-card__named").with(el("span").with("Named: ")).with(el("ul").class("cp-inline").with(rows))
    })
}

/// A partner's name, which shows what the partner is named in.
pub(super) fn partner_link(explorer: Explorer, id: PartnerId) -> El {
    super::link::link(
        explorer,
        "cp-quiet-link",
        move |mut query| {
            query.view = crate::query::View::Explore;
            query.partners = [id].into();
            query
        },
        marked(explorer, &explorer.plan.partner(id).name),
    )
}

fn coverage(explorer: Explorer, id: EntryId) -> Option<El> {
    let plan = explorer.plan;
    let words = match &plan.entry(id).coverage {
        Coverage::Area => return None,
        Coverage::County => ["Applies across ", &plan.edition.county].concat(),
        Coverage::Wards(wards) => {
            let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
            [if names.len() == 1 { "Ward: " } else { "Wards: " }, &listed(&names)].concat()
        }
    };
    Some(el("p").class("cp-card__place").with(words))
}
