//! What a screen reader is told, and what stays where it is.

use serde_json::json;

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, css, field, heading, journeys, link, role};
use crate::narrow::open_sheet;
use crate::plan::{found, told};
use crate::steps::{begin, choose_ward, facet, read, results, stands_alone, stays_at, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    every_change_is_announced_once,
    typing_is_announced_once_after_a_pause,
    going_back_is_announced_once,
    nothing_is_announced_on_arrival,
    ticking_a_box_moves_neither_the_focus_nor_the_page,
    what_was_opened_stays_open_when_a_box_is_ticked,
];

async fn every_change_is_announced_once(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    facet(visitor, "Kind of statement").await?;
    visitor.said().await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.hears_only("20 statements for Anti-social behaviour, and 8 strategies for the whole plan.").await?;
    tick(visitor, "Reported as done").await?;
    visitor.hears_only("5 statements for Anti-social behaviour, Reported as done.").await?;
    tick(visitor, "Anti-social behaviour").await?;
    visitor.hears_only("statements for Reported as done.").await?;
    visitor.click(button("Clear all choices").within(".cp-chosen")).await?;
    visitor.hears_only("All 84 statements.").await?;
    facet(visitor, "Where I live").await?;
    tick(visitor, "Castle").await?;
    visitor.hears_only("80 statements for Castle.").await?;
    visitor.click(button("Remove Castle")).await?;
    visitor.hears_only("All 84 statements.").await?;
    tick(visitor, "Car key burglary and vehicle theft").await?;
    visitor
        .hears_only("4 statements for Car key burglary and vehicle theft, and 8 strategies for the whole plan.")
        .await?;
    tick(visitor, "Community Together CIC").await?;
    visitor.hears_only("No results for Car key burglary and vehicle theft, Community Together CIC.").await?;
    // A page of its own, and back to all of them.
    visitor.click(link("Priorities").within("nav")).await?;
    visitor.hears_only("All 84 statements.").await?;
    visitor.click(link("County lines*").within(".cp-overview")).await?;
    visitor.hears_only("8 statements for County lines, and 8 strategies for the whole plan.").await?;
    visitor.click(link("My ward").within("nav")).await?;
    choose_ward(visitor, "castle").await?;
    visitor.hears_only("statements for County lines, Castle, and 8 strategies for the whole plan.").await
}

async fn typing_is_announced_once_after_a_pause(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.click(field("Postcode, ward or a word")).await?;
    // In the page's own time: on a machine that is busy, a driver may take longer to ask than the pause lasts.
    let watch = "window.moments = [];
        const follow = () => (it => it.checkVisibility() && !it.textContent.includes('All '))(document.querySelector('#cp-results-title'));
        document.addEventListener('input', () => {
            const letter = ['letter', performance.now(), false];
            moments.push(letter);
            setTimeout(() => { letter[2] = follow(); });
        }, true);
        new MutationObserver(() => moments.push(['said', performance.now(), follow()]))
            .observe(document.querySelector('.cp__page > [role=status]'), { childList: true, characterData: true, subtree: true })";
    visitor.evaluate(watch, vec![]).await?;
    visitor.said().await?;
    visitor.type_keys("knife").await?;
    visitor.hears_only("for “knife”.").await?;
    let moments: Vec<(String, f64, bool)> = read(visitor, "moments").await?;
    let kinds: Vec<&str> = moments.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(
        kinds,
        ["letter", "letter", "letter", "letter", "letter", "said"],
        "nothing is said while somebody types"
    );
    assert!(moments[4].2, "the results follow at once: {moments:?}");
    assert!(moments[5].1 - moments[4].1 > 500.0, "it is said after a pause: {moments:?}");
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the focus", "document.activeElement.textContent.includes('statement')").await?;
    assert!(visitor.said().await?.is_empty(), "what was said is not said again");
    Ok(())
}

async fn going_back_is_announced_once(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    tick(visitor, "County lines").await?;
    visitor.hears_only(&told("?priority=county-lines")).await?;
    visitor.back().await?;
    visitor.hears_only(&told("")).await?;
    visitor.forward().await?;
    visitor.hears_only(&told("?priority=county-lines")).await
}

async fn nothing_is_announced_on_arrival(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb").await?;
    stands_alone(visitor, "asb").await?;
    assert!(visitor.said().await?.is_empty());
    begin(visitor, "?priority=asb&view=list").await?;
    visitor.find(heading(&found("?priority=asb"))).await?;
    assert!(visitor.said().await?.is_empty());
    let regions: usize = read(visitor, "document.querySelectorAll('main [role=status]').length").await?;
    assert_eq!(regions, 1, "the region stands there before anything is said in it");
    Ok(())
}

async fn ticking_a_box_moves_neither_the_focus_nor_the_page(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb,violence").await?;
    let police = checkbox("Police*");
    // Somewhere in the results, with the filters standing beside them.
    visitor.hover(css("#cp-asb-direction")).await?;
    let (top, place) = (visitor.scroll_top().await?, visitor.place(police).await?);
    let [.., chips] = visitor.place(css(".cp-chosen")).await?;
    assert!(top > 500.0, "the page is scrolled: {top}");
    visitor.click(police).await?;
    visitor.hears_only("Police.").await?;
    assert!(visitor.focus().await?.starts_with("checkbox “Police"), "{}", visitor.focus().await?);
    stays_at(visitor, police, place).await?;
    // What is above may have become shorter: then the page is, too. It never moves further, but for a row of chips more above.
    let [.., chips_now] = visitor.place(css(".cp-chosen")).await?;
    let (now, grown) = (visitor.scroll_top().await?, chips_now - chips);
    assert!(now <= top + grown, "{now} after {top}, with {grown} more above");
    // With the keyboard it is the same.
    visitor.press(' ').await?;
    visitor.hears_only("statements for Anti-social behaviour or Public place and serious violence, and 8 strategies for the whole plan.").await?;
    assert!(visitor.focus().await?.starts_with("checkbox “Police"), "{}", visitor.focus().await?);
    stays_at(visitor, police, place).await?;
    // And in the sheet of a phone.
    visitor.screen(390, 800).await?;
    visitor.find(button("Filter (2)")).await?;
    open_sheet(visitor).await?;
    visitor.tap(police).await?;
    // What a finger does comes after the driver has let go.
    let ticked = "document.activeElement.matches('[name=partner][value=police]:checked')";
    visitor.until("the box has the keyboard and its tick", ticked).await?;
    let place = visitor.place(police).await?;
    visitor.press(' ').await?;
    visitor.press(' ').await?;
    stays_at(visitor, police, place).await?;
    assert!(visitor.focus().await?.starts_with("checkbox “Police"), "{}", visitor.focus().await?);
    Ok(())
}

async fn what_was_opened_stays_open_when_a_box_is_ticked(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=violence&view=list").await?;
    let origins = ".cp-group .cp-list--direction";
    visitor.click(button("Plan’s words*").within(origins).number(1)).await?;
    visitor.sees("under “3.3.Violence – Public Place”").await?;
    let before = results(visitor).await?;
    tick(visitor, "County lines").await?;
    assert_ne!(results(visitor).await?, before);
    visitor.sees("under “3.3.Violence – Public Place”").await?;
    // Nor is a term closed, nor text that was chosen let go.
    let script = "return document.querySelectorAll(arguments[0]).length";
    assert_eq!(visitor.evaluate(script, vec![json!(".cp-results details.cp-origin[open]")]).await?, 1);
    visitor.find(role("link", "Read it in the full text").within(origins)).await?;
    Ok(())
}
