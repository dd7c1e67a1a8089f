//! Running other programs.

use crate::place::{Place, cargo};
use crate::say;
use crate::trouble::{Doing, Outcome, Trouble};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Cargo, run at the top of the checkout.
pub(crate) fn cargo_at(place: &Place, args: &[&str]) -> Command {
    let mut command = Command::new(cargo());
    command.current_dir(&place.root).args(args);
    command
}

/// Runs a program to its end; what it prints flows through.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let name = name_of(command);
    let status = command.stdin(Stdio::null()).status().doing(format!("starting {name}"))?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("{name} ended with {status}"))) }
}

/// Runs a program, passes every line that it prints on, and shows each to `see` as well.
/// Answers whether the program ended well.
pub(crate) fn run_watching(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let name = name_of(command);
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().doing(format!("starting {name}"))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.doing(format!("reading what {name} prints"))?;
            let line = String::from_utf8_lossy(&line);
            say::plain(&line);
            see(&line);
        }
    }
    Ok(child.wait().doing(format!("waiting for {name}"))?.success())
}

/// Runs a program in silence and answers what it printed; nothing when it failed or is not there.
pub(crate) fn ask(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The program's file name, for sentences.
fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
