//! On paper: a leaflet of what is on screen, on whole sheets or as a booklet, with the way back to the page.

use anyhow::Context as _;
use plan_explorer::chart::code::code;

use crate::harness::{Aspect, Journey, Outcome, Visitor, button, checkbox, css, journeys};
use crate::steps::{begin, read, tick};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_way_back_is_on_paper,
    a_booklet_is_about_one_thing,
    a_leaflet_has_every_line,
    few_sheets_are_enough,
    private_words_are_not_on_paper,
    what_is_printed_unasked_says_when_and_from_where,
];

const PRINT: &str = "Print what is on screen";
const BOOKLET: &str = "Print it as a booklet (A5)";

/// Goes to the foot of the page, where the ways to print are.
async fn to_the_foot(visitor: &Visitor) -> Outcome {
    // Whoever looks for it scrolls on where the page above it grows.
    let there =
        "(document.querySelector('.cp-foot').scrollIntoView(), document.querySelector('.cp-paper__ways') !== null)";
    visitor.until("the ways to print stand at the foot", there).await?;
    visitor.find(button(PRINT)).await?;
    Ok(())
}

/// What is on the dark modules of the code on the page, and the address that the page has.
async fn code_and_address(visitor: &Visitor) -> anyhow::Result<(String, String)> {
    let drawn = read(visitor, "document.querySelector('.cp-paper__code path').getAttribute('d')").await?;
    Ok((drawn, read(visitor, "location.href").await?))
}

async fn the_way_back_is_on_paper(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb&view=list").await?;
    to_the_foot(visitor).await?;
    assert!(!read::<bool>(visitor, "document.querySelector('.cp-paper__back').checkVisibility()").await?);
    tick(visitor, "Police").await?;
    visitor
        .until("the address follows", "document.querySelector('.cp-paper__back').textContent.includes('partner=')")
        .await?;
    let (drawn, address) = code_and_address(visitor).await?;
    assert!(address.ends_with("?priority=asb&partner=police"), "{address}");
    assert_eq!(drawn, code(&address).context("it fits")?.path, "the code says the address");
    if !visitor.has(Aspect::Print) {
        return Ok(());
    }
    read::<bool>(visitor, "dispatchEvent(new Event('beforeprint'))").await?;
    visitor.print().await?;
    visitor.until("it is on paper", "document.querySelector('.cp-paper__code').checkVisibility()").await?;
    visitor.sees(&format!("This page online: {address}")).await?;
    let today: String =
        read(visitor, "new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })")
            .await?;
    visitor.sees(&format!("Printed on {today}.")).await?;
    let small = "document.querySelector('.cp-paper__code').getBoundingClientRect().width < 96 * 25 / 25.4";
    assert!(!read::<bool>(visitor, small).await?, "the code is wide enough for a phone");
    Ok(())
}

async fn a_booklet_is_about_one_thing(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    to_the_foot(visitor).await?;
    assert_eq!(visitor.count(button(BOOKLET)).await?, 0);
    tick(visitor, "Anti-social behaviour").await?;
    visitor.find(button(BOOKLET)).await?;
    tick(visitor, "County lines").await?;
    visitor
        .until("two things are no booklet", "!document.querySelector('button.cp-paper__booklet').checkVisibility()")
        .await?;
    visitor.click(checkbox("County lines*")).await?;
    visitor.find(button(BOOKLET)).await?;
    // So it is on the page of one priority.
    begin(visitor, "?priority=asb").await?;
    to_the_foot(visitor).await?;
    visitor.find(button(BOOKLET)).await?;
    // The dialogue of the browser would wait for somebody.
    let asked = "(window.print = () => { const paper = document.querySelector('.cp').dataset.paper ?? 'sheets'; window.asked = paper; }, true)";
    read::<bool>(visitor, asked).await?;
    visitor.click(button(BOOKLET)).await?;
    visitor.until("a booklet is asked for", "window.asked === 'booklet'").await?;
    if visitor.has(Aspect::Device) {
        let pages = printed(visitor).await?;
        assert!(!pages.is_empty() && pages.iter().all(|it| is_near(*it, [420, 595])), "pages of A5: {pages:?}");
    }
    read::<bool>(visitor, "dispatchEvent(new Event('afterprint'))").await?;
    visitor.until("the page is as it was", "!('paper' in document.querySelector('.cp').dataset)").await?;
    visitor.click(button(PRINT)).await?;
    visitor.until("whole sheets are asked for", "window.asked === 'sheets'").await?;
    if visitor.has(Aspect::Device) {
        let pages = printed(visitor).await?;
        assert!(!pages.is_empty() && pages.iter().all(|it| is_near(*it, [595, 842])), "pages of A4: {pages:?}");
    }
    Ok(())
}

/// Whether a page has these sides, to a point: the browser rounds the inches it is asked for.
fn is_near(page: [u32; 2], sides: [u32; 2]) -> bool {
    page.iter().zip(sides).all(|(one, other)| one.abs_diff(other) <= 1)
}

/// The pages of the print as it would come out on A4 where nothing else is asked for: width and height in points.
async fn printed(visitor: &Visitor) -> anyhow::Result<Vec<[u32; 2]>> {
    use base64::Engine as _;
    let a4 = serde_json::json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let answer = visitor.devtools("Page.printToPDF", a4).await?;
    let file =
        base64::engine::general_purpose::STANDARD.decode(answer["data"].as_str().context("there is no print")?)?;
    let text = String::from_utf8_lossy(&file);
    let boxes = text.split("/MediaBox [").skip(1).filter_map(|it| it.split_once(']'));
    Ok(boxes
        .filter_map(|(it, _)| {
            let sides: Vec<f64> = it.split_whitespace().filter_map(|side| side.parse().ok()).collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sides of a sheet of paper")]
            let [width, height] = [*sides.get(2)?, *sides.get(3)?].map(|it| it.round() as u32);
            Some([width, height])
        })
        .collect())
}

async fn a_leaflet_has_every_line(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Print) {
        return Ok(());
    }
    begin(visitor, "?priority=asb").await?;
    to_the_foot(visitor).await?;
    // What each line rests on is printed with the list of all statements.
    visitor.print().await?;
    // As wide as the text on A4 and on A5.
    for width in [688, 480] {
        visitor.screen(width, 900).await?;
        let closed =
            "[...document.querySelectorAll('[data-g=asb] :is(.cp-list--promised .cp-plain, .cp-list--done .cp-plain, .cp-list--direction .cp-plain, .cp-fold--printed li)')]
            .filter(it => !it.closest('[hidden]') && !it.checkVisibility()).map(it => it.textContent.slice(0, 60))";
        let closed: Vec<String> = read(visitor, closed).await?;
        assert_eq!(closed, Vec::<String>::new(), "every line and every contact is on the leaflet");
        let answers = "[...document.querySelectorAll('[data-g=asb] .cp-answers__one, [data-g=asb] .cp-call__way')]
            .filter(it => it.checkVisibility()).length";
        assert!(read::<usize>(visitor, answers).await? >= 5, "the answers stand on paper, and whom to call");
        let names = "[...document.querySelectorAll('[data-g=asb] .cp-answers .cp-quiet-link')]
            .map(it => it.checkVisibility())";
        let names: Vec<bool> = read(visitor, names).await?;
        assert!(!names.is_empty() && names.iter().all(|it| *it), "who leads stands on paper: {names:?}");
        // Words that are explained on screen, and what was chosen, are words on paper.
        let controls = "[...document.querySelectorAll('main :is(button, input, select, textarea)')]
            .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.matches('.cp-term, .cp-chip')).map(it => it.outerHTML)";
        assert_eq!(read::<Vec<String>>(visitor, controls).await?, Vec::<String>::new(), "no controls are printed");
        let clipped = "[...document.querySelectorAll('main *')].filter(it => it.checkVisibility()
            && !it.closest('.cp-visually-hidden, svg') && it.getBoundingClientRect().right > innerWidth + 1).map(it => it.className)";
        assert_eq!(read::<Vec<String>>(visitor, clipped).await?, Vec::<String>::new(), "nothing is cut off");
    }
    visitor.find(css(".cp-paper__code")).await?;
    Ok(())
}

async fn few_sheets_are_enough(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    for (path, most) in [
        ("", 2),
        ("?priority=asb", 2),
        ("?priority=s1", 2),
        ("?ward=castle&view=wards", 2),
        ("?view=figures", 9),
        ("?view=list", 33),
    ] {
        begin(visitor, path).await?;
        to_the_foot(visitor).await?;
        let sheets = printed(visitor).await?.len();
        visitor.note(format!("{path}: {sheets} sides"));
        assert!(sheets <= most, "{path} has {sheets} sides of paper, and {most} are enough");
    }
    Ok(())
}

async fn private_words_are_not_on_paper(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=s1").await?;
    to_the_foot(visitor).await?;
    let (drawn, address) = code_and_address(visitor).await?;
    assert!(!address.contains("domestic"), "{address}");
    assert_eq!(drawn, code(&address).context("it fits")?.path);
    Ok(())
}

async fn what_is_printed_unasked_says_when_and_from_where(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=notes").await?;
    // The script that knows of printing has the parts say that they wait.
    visitor.until("parts wait", "document.querySelector('[data-part=paper]').textContent").await?;
    read::<bool>(visitor, "dispatchEvent(new Event('beforeprint'))").await?;
    let said: String = read(visitor, "document.querySelector('.cp-foot__when').textContent").await?;
    let address: String = read(visitor, "location.href").await?;
    assert!(said.starts_with("Printed on ") && said.ends_with(&format!(" from {address}.")), "{said}");
    Ok(())
}
