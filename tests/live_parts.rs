//! What the second program puts on the page, as HTML: charts that follow the filter, wards, the finder's answer, the ways to print and
//! the lines for other pages. For the plan of `data/` and for an invented one.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "live_parts/charts.rs"]
mod charts;
#[path = "reading/dom.rs"]
mod dom;
#[path = "reading/editions.rs"]
mod editions;
#[path = "live_parts/extract.rs"]
mod extract;
#[path = "reading/outline.rs"]
mod outline;
#[path = "live_parts/small.rs"]
mod small;
#[path = "live_parts/wards.rs"]
mod wards;
#[path = "live_parts/whole.rs"]
mod whole;

use dom::{one, shown};
use editions::Edition;
use leptos::prelude::*;
use plan_explorer::chart::Drawing;
use plan_explorer::live::context::Reach;
use plan_explorer::live::parts::{self, Part};
use plan_explorer::live::surroundings::{ChartSource, Download, Export, NoSurroundings, Surroundings};
use plan_explorer::query::Query;
use plan_explorer::query::place::Located;
use plan_explorer::state::{Device, Explorer, FakeHost, Finder};
use scraper::Html;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

impl Edition {
    /// The explorer at an address, in the context.
    pub(crate) fn at(&self, address: &str) -> Scene {
        self.at_on(address, Rc::new(NoSurroundings))
    }

    /// The same on a page that does something.
    pub(crate) fn at_on(&self, address: &str, surroundings: Rc<dyn Surroundings>) -> Scene {
        let owner = Owner::new();
        owner.set();
        let host = FakeHost::default();
        host.address.replace(address.to_owned());
        let explorer = Explorer::new(self.facts, self.engine, Rc::new(host));
        explorer.start(Query::default());
        let device = Rc::new(Pretend::default());
        let finder = Finder::new(explorer, Some(&self.records.area), Rc::clone(&device) as Rc<dyn Device>);
        provide_context(explorer);
        provide_context(finder);
        provide_context(Reach::new(self.records, 1, surroundings));
        Scene { explorer, finder, device, _owner: owner }
    }

    /// Addresses of wards: each by itself, two, and all side by side.
    pub(crate) fn wards(&self) -> Vec<Vec<&'static str>> {
        let ids: Vec<&str> = self.plan().wards.iter().map(|it| it.id.as_str()).collect();
        let single = ids.iter().map(|it| vec![*it]);
        single.chain([ids[..2].to_vec(), ids.clone()]).collect()
    }
}

/// A device that keeps what it is asked to, and never says where it is.
#[derive(Default)]
pub(crate) struct Pretend {
    kept: RefCell<Option<String>>,
    pub(crate) refuses: Cell<bool>,
}

impl Device for Pretend {
    fn locate(&self, _answer: Box<dyn FnOnce(Located)>) {}

    fn kept(&self) -> Option<String> {
        self.kept.borrow().clone()
    }

    fn keep(&self, what: Option<&str>) -> bool {
        if !self.refuses.get() {
            self.kept.replace(what.map(str::to_owned));
        }
        !self.refuses.get()
    }
}

/// A page that came from a site.
pub(crate) struct Hosted;

impl Surroundings for Hosted {
    fn draw(&self, _source: Rc<dyn ChartSource>) -> Box<dyn Any> {
        Box::new(())
    }

    fn export(&self, _drawing: &Drawing, _name: &str, _export: Export, _done: Box<dyn Fn(bool)>) {}

    fn print(&self, _booklet: bool) {}

    fn whole_address(&self, address: &str) -> Option<String> {
        Some(["https://plan.example/", address].concat())
    }

    fn here(&self) -> String {
        "https://plan.example/?priority=one".to_owned()
    }

    fn today(&self) -> String {
        "30 November 2026".to_owned()
    }

    fn can_share(&self) -> bool {
        true
    }

    fn share(&self) {}

    fn copy(&self, _field: &str, _done: Box<dyn FnOnce(bool)>) {}

    fn download(&self, _file: Download, _done: Box<dyn FnOnce(bool)>) {}

    fn folder(&self) -> String {
        "https://plan.example/".to_owned()
    }
}

/// An explorer with its finder, in the context until this is dropped.
pub(crate) struct Scene {
    pub(crate) explorer: Explorer,
    pub(crate) finder: Finder,
    pub(crate) device: Rc<Pretend>,
    _owner: Owner,
}

/// A part as it is now, without the marks that Leptos puts between words for programs that build a page a second time.
pub(crate) fn html(part: Part) -> String {
    parts::html(part).replace("<!>", "")
}

/// The same as browsers read it.
pub(crate) fn read(part: Part) -> Html {
    dom::read(&html(part))
}

/// What is shown of a part.
pub(crate) fn words(page: &Html) -> String {
    shown(page.root_element())
}

/// What is shown of the one element that a selector finds.
pub(crate) fn words_of(page: &Html, selector: &str) -> String {
    shown(one(page.root_element(), selector))
}
