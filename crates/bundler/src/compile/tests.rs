use super::*;

#[test]
fn the_inner_cargo_does_not_see_the_outer_crate() {
    for name in [
        "CARGO_MANIFEST_DIR",
        "CARGO_PKG_NAME",
        "CARGO_ENCODED_RUSTFLAGS",
        "RUSTFLAGS",
    ] {
        assert!(!passes(OsStr::new(name)), "{name}");
    }
    for name in [
        "RUSTC_WORKSPACE_WRAPPER",
        "CLIPPY_ARGS",
        "CARGO_TARGET_DIR",
        "OPT_LEVEL",
    ] {
        assert!(!passes(OsStr::new(name)), "{name}");
    }
}

#[test]
fn the_inner_cargo_keeps_what_it_needs_to_work() {
    for name in [
        "PATH",
        "HOME",
        "CARGO_HOME",
        "CARGO_MAKEFLAGS",
        "CARGO_NET_OFFLINE",
    ] {
        assert!(passes(OsStr::new(name)), "{name}");
    }
    assert!(passes(OsStr::new("RUSTUP_TOOLCHAIN")));
}

#[test]
fn complaints_leave_progress_out() {
    let said = "   Compiling shared v0.1.0\nerror: expected `;`\n --> shared/src/lib.rs:1:1\n";
    assert_eq!(
        complaints(said),
        "error: expected `;`\n --> shared/src/lib.rs:1:1"
    );
}

#[test]
fn flags_are_quoted_for_cargo() {
    let flags = [r"a=C:\b".to_owned(), "c".to_owned()];
    assert_eq!(toml_strings(&flags), r#"["a=C:\\b","c"]"#);
}
