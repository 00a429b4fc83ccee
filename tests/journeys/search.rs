//! Searching: beginnings of words, hyphens, other names; and words that leave no trail.

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, field, journeys};
use crate::steps::{begin, leaves, priorities_shown, read, results, stands};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_beginning_of_a_word_is_enough_and_is_marked,
    hyphens_and_capitals_do_not_count,
    other_names_are_found,
    a_search_that_finds_nothing_can_be_taken_back,
    telling_words_never_reach_the_address,
    telling_words_in_a_link_are_taken_out_of_the_address,
    what_was_typed_is_shown_as_text,
];

async fn search(visitor: &Visitor, words: &str) -> anyhow::Result<usize> {
    visitor.fill(field("Search the plan"), words).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    results(visitor).await
}

async fn the_beginning_of_a_word_is_enough_and_is_marked(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    let found = search(visitor, "divers").await?;
    assert!(0 < found && found < 20, "{found}");
    leaves(visitor, found).await?;
    // In the first pause of typing.
    visitor.until("what was found is marked", "CSS.highlights.get('cp-found')?.size > 0").await?;
    let marked: Vec<String> = read(visitor, "[...CSS.highlights.get('cp-found')].map(it => it.toString())").await?;
    assert!(marked.len() >= found);
    assert!(marked.iter().all(|it| it.to_lowercase().starts_with("divers")), "whole words are marked: {marked:?}");
    assert_eq!(visitor.query().await?, "?q=divers");
    assert_eq!(search(visitor, "iversion").await?, 0, "the middle of a word is not its beginning");
    Ok(())
}

async fn hyphens_and_capitals_do_not_count(visitor: &Visitor) -> Outcome {
    begin(visitor, "?q=multi-agency").await?;
    let found = results(visitor).await?;
    assert!(found > 0);
    for other in ["multi+agency", "MULTIAGENCY"] {
        begin(visitor, &format!("?q={other}")).await?;
        leaves(visitor, found).await?;
    }
    Ok(())
}

async fn other_names_are_found(visitor: &Visitor) -> Outcome {
    for (words, priority) in
        [("car+key", "Car key burglary and vehicle theft"), ("noisy+neighbours", "Anti-social behaviour")]
    {
        begin(visitor, &format!("?q={words}")).await?;
        let found = results(visitor).await?;
        assert!(found > 0, "{words}");
        leaves(visitor, found).await?;
        assert!(priorities_shown(visitor).await?.iter().any(|it| it == priority), "{words}");
    }
    begin(visitor, "").await?;
    search(visitor, "PSPO").await?;
    visitor.sees("Public Space Protection Order").await
}

async fn a_search_that_finds_nothing_can_be_taken_back(visitor: &Visitor) -> Outcome {
    begin(visitor, "?priority=asb").await?;
    assert_eq!(search(visitor, "zeppelin").await?, 0);
    visitor.sees("The plan has nothing for: Anti-social behaviour · “zeppelin”.").await?;
    visitor.click(button("Leave out “zeppelin” (28 results)")).await?;
    leaves(visitor, 28).await?;
    let left: String = read(visitor, "document.querySelector('#cp-search').value").await?;
    assert_eq!(left, "", "the search field is empty again");
    Ok(())
}

async fn telling_words_never_reach_the_address(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle").await?;
    let steps: u32 = read(visitor, "history.length").await?;
    visitor.click(field("Search the plan")).await?;
    let (word, mut typed) = ("refuge", String::new());
    for letter in word.chars() {
        visitor.press(letter).await?;
        typed.push(letter);
        let query = visitor.query().await?;
        // The first letters alone tell nothing.
        let beginning = typed != word && query == format!("?ward=castle&q={typed}");
        assert!(query == "?ward=castle" || beginning, "{query}");
    }
    visitor.sees("We keep these words out of the address of this page, so that they leave no trail.").await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    assert_eq!(visitor.query().await?, "?ward=castle");
    assert!(!visitor.title().await?.contains("refuge"));
    visitor.sees("Exit this page").await?;
    // A choice made now does not take them along either, and adds no step to go back to.
    visitor.click(checkbox("Police*")).await?;
    assert_eq!(visitor.query().await?, "?partner=police&ward=castle");
    assert_eq!(read::<u32>(visitor, "history.length").await?, steps);
    visitor.reload().await?;
    stands(visitor).await?;
    assert_eq!(read::<String>(visitor, "document.querySelector('#cp-search').value").await?, "");
    // Other words do reach it, and are gone from the page's hint.
    search(visitor, "drugs").await?;
    assert_eq!(visitor.query().await?, "?partner=police&ward=castle&q=drugs");
    visitor.sees_no("We keep these words out of the address").await
}

async fn telling_words_in_a_link_are_taken_out_of_the_address(visitor: &Visitor) -> Outcome {
    begin(visitor, "?q=refuge&ward=castle").await?;
    visitor.sees("We keep these words out of the address of this page").await?;
    visitor.until("the address does not hold them", "location.search === '?ward=castle'").await
}

async fn what_was_typed_is_shown_as_text(visitor: &Visitor) -> Outcome {
    let markup = "<script>document.title='taken'</script><img src=x onerror=document.title='taken'>";
    let address = format!("?q={}", url::form_urlencoded::byte_serialize(markup.as_bytes()).collect::<String>());
    begin(visitor, &address).await?;
    visitor.sees("“<script>document.title='taken'</script><img").await?;
    begin(visitor, "?priority=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%3Cb%3Ebold%3C/b%3E").await?;
    // Without what a mail program may have put at the end.
    visitor.sees("nothing called “<img src=x onerror=alert(1” or “<b>bold</b”").await?;
    visitor.fill(field("Search the plan"), "\"><script>alert(2)</script>").await?;
    visitor.sees("“\"><script>alert(2)</script>”").await?;
    assert_ne!(visitor.title().await?, "taken");
    assert_eq!(
        read::<u32>(visitor, "document.querySelectorAll('main :is(script:not([data-facts]), img[src=x], b b)').length")
            .await?,
        0
    );
    Ok(())
}
