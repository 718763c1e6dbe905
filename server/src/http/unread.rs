//! `/api/me/unread`: from where on somebody marked rooms unread, for all their devices.

use std::sync::Arc;

use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use shared::ids::RoomId;
use shared::kept::{KeptThing, UnreadPage, UnreadWrite};

use super::error::HttpRefusal;
use super::personal::{private, read};
use crate::app::App;
use crate::login::current_user::CurrentUser;

/// Two numbers and their names.
pub const UNREAD_BYTES_MAX: usize = 256;

/// `GET /api/me/unread`.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn list(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let marks = app.personal.unread_marks(&who).await?;
    // A room that may no longer be read is none of theirs.
    let marks = marks
        .into_iter()
        .filter(|mark| app.access.reader(&who, mark.room).is_ok());
    Ok(private(UnreadPage {
        marks: marks.collect(),
    }))
}

/// `PUT /api/me/unread/{room}`: answers the mark as it is then.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `unknown_message`, `malformed`, `too_fast`, or the store's
/// refusal.
pub async fn keep(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| HttpRefusal::malformed("A room is a whole number."))?;
    let write: UnreadWrite = read(body)?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let now = app.clock.now();
    let mark = app.personal.mark_unread(now, &reader, write).await?;
    app.hub.kept(who.user.id, KeptThing::Unread);
    Ok(private(mark))
}
