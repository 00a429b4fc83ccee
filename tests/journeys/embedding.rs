//! For web editors: the lines to paste, made from choices, copied and tried.

use serde_json::json;

use crate::harness::{Journey, Outcome, Visitor, button, css, field, heading, journeys, link, role};
use crate::steps::{begin, read};

pub(crate) const JOURNEYS: &[Journey] =
    journeys![the_lines_follow_the_choices, the_preview_is_what_will_be_there, the_lines_are_copied_or_chosen,];

const LINES: &str = "document.querySelector('#cp-embed-text').value";

async fn the_lines_follow_the_choices(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb,violence&ward=castle").await?;
    visitor.click(button("About this page")).await?;
    visitor.click(link("Put this on your website")).await?;
    visitor.find(heading("Put this on your website")).await?;
    let site = visitor.site().address();
    let start = json!("<plan-explorer priority=\"asb violence\" ward=\"castle\">");
    visitor.until("the choices are in the lines", &format!("{LINES}.startsWith({start})")).await?;
    assert!(read::<bool>(visitor, &format!("{LINES}.includes('src=\"{site}plan-explorer.js\"')")).await?);
    visitor.find(field("Begins with")).await?.select_by_value("figures").await?;
    visitor.find(field("Its first heading")).await?.select_by_value("3").await?;
    visitor.click(role("radio", "This one*")).await?;
    visitor.click(role("radio", "Without*")).await?;
    visitor.click(role("radio", "Keep choices out of this page’s address")).await?;
    let start = json!(
        "<plan-explorer priority=\"asb violence\" ward=\"castle\" view=\"figures\" heading-level=\"3\" head=\"none\" url=\"none\" edition=\"2021-draft\">"
    );
    visitor.until("all else is, too", &format!("{LINES}.startsWith({start})")).await?;
    assert_eq!(visitor.count(field("The rules for your stylesheet")).await?, 0);
    visitor.click(role("radio", "Your own accent")).await?;
    visitor.find(field("The rules for your stylesheet")).await?;
    let frame = format!(
        "{LINES}.startsWith('<iframe src=\"{site}embed.html?priority=asb,violence&amp;ward=castle&amp;view=figures&amp;head=none\"')"
    );
    visitor.click(role("radio", "In a frame*")).await?;
    visitor.until("or a frame", &frame).await?;
    visitor.phone().await?;
    visitor.until_no_sideways_scrolling().await?;
    visitor.check_accessibility().await
}

async fn the_preview_is_what_will_be_there(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=embed&priority=asb").await?;
    visitor.until("the lines are there", "document.querySelector('#cp-embed-text')").await?;
    visitor.hover(heading("How it will look")).await?;
    visitor.until("the preview is there", "document.querySelector('plan-explorer[data-state=ready]')").await?;
    let inside = "document.querySelector('plan-explorer').shadowRoot.querySelector";
    visitor
        .until(
            "with the choices",
            &format!("{inside}('[data-stage=priority] #cp-group-asb').innerText.trim() === 'Anti-social behaviour'"),
        )
        .await?;
    visitor.find(field("Begins with")).await?.select_by_value("glossary").await?;
    visitor
        .until(
            "it follows",
            &format!("{inside}('.cp-view:not([hidden]) .cp-view__title')?.textContent === 'Words explained'"),
        )
        .await?;
    assert_eq!(visitor.query().await?, "?view=embed&priority=asb", "the preview leaves the address alone");
    Ok(())
}

async fn the_lines_are_copied_or_chosen(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=embed").await?;
    visitor.click(button("Copy").number(1)).await?;
    let told = "document.querySelector('[data-copied]').textContent";
    visitor.until("it says what it did", &format!("{told} !== ''")).await?;
    if read::<String>(visitor, told).await? != "Copied." {
        let chosen = format!("{LINES} === getSelection().toString() || document.activeElement.id === 'cp-embed-text'");
        assert!(read::<bool>(visitor, &chosen).await?, "what could not be copied is chosen");
    }
    visitor.find(css("#cp-embed-text")).await?;
    Ok(())
}
