//! Doing what a control asks for once the control itself has been painted: a tick is there at once, however much follows from it.

use leptos::prelude::*;
use std::time::Duration;

/// Runs something after the next paint, unless the owner under which `alive` was made has ended by then.
pub(super) fn after_paint(alive: StoredValue<()>, call: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        set_timeout(
            move || {
                if alive.try_get_value().is_some() {
                    call();
                }
            },
            Duration::ZERO,
        );
    });
}
