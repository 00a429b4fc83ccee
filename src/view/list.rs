//! The entries of one kind under one priority.
//!
//! A plan's own lists are short: all their cards stand on the page, and a filter only hides and shows them, so that nothing
//! open, focused or scrolled to is lost. A list too long for that shows its first results and offers more.

use super::card::card;
use super::el::{El, button, el, keyed, text};
use super::figure::figure;
use super::glyph::kind_glyph;
use super::group::belongs;
use super::heading::heading;
use crate::plan::{Coverage, EntryId, Kind, PriorityId, WardId};
use crate::query::Set;
use crate::query::wording::kind_heading;
use crate::state::Explorer;
use leptos::prelude::*;

/// The longest list whose cards all stand on the page: four times that of a plan as it is, and what a cheap phone lays out in time.
const AT_ONCE: usize = 40;
/// How many cards a longer list shows at first: one change of a filter may bring all of them back in every list.
const FIRST: usize = 10;
/// How many more at a press.
const MORE: usize = 40;

/// A list with its heading and count; hidden while the choices leave nothing of it.
pub(super) fn list(explorer: Explorer, priority: Option<PriorityId>, kind: Kind, place: &'static str) -> Option<El> {
    let plan = explorer.plan;
    let of_kind = move || -> Vec<EntryId> {
        plan.entry_ids().filter(|id| plan.entry(*id).kind == kind && belongs(plan, *id, priority)).collect()
    };
    let members = of_kind();
    if members.is_empty() {
        return None;
    }
    let id = ["cp-", place, "-", kind.slug()].concat();
    let class = match kind {
        Kind::Promised => "cp-list cp-list--promised",
        Kind::Done => "cp-list cp-list--done",
        Kind::Direction => "cp-list cp-list--direction",
        Kind::Strategy => "cp-list cp-list--strategy",
        Kind::Local => "cp-list cp-list--local",
    };
    let left = move || {
        explorer.with(|now| now.groups.iter().find(|it| it.priority == priority).map_or(0, |it| it.list(kind).len()))
    };
    let short = members.len() <= AT_ONCE;
    let shown = RwSignal::new(FIRST);
    let order = move || {
        if short { own_first(explorer, &members) } else { first_results(explorer, priority, kind, shown.get()) }
    };
    let cards = keyed(order, move |key| {
        let id = EntryId(key);
        figure(explorer, id, place).unwrap_or_else(|| card(explorer, id, place))
    });
    let title = (
        el("span").class("cp-list__tag").with((kind_glyph(kind), kind_heading(kind))),
        el("span").class("cp-list__count").with((
            " ",
            text(move || left().to_string()),
            el("span").class("cp-visually-hidden").with(" results"),
        )),
    );
    let more = (!short).then(|| {
        let more = move || left().saturating_sub(shown.get());
        button("cp-button", move |_| shown.update(|it| *it += MORE)).hidden_when(move || more() == 0).with((
            "Show more (",
            text(move || more().to_string()),
            " left)",
        ))
    });
    let section = el("section")
        .class(class)
        .hidden_when(move || left() == 0)
        // With the priority's name: seven lists have the same heading.
        .named_by(explorer, &["cp-group-", place, " ", &id].concat())
        .marks_of_list(explorer, of_kind)
        .with(heading(explorer.heading(3), "cp-list__title", id, title))
        .with(el("ul").class("cp-list__cards").with(cards))
        .with(more);
    Some(section)
}

/// All members, those of the chosen wards first.
fn own_first(explorer: Explorer, members: &[EntryId]) -> Vec<u16> {
    let is_own = |id: EntryId, wards: &Set<WardId>| matches!(&explorer.plan.entry(id).coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it)));
    explorer.with_wards(|wards| {
        let own = members.iter().filter(|id| is_own(**id, wards));
        let others = members.iter().filter(|id| !is_own(**id, wards));
        own.chain(others).map(|id| id.0).collect()
    })
}

/// The first so many of what the choices leave.
fn first_results(explorer: Explorer, priority: Option<PriorityId>, kind: Kind, many: usize) -> Vec<u16> {
    explorer.with(|now| {
        let group = now.groups.iter().find(|it| it.priority == priority);
        group.map_or_else(Vec::new, |it| it.list(kind).iter().take(many).map(|id| id.0).collect())
    })
}
