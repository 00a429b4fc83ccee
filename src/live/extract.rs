//! What is shown, to share, to cite and to take away as data.

use super::context;
use super::copy::CopyButton;
use super::surroundings::Download;
use crate::plan::Plan;
use crate::query::extract::{Extract, Way};
use crate::state::Explorer;
use leptos::prelude::*;

const SAVED: &str = "The file is saved with your downloads.";
const FAILED: &str = "The data could not be fetched: the connection broke. Try again.";

/// The link, the citation, and the ways to take the data away. All of it follows what is shown.
#[component]
pub(super) fn ExtractPanel() -> impl IntoView {
    let (explorer, reach, plan) = (context::explorer(), context::reach(), context::plan());
    // The explorer writes the address before it says what has changed.
    let here = move || explorer.with_query(|_| reach.surroundings(|it| it.here()));
    let citation = move || shown(explorer, plan).citation(&reach.surroundings(|it| it.today()), &here());
    let share = move |_| reach.surroundings(|it| it.share());
    view! {
        <TextToCopy name="Link to what is shown" id="cp-take-link" words=Signal::derive(here)/>
        <button type="button" class="cp-button" hidden=!reach.surroundings(|it| it.can_share()) on:click=share>
            "Share the link"
        </button>
        <TextToCopy name="To cite it" id="cp-take-cite" words=Signal::derive(citation)/>
        <Downloads/>
    }
}

/// What is shown; tracked.
fn shown(explorer: Explorer, plan: &Plan) -> Extract<'_> {
    explorer.with(|now| Extract::of(plan, &now.query, &now.selection))
}

/// A text under its name, with a button that copies it.
#[component]
fn TextToCopy(name: &'static str, id: &'static str, words: Signal<String>) -> impl IntoView {
    view! {
        <div>
            <label for=id>{name}</label>
            <textarea class="cp-keep__field" id=id rows="4" readonly prop:value=move || words.get()>{words.get_untracked()}</textarea>
            <p class="cp-keep__ways"><CopyButton field=id/></p>
        </div>
    }
}

/// How many records are shown, and the files with them.
#[component]
fn Downloads() -> impl IntoView {
    let (explorer, reach, plan) = (context::explorer(), context::reach(), context::plan());
    let told = RwSignal::new("");
    let take = move |way: Way| {
        // What was shown when the visitor pressed, whatever is chosen until the file has come.
        let taken = untrack(|| shown(explorer, plan));
        let file = Download {
            from: way.published(),
            name: taken.name(way),
            media_type: way.media_type(),
            make: Box::new(move |published| taken.file(way, published)),
        };
        let done = move |saved| _ = told.try_set(if saved { SAVED } else { FAILED });
        reach.surroundings(|it| it.download(file, Box::new(done)));
    };
    let none = move || shown(explorer, plan).is_empty();
    let ways = [
        (Way::Csv, "Download them as a table (CSV)"),
        (Way::Csvw, "Download what its columns mean (CSVW)"),
        (Way::Json, "Download them as JSON"),
    ];
    let ways = ways.map(|(way, words)| {
        view! {
            <button type="button" class="cp-button" hidden=none on:click=move |_| take(way)>
                {words}
            </button>
        }
    });
    view! {
        <p>{move || shown(explorer, plan).count()}</p>
        <p class="cp-keep__ways">{ways}</p>
        <p class="cp-quiet" hidden=none>
            "To open the table in Excel, choose “From Text/CSV” under “Data”, and UTF-8 as the file’s origin: then £ and ’ are right."
        </p>
        <p class="cp-keep__line" role="status">{move || told.get()}</p>
    }
}
