//! The names by which a module and its glue know each other.
//!
//! wasm-bindgen makes them long and ends them in sixteen hexadecimal digits, which no compression can shorten. What
//! ships has a counter instead, filled up to the same length: nothing moves, so the module needs no second encoding.

use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome, Trouble};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many digits end such a name.
const DIGITS: usize = 16;

/// Every module of a folder that lies beside its glue.
pub(crate) fn level_all(folder: &Path) -> Outcome {
    for module in files_below(folder)? {
        let name = module.to_string_lossy();
        let Some(glue) = name.strip_suffix("_bg.wasm").map(|stem| format!("{stem}.js")) else { continue };
        let text = fs::read_to_string(&glue).doing(format!("reading {glue}"))?;
        let mut bytes = fs::read(&module).doing(format!("reading {name}"))?;
        let text = level(&text, &mut bytes)?;
        fs::write(&glue, text).doing(format!("writing {glue}"))?;
        fs::write(&module, bytes).doing(format!("writing {name}"))?;
    }
    Ok(())
}

/// Renames in a module, and answers the glue that fits it.
///
/// # Errors
/// The bytes of a name stand somewhere in the module where they are no name.
fn level(glue: &str, module: &mut [u8]) -> Outcome<String> {
    let mut names = BTreeMap::new();
    for name in words(glue).filter(|word| is_noisy(word)) {
        let count = names.len();
        names.entry(name).or_insert_with(|| format!("{count:_>length$}", length = name.len()));
    }
    let before = module.to_vec();
    for (old, new) in &names {
        for at in places(&before, old.as_bytes()) {
            if !is_name(&before, at, old.len()) {
                return Err(Trouble::new(format!("{old} stands in the module where no name is expected")));
            }
            if let Some(target) = at.checked_add(old.len()).and_then(|end| module.get_mut(at..end)) {
                target.copy_from_slice(new.as_bytes());
            }
        }
    }
    Ok(words_and_between(glue).map(|word| names.get(word).map_or(word, String::as_str)).collect())
}

/// The words of a program's text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_letter(letter))
}

/// The words of a program's text and what stands between them, so that nothing is lost.
fn words_and_between(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let inside = is_letter(rest.chars().next()?);
        let end = rest.find(|letter| is_letter(letter) != inside).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Whether a letter may stand in a name.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

/// Whether a name ends in digits that only tell it apart: `__wbg_get_…` or `…__invoke__h…`.
fn is_noisy(name: &str) -> bool {
    let Some((stem, digits)) = name.len().checked_sub(DIGITS).and_then(|end| name.split_at_checked(end))
    else {
        return false;
    };
    stem.ends_with(['_', 'h'])
        && name.contains("__")
        && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// Where the bytes of a name stand.
fn places(module: &[u8], name: &[u8]) -> Vec<usize> {
    module.windows(name.len()).enumerate().filter(|(_, window)| *window == name).map(|(at, _)| at).collect()
}

/// Whether the length of a name stands before it, as it does before every name of a module. Seven bits to a byte.
fn is_name(module: &[u8], at: usize, length: usize) -> bool {
    let before =
        |back: usize| at.checked_sub(back).and_then(|at| module.get(at)).map(|byte| usize::from(*byte));
    if length < 128 {
        before(1) == Some(length)
    } else {
        before(2) == Some(length & 127 | 128) && before(1) == Some(length >> 7)
    }
}

#[cfg(test)]
mod tests {
    use super::level;

    const GLUE: &str =
        "imports = { __wbg_get_0123456789abcdef: () => wasm.f__h00000000deadbeef(ä) }; // __wbg_get_12";

    fn module(names: &[&str]) -> Vec<u8> {
        let name = |name: &&str| [&[u8::try_from(name.len()).unwrap_or_default()], name.as_bytes()].concat();
        names.iter().flat_map(name).collect()
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let mut bytes = module(&["./m.js", "__wbg_get_0123456789abcdef", "f__h00000000deadbeef"]);
        let glue = level(GLUE, &mut bytes).unwrap_or_default();
        assert_eq!(
            glue,
            "imports = { _________________________0: () => wasm.___________________1(ä) }; // __wbg_get_12"
        );
        assert_eq!(bytes, module(&["./m.js", "_________________________0", "___________________1"]));
    }

    #[test]
    fn what_is_no_name_stops_the_build() {
        let mut bytes = b"a sentence about __wbg_get_0123456789abcdef".to_vec();
        assert!(level(GLUE, &mut bytes).is_err());
    }
}
