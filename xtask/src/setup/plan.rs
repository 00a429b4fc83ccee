//! What set-up has to do, decided from what was found. Nothing here touches the machine.

use super::found::{Found, System, Tool};

/// What the set-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building and serving the site.
    Site,
    /// Everything but the browser.
    Checks,
    /// The tests, browser included.
    Tests,
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
    /// Programs of the system to run, one after another.
    Packages {
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
            tell.push(Action::Tell("npm is missing; install Node.js 18 or later, which brings it".into()));
        }
    }
    if need == Need::Tests && !found.browser {
        match browser_packages(&found.system) {
            Ok(programs) => actions.push(Action::Packages { programs }),
            Err(what) => tell.push(Action::Tell(what)),
        }
    }
    actions.extend(found.missing_tools.iter().map(|&tool| Action::Tool { tool, binstall: found.binstall }));
    tell.extend(actions);
    tell
}

fn browser_packages(system: &System) -> Result<Vec<Vec<String>>, String> {
    let missing = "Chromium or its driver is missing";
    let otherwise = "or set CHROMIUM and CHROMEDRIVER to where they are, or leave the browser out with --skip-browsers";
    let (before, names) = match system {
        System::Apt { before: Some(before), ubuntu: false } => (before, ["chromium", "chromium-driver"]),
        System::Apt { before: Some(before), ubuntu: true } => (before, ["chromium-browser", "chromium-chromedriver"]),
        System::Apt { before: None, .. } => {
            return Err(format!("{missing}; as root run: apt-get install chromium chromium-driver; {otherwise}"));
        }
        System::Dnf => return Err(format!("{missing}; run: sudo dnf install chromium chromedriver; {otherwise}")),
        System::Brew => return Err(format!("{missing}; run: brew install --cask chromium chromedriver; {otherwise}")),
        System::Other => {
            return Err(format!(
                "{missing}; install Chromium or Chrome and the chromedriver of the same version; {otherwise}"
            ));
        }
    };
    let apt = |args: &[&str]| {
        before.iter().map(String::as_str).chain(["apt-get"]).chain(args.iter().copied()).map(str::to_owned).collect()
    };
    let [browser, driver] = names;
    Ok(vec![apt(&["update", "-q"]), apt(&["install", "-q", "-y", "--no-install-recommends", browser, driver])])
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
            browser: true,
            system: System::Apt { before: Some(vec![]), ubuntu: false },
        }
    }

    #[test]
    fn nothing_to_do_when_all_is_there() {
        for need in [Need::Site, Need::Checks, Need::Tests] {
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
            missing_tools: Tool::ALL.to_vec(),
            browser: false,
            ..all_there()
        };
        let plan = plan_of_setup(&fresh, Need::Tests);
        assert_eq!(plan.len(), 7);
        assert_eq!(plan[..4], [Action::WasmTarget, Action::Components, Action::Crates, Action::Npm]);
        let Action::Packages { programs } = &plan[4] else { panic!("{plan:?}") };
        assert_eq!(programs[0], ["apt-get", "update", "-q"]);
        assert!(programs[1].ends_with(&["chromium".into(), "chromium-driver".into()]));
        assert_eq!(plan[5], Action::Tool { tool: Tool::WasmBindgen, binstall: false });
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
    fn sudo_stands_before_apt_when_we_are_not_root() {
        let system = System::Apt { before: Some(vec!["sudo".into(), "-n".into()]), ubuntu: true };
        let programs = browser_packages(&system).unwrap();
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
            missing_tools: Tool::ALL.to_vec(),
            browser: false,
            system: System::Dnf,
            ..all_there()
        };
        let plan = plan_of_setup(&found, Need::Tests);
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
            assert!(browser_packages(&system).unwrap_err().contains("--skip-browsers"));
        }
    }
}
