//! For web editors: what to paste, made from choices, and the explorer as it will be.

use super::context;
use super::copy::CopyButton;
use super::heading::Heading;
use crate::query::link::{Means, Wish, attributes, can_be_read, colours, snippet};
use crate::query::{Query, View, view_name};
use crate::state::Explorer;
use leptos::prelude::*;

/// The grounds on which the accent has to be read: light and dark.
const GROUNDS: [&str; 2] = ["#ffffff", "#0f171e"];
/// Our own accents.
const ACCENTS: [&str; 2] = ["#12436d", "#8cc4f3"];

/// What the editor chooses: signals that the controls share.
#[derive(Clone, Copy)]
struct Builder {
    explorer: Explorer,
    wish: RwSignal<Wish>,
    begins_with: RwSignal<View>,
}

impl Builder {
    /// What the explorer on the other page begins with; tracked.
    fn query(self) -> Query {
        let mut query = self.explorer.query();
        query.view = self.begins_with.get();
        query
    }

    /// Whether it comes in a frame; tracked.
    fn is_frame(self) -> bool {
        self.wish.with(is_frame)
    }
}

fn is_frame(wish: &Wish) -> bool {
    wish.means == Means::Frame
}

fn has_own_accent(wish: &Wish) -> bool {
    !wish.accents[0].is_empty()
}

/// The form, the lines to paste, and the explorer as it will be.
#[component]
pub(super) fn EmbedBuilder() -> impl IntoView {
    let (explorer, reach) = (context::explorer(), context::reach());
    let folder = reach.surroundings(|it| it.folder());
    let builder = Builder {
        explorer,
        wish: RwSignal::new(Wish { folder, level: 2, ..Wish::default() }),
        begins_with: RwSignal::new(View::Explore),
    };
    let lines = move || builder.wish.with(|wish| snippet(explorer.facts, &builder.query(), wish));
    let rules = Memo::new(move |_| builder.wish.with(colours));
    view! {
        <div class="cp-embed">
            <form class="cp-embed__form" on:submit=move |event| event.prevent_default()>
                <p>
                    "It begins with what you have chosen on this page. To change that, go to “Priorities”, choose there, and come back."
                </p>
                <MeansChoice builder/>
                <BeginsWith builder/>
                <PlaceChoice builder/>
                <LooksChoice builder/>
            </form>
            <Heading below=2 class="cp-view__part" id="cp-embed-lines" words="What to paste"/>
            <Copied name="The lines for your page" id="cp-embed-text" content=lines/>
            <div hidden=move || rules.with(String::is_empty)>
                <Copied name="The rules for your stylesheet" id="cp-embed-rules" content=move || rules.get()/>
            </div>
            <Heading below=2 class="cp-view__part" id="cp-embed-preview" words="How it will look"/>
            <Preview builder/>
        </div>
    }
}

/// A question with two answers: the usual one, and the other.
#[component]
fn TwoWays(
    builder: Builder,
    title: &'static str,
    name: &'static str,
    usual: &'static str,
    other: &'static str,
    /// Whether the other is chosen.
    is_other: fn(&Wish) -> bool,
    /// Chooses the other, or the usual one.
    choose: fn(&mut Wish, bool),
    /// What there is to say more about the other.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let answers = [(usual, false), (other, true)].map(|(words, other)| {
        let chosen = move || builder.wish.with(is_other) == other;
        view! {
            <label class="cp-check">
                <input
                    type="radio"
                    name=name
                    class="cp-check__box"
                    checked=untrack(chosen)
                    prop:checked=chosen
                    on:change=move |_| builder.wish.update(|it| choose(it, other))
                />
                <span class="cp-check__name">{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="cp-embed__group">
            <legend>{title}</legend>
            <div>{answers} {children.map(|it| it())}</div>
        </fieldset>
    }
}

#[component]
fn MeansChoice(builder: Builder) -> impl IntoView {
    view! {
        <TwoWays
            builder
            title="How your page takes it in"
            name="cp-embed-means"
            usual="As part of the page (needs a script; best for readers)"
            other="In a frame (for systems that take scripts out)"
            is_other=is_frame
            choose=|it, frame| it.means = if frame { Means::Frame } else { Means::Element }
        />
    }
}

#[component]
fn BeginsWith(builder: Builder) -> impl IntoView {
    let views = View::ALL.map(|it| {
        view! { <option value=it.slug() selected={it == View::Explore}>{view_name(it)}</option> }
    });
    let levels = [1, 2, 3, 4].map(|it: u8| {
        view! { <option value=it.to_string() selected={it == 2}>{["Level ", &it.to_string()].concat()}</option> }
    });
    let choose_view =
        move |event| builder.begins_with.set(View::from_slug(&event_target_value(&event)).unwrap_or_default());
    let choose_level =
        move |event| builder.wish.update(|it| it.level = event_target_value(&event).parse().unwrap_or(2));
    view! {
        <div class="cp-embed__row">
            <div class="cp-field">
                <label for="cp-embed-view">"Begins with"</label>
                <select id="cp-embed-view" on:change=choose_view>{views}</select>
            </div>
            <div class="cp-field" hidden=move || builder.is_frame()>
                <label for="cp-embed-level">"Its first heading"</label>
                <select id="cp-embed-level" on:change=choose_level>{levels}</select>
            </div>
        </div>
    }
}

/// What the page around has already: a title, and an address with a use of its own.
#[component]
fn PlaceChoice(builder: Builder) -> impl IntoView {
    view! {
        <TwoWays
            builder
            title="Its title"
            name="cp-embed-head"
            usual="With the plan’s title"
            other="Without: your page has a title for it"
            is_other=|it| it.headless
            choose=|it, headless| it.headless = headless
        />
        <div hidden=move || builder.is_frame()>
            <TwoWays
                builder
                title="The address of your page"
                name="cp-embed-url"
                usual="Add choices to it, so that readers can send a link to what they see"
                other="Keep choices out of this page’s address"
                is_other=|it| it.keeps_out
                choose=|it, keeps_out| it.keeps_out = keeps_out
            />
        </div>
    }
}

#[component]
fn LooksChoice(builder: Builder) -> impl IntoView {
    view! {
        <div hidden=move || builder.is_frame()>
            <TwoWays
                builder
                title="Which edition"
                name="cp-embed-edition"
                usual="Always the one that is published"
                other="This one; say so in the page’s console when another takes its place"
                is_other=|it| it.pinned
                choose=|it, pinned| it.pinned = pinned
            />
            <TwoWays
                builder
                title="Colours"
                name="cp-embed-colours"
                usual="As here"
                other="Your own accent"
                is_other=has_own_accent
                choose=|it, own| it.accents = if own { ACCENTS.map(str::to_owned) } else { Default::default() }
            >
                <div class="cp-embed__row" hidden=move || !builder.wish.with(has_own_accent)>
                    <Accent builder at=0 id="cp-embed-light" name="On a light page"/>
                    <Accent builder at=1 id="cp-embed-dark" name="On a dark page"/>
                </div>
            </TwoWays>
        </div>
    }
}

/// The accent on a light page (0) or a dark one (1).
#[component]
fn Accent(builder: Builder, at: usize, id: &'static str, name: &'static str) -> impl IntoView {
    let wish = builder.wish;
    let faint = move || wish.with(|it| !it.accents[at].is_empty() && !can_be_read(&it.accents[at], GROUNDS[at]));
    view! {
        <div class="cp-field">
            <label for=id>{name}</label>
            <input
                id=id
                type="color"
                prop:value=move || wish.with(|it| it.accents[at].clone())
                on:input=move |event| wish.update(|it| it.accents[at] = event_target_value(&event))
            />
            <p class="cp-embed__warning" role="status">
                {move || if faint() { "Too faint to be read: choose one with more contrast." } else { "" }}
            </p>
        </div>
    }
}

/// A text to copy: whole in a field, and a button.
#[component]
fn Copied(name: &'static str, id: &'static str, content: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="cp-embed__copy">
            <div class="cp-field">
                <label for=id>{name}</label>
                <textarea
                    id=id
                    class="cp-embed__text"
                    readonly=true
                    rows="6"
                    spellcheck="false"
                    prop:value=content
                ></textarea>
            </div>
            <CopyButton field=id/>
        </div>
    }
}

/// The explorer as it will be, as the custom element that it will be.
#[component]
fn Preview(builder: Builder) -> impl IntoView {
    let begins = Memo::new(move |_| attributes(builder.explorer.facts, &builder.query()));
    let attribute = move |name: &'static str| {
        move || begins.with(|all| all.iter().find(|(it, _)| it == name).map(|(_, value)| value.clone()))
    };
    let words = move || {
        if builder.is_frame() {
            "The same in a frame, which has the colours of this site."
        } else {
            "What you press here changes nothing above."
        }
    };
    view! {
        <div>
            <p class="cp-quiet">{words}</p>
            <div class="cp-embed__preview" data-preview="">
                <plan-explorer
                    url="none"
                    priority=attribute("priority")
                    partner=attribute("partner")
                    ward=attribute("ward")
                    kind=attribute("kind")
                    gap=attribute("gap")
                    role=attribute("role")
                    q=attribute("q")
                    order=attribute("order")
                    view=attribute("view")
                    head=move || builder.wish.with(|it| it.headless).then_some("none")
                    heading-level=move || builder.wish.with(|it| it.level).to_string()
                ></plan-explorer>
            </div>
        </div>
    }
}
