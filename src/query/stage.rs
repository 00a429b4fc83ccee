//! What a query asks for, and so what the page answers with.

use super::facet::{Query, View};
use crate::plan::{PartnerId, PriorityId};

/// What a query asks for, and so what the page answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing yet: all priorities in short.
    Start,
    /// One priority.
    Priority(PriorityId),
    /// One partner.
    Partner(PartnerId),
    /// What several choices leave, or every statement.
    List,
    /// Another view.
    View(View),
}

impl Stage {
    /// Its word in the page (`data-stage`).
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Priority(_) => "priority",
            Self::Partner(_) => "partner",
            Self::List => "list",
            Self::View(_) => "view",
        }
    }
}

impl Query {
    /// What the page answers with.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match (self.view, self.count_choices()) {
            (View::Explore, 0) => Stage::Start,
            (View::Explore, 1) => match (self.priorities.first(), self.partners.first()) {
                (Some(one), _) => Stage::Priority(*one),
                (_, Some(one)) => Stage::Partner(*one),
                _ => Stage::List,
            },
            (View::Explore | View::List, _) => Stage::List,
            (view, _) => Stage::View(view),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::facet::Choice;
    use super::*;
    use crate::plan::WardId;

    #[test]
    fn one_choice_is_a_page_of_its_own() {
        let with = |choices: &[Choice], view: View| {
            let mut query = Query { view, ..Query::default() };
            for it in choices {
                query.toggle(it.clone());
            }
            query.stage()
        };
        let (asb, police) = (Choice::Priority(PriorityId(0)), Choice::Partner(PartnerId(2)));
        for (choices, view, stage) in [
            (vec![], View::Explore, Stage::Start),
            (vec![], View::List, Stage::List),
            (vec![asb.clone()], View::Explore, Stage::Priority(PriorityId(0))),
            (vec![asb.clone()], View::List, Stage::List),
            (vec![police.clone()], View::Explore, Stage::Partner(PartnerId(2))),
            (vec![police.clone(), Choice::LeadOnly], View::Explore, Stage::List),
            (vec![asb.clone(), police], View::Explore, Stage::List),
            (vec![asb.clone(), Choice::Priority(PriorityId(1))], View::Explore, Stage::List),
            (vec![Choice::Words("drug".to_owned())], View::Explore, Stage::List),
            (vec![Choice::Words("?".to_owned())], View::Explore, Stage::Start),
            (vec![Choice::Ward(WardId(0))], View::Explore, Stage::List),
            (vec![asb], View::Figures, Stage::View(View::Figures)),
        ] {
            assert_eq!(with(&choices, view), stage, "{choices:?} {view:?}");
        }
    }
}
