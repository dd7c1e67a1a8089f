//! Tells the linker how much memory the module may ever have. Flags of the compiler would reach the other modules too.

#[allow(clippy::print_stdout, reason = "this is how a build script talks to cargo")]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // 512 MiB are promised; the rest is room for the browser's copy of what is handed over. In whole pages of 64 KiB.
        println!("cargo:rustc-link-arg-bins=--max-memory={}", 1024 * 1024 * 1024);
    }
}
