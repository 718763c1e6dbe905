//! `/api/rooms/{room}/uploads`, `/api/rooms/{room}/files` and `/files/…`: files go up in pieces
//! that begin where the last one ended, and come down whole, in part, or smaller.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE,
    ETAG, HeaderValue, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chat_files::{Content, Part, Record};
use hyper::body::Body as _;
use serde::{Deserialize, Serialize};
use shared::file::{FileId, FileInfo, FileKind};
use shared::http::{FilesPage, NewUpload, UploadState};
use shared::ids::RoomId;
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};
use shared::refusal::{Refusal, RefusalCode};
use tokio::time::timeout;

use super::error::HttpRefusal;
use crate::access::RoomWriter;
use crate::app::App;
use crate::files::body::FileBody;
use crate::files::range::{Asked, asked};
use crate::files::{Appending, Own, unknown_file};
use crate::headers::Sealed;
use crate::login::current_user::CurrentUser;

/// Bytes that are gathered before they are written: each write is a thread's turn.
const WRITE_BYTES: usize = 256 * 1024;

type RoomPath = Result<Path<u64>, PathRejection>;
type FilePath = Result<Path<(u64, String)>, PathRejection>;

/// Announces a file.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `not_allowed`, `malformed`, `name_invalid`,
/// `file_too_large`, `limit_reached`, `disk_full`, `unavailable`.
pub async fn announce(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: RoomPath,
    new: Result<Json<NewUpload>, JsonRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| no_room())?;
    let writer = app.access.writer(&who, RoomId(room))?;
    let Json(new) = new.map_err(|_| {
        HttpRefusal::malformed("A file is announced with its name, its size in bytes and its type.")
    })?;
    let own = app
        .files
        .announce(&writer, &new.name, new.size, new.declared)
        .await?;
    Ok((StatusCode::CREATED, unstored(state(&own))).into_response())
}

/// How far an upload is.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `not_allowed`, `unknown_file`.
pub async fn progress(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
) -> Result<Response, HttpRefusal> {
    let (writer, id) = writer(&app, current, place)?;
    if let Some(record) = app.files.own_file(&writer, id) {
        return Ok(unstored(complete(&record)));
    }
    let own = app.files.own(&writer, id)?;
    Ok(unstored(state(&own)))
}

/// Where bytes go.
#[derive(Debug, Deserialize)]
pub struct AppendQuery {
    offset: u64,
}

/// Takes the bytes that follow, any number of them. When all are there, the upload becomes a file.
/// Whatever came before a link broke stays.
///
/// # Errors
/// As [`progress`]; `offset_wrong`, `malformed`, `file_invalid`, `image_too_large`, `disk_full`,
/// `unavailable`, `stopping`.
pub async fn append(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
    query: Result<Query<AppendQuery>, QueryRejection>,
    body: Body,
) -> Result<Response, HttpRefusal> {
    let (writer, id) = writer(&app, current, place)?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed("Bytes of a file come with the offset at which they begin.")
    })?;
    if let Some(record) = app.files.own_file(&writer, id) {
        // The answer to the last bytes was lost.
        return Ok(unstored(complete(&record)));
    }
    let own = app.files.own(&writer, id)?;
    let appending = app.files.append(&own, query.offset).await?;
    take(&app, appending, body).await?;
    app.metrics
        .file_received(own.received().saturating_sub(query.offset));
    if own.received() < own.size() {
        return Ok(unstored(state(&own)));
    }
    let finished = app.files.finish(&writer, id).await;
    app.metrics.upload_ended(finished.is_ok());
    Ok(unstored(complete(&*finished?)))
}

/// Writes a body to its end, or to where it breaks.
async fn take(app: &App, mut to: Appending<'_>, mut body: Body) -> Result<(), Refusal> {
    let mut gathered: Vec<Bytes> = Vec::new();
    let mut bytes = 0;
    let ended = loop {
        let next = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx));
        let next = tokio::select! {
            next = timeout(app.config.patience.taken_within, next) => next,
            () = app.stopping.cancelled() => {
                break Err(Refusal::new(RefusalCode::Stopping, "The server is about to restart."));
            }
        };
        match next {
            Ok(Some(Ok(frame))) => {
                let Ok(data) = frame.into_data() else {
                    continue;
                };
                bytes += data.len();
                gathered.push(data);
            }
            Ok(None) => break Ok(()),
            Ok(Some(Err(_))) | Err(_) => {
                let sentence = "The upload broke off; it goes on from where it stopped.";
                break Err(Refusal::new(RefusalCode::Unavailable, sentence));
            }
        }
        if bytes >= WRITE_BYTES {
            to = to.write(std::mem::take(&mut gathered)).await?;
            bytes = 0;
        }
    };
    to.write(gathered).await?.rest().await?;
    ended
}

/// Ends an upload.
///
/// # Errors
/// As [`progress`].
pub async fn give_up(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
) -> Result<StatusCode, HttpRefusal> {
    let (writer, id) = writer(&app, current, place)?;
    let own = app.files.own(&writer, id)?;
    app.files.give_up(own).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which files.
#[derive(Debug, Deserialize)]
pub struct FilesQuery {
    before: Option<FileId>,
    limit: Option<u64>,
}

/// Files of a room, newest first.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `malformed`, `unknown_file`, or the store's refusal.
pub async fn list(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    room: RoomPath,
    query: Result<Query<FilesQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Path(room) = room.map_err(|_| no_room())?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed("Files are asked for with the id of one (before), and a limit.")
    })?;
    let reader = app.access.reader(&who, RoomId(room))?;
    let limit = query.limit.unwrap_or(PAGE_ENTRIES.into());
    let limit = usize::try_from(limit.clamp(1, PAGE_ENTRIES_MAX.into())).unwrap_or(1);
    let files = app.files.list(&reader, query.before, limit).await?;
    let files = files.iter().map(|record| record.info.clone()).collect();
    Ok(unstored(FilesPage { files }))
}

/// Removes a file.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `not_allowed`, `unknown_file`, `unavailable`.
pub async fn remove(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
) -> Result<StatusCode, HttpRefusal> {
    let (writer, id) = writer(&app, current, place)?;
    app.files.remove(&writer, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A file.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `unknown_file`, `unavailable`.
pub async fn whole(
    app: State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
    headers: HeaderMap,
) -> Result<Response, HttpRefusal> {
    serve(app, current, place, &headers, Part::Whole).await
}

/// A file's smaller picture, or the file.
///
/// # Errors
/// As [`whole`].
pub async fn thumbnail(
    app: State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
    headers: HeaderMap,
) -> Result<Response, HttpRefusal> {
    serve(app, current, place, &headers, Part::Thumbnail).await
}

async fn serve(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    place: FilePath,
    headers: &HeaderMap,
    part: Part,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let (room, id) = file_of(place)?;
    let reader = app.access.reader(&who, room)?;
    let (record, content) = app.files.open_file(&reader, id, part).await?;
    let tag = format!("\"{}\"", content.tag);
    let mut response = if said(headers, &IF_NONE_MATCH).is_some_and(|tags| tags.contains(&tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        // Bytes of another file are not put behind those that somebody has.
        let is_same = said(headers, &IF_RANGE).is_none_or(|of| of == tag);
        let range = said(headers, &RANGE).filter(|_| is_same);
        let asked = range.map_or(Asked::Whole, |range| asked(range, content.length));
        bytes_of(&app, content, asked).map_err(|_| unknown_file())?
    };
    let is_whole = part == Part::Whole;
    describe(response.headers_mut(), &record.info, is_whole, &tag);
    response.extensions_mut().insert(Sealed);
    Ok(response)
}

fn bytes_of(app: &App, content: Content, asked: Asked) -> std::io::Result<Response> {
    let length = content.length;
    let (status, range) = match asked {
        Asked::Whole => (StatusCode::OK, 0..length),
        Asked::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Asked::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
    };
    let told = match status {
        StatusCode::PARTIAL_CONTENT => {
            Some(format!("bytes {}-{}/{length}", range.start, range.end - 1))
        }
        StatusCode::RANGE_NOT_SATISFIABLE => Some(format!("bytes */{length}")),
        _ => None,
    };
    let count = range.end - range.start;
    let body = FileBody::new(content.file, range, app.metrics.clone())?;
    let mut response = (status, Body::new(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media_type(content.kind));
    headers.insert(CONTENT_LENGTH, count.into());
    if let Some(told) = told {
        headers.insert(CONTENT_RANGE, ascii(&told));
    }
    Ok(response)
}

fn media_type(kind: FileKind) -> HeaderValue {
    if kind == FileKind::Text {
        return HeaderValue::from_static("text/plain; charset=utf-8");
    }
    HeaderValue::from_static(kind.media_type())
}

/// What a browser does with the bytes: it asks again before it shows them again, and saves what
/// is not known to be harmless instead of showing it.
fn describe(headers: &mut HeaderMap, info: &FileInfo, is_whole: bool, tag: &str) {
    let kind = info.kind;
    let is_harmless =
        kind.is_image() || kind.is_video() || kind.is_audio() || kind == FileKind::Text;
    let how = if is_harmless || !is_whole {
        "inline"
    } else {
        "attachment"
    };
    let name = encoded(info.name.as_str());
    headers.insert(
        CONTENT_DISPOSITION,
        ascii(&format!("{how}; filename*=UTF-8''{name}")),
    );
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(ETAG, ascii(tag));
}

/// RFC 8187, section 3.2.1: all but letters, digits and a few signs by their bytes.
fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn ascii(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("it was made of visible ASCII")
}

fn said<'a>(headers: &'a HeaderMap, name: &axum::http::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn writer(
    app: &App,
    current: CurrentUser,
    place: FilePath,
) -> Result<(RoomWriter, FileId), HttpRefusal> {
    let who = current.required()?;
    let (room, id) = file_of(place)?;
    Ok((app.access.writer(&who, room)?, id))
}

/// A text that is no id is the id of no file.
fn file_of(place: FilePath) -> Result<(RoomId, FileId), HttpRefusal> {
    let Path((room, id)) = place.map_err(|_| no_room())?;
    let id = id.parse().map_err(|_| unknown_file())?;
    Ok((RoomId(room), id))
}

fn state(own: &Own) -> UploadState {
    UploadState {
        id: own.id(),
        received: own.received(),
        size: own.size(),
        file: None,
    }
}

fn complete(record: &Record) -> UploadState {
    UploadState {
        id: record.info.id,
        received: record.info.size,
        size: record.info.size,
        file: Some(record.info.clone()),
    }
}

fn no_room() -> HttpRefusal {
    HttpRefusal::malformed("A room is named by its number here.")
}

fn unstored(what: impl Serialize) -> Response {
    let mut response = Json(what).into_response();
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, no_store);
    response
}
