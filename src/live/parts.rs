//! Parts of the page that the second module fills: what is heavy (charts) or seldom wanted (the map of wards).
//!
//! `public/lazy.js` says when one comes near. What was written with the page, in it (charts) or in a file beside it (what changed, what
//! is known of a ward), comes to life; the place of any other part is empty until then.

use crate::chart::Which;
use crate::plan::Plan;
use std::borrow::Cow;

/// A part that the second module fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of the plan's charts.
    Chart(Which),
    /// What changed since the edition before.
    Changes,
    /// What to paste into a page.
    Embed,
    /// The answer to a postcode, a name or a place.
    Finder,
    /// The ways to print, and the way back from paper.
    Paper,
    /// What is shown, to share, to cite and to take away as data.
    Extract,
    /// What is known of the wards that are chosen.
    Ward,
    /// The choice of wards, in a list and on the map.
    Wards,
}

impl Part {
    /// Its name in the page of this plan.
    #[must_use]
    pub fn name(self, plan: &Plan) -> Cow<'static, str> {
        match self {
            Self::Chart(which) => which.id(plan),
            Self::Changes => "changes".into(),
            Self::Embed => "embed".into(),
            Self::Finder => "finder".into(),
            Self::Paper => "paper".into(),
            Self::Extract => "take".into(),
            Self::Ward => "ward".into(),
            Self::Wards => "wards".into(),
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str, plan: &Plan) -> Option<Self> {
        let charts = Which::of(plan).map(Self::Chart);
        charts
            .chain([Self::Changes, Self::Embed, Self::Finder, Self::Paper, Self::Extract, Self::Ward, Self::Wards])
            .find(|it| it.name(plan) == name)
    }
}

/// What the program makes of a part, as HTML. Explorer and finder are in the context.
#[must_use]
#[cfg(not(target_arch = "wasm32"))]
pub fn html(part: Part) -> String {
    use super::finder::{FinderAnswer, RememberWard};
    use super::{context, embed::EmbedBuilder, extract::ExtractPanel, paper::Paper, wards::Wards};
    use leptos::prelude::*;

    match part {
        Part::Changes | Part::Chart(_) => String::new(),
        Part::Embed => view! { <EmbedBuilder/> }.to_html(),
        Part::Finder => view! { <FinderAnswer/> }.to_html(),
        Part::Paper => view! { <Paper/> }.to_html(),
        Part::Extract => view! { <ExtractPanel/> }.to_html(),
        Part::Ward => {
            let ward = untrack(|| context::explorer().with_wards(|wards| wards.first().copied()));
            ward.map(|ward| view! { <RememberWard ward/> }.to_html()).unwrap_or_default()
        }
        Part::Wards => view! { <Wards/> }.to_html(),
    }
}
