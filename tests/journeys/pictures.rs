//! Charts begin as the pictures that came with the page, until somebody turns to one or chooses something.

use anyhow::Context as _;
use xtask::server::{Reply, Settings};

use crate::harness::{Aspect, Journey, Outcome, Visitor, button, css, journeys};
use crate::steps::{begin, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    on_a_phone_the_library_comes_when_a_chart_is_turned_to,
    a_chart_is_drawn_where_its_picture_stood,
    a_device_that_is_turned_has_another_picture,
    a_picture_that_cannot_be_had_is_drawn,
    no_word_of_a_picture_is_cut,
    large_text_has_drawings,
    a_picture_keeps_its_shape_on_paper,
];

/// Scrolls to the part of a chart, as soon as there is one.
pub(crate) async fn scroll_to(visitor: &Visitor, chart: &str) -> Outcome {
    let part = format!("document.querySelector('[data-part={chart}]')");
    visitor.until(&format!("{chart} has its place"), &format!("{part} !== null")).await?;
    // Some stand behind one line.
    let open = format!("{part}.closest('details')?.setAttribute('open', '')");
    read::<Option<u8>>(visitor, &format!("({open}, {part}.scrollIntoView(), null)")).await.map(|_| ())
}

/// Waits until a chart is drawn.
pub(crate) async fn drawn(visitor: &Visitor, chart: &str) -> Outcome {
    let picture = format!("document.querySelector('#cp-chart-{chart}[data-drawing=drawn] .cp-chart__drawing svg')");
    visitor.until("it is drawn", &picture).await
}

/// Turns to a chart in sight, if it stands as a picture.
pub(crate) async fn touch(visitor: &Visitor, chart: &str) -> Outcome {
    let figure = format!("document.getElementById('cp-chart-{chart}')");
    let part = format!("document.querySelector('[data-part={chart}]')");
    // What is above it may become higher while it comes: whoever wants to see it scrolls on.
    let begins = format!(
        "({part}?.scrollIntoView(), {figure}?.matches('[data-drawing=drawn], [data-drawing=failed], [data-still]'))"
    );
    let how_it_is = format!("JSON.stringify([{part}?.getBoundingClientRect(), {part}?.outerHTML])");
    visitor.until_or_say(&format!("{chart} is a picture"), &begins, &how_it_is).await?;
    if read::<bool>(visitor, &format!("{figure}.matches('[data-still]')")).await? {
        visitor.tap(css(&format!("#cp-chart-{chart} .cp-chart__drawing"))).await?;
    }
    Ok(())
}

/// Waits until a chart in sight is drawn; one that stands as a picture is turned to.
pub(crate) async fn turn_to(visitor: &Visitor, chart: &str) -> Outcome {
    touch(visitor, chart).await?;
    visitor
        .until(
            &format!("{chart} is drawn"),
            &format!("document.querySelector('#cp-chart-{chart}[data-drawing=drawn]')"),
        )
        .await
}

/// Whether the drawing library was fetched.
pub(crate) const FETCHED: &str = "performance.getEntriesByType('resource').some(it => it.name.includes('/charts-'))";

async fn on_a_phone_the_library_comes_when_a_chart_is_turned_to(visitor: &Visitor) -> Outcome {
    let still = "#cp-chart-money[data-still] .cp-chart__drawing img";
    let shown = format!("document.querySelector('{still}')?.naturalWidth > 200");
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "money").await?;
    visitor.until("it is the picture that came with the page", &shown).await?;
    assert!(!read::<bool>(visitor, FETCHED).await?, "nobody has turned to a chart");
    // Its numbers can be had all the same.
    visitor.click(button("Table*").within("#cp-chart-money")).await?;
    // It is there all the time, for screen readers.
    let seen = "document.querySelector('#cp-chart-money .cp-chart__table:not(.cp-visually-hidden)')?.checkVisibility()";
    visitor.until("it is a table", seen).await?;
    visitor.click(button("Chart*").within("#cp-chart-money")).await?;
    drawn(visitor, "money").await?;
    visitor.until("the library was fetched", FETCHED).await?;
    // Another one is drawn as soon as something is chosen: a picture shows the whole plan.
    begin(visitor, "?view=figures").await?;
    let change = "document.querySelector('.cp').dispatchEvent(new CustomEvent('cp:open', { detail: '?view=figures&priority=asb' }))";
    let chart = "achievements-by-partner";
    scroll_to(visitor, chart).await?;
    visitor.until("it is a picture", &format!("document.querySelector('#cp-chart-{chart}[data-still] img')")).await?;
    read::<Option<u8>>(visitor, &format!("({change}, null)")).await?;
    drawn(visitor, chart).await?;
    assert_eq!(visitor.count(css(".cp-chart[data-still]")).await?, 0);
    // An address with a choice has no picture that would fit it.
    begin(visitor, "?view=figures&priority=asb").await?;
    scroll_to(visitor, chart).await?;
    drawn(visitor, chart).await
}

/// A host without a policy, which would refuse what pictures say of style once they are put into the page.
fn unguarded(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.policy = String::new();
    visitor.host(settings)
}

/// The picture of a chart, as what stands in for it on the page.
const STILL: &str = "document.querySelector('#cp-chart-money[data-still] .cp-chart__drawing img')";

/// Opens the figures and waits for the picture of this width.
async fn see_picture(visitor: &Visitor, width: u32) -> Outcome {
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "money").await?;
    picture_is(visitor, width).await
}

async fn picture_is(visitor: &Visitor, width: u32) -> Outcome {
    let shown = format!("(it => it?.currentSrc.includes('/money-{width}-') && it.naturalWidth > 200)({STILL})");
    visitor.until(&format!("it is the picture that is {width} pixels wide"), &shown).await
}

/// What is drawn is as high as the picture was, so that nothing below it moves: on phones, tablets and desks.
async fn a_chart_is_drawn_where_its_picture_stood(visitor: &Visitor) -> Outcome {
    let height =
        "Math.round(document.querySelector('#cp-chart-money .cp-chart__drawing').getBoundingClientRect().height)";
    for (window, width) in [(320, 288), (390, 288), (500, 288), (800, 612), (1400, 612)] {
        visitor.screen(window, 900).await?;
        see_picture(visitor, width).await?;
        assert!(!read::<bool>(visitor, FETCHED).await?, "nobody has turned to a chart");
        let before: u32 = read(visitor, height).await?;
        visitor.click(css("#cp-chart-money .cp-chart__drawing")).await?;
        drawn(visitor, "money").await?;
        assert_eq!(read::<u32>(visitor, height).await?, before, "what is below it moves at {window}");
    }
    Ok(())
}

async fn a_device_that_is_turned_has_another_picture(visitor: &Visitor) -> Outcome {
    visitor.screen(600, 1000).await?;
    see_picture(visitor, 288).await?;
    visitor.screen(1000, 600).await?;
    picture_is(visitor, 612).await?;
    assert!(!read::<bool>(visitor, FETCHED).await?, "nobody has turned to a chart");
    visitor.screen(600, 1000).await?;
    picture_is(visitor, 288).await
}

/// A host may forget the folder.
async fn a_picture_that_cannot_be_had_is_drawn(visitor: &Visitor) -> Outcome {
    let mut settings = Settings::new(xtask::project::dist());
    settings.stand_in = Some(Box::new(|request| {
        request.path.starts_with("/pictures/").then(|| Reply::new(404, "text/plain", "There is nothing."))
    }));
    visitor.host(settings)?;
    visitor.screen(800, 900).await?;
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "money").await?;
    drawn(visitor, "money").await?;
    assert_eq!(visitor.count(css("#cp-chart-money[data-still], #cp-chart-money img")).await?, 0);
    assert!(!visitor.take_console().await?.is_empty(), "browsers tell of it");
    Ok(())
}

/// A picture does not grow with the text.
async fn large_text_has_drawings(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    visitor.screen(390, 800).await?;
    let sizes = serde_json::json!({ "fontSizes": { "standard": 24, "fixed": 20 } });
    visitor.devtools("Page.setFontSizes", sizes).await?;
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "money").await?;
    drawn(visitor, "money").await
}

/// Put into the page, where words can be measured: a picture tells nobody what is in it.
async fn no_word_of_a_picture_is_cut(visitor: &Visitor) -> Outcome {
    unguarded(visitor)?;
    begin(visitor, "").await?;
    let mut pictures = Vec::new();
    for file in std::fs::read_dir(xtask::project::dist().join("pictures"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        pictures.extend(Some(format!("pictures/{name}")).filter(|it| it.strip_suffix(".svg").is_some()));
    }
    anyhow::ensure!(pictures.len() == 12, "{pictures:?}");
    let script = "const [pictures, done] = arguments; (async () => {
        const cut = [];
        for (const name of pictures) {
            const box = document.createElement('div');
            box.innerHTML = await (await fetch(name)).text();
            document.body.append(box);
            const edge = box.firstElementChild.getBoundingClientRect();
            const words = [...box.querySelectorAll('text')];
            if (!words.length) cut.push(`${name} has no words`);
            const outside = ({ left, right }) => left < edge.left - 1 || right > edge.right + 1;
            cut.push(...words.filter(it => outside(it.getBoundingClientRect())).map(it => `${name}: ${it.textContent}`));
            box.remove();
        }
        return cut;
    })().then(done, error => done([String(error)]))";
    let cut = visitor.evaluate_with(script, vec![pictures.into()]).await?;
    anyhow::ensure!(cut.as_array().context("a list")?.is_empty(), "{cut}");
    Ok(())
}

async fn a_picture_keeps_its_shape_on_paper(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Print) {
        return Ok(());
    }
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "actions-and-achievements").await?;
    let shapes =
        "[...document.querySelectorAll('.cp-chart[data-still] img')].filter(it => it.naturalWidth && it.clientWidth)
        .map(it => [it.naturalWidth / it.naturalHeight, it.clientWidth / it.clientHeight])";
    visitor.until("one has come", &format!("{shapes}.length > 0")).await?;
    visitor.print().await?;
    // A browser that prints keeps the picture that came for the screen, and takes the size that the page gives to one for paper.
    // One that only shows the page as printed fetches the other, so its size is made a wrong one here.
    let sizes = "for (const it of document.querySelectorAll('.cp-chart__still img')) {
        it.parentElement.querySelector('source').remove();
        it.height = 2 * it.height;
    }";
    visitor.evaluate(sizes, vec![]).await?;
    let kept = format!("{shapes}.length > 0 && {shapes}.every(([own, shown]) => Math.abs(own / shown - 1) < 0.02)");
    visitor.until_or_say("each has the shape that it was drawn in", &kept, &format!("JSON.stringify({shapes})")).await
}
