//! From the compiler's module to one that a browser can start: wasm-bindgen as a library.
//!
//! As a library it cannot be of another version than the client's own `wasm-bindgen`: both are
//! pinned to the same schema crate, and one `Cargo.lock` cannot hold two of them.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::Profile;

/// Name of the script that loads the module, as `index.html` says it.
pub(crate) const SCRIPT: &str = "app.js";

/// Name of the module, as `index.html` says it.
pub(crate) const MODULE: &str = "app_bg.wasm";

/// Makes the script, the module and the scripts that dependencies bring along.
pub(crate) fn generate(module: &Path, profile: Profile) -> Result<Vec<(String, Vec<u8>)>> {
    let names = profile == Profile::WebDev;
    let mut output = Bindgen::new()
        .input_path(module)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .demangle(names)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate_output()
        .context("the bindings between the client and the page could not be made")?;
    let mut app = vec![
        (SCRIPT.to_owned(), output.js().as_bytes().to_vec()),
        (MODULE.to_owned(), output.wasm_mut().emit_wasm()),
    ];
    for (crate_name, scripts) in output.snippets() {
        for (index, script) in scripts.iter().enumerate() {
            let path = format!("snippets/{crate_name}/inline{index}.js");
            app.push((path, script.as_bytes().to_vec()));
        }
    }
    for (path, script) in output.local_modules() {
        app.push((format!("snippets/{path}"), script.as_bytes().to_vec()));
    }
    // Local modules come from a hash map; the bundle must not depend on its order.
    app.sort();
    Ok(app)
}
