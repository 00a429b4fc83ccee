//! Safety: a quick way out, and no trail.

use std::time::Duration;

use crate::harness::{Aspect, Journey, Key, Outcome, Visitor, button, css, field, heading, journeys, link};
use crate::plan::all_priorities;
use crate::steps::{begin, facet, read, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_way_out_is_shown_with_a_sensitive_priority,
    exit_this_page_leaves,
    shift_three_times_leaves,
    shift_three_times_leaves_from_anywhere_on_the_page,
    writing_capitals_does_not_leave,
    shift_with_the_mouse_does_not_leave,
    shift_leaves_only_where_the_way_out_is_offered,
    nothing_is_stored_on_the_device,
    nothing_is_asked_of_anybody_else,
];

async fn the_way_out_is_shown_with_a_sensitive_priority(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    let way_out = button("Exit this page").within(".cp-exit-bar");
    assert_eq!(visitor.count(way_out).await?, 0, "it is not in the way of others");
    tick(visitor, "Domestic abuse, stalking and harassment").await?;
    visitor.find(way_out).await?;
    visitor.sees("or press Shift three times. Your browser may still keep this visit").await?;
    // It stays at the top of the screen, wherever one reads.
    visitor.hover(heading("About this page")).await?;
    let [_, top, _, height] = visitor.place(way_out).await?;
    assert!((0.0..100.0).contains(&top) && height >= 44.0);
    tick(visitor, "Domestic abuse, stalking and harassment").await?;
    visitor.until_count(way_out, 0).await?;
    // Under the priority itself there is one even when all priorities are shown.
    visitor.find(button("Exit this page").within(".cp-group")).await?;
    // So it is on its page, for whoever comes from the start or from a link.
    begin(visitor, "").await?;
    assert_eq!(visitor.count(way_out).await?, 0);
    visitor.click(link("Domestic abuse, stalking and harassment*").within(".cp-overview")).await?;
    visitor.find(way_out).await?;
    let beside = button("Exit this page").within(".cp-group");
    assert_eq!(visitor.count(beside).await?, 0, "the one that stays in sight is enough");
    visitor.click(link(&all_priorities())).await?;
    visitor.until_count(way_out, 0).await
}

/// Where “Exit this page” leads.
const HARMLESS: &str = "https://www.bbc.co.uk/weather";

/// The browser has left the site for a harmless page. Here there may be no network: then it shows that it could not open it.
pub(crate) async fn has_left(visitor: &Visitor) -> Outcome {
    has_gone_to(visitor, HARMLESS).await?;
    assert!(!visitor.words().await?.contains("abuse"));
    visitor.take_console().await?;
    Ok(())
}

/// The whole tab has gone to an address.
pub(crate) async fn has_gone_to(visitor: &Visitor, there: &str) -> Outcome {
    // The page that takes its place cannot be asked, so the address is looked at until it is another.
    for _ in 0..200 {
        if visitor.address().await?.starts_with(there) {
            return visitor.leave_all_frames().await;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    anyhow::bail!("the page is still {}", visitor.address().await?)
}

async fn exit_this_page_leaves(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=glossary").await?;
    begin(visitor, "?priority=s1").await?;
    visitor.click(button("Exit this page").within(".cp-exit-bar")).await?;
    has_left(visitor).await?;
    // “Back” does not bring it up again.
    visitor.back().await?;
    visitor.find(heading("Words explained")).await?;
    visitor.take_console().await?;
    Ok(())
}

async fn shift_three_times_leaves(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1").await?;
    visitor.click(button("Plan’s words*").within(".cp-group").number(1)).await?;
    for _ in 0..3 {
        visitor.press(Key::Shift).await?;
    }
    has_left(visitor).await
}

async fn shift_three_times_leaves_from_anywhere_on_the_page(visitor: &Visitor) -> Outcome {
    // Right after the page has opened, nothing on it has the focus.
    begin(visitor, "?priority=s1").await?;
    visitor.sees("or press Shift three times").await?;
    for _ in 0..3 {
        visitor.press(Key::Shift).await?;
    }
    has_left(visitor).await
}

async fn writing_capitals_does_not_leave(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1").await?;
    visitor.click(field("Postcode, ward or a word")).await?;
    for letter in ['m', 'a', 'r', 'a', 'c'] {
        visitor.press_with(Key::Shift, letter).await?;
    }
    visitor.sees("statement").await?;
    assert_eq!(visitor.query().await?, "?priority=s1");
    visitor.find(button("Exit this page").within(".cp-exit-bar")).await?;
    Ok(())
}

/// The page still stands there, and offers the way out.
async fn has_stayed(visitor: &Visitor) -> Outcome {
    // Longer than it takes to leave.
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(visitor.query().await?, "?priority=s1");
    visitor.find(button("Exit this page").within(".cp-exit-bar")).await?;
    Ok(())
}

async fn shift_with_the_mouse_does_not_leave(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1").await?;
    // Text is chosen by a click and another with Shift.
    visitor.hover(css("[data-g=s1] .cp-group__plain")).await?;
    for _ in 0..3 {
        visitor.holding(Key::Shift, visitor.press_mouse()).await?;
    }
    has_stayed(visitor).await?;
    if visitor.has(Aspect::Wheel) {
        // With Shift the wheel scrolls sideways.
        for _ in 0..3 {
            visitor.holding(Key::Shift, visitor.turn_wheel(40)).await?;
        }
        has_stayed(visitor).await?;
    }
    // Other shortcuts, such as the one for the next keyboard layout, and clicks between presses.
    for _ in 0..3 {
        visitor.press_with(Key::Control, Key::Shift).await?;
    }
    for _ in 0..3 {
        visitor.press(Key::Shift).await?;
        visitor.press_mouse().await?;
    }
    has_stayed(visitor).await
}

async fn shift_leaves_only_where_the_way_out_is_offered(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=glossary").await?;
    assert_eq!(visitor.count(button("Exit this page")).await?, 0);
    for _ in 0..3 {
        visitor.press(Key::Shift).await?;
    }
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(visitor.query().await?, "?view=glossary");
    visitor.find(heading("Words explained")).await?;
    Ok(())
}

async fn nothing_is_stored_on_the_device(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1&view=list").await?;
    tick(visitor, "Police").await?;
    facet(visitor, "Where I live").await?;
    tick(visitor, "Castle").await?;
    visitor.fill(field("Postcode, ward or a word"), "support").await?;
    visitor.click(link("Figures").within("nav")).await?;
    visitor.find(heading("Figures")).await?;
    let stored = "(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await caches.keys()).length,
        (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length,
        history.state === null ? 0 : 1])()";
    assert_eq!(read::<Vec<u32>>(visitor, stored).await?, [0; 7]);
    visitor.click(button("About this page")).await?;
    visitor
        .sees("This page sets no cookies, stores nothing on your device unasked and asks no other site for anything.")
        .await
}

async fn nothing_is_asked_of_anybody_else(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1&view=list").await?;
    tick(visitor, "Police").await?;
    visitor.click(link("The plan").within("nav")).await?;
    visitor.click(link("Full text").within("nav")).await?;
    visitor.find(heading("Full text")).await?;
    let asked: Vec<String> = read(
        visitor,
        "performance.getEntriesByType('resource').map(it => new URL(it.name).origin).filter(it => it !== origin)",
    )
    .await?;
    assert_eq!(asked, Vec::<String>::new());
    // A link to somewhere else does not tell where one comes from.
    let telling: u32 =
        read(visitor, "[...document.querySelectorAll('a[href^=http]')].filter(it => it.origin !== origin && !it.rel.includes('noreferrer')).length")
            .await?;
    assert_eq!(telling, 0);
    Ok(())
}
