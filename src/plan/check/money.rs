//! That our own words print sums of money one way: `£9,000`, whatever the plan does. What is quoted stays as it is printed.

use super::super::load::builder::PlanBuilder;
use super::super::load::problem::{Place, Problems};
use super::super::thousands;

pub(super) fn check(builder: &PlanBuilder, problems: &Problems) {
    let check = |place: Place, text: &str| {
        for (found, right) in odd_sums(text) {
            problems.add(
                place,
                format!(
                    "our words have “{found}”. Write sums in pounds in full and with commas, as {right}, or put the plan's own \
                     way between “ and ”"
                ),
            );
        }
    };
    for it in &builder.entries {
        let entry = &it.value;
        entry.plain.iter().for_each(|text| check(it.place, text));
        entry.amounts.iter().for_each(|amount| check(it.place, &amount.what));
        entry.measure.iter().flat_map(|it| &it.caveats).for_each(|text| check(it.place, text));
        let readings = entry.measure.iter().flat_map(|it| &it.series);
        readings.flat_map(|it| it.note.iter().chain(&it.breaks)).for_each(|text| check(it.place, text));
    }
    builder.targets.iter().for_each(|it| it.value.plain.iter().for_each(|text| check(it.place, text)));
    for it in &builder.notes {
        check(it.place, &it.value.title);
        check(it.place, &it.value.text);
    }
    builder.priorities.iter().for_each(|it| check(it.place, &it.value.priority.plain));
    builder.glossary.iter().for_each(|it| check(it.place, &it.value.meaning));
    builder.partners.iter().for_each(|it| it.value.about.iter().for_each(|text| check(it.place, text)));
    builder.links.iter().for_each(|it| it.value.about.iter().for_each(|text| check(it.place, text)));
    builder.contacts.iter().for_each(|it| check(it.place, &it.value.when));
}

/// Sums in our words that are printed in another way than sums are, each with how it is printed.
fn odd_sums(text: &str) -> Vec<(String, String)> {
    let mut odd = Vec::new();
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '£' if depth == 0 => {
                let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
                let found: String =
                    rest.chars().take_while(|it| it.is_alphanumeric() || matches!(it, ',' | '.')).collect();
                let found = found.trim_end_matches([',', '.']);
                let digits: String = found.chars().filter(char::is_ascii_digit).collect();
                let times = if found.ends_with(['k', 'K']) { 1000 } else { 1 };
                let value = digits.parse().unwrap_or(0_u32).saturating_mul(times);
                let right = thousands(value);
                if !digits.is_empty() && found != right && !found.contains('.') {
                    odd.push((["£", found].concat(), ["£", &right].concat()));
                }
            }
            _ => {}
        }
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_printed_one_way() {
        for (text, found) in [
            ("a grant of £196,000.", None),
            ("£900, and no more", None),
            ("£12.50 each", None),
            ("£9000 worth", Some(("£9000", "£9,000"))),
            ("about £196k,", Some(("£196k", "£196,000"))),
            ("it prints “£9000”", None),
            ("£ is a sign", None),
        ] {
            let wanted: Vec<_> = found.iter().map(|(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned())).collect();
            assert_eq!(odd_sums(text), wanted, "{text}");
        }
    }
}
