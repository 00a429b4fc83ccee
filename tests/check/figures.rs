//! Mistakes with figures: against their quote, and against each other.

use crate::{Copy, each_is_told, mistake};

#[test]
fn a_figure_of_something_else_has_a_note_that_says_so() {
    each_is_told(&[
        mistake("measures.toml", "change = 4\n", "change = 4\noff-subject = \"nowhere\"\n")
            .told("[[measure]]\nid = \"noise-complaints\"", "notes.toml has no note of this id"),
        mistake("measures.toml", "change = 4\n", "change = 4\noff-subject = \"No id\"\n")
            .told("off-subject = ", "is the id of an editor’s note"),
        mistake("measures.toml", "period-quote = ", "off-subject = \"delayed\"\nperiod-quote = ")
            .told("[[measure]]\nid = \"p2-asked\"", "does not stand at every priority of the measure"),
    ]);
}

#[test]
fn amounts_agree_with_their_quote_and_value() {
    each_is_told(&[
        mistake("achievements.toml", "text = \"£2,500\"", "text = \"£2500\"")
            .told("£2500", "the figure “£2500” does not stand in the quote as it is written here"),
        mistake("achievements.toml", "text = \"£2,500\", value = 2500", "text = \"2,500\", value = 2500")
            .told("\"2,500\"", "does not stand in the quote"),
        mistake("achievements.toml", "value = 2500", "value = 2600")
            .told("2600", "the value is 2600, but the figure “£2,500” is 2500"),
        mistake("achievements.toml", "text = \"45\"", "text = \"45 cases since\"")
            .told("amounts = [{ text = \"45 cases since", "is no whole number of cases"),
        mistake("achievements.toml", "unit = \"pounds\"", "unit = \"cases\"")
            .told("£2,500\", value", "is no whole number of cases"),
        mistake("survey.toml", "value = 94", "value = 49").told("49", "the figure “94%” is 94"),
        mistake("survey.toml", "text = \"94%\"", "text = \"71%\"")
            .told("text = \"71%\"", "does not stand in the quote")
            .told("value = 94", "the figure “71%” is 71"),
        mistake("funding.toml", "text = \"£64,000\"", "text = \"£64\"")
            .told("\"£64\"", "does not stand in the quote")
            .told("value = 64000", "is 64"),
    ]);
}

#[test]
fn changes_agree_with_counts_direction_and_quote() {
    each_is_told(&[
        mistake("measures.toml", "now = 80", "now = 100").told("change = -20", "from 100 to 100 is +0.0 per cent"),
        mistake("measures.toml", "direction = \"down\"", "direction = \"up\"")
            .told("change = -20", "does not agree with the direction “up”: a change that went up is above zero")
            .told("direction = \"up\"", "the counts went from 100 to 80"),
        mistake("measures.toml", "direction = \"down\"", "direction = \"level\"")
            .told("change = -20", "more than 5 per cent is not level"),
        mistake("measures.toml", "change = 4", "change = -4")
            .told("change = -4", "a change that went up is above zero"),
        mistake("measures.toml", "change = 4", "change = 5")
            .told("change = 5", "the change of 5 per cent does not stand in the quote"),
        mistake(
            "measures.toml",
            "direction = \"up\"\npolarity = \"lower is better\"\nchange = 4",
            "direction = \"not stated\"\npolarity = \"lower is better\"\nchange = 4",
        )
        .told("change = 4", "where the plan gives a change it states a direction"),
        mistake("measures.toml", "now = 80\n", "").told("was = 100", "“was” has no “now”"),
        mistake("measures.toml", "was = 100\n", "").told("now = 80", "“now” has no “was”"),
    ]);
    let copy = Copy::new();
    copy.replace("measures.toml", "now = 80", "now = 8");
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].message.contains("is -92.0 per cent"), "{}", problems[0]);
    assert!(problems[1].message.contains("the count 8 does not stand in the quote"), "{}", problems[1]);
}

#[test]
fn an_earlier_count_of_nought_has_no_per_cent() {
    let copy = Copy::new();
    copy.replace("measures.toml", "was = 100", "was = 0");
    let list = copy.load().problems;
    assert!(list.iter().any(|it| it.message.contains("because the earlier count is zero")), "{list:?}");
}

#[test]
fn periods_are_the_plans_and_of_a_known_form() {
    each_is_told(&[
        mistake("measures.toml", "period = \"to March 2031\"", "period = \"to April 2031\"")
            .told("April", "the words “to April 2031” do not stand in the quote"),
        mistake("measures.toml", "period = \"to March 2031\"", "period = \"March 2031\"")
            .told("\"March 2031\"", "a form of period that is not known"),
        mistake("measures.toml", "period-quote = \"more people", "period-quote = \"fewer people")
            .told("fewer", "the period-quote “fewer people"),
        mistake("measures.toml", "period = \"12 months ending December 2030\"\nperiod-quote", "period-quote")
            .told("[[measure]]\nid = \"p2-asked\"", "“period” is missing"),
        mistake(
            "measures.toml",
            "period-quote = \"more people asked for help over 12 months ending December 2030\"",
            "period-quote = \"more people asked for help\"",
        )
        .told("period = \"12 months ending December 2030\"\nperiod-quote", "do not stand in the period-quote"),
        mistake("funding.toml", "period = \"2031/32\"", "period = \"2031/33\"")
            .told("2031/33", "do not stand in the quote")
            .told("2031/33", "a form of period that is not known"),
    ]);
}
