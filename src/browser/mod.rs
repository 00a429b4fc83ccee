//! The only door to the browser: each file one capability. Nothing here panics, what a page refuses is left undone, and
//! everything undoes itself when dropped.
//!
//! **Architecture invariant:** no other layer names `web_sys`, `js_sys`, `wasm_bindgen` or `gloo`, and nothing of ours is
//! named here.

mod address;
mod clipboard;
mod echarts;
mod element;
mod files;
mod highlight;
mod listener;
mod location;
mod memory;
mod port;
mod scroll;
mod share;
mod still;
mod timers;
mod window;

pub use address::Address;
pub use clipboard::copy_field;
pub use echarts::{Canvas, Library, Looks, Pointed};
pub use element::{Control, Element, Event};
pub use files::{fetch_text, save};
pub use highlight::Highlight;
pub use listener::Listener;
pub use location::{Fix, Locator, NoFix};
pub use memory::Memory;
pub use port::Port;
pub use scroll::{scroll_by, scrolled};
pub use share::{can_share, share_page};
pub use still::{Drawn, Still};
pub use timers::Timers;
pub use window::{complain, page_title, print, set_page_title, today};
