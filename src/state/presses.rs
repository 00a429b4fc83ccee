//! Three presses of Shift: the quick way out.

/// How long the three presses may take, in milliseconds.
const TIME: f64 = 5000.0;

/// The presses of Shift so far, with nothing pressed between them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Presses {
    count: u8,
    first: f64,
}

impl Presses {
    /// Takes note of a key; whether this press completes the three.
    ///
    /// `repeat` tells a key that is held down, `now` the time in milliseconds.
    pub fn press(&mut self, key: &str, repeat: bool, now: f64) -> bool {
        if key != "Shift" {
            self.count = 0;
        } else if !repeat {
            if self.count == 0 || now - self.first > TIME {
                *self = Self { count: 0, first: now };
            }
            self.count += 1;
        }
        if self.count < 3 {
            return false;
        }
        self.count = 0;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Presses;

    #[test]
    fn three_presses_within_five_seconds_are_the_way_out() {
        for (keys, out) in [
            (&[("Shift", false, 0.0), ("Shift", false, 400.0), ("Shift", false, 4900.0)][..], true),
            (&[("Shift", false, 0.0), ("Shift", false, 400.0), ("Shift", false, 5100.0)], false),
            (&[("Shift", false, 0.0), ("A", false, 10.0), ("Shift", false, 20.0), ("Shift", false, 30.0)], false),
            (&[("Shift", false, 0.0), ("Shift", true, 10.0), ("Shift", true, 20.0)], false),
            (&[("Shift", false, 0.0), ("Shift", false, 10.0)], false),
        ] {
            let mut presses = Presses::default();
            let left = keys.iter().any(|(key, repeat, now)| presses.press(key, *repeat, *now));
            assert_eq!(left, out, "{keys:?}");
        }
    }
}
