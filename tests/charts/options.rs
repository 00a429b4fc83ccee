//! What the drawing library is told for each chart of the plan, and for those of an invented ward, kept in
//! `tests/charts/options` to be reviewed: a picture that changes shows there, line by line.
//!
//! `RENEW_OPTIONS=1 cargo test --test charts options` writes the files anew.

use crate::editions::ours;
use crate::ward::{by_age, by_type, drawn, recorded};
use plan_explorer::chart::{Dress, Look, Which, ages, draw, months, types};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn options_are_those_that_were_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts/options");
    let renew = std::env::var_os("RENEW_OPTIONS").is_some();
    let (mut changed, mut names) = (Vec::new(), BTreeSet::new());
    let of_plan = Which::ALL.map(|it| ours().whole(it));
    let of_ward = [months(&recorded()), types(&by_type()), ages(&by_age())].map(drawn);
    for chart in of_plan.into_iter().chain(of_ward) {
        let alone = draw(&chart, &Look::to_take_away(), Dress::Full).option;
        let text = |it: &charming::Chart| serde_json::to_value(it).expect("it has a text");
        let columns = chart.columns.map(|it| text(&it.of(&chart)));
        let kept = [("", Some(text(&chart.picture.of(&chart)))), ("-columns", columns), ("-alone", Some(text(&alone)))];
        for (ending, option) in kept.into_iter().filter_map(|(ending, it)| Some((ending, it?))) {
            let name = format!("{}{ending}.json", chart.id);
            let option = serde_json::to_string_pretty(&option).expect("it has a text") + "\n";
            let file = folder.join(&name);
            if renew {
                std::fs::create_dir_all(&folder).expect("the folder can be made");
                std::fs::write(&file, &option).expect("the file can be written");
            } else if std::fs::read_to_string(&file).ok().as_deref() != Some(&option) {
                changed.push(name.clone());
            }
            names.insert(name);
        }
    }
    let there = std::fs::read_dir(&folder).expect("the folder is there").flatten();
    let stray = there.map(|it| it.file_name().to_string_lossy().into_owned()).filter(|it| !names.contains(it));
    changed.extend(stray.map(|it| format!("{it} (no chart has it)")));
    assert!(
        changed.is_empty(),
        "not as reviewed:\n{}\nIf the pictures should change: RENEW_OPTIONS=1 cargo test --test charts options, then read \
         the difference in tests/charts/options before you commit it.",
        changed.join("\n")
    );
}
