//! The model as it is edited.

use crate::view::{EntryView, SelectOption};

/// Indicators, weights and thresholds.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelView {
    /// The models to start from, and those that were saved.
    pub models: Vec<SelectOption>,
    /// Where its weights are from, and what its source says about using it.
    pub about: String,
    /// The title and date of its source.
    pub source: String,
    /// For whom weights are shown: everybody, or one segment. Empty where accounts have no segments.
    pub segments: Vec<SegmentChoice>,
    /// What the chosen segment's weights are: "as for all accounts", "its own".
    pub segment_note: Option<String>,
    /// The indicators.
    pub indicators: Vec<IndicatorView>,
    /// What the weights come to: "102.5 in all; each counts by its share".
    pub total: String,
    /// The columns that could be indicators and are not.
    pub more: Vec<SelectOption>,
    /// The two lines between the classes.
    pub thresholds: [ThresholdField; 2],
    /// What is done about what is missing.
    pub missing: Vec<SelectOption>,
    /// What that means, in a sentence.
    pub missing_note: &'static str,
    /// Whether something was changed since the model was chosen, so that there is a way back.
    pub is_changed: bool,
    /// Whether all weights can be set alike, as its source gives none.
    pub offers_equal: bool,
    /// What keeps the model from being used; the scores below are those of the last one that could be.
    pub problem: Option<String>,
}

/// One choice of whose weights are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentChoice {
    /// The segment, for actions; empty is everybody.
    pub value: String,
    /// Its name with the number of its accounts.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Whether it has weights of its own.
    pub is_own: bool,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorView {
    /// Its name in actions.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The question it answers; empty for one of the reader's own.
    pub question: String,
    /// Its weight.
    pub weight: WeightField,
    /// The share of the score that it makes up where everything is present: "29.3%".
    pub effective: String,
    /// A word where the weight lies outside of what the source gives.
    pub outside: Option<String>,
    /// How many accounts have it, and their median: "98% have it, median 64".
    pub coverage: String,
    /// The columns that can feed it.
    pub columns: Vec<SelectOption>,
    /// How its values become points, while that is open.
    pub measure: Option<MeasureView>,
    /// What is wrong with it: no column, the same value everywhere.
    pub problem: Option<String>,
}

/// A weight, as a slider and as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightField {
    /// The number as it was typed.
    pub text: String,
    /// The slider's place, in halves of a point.
    pub half_points: u32,
    /// The slider's end, in halves of a point.
    pub most: u32,
    /// The weight in words for who cannot see the slider: "30 of 102.5".
    pub spoken: String,
    /// What is wrong with the number.
    pub problem: Option<String>,
}

/// One line between two classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdField {
    /// `red` or `green`.
    pub slug: &'static str,
    /// "Red below", "Green from".
    pub label: &'static str,
    /// The number as it was typed.
    pub text: String,
    /// Where it stands, in hundredths of a point: for the divider.
    pub hundredths: u16,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// How the values of a column become points.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureView {
    /// The ways there are.
    pub kinds: Vec<SelectOption>,
    /// What the values are like: "0 to 412, half of them from 3 to 18".
    pub values: String,
    /// What is typed.
    pub fields: Vec<MeasureField>,
    /// Pairs of a value and its points.
    pub rows: Vec<MeasureRow>,
    /// Whether pairs can be added.
    pub can_add: bool,
    /// The choice that is made once for all of it: whether new customers are left out.
    pub switch: Option<SelectOption>,
    /// What it means, in a sentence with two examples: "0 logins give 0 points, 20 and more give 100".
    pub reading: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// One number of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureField {
    /// "Zero points at", "A hundred points at".
    pub label: &'static str,
    /// Its field.
    pub field: EntryView,
}

/// A value, or where values start, and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// Its place, from 0.
    pub place: usize,
    /// From which value on, or which text.
    pub from: EntryView,
    /// So many points.
    pub points: EntryView,
}
