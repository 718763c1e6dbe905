//! What the stories in `tests/it` are told with: a real server process, real
//! browsers, and a terminal, in the words of the product.
//!
//! A [`Story`] owns everything that a test starts, ends it whatever happens, and
//! keeps what a failed test leaves to look at (`target/e2e-failures/<test>/`:
//! a screenshot and the console of every page, the server's log). Whatever a page
//! complains of on its console fails the story, unless the story said that it would.
//!
//! Steps wait for what they need by looking again and again until
//! [`patience::PATIENCE`] is over; none sleeps for a time and hopes.
//!
//! The server is the `server` binary beside the test's own (`target/<profile>/server`,
//! or `$CONFAB_SERVER`). Where it is missing or older than its sources it is built
//! first. The browser is `$CHROME` or an installed Chromium; `cargo xtask ensure`
//! installs one.

pub mod accessibility;
pub mod browser;
pub mod connection;
pub mod console;
pub mod page;
pub mod patience;
mod places;
pub mod screen;
pub mod server;
pub mod story;
pub mod terminal;
pub mod visitor;

pub use screen::{Line, Mark, Screen};
pub use server::Server;
pub use story::{Story, tell};
pub use terminal::Terminal;
pub use visitor::Visitor;
