//! Files that people send: taken in pieces, checked, cleaned, kept once by what is in them.
//!
//! An upload is announced, its bytes are appended in order from any number of requests, and then
//! it is finished: looked at ([`kind`], [`images`]), copied without what a camera adds, named by
//! its hash, and only then a file. Until that moment nobody can read it; after it, its bytes never
//! change. Nothing is ever held in memory as a whole, but for one picture at a time while its
//! thumbnail is drawn ([`drawing`]).
//!
//! Every call here may wait for the disk: a server makes them on threads that may. Who may do
//! what is not decided here.

pub mod drawing;
pub mod images;
pub mod kind;
pub mod record;
pub mod refusal;
pub mod store;

pub use record::{Announced, Record};
pub use refusal::FileRefusal;
pub use store::{Checker, Content, Fault, FileStore, Limits, New, Part, Upload, Writing};
