//! The whole page as text for a few states, so that a change of wording is seen.

use serde::Deserialize;

use crate::cases::{golden, read};
use crate::dump::dump;
use crate::typed::Typed;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    page: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    given: Option<Typed>,
}

#[test]
fn pages_read_as_their_goldens_say() {
    for case in read::<Cases>("pages.toml").page {
        let given = case.given.unwrap_or_default();
        let text = dump(&given.explained_page(), given.shelf().as_ref());
        golden(&format!("pages/{}.expected.txt", case.name), &text);
    }
}
