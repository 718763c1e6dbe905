//! Both halves of the chat in one thread and in virtual time.
//!
//! Nine places where a client can run (three people, two tabs on a laptop and one on a
//! phone each) talk to one server. The client machines are the real ones of
//! `chat-client`; the server's session, room and presence machines are the real ones of
//! `chat-rules`, in a shell that mirrors `server`'s; the store is the reference of
//! `chat-store`, made to die between any two steps. The network delays, stalls, cuts and
//! half-opens by seed.
//!
//! A [`plan::Plan`] says what happens; [`world::run`] lets it happen and then asks for
//! quiet, after which every timeline must be the log. A run depends on its plan alone:
//! no clock, no thread, no order of a hash map.
//!
//! Reading order: [`plan`], `world`, `device` and `server` with what they share
//! (`scene`), then what must hold: `ledger` after every step, `judge` at the end.
//! [`mutant`] is the proof that it can fail.

mod agenda;
mod became;
mod chance;
pub mod device;
mod disk;
pub mod happening;
mod judge;
mod ledger;
pub mod mutant;
mod network;
pub mod plan;
mod scene;
pub mod seat;
mod server;
pub mod story;
pub mod world;
