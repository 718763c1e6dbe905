//! The targets, one a file.

pub(crate) mod client;
pub(crate) mod client_frame;
pub(crate) mod credentials;
pub(crate) mod cursor;
pub(crate) mod decoder;
pub(crate) mod events;
pub(crate) mod files;
pub(crate) mod forwarded;
pub(crate) mod frames;
pub(crate) mod layout;
pub(crate) mod marks;
pub(crate) mod markup;
pub(crate) mod names;
pub(crate) mod origin;
pub(crate) mod plain;
pub(crate) mod requests;
pub(crate) mod server_frame;
pub(crate) mod session;

use std::str;

/// The lines of an input that is text; nothing of one that is not.
fn lines(data: &[u8]) -> impl Iterator<Item = &str> {
    str::from_utf8(data).unwrap_or_default().split('\n')
}
