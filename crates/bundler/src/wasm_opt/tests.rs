use super::version;

#[test]
fn the_version_is_read_from_what_wasm_opt_says() {
    assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
    assert_eq!(version("wasm-opt version 108"), Some(108));
    assert_eq!(version("wasm-opt"), None);
    assert_eq!(version("something else entirely"), None);
}
