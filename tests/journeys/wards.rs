//! Where I live: postcodes, places, the map, a ward's page, two wards, and what the device remembers.

use anyhow::Result;
use std::sync::atomic::{AtomicUsize, Ordering};
use xtask::server::{Gate, Reply, Settings};

use crate::harness::{
    Aspect, Journey, Key, Outcome, Visitor, button, checkbox, css, field, heading, journeys, link, role, text,
};
use crate::pictures::FETCHED;
use crate::plan::of_wards;
use crate::static_page::{goes_to, set_out};
use crate::steps::{READY, begin, choose_ward, in_sight, read, stays_at};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    each_kind_of_postcode_gets_its_answer,
    a_postcode_is_answered_by_finger_alone,
    a_postcode_is_answered_by_keyboard_alone,
    nothing_is_loaded_before_the_visitor_asks_for_a_place,
    a_postcode_asked_for_at_the_top_is_answered,
    a_ward_asked_for_at_the_top_is_answered,
    the_top_answers_by_finger_and_button,
    a_postcode_typed_before_the_program_comes_reaches_no_address,
    a_postcode_sent_before_the_program_comes_is_answered,
    a_postcode_sent_as_soon_as_the_program_is_there_is_answered,
    an_answer_comes_within_a_frame,
    a_place_inside_is_answered,
    a_place_by_a_boundary_offers_the_other_wards,
    a_place_outside_is_answered,
    a_refusal_is_answered,
    a_host_that_forbids_it_is_answered,
    a_device_that_does_not_know_is_answered,
    nothing_of_a_place_leaves_the_device,
    arrows_go_over_the_map,
    a_finger_chooses_on_the_map,
    map_list_and_choice_agree,
    two_wards_stand_side_by_side,
    neighbours_lead_on,
    a_ward_is_remembered_and_forgotten,
    nothing_is_remembered_unasked,
    a_browser_that_keeps_nothing_is_told,
    a_program_that_traps_is_started_again,
    an_address_says_more_than_the_memory,
    no_rule_is_broken_where_one_lives,
    it_fits_the_smallest_phone,
    without_the_second_module_the_list_still_works,
    what_is_known_of_a_ward_can_be_asked_for_again,
    what_is_fetched_does_not_tell_the_ward,
    the_answer_stands_on_the_first_screen,
    names_on_the_map_lie_clear_of_each_other,
];

/// The middle of Castle ward, as the boundaries label it.
const CASTLE: [f64; 2] = [52.627_1, -1.703_8];

async fn ask(visitor: &Visitor, typed: &str) -> Outcome {
    visitor.fill(field("Postcode or ward"), typed).await?;
    visitor.press(Key::Enter).await
}

async fn each_kind_of_postcode_gets_its_answer(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    for (typed, told, address) in [
        ("b77-1aa", "B77 1AA is in Castle ward.", "?ward=castle&view=wards"),
        ("B771LT", "B77 1LT is in North Warwickshire, not in Tamworth.", "?ward=castle&view=wards"),
        ("B77 9XX", "B77 9XX is not on our list of postcodes.", "?ward=castle&view=wards"),
        ("SW1A 1AA", "no postcode on it begins with SW1A", "?ward=castle&view=wards"),
        ("b77", "“b77” is only part of a postcode.", "?ward=castle&view=wards"),
        ("hello", "“hello” is neither a postcode nor a ward of Tamworth.", "?ward=castle&view=wards"),
        ("Mercian", "Mercian is a ward of Tamworth.", "?ward=mercian&view=wards"),
    ] {
        ask(visitor, typed).await?;
        visitor.sees(told).await?;
        assert_eq!(visitor.query().await?, address, "{typed}");
        // What is wrong with the field is said of it, until it is right.
        let wrong = !told.contains(" is in ") && !told.contains(" is a ward");
        let field = "document.querySelector('#cp-place')";
        let said = format!("{field}.getAttribute('aria-errormessage') === '{}'", "cp-place-said");
        let marked = format!("{field}.getAttribute('aria-invalid') === 'true' && {said}");
        let mark = if wrong { marked } else { format!("!{field}.hasAttribute('aria-invalid')") };
        visitor.until("the field says whether it is wrong", &mark).await?;
    }
    ask(visitor, "nowhere").await?;
    visitor.check_accessibility_here().await?;
    ask(visitor, "b77 1aa").await?;
    visitor.sees("Our list does not say which.").await?;
    visitor.check_accessibility_here().await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    let said = visitor.said().await?;
    assert!(said.iter().any(|it| it.contains("B77 1AA is in Castle ward.")), "{said:?}");
    // Several wards begin so: one is chosen.
    ask(visitor, "b").await?;
    visitor.sees("More than one ward begins so.").await?;
    visitor.said().await?;
    visitor.click(button("Bolehall").within("[data-part=finder]")).await?;
    visitor.until("it is chosen", "location.search === '?ward=bolehall&view=wards'").await?;
    visitor.sees("The plan promises nothing for Bolehall alone;").await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    let said = visitor.said().await?;
    assert!(said.iter().all(|it| !it.contains("More than one")), "not said again: {said:?}");
    Ok(())
}

async fn a_postcode_is_answered_by_finger_alone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    begin(visitor, "?view=wards").await?;
    visitor.tap(field("Postcode or ward")).await?;
    // What a finger does comes after the driver has let go.
    visitor.until("the field has the keyboard", "document.activeElement.id === 'cp-place'").await?;
    visitor.type_keys("b79 7af").await?;
    visitor.tap(button("Find")).await?;
    visitor.sees("B79 7AF is in").await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    in_sight(visitor, css(".cp-here__says")).await?;
    visitor.check_no_sideways_scrolling().await?;
    visitor.sees("Before this plan").await?;
    visitor.tap(css("#cp-ward-crime ~ details > summary")).await?;
    visitor.sees("They say nothing about the plan's own period.").await?;
    // The map is behind one line.
    assert_eq!(visitor.count(role("listbox", "Map of the wards of Tamworth")).await?, 0);
    visitor.tap(button("Choose another ward, or compare")).await?;
    visitor.find(role("listbox", "Map of the wards of Tamworth")).await.map(|_| ())
}

async fn a_postcode_is_answered_by_keyboard_alone(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    visitor.tab_to(field("Postcode or ward")).await?;
    visitor.type_keys("b77 3aa").await?;
    visitor.press(Key::Enter).await?;
    visitor.sees("B77 3AA is in Amington ward.").await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    assert_eq!(visitor.query().await?, "?ward=amington&view=wards");
    in_sight(visitor, css(".cp-here__says")).await?;
    visitor.press(Key::Tab).await?;
    assert_eq!(visitor.focus().await?, format!("link “{}”", of_wards("?ward=amington")));
    visitor.press(Key::Enter).await?;
    visitor.until("the results are there", "location.search === '?ward=amington'").await
}

/// The heading of the answer has the keyboard.
const AT_THE_ANSWER: &str = "document.activeElement.id === 'cp-ward-title'";

const SECOND: &str = "performance.getEntriesByType('resource').filter(it => it.name.includes('plan-details')).length";

async fn nothing_is_loaded_before_the_visitor_asks_for_a_place(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.settle().await?;
    assert_eq!(read::<usize>(visitor, SECOND).await?, 0);
    // Words are found without it.
    visitor.fill(field(BOX), "drugs").await?;
    visitor.find(heading("*").within(".cp-results__head")).await?;
    assert_eq!(read::<usize>(visitor, SECOND).await?, 0);
    visitor.fill(field(BOX), "b77 1aa").await?;
    assert_eq!(read::<usize>(visitor, SECOND).await?, 0);
    visitor.press(Key::Enter).await?;
    visitor.until("the second module is there", &format!("{SECOND} === 2")).await?;
    visitor.find(css(".cp-finder__answer")).await?;
    // To turn to the finder moves nothing.
    begin(visitor, "?view=wards").await?;
    visitor.until("the view is there", "document.querySelector('#cp-map')").await?;
    let before = visitor.place(css(".cp-menu")).await?;
    visitor.click(field("Postcode or ward")).await?;
    visitor.find(css(".cp-finder__answer")).await?;
    stays_at(visitor, css(".cp-menu"), before).await
}

/// The box at the top of every page.
const BOX: &str = "Postcode, ward or a word";

async fn a_postcode_asked_for_at_the_top_is_answered(visitor: &Visitor) -> Outcome {
    for (typed, told, address) in [
        ("b77 1aa", "B77 1AA is in Castle ward.", "?ward=castle&view=wards"),
        ("B771LT", "B77 1LT is in North Warwickshire, not in Tamworth.", "?view=wards"),
        ("sw1a 1aa", "no postcode on it begins with SW1A", "?view=wards"),
        ("b77", "“b77” is only part of a postcode.", "?view=wards"),
    ] {
        the_top_answers(visitor, typed, told, address).await?;
    }
    assert!(!visitor.address().await?.to_lowercase().contains("b77"));
    Ok(())
}

async fn a_ward_asked_for_at_the_top_is_answered(visitor: &Visitor) -> Outcome {
    the_top_answers(visitor, "Mercian", "Mercian is a ward of Tamworth.", "?ward=mercian&view=wards").await?;
    the_top_answers(visitor, "castle ward", "Castle is a ward of Tamworth.", "?ward=castle&view=wards").await
}

/// Asks the box of the start page, letter by letter.
async fn the_top_answers(visitor: &Visitor, typed: &str, told: &str, address: &str) -> Outcome {
    begin(visitor, "").await?;
    visitor.click(field(BOX)).await?;
    let is_postcode = typed.chars().any(|it| it.is_ascii_digit());
    for letter in typed.chars() {
        visitor.press(letter).await?;
        // No part of a postcode ever stands in the address: the first letters alone tell nothing.
        let shown = visitor.query().await?;
        let tells = is_postcode && shown.chars().any(|it| it.is_ascii_digit());
        assert!(!tells, "the address tells “{shown}”");
    }
    visitor.press(Key::Enter).await?;
    visitor.sees(told).await?;
    assert_eq!(visitor.query().await?, address, "{typed}");
    visitor.find(heading("My ward")).await?;
    in_sight(visitor, css(".cp-finder__answer")).await?;
    let left: String = read(visitor, "document.querySelector('#cp-search').value").await?;
    assert_eq!(left, "", "the box is free for the next question");
    let said = visitor.said().await?;
    assert!(said.iter().any(|it| it.contains(told)), "{typed}: {said:?}");
    visitor.check_accessibility_here().await?;
    Ok(())
}

async fn the_top_answers_by_finger_and_button(visitor: &Visitor) -> Outcome {
    // From another page, by its button; and by finger.
    begin(visitor, "?priority=asb").await?;
    visitor.fill(field(BOX), "B79 7AF").await?;
    visitor.click(button("Search")).await?;
    visitor.sees("B79 7AF is in").await?;
    visitor.phone().await?;
    begin(visitor, "").await?;
    visitor.tap(field(BOX)).await?;
    visitor.until("the box has the keyboard", "document.activeElement.id === 'cp-search'").await?;
    visitor.type_keys("spital").await?;
    visitor.tap(button("Search")).await?;
    visitor.sees("Spital is a ward of Tamworth.").await?;
    visitor.check_no_sideways_scrolling().await?;
    // What is no place is searched for.
    begin(visitor, "").await?;
    visitor.fill(field(BOX), "castle gardens").await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the keyboard", "document.activeElement.id === 'cp-results-title'").await?;
    assert_eq!(visitor.query().await?, "?q=castle%20gardens");
    Ok(())
}

async fn a_postcode_typed_before_the_program_comes_reaches_no_address(visitor: &Visitor) -> Outcome {
    let gate = set_out(visitor, "").await?;
    visitor.click(css("#cp-search")).await?;
    visitor.type_keys("b77 1aa").await?;
    gate.open();
    visitor.until("the program is there", READY).await?;
    assert_eq!(visitor.query().await?, "");
    visitor.press(Key::Enter).await?;
    visitor.sees("B77 1AA is in Castle ward.").await?;
    assert!(!visitor.address().await?.to_lowercase().contains("b77"));
    // Nor does it in a page that is loaded again, where a browser keeps what was typed.
    begin(visitor, "").await?;
    visitor.fill(field(BOX), "b77 1aa").await?;
    visitor.reload().await?;
    assert!(!visitor.address().await?.to_lowercase().contains("b77"));
    Ok(())
}

async fn a_postcode_sent_before_the_program_comes_is_answered(visitor: &Visitor) -> Outcome {
    let gate = set_out(visitor, "").await?;
    visitor.click(css("#cp-search")).await?;
    visitor.type_keys("b77 1aa").await?;
    visitor.press(Key::Enter).await?;
    gate.open();
    visitor.sees("B77 1AA is in Castle ward.").await?;
    // Something else was typed by then: it is not sent for the visitor.
    let gate = set_out(visitor, "").await?;
    visitor.click(css("#cp-search")).await?;
    visitor.type_keys("bike").await?;
    visitor.press(Key::Enter).await?;
    visitor.type_keys("s").await?;
    gate.open();
    visitor.until("the program is there", READY).await?;
    visitor.type_keys(" here").await?;
    visitor.until("the keyboard is where it was", "document.activeElement.value === 'bikes here'").await
}

/// What fills the parts comes on a slow line. Whatever was asked before that would never be answered.
async fn a_postcode_sent_as_soon_as_the_program_is_there_is_answered(visitor: &Visitor) -> Outcome {
    let gate = Gate::default();
    let mut settings = Settings::new(xtask::project::dist());
    let held = gate.clone();
    settings.stand_in = Some(Box::new(move |request| {
        let name = request.path.rsplit('/').next().filter(|it| it.starts_with("lazy-"))?;
        let script = std::fs::read(xtask::project::dist().join(name)).ok()?;
        Some(Reply { gate: Some(held.clone()), ..Reply::new(200, "text/javascript", script) })
    }));
    visitor.host(settings)?;
    goes_to(visitor, "").await?;
    // In the page's own task, which is the first moment at which it can be sent.
    let send = "const root = document.querySelector('.cp__page'), box = document.querySelector('#cp-search');
        const send = () => {
            if (root.dataset.state !== 'ready') return false;
            box.value = 'b77 1aa';
            box.dispatchEvent(new Event('input', { bubbles: true }));
            box.form.requestSubmit();
            return true;
        };
        if (!send()) new MutationObserver((_, it) => send() && it.disconnect()).observe(root, { attributes: true })";
    visitor.evaluate(send, vec![]).await?;
    // Long enough for a program that does not wait for it.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    gate.open();
    visitor.sees("B77 1AA is in Castle ward.").await
}

async fn an_answer_comes_within_a_frame(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    ask(visitor, "b77 1aa").await?;
    visitor.sees("B77 1AA is in").await?;
    // From the event that asks until the page is laid out anew, with all that follows from the ward, in the page's own time.
    // The quickest of many, each of another ward: what it takes where no other program runs beside this one.
    let start = "(async () => {
        const place = document.querySelector('[data-part=finder]'), times = [];
        const turn = () => new Promise(done => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(0);
        });
        for (let round = 0; round < 5; round++) {
            for (const typed of ['b77 1aa', 'b79 7af', 'b77 3aa', 'b77 2aa']) {
                const start = performance.now();
                place.dispatchEvent(new CustomEvent('cp:ask', { detail: typed }));
                await turn();
                if (document.body.offsetHeight === 0 || !place.textContent.toLowerCase().includes(typed)) throw typed;
                times.push(performance.now() - start);
            }
        }
        window.took = Math.min(...times);
    })() && null";
    read::<Option<bool>>(visitor, start).await?;
    visitor.until("all are answered", "'took' in window").await?;
    let took: f64 = read(visitor, "took").await?;
    assert!(took < 16.0, "an answer takes {took} ms");
    Ok(())
}

async fn press_here(visitor: &Visitor) -> Outcome {
    visitor.click(button("Use my location")).await
}

async fn a_place_inside_is_answered(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.located(CASTLE, 15.0, true).await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("Your device says that you are in Castle ward.").await?;
    visitor.until("it is chosen", "location.search === '?ward=castle&view=wards'").await?;
    visitor.check_accessibility_here().await
}

async fn a_place_by_a_boundary_offers_the_other_wards(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.located(CASTLE, 2_000.0, true).await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("It is exact only to about 2 km, so you may also be in:").await?;
    visitor.click(button("Bolehall").within("[data-part=finder]")).await?;
    visitor.until("it is chosen", "location.search === '?ward=bolehall&view=wards'").await
}

async fn a_place_outside_is_answered(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.located([51.5, -0.12], 15.0, true).await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("Your device says that you are outside Tamworth.").await?;
    assert_eq!(visitor.query().await?, "?view=wards");
    visitor.located(CASTLE, 40_000.0, true).await?;
    press_here(visitor).await?;
    visitor.sees("only to within 40 km").await?;
    visitor.check_accessibility_here().await
}

async fn a_refusal_is_answered(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.located(CASTLE, 15.0, false).await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("You, your browser or this site did not allow it.").await?;
    assert_eq!(visitor.query().await?, "?view=wards");
    // The field is still there, and answers.
    ask(visitor, "b77 1aa").await?;
    visitor.sees("B77 1AA is in Castle ward.").await?;
    visitor.sees_no("did not allow it").await
}

async fn a_host_that_forbids_it_is_answered(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in = Some(Box::new(|request| {
        let page = std::fs::read(xtask::project::dist().join("index.html")).ok()?;
        (request.path == "/").then(|| {
            let mut reply = Reply::new(200, "text/html; charset=utf-8", page);
            reply.headers.push(("Permissions-Policy", "geolocation=()".to_owned()));
            reply
        })
    }));
    visitor.host(settings)?;
    visitor.located(CASTLE, 15.0, true).await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("You, your browser or this site did not allow it.").await?;
    // The browser notes that the policy forbids it.
    visitor.take_console().await.map(|_| ())
}

async fn a_device_that_does_not_know_is_answered(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.lost().await?;
    begin(visitor, "?view=wards").await?;
    press_here(visitor).await?;
    visitor.sees("Your device could not tell where you are.").await
}

async fn nothing_of_a_place_leaves_the_device(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.located(CASTLE, 15.0, true).await?;
    begin(visitor, "?view=wards").await?;
    visitor.click(field("Postcode or ward")).await?;
    visitor.find(css(".cp-finder__answer")).await?;
    // The first answer leads to the page of a ward, which may fetch what every such page has.
    press_here(visitor).await?;
    visitor.sees("Your device says that you are in Castle ward.").await?;
    visitor.sees("Before this plan").await?;
    visitor.until("so is what draws its charts", FETCHED).await?;
    let requests = visitor.site().requests();
    ask(visitor, "b79 7af").await?;
    visitor.sees("B79 7AF is in").await?;
    press_here(visitor).await?;
    visitor.sees("Your device says that you are in Castle ward.").await?;
    ask(visitor, "b77 1lt").await?;
    visitor.sees("is in North Warwickshire").await?;
    assert_eq!(visitor.site().requests(), requests, "nothing was sent");
    assert_eq!(
        read::<usize>(visitor, "localStorage.length + sessionStorage.length + document.cookie.length").await?,
        0
    );
    assert!(!visitor.address().await?.to_lowercase().contains("b77"));
    Ok(())
}

/// The ward that the map's keyboard is on.
async fn on_map(visitor: &Visitor) -> Result<String> {
    let at = "document.getElementById(document.getElementById('cp-map').getAttribute('aria-activedescendant'))";
    read(visitor, &format!("{at}.getAttribute('aria-label')")).await
}

async fn arrows_go_over_the_map(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle&view=wards").await?;
    visitor.tab_to(role("listbox", "Map of the wards of Tamworth")).await?;
    assert_eq!(on_map(visitor).await?, "Castle");
    let mut seen = vec!["Castle".to_owned()];
    for key in [Key::Right, Key::Down, Key::Left, Key::Up, Key::Up] {
        let top = visitor.scroll_top().await?;
        visitor.press(key).await?;
        seen.push(on_map(visitor).await?);
        assert!((visitor.scroll_top().await? - top).abs() < 1.0, "the page stands still");
    }
    seen.dedup();
    assert!(seen.len() >= 4, "{seen:?}");
    let now = on_map(visitor).await?;
    assert_eq!(visitor.query().await?, "?ward=castle&view=wards", "going is not choosing");
    visitor.press(Key::Enter).await?;
    visitor.find(heading(&format!("{now} ward"))).await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    // The space bar adds one.
    visitor.tab_to(role("listbox", "Map of the wards of Tamworth")).await?;
    visitor.press(Key::Home).await?;
    visitor.press(' ').await?;
    visitor.sees("Side by side").await?;
    assert_eq!(on_map(visitor).await?, "Amington");
    visitor.press(' ').await?;
    visitor.sees_no("Side by side").await
}

async fn a_finger_chooses_on_the_map(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    begin(visitor, "?view=wards").await?;
    let ward = role("option", "Trinity");
    visitor.tap(ward).await?;
    visitor.until("it is chosen", "location.search === '?ward=trinity&view=wards'").await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    in_sight(visitor, heading("Trinity ward")).await?;
    in_sight(visitor, css(".cp-here__says")).await?;
    // What is ticked in the list at the top leaves the list where it is, until the visitor goes on.
    begin(visitor, "?view=wards").await?;
    visitor.tap(checkbox("Castle").within(".cp-wards__list")).await?;
    visitor.tap(checkbox("Spital").within(".cp-wards__list")).await?;
    visitor.tap(button("Compare Castle and Spital")).await?;
    visitor.until("the answer has the keyboard", AT_THE_ANSWER).await?;
    in_sight(visitor, heading("Castle and Spital")).await?;
    assert_eq!(visitor.count(checkbox("Castle").within(".cp-wards__list")).await?, 0, "the list is behind one line");
    visitor.check_no_sideways_scrolling().await
}

async fn map_list_and_choice_agree(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    visitor.find(heading("All of Tamworth")).await?;
    visitor.sees("The plan promises nothing for one ward alone;").await?;
    visitor.click(checkbox("Spital").within(".cp-wards__list")).await?;
    visitor.find(heading("Spital ward")).await?;
    visitor.until("the map shows it", "document.querySelector('#cp-map-spital[aria-selected=true]')").await?;
    choose_ward(visitor, "mercian").await?;
    visitor.find(heading("Mercian ward")).await?;
    assert_eq!(visitor.query().await?, "?ward=mercian&view=wards");
    visitor.click(role("option", "Mercian")).await?;
    visitor.back().await?;
    visitor.find(heading("Spital ward")).await?;
    Ok(())
}

async fn two_wards_stand_side_by_side(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=trinity,castle&view=wards").await?;
    visitor.find(heading("Castle and Trinity")).await?;
    visitor.sees("This is not a ranking").await?;
    visitor.sees("The plan promises nothing for Castle or Trinity alone;").await?;
    visitor.click(css("#cp-ward-crime ~ details > summary")).await?;
    visitor.sees("Castle ward holds the town centre").await?;
    visitor.sees_no("Records per 1,000 residents").await?;
    let heads: Vec<String> = read(
        visitor,
        "[...document.querySelectorAll('#cp-ward-crime ~ details thead th')].map(it => it.textContent.trim())",
    )
    .await?;
    assert_eq!(heads, ["Type", "Castle", "Trinity", "All of Tamworth"]);
    visitor.check_accessibility().await?;
    visitor.click(link("Only Castle")).await?;
    visitor.find(heading("Castle ward")).await?;
    visitor.click(css("#cp-ward-crime ~ details > summary")).await?;
    visitor.sees("Records per 1,000 residents").await?;
    visitor.sees("Castle ward holds the town centre").await
}

async fn neighbours_lead_on(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=mercian&view=wards").await?;
    visitor.click(link("Spital").within("#cp-ward-neighbours ~ ul")).await?;
    visitor.find(heading("Spital ward")).await?;
    visitor.click(link("Compare Spital and Castle")).await?;
    visitor.find(heading("Castle and Spital")).await?;
    visitor.until("the heading has the keyboard", "document.activeElement.id === 'cp-ward-title'").await
}

const KEPT: &str = "localStorage.getItem('plan-explorer:ward')";

async fn a_ward_is_remembered_and_forgotten(visitor: &Visitor) -> Outcome {
    let watch =
        "window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(it => shifts += it.value))
        .observe({ type: 'layout-shift', buffered: true })";
    let measured = visitor.has(Aspect::Device);
    if measured {
        visitor.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": watch })).await?;
    }
    begin(visitor, "?view=wards").await?;
    ask(visitor, "b77 1aa").await?;
    visitor.sees("Keeps the ward’s code in this browser").await?;
    visitor.click(button("Remember my ward")).await?;
    visitor.sees("This device remembers Castle as your ward").await?;
    visitor.until_focus("button “Forget”").await?;
    assert_eq!(read::<String>(visitor, KEPT).await?, "E05007069");
    // At the next visit it is offered, and chosen at a press.
    begin(visitor, "?view=wards").await?;
    visitor.sees("Remembered: Castle.").await?;
    assert_eq!(visitor.query().await?, "?view=wards", "offered, and not chosen");
    let moved: f64 = if measured { read(visitor, "shifts").await? } else { 0.0 };
    assert!(moved < 0.01, "the offer moves the page by {moved}");
    visitor.check_accessibility_here().await?;
    visitor.click(button("Show Castle")).await?;
    visitor.until("it is chosen", "location.search === '?ward=castle&view=wards'").await?;
    // Of itself the offer goes; in the answer the button stays, and says the other thing.
    begin(visitor, "?view=wards").await?;
    visitor.click(button("Forget").within("[data-part=finder]")).await?;
    visitor.until("the field has the keyboard", "document.activeElement.id === 'cp-place'").await?;
    visitor.until("nothing is kept", &format!("{KEPT} === null")).await?;
    visitor.sees_no("Remembered").await
}

async fn nothing_is_remembered_unasked(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    ask(visitor, "b77 1aa").await?;
    visitor.find(heading("Castle ward")).await?;
    assert_eq!(read::<usize>(visitor, "localStorage.length + sessionStorage.length").await?, 0);
    Ok(())
}

async fn a_program_that_traps_is_started_again(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    // As WebKit does now and then: what the second program is told makes an error, and nothing comes of it.
    let trap = "const real = EventTarget.prototype.dispatchEvent; let told = 0;
        EventTarget.prototype.dispatchEvent = function (event) {
            if (event.type !== 'cp:records' || told++) return real.call(this, event);
            const error = Object.assign(new Error('Out of bounds memory access'), { stack: 'f@wasm-function[1]\\nplan-details-1.js:1' });
            return window.dispatchEvent(new ErrorEvent('error', { error, message: 'a trap', cancelable: true }));
        };";
    visitor.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": trap })).await?;
    begin(visitor, "?view=wards").await?;
    ask(visitor, "b77 1aa").await?;
    visitor.sees("B77 1AA is in Castle ward.").await
}

async fn a_browser_that_keeps_nothing_is_told(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    // As in a frame that is sandboxed: asking for the memory throws.
    let blocked =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    visitor.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": blocked })).await?;
    begin(visitor, "?view=wards").await?;
    ask(visitor, "b77 1aa").await?;
    visitor.click(button("Remember my ward")).await?;
    visitor.sees("This browser does not let the page keep or forget anything").await?;
    ask(visitor, "b77 1lt").await?;
    visitor.sees("is in North Warwickshire").await
}

async fn an_address_says_more_than_the_memory(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle&view=wards").await?;
    visitor.click(button("Remember my ward")).await?;
    visitor.until("it is kept", &format!("{KEPT} === 'E05007069'")).await?;
    begin(visitor, "?ward=spital").await?;
    visitor.settle().await?;
    assert_eq!(read::<usize>(visitor, SECOND).await?, 0, "nothing is loaded for the offer");
    visitor.sees_no("Remembered").await
}

async fn no_rule_is_broken_where_one_lives(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    visitor.find(role("listbox", "Map of the wards of Tamworth")).await?;
    visitor.check_accessibility().await?;
    begin(visitor, "?ward=castle&view=wards").await?;
    visitor.find(heading("Castle ward")).await?;
    visitor.check_accessibility().await?;
    visitor.dark().await?;
    visitor.until("it is dark", "matchMedia('(prefers-color-scheme: dark)').matches").await?;
    visitor.check_accessibility_here().await
}

async fn it_fits_the_smallest_phone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    for address in
        ["", "?ward=castle", "?view=wards", "?ward=castle&view=wards", "?ward=castle,spital,mercian&view=wards"]
    {
        begin(visitor, address).await?;
        visitor.settle().await?;
        visitor.check_no_sideways_scrolling().await?;
    }
    let small: Vec<String> = read(
        visitor,
        "[...document.querySelectorAll('.cp-mine :is(a, button, input, [role=option]), .cp-finder :is(button, input)')]
            .filter(it => it.checkVisibility() && !it.closest('p, li'))
            .map(it => [it, (it.closest('label') ?? it).getBoundingClientRect()])
            .filter(([, box]) => Math.min(box.width, box.height) < 24)
            .map(([it]) => it.outerHTML.slice(0, 80))",
    )
    .await?;
    assert!(small.is_empty(), "too small to press: {small:?}");
    Ok(())
}

async fn without_the_second_module_the_list_still_works(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in =
        Some(Box::new(|request| request.path.contains("plan-details").then(|| Reply::text(404, "Gone.\n"))));
    visitor.host(settings)?;
    begin(visitor, "?view=wards").await?;
    // A part is asked once it has come, or has not.
    let watch =
        "document.querySelector('[data-part=finder]').addEventListener('cp:ask', () => { window.asked = true })";
    visitor.evaluate(watch, vec![]).await?;
    ask(visitor, "b77 1aa").await?;
    visitor.until("nothing more is on its way", "window.asked").await?;
    // In the part that was asked: the one with the map says the same, and earlier.
    visitor.find(text("This part could not be loaded.").within("[data-part=finder]")).await?;
    visitor.find(text("Everything else on this page works.").within("[data-part=finder]")).await?;
    choose_ward(visitor, "castle").await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    assert!(!visitor.take_console().await?.is_empty());
    Ok(())
}

async fn what_is_known_of_a_ward_can_be_asked_for_again(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    let asked = AtomicUsize::new(0);
    settings.stand_in = Some(Box::new(move |request| {
        let is_gone = request.path.contains("/wards-") && asked.fetch_add(1, Ordering::SeqCst) < 3;
        is_gone.then(|| Reply::text(404, "Gone.\n"))
    }));
    visitor.host(settings)?;
    begin(visitor, "?ward=castle&view=wards").await?;
    visitor.sees("What is known of wards could not be loaded. Everything else on this page works.").await?;
    visitor.sees("The plan promises nothing for Castle alone;").await?;
    visitor.check_accessibility_here().await?;
    visitor.tab_to(button("Try again")).await?;
    visitor.press(Key::Enter).await?;
    let failed = "document.querySelector('.cp-ward > [role=status]').textContent.includes('could not be loaded')";
    visitor.until("it has failed again", failed).await?;
    visitor.until_focus("button “Try again”").await?;
    // Until it is there; how often a page asks before it says so is its own affair.
    for _ in 0..3 {
        if read::<usize>(visitor, "document.querySelectorAll('.cp-ward > button').length").await? > 0 {
            visitor.press(Key::Enter).await?;
            visitor.settle().await?;
        }
    }
    visitor.sees("Before this plan").await?;
    visitor.until("the keyboard is at it", "document.activeElement.closest('.cp-ward') !== null").await?;
    visitor.click(button("Remember my ward")).await?;
    visitor.sees("This device remembers Castle as your ward").await?;
    assert!(!visitor.take_console().await?.is_empty());
    Ok(())
}

async fn what_is_fetched_does_not_tell_the_ward(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=wards").await?;
    choose_ward(visitor, "castle").await?;
    visitor.sees("Before this plan").await?;
    let told = "performance.getEntriesByType('resource').map(it => it.name).filter(it => /castle/i.test(it))";
    assert_eq!(read::<Vec<String>>(visitor, told).await?, Vec::<String>::new());
    Ok(())
}

/// How far the end of the answer lies below the top of its view, and how high the view is; in pixels.
const ANSWER: &str = "(view => [document.querySelector('.cp-here__says').getBoundingClientRect().bottom
    - view.getBoundingClientRect().top, view.getBoundingClientRect().height].map(Math.round))
    (document.querySelector('[data-section=wards]'))";

async fn the_answer_stands_on_the_first_screen(visitor: &Visitor) -> Outcome {
    for (width, height, highest) in [(390, 844, 4_000), (1280, 900, 2_600)] {
        visitor.screen(width, height).await?;
        begin(visitor, "?ward=castle&view=wards").await?;
        visitor.sees("Before this plan").await?;
        visitor
            .sees("The plan promises nothing for Castle alone; 29 promises and 30 reports are for all of Tamworth.")
            .await?;
        let [answer, view] = read::<[i64; 2]>(visitor, ANSWER).await?;
        visitor.note(format!("at {width} pixels the answer ends {answer} below the top of a view of {view}"));
        assert!(answer < i64::from(height), "{answer}");
        assert!(view < highest, "the view is {view} high");
    }
    Ok(())
}

/// Names on the map that meet, as the browser sees them in its own font.
const MET: &str = "(all => all.flatMap(([one, a], at) => all.slice(at + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
    .map(([other]) => one + ' and ' + other)))
    ([...document.querySelectorAll('.cp-map__name')].filter(it => it.checkVisibility())
        .map(it => [it.textContent, it.getBoundingClientRect()]))";

async fn names_on_the_map_lie_clear_of_each_other(visitor: &Visitor) -> Outcome {
    for width in [320, 390, 600, 768, 1000, 1280] {
        visitor.screen(width, 900).await?;
        begin(visitor, "?view=wards").await?;
        visitor.find(role("listbox", "Map of the wards of Tamworth")).await?;
        let named: usize =
            read(visitor, "[...document.querySelectorAll('.cp-map__name')].filter(it => it.checkVisibility()).length")
                .await?;
        assert_eq!(named, 10, "each ward has its name, or its number in the list");
        assert_eq!(read::<Vec<String>>(visitor, MET).await?, Vec::<String>::new(), "at {width} pixels");
    }
    Ok(())
}
