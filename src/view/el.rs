//! A page as plain values: elements, words, and what follows signals.
//!
//! Leptos's `view!` gives each element a type made of its attributes and children, and the compiler makes code for each
//! type: for these pages half a megabyte to download. Here a page is first put together as a small tree of values of one type
//! ([`Node`]); `super::render` puts any such tree onto the page with Leptos's renderer and effects, and `super::html` writes
//! it as HTML. What a page is made of is data; the code that makes pages is there once.

use super::effect::finish;
use super::patience::{Answer, answer_now, answer_soon};
use leptos::ev;
use leptos::prelude::{event_target_value, untrack};
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::borrow::Cow;
use std::sync::Arc;

/// Words that stand for themselves.
pub(super) type Words = Cow<'static, str>;

/// What follows signals.
pub(super) type Follow<T> = Box<dyn Fn() -> T + Send + Sync>;
/// What an event does.
pub(super) type Call = Box<dyn FnMut(JsValue) + Send>;

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
    Keyed(Follow<Vec<u16>>, Box<dyn Fn(u16) -> Node + Send + Sync>),
    /// Several pieces.
    Several(Vec<Node>),
}

/// Words that follow signals.
pub(super) fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Node {
    #[inline(never)]
    fn node(words: Follow<String>) -> Node {
        Node::Text(words)
    }
    node(Box::new(words))
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
    Node::Keyed(Box::new(keys), Box::new(make))
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

/// Elements one after another, put in as they are made: half the code of collecting them first.
pub(super) struct Each<I>(pub(super) I);

impl<I: Iterator<Item = El>> Content for Each<I> {
    fn put(self, into: &mut Vec<Node>) {
        for element in self.0 {
            element.put(into);
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
pub(super) enum Attribute {
    /// It stays as it is.
    Fixed(&'static str, Words),
    /// It follows signals; none takes it off.
    Follow(&'static str, Follow<Option<Words>>),
    /// What a field holds.
    Value(Follow<String>),
    /// Whether a box is ticked.
    Checked(Follow<bool>),
    /// What an event does.
    On(&'static str, Call),
}

/// An element, being put together.
pub(super) struct El(Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
    /// Its name.
    pub(super) tag: &'static str,
    /// Whether it belongs to a drawing.
    pub(super) drawn: bool,
    /// Its attributes, and what events do.
    pub(super) attributes: Vec<Attribute>,
    /// What is inside.
    pub(super) children: Vec<Node>,
}

/// A new element.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, drawn: false, attributes: Vec::new(), children: Vec::new() }))
}

/// A new element of a drawing (SVG).
pub(super) fn svg(tag: &'static str) -> El {
    let mut element = el(tag);
    element.0.drawn = true;
    element
}

/// A button that does something here.
pub(super) fn button(class: &'static str, press: impl FnMut(ev::MouseEvent) + Send + 'static) -> El {
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
        self.words(name, value.into())
    }

    // What is not generic is not inlined: that is what keeps each use of it a single call.
    #[inline(never)]
    fn words(self, name: &'static str, value: Words) -> Self {
        self.push(Attribute::Fixed(name, value))
    }

    #[inline(never)]
    fn following(self, name: &'static str, value: Follow<Option<Words>>) -> Self {
        self.push(Attribute::Follow(name, value))
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
        self.following(name, Box::new(value))
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
    pub(super) fn on_click(self, mut call: impl FnMut(ev::MouseEvent) + Send + 'static) -> Self {
        self.on("click", Box::new(move |event| call(event.unchecked_into())))
    }

    /// What a change does; it is told the new value.
    pub(super) fn on_change(self, call: impl FnMut(String) + Send + 'static) -> Self {
        self.on_value("change", Box::new(call))
    }

    /// What typing does; it is told the new value.
    pub(super) fn on_input(self, call: impl FnMut(String) + Send + 'static) -> Self {
        self.on_value("input", Box::new(call))
    }

    /// What a new value does, once the browser has painted it.
    #[inline(never)]
    fn on_value(self, event: &'static str, call: Box<dyn FnMut(String) + Send>) -> Self {
        let answer = Arc::new(Answer::new(call));
        let call = move |event: JsValue| {
            answer_soon(&answer, event_target_value::<ev::Event>(&event.unchecked_into()));
        };
        self.push(Attribute::On(event, Box::new(call)))
    }

    /// What a key does, here or inside.
    pub(super) fn on_key(self, mut call: impl FnMut(ev::KeyboardEvent) + Send + 'static) -> Self {
        self.on("keydown", Box::new(move |event| call(event.unchecked_into())))
    }

    /// What sending a form does, in place of sending it.
    pub(super) fn on_submit(self, mut call: impl FnMut() + Send + 'static) -> Self {
        self.on(
            "submit",
            Box::new(move |event| {
                event.unchecked_into::<ev::Event>().prevent_default();
                call();
            }),
        )
    }

    /// What any other event does: at once, and after what still waits for a paint.
    #[inline(never)]
    fn on(self, event: &'static str, mut call: Call) -> Self {
        let call = move |it| {
            finish();
            answer_now();
            call(it);
        };
        self.push(Attribute::On(event, Box::new(call)))
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

    /// What the element is made of.
    pub(super) fn look(&self) -> &Parts {
        &self.0
    }

    /// The element taken apart.
    pub(super) fn parts(self) -> Parts {
        *self.0
    }
}
