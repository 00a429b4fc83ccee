//! The view "Put this on your website": for web editors. What to paste, made from the choices on this page.

use super::el::{Content, El, el, follow, text};
use super::heading::{part_title, view};
use super::part::{Part, part};
use crate::query::View;
use crate::query::link::{Means, Wish, attributes, can_be_read, colours, snippet};
use crate::query::wording::view_name;
use crate::state::Explorer;
use leptos::prelude::*;

/// The view; what it is made of is a part of the second module.
pub(super) fn embed(explorer: Explorer) -> El {
    view(
        explorer,
        View::Embed,
        "For web editors: choose how the plan is to look on your page, and copy what to paste there.",
    )
    .with(part(explorer, Part::Embed))
}

/// The grounds on which the accent has to be read: light and dark.
const GROUNDS: [&str; 2] = ["#ffffff", "#0f171e"];
/// Our own accents.
const ACCENTS: [&str; 2] = ["#12436d", "#8cc4f3"];

/// The form, the lines to paste, and the explorer as it will be.
pub(super) fn builder(explorer: Explorer) -> El {
    let wish = RwSignal::new(Wish { folder: explorer.folder(), level: 2, ..Wish::default() });
    let begin = RwSignal::new(View::Explore);
    let query = move || {
        let mut query = explorer.query();
        query.view = begin.get();
        query
    };
    let lines = move || wish.with(|wish| snippet(explorer.plan, &query(), wish));
    let rules = move || wish.with(colours);
    el("div")
        .class("cp-embed")
        .with(el("form").class("cp-embed__form").on_submit(|| ()).with((
            el("p").with(
                "It begins with what you have chosen on this page. To change that, go to “Explore the plan”, choose there, and \
                 come back.",
            ),
            means(wish),
            places(wish, begin),
            looks(wish),
        )))
        .with(part_title(explorer, "cp-embed-lines", "What to paste"))
        .with(copied("The lines for your page", "cp-embed-text", lines))
        .with(
            el("div")
                .hidden_when(move || rules().is_empty())
                .with(copied("The rules for your stylesheet", "cp-embed-rules", rules)),
        )
        .with((
            part_title(explorer, "cp-embed-preview", "How it will look"),
            preview(explorer, wish, query),
        ))
}

fn choice(
    name: &'static str,
    words: &'static str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl FnMut() + Send + 'static,
) -> El {
    let mut choose = choose;
    let radio = el("input")
        .set("type", "radio")
        .set("name", name)
        .class("cp-check__box")
        .checked(chosen)
        .on_change(move |_| choose());
    el("label").class("cp-check").with((radio, el("span").class("cp-check__name").with(words)))
}

fn group(title: &'static str, content: impl Content) -> El {
    el("fieldset").class("cp-embed__group").with((el("legend").with(title), el("div").with(content)))
}

fn means(wish: RwSignal<Wish>) -> El {
    let is = move |means: Means| move || wish.with(|it| it.means == means);
    let set = move |means: Means| move || wish.update(|it| it.means = means);
    group(
        "How your page takes it in",
        (
            choice(
                "cp-embed-means",
                "As part of the page (needs a script; best for readers)",
                is(Means::Element),
                set(Means::Element),
            ),
            choice(
                "cp-embed-means",
                "In a frame (for systems that take scripts out)",
                is(Means::Frame),
                set(Means::Frame),
            ),
        ),
    )
}

fn places(wish: RwSignal<Wish>, begin: RwSignal<View>) -> El {
    let option = |value: String, words: String, chosen: bool| {
        el("option").set("value", value).flag("selected", chosen).with(words)
    };
    let views: Vec<El> = View::ALL
        .into_iter()
        .map(|it| option(it.slug().to_owned(), view_name(it).to_owned(), it == View::Explore))
        .collect();
    let levels: Vec<El> =
        (1..=4_u8).map(|it| option(it.to_string(), ["Level ", &it.to_string()].concat(), it == 2)).collect();
    let view = el("select")
        .id("cp-embed-view")
        .on_change(move |value| begin.set(View::from_slug(&value).unwrap_or_default()))
        .with(views);
    let level = el("select")
        .id("cp-embed-level")
        .on_change(move |value| wish.update(|it| it.level = value.parse().unwrap_or(2)))
        .with(levels);
    let framed = move || wish.with(|it| it.means == Means::Frame);
    el("div").class("cp-embed__row").with((
        field("cp-embed-view", "Begins with", view),
        field("cp-embed-level", "Its first heading", level).hidden_when(framed),
    ))
}

fn field(id: &'static str, name: &'static str, control: El) -> El {
    el("div").class("cp-field").with((el("label").set("for", id).with(name), control))
}

fn looks(wish: RwSignal<Wish>) -> El {
    let pinned = move |pinned: bool| move || wish.with(|it| it.pinned == pinned);
    let pin = move |pinned: bool| move || wish.update(|it| it.pinned = pinned);
    let own = move |own: bool| move || wish.with(|it| it.accents[0].is_empty() != own);
    let set_own = move |own: bool| {
        move || wish.update(|it| it.accents = if own { ACCENTS.map(str::to_owned) } else { Default::default() })
    };
    let colour = move |at: usize, id: &'static str, name: &'static str| {
        let input = el("input")
            .id(id)
            .set("type", "color")
            .value(move || wish.with(|it| it.accents[at].clone()))
            .on_input(move |value| wish.update(|it| it.accents[at] = value));
        let faint = move || wish.with(|it| !it.accents[at].is_empty() && !can_be_read(&it.accents[at], GROUNDS[at]));
        field(id, name, input).with(el("p").class("cp-embed__warning").set("role", "status").with(text(move || {
            if faint() { "Too faint to be read: choose one with more contrast.".to_owned() } else { String::new() }
        })))
    };
    el("div").hidden_when(move || wish.with(|it| it.means == Means::Frame)).with((
        group(
            "Which edition",
            (
                choice("cp-embed-edition", "Always the one that is published", pinned(false), pin(false)),
                choice(
                    "cp-embed-edition",
                    "This one; say so in the page’s console when another takes its place",
                    pinned(true),
                    pin(true),
                ),
            ),
        ),
        group(
            "Colours",
            (
                choice("cp-embed-colours", "As here", own(false), set_own(false)),
                choice("cp-embed-colours", "Your own accent", own(true), set_own(true)),
                el("div").class("cp-embed__row").hidden_when(own(false)).with((
                    colour(0, "cp-embed-light", "On a light page"),
                    colour(1, "cp-embed-dark", "On a dark page"),
                )),
            ),
        ),
    ))
}

/// A text to copy: whole in a field, and a button.
fn copied(name: &'static str, id: &'static str, content: impl Fn() -> String + Send + Sync + 'static) -> El {
    let area = el("textarea")
        .id(id)
        .class("cp-embed__text")
        .set("readonly", "")
        .set("rows", "6")
        .set("spellcheck", "false")
        .value(content);
    let copy = el("button").set("type", "button").class("cp-button").set("data-copy", "").with("Copy");
    el("div").class("cp-embed__copy").set("data-copying", "").with((
        field(id, name, area),
        copy,
        el("span").set("role", "status").set("data-copied", ""),
    ))
}

/// The explorer as it will be, as the custom element that it will be.
fn preview(
    explorer: Explorer,
    wish: RwSignal<Wish>,
    query: impl Fn() -> crate::query::Query + Copy + Send + Sync + 'static,
) -> El {
    let attribute = move |name: &'static str| {
        move || {
            let all = attributes(explorer.plan, &query());
            all.into_iter().find(|(it, _)| it == name).map(|(_, value)| value.into())
        }
    };
    let mut element = el("plan-explorer").set("url", "none");
    for name in ["priority", "partner", "ward", "kind", "gap", "role", "q", "order", "view"] {
        element = element.follow(name, attribute(name));
    }
    let element = element.follow("heading-level", move || Some(wish.with(|it| it.level).to_string().into()));
    let words = move || {
        if wish.with(|it| it.means == Means::Frame) {
            "The same in a frame, which has the colours of this site."
        } else {
            "What you press here changes nothing above."
        }
    };
    el("div").with((
        el("p").class("cp-quiet").with(follow(move || super::el::all(words()))),
        el("div").class("cp-embed__preview").set("data-preview", "").with(element),
    ))
}
