//! Health scores: three models of what to weigh, and how weights count (catalogue A4). The bands of a score are its scale.
//!
//! A score is the weighted mean of the indicators that are present, from 0 to 100. The definitions here say what an
//! indicator asks and how much it weighs; how a score is worked out for every account of a table stands elsewhere.

mod models;
mod weights;

pub use models::{
    Component, FIVE_TO_TEN, Given, HEALTH_MODELS, HealthModel, find_health_model, health_models,
};
pub use weights::{NoWeights, Outside, Weight, effective_weights, outside_of_source, weight_present};
