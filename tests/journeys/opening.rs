//! Opening the page: it is quiet, it fits, and it can be read by everyone.

use crate::harness::{Journey, Outcome, Visitor, journeys, role};
use crate::steps::read;

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_page_opens_with_an_empty_console,
    nothing_scrolls_sideways_at_320_pixels,
    no_accessibility_rule_is_broken,
    no_accessibility_rule_is_broken_in_the_dark,
    the_ground_reaches_to_the_foot_of_a_high_window,
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

async fn the_ground_reaches_to_the_foot_of_a_high_window(visitor: &Visitor) -> Outcome {
    visitor.dark().await?;
    visitor.screen(1280, 2400).await?;
    visitor.open("").await?;
    let own: String = read(visitor, "getComputedStyle(document.querySelector('.cp')).backgroundColor").await?;
    // What lies below the page has the ground of its body.
    let ground = "(it => getComputedStyle(it === document.documentElement ? document.body : it).backgroundColor)\
         (document.elementFromPoint(4, innerHeight - 4))";
    assert_eq!(read::<String>(visitor, ground).await?, own);
    Ok(())
}
