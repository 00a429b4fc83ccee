//! The ways to print; and, on paper only, the address of the page, with a code that leads there.

use super::el::{El, all, button, el, follow, svg, text};
use crate::chart::code::{Code, EDGE, code};
use crate::query::Query;
use crate::state::Explorer;

/// The buttons, and what stands on paper.
pub(super) fn paper(explorer: Explorer) -> El {
    let is_one = move || explorer.with_query(is_for_a_booklet);
    el("div").class("cp-paper").with((
        el("p").class("cp-paper__ways").with((
            button("cp-button cp-button--quiet", move |_| explorer.print(false)).with("Print what is on screen"),
            button("cp-button cp-button--quiet cp-paper__booklet", move |_| explorer.print(true))
                .hidden_when(move || !is_one())
                .with("Print it as a booklet (A5)"),
        )),
        el("p")
            .class("cp-quiet cp-paper__booklet")
            .hidden_when(move || !is_one())
            .with("For a booklet, choose two pages on a sheet in what your browser asks next, and fold the sheets."),
        follow(move || all(explorer.here().map(back))),
    ))
}

/// A booklet is about one thing: a priority or a ward.
fn is_for_a_booklet(query: &Query) -> bool {
    query.priorities.len() == 1 || query.wards.len() == 1
}

/// The way from paper back to the page.
fn back(address: String) -> El {
    let drawn = code(&address).map(draw);
    el("div").class("cp-paper__back").with((drawn, el("p").with(("This page online: ", text(move || address.clone())))))
}

fn draw(code: Code) -> El {
    let side = (code.size + 2 * EDGE).to_string();
    let edge = (-EDGE).to_string();
    svg("svg")
        .class("cp-paper__code")
        .set("viewBox", [&edge, " ", &edge, " ", &side, " ", &side].concat())
        .set("role", "img")
        .set("aria-label", "A QR code of the address beside it")
        .with(svg("path").set("d", code.path))
}
