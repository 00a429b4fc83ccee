//! The `plan` command: see `plan help`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::fmt::Display;
    use std::io::{self, IsTerminal as _, Write};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;
    use std::time::{Duration, Instant};

    use plan_explorer::plan::figures::thousands;
    use plan_explorer::plan::load::Loaded;
    use plan_explorer::plan::{Kind, Plan, Tally, load};
    use plan_explorer::site::import::{Progress, Refusal, crime, postcodes};
    use plan_explorer::site::{export, pages};

    /// The command was given something that it does not know.
    const USAGE: u8 = 2;

    /// One thing that the command does.
    struct Command {
        name: &'static str,
        /// How it is called, and what it does.
        help: (&'static str, &'static str),
        run: fn(&[String]) -> io::Result<ExitCode>,
    }

    const COMMANDS: [Command; 6] = [
        Command {
            name: "check",
            help: ("check [FOLDER]", "check a data folder (data, if none is named) and list every mistake"),
            run: check,
        },
        Command {
            name: "pages",
            help: ("pages FOLDER", "write what the build makes the site's pages of"),
            run: write_pages,
        },
        Command {
            name: "export",
            help: ("export FOLDER [DATA]", "write the open data (plan.json, plan.csv, wards.geojson) into a folder"),
            run: export,
        },
        Command {
            name: "import-crime",
            help: (
                "import-crime PATH…",
                "put street-level records of data.police.uk (folders, zips) into the table of recorded crime",
            ),
            run: import_crime,
        },
        Command {
            name: "import-postcodes",
            help: ("import-postcodes PATH…", "put a new Code-Point Open (zip, folder) into the table of postcodes"),
            run: import_postcodes,
        },
        Command { name: "help", help: ("help", "show this"), run: help },
    ];

    pub(crate) fn main() -> ExitCode {
        let arguments: Vec<String> = std::env::args_os().skip(1).map(|it| it.to_string_lossy().into_owned()).collect();
        // Nobody reads on where writing failed, so there is nobody to tell.
        run(&arguments).unwrap_or(ExitCode::FAILURE)
    }

    fn run(arguments: &[String]) -> io::Result<ExitCode> {
        let Some((name, rest)) = arguments.split_first() else { return refuse("Say what to do.") };
        let name = if matches!(name.as_str(), "--help" | "-h") { "help" } else { name };
        match COMMANDS.iter().find(|it| it.name == name) {
            Some(command) => (command.run)(rest),
            None => refuse(&format!("There is no command “{name}”.")),
        }
    }

    /// Says what is wrong with the call, and how to call it.
    fn refuse(reason: &str) -> io::Result<ExitCode> {
        write!(io::stderr().lock(), "{reason}\n\n{}", usage())?;
        Ok(ExitCode::from(USAGE))
    }

    fn usage() -> String {
        let lines: Vec<_> = COMMANDS.iter().map(|it| format!("  plan {:<26}{}\n", it.help.0, it.help.1)).collect();
        format!("Usage:\n{}{OPTIONS}", lines.concat())
    }

    fn help(_: &[String]) -> io::Result<ExitCode> {
        write!(io::stdout().lock(), "{}", usage())?;
        Ok(ExitCode::SUCCESS)
    }

    /// Writes what `cargo xtask build` puts into the pages of the site.
    fn write_pages(arguments: &[String]) -> io::Result<ExitCode> {
        let [folder] = arguments else { return refuse("“pages” takes one folder.") };
        let Some(pages) = pages::of_bundle() else {
            writeln!(io::stderr().lock(), "The bundled plan cannot be read.")?;
            return Ok(ExitCode::FAILURE);
        };
        let folder = Path::new(folder);
        std::fs::create_dir_all(folder)?;
        for (name, content) in [
            ("title.txt", &pages.title),
            ("edition.txt", &pages.edition),
            ("head.html", &pages.head),
            ("leaflet.html", &pages.leaflet),
            ("filters.css", &pages.filters),
            ("fallback.html", &pages.fallback),
            ("stills.json", &pages.stills),
            ("social.svg", &pages.social),
            ("words.txt", &pages.words),
        ] {
            std::fs::write(folder.join(name), content)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// What can be said beside that.
    const OPTIONS: &str = "
With check:
  --export FILE             compare a file of open data with what the folder gives today
With both imports:
  --data FOLDER             the data folder (data, if none is named)
  --dry-run                 only tell what would be done
With import-crime:
  --replace                 take a month even where the table has more records of it, or where it may be incomplete
  --fresh                   make the table from these files alone
  --add-type NAME           give a type that the table does not know a column of its own
With import-postcodes:
  --many-withdrawn          take it as right that more than a tenth of the postcodes are withdrawn
  --many-moved              take it as right that more than a tenth of the postcodes have another ward or council
";

    fn import_crime(arguments: &[String]) -> io::Result<ExitCode> {
        let mut options = crime::Options { folder: PathBuf::from("data"), ..crime::Options::default() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--dry-run" => options.dry = true,
                "--replace" => options.replace = true,
                "--fresh" => options.fresh = true,
                "--data" | "--add-type" => {
                    let Some(value) = rest.next() else { return refuse(&format!("“{argument}” needs a value.")) };
                    if argument == "--data" {
                        options.folder = PathBuf::from(value);
                    } else {
                        options.add_types.push(value.clone());
                    }
                }
                flag if flag.starts_with("--") => return refuse(&format!("“import-crime” does not know “{flag}”.")),
                path => options.paths.push(PathBuf::from(path)),
            }
        }
        if options.paths.is_empty() {
            return refuse("“import-crime” takes the folders, zips or files that hold the records.");
        }
        let mut shown = Shown::default();
        let outcome = crime::import(&options, &mut |it| shown.tell(it));
        shown.finish();
        end(outcome.map(|it| (it.written, it)), options.dry)
    }

    fn import_postcodes(arguments: &[String]) -> io::Result<ExitCode> {
        let mut options = postcodes::Options { folder: PathBuf::from("data"), ..postcodes::Options::default() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--dry-run" => options.dry = true,
                "--many-withdrawn" => options.many_withdrawn = true,
                "--many-moved" => options.many_moved = true,
                "--data" => match rest.next() {
                    Some(value) => options.folder = PathBuf::from(value),
                    None => return refuse("“--data” needs a value."),
                },
                flag if flag.starts_with("--") => {
                    return refuse(&format!("“import-postcodes” does not know “{flag}”."));
                }
                path => options.paths.push(PathBuf::from(path)),
            }
        }
        if options.paths.is_empty() {
            return refuse("“import-postcodes” takes the zip or the folder of Code-Point Open.");
        }
        end(postcodes::import(&options).map(|it| (it.written, it)), options.dry)
    }

    /// Tells how an import ended.
    fn end(outcome: Result<(bool, impl Display), Refusal>, dry: bool) -> io::Result<ExitCode> {
        match outcome {
            Ok((written, report)) => {
                let end = match (written, dry) {
                    (true, _) => {
                        "The table has been rewritten. Run `plan check`, look at the page, and commit the change."
                    }
                    (false, true) => "Nothing was changed: this was a dry run.",
                    (false, false) => {
                        "Nothing was changed: no month of the files could take the place of one in the table."
                    }
                };
                writeln!(io::stdout().lock(), "{report}{end}")?;
                Ok(ExitCode::SUCCESS)
            }
            Err(refusal) => {
                writeln!(io::stderr().lock(), "{refusal}")?;
                Ok(ExitCode::FAILURE)
            }
        }
    }

    /// How far an import has come, on one line that is written over; on lines of their own, and seldom, where the output is
    /// no screen.
    #[derive(Default)]
    struct Shown {
        last: Option<Instant>,
        began: Option<Instant>,
        written: bool,
    }

    impl Shown {
        fn tell(&mut self, it: Progress) {
            let mut out = io::stderr().lock();
            let screen = out.is_terminal();
            let now = Instant::now();
            let began = *self.began.get_or_insert(now);
            let often = Duration::from_millis(if screen { 200 } else { 5_000 });
            if now.duration_since(self.last.unwrap_or(began)) < often {
                return;
            }
            self.last = Some(now);
            let share = (it.bytes.0 * 100).checked_div(it.bytes.1).unwrap_or(100);
            let records = u32::try_from(it.records).map_or_else(|_| it.records.to_string(), thousands);
            let (start, end) = if screen { ("\r", "   ") } else { ("", "\n") };
            // Nobody misses a line of progress that cannot be shown.
            drop(write!(out, "{start}{share}%, {} of {} files, {records} records{end}", it.files.0, it.files.1));
            drop(out.flush());
            self.written = screen;
        }

        fn finish(&self) {
            if self.written {
                drop(writeln!(io::stderr().lock()));
            }
        }
    }

    /// A data folder that has mistakes, each told.
    fn mistakes(loaded: &Loaded) -> io::Result<ExitCode> {
        let mut out = io::stderr().lock();
        for problem in &loaded.problems {
            writeln!(out, "{problem}")?;
        }
        writeln!(out, "{}", load::tally(&loaded.problems))?;
        Ok(ExitCode::FAILURE)
    }

    fn export(arguments: &[String]) -> io::Result<ExitCode> {
        let (folder, data) = match arguments {
            [folder] => (folder, "data"),
            [folder, data] => (folder, data.as_str()),
            _ => return refuse("“export” takes the folder to write into, and may take a data folder."),
        };
        let loaded = load::edition(Path::new(data));
        let (Some(plan), Some(area)) = (&loaded.plan, &loaded.area) else { return mistakes(&loaded) };
        match export::write(Path::new(folder), plan, area) {
            Ok(files) => {
                let names: Vec<&str> = files.iter().map(|it| it.name).collect();
                writeln!(io::stdout().lock(), "{folder}: {}", names.join(", "))?;
                Ok(ExitCode::SUCCESS)
            }
            Err(error) => {
                writeln!(io::stderr().lock(), "{folder}: it cannot be written ({error})")?;
                Ok(ExitCode::FAILURE)
            }
        }
    }

    /// Compares a file of open data with what a data folder gives.
    fn compare(file: &str, loaded: &Loaded) -> io::Result<ExitCode> {
        let (Some(plan), Some(area)) = (&loaded.plan, &loaded.area) else { return mistakes(loaded) };
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
        let content = std::fs::read_to_string(file).map_err(|error| format!("it cannot be read ({error})"));
        let told = match content.and_then(|it| export::compare(&name, &it, plan, area)) {
            Ok(told) if told.is_empty() => {
                writeln!(io::stdout().lock(), "{file}: no difference from edition {}", plan.edition.id)?;
                return Ok(ExitCode::SUCCESS);
            }
            Ok(told) => told,
            Err(why) => vec![why],
        };
        let mut out = io::stderr().lock();
        for line in told {
            writeln!(out, "{file}: {line}")?;
        }
        Ok(ExitCode::FAILURE)
    }

    fn check(arguments: &[String]) -> io::Result<ExitCode> {
        let (folder, file) = match arguments {
            [] => ("data", None),
            [flag, file] if flag == "--export" => ("data", Some(file)),
            [flag, file, folder] if flag == "--export" => (folder.as_str(), Some(file)),
            [folder, flag, file] if flag == "--export" => (folder.as_str(), Some(file)),
            [folder] if folder != "--export" => (folder.as_str(), None),
            _ => return refuse("“check” takes one folder, and after --export one file."),
        };
        let loaded = load::edition(Path::new(folder));
        if let Some(file) = file {
            return compare(file, &loaded);
        }
        let Some(plan) = &loaded.plan else { return mistakes(&loaded) };
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{folder}: no mistakes in edition {} ({}, {})",
            plan.edition.id, plan.edition.title.quote, plan.edition.update.quote
        )?;
        for (number, what) in counts(plan) {
            writeln!(out, "{number:>6} {what}")?;
        }
        let covered = loaded.covered;
        writeln!(
            out,
            "quoted: {} sentences and bullets, {} words of the source text",
            of(covered.units),
            of(covered.words)
        )?;
        Ok(ExitCode::SUCCESS)
    }

    fn of(tally: Tally) -> String {
        let print = |number: usize| u32::try_from(number).map_or_else(|_| number.to_string(), thousands);
        format!("{} of {}", print(tally.covered), print(tally.of))
    }

    fn counts(plan: &Plan) -> [(usize, &'static str); 19] {
        let entries = |kind| plan.entries.iter().filter(|it| it.kind == kind).count();
        [
            (plan.sections.len(), "sections"),
            (plan.sentences.len(), "sentences of running text"),
            (plan.priorities.len(), "priorities"),
            (entries(Kind::Promised), "actions"),
            (entries(Kind::Done), "achievements"),
            (entries(Kind::Direction), "measures"),
            (entries(Kind::Strategy), "strategies"),
            (entries(Kind::Local), "local facts"),
            (plan.partners.len(), "partners"),
            (plan.survey.len(), "survey figures"),
            (plan.funding.len(), "sums of money"),
            (plan.principles.len() + plan.themes.len(), "principles and themes"),
            (plan.governance.len(), "statements on who runs the plan"),
            (plan.footnotes.len(), "footnotes"),
            (plan.glossary.len(), "glossary terms"),
            (plan.notes.len(), "editor's notes"),
            (plan.links.len(), "links"),
            (plan.contacts.len(), "contacts"),
            (plan.wards.len(), "wards"),
        ]
    }
}
