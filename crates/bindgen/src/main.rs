//! The `wasm-bindgen` command, built from this workspace so that it always matches `Cargo.lock`.
fn main() {}
