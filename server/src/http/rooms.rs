//! `GET /api/rooms/{room}/…`: pages of history for scrolling up, single messages, what
//! they said before, and what is pinned.
//!
//! By HTTP and not by frame, so that a long page never stands before a live message.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::http::{
    EntriesPage, Forward, ForwardAnswer, MessagePage, PinsPage, PlaceAt, ReadersPage, ThreadPage,
    VersionsPage,
};
use shared::ids::RoomId;
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};

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
    let Path(room) = room.map_err(|_| no_room())?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed(
            "A page is asked for with whole numbers: before or after, and limit.",
        )
    })?;
    let limit = limit(query.limit);
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
    Ok(unstored(page))
}

/// Which time.
#[derive(Debug, Deserialize)]
pub struct TimeQuery {
    time: Timestamp,
}

/// The first entry that was stored at or after a time.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `malformed`, or the store's refusal.
pub async fn at(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
    query: Result<Query<TimeQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| no_room())?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed("A time is asked for in milliseconds since 1970: time.")
    })?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let seq = reader.entry_at(query.time).await;
    let seq = seq.map_err(|failure| refusal(&failure, "looking for a time"))?;
    let epoch = app.access.epoch();
    Ok(unstored(PlaceAt { epoch, seq }))
}

/// One message with what became of it.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `unknown_message`, `malformed`, or the store's refusal.
pub async fn message(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: Result<Path<(u64, Seq)>, PathRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path((room, seq)) = place.map_err(|_| no_message())?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let entry = reader.message(seq).await;
    let entry = entry.map_err(|failure| refusal(&failure, "reading a message"))?;
    let epoch = app.access.epoch();
    Ok(unstored(MessagePage { epoch, entry }))
}

/// The messages of a thread after one of them, oldest first.
///
/// # Errors
/// As [`message`].
pub async fn thread(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: Result<Path<(u64, Seq)>, PathRejection>,
    query: Result<Query<VersionsQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path((room, seq)) = place.map_err(|_| no_message())?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed("A thread is asked for with whole numbers: after, and limit.")
    })?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let after = query.after.unwrap_or(Seq::ZERO);
    let page = reader.thread(seq, after, limit(query.limit)).await;
    let page = page.map_err(|failure| refusal(&failure, "reading a thread"))?;
    Ok(unstored(ThreadPage {
        epoch: page.epoch,
        head: page.head,
        replies: page.entries,
    }))
}

/// Passes a message on into a room, with its files.
///
/// # Errors
/// `not_signed_in`, `unknown_room` (of either room), `not_allowed`, `unknown_message`,
/// `message_deleted`, `client_id_invalid`, `malformed`, `too_fast`, `limit_reached`,
/// `disk_full`, or the store's refusal.
pub async fn forward(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
    forward: Result<Json<Forward>, JsonRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| no_room())?;
    let Json(forward) = forward.map_err(|_| {
        HttpRefusal::malformed("A message is passed on with an id of its own, its room and number.")
    })?;
    let (seq, at) = crate::forward::forward(&app, &who, RoomId(room), &forward).await?;
    Ok(unstored(ForwardAnswer { seq, at }))
}

/// Who has read up to a message. Whoever does not show how far they read is not told.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `unknown_message`, `not_allowed`, or the store's refusal.
pub async fn readers(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: Result<Path<(u64, Seq)>, PathRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path((room, seq)) = place.map_err(|_| no_message())?;
    let reader = app.access.reader(&who, RoomId(room))?;
    if !app.personal.shows_reading(who.user.id).await? {
        let sentence = "You do not show how far you have read, so you are not told it of others.";
        return Err(Refusal::new(RefusalCode::NotAllowed, sentence).into());
    }
    let (readers, count) = reader.readers(seq).await?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    Ok(unstored(ReadersPage { readers, count }))
}

/// Which versions.
#[derive(Debug, Deserialize)]
pub struct VersionsQuery {
    after: Option<Seq>,
    limit: Option<u64>,
}

/// What a message said before, oldest first.
///
/// # Errors
/// As [`message`].
pub async fn versions(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: Result<Path<(u64, Seq)>, PathRejection>,
    query: Result<Query<VersionsQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path((room, seq)) = place.map_err(|_| no_message())?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed("Versions are asked for with whole numbers: after, and limit.")
    })?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let after = query.after.unwrap_or(Seq::ZERO);
    let versions = reader.versions(seq, after, limit(query.limit)).await;
    let versions = versions.map_err(|failure| refusal(&failure, "reading versions"))?;
    let epoch = app.access.epoch();
    Ok(unstored(VersionsPage { epoch, versions }))
}

/// What is pinned to a room, newest pin first.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `malformed`, or the store's refusal.
pub async fn pins(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: Result<Path<u64>, PathRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| no_room())?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let pins = reader.pins().await;
    let pins = pins.map_err(|failure| refusal(&failure, "reading pins"))?;
    let epoch = app.access.epoch();
    Ok(unstored(PinsPage { epoch, pins }))
}

fn limit(asked: Option<u64>) -> u16 {
    asked.map_or(PAGE_ENTRIES, |limit| {
        // More than a page has at most is a page.
        let limit = u16::try_from(limit).unwrap_or(PAGE_ENTRIES_MAX);
        limit.clamp(1, PAGE_ENTRIES_MAX)
    })
}

fn no_room() -> HttpRefusal {
    HttpRefusal::malformed("A room is named by its number here.")
}

fn no_message() -> HttpRefusal {
    HttpRefusal::malformed("A room and a message are named by their numbers here.")
}

/// An answer that no cache keeps: what it says may be taken back.
fn unstored(page: impl Serialize) -> Response {
    let mut response = Json(page).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
