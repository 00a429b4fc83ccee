//! For everyone: the rules of WCAG 2.2 AA in every state, other colours, less motion, large print.

use anyhow::Context as _;

use crate::harness::{Journey, Outcome, Visitor, button, checkbox, css, heading, journeys, link};
use crate::narrow::open_sheet;
use crate::steps::{begin, in_sight, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    no_rule_is_broken_with_choices_made,
    no_rule_is_broken_with_nothing_left,
    no_rule_is_broken_with_everything_open,
    no_rule_is_broken_in_the_dark_with_choices_made,
    no_rule_is_broken_in_the_filter_sheet,
    no_rule_is_broken_on_the_page_of_a_priority_or_partner,
    no_rule_is_broken_on_such_a_page_on_a_phone,
    no_rule_is_broken_in_the_list_or_the_figures,
    no_rule_is_broken_in_a_part_of_tables,
    no_rule_is_broken_in_a_part_of_words,
    no_rule_is_broken_in_a_part_on_a_phone,
    forced_colours_leave_everything_to_be_seen,
    less_motion_means_none,
    four_times_as_large_it_still_fits,
];

async fn no_rule_is_broken_with_choices_made(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1,violence&partner=police&ward=castle&q=report&wrad=1").await?;
    visitor.check_accessibility().await
}

async fn no_rule_is_broken_with_nothing_left(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=cohesion&kind=done").await?;
    visitor.sees("The plan has nothing for").await?;
    visitor.check_accessibility().await
}

/// One priority, with an origin, a term and its notes open.
async fn open_details(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=vehicle").await?;
    let list = ".cp-list--direction";
    visitor.click(button("Plan’s words, section 3.6*").within(list)).await?;
    visitor.click(button("Affected by COVID restrictions*").within(list)).await?;
    visitor.click(button("Direction of travel*").within(list).number(1)).await?;
    visitor.click(button("Editor’s notes*").within(".cp-group")).await?;
    visitor.sees("Section 3.6: the figure does not fit the heading").await?;
    visitor.sees("is highly irregular").await
}

async fn no_rule_is_broken_with_everything_open(visitor: &Visitor) -> Outcome {
    open_details(visitor).await?;
    visitor.check_accessibility().await
}

async fn no_rule_is_broken_in_the_dark_with_choices_made(visitor: &Visitor) -> Outcome {
    visitor.dark().await?;
    open_details(visitor).await?;
    visitor.check_accessibility().await?;
    begin(visitor, "?priority=s1&ward=castle&q=report").await?;
    visitor.check_accessibility_here().await?;
    begin(visitor, "?view=partners").await?;
    visitor.check_accessibility_here().await
}

async fn no_rule_is_broken_in_the_filter_sheet(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    begin(visitor, "?ward=castle&kind=done").await?;
    visitor.find(button("Filter (2)")).await?;
    open_sheet(visitor).await?;
    visitor.find(checkbox("Castle*")).await?;
    visitor.check_accessibility_here().await
}

/// No rule may be broken at any of these addresses, on the screen as it is.
async fn break_no_rule(visitor: &Visitor, places: &[&str]) -> Outcome {
    for place in places {
        begin(visitor, place).await?;
        visitor.check_accessibility_here().await.with_context(|| format!("at {place}"))?;
    }
    Ok(())
}

async fn no_rule_is_broken_on_the_page_of_a_priority_or_partner(visitor: &Visitor) -> Outcome {
    let pages = ["?priority=asb", "?priority=cohesion", "?priority=s1", "?partner=police", "?partner=national-lottery"];
    break_no_rule(visitor, &pages).await
}

async fn no_rule_is_broken_on_such_a_page_on_a_phone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    break_no_rule(visitor, &["", "?priority=asb", "?partner=police"]).await
}

async fn no_rule_is_broken_in_the_list_or_the_figures(visitor: &Visitor) -> Outcome {
    break_no_rule(visitor, &["?view=list", "?view=figures"]).await
}

async fn no_rule_is_broken_in_a_part_of_tables(visitor: &Visitor) -> Outcome {
    break_no_rule(visitor, &["?view=wards", "?view=partners", "?view=strategies"]).await
}

async fn no_rule_is_broken_in_a_part_of_words(visitor: &Visitor) -> Outcome {
    break_no_rule(visitor, &["?view=about", "?view=changes", "?view=notes", "?view=glossary", "?view=text"]).await
}

async fn no_rule_is_broken_in_a_part_on_a_phone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    break_no_rule(visitor, &["?view=partners", "?view=figures", "?view=notes"]).await
}

async fn forced_colours_leave_everything_to_be_seen(visitor: &Visitor) -> Outcome {
    visitor.forced_colours().await?;
    begin(visitor, "?priority=s1&partner=police").await?;
    // What is told apart by its ground alone would be lost: each button has a border or an outline of its own.
    let lost =
        "[...document.querySelectorAll(':is(.cp-button, .cp-exit, .cp-chip)')].filter(it => it.checkVisibility())
        .filter(it => { const style = getComputedStyle(it);
            return parseFloat(style.borderTopWidth) === 0 && style.outlineStyle === 'none' })
        .map(it => it.className)";
    assert_eq!(read::<Vec<String>>(visitor, lost).await?, Vec::<String>::new());
    // The part of the menu that is open is told by more than colour, and drawings take the text's colour.
    visitor.find(link("Priorities").within("nav")).await?;
    let glyphs = "[...document.querySelectorAll('.cp-glyph path')].filter(it => it.checkVisibility())
        .every(it => getComputedStyle(it).fill !== 'rgb(0, 0, 0)' || getComputedStyle(it).color === 'rgb(0, 0, 0)')";
    assert!(read::<bool>(visitor, glyphs).await?);
    Ok(())
}

async fn less_motion_means_none(visitor: &Visitor) -> Outcome {
    visitor.reduced_motion().await?;
    begin(visitor, "").await?;
    let moving = "[...document.querySelectorAll('main *')].filter(it => { const style = getComputedStyle(it);
        return Math.max(...style.transitionDuration.split(',').map(parseFloat)) > 0.01
            || style.animationName !== 'none' || style.scrollBehavior === 'smooth' }).map(it => it.className)";
    assert_eq!(read::<Vec<String>>(visitor, moving).await?, Vec::<String>::new());
    Ok(())
}

async fn four_times_as_large_it_still_fits(visitor: &Visitor) -> Outcome {
    // A window of 1280 by 900 pixels, at 400 %.
    visitor.screen(320, 225).await?;
    for page in ["", "?priority=asb"] {
        begin(visitor, page).await?;
        visitor.check_no_sideways_scrolling().await?;
    }
    begin(visitor, "?priority=s1&view=list").await?;
    visitor.check_no_sideways_scrolling().await?;
    // What stays on the screen leaves at least half of it to read.
    let covered = "[...document.querySelectorAll('.cp-exit-bar, .cp-bar')].filter(it => it.checkVisibility())
        .filter(it => ['sticky', 'fixed'].includes(getComputedStyle(it).position))
        .reduce((sum, it) => sum + it.getBoundingClientRect().height, 0)";
    visitor.hover(css(".cp-group").number(1)).await?;
    let covered: f64 = read(visitor, covered).await?;
    assert!(covered <= 112.0, "{covered} of 225 pixels are covered");
    visitor.find(button("Filter (1)")).await?;
    open_sheet(visitor).await?;
    visitor.tap(checkbox("Police*")).await?;
    visitor.tap(button("Show*").within(".cp-filters")).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    in_sight(visitor, heading("*").within(".cp-results__head")).await
}
