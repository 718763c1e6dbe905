//! A target under libFuzzer, which brings its own `main`. `cargo xtask fuzz` builds and
//! runs it; which target is in `CONFAB_FUZZ_TARGET`, and the target's words are written as a
//! dictionary to the file that `CONFAB_FUZZ_DICTIONARY` names, before libFuzzer reads it.

#![no_main]

use std::env;
use std::fs;
use std::sync::OnceLock;

use fuzz::Target;

static TARGET: OnceLock<&Target> = OnceLock::new();

fn target() -> &'static Target {
    TARGET.get_or_init(|| {
        let name = env::var("CONFAB_FUZZ_TARGET").unwrap_or_default();
        fuzz::target(&name).expect("CONFAB_FUZZ_TARGET names a target")
    })
}

fn write_dictionary() {
    let Some(path) = env::var_os("CONFAB_FUZZ_DICTIONARY") else {
        return;
    };
    let quoted = |byte: &u8| format!("\\x{byte:02X}");
    let line = |word: &&[u8]| format!("\"{}\"\n", word.iter().map(quoted).collect::<String>());
    let dictionary: String = target().words.iter().map(line).collect();
    fs::write(path, dictionary).expect("the dictionary can be written");
}

libfuzzer_sys::fuzz_target!(init: write_dictionary(), |data: &[u8]| (target().run)(data));
