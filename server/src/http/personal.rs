//! `/api/me/preferences` and `/api/me/status`: what a user wants to be told of, and what
//! they say of themselves; and `/api/me/reading`: whether others see how far they have read.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::http::Reading;
use shared::kept::KeptThing;
use shared::preferences::Preferences;
use shared::signal::{Status, StatusWish};

use super::error::HttpRefusal;
use crate::app::App;
use crate::clock::wall_time;
use crate::login::current_user::CurrentUser;

/// Preferences with a wish for every room that a server may have.
pub const PREFERENCES_BYTES_MAX: usize = 128 * 1024;

/// `GET /api/me/preferences`.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn preferences(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    Ok(private(app.personal.preferences(&who).await?))
}

/// `PUT /api/me/preferences`: answers what is kept of it.
///
/// # Errors
/// `not_signed_in`, `malformed`, `too_fast`, or the store's refusal.
pub async fn keep_preferences(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let wants: Preferences = read(body)?;
    let now = app.clock.now();
    let kept = app.personal.keep_preferences(now, &who, wants).await?;
    app.hub.kept(who.user.id, KeptThing::Preferences);
    Ok(private(kept))
}

/// `GET /api/me/status`: `null` where nothing is said.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn status(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    Ok(private(
        app.personal.status(who.user.id, wall_time()).await?,
    ))
}

/// `PUT /api/me/status`: an empty one takes it back. Answers it as it is then.
///
/// # Errors
/// `not_signed_in`, `malformed`, `emoji_invalid`, `text_too_long`, `text_control`,
/// `too_fast`, or the store's refusal.
pub async fn keep_status(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let wish: StatusWish = read(body)?;
    let status = Status::parse(&wish)?.filter(|status| status.holds(wall_time()));
    let now = app.clock.now();
    app.personal.keep_status(now, &who, status.as_ref()).await?;
    let told = status.clone().map(Box::new);
    app.hub.says(now, who.user.id, told);
    app.hub.kept(who.user.id, KeptThing::Status);
    Ok(private(status))
}

/// `GET /api/me/reading`.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn reading(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let shown = app.personal.shows_reading(who.user.id).await?;
    Ok(private(Reading { shown }))
}

/// `PUT /api/me/reading`.
///
/// # Errors
/// `not_signed_in`, `malformed`, `too_fast`, or the store's refusal.
pub async fn keep_reading(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Reading { shown } = read(body)?;
    let now = app.clock.now();
    app.personal.show_reading(now, &who, shown).await?;
    Ok(private(Reading { shown }))
}

pub(super) fn read<T: DeserializeOwned>(
    body: Result<Bytes, BytesRejection>,
) -> Result<T, HttpRefusal> {
    let body = body.map_err(|_| HttpRefusal::malformed("The request is too long."))?;
    serde_json::from_slice(&body)
        .map_err(|error| HttpRefusal::malformed(format!("The request cannot be read: {error}.")))
}

/// What is about one person is nobody else's to keep.
pub(super) fn private(answer: impl Serialize) -> Response {
    let mut response = Json(answer).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
