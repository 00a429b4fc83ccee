//! Names of organisations in running text.

/// Last words of names of organisations.
const LAST: [&str; 24] = [
    "Council",
    "Police",
    "Trust",
    "CIC",
    "Partnership",
    "Fund",
    "Office",
    "Authority",
    "Centre",
    "Company",
    "Charity",
    "Foundation",
    "Network",
    "Alliance",
    "Association",
    "University",
    "College",
    "Service",
    "Commission",
    "Federation",
    "Agency",
    "Society",
    "Ltd",
    "Constabulary",
];

/// Words in names of posts and of groups that run the plan, which are no organisations of their own.
const NOT: [&str; 22] = [
    "Committee",
    "Board",
    "Panel",
    "Group",
    "Director",
    "Officer",
    "Inspector",
    "Chief",
    "Manager",
    "Councillor",
    "Chair",
    "Act",
    "Plan",
    "Strategy",
    "Order",
    "Orders",
    "Assessment",
    "Agreement",
    "Bill",
    "Conference",
    "Minister",
    "Superintendent",
];

/// What stands before a name of an organisation.
const BEFORE: [&str; 17] = [
    "partnership with",
    "conjunction with",
    "work with",
    "working with",
    "works with",
    "worked with",
    "together with",
    " with",
    "funded through",
    "through",
    "funded by",
    "commissioning of",
    "support from",
    "delivered by",
    "provided by",
    "granted by",
    " by",
];

/// A name, as it stands in the text, with what it is shortened to behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) short: Option<String>,
}

/// The names of organisations in a sentence.
pub(super) fn named_in(sentence: &str) -> Vec<Named> {
    let words: Vec<&str> = sentence.split(' ').filter(|it| !it.is_empty()).collect();
    let mut list = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = run(&words[at..]);
        if length == 0 {
            at += 1;
            continue;
        }
        take(&words, at, length, &mut list);
        at += length;
    }
    list
}

/// Whether names of organisations end with this word.
pub(super) fn ends_like_one(word: &str) -> bool {
    LAST.contains(&word)
}

fn is_name(word: &str) -> bool {
    word.trim_start_matches(['“', '"', '‘', '\'']).starts_with(char::is_uppercase)
}

/// How many words from here make one name, as far as capital letters tell.
fn run(words: &[&str]) -> usize {
    if !words.first().is_some_and(|it| is_name(it)) {
        return 0;
    }
    let mut length = 1;
    loop {
        let last = words[length - 1];
        if last.ends_with([',', '.', ';', ':', ')', '?', '!']) {
            return length;
        }
        let next = words.get(length).copied().unwrap_or_default();
        let joins = |it: &str| matches!(it, "of" | "and" | "&" | "the" | "against");
        if is_name(next) {
            length += 1;
        } else if joins(next) && words.get(length + 1).is_some_and(|it| is_name(it)) {
            length += 2;
        } else if next == "and"
            && words.get(length + 1) == Some(&"the")
            && words.get(length + 2).is_some_and(|it| is_name(it))
        {
            length += 3;
        } else {
            return length;
        }
    }
}

/// Takes the names out of a run of words.
fn take(words: &[&str], from: usize, length: usize, list: &mut Vec<Named>) {
    let before = words[..from].join(" ").to_lowercase();
    let before = [" ", before.as_str()].concat();
    // “a Crime and Disorder Reduction Partnership” is any.
    if before.ends_with(" a") || before.ends_with(" an") {
        return;
    }
    let unspecific = before.strip_suffix(" the").map_or(before.as_str(), |it| it.strip_suffix(" the").unwrap_or(it));
    let cued = BEFORE.iter().any(|it| unspecific.ends_with(it));
    let next = words.get(from + length).copied().unwrap_or_default();
    let mut run = &words[from..from + length];
    // “Commissioning of Safe Harbours”: what is done, and for whom.
    let deed = |it: &str| from == 0 && ["ing", "ion", "ment"].iter().any(|end| it.ends_with(end));
    let mut cued = cued;
    if run.len() > 2 && deed(run[0]) && run[1] == "of" {
        (run, cued) = (&run[2..], true);
    }
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in run.iter().enumerate() {
        let ends = |part: &[&str]| part.last().is_some_and(|it| LAST.contains(&bare(it)));
        let splits =
            *word == "and" && (run.get(at + 1) == Some(&"the") || parts.last().is_some_and(|it| ends(it)) || ends(run));
        let begins_known = *word == "and" && at > 0 && splits;
        if begins_known
            && parts.last().is_some_and(|it| ends(it) || it.len() >= 2)
            && run.len() - at > 2
            && splits_well(run, at)
        {
            parts.push(Vec::new());
        } else if !(*word == "the" && parts.last().is_some_and(Vec::is_empty)) {
            parts.last_mut().into_iter().for_each(|it| it.push(word));
        }
    }
    let count = parts.len();
    for (at, part) in parts.into_iter().enumerate() {
        let is_last = at + 1 == count;
        let next = if is_last { next } else { "" };
        let begins = from == 0 && at == 0 && run.len() == length;
        if let Some(named) = name_of(&part, next, begins, cued) {
            list.push(named);
        }
    }
}

/// Whether “and” here stands between two names rather than within one.
fn splits_well(run: &[&str], at: usize) -> bool {
    let left = run[..at].last().map(|it| bare(it)).unwrap_or_default();
    if LAST.contains(&left) || run.get(at + 1) == Some(&"the") {
        return true;
    }
    // “the Commissioner and Orrinshire County Council”: both begin with the same place.
    run.first().map(|it| bare(it)) == run.get(at + 1).map(|it| bare(it)) && at >= 2
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The name that these words are, if they are one.
fn name_of(part: &[&str], next: &str, begins_sentence: bool, cued: bool) -> Option<Named> {
    let mut part: Vec<&str> = part.to_vec();
    let begins = begins_sentence && part.first() != Some(&"The");
    while part.first().is_some_and(|it| matches!(*it, "The" | "Our" | "A" | "An" | "This" | "These")) {
        part.remove(0);
    }
    let last = bare(part.last()?);
    if part.iter().any(|it| NOT.contains(&bare(it))) {
        return None;
    }
    let goes_on = bare(next);
    if matches!(goes_on, "programme" | "scheme" | "campaign" | "strategy" | "plan") {
        return None;
    }
    let capitals = part.iter().filter(|it| is_name(it)).count();
    let named = if capitals == 1 && (goes_on == "lottery" || (goes_on == "project" && cued)) {
        part.push(goes_on);
        true
    } else {
        let ends = LAST.contains(&last) && capitals >= 2;
        // The first word of a sentence has a capital letter in any case.
        (ends && !(begins && capitals == 2)) || (cued && capitals >= 2)
    };
    let name = part.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let short = next.strip_prefix('(').and_then(|it| it.split([')', '/']).next());
    let short = short.filter(|it| it.len() >= 2 && it.chars().all(char::is_uppercase)).map(str::to_owned);
    named.then_some(Named { name, short })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        named_in(text).into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn names_of_organisations_are_found() {
        for (text, expected) in [
            ("sessions with the Harbour Master’s Office", vec!["Harbour Master’s Office"]),
            ("granted by the County Safety Fund for new lamps", vec!["County Safety Fund"]),
            ("work with Heart of Alderton and the Plaice project to help", vec!["Heart of Alderton", "Plaice project"]),
            (
                "through the Deal Fund and Building Bold Families and Communities (BBFC), and",
                vec!["Deal Fund", "Building Bold Families and Communities"],
            ),
            (
                "funded through the Mere Commissioner and Mere County Council",
                vec!["Mere Commissioner", "Mere County Council"],
            ),
            ("a £100,000 National lottery grant", vec!["National lottery"]),
            ("formed a Crime and Disorder Reduction Partnership", vec![]),
            ("through the Bold Steps programme", vec![]),
            ("Commissioning of Communities Against Fear to help", vec!["Communities Against Fear"]),
            ("Ongoing Police work", vec![]),
            ("by the Assistant Director Partnerships", vec![]),
            ("through the Council’s Growth Scrutiny Committee", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
