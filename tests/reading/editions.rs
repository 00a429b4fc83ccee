//! The two editions that tests are made with: the plan of `data/`, and an invented one, which has what that does not.

#[path = "data.rs"]
mod data;

use plan_explorer::plan::{Plan, Records, load};
use plan_explorer::query::{Engine, Facts, facts_and_engine};
use std::path::Path;
use std::sync::OnceLock;

/// Where the invented edition lies.
pub(crate) const INVENTED: &str = "tests/editions/brindlemere";

/// The records of an edition, and what filters know of it.
#[derive(Clone, Copy)]
pub(crate) struct Edition {
    pub(crate) records: &'static Records,
    pub(crate) facts: &'static Facts,
    pub(crate) engine: &'static Engine,
}

impl Edition {
    pub(crate) fn plan(&self) -> &'static Plan {
        &self.records.plan
    }
}

/// The plan of `data/`.
pub(crate) fn ours() -> Edition {
    let (facts, engine) = data::known();
    Edition { records: data::records(), facts, engine }
}

/// The invented one.
pub(crate) fn invented() -> Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    *EDITION.get_or_init(|| {
        let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join(INVENTED));
        let plan = loaded.plan.expect("the invented edition has no mistakes");
        let area = loaded.area.expect("a plan without mistakes has its area");
        let records = Box::leak(Box::new(Records { plan, area }));
        let (facts, engine) = facts_and_engine(&records.plan);
        Edition { records, facts, engine }
    })
}

/// Both.
pub(crate) fn both() -> [Edition; 2] {
    [ours(), invented()]
}
