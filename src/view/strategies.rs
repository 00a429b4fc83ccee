//! The view "Related strategies": each with how the plan uses it and how sure its address is.

use super::el::{Content, Each, El, el};
use super::heading::{part_title, view};
use super::link::external;
use super::origin::{cite, entry_origin};
use super::words::{marked, quotation};
use crate::plan::{EntryId, StrategyUse};
use crate::query::View;
use crate::query::wording::standing_sentence;
use crate::state::Explorer;

/// The view "Related strategies".
pub(super) fn strategies(explorer: Explorer) -> El {
    view(
        explorer,
        View::Strategies,
        "Other documents that the plan rests on or links to. We link only to addresses that were checked.",
    )
    .with(part(
        explorer,
        StrategyUse::Source,
        "cp-sources",
        "Where the priorities come from",
        "The plan says that its priorities were found from these documents.",
    ))
    .with(part(
        explorer,
        StrategyUse::Linked,
        "cp-linked",
        "Linked strategies",
        "The plan lists these as linked to it.",
    ))
}

fn part(
    explorer: Explorer,
    used_as: StrategyUse,
    id: &'static str,
    title: &'static str,
    lead: &'static str,
) -> impl Content {
    let plan = explorer.plan;
    let rows = Each(
        plan.entry_ids()
            .filter(|id| plan.entry(*id).strategy.as_ref().is_some_and(|it| it.used_as == used_as))
            .map(|id| row(explorer, id)),
    );
    (
        part_title(explorer, id, title),
        el("p").with(lead),
        el("ul").class("cp-list__cards cp-list__cards--wide").with(rows),
    )
}

fn row(explorer: Explorer, id: EntryId) -> El {
    let entry = explorer.plan.entry(id);
    el("li")
        .class("cp-card cp-card--strategy")
        .id(["cp-strategy-", entry.id.as_str()].concat())
        .with(details(explorer, id))
        .with(entry.source().map(|it| quotation(explorer, &it.quote, cite(explorer, it.section))))
        .with(entry_origin(explorer, entry))
}

/// The name of a strategy, its address with standing, and why it is shown where it is.
pub(super) fn details(explorer: Explorer, id: EntryId) -> Option<(El, El, Option<El>)> {
    let plan = explorer.plan;
    let strategy = plan.entry(id).strategy.as_ref()?;
    let link = plan.link(strategy.link);
    let name = marked(explorer, &strategy.name);
    let name = match link.offered() {
        Some(url) => external(url, name),
        None => el("b").with(name),
    };
    let standing = link.offered().is_none().then(|| (standing_sentence(link.standing), " "));
    Some((
        el("p").class("cp-strategy__name").with(name),
        el("p").class("cp-strategy__standing").with((standing, link.about.as_deref())),
        strategy.related.as_deref().map(|it| el("p").class("cp-quiet").with(it)),
    ))
}
