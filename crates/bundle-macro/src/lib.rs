//! `files!()`: builds the web client while its caller compiles, and expands to its files.
//!
//! Why a macro and not a build script: cargo runs one build script for check and build alike, so
//! a script cannot tell them apart and would build the client at every check. A macro sees the
//! compiler's own arguments, and builds only when code is generated: for build, run, test and
//! bench, not for check, clippy, rustdoc or an editor.
//!
//! Why byte strings and not `include_bytes!`: cargo would see files that are newer than the start
//! of the compilation, and build again every time.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use bundler::{File, Messages, Options, Profile};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Expands to a `&[File]` of every file of the web client, ordered by path.
///
/// `File` has to be in scope at the call. Where no code is generated the list is empty.
#[proc_macro]
pub fn files(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(env::args()).into()
}

fn expand(compiler_arguments: impl Iterator<Item = String>) -> TokenStream {
    if !generates_code(compiler_arguments) {
        return quote!(&[]);
    }
    let Some(root) = workspace_root() else {
        return failure("the bundle crate has left its workspace");
    };
    let profile = match profile(env::var_os(PROFILE).as_deref()) {
        Ok(profile) => profile,
        Err(reason) => return failure(&reason),
    };
    let options = Options {
        root,
        profile,
        messages: Messages::Terminal,
        server_port: None,
    };
    match bundler::bundle(&options) {
        Ok(files) => {
            let files = files.iter().map(file);
            quote!(&[#(#files),*])
        }
        Err(error) => failure(&format!("{error:#}")),
    }
}

/// Names the profile of the client, for those who build it often.
const PROFILE: &str = "CONFAB_CLIENT_PROFILE";

/// The profile that is asked for; the small one where nobody asks.
fn profile(asked: Option<&OsStr>) -> Result<Profile, String> {
    match asked.map(|asked| asked.to_string_lossy()).as_deref() {
        None | Some("" | "web") => Ok(Profile::Web),
        Some("web-dev") => Ok(Profile::WebDev),
        Some(other) => Err(format!("{PROFILE} is `{other}`; it can be web or web-dev")),
    }
}

/// Whether the compiler was told to link: `--emit=dep-info,link` or `--emit link=file`. A
/// build for fuzzing (`--cfg fuzzing`) is run by no browser, and needs no client.
fn generates_code(mut arguments: impl Iterator<Item = String>) -> bool {
    let mut links = false;
    while let Some(argument) = arguments.next() {
        if argument == "fuzzing" || argument == "--cfg=fuzzing" {
            return false;
        }
        let kinds = match argument.strip_prefix("--emit=") {
            Some(kinds) => kinds.to_owned(),
            None if argument == "--emit" => arguments.next().unwrap_or_default(),
            None => continue,
        };
        links |= kinds
            .split(',')
            .any(|kind| kind.split('=').next() == Some("link"));
    }
    links
}

/// Two folders above the crate that calls the macro.
fn workspace_root() -> Option<PathBuf> {
    let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")?;
    Path::new(&manifest_dir)
        .ancestors()
        .nth(2)
        .map(Path::to_path_buf)
}

fn file(file: &File) -> TokenStream {
    let File {
        path,
        content_type,
        etag,
        immutable,
        raw,
        brotli,
        gzip,
    } = file;
    let raw = Literal::byte_string(raw);
    let brotli = form(brotli.as_deref());
    let gzip = form(gzip.as_deref());
    quote! {
        File {
            path: #path,
            content_type: #content_type,
            etag: #etag,
            immutable: #immutable,
            raw: #raw,
            brotli: #brotli,
            gzip: #gzip,
        }
    }
}

fn form(compressed: Option<&[u8]>) -> TokenStream {
    match compressed {
        Some(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(::core::option::Option::Some(#bytes))
        }
        None => quote!(::core::option::Option::None),
    }
}

fn failure(reason: &str) -> TokenStream {
    quote!(::core::compile_error!(#reason))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use bundler::Profile;

    use super::{generates_code, profile};

    #[test]
    fn the_client_is_small_unless_a_quick_one_is_asked_for() {
        assert_eq!(profile(None), Ok(Profile::Web));
        assert_eq!(profile(Some(OsStr::new("web-dev"))), Ok(Profile::WebDev));
        assert!(profile(Some(OsStr::new("fast"))).is_err());
    }

    #[test]
    fn a_client_is_built_for_what_is_linked_and_not_fuzzed() {
        let generates = |line: &str| generates_code(line.split(' ').map(str::to_owned));
        assert!(generates(
            "rustc --crate-name bundle --emit=dep-info,metadata,link -C opt=1"
        ));
        assert!(generates("rustc --emit link=a.rlib"));
        assert!(!generates("rustc --emit=dep-info,metadata"));
        assert!(!generates("rustc --emit=link --cfg fuzzing"));
    }
}
