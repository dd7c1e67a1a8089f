//! The project's own commands.
//!
//! `./dev serve` and `./dev test` are the two that everybody needs; [`USAGE`] lists the rest. Each command is a
//! module; what two commands share (running programs, telling what happens, building the page) is a module too.
#![allow(clippy::print_stdout, reason = "commands talk to the person who ran them")]

mod args;
mod bench;
mod bench_catalogue;
mod bench_ledger;
mod bench_portfolio;
mod book;
mod build;
mod cargo_deny;
mod finish;
mod inline;
mod mdbook;
mod minify;
mod names;
mod need;
mod package;
mod page;
mod paths;
mod place;
mod run;
mod say;
mod serve;
mod server;
mod sites;
mod size;
mod stamp;
mod test;
mod tidy;
mod trouble;
mod watch;

use args::Args;
use place::Place;
use std::process::ExitCode;
use trouble::{Outcome, Trouble};

/// What is printed when no command, or an unknown one, was given.
const USAGE: &str = "\
Usage: ./dev <command>      (the same as: cargo xtask <command>)

  serve [--port N] [--release]   build the page, serve it on this machine, rebuild when a file changes
  test [--native | --browser]    every check and every test; the last line counts the tests
  build [--out DIR] [--profile web|dev] [--features LIST]
                                 the files a static host serves, in dist/
  package [--out DIR] [--test]   the JavaScript package and its tarball, in dist/package/
  book [--out DIR] [--sites]     the documentation, into docs/ of the built page, with its live elements;
                                 the example sites of its guides as well, to try their tests alone
  size [--out DIR]               what the built page weighs, against its budget
  bench                          how long a key press takes until its results are painted; what twenty elements cost
  bench-catalogue                how long all metrics and bands take for one set of figures, in wasm
  bench-ledger [--sizes 10k,100k,1m] [--peers LIST] [--rounds N] [--variants no]
                                 the ledger beside what others would use for it, checked to the cent
  bench-portfolio [--sizes 10k,100k,1m] [--peers LIST] [--rounds N]
                                 scoring accounts anew beside what others would use for it, checked to the cent
  tidy                           the rules of the house that no compiler checks
  finish [DIR] [--quickly]       the last step of a build: small names, small scripts, one version (Trunk calls this)
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            say::trouble(&trouble);
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name.
fn dispatch() -> Outcome {
    let mut args = Args::of_this_process();
    let Some(command) = args.command() else {
        say::plain(USAGE);
        return Ok(());
    };
    let place = Place::find()?;
    match command.as_str() {
        "serve" => serve::command(&place, args),
        "test" => test::command(&place, args),
        "build" => build::command(&place, args),
        "package" => package::command(&place, args),
        "book" => book::command(&place, args),
        "size" => size::command(&place, args),
        "bench" => bench::command(&place, args),
        "bench-catalogue" => bench_catalogue::command(&place, args),
        "bench-ledger" => bench_ledger::command(&place, args),
        "bench-portfolio" => bench_portfolio::command(&place, args),
        "tidy" => tidy::command(&place, args),
        "finish" => finish::command(&place, args),
        "help" | "--help" | "-h" => {
            say::plain(USAGE);
            Ok(())
        }
        other => Err(Trouble::new(format!("there is no command `{other}`")).next(USAGE)),
    }
}
