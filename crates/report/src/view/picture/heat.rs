//! Cohorts by age, in colour and in numbers.

use super::Spot;

/// Cohorts by age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatView {
    /// The heading of the cohorts' names.
    pub corner: String,
    /// The heading of the cohorts' sizes.
    pub size: String,
    /// What the ages count: "Months since the first payment".
    pub across: String,
    /// The ages, written.
    pub ages: Vec<String>,
    /// The cohorts, earliest first; above them, where there are several, all of them together.
    pub rows: Vec<HeatRow>,
    /// What the colours mean, lowest first.
    pub levels: Vec<HeatLevel>,
}

/// A cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name: the month of the first payment.
    pub label: String,
    /// How large it was at first, written.
    pub size: String,
    /// Whether it is all cohorts together.
    pub is_summary: bool,
    /// Its ages, youngest first; shorter for later cohorts.
    pub cells: Vec<HeatCell>,
}

/// A cohort at an age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// The share that is kept, written; a dash where there is none.
    pub text: String,
    /// The step of the ramp, from 0; nothing where there is no share.
    pub level: Option<u8>,
    /// What is said about it.
    pub spot: Spot,
}

/// A step of the ramp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatLevel {
    /// The step, from 0.
    pub level: u8,
    /// Where it begins, written: "from 80%". It ends where the next one begins.
    pub span: String,
}
