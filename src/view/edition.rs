//! The edition, always in sight: a draft or not, for which years, and where to look for a newer one.

use super::el::{El, el};
use super::link::external;
use crate::state::Explorer;

/// The notice above everything else.
pub(super) fn edition_notice(explorer: Explorer) -> El {
    let edition = &explorer.plan.edition;
    let page = explorer.plan.link(edition.page);
    let link = match page.offered() {
        Some(url) => external(url, page.name.as_str()),
        None => el("span").with(page.name.as_str()),
    };
    let (from, to) = edition.years;
    let years =
        [" Plan for ", &from.to_string(), " to ", &to.to_string(), ", ", &edition.year.to_string(), " update. "]
            .concat();
    let status = if edition.draft { "Draft" } else { "Published" };
    el("div").class("cp-edition").set("role", "note").set("aria-label", "About this edition").with(
        el("p").with((el("strong").class("cp-tag cp-tag--note").with(status), years)).with((
            edition.standing.as_str(),
            " ",
            link,
            ".",
        )),
    )
}
