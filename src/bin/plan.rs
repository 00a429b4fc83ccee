//! The `plan` command: see `plan help`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "plan/sites.rs"]
mod sites;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::fmt::Display;
    use std::io::{self, IsTerminal as _, Write};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;
    use std::time::{Duration, Instant};

    use clap::{Args, Parser, Subcommand, ValueEnum};
    use plan_explorer::plan::figures::thousands;
    use plan_explorer::plan::load::{Loaded, Problem};
    use plan_explorer::plan::{Tally, load};
    use plan_explorer::site::draft::{self, Refused, Report};
    use plan_explorer::site::import::{Progress, Refusal, crime, postcodes};
    use plan_explorer::site::{export, mistakes, summary};

    use crate::sites::{self, Host, Serve, Site};

    /// Checks a folder of data, shows it as a page, and makes the site of it.
    ///
    /// Every command ends with 0 when it is done, 1 when there are mistakes or it could not be done, and 2 when it was called
    /// wrongly.
    #[derive(Parser)]
    #[command(name = "plan", version, arg_required_else_help = true)]
    struct Call {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Check a data folder and list every mistake by file and line
        Check(Check),
        /// Show the page of a data folder on this machine, and follow every save
        Serve(Serve),
        /// Write the whole site of a data folder
        Site(Site),
        /// Print the settings for the server that will hold the site
        Host(Host),
        /// Write the open data (plan.json, plan.csv, wards.geojson) into a folder
        Export(Export),
        /// Put street-level records of data.police.uk into the table of recorded crime
        ImportCrime(ImportCrime),
        /// Put a new Code-Point Open into the table of postcodes
        ImportPostcodes(ImportPostcodes),
        /// Begin a data folder from the plan as it is: .docx, .pdf, .odt, .txt or .md
        Start {
            /// The document
            document: PathBuf,
            /// The folder to make; there must be none of this name yet
            folder: PathBuf,
            /// An area's folder (wards, postcodes, figures) to take over
            #[arg(long, value_name = "FOLDER")]
            area: Option<PathBuf>,
        },
        /// Begin the data folder of the next edition from its document and the folder of the one before
        Renew {
            /// The data folder of the edition before
            old: PathBuf,
            /// The folder to make; there must be none of this name yet
            new: PathBuf,
            /// The new document
            document: PathBuf,
        },
    }

    #[derive(Args)]
    struct Check {
        /// The data folder
        #[arg(default_value = "data")]
        folder: PathBuf,
        /// Compare a file of open data with what the folder gives today
        #[arg(long, value_name = "FILE")]
        export: Option<PathBuf>,
        /// How mistakes are written
        #[arg(long, value_enum, default_value_t, conflicts_with = "export")]
        format: Format,
    }

    #[derive(Clone, Copy, Default, ValueEnum)]
    enum Format {
        /// Lines to read
        #[default]
        Text,
        /// A list of { file, line, message, remedy }
        Json,
        /// SARIF 2.1.0, for editors and code hosts
        Sarif,
    }

    #[derive(Args)]
    struct Export {
        /// The folder to write into
        folder: PathBuf,
        /// The data folder
        #[arg(default_value = "data")]
        data: PathBuf,
    }

    /// What both imports understand.
    #[derive(Args)]
    struct Target {
        /// The data folder
        #[arg(long, value_name = "FOLDER", default_value = "data")]
        data: PathBuf,
        /// Only tell what would be done
        #[arg(long)]
        dry_run: bool,
    }

    #[derive(Args)]
    struct ImportCrime {
        /// Downloads: folders, zips or files
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        target: Target,
        /// Take a month even where the table has more records of it, or where it may be incomplete
        #[arg(long)]
        replace: bool,
        /// Make the table from these files alone
        #[arg(long)]
        fresh: bool,
        /// Give a type that the table does not know a column of its own
        #[arg(long = "add-type", value_name = "NAME")]
        add_types: Vec<String>,
    }

    #[derive(Args)]
    struct ImportPostcodes {
        /// The download: its zip, or the folder that was in it
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        target: Target,
        /// Take it as right that more than a tenth of the postcodes are withdrawn
        #[arg(long)]
        many_withdrawn: bool,
        /// Take it as right that more than a tenth of the postcodes have another ward or council
        #[arg(long)]
        many_moved: bool,
    }

    pub(crate) fn main() -> ExitCode {
        let call = match Call::try_parse() {
            Ok(call) => call,
            Err(told) => {
                // Nobody reads on where writing failed, so there is nobody to tell.
                drop(told.print());
                return if told.use_stderr() { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
            }
        };
        let done = match call.command {
            Command::Check(it) => check(&it),
            Command::Export(it) => export(&it),
            Command::ImportCrime(it) => import_crime(it),
            Command::ImportPostcodes(it) => import_postcodes(it),
            Command::Start { document, folder, area } => drafted(draft::start(&document, &folder, area.as_deref())),
            Command::Renew { old, new, document } => drafted(draft::renew(&old, &new, &document)),
            Command::Serve(it) => sites::serve(it),
            Command::Site(it) => sites::site(it),
            Command::Host(it) => sites::host(&it),
        };
        done.unwrap_or(ExitCode::FAILURE)
    }

    /// How the command ends when it was called wrongly.
    pub(crate) const USAGE: u8 = 2;

    fn import_crime(call: ImportCrime) -> io::Result<ExitCode> {
        let ImportCrime { paths, target: Target { data, dry_run }, replace, fresh, add_types } = call;
        let options = crime::Options { folder: data, paths, replace, fresh, dry: dry_run, add_types, on: None };
        let mut shown = Shown::default();
        let outcome = crime::import(&options, &mut |it| shown.tell(it));
        shown.finish();
        end(outcome.map(|it| (it.written, it)), dry_run)
    }

    fn import_postcodes(call: ImportPostcodes) -> io::Result<ExitCode> {
        let ImportPostcodes { paths, target: Target { data, dry_run }, many_withdrawn, many_moved } = call;
        let options = postcodes::Options { folder: data, paths, dry: dry_run, many_withdrawn, many_moved };
        end(postcodes::import(&options).map(|it| (it.written, it)), dry_run)
    }

    /// Tells how a first draft was made, or why not.
    fn drafted(outcome: Result<Report, Refused>) -> io::Result<ExitCode> {
        match outcome {
            Ok(report) => write!(io::stdout().lock(), "{report}").map(|()| ExitCode::SUCCESS),
            Err(refused) => writeln!(io::stderr().lock(), "{refused}").map(|()| ExitCode::FAILURE),
        }
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
    pub(crate) fn list(problems: &[Problem]) -> io::Result<ExitCode> {
        let mut out = io::stderr().lock();
        for problem in problems {
            writeln!(out, "{problem}")?;
        }
        writeln!(out, "{}", load::tally(problems))?;
        Ok(ExitCode::FAILURE)
    }

    fn export(Export { folder, data }: &Export) -> io::Result<ExitCode> {
        let loaded = load::edition(data);
        let (Some(plan), Some(area)) = (&loaded.plan, &loaded.area) else { return list(&loaded.problems) };
        let shown = folder.display();
        match export::write(folder, plan, area) {
            Ok(files) => {
                let names: Vec<&str> = files.iter().map(|it| it.name).collect();
                writeln!(io::stdout().lock(), "{shown}: {}", names.join(", "))?;
                Ok(ExitCode::SUCCESS)
            }
            Err(error) => {
                writeln!(io::stderr().lock(), "{shown}: it cannot be written ({error})")?;
                Ok(ExitCode::FAILURE)
            }
        }
    }

    /// Compares a file of open data with what a data folder gives.
    fn compare(file: &Path, loaded: &Loaded) -> io::Result<ExitCode> {
        let (Some(plan), Some(area)) = (&loaded.plan, &loaded.area) else { return list(&loaded.problems) };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let shown = file.display();
        let content = std::fs::read_to_string(file).map_err(|error| format!("it cannot be read ({error})"));
        let told = match content.and_then(|it| export::compare(&name, &it, plan, area)) {
            Ok(told) if told.is_empty() => {
                writeln!(io::stdout().lock(), "{shown}: no difference from edition {}", plan.edition.id)?;
                return Ok(ExitCode::SUCCESS);
            }
            Ok(told) => told,
            Err(why) => vec![why],
        };
        let mut out = io::stderr().lock();
        for line in told {
            writeln!(out, "{shown}: {line}")?;
        }
        Ok(ExitCode::FAILURE)
    }

    fn check(Check { folder, export, format }: &Check) -> io::Result<ExitCode> {
        let loaded = load::edition(folder);
        if let Some(file) = export {
            return compare(file, &loaded);
        }
        let written = match format {
            Format::Text => None,
            Format::Json => Some(mistakes::as_json(&loaded.problems)),
            Format::Sarif => Some(mistakes::as_sarif(&loaded.problems)),
        };
        if let Some(written) = written {
            io::stdout().lock().write_all(written.as_bytes())?;
            return Ok(if loaded.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        let Some(plan) = &loaded.plan else { return list(&loaded.problems) };
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{}: no mistakes in edition {} ({}, {})",
            folder.display(),
            plan.edition.id,
            plan.edition.title.quote,
            plan.edition.update.quote
        )?;
        for (number, what) in summary::counts(plan) {
            writeln!(out, "{number:>6} {what}")?;
        }
        for plan in &loaded.earlier {
            writeln!(out, "earlier edition: {} ({})", plan.edition.id, plan.edition.update.quote)?;
        }
        for question in &loaded.questions {
            writeln!(out, "a question, no mistake: {question}")?;
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
}
