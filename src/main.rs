//! The browser's entry point. Natively it does nothing: the build and the tests use the library.

/// A small allocator: a third of the code of the standard one, which counts where every byte is downloaded.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    plan_explorer::app::run();
}
