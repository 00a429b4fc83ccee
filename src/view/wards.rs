//! The view "Map and wards": choosing a ward on the map or in the list, and what is known of it.

use super::compare::compare;
use super::el::{El, Node, all, button, el, follow};
use super::facet::tick;
use super::heading::{heading, view};
use super::leaflet::leaflet_only;
use super::official::source;
use super::part::{Part, part};
use super::ward::ward;
use super::ward_map::{map, number};
use crate::chart::listed;
use crate::chart::map;
use crate::plan::WardId;
use crate::query::{Choice, View};
use crate::state::{Explorer, Finder};

/// The view.
pub(super) fn wards(explorer: Explorer) -> El {
    view(
        explorer,
        View::Wards,
        "What the plan says where you live, and what official sources publish about it. The two are kept apart.",
    )
    .with(leaflet_only(explorer, || {
        el("p").with("This part is shown once the program of this page is running. What the plan says of your ward stands above: choose it under “Your ward”.")
    }))
    .with(part(explorer, Part::Wards))
}

/// What the second module puts into it.
pub(super) fn content(explorer: Explorer, finder: Finder) -> El {
    let about = follow(move || {
        let chosen: Vec<WardId> = explorer.with_wards(|wards| wards.iter().copied().collect());
        match chosen.as_slice() {
            [] => el("p").class("cp-wards__none").with("No ward is chosen yet.").node(),
            [one] => ward(explorer, finder, *one).node(),
            several => compare(explorer, finder, several).node(),
        }
    });
    el("div").class("cp-wards").with((choice(explorer, finder), about))
}

/// The map, and the list that is its equal.
fn choice(explorer: Explorer, finder: Finder) -> El {
    let drawing = finder.area().and_then(|area| Some((area, map::of(explorer.plan, &area.boundaries)?)));
    // Numbers stand on the map where names do not fit.
    let numbered = drawing.as_ref().is_some_and(|(_, sheet)| sheet.shapes.iter().any(|it| it.fit != map::Fit::Always));
    let always = drawing.as_ref().is_some_and(|(_, sheet)| sheet.shapes.iter().any(|it| it.fit == map::Fit::Never));
    let drawing = drawing.map(|(area, sheet)| {
        let origin = area.boundaries.origin;
        let hint = "Press a ward to see it. With the keyboard: arrow keys go to the ward on that side, Enter shows it, the space bar adds it.";
        el("div").class("cp-wards__map").with((
            map(explorer, sheet),
            el("p").class("cp-quiet").id("cp-map-hint").with(hint),
            source(area, origin, &area.origin(origin).period),
        ))
    });
    let number_class = if always { "cp-wards__number" } else { "cp-wards__number cp-wards__number--narrow" };
    let row = |ward: WardId| {
        let name = explorer.plan.ward(ward).name.as_str();
        let number = numbered.then(|| el("span").class(number_class).set("aria-hidden", "true").with(number(ward)));
        el("label").class("cp-check").with((
            tick(explorer, Choice::Ward(ward)),
            el("span").class("cp-check__name").with(name),
            number,
        ))
    };
    let rows: Vec<El> = explorer.plan.ward_ids().map(row).collect();
    let list = el("fieldset").class("cp-wards__list").with((
        el("legend").with("Wards: tick one, or several to compare"),
        el("div").class("cp-wards__rows").with(rows),
        chosen(explorer),
    ));
    el("div").class("cp-wards__choice").with((drawing, list))
}

/// What is chosen, and the way down to it.
fn chosen(explorer: Explorer) -> Node {
    follow(move || {
        let names: Vec<&'static str> =
            explorer.with_wards(|wards| wards.iter().map(|it| explorer.plan.ward(*it).name.as_str()).collect());
        all((!names.is_empty()).then(|| {
            let words = [if names.len() == 1 { "Read about " } else { "Compare " }, &listed(&names)].concat();
            button("cp-button cp-button--main", move |_| explorer.focus("ward-title")).with(words)
        }))
    })
}

/// The heading of what is said of wards.
pub(super) fn title(explorer: Explorer, words: String) -> El {
    heading(explorer.heading(2), "cp-ward__title", "cp-ward-title", words)
}
