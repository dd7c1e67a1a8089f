//! The targets of `../fuzz` on inputs that change at random, for a few seconds of every run of the tests.
//!
//! The seed is printed; the same seed gives the same inputs. `PLIMSOLL_FUZZ_SEED` takes another, `PLIMSOLL_FUZZ_SECONDS` more
//! time for each target. An input that fails is written down, named, and found again by adding it to the corpus.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test stops where it is surprised, and says which seed it ran with"
)]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use targets::Target;

/// Whose memory no input may take, in MiB.
const MEMORY: u64 = 512;
/// How long one input may take. Tests are built without optimising, on a machine that may be busy; a release takes a tenth.
const LONGEST: Duration = Duration::from_secs(10);
/// The longest input, in bytes; a workbook may be longer.
const MOST: usize = 4_096;

/// Numbers from a seed (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// What random bytes would hardly ever be.
const PIECES: &[&str] = &[
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    ",\"\n\",",
    "\u{feff}",
    "\0",
    "'",
    "=",
    "Total",
    "Customer,Month,MRR\n",
    "Acme,2025-01,100.00\n",
    "2025-01",
    "2025-13",
    "9999-12-31",
    "0001-01",
    "03/04/2025",
    "31.12.24",
    "Jan 25",
    "45658",
    "1735689600",
    "1.000",
    "1,000.00",
    "1.000,00",
    "-5",
    "(5)",
    "1e5",
    "99999999999999999999999999999",
    "0.005",
    "€",
    "USD",
    "%",
    "k",
    "Account,Health score,Adoption %,ARR,Churned\n",
    "Snapshot date",
    "Last contact",
    "85%",
    "4/5",
    "n/a",
    "yes",
    "month",
    "year",
    "churn",
    "MRR at start",
    "Start date",
    "End date",
    "T23:59:60Z",
    " am",
    "\u{a0}",
    "\u{202f}",
    "\u{202e}",
    "é",
    "\u{1f469}\u{200d}\u{1f680}",
    "<row r=\"1048576\">",
    "<c r=\"XFD1\" t=\"s\"><v>",
    "]]>",
    "&#x0;",
    "<!DOCTYPE x>",
    "PK\u{3}\u{4}",
];

/// An input of the corpus, changed in a few places.
fn changed(corpus: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut input = corpus[chance.below(corpus.len())].clone();
    for _ in 0..=chance.below(5) {
        let at = chance.below(input.len() + 1);
        let to = (at + chance.below(40)).min(input.len());
        match chance.below(7) {
            0 if at < input.len() => input[at] ^= 1 << chance.below(8),
            1 if at < input.len() => input[at] = u8::try_from(chance.below(256)).unwrap(),
            2 => drop(input.drain(at..to)),
            3 => {
                let again = input[at..to].to_vec();
                input.splice(at..at, again);
            }
            4 => {
                let other = &corpus[chance.below(corpus.len())];
                let from = chance.below(other.len() + 1);
                let piece = other[from..(from + 200).min(other.len())].to_vec();
                input.splice(at..to, piece);
            }
            5 => input.truncate(at),
            _ => drop(input.splice(at..at, PIECES[chance.below(PIECES.len())].bytes())),
        }
    }
    let longest = corpus.iter().map(Vec::len).max().unwrap_or(0).max(MOST);
    input.truncate(longest);
    input
}

fn corpus(folders: &[PathBuf], longest: usize) -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| {
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        })
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".txt") && !path.ends_with(".gitattributes"))
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).filter(|bytes| bytes.len() <= longest).collect()
}

/// An input that failed, where it can be found.
fn written(name: &str, input: &[u8]) -> String {
    let sum = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}-{sum:016x}"));
    fs::write(&place, input).unwrap();
    place.display().to_string()
}

/// Runs a target on its corpus, then on changed inputs until the time is over.
fn run((name, target): Target, seed: u64, time: Duration) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![here.join("fuzz/corpus").join(name)];
    match name {
        "csv" => folders.push(here.join("cases/readings")),
        "workbook" => folders.push(here.join("../crates/workbook/tests/fixtures")),
        _ => {}
    }
    let corpus = corpus(&folders, if name == "workbook" { 200_000 } else { MOST });
    assert!(corpus.len() >= 3, "{name} has a corpus");
    let current: Arc<Mutex<(Instant, Vec<u8>)>> = Arc::new(Mutex::new((Instant::now(), Vec::new())));
    let shared = Arc::clone(&current);
    let runner = thread::spawn(move || {
        let (began, mut chance) = (Instant::now(), Chance(seed | 1));
        let mut runs = 0_usize;
        while runs < corpus.len() || began.elapsed() < time {
            let input = match corpus.get(runs) {
                Some(input) => input.clone(),
                None => changed(&corpus, &mut chance),
            };
            *shared.lock().unwrap() = (Instant::now(), input.clone());
            if catch_unwind(|| target(&input)).is_err() {
                return Err(input);
            }
            runs += 1;
        }
        Ok(runs)
    });
    while !runner.is_finished() {
        thread::sleep(Duration::from_millis(20));
        let (began, input) = &*current.lock().unwrap();
        assert!(began.elapsed() < LONGEST, "{name} takes too long, seed {seed}: {}", written(name, input));
    }
    match runner.join().unwrap() {
        Ok(runs) => println!("{name}: {runs} inputs, seed {seed}"),
        Err(input) => panic!("{name} fails, seed {seed}: {}", written(name, &input)),
    }
    let memory = peak();
    assert!(memory < MEMORY, "{name} took {memory} MiB, seed {seed}");
}

/// The most memory that this process has held, in MiB; 0 where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) / 1_024
}

fn of_environment(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// One test, so that targets do not share the time and the memory.
#[test]
fn targets_hold_on_changed_inputs() {
    let seed = of_environment("PLIMSOLL_FUZZ_SEED").unwrap_or(0x9e37_79b9_7f4a_7c15);
    let time =
        of_environment("PLIMSOLL_FUZZ_SECONDS").map_or(Duration::from_millis(2_500), Duration::from_secs);
    for target in targets::ALL {
        run(target, seed, time);
    }
}
