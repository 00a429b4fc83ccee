//! Making words alike: case, accents, hyphens and apostrophes do not count.
//!
//! A text is read as *parts*: runs of letters and digits. `anti-social` is two parts with a hyphen between them, `people’s`
//! is one, `196,000` is one. Everything that compares words (index, search, marks, private words, order of names) reads
//! texts through [`Parts`], so they cannot disagree.

use std::slice::SliceIndex;

/// What stands between a part and the part before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A hyphen alone.
    Hyphen,
    /// Blanks alone.
    Blank,
    /// Anything else, or nothing: it is the first part.
    Other,
}

/// Where a part stands in its text, in bytes, and what is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: Gap,
}

/// A part of a text; nothing where the bounds are not bounds of its characters.
///
/// All of this layer cuts texts through this: cutting that can fail brings the words for its failure, and tables of all the
/// world's letters, into the download.
pub(super) fn cut<R: SliceIndex<str, Output = str>>(text: &str, range: R) -> &str {
    text.get(range).unwrap_or_default()
}

/// Reads a text part by part.
pub(super) struct Parts<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next part: its place, with its folded letters in `folded`.
    pub(super) fn next(&mut self, folded: &mut String) -> Option<Place> {
        folded.clear();
        let from = self.at;
        let (mut start, mut end) = (None, from);
        let (mut after, mut between) = (Gap::Other, 0_u32);
        let mut rest = cut(self.text, from..).char_indices().peekable();
        while let Some((offset, c)) = rest.next() {
            let begun = start.is_some();
            let kind = class(c);
            let goes_on = match kind {
                Class::Letter(letter) => {
                    folded.push(letter);
                    true
                }
                Class::Letters(letters) => {
                    folded.push_str(letters);
                    true
                }
                Class::Mute => begun,
                Class::Apostrophe if begun => rest.peek().is_some_and(|(_, next)| is_letter(*next)),
                Class::Comma if begun => {
                    folded.ends_with(is_digit) && rest.peek().is_some_and(|(_, next)| is_digit(*next))
                }
                _ => false,
            };
            if goes_on {
                start = start.or(Some(from + offset));
                end = from + offset + c.len_utf8();
            } else if begun {
                break;
            } else if kind != Class::Mute {
                after = match kind {
                    Class::Blank if between == 0 || after == Gap::Blank => Gap::Blank,
                    Class::Hyphen if between == 0 => Gap::Hyphen,
                    _ => Gap::Other,
                };
                between += 1;
            }
        }
        let start = start?;
        self.at = end;
        Some(Place { start, end, after: if from == 0 { Gap::Other } else { after } })
    }
}

/// The folded parts of a text, with single blanks between them.
pub(super) fn fold(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let (mut parts, mut part) = (Parts::new(text), String::new());
    while parts.next(&mut part).is_some() {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(&part);
    }
    whole
}

fn is_letter(c: char) -> bool {
    matches!(class(c), Class::Letter(_) | Class::Letters(_))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// What a character is to the reading of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter(char),
    Letters(&'static str),
    /// Part of the word that it stands in, and without a say of its own: accents that stand alone, soft hyphens.
    Mute,
    Apostrophe,
    Hyphen,
    Comma,
    Blank,
    Break,
}

/// The letters of U+00C0 to U+017F without their accents. A capital stands for two letters: see [`pair`].
const LATIN: &[u8; 192] = b"\
    aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTyaaaaaaccccccccddddeeeeeeeeeeggggggggh\
    hhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The same for U+1E00 to U+1EFF, where Welsh and Vietnamese letters are.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrsssssssssstt\
    ttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssSdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooo\
    oooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

fn pair(letter: u8) -> Class {
    Class::Letters(match letter {
        b'A' => "ae",
        b'I' => "ij",
        b'O' => "oe",
        b'S' => "ss",
        b'T' => "th",
        b'a'..=b'z' => return Class::Letter(char::from(letter)),
        _ => return Class::Break,
    })
}

/// Letters of other scripts stay as they are but for the capitals of Greek and Cyrillic. The ranges are written out
/// because the tables of the standard library would weigh more in the browser than all the rest of this module.
fn class(c: char) -> Class {
    let code = u32::from(c);
    let in_table = |table: &[u8], first: u32| table.get((code - first) as usize).map_or(Class::Break, |it| pair(*it));
    match c {
        'a'..='z' | '0'..='9' => Class::Letter(c),
        'A'..='Z' => Class::Letter(c.to_ascii_lowercase()),
        '\'' | '`' | '´' | 'ʼ' | '‘' | '’' | '′' | '\u{ff07}' => Class::Apostrophe,
        '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => Class::Hyphen,
        ',' => Class::Comma,
        ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => Class::Blank,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Class::Mute,
        '\u{c0}'..='\u{17f}' => in_table(LATIN, 0xc0),
        'Ơ' | 'ơ' => Class::Letter('o'),
        'Ư' | 'ư' => Class::Letter('u'),
        'Ș' | 'ș' => Class::Letter('s'),
        'Ț' | 'ț' => Class::Letter('t'),
        '\u{1e00}'..='\u{1eff}' => in_table(LATIN_ADDITIONAL, 0x1e00),
        'ﬀ' => Class::Letters("ff"),
        'ﬁ' => Class::Letters("fi"),
        'ﬂ' => Class::Letters("fl"),
        'ﬃ' => Class::Letters("ffi"),
        'ﬄ' => Class::Letters("ffl"),
        'Α'..='Ω' | 'А'..='Я' => Class::Letter(char::from_u32(code + 32).unwrap_or(c)),
        'Ѐ'..='Џ' => Class::Letter(char::from_u32(code + 80).unwrap_or(c)),
        '\0'..='\u{bf}'
        | '\u{2b0}'..='\u{2ff}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{303f}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0000}'..='\u{10ffff}' => Class::Break,
        _ => Class::Letter(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_made_alike() {
        for (text, expected) in [
            ("", ""),
            (" – ", ""),
            ("Anti-Social  Behaviour (ASB)", "anti social behaviour asb"),
            ("people’s people's people`s peoplʼes", "peoples peoples peoples peoples"),
            ("‘quoted’ 'words' rock ’n’ roll", "quoted words rock n roll"),
            ("ÀÉÎÕÜ çñÿ ŁódŹ ŵŷẁ ĦŦ", "aeiou cny lodz wyw ht"),
            ("Æon œuvre ß þing Øre ĳs", "aeon oeuvre ss thing ore ijs"),
            ("e\u{301}te\u{301} Nguyễn Ștefan ơư", "ete nguyen stefan ou"),
            ("£196,000, 1,2 a,b 3,x 2021/22 6%", "196000 12 a b 3 x 2021 22 6"),
            ("co\u{ad}operate zero\u{200b}width ﬁve", "cooperate zerowidth five"),
            ("Ωμέγα ЖЁ 日本", "ωμέγα жё 日本"),
            ("a×b÷c x² n¹ №1 😀z", "a b c x n 1 z"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
            assert_eq!(fold(&fold(text)), fold(text), "folding again changes nothing");
        }
    }

    #[test]
    fn gaps_are_told_apart() {
        let mut parts = Parts::new("a-b c, d–e  f - g--h");
        let (mut part, mut gaps) = (String::new(), Vec::new());
        while let Some(place) = parts.next(&mut part) {
            gaps.push((part.clone(), place.after));
        }
        let expected = [
            ("a", Gap::Other),
            ("b", Gap::Hyphen),
            ("c", Gap::Blank),
            ("d", Gap::Other),
            ("e", Gap::Hyphen),
            ("f", Gap::Blank),
            ("g", Gap::Other),
            ("h", Gap::Other),
        ];
        assert_eq!(gaps, expected.map(|(part, gap)| (part.to_owned(), gap)));
    }
}
