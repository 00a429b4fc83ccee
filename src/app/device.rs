//! The visitor's device, as the finder of wards asks it.

use crate::browser::{Locator, Memory, NoFix};
use crate::query::place::Located;
use crate::state::Device;

/// Under which name the device keeps the visitor's ward; `public/lazy.js` looks whether there is one.
const WARD: Memory = Memory("plan-explorer:ward");

/// The device.
#[derive(Default)]
pub(super) struct PageDevice(Locator);

impl Device for PageDevice {
    fn locate(&self, answer: Box<dyn FnOnce(Located)>) {
        self.0.locate(Box::new(|fix| {
            answer(match fix {
                Ok([latitude, longitude, metres]) => Located::At { latitude, longitude, metres },
                Err(NoFix::Refused) => Located::Refused,
                Err(NoFix::Unknown) => Located::Unknown,
                Err(NoFix::TooLate) => Located::TooLate,
                Err(NoFix::Impossible) => Located::Impossible,
            });
        }));
    }

    fn kept(&self) -> Option<String> {
        WARD.read()
    }

    fn keep(&self, what: Option<&str>) -> bool {
        WARD.write(what)
    }
}
