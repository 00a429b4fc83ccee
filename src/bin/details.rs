//! The second module: charts, and the map and finder of wards. The page loads it when the first part that it fills comes near.

/// As in `src/main.rs`.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    plan_explorer::app::details::run();
}
