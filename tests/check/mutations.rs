//! Whatever happens to a file, loading ends with a plan or with a problem that names a file.

use std::fs;

use plan_explorer::plan::Records;

use crate::Copy;

/// A small generator of numbers, the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("it is below a usize")
    }
}

/// Bytes that mean something to the format or to the check.
const TELLING: &[u8] = b"\"'[]{}=,#\\\n\r\t -*\x00\xff0989az.%\xc2";

fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len());
        let end = (at + 1 + numbers.below(40)).min(bytes.len());
        let byte = TELLING[numbers.below(TELLING.len())];
        match numbers.below(6) {
            0 if at < bytes.len() => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            2 => drop(bytes.drain(at..end)),
            3 => bytes.truncate(at),
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            _ => {}
        }
    }
}

#[test]
fn a_spoilt_file_never_panics_and_is_always_told() {
    const ROUNDS: usize = 16;
    let copy = Copy::new();
    let folders = [copy.0.clone(), copy.0.join(crate::EDITION), copy.0.join("area")];
    let mut files: Vec<_> = folders.iter().flat_map(|it| fs::read_dir(it).expect("it is there").flatten()).collect();
    files.retain(|it| it.path().is_file());
    files.sort_by_key(fs::DirEntry::path);
    assert_eq!(files.len(), 32);
    let mut numbers = Numbers(0x5eed_0f1a_2b3c_4d5e);
    for file in files {
        let whole = fs::read(file.path()).expect("it can be read");
        for round in 0..ROUNDS {
            let mut bytes = whole.clone();
            mutate(&mut bytes, &mut numbers);
            fs::write(file.path(), &bytes).expect("it can be written");
            let loaded = copy.load();
            let what = format!("{}, round {round}", file.path().display());
            assert_eq!(loaded.plan.is_some(), loaded.problems.is_empty(), "{what}");
            for problem in &loaded.problems {
                assert!(problem.file.starts_with(&copy.0), "{what}: {problem}");
                assert!(!problem.to_string().contains('\n'), "{what}: {problem}");
            }
            if let Some(plan) = loaded.plan {
                let records = Records { plan, area: loaded.area.expect("a plan comes with its area") };
                let bytes = records.bytes().expect("there is room");
                assert_eq!(Records::read(&bytes), Some(records), "{what}");
            }
        }
        fs::write(file.path(), whole).expect("it can be written");
    }
    assert!(copy.load().plan.is_some());
}
