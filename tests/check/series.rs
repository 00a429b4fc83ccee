//! Mistakes with the counts of several periods.

use plan_explorer::plan::{Month, Reading, Span};

use crate::{Copy, each_is_told_in, mistake, plan_of};

/// The invented edition, with three counts of one measure.
fn with_series() -> Copy {
    let copy = Copy::new();
    let sentence = "Incidents were 120 in 2028/29, 1,100 in 2029/30 and 80 in 12 months ending March 2031.";
    copy.replace("source.txt", "rose by 4%**\n", &format!("rose by 4%**\n\n{sentence}\n"));
    let series = "caveats = [\"Not every incident is reported.\"]
series = [
  { period = \"2028/29\", count = 120, quote = \"Incidents were 120 in 2028/29\" },
  { period = \"2029/30\", count = 1100, quote = \"1,100 in 2029/30\", break = \"The police changed what they record.\" },
  { period = \"12 months ending March 2031\", count = 80, quote = \"and 80 in 12 months ending March 2031\", disturbed = true, note = \"Storms.\" },
]";
    copy.replace("measures.toml", "caveats = [\"Not every incident is reported.\"]", series);
    copy
}

#[test]
fn a_series_is_read_and_covers_its_words() {
    let copy = with_series();
    let covered = copy.load().covered;
    assert_eq!(covered.words.covered, covered.words.of);
    let plan = plan_of(&copy.0);
    let entry = plan.entry(plan.find_entry("noise-reported").expect("it is there"));
    let series = &entry.measure.as_ref().expect("it is a measure").series;
    let told = |it: &Reading| (it.count, it.period.span, it.breaks.is_some(), it.disturbed);
    assert_eq!(
        series.iter().map(told).collect::<Vec<_>>(),
        [
            (120, Span::FinancialYear(2028), false, false),
            (1100, Span::FinancialYear(2029), true, false),
            (80, Span::MonthsEnding(12, Month { year: 2031, month: 3 }), false, true),
        ]
    );
    assert!(series.windows(2).all(|it| it[0].source.at < it[1].source.at));
    assert_eq!(series[2].note.as_deref(), Some("Storms."));
}

#[test]
fn mistakes_in_a_series_are_told() {
    each_is_told_in(
        with_series,
        &[
            mistake("measures.toml", "{ period = \"2028/29\", count = 120", "{ period = \"2028/29\", count = 121")
                .told("{ period = \"2028/29\"", "the count 121 does not stand in the quote"),
            mistake("measures.toml", "count = 1100", "count = 29").told(
                "{ period = \"2029/30\"",
                "the count 29 does not stand in the quote. Correct it, or take the period out of the series",
            ),
            mistake("measures.toml", "{ period = \"2028/29\", count", "{ period = \"2027/28\", count")
                .told("{ period = \"2027/28\"", "the words “2027/28” do not stand in the quote"),
            mistake("measures.toml", "{ period = \"2028/29\", count", "{ count")
                .told("{ count = 120", "“period” is missing"),
            mistake("measures.toml", "count = 1100, ", "").told("{ period = \"2029/30\"", "“count” is missing"),
            mistake("measures.toml", "quote = \"1,100 in", "quote = \"1100 in")
                .told("{ period = \"2029/30\"", "is not in source.txt")
                .told_in("source.txt", "Incidents were", "quoted by no record"),
            mistake("measures.toml", "count = 80, quote = \"and 80", "count = 80, brake = 1, quote = \"and 80")
                .told("{ period = \"12 months ending March 2031\"", "“brake” is not known here. Is “break” meant?"),
            mistake(
                "measures.toml",
                "{ period = \"12 months ending March 2031\", count = 80, quote = \"and 80 in 12 months ending March 2031\"",
                "{ period = \"2028/29\", count = 120, quote = \"Incidents were 120 in 2028/29, 1,100 in 2029/30 and 80 in 12 \
                 months ending March 2031\"",
            )
            .told("{ period = \"2028/29\", count = 120, quote = \"Incidents were 120 in 2028/29, 1", "is in the series already"),
            mistake(
                "measures.toml",
                "{ period = \"2028/29\", count = 120, quote = \"Incidents were 120 in 2028/29\" },\n",
                "",
            )
            .told_in("source.txt", "Incidents were", "quoted by no record"),
        ],
    );
}

#[test]
fn the_order_of_a_series_is_told() {
    let copy = with_series();
    let text = copy.read("measures.toml");
    let line = text.lines().find(|it| it.contains("{ period = \"2028/29\"")).expect("it is there");
    let end = "disturbed = true, note = \"Storms.\" },\n";
    copy.write("measures.toml", text.replace(&format!("{line}\n"), "").replace(end, &format!("{end}{line}\n")));
    let list: Vec<String> = copy.load().problems.iter().map(ToString::to_string).collect();
    assert_eq!(list.len(), 1, "{list:?}");
    assert!(list[0].contains("“2028/29” ends before “2029/30”, which stands before it"), "{}", list[0]);
}

#[test]
fn a_series_needs_two_periods_that_end() {
    each_is_told_in(
        Copy::new,
        &[
            mistake(
                "measures.toml",
                "disturbed = true\n",
                "disturbed = true\nseries = [{ period = \"to March 2031\", count = 80, quote = \"to March 2031 (80 incidents\" }]\n",
            )
            .told("series = [", "a series has at least two periods"),
            mistake(
                "measures.toml",
                "disturbed = true\n",
                "disturbed = true\nseries = [\n{ period = \"since April 2030\", count = 45, quote = \"45 cases since April 2030\" },\n\
                 { period = \"to March 2031\", count = 20, quote = \"(-20%) to March 2031\" }]\n",
            )
            .told("{ period = \"since April 2030\"", "the plan does not say when “since April 2030” ends")
            .told("{ period = \"to March 2031\"", "does not stand in the quote, only “20%”, which counts something else"),
        ],
    );
}
