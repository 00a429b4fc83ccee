//! The command `bench`.
use crate::args::Args;
use anyhow::Result;
pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()
}
