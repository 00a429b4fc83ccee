//! Opening the page: it is quiet, it fits, and it can be read by everyone.

use crate::harness::{Journey, Outcome, Visitor, journeys, role};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_page_opens_with_an_empty_console,
    nothing_scrolls_sideways_at_320_pixels,
    no_accessibility_rule_is_broken,
    no_accessibility_rule_is_broken_in_the_dark,
];

async fn the_page_opens_with_an_empty_console(visitor: &Visitor) -> Outcome {
    visitor.open("").await?;
    visitor.find(role("heading", "*").within("main").number(1)).await?;
    assert!(visitor.console().await?.is_empty());
    Ok(())
}

async fn nothing_scrolls_sideways_at_320_pixels(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    visitor.open("").await?;
    visitor.check_no_sideways_scrolling().await
}

async fn no_accessibility_rule_is_broken(visitor: &Visitor) -> Outcome {
    visitor.open("").await?;
    visitor.check_accessibility().await
}

async fn no_accessibility_rule_is_broken_in_the_dark(visitor: &Visitor) -> Outcome {
    visitor.dark().await?;
    visitor.open("").await?;
    visitor.check_accessibility().await
}
