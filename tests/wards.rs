//! Where somebody lives, and what official sources say of it: every postcode, every place on the map, every sentence and
//! table of a ward. For the area of `data/` and for an invented one.
//!
//! `cargo test --test wards -- --nocapture read` prints every answer and every ward in words, to be read.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/editions.rs"]
mod editions;
#[path = "wards/figures.rs"]
mod figures;
#[path = "wards/finder.rs"]
mod finder;
#[path = "wards/map.rs"]
mod map;
#[path = "wards/postcodes.rs"]
mod postcodes;
#[path = "wards/recorded.rs"]
mod recorded;

use editions::{Edition, INVENTED, both, invented, ours};
use plan_explorer::plan::WardId;
use plan_explorer::plan::area::Point;
use plan_explorer::query::place::{Answer, Located, Reply, Why, find, locate, say};
use std::path::{Path, PathBuf};

impl Edition {
    /// The folder of what is known of the area.
    pub(crate) fn folder(&self) -> PathBuf {
        let is_ours = std::ptr::eq(self.records, ours().records);
        let data = if is_ours { "data" } else { INVENTED };
        Path::new(env!("CARGO_MANIFEST_DIR")).join(data).join("area")
    }

    pub(crate) fn ward(&self, id: &str) -> WardId {
        self.plan().find_ward(id).expect("there is such a ward")
    }

    /// What is answered to what somebody typed.
    pub(crate) fn ask(&self, typed: &str) -> Reply {
        say(self.facts, &self.records.area, &find(self.facts, &self.records.area, typed))
    }

    fn locate(&self, located: Located) -> (Answer, Reply) {
        let answer = locate(&self.records.area, located);
        let said = say(self.facts, &self.records.area, &answer);
        (answer, said)
    }
}

/// A point of the map as a device tells it.
fn device_at(point: Point, metres: f64) -> Located {
    Located::At { latitude: f64::from(point.y) / 1e6, longitude: f64::from(point.x) / 1e6, metres }
}

#[test]
fn each_kind_of_answer_has_words_of_its_own() {
    let edition = invented();
    for (typed, text, ward, note) in [
        ("QX1 1AA", "QX1 1AA is in Brook ward.", Some("brook"), ""),
        ("qx1-1ae", "QX1 1AE is in Mere ward.", Some("mere"), ""),
        (" (qx1 1ad) ", "QX1 1AD was withdrawn. It was in Brook ward.", Some("brook"), ""),
        (
            "QX1 2ZZ",
            "QX1 2ZZ is in Tarn ward.",
            Some("tarn"),
            "Our list does not say which of these postcodes are in use.",
        ),
        ("QX1 2ZY", "QX1 2ZY is in Fellgate, not in Brindlemere.", None, "This plan is about Brindlemere."),
        ("QX12 1AA", "QX12 1AA is in Fellgate, not in Brindlemere.", None, "This plan is about Brindlemere."),
        (
            "QX1 9ZZ",
            "QX1 9ZZ is not on our list of postcodes.",
            None,
            "Please check it. Our list is from 2030. You can choose a ward by name or on the map.",
        ),
        (
            "SW1A 1AA",
            "SW1A 1AA is not on our list: no postcode on it begins with SW1A.",
            None,
            "Our list holds the postcodes of Brindlemere. You can choose a ward by name or on the map.",
        ),
        ("QX1", "“QX1” is only part of a postcode.", None, "Type all of it, such as QX1 1AA."),
        ("qx1 1", "“qx1 1” is only part of a postcode.", None, "Type all of it, such as QX1 1AA."),
        (
            "12345",
            "“12345” is neither a postcode nor a ward of Brindlemere.",
            None,
            "You can choose a ward by name or on the map.",
        ),
        (
            "the harbour",
            "“the harbour” is neither a postcode nor a ward of Brindlemere.",
            None,
            "You can choose a ward by name or on the map.",
        ),
        (
            "QX1 1AAA",
            "“QX1 1AAA” is neither a postcode nor a ward of Brindlemere.",
            None,
            "You can choose a ward by name or on the map.",
        ),
        ("mere", "Mere is a ward of Brindlemere.", Some("mere"), ""),
        ("MERE  Ward", "Mere is a ward of Brindlemere.", Some("mere"), ""),
        ("tar", "Tarn is a ward of Brindlemere.", Some("tarn"), ""),
        ("", "Type a postcode or the name of a ward.", None, ""),
        (" - ", "Type a postcode or the name of a ward.", None, ""),
    ] {
        let said = edition.ask(typed);
        let ward = ward.map(|it| edition.ward(it));
        assert_eq!((said.text.as_str(), said.ward, said.note.as_str()), (text, ward, note), "{typed}");
    }
    let several = ours().ask("b");
    assert_eq!(
        (several.ward, several.others.len() > 1),
        (None, true),
        "names that begin alike are offered: {several:?}"
    );
}

#[test]
fn whatever_is_typed_is_answered() {
    let edition = ours();
    let pieces = ["B77", "1", "AA", " ", "é", "\u{0}", "🏠", "castle", "-", "ward", "9", "\u{202e}", "Ω", "ß", "ﬁ"];
    let mut seed = 7_u32;
    for _ in 0..20_000 {
        let mut typed = String::new();
        for _ in 0..seed % 9 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            typed.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        assert!(!edition.ask(&typed).text.is_empty(), "{typed:?}");
    }
    let long = "castle ".repeat(100_000);
    assert!(edition.ask(&long).text.len() < 200, "what is typed is quoted in short");
}

#[test]
fn a_device_is_answered_by_its_place_and_how_exact_it_is() {
    let edition = invented();
    let [brook, mere, tarn] = ["brook", "mere", "tarn"].map(|it| edition.ward(it));
    let middle = Point { x: -3_015_000, y: 54_005_000 };
    let by_the_line = Point { x: -3_010_300, y: 54_005_000 };
    let outside = Point { x: -3_015_000, y: 54_012_000 };
    let far = Point { x: 0, y: 51_000_000 };
    for (point, metres, answer) in [
        (middle, 20.0, Answer::Here(mere, vec![], 20)),
        (middle, 0.0, Answer::Here(mere, vec![], 0)),
        (by_the_line, 60.0, Answer::Here(mere, vec![tarn], 60)),
        (middle, 700.0, Answer::Here(mere, vec![brook, tarn], 700)),
        (outside, 20.0, Answer::Outside(vec![], 20)),
        (outside, 300.0, Answer::Outside(vec![mere], 300)),
        (far, 20.0, Answer::Outside(vec![], 20)),
        (middle, 20_000.0, Answer::Rough(20_000)),
        (middle, f64::INFINITY, Answer::Rough(u32::MAX)),
        (middle, f64::NAN, Answer::Rough(u32::MAX)),
    ] {
        let mut found = edition.locate(device_at(point, metres)).0;
        if let Answer::Here(_, others, _) | Answer::Outside(others, _) = &mut found {
            others.sort_by_key(|it| edition.plan().ward(*it).name.clone());
        }
        assert_eq!(found, answer, "{point:?} to within {metres}");
    }
    for at in [f64::NAN, f64::INFINITY, 91.0, -1e300] {
        let answer = edition.locate(Located::At { latitude: at, longitude: 0.0, metres: 1.0 }).0;
        assert_eq!(answer, Answer::NotTold(Why::Unknown));
    }
    let said = |located| edition.locate(located).1;
    assert_eq!(said(device_at(middle, 20.0)).text, "Your device says that you are in Mere ward.");
    assert_eq!(said(device_at(by_the_line, 60.0)).note, "It is exact only to about 60 metres, so you may also be in:");
    assert_eq!(said(device_at(outside, 20.0)).text, "Your device says that you are outside Brindlemere.");
    assert!(said(device_at(middle, 20_000.0)).text.ends_with("only to within 20 km."));
    let reasons = [Located::Refused, Located::Unknown, Located::TooLate, Located::Impossible].map(said);
    for (at, one) in reasons.iter().enumerate() {
        assert!(one.ward.is_none() && one.note.starts_with("Type your postcode instead."), "{one:?}");
        assert!(reasons.iter().skip(at + 1).all(|it| it.text != one.text), "each has words of its own: {one:?}");
    }
}

/// Prints everything that is said.
#[test]
fn read() {
    for edition in both() {
        let example = edition.records.area.postcodes.example().map(|it| it.to_string()).unwrap_or_default();
        for typed in [example.as_str(), "SW1A 1AA", "mere", "castle", "nowhere", "B77 1LT", "B77 9ZZ", "B"] {
            println!("{typed}: {:?}", edition.ask(typed));
        }
        for ward in edition.plan().ward_ids() {
            println!("\n{}", figures::in_words(&edition, ward));
        }
    }
}
