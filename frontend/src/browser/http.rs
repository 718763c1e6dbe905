//! The HTTP side of the server: who is signed in, signing in and out, pages of history,
//! and what the owner asks of the doctor. Every call ends within [`ANSWER_WITHIN_MS`].

use std::fmt;

use chat_client::compare::Heads;
use chat_client::message::{is_deleted, is_message};
use chat_client::{FetchFailure, PageAsk, PageSide};
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::cursor::Seq;
use shared::doctor::{Examine, Examined, Facts, Finding, View};
use shared::entry::{Author, Edition, Entry};
use shared::file::{FileId, FileInfo};
use shared::http::{
    CodeLogin, EntriesPage, FilesPage, Forward, ForwardAnswer, LoginAnswer, LoginRequest, Me,
    MessagePage, PinsPage, PlaceAt, ReadersPage, Reading, SignInCode, ThreadPage, VersionsPage,
};
use shared::ids::{ClientId, RoomId};
use shared::kept::{
    Draft, DraftWrite, DraftsPage, OwnThread, ThreadWrite, ThreadsPage, UnreadMark, UnreadPage,
    UnreadWrite,
};
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanWish, PlansPage};
use shared::preferences::Preferences;
use shared::refusal::Refusal;
use shared::search::SearchPage;
use shared::signal::{Status, StatusWish};
use shared::told::Told;
use web_sys::AbortSignal;

use super::{clock, storage};
use crate::language::{self, Language};

/// A server that has not answered by then is taken for silent; what waits is told
/// so and may try again.
const ANSWER_WITHIN_MS: u32 = 10_000;

/// Why a call brought nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpFailure {
    /// The server said no.
    Refused(Refusal),
    /// No answer, or none that makes sense: no network, no server, a broken proxy.
    NoAnswer,
}

impl fmt::Display for HttpFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => f.write_str(&language::said(&refusal.message)),
            Self::NoAnswer => f.write_str(t!("http-no-answer")),
        }
    }
}

impl std::error::Error for HttpFailure {}

/// Who is signed in in this browser, and what the server is.
///
/// # Errors
/// [`HttpFailure::NoAnswer`] when there is no server.
pub async fn me() -> Result<Me, HttpFailure> {
    let me: Me = read(send(Request::get("/api/me")).await?).await?;
    storage::keep_user(me.user.as_ref().map(|user| user.id));
    if let Some(user) = &me.user {
        storage::keep_name(user);
    }
    Ok(me)
}

/// Becomes a guest with this name. The browser keeps the login as a cookie that no
/// script can read.
///
/// # Errors
/// A refusal such as `name_taken`, or no answer.
pub async fn login(name: &str) -> Result<Author, HttpFailure> {
    let body = LoginRequest {
        name: name.to_owned(),
        bearer: false,
    };
    let answer: LoginAnswer = read(post("/api/login", &body).await?).await?;
    storage::keep_user(Some(answer.user.id));
    storage::keep_name(&answer.user);
    Ok(answer.user)
}

/// Signs in as the person whose code this is, who is somewhere else already.
///
/// # Errors
/// A refusal such as `not_allowed`, or no answer.
pub async fn login_by_code(code: &str) -> Result<Author, HttpFailure> {
    let body = CodeLogin {
        code: code.to_owned(),
        bearer: false,
    };
    let answer: LoginAnswer = read(post("/api/login/code", &body).await?).await?;
    storage::keep_user(Some(answer.user.id));
    storage::keep_name(&answer.user);
    Ok(answer.user)
}

/// A code by which the user signs in on one more device.
///
/// # Errors
/// A refusal, or no answer.
pub async fn sign_in_code() -> Result<SignInCode, HttpFailure> {
    read(send(Request::post("/api/me/code")).await?).await
}

/// Ends the login of this browser. What waits in the outbox stays on this device.
///
/// # Errors
/// No answer: then the login still stands.
pub async fn logout() -> Result<(), HttpFailure> {
    send(Request::post("/api/logout")).await?;
    if let Some(user) = storage::user() {
        storage::forget_rooms(user);
        storage::forget_known_drafts(user);
    }
    storage::keep_user(None);
    Ok(())
}

/// What the user wants to be told of.
///
/// # Errors
/// A refusal, or no answer.
pub async fn preferences() -> Result<Preferences, HttpFailure> {
    read(send(Request::get("/api/me/preferences")).await?).await
}

/// Keeps it on the server.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_preferences(wants: &Preferences) -> Result<(), HttpFailure> {
    let request = Request::put("/api/me/preferences");
    sent(request, wants).await.map(drop)
}

/// What the user says of themselves.
///
/// # Errors
/// A refusal, or no answer.
pub async fn status() -> Result<Option<Status>, HttpFailure> {
    read(send(Request::get("/api/me/status")).await?).await
}

/// Says something else of the user; answers what is said from here on.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_status(wish: &StatusWish) -> Result<Option<Status>, HttpFailure> {
    read(sent(Request::put("/api/me/status"), wish).await?).await
}

/// Drafts that changed after a revision, the oldest change first; not all of them at once.
///
/// # Errors
/// A refusal, or no answer.
pub async fn drafts(after: u64) -> Result<Vec<Draft>, HttpFailure> {
    let path = format!("/api/me/drafts?after={after}");
    let page: DraftsPage = read(send(Request::get(&path)).await?).await?;
    Ok(page.drafts)
}

/// Tells the server what stands in a room's box; answers the draft as it is then.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_draft(room: RoomId, write: &DraftWrite) -> Result<Draft, HttpFailure> {
    if storage::user().is_none() {
        // A box that goes with its person's login has nobody to tell it for.
        return Err(HttpFailure::NoAnswer);
    }
    let path = format!("/api/me/drafts/{room}");
    read(sent(Request::put(&path), write).await?).await
}

/// Threads that the user follows, the last active first.
///
/// # Errors
/// A refusal, or no answer.
pub async fn own_threads() -> Result<Vec<OwnThread>, HttpFailure> {
    let page: ThreadsPage = read(send(Request::get("/api/me/threads")).await?).await?;
    Ok(page.threads)
}

/// What the user has of a thread, changed by this; answers it as it is then.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_thread(
    room: RoomId,
    root: Seq,
    write: &ThreadWrite,
) -> Result<OwnThread, HttpFailure> {
    let path = format!("/api/me/threads/{room}/{}", root.0);
    read(sent(Request::put(&path), write).await?).await
}

/// Of what this device would tell the user, that which no other device tells.
///
/// # Errors
/// A refusal, or no answer.
pub async fn told(wanted: &Told) -> Result<Told, HttpFailure> {
    read(post("/api/me/told", wanted).await?).await
}

/// Rooms that the user marked unread.
///
/// # Errors
/// A refusal, or no answer.
pub async fn unread_marks() -> Result<Vec<UnreadMark>, HttpFailure> {
    let page: UnreadPage = read(send(Request::get("/api/me/unread")).await?).await?;
    Ok(page.marks)
}

/// Marks a room unread, or takes that back; answers the mark as it is then.
///
/// # Errors
/// A refusal, or no answer.
pub async fn mark_unread(room: RoomId, write: &UnreadWrite) -> Result<UnreadMark, HttpFailure> {
    let path = format!("/api/me/unread/{room}");
    read(sent(Request::put(&path), write).await?).await
}

/// What is to happen later, the next one first.
///
/// # Errors
/// A refusal, or no answer.
pub async fn plans() -> Result<Vec<Plan>, HttpFailure> {
    let page: PlansPage = read(send(Request::get("/api/me/plans")).await?).await?;
    Ok(page.plans)
}

/// Who has read up to a message.
///
/// # Errors
/// A refusal, or no answer.
pub async fn readers(room: RoomId, seq: Seq) -> Result<ReadersPage, HttpFailure> {
    let path = format!("/api/rooms/{}/messages/{}/readers", room.0, seq.0);
    read(send(Request::get(&path)).await?).await
}

/// Whether others see how far the person has read.
///
/// # Errors
/// A refusal, or no answer.
pub async fn reading() -> Result<bool, HttpFailure> {
    let reading: Reading = read(send(Request::get("/api/me/reading")).await?).await?;
    Ok(reading.shown)
}

/// Has others see it, or not.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_reading(shown: bool) -> Result<(), HttpFailure> {
    let request = Request::put("/api/me/reading");
    sent(request, &Reading { shown }).await.map(drop)
}

/// Keeps a plan, or changes it.
///
/// # Errors
/// A refusal, or no answer.
pub async fn keep_plan(id: ClientId, wish: &PlanWish) -> Result<Plan, HttpFailure> {
    read(sent(Request::put(&plan_path(id)), wish).await?).await
}

/// Forgets a plan.
///
/// # Errors
/// A refusal, or no answer.
pub async fn drop_plan(id: ClientId) -> Result<(), HttpFailure> {
    send(Request::delete(&plan_path(id))).await.map(drop)
}

fn plan_path(id: ClientId) -> String {
    let id = shared::codec::encode(&id);
    ["/api/me/plans/", id.trim_matches('"')].concat()
}

/// Pages of former versions that are asked for at most: more edits of one message than
/// anybody reads.
const VERSION_PAGES_MAX: usize = 10;

/// What a message said before, oldest first.
///
/// # Errors
/// A refusal, or no answer.
pub async fn versions(room: RoomId, seq: Seq) -> Result<Vec<Edition>, HttpFailure> {
    let mut all: Vec<Edition> = Vec::new();
    for _ in 0..VERSION_PAGES_MAX {
        let after = all.last().map_or(Seq::ZERO, |last| last.seq);
        let path = format!(
            "/api/rooms/{}/messages/{}/versions?after={}",
            room.0, seq.0, after.0
        );
        let page: VersionsPage = read(send(Request::get(&path)).await?).await?;
        if page.versions.is_empty() {
            break;
        }
        all.extend(page.versions);
    }
    Ok(all)
}

/// One message.
///
/// # Errors
/// A refusal, or no answer.
pub async fn one_message(room: RoomId, seq: Seq) -> Result<Entry, HttpFailure> {
    let path = format!("/api/rooms/{}/messages/{}", room.0, seq.0);
    let page: MessagePage = read(send(Request::get(&path)).await?).await?;
    Ok(page.entry)
}

/// Replies of a thread that are read at most: beyond that nobody reads on.
pub const THREAD_REPLIES_MAX: usize = 4_000;

/// The messages of a thread.
///
/// # Errors
/// A refusal, or no answer.
pub async fn thread(room: RoomId, root: Seq) -> Result<Vec<Entry>, HttpFailure> {
    let mut all: Vec<Entry> = Vec::new();
    while all.len() < THREAD_REPLIES_MAX {
        let after = all.last().map_or(Seq::ZERO, |last| last.seq);
        let path = format!(
            "/api/rooms/{}/messages/{}/thread?after={}&limit=200",
            room.0, root.0, after.0
        );
        let page: ThreadPage = read(send(Request::get(&path)).await?).await?;
        if page.replies.is_empty() {
            break;
        }
        all.extend(page.replies);
    }
    Ok(all)
}

/// Passes a message on into a room; answers its number there.
///
/// # Errors
/// A refusal, or no answer.
pub async fn forward(room: RoomId, wish: &Forward) -> Result<ForwardAnswer, HttpFailure> {
    let path = format!("/api/rooms/{}/forwards", room.0);
    read(post(&path, wish).await?).await
}

/// Pages in which the first message after a time is looked for: more reactions and replies
/// in a row nobody has seen.
const MESSAGE_PAGES_MAX: usize = 5;

/// The first message at or after a time that is there; none where all are older.
///
/// # Errors
/// A refusal, or no answer.
pub async fn message_at(room: RoomId, time: Timestamp) -> Result<Option<Seq>, HttpFailure> {
    let path = format!("/api/rooms/{}/at?time={}", room.0, time.0);
    let place: PlaceAt = read(send(Request::get(&path)).await?).await?;
    let Some(first) = place.seq else {
        return Ok(None);
    };
    let mut after = first.previous();
    for _ in 0..MESSAGE_PAGES_MAX {
        let path = format!("/api/rooms/{}/entries?after={}&limit=200", room.0, after.0);
        let page: EntriesPage = read(send(Request::get(&path)).await?).await?;
        let is_there = |entry: &&Entry| is_message(entry) && !is_deleted(entry);
        if let Some(found) = page.entries.iter().find(is_there) {
            return Ok(Some(found.seq));
        }
        let Some(last) = page.entries.last() else {
            return Ok(None);
        };
        after = last.seq;
    }
    Ok(Some(first))
}

/// What is pinned to a room, newest pin first.
///
/// # Errors
/// A refusal, or no answer.
pub async fn pins(room: RoomId) -> Result<Vec<Entry>, HttpFailure> {
    let path = format!("/api/rooms/{}/pins", room.0);
    let page: PinsPage = read(send(Request::get(&path)).await?).await?;
    Ok(page.pins)
}

/// Messages that fit what was typed: the first, or those after a place.
///
/// # Errors
/// A refusal, or no answer.
pub async fn search(
    typed: &str,
    best: bool,
    after: Option<i64>,
) -> Result<SearchPage, HttpFailure> {
    let order = if best { "best" } else { "newest" };
    let east = clock::minutes_east();
    let mut query = vec![
        ("q", typed.to_owned()),
        ("order", order.to_owned()),
        ("east", east.to_string()),
    ];
    query.extend(after.map(|after| ("after", after.to_string())));
    read(send(Request::get("/api/search").query(query)).await?).await
}

/// Files of a room, newest first: those before one of them, or the newest.
///
/// # Errors
/// A refusal, or no answer.
pub async fn files(room: RoomId, before: Option<FileId>) -> Result<Vec<FileInfo>, HttpFailure> {
    let mut path = ["/api/rooms/", &room.0.to_string(), "/files"].concat();
    if let Some(before) = before {
        path.push_str(&["?before=", &before.to_string()].concat());
    }
    let page: FilesPage = read(send(Request::get(&path)).await?).await?;
    Ok(page.files)
}

/// The server's figures, for its owner.
///
/// # Errors
/// A refusal, or no answer.
pub async fn figures() -> Result<String, HttpFailure> {
    let response = send(Request::get("/metrics")).await?;
    response.text().await.map_err(|_| HttpFailure::NoAnswer)
}

/// The table of emoji, as it is served beside the page.
///
/// # Errors
/// A refusal, or no answer.
pub async fn emoji() -> Result<String, HttpFailure> {
    let response = send(Request::get("/emoji.txt")).await?;
    response.text().await.map_err(|_| HttpFailure::NoAnswer)
}

/// What emoji are called in a language, as it is served beside the page.
///
/// # Errors
/// A refusal, or no answer.
pub async fn emoji_words(language: Language) -> Result<String, HttpFailure> {
    let path = ["/emoji/", language.code(), ".txt"].concat();
    let response = send(Request::get(&path)).await?;
    response.text().await.map_err(|_| HttpFailure::NoAnswer)
}

/// The message file of a language, as it is served beside the page.
///
/// # Errors
/// A refusal, or no answer.
pub async fn messages(language: Language) -> Result<String, HttpFailure> {
    let path = ["/messages/", language.code(), ".ftl"].concat();
    let response = send(Request::get(&path)).await?;
    response.text().await.map_err(|_| HttpFailure::NoAnswer)
}

/// How a request of this browser arrives.
///
/// # Errors
/// A refusal, or no answer.
pub(super) async fn doctors_view() -> Result<View, HttpFailure> {
    read(send(Request::get("/api/doctor")).await?).await
}

/// The status that answers a large request; nothing where no answer comes.
pub(super) async fn large_body(body: String) -> Option<u16> {
    let request = timed(Request::post("/api/doctor/body")).body(body).ok()?;
    Some(request.send().await.ok()?.status())
}

/// A message as a request of its own, whose answer says that it came; nothing where none
/// comes.
pub(super) async fn message(body: String) -> Option<()> {
    let request = timed(Request::post("/api/doctor/body")).body(body).ok()?;
    request.send().await.ok()?.ok().then_some(())
}

/// Bytes of the heads of a request and of its answer.
pub(super) async fn heads() -> Result<Heads, HttpFailure> {
    const AROUND: u64 = "HTTP/1.1 200 OK\r\n\r\n".len() as u64;
    let response = send(Request::get("/api/doctor")).await?;
    let fields = response.headers().entries();
    let fields: u64 = fields
        .map(|(name, value)| (name.len() + value.len() + ": \r\n".len()) as u64)
        .sum();
    let view: View = read(response).await?;
    Ok(Heads {
        request: view.head_bytes,
        answer: fields + AROUND,
    })
}

/// What the facts mean that this browser measured.
///
/// # Errors
/// A refusal, or no answer.
pub async fn judge(facts: &Facts) -> Result<Vec<Finding>, HttpFailure> {
    read(post("/api/doctor/findings", facts).await?).await
}

/// Has the server look at itself at this address.
///
/// # Errors
/// A refusal, or no answer.
pub async fn examine(url: String) -> Result<Examined, HttpFailure> {
    read(post("/api/doctor/examination", &Examine { url }).await?).await
}

/// What the server found; nothing where it never looked.
///
/// # Errors
/// A refusal, or no answer.
pub async fn examined() -> Result<Option<Examined>, HttpFailure> {
    read(send(Request::get("/api/doctor/examination")).await?).await
}

/// A page of a room's history.
pub(crate) async fn entries(ask: PageAsk) -> Result<EntriesPage, FetchFailure> {
    let (side, seq) = match ask.side {
        PageSide::Before(seq) => ("before", seq),
        PageSide::After(seq) => ("after", seq),
    };
    let url = format!(
        "/api/rooms/{}/entries?{side}={}&limit={}",
        ask.room, seq.0, ask.limit
    );
    let response = timed(Request::get(&url))
        .send()
        .await
        .map_err(|_| FetchFailure::Temporary)?;
    match response.status() {
        200 => read(response).await.map_err(|_| FetchFailure::Temporary),
        401 => Err(FetchFailure::NotSignedIn),
        403 | 404 | 410 => Err(FetchFailure::Gone),
        _ => Err(FetchFailure::Temporary),
    }
}

async fn post(address: &str, body: &impl Serialize) -> Result<Response, HttpFailure> {
    sent(Request::post(address), body).await
}

async fn sent(request: RequestBuilder, body: &impl Serialize) -> Result<Response, HttpFailure> {
    let request = timed(request)
        .header("content-type", "application/json")
        .body(shared::codec::encode(body))
        .map_err(|_| HttpFailure::NoAnswer)?;
    checked(request.send().await.map_err(|_| HttpFailure::NoAnswer)?).await
}

async fn send(request: RequestBuilder) -> Result<Response, HttpFailure> {
    checked(
        timed(request)
            .send()
            .await
            .map_err(|_| HttpFailure::NoAnswer)?,
    )
    .await
}

fn timed(request: RequestBuilder) -> RequestBuilder {
    request.abort_signal(Some(&AbortSignal::timeout_with_u32(ANSWER_WITHIN_MS)))
}

async fn checked(response: Response) -> Result<Response, HttpFailure> {
    if response.ok() {
        return Ok(response);
    }
    Err(read(response)
        .await
        .map_or(HttpFailure::NoAnswer, HttpFailure::Refused))
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, HttpFailure> {
    let text = response.text().await.map_err(|_| HttpFailure::NoAnswer)?;
    serde_json::from_str(&text).map_err(|_| HttpFailure::NoAnswer)
}
