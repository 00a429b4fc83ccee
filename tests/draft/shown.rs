//! A first draft can be shown: a page is made of it before anybody has written a plain line.

use plan_explorer::changes::Editions;
use plan_explorer::page;
use plan_explorer::plan::load;
use plan_explorer::query::facts_and_engine;
use plan_explorer::site::draft;
use scraper::{Html, Selector};

use crate::records::{Records, plain};
use crate::{EDITIONS, Hand, Scratch, root};

#[test]
fn a_fresh_draft_is_shown_with_the_plans_own_words() {
    for (folder, edition) in EDITIONS {
        let scratch = Scratch::new();
        let document = scratch.write("plan.txt", Hand::of(folder, edition).source);
        let area = root(folder).join("area");
        // Facts about places name priorities by the ids that people gave them.
        let own = scratch.0.join("area");
        xtask::project::copy(&area, &own).expect("the area can be copied");
        std::fs::write(own.join("facts.toml"), "# none\n").expect("a file can be written");
        let report = draft::start(&document, &scratch.folder(), Some(&own)).expect("it can be read");
        let loaded = load::edition(&scratch.folder());
        assert_eq!(loaded.problems.len(), 0, "{edition}: {:#?}", loaded.problems);
        assert_eq!(report.mistakes(), 0);
        assert_eq!(loaded.covered.words.covered, loaded.covered.words.of, "every word has its place");
        println!(
            "{edition}: {} of {} words are quoted by some record",
            loaded.covered.words.covered, loaded.covered.words.of
        );

        let plan = Box::leak(Box::new(loaded.plan.expect("there is no mistake")));
        let (facts, _) = facts_and_engine(plan);
        let html = Html::parse_fragment(&page::fragment(Editions::alone(plan), facts, 2));
        let text = plain(&html.root_element().text().collect::<String>());
        for it in Records::of(&scratch.folder())
            .0
            .iter()
            .filter(|it| matches!(it.kind.as_str(), "action" | "achievement" | "measure"))
        {
            assert!(text.contains(&it.quote()), "“{}” stands on the page", it.text("quote"));
        }
        let lines = Selector::parse(".cp-plain, .cp-group__plain").expect("a selector");
        let empty =
            html.select(&lines).filter(|it| it.text().all(|it| it.trim().is_empty() || it.contains("ours"))).count();
        assert_eq!(empty, 0, "no line stands empty");
    }
}
