//! Wards side by side: figures, by name, and no order of better and worse.

use super::el::{Each, El, all, el};
use super::finder::page_link;
use super::official::{block, cautions, source, table};
use super::ward::{contacts, local, plan_says, recorded_block};
use crate::chart::listed;
use crate::chart::{people, recorded};
use crate::plan::WardId;
use crate::plan::area::Area;
use crate::state::{Explorer, Finder};

/// Several wards side by side.
pub(super) fn compare(explorer: Explorer, finder: Finder, wards: &[WardId]) -> El {
    let plan = explorer.plan;
    let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
    let pages: Vec<El> = wards
        .iter()
        .map(|it| el("li").with(page_link(explorer, *it).with(["Only ", &plan.ward(*it).name].concat())))
        .collect();
    el("div")
        .class("cp-ward")
        .with(super::wards::title(explorer, listed(&names)))
        .with(el("p").with("Side by side, in the order of their names. This is not a ranking: wards differ in ways that figures do not show."))
        .with(el("ul").class("cp-ward__pages").with(pages))
        .with(plan_says(explorer, wards))
        .with(local(explorer, wards))
        .with(finder.area().map(|area| all((people_and_homes(explorer, area, wards), deprivation(explorer, area, wards), crime(explorer, area, wards)))))
        .with(contacts(explorer))
}

fn people_and_homes(explorer: Explorer, area: &'static Area, wards: &[WardId]) -> Option<El> {
    let sheets = people::sheets(explorer.plan, area, wards);
    if sheets.is_empty() {
        return None;
    }
    let sheets =
        Each(sheets.into_iter().map(|it| {
            el("div").class("cp-official__sheet").with((table(&it.table), source(area, it.origin, &it.when)))
        }));
    Some(block(explorer, "cp-ward-people", "People and homes").with(sheets))
}

fn deprivation(explorer: Explorer, area: &'static Area, wards: &[WardId]) -> Option<El> {
    let sheet = people::deprivation_table(explorer.plan, area, wards)?;
    let origin = area.origin(sheet.origin);
    let means = origin
        .means
        .as_deref()
        .map(|it| el("p").class("cp-official__means").with((el("b").with("What a decile is. "), it)));
    Some(block(explorer, "cp-ward-deprivation", "Deprivation").with((
        table(&sheet.table),
        means,
        source(area, sheet.origin, &origin.period),
    )))
}

fn crime(explorer: Explorer, area: &'static Area, wards: &[WardId]) -> Option<El> {
    let stretch = recorded::stretch(&area.crime)?;
    let rows = recorded::table(explorer.plan, area, &stretch, wards);
    let no_rates = "Counts only: a rate stands on the page of each ward, beside what must be known about it.";
    Some(
        recorded_block(explorer, area, &stretch, wards)
            .with(el("p").with(no_rates))
            .with((table(&rows), cautions(recorded::type_notes(&area.crime))))
            .with(source(area, area.crime.origin, &stretch.period)),
    )
}
