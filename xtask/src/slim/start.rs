//! How the glue starts the wasm: at once, from a module that is compiled already (`public/port.js`).
//!
//! What wasm-bindgen writes can fetch and compile as well, and has the browser make the instance in a task of its own. In `WebKit`
//! that task is lost for good when a message arrives at the wrong moment, as between a page and its frames.

use anyhow::{Result, ensure};

const BEGIN: &str = "async function __wbg_init(";
const END: &str = "\n}\n";

/// The same with the other way to wait for browsers (Chrome before 112) that make no large instance at once.
const AT_ONCE: &str = "async function __wbg_init({ module_or_path: module }) {
    const imports = __wbg_get_imports();
    let instance;
    try {
        instance = new WebAssembly.Instance(module, imports);
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        instance = await WebAssembly.instantiate(module, imports);
    }
    return __wbg_finalize_init(instance, module);
}
";

/// The glue with our start in the place of its own.
pub(super) fn at_once(glue: &str) -> Result<String> {
    for known in [BEGIN, "function __wbg_finalize_init(instance, module) {", "function __wbg_get_imports() {"] {
        ensure!(glue.matches(known).count() == 1, "it does not have `{known}` once");
    }
    let (before, rest) = glue.split_once(BEGIN).unwrap_or_default();
    let (_, after) = rest.split_once(END).unwrap_or_default();
    Ok([before, AT_ONCE, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_replaced_and_nothing_else() {
        let others = "function __wbg_get_imports() {\n}\nfunction __wbg_finalize_init(instance, module) {\n}\n";
        let glue = format!("{others}async function __wbg_init(module_or_path) {{\n    load();\n}}\n\nexport {{}};\n");
        assert_eq!(at_once(&glue).unwrap(), format!("{others}{AT_ONCE}\nexport {{}};\n"));
        assert!(at_once(others).is_err());
    }
}
