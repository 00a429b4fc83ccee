//! The command `serve`: has the assets made, and `plan serve` show the site of the data folder and follow every save.

use anyhow::Result;

use crate::args::Args;
use crate::build;
use crate::publish::{self, Publisher};
use crate::run;
use crate::setup::{self, Need};

pub(crate) fn run(mut args: Args) -> Result<()> {
    let port = args.number::<u16>("--port")?.pop();
    args.finish()?;
    let tools = setup::set_up(Need::Site)?;
    build::assets_if_changed(&tools)?;
    let mut serve = Publisher::of_the_project().serve(&publish::data());
    if let Some(port) = port {
        serve.args(["--port", &port.to_string()]);
    }
    run::run(&mut serve)
}
