//! What is mounted in the places of a written chart.

use super::state::{LiveChart, Stage};
use crate::chart::{Chart, Nothing, csv};
use crate::live::context;
use crate::live::copy::CopyButton;
use crate::live::surroundings::Export;
use crate::page::chart::NothingToDraw;
use leptos::prelude::*;

/// The line under the picture, which says the mark that the pointer or the keyboard is on.
#[component]
pub fn Reading(
    /// The chart.
    chart: LiveChart,
) -> impl IntoView {
    let hint = move || {
        let leads = chart.mark_read().is_some_and(|it| it.1.leads.is_some());
        leads.then_some(" Click it or press Enter to see this alone.")
    };
    let words = move || match chart.mark_read() {
        Some((_, point)) => point.words,
        None if chart.stage.get() == Stage::Drawn => String::new(),
        None => "The chart is being drawn.".to_owned(),
    };
    view! {
        <p class="cp-chart__reading">
            <span role="status">{words}</span>
            // Not in what is heard at each mark: the chart's name says it once.
            <span aria-hidden="true">{hint}</span>
        </p>
    }
}

/// One line with all that can be done with a chart: its table, its data, its picture to take away, how to cite it.
#[component]
pub fn Tools(
    /// The chart.
    chart: LiveChart,
) -> impl IntoView {
    let name = untrack(|| chart.of(|it| it.name.clone())).unwrap_or_default();
    let data = Memo::new(move |_| chart.of(|it| csv(&it.table)).unwrap_or_default());
    let of_chart = move || view! { <span class="cp-visually-hidden">": " {name.clone()}</span> };
    view! {
        <ul class="cp-chart__ways">
            <li hidden=move || !chart.has_picture()>
                <button
                    type="button"
                    class="cp-chart__way"
                    aria-controls=chart.id_of("table")
                    on:click=move |_| chart.as_table.update(|it| *it = !*it)
                >
                    {move || if chart.as_table.get() { "Chart" } else { "Table" }}
                    {of_chart()}
                </button>
            </li>
            <li>
                <a
                    class="cp-chart__way"
                    download=chart.id.with_value(|it| [it, ".csv"].concat())
                    href=move || data.with(|it| as_address(it))
                >
                    {move || ["CSV, ", &size(data.with(String::len))].concat()}
                    {of_chart()}
                </a>
            </li>
            <li hidden=move || !chart.has_picture()>
                <details>
                    <summary class="cp-chart__way">"Picture" {of_chart()}</summary>
                    <Pictures chart/>
                </details>
            </li>
            <li>
                <details>
                    <summary class="cp-chart__way">"Cite" {of_chart()}</summary>
                    <Citation chart/>
                </details>
            </li>
        </ul>
        <p class="cp-chart__failed" hidden=move || chart.has_picture()>
            "The chart could not be drawn. The table says the same."
        </p>
    }
}

/// The ways to take the picture away.
#[component]
fn Pictures(chart: LiveChart) -> impl IntoView {
    let ways = [
        ("Download the picture (SVG)", Export { pixels: false, copy: false }),
        ("Download the picture (PNG)", Export { pixels: true, copy: false }),
        ("Copy the picture (SVG)", Export { pixels: false, copy: true }),
        ("Copy the picture (PNG)", Export { pixels: true, copy: true }),
    ];
    let ways = ways.map(|(words, export)| {
        view! {
            <li>
                <button type="button" class="cp-chart__way" on:click=move |_| chart.export(export)>
                    {words}
                </button>
            </li>
        }
    });
    view! {
        <ul class="cp-chart__pictures">{ways}</ul>
        <p class="cp-chart__taken" role="status">{move || chart.taken.get()}</p>
    }
}

/// What to write where the chart is cited: its message, what it measures, its source, and where it stands.
#[component]
fn Citation(chart: LiveChart) -> impl IntoView {
    let explorer = context::explorer();
    let id = chart.id_of("cite");
    let words = move || {
        let address = explorer.address_of(&explorer.query());
        let address = chart.reach.surroundings(|it| it.whole_address(&address)).map(|it| [" ", &it].concat());
        let words = |it: &Chart| [&it.headline, ". ", &it.subtitle, ". ", &it.source, "."].concat();
        [chart.of(words).unwrap_or_default(), address.unwrap_or_default()].concat()
    };
    view! {
        <div class="cp-chart__cite">
            <label for=id.clone()>"To cite it"</label>
            <textarea id=id.clone() rows="4" readonly prop:value=words>{untrack(words)}</textarea>
            <p><CopyButton field=id/></p>
        </div>
    }
}

/// What stands in the place of a chart of which the choices leave nothing, with the way back.
#[component]
pub fn NothingLeft(
    /// Why there is nothing.
    nothing: Nothing,
) -> impl IntoView {
    let explorer = context::explorer();
    let back = nothing.filtered.then(|| {
        view! {
            <button type="button" class="cp-button cp-button--quiet" on:click=move |_| explorer.clear_in_view()>
                "Show all figures"
            </button>
        }
    });
    view! { <NothingToDraw nothing back/> }
}

/// How many bytes of a text are shown as its size.
fn size(bytes: usize) -> String {
    if bytes < 1000 {
        [&bytes.to_string(), " bytes"].concat()
    } else {
        [&bytes.div_ceil(1000).to_string(), " kB"].concat()
    }
}

/// A text as an address that holds it.
fn as_address(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut address = "data:text/csv;charset=utf-8,".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                address.push(DIGITS.get(usize::from(digit)).map_or('0', |it| char::from(*it)));
            }
        }
    }
    address
}
