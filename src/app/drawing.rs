//! Draws charts: what the browser measures goes to the chart's source, and what that makes of it to the library.

use crate::browser::{Canvas, Drawn, Element, Library, Looks, Pointed, Still};
use crate::chart::{Drawing, Look, Scheme};
use crate::live::surroundings::{ChartSource, ChartStatus, Export};
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// What keeps a drawing on the page.
type Alive = (Rc<Canvas>, RenderEffect<()>);

/// Draws in a place inside `root`, until what this gives is dropped: at once, or where a picture came with the page, when the visitor
/// turns to it.
pub(super) fn draw(root: &Element, source: Rc<dyn ChartSource>) -> Box<dyn Any> {
    let Some(place) = root.by_id_inside(source.place()) else {
        source.notify(ChartStatus::Failed);
        return Box::new(());
    };
    let kept: Rc<RefCell<Option<Alive>>> = Rc::default();
    let waits = Rc::downgrade(&kept);
    let owner = Owner::current().unwrap_or_default();
    let begin = {
        let (place, source) = (place.clone(), Rc::clone(&source));
        move || {
            Library::load(move |library| {
                let Some(kept) = waits.upgrade() else { return };
                let alive = library.map(|library| owner.with(|| start(&library, &place, &source)));
                if alive.is_none() {
                    source.notify(ChartStatus::Failed);
                }
                kept.replace(alive);
            });
        }
    };
    Box::new((kept, wait(place, source, begin)))
}

/// Calls once, as soon as no picture that came with the page will do in the place of a chart.
fn wait(place: Element, source: Rc<dyn ChartSource>, begin: impl FnOnce() + 'static) -> RenderEffect<()> {
    let (turned, resized) = (RwSignal::new(false), RwSignal::new(()));
    let mut still = Still::in_place(&place, move || _ = turned.try_set(true), move || _ = resized.try_set(()));
    let mut begin = Some(begin);
    RenderEffect::new(move |_: Option<()>| {
        resized.track();
        let will_do = !turned.get() && source.is_whole() && still.as_ref().is_some_and(|it| fits(it, &place));
        if let Some(still) = &still {
            still.stands(will_do);
        }
        if !will_do && let Some(begin) = begin.take() {
            // Nobody need listen any more.
            still = None;
            begin();
        }
    })
}

/// Whether a picture looks as a drawing would. It neither grows with the text nor takes the visitor's own colours.
fn fits(still: &Still, place: &Element) -> bool {
    let looks = Looks::on_screen(place);
    let drawn = Drawn { text: looks.text, wide: look(&looks).is_wide() };
    !looks.forced && !still.is_missing() && still.drawn() == Some(drawn)
}

fn start(library: &Library, place: &Element, source: &Rc<dyn ChartSource>) -> Alive {
    let turn = RwSignal::new(());
    let changed = move || _ = turn.try_set(());
    let canvas = Rc::new(Canvas::open(library, place, changed, {
        let source = Rc::clone(source);
        move |pointed| {
            source.notify(match pointed {
                Pointed::Over(mark) => ChartStatus::Over(mark),
                Pointed::Left(mark) => ChartStatus::Left(mark),
                Pointed::Pressed(mark) => ChartStatus::Chosen(mark),
            });
        }
    }));
    let draws = RenderEffect::new({
        let (canvas, source, last) = (Rc::clone(&canvas), Rc::clone(source), RefCell::<[String; 2]>::default());
        move |_: Option<()>| {
            turn.track();
            let looks = canvas.looks();
            let drawing = source.drawing(&look(&looks));
            // Hidden, or nothing to draw: drawn when that changes.
            let Some(drawing) = drawing.filter(|_| looks.width > 0) else { return };
            let told = [drawing.json(), drawing.theme.to_string()];
            if *last.borrow() != told {
                let well = canvas.show(told.each_ref().map(String::as_str), [drawing.width, drawing.height]);
                last.replace(told);
                source.notify(if well { ChartStatus::Drawn } else { ChartStatus::Failed });
            }
            canvas.mark(source.mark());
        }
    });
    (canvas, draws)
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
    Look { width, text: looks.text, font: looks.font.clone(), scheme }
}

/// Gives the visitor a picture.
pub(super) fn export(drawing: &Drawing, name: &str, export: Export, done: Box<dyn Fn(bool)>) {
    let (option, theme) = (drawing.json(), drawing.theme.to_string());
    let (name, size) = (name.to_owned(), [drawing.width, drawing.height]);
    Library::load(move |library| match library {
        Some(library) => library.take([&option, &theme], size, &name, [export.pixels, export.copy], done),
        None => done(false),
    });
}
