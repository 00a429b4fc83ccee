//! Draws the sketches of the views: what the browser measures goes to the sketch, and what that makes of it to the library.

use crate::browser::{Canvas, Library, Looks, Place};
use crate::chart::drawing::{Drawing, Look, Scheme};
use crate::state::{News, Sketch, Take};
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// What keeps a picture on the page.
type Alive = (Rc<Canvas>, RenderEffect<()>);

/// Draws in a place inside `root`, until what this gives is dropped.
pub(super) fn draw(root: &Place, sketch: Rc<dyn Sketch>) -> Box<dyn Any> {
    let kept: Rc<RefCell<Option<Alive>>> = Rc::default();
    let (waits, root) = (Rc::downgrade(&kept), root.clone());
    let owner = Owner::current().unwrap_or_default();
    // Later, even where the library is there already: until then the place has come onto the page.
    let place = if sketch.is_whole() { sketch.place().to_owned() } else { String::new() };
    Library::load(&place, move |library| {
        let Some(kept) = waits.upgrade() else { return };
        let alive = library.and_then(|library| owner.with(|| start(&library, &root, &sketch)));
        if alive.is_none() {
            sketch.tell(News::Failed);
        }
        kept.replace(alive);
    });
    Box::new(kept)
}

fn start(library: &Library, root: &Place, sketch: &Rc<dyn Sketch>) -> Option<Alive> {
    let turn = RwSignal::new(());
    let changed = move || _ = turn.try_set(());
    let canvas = Rc::new(Canvas::open(library, root, sketch.place(), changed, {
        let sketch = Rc::clone(sketch);
        move |mark| sketch.tell(News::Over(mark))
    })?);
    let draws = RenderEffect::new({
        let (canvas, sketch, last) = (Rc::clone(&canvas), Rc::clone(sketch), RefCell::<String>::default());
        move |_: Option<()>| {
            turn.track();
            let looks = canvas.looks();
            let drawing = sketch.drawing(&look(&looks));
            // Hidden, or nothing to draw: drawn when that changes.
            let Some(drawing) = drawing.filter(|_| looks.width > 0) else { return };
            let json = drawing.json();
            if *last.borrow() != json {
                let well = canvas.show(&json, [drawing.width, drawing.height]);
                last.replace(json);
                sketch.tell(if well { News::Drawn } else { News::Failed });
            }
            canvas.mark(sketch.mark());
        }
    });
    Some((canvas, draws))
}

/// How wide pictures are on paper, at most, in pixels: as wide as text is on A4. What is on screen may be far wider.
const PAPER: u32 = 680;

fn look(looks: &Looks) -> Look {
    let scheme = match looks {
        Looks { paper: true, .. } => Scheme::Paper,
        Looks { forced: true, .. } => Scheme::Forced,
        Looks { dark: true, .. } => Scheme::Dark,
        _ => Scheme::Light,
    };
    let width = if looks.paper { looks.width.min(PAPER) } else { looks.width };
    Look { width, text: looks.text, sample: looks.sample, bold: looks.bold, font: looks.font.clone(), scheme }
}

/// Gives the visitor a picture.
pub(super) fn take(drawing: &Drawing, name: &str, take: Take, done: Box<dyn Fn(bool)>) {
    let (option, name, size) = (drawing.json(), name.to_owned(), [drawing.width, drawing.height]);
    Library::load("", move |library| match library {
        Some(library) => library.take(&option, size, &name, [take.pixels, take.copy], done),
        None => done(false),
    });
}
