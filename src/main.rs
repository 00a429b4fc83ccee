//! The browser's entry point. Natively it does nothing: the build and the tests use the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    plan_explorer::app::run();
}
