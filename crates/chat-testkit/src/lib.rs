//! People for tests: users, terminals and troublemakers that talk to a real server
//! over real sockets.
//!
//! - [`TestUser`] is the client that browsers run ([`chat_client::ChatClient`]) over
//!   a native WebSocket or what stands in for it. What a test sees through it is what a
//!   person would see.
//! - [`PlainUser`] is somebody at a terminal: one line per frame, no frames language.
//! - [`RawSocket`] sends any frame or byte and hears every frame, close codes included.
//! - [`Proxy`] stands between them and the server, and does what bad networks do;
//!   [`network`] is the campaign over it.
//! - [`server_process`] is the real program, to be killed; [`crash`] does so all the time.
//! - [`LinkSocket`] is what a [`RawSocket`] is, over plain HTTP requests; a [`Caller`]
//!   talks frames over any transport.
//! - [`http_proxy`] does what unkind HTTP proxies do to requests.
//! - [`http`] asks the server's HTTP side, one connection per question.
//!
//! Everything here talks to loopback only ([`ServerUrl`] takes nothing else), waits at
//! most [`PATIENCE`], and leaves nothing running when it is dropped.

pub mod caller;
pub mod crash;
pub mod http;
pub mod http_proxy;
pub mod link_socket;
pub mod network;
pub mod plain_user;
pub mod proxy;
pub mod raw_socket;
pub mod server_process;
pub mod server_url;
pub mod upgrade;
pub mod user;
pub mod wire_frame;

use std::time::Duration;

pub use caller::Caller;
pub use link_socket::LinkSocket;
pub use plain_user::PlainUser;
pub use proxy::Proxy;
pub use raw_socket::{Heard, RawSocket};
pub use server_url::ServerUrl;
pub use upgrade::{NotUpgraded, Upgrade};
pub use user::{Ack, TestUser, Wall, Walls};

/// How long a test waits for something that has to come. It is a bound on failure,
/// not a measure: generous, because a loaded machine with two cores is slow.
pub const PATIENCE: Duration = Duration::from_secs(20);
