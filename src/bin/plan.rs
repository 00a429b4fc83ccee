//! The `plan` command: see `plan help`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::io::{self, Write};
    use std::path::Path;
    use std::process::ExitCode;

    use plan_explorer::plan::figures::thousands;
    use plan_explorer::plan::{Kind, Plan, Tally, load};
    use plan_explorer::query::Engine;
    use plan_explorer::site;

    /// The command was given something that it does not know.
    const USAGE: u8 = 2;

    /// One thing that the command does.
    struct Command {
        name: &'static str,
        /// How it is called, and what it does.
        help: (&'static str, &'static str),
        run: fn(&[String]) -> io::Result<ExitCode>,
    }

    const COMMANDS: [Command; 3] = [
        Command {
            name: "check",
            help: ("check [FOLDER]", "check a data folder (data, if none is named) and list every mistake"),
            run: check,
        },
        Command { name: "pages", help: ("pages FOLDER", "write what the build makes the site's pages of"), run: pages },
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
        let lines: Vec<_> = COMMANDS.iter().map(|it| format!("  plan {:<16}{}\n", it.help.0, it.help.1)).collect();
        format!("Usage:\n{}", lines.concat())
    }

    fn help(_: &[String]) -> io::Result<ExitCode> {
        write!(io::stdout().lock(), "{}", usage())?;
        Ok(ExitCode::SUCCESS)
    }

    /// Writes what `cargo xtask build` puts into the pages of the site.
    fn pages(arguments: &[String]) -> io::Result<ExitCode> {
        let [folder] = arguments else { return refuse("“pages” takes one folder.") };
        let Some(plan) = plan_explorer::bundle::plan() else {
            writeln!(io::stderr().lock(), "The bundled plan cannot be read.")?;
            return Ok(ExitCode::FAILURE);
        };
        let engine: &'static Engine = Box::leak(Box::new(Engine::new(plan)));
        let pages = site::pages::pages(plan, engine);
        let folder = Path::new(folder);
        std::fs::create_dir_all(folder)?;
        for (name, content) in [
            ("title.txt", &pages.title),
            ("head.html", &pages.head),
            ("leaflet.html", &pages.leaflet),
            ("filters.css", &pages.filters),
            ("fallback.html", &pages.fallback),
        ] {
            std::fs::write(folder.join(name), content)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn check(arguments: &[String]) -> io::Result<ExitCode> {
        let folder = match arguments {
            [] => "data",
            [folder] => folder,
            _ => return refuse("“check” takes one folder."),
        };
        let loaded = load::edition(Path::new(folder));
        let Some(plan) = loaded.plan else {
            let mut out = io::stderr().lock();
            for problem in &loaded.problems {
                writeln!(out, "{problem}")?;
            }
            writeln!(out, "{}", load::tally(&loaded.problems))?;
            return Ok(ExitCode::FAILURE);
        };
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{folder}: no mistakes in edition {} ({}, {})",
            plan.edition.id, plan.edition.title.quote, plan.edition.update.quote
        )?;
        for (number, what) in counts(&plan) {
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
