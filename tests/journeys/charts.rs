//! Charts: the picture says what the table says, by pointer and by keyboard, and its table stands where it cannot be drawn.

use xtask::server::{Reply, Settings};

use crate::harness::{Journey, Key, Outcome, Visitor, button, css, journeys};
use crate::steps::{begin, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    pictures_say_what_their_tables_say,
    bars_stand_beside_their_numbers_and_are_as_long,
    a_picture_is_read_by_keyboard,
    table_and_picture_change_places,
    pictures_follow_the_choices,
    without_the_library_the_tables_stand,
    hovering_and_resizing_break_no_rule,
];

/// The plan's charts, by their ids.
const CHARTS: [&str; 6] = [
    "direction-of-travel",
    "before-and-after",
    "actions-and-achievements",
    "achievements-by-partner",
    "what-residents-said",
    "money",
];

/// Opens the figures and waits until every picture is drawn: each when it has come near.
async fn all_drawn(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures").await?;
    for chart in CHARTS {
        let part = format!("document.querySelector('[data-part={chart}]')");
        visitor.until(&format!("{chart} has its place"), &format!("{part} !== null")).await?;
        read::<Option<u8>>(visitor, &format!("({part}.scrollIntoView(), null)")).await?;
        let stage = format!("document.getElementById('cp-chart-{chart}')?.dataset.stage === 'drawn'");
        visitor.until(&format!("{chart} is drawn"), &stage).await?;
    }
    Ok(())
}

async fn pictures_say_what_their_tables_say(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    for chart in CHARTS {
        let numbers = |inside: &str| {
            format!(
                "[...document.querySelectorAll('#cp-chart-{chart} {inside}')].map(it => it.textContent).join(' ')
                 .match(/\\d+(,\\d{{3}})*|\\bno\\b/g)"
            )
        };
        let (drawn, told): (Vec<String>, Vec<String>) = (
            read(visitor, &numbers(".cp-chart__drawing text")).await?,
            read(visitor, &numbers(".cp-chart__table :is(td, th)")).await?,
        );
        assert!(!drawn.is_empty(), "{chart} has no numbers");
        for number in drawn.iter().filter(|it| *it != "no") {
            assert!(told.contains(number), "{chart}: the picture says {number}, its table does not: {told:?}");
        }
        // Every mark has its number, or says that there is none: as many as the keyboard reads.
        let marks: usize = read(
            visitor,
            &format!("Number(document.querySelector('#cp-chart-{chart} [role=application]').ariaLabel.match(/read its (\\d+) marks/)[1])"),
        )
        .await?;
        assert!(drawn.len() >= marks, "{chart}: {marks} marks and only these numbers: {drawn:?}");
    }
    Ok(())
}

/// The bars of the survey and the numbers beside them: the middle of each in pixels, and how long the bar is.
const SURVEY: &str = "(() => {
    const box = it => it.getBoundingClientRect();
    const inside = document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing');
    const numbers = [...inside.querySelectorAll('text')].filter(it => /^\\d+%/.test(it.textContent));
    const paths = [...inside.querySelectorAll('path')].map(box).filter(it => it.height > 8 && it.height < 40 && it.width > 20 && it.width < box(inside).width);
    return numbers.map(it => {
        const middle = box(it).top + box(it).height / 2;
        const near = paths.map(bar => [Math.abs(bar.top + bar.height / 2 - middle), bar.width])
            .sort((a, b) => Math.round(a[0]) - Math.round(b[0]) || b[1] - a[1])[0];
        return [parseInt(it.textContent), near[0], near[1]];
    });
})()";

async fn bars_stand_beside_their_numbers_and_are_as_long(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    let bars: Vec<[f64; 3]> = read(visitor, SURVEY).await?;
    assert_eq!(bars.len(), 5, "{bars:?}");
    for [share, off, length] in &bars {
        assert!(*off < 2.5, "the bar of {share}% is {off} pixels from its number: {bars:?}");
        let whole = length / share;
        let first = bars[0][2] / bars[0][0];
        assert!((whole / first - 1.0).abs() < 0.02, "{share}% is drawn {length} long: {bars:?}");
    }
    Ok(())
}

async fn a_picture_is_read_by_keyboard(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    let reading = "document.querySelector('#cp-chart-direction-of-travel .cp-chart__reading').textContent";
    visitor.tab_to(css("#cp-chart-direction-of-travel .cp-chart__frame")).await?;
    visitor.said().await?;
    visitor.press(Key::Right).await?;
    visitor.until("the first mark is read", &format!("{reading}.includes('48 per cent')")).await?;
    visitor.hears_only("48 per cent").await?;
    visitor.press(Key::End).await?;
    visitor.until("the last mark is read", &format!("{reading}.includes('33 per cent')")).await?;
    visitor.press(Key::Home).await?;
    visitor.until("the first again", &format!("{reading}.includes('48 per cent')")).await?;
    visitor.press(Key::Escape).await?;
    visitor.until("none is read", &format!("{reading} === ''")).await
}

async fn table_and_picture_change_places(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    let inside = "#cp-chart-what-residents-said";
    let seen = |what: &str| format!("document.querySelector('{inside} {what}').checkVisibility()");
    visitor.click(button("Show as a table*").within(inside)).await?;
    visitor.until("the picture is gone", &format!("!{}", seen(".cp-chart__drawing"))).await?;
    visitor.check_accessibility_here().await?;
    visitor.click(button("Show as a chart*").within(inside)).await?;
    visitor.until("the picture is back", &seen(".cp-chart__drawing")).await?;
    visitor.check_accessibility_here().await
}

async fn pictures_follow_the_choices(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=figures&priority=violence").await?;
    let drawn = "[...document.querySelectorAll('#cp-chart-direction-of-travel .cp-chart__drawing text')].map(it => it.textContent).join(' ')";
    visitor.until("the picture is drawn", &format!("{drawn}.includes('48%')")).await?;
    let some: String = read(visitor, drawn).await?;
    assert!(!some.contains("33%"), "{some}");
    visitor.click(button("Show all figures").number(1)).await?;
    visitor.until("all are drawn", &format!("{drawn}.includes('33%')")).await?;
    // What leaves nothing says so.
    begin(visitor, "?view=figures&priority=county-lines").await?;
    visitor.sees("No percentage changes to draw").await
}

async fn without_the_library_the_tables_stand(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in = Some(Box::new(|request| request.path.contains("charts-").then(|| Reply::text(404, "Gone.\n"))));
    visitor.host(settings)?;
    begin(visitor, "?view=figures").await?;
    visitor.sees("The chart could not be drawn. The table says the same.").await?;
    visitor.find(css("table").within("#cp-chart-direction-of-travel")).await?;
    visitor.check_accessibility_here().await?;
    visitor.take_console().await?;
    Ok(())
}

async fn hovering_and_resizing_break_no_rule(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    visitor.hover(css("#cp-chart-what-residents-said .cp-chart__drawing")).await?;
    visitor.dark().await?;
    let ground =
        "document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing rect')?.getAttribute('fill')";
    visitor.until("it is drawn dark", &format!("{ground} === '#0f171e'")).await?;
    visitor.check_accessibility_here().await?;
    visitor.screen(320, 640).await?;
    let width =
        "document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing svg').getBoundingClientRect().width";
    visitor.until("it is as narrow as the page", &format!("{width} <= 320")).await?;
    visitor.check_no_sideways_scrolling().await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    Ok(())
}
