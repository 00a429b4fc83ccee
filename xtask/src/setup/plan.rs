//! What set-up has to do, decided from what was found. Nothing here touches the machine.

use super::found::{Found, System, Tool};
use crate::driver::Engine;

/// What the set-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building and serving the site.
    Site,
    /// Everything but the browser.
    Checks,
    /// Everything, with the browsers of these engines.
    Browsers(&'static [Engine]),
}

impl Need {
    fn engines(self) -> &'static [Engine] {
        if let Self::Browsers(engines) = self { engines } else { &[] }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Only a person can do this: say so and stop.
    Tell(String),
    WasmTarget,
    Components,
    Crates,
    Npm,
    Tool {
        tool: Tool,
        binstall: bool,
    },
    /// Programs of the system to run, one after another, that bring the browsers of these engines.
    Packages {
        engines: Vec<Engine>,
        programs: Vec<Vec<String>>,
    },
}

/// What is to be done, in order. What a person must do comes first, before anything slow.
pub(crate) fn plan_of_setup(found: &Found, need: Need) -> Vec<Action> {
    let mut tell = Vec::new();
    let mut actions = Vec::new();
    let mut with_rustup = |missing: bool, action: Action, what: &str| {
        if missing && found.rustup {
            actions.push(action);
        } else if missing {
            tell.push(Action::Tell(format!("{what} is missing and there is no rustup to fetch it; install it from your system's packages, or Rust through rustup (rustup.rs)")));
        }
    };
    with_rustup(!found.wasm_target, Action::WasmTarget, "Rust's target wasm32-unknown-unknown");
    if need != Need::Site {
        with_rustup(!found.components, Action::Components, "Rust's formatter or linter (rustfmt, clippy)");
    }
    if !found.crates {
        actions.push(Action::Crates);
    }
    if !found.npm_packages {
        if found.npm {
            actions.push(Action::Npm);
        } else {
            tell.push(Action::Tell("npm is missing; install Node.js 20.19 or later, which brings it".into()));
        }
    }
    let wanted = need.engines();
    let missing: Vec<Engine> = wanted.iter().copied().filter(|it| found.missing_browsers.contains(it)).collect();
    if !missing.is_empty() {
        match browser_packages(&found.system, &missing) {
            Ok(programs) => actions.push(Action::Packages { engines: missing, programs }),
            Err(what) => tell.push(Action::Tell(what)),
        }
    }
    let binstall = found.binstall;
    actions.extend(found.missing_tools.iter().map(|&tool| Action::Tool { tool, binstall }));
    if wanted.contains(&Engine::Firefox) && !found.geckodriver {
        actions.push(Action::Tool { tool: Tool::Geckodriver, binstall });
    }
    tell.extend(actions);
    tell
}

/// What an engine's browser and driver are called, for whoever has to install them.
pub(crate) fn in_words(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "Chromium and its driver",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKitGTK's driver and the display Xvfb",
    }
}

/// The packages of Debian and Ubuntu.
fn debian_packages(engine: Engine, ubuntu: bool) -> &'static [&'static str] {
    match (engine, ubuntu) {
        (Engine::Chromium, false) => &["chromium", "chromium-driver"],
        (Engine::Chromium, true) => &["chromium-browser", "chromium-chromedriver"],
        (Engine::Firefox, false) => &["firefox-esr"],
        (Engine::Firefox, true) => &["firefox"],
        (Engine::WebKit, _) => &["webkit2gtk-driver", "xvfb"],
    }
}

fn fedora_packages(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "chromium chromedriver",
        Engine::Firefox => "firefox",
        Engine::WebKit => "webkit2gtk4.1 webkit2gtk4.1-devel xorg-x11-server-Xvfb",
    }
}

fn browser_packages(system: &System, engines: &[Engine]) -> Result<Vec<Vec<String>>, String> {
    let names = engines.iter().map(|it| in_words(*it)).collect::<Vec<_>>().join(", ");
    let missing = format!("not all browsers for the tests are here; missing: {names}");
    let otherwise =
        "or test in one engine that is here (`--engine chromium`), or leave the browsers out with --skip-browsers";
    let listed = |of: &dyn Fn(Engine) -> String| engines.iter().map(|it| of(*it)).collect::<Vec<_>>().join(" ");
    let (before, ubuntu) = match system {
        System::Apt { before: Some(before), ubuntu } => (before, *ubuntu),
        System::Apt { before: None, ubuntu } => {
            let packages = listed(&|it| debian_packages(it, *ubuntu).join(" "));
            return Err(format!("{missing}; as root run: apt-get install {packages}; {otherwise}"));
        }
        System::Dnf => {
            let packages = listed(&|it| fedora_packages(it).to_owned());
            return Err(format!("{missing}; run: sudo dnf install {packages}; {otherwise}"));
        }
        System::Brew => {
            return Err(format!(
                "{missing}; run: brew install --cask chromium chromedriver firefox; WebKitGTK is for Linux only; {otherwise}"
            ));
        }
        System::Other => {
            return Err(format!(
                "{missing}; install them, or set CHROMIUM, CHROMEDRIVER, FIREFOX, MINIBROWSER, WEBKITWEBDRIVER and XVFB to where they are; {otherwise}"
            ));
        }
    };
    Ok(apt(before, engines.iter().flat_map(|it| debian_packages(*it, ubuntu)).copied()))
}

/// How packages are installed through apt; `before` is what stands before it, such as `sudo`.
fn apt<'p>(before: &[String], packages: impl Iterator<Item = &'p str>) -> Vec<Vec<String>> {
    let program = |args: &[&str]| -> Vec<String> {
        before.iter().map(String::as_str).chain(["apt-get"]).chain(args.iter().copied()).map(str::to_owned).collect()
    };
    let mut install = program(&["install", "-q", "-y", "--no-install-recommends"]);
    install.extend(packages.map(str::to_owned));
    vec![program(&["update", "-q"]), install]
}

/// How Python comes, with what it needs to keep packages apart.
pub(crate) fn python_packages(system: &System) -> Result<Vec<Vec<String>>, String> {
    match system {
        System::Apt { before: Some(before), .. } => Ok(apt(before, ["python3", "python3-venv"].into_iter())),
        _ => Err("Python 3 with its modules venv and ensurepip is missing; install it (python.org, or your system's packages)".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_there() -> Found {
        Found {
            rustup: true,
            wasm_target: true,
            components: true,
            crates: true,
            npm: true,
            npm_packages: true,
            missing_tools: vec![],
            binstall: false,
            missing_browsers: vec![],
            geckodriver: true,
            system: System::Apt { before: Some(vec![]), ubuntu: false },
        }
    }

    #[test]
    fn nothing_to_do_when_all_is_there() {
        for need in [Need::Site, Need::Checks, Need::Browsers(&Engine::ALL)] {
            assert_eq!(plan_of_setup(&all_there(), need), []);
        }
    }

    #[test]
    fn a_fresh_machine_with_rustup_node_and_git() {
        let fresh = Found {
            wasm_target: false,
            components: false,
            crates: false,
            npm_packages: false,
            missing_tools: Tool::OF_THE_SITE.to_vec(),
            missing_browsers: Engine::ALL.to_vec(),
            geckodriver: false,
            ..all_there()
        };
        let plan = plan_of_setup(&fresh, Need::Browsers(&Engine::ALL));
        assert_eq!(plan.len(), 8);
        assert_eq!(plan[..4], [Action::WasmTarget, Action::Components, Action::Crates, Action::Npm]);
        let Action::Packages { engines, programs } = &plan[4] else { panic!("{plan:?}") };
        assert_eq!(engines, &Engine::ALL);
        assert_eq!(programs[0], ["apt-get", "update", "-q"]);
        let packages = ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb"];
        assert!(programs[1].ends_with(&packages.map(str::to_owned)));
        assert_eq!(plan[5], Action::Tool { tool: Tool::WasmBindgen, binstall: false });
        assert_eq!(plan[7], Action::Tool { tool: Tool::Geckodriver, binstall: false });
        // One engine needs no more than its own.
        let one = plan_of_setup(&fresh, Need::Browsers(Engine::WebKit.alone()));
        let Action::Packages { programs, .. } = &one[4] else { panic!("{one:?}") };
        assert!(programs[1].ends_with(&["webkit2gtk-driver".into(), "xvfb".into()]) && one.len() == 7);
        // Serving needs neither a linter nor a browser.
        assert_eq!(plan_of_setup(&fresh, Need::Site).len(), 5);
        assert_eq!(plan_of_setup(&fresh, Need::Checks).len(), 6);
    }

    #[test]
    fn a_ready_made_tool_is_tried_first_where_that_is_possible() {
        let found = Found { missing_tools: vec![Tool::Trunk], binstall: true, ..all_there() };
        assert_eq!(plan_of_setup(&found, Need::Site), [Action::Tool { tool: Tool::Trunk, binstall: true }]);
    }

    #[test]
    fn python_comes_through_apt_or_a_person() {
        let system = System::Apt { before: Some(vec![]), ubuntu: false };
        assert!(python_packages(&system).unwrap()[1].ends_with(&["python3".into(), "python3-venv".into()]));
        assert!(python_packages(&System::Other).unwrap_err().contains("Python 3"));
    }

    #[test]
    fn sudo_stands_before_apt_when_we_are_not_root() {
        let system = System::Apt { before: Some(vec!["sudo".into(), "-n".into()]), ubuntu: true };
        let programs = browser_packages(&system, &[Engine::Chromium]).unwrap();
        assert_eq!(programs[0][..3], ["sudo", "-n", "apt-get"]);
        assert!(programs[1].contains(&"chromium-chromedriver".to_owned()));
    }

    #[test]
    fn what_a_person_must_do_is_said_before_anything_slow() {
        let found = Found {
            rustup: false,
            wasm_target: false,
            npm: false,
            npm_packages: false,
            missing_tools: Tool::OF_THE_SITE.to_vec(),
            missing_browsers: Engine::ALL.to_vec(),
            geckodriver: false,
            system: System::Dnf,
            ..all_there()
        };
        let plan = plan_of_setup(&found, Need::Browsers(&Engine::ALL));
        let told: Vec<_> = plan
            .iter()
            .map_while(|action| if let Action::Tell(text) = action { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(told.len(), 3);
        assert!(
            told[0].contains("wasm32-unknown-unknown")
                && told[1].contains("Node.js")
                && told[2].contains("dnf install")
        );
    }

    #[test]
    fn every_system_gets_an_answer() {
        for system in [System::Apt { before: None, ubuntu: false }, System::Dnf, System::Brew, System::Other] {
            assert!(browser_packages(&system, &Engine::ALL).unwrap_err().contains("--skip-browsers"));
        }
    }
}
