//! The charts of a ward, as they are written and as the program draws them: both from the same records.

use crate::chart::{self, Shown, people, recorded};
use crate::plan::area::Area;
use crate::plan::{Plan, WardId};

/// The charts of a ward beside its whole area.
#[derive(Clone, Debug)]
pub struct WardCharts {
    /// People by age; none where no ages are published.
    pub ages: Option<Shown>,
    /// What the police recorded: by month, and by type. None where nothing is published.
    pub recorded: Option<[Shown; 2]>,
}

/// The charts of a ward.
#[must_use]
pub fn ward_charts(plan: &Plan, area: &Area, ward: WardId) -> WardCharts {
    WardCharts {
        ages: people::by_age(plan, area, ward).map(|it| chart::ages(&it)),
        recorded: recorded::stretch(&area.crime).map(|stretch| {
            [
                chart::months(&recorded::by_month(plan, area, &stretch, ward)),
                chart::types(&recorded::by_type(plan, area, &stretch, ward)),
            ]
        }),
    }
}
