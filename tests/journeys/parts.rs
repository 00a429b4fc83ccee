//! Parts that the second module fills: when they come near, following the choices, without a trace when they are gone.

use xtask::server::{Reply, Settings};

use crate::harness::{Journey, Outcome, Visitor, button, css, heading, journeys, link};
use crate::plan::priorities;
use crate::steps::{begin, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_second_module_waits_until_a_part_comes_near,
    a_part_follows_the_choices,
    what_is_chosen_in_a_part_is_chosen_on_the_page,
    private_words_reach_a_part_and_no_address,
    parts_that_go_are_freed,
    without_the_second_module_one_line_says_so,
];

const SECOND: &str = "performance.getEntriesByType('resource').filter(it => it.name.includes('plan-details')).length";
const PART: &str = "[data-part=direction-of-travel]";

async fn the_second_module_waits_until_a_part_comes_near(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.settle().await?;
    assert_eq!(read::<usize>(visitor, SECOND).await?, 0);
    visitor.click(link("Figures").within("nav")).await?;
    visitor.until("the second module is there", &format!("{SECOND} === 2")).await?;
    visitor.check_accessibility_here().await
}

/// How many rows of the part can be seen.
const ROWS: &str = "[...document.querySelectorAll('[data-part=direction-of-travel] tbody tr')].filter(it => it.checkVisibility()).length";

async fn a_part_follows_the_choices(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures&priority=violence").await?;
    // Until the second module comes, the chart of the whole plan stands there.
    visitor.until("the part is alive", &format!("document.querySelector('{PART} [data-drawing]')")).await?;
    let some = read::<usize>(visitor, ROWS).await?;
    visitor.click(button("Show all figures")).await?;
    visitor.until("all rows are there", &format!("{ROWS} > {some}")).await?;
    visitor.back().await?;
    visitor.until("the choice is made again", &format!("{ROWS} === {some}")).await
}

async fn what_is_chosen_in_a_part_is_chosen_on_the_page(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    // As a part does, in which the visitor chooses. WebKit goes back only to what came of a visitor's own doing.
    visitor.click(heading("Figures")).await?;
    let wish = |detail: &str| {
        format!("document.querySelector('.cp').dispatchEvent(new CustomEvent('cp:open', {{ detail: '{detail}' }}))")
    };
    read::<bool>(visitor, &wish("?view=figures&priority=violence")).await?;
    visitor.until("the choice is in the address", "location.search === '?priority=violence&view=figures'").await?;
    read::<bool>(visitor, &wish("#view-figures")).await?;
    visitor.until("the keyboard is there", "document.activeElement.id === 'cp-view-figures'").await?;
    visitor.back().await?;
    visitor.until("the choice is taken back", "location.search === '?view=figures'").await
}

async fn private_words_reach_a_part_and_no_address(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    visitor.find(css("table").within(PART)).await?;
    let heard =
        "(window.heard = [], document.querySelector('.cp').addEventListener('cp:query', it => heard.push(it.detail)))";
    read::<Option<bool>>(visitor, heard).await?;
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.fill(css("input[type=search]").number(1), "domestic").await?;
    visitor.until("a part would hear the words", "heard.at(-1).includes('q=domestic')").await?;
    assert!(!visitor.address().await?.contains("domestic"));
    Ok(())
}

async fn parts_that_go_are_freed(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    let there_and_back = async |times: usize| {
        for _ in 0..times {
            visitor.click(link("The plan").within("nav")).await?;
            visitor
                .until(
                    "the part is gone",
                    "!document.querySelector('[data-part=direction-of-travel]').checkVisibility()",
                )
                .await?;
            visitor.click(link("Figures").within("nav")).await?;
            // Not found with `find`: the driver keeps hold of what it found.
            visitor
                .until(
                    "the part is there",
                    "document.querySelector('[data-part=direction-of-travel] .cp-chart').checkVisibility()",
                )
                .await?;
        }
        visitor.alive().await
    };
    let before = there_and_back(3).await?;
    let after = there_and_back(10).await?;
    if let (Some(before), Some(after)) = (before, after) {
        assert!(after.0 <= before.0 + 10 && after.1 <= before.1, "{before:?} {after:?}");
    }
    Ok(())
}

async fn without_the_second_module_one_line_says_so(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in =
        Some(Box::new(|request| request.path.contains("plan-details").then(|| Reply::text(404, "Gone.\n"))));
    visitor.host(settings)?;
    begin(visitor, "?view=figures").await?;
    visitor.sees("This part could not be loaded.").await?;
    visitor.check_accessibility_here().await?;
    // All else is there.
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.find(heading(&priorities())).await?;
    visitor.click(link("Anti-social behaviour*").within(".cp-overview")).await?;
    visitor.sees("Is it getting better?").await?;
    assert!(!visitor.take_console().await?.is_empty());
    Ok(())
}
