//! `POST /api/me/told`: of several devices that would call somebody, one does.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::response::Response;
use bytes::Bytes;
use shared::limits::TOLD_AT_ONCE_MAX;
use shared::refusal::{Refusal, RefusalCode};
use shared::told::Told;

use super::error::HttpRefusal;
use super::personal::{private, read};
use crate::app::App;
use crate::login::current_user::CurrentUser;

/// [`TOLD_AT_ONCE_MAX`] reminders, each with an id and a time.
pub const TOLD_BYTES_MAX: usize = 128 * TOLD_AT_ONCE_MAX;

/// Answers what of it is the asking device's to tell. Rooms that the user may not read are
/// left out.
///
/// # Errors
/// `not_signed_in`, `malformed`, `limit_reached`, `too_fast`.
pub async fn claim(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let wanted: Told = read(body)?;
    if wanted.messages.len() + wanted.reminders.len() > TOLD_AT_ONCE_MAX {
        let sentence = format!("At most {TOLD_AT_ONCE_MAX} things are told at once.");
        return Err(Refusal::new(RefusalCode::LimitReached, sentence).into());
    }
    app.personal.hold_tellings(app.clock.now(), who.user.id)?;
    let messages = wanted.messages.iter().filter_map(|messages| {
        let reader = app.access.reader(&who, messages.room).ok()?;
        Some((reader, messages.up_to))
    });
    let messages: Vec<_> = messages.collect();
    let told = app
        .personal
        .told()
        .first(who.user.id, &messages, &wanted.reminders);
    Ok(private(told))
}
