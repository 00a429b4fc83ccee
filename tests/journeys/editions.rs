//! Editions beside one another: what changed, what came of what was promised, and links that stay true.

use std::fs;

use anyhow::Context as _;

use crate::harness::{Aspect, Journey, Outcome, Visitor, css, field, heading, journeys, link};
use crate::offline;
use crate::publishing::site_of_years;
use crate::steps::{READY, begin, in_sight, read, stands, texts};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    what_changed_is_read_and_filtered,
    an_earlier_edition_says_so_and_keeps_the_choices,
    links_of_an_earlier_edition_stay_true,
    a_promise_and_its_report_lead_to_one_another,
    what_changed_is_a_page_without_script,
    no_rule_is_broken_by_editions,
    nothing_is_compared_where_one_edition_is_held,
    a_file_carried_away_has_the_words_of_links_to_other_editions,
    an_edition_that_was_not_saved_says_so_without_a_connection,
    files_of_the_site_are_found_from_a_page_of_the_council,
];

/// The words of the changes that are on show.
const SHOWN: &str = "[...document.querySelectorAll('.cp-change')].filter(it => it.checkVisibility()).length";

async fn what_changed_is_read_and_filtered(visitor: &Visitor) -> Outcome {
    site_of_years(visitor, "filtered")?;
    begin(visitor, "?view=changes").await?;
    visitor.sees("Showing 40 of 40.").await?;
    for words in ["Reworded", "Merged", "May be the same", "Dropped", "Succeeds another", "Another sum", "Stops"] {
        visitor.sees(words).await?;
    }
    // Both wordings, with what was put in told by more than colour.
    let put = texts(visitor, ".cp-change ins").await?;
    assert!(put.iter().any(|it| it.contains("also in summer")), "{put:?}");
    let line: String =
        read(visitor, "getComputedStyle(document.querySelector('.cp-change ins')).textDecorationLine").await?;
    assert_eq!(line, "underline");
    // By priority, as everything else: it stands in the address, and is a step of Back.
    choose(visitor, "Priority", "outdoor-theft").await?;
    visitor.until("the address says so", "location.search === '?priority=outdoor-theft&view=changes'").await?;
    let some: usize = read(visitor, SHOWN).await?;
    assert!(some > 2 && some < 40, "{some}");
    visitor.sees(&format!("Showing {some} of 40.")).await?;
    choose(visitor, "Partner", "rowers").await?;
    visitor.until("the address says so", "location.search.includes('partner=rowers')").await?;
    assert!(read::<usize>(visitor, SHOWN).await? < some);
    visitor.back().await?;
    visitor.sees(&format!("Showing {some} of 40.")).await?;
    // A link that was shared shows the same.
    begin(visitor, "?priority=outdoor-theft&view=changes").await?;
    visitor.sees(&format!("Showing {some} of 40.")).await
}

/// Chooses in a list above the changes. A driver's choice is no act of the visitor's, and `WebKit` goes back over what no act led to.
async fn choose(visitor: &Visitor, list: &str, id: &str) -> Outcome {
    visitor.click(css("[data-place=changes-filter] p")).await?;
    visitor.find(field(list)).await?.select_by_value(id).await?;
    Ok(())
}

async fn an_earlier_edition_says_so_and_keeps_the_choices(visitor: &Visitor) -> Outcome {
    site_of_years(visitor, "choices")?;
    begin(visitor, "?priority=noise").await?;
    visitor.sees_no("This is an earlier edition").await?;
    visitor.click(css(".cp-edition summary")).await?;
    visitor
        .until(
            "links keep the choices",
            "document.querySelector('.cp-edition a[data-edition]').search === '?priority=noise'",
        )
        .await?;
    visitor.click(link("2031 update").within(".cp-edition")).await?;
    visitor
        .until("another edition is there", &format!("location.pathname.endsWith('/editions/2031/') && {READY}"))
        .await?;
    assert_eq!(visitor.query().await?, "editions/2031/?priority=noise");
    visitor.sees("This is an earlier edition.").await?;
    visitor.find(heading("Noise")).await?;
    // What is cited there is that edition.
    let cited: String = read(visitor, "document.querySelector('.cp-origin__edition').textContent").await?;
    assert!(cited.contains("Update 2031"), "{cited}");
    visitor
        .until(
            "links keep the choices",
            "document.querySelector('.cp-edition__earlier a').search === '?priority=noise'",
        )
        .await?;
    visitor.click(link("2032 update").within(".cp-edition__earlier")).await?;
    visitor.until("the current one is there", &format!("!location.pathname.includes('/editions/') && {READY}")).await?;
    assert_eq!(visitor.query().await?, "?priority=noise");
    // A draft of a year is an edition, too.
    begin(visitor, "editions/2031-draft/").await?;
    visitor.sees("This is the draft of an edition.").await
}

async fn links_of_an_earlier_edition_stay_true(visitor: &Visitor) -> Outcome {
    site_of_years(visitor, "links")?;
    begin(visitor, "?priority=boats").await?;
    visitor.sees("“boats” is now “").await?;
    visitor
        .until("it shows what boats became", "document.querySelector('#cp-group-outdoor-theft').checkVisibility()")
        .await?;
    // What nothing took the place of: what changed.
    begin(visitor, "?priority=litter").await?;
    visitor.sees("no “litter” any more").await?;
    visitor.find(heading("What changed")).await?;
    // A statement that is gone has its line, which leads to where it can be read.
    begin(visitor, "#f-litter-picks").await?;
    let line = css("[id='f-litter-picks'] a");
    in_sight(visitor, line).await?;
    visitor.click(line).await?;
    visitor
        .until("the edition that had it is there", &format!("location.pathname.endsWith('/editions/2031/') && {READY}"))
        .await?;
    in_sight(visitor, css("#f-litter-picks")).await
}

async fn a_promise_and_its_report_lead_to_one_another(visitor: &Visitor) -> Outcome {
    site_of_years(visitor, "report")?;
    begin(visitor, "?priority=noise").await?;
    visitor.click(link("“Run seasonal campaigns with partners”").within(".cp-list--done")).await?;
    visitor.until("the promise is there", &format!("location.pathname.endsWith('/editions/2031/') && {READY}")).await?;
    in_sight(visitor, css("#f-noise-campaigns")).await?;
    visitor.sees("Reported on in the 2032 update").await?;
    // What nobody reports on is a gap, which can be filtered by.
    begin(visitor, "editions/2031/?gap=unreported").await?;
    let shown = texts(visitor, ".cp-results .cp-card .cp-quote__words").await?;
    assert!(!shown.is_empty());
    let cards =
        "[...document.querySelectorAll('.cp-results .cp-card')].filter(it => it.checkVisibility()).map(it => it.id)";
    let cards: Vec<String> = read(visitor, cards).await?;
    assert!(cards.iter().any(|it| it.contains("litter-picks")), "{cards:?}");
    assert!(!cards.iter().any(|it| it.contains("boats-mark")), "{cards:?}");
    Ok(())
}

async fn what_changed_is_a_page_without_script(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Scriptless) {
        return Ok(());
    }
    visitor.without_script().await?;
    site_of_years(visitor, "scriptless")?;
    visitor.open("#cp-view-changes").await?;
    visitor.click(link("Read every change, with both wordings")).await?;
    visitor.sees("What changed: 2032 update beside the 2031 update").await?;
    visitor.until_or_say("all changes are there", &format!("{SHOWN} === 40"), SHOWN).await?;
    visitor.click(link("Back to the plan")).await?;
    visitor.sees("Noise").await
}

async fn no_rule_is_broken_by_editions(visitor: &Visitor) -> Outcome {
    site_of_years(visitor, "rules")?;
    begin(visitor, "?view=changes").await?;
    visitor.sees("Showing 40 of 40.").await?;
    visitor.check_accessibility().await?;
    visitor.check_no_sideways_scrolling().await?;
    begin(visitor, "editions/2031/?priority=noise").await?;
    visitor.check_accessibility_here().await?;
    visitor.open("changes.html").await?;
    visitor.check_accessibility().await
}

async fn nothing_is_compared_where_one_edition_is_held(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=changes").await?;
    visitor.sees("No earlier edition of this plan is held here").await?;
    visitor.find(link("*").within("[data-section=changes]")).await?;
    assert_eq!(visitor.count(field("Priority")).await?, 0);
    Ok(())
}

async fn a_file_carried_away_has_the_words_of_links_to_other_editions(visitor: &Visitor) -> Outcome {
    let site = site_of_years(visitor, "carried")?;
    let file =
        url::Url::from_file_path(site.join("plan-explorer-offline.html")).ok().context("the file has no address")?;
    visitor.go(&format!("{file}?view=changes")).await?;
    stands(visitor).await?;
    visitor.sees("Showing 40 of 40.").await?;
    visitor.sees("The 2032 update beside the 2031 update").await?;
    visitor.until("nothing leads beside the file", "!document.querySelector('a[data-edition], a[href^=\"./\"]')").await
}

async fn an_edition_that_was_not_saved_says_so_without_a_connection(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Worker) {
        return Ok(());
    }
    site_of_years(visitor, "saved")?;
    offline::begin(visitor, "").await?;
    offline::save(visitor).await?;
    visitor.offline().await?;
    visitor.open("editions/2031/").await?;
    visitor.sees("this edition of the plan was not saved with the one you keep").await?;
    visitor.click(link("Back to the plan")).await?;
    visitor.until("the copy is there", READY).await?;
    // The browser says that there is no connection.
    visitor.take_console().await.map(|_| ())
}

async fn files_of_the_site_are_found_from_a_page_of_the_council(visitor: &Visitor) -> Outcome {
    let site = site_of_years(visitor, "council")?;
    fs::create_dir(site.join("council"))?;
    let page = "<!doctype html><html lang=\"en-GB\"><title>Council</title><link rel=\"icon\" href=\"data:,\"><h1>Council</h1>\
         <script type=\"module\" src=\"../plan-explorer.js\"></script><plan-explorer view=\"changes\"></plan-explorer>";
    fs::write(site.join("council/page.html"), page)?;
    visitor.open("council/page.html").await?;
    let inside = "document.querySelector('plan-explorer')?.shadowRoot";
    visitor.until("the part has come", &format!("{inside}?.querySelector('.cp-change') != null")).await?;
    let away = format!(
        "[...{inside}.querySelectorAll('a[href]')].map(it => it.href).filter(it => it.includes('/council/') && !it.includes('#'))"
    );
    assert_eq!(read::<Vec<String>>(visitor, &away).await?, Vec::<String>::new());
    let table = format!("{inside}.querySelector('.cp-changes__take a').pathname");
    assert_eq!(read::<String>(visitor, &table).await?, "/data/changes.csv");
    Ok(())
}
