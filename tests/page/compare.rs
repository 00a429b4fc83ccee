//! What the page says, beside what the leaflet says: nothing may be lost. This goes when the leaflet goes.

use crate::dom::{all, every, name, read, text, without};
use crate::editions;
use plan_explorer::site;
use scraper::Html;
use std::collections::BTreeSet;

/// Charts are compared by tests of their own.
const CHARTS: (&str, &str) = (
    "[data-part$=travel], [data-part$=after], [data-part^=actions], [data-part^=achievements], [data-part^=what], [data-part=money]",
    "charts",
);

/// What stands on one of the two alone, and why.
const OF_LEAFLET: &[(&str, &str)] = &[CHARTS, (".cp-bar > :last-child", BAR)];
const OF_PAGE: &[(&str, &str)] = &[
    CHARTS,
    (".cp-bar > :last-child", BAR),
    ("[data-section=embed]", "the app has it, and the program shows it"),
    ("[data-text=filtered]", "the app has it, and the program shows it while something is chosen"),
    ("[data-place]", "places that the program fills"),
    ("caption [data-app]", "the app has it"),
    ("#cp-websites + [data-app]", "the app has it"),
];
const BAR: &str = "it says “results” where the leaflet had the word for screen readers alone";

fn pairs() -> Vec<(Html, Html)> {
    let both = |it: &crate::Edition| (read(&site::leaflet::leaflet(it.plan, it.engine)), it.page());
    editions().iter().map(both).collect()
}

#[test]
fn it_says_what_the_leaflet_says() {
    for (leaflet, page) in pairs() {
        // Spaces between blocks are no matter.
        let letters = |page: Html, but: &[(&str, &str)]| -> Vec<char> {
            let page = without(page, but);
            text(page.root_element()).chars().filter(|it| *it != ' ').collect()
        };
        let (before, now) = (letters(leaflet, OF_LEAFLET), letters(page, OF_PAGE));
        let differs = before.iter().zip(&now).position(|(a, b)| a != b).unwrap_or(before.len().min(now.len()));
        let around = |letters: &[char]| {
            letters[differs.saturating_sub(60)..(differs + 60).min(letters.len())].iter().collect::<String>()
        };
        assert!(before == now, "letter {differs}:\n{}\n{}", around(&before), around(&now));
        println!("{} letters", now.len());
    }
}

/// The values of an attribute, as a set.
fn values(page: &Html, attribute: &str) -> BTreeSet<String> {
    every(page).into_iter().filter_map(|it| it.attr(attribute)).map(str::to_owned).collect()
}

/// Ids that the leaflet does without, because nothing on it names them.
const IDS: &[(&str, &str)] = &[
    ("cp-text-", "the program leads to passages"),
    ("cp-term-", "terms in texts lead to the glossary"),
    ("cp-view-embed", "the app has it"),
    ("cp-org-", "all organisations have one, also those to which no link leads"),
];

#[test]
fn it_has_the_places_of_the_leaflet() {
    for (leaflet, page) in pairs() {
        let charts = |it: &String| !it.starts_with("cp-chart-");
        let (before, now) = (values(&leaflet, "id"), values(&page, "id"));
        let lost: Vec<_> = before.difference(&now).filter(|it| charts(it)).collect();
        assert!(lost.is_empty(), "ids are lost: {lost:?}");
        // Every heading can be led to.
        let headings: BTreeSet<&str> =
            all(&page, "[id][tabindex=\"-1\"]").iter().filter_map(|it| it.attr("id")).collect();
        let new = now.difference(&before).filter(|it| !headings.contains(it.as_str()));
        let new: Vec<_> = new.filter(|it| !IDS.iter().any(|(begin, _)| it.starts_with(begin))).collect();
        assert!(new.is_empty(), "ids are new: {new:?}");

        let here = |page: &Html| -> BTreeSet<String> {
            values(page, "href").into_iter().filter(|it| it.starts_with('#')).collect()
        };
        let (before, now) = (here(&leaflet), here(&page));
        let lost: Vec<_> = before.difference(&now).collect();
        assert!(lost.is_empty(), "links are lost: {lost:?}");
        let new = now.difference(&before).filter(|it| !it.starts_with("#cp-term-"));
        assert_eq!(new.collect::<Vec<_>>(), ["#cp-view-embed"], "links are new");
    }
}

#[test]
fn it_has_the_controls_of_the_leaflet() {
    for (leaflet, page) in pairs() {
        let controls = |page: &Html| -> Vec<String> {
            let get = |it: scraper::ElementRef<'_>| {
                ["name", "value", "form", "type"].map(|name| it.attr(name).unwrap_or("-").to_owned()).join(" ")
            };
            all(page, "input, select, option, button:not([data-do])").into_iter().map(get).collect()
        };
        assert_eq!(controls(&leaflet), controls(&page));
        let checked =
            |page: &Html| all(page, "[checked], [selected], [open]").into_iter().map(name).collect::<Vec<_>>();
        assert_eq!(checked(&leaflet).len(), checked(&page).len());
    }
}

#[test]
fn it_has_the_marks_of_the_leaflet() {
    for (leaflet, page) in pairs() {
        let marks = |page: &Html| -> Vec<String> {
            let all = ["data-g", "data-l", "data-f", "data-w", "part", "data-part"];
            let get = |it: scraper::ElementRef<'_>| {
                all.iter().filter_map(|mark| Some(format!("{mark}={}", it.attr(mark)?))).collect::<Vec<_>>().join(" ")
            };
            every(page).into_iter().map(get).filter(|it| !it.is_empty()).collect()
        };
        let (mut before, mut now) = (marks(&leaflet), marks(&page));
        // The view is no part of its own any more: it is written with the page.
        before.retain(|it| it != "data-part=figures");
        // The app has it.
        now.retain(|it| it != "data-part=embed");
        assert_eq!(before, now);
    }
}

/// Classes by which the stylesheet, the program and the hosts know what stands on the page.
#[test]
fn it_has_the_classes_of_the_leaflet() {
    for (leaflet, page) in pairs() {
        let classes = |page: &Html| -> BTreeSet<String> {
            let all = values(page, "class");
            all.iter()
                .flat_map(|it| it.split(' '))
                .map(str::to_owned)
                .filter(|it| !it.starts_with("cp-chart"))
                .collect()
        };
        let (before, now) = (classes(&leaflet), classes(&page));
        // Of charts.
        let lost: Vec<_> =
            before.difference(&now).filter(|it| *it != "cp-table__none" && *it != "cp-table__words").collect();
        assert!(lost.is_empty(), "classes are lost: {lost:?}");
        let known = [
            ("cp-app-link", "links of use with the program alone"),
            ("cp-sort", "the app has it"),
            ("cp-dropped", "the program fills it"),
            ("cp-chosen__list", "the program fills it"),
            ("cp-list__number", "the program changes it"),
        ];
        let new: Vec<_> = now.difference(&before).filter(|it| !known.iter().any(|(name, _)| it == name)).collect();
        assert!(new.is_empty(), "classes are new: {new:?}");
    }
}
