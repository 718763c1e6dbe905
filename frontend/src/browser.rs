//! The browser as this client uses it: socket, clock, storage, HTTP, the page itself.
//!
//! Nothing here decides. [`driver`] feeds what the browser reports to the client
//! machine and carries out what the machine answers; the other modules are its
//! hands. Only this folder names sockets, timers, storage and global objects.
//!
//! Whatever the browser refuses (storage shut, no lock manager, no clipboard) is a
//! value, never a panic: a page goes on with what it has.

pub mod address;
pub mod clock;
pub mod compare;
pub mod countries;
pub mod doctor;
pub mod driver;
pub mod failure;
pub mod former;
pub mod http;
pub mod kept_files;
mod link;
mod listener;
pub mod notices;
mod outbox;
pub mod page;
mod probe;
mod socket;
pub mod sound;
pub mod storage;
pub mod tabs;
pub mod typing;
pub mod upload;
mod wire;
