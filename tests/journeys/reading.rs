//! Reading: every part of the page, the way to the plan's own words, words explained in place, the table, the figures.

use crate::harness::{Journey, Key, Outcome, Visitor, button, css, heading, journeys, link, role};
use crate::plan::{all_priorities, found, how_many, priorities, whole_list};
use crate::steps::{begin, in_sight, leaves, priorities_shown, read, results, shows, stands_alone, texts};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    every_part_opens_from_the_menu,
    the_menu_of_a_phone_stands_open,
    the_notice_of_the_edition_opens,
    all_priorities_are_one_press_away,
    the_ways_of_a_priority_lead_down_its_page,
    a_statement_leads_to_its_words_in_the_plan,
    an_address_names_one_statement,
    every_kind_of_statement_says_where_it_comes_from,
    a_term_opens_in_its_sentence_by_keyboard,
    promised_stands_beside_done,
    the_table_of_partners_can_be_sorted,
    the_head_of_the_table_stays_in_sight,
    figures_are_said_once_and_in_lines,
    a_cell_of_the_table_leads_to_what_it_stands_for,
    on_a_phone_the_table_is_a_list_by_priority,
    each_figure_stands_with_its_base_period_and_caveat,
    the_survey_and_the_money_are_complete,
    editors_notes_name_what_does_not_agree,
    related_strategies_say_how_sure_their_address_is,
    help_is_named_in_every_part,
];

/// Every part by its name in the menu, with its heading.
const PARTS: [(&str, &str); 5] = [
    ("My ward", "My ward"),
    ("Who does what", "Who does what"),
    ("Figures", "Figures"),
    ("The plan", "How the plan works"),
    ("Priorities", "7 priorities"),
];
/// What stands under “The plan”.
const OF_THE_PLAN: [&str; 6] =
    ["Related strategies", "What changed", "Editor’s notes", "Words explained", "Full text", "How the plan works"];

async fn every_part_opens_from_the_menu(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    for (name, title) in PARTS {
        visitor.click(link(name).within(".cp-menu__list")).await?;
        is_open(visitor, title).await?;
        assert_eq!(texts(visitor, ".cp-menu__list [aria-current=page]").await?, [name]);
        let parts = texts(visitor, ".cp-menu__parts a").await?;
        assert_eq!(parts.len(), if name == "The plan" { 6 } else { 0 }, "under {name}: {parts:?}");
    }
    visitor.click(link("The plan").within(".cp-menu__list")).await?;
    for title in OF_THE_PLAN {
        visitor.click(link(title).within(".cp-menu__parts")).await?;
        is_open(visitor, title).await?;
        assert_eq!(texts(visitor, "nav [aria-current=page]").await?, ["The plan", title]);
    }
    Ok(())
}

/// A part is on show from its top, and no other.
async fn is_open(visitor: &Visitor, title: &str) -> Outcome {
    visitor.find(heading(title)).await?;
    let focus = format!("document.activeElement.textContent === '{title}'");
    visitor.until(&format!("{title} has the focus"), &focus).await?;
    in_sight(visitor, heading(title)).await?;
    let sections = "[...document.querySelectorAll('[data-section]')].filter(it => it.checkVisibility()).length";
    assert_eq!(read::<usize>(visitor, sections).await?, 1, "one thing at a time with {title}");
    visitor.find(button("Draft · plan for 2020 to 2023, ended")).await.map(|_| ())
}

async fn the_notice_of_the_edition_opens(visitor: &Visitor) -> Outcome {
    let whole = "This is a draft of the 2021 update. The plan period ended in 2023.";
    visitor.phone().await?;
    for address in ["", "?priority=asb", "?view=glossary"] {
        begin(visitor, address).await?;
        visitor.sees_no(whole).await?;
        let [_, _, _, height] = visitor.place(css(".cp-edition summary")).await?;
        assert!((24.0..60.0).contains(&height), "the notice is {height} high");
        visitor.tap(button("Draft · plan for 2020 to 2023, ended")).await?;
        visitor.sees(whole).await?;
        visitor.find(css("a[href^='https:']").within(".cp-edition")).await?;
        visitor.check_no_sideways_scrolling().await?;
    }
    Ok(())
}

async fn the_menu_of_a_phone_stands_open(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "").await?;
    let [_, _, _, height] = visitor.place(css(".cp-menu")).await?;
    assert!(height <= 130.0, "the menu takes {height} pixels");
    for (name, title) in PARTS {
        assert_eq!(
            texts(visitor, ".cp-menu__list a").await?,
            ["Priorities", "My ward", "Who does what", "Figures", "The plan"]
        );
        visitor.tap(link(name).within(".cp-menu__list")).await?;
        visitor.find(heading(title)).await?;
    }
    Ok(())
}

async fn all_priorities_are_one_press_away(visitor: &Visitor) -> Outcome {
    for address in
        ["?priority=asb", "?partner=police", "?priority=asb&ward=castle", "?view=list", "?view=figures&priority=asb"]
    {
        begin(visitor, address).await?;
        visitor.click(link(&all_priorities())).await?;
        visitor.find(heading(&priorities())).await?;
        assert_eq!(visitor.query().await?, "", "from {address}: choices are taken back");
        begin(visitor, address).await?;
        visitor.click(link("Priorities").within("nav")).await?;
        visitor.find(heading(&priorities())).await?;
        assert_eq!(visitor.query().await?, "", "from {address}: choices are taken back");
    }
    // And all statements are one more.
    visitor.click(link(&whole_list())).await?;
    visitor.find(heading(&found(""))).await?;
    visitor.until("the heading has the focus", "document.activeElement.id === 'cp-results-title'").await?;
    let kinds = texts(visitor, ".cp-list__title").await?;
    assert!(kinds.len() > 20, "{kinds:?}");
    Ok(())
}

async fn the_ways_of_a_priority_lead_down_its_page(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 844).await?;
    begin(visitor, "?priority=asb").await?;
    let ways = texts(visitor, ".cp-ways a").await?;
    assert_eq!(ways, ["Promised 6", "Done 5", "Figures 2", "Places 7"]);
    for (name, place) in
        [("Promised 6", "promised"), ("Done 5", "done"), ("Figures 2", "direction"), ("More contacts*", "contacts")]
    {
        visitor.tap(link(name).within("[data-g=asb]")).await?;
        visitor
            .until(&format!("{place} has the keyboard"), &format!("document.activeElement.id === 'cp-asb-{place}'"))
            .await?;
        let id = format!("#cp-asb-{place}");
        in_sight(visitor, css(&id)).await?;
        assert_eq!(visitor.query().await?, "?priority=asb");
    }
    // What is closed under one line says what it holds.
    for fold in ["Editor’s notes*", "What the plan calls it, and who leads"] {
        visitor.tap(button(fold).within("[data-g=asb]")).await?;
    }
    visitor.sees("The plan calls it “").await?;
    visitor.sees("Lead partners: ").await
}

async fn a_statement_leads_to_its_words_in_the_plan(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=violence").await?;
    let list = "[data-g=violence] .cp-list--promised > ul > li:first-child";
    // Our line alone, until somebody asks.
    visitor.find(css(".cp-plain").within(list)).await?;
    assert_eq!(visitor.count(css(".cp-quote__words").within(list)).await?, 0);
    let opener = button("Plan’s words, section 4.6*").within(list);
    let name = visitor.name_of(&visitor.find(opener).await?).await?;
    visitor.click(opener).await?;
    let quote = visitor.words_of(css(".cp-quote__words").within(list)).await?;
    let words = quote.trim_matches(['“', '”']).to_owned();
    assert!(name.contains(&first_words(&words)), "“{name}” is told from the next one by “{words}”");
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
    stands_alone(visitor, "violence").await?;
    shows(visitor, how_many("?priority=violence")).await?;
    visitor.find(css(".cp-quote__words").within(list)).await.map(|_| ())
}

/// How a line begins.
fn first_words(line: &str) -> String {
    line.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

async fn an_address_names_one_statement(visitor: &Visitor) -> Outcome {
    let named = ".cp-card:target";
    let is_there = "(it => it?.id === 'f-asb-pspo' && it.checkVisibility() && it.querySelector('.cp-origin').open
        && document.activeElement === it)(document.querySelector('.cp-card:target'))";
    for address in ["#f-asb-pspo", "?priority=asb#f-asb-pspo", "?view=list#f-asb-pspo"] {
        begin(visitor, address).await?;
        visitor.until(&format!("{address} opens it, with the keyboard on it"), is_there).await?;
        in_sight(visitor, css(".cp-plain").within(named)).await?;
        visitor.sees("(PSPO)”").await?;
    }
    // The address of a statement stands where its words are; followed, it is the address of the page.
    begin(visitor, "?priority=violence").await?;
    let card = "[data-g=violence] .cp-list--promised .cp-card:first-child";
    visitor.click(button("Plan’s words*").within(card)).await?;
    visitor.click(link("Link to this").within(card)).await?;
    let id: String = read(visitor, &format!("document.querySelector('{card}').id")).await?;
    visitor.until("the address names it", &format!("location.hash === '#{id}'")).await?;
    visitor.until("it has the keyboard", &format!("document.activeElement.id === '{id}'")).await?;
    stands_alone(visitor, "violence").await?;
    // Somebody sends it on.
    let address = visitor.query().await?;
    begin(visitor, "?view=glossary").await?;
    begin(visitor, &address).await?;
    visitor.until("it has the keyboard", &format!("document.activeElement.id === '{id}'")).await?;
    // Before the program, and where none comes, it is on show as well.
    visitor.without_script().await?;
    visitor.open("#f-asb-pspo").await?;
    let shown = "document.querySelector('.cp-card:target')?.checkVisibility()
        && [...document.querySelectorAll('.cp-group__title')].filter(it => it.checkVisibility()).map(it => it.id).join() === 'cp-group-asb,cp-group-whole'";
    visitor.until("it is on show", shown).await
}

async fn every_kind_of_statement_says_where_it_comes_from(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    // Each card has a way to its origin, and no two of them one name.
    let names: Vec<String> = read(
        visitor,
        "[...document.querySelectorAll('.cp-group[data-g=asb] .cp-card .cp-origin summary')].map(it => it.textContent.trim())",
    )
    .await?;
    let different: std::collections::BTreeSet<_> = names.iter().collect();
    assert!(names.len() >= 20 && different.len() == names.len(), "{names:?}");
    let without: usize = read(
        visitor,
        "[...document.querySelectorAll('.cp-results .cp-card')].filter(it => !it.querySelector('.cp-origin summary')).length",
    )
    .await?;
    assert_eq!(without, 0);
    // What is not from the plan says so, with its publisher, date and how the place is known.
    let fact = ".cp-card--local:has([href*='gorgeous'])";
    visitor.click(button("Where does this come from*").within(fact).number(1)).await?;
    visitor.sees("This is not from the plan. Source: Gorgeous Radio. Date: Undated, from the COVID period").await?;
    visitor.sees("How we know the place:").await?;
    // What the plan does not say about a statement stands there as well.
    visitor.click(button("Plan’s words*").within(".cp-results .cp-card:has([href='#cp-text-s1-t2'])")).await?;
    visitor.sees("What the plan does not say:").await?;
    visitor.sees("The plan does not say which period the change covers.").await
}

async fn a_term_opens_in_its_sentence_by_keyboard(visitor: &Visitor) -> Outcome {
    begin(visitor, "?q=PSPO").await?;
    let meaning = "A council order that bans or limits certain behaviour in a public place";
    let card = ".cp-group[data-g=asb] .cp-card--done:has([href='#cp-text-asb-pspo'])";
    let term = button("Public Space Protection Order*").within(card);
    visitor.sees_no(meaning).await?;
    visitor.tab_to(button("Plan’s words*").within(card)).await?;
    visitor.press(Key::Enter).await?;
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
    // From A to Z as it is written.
    let by_name: Vec<String> = read(visitor, PARTNERS).await?;
    let folded: Vec<String> = by_name.iter().map(|it| it.to_lowercase()).collect();
    assert!(folded.is_sorted() && by_name.len() > 10, "rows stand by the name that they show: {by_name:?}");
    let sort = "[...document.querySelectorAll('.cp-matrix th[aria-sort]:not([aria-sort=none])')]
        .map(it => it.textContent + ' ' + it.getAttribute('aria-sort'))";
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["Partner ascending"]);
    // By the number of priorities.
    visitor.click(button("Priorities")).await?;
    visitor.until("it is sorted", "document.querySelector('[aria-sort=descending]')").await?;
    let numbers: Vec<String> = texts(visitor, ".cp-matrix td.cp-table__number").await?;
    let numbers: Vec<u32> = numbers.iter().filter_map(|it| it.parse().ok()).collect();
    assert!(numbers.len() == by_name.len() && numbers.is_sorted_by(|one, next| one >= next), "{numbers:?}");
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["Priorities descending"]);
    // By the part in one priority: who leads stands first, whoever is not named last.
    visitor.click(button("County lines")).await?;
    let parts = texts(visitor, ".cp-matrix tbody tr:not(.cp-table__note) td:nth-child(6)").await?;
    let first_unnamed = parts.iter().position(|it| it == "not named").unwrap_or(parts.len());
    assert!(parts[0].starts_with("Lead") && parts[first_unnamed..].iter().all(|it| it == "not named"), "{parts:?}");
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["County lines descending"]);
    // A second press leads back to the names; one on these to the plan's own order, and another back again.
    visitor.click(button("County lines")).await?;
    assert_eq!(read::<Vec<String>>(visitor, sort).await?, ["Partner ascending"]);
    assert_eq!(read::<Vec<String>>(visitor, PARTNERS).await?, by_name);
    visitor.click(button("Partner")).await?;
    let in_plan: Vec<String> = read(visitor, PARTNERS).await?;
    assert_eq!(in_plan[..3], ["Borough Council", "County Council", "Police"]);
    visitor.click(button("Partner")).await?;
    assert_eq!(read::<Vec<String>>(visitor, PARTNERS).await?, by_name);
    Ok(())
}

/// How far the head and the first column lie from the top and the left of the table's window, once that is scrolled; and whether what
/// stands there is seen.
const HEAD: &str = "(window => {
    window.scrollTo(200, 400);
    const at = window.getBoundingClientRect();
    const head = window.querySelector('thead th:nth-child(4)').getBoundingClientRect();
    const column = window.querySelector('tbody tr:last-child th').getBoundingClientRect();
    return [window.scrollTop, head.top - at.top, column.left - at.left, window.clientHeight].map(Math.round);
})";

async fn the_head_of_the_table_stays_in_sight(visitor: &Visitor) -> Outcome {
    let inside = "document.querySelector('.cp-matrix')";
    begin(visitor, "?view=partners").await?;
    visitor.check_accessibility_here().await?;
    let [down, head, column, high] = read::<[i64; 4]>(visitor, &format!("{HEAD}({inside})")).await?;
    assert!(down > 100 && head.abs() < 2 && column.abs() < 2, "{down}, {head}, {column}");
    assert!(high < 800, "the head and what it is the head of fit into one window: {high}");
    // An empty cell is empty to the eye, and is read.
    let blank: [String; 2] = read(
        visitor,
        "(it => [it.textContent, String(it.firstElementChild.getBoundingClientRect().width)])
            ([...document.querySelectorAll('.cp-matrix td')].find(it => it.textContent === 'not named'))",
    )
    .await?;
    assert_eq!(blank, ["not named", "1"]);
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
    // The page of the priority says it, too.
    begin(visitor, "?priority=vehicle").await?;
    assert_eq!(texts(visitor, ".cp-answers__one:nth-child(2)").await?, ["Who leads? not stated in the plan"]);
    Ok(())
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
    visitor.find(css(".cp-lines--money")).await?;
    let figures = texts(visitor, ".cp-figure").await?;
    let figure = |start: &str| figures.iter().find(|it| it.starts_with(start)).cloned().unwrap_or_default();
    for (name, words) in [
        (
            "Violence in public spaces",
            "C Affected by COVID restrictions 344 incidents down from 656 (−48%) To February 2021; the plan does not say \
             from when. Lower is better.",
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
    // A mark stands at each number that COVID touched, and leads to the plan's own warning.
    visitor.click(link("C Affected by COVID restrictions").within(".cp-measures").number(1)).await?;
    visitor.until("the caveat has the keyboard", "document.activeElement.id === 'cp-caveat'").await?;
    in_sight(visitor, css("#cp-caveat")).await?;
    visitor.click(css("#cp-caveat summary")).await?;
    visitor.sees("is highly irregular").await?;
    // Choices filter the figures, and the page says so.
    begin(visitor, "?view=figures&priority=violence").await?;
    visitor.find(css(".cp-lines--money")).await?;
    visitor
        .until(
            "two figures are left",
            "[...document.querySelectorAll('.cp-figure__name')].filter(it => it.checkVisibility()).length === 2",
        )
        .await?;
    visitor.sees("Your choices filter the figures below.").await?;
    visitor.click(button("Show all figures")).await?;
    visitor.until("all are there", "document.querySelectorAll('.cp-figure:not([hidden])').length > 7").await?;
    visitor.until_focus("heading “Figures”").await?;
    Ok(())
}

async fn the_survey_and_the_money_are_complete(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    let shares = texts(visitor, "#cp-survey ~ .cp-lines .cp-lines__number").await?;
    assert_eq!(shares, ["93%", "92%", "46%", "98%", "85%"]);
    let sums = texts(visitor, ".cp-lines--money .cp-lines__number").await?;
    assert_eq!(sums, ["£64,173", "£100,000", "£9,000", "£196,000"]);
    // The plan's own words are one press away, in its own print.
    visitor.click(button("Plan’s words, section 3.2 Councillor*").within(".cp-lines--money")).await?;
    visitor.sees("Delivery of £9000 worth of Councillor Community grants").await?;
    visitor.sees("Sample size and date not given in the plan.").await?;
    visitor.sees("They do not add up to a budget, so we do not add them up.").await?;
    visitor.screen(320, 640).await?;
    visitor.until_no_sideways_scrolling().await
}

/// How high the view of figures is, how many lines the ways to use its first chart take, and how often the caveat is said in full.
const FIGURES: &str = "(view => [
    Math.round(view.getBoundingClientRect().height),
    new Set([...view.querySelectorAll('#cp-chart-direction-of-travel .cp-chart__ways > li')]
        .map(it => Math.round(it.getBoundingClientRect().bottom))).size,
    [...view.querySelectorAll('#cp-caveat, .cp-measures')].map(it => it.innerText).join().split('Affected by COVID restrictions').length - 1,
])(document.querySelector('[data-section=figures]'))";

async fn figures_are_said_once_and_in_lines(visitor: &Visitor) -> Outcome {
    for (width, height, highest) in [(390, 844, 8_200), (1280, 900, 4_900)] {
        visitor.screen(width, height).await?;
        begin(visitor, "?view=figures").await?;
        let tools = "document.querySelector('#cp-chart-direction-of-travel .cp-chart__ways')";
        visitor.until("the first chart is there", tools).await?;
        let [high, lines, said] = read::<[i64; 3]>(visitor, FIGURES).await?;
        visitor.note(format!("at {width} pixels the view is {high} high"));
        assert_eq!(lines, 1, "table, CSV, picture and citation stand in one line");
        // Once at the top; at each number there is its mark, with this name for those who cannot see it.
        let marks: i64 = read(visitor, "document.querySelectorAll('a.cp-caveat-mark').length").await?;
        assert!(said == marks + 1, "{said} times, with {marks} marks");
        assert!(high < highest, "the view is {high} high");
        visitor.check_accessibility_here().await?;
    }
    Ok(())
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
    // A counted gap leads to as many priorities as it counts.
    let gap = link("Lead partner not stated: *").within(".cp-view");
    let words = visitor.words_of(gap).await?;
    visitor.click(gap).await?;
    visitor.find(button("Remove Lead partner not stated")).await?;
    let counted = priorities_shown(visitor).await?;
    assert!(words.contains(&counted.len().to_string()), "“{words}” leads to {counted:?}");
    // Under a priority its own notes can be opened.
    begin(visitor, "?priority=vehicle").await?;
    visitor.sees_no("Section 3.6: the figure does not fit the heading").await?;
    visitor.click(button("Editor’s notes*").within("[data-g=vehicle]")).await?;
    visitor.sees("Section 3.6: the figure does not fit the heading").await
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
    for address in ["", "?view=text"] {
        begin(visitor, address).await?;
        visitor.find(heading("If you need help")).await?;
        visitor.find(link("999").within(".cp-foot")).await?;
        visitor.find(link("101").within(".cp-foot")).await?;
    }
    // On the page of a priority, whom to contact first is in sight, and everybody one press away.
    begin(visitor, "?priority=s1").await?;
    let first = texts(visitor, "[data-g=s1] .cp-call__way").await?;
    assert!(first.len() == 4 && first[1].contains("999") && first[2].contains("101"), "{first:?}");
    visitor.click(button("Everybody to contact, and when").within("[data-g=s1]")).await?;
    let all: usize =
        read(visitor, "document.querySelectorAll('[data-g=s1] #cp-s1-contacts, [data-g=s1] .cp-plain-list li').length")
            .await?;
    assert!(all > 3);
    visitor.sees("Crimestoppers").await
}
