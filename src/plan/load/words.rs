//! Small helpers for comparing and naming words.

/// A character as it is compared: typographic quotation marks, apostrophes and dashes are equal to plain ones.
pub(crate) fn fold(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | '`' | '´' => '\'',
        '“' | '”' | '„' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        other => other,
    }
}

/// A text as it is compared.
pub(crate) fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).map(fold).collect()
}

/// A name as it is compared with other names: lower-case letters and digits, all else as single spaces.
pub(crate) fn bare(name: &str) -> String {
    let letters: String = lower(name).into_iter().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    collapse(&letters)
}

/// The text with every run of white space as one space, and none at its ends.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a word ends or begins between two characters.
pub(crate) fn is_boundary(before: Option<char>, after: Option<char>) -> bool {
    !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
}

/// The places at which `part` stands in `whole`, word for word.
pub(crate) fn places<'a>(part: &'a [char], whole: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    whole
        .windows(part.len().max(1))
        .enumerate()
        .filter(move |(at, window)| {
            *window == part
                && is_boundary(at.checked_sub(1).map(|it| whole[it]), part.first().copied())
                && is_boundary(part.last().copied(), whole.get(at + part.len()).copied())
        })
        .map(|(at, _)| at)
}

/// Whether these words stand in the text, letter for letter.
pub(crate) fn stands_in(part: &str, whole: &str) -> bool {
    places(&folded(&collapse(part)), &folded(whole)).next().is_some()
}

/// Whether this name stands in the text, in small or capital letters.
pub(crate) fn is_named_in(name: &str, whole: &str) -> bool {
    places(&lower(&collapse(name)), &lower(whole)).next().is_some()
}

/// The places at which a number stands in the text and is not a piece of a longer one, nor of a sum of money or a
/// share.
pub(crate) fn number_places(number: &str, whole: &[char]) -> Vec<usize> {
    let number = folded(number);
    let digit = |at: Option<usize>| at.and_then(|it| whole.get(it)).is_some_and(char::is_ascii_digit);
    places(&number, whole)
        .filter(|at| {
            let end = at + number.len();
            let before = at.checked_sub(1).map(|it| whole[it]);
            let after = whole.get(end).copied();
            let longer_before = match before {
                Some('£') => true,
                Some('.' | ',') => digit(at.checked_sub(2)),
                _ => false,
            };
            let longer_after = match after {
                Some('%') => true,
                Some('.' | ',') => digit(Some(end + 1)),
                _ => false,
            };
            !longer_before && !longer_after
        })
        .collect()
}

/// Whether a number stands in the text; see [`number_places`].
pub(crate) fn number_stands_in(number: &str, whole: &str) -> bool {
    !number_places(number, &folded(whole)).is_empty()
}

/// The one of `options` that `word` is probably a slip for.
pub(crate) fn nearest<'a>(word: &str, options: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer texts are no slips of each other's, and comparing them would take its time.
    const LONGEST: usize = 120;
    let compared = |text: &str| text.to_lowercase().chars().take(LONGEST).collect::<String>();
    let most = ((word.chars().count() + 1) / 3).max(1);
    let word = compared(word);
    options
        .into_iter()
        .filter(|it| !it.is_empty())
        // Two letters that changed places are one slip.
        .map(|it| (strsim::osa_distance(&word, &compared(it)), it))
        .filter(|(far, _)| *far <= most)
        .min_by_key(|(far, _)| *far)
        .map(|(_, it)| it)
}

/// `“a”, “b” or “c”`.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|it| format!("“{it}”")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::from("nothing"),
    }
}

/// The first words of a text, with an ellipsis where there are more.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= most { words.join(" ") } else { format!("{} …", words[..most].join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_any_typography() {
        assert!(stands_in("people's quality", "on people’s quality of life"));
        assert!(stands_in("to  the\nTeam", "to the Team."));
        assert!(!stands_in("Polic", "the Police"));
        assert!(!stands_in("police", "the Police"));
        assert!(is_named_in("POLICE", "the Police/Council"));
        assert!(!stands_in("", "the Police"));
    }

    #[test]
    fn numbers_are_no_pieces_of_numbers() {
        for (number, whole, stands) in [
            ("£9000", "Delivery of £9000 worth", true),
            ("9000", "Delivery of £9000 worth", false),
            ("£196", "Funding of £196,000", false),
            ("64,173", "is 64,173.", true),
            ("93%", "live (93%)", true),
            ("93", "live (93%)", false),
            ("3%", "live (93%)", false),
        ] {
            assert_eq!(number_stands_in(number, whole), stands, "{number} in {whole}");
        }
    }

    #[test]
    fn slips_find_what_was_meant() {
        let words = ["lower is better", "neither", "higher is better"];
        assert_eq!(nearest("niether", words), Some("neither"));
        assert_eq!(nearest("lower is beter", words), Some("lower is better"));
        assert_eq!(nearest("something else", words), None);
        assert_eq!(one_of(["a"]), "“a”");
        assert_eq!(one_of(["a", "b", "c"]), "“a”, “b” or “c”");
    }
}
