//! On a phone: the sheet of filters, nothing sideways, targets that a thumb can hit.

use anyhow::Context as _;

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, css, heading, journeys, text};
use crate::plan::{found, show, told};
use crate::steps::{begin, facet, in_sight, promised, read, stays_at};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_filters_open_over_the_page,
    the_sheet_keeps_the_keyboard,
    escape_closes_the_sheet_wherever_it_was_touched,
    the_sheet_leads_to_the_results,
    every_part_fits_the_smallest_phone,
    letters_twice_as_large_fit_a_phone,
    letters_twice_as_large_fit_the_smallest_phone,
    what_opens_fits_the_smallest_phone,
    every_target_of_a_wide_page_can_be_hit,
    the_way_out_stays_in_sight_over_the_sheet,
];

pub(crate) async fn open_sheet(visitor: &Visitor) -> Outcome {
    // The height of the page still changes before, and a tap in that very moment can fall beside in Firefox.
    visitor.tap(css("#cp-filters-opener")).await?;
    visitor.until("the sheet's heading has the focus", "document.activeElement.id === 'cp-filters-title'").await
}

async fn the_filters_open_over_the_page(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=list").await?;
    assert_eq!(visitor.count(checkbox("*")).await?, 0, "the filters are out of the way");
    visitor.tap(button("Filter")).await?;
    let sheet = crate::harness::role("dialog", "Filter the plan");
    visitor.find(sheet).await?;
    visitor.until("the sheet's heading has the focus", "document.activeElement.id === 'cp-filters-title'").await?;
    assert_eq!(visitor.focus().await?, "heading “Filter the plan”");
    stays_at(visitor, sheet, [0.0, 0.0, 390.0, 800.0]).await.context("it covers the page")?;
    in_sight(visitor, button("Close")).await?;
    in_sight(visitor, button(&show("")).within(".cp-filters")).await?;
    // Nothing behind it can be reached.
    let behind = "[...document.querySelectorAll('main :is(a[href], button, input, select, summary, h1)')]
        .filter(it => !it.closest('.cp-filters, .cp-exit-bar') && !it.closest('[inert]') && it.checkVisibility()).length";
    assert_eq!(read::<u32>(visitor, behind).await?, 0);
    visitor.press(Key::Escape).await?;
    visitor.until("the keyboard is where it came from", "document.activeElement.id === 'cp-filters-opener'").await?;
    assert_eq!(visitor.count(checkbox("*")).await?, 0);
    assert_eq!(read::<u32>(visitor, "document.querySelectorAll('[inert]').length").await?, 0);
    // The button that closes it does the same.
    open_sheet(visitor).await?;
    visitor.tap(button("Close")).await?;
    visitor.until("the keyboard is where it came from", "document.activeElement.id === 'cp-filters-opener'").await
}

async fn the_sheet_keeps_the_keyboard(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=list").await?;
    open_sheet(visitor).await?;
    let inside = "document.activeElement === document.body || document.activeElement.closest('.cp-filters') !== null";
    let clear = "(it => { const box = it.getBoundingClientRect(); return it === document.body || it.contains(
        document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)) })(document.activeElement)";
    for _ in 0..50 {
        visitor.press(Key::Tab).await?;
        assert!(read::<bool>(visitor, inside).await?, "the keyboard left the sheet for {}", visitor.focus().await?);
        assert!(read::<bool>(visitor, clear).await?, "something lies over {}", visitor.focus().await?);
    }
    Ok(())
}

async fn escape_closes_the_sheet_wherever_it_was_touched(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=list").await?;
    open_sheet(visitor).await?;
    visitor.tap(text("Organisations that the plan names")).await?;
    visitor.press(Key::Escape).await?;
    visitor.until("the sheet is closed", "!document.querySelector('.cp-filters').checkVisibility()").await
}

async fn the_sheet_leads_to_the_results(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?view=list").await?;
    open_sheet(visitor).await?;
    let count = promised(visitor, "County lines").await?;
    visitor.tap(checkbox("County lines*")).await?;
    visitor.hears_only(&told("?priority=county-lines")).await?;
    assert_eq!(found("?priority=county-lines").split(' ').next(), Some(count.to_string().as_str()));
    visitor.tap(button(&show("?priority=county-lines")).within(".cp-filters")).await?;
    visitor
        .until(
            "the results have the focus",
            &format!("document.activeElement.innerText.trim() === '{}'", found("?priority=county-lines")),
        )
        .await?;
    in_sight(visitor, heading(&found("?priority=county-lines"))).await?;
    visitor.find(button("Filter (1)")).await?;
    // From further down, the bar leads there as well.
    visitor.hover(css(".cp-foot")).await?;
    visitor.find(heading("If you need help")).await?;
    open_sheet(visitor).await?;
    visitor.tap(button("Clear all choices").within(".cp-filters")).await?;
    visitor.find(button(&show("")).within(".cp-filters")).await?;
    visitor.until("the keyboard stays in the sheet", "document.activeElement.closest('.cp-filters')").await
}

/// Every part of the page, and the states of the first.
const PLACES: [&str; 18] = [
    "",
    "?view=list",
    "?priority=asb",
    "?priority=cohesion",
    "?partner=police",
    "?view=wards",
    "?priority=violence&ward=castle&partner=police,s1-o1&q=report",
    "?priority=cohesion&kind=done",
    "?priority=s1",
    "?priority=nope",
    "?view=partners",
    "?view=figures",
    "?view=strategies",
    "?view=about",
    "?view=notes",
    "?view=glossary",
    "?view=changes",
    "?view=text",
];

/// A heading is at most one level below the one before it, and there is one of the first level.
const LEVELS: &str = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(it => it.checkVisibility())
    .map(it => Number(it.ariaLevel ?? it.localName[1]))";

async fn every_part_fits_the_smallest_phone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    for place in PLACES {
        begin(visitor, place).await?;
        visitor.check_no_sideways_scrolling().await.with_context(|| format!("at {place}"))?;
        assert_eq!(read::<Vec<String>>(visitor, SMALL).await?, Vec::<String>::new(), "too small at {place}");
        let levels: Vec<u32> = read(visitor, LEVELS).await?;
        let steps = levels.windows(2).all(|pair| pair[1] <= pair[0] + 1);
        let titles = levels.iter().filter(|it| **it == 1).count();
        assert!(steps && titles == 1 && levels[0] == 1, "headings at {place} have the levels {levels:?}");
    }
    Ok(())
}

async fn letters_twice_as_large_fit_a_phone(visitor: &Visitor) -> Outcome {
    fits_twice_as_large(visitor, 390).await
}

async fn letters_twice_as_large_fit_the_smallest_phone(visitor: &Visitor) -> Outcome {
    fits_twice_as_large(visitor, 320).await
}

async fn fits_twice_as_large(visitor: &Visitor, width: u32) -> Outcome {
    visitor.screen(width, 844).await?;
    for place in PLACES {
        begin(visitor, place).await?;
        read::<bool>(visitor, "(document.documentElement.style.fontSize = '200%', true)").await?;
        visitor.check_no_sideways_scrolling().await.with_context(|| format!("at {place}"))?;
        let stays = "[...document.querySelectorAll('.cp__page *')].filter(it => it.checkVisibility() && \
             ['sticky', 'fixed'].includes(getComputedStyle(it).position) && !it.closest('table')).map(it => it.offsetHeight)";
        // With letters as they are, what stays over the page leaves it to be read: at most an eighth of a phone.
        read::<bool>(visitor, "(document.documentElement.style.fontSize = '', true)").await?;
        let high: Vec<f64> = read(visitor, stays).await?;
        assert!(high.iter().sum::<f64>() <= 0.12 * 844.0, "{high:?} of 844 at {place}");
    }
    Ok(())
}

async fn what_opens_fits_the_smallest_phone(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    begin(visitor, "?priority=violence&ward=castle").await?;
    open_sheet(visitor).await?;
    for title in ["Kind of statement", "What the plan leaves out"] {
        facet(visitor, title).await?;
    }
    visitor.check_no_sideways_scrolling().await?;
    let wide = "(it => it.scrollWidth > it.clientWidth)(document.querySelector('.cp-filters'))";
    assert!(!read::<bool>(visitor, wide).await?, "nor does the sheet scroll sideways");
    assert_eq!(read::<Vec<String>>(visitor, SMALL).await?, Vec::<String>::new());
    visitor.press(Key::Escape).await?;
    let list = ".cp-list--direction";
    visitor.tap(button("Plan’s words*").within(list).number(1)).await?;
    visitor.tap(button("Affected by COVID restrictions*").within(list).number(1)).await?;
    visitor.sees("is highly irregular").await?;
    visitor.check_no_sideways_scrolling().await?;
    // And everything that opens on the page of a priority, the longest words of the plan among it.
    for page in ["?priority=asb", "?priority=s1", "?priority=cohesion"] {
        begin(visitor, page).await?;
        let open = "[...document.querySelectorAll('main details')].filter(it => it.checkVisibility()).forEach(it => { it.open = true })";
        read::<Option<u8>>(visitor, &format!("void ({open})")).await?;
        visitor.check_no_sideways_scrolling().await.with_context(|| format!("at {page}"))?;
        assert_eq!(read::<Vec<String>>(visitor, SMALL).await?, Vec::<String>::new(), "too small at {page}");
    }
    Ok(())
}

/// What is smaller than 24 pixels, of all that can be pressed and is not a word in a sentence; and of the main controls, what
/// is smaller than 44. A box to tick counts with its label.
const SMALL: &str = "[...document.querySelectorAll(':is(button, input, select, summary, a[href])')]
    .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.closest('[inert]'))
    .filter(it => !it.matches('.cp-skip, .cp-term'))
    .filter(it => it.matches('.cp-row, .cp-menu__link, .cp-menu__part, .cp-call__way, .cp-cell, .cp-button, .cp-exit') || it.localName !== 'a')
    .filter(it => getComputedStyle(it).display !== 'inline')
    .map(it => [it, (it.labels?.[0]?.contains(it) ? it.labels[0] : it).getBoundingClientRect()])
    .filter(([it, box]) => {
        const main = '.cp-button--main, .cp-bar > *, .cp-exit, .cp-row, .cp-menu__link, .cp-call__way, .cp-check input, ' +
            '.cp-field select, #cp-search, .cp-facet__title, .cp-filters__close';
        const least = it.matches(main) ? 44 : 24;
        return box.height < least - 0.5 || box.width < least - 0.5;
    })
    .map(([it, box]) => `${it.className || it.localName} “${it.textContent.slice(0, 30)}” ${box.width} × ${box.height}`)";

async fn every_target_of_a_wide_page_can_be_hit(visitor: &Visitor) -> Outcome {
    let tiny = SMALL.replace("? 44 : 24", "? 24 : 24");
    for place in ["", "?priority=asb", "?view=partners", "?priority=s1&ward=castle"] {
        begin(visitor, place).await?;
        assert_eq!(read::<Vec<String>>(visitor, &tiny).await?, Vec::<String>::new(), "too small at {place}");
    }
    Ok(())
}

async fn the_way_out_stays_in_sight_over_the_sheet(visitor: &Visitor) -> Outcome {
    visitor.screen(390, 800).await?;
    begin(visitor, "?priority=s1&view=list").await?;
    open_sheet(visitor).await?;
    let on_top = "[...document.querySelectorAll('.cp-exit')].some(it => {
        const box = it.getBoundingClientRect();
        return box.height > 0 && it.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    })";
    assert!(read::<bool>(visitor, on_top).await?, "“Exit this page” can be pressed while the filters are open");
    Ok(())
}
