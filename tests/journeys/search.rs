//! Searching: beginnings of words, hyphens, other names; and words that leave no trail.

use crate::harness::{Journey, Key, Outcome, Visitor, button, checkbox, css, field, journeys, link};
use crate::plan::{found, how_many};
use crate::steps::{begin, leaves, priorities_shown, read, results, stands};

pub(crate) const JOURNEYS: &[Journey] = journeys![
    the_beginning_of_a_word_is_enough_and_is_marked,
    hyphens_and_capitals_do_not_count,
    other_names_are_found,
    a_search_that_finds_nothing_can_be_taken_back,
    telling_words_never_reach_the_address,
    telling_words_in_a_link_are_taken_out_of_the_address,
    what_was_typed_is_shown_as_text,
    what_was_found_is_told_apart,
    a_typing_error_is_mended_with_one_press,
    a_field_that_is_turned_to_again_keeps_the_keyboard,
    no_letter_of_thirty_words_is_lost,
    no_letter_of_thirty_words_is_lost_in_the_list,
    no_letter_of_thirty_words_is_lost_on_a_desk,
];

async fn search(visitor: &Visitor, words: &str) -> anyhow::Result<usize> {
    visitor.fill(field("Postcode, ward or a word"), words).await?;
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    results(visitor).await
}

async fn the_beginning_of_a_word_is_enough_and_is_marked(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    let found = search(visitor, "divers").await?;
    assert!(0 < found && found < 20, "{found}");
    leaves(visitor, found).await?;
    // In a pause of typing: what was typed before a slow letter may be marked first.
    let marked = "[...CSS.highlights.get('cp-found') ?? []].map(it => it.toString())";
    let whole = format!("{marked}.length >= {found} && {marked}.every(it => it.toLowerCase().startsWith('divers'))");
    visitor.until_or_say("whole words are marked", &whole, &format!("JSON.stringify({marked})")).await?;
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
    visitor.click(button(&format!("Leave out “zeppelin” ({})", found("?priority=asb")))).await?;
    leaves(visitor, how_many("?priority=asb")).await?;
    assert_eq!(visitor.query().await?, "?priority=asb&view=list", "what was found among filters stays beside them");
    let left: String = read(visitor, "document.querySelector('#cp-search').value").await?;
    assert_eq!(left, "", "the search field is empty again");
    Ok(())
}

async fn telling_words_never_reach_the_address(visitor: &Visitor) -> Outcome {
    begin(visitor, "?ward=castle").await?;
    let steps: u32 = read(visitor, "history.length").await?;
    visitor.click(field("Postcode, ward or a word")).await?;
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
    visitor.fill(field("Postcode, ward or a word"), "\"><script>alert(2)</script>").await?;
    visitor.sees("“\"><script>alert(2)</script>”").await?;
    assert_ne!(visitor.title().await?, "taken");
    assert_eq!(
        read::<u32>(visitor, "document.querySelectorAll('main :is(script:not([data-facts]), img[src=x], b b)').length")
            .await?,
        0
    );
    Ok(())
}

async fn what_was_found_is_told_apart(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    let found = search(visitor, "kids").await?;
    assert!(found > 0);
    visitor.sees("In our words: “kids”: the plan says “young people” or “children”").await?;
    visitor.sees(&format!("In the plan’s words: {found} statements")).await?;
    // In a pause of typing, as above: the first letter alone may be marked before.
    let marked = "[...CSS.highlights.get('cp-found') ?? []].map(it => it.toString().toLowerCase())";
    let official = format!("{marked}.length > 0 && {marked}.every(it => it === 'young people' || it === 'children')");
    let said = format!("JSON.stringify({marked})");
    visitor.until_or_say("what the plan says for it is marked", &official, &said).await?;
    search(visitor, "noisy neighbour").await?;
    visitor.sees("Anti-social behaviour, found by “noisy neighbours” (our words)").await?;
    assert_eq!(search(visitor, "101").await?, 0);
    visitor.find(link("Police, not an emergency: 101").within(".cp-found")).await?;
    visitor.sees("Help, added by us: Police, not an emergency: 101. To report a crime").await?;
    visitor.check_accessibility().await?;
    visitor.fill(field("Postcode, ward or a word"), "").await?;
    visitor.until("nothing is told any more", "!document.querySelector('.cp-found')").await
}

async fn a_typing_error_is_mended_with_one_press(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    assert_eq!(search(visitor, "burglery").await?, 0);
    visitor.click(button("Did you mean “burglary”?*")).await?;
    leaves(visitor, how_many("?q=burglary")).await?;
    assert_eq!(read::<String>(visitor, "document.querySelector('#cp-search').value").await?, "burglary");
    assert_eq!(visitor.query().await?, "?q=burglary");
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await?;
    visitor.sees_no("Did you mean").await
}

/// Before the page has moved the keyboard to the results: the field has it still, so that no focus comes that could be heard of.
async fn a_field_that_is_turned_to_again_keeps_the_keyboard(visitor: &Visitor) -> Outcome {
    begin(visitor, "").await?;
    for turn in [
        "new PointerEvent('pointerdown', { bubbles: true })",
        "new KeyboardEvent('keydown', { key: 'd', bubbles: true })",
    ] {
        visitor.fill(field("Postcode, ward or a word"), "drugs").await?;
        // All in one task of the page; then more than one turn of its timers.
        let script = format!(
            "const [done] = arguments, box = document.querySelector('#cp-search'); box.form.requestSubmit(); \
             box.dispatchEvent({turn}); setTimeout(() => setTimeout(() => done(document.activeElement.id), 50), 50)"
        );
        assert_eq!(visitor.evaluate_with(&script, vec![]).await?, "cp-search", "{turn}");
    }
    // Without that it goes there.
    visitor.press(Key::Enter).await?;
    visitor.until("the results have the focus", "document.activeElement.matches('.cp-results__title')").await
}

/// As on a slow phone: each word is sent with Enter, which moves the keyboard to the results a moment later, and the next is typed at
/// once. The keys come in one row without a pause, so that they pile up behind what each of them sets off.
/// Sixty are enough: the fault that this is about took a letter from one word in ten. Five hundred take seven minutes.
async fn no_letter_of_thirty_words_is_lost(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    no_letter_is_lost(visitor, "").await
}

async fn no_letter_of_thirty_words_is_lost_in_the_list(visitor: &Visitor) -> Outcome {
    visitor.phone().await?;
    no_letter_is_lost(visitor, "?view=list").await
}

async fn no_letter_of_thirty_words_is_lost_on_a_desk(visitor: &Visitor) -> Outcome {
    no_letter_is_lost(visitor, "").await
}

/// Types thirty words, one after the other, at a quarter of the speed.
async fn no_letter_is_lost(visitor: &Visitor, path: &str) -> Outcome {
    begin(visitor, path).await?;
    visitor.slow_processor(4).await?;
    let words = ["asb", "kids", "drug", "cctv", "dogs", "fire", "car", "home", "nox", "101"];
    // What stands in the field when a word is sent.
    let watch = "window.sent = []; document.querySelector('#cp-search').form.addEventListener('submit', () => \
         window.sent.push(document.querySelector('#cp-search').value), true)";
    visitor.evaluate(watch, vec![]).await?;
    visitor.click(css("#cp-search")).await?;
    for _ in 0..3 {
        visitor.type_words(css("#cp-search"), &words).await?;
    }
    visitor.until_or_say("all are sent", "window.sent.length >= 30", "JSON.stringify(window.sent)").await?;
    let sent: Vec<String> = read(visitor, "window.sent").await?;
    let wrong: Vec<_> = sent.iter().enumerate().filter(|(at, it)| **it != words[at % words.len()]).collect();
    assert!(wrong.is_empty() && sent.len() == 30, "{} of {} words: {wrong:?}", wrong.len(), sent.len());
    visitor.slow_processor(1).await
}
