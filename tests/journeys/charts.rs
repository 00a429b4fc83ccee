//! Charts: the picture says what the table says, by pointer and by keyboard, and its table stands where it cannot be drawn.

use anyhow::Context as _;
use xtask::server::{Reply, Settings};

use crate::harness::{Aspect, Journey, Key, Outcome, Visitor, button, css, journeys};
use crate::pictures::{scroll_to, touch, turn_to};
use crate::publishing::site_of;
use crate::static_page::set_out;
use crate::steps::{begin, downloads, read, saved};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    pictures_say_what_their_tables_say,
    bars_stand_beside_their_numbers_and_are_as_long,
    a_picture_is_read_by_keyboard,
    a_mark_chooses_what_it_stands_for,
    a_mouse_at_rest_leaves_what_the_keyboard_reads,
    table_and_picture_change_places,
    pictures_follow_the_choices,
    without_the_library_the_tables_stand,
    hovering_and_resizing_break_no_rule,
    pictures_have_every_label_of_their_reviewed_option,
    the_data_to_take_away_are_those_of_the_table,
    pictures_are_taken_away_with_their_title_and_source,
    no_rule_is_broken_with_pictures_drawn,
    no_rule_is_broken_with_pictures_drawn_in_the_dark,
    words_stand_inside_their_picture_and_clear_of_each_other,
    words_stand_as_well_under_choices_and_in_another_plan,
    pictures_grow_with_the_text,
    a_picture_that_comes_moves_nothing,
    pictures_take_forced_colours,
    pictures_fit_the_paper,
    coming_and_going_two_hundred_times_leaves_nothing,
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
    all_come(visitor).await
}

/// Goes past every chart, and waits until its picture is drawn.
async fn all_come(visitor: &Visitor) -> Outcome {
    for chart in CHARTS {
        scroll_to(visitor, chart).await?;
        turn_to(visitor, chart).await?;
    }
    Ok(())
}

async fn pictures_say_what_their_tables_say(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    for chart in CHARTS {
        let numbers = |inside: &str| {
            format!(
                "[...document.querySelectorAll('#cp-chart-{chart} {inside}')].map(it => it.textContent).join(' ')
                 .match(/\\d+(,\\d{{3}})*|\\b(no|none)\\b/g)"
            )
        };
        let (drawn, told): (Vec<String>, Vec<String>) = (
            read(visitor, &numbers(".cp-chart__drawing text")).await?,
            read(visitor, &numbers(".cp-chart__table :is(td, th)")).await?,
        );
        assert!(!drawn.is_empty(), "{chart} has no numbers");
        for number in drawn.iter().filter(|it| !it.starts_with("no")) {
            assert!(told.contains(number), "{chart}: the picture says {number}, its table does not: {told:?}");
        }
        // Every mark has its number, or says that there is none: as many as the keyboard reads. The parts of one bar share it.
        let counted = if chart == "achievements-by-partner" {
            format!("document.querySelectorAll('#cp-chart-{chart} .cp-chart__table tbody tr').length")
        } else {
            format!(
                "Number(document.querySelector('#cp-chart-{chart} [role=application]').ariaLabel.match(/read its (\\d+) marks/)[1])"
            )
        };
        let marks: usize = read(visitor, &counted).await?;
        assert!(drawn.len() >= marks, "{chart}: {marks} marks and only these numbers: {drawn:?}");
    }
    Ok(())
}

/// The bars of the survey and the numbers beside them: the middle of each in pixels, and how long the bar is.
const SURVEY: &str = "(() => {
    const box = it => it.getBoundingClientRect();
    const inside = document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing');
    const numbers = [...inside.querySelectorAll('text')].filter(it => /^\\d+%/.test(it.textContent));
    // Not the frames that the library gives to words, which nobody sees.
    const paths = [...inside.querySelectorAll('path')].filter(it => getComputedStyle(it).fillOpacity > 0).map(box).filter(it => it.height > 8 && it.height < 40 && it.width > 20 && it.width < box(inside).width);
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
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, "direction-of-travel").await?;
    turn_to(visitor, "direction-of-travel").await?;
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

/// By mouse and by keyboard; the choice is a step of Back.
async fn a_mark_chooses_what_it_stands_for(visitor: &Visitor) -> Outcome {
    let chart = "actions-and-achievements";
    let bars = format!("#cp-chart-{chart} .cp-chart__drawing path[fill='#12436d']");
    let names = format!(
        "[...document.querySelectorAll('#cp-chart-{chart} .cp-chart__table tbody th')].map(it => it.textContent)"
    );
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, chart).await?;
    turn_to(visitor, chart).await?;
    let all: Vec<String> = read(visitor, &names).await?;
    visitor.click(css(&bars).number(2)).await?;
    visitor.until("the second priority is chosen", &format!("{names}.join() === '{}'", all[1])).await?;
    assert!(visitor.query().await?.contains("priority="), "{}", visitor.query().await?);
    visitor.back().await?;
    visitor.until("all are back", &format!("{names}.length === {}", all.len())).await?;
    visitor.tab_to(css(&format!("#cp-chart-{chart} .cp-chart__frame"))).await?;
    // Whatever the mouse is on.
    visitor.press(Key::Home).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the first priority is chosen", &format!("{names}.join() === '{}'", all[0])).await?;
    assert!(read::<bool>(visitor, &format!("document.activeElement.closest('#cp-chart-{chart}') !== null")).await?);
    // The same again takes it back, as a tick of its box would.
    visitor.press(Key::Enter).await?;
    visitor.until("all are there", &format!("{names}.length === {}", all.len())).await
}

/// A mouse reads the mark that it is moved onto. At rest it leaves what the keyboard reads alone, also where a browser tells of a move by
/// nothing, as all do after the page has changed under it.
async fn a_mouse_at_rest_leaves_what_the_keyboard_reads(visitor: &Visitor) -> Outcome {
    let chart = "actions-and-achievements";
    let bars = format!("#cp-chart-{chart} .cp-chart__drawing path[fill='#12436d']");
    let reading = format!("document.querySelector('#cp-chart-{chart} .cp-chart__reading').textContent");
    let headline = format!("#cp-chart-{chart} .cp-chart__headline");
    begin(visitor, "?view=figures").await?;
    scroll_to(visitor, chart).await?;
    turn_to(visitor, chart).await?;
    visitor.hover(css(&headline)).await?;
    visitor.hover(css(&bars).number(3)).await?;
    visitor.until("the mouse reads", &format!("{reading} !== ''")).await?;
    let third: String = read(visitor, &reading).await?;
    visitor.tab_to(css(&format!("#cp-chart-{chart} .cp-chart__frame"))).await?;
    visitor.press(Key::Home).await?;
    visitor.until("the keyboard reads", &format!("{reading} !== '{third}'")).await?;
    let first: String = read(visitor, &reading).await?;
    // A move of one's own making is by nothing, too.
    let rest = format!(
        "(() => {{ const bar = document.querySelectorAll(`{bars}`)[2], {{ left, top, width, height }} = bar.getBoundingClientRect();
        const at = {{ bubbles: true, clientX: left + width / 2, clientY: top + height / 2 }};
        return bar.dispatchEvent(new MouseEvent('mousemove', at)) }})()"
    );
    assert!(read::<bool>(visitor, &rest).await?);
    visitor.answered().await?;
    assert_eq!(read::<String>(visitor, &reading).await?, first);
    visitor.hover(css(&headline)).await?;
    // The bar that is read has another colour, and is none of these.
    visitor.hover(css(&bars).number(2)).await?;
    visitor.until("the mouse reads again", &format!("{reading} === '{third}'")).await
}

async fn table_and_picture_change_places(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    let inside = "#cp-chart-what-residents-said";
    let seen = |what: &str| format!("document.querySelector('{inside} {what}').checkVisibility()");
    visitor.click(button("Table*").within(inside)).await?;
    visitor.until("the picture is gone", &format!("!{}", seen(".cp-chart__drawing"))).await?;
    visitor.check_accessibility_here().await?;
    visitor.click(button("Chart*").within(inside)).await?;
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
    scroll_to(visitor, "direction-of-travel").await?;
    touch(visitor, "direction-of-travel").await?;
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
    if !visitor.has(Aspect::Dusk) {
        all_drawn(visitor).await?;
    }
    let ground =
        "document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing rect')?.getAttribute('fill')";
    visitor.until("it is drawn dark", &format!("{ground} === '#0f171e'")).await?;
    visitor.check_accessibility_here().await?;
    visitor.screen(320, 640).await?;
    let width =
        "document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing svg').getBoundingClientRect().width";
    visitor.until("it is as narrow as the page", &format!("{width} <= 320")).await?;
    // Each picture is drawn anew in a task of its own.
    visitor.until_no_sideways_scrolling().await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    Ok(())
}

/// The words of a text in order of the alphabet: pictures of another width set them in other lines, which may break after a hyphen.
fn sorted_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.replace('-', "- ").split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
}

/// All that a specification writes: names on axes, numbers at marks.
fn labels(option: &serde_json::Value) -> String {
    // One axis stands by itself, several as a list.
    let list = |of: &str| option[of].as_array().cloned().unwrap_or_else(|| vec![option[of].clone()]);
    let names = list("yAxis").into_iter().flat_map(|it| it["data"].as_array().cloned().unwrap_or_default());
    let marks = list("series").into_iter().flat_map(|it| it["data"].as_array().cloned().unwrap_or_default());
    let all = names.chain(marks.map(|it| it["name"].clone()));
    let words = all.filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>().join(" ");
    // What says how a line of a name looks.
    words.replace("{name|", "").replace("{quiet|", " ").replace('}', "")
}

async fn pictures_have_every_label_of_their_reviewed_option(visitor: &Visitor) -> Outcome {
    let folder = xtask::project::root().join("tests/charts/options");
    for width in [390, 1280] {
        visitor.screen(width, 900).await?;
        all_drawn(visitor).await?;
        for chart in CHARTS {
            let option = std::fs::read_to_string(folder.join(format!("{chart}.json")))?;
            let option: serde_json::Value = serde_json::from_str(&option)?;
            let script = format!(
                "[...document.querySelectorAll('#cp-chart-{chart} .cp-chart__drawing text')].map(it => it.textContent).join(' ')"
            );
            let drawn: String = read(visitor, &script).await?;
            assert_eq!(sorted_words(&drawn), sorted_words(&labels(&option)), "{chart} at {width} pixels");
        }
    }
    Ok(())
}

/// The link to a chart's data, read as RFC 4180 has it, and its table; numbers as computers write them.
const DATA_AND_TABLE: &str = r#"(chart => {
    const figure = document.getElementById(`cp-chart-${chart}`);
    const text = decodeURIComponent(figure.querySelector('a[download]').href.split(',').slice(1).join(','));
    const fields = text.trimEnd().split('\r\n').map(row => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
        .map(it => it[1] === undefined ? it[2] : it[1].replaceAll('""', '"')));
    const cell = it => {
        const words = it.textContent;
        if (!it.matches('.cp-table__number') || it.scope === 'col') return words;
        return words.replaceAll(',', '').replace('\u2212', '-').match(/-?\d+/)[0];
    };
    const rows = [...figure.querySelectorAll('.cp-chart__table tr')].map(row => [...row.cells]);
    const table = rows.map(row => row.map((it, at) => it.matches('.cp-table__none') ? fields[rows.indexOf(row)][at].match(/^\[[xz]\]$/)?.[0] : cell(it)));
    return [fields, table];
})"#;

async fn the_data_to_take_away_are_those_of_the_table(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    for chart in CHARTS {
        let script = format!("{DATA_AND_TABLE}('{chart}')");
        let (data, table): (Vec<Vec<String>>, Vec<Vec<Option<String>>>) = read(visitor, &script).await?;
        let data: Vec<Vec<Option<String>>> = data.into_iter().map(|it| it.into_iter().map(Some).collect()).collect();
        assert!(data.len() > 1, "{chart} has data");
        assert_eq!(data, table, "{chart}");
    }
    Ok(())
}

async fn pictures_are_taken_away_with_their_title_and_source(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Downloads) {
        return Ok(());
    }
    let folder = downloads(visitor).await?;
    all_drawn(visitor).await?;
    let inside = "#cp-chart-money";
    visitor.click(css(&format!("{inside} .cp-chart__ways li:nth-child(3) summary"))).await?;
    let title: String =
        read(visitor, &format!("document.querySelector('{inside} .cp-chart__headline').textContent")).await?;
    for (ending, words) in [("svg", "Download the picture (SVG)"), ("png", "Download the picture (PNG)")] {
        visitor.click(button(words).within(inside)).await?;
        visitor.sees("The picture is saved with your downloads.").await?;
        let bytes = saved(&folder, &format!("money.{ending}")).await?;
        if ending == "png" {
            assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
            let width = u32::from_be_bytes(bytes[16..20].try_into()?);
            assert!(width >= 800, "wide enough for a page: {width}");
        } else {
            let text = String::from_utf8(bytes)?;
            let said: String =
                text.split('<').filter_map(|it| Some(it.split_once('>')?.1)).collect::<Vec<_>>().join(" ");
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in [title.trim(), "Source: Tamworth Community Safety Partnership Plan", "£196,000"] {
                assert!(said.contains(words), "“{words}” is in the picture: {said}");
            }
            assert!(text.starts_with("<svg") && !text.contains("<script"), "a picture and nothing else");
        }
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

async fn no_rule_is_broken_with_pictures_drawn(visitor: &Visitor) -> Outcome {
    all_drawn(visitor).await?;
    visitor.check_accessibility().await
}

async fn no_rule_is_broken_with_pictures_drawn_in_the_dark(visitor: &Visitor) -> Outcome {
    visitor.dark().await?;
    all_drawn(visitor).await?;
    visitor.check_accessibility().await
}

/// Words that stick out of their picture or lie on other words, as the browser sees them in its own font.
const UNFIT: &str = "[...document.querySelectorAll('.cp-chart__drawing svg')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const all = [...svg.querySelectorAll('text')].map(it => ({ words: it.textContent, box: it.getBoundingClientRect() }));
    const out = all.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - 3 || box.bottom > frame.bottom + 3);
    const met = all.filter((one, at) => all.slice(at + 1).some(({ box }) => one.box.left + 1 < box.right
        && box.left + 1 < one.box.right && one.box.top + 4 < box.bottom && box.top + 4 < one.box.bottom));
    // Frames of blocks of words are not seen, and bars under names have no length.
    const marks = [...svg.querySelectorAll('path')].filter(it => !['none', 'transparent'].includes(it.getAttribute('fill')))
        .map(it => it.getBoundingClientRect()).filter(it => it.width > 3 && it.height > 3);
    const on = all.filter(({ box }) => marks.some(mark => mark.left + 1 < box.right && box.left + 1 < mark.right
        && mark.top + 4 < box.bottom && box.top + 4 < mark.bottom));
    // The line that says which mark is read, whatever it says.
    const line = svg.closest('.cp-chart').querySelector('.cp-chart__reading')?.getBoundingClientRect();
    const across = line && line.left < frame.right + 8 && frame.left < line.right && line.top < frame.bottom && frame.top < line.bottom;
    return [...[...out, ...met, ...on].map(it => it.words), ...(across ? ['the line of what is read'] : [])];
})";

async fn words_stand_inside_their_picture_and_clear_of_each_other(visitor: &Visitor) -> Outcome {
    for width in [320, 390, 768, 1280, 1920] {
        visitor.screen(width, 900).await?;
        all_drawn(visitor).await?;
        well_placed(visitor, &format!("at {width}")).await?;
    }
    // With letters twice as large.
    for width in [320, 1280] {
        visitor.screen(width, 900).await?;
        all_drawn(visitor).await?;
        read::<Option<u8>>(visitor, "(document.documentElement.style.setProperty('font-size', '200%'), null)").await?;
        visitor.until("the words are larger", &format!("{SIZE} > 30")).await?;
        well_placed(visitor, &format!("twice as large at {width}")).await?;
    }
    Ok(())
}

/// Waits until those of the plan's charts are drawn that are there.
async fn those_drawn(visitor: &Visitor) -> Outcome {
    for chart in CHARTS {
        // As the page is written, the chart of the whole plan stands there, until the second module has come to it.
        let there = format!("document.querySelector('#cp-chart-{chart}[data-drawing]:not([hidden])') !== null");
        scroll_to(visitor, chart).await?;
        let settled = format!("{there} || document.querySelector('#cp-chart-{chart}-nothing') !== null");
        visitor.until(&format!("{chart} is there or says why not"), &settled).await?;
        if read::<bool>(visitor, &there).await? {
            turn_to(visitor, chart).await?;
        }
    }
    Ok(())
}

async fn words_stand_as_well_under_choices_and_in_another_plan(visitor: &Visitor) -> Outcome {
    for path in ["?view=figures&priority=asb", "?view=figures&partner=police"] {
        for width in [320, 1280] {
            visitor.screen(width, 900).await?;
            begin(visitor, path).await?;
            those_drawn(visitor).await?;
            well_placed(visitor, &format!("at {width} with {path}")).await?;
        }
    }
    site_of(visitor, "tests/editions/brindlemere")?;
    for width in [320, 1280] {
        visitor.screen(width, 900).await?;
        begin(visitor, "?view=figures").await?;
        those_drawn(visitor).await?;
        well_placed(visitor, &format!("at {width} in another plan")).await?;
    }
    Ok(())
}

async fn well_placed(visitor: &Visitor, when: &str) -> Outcome {
    let said = format!("JSON.stringify({UNFIT})");
    visitor.until_or_say(&format!("the words are well placed {when}"), &format!("!{UNFIT}.length"), &said).await
}

/// The size of the first words of the survey's picture, in pixels.
const SIZE: &str = "parseFloat(getComputedStyle(document.querySelector('#cp-chart-what-residents-said .cp-chart__drawing text')).fontSize)";

async fn pictures_grow_with_the_text(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Device) {
        return Ok(());
    }
    all_drawn(visitor).await?;
    let before: f64 = read(visitor, SIZE).await?;
    let sizes = serde_json::json!({ "fontSizes": { "standard": 24, "fixed": 20 } });
    visitor.devtools("Page.setFontSizes", sizes).await?;
    visitor.until("the picture's words are half as large again", &format!("{SIZE} > {before} * 1.4")).await?;
    visitor.until_no_sideways_scrolling().await
}

async fn a_picture_that_comes_moves_nothing(visitor: &Visitor) -> Outcome {
    let heights = "JSON.stringify([...document.querySelectorAll('.cp-figures .cp-chart')]
        .map(it => [it.id, Math.round(it.getBoundingClientRect().height)].join(' ')))";
    for width in [320, 390, 768, 1280] {
        visitor.screen(width, 900).await?;
        let gate = set_out(visitor, "?view=figures").await?;
        let before: String = read(visitor, heights).await?;
        assert!(before.contains(CHARTS[0]), "{before}");
        gate.open();
        all_come(visitor).await?;
        assert_eq!(before, read::<String>(visitor, heights).await?, "at {width}");
    }
    Ok(())
}

async fn pictures_take_forced_colours(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::ForcedColours) {
        return Ok(());
    }
    visitor.forced_colours().await?;
    all_drawn(visitor).await?;
    let painted = "[...document.querySelectorAll('.cp-chart__drawing :is(text, path, rect)')]
        .flatMap(it => ['fill', 'stroke'].filter(name => it.hasAttribute(name))
            // The library gives each block of words a frame that is not seen.
            .filter(name => parseFloat(getComputedStyle(it)[name === 'fill' ? 'fillOpacity' : 'strokeWidth']) > 0)
            .map(name => getComputedStyle(it)[name]))
        // Stripes are a pattern, whose own colours are told as well.
        .filter(it => it !== 'none' && it !== 'transparent' && !it.startsWith('url'))";
    let own = "['Canvas', 'CanvasText', 'Highlight'].map(name => {
        const it = document.createElement('i');
        it.style.setProperty('color', name);
        document.body.append(it);
        const colour = getComputedStyle(it).color;
        it.remove();
        return colour;
    })";
    let foreign = format!("(own => {painted}.filter(it => !own.includes(it)))({own})");
    assert_eq!(read::<Vec<String>>(visitor, &foreign).await?, Vec::<String>::new());
    assert!(read::<usize>(visitor, &format!("new Set({painted}).size")).await? >= 2, "ground and marks differ");
    Ok(())
}

async fn pictures_fit_the_paper(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Print) {
        return Ok(());
    }
    all_drawn(visitor).await?;
    let drawn = "[...document.querySelectorAll('.cp-chart__drawing svg')]";
    // As a browser does before it lays the page out for paper.
    read::<bool>(visitor, "dispatchEvent(new Event('beforeprint'))").await?;
    let areas = format!("{drawn}.every(it => it.viewBox.baseVal.width === 680)");
    visitor.until("every picture is made for paper", &areas).await?;
    visitor.print().await?;
    visitor.screen(600, 900).await?;
    let cropped = format!(
        "{drawn}.filter(it => it.getBoundingClientRect().right > it.closest('.cp-chart').getBoundingClientRect().right + 1).length"
    );
    assert_eq!(read::<usize>(visitor, &cropped).await?, 0);
    let empty = "[...document.querySelectorAll('.cp-chart')].filter(it => !it.querySelector('.cp-chart__drawing text')
        && it.querySelector('table').getBoundingClientRect().height < 20).length";
    assert_eq!(read::<usize>(visitor, empty).await?, 0);
    read::<bool>(visitor, "dispatchEvent(new Event('afterprint'))").await?;
    let again = format!("{drawn}.every(it => it.viewBox.baseVal.width <= innerWidth)");
    visitor.until("every picture is as wide as the page again", &again).await
}

async fn coming_and_going_two_hundred_times_leaves_nothing(visitor: &Visitor) -> Outcome {
    if !visitor.has(Aspect::Counters) {
        return Ok(());
    }
    begin(visitor, "?view=figures").await?;
    let come_and_go = async |times: usize| {
        // By the wish that a part tells the explorer; in the page, so that no driver holds on to what it saw.
        let cycle = format!(
            "const done = arguments[0]; (async () => {{
                const wish = detail => document.querySelector('.cp').dispatchEvent(new CustomEvent('cp:open', {{ detail }}));
                const until = async holds => {{
                    for (let at = 0; at < 2000; at += 1) {{
                        if (holds()) return;
                        await new Promise(done => setTimeout(done, 4));
                    }}
                    throw new Error('it does not come to pass');
                }};
                const chart = () => {{
                    const it = document.querySelector('#cp-chart-direction-of-travel');
                    if (it?.matches('[data-still]')) it.click();
                    return it?.checkVisibility() && it.matches('[data-drawing=drawn]') && it.querySelector('svg text');
                }};
                for (let at = 0; at < {times}; at += 1) {{
                    wish('?view=figures');
                    await until(chart);
                    wish('?view=glossary');
                    await until(() => !document.querySelector('#cp-chart-direction-of-travel').checkVisibility());
                    // Browsers refuse more than 200 steps of the history in ten seconds.
                    await new Promise(done => setTimeout(done, 120));
                }}
                await new Promise(done => setTimeout(done, 500));
            }})().then(() => done(''), error => done(String(error)))"
        );
        let ended = visitor.evaluate_with(&cycle, vec![]).await?;
        anyhow::ensure!(ended == "", "{ended}");
        let (nodes, listeners) = visitor.alive().await?.context("Chromium counts")?;
        let heap = visitor.devtools("Runtime.getHeapUsage", serde_json::json!({})).await?;
        let of = |name: &str| heap[name].as_f64().unwrap_or_default();
        anyhow::Ok((nodes, listeners, of("usedSize"), of("backingStorageSize")))
    };
    // Begun well: caches are full.
    let before = come_and_go(20).await?;
    let mut after = before;
    for _ in 0..4 {
        after = come_and_go(50).await?;
    }
    visitor.note(format!("nodes, listeners, heap, buffers: {before:?} and after 200 times {after:?}"));
    assert!(after.0 <= before.0 + 50 && after.1 <= before.1 + 2, "nodes and listeners: {before:?} and then {after:?}");
    // Two hundred pictures that stayed would be far more: a library's chart alone holds some hundred kB.
    assert!(after.2 <= before.2 + 2_000_000.0, "the heap: {before:?} and then {after:?}");
    assert!(after.3 <= before.3 + 1_000_000.0, "buffers and the memory of wasm: {before:?} and then {after:?}");
    Ok(())
}
