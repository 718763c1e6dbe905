//! The stories, one module each. Told with what `e2e/src` gives.

mod accessibility;
mod amending;
mod compare;
mod connection;
mod doctor;
mod drafts;
mod figures;
mod files;
mod history;
mod https;
mod markup;
mod outbox;
mod phone;
mod plain_mode;
mod plans;
mod proxies;
mod restart;
mod rooms;
mod search;
mod settings;
mod start;
mod talk;
mod theme;
mod told;
mod unread;
mod writing;
