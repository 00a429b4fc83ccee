//! Choosing: by priority, partner, ward, kind and gap; what a number promises, it keeps.

use crate::harness::{Journey, Outcome, Visitor, button, checkbox, css, field, heading, journeys, link, role};
use crate::plan::{found, how_many, priorities};
use crate::steps::{
    begin, choose_ward, facet, in_sight, is_ticked, leaves, priorities_shown, promised, read, results, shows,
    stands_alone, texts, tick, tick_as_promised,
};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    a_priority_chosen_by_its_row_has_a_page_of_its_own,
    a_partner_has_a_page_of_its_own,
    each_choice_gives_as_many_results_as_it_promised,
    choices_of_one_kind_widen_the_results,
    a_partner_can_be_asked_for_only_where_it_leads,
    a_partner_is_found_by_typing,
    a_ward_gets_an_honest_answer,
    a_ward_ticked_among_the_filters_gets_the_same_answer,
    a_kind_of_statement_leaves_no_other,
    what_the_plan_leaves_out_can_be_asked_for,
    choices_are_taken_back_one_by_one_and_all_at_once,
    an_empty_result_offers_what_to_leave_out,
    priorities_stand_from_a_to_z_or_as_in_the_plan,
];

async fn a_priority_chosen_by_its_row_has_a_page_of_its_own(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    let row = link("Public place and serious violence*").within(".cp-overview");
    let said = visitor.words_of(row).await?;
    assert!(said.contains("5 promised") && said.contains("4 done"), "{said}");
    visitor.click(row).await?;
    stands_alone(visitor, "violence").await?;
    visitor.until("its title has the focus", "document.activeElement.id === 'cp-group-violence'").await?;
    in_sight(visitor, heading("Public place and serious violence")).await?;
    assert_eq!(visitor.query().await?, "?priority=violence");
    assert_eq!(visitor.count(checkbox("*")).await?, 0, "no filters stand in the way");
    assert_eq!(priorities_shown(visitor).await?, ["Public place and serious violence"]);
    // As many as the row had said, and in the list with its filters the same statements.
    visitor.find(heading("Promised 5 actions")).await?;
    visitor.find(heading("Reported as done 4 achievements")).await?;
    shows(visitor, how_many("?priority=violence")).await?;
    begin(visitor, "?priority=violence&view=list").await?;
    assert!(is_ticked(visitor, "Public place and serious violence").await?);
    assert_eq!(priorities_shown(visitor).await?, ["Public place and serious violence", "The plan as a whole"]);
    leaves(visitor, how_many("?priority=violence")).await
}

async fn a_partner_has_a_page_of_its_own(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=partners").await?;
    begin(visitor, "?partner=police").await?;
    let head = ".cp-partner[data-o=police]";
    let level = format!("document.querySelector('[data-stage=partner] {head} [aria-level=\"1\"]').innerText");
    assert_eq!(read::<String>(visitor, &level).await?, "Staffordshire Police");
    assert_eq!(texts(visitor, ".cp-partner").await?.len(), 1, "no other partner's");
    assert_eq!(visitor.count(checkbox("*")).await?, 0, "no filters stand in the way");
    // What it leads is told, and each leads to what it is named in there.
    let leads = format!("[...document.querySelectorAll('{head} ul')][0].querySelectorAll('li').length");
    assert_eq!(read::<usize>(visitor, &leads).await?, 4, "the police lead on four priorities");
    begin(visitor, "?partner=police&view=list").await?;
    let all = results(visitor).await?;
    begin(visitor, "?partner=police").await?;
    shows(visitor, all).await?;
    visitor.click(link("County lines").within(head)).await?;
    visitor.find(button("Remove Police")).await?;
    visitor.find(button("Remove County lines")).await?;
    assert_eq!(visitor.query().await?, "?priority=county-lines&partner=police");
    // From a priority, who leads it is one press away.
    begin(visitor, "?priority=county-lines").await?;
    visitor.click(link("Staffordshire Police").within(".cp-answers")).await?;
    visitor.until("its name has the focus", "document.activeElement.id === 'cp-partner-police'").await
}

async fn each_choice_gives_as_many_results_as_it_promised(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    let all = results(visitor).await?;
    let of_priority = tick_as_promised(visitor, "Anti-social behaviour").await?;
    let of_partner = tick_as_promised(visitor, "Police").await?;
    facet(visitor, "Kind of statement").await?;
    let of_kind = tick_as_promised(visitor, "Direction of travel").await?;
    facet(visitor, "What the plan leaves out").await?;
    let of_gap = tick_as_promised(visitor, "No counts published").await?;
    facet(visitor, "Where I live").await?;
    let of_ward = tick_as_promised(visitor, "Castle").await?;
    assert!(all > of_priority && of_priority > of_partner && of_partner > of_kind, "each kind of choice narrows");
    assert!(of_kind >= of_gap && of_gap >= of_ward && of_ward > 0);
    // A choice in another group keeps its promise from here, too.
    tick(visitor, "Anti-social behaviour").await?;
    tick_as_promised(visitor, "Public place and serious violence").await.map(|_| ())
}

async fn choices_of_one_kind_widen_the_results(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Kind of statement").await?;
    tick(visitor, "Reported as done").await?;
    let first = tick_as_promised(visitor, "Anti-social behaviour").await?;
    let second = promised(visitor, "County lines").await?;
    tick(visitor, "County lines").await?;
    // No deed stands under both.
    leaves(visitor, first + second).await?;
    assert_eq!(priorities_shown(visitor).await?, ["Anti-social behaviour", "County lines"]);
    // With the strategies, which belong to every priority, there is more in common: never more than both together.
    tick(visitor, "Strategies").await?;
    let both = results(visitor).await?;
    assert!(both > first + second);
    leaves(visitor, both).await?;
    assert_eq!(visitor.query().await?, "?priority=asb,county-lines&kind=done,strategy");
    Ok(())
}

async fn a_partner_can_be_asked_for_only_where_it_leads(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    let named = tick_as_promised(visitor, "Police").await?;
    visitor.click(checkbox("Only where it leads")).await?;
    visitor.find(button("Remove Lead partners only")).await?;
    let leads = results(visitor).await?;
    assert!(0 < leads && leads < named, "{leads} of {named}");
    leaves(visitor, leads).await?;
    assert_eq!(visitor.query().await?, "?partner=police&role=lead");
    let led = priorities_shown(visitor).await?;
    assert_eq!(led.len(), 4, "the police lead on four priorities: {led:?}");
    for name in led {
        begin(visitor, "").await?;
        visitor.click(link(&format!("{name}*")).within(".cp-overview")).await?;
        visitor.find(link("Staffordshire Police").within(".cp-answers")).await?;
        let leads = texts(visitor, ".cp-answers__one:nth-child(2)").await?;
        assert!(leads.len() == 1 && leads[0].contains("Staffordshire Police"), "{name}: {leads:?}");
    }
    Ok(())
}

async fn a_partner_is_found_by_typing(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    tick(visitor, "Police").await?;
    visitor.fill(field("Find an organisation"), "lott").await?;
    visitor.until_count(checkbox("*").within(".cp-facet__list"), 2).await?;
    assert!(is_ticked(visitor, "Police").await?, "what is chosen stays in sight");
    let before = results(visitor).await?;
    tick(visitor, "National Lottery").await?;
    leaves(visitor, before + 1).await?;
    assert_eq!(visitor.query().await?, "?partner=police,national-lottery");
    Ok(())
}

async fn a_ward_gets_an_honest_answer(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Where I live").await?;
    let count = promised(visitor, "Castle").await?;
    begin(visitor, "?view=wards").await?;
    choose_ward(visitor, "castle").await?;
    visitor.click(button("Search")).await?;
    leaves(visitor, count).await?;
    facet(visitor, "Where I live").await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    visitor.sees("29 promises and 30 reports are for all of Tamworth.").await?;
    visitor
        .sees("We add 3 facts about places there, from other sources. They are marked as not from the plan.")
        .await?;
    visitor.sees("The plan gives no figures for single wards.").await?;
    // Of the facts about places only those of this ward are left, each marked.
    let facts = texts(visitor, ".cp-results .cp-card--local").await?;
    assert_eq!(facts.len(), 3);
    assert!(facts.iter().all(|it| it.contains("Castle") && it.contains("Not from the plan")), "{facts:?}");
    assert!(is_ticked(visitor, "Castle").await?);
    assert_eq!(visitor.query().await?, "?ward=castle");
    // The plan itself says as much to everybody.
    tick(visitor, "Mercian").await?;
    tick(visitor, "Castle").await?;
    visitor.sees("The plan promises nothing for Mercian alone;").await?;
    visitor.sees("We know of no facts from other sources about places there.").await?;
    leaves(visitor, count - 3).await?;
    visitor.click(link("My ward").within("nav")).await?;
    choose_ward(visitor, "").await?;
    assert_eq!(visitor.query().await?, "?view=wards");
    visitor.click(button("Search")).await?;
    visitor.sees_no("The plan promises nothing for").await?;
    visitor.find(heading(&found(""))).await?;
    Ok(())
}

async fn a_ward_ticked_among_the_filters_gets_the_same_answer(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Where I live").await?;
    tick_as_promised(visitor, "Bolehall").await?;
    visitor.sees("The plan promises nothing for Bolehall alone;").await?;
    visitor.sees("We add one fact about a place there").await?;
    let chosen = "document.querySelector('#cp-ward').selectedOptions[0].textContent";
    assert_eq!(read::<String>(visitor, chosen).await?, "Bolehall");
    tick(visitor, "Stonydelph").await?;
    // Several wards have one answer.
    visitor.sees("The plan promises nothing for Bolehall or Stonydelph alone;").await?;
    assert_eq!(read::<String>(visitor, chosen).await?, "Several wards");
    assert_eq!(visitor.query().await?, "?ward=bolehall,stonydelph");
    tick(visitor, "Bolehall").await?;
    visitor.sees_no("The plan promises nothing for Bolehall").await?;
    visitor.sees("The plan promises nothing for Stonydelph alone;").await?;
    assert_eq!(read::<String>(visitor, chosen).await?, "Stonydelph");
    Ok(())
}

async fn a_kind_of_statement_leaves_no_other(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Kind of statement").await?;
    for (kind, lists) in [("Promised", "Promised"), ("Direction of travel", "How it is going")] {
        tick_as_promised(visitor, kind).await?;
        let titles = texts(visitor, ".cp-list__title").await?;
        assert!(!titles.is_empty() && titles.iter().all(|it| it.starts_with(lists)), "{kind}: {titles:?}");
        tick(visitor, kind).await?;
    }
    visitor.find(heading(&found(""))).await?;
    Ok(())
}

async fn what_the_plan_leaves_out_can_be_asked_for(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "What the plan leaves out").await?;
    assert_eq!(promised(visitor, "Lead partner not stated").await?, 3, "priorities, not their entries");
    tick(visitor, "Lead partner not stated").await?;
    visitor.find(button("Remove Lead partner not stated")).await?;
    let unsaid = priorities_shown(visitor).await?;
    assert_eq!(unsaid.len(), 3, "{unsaid:?}");
    for name in unsaid {
        begin(visitor, "").await?;
        visitor.click(link(&format!("{name}*")).within(".cp-overview")).await?;
        visitor.until("its page is there", "document.querySelector('.cp__page[data-stage=priority]')").await?;
        let leads = texts(visitor, ".cp-answers__one:nth-child(2)").await?;
        assert_eq!(leads, ["Who leads? not stated in the plan"], "{name}");
    }
    begin(visitor, "?view=list").await?;
    facet(visitor, "What the plan leaves out").await?;
    assert_eq!(promised(visitor, "No achievements reported").await?, 1);
    tick(visitor, "No achievements reported").await?;
    visitor.find(button("Remove No achievements reported")).await?;
    assert_eq!(priorities_shown(visitor).await?, ["Community cohesion and tackling extremism"]);
    visitor.sees("The plan reports no achievements under this priority.").await?;
    tick(visitor, "No achievements reported").await?;
    tick_as_promised(visitor, "No counts published").await?;
    let figures = texts(visitor, ".cp-results .cp-figure").await?;
    let no_counts = "The plan does not publish the counts behind this percentage";
    assert!(!figures.is_empty() && figures.iter().all(|it| it.contains(no_counts)), "{figures:?}");
    Ok(())
}

async fn choices_are_taken_back_one_by_one_and_all_at_once(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb,violence&ward=castle&partner=police&q=covid").await?;
    let before = results(visitor).await?;
    visitor.click(button("Remove Castle")).await?;
    visitor.sees_no("The plan promises nothing for Castle alone;").await?;
    assert!(results(visitor).await? >= before);
    assert_eq!(visitor.query().await?, "?priority=asb,violence&partner=police&q=covid");
    visitor.until_focus("heading *").await?;
    visitor.click(button("Remove “covid”")).await?;
    visitor.click(button("Remove Anti-social behaviour")).await?;
    assert!(!is_ticked(visitor, "Anti-social behaviour").await?);
    assert_eq!(visitor.query().await?, "?priority=violence&partner=police");
    // With one choice left the list stays the list.
    visitor.click(button("Remove Police")).await?;
    visitor.find(button("Remove Public place and serious violence")).await?;
    assert_eq!(visitor.query().await?, "?priority=violence&view=list");
    visitor.click(button("Clear all choices").within(".cp-chosen")).await?;
    visitor.find(heading(&found(""))).await?;
    visitor.until_focus(&format!("heading “{}”", found(""))).await?;
    assert_eq!(visitor.query().await?, "?view=list");
    assert_eq!(visitor.count(role("button", "Remove*")).await?, 0);
    assert_eq!(visitor.count(css(".cp-filters input:checked")).await?, 0);
    Ok(())
}

async fn an_empty_result_offers_what_to_leave_out(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Kind of statement").await?;
    let of_kind = tick_as_promised(visitor, "Reported as done").await?;
    assert_eq!(tick_as_promised(visitor, "Community cohesion and tackling extremism").await?, 0);
    visitor.sees("The plan has nothing for: Community cohesion and tackling extremism · Reported as done.").await?;
    let without_kind = visitor.words_of(button("Leave out Reported as done*")).await?;
    visitor
        .click(button(&format!("Leave out Community cohesion and tackling extremism ({of_kind} statements)")))
        .await?;
    leaves(visitor, of_kind).await?;
    visitor.sees_no("The plan has nothing for").await?;
    visitor.back().await?;
    visitor.click(button(&without_kind)).await?;
    leaves(visitor, how_many("?priority=cohesion")).await?;
    assert_eq!(without_kind, format!("Leave out Reported as done ({})", found("?priority=cohesion")));
    visitor.back().await?;
    visitor.click(button("Clear all choices").within(".cp-empty")).await?;
    visitor.find(heading(&found(""))).await?;
    Ok(())
}

const FROM_A_TO_Z: [&str; 7] = [
    "Anti-social behaviour",
    "Car key burglary and vehicle theft",
    "Community cohesion and tackling extremism",
    "County lines",
    "Domestic abuse, stalking and harassment",
    "Public place and serious violence",
    "Vulnerable people and contextual safeguarding",
];

/// The same by their place in the plan's own list.
const AS_IN_THE_PLAN: [usize; 7] = [0, 4, 1, 2, 3, 5, 6];

async fn priorities_stand_from_a_to_z_or_as_in_the_plan(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    let in_plan = AS_IN_THE_PLAN.map(|at| FROM_A_TO_Z[at]);
    check_order(visitor, &FROM_A_TO_Z).await?;
    visitor.click(role("radio", "As in the plan")).await?;
    visitor.until("the order is in the address", "location.search === '?order=plan&view=list'").await?;
    check_order(visitor, &in_plan).await?;
    visitor.reload().await?;
    crate::steps::stands(visitor).await?;
    check_order(visitor, &in_plan).await?;
    // The start follows it.
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.find(heading(&priorities())).await?;
    check_rows(visitor, &in_plan).await?;
    visitor.back().await?;
    visitor.click(role("radio", "A to Z")).await?;
    visitor.until("the order is not in the address", "location.search === '?view=list'").await?;
    check_order(visitor, &FROM_A_TO_Z).await?;
    visitor.click(link("Priorities").within("nav")).await?;
    check_rows(visitor, &FROM_A_TO_Z).await
}

async fn check_rows(visitor: &Visitor, wanted: &[&str; 7]) -> Outcome {
    let rows = texts(visitor, ".cp-row__name").await?;
    let rows: Vec<&str> = rows.iter().map(|it| it.trim_end_matches(" New")).collect();
    assert_eq!(rows, wanted);
    Ok(())
}

/// Filters and results follow one order.
async fn check_order(visitor: &Visitor, wanted: &[&str; 7]) -> Outcome {
    let groups = priorities_shown(visitor).await?;
    assert_eq!(groups[..7], wanted[..]);
    let boxes = texts(visitor, ".cp-filters label:has(> .cp-check__count) .cp-check__name").await?;
    assert_eq!(boxes[..7], wanted[..]);
    Ok(())
}
