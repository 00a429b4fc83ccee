//! An address as a QR code, for paper.

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet edge that readers need around a code, in modules (ISO/IEC 18004, 5.3.8).
pub const EDGE: i32 = 4;

/// A QR code: dark squares on light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules it has on each side, without its edge.
    pub size: i32,
    /// Its dark modules as the `d` of an SVG path, one unit each.
    pub path: String,
}

/// The code of a text, readable with up to 15 % of it lost; none where the text is too long for one (2,331 bytes).
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|it| code.get_module(*it, y)).count();
            if run > 0 {
                // One piece for each run: a printer may leave a thin line between neighbours.
                let (x, y, run) = (x.to_string(), y.to_string(), run.to_string());
                path.extend(["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"]);
            }
            x += 1 + i32::try_from(run).unwrap_or(size);
        }
    }
    Some(Code { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader that is not ours reads in it.
    fn read(code: &Code) -> String {
        let side = usize::try_from(code.size).expect("it has a size");
        let mut dark = vec![false; side * side];
        for run in code.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').expect("a place");
            let (y, rest) = rest.split_once('h').expect("a line");
            let long = rest.split_once('v').expect("an end").0;
            let [x, y, long] = [x, y, long].map(|it| it.parse::<usize>().expect("a number"));
            dark[y * side + x..][..long].fill(true);
        }
        let grid = rqrr::SimpleGrid::from_func(side, |x, y| dark[y * side + x]);
        rqrr::Grid::new(grid).decode().expect("it can be read").1
    }

    #[test]
    fn a_code_says_the_address() {
        for address in [
            "https://example.gov.uk/",
            "https://example.gov.uk/plan/?priority=asb,violence&partner=police&ward=castle",
            "https://example.gov.uk/news#about&plan=priority:asb;q:caf%C3%A9",
        ] {
            assert_eq!(read(&code(address).expect("it fits")), address);
        }
        let long = format!("https://example.gov.uk/?q={}", "x".repeat(1500));
        assert_eq!(read(&code(&long).expect("it fits")), long);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(code(&"x".repeat(2332)), None);
    }
}
