//! What components of the second module ask of the page beyond the explorer: to draw a chart, to print, to copy and share, to hand out
//! pictures and files.

use crate::chart::{Drawing, Look};
use std::any::Any;
use std::rc::Rc;

/// A chart that follows signals, handed over to be drawn: only the browser knows how wide it is.
pub trait ChartSource {
    /// The id of the element that it goes into.
    fn place(&self) -> &str;

    /// The picture as it stands; tracked. None while there is nothing to draw.
    fn drawing(&self, look: &Look) -> Option<Drawing>;

    /// Whether it shows the whole plan, as the pictures that come with the page do; tracked.
    fn is_whole(&self) -> bool;

    /// The mark that is read, by series and place in it; tracked.
    fn mark(&self) -> Option<(usize, usize)>;

    /// Notified of how the drawing goes.
    fn notify(&self, status: ChartStatus);
}

/// How the drawing of a chart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartStatus {
    /// It is there.
    Drawn,
    /// It cannot be drawn here.
    Failed,
    /// The pointer moves on this mark, told by series and place in it.
    Over((usize, usize)),
    /// The pointer has left this mark.
    Left((usize, usize)),
    /// This mark was pressed.
    Chosen((usize, usize)),
}

/// A picture to take away: as which kind of file, and whether it is copied and not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    /// As pixels (PNG); else as a drawing (SVG).
    pub pixels: bool,
    /// To the clipboard; else into a file.
    pub copy: bool,
}

/// Makes one text of another; none where that cannot be read.
pub type Make = Box<dyn FnOnce(&str) -> Option<String>>;

/// A file that the visitor takes away, made of one that is published with the page.
pub struct Download {
    /// The published file, from the folder of the site on.
    pub from: &'static str,
    /// What it is called.
    pub name: String,
    /// What kind of file it is.
    pub media_type: &'static str,
    /// Makes it of what was published.
    pub make: Make,
}

/// What a page does for the components on it. Nothing here can fail: what a page refuses is left undone.
pub trait Surroundings {
    /// Draws in a place of the page as soon as that comes near, and again whenever the chart or the looks change. Dropping what this
    /// gives takes it all away.
    fn draw(&self, source: Rc<dyn ChartSource>) -> Box<dyn Any>;

    /// Gives the visitor a picture, under a file name without its ending; notifies whether that went well.
    fn export(&self, drawing: &Drawing, name: &str, export: Export, done: Box<dyn Fn(bool)>);

    /// Opens the print dialogue, for a booklet or for whole sheets.
    fn print(&self, booklet: bool);

    /// An address of this page as one writes it down; none where the page came from no site.
    fn whole_address(&self, address: &str) -> Option<String>;

    /// The address of this page as it stands.
    fn here(&self) -> String;

    /// The day in words.
    fn today(&self) -> String;

    /// Whether the device has a way of its own to share this page.
    fn can_share(&self) -> bool;

    /// Shares this page that way.
    fn share(&self);

    /// Copies what stands in the text field of this id, and notifies whether that went well; where it did not, the text is chosen.
    fn copy(&self, field: &str, done: Box<dyn FnOnce(bool)>);

    /// Gives the visitor a file, and notifies whether that went well.
    fn download(&self, file: Download, done: Box<dyn FnOnce(bool)>);

    /// The address of the folder that the site stands in, with a slash at its end.
    fn folder(&self) -> String;
}

/// A page that does nothing: for rendering without a browser.
pub struct NoSurroundings;

impl Surroundings for NoSurroundings {
    fn draw(&self, _source: Rc<dyn ChartSource>) -> Box<dyn Any> {
        Box::new(())
    }

    fn export(&self, _drawing: &Drawing, _name: &str, _export: Export, done: Box<dyn Fn(bool)>) {
        done(false);
    }

    fn print(&self, _booklet: bool) {}

    fn whole_address(&self, _address: &str) -> Option<String> {
        None
    }

    fn here(&self) -> String {
        String::new()
    }

    fn today(&self) -> String {
        String::new()
    }

    fn can_share(&self) -> bool {
        false
    }

    fn share(&self) {}

    fn copy(&self, _field: &str, done: Box<dyn FnOnce(bool)>) {
        done(false);
    }

    fn download(&self, _file: Download, done: Box<dyn FnOnce(bool)>) {
        done(false);
    }

    fn folder(&self) -> String {
        "./".to_owned()
    }
}
