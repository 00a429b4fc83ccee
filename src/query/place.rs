//! Where somebody lives, from what they type or from where their device is: the answer, and the answer in plain words.
//!
//! | asked | answered |
//! | --- | --- |
//! | a postcode | in a ward, withdrawn, in another council, or not on the list |
//! | a name | a ward, or several that begin so |
//! | a device | in a ward, perhaps in others, outside; or why it cannot be told |
//!
//! **Architecture invariant:** what was typed and where a device is come in as values, and an answer is all that comes of
//! them: nothing is kept and nothing is sent.

use super::facts::Facts;
use super::fold;
use crate::plan::area::{Area, Place, Point, Use};
use crate::plan::{Postcode, WardId, is_outcode, letters_and_digits};

/// What a device says of where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Located {
    /// In degrees, and how exact that is.
    At {
        /// Degrees of latitude.
        latitude: f64,
        /// Degrees of longitude.
        longitude: f64,
        /// The device is no further from there than so many metres.
        metres: f64,
    },
    /// The visitor, the browser or the site does not allow it.
    Refused,
    /// The device does not know.
    Unknown,
    /// It took too long.
    TooLate,
    /// The browser has no means for it.
    Impossible,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was typed.
    Nothing,
    /// A ward by its name.
    Named(WardId),
    /// Several wards whose names begin like what was typed.
    Several(Vec<WardId>),
    /// A postcode on the list.
    Listed(Postcode, Place),
    /// A postcode that is not on the list; whether others that begin alike are.
    Unlisted(Postcode, bool),
    /// The beginning of a postcode.
    Half(String),
    /// Neither a postcode nor a name.
    Neither(String),
    /// The device is in this ward, or else perhaps in one of the others: it is exact to so many metres.
    Here(WardId, Vec<WardId>, u32),
    /// The device is outside, or else perhaps in one of these wards: it is exact to so many metres.
    Outside(Vec<WardId>, u32),
    /// The device is not exact enough: only to so many metres.
    Rough(u32),
    /// Why the device's place cannot be told.
    NotTold(Why),
}

/// Why the device's place cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not allowed.
    Refused,
    /// The device does not know.
    Unknown,
    /// It took too long.
    TooLate,
    /// The browser has no means for it.
    Impossible,
}

/// The longest text that is looked at.
const LONGEST: usize = 40;

/// What somebody typed, answered.
#[must_use]
pub fn find(facts: &Facts, area: &Area, typed: &str) -> Answer {
    let folded = fold::fold(typed);
    if folded.trim().is_empty() {
        return Answer::Nothing;
    }
    let shown = || typed.trim().chars().take(LONGEST).collect();
    let names: Vec<(WardId, String)> =
        facts.ward_ids().zip(&facts.wards).map(|(id, ward)| (id, fold::fold(&ward.name))).collect();
    let ward_called = |wanted: &str| names.iter().find(|(_, name)| name == wanted).map(|(id, _)| *id);
    if let Some(ward) = ward_called(&folded).or_else(|| without_ward(&folded).and_then(ward_called)) {
        return Answer::Named(ward);
    }
    if typed.chars().count() > LONGEST {
        return Answer::Neither(shown());
    }
    if let Some(postcode) = Postcode::typed(typed) {
        let alike = area.postcodes.outcode(&postcode.outcode).is_some();
        let place = area.postcodes.place(&postcode);
        return place.map_or(Answer::Unlisted(postcode.clone(), alike), |place| Answer::Listed(postcode, place));
    }
    let begin: Vec<WardId> = names.iter().filter(|it| it.1.starts_with(&folded)).map(|it| it.0).collect();
    match begin.as_slice() {
        [] => {}
        [one] => return Answer::Named(*one),
        _ => return Answer::Several(begin),
    }
    let letters = letters_and_digits(typed);
    let without_digit = letters.strip_suffix(|it: char| it.is_ascii_digit()).unwrap_or_default();
    if is_outcode(&letters) || is_outcode(without_digit) {
        return Answer::Half(shown());
    }
    Answer::Neither(shown())
}

/// Whether a text names a place as [`find`] does, and not only by how it begins: a ward, or what may be a postcode.
#[must_use]
pub fn is_place(facts: &Facts, typed: &str) -> bool {
    let folded = fold::fold(typed);
    let asked = without_ward(&folded).unwrap_or(&folded);
    may_be_postcode(typed) || facts.wards.iter().any(|it| fold::fold(&it.name) == asked)
}

/// Whether a text is a postcode or how one begins, with its digit at least.
#[must_use]
pub fn may_be_postcode(typed: &str) -> bool {
    let letters = letters_and_digits(typed);
    let shorter = |text: &str, is: fn(char) -> bool| text.strip_suffix(is).map(str::to_owned);
    let half = shorter(&letters, |it| it.is_ascii_digit());
    let most = shorter(&letters, |it| it.is_ascii_alphabetic()).and_then(|it| shorter(&it, |it| it.is_ascii_digit()));
    Postcode::typed(typed).is_some() || [Some(letters), half, most].into_iter().flatten().any(|it| is_outcode(&it))
}

/// `castle ward` is the ward Castle.
fn without_ward(folded: &str) -> Option<&str> {
    folded.strip_suffix(" ward")
}

/// How exact a device must be, in metres, for its place to tell anything.
const ROUGHEST: f64 = 5_000.0;

/// Where a device is, answered.
#[must_use]
pub fn locate(area: &Area, located: Located) -> Answer {
    let (latitude, longitude, metres) = match located {
        Located::At { latitude, longitude, metres } => (latitude, longitude, metres),
        Located::Refused => return Answer::NotTold(Why::Refused),
        Located::Unknown => return Answer::NotTold(Why::Unknown),
        Located::TooLate => return Answer::NotTold(Why::TooLate),
        Located::Impossible => return Answer::NotTold(Why::Impossible),
    };
    if !((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)) {
        return Answer::NotTold(Why::Unknown);
    }
    let metres = if metres.is_finite() { metres.max(0.0) } else { f64::MAX };
    if metres > ROUGHEST {
        return Answer::Rough(whole(metres));
    }
    let ward = area.boundaries.ward_at(point(latitude, longitude));
    let mut perhaps = around(area, latitude, longitude, metres);
    perhaps.retain(|it| Some(*it) != ward);
    ward.map_or(Answer::Outside(perhaps.clone(), whole(metres)), |ward| Answer::Here(ward, perhaps, whole(metres)))
}

/// The wards that lie within so many metres, as far as two rings of points tell.
fn around(area: &Area, latitude: f64, longitude: f64, metres: f64) -> Vec<WardId> {
    /// Metres of one degree of latitude.
    const DEGREE: f64 = 111_320.0;
    /// A quarter of a circle, in steps of 15 degrees: how far to one side and how far to the other.
    const QUARTER: [[f64; 2]; 6] =
        [[1.0, 0.0], [0.966, 0.259], [0.866, 0.5], [0.707, 0.707], [0.5, 0.866], [0.259, 0.966]];
    let square = latitude.to_radians().powi(2);
    // The cosine, as far as a ring of some kilometres needs it.
    let shortened = (1.0 - square / 2.0 + square * square / 24.0 - square.powi(3) / 720.0).max(0.01);
    let mut found: Vec<WardId> = Vec::new();
    for far in [metres * 0.5 / DEGREE, metres / DEGREE] {
        for [a, b] in QUARTER {
            for [north, east] in [[a, b], [b, -a], [-a, -b], [-b, a]] {
                let place = point(latitude + north * far, longitude + east * far / shortened);
                found.extend(area.boundaries.ward_at(place));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[expect(clippy::cast_possible_truncation, reason = "millionths of at most 180 degrees; a conversion never wraps")]
fn point(latitude: f64, longitude: f64) -> Point {
    Point { x: (longitude * 1e6).round() as i32, y: (latitude * 1e6).round() as i32 }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "metres, not below nought; a conversion never wraps"
)]
fn whole(metres: f64) -> u32 {
    metres.round() as u32
}

/// An answer in plain words, with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reply {
    /// The answer, one or two sentences.
    pub text: String,
    /// What must be known beside it; empty where nothing must.
    pub note: String,
    /// The ward that it comes to, which is then chosen.
    pub ward: Option<WardId>,
    /// Wards that it may be instead: the visitor chooses.
    pub others: Vec<WardId>,
    /// Whether what was typed should be typed again.
    pub again: bool,
}

/// An answer in plain words.
#[must_use]
pub fn say(facts: &Facts, area: &Area, answer: &Answer) -> Reply {
    let place = facts.edition.place.as_str();
    let name = |ward: WardId| facts.ward(ward).map_or("", |it| it.name.as_str());
    let about = ["This plan is about ", place, "."].concat();
    let choose = "You can choose a ward by name or on the map.";
    let told = |text: String, note: String| Reply { text, note, ..Reply::default() };
    let again = |text: String, note: String| Reply { text, note, again: true, ..Reply::default() };
    match answer {
        Answer::Nothing => again("Type a postcode or the name of a ward.".to_owned(), String::new()),
        Answer::Named(ward) => {
            Reply { ward: Some(*ward), ..told([name(*ward), " is a ward of ", place, "."].concat(), String::new()) }
        }
        Answer::Several(wards) => Reply {
            others: wards.clone(),
            ..told("More than one ward begins so. Choose one:".to_owned(), String::new())
        },
        Answer::Listed(postcode, Place::Ward(ward, used)) => {
            let postcode = postcode.to_string();
            let (text, note) = match used {
                Use::Live => ([&postcode, " is in ", name(*ward), " ward."].concat(), String::new()),
                Use::Withdrawn => {
                    ([&postcode, " was withdrawn. It was in ", name(*ward), " ward."].concat(), String::new())
                }
                Use::Unmarked => (
                    [&postcode, " is in ", name(*ward), " ward."].concat(),
                    area.postcodes.unmarked.clone().unwrap_or_default(),
                ),
            };
            Reply { ward: Some(*ward), ..told(text, note) }
        }
        Answer::Listed(postcode, Place::Outside(council)) => {
            let council = area.postcodes.council(*council).map_or("another council", |it| it.name.as_str());
            told([&postcode.to_string(), " is in ", council, ", not in ", place, "."].concat(), about)
        }
        Answer::Unlisted(postcode, true) => again(
            [&postcode.to_string(), " is not on our list of postcodes."].concat(),
            ["Please check it. Our list is from ", &area.origin(area.postcodes.origin).period, ". ", choose].concat(),
        ),
        Answer::Unlisted(postcode, false) => again(
            [&postcode.to_string(), " is not on our list: no postcode on it begins with ", &postcode.outcode, "."]
                .concat(),
            ["Our list holds the postcodes of ", place, ". ", choose].concat(),
        ),
        Answer::Half(typed) => {
            let example =
                area.postcodes.example().map(|it| [", such as ", &it.to_string()].concat()).unwrap_or_default();
            again(["“", typed, "” is only part of a postcode."].concat(), ["Type all of it", &example, "."].concat())
        }
        Answer::Neither(typed) => {
            again(["“", typed, "” is neither a postcode nor a ward of ", place, "."].concat(), choose.to_owned())
        }
        Answer::Here(ward, perhaps, metres) => {
            let note = if perhaps.is_empty() { String::new() } else { also(*metres) };
            let text = ["Your device says that you are in ", name(*ward), " ward."].concat();
            Reply { ward: Some(*ward), others: perhaps.clone(), ..told(text, note) }
        }
        Answer::Outside(perhaps, metres) => {
            let text = ["Your device says that you are outside ", place, "."].concat();
            let note = if perhaps.is_empty() { [&about, " ", choose].concat() } else { also(*metres) };
            Reply { others: perhaps.clone(), ..told(text, note) }
        }
        Answer::Rough(metres) => told(
            ["Your device knows where you are only to within ", &distance(*metres), "."].concat(),
            ["That is too rough to tell the ward. Type your postcode instead. ", choose].concat(),
        ),
        Answer::NotTold(why) => {
            let text = match why {
                Why::Refused => {
                    "This page may not know where you are. You, your browser or this site did not allow it."
                }
                Why::Unknown => "Your device could not tell where you are.",
                Why::TooLate => "Your device took too long to tell where you are.",
                Why::Impossible => "Your browser has no means to tell where you are.",
            };
            told(text.to_owned(), ["Type your postcode instead. ", choose].concat())
        }
    }
}

fn also(metres: u32) -> String {
    ["It is exact only to about ", &distance(metres), ", so you may also be in:"].concat()
}

/// `300 metres`, `2 km`.
fn distance(metres: u32) -> String {
    match metres {
        0..1_000 => [&(metres.div_ceil(10) * 10).to_string(), " metres"].concat(),
        1_000..1_000_000 => [&metres.div_ceil(1_000).to_string(), " km"].concat(),
        _ => "1,000 km or more".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::plan;
    use super::*;

    #[test]
    fn a_place_is_told_from_words() {
        let facts = Facts::of(&plan());
        for (typed, place, postcode) in [
            ("B79 7BZ", true, true),
            ("b797bz", true, true),
            ("b79", true, true),
            ("B79 7", true, true),
            ("b79 7b", true, true),
            ("Castle", true, false),
            ("castle ward", true, false),
            // Words, though they begin like a ward or hold a number.
            ("cas", false, false),
            ("castle gardens", false, false),
            ("b", false, false),
            ("101", false, false),
            ("6%", false, false),
            ("drug", false, false),
            ("2020", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_place(&facts, typed), may_be_postcode(typed)), (place, postcode), "{typed}");
        }
    }
}
