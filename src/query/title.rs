//! What a query shows, as the title of a page: for a tab, a bookmark, a history.

use super::facet::{Query, View};
use super::facts::Facts;
use super::private::is_private;
use super::set::Set;
use super::stage::Stage;
use super::summary::{describe, view_name};

/// What is on show, in a few words: `Anti-social behaviour in Castle`, `Figures: County lines`. None for the start, and where the words
/// might put somebody at risk: a title outlives the page in the browser's history.
#[must_use]
pub fn title(facts: &Facts, query: &Query) -> Option<String> {
    if is_private(facts, query) {
        return None;
    }
    let elsewhere = Query { wards: Set::default(), ..query.clone() };
    let wards = Query { wards: query.wards.clone(), ..Query::default() };
    let (what, place) = (describe(facts, &elsewhere), describe(facts, &wards));
    let chosen = match (what.is_empty(), place.is_empty()) {
        (true, _) => place,
        (_, true) => what,
        _ => [what.as_str(), " in ", &place].concat(),
    };
    match query.stage() {
        Stage::Start => None,
        Stage::View(view) if chosen.is_empty() => Some(view_name(view).to_owned()),
        Stage::View(view) => Some([view_name(view), ": ", &chosen].concat()),
        _ if chosen.is_empty() => Some(view_name(View::List).to_owned()),
        _ => Some(chosen),
    }
}

#[cfg(test)]
mod tests {
    use super::super::facet::Choice;
    use super::super::sample::plan;
    use super::*;
    use crate::plan::{Kind, PartnerId, PriorityId, WardId};

    #[test]
    fn a_title_says_view_and_selection() {
        let facts = Facts::of(&plan());
        let (asb, home) = (Choice::Priority(PriorityId(0)), Choice::Priority(PriorityId(2)));
        let castle = Choice::Ward(WardId(0));
        for (choices, view, expected) in [
            (vec![], View::Explore, None),
            (vec![], View::List, Some("All statements")),
            (vec![], View::Figures, Some("Figures")),
            (vec![asb.clone()], View::Explore, Some("Anti-social behaviour")),
            (vec![asb.clone(), castle.clone()], View::Explore, Some("Anti-social behaviour in Castle")),
            (vec![castle.clone()], View::Wards, Some("My ward: Castle")),
            (vec![castle], View::Explore, Some("Castle")),
            (vec![Choice::Partner(PartnerId(1))], View::Explore, Some("Police")),
            (vec![asb, Choice::Kind(Kind::Done)], View::List, Some("Anti-social behaviour · Reported as done")),
            (vec![Choice::Words("patrol".to_owned())], View::Explore, Some("“patrol”")),
            // Not a word of what may put somebody at risk.
            (vec![home.clone()], View::Explore, None),
            (vec![home], View::Figures, None),
            (vec![Choice::Words("domestic abuse".to_owned())], View::Explore, None),
        ] {
            let mut query = Query { view, ..Query::default() };
            for it in &choices {
                query.toggle(it.clone());
            }
            assert_eq!(title(&facts, &query).as_deref(), expected, "{choices:?} {view:?}");
        }
    }
}
