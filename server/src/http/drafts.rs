//! `/api/me/drafts`: what somebody typed and did not send, for their other devices.

use std::sync::Arc;

use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use bytes::Bytes;
use serde::Deserialize;
use shared::ids::RoomId;
use shared::kept::{DraftWrite, DraftsPage, KeptThing};
use shared::limits::DRAFT_CHARS_MAX;

use super::error::HttpRefusal;
use super::personal::{private, read};
use crate::app::App;
use crate::login::current_user::CurrentUser;

/// A draft of the longest kind: every character as JSON escapes it at worst, and the rest.
pub const DRAFT_BYTES_MAX: usize = 6 * DRAFT_CHARS_MAX + 1024;

/// Which drafts.
#[derive(Debug, Deserialize)]
pub struct After {
    #[serde(default)]
    after: u64,
}

/// `GET /api/me/drafts?after=REVISION`.
///
/// # Errors
/// `not_signed_in`, `malformed`, or the store's refusal.
pub async fn list(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    query: Result<Query<After>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Query(After { after }) =
        query.map_err(|_| HttpRefusal::malformed("A revision is a whole number."))?;
    let drafts = app.personal.drafts(&who, after).await?;
    Ok(private(DraftsPage { drafts }))
}

/// `PUT /api/me/drafts/{room}`: answers the draft as it is then.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `malformed`, `text_too_long`, `client_id_invalid`,
/// `limit_reached`, `too_fast`, or the store's refusal.
pub async fn keep(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| HttpRefusal::malformed("A room is a whole number."))?;
    let write: DraftWrite = read(body)?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let now = app.clock.now();
    let draft = app.personal.keep_draft(now, &reader, write).await?;
    app.hub.kept(who.user.id, KeptThing::Drafts);
    Ok(private(draft))
}
