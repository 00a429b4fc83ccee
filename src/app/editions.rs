//! Links to other editions of the plan.

use crate::browser::Element;

/// Has each such link in the explorer keep what is chosen, as these parameters say; one to a place of another edition leads there whatever
/// is chosen here. What the page was written to lead to is seen from `base`, and is the folder of an edition: in it, the page of this name.
pub(super) fn keep_choices(root: &Element, base: &str, page: &str, params: &str) {
    for link in root.all("a[data-edition]") {
        let way = link.data("edition");
        let (folder, place) = way.split_once('#').unwrap_or((&way, ""));
        let (sign, end) = match (place, params) {
            ("", "") => ("", ""),
            ("", params) => ("?", params),
            (place, _) => ("#", place),
        };
        link.set("href", Some(&[base, folder, page, sign, end].concat()));
    }
}
