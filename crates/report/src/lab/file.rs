//! A model as a file: `docs/health-model.md` describes it.

use serde::{Deserialize, Serialize};

use super::keep::{Flaw, KeptModel};

/// What the file says it is.
const FORMAT: &str = "plimsoll-health-model";
/// The version that is written and read.
const VERSION: u32 = 1;
/// The most bytes of a file.
pub const MOST_BYTES: usize = 256 * 1024;

/// The most letters by which an indicator is told apart.
const MOST_LETTERS: usize = 60;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ModelFile {
    format: String,
    version: u32,
    model: KeptModel,
}

/// Why a file is no model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is no JSON, or something in it is not as it has to be: line, column, and what the reader says.
    Syntax(usize, usize, String),
    /// It says that it is something else.
    OtherFormat(String),
    /// It is of another version.
    OtherVersion(u32),
    /// An indicator has this name, which is none: letters, digits and dashes make one.
    Slug(String),
    /// The model in it cannot be used.
    Flaws(Box<KeptModel>, Vec<Flaw>),
}

/// The model as a file.
#[must_use]
pub fn write(model: &KeptModel) -> String {
    let file = ModelFile { format: FORMAT.into(), version: VERSION, model: model.clone() };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The model of a file, as a whole or not at all.
///
/// # Errors
///
/// Says why it is none; see [`FileFault`].
///
/// ```
/// use plimsoll_metrics::health::health_models::FOUR_CATEGORIES;
/// use plimsoll_report::lab::{KeptModel, file};
/// let model = KeptModel::of(&FOUR_CATEGORIES);
/// assert_eq!(file::read(&file::write(&model)), Ok(model));
/// assert!(matches!(file::read("{}"), Err(file::FileFault::Syntax(1, 2, _))));
/// ```
pub fn read(text: &str) -> Result<KeptModel, FileFault> {
    if text.len() > MOST_BYTES {
        return Err(FileFault::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let file: ModelFile = serde_json::from_str(text).map_err(|fault| {
        FileFault::Syntax(fault.line(), fault.column(), without_place(&fault.to_string()))
    })?;
    if file.format != FORMAT {
        return Err(FileFault::OtherFormat(file.format));
    }
    if file.version != VERSION {
        return Err(FileFault::OtherVersion(file.version));
    }
    if let Some(odd) = file.model.indicators.iter().find(|of| !is_slug(&of.slug)) {
        return Err(FileFault::Slug(odd.slug.clone()));
    }
    match file.model.read() {
        Ok(_) => Ok(file.model),
        Err(flaws) => Err(FileFault::Flaws(Box::new(file.model), flaws)),
    }
}

/// Whether indicators can be told apart by this name: it is made of letters, digits and dashes.
fn is_slug(name: &str) -> bool {
    (1..=MOST_LETTERS).contains(&name.chars().count())
        && name.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
}

/// What a reader says, without the place that it names behind it.
fn without_place(said: &str) -> String {
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;

    /// The example of the documentation is a model that counts.
    #[test]
    fn the_example_of_the_documentation_is_a_good_model() {
        let text = include_str!("../../../../docs/health-model.md");
        let example =
            text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default();
        let model = read(example).unwrap();
        assert_eq!((model.indicators.len(), model.segments.len()), (4, 1));
        assert_eq!(read(&write(&model)), Ok(model));
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        assert_eq!(read(&" ".repeat(MOST_BYTES.saturating_add(1))), Err(FileFault::TooLarge));
    }
}
