//! What the second module brings to life: charts that stand on the page, and parts of it that only a program can fill. Ordinary
//! components, which are rendered natively as well, so that tests read them as HTML.
//!
//! The explorer and the finder of wards come by context ([`context`]); `chart::binding` and `parts` reach the page by `browser`.
//!
//! **Architecture invariant:** no rules (they are in `query` and `chart`), no inline style, and no browser interface but `browser`.

#![expect(
    unreachable_pub,
    reason = "what `#[component]` makes of a component is public, whatever the component itself is"
)]

mod after_paint;
pub mod chart;
mod compare;
mod context;
mod embed;
mod finder;
mod glyph;
mod link;
mod official;
mod paper;
pub mod parts;
mod ward;
mod ward_map;
mod wards;
mod wording;

/// Keeps something for as long as the owner lives under which this is called.
#[cfg(target_arch = "wasm32")]
fn keep<T: 'static>(what: T) {
    leptos::prelude::StoredValue::new_local(what);
}
