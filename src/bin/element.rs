//! The module of the custom element: the whole explorer, as often as a page asks for it.

/// As in `src/main.rs`.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    plan_explorer::app::element::run();
}
