//! The `wasm-bindgen` command, built from this workspace so that it always matches `Cargo.lock`.
//!
//! Glue made by one version does not fit a module made for another. Installed tools drift; this one cannot.
//! It understands the options that `cargo xtask` and Trunk use, and refuses every other.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to the person who ran it")]

use std::env;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

/// What the command line asked for.
#[derive(Debug, Default, PartialEq)]
struct Request {
    input: String,
    out_dir: String,
    out_name: Option<String>,
    target: Option<String>,
    typescript: bool,
    keep_debug: bool,
    no_demangle: bool,
    no_default_path: bool,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    if matches!(words.first().map(String::as_str), Some("--version" | "-V")) {
        println!("wasm-bindgen {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    match read(words).and_then(|request| generate(&request)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("wasm-bindgen: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the words of the command line; `--name=value` and `--name value` are the same.
fn read(words: impl IntoIterator<Item = String>) -> Result<Request, String> {
    let mut request = Request { typescript: true, ..Request::default() };
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let (name, mut value) = match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let mut value = || value.take().or_else(|| words.next()).ok_or(format!("{name} wants a value"));
        match name.as_str() {
            "--out-dir" => request.out_dir = value()?,
            "--out-name" => request.out_name = Some(value()?),
            "--target" => request.target = Some(value()?),
            "--no-typescript" => request.typescript = false,
            "--keep-debug" => request.keep_debug = true,
            "--no-demangle" => request.no_demangle = true,
            "--omit-default-module-path" => request.no_default_path = true,
            // Both are found in the module itself by now; Trunk may still name them.
            "--reference-types" | "--weak-refs" => {}
            option if option.starts_with('-') => return Err(format!("there is no option {option} here")),
            _ if request.input.is_empty() => request.input = name,
            _ => return Err(format!("one module at a time; what is {name}?")),
        }
    }
    if request.input.is_empty() || request.out_dir.is_empty() {
        return Err("it takes a wasm file and --out-dir".to_owned());
    }
    Ok(request)
}

/// Writes the JavaScript glue and the module that fits it.
fn generate(request: &Request) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&request.input)
        .typescript(request.typescript)
        .keep_debug(request.keep_debug)
        .demangle(!request.no_demangle)
        .omit_default_module_path(request.no_default_path);
    if let Some(name) = &request.out_name {
        bindgen.out_name(name);
    }
    let chosen = match request.target.as_deref() {
        Some("web") => bindgen.web(true),
        Some("no-modules") => bindgen.no_modules(true),
        Some("nodejs") => bindgen.nodejs(true),
        Some("bundler") | None => bindgen.bundler(true),
        Some(other) => return Err(format!("--target {other} is not known here")),
    };
    chosen.and_then(|bindgen| bindgen.generate(&request.out_dir)).map_err(|error| format!("{error:?}"))
}

#[cfg(test)]
mod tests {
    use super::{Request, read};

    fn request(line: &str) -> Result<Request, String> {
        read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn both_ways_of_writing_a_value_are_read() {
        let spaced = request("--target web --out-dir out --out-name page --no-typescript in.wasm");
        let joined = request("--target=web --out-dir=out --out-name=page --no-typescript in.wasm");
        assert_eq!(spaced, joined);
        assert_eq!(spaced.map(|read| read.input), Ok("in.wasm".to_owned()));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in
            ["", "in.wasm", "--out-dir", "--out-dir out in.wasm two.wasm", "--out-dir out --shrink in.wasm"]
        {
            assert!(request(line).is_err(), "{line:?} was accepted");
        }
    }
}
