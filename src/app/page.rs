//! The first program: brings explorers to life, on the page of its own, in a frame, or in the shadow roots of any number of elements.
//!
//! Scripts start it and say on the port ([`Port`]) which element to bring to life (`cp:begin`) and which is gone (`cp:end`):
//! `public/boot.js` for the page, `public/element.js` for `<plan-explorer>`. In that element stands the page as the build wrote it, with
//! the facts that filters need as JSON (`script[data-facts]`). What an element's attributes say stands on it as `data-…`.
//!
//! **Architecture invariant:** an embedded explorer touches its own key in the fragment of the page's address and nothing else of it,
//! and leaves nothing behind when it is taken away.

use super::host::{EmbedHost, PageHost, SiteHost};
use super::known::known;
use super::parts;
use crate::browser::{Element, Listener, Port, complain};
use crate::live::{self, Alive};
use crate::state::Explorer;
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static SITE: RefCell<Site> = RefCell::default();
}

/// Everything that is alive.
#[derive(Default)]
struct Site {
    explorers: Vec<(Element, Alive, Vec<Listener>)>,
    listeners: Vec<Listener>,
}

/// Waits for pages to bring to life.
pub fn run() {
    // Effects are run between tasks of the browser. Told twice, the second time is an error that says so.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let Some(port) = Port::hand_over("plan-explorer:app") else { return };
    let begins = port.on_elements("cp:begin", |root| {
        if let Err(why) = begin(&root) {
            complain(why);
        }
    });
    let ends = port.on_elements("cp:end", |root| end(&root));
    SITE.with_borrow_mut(|site| site.listeners.extend([begins, ends]));
}

fn begin(root: &Element) -> Result<(), &'static str> {
    let (facts, engine) = known(root)?;
    let host: Rc<dyn SiteHost> =
        if root.data("key").is_empty() { Rc::new(PageHost::new(root)) } else { Rc::new(EmbedHost::new(root)) };
    let owner = Owner::new_root(None);
    let explorer = owner.with(|| Explorer::new(facts, engine, Rc::clone(&host).as_host()));
    let alive = live::begin(owner, explorer, root);
    let requests = root.on(parts::OPEN, move |event| parts::handle(explorer, &event.detail()));
    let back_and_forward = ["popstate", "hashchange"].map(|event| {
        let host = Rc::clone(&host);
        Listener::on_window(event, move |_| {
            if host.is_told_otherwise() {
                explorer.follow_address();
            }
        })
    });
    let listeners = back_and_forward.into_iter().chain([requests]).collect();
    SITE.with_borrow_mut(|site| site.explorers.push((root.clone(), alive, listeners)));
    Ok(())
}

fn end(root: &Element) {
    let gone = SITE.with_borrow_mut(|site| {
        let at = site.explorers.iter().position(|(it, ..)| it == root)?;
        Some(site.explorers.swap_remove(at))
    });
    drop(gone);
}
