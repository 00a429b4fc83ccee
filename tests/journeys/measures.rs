//! Measured: how far it is to an answer, how long the pages are, how many presses of a key it takes.

use anyhow::Context as _;

use crate::harness::{Journey, Key, Outcome, Visitor, journeys};
use crate::static_page::set_out;
use crate::steps::{READY, begin, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_answers_of_a_priority_are_on_the_first_screen,
    the_start_is_short,
    no_page_becomes_a_wall,
    few_keys_lead_to_the_first_priority,
];

/// The phone that is measured on.
async fn phone(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 844).await
}

/// The four answers of a priority: their names, and how far the end of each is from the top of the page.
const ANSWERS: &str = "[
    ...[...document.querySelectorAll('.cp-answers__one')].map(it => [it.querySelector('dt').textContent, it]),
    ...[...document.querySelectorAll('.cp-call')].map(it => ['Whom to contact', it]),
].filter(([, it]) => it.checkVisibility()).map(([name, it]) => [name, it.getBoundingClientRect().bottom + scrollY])";

async fn the_answers_of_a_priority_are_on_the_first_screen(visitor: &Visitor) -> Outcome {
    phone(visitor).await?;
    for priority in ["asb", "vehicle", "cohesion", "county-lines", "s1", "violence", "vulnerable"] {
        begin(visitor, &format!("?priority={priority}")).await?;
        let answers: Vec<(String, f64)> = read(visitor, ANSWERS).await?;
        let names: Vec<&str> = answers.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(
            names,
            ["Is it getting better?", "Who leads?", "How much is done?", "Whom to contact"],
            "{priority}"
        );
        visitor.note(format!("{priority}: {answers:?}"));
        assert!(answers.iter().all(|it| it.1 <= 844.0), "{priority}: {answers:?}");
        assert_eq!(read::<f64>(visitor, "scrollY").await?.to_bits(), 0.0_f64.to_bits(), "{priority}: from the top");
    }
    // And before the program comes.
    let gate = set_out(visitor, "?priority=asb").await?;
    let answers: Vec<(String, f64)> = read(visitor, ANSWERS).await?;
    assert!(answers.len() == 4 && answers.iter().all(|it| it.1 <= 844.0), "before the program: {answers:?}");
    gate.open();
    visitor.until("the program is there", READY).await
}

/// How high the page is.
const HEIGHT: &str = "document.documentElement.scrollHeight";

async fn the_start_is_short(visitor: &Visitor) -> Outcome {
    phone(visitor).await?;
    begin(visitor, "").await?;
    let words: usize = read(visitor, "document.body.innerText.trim().split(/\\s+/).length").await?;
    visitor.note(format!("{words} words"));
    assert!(words <= 400, "it has {words} words");
    let statements = "[...document.querySelectorAll('.cp-card')].filter(it => it.checkVisibility()).length";
    assert_eq!(read::<usize>(visitor, statements).await?, 0);
    Ok(())
}

/// Pages, and how high they may be on a phone and on a desk: a tenth more than they were when the answers came first, but for
/// start and priority on a phone, which may not pass what was asked for.
const HEIGHTS: [(&str, f64, f64); 6] = [
    ("", 2.0 * 844.0, 1550.0),
    ("?priority=asb", 4000.0, 2650.0),
    ("?view=wards", 2450.0, 1850.0),
    ("?ward=castle&view=wards", 4050.0, 2950.0),
    ("?partner=police", 11_600.0, 6750.0),
    ("?view=figures", 8350.0, 5300.0),
];

async fn no_page_becomes_a_wall(visitor: &Visitor) -> Outcome {
    for (path, on_a_phone, on_a_desk) in HEIGHTS {
        for (screen, most) in [((390, 844), on_a_phone), ((1280, 900), on_a_desk)] {
            visitor.screen(screen.0, screen.1).await?;
            begin(visitor, path).await?;
            // What the second module puts there counts.
            if path.contains("view=wards") {
                visitor.until("the map is there", "document.querySelector('.cp-wards .cp-map')").await?;
            }
            visitor.settle().await?;
            let height: f64 = read(visitor, HEIGHT).await?;
            visitor.note(format!("{path} at {}: {height}", screen.0));
            assert!(height <= most, "{path} at {} is {height} pixels high, and {most} is the most", screen.0);
        }
    }
    Ok(())
}

async fn few_keys_lead_to_the_first_priority(visitor: &Visitor) -> Outcome {
    for (width, height) in [(1280, 900), (390, 844)] {
        visitor.screen(width, height).await?;
        begin(visitor, "").await?;
        let mut presses = 0;
        let mut way = Vec::new();
        while !read::<bool>(visitor, "document.activeElement.matches('.cp-row')").await? {
            visitor.press(Key::Tab).await?;
            presses += 1;
            way.push(visitor.focus().await?);
            assert!(presses <= 12, "at {width}: {way:?}");
        }
        let first: bool = read(visitor, "document.activeElement === document.querySelector('.cp-row')").await?;
        assert!(first, "at {width}: {way:?}");
        visitor.note(format!("at {width}: {presses}"));
    }
    // From the first link, which leads past the top, it is fewer.
    begin(visitor, "").await?;
    visitor.press(Key::Tab).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the plan has the focus", "document.activeElement.id === 'plan-explorer'").await.context("it skips")
}
