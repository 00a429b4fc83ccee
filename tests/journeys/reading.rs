//! Reading: every part of the page, the way to the plan's own words, words explained in place, the table, the figures.

use crate::harness::{Journey, Key, Outcome, Visitor, button, css, heading, journeys, link, role};
use crate::steps::{begin, in_sight, leaves, priorities_shown, read, results, texts};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    every_part_opens_from_the_menu,
    the_menu_of_a_phone_opens_from_a_button,
    a_statement_leads_to_its_words_in_the_plan,
    every_kind_of_statement_says_where_it_comes_from,
    a_term_opens_in_its_sentence_by_keyboard,
    promised_stands_beside_done,
    the_table_of_partners_can_be_sorted,
    a_cell_of_the_table_leads_to_what_it_stands_for,
    on_a_phone_the_table_is_a_list_by_priority,
    each_figure_stands_with_its_base_period_and_caveat,
    the_survey_and_the_money_are_complete,
    editors_notes_name_what_does_not_agree,
    related_strategies_say_how_sure_their_address_is,
    help_is_named_in_every_part,
];

/// Every part by its name in the menu, with its heading.
const PARTS: [(&str, &str); 8] = [
    ("Who does what", "Who does what"),
    ("Figures and money", "Figures and money"),
    ("Related strategies", "Related strategies"),
    ("How the plan works", "How the plan works"),
    ("Editor’s notes", "Editor’s notes"),
    ("Words explained", "Words explained"),
    ("Full text", "Full text"),
    ("Explore the plan", "All 84 statements"),
];

async fn every_part_opens_from_the_menu(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    for (name, title) in PARTS {
        visitor.click(link(name).within("nav")).await?;
        visitor.find(heading(title)).await?;
        let current = texts(visitor, "nav [aria-current=page]").await?;
        assert_eq!(current, [name]);
        visitor.sees("This is a draft of the 2021 update. The plan period ended in 2023.").await?;
        if name != "Explore the plan" {
            let focus = format!("document.activeElement.textContent === '{title}'");
            visitor.until(&format!("{title} has the focus"), &focus).await?;
            in_sight(visitor, heading(title)).await?;
        }
    }
    Ok(())
}

async fn the_menu_of_a_phone_opens_from_a_button(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "").await?;
    for (name, title) in [PARTS[1], PARTS[7]] {
        assert_eq!(visitor.count(link(name).within("nav")).await?, 0, "the menu is closed");
        visitor.tap(button("*").within("nav")).await?;
        visitor.tap(link(name).within("nav")).await?;
        visitor.find(heading(title)).await?;
        visitor.find(button("All parts of the plan").within("nav")).await?;
    }
    Ok(())
}

async fn a_statement_leads_to_its_words_in_the_plan(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=violence").await?;
    let list = ".cp-list--promised > ul > li:first-child";
    let quote = visitor.words_of(css(".cp-quote__words").within(&format!(".cp-group:not([hidden]) {list}"))).await?;
    let words = quote.trim_matches(['“', '”']).to_owned();
    visitor.click(button("Where does this come from").within(list)).await?;
    visitor
        .sees(
            "Tamworth Community Safety Partnership Plan 2020-2023, Update 2021 DRAFT, section 4.6, under “4.6 Public Place \
             Violence (including Knife Crime)”. Word for word. This edition is a draft.",
        )
        .await?;
    visitor.click(link("Read it in the full text").within(list)).await?;
    visitor.find(heading("Full text")).await?;
    visitor.until("a passage has the focus", "document.activeElement.matches('.cp-passage')").await?;
    let passage: String = read(visitor, "document.activeElement.innerText.replace(/\\s+/g, ' ')").await?;
    assert!(passage.contains(&words), "“{passage}” holds “{words}”");
    in_sight(visitor, css(".cp-passage:focus")).await?;
    // The way back is one step.
    visitor.back().await?;
    leaves(visitor, 19).await
}

async fn every_kind_of_statement_says_where_it_comes_from(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    // Each card has a way to its origin.
    let without: usize = read(
        visitor,
        "[...document.querySelectorAll('.cp-results .cp-card')].filter(it => !it.querySelector('.cp-origin summary')).length",
    )
    .await?;
    assert_eq!(without, 0);
    // What is not from the plan says so, with its publisher, date and how the place is known.
    let fact = ".cp-card--local:has([href*='gorgeous'])";
    visitor.click(button("Where does this come from").within(fact).number(1)).await?;
    visitor.sees("This is not from the plan. Source: Gorgeous Radio. Date: Undated, from the COVID period").await?;
    visitor.sees("How we know the place:").await?;
    // What the plan does not say about a statement stands there as well.
    visitor.click(button("Where does this come from").within(".cp-results .cp-card:has([data-passage=s1-t2])")).await?;
    visitor.sees("What the plan does not say:").await?;
    visitor.sees("The plan does not say which period the change covers.").await
}

async fn a_term_opens_in_its_sentence_by_keyboard(visitor: &Visitor) -> Outcome {
    begin(visitor, "?q=PSPO").await?;
    let meaning = "A council order that bans or limits certain behaviour in a public place";
    let term = button("Public Space Protection Order*").within(".cp-card--done");
    visitor.sees_no(meaning).await?;
    visitor.tab_to(term).await?;
    visitor.press(Key::Enter).await?;
    visitor.sees(meaning).await?;
    let open = "document.activeElement.getAttribute('aria-expanded')";
    assert_eq!(read::<String>(visitor, open).await?, "true");
    assert!(visitor.focus().await?.contains("Public Space Protection Order"));
    visitor.press(' ').await?;
    visitor.sees_no(meaning).await?;
    assert_eq!(read::<String>(visitor, open).await?, "false");
    Ok(())
}

async fn promised_stands_beside_done(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb").await?;
    let promised = visitor.place(css("#cp-asb-promised")).await?;
    let done = visitor.place(css("#cp-asb-done")).await?;
    assert!((promised[1] - done[1]).abs() < 2.0 && done[0] > promised[0] + 200.0, "{promised:?} and {done:?}");
    visitor.screen(390, 800).await?;
    let promised = visitor.place(css("#cp-asb-promised")).await?;
    let done = visitor.place(css("#cp-asb-done")).await?;
    assert!(done[1] > promised[1] + 50.0, "one after the other on a phone: {promised:?} and {done:?}");
    Ok(())
}

/// The first column of the table, without its line on lead partners.
const PARTNERS: &str =
    "[...document.querySelectorAll('.cp-matrix tbody tr:not(.cp-table__note) th')].map(it => it.textContent)";

async fn the_table_of_partners_can_be_sorted(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=partners").await?;
    let in_plan: Vec<String> = read(visitor, PARTNERS).await?;
    assert_eq!(in_plan[..3], ["Borough Council", "County Council", "Police"]);
    let sort = "[...document.querySelectorAll('.cp-matrix th[aria-sort]:not([aria-sort=none])')]
        .map(it => it.textContent + ' ' + it.getAttribute('aria-sort'))";
    // By the number of priorities.
    visitor.click(button("Priorities")).await?;
    visitor.until("it is sorted", "document.querySelector('[aria-sort=descending]')").await?;
    let numbers: Vec<String> = texts(visitor, ".cp-matrix td.cp-table__number").await?;
    let numbers: Vec<u32> = numbers.iter().filter_map(|it| it.parse().ok()).collect();
    assert!(numbers.len() == in_plan.len() && numbers.is_sorted_by(|one, next| one >= next), "{numbers:?}");
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["Priorities descending"]);
    // By the part in one priority: who leads stands first, whoever is not named last.
    visitor.click(button("County lines")).await?;
    let parts = texts(visitor, ".cp-matrix tbody tr:not(.cp-table__note) td:nth-child(6)").await?;
    let first_unnamed = parts.iter().position(|it| it == "not named").unwrap_or(parts.len());
    assert!(parts[0].starts_with("Lead") && parts[first_unnamed..].iter().all(|it| it == "not named"), "{parts:?}");
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["County lines descending"]);
    // By name, and with a second press as in the plan.
    visitor.click(button("Partner")).await?;
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["Partner ascending"]);
    let by_name: Vec<String> = read(visitor, PARTNERS).await?;
    let folded: Vec<String> = by_name.iter().map(|it| it.to_lowercase()).collect();
    assert!(folded.is_sorted(), "rows stand by the name that they show: {by_name:?}");
    visitor.click(button("Partner")).await?;
    assert_eq!(read::<Vec<String>>(visitor, PARTNERS).await?, in_plan);
    Ok(())
}

async fn a_cell_of_the_table_leads_to_what_it_stands_for(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=partners").await?;
    let cell = link("Lead, Delivers*").within(".cp-matrix").number(2);
    assert_eq!(visitor.words_of(cell).await?.replace(" :", ":"), "Lead, Delivers: Police, County lines");
    visitor.click(cell).await?;
    visitor.find(button("Remove Police")).await?;
    visitor.find(button("Remove County lines")).await?;
    let found = results(visitor).await?;
    assert!(found > 0);
    leaves(visitor, found).await?;
    assert_eq!(visitor.query().await?, "?priority=county-lines&partner=police");
    visitor.back().await?;
    visitor.click(link("Not stated*").within(".cp-matrix").number(1)).await?;
    visitor.find(button("Remove Lead partner not stated")).await?;
    assert_eq!(priorities_shown(visitor).await?, ["Car key burglary and vehicle theft"]);
    visitor.sees("Lead partner: not stated in the plan").await
}

async fn on_a_phone_the_table_is_a_list_by_priority(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=partners").await?;
    assert_eq!(visitor.count(role("table", "")).await?, 0);
    for priority in ["Anti-social behaviour", "Vulnerable people and contextual safeguarding"] {
        visitor.find(heading(priority)).await?;
    }
    let list = ".cp-by-priority";
    assert_eq!(texts(visitor, ".cp-who .cp-not-stated").await?, ["not stated"; 3]);
    visitor.tap(link("Funder*").within(list).number(1)).await?;
    let found = results(visitor).await?;
    assert!(found > 0);
    leaves(visitor, found).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    in_sight(visitor, heading("*").within(".cp-results__head")).await
}

async fn each_figure_stands_with_its_base_period_and_caveat(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    visitor.find(css(".cp-table--money")).await?;
    let figures = texts(visitor, ".cp-figure").await?;
    let figure = |start: &str| figures.iter().find(|it| it.starts_with(start)).cloned().unwrap_or_default();
    for (name, words) in [
        (
            "Violence in public spaces",
            "344 incidents down from 656 (−48%) To February 2021; the plan does not say from when. Lower is better. \
             Affected by COVID restrictions",
        ),
        ("Domestic-related crime", "1,171 crimes about the same as 1,180 before (−1%) To January 2021;"),
        ("Domestic-related crime", "It does not count burglaries or vehicle theft."),
        (
            "Anti-social behaviour reported",
            "Fewer reports, −9% The plan does not publish the counts behind this percentage 12 months ending December \
             2020. Lower is better.",
        ),
        ("Police-reported", "More reports, +6%"),
        ("Police-reported", "Neither more nor fewer is good or bad in itself."),
        ("Referrals to", "More referrals, +33%"),
        ("Referrals to", "The plan does not say for which period."),
        ("All crime", "Fewer crimes, −22%"),
    ] {
        assert!(figure(name).contains(words), "“{name}” says “{words}”: {}", figure(name));
    }
    // COVID stands beside each number that it touched, and opens the plan's own warning.
    visitor.click(button("Affected by COVID restrictions*").within(".cp-figure").number(1)).await?;
    visitor.sees("is highly irregular").await?;
    // Choices filter the figures, and the page says so.
    begin(visitor, "?view=figures&priority=violence").await?;
    visitor.find(css(".cp-table--money")).await?;
    visitor
        .until(
            "two figures are left",
            "[...document.querySelectorAll('.cp-figure__name')].filter(it => it.checkVisibility()).length === 2",
        )
        .await?;
    visitor.sees("Your choices filter the figures below.").await?;
    visitor.click(button("Show all figures")).await?;
    visitor.until("all are there", "document.querySelectorAll('.cp-figure:not([hidden])').length > 7").await?;
    visitor.until_focus("heading “Figures and money”").await?;
    Ok(())
}

async fn the_survey_and_the_money_are_complete(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    visitor.find(css(".cp-table--money")).await?;
    let shares = texts(visitor, ".cp-card--survey .cp-figure__number").await?;
    assert_eq!(shares, ["93%", "92%", "46%", "98%", "85%"]);
    let sums = texts(visitor, ".cp-table--money tbody td:first-child").await?;
    assert_eq!(sums, ["£64,173", "£100,000", "£9000", "£196,000"]);
    visitor.sees("Sample size and date not given in the plan.").await?;
    visitor.sees("They do not add up to a budget, so we do not add them up.").await?;
    // A table that is wider than the page scrolls by keyboard and says what it is.
    visitor.screen(320, 640).await?;
    visitor.find(role("region", "Table of sums of money")).await?;
    visitor.check_no_sideways_scrolling().await
}

async fn editors_notes_name_what_does_not_agree(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=notes").await?;
    for title in [
        "Five priorities, or seven",
        "Section 3.6: the figure does not fit the heading",
        "Three priorities state no lead partner",
    ] {
        visitor.find(heading(title)).await?;
    }
    // A counted gap leads to as many statements.
    let gap = link("Lead partner not stated: *").within(".cp-view");
    let words = visitor.words_of(gap).await?;
    visitor.click(gap).await?;
    leaves(visitor, words.rsplit(' ').next().and_then(|it| it.parse().ok()).unwrap_or_default()).await?;
    // Under a priority its own notes can be opened.
    begin(visitor, "?priority=vehicle").await?;
    visitor.click(button("Section 3.6: the figure does not fit the heading")).await?;
    visitor.until("the note is open", "document.querySelector('.cp-note[open]')").await
}

async fn related_strategies_say_how_sure_their_address_is(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=strategies").await?;
    let cards = texts(visitor, ".cp-card--strategy").await?;
    assert!(cards.len() >= 8, "{} strategies", cards.len());
    let linked: usize =
        read(visitor, "document.querySelectorAll('.cp-view .cp-strategy__name a[href^=\"https://\"]').length").await?;
    let not_linked =
        cards.iter().filter(|it| it.contains("we do not link to it") || it.contains("No address is given")).count();
    assert_eq!(linked + not_linked, cards.len(), "each has an address or says why not: {cards:?}");
    Ok(())
}

async fn help_is_named_in_every_part(visitor: &Visitor) -> Outcome {
    for address in ["", "?view=text", "?priority=s1"] {
        begin(visitor, address).await?;
        visitor.find(heading("If you need help")).await?;
        visitor.find(link("999").within(".cp-foot")).await?;
        visitor.find(link("101").within(".cp-foot")).await?;
    }
    visitor.sees("Whom to contact").await
}
