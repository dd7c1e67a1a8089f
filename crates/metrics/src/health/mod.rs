//! Health scores: three models of what to weigh, models of the reader's own, and how weights count (catalogue A4). The bands of a
//! score are its scale.
//!
//! A score is the weighted mean of the indicators that are present, from 0 to 100. A [`Model`] says which they are, how a raw value
//! becomes points ([`Indicator::read`]), and what each weighs; [`plimsoll_columns::scores`] scores a whole table by it
//! ([`Model::scheme`]), and [`Model::explain`] takes one account apart, exactly.

mod explain;
mod indicator;
mod model;
mod models;
mod money;
mod quantity;
mod reading;
mod scale;
mod team;
mod versions;
mod weights;

pub use explain::{Explained, Held, NoScore, Part};
pub use indicator::{DayCount, Indicator, Lifecycle, NEW_FOR_DAYS, Rule};
pub use model::{GREEN_FROM, Model, ModelFault, RED_BELOW, SegmentWeights};
pub use models::{
    Component, FIVE_TO_TEN, Given, HEALTH_MODELS, HealthModel, find_health_model, health_models,
};
pub use money::{Amount, MoneySums, amount_columns, money_book};
pub use quantity::{FULL_POINTS, MOST_PLACES, Quantity};
pub use reading::{MOST_ODD_ROWS, Moment, NO_DAY, NO_NUMBER, NO_TEXT, Odd, Points, RawColumn, Reading};
pub use scale::{RuleFault, Scale, ScaleReader};
pub use team::{Care, Team, Time};
pub use versions::{FourScores, Split, Ways};
pub use weights::{NoWeights, Outside, Weight, effective_weights, outside_of_source, weight_present};
