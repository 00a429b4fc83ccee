//! The plan that was compiled in: `build.rs` loaded and checked it.

use std::sync::OnceLock;

use crate::plan::{Plan, unpack};

static PLAN: OnceLock<Option<Plan>> = OnceLock::new();

/// The plan that this build is for; none where the bytes in it are damaged.
///
/// The same plan every time, so that views can hold it for as long as they live.
pub fn plan() -> Option<&'static Plan> {
    PLAN.get_or_init(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/plan.bin")))).as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bundled_plan_unpacks() {
        let plan = super::plan().expect("build.rs packed it");
        assert!(!plan.priorities.is_empty());
    }
}
