//! Steps that many journeys share: what a resident does on this page, and what the page then says.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;

use crate::harness::{Outcome, Visitor, What, button, checkbox, field, heading};

/// Opens a path of the site and waits until the explorer stands there.
pub(crate) async fn begin(visitor: &Visitor, path: &str) -> Outcome {
    visitor.open(path).await?;
    stands(visitor).await
}

/// The program has brought the page to life.
pub(crate) const READY: &str = "document.querySelector('.cp__page[data-state=ready]')";

/// Waits until the explorer stands on the page.
pub(crate) async fn stands(visitor: &Visitor) -> Outcome {
    visitor.until("the explorer is there", READY).await
}

/// What an expression of the page gives.
pub(crate) async fn read<T: DeserializeOwned>(visitor: &Visitor, expression: &str) -> Result<T> {
    let value = visitor.evaluate(&format!("return {expression}"), vec![]).await?;
    serde_json::from_value(value).with_context(|| format!("`{expression}` gives something else"))
}

/// Opens or closes a group of filters by its title.
pub(crate) async fn facet(visitor: &Visitor, title: &str) -> Outcome {
    visitor.click(button(&format!("{title}*")).within(".cp-filters")).await
}

/// Ticks the box of a choice, or takes the tick away.
pub(crate) async fn tick(visitor: &Visitor, choice: &str) -> Outcome {
    visitor.click(checkbox(&format!("{choice}*"))).await?;
    visitor.answered().await
}

/// Whether the box of a choice is ticked.
pub(crate) async fn is_ticked(visitor: &Visitor, choice: &str) -> Result<bool> {
    let found = visitor.find(checkbox(&format!("{choice}*"))).await?;
    let ticked = visitor.evaluate("return arguments[0].checked", vec![serde_json::to_value(found)?]).await?;
    ticked.as_bool().context("that is no box")
}

/// Ticks the box of a choice, and makes sure that it gives as many statements as the number beside it promised; what belongs to the
/// plan as a whole is promised by no choice. Returns how many results there are with it.
pub(crate) async fn tick_as_promised(visitor: &Visitor, choice: &str) -> Result<usize> {
    let promised = promised(visitor, choice).await?;
    tick(visitor, choice).await?;
    let own = "(document.querySelector('.cp-results__title').innerText.match(/([0-9,]+) statement/) ?? ['', '0'])[1]";
    let as_promised = format!("Number({own}.replace(',', '')) === {promised}");
    visitor.until("the heading states as many", &as_promised).await.with_context(|| format!("{choice}: {promised}"))?;
    let all = results(visitor).await?;
    leaves(visitor, all).await?;
    Ok(all)
}

/// The number beside a choice.
pub(crate) async fn promised(visitor: &Visitor, choice: &str) -> Result<usize> {
    let found = visitor.find(checkbox(&format!("{choice}*"))).await?;
    let name = visitor.name_of(&found).await?;
    number_in(name.strip_prefix(choice).unwrap_or(&name))
}

/// How many results the heading above them states.
pub(crate) async fn results(visitor: &Visitor) -> Result<usize> {
    let title = visitor.words_of(heading("*").within(".cp-results__head")).await?;
    Ok(numbers_in(&title).sum())
}

/// Waits until the heading states so many results, and as many stand below it. Both at once: the heading of results that are out of
/// sight, on another view, may state as many already.
pub(crate) async fn leaves(visitor: &Visitor, count: usize) -> Outcome {
    let numbers = "(document.querySelector('.cp-results__title').innerText.match(/[0-9]+/g) ?? [])";
    let stated = format!("{numbers}.reduce((sum, it) => sum + Number(it), 0)");
    let agree = format!("{stated} === {count} && {DIFFERENT_STATEMENTS} === {count}");
    let said = format!("[{stated}, {DIFFERENT_STATEMENTS}].join(' stated, shown ')");
    visitor.until_or_say(&format!("{count} results are stated and shown"), &agree, &said).await
}

/// Waits until so many different statements are on show, where no heading counts them: on the page of one priority or partner.
pub(crate) async fn shows(visitor: &Visitor, count: usize) -> Outcome {
    let told = format!("{DIFFERENT_STATEMENTS} === {count}");
    visitor.until_or_say(&format!("{count} different statements are shown"), &told, DIFFERENT_STATEMENTS).await
}

/// Whether a card is on show: it can be seen, or would be once the line over it is opened.
macro_rules! on_show {
    () => {
        "(it => {
            const fold = it.closest('details.cp-fold');
            if (!fold) return it.checkVisibility();
            for (let at = it; at !== fold; at = at.parentElement) if (getComputedStyle(at).display === 'none') return false;
            return fold.checkVisibility();
        })"
    };
}
pub(crate) use on_show;

/// A statement that belongs to several priorities stands under each of them, and counts once.
const DIFFERENT_STATEMENTS: &str = concat!(
    "new Set([...document.querySelectorAll('.cp-results .cp-card')].filter(",
    on_show!(),
    ").map(it => it.dataset.entry)).size"
);

/// The page is about one priority: its page of its own is on show, and its title is the first heading.
pub(crate) async fn stands_alone(visitor: &Visitor, priority: &str) -> Outcome {
    let alone = format!(
        "document.querySelector('.cp__page[data-stage=priority] #cp-group-{priority}')?.ariaLevel === '1'
            && [...document.querySelectorAll('.cp-group')].filter(it => it.checkVisibility())
                .every(it => ['{priority}', 'whole'].includes(it.dataset.g))"
    );
    visitor.until(&format!("the page is about {priority} alone"), &alone).await
}

/// The names of the priorities that have results, in their order.
pub(crate) async fn priorities_shown(visitor: &Visitor) -> Result<Vec<String>> {
    read(
        visitor,
        "[...document.querySelectorAll('.cp-group__title')].filter(it => it.checkVisibility())
            .map(it => it.firstChild.textContent ? it.textContent.replace('New in this edition', '').trim() : '')",
    )
    .await
}

/// The words of everything that can be seen and that a selector fits.
pub(crate) async fn texts(visitor: &Visitor, selector: &str) -> Result<Vec<String>> {
    visitor.answered().await?;
    // Until then, what is out of sight may not be laid out, and has no words.
    let script = "return [...document.querySelectorAll(arguments[0])].filter(it => it.checkVisibility())
        .map(it => it.innerText.replace(/\\s+/g, ' ').trim())";
    Ok(serde_json::from_value(visitor.evaluate(script, vec![selector.into()]).await?)?)
}

/// Chooses where one lives in the list on the view “My ward”.
pub(crate) async fn choose_ward(visitor: &Visitor, id: &str) -> Outcome {
    visitor.find(field("Your ward")).await?.select_by_value(id).await?;
    Ok(())
}

/// Something comes to be on the screen, whole, without scrolling by the visitor.
pub(crate) async fn in_sight(visitor: &Visitor, what: What<'_>) -> Outcome {
    visitor.until_in_sight(what).await
}

/// Something is where it was, to the pixel: left, top, width and height.
pub(crate) async fn stays_at(visitor: &Visitor, what: What<'_>, place: [f64; 4]) -> Outcome {
    let now = visitor.place(what).await?;
    let same = now.iter().zip(place).all(|(now, before)| (now - before).abs() < 0.5);
    assert!(same, "{what:?} is at {now:?}, and not at {place:?}");
    Ok(())
}

/// The first number in a text.
fn number_in(text: &str) -> Result<usize> {
    numbers_in(text).next().with_context(|| format!("there is no number in “{text}”"))
}

/// The numbers in a text.
fn numbers_in(text: &str) -> impl Iterator<Item = usize> {
    text.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok())
}

/// A folder of its own for what the browser saves from now on.
pub(crate) async fn downloads(visitor: &Visitor) -> Result<PathBuf> {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("plan-explorer-taken-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let allow = serde_json::json!({ "behavior": "allow", "downloadPath": folder });
    visitor.devtools("Browser.setDownloadBehavior", allow).await?;
    Ok(folder)
}

/// Waits for a file that the browser has saved.
pub(crate) async fn saved(folder: &Path, name: &str) -> Result<Vec<u8>> {
    for _ in 0..100 {
        if let Ok(bytes) = std::fs::read(folder.join(name))
            && !bytes.is_empty()
        {
            return Ok(bytes);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("{name} was not saved")
}
