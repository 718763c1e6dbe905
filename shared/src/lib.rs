//! The words on the wire, for the browser, the server and every other client.
//!
//! Nothing here opens a socket, reads a clock or touches a disk; it compiles for
//! WebAssembly and for the server alike. Only the types of this crate are
//! serialisable: what can be serialised is a promise to somebody else, and
//! `PROTOCOL.md` tells the same promise in prose.
//!
//! Reading order: [`ids`], [`cursor`], [`entry`], then the two frame modules,
//! [`client_frame`] and [`server_frame`].

pub mod client_frame;
pub mod close;
pub mod codec;
pub mod cursor;
pub mod doctor;
pub mod entry;
pub mod events;
pub mod file;
pub mod http;
pub mod ids;
pub mod kept;
pub mod limits;
pub mod moment;
pub mod plan;
pub mod preferences;
pub mod refusal;
pub mod search;
pub mod server_frame;
pub mod signal;
pub mod text;
pub mod told;
pub mod version;
