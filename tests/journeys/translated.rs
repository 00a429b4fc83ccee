//! A page whose words somebody else has replaced: translators put an element of their own around every piece of text.

use crate::harness::{Journey, Outcome, Visitor, css, journeys};
use crate::static_page::set_out;
use crate::steps::{READY, begin, on_show, read};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    a_page_translated_before_the_program_came_counts_right,
    a_page_translated_again_and_again_stays_right,
    what_does_not_change_stays_translated,
];

/// What a translator does with all text that it has not had yet.
const TRANSLATE: &str = "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const it of texts) {
        if (!it.data.trim() || it.parentElement.closest('script, style, textarea, font')) continue;
        const font = document.createElement('font');
        font.textContent = `<${it.data}>`;
        it.replaceWith(font);
    }";

/// The numbers in the heading of the results, together: those of the whole plan are counted apart.
const TITLE: &str = "(document.querySelector('#cp-results-title').innerText.match(/[0-9]+/g) ?? []).reduce((sum, it) => sum + Number(it), 0)";
/// How many different statements can be seen.
const SEEN: &str = concat!(
    "new Set([...document.querySelectorAll('.cp-results .cp-card')].filter(",
    on_show!(),
    ").map(it => it.dataset.entry)).size"
);

/// The heading, and the cards below it, agree.
async fn agree(visitor: &Visitor, less_than: usize) -> anyhow::Result<usize> {
    visitor.until("heading and cards agree", &format!("{TITLE} === {SEEN} && {SEEN} < {less_than}")).await?;
    read(visitor, SEEN).await
}

async fn a_page_translated_before_the_program_came_counts_right(visitor: &Visitor) -> Outcome {
    let gate = set_out(visitor, "?priority=asb&view=list").await?;
    visitor.evaluate(TRANSLATE, Vec::new()).await?;
    gate.open();
    visitor.until("the program is there", READY).await?;
    let some = agree(visitor, 84).await?;
    visitor.evaluate("document.querySelector('[name=partner][value=police]').click()", Vec::new()).await?;
    agree(visitor, some).await.map(|_| ())
}

async fn a_page_translated_again_and_again_stays_right(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    visitor.evaluate(TRANSLATE, Vec::new()).await?;
    let mut left = 84;
    for choice in ["[name=priority][value=asb]", "[name=partner][value=police]"] {
        visitor.evaluate(&format!("document.querySelector('{choice}').click()"), Vec::new()).await?;
        left = agree(visitor, left).await?;
        visitor.evaluate(TRANSLATE, Vec::new()).await?;
    }
    // The buttons that take choices back are those of the choices.
    let chips =
        "[...document.querySelectorAll('.cp-chip')].map(it => it.innerText.replace(/[<>]|Remove/g, '').trim()).join()";
    assert_eq!(read::<String>(visitor, chips).await?, "Anti-social behaviour,Police");
    visitor.click(css(".cp-chip").number(1)).await?;
    visitor.until("the other one is left", &format!("{chips} === 'Police'")).await?;
    visitor.evaluate(TRANSLATE, Vec::new()).await?;
    visitor.fill(css("#cp-search"), "zebra").await?;
    visitor.until("nothing is left", &format!("{SEEN} === 0")).await?;
    visitor.evaluate(TRANSLATE, Vec::new()).await?;
    visitor.fill(css("#cp-search"), "zebu").await?;
    visitor.until("what was asked is said", "document.querySelector('.cp-empty').innerText.includes('zebu')").await?;
    assert_eq!(read::<usize>(visitor, "document.querySelectorAll('.cp-empty').length").await?, 1);
    visitor.fill(css("#cp-search"), "").await?;
    agree(visitor, 84).await.map(|_| ())
}

async fn what_does_not_change_stays_translated(visitor: &Visitor) -> Outcome {
    begin(visitor, "?view=list").await?;
    visitor.evaluate(TRANSLATE, Vec::new()).await?;
    let texts = "[...document.querySelectorAll('.cp-results .cp-quote__words, .cp-view__title, .cp-facet__title, .cp-check__name')]";
    let own = format!("{texts}.filter(it => !it.querySelector('font')).length");
    assert_eq!(read::<usize>(visitor, &own).await?, 0);
    visitor.evaluate("document.querySelector('[name=priority][value=asb]').click()", Vec::new()).await?;
    agree(visitor, 84).await?;
    visitor.fill(css("#cp-search"), "police").await?;
    visitor.until("the search is done", "location.search.includes('q=police')").await?;
    agree(visitor, 84).await?;
    assert_eq!(read::<usize>(visitor, &own).await?, 0, "nothing that stayed was written anew");
    Ok(())
}
