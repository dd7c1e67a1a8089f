//! What is drawn natively, held against the same number as what the worker draws in a browser (`tests/browser`).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it is surprised")]

use plimsoll_report::{Drawn, Draws, Inputs, from_bytes, to_bytes};

fn entries() -> (Vec<(String, String)>, u64) {
    let case: serde_json::Value =
        serde_json::from_str(include_str!("../../../tests/cases/draws.json")).unwrap();
    let entries = case.get("entries").and_then(serde_json::Value::as_object).unwrap();
    let entries = entries.iter().map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned()));
    (entries.collect(), case.get("hash").and_then(serde_json::Value::as_u64).unwrap())
}

fn first() -> Drawn {
    let mut draws = Draws::new(&Inputs::from_entries(entries().0).unwrap());
    loop {
        if let Some(found) = draws.advance() {
            return found.clone();
        }
        assert!(!draws.is_done());
    }
}

/// FNV-1a, of 32 bits.
fn hash(bytes: &[u8]) -> u64 {
    let start = 0x811c_9dc5_u32;
    bytes.iter().fold(start, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)).into()
}

#[test]
fn bits_are_those_of_the_browser() {
    assert_eq!(hash(&to_bytes(&first()).unwrap()), entries().1);
}

#[test]
fn what_was_drawn_crosses_whole() {
    let found = first();
    assert_eq!(from_bytes::<Drawn>(&to_bytes(&found).unwrap()), Some(found.clone()));
    assert_eq!((found.contradictions > 0, found.fans.len(), found.weights.len()), (true, 4, 5));
}
