//! Sixteen accounts at once: vector instructions in the browser, plain numbers everywhere else, with the same result.

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
mod plain;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors;

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
pub(super) use plain::{add, add_weight, add_where_present, classes, classes_by_weight};
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
pub(super) use vectors::{add, add_weight, add_where_present, classes, classes_by_weight};
