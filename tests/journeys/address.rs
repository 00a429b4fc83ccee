//! The address: Back and Forward, reloading, links from elsewhere, broken links.

use crate::harness::{Journey, Outcome, Visitor, button, field, heading, journeys, link, role};
use crate::plan::{all_priorities, found, how_many, priorities, whole_list};
use crate::steps::{begin, is_ticked, leaves, read, results, shows, stands, stands_alone, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    back_and_forward_go_through_choices_and_views,
    reloading_and_a_pasted_link_restore_the_page,
    what_a_link_does_not_know_is_left_out_politely,
    a_broken_link_opens_the_plan_all_the_same,
    a_very_long_link_is_cut_and_said_to_be,
    a_sensitive_priority_leaves_no_step_to_go_back_to,
    links_hold_the_address_of_what_they_open,
    the_title_says_what_is_on_show,
];

async fn back_and_forward_go_through_choices_and_views(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.click(link(&whole_list())).await?;
    tick(visitor, "Anti-social behaviour").await?;
    assert_eq!(visitor.query().await?, "?priority=asb&view=list", "filters stay where they are");
    tick(visitor, "Police").await?;
    let both = results(visitor).await?;
    visitor.click(link("Figures").within("nav")).await?;
    visitor.find(heading("What residents said")).await?;
    assert_eq!(visitor.query().await?, "?priority=asb&partner=police&view=figures");
    visitor.back().await?;
    leaves(visitor, both).await?;
    visitor.back().await?;
    leaves(visitor, how_many("?priority=asb")).await?;
    assert!(!is_ticked(visitor, "Police").await?);
    visitor.back().await?;
    visitor.find(heading(&found(""))).await?;
    assert_eq!(visitor.query().await?, "?view=list");
    visitor.back().await?;
    visitor.find(heading(&priorities())).await?;
    assert_eq!(visitor.query().await?, "");
    for _ in 0..4 {
        visitor.forward().await?;
    }
    visitor.find(heading("What residents said")).await?;
    visitor.back().await?;
    leaves(visitor, both).await?;
    assert!(is_ticked(visitor, "Police").await?);
    Ok(())
}

async fn reloading_and_a_pasted_link_restore_the_page(visitor: &Visitor) -> Outcome {
    let link = "?priority=asb,violence&partner=police&ward=castle&kind=promised,done,direction&q=report&order=plan";
    begin(visitor, link).await?;
    let count = results(visitor).await?;
    assert!(count > 0);
    leaves(visitor, count).await?;
    for choice in ["Anti-social behaviour", "Public place and serious violence", "Police", "Castle", "Promised"] {
        assert!(is_ticked(visitor, choice).await?, "{choice}: a group with a choice in it stands open");
    }
    assert_eq!(read::<String>(visitor, "document.querySelector('#cp-search').value").await?, "report");
    // Some words come after the program: what waits at the foot, and what can be taken along.
    let all = "document.querySelector('[data-part=paper]').textContent && document.querySelector('.cp-keep__take')";
    visitor.until("all words are there", all).await?;
    let words = "document.body.innerText.replace(/\\s+/g, ' ').trim()";
    let before: String = read(visitor, words).await?;
    visitor.reload().await?;
    stands(visitor).await?;
    assert_eq!(visitor.query().await?, link, "the address stays as it was pasted");
    let same = format!("{words} === {}", serde_json::json!(before));
    visitor.until_or_say("the words are the same", &same, words).await?;
    // The same made by hand, step by step, has the same address.
    begin(visitor, "?priority=asb,violence&partner=police&ward=castle&kind=promised,done,direction&order=plan").await?;
    visitor.fill(field("Postcode, ward or a word"), "report").await?;
    leaves(visitor, count).await?;
    assert_eq!(visitor.query().await?, link);
    Ok(())
}

async fn what_a_link_does_not_know_is_left_out_politely(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb,nope&colour=red&utm_source=newsletter&view=sideways").await?;
    let note = "We left out part of the link, because this plan has nothing called “nope” or “sideways”.";
    assert_eq!(visitor.words_of(role("note", "").within(".cp-dropped")).await?, note);
    stands_alone(visitor, "asb").await?;
    shows(visitor, how_many("?priority=asb")).await?;
    begin(visitor, "?priority=asb,nope&colour=red&view=list").await?;
    leaves(visitor, how_many("?priority=asb")).await?;
    // The first choice makes a clean address, and the note is no longer of use.
    tick(visitor, "Police").await?;
    visitor.sees_no("We left out part of the link").await?;
    assert_eq!(visitor.query().await?, "?priority=asb&partner=police");
    Ok(())
}

async fn a_broken_link_opens_the_plan_all_the_same(visitor: &Visitor) -> Outcome {
    for broken in ["?q=%zz", "?priority=%E0%A4%A&ward=castle&%"] {
        begin(visitor, broken).await?;
        visitor.sees("We left out part of the link, because some of it could not be read.").await?;
    }
    begin(visitor, "?&&=&priority&q=+").await?;
    visitor.find(heading(&priorities())).await?;
    begin(visitor, "?&&=&priority&q=+&view=list").await?;
    visitor.find(heading(&found(""))).await?;
    begin(visitor, "?priority=,,,&ward=CASTLE").await?;
    assert!(results(visitor).await? >= 80);
    Ok(())
}

async fn a_very_long_link_is_cut_and_said_to_be(visitor: &Visitor) -> Outcome {
    begin(visitor, &format!("?priority=asb&q={}", "many%20words%20".repeat(1500))).await?;
    visitor.sees("it was too long").await?;
    visitor.check_no_sideways_scrolling().await?;
    begin(visitor, &format!("?priority=asb,{}", "x".repeat(9000))).await?;
    visitor.sees("it was too long").await?;
    visitor.check_no_sideways_scrolling().await?;
    shows(visitor, how_many("?priority=asb")).await
}

async fn a_sensitive_priority_leaves_no_step_to_go_back_to(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle").await?;
    let steps: u32 = read(visitor, "history.length").await?;
    tick(visitor, "Domestic abuse, stalking and harassment").await?;
    assert_eq!(visitor.query().await?, "?priority=s1&ward=castle", "the address does not tell what it is about");
    assert_eq!(visitor.title().await?, NEUTRAL, "nor does the title");
    tick(visitor, "Police").await?;
    visitor.click(link("Who does what")).await?;
    visitor.find(heading("Who does what")).await?;
    assert_eq!(visitor.title().await?, NEUTRAL);
    visitor.click(button("Search")).await?;
    visitor.click(button("Remove Police")).await?;
    tick(visitor, "Domestic abuse, stalking and harassment").await?;
    assert_eq!(visitor.query().await?, "?ward=castle");
    // A page of its own leaves none either.
    visitor.click(link("Priorities").within("nav")).await?;
    let steps = steps + 1;
    visitor.click(link("Domestic abuse, stalking and harassment*").within(".cp-overview")).await?;
    stands_alone(visitor, "s1").await?;
    assert_eq!(visitor.title().await?, NEUTRAL);
    visitor.click(link(&all_priorities())).await?;
    visitor.find(heading(&priorities())).await?;
    visitor.click(link(&whole_list())).await?;
    let steps = steps + 1;
    assert_eq!(read::<u32>(visitor, "history.length").await?, steps);
    // After that, history goes on as usual.
    tick(visitor, "County lines").await?;
    assert_eq!(read::<u32>(visitor, "history.length").await?, steps + 1);
    assert_eq!(visitor.title().await?, format!("County lines - {NEUTRAL}"));
    Ok(())
}

/// What the page is called while nothing else may be said.
const NEUTRAL: &str = "Tamworth community safety plan";

async fn the_title_says_what_is_on_show(visitor: &Visitor) -> Outcome {
    for (address, shown) in [
        ("", ""),
        ("?priority=asb", "Anti-social behaviour"),
        ("?priority=cohesion", "Community cohesion and tackling extremism"),
        ("?partner=police", "Police"),
        ("?view=list", "All statements"),
        ("?priority=asb&ward=castle", "Anti-social behaviour in Castle"),
        ("?ward=castle", "Castle"),
        ("?q=parking", "“parking”"),
        ("?view=wards", "My ward"),
        ("?ward=castle&view=wards", "My ward: Castle"),
        ("?view=partners", "Who does what"),
        ("?view=figures", "Figures"),
        ("?priority=county-lines&view=figures", "Figures: County lines"),
        ("?view=about", "How the plan works"),
        ("?view=strategies", "Related strategies"),
        ("?view=notes", "Editor’s notes"),
        ("?view=glossary", "Words explained"),
        ("?view=changes", "What changed"),
        ("?view=text", "Full text"),
        ("?view=embed", "Put this on your website"),
        // What may put somebody at risk stays out of the history's words.
        ("?priority=s1", ""),
        ("?priority=s1&ward=castle", ""),
        ("?priority=s1&view=figures", ""),
        ("?q=refuge", ""),
    ] {
        begin(visitor, address).await?;
        let title = if shown.is_empty() { NEUTRAL.to_owned() } else { format!("{shown} - {NEUTRAL}") };
        assert_eq!(visitor.title().await?, title, "at {address}");
    }
    // It follows what is done, and going back.
    begin(visitor, "").await?;
    visitor.click(link("County lines*").within(".cp-overview")).await?;
    visitor.until("the title follows", &format!("document.title === 'County lines - {NEUTRAL}'")).await?;
    visitor.back().await?;
    visitor.until("the title goes back", &format!("document.title === '{NEUTRAL}'")).await
}

async fn links_hold_the_address_of_what_they_open(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle").await?;
    let of = async |links: &str| -> anyhow::Result<Vec<String>> {
        read(visitor, &format!("[...document.querySelectorAll('{links}')].map(it => it.search)")).await
    };
    // The way to all priorities takes choices back, the others keep them.
    let views = ["wards", "partners", "figures", "about"].map(|it| format!("?ward=castle&view={it}"));
    assert_eq!(of(".cp-menu__link").await?, [&[String::new()], &views[..]].concat());
    let parts =
        ["about", "strategies", "changes", "notes", "glossary", "text"].map(|it| format!("?ward=castle&view={it}"));
    assert_eq!(of(".cp-menu__part").await?, parts);
    begin(visitor, "").await?;
    let rows = of(".cp-row").await?;
    let ids = ["asb", "vehicle", "cohesion", "county-lines", "s1", "violence", "vulnerable"];
    assert_eq!(rows, ids.map(|it| format!("?priority={it}")));
    Ok(())
}
