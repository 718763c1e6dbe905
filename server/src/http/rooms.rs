//! `GET /api/rooms/{room}/entries`: pages of history, for scrolling up.
//!
//! By HTTP and not by frame, so that a long page never stands before a live message.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use shared::cursor::Seq;
use shared::http::EntriesPage;
use shared::ids::RoomId;
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};

use super::error::HttpRefusal;
use crate::app::App;
use crate::login::current_user::CurrentUser;
use crate::store_errors::refusal;

/// Which page.
#[derive(Debug, Deserialize)]
pub struct PageQuery {
    before: Option<Seq>,
    after: Option<Seq>,
    limit: Option<u64>,
}

/// A page of a room's log, before or after an entry; the newest page without either.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `malformed`, or the store's refusal.
pub async fn entries(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) =
        room.map_err(|_| HttpRefusal::malformed("A room is named by its number here."))?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed(
            "A page is asked for with whole numbers: before or after, and limit.",
        )
    })?;
    let limit = query.limit.map_or(PAGE_ENTRIES, |limit| {
        // More than a page has at most is a page.
        let limit = u16::try_from(limit).unwrap_or(PAGE_ENTRIES_MAX);
        limit.clamp(1, PAGE_ENTRIES_MAX)
    });
    let reader = app.access.reader(&who, RoomId(room))?;
    let page = match (query.before, query.after) {
        (before, None) => reader.before(before, limit),
        (None, Some(after)) => reader.after(after, limit),
        (Some(_), Some(_)) => {
            return Err(HttpRefusal::malformed(
                "A page lies before or after an entry, not both.",
            ));
        }
    };
    let page = page
        .await
        .map_err(|failure| refusal(&failure, "reading history"))?;
    let page = EntriesPage {
        epoch: page.epoch,
        head: page.head,
        entries: page.entries,
    };
    let mut response = Json(page).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
