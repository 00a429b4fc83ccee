//! The first things a resident can do: say where they live, or search.

use super::el::{El, el};
use super::heading::heading;
use super::leaflet::{FORM, leaflet_only};
use crate::state::Explorer;

/// What the ward choice holds while several wards are chosen.
const SEVERAL: &str = "several";

/// The title, the ward choice and the search.
pub(super) fn hero(explorer: Explorer) -> El {
    let title = explorer.plan.edition.heading.as_str();
    el("div")
        .class("cp-hero")
        .set("part", "top")
        .with(heading(explorer.heading(0), "cp-hero__title", "cp-title", title))
        .with(el("p").class("cp-hero__lead").with("What was promised, what was done, and how it is going."))
        .with(el("div").class("cp-hero__tools").with((
            super::finder::finder(explorer),
            ward_choice(explorer),
            search(explorer),
            leaflet_only(explorer, no_search),
        )))
}

fn ward_choice(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let chosen = move || {
        explorer.with_wards(|wards| match (wards.len(), wards.first()) {
            (1, Some(one)) => plan.ward(*one).id.as_str(),
            (0, _) => "",
            _ => SEVERAL,
        })
    };
    let option =
        move |value: &'static str| el("option").set("value", value).flag_when("selected", move || chosen() == value);
    let wards: Vec<El> = plan.wards.iter().map(|ward| option(ward.id.as_str()).with(ward.name.as_str())).collect();
    let select = el("select")
        .id("cp-ward")
        .on_leaflet(explorer, |it| it.set("name", "ward").set("form", FORM))
        .value(move || chosen().to_owned())
        .on_change(move |value| {
            if value != SEVERAL {
                explorer.set_ward(plan.find_ward(&value));
            }
        })
        .with(option("").with(("All of ", plan.edition.place.as_str())))
        .with(wards)
        .with(option(SEVERAL).hidden_when(move || chosen() != SEVERAL).with("Several wards"));
    // Beside its label, not inside: WebKit would add what is chosen to the name.
    el("div").class("cp-field").with((el("label").set("for", "cp-ward").with("Your ward"), select))
}

/// What stands in the place of the search where no app comes.
fn no_search() -> El {
    el("p").class("cp-no-app").with(
        "This page does without its search and its counts here, because the program for them is not running. The whole plan \
         is on this page: “Find” in your browser’s menu searches it.",
    )
}

fn search(explorer: Explorer) -> El {
    let field = el("input")
        .set("type", "search")
        .id("cp-search")
        .set("autocomplete", "off")
        .set("maxlength", "100")
        .value(move || explorer.with_query(|query| query.words.clone()))
        .on_input(move |value| explorer.search(&value));
    let send = el("button").set("type", "submit").class("cp-button cp-button--main").with("Search");
    el("form")
        .class("cp-search")
        .set("role", "search")
        .needs_app(explorer)
        .on_submit(move || explorer.show_results())
        .with(el("label").class("cp-field").set("for", "cp-search").with(el("span").with("Search the plan")))
        .with(el("div").class("cp-search__row").with((field, send)))
        .with(
            el("p")
                .class("cp-search__hint")
                .hidden_when(move || !explorer.search_kept_back())
                .with("We keep these words out of the address of this page, so that they leave no trail."),
        )
}
