//! Elements of the page as values of one type.
//!
//! Leptos's `view!` gives each element a type made of its attributes and children, and the compiler makes code for each
//! type: for these pages half a megabyte to download. Here a page is first put together as a small tree of plain values
//! ([`Node`]), and one function ([`Node::view`]) turns any such tree into Leptos's own elements, signals and lists. What a
//! page is made of is data; the code that makes pages is there once.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{custom, input};
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;
use leptos::wasm_bindgen::JsCast;
use std::borrow::Cow;
use std::sync::Arc;

/// Words that stand for themselves.
pub(super) type Words = Cow<'static, str>;

type Follow<T> = Box<dyn Fn() -> T + Send + Sync>;
type Call = Box<dyn FnMut(ev::Event)>;

/// A piece of a page.
pub(super) enum Node {
    /// Words that stay as they are.
    Words(Words),
    /// An element.
    Element(El),
    /// Words that follow signals.
    Text(Follow<String>),
    /// What is made anew when a signal that it read changes.
    Follow(Follow<Node>),
    /// A list that follows signals; what stays in it stays on the page as it is.
    Keyed(Follow<Vec<u16>>, Arc<dyn Fn(u16) -> Node + Send + Sync>),
    /// A drawing.
    Drawing(&'static str),
    /// Several pieces.
    Several(Vec<Node>),
}

/// Words that follow signals.
pub(super) fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Node {
    Node::Text(Box::new(words))
}

/// Content that is made anew when a signal that it read changes.
pub(super) fn follow(content: impl Fn() -> Node + Send + Sync + 'static) -> Node {
    Node::Follow(Box::new(content))
}

/// A list that follows signals; what stays in it stays on the page as it is.
pub(super) fn keyed(
    keys: impl Fn() -> Vec<u16> + Send + Sync + 'static,
    make: impl Fn(u16) -> Node + Send + Sync + 'static,
) -> Node {
    Node::Keyed(Box::new(keys), Arc::new(make))
}

/// Several things as one.
pub(super) fn all(content: impl Content) -> Node {
    let mut nodes = Vec::new();
    content.put(&mut nodes);
    Node::Several(nodes)
}

/// What can stand inside an element: words, elements, nothing, or several of these.
pub(super) trait Content {
    /// Puts itself after what is there.
    fn put(self, into: &mut Vec<Node>);
}

impl Content for Node {
    #[inline(never)]
    fn put(self, into: &mut Vec<Node>) {
        into.push(self);
    }
}

impl Content for &'static str {
    #[inline(never)]
    fn put(self, into: &mut Vec<Node>) {
        into.push(Node::Words(Cow::Borrowed(self)));
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, into: &mut Vec<Node>) {
        into.push(Node::Words(Cow::Owned(self)));
    }
}

impl Content for El {
    #[inline(never)]
    fn put(self, into: &mut Vec<Node>) {
        into.push(Node::Element(self));
    }
}

impl<C: Content> Content for Option<C> {
    fn put(self, into: &mut Vec<Node>) {
        if let Some(content) = self {
            content.put(into);
        }
    }
}

impl<C: Content> Content for Vec<C> {
    fn put(self, into: &mut Vec<Node>) {
        for content in self {
            content.put(into);
        }
    }
}

macro_rules! together {
    ($($name:ident),*) => {
        impl<$($name: Content),*> Content for ($($name,)*) {
            #[expect(non_snake_case, reason = "one name for the type and its value")]
            fn put(self, into: &mut Vec<Node>) {
                let ($($name,)*) = self;
                $($name.put(into);)*
            }
        }
    };
}

together!(A, B);
together!(A, B, C);
together!(A, B, C, D);
together!(A, B, C, D, E);

/// An attribute of an element, or what an event on it does.
enum Attribute {
    Fixed(&'static str, Words),
    Follow(&'static str, Follow<Option<Words>>),
    Value(Follow<String>),
    Checked(Follow<bool>),
    On(&'static str, Call),
}

/// An element, being put together.
pub(super) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

/// A new element.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A button that does something here.
pub(super) fn button(class: &'static str, press: impl FnMut(ev::MouseEvent) + 'static) -> El {
    el("button").fixed("type", "button").class(class).on_click(press)
}

impl El {
    /// Its class.
    #[inline(never)]
    pub(super) fn class(self, class: &'static str) -> Self {
        self.fixed("class", class)
    }

    /// Its id.
    pub(super) fn id(self, id: impl Into<Words>) -> Self {
        self.set("id", id)
    }

    /// An attribute that stays as it is.
    pub(super) fn set(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.push(Attribute::Fixed(name, value.into()))
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: &'static str) -> Self {
        self.push(Attribute::Fixed(name, Cow::Borrowed(value)))
    }

    #[inline(never)]
    fn push(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// An attribute without a value, there or not.
    pub(super) fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.fixed(name, "") } else { self }
    }

    /// An attribute that follows signals; none takes it off.
    pub(super) fn follow(self, name: &'static str, value: impl Fn() -> Option<Words> + Send + Sync + 'static) -> Self {
        self.push(Attribute::Follow(name, Box::new(value)))
    }

    /// An attribute without a value that follows signals.
    pub(super) fn flag_when(self, name: &'static str, there: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.follow(name, move || there().then_some(Cow::Borrowed("")))
    }

    /// Hides it while this is so.
    pub(super) fn hidden_when(self, hidden: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.flag_when("hidden", hidden)
    }

    /// What a field holds, following signals.
    pub(super) fn value(self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.push(Attribute::Value(Box::new(value)))
    }

    /// Whether a box is ticked, at first and following signals.
    pub(super) fn checked(self, checked: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let at_first = untrack(&checked);
        self.push(Attribute::Checked(Box::new(checked))).flag("checked", at_first)
    }

    /// What a click does.
    pub(super) fn on_click(self, mut call: impl FnMut(ev::MouseEvent) + 'static) -> Self {
        self.on("click", Box::new(move |event| call(event.unchecked_into())))
    }

    /// What a change does; it is told the new value.
    pub(super) fn on_change(self, mut call: impl FnMut(String) + 'static) -> Self {
        self.on("change", Box::new(move |event| call(event_target_value(&event))))
    }

    /// What typing does; it is told the new value.
    pub(super) fn on_input(self, mut call: impl FnMut(String) + 'static) -> Self {
        self.on("input", Box::new(move |event| call(event_target_value(&event))))
    }

    /// What a key does, here or inside.
    pub(super) fn on_key(self, mut call: impl FnMut(ev::KeyboardEvent) + 'static) -> Self {
        self.on("keydown", Box::new(move |event| call(event.unchecked_into())))
    }

    /// What sending a form does, in place of sending it.
    pub(super) fn on_submit(self, mut call: impl FnMut() + 'static) -> Self {
        self.on(
            "submit",
            Box::new(move |event| {
                event.prevent_default();
                call();
            }),
        )
    }

    #[inline(never)]
    fn on(self, event: &'static str, call: Call) -> Self {
        self.push(Attribute::On(event, call))
    }

    /// Puts something inside, after what is there.
    pub(super) fn with(mut self, content: impl Content) -> Self {
        content.put(&mut self.0.children);
        self
    }

    /// The element as a piece of a page.
    pub(super) fn node(self) -> Node {
        Node::Element(self)
    }

    fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        let attributes: Vec<AnyAttribute> = attributes.into_iter().map(Attribute::view).collect();
        // In text, an input has no end tag; on the page there is no difference.
        if cfg!(not(target_arch = "wasm32")) && tag == "input" {
            return input().add_any_attr(attributes).into_any();
        }
        let element = custom(tag).add_any_attr(attributes);
        let mut children: Vec<AnyView> = children.into_iter().map(Node::view).collect();
        match (children.pop(), children.is_empty()) {
            (None, _) => element.into_any(),
            // Several children need a mark of their own on the page; one needs none.
            (Some(only), true) => element.child(only).into_any(),
            (Some(last), false) => {
                children.push(last);
                element.child(StaticVec::from(children)).into_any()
            }
        }
    }
}

impl Attribute {
    fn view(self) -> AnyAttribute {
        match self {
            Self::Fixed(name, value) => custom_attribute(name, value).into_any_attr(),
            Self::Follow(name, value) => custom_attribute(name, move || value()).into_any_attr(),
            Self::Value(value) => prop("value", move || value()).into_any_attr(),
            Self::Checked(checked) => prop("checked", move || checked()).into_any_attr(),
            // All events of one type here: each type of listener weighs in the download.
            Self::On(event, call) => on(ev::Custom::<ev::Event>::new(event), call).into_any_attr(),
        }
    }
}

impl Node {
    /// The piece in Leptos's own terms.
    pub(super) fn view(self) -> AnyView {
        match self {
            Self::Words(words) => words.into_any(),
            Self::Element(element) => element.view(),
            Self::Text(words) => (move || words()).into_any(),
            Self::Follow(content) => (move || content().view()).into_any(),
            Self::Keyed(keys, make) => {
                let list = ForProps::builder().each(move || keys()).key(|key| *key);
                For(list.children(move |key| make(key).view()).build()).into_any()
            }
            Self::Drawing(path) => super::glyph::drawing(path),
            Self::Several(mut nodes) => match (nodes.pop(), nodes.is_empty()) {
                (Some(only), true) => only.view(),
                (last, _) => {
                    let views: Vec<AnyView> = nodes.into_iter().chain(last).map(Self::view).collect();
                    StaticVec::from(views).into_any()
                }
            },
        }
    }
}
