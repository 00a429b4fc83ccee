//! Three presses of Shift: the quick way out, as in the component of GOV.UK.
//!
//! Shift is also held to choose text, to open a link in a window of its own and to scroll sideways. So a press counts when the key
//! comes up again and nothing else was done from the first press to the last.

/// How long the three presses may take, in milliseconds.
const TIME: f64 = 5000.0;

/// What a visitor does with keys, pointer and wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Shift goes down, or is held on, and is no part of a shortcut with other keys.
    ShiftDown,
    /// Shift comes up.
    ShiftUp,
    /// Anything else.
    Other,
}

/// The presses of Shift so far, with nothing else between them.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExitShortcut {
    held: bool,
    /// When the last two ended, the older one first.
    ended: [Option<f64>; 2],
}

impl ExitShortcut {
    /// Takes note of what the visitor does at a time in milliseconds; whether it completes the three presses.
    pub fn notice(&mut self, input: Input, now: f64) -> bool {
        match input {
            Input::ShiftDown => self.held = true,
            Input::ShiftUp if self.held => {
                let [first, second] = self.ended;
                *self = Self { held: false, ended: [second, Some(now)] };
                if first.is_some_and(|it| now - it <= TIME) {
                    *self = Self::default();
                    return true;
                }
            }
            // Shift went down before something else was done, or where we could not hear it.
            Input::ShiftUp => (),
            Input::Other => *self = Self::default(),
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{ExitShortcut, Input};

    /// What each letter stands for: `v` and `^` for Shift that goes down and comes up, `x` for anything else.
    fn leaves(inputs: &[(char, f64)]) -> bool {
        let mut shortcut = ExitShortcut::default();
        let mut notice = |letter: &char, now: &f64| {
            let input = match letter {
                'v' => Input::ShiftDown,
                '^' => Input::ShiftUp,
                _ => Input::Other,
            };
            shortcut.notice(input, *now)
        };
        // Every one is noticed, as in a browser.
        inputs.iter().filter(|(letter, now)| notice(letter, now)).count() > 0
    }

    /// The letters a tenth of a second apart.
    fn soon(letters: &str) -> Vec<(char, f64)> {
        letters.chars().zip(0_u32..).map(|(letter, at)| (letter, f64::from(at) * 100.0)).collect()
    }

    #[test]
    fn three_presses_with_nothing_between_are_the_way_out() {
        for (letters, out) in [
            ("v^v^v^", true),
            ("v^v^", false),
            // A third that is still held may become something else.
            ("v^v^v", false),
            // One key held down all the time, or a second Shift key with it.
            ("vvvv^", false),
            ("vv^^vv^^", false),
            // A click or a capital letter while Shift is held, three times.
            ("vx^vx^vx^", false),
            // The same in one of them only, or between two.
            ("v^vx^v^", false),
            ("v^v^xv^", false),
            ("v^xv^v^", false),
            // Whatever came before the first press does not matter.
            ("xv^v^v^", true),
            ("vx^v^v^v^", true),
            // A release that belongs to no press.
            ("^^^", false),
            ("v^^^^v^v^", true),
        ] {
            assert_eq!(leaves(&soon(letters)), out, "{letters}");
        }
    }

    #[test]
    fn the_last_three_presses_must_lie_within_five_seconds() {
        let at = |times: &[f64]| times.iter().flat_map(|it| [('v', *it), ('^', *it + 50.0)]).collect::<Vec<_>>();
        for (times, out) in [
            (&[0.0, 400.0, 4900.0][..], true),
            (&[0.0, 400.0, 5100.0], false),
            // The first of four came too early, and the last three count.
            (&[0.0, 4900.0, 5100.0, 5300.0], true),
            (&[0.0, 3000.0, 6000.0, 9000.0], false),
        ] {
            assert_eq!(leaves(&at(times)), out, "{times:?}");
        }
    }

    #[test]
    fn after_the_way_out_it_begins_anew() {
        let mut shortcut = ExitShortcut::default();
        let ends = soon("v^v^v^v^v^v^").into_iter().filter(|(letter, now)| {
            shortcut.notice(if *letter == 'v' { Input::ShiftDown } else { Input::ShiftUp }, *now)
        });
        assert_eq!(ends.count(), 2);
    }
}
