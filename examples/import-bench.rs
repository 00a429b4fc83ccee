//! How fast street-level records are imported, beside `DuckDB` doing the same group-by, on files that are made up for it.
//!
//! ```text
//! cargo build --release --bin plan
//! cargo run --profile bench-native --example import-bench -- target/release/plan [python with duckdb] [records]
//! ```
//!
//! It measures the `plan` command itself, as an officer runs it, with its peak of memory (where the system tells it).

#[expect(dead_code, reason = "measurements need a part of what tests do")]
#[path = "../tests/import/generate.rs"]
mod generate;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use generate::{Counts, Sheet, SmallArea, Vintage};

const KINDS: [&str; 14] = [
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
];
const MONTHS: usize = 36;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let plan = PathBuf::from(arguments.next().ok_or("name the plan command")?).canonicalize()?;
    let python = arguments.next().filter(|it| !it.is_empty());
    let records: usize = arguments.next().map_or(Ok(10_000_000), |it| it.parse())?;
    let target = plan.parent().and_then(Path::parent).ok_or("the command lies in no target folder")?;
    let folder = target.join("import-bench");
    let (files, zip, one) = (folder.join("files"), folder.join("all.zip"), folder.join("one"));
    println!("Making {records} records in {} …", folder.display());
    drop(fs::remove_dir_all(&folder));
    let counts = generate(&files, records)?;
    let all: u32 = counts.values().sum();
    println!("{} MB, {all} of the records inside the area", size(&files)? / 1_000_000);
    pack(&files, &zip)?;
    join(&files, &one)?;

    println!("\n{:<34}{:>9}{:>16}{:>14}", "", "seconds", "records/s", "peak memory");
    for (what, path) in [
        ("plan import-crime, a folder", &files),
        ("plan import-crime, one zip", &zip),
        ("plan import-crime, one file", &one),
    ] {
        let (took, memory) = import(&plan, &folder, path)?;
        row(what, took, records, memory);
    }
    match python {
        Some(python) => {
            let (took, memory) = duckdb(&python, &folder, &files, &counts)?;
            row("DuckDB, the same folder", took, records, memory);
            println!("Both counted the same, ward by month by type.");
        }
        None => println!("DuckDB is not measured: it could not be had."),
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

fn row(what: &str, took: Duration, records: usize, memory: Option<u64>) {
    let memory = memory.map_or_else(|| "not told".to_owned(), |it| format!("{} MB", it / 1024));
    println!("{what:<34}{:>9.2}{:>16}{memory:>14}", took.as_secs_f64(), per_second(records, took));
}

fn per_second(records: usize, took: Duration) -> u128 {
    records as u128 * 1_000_000 / took.as_micros().max(1)
}

/// The bundled area's small areas, and as many of neighbours as a force's files have beside them.
fn areas() -> Outcome<Vec<SmallArea>> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/area/small-areas.csv"))?;
    let mut areas = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        areas.push(SmallArea {
            code: cells[0].to_owned(),
            name: cells[1].to_owned(),
            ward: Some(cells[2].to_owned()),
            degrees: ("-1.695312", "52.633812"),
            metres: (0, 0),
        });
    }
    let own = areas.len();
    for number in 0..own * 6 {
        areas.push(SmallArea {
            code: format!("E01{:06}", 900_000 + number),
            name: format!("Neighbourshire {:03}A", number % 400),
            ward: None,
            degrees: ("-2.118812", "52.808131"),
            metres: (0, 0),
        });
    }
    Ok(areas)
}

fn generate(folder: &Path, records: usize) -> Outcome<Counts> {
    let areas = areas()?;
    let mut counts = Counts::new();
    for number in 0..MONTHS {
        let month = format!("{}-{:02}", 2020 + number / 12, number % 12 + 1);
        for (at, (force, file)) in
            [("Midshire Police", "midshire"), ("British Transport Police", "btp")].iter().enumerate()
        {
            let share = if at == 0 { records / MONTHS * 9 / 10 } else { records / MONTHS - records / MONTHS * 9 / 10 };
            let rest = if number == 0 && at == 0 { records % MONTHS } else { 0 };
            fs::create_dir_all(folder.join(&month))?;
            let mut to = BufWriter::new(File::create(folder.join(&month).join(format!("{month}-{file}-street.csv")))?);
            let sheet = Sheet {
                areas: &areas,
                kinds: &KINDS,
                month: &month,
                force,
                records: share + rest,
                seed: (number * 2 + at) as u64 + 1,
                vintage: Vintage::New,
            };
            for (key, records) in sheet.write(&mut to)? {
                *counts.entry(key).or_default() += records;
            }
            to.flush()?;
        }
    }
    Ok(counts)
}

/// All files of the folder, by name.
fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for month in fs::read_dir(folder)? {
        for file in fs::read_dir(month?.path())? {
            files.push(file?.path());
        }
    }
    files.sort();
    Ok(files)
}

fn size(folder: &Path) -> Outcome<u64> {
    list(folder)?.iter().try_fold(0, |sum, it| Ok(sum + fs::metadata(it)?.len()))
}

fn pack(folder: &Path, to: &Path) -> Outcome<()> {
    let mut zip = zip_reader::ZipWriter::new(BufWriter::new(File::create(to)?));
    for path in list(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
        let options = zip_reader::write::SimpleFileOptions::default().compression_level(Some(6));
        zip.start_file(name, options)?;
        std::io::copy(&mut File::open(path)?, &mut zip)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

/// All records in one file, as somebody might have joined them.
fn join(folder: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    let mut all = BufWriter::new(File::create(to.join("all.csv"))?);
    for path in list(folder)? {
        std::io::copy(&mut File::open(path)?, &mut all)?;
    }
    all.flush()?;
    Ok(())
}

fn import(plan: &Path, folder: &Path, path: &Path) -> Outcome<(Duration, Option<u64>)> {
    let data = folder.join("data");
    xtask::project::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &data)?;
    let mut command = Command::new(plan);
    command.arg("import-crime").arg(path).arg("--data").arg(&data).stdout(Stdio::null()).stderr(Stdio::null());
    measure(&mut command)
}

/// Runs a command to its end; how long it took, and its peak of memory in kB.
fn measure(command: &mut Command) -> Outcome<(Duration, Option<u64>)> {
    let begin = Instant::now();
    let mut child = command.spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = None;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        // The highest so far is kept by the system; it is gone when the command has ended.
        let now = fs::read_to_string(&status).ok().and_then(|it| {
            let line = it.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().to_owned();
            line.split(' ').next()?.parse().ok()
        });
        peak = peak.max(now);
        thread::sleep(Duration::from_millis(2));
    };
    if !ended.success() {
        return Err(format!("{command:?} ended with {ended}").into());
    }
    Ok((begin.elapsed(), peak))
}

/// The same group-by: small areas tied to wards, records counted by month, ward and type.
const QUERY: &str = "
import sys, duckdb
files, areas, out = sys.argv[1:4]
db = duckdb.connect()
db.sql(\"set enable_progress_bar = false\")
db.sql(f\"\"\"
copy (
  select r.Month, a.ward, r.\"Crime type\", count(*)
  from read_csv('{files}/*/*-street.csv', header = true, all_varchar = true) r
  join read_csv('{areas}', header = true, all_varchar = true) a on r.\"LSOA code\" = a.code
  group by all order by all
) to '{out}' (header false)
\"\"\")
";

fn duckdb(python: &str, folder: &Path, files: &Path, counts: &Counts) -> Outcome<(Duration, Option<u64>)> {
    let out = folder.join("duckdb.csv");
    let areas = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/area/small-areas.csv");
    let mut command = Command::new(python);
    command.arg("-c").arg(QUERY).arg(files).arg(areas).arg(&out);
    let measured = measure(&mut command)?;
    let mut found = Counts::new();
    for line in fs::read_to_string(out)?.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        found.insert((cells[0].into(), cells[1].into(), cells[2].into()), cells[3].parse()?);
    }
    if found != *counts {
        return Err("DuckDB counted something else than was made".into());
    }
    // And so did the import that ran last.
    let table = fs::read_to_string(folder.join("data/area/recorded-crime.csv"))?;
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let mut imported = Counts::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        for (kind, records) in head.iter().zip(&cells).skip(2) {
            if let records @ 1.. = records.parse()? {
                imported.insert((cells[0].into(), cells[1].into(), (*kind).into()), records);
            }
        }
    }
    imported.retain(|key, _| key.0.as_str() >= "2020");
    if imported != *counts {
        return Err("the import counted something else than was made".into());
    }
    Ok(measured)
}
