//! The HTTP API: signing in, what people want and say of themselves, pages of history,
//! health, figures. JSON in and out; every no is a
//! `Refusal` with a fitting status.

pub mod doctor;
pub mod drafts;
pub mod error;
pub mod files;
pub mod health;
pub mod links;
pub mod login;
pub mod metrics;
pub mod personal;
pub mod plans;
pub mod rooms;
pub mod search;
pub mod threads;
pub mod told;
pub mod unread;
