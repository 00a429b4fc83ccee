//! The plan explorer's commands. All of them are in the library, so that the journeys can use its parts.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main(std::env::args().skip(1))
}
