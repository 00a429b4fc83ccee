//! How wide words are, and where lines break: from the widths of letters in a plain font, stretched by what the browser
//! measured of its own font.

/// What a browser measures, to tell how much wider or narrower its font is than ours.
pub const SAMPLE: &str = "Reports of anti-social behaviour, 1,180 in 2020";

/// How much wider bold letters are, where nobody measured the font.
const BOLD: f64 = 1.07;
/// What is added where nobody measured the font.
const UNMEASURED: f64 = 1.12;

/// Measures words in one font.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    stretch: f64,
    /// How much wider bold letters are than plain ones.
    bold: f64,
}

impl Measure {
    /// For a font in which [`SAMPLE`] is `sample` pixels wide at a size of `text` pixels, and `bold` pixels in bold; nought
    /// where nobody knows.
    pub(super) fn new(text: f64, sample: f64, bold: f64) -> Self {
        let ours = Self { stretch: 1.0, bold: 1.0 }.width(SAMPLE, text, false);
        let stretch = if sample > 0.0 && ours > 0.0 { sample / ours } else { UNMEASURED };
        // A little room, for the measure is of other words.
        let bold = if sample > 0.0 && bold > 0.0 { (bold / sample).clamp(1.0, 1.4) } else { BOLD };
        Self { stretch: stretch.clamp(0.7, 1.8) * 1.02, bold }
    }

    /// How wide a line of words is.
    pub(super) fn width(self, words: &str, size: f64, bold: bool) -> f64 {
        let letters: f64 = words.chars().map(letter).sum();
        letters * size * self.stretch * if bold { self.bold } else { 1.0 }
    }

    /// The words in lines that are at most so wide. A single word that is wider breaks after its hyphens, else where it must.
    pub(super) fn lines(self, words: &str, size: f64, bold: bool, most: f64) -> Vec<String> {
        let fits = |words: &str| self.width(words, size, bold) <= most;
        let mut lines: Vec<String> = Vec::new();
        for word in words.split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let longer = [line, " ", word].concat();
                if fits(&longer) {
                    *line = longer;
                    continue;
                }
            }
            lines.push(String::new());
            for piece in word.split_inclusive('-') {
                Self::add(&mut lines, piece, &fits);
            }
        }
        lines
    }

    /// Adds a piece of a word to the last line, or in a new one; letter by letter where no line is wide enough.
    fn add(lines: &mut Vec<String>, piece: &str, fits: &impl Fn(&str) -> bool) {
        let room_for = |line: &String, more: &str| line.is_empty() || fits(&[line, more].concat());
        let mut put = |more: &str| match lines.last_mut() {
            Some(line) if room_for(line, more) => line.push_str(more),
            _ => lines.push(more.to_owned()),
        };
        if fits(piece) {
            return put(piece);
        }
        for letter in piece.chars() {
            put(letter.encode_utf8(&mut [0; 4]));
        }
    }
}

/// The width of a letter, as a part of the font's size.
fn letter(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' | '|' => 0.22,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | 'f' | 't' | 'I' | '·' => 0.28,
        '-' | '(' | ')' | 'r' | '“' | '”' => 0.34,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'm' | 'M' | '%' => 0.86,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 0.72,
        'G' | 'O' | 'Q' => 0.78,
        'W' | '—' | '&' => 0.95,
        other if other.is_uppercase() => 0.67,
        _ => 0.56,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_fonts_and_sizes_are_wider() {
        let plain = Measure::new(16.0, 0.0, 0.0);
        let wide = Measure::new(16.0, plain.width(SAMPLE, 16.0, false) * 1.3, 0.0);
        assert!(wide.width("Police", 16.0, false) > plain.width("Police", 16.0, false));
        assert!(plain.width("Police", 20.0, false) > plain.width("Police", 16.0, false));
        assert!(plain.width("Police", 16.0, true) > plain.width("Police", 16.0, false));
        // Nonsense is not believed.
        assert!(Measure::new(16.0, 1e6, 0.0).width("Police", 16.0, false) < 200.0);
        // Bold letters are as much wider as they were measured to be.
        let ratio = |bold: f64| {
            let measure = Measure::new(16.0, 300.0, bold);
            measure.width("Police", 16.0, true) / measure.width("Police", 16.0, false)
        };
        for (measured, expected) in [(0.0, BOLD), (345.0, 1.15), (250.0, 1.0), (900.0, 1.4)] {
            assert!((ratio(measured) - expected).abs() < 1e-9, "{measured}");
        }
    }

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let measure = Measure::new(16.0, 0.0, 0.0);
        let words = "Community cohesion and tackling extremism";
        let lines = measure.lines(words, 16.0, false, 150.0);
        assert!(lines.len() > 1 && lines.iter().all(|it| measure.width(it, 16.0, false) <= 150.0), "{lines:?}");
        assert_eq!(lines.join(" "), words);
        assert_eq!(measure.lines("Domestic-related crime", 16.0, false, 110.0), ["Domestic-", "related crime"]);
        assert_eq!(measure.lines("a wide one", 16.0, false, 20.0), ["a", "wi", "d", "e", "o", "n", "e"]);
        assert_eq!(measure.lines("", 16.0, false, 10.0), [""; 0]);
    }
}
