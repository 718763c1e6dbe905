//! The HTTP API: signing in, pages of history, health. JSON in and out; every no is a
//! `Refusal` with a fitting status.

pub mod error;
pub mod health;
pub mod login;
pub mod rooms;
