//! Marks in texts by the CSS Custom Highlight API: the page itself stays as it is. Where a browser has none, nothing is marked.
//!
//! `web_sys` has it only as unstable; these few lines of our own do.

use super::Element;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Highlight)]
    type JsHighlight;
    #[wasm_bindgen(constructor, js_class = "Highlight")]
    fn new() -> JsHighlight;
    #[wasm_bindgen(method)]
    fn add(this: &JsHighlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &JsHighlight, range: &Range);
    #[wasm_bindgen(thread_local_v2, js_namespace = ["CSS"], js_name = highlights)]
    static REGISTRY: Option<Registry>;
    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &JsHighlight);
}

/// What `::highlight()` in the stylesheet calls them.
const NAME: &str = "cp-found";
/// Nodes of text (`NodeFilter.SHOW_TEXT`).
const TEXT: u32 = 4;

thread_local! {
    /// One for all explorers of the page: each takes its own marks away again.
    static MARKS: Option<JsHighlight> = REGISTRY.with(|registry| {
        let marks = JsHighlight::new();
        registry.as_ref()?.set(NAME, &marks);
        Some(marks)
    });
}

/// The marks of one explorer; dropping them takes them away.
#[derive(Default)]
pub struct Highlight(RefCell<Vec<Range>>);

impl Highlight {
    /// Marks pieces of the texts in these elements, in place of what was marked. `pieces` gives for a text where marks begin and
    /// end, in units of UTF-16. Texts inside what `not_in` selects are left out.
    pub fn mark(&self, elements: &[Element], not_in: &str, pieces: impl Fn(&str) -> Vec<(u32, u32)>) {
        self.clear();
        if REGISTRY.with(Option::is_none) {
            return;
        }
        let Some(document) = web_sys::window().and_then(|it| it.document()) else { return };
        let mut ranges = Vec::new();
        for element in elements {
            let Ok(texts) = document.create_tree_walker_with_what_to_show(&element.0, TEXT) else { continue };
            while let Ok(Some(node)) = texts.next_node() {
                if node.parent_element().is_none_or(|it| it.closest(not_in).is_ok_and(|it| it.is_some())) {
                    continue;
                }
                for (from, to) in pieces(&node.node_value().unwrap_or_default()) {
                    let Ok(range) = document.create_range() else { continue };
                    if range.set_start(&node, from).and_then(|()| range.set_end(&node, to)).is_ok() {
                        ranges.push(range);
                    }
                }
            }
        }
        MARKS.with(|marks| marks.iter().for_each(|marks| ranges.iter().for_each(|it| marks.add(it))));
        self.0.replace(ranges);
    }

    fn clear(&self) {
        let before = self.0.take();
        if !before.is_empty() {
            MARKS.with(|marks| marks.iter().for_each(|marks| before.iter().for_each(|it| marks.delete(it))));
        }
    }
}

impl Drop for Highlight {
    fn drop(&mut self) {
        self.clear();
    }
}
