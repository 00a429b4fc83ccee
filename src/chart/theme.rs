//! The theme of a picture, as the library calls it: how axes, bars and words look wherever a specification says nothing.
//!
//! It is written as JSON, because `charming` 0.6 has no type for a theme of one's own, nor setters for most of this.

use super::colours::Theme;
use super::look::Look;
use super::room::Room;
use super::style::{LINE, RING, Style};
use serde_json::{Value, json};

/// The theme for how things look and the room that there is; `leads` says whether marks lead anywhere.
pub(super) fn theme(look: &Look, room: &Room, leads: bool) -> Value {
    let (em, colours) = (room.em, look.scheme.theme());
    let words = |style: Style, ink: &str| {
        let size = style.size() * em;
        json!({ "color": ink, "fontSize": size, "lineHeight": size * LINE, "fontWeight": style.weight() })
    };
    let (name, quiet) = (words(Style::Name, colours.ink), words(Style::Quiet, colours.quiet));
    let mut number = words(if room.columns { Style::Quiet } else { Style::Strong }, colours.ink);
    number["fontWeight"] = "bold".into();
    json!({
        "color": [colours.first, colours.second],
        "aria": decals(em, colours),
        "textStyle": { "fontFamily": look.font },
        "title": { "padding": 0 },
        "legend": { "padding": 0, "selectedMode": false, "itemGap": 1.5 * em, "textStyle": quiet },
        // Grids lie where they are told: their labels have room outside.
        "grid": { "outerBoundsMode": "none" },
        "valueAxis": { "show": false },
        "categoryAxis": {
            "axisLine": { "show": room.columns, "onZero": false, "lineStyle": { "color": colours.line } },
            "axisTick": { "show": false },
            "axisLabel": axis_label(room, &name, &quiet),
        },
        "bar": {
            "barWidth": room.thick,
            "barGap": "0%",
            "cursor": if leads { "pointer" } else { "default" },
            "label": number,
            "emphasis": {
                "itemStyle": { "color": colours.focus, "borderColor": colours.ring, "borderWidth": RING },
            },
        },
    })
}

/// The second of two series has stripes, which survive a printer without colours.
fn decals(em: f64, colours: &Theme) -> Value {
    let thick = em / 4.0;
    let stripes = json!({
        "color": colours.surface,
        "dashArrayX": [1, 0],
        "dashArrayY": [thick, thick],
        "rotation": -std::f64::consts::FRAC_PI_4,
    });
    let plain = json!({ "symbol": "none", "color": "transparent" });
    // The page says itself what its pictures show.
    json!({ "enabled": true, "label": { "enabled": false }, "decal": { "show": true, "decals": [plain, stripes] } })
}

/// Names stand under columns, beside rows of bars where all are short, else over their bars: inside the grid, with their last line
/// right above the bars.
fn axis_label(room: &Room, name: &Value, quiet: &Value) -> Value {
    let mut label = if room.columns { quiet.clone() } else { name.clone() };
    label["interval"] = 0.into();
    if !room.columns && room.beside.is_none() {
        label["inside"] = true.into();
        label["align"] = "left".into();
        label["verticalAlign"] = "bottom".into();
        label["margin"] = (-room.left).into();
        label["padding"] = json!([0, 0, room.above, 0]);
        label["rich"] = json!({ "name": name, "quiet": quiet });
    }
    label
}
