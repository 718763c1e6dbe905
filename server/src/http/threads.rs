//! `/api/me/threads`: which threads somebody follows, and how far they saw them.

use std::sync::Arc;

use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::kept::{KeptThing, ThreadWrite, ThreadsPage};

use super::error::HttpRefusal;
use super::personal::{private, read};
use crate::app::App;
use crate::login::current_user::CurrentUser;

/// A number, a word, and their names.
pub const THREAD_BYTES_MAX: usize = 256;

/// `GET /api/me/threads`.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn list(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let threads = app.personal.own_threads(&app.access, &who).await?;
    Ok(private(ThreadsPage { threads }))
}

/// `PUT /api/me/threads/{room}/{root}`: answers the thread as it is then.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `unknown_message`, `malformed`, `too_fast`, or the store's
/// refusal.
pub async fn keep(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: Result<Path<(u64, u64)>, PathRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let named = "A room and a message are named by their numbers here.";
    let Path((room, root)) = place.map_err(|_| HttpRefusal::malformed(named))?;
    let write: ThreadWrite = read(body)?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let now = app.clock.now();
    let thread = app
        .personal
        .keep_thread(now, &reader, Seq(root), write)
        .await?;
    if write != ThreadWrite::default() {
        app.hub.kept(who.user.id, KeptThing::Threads);
    }
    Ok(private(thread))
}
