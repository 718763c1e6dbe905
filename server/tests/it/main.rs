//! The server over real sockets: one binary, a module for each subject.
//!
//! Most tests run the server in this process over the memory store; those that kill
//! it run the real program over SQLite. Everybody who talks to it comes from
//! `chat-testkit`. Time is waited for only with a bound, and never slept away.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, with the line"
)]

mod amend;
mod amended;
mod bad_input;
mod crash;
mod disk_full;
mod doctor;
mod door;
mod drafts;
mod drain;
mod echo;
mod examination;
mod fallback;
mod files;
mod harness;
mod hostile;
mod http2_limits;
mod links;
mod login;
#[cfg(target_os = "linux")]
mod memory;
mod metrics;
mod network;
mod page;
mod personal;
mod places;
mod plain;
mod plans;
mod proxies;
mod rate;
mod readers;
mod recording;
mod repeats;
mod requests;
mod search;
mod signals;
mod slow_reader;
mod start;
mod starved;
mod talk;
mod threads;
mod threads_followed;
mod tls;
mod told;
mod topics;
mod transports;
mod unread;
mod verify;
