//! `GET /chat`: one connection, from its upgrade to its end.
//!
//! [`upgrade`] decides the language and lets in; [`driver`] is the one task that a
//! connection is; [`requests`] does what its session asks for; [`mailbox`] is how the
//! rest of the server reaches it; [`plain`] is about connections that speak lines;
//! [`wire`] is all that a driver knows of what carries its frames.

pub mod driver;
pub mod mailbox;
pub mod plain;
pub mod requests;
pub mod upgrade;
pub mod wire;
