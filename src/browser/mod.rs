//! The only door to the browser: each file one capability. Nothing here panics, what a page refuses is left undone, and
//! everything undoes itself when dropped.
//!
//! **Architecture invariant:** no other layer names `web_sys`, `js_sys`, `wasm_bindgen` or `gloo`, and nothing of ours is
//! named here.

mod address;
mod echarts;
mod element;
mod listener;
mod location;
mod memory;
mod port;
mod timers;
mod window;

pub use address::Address;
pub use echarts::{Canvas, Library, Looks};
pub use element::Place;
pub use listener::{Listener, Shift};
pub use location::{Fix, Locator, NoFix};
pub use memory::Memory;
pub use port::Port;
pub use timers::{Timers, soon};
pub use window::{complain, leave_for, print};
