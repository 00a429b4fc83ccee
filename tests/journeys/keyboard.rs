//! Without a mouse: from the top of the page to an answer.

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, field, heading, journeys, link};
use crate::steps::{begin, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_first_key_leads_past_the_top,
    a_ward_a_priority_an_origin_and_back_again,
    the_table_and_the_menu_work_by_keyboard,
    what_has_the_focus_can_be_seen,
];

async fn the_first_key_leads_past_the_top(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.press(Key::Tab).await?;
    assert_eq!(visitor.focus().await?, "link “Skip to the plan”");
    let [left, top, width, height] = visitor.place(link("Skip to the plan")).await?;
    assert!(left >= 0.0 && top >= 0.0 && width > 24.0 && height > 24.0, "it is in sight");
    visitor.press(Key::Enter).await?;
    visitor.until("the plan has the focus", "document.activeElement.id === 'plan-explorer'").await?;
    Ok(())
}

async fn a_ward_a_priority_an_origin_and_back_again(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.tab_to(link("My ward").within("nav")).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the view has the keyboard", "document.activeElement.id === 'cp-view-wards'").await?;
    visitor.tab_to(field("Your ward")).await?;
    visitor.type_keys("Castle").await?;
    visitor.until("it is chosen", "location.search === '?ward=castle&view=wards'").await?;
    assert!(visitor.focus().await?.contains("Your ward"), "choosing does not move the keyboard");
    // The box at the top leads on to the statements, with nothing typed as well.
    visitor.tab_back_to(field("Postcode, ward or a word")).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the keyboard", "document.activeElement.id === 'cp-results-title'").await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    visitor.tab_back_to(checkbox("County lines*")).await?;
    visitor.press(' ').await?;
    visitor.find(button("Remove County lines")).await?;
    assert_eq!(visitor.query().await?, "?priority=county-lines&ward=castle");
    let card = ".cp-list--promised > ul > li:first-child";
    let origin = button("Plan’s words, section 4.5*").within(card);
    visitor.tab_to(origin).await?;
    visitor.press(Key::Enter).await?;
    visitor.sees("under “4.5 County Lines”").await?;
    visitor.tab_to(link("Read it in the full text").within(card)).await?;
    visitor.tab_back_to(origin).await?;
    visitor.press(' ').await?;
    visitor.sees_no("under “4.5 County Lines”").await?;
    // Backwards to the choices, to take one back.
    visitor.tab_back_to(button("Remove County lines")).await?;
    visitor.press(Key::Enter).await?;
    visitor.sees_no("Remove County lines").await?;
    assert_eq!(visitor.query().await?, "?ward=castle");
    visitor.until_focus("heading *").await?;
    Ok(())
}

async fn the_table_and_the_menu_work_by_keyboard(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.tab_to(link("Who does what")).await?;
    visitor.press(Key::Enter).await?;
    visitor.find(heading("Who does what")).await?;
    visitor.tab_to(button("County lines").within(".cp-matrix")).await?;
    visitor.press(' ').await?;
    visitor.until("it is sorted by the part in that", "document.querySelector('th[aria-sort=descending]')").await?;
    assert_eq!(visitor.focus().await?, "button “County lines”");
    Ok(())
}

async fn what_has_the_focus_can_be_seen(visitor: &Visitor) -> Outcome {
    // The way out stays at the top, the bar at the bottom: neither may cover what the keyboard is on.
    visitor.screen(390, 640).await?;
    for address in ["?priority=s1", "?priority=s1&view=list"] {
        begin(visitor, address).await?;
        the_focus_can_be_seen(visitor).await?;
    }
    Ok(())
}

/// Forty presses of the Tab key on, and thirty back.
async fn the_focus_can_be_seen(visitor: &Visitor) -> Outcome {
    let seen = "(it => {
        const boxes = [...it.getClientRects()];
        return it === document.body || boxes.some(box => [0.15, 0.5, 0.85].some(part =>
            it.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height * part))));
    })(document.activeElement)";
    let ringed = "(it => it === document.body || it.matches('main, .cp-skip') || getComputedStyle(it).outlineStyle !== 'none')(document.activeElement)";
    for _ in 0..40 {
        visitor.press(Key::Tab).await?;
        assert!(read::<bool>(visitor, seen).await?, "something lies over {}", visitor.focus().await?);
        assert!(read::<bool>(visitor, ringed).await?, "nothing shows the focus on {}", visitor.focus().await?);
    }
    for _ in 0..30 {
        visitor.press_with(Key::Shift, Key::Tab).await?;
        assert!(read::<bool>(visitor, seen).await?, "going back, something lies over {}", visitor.focus().await?);
    }
    Ok(())
}
