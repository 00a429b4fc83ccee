//! Puts a page that is made of plain values ([`super::el`]) onto the page, with Leptos's renderer and signals.
//!
//! Everything is there once and not generic, which is what keeps the download small. Whatever is taken off the page frees
//! its listeners and effects.

use super::effect::{Effect, count};
use super::el::{Attribute, Call, El, Follow, Node, Words};
use leptos::prelude::{Owner, untrack};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::JsValue;
use std::cell::RefCell;
use std::rc::Rc;

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A piece that is on the page: dropping it ends what it follows, [`Piece::detach`] takes it off.
enum Piece {
    Text(types::Text, #[expect(dead_code, reason = "kept: it follows signals")] Option<Effect>),
    Element(types::Element, #[expect(dead_code, reason = "kept: they follow signals")] Vec<Kept>),
    Region(
        types::Placeholder,
        Rc<RefCell<Vec<Item>>>,
        #[expect(dead_code, reason = "kept: it follows signals")] Effect,
    ),
}

/// What an element on the page keeps.
#[expect(dead_code, reason = "kept until the element goes")]
enum Kept {
    Child(Piece),
    Effect(Effect),
    Listener(RemoveEventHandler<types::Element>),
}

/// What stands in a region, by key.
struct Item {
    key: u16,
    owner: Owner,
    pieces: Vec<Piece>,
}

impl Drop for Item {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// Where something goes: into an element, before something in it or at its end.
struct At<'p> {
    parent: &'p types::Element,
    before: Option<&'p types::Node>,
}

impl Piece {
    /// Takes the piece off the page.
    fn detach(&self) {
        match self {
            Self::Text(text, _) => Rndr::remove(text),
            Self::Element(element, _) => Rndr::remove(element),
            Self::Region(marker, items, _) => {
                items.borrow().iter().flat_map(|it| &it.pieces).for_each(Self::detach);
                Rndr::remove(marker);
            }
        }
    }

    /// Puts the piece somewhere else.
    fn place(&self, at: &At<'_>) {
        match self {
            Self::Text(text, _) => Rndr::insert_node(at.parent, text, at.before),
            Self::Element(element, _) => Rndr::insert_node(at.parent, element, at.before),
            Self::Region(marker, items, _) => {
                items.borrow().iter().flat_map(|it| &it.pieces).for_each(|piece| piece.place(at));
                Rndr::insert_node(at.parent, marker, at.before);
            }
        }
    }
}

fn put(node: Node, at: &At<'_>, pieces: &mut Vec<Piece>) {
    let piece = match node {
        Node::Several(nodes) => return nodes.into_iter().for_each(|node| put(node, at, pieces)),
        Node::Words(words) => words_piece(&words, at),
        Node::Text(words) => text_piece(words, at),
        Node::Element(element) => element_piece(element, at),
        // One key that is new at each run, so that the content is made anew.
        Node::Follow(content) => region(
            Box::new({
                let turn = std::cell::Cell::new(0_u16);
                move || {
                    turn.set(turn.get().wrapping_add(1));
                    (vec![turn.get()], Some(content()))
                }
            }),
            None,
            at,
        ),
        Node::Keyed(keys, make) => region(Box::new(move || (keys(), None)), Some(make), at),
    };
    pieces.push(piece);
}

fn words_piece(words: &str, at: &At<'_>) -> Piece {
    let text = Rndr::create_text_node(words);
    Rndr::insert_node(at.parent, &text, at.before);
    Piece::Text(text, None)
}

fn text_piece(words: Follow<String>, at: &At<'_>) -> Piece {
    let text = Rndr::create_text_node("");
    Rndr::insert_node(at.parent, &text, at.before);
    let on_page = text.clone();
    let mut last = String::new();
    let follows = Effect::new(Box::new(move || {
        let now = words();
        if now != last {
            Rndr::set_text(&on_page, &now);
            last = now;
        }
    }));
    Piece::Text(text, Some(follows))
}

fn element_piece(element: El, at: &At<'_>) -> Piece {
    let parts = element.parts();
    let element = Rndr::create_element(parts.tag, parts.drawn.then_some(SVG));
    count(1);
    let mut inside = Vec::new();
    for child in parts.children {
        put(child, &At { parent: &element, before: None }, &mut inside);
    }
    let mut kept: Vec<Kept> = inside.into_iter().map(Kept::Child).collect();
    // After the children: what a selection holds is one of its options.
    for attribute in parts.attributes {
        match attribute {
            Attribute::Fixed(name, value) => Rndr::set_attribute(&element, name, &value),
            Attribute::Follow(name, value) => kept.push(Kept::Effect(attribute_effect(&element, name, value))),
            Attribute::Value(value) => {
                kept.push(property_effect(&element, "value", Box::new(move || JsValue::from_str(&value()))));
            }
            Attribute::Checked(checked) => {
                kept.push(property_effect(&element, "checked", Box::new(move || JsValue::from_bool(checked()))));
            }
            Attribute::On(event, call) => kept.push(Kept::Listener(listen(&element, event, call))),
        }
    }
    Rndr::insert_node(at.parent, &element, at.before);
    Piece::Element(element, kept)
}

/// About how many elements are in what a filter hides and shows, such as a card.
const SHOWN: u32 = 20;

fn attribute_effect(element: &types::Element, name: &'static str, value: Follow<Option<Words>>) -> Effect {
    let element = element.clone();
    let mut last: Option<Words> = None;
    Effect::new(Box::new(move || {
        let now = value();
        if now != last {
            if let Some(now) = &now {
                Rndr::set_attribute(&element, name, now);
            } else {
                Rndr::remove_attribute(&element, name);
                if name == "hidden" {
                    count(SHOWN);
                }
            }
            last = now;
        }
    }))
}

/// Properties are set at each run: the visitor may have changed what the page last set. Not the text of a field that has the
/// keyboard: what is being typed there is newer than what the page knows.
fn property_effect(element: &types::Element, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Kept {
    let element = element.clone();
    Kept::Effect(Effect::new(Box::new(move || {
        let value = value();
        if name != "value" || !element.matches("input:focus").unwrap_or_default() {
            Rndr::set_property(&element, name, &value);
        }
    })))
}

fn listen(element: &types::Element, event: &str, call: Call) -> RemoveEventHandler<types::Element> {
    Rndr::add_event_listener(element, event, call)
}

/// The keys of a region as they are now, and the content itself where it is made together with them.
type Keys = Box<dyn Fn() -> (Vec<u16>, Option<Node>)>;
/// Makes the content for a key.
type Make = Option<Box<dyn Fn(u16) -> Node + Send + Sync>>;

/// A part of the page that follows signals: what keeps its key stays on the page as it is.
fn region(keys: Keys, make: Make, at: &At<'_>) -> Piece {
    let marker = Rndr::create_placeholder();
    Rndr::insert_node(at.parent, &marker, at.before);
    let items: Rc<RefCell<Vec<Item>>> = Rc::default();
    let (inside, parent, end) = (Rc::clone(&items), at.parent.clone(), marker.clone());
    // What stands in the region outlives a single run of its effect, so it belongs to the owner around the region.
    let outer = Owner::current().unwrap_or_default();
    // Content that is made together with its key makes signals as it runs; what is made for a key has an owner of its own.
    let owner = make.is_none().then(Owner::new);
    let run = Box::new(move || {
        let (keys, mut content) = keys();
        untrack(|| {
            let at = At { parent: &parent, before: Some(&end) };
            let mut old: Vec<Option<Item>> = inside.take().into_iter().map(Some).collect();
            let stays = old.iter().flatten().map(|it| it.key).eq(keys.iter().copied().take(old.len()));
            let mut new: Vec<Item> = Vec::new();
            for key in keys {
                let kept = old.iter_mut().find(|it| it.as_ref().is_some_and(|it| it.key == key)).and_then(Option::take);
                new.push(kept.map_or_else(
                    || {
                        let node = content
                            .take()
                            .map_or_else(|| make.as_ref().map(|make| Made::Later(make)), |it| Some(Made::Now(it)));
                        make_item(key, node, &outer, &at)
                    },
                    |item| {
                        // Those that stand where they stood are not touched: moving would lose the keyboard's place.
                        if !stays {
                            item.pieces.iter().for_each(|piece| piece.place(&at));
                        }
                        item
                    },
                ));
            }
            for gone in old.into_iter().flatten() {
                gone.pieces.iter().for_each(Piece::detach);
            }
            inside.replace(new);
        });
    });
    Piece::Region(marker, items, Effect::with_owner(run, owner))
}

/// Content that is there, or is made now.
enum Made<'m> {
    Now(Node),
    Later(&'m (dyn Fn(u16) -> Node + Send + Sync)),
}

fn make_item(key: u16, content: Option<Made<'_>>, outer: &Owner, at: &At<'_>) -> Item {
    let owner = outer.child();
    let pieces = owner.with(|| {
        let mut pieces = Vec::new();
        match content {
            Some(Made::Now(node)) => put(node, at, &mut pieces),
            Some(Made::Later(make)) => put(make(key), at, &mut pieces),
            None => {}
        }
        pieces
    });
    Item { key, owner, pieces }
}

/// A whole page: one element and all that is in it.
pub struct Page(pub(super) El);

/// A page that stands in its place; dropping it ends everything on it.
pub struct Mounted {
    page: Option<El>,
    pieces: Vec<Piece>,
}

impl Render for Page {
    type State = Mounted;

    fn build(self) -> Mounted {
        Mounted { page: Some(self.0), pieces: Vec::new() }
    }

    fn rebuild(self, state: &mut Mounted) {
        state.page = Some(self.0);
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.pieces.iter().for_each(Piece::detach);
        self.pieces.clear();
    }

    fn mount(&mut self, parent: &types::Element, before: Option<&types::Node>) {
        let at = At { parent, before };
        match self.page.take() {
            Some(page) => put(Node::Element(page), &at, &mut self.pieces),
            None => self.pieces.iter().for_each(|piece| piece.place(&at)),
        }
    }

    fn insert_before_this(&self, _child: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<types::Element> {
        self.pieces
            .iter()
            .filter_map(|it| if let Piece::Element(element, _) = it { Some(element.clone()) } else { None })
            .collect()
    }
}
