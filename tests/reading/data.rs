//! The plan of `data/`, as its files say it now.

use plan_explorer::plan::{Records, load};
use plan_explorer::query::{Engine, Facts, facts_and_engine};
use std::path::Path;
use std::sync::OnceLock;

/// The plan and the official figures of its area.
pub(crate) fn records() -> &'static Records {
    static RECORDS: OnceLock<Records> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
        let plan = loaded.plan.expect("the plan has no mistakes");
        Records { plan, area: loaded.area.expect("a plan without mistakes has its area") }
    })
}

/// What filters know of it.
pub(crate) fn known() -> (&'static Facts, &'static Engine) {
    static KNOWN: OnceLock<(&'static Facts, &'static Engine)> = OnceLock::new();
    *KNOWN.get_or_init(|| facts_and_engine(&records().plan))
}
