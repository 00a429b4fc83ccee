//! Where the device is: asked for only when the visitor presses for it, and told to nobody but whoever asked.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Geolocation, Position, PositionError, PositionOptions};

/// How long the device may take once it is allowed to tell, in milliseconds.
const PATIENCE: u32 = 15_000;

/// What the device says: latitude, longitude and how exact that is in metres; or why it does not.
pub type Fix = Result<[f64; 3], NoFix>;

/// Why the device does not say where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFix {
    /// It is not allowed.
    Refused,
    /// It does not know.
    Unknown,
    /// It took too long.
    TooLate,
    /// The browser has no means for it.
    Impossible,
}

/// Whoever waits for an answer.
type Call = Box<dyn FnOnce(Fix)>;
/// What the browser calls.
type Answers = (Closure<dyn FnMut(Position)>, Closure<dyn FnMut(PositionError)>);

/// Asks the device where it is, one question at a time.
#[derive(Default)]
pub struct Locator {
    state: Rc<State>,
    answers: OnceCell<Answers>,
}

#[derive(Default)]
struct State {
    asked: Cell<bool>,
    call: RefCell<Option<Call>>,
}

impl State {
    fn answer(&self, fix: Fix) {
        self.asked.set(false);
        let call = self.call.try_borrow_mut().ok().and_then(|mut it| it.take());
        if let Some(call) = call {
            call(fix);
        }
    }
}

impl Locator {
    /// Asks. While a question is open (the browser may be asking the visitor), another takes its place.
    pub fn locate(&self, call: Call) {
        self.state.call.replace(Some(call));
        if self.state.asked.replace(true) {
            return;
        }
        if let Err(why) = self.ask() {
            self.state.answer(Err(why));
        }
    }

    fn ask(&self) -> Result<(), NoFix> {
        let window = web_sys::window().ok_or(NoFix::Impossible)?;
        // A browser tells its place only to pages that came over a safe line.
        if !window.is_secure_context() {
            return Err(NoFix::Refused);
        }
        let device: Geolocation = window.navigator().geolocation().map_err(|_| NoFix::Impossible)?;
        if device.is_undefined() || device.is_null() {
            return Err(NoFix::Impossible);
        }
        let options = PositionOptions::new();
        options.set_timeout(PATIENCE);
        let (found, failed) = self.answers.get_or_init(|| answers(&self.state));
        device
            .get_current_position_with_error_callback_and_options(
                found.as_ref().unchecked_ref(),
                Some(failed.as_ref().unchecked_ref()),
                &options,
            )
            .map_err(|_| NoFix::Refused)
    }
}

fn answers(state: &Rc<State>) -> Answers {
    let found = Closure::new({
        let state = Rc::clone(state);
        move |position: Position| {
            let at = position.coords();
            state.answer(Ok([at.latitude(), at.longitude(), at.accuracy()]));
        }
    });
    let failed = Closure::new({
        let state = Rc::clone(state);
        move |error: PositionError| {
            state.answer(Err(match error.code() {
                1 => NoFix::Refused,
                3 => NoFix::TooLate,
                _ => NoFix::Unknown,
            }));
        }
    });
    (found, failed)
}
