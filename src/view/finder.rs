//! Finding a ward by postcode, by name or by where the device is.
//!
//! The form belongs to the first module and stands complete. The second fills the answer's place when the visitor turns to the
//! form (`data-asks`), and is then asked: `public/parts.js` sees to both.

use super::el::{El, Node, all, button, el, follow, keyed, text};
use super::glyph::beware;
use super::link::{link, link_to};
use super::part::{Part, is_open, part};
use crate::plan::WardId;
use crate::query::place::Said;
use crate::query::{Query, View};
use crate::state::{Explorer, Finder};
use leptos::prelude::*;

/// The form.
pub(super) fn finder(explorer: Explorer) -> El {
    let field = el("input")
        .set("type", "text")
        .id("cp-place")
        .set("autocomplete", "postal-code")
        .set("maxlength", "60")
        .set("aria-describedby", SAID);
    let find = el("button").set("type", "submit").class("cp-button cp-button--main").with("Find");
    let here =
        el("button").set("type", "button").class("cp-button cp-button--quiet cp-finder__here").set("data-here", "");
    el("form")
        .class("cp-search cp-finder")
        .set("data-asks", "")
        .needs_app(explorer)
        // Sent nowhere: the answer is made on the device.
        .on_submit(|| {})
        .with(el("label").class("cp-field").set("for", "cp-place").with(el("span").with("Postcode or ward")))
        .with(el("div").class("cp-search__row").with((field, find)))
        .with(
            part(explorer, Part::Finder)
                .set("data-wait", "")
                .with(is_open(explorer).then(|| el("p").class("cp-part__line").id(SAID).with(HINT))),
        )
        .with(here.with("Use my location"))
}

/// What describes the field: the hint, then the answer.
const SAID: &str = "cp-place-said";
const HINT: &str = "Looked up on your device. Nothing is sent.";

/// What stands in the answer's place.
pub(super) fn answer(explorer: Explorer, finder: Finder) -> El {
    let plan = explorer.plan;
    // Only what is said: choosing one of the wards on offer says nothing new, and must not be heard again.
    let told = Memo::new(move |_| {
        let said = Said { ward: None, others: Vec::new(), ..finder.answer() };
        (finder.is_waiting(), said)
    });
    let said = move || {
        let (waiting, said) = told.get();
        if waiting {
            let words = "Waiting for your device. Your browser may ask you whether this page may know where you are.";
            return el("p").with(words).node();
        }
        if said.text.is_empty() {
            return all(None::<El>);
        }
        let text = el("span").with(said.text);
        let text = if said.again { all((beware(), " ", text)) } else { text.node() };
        let note = (!said.note.is_empty()).then(|| el("p").class("cp-finder__note").with(said.note));
        all((el("p").class("cp-finder__said").with(text), note))
    };
    // What stays in the list stays on the page, and keeps the keyboard.
    let any = Memo::new(move |_| !finder.answer().others.is_empty());
    let others = move || {
        keyed(
            move || finder.answer().others.iter().map(|it| it.0).collect(),
            move |key| {
                let ward = WardId(key);
                let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
                let choose = button("cp-button", move |_| finder.choose(ward))
                    .follow("aria-pressed", move || Some(if chosen() { "true" } else { "false" }.into()));
                el("li").with(choose.with(plan.ward(ward).name.as_str())).node()
            },
        )
    };
    let onward = move || {
        let ward = finder.answer().ward;
        all(ward.map(|ward| {
            el("div").class("cp-finder__onward").with((ways(explorer, ward), memory(explorer, finder, ward)))
        }))
    };
    let nothing_asked = move || finder.answer().text.is_empty() && !finder.is_waiting();
    el("div")
        .class("cp-finder__answer")
        .with(el("div").id(SAID).set("role", "status").with(follow(said)))
        .with(follow(move || all(any.get().then(|| el("ul").class("cp-finder__others").with(others())))))
        .with(follow(onward))
        .with(offer(explorer, finder, nothing_asked))
        .with(follow(move || {
            let idle = nothing_asked() && finder.kept().is_none();
            all(idle.then(|| el("p").class("cp-part__line").with(HINT)))
        }))
}

/// The ways on from a ward that was found.
fn ways(explorer: Explorer, ward: WardId) -> El {
    let name = explorer.plan.ward(ward).name.as_str();
    let in_ward = move |view: View| move |_: Query| Query { wards: [ward].into(), view, ..Query::default() };
    let results = explorer.count(&in_ward(View::Explore)(Query::default()));
    let results = ["What applies in ", name, " (", &results.to_string(), ")"].concat();
    el("ul").class("cp-plain-list").with((
        el("li").with(link(explorer, "cp-onward", in_ward(View::Explore), results)),
        el("li").with(page_link(explorer, ward).with(["Map, people and homes, recorded crime in ", name].concat())),
    ))
}

/// A link to the page of a ward.
pub(super) fn page_link(explorer: Explorer, ward: WardId) -> El {
    let edit = move |query| Query { wards: [ward].into(), view: View::Wards, ..query };
    link_to(explorer, "cp-onward", edit, move |_| explorer.show_wards([ward]))
}

/// The ward that the device remembers, offered while nothing else is asked.
fn offer(explorer: Explorer, finder: Finder, nothing_asked: impl Fn() -> bool + Send + Sync + 'static) -> Node {
    // The button goes with the offer: the keyboard goes back to the field.
    let let_go = move |_| {
        finder.let_go();
        explorer.focus("place");
    };
    follow(move || {
        let kept = finder.kept().filter(|_| nothing_asked());
        all(kept.map(|ward| {
            let name = explorer.plan.ward(ward).name.as_str();
            el("div").class("cp-finder__offer").with((
                el("span").with(["Remembered: ", name, "."].concat()),
                button("cp-button cp-button--quiet", move |_| explorer.set_ward(Some(ward)))
                    .with(["Show ", name].concat()),
                button("cp-button cp-button--quiet", let_go).with("Forget"),
            ))
        }))
    })
}

/// What the device remembers of a ward, and what remembering does.
pub(super) fn memory(explorer: Explorer, finder: Finder, ward: WardId) -> El {
    let name = explorer.plan.ward(ward).name.as_str();
    let kept = move || finder.kept() == Some(ward);
    let words = text(move || {
        if kept() {
            return ["This device remembers ", name, " as your ward, until you press Forget."].concat();
        }
        [
            "Keeps the ward’s code in this browser, on this device alone, and offers ",
            name,
            " at your next visit. Whoever uses this browser can see it.",
        ]
        .concat()
    });
    let trouble = text(move || {
        let words = "This browser does not let the page keep or forget anything, so all stays as it is.";
        if finder.was_refused() { words.to_owned() } else { String::new() }
    });
    let trouble = el("p").set("role", "status").with(trouble);
    // One button, which keeps the keyboard.
    let press = move |_| if untrack(kept) { finder.let_go() } else { finder.remember(ward) };
    let says = text(move || if kept() { "Forget" } else { "Remember my ward" }.to_owned());
    el("div").class("cp-memory").with((
        button("cp-button", press).with(says),
        el("p").class("cp-memory__words").with(words),
        trouble,
    ))
}
