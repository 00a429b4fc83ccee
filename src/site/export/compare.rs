//! Reading an export back: does it say what the data says?

use std::collections::BTreeSet;

use serde_json::Value;

use super::files;
use crate::plan::{Area, Plan};

/// The most differences that are told of one file.
const MOST: usize = 20;

/// Every difference between a file of open data, of this name, and what the plan would give today; none where they say the
/// same. A file whose name has `-selection.` holds the records that a visitor had chosen, or describes them: what stands in it
/// is compared, and what does not is not missed.
///
/// # Errors
/// Says why the file cannot be compared: it is none of the exports, or is damaged.
pub fn compare(name: &str, content: &str, plan: &Plan, area: &Area) -> Result<Vec<String>, String> {
    let files = files(plan, area);
    let part = name.contains("-selection.");
    let whole = match name.rsplit_once("-selection.") {
        Some((_, "csv")) => "plan.csv",
        Some((_, "csv-metadata.json")) => "plan.csv-metadata.json",
        Some((_, "json")) => "plan.json",
        _ => name,
    };
    let Some(ours) = files.iter().find(|it| it.name == whole) else {
        let names: Vec<&str> = files.iter().map(|it| it.name).collect();
        return Err(format!("{name} is none of the exports, which are called {}", names.join(", ")));
    };
    let mut told = Vec::new();
    if std::path::Path::new(name).extension().is_some_and(|it| it == "csv") {
        let (theirs, mut ours) = (parse(content)?, parse(&ours.text)?);
        if part {
            ours.retain(|row| theirs.iter().any(|it| it.get(..2) == row.get(..2)));
        }
        rows(&theirs, &ours, &mut told);
    } else {
        let read =
            |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("this is no JSON: {error}"));
        let (theirs, mut ours) = (read(content)?, read(&ours.text)?);
        if part {
            leave_out(&theirs, &mut ours);
            // What a part of the table is called is for the part to say.
            if let (Some(name), Some(part)) = (ours.get_mut("url"), theirs.get("url")) {
                name.clone_from(part);
            }
        }
        values("", &theirs, &ours, &mut told);
    }
    if told.len() > MOST {
        let more = told.len() - MOST;
        told.truncate(MOST);
        told.push(format!("… and {more} more"));
    }
    Ok(told)
}

/// Takes out of each list of ours, and of what is in it, the records that are not in theirs.
fn leave_out(theirs: &Value, ours: &mut Value) {
    let id = |it: &Value| it.get("id").cloned();
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            for (name, value) in ours {
                theirs.get(name).into_iter().for_each(|it| leave_out(it, value));
            }
        }
        (Value::Array(theirs), Value::Array(ours)) => {
            ours.retain(|it| id(it).is_none() || theirs.iter().any(|other| id(other) == id(it)));
            for value in ours {
                let Some(name) = id(value) else { continue };
                theirs.iter().filter(|it| id(it).as_ref() == Some(&name)).for_each(|it| leave_out(it, value));
            }
        }
        _ => {}
    }
}

/// Where two values differ, by their path: `actions[asb-victims].plain`.
fn values(path: &str, theirs: &Value, ours: &Value, told: &mut Vec<String>) {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            for (key, value) in ours {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match theirs.get(key) {
                    Some(other) => values(&path, other, value, told),
                    None => told.push(format!("{path}: missing in the file")),
                }
            }
            told.extend(
                theirs.keys().filter(|it| !ours.contains_key(*it)).map(|it| format!("{path}.{it}: not in the data")),
            );
        }
        (Value::Array(theirs), Value::Array(ours)) => {
            // Where ids do not tell the records apart, their places do: an organisation may have two parts.
            let of = |it: &Value| it.get("id").and_then(Value::as_str).map(str::to_owned);
            let alone = |list: &[Value]| list.iter().filter_map(of).collect::<BTreeSet<_>>().len() == list.len();
            let by_id = alone(theirs) && alone(ours);
            let id = |it: &Value| of(it).filter(|_| by_id);
            for (at, value) in ours.iter().enumerate() {
                let name = id(value).unwrap_or_else(|| at.to_string());
                let other =
                    if id(value).is_some() { theirs.iter().find(|it| id(it) == id(value)) } else { theirs.get(at) };
                match other {
                    Some(other) => values(&format!("{path}[{name}]"), other, value, told),
                    None => told.push(format!("{path}[{name}]: missing in the file")),
                }
            }
            let strange = theirs.iter().enumerate().filter(|(at, it)| match id(it) {
                Some(id_of) => !ours.iter().any(|it| id(it).as_ref() == Some(&id_of)),
                None => *at >= ours.len(),
            });
            told.extend(
                strange
                    .map(|(at, it)| format!("{path}[{}]: not in the data", id(it).unwrap_or_else(|| at.to_string()))),
            );
            let order = |list: &[Value]| list.iter().map(id).collect::<Vec<_>>();
            if theirs.len() == ours.len() && order(theirs) != order(ours) {
                told.push(format!("{path}: in another order"));
            }
        }
        _ if theirs == ours => {}
        _ => told.push(format!("{path}: {theirs} in the file, {ours} in the data")),
    }
}

fn parse(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv_reader::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|it| it.map(|it| it.iter().map(str::to_owned).collect()));
    rows.collect::<Result<_, _>>().map_err(|error| format!("this is no CSV: {error}"))
}

fn rows(theirs: &[Vec<String>], ours: &[Vec<String>], told: &mut Vec<String>) {
    let head = ours.first().map(Vec::as_slice).unwrap_or_default();
    for (at, row) in ours.iter().enumerate() {
        let line = at + 1;
        let Some(other) = theirs.get(at) else {
            told.push(format!("line {line}: missing in the file"));
            continue;
        };
        if other.len() != row.len() {
            told.push(format!("line {line}: {} cells in the file, {} in the data", other.len(), row.len()));
        }
        for (name, (theirs, ours)) in head.iter().zip(other.iter().zip(row)).filter(|(_, (a, b))| a != b) {
            told.push(format!("line {line}, {name}: “{theirs}” in the file, “{ours}” in the data"));
        }
    }
    told.extend((ours.len()..theirs.len()).map(|at| format!("line {}: not in the data", at + 1)));
}
