//! What the second module puts on the page, as HTML: charts as they are written, wards, the finder's answer, the ways to print and
//! the lines for other pages. For the bundled plan and for an invented one.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "live_parts/charts.rs"]
mod charts;
#[path = "reading/html.rs"]
mod html;
#[path = "live_parts/same.rs"]
mod same;
#[path = "live_parts/small.rs"]
mod small;
#[path = "live_parts/wards.rs"]
mod wards;

use html::{At, Page};
use leptos::prelude::*;
use plan_explorer::live::parts::{self, Part};
use plan_explorer::plan::{Area, Plan, load};
use plan_explorer::query::Engine;
use plan_explorer::query::place::Located;
use plan_explorer::state::{Device, Explorer, Finder, Still};
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

/// A plan with its area and engine.
pub(crate) struct World {
    pub(crate) plan: &'static Plan,
    pub(crate) area: &'static Area,
    engine: Engine,
}

impl World {
    pub(crate) fn both() -> [&'static Self; 2] {
        static BUNDLED: OnceLock<World> = OnceLock::new();
        static LOADED: OnceLock<(Plan, Area)> = OnceLock::new();
        static INVENTED: OnceLock<World> = OnceLock::new();
        let bundled = BUNDLED.get_or_init(|| {
            let plan = plan_explorer::bundle::plan().expect("the build packed it");
            let area = plan_explorer::bundle::area().expect("the build packed it");
            World { plan, area, engine: Engine::new(plan) }
        });
        let invented = INVENTED.get_or_init(|| {
            let (plan, area) = LOADED.get_or_init(|| {
                let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere"));
                (loaded.plan.expect("it has no mistakes"), loaded.area.expect("it has no mistakes"))
            });
            World { plan, area, engine: Engine::new(plan) }
        });
        [bundled, invented]
    }

    /// The explorer at an address, in the context.
    pub(crate) fn at(&'static self, address: &str) -> Scene {
        let owner = Owner::new();
        owner.set();
        let still = Still::default();
        still.address.replace(address.to_owned());
        let explorer = Explorer::new(self.plan, &self.engine, 1, Rc::new(still)).with_area(Some(self.area));
        let device = Rc::new(Pretend::default());
        let finder = Finder::new(explorer, Rc::clone(&device) as Rc<dyn Device>);
        provide_context(explorer);
        provide_context(finder);
        Scene { explorer, finder, device, _owner: owner }
    }
}

/// A device that keeps what it is asked to, and never says where it is.
#[derive(Default)]
pub(crate) struct Pretend {
    kept: RefCell<Option<String>>,
    pub(crate) refuses: std::cell::Cell<bool>,
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

/// An explorer with its finder, in the context until this is dropped.
pub(crate) struct Scene {
    pub(crate) explorer: Explorer,
    pub(crate) finder: Finder,
    pub(crate) device: Rc<Pretend>,
    _owner: Owner,
}

/// A part as it is now.
pub(crate) fn read(part: Part) -> Page {
    Page::read(&parts::html(part))
}

/// The words of the one element of a class.
pub(crate) fn words_of(page: &Page, class: &str) -> String {
    let all: Vec<At> = page.of_class(class).collect();
    assert_eq!(all.len(), 1, "of the class {class}");
    page.text(all[0])
}

/// What every page must be to those who cannot see it, and what a content security policy asks for.
pub(crate) fn is_well_made(page: &Page) {
    let get = |at: At, name: &str| page.get(at).get(name);
    let ids: Vec<&str> = page.all().filter_map(|at| get(at, "id")).collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "the id {id} stands twice");
    }
    for at in page.all() {
        assert!(get(at, "style").is_none(), "{} has an inline style", page.get(at).name());
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            // The finder's field and some hints stand on the page around it.
            let named = get(at, name).filter(|it| !ids.contains(it));
            assert_eq!(named, None, "{} names by {name} what is not there", page.get(at).name());
        }
        if matches!(page.get(at).tag.as_str(), "button" | "a" | "th" | "td" | "h2" | "h3" | "h4" | "h5") {
            assert!(!page.text(at).is_empty() || page.is_hidden(at), "{} says nothing", page.get(at).name());
        }
    }
}
