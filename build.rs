//! Loads the plan's data folder, checks it, and leaves it in compact form for `src/bundle.rs`. A plan that does not
//! check out does not build: every mistake is listed, by file and line.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/plan/mod.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::struct_field_names,
    reason = "the build uses only a part of the plan layer, and nothing here is public"
)]
mod plan;
#[path = "src/query/mod.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build uses only a part of the query layer, and nothing here is public"
)]
mod query;

/// The environment variable that names another data folder than `data`, for tests and previews.
const FOLDER: &str = "PLAN_DATA";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={FOLDER}");
    let folder = env::var(FOLDER).unwrap_or_else(|_| String::from("data"));
    // A folder is looked through to its depths.
    println!("cargo::rerun-if-changed={folder}");
    let loaded = plan::load::edition(Path::new(&folder));
    if let Some(plan) = loaded.plan {
        let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
        let out = Path::new(&out);
        let packed = plan::pack(&plan);
        let (numbers, words) = plan::apart(&packed).ok_or("what was packed can be taken apart")?;
        fs::write(out.join("plan-numbers.bin"), numbers)?;
        fs::write(out.join("plan-words.txt"), words)?;
        fs::write(out.join("plan.bin"), &packed)?;
        fs::write(out.join("facts.json"), query::Facts::of(&plan).json())?;
        let area = loaded.area.as_ref().ok_or("a plan without mistakes has its area")?;
        fs::write(out.join("area.bin"), plan::pack_area(area))?;
        return Ok(());
    }
    for problem in &loaded.problems {
        println!("cargo::error={}", on_one_line(&problem.to_string()));
    }
    println!("cargo::error={}", plan::load::tally(&loaded.problems));
    Ok(())
}

/// Cargo reads its instructions line by line.
fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
