//! Where official figures come from. The map says it too, which the program makes.

#![expect(clippy::must_use_candidate, reason = "`view!` calls components")]

use crate::plan::OriginId;
use crate::plan::area::Area;
use leptos::either::Either;
use leptos::prelude::*;

/// Where figures come from, for which time, and the words that their licence asks for.
#[component]
pub fn OfficialSource(
    /// The area that they are about.
    area: &'static Area,
    /// Who publishes them.
    origin: OriginId,
    /// For which time they are.
    #[prop(into)]
    when: String,
) -> impl IntoView {
    let origin = area.origin(origin);
    let name = match origin.url.as_deref() {
        Some(url) => Either::Left(view! { <a href=url rel="noreferrer external">{origin.name.as_str()}</a> }),
        None => Either::Right(origin.name.as_str()),
    };
    view! {
        <p class="cp-official__source">
            "Source: " {name} ", " {origin.publisher.as_str()} ". For: " {when} ". " {origin.licence.as_str()} ". "
            {origin.statement.as_str()}
        </p>
    }
}
