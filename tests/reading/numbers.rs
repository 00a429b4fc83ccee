//! Numbers that do not agree with what they count: "1 results".

/// Each "1" in our words that is followed by a word in the plural. What stands in quotation marks is not ours.
pub(crate) fn wrong_plurals(text: &str) -> Vec<String> {
    const NOT_PLURAL: [&str; 6] = ["is", "was", "has", "does", "this", "across"];
    let mut ours = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => ours.push(c),
            _ => {}
        }
    }
    let is_wrong = |pair: &[&str]| {
        let what = pair[1].trim_matches(|c: char| !c.is_alphabetic());
        pair[0].trim_start_matches('(') == "1"
            && what.ends_with('s')
            && what.starts_with(char::is_lowercase)
            && !NOT_PLURAL.contains(&what)
    };
    let in_line = |line: &str| -> Vec<String> {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.windows(2).filter(|pair| is_wrong(pair)).map(|pair| pair.join(" ")).collect()
    };
    ours.lines().flat_map(in_line).collect()
}
