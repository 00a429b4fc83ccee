use super::super::load;
use super::*;
use std::path::Path;

/// Our data folder, and an edition of an invented place that has something in every kind of record.
fn editions() -> [Records; 2] {
    ["data", "tests/editions/brindlemere"].map(|folder| {
        let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        Records { plan: loaded.plan.unwrap(), area: loaded.area.unwrap() }
    })
}

/// Where the sum ends and the records begin.
const CONTENT: usize = 8;

/// Small steps that look random, and are the same in every run (xorshift).
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }
}

/// A file with another content and the sum that belongs to it.
fn forged(content: &[u8]) -> Vec<u8> {
    [&MARK, &checksum(content).to_le_bytes(), content].concat()
}

#[test]
fn what_was_written_is_read() {
    for records in editions() {
        let bytes = records.bytes().unwrap();
        println!("{}: {} bytes of records", records.plan.edition.place, bytes.len());
        assert_eq!(Records::read(&bytes), Some(records));
    }
}

#[test]
fn bytes_of_another_version_are_not_read() {
    let [_, records] = editions();
    let bytes = records.bytes().unwrap();
    for at in 0..MARK.len() {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert_eq!(Records::read(&other), None);
    }
}

#[test]
fn cut_bytes_are_not_read() {
    let [_, records] = editions();
    let bytes = records.bytes().unwrap();
    let content = &bytes[CONTENT..];
    for end in (0..content.len()).step_by(1 + content.len() / 2000) {
        assert_eq!(Records::read(&bytes[..CONTENT + end]), None, "cut at {end}");
        assert_eq!(Records::read(&forged(&content[..end])), None, "cut at {end}, and the sum is right");
    }
    for end in 0..CONTENT {
        assert_eq!(Records::read(&bytes[..end]), None, "cut at {end}");
    }
    assert_eq!(Records::read(&[bytes.as_slice(), b"!"].concat()), None, "something left over");
    assert_eq!(Records::read(&forged(&[content, b"!"].concat())), None, "something left over, and the sum is right");
}

#[test]
fn every_change_of_a_byte_is_noticed() {
    let mut dice = Dice(20_260_101);
    for records in editions() {
        let mut bytes = records.bytes().unwrap();
        for turn in 0..2000 {
            let at = if turn < 2 * CONTENT { turn } else { dice.below(bytes.len()) };
            let by = u8::try_from(1 + dice.below(255)).unwrap();
            bytes[at] ^= by;
            assert_eq!(Records::read(&bytes), None, "byte {at}");
            bytes[at] ^= by;
        }
    }
}

/// As if the sum had been forged with the rest: what comes of it may be wrong, but reading ends.
#[test]
fn no_bytes_make_reading_panic() {
    let mut dice = Dice(1);
    let [_, records] = editions();
    let bytes = records.bytes().unwrap();
    let mut read = 0;
    for _ in 0..3000 {
        let mut content = bytes[CONTENT..].to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(content.len());
            content[at] = u8::try_from(dice.below(256)).unwrap();
        }
        read += usize::from(Records::read(&forged(&content)).is_some());
    }
    assert!((30..2970).contains(&read), "{read} of 3000 were read: hardly any of one kind was tried");
    // The longest lists and texts there can be.
    for byte in [0, 1, 0x7F, 0x80, 0xFF] {
        assert_eq!(Records::read(&forged(&[byte; 64])), None);
    }
}
