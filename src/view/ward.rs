//! The page of one ward: what the plan says, what is known of places there, and what official sources publish.

use super::el::{Content, Each, El, el};
use super::finder::{memory, page_link};
use super::glyph::beware;
use super::group::{added, contact};
use super::heading::heading;
use super::link::{link, link_to};
use super::official::{block, cautions, chart, source, table};
use super::origin::from_elsewhere;
use super::place;
use crate::chart::{self, people, recorded};
use crate::plan::area::Area;
use crate::plan::{Coverage, Entry, Kind, Local, Origin, WardId};
use crate::query::{Query, View};
use crate::state::{Explorer, Finder};

/// The page.
pub(super) fn ward(explorer: Explorer, finder: Finder, ward: WardId) -> El {
    let name = explorer.plan.ward(ward).name.as_str();
    let title = [name, " ward"].concat();
    el("div")
        .class("cp-ward")
        .with((super::wards::title(explorer, title), memory(explorer, finder, ward)))
        .with((plan_says(explorer, &[ward]), local(explorer, &[ward])))
        .with(finder.area().map(|area| official(explorer, area, ward)))
        .with((neighbours(explorer, ward), contacts(explorer)))
}

fn official(explorer: Explorer, area: &'static Area, ward: WardId) -> impl Content {
    (people_and_homes(explorer, area, ward), deprivation(explorer, area, ward), crime(explorer, area, ward))
}

fn part(explorer: Explorer, id: &'static str, title: &'static str) -> El {
    el("section").class("cp-ward__part").set("aria-labelledby", id).with(heading(
        explorer.heading(3),
        "cp-ward__part-title",
        id,
        title,
    ))
}

/// What the plan says applies there: said once for all, and where to read it.
pub(super) fn plan_says(explorer: Explorer, wards: &[WardId]) -> El {
    let plan = explorer.plan;
    let here: Vec<WardId> = wards.to_vec();
    let applies = |entry: &&Entry| match &entry.coverage {
        Coverage::Wards(own) => own.iter().any(|it| here.contains(it)),
        Coverage::Area | Coverage::County => true,
    };
    let count =
        |kind| plan.entries.iter().filter(|it| it.kind == kind && it.source().is_some()).filter(applies).count();
    let many = |count: usize, one: &str, more: &str| {
        [count.to_string().as_str(), " ", if count == 1 { one } else { more }].concat()
    };
    let says = [
        "The plan promises ",
        &many(count(Kind::Promised), "action", "actions"),
        " and reports ",
        &many(count(Kind::Done), "achievement", "achievements"),
        " that apply here.",
    ];
    let read = link(
        explorer,
        "cp-onward",
        move |_| Query { wards: here.iter().copied().collect(), ..Query::default() },
        "Read what the plan promises and reports",
    );
    part(explorer, "cp-ward-plan", "What the plan says")
        .with(place::answer(explorer, wards))
        .with((el("p").with(says.concat()), el("p").with(read)))
}

/// Facts that name places in these wards.
pub(super) fn local(explorer: Explorer, wards: &[WardId]) -> Option<El> {
    let of_wards =
        |it: &&'static Entry| matches!(&it.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it)));
    let facts = explorer.plan.entries.iter().filter(of_wards).filter_map(|it| match &it.origin {
        Origin::Elsewhere(local) => Some(fact(local)),
        Origin::Plan(_) => None,
    });
    let facts: Vec<El> = facts.collect();
    (!facts.is_empty()).then(|| {
        block(explorer, "cp-ward-local", "Known about places here")
            .with(el("ul").class("cp-list__cards cp-list__cards--wide").with(facts))
    })
}

fn fact(local: &'static Local) -> El {
    // That it is not from the plan stands over all of them.
    let source = from_elsewhere(local).into_iter().skip(1);
    el("li")
        .class("cp-card cp-card--local")
        .with((el("p").class("cp-card__fact").with(local.fact.as_str()), Each(source)))
}

fn people_and_homes(explorer: Explorer, area: &'static Area, ward: WardId) -> Option<El> {
    let sheets = people::sheets(explorer.plan, area, &[ward]);
    if sheets.is_empty() {
        return None;
    }
    let ages = people::by_age(explorer.plan, area, ward).map(|it| chart(explorer, chart::ages(&it)));
    let sheets =
        Each(sheets.into_iter().map(|it| {
            el("div").class("cp-official__sheet").with((table(&it.table), source(area, it.origin, &it.when)))
        }));
    Some(block(explorer, "cp-ward-people", "People and homes").with((sheets, ages)))
}

fn deprivation(explorer: Explorer, area: &'static Area, ward: WardId) -> Option<El> {
    let found = people::deprivation(explorer.plan, area, ward)?;
    let origin = area.origin(found.origin);
    let sentences = Each(found.sentences.into_iter().map(|it| el("p").with(it)));
    let means = origin
        .means
        .as_deref()
        .map(|it| el("p").class("cp-official__means").with((el("b").with("What a decile is. "), it)));
    Some(block(explorer, "cp-ward-deprivation", "Deprivation").with((
        sentences,
        means,
        source(area, found.origin, &origin.period),
    )))
}

fn crime(explorer: Explorer, area: &'static Area, ward: WardId) -> Option<El> {
    let plan = explorer.plan;
    let stretch = recorded::stretch(&area.crime)?;
    let rates = recorded::rates(plan, area, &stretch, ward).map(|it| table(&it));
    let own = cautions(recorded::own_cautions(&area.crime, ward));
    let years = Each(recorded::year_on_year(plan, area, ward).into_iter().map(|it| el("p").with(it)));
    let month_by_month = chart(explorer, chart::months(&recorded::by_month(plan, area, &stretch, ward)));
    let by_type = chart(explorer, chart::types(&recorded::by_type(plan, area, &stretch, ward)));
    Some(
        recorded_block(explorer, area, &stretch, &[])
            .with((years, month_by_month, by_type))
            .with(el("div").class("cp-official__sheet").with((own, rates)))
            .with(source(area, area.crime.origin, &stretch.period)),
    )
}

/// The head of what the police recorded: what the months are, and what must be known first.
pub(super) fn recorded_block(
    explorer: Explorer,
    area: &'static Area,
    stretch: &recorded::Stretch<'_>,
    wards: &[WardId],
) -> El {
    let spells: Vec<El> = stretch
        .spells
        .iter()
        .map(|it| {
            let note = it.note.as_deref().map(|it| el("p").with(it.to_owned()));
            let title = [&stretch.period, ": ", &it.words].concat();
            el("div").class("cp-beware").with((el("p").class("cp-beware__title").with((beware(), " ", title)), note))
        })
        .collect();
    let missing = stretch.missing.iter().cloned();
    let all = recorded::cautions(&area.crime, wards).into_iter().chain(missing).collect();
    block(explorer, "cp-ward-crime", "What police recorded here").with((spells, cautions(all)))
}

/// The wards around, to go to and to compare with.
fn neighbours(explorer: Explorer, ward: WardId) -> Option<El> {
    let plan = explorer.plan;
    let row = |other: WardId| {
        let edit = move |query| Query { wards: [ward, other].into(), view: View::Wards, ..query };
        let both = link_to(explorer, "cp-quiet-link", edit, move |_| explorer.show_wards([ward, other]));
        let name = plan.ward(other).name.as_str();
        let words = ["Compare ", &plan.ward(ward).name, " and ", name].concat();
        el("li").with((page_link(explorer, other).with(name), " · ", both.with(words)))
    };
    let rows: Vec<El> = plan.ward(ward).neighbours.iter().map(|it| row(*it)).collect();
    (!rows.is_empty()).then(|| {
        part(explorer, "cp-ward-neighbours", "Neighbouring wards").with(el("ul").class("cp-plain-list").with(rows))
    })
}

/// Whom to contact from anywhere in the area.
pub(super) fn contacts(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let rows: Vec<El> =
        plan.contacts.iter().filter(|it| it.priorities.is_empty()).map(|it| contact(plan, it)).collect();
    part(explorer, "cp-ward-contacts", "Whom to contact").with((el("ul").class("cp-plain-list").with(rows), added()))
}
