//! Links to places on the page: they move the keyboard and the page, and nothing else.

use xtask::server::{CONTENT_SECURITY_POLICY, Reply, Settings};

use crate::harness::{Journey, Key, Outcome, Visitor, button, css, journeys, link};
use crate::hosts::{self, Host};
use crate::plan::how_many;
use crate::steps::{begin, read, shows, stands_alone};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_link_that_skips_keeps_the_choices,
    links_to_places_stay_on_the_page_where_the_program_cannot_run,
    a_link_to_a_place_on_another_view_shows_that_view,
    in_an_embed_links_to_places_leave_the_address_of_the_host,
    closing_the_filters_moves_nothing,
    no_letter_is_lost_while_somebody_types,
    an_element_starts_whatever_state_was_saved_with_it,
];

/// Links to places on this page that would load another.
const LEAVING: &str = "[...document.querySelectorAll('a[href^=\"#\"]')]
    .filter(it => it.pathname !== location.pathname || it.search !== location.search || it.origin !== location.origin).length";

async fn the_link_that_skips_keeps_the_choices(visitor: &Visitor) -> Outcome {
    for path in ["?priority=asb", "index.html?priority=asb"] {
        begin(visitor, path).await?;
        shows(visitor, how_many("?priority=asb")).await?;
        visitor.evaluate("window.same = true", Vec::new()).await?;
        visitor.press(Key::Tab).await?;
        visitor.press(Key::Enter).await?;
        visitor.until("the page has the keyboard", "document.activeElement.matches('main')").await?;
        assert!(read::<bool>(visitor, "window.same === true && location.search === '?priority=asb'").await?);
        shows(visitor, how_many("?priority=asb")).await?;
    }
    Ok(())
}

async fn links_to_places_stay_on_the_page_where_the_program_cannot_run(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", "");
    visitor.host(settings)?;
    for path in ["?priority=asb", "index.html", "embed.html", "embed.html?priority=asb"] {
        visitor.open(path).await?;
        visitor.until("it has given up", "document.querySelector('.cp__page[data-state=failed]')").await?;
        assert_eq!(read::<usize>(visitor, LEAVING).await?, 0, "{path}");
        visitor.evaluate("window.same = true", Vec::new()).await?;
        visitor.click(link("The plan").within("nav")).await?;
        let there =
            "window.same && Math.abs(document.querySelector('#cp-view-about').getBoundingClientRect().top) < 200";
        visitor.until("the place is in sight", there).await?;
        visitor.click(link("Words explained").within("nav")).await?;
        let there =
            "window.same && Math.abs(document.querySelector('#cp-view-glossary').getBoundingClientRect().top) < 200";
        visitor.until("so is a part of the plan", there).await?;
        visitor.take_console().await?;
    }
    Ok(())
}

async fn a_link_to_a_place_on_another_view_shows_that_view(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb").await?;
    let first = "[data-g=asb] .cp-list--promised .cp-card:first-child";
    let card = format!("document.querySelector('{first} .cp-origin')");
    read::<bool>(visitor, &format!("({card}.open = true)")).await?;
    visitor.click(css("a[href^='#cp-text-']").within(first)).await?;
    visitor.until("the passage has the keyboard", "document.activeElement.matches('.cp-passage')").await?;
    assert_eq!(visitor.query().await?, "?priority=asb&view=text");
    visitor.back().await?;
    stands_alone(visitor, "asb").await?;
    assert!(read::<bool>(visitor, &format!("{card}.open")).await?, "what was open stays open");
    Ok(())
}

async fn in_an_embed_links_to_places_leave_the_address_of_the_host(visitor: &Visitor) -> Outcome {
    hosts::open(visitor, Host::new("blank"), "#mine").await?;
    hosts::is_ready(visitor).await?;
    let inside = "document.querySelector('plan-explorer').shadowRoot";
    read::<bool>(visitor, &format!("({inside}.querySelector('.cp-caveats .cp-term').click(), true)")).await?;
    visitor.until("it is explained in place", &format!("{inside}.querySelector('.cp-term__meaning')")).await?;
    assert_eq!(read::<String>(visitor, "location.hash").await?, "#mine");
    Ok(())
}

async fn closing_the_filters_moves_nothing(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 844).await?;
    begin(visitor, "?view=list").await?;
    visitor.evaluate("scrollTo(0, 3000)", Vec::new()).await?;
    // As where a phone's own bars leave the window a part of a pixel.
    visitor.evaluate("document.querySelector('.cp-bar').style.bottom = '-0.6px'", Vec::new()).await?;
    visitor.settle().await?;
    for way in ["Escape", "Close"] {
        visitor.tap(button("Filter*").within(".cp-bar")).await?;
        visitor.until("the filters have the keyboard", "document.activeElement.id === 'cp-filters-title'").await?;
        // Not before: to tap the button, the journey scrolls to it.
        let before: i64 = read(visitor, "Math.round(scrollY)").await?;
        if way == "Escape" {
            visitor.press(Key::Escape).await?;
        } else {
            visitor.tab_to(button("Close").within(".cp-filters")).await?;
            visitor.press(Key::Enter).await?;
        }
        visitor.until("the button has it again", "document.activeElement.id === 'cp-filters-opener'").await?;
        assert_eq!(read::<i64>(visitor, "Math.round(scrollY)").await?, before, "by {way}");
    }
    Ok(())
}

async fn no_letter_is_lost_while_somebody_types(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    visitor.click(css("#cp-search")).await?;
    let words = "knife crime and county lines in the town centre at night";
    for letter in words.chars() {
        visitor.type_keys(&letter.to_string()).await?;
    }
    let typed = "document.querySelector('#cp-search').value";
    visitor.until_or_say("every letter is there", &format!("{typed} === '{words}'"), typed).await?;
    Ok(())
}

async fn an_element_starts_whatever_state_was_saved_with_it(visitor: &Visitor) -> Outcome {
    let page = "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Host</title><link rel=icon href=data:,></head>\
         <main><h1>Community safety</h1><plan-explorer data-state=loading><p>The plan.</p></plan-explorer></main>\
         <script type=module src=./plan-explorer.js></script></html>";
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in = Some(Box::new(move |request| {
        (request.path == "/host").then(|| Reply::new(200, "text/html; charset=utf-8", page))
    }));
    visitor.host(settings)?;
    visitor.open("host").await?;
    visitor.until("it is there", "document.querySelector('plan-explorer[data-state=ready]')").await
}
