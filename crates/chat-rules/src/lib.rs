//! The server's decisions, as machines without socket, clock, runtime or chance.
//!
//! Every machine has the same three doors: `handle(now, input)` returns what is to
//! be done, in order; `deadline()` says when it wants to be woken (a wake that is
//! early or repeated does no harm); `check_invariants()` panics in tests and
//! simulations when the machine has gone wrong. The server's `chat` module drives
//! [`session`], its `hub` drives [`room`] and [`presence`], its `access` asks
//! [`policy`], its `door` asks [`door`], its `links` drive [`exchange`].

pub mod door;
pub mod exchange;
pub mod mutants;
pub mod policy;
pub mod presence;
pub mod private;
pub mod rate;
pub mod room;
pub mod session;
