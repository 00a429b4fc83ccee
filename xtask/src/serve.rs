//! The command `serve`.

use anyhow::{Context as _, Result};

use crate::args::Args;
use crate::server::{Server, Settings};
use crate::setup::{self, Need};
use crate::{build, project};

/// The port that is tried first.
const USUAL_PORT: u16 = 8080;

pub(crate) fn run(mut args: Args) -> Result<()> {
    let port = args.number("--port")?.pop();
    args.finish()?;
    let tools = setup::set_up(Need::Site)?;
    build::build_if_changed(&tools)?;
    let server = start(port)?;
    println!("\nThe plan explorer is at {}", server.address());
    println!("Stop it with Ctrl-C.");
    server.wait();
    Ok(())
}

fn start(port: Option<u16>) -> Result<Server> {
    let at = |port| Server::start(Settings::new(project::dist()), port);
    if let Some(port) = port {
        return at(port).with_context(|| format!("port {port} cannot be used"));
    }
    let server = (USUAL_PORT..USUAL_PORT + 20).find_map(|port| at(port).ok());
    server.map_or_else(|| at(0), Ok).context("no free port was found")
}
