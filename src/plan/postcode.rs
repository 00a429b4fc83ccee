//! A postcode as a value: the two halves that every British postcode has.
//!
//! | half | forms (A a letter, 9 a digit) |
//! | --- | --- |
//! | outcode | `A9` `A99` `AA9` `AA99` `A9A` `AA9A` |
//! | incode | `9AA`, its letters never C, I, K, M, O or V |

use std::fmt;

/// The letters that the second half of a postcode may have.
const LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

/// A well-formed postcode.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    /// The first half, in capitals.
    pub outcode: String,
    /// The second half, as a number that keeps the order of the letters: below 4,000.
    pub incode: u16,
}

impl Postcode {
    /// Reads a postcode in capitals with or without the space between its halves: `AB1 2CD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_at_checked(text.len().checked_sub(3)?)?;
        let first = first.strip_suffix(' ').unwrap_or(first);
        Some(Self { outcode: is_outcode(first).then(|| first.to_owned())?, incode: parse_incode(second)? })
    }
}

impl Postcode {
    /// Reads a postcode as people type it: in any case, with blanks and signs anywhere.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        Self::parse(&letters_and_digits(text))
    }
}

/// The letters and digits of what somebody typed, in capitals, without blanks and signs.
#[must_use]
pub fn letters_and_digits(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).map(|it| it.to_ascii_uppercase()).collect()
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.outcode)?;
        f.write_str(" ")?;
        f.write_str(&show_incode(self.incode))
    }
}

/// Whether a text is the first half of a postcode, in capitals.
#[must_use]
pub fn is_outcode(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letters = bytes.iter().take_while(|it| it.is_ascii_uppercase()).count();
    let rest = bytes.get(letters..).unwrap_or_default();
    (letters == 1 || letters == 2)
        && match rest {
            [one] => one.is_ascii_digit(),
            [one, two] => one.is_ascii_digit() && (two.is_ascii_digit() || two.is_ascii_uppercase()),
            _ => false,
        }
}

/// Reads the second half of a postcode, in capitals.
#[must_use]
pub fn parse_incode(text: &str) -> Option<u16> {
    let &[digit, one, two] = text.as_bytes() else { return None };
    let letter = |it: u8| LETTERS.iter().position(|letter| *letter == it).and_then(|at| u16::try_from(at).ok());
    let digit = digit.is_ascii_digit().then(|| u16::from(digit - b'0'))?;
    Some(digit * 400 + letter(one)? * 20 + letter(two)?)
}

/// The second half of a postcode in letters.
#[must_use]
pub fn show_incode(incode: u16) -> String {
    let letter = |at: u16| LETTERS.get(usize::from(at % 20)).copied().map_or('?', char::from);
    let digit = char::from_digit(u32::from(incode / 400 % 10), 10).unwrap_or('?');
    [digit, letter(incode / 20), letter(incode)].iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_have_two_halves() {
        for (text, shown) in [
            ("AB1 2CD", None),
            ("AB1 2BD", Some("AB1 2BD")),
            ("AB12BD", Some("AB1 2BD")),
            ("A9 9AA", Some("A9 9AA")),
            ("A99 9AA", Some("A99 9AA")),
            ("AA99 9AA", Some("AA99 9AA")),
            ("A9A 9AA", Some("A9A 9AA")),
            ("AA9A 9ZZ", Some("AA9A 9ZZ")),
            ("AAA9 9AA", None),
            ("AA999 9AA", None),
            ("9AA", None),
            ("", None),
            ("é9AA", None),
            ("AB1 2bd", None),
            ("AB1  2BD", None),
            ("AB1 2BDE", None),
        ] {
            assert_eq!(Postcode::parse(text).map(|it| it.to_string()).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn postcodes_are_read_as_people_type_them() {
        for text in
            ["ab1 2bd", "AB12BD", " aB1  2Bd ", "(AB1-2BD).", "a b 1 2 b d", "AB1\u{a0}2BD", "ab1,2bd", "“AB1 2BD”"]
        {
            assert_eq!(Postcode::typed(text).map(|it| it.to_string()).as_deref(), Some("AB1 2BD"), "{text}");
        }
        for text in ["AB1", "AB1 2", "AB1 2BDE", "\u{ff21}B1 2BD", "Mere", ""] {
            assert_eq!(Postcode::typed(text), None, "{text}");
        }
    }

    #[test]
    fn every_second_half_comes_back_in_order() {
        let all: Vec<String> = (0..4000).map(show_incode).collect();
        assert!(all.is_sorted());
        for (number, text) in (0..).zip(&all) {
            assert_eq!(parse_incode(text), Some(number), "{text}");
        }
    }
}
