//! The new files, as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::table::{Lie, Table};
use crate::plan::area::Use;
use crate::plan::{Plan, show_incode};

pub(super) fn table_text(table: &Table, councils: &BTreeMap<String, String>, plan: &Plan) -> String {
    let name = |used: Use| Use::WORDS.iter().find(|it| it.0 == used).map_or("", |it| it.1);
    // One line for all that begin alike, lie in one place and are of one use; wards before other councils.
    let mut lines: BTreeMap<(String, bool, &str, &str), Vec<String>> = BTreeMap::new();
    for (postcode, lie) in table {
        let incode = show_incode(postcode.incode);
        let (digit, letters) = incode.split_at(1);
        let (outside, place, used) = match lie {
            Lie::Ward(ward, used) => (false, plan.ward(*ward).id.as_str(), name(*used)),
            Lie::Outside(code) => (true, councils.get(code).map_or("", String::as_str), "outside"),
        };
        lines
            .entry((format!("{} {digit}", postcode.outcode), outside, place, used))
            .or_default()
            .push(letters.to_owned());
    }
    let mut text = String::from("sector,use,place,units\n");
    for ((sector, _, place, used), units) in lines {
        let place = if place.contains(',') { format!("\"{place}\"") } else { place.to_owned() };
        text.push_str(&[&sector, ",", used, ",", &place, ",", &units.join(" "), "\n"].concat());
    }
    text
}

pub(super) fn about_text(councils: &BTreeMap<String, String>, origin: &str) -> String {
    let quoted = |it: &str| toml::Value::String(it.to_owned()).to_string();
    let mut text = format!(
        "# What is said of the postcodes in postcodes.csv, and the other councils that they lie in. `plan import-postcodes` writes\n\
         # both files anew.\n\n[postcodes]\norigin = {}\n",
        quoted(origin)
    );
    for (code, name) in councils {
        // Writing to a string cannot fail.
        write!(text, "\n[[council]]\ncode = {}\nname = {}\n", quoted(code), quoted(name)).unwrap_or_default();
    }
    text
}
