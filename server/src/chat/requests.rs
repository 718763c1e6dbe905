//! Does what a session asks for. What can be answered at once is; what needs the store
//! becomes a future that the driver keeps.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use chat_rules::room::PageWanted;
use chat_rules::session::{Amendment, Answer, Greeting, Request, Ticket};
use chat_store::records::{Mark, SignedIn, TokenHash};
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::file::FileId;
use shared::ids::RoomId;
use shared::limits::PAGE_ENTRIES;
use shared::refusal::Refusal;
use tracing::warn;

use super::mailbox::ReadWanted;
use super::plain::{self, NameWish};
use super::upgrade::not_signed_in;
use crate::app::App;
use crate::clock::wall_time;
use crate::hub::sessions::SessionHandle;
use crate::login::{current_user, token};
use crate::post::post;
use crate::relay::room_page;
use crate::store_errors::refusal;

/// Work of one session that waits for the store.
pub type Work = Pin<Box<dyn Future<Output = Done> + Send>>;

/// Work that is done.
#[derive(Debug)]
pub enum Done {
    /// The answer to a request of the session.
    Answer(Ticket, Answer),
    /// Who writes the lines of a plain connection.
    Named(Result<SignedIn, Refusal>),
    /// A page was read and handed to its room.
    PageRead,
}

/// How a request is dealt with.
#[expect(missing_debug_implementations, reason = "a future has nothing to show")]
pub enum Step {
    /// It is done.
    Now(Answer),
    /// It takes a while.
    Later(Work),
}

/// Begins to do what a greeted session asks for.
pub fn begin(
    app: &Arc<App>,
    session: &Arc<SessionHandle>,
    shown: Option<TokenHash>,
    ticket: Ticket,
    request: Request,
) -> Step {
    let who = session.who();
    let now = app.clock.now();
    match (request, who) {
        (Request::Greet { token }, _) => {
            let shown = token.map(|token| token::hash(&token.0)).or(shown);
            Step::Later(greet(app.clone(), session.clone(), shown, ticket))
        }
        (Request::Follow { id, room, after }, Some(who)) => {
            Step::Now(match app.access.reader(who, room) {
                Ok(_) => {
                    app.hub.follow(now, room, session, id, after);
                    Answer::Done
                }
                Err(refusal) => Answer::FollowRefused(refusal),
            })
        }
        (Request::Unfollow { room }, _) => {
            app.hub.unfollow(now, room, session);
            Step::Now(Answer::Done)
        }
        (
            Request::Post {
                room,
                client_id,
                text,
                reply_to,
                thread,
                files,
            },
            Some(who),
        ) => match attached(app, who, room, &files) {
            Ok(attached) => {
                let kind = match thread {
                    Some(thread) => EntryKind::Replied {
                        thread,
                        text,
                        attached,
                    },
                    None => EntryKind::Posted {
                        text,
                        reply_to,
                        attached,
                    },
                };
                let posted = post(app, who, room, client_id, kind, None);
                later(ticket, async move { Answer::Posted(posted.await) })
            }
            Err(refusal) => Step::Now(Answer::Posted(Err(refusal))),
        },
        (
            Request::Amend {
                room,
                client_id,
                amendment: Amendment { kind, base },
            },
            Some(who),
        ) => {
            let posted = post(app, who, room, client_id, kind, base);
            later(ticket, async move { Answer::Posted(posted.await) })
        }
        (Request::MakeRoom { name }, Some(who)) => {
            let (app, session) = (app.clone(), session.clone());
            let keeper = app.access.keeper(who);
            later(ticket, async move {
                Answer::RoomMade(match keeper {
                    Ok(keeper) => keeper.make_room(name).await.map(|room| {
                        app.hub.room_added(&room, Some(session.id));
                        room.summary(Mark::default())
                    }),
                    Err(refusal) => Err(refusal),
                })
            })
        }
        (Request::MarkRead { room, seq }, Some(who)) => {
            mark_read(app, session, who, ticket, room, seq)
        }
        (Request::Typing { room, thread }, Some(who)) => {
            // A signal: a no is not worth an answer.
            if app.access.writer(who, room).is_ok() {
                app.hub.typing(room, thread, who);
            }
            Step::Now(Answer::Done)
        }
        (Request::Away { away }, _) => {
            app.hub.away(now, session.id, away);
            Step::Now(Answer::Done)
        }
        (Request::Follow { .. }, None) => Step::Now(Answer::FollowRefused(not_signed_in())),
        (Request::Post { .. } | Request::Amend { .. }, None) => {
            Step::Now(Answer::Posted(Err(not_signed_in())))
        }
        (Request::MakeRoom { .. }, None) => Step::Now(Answer::RoomMade(Err(not_signed_in()))),
        (Request::MarkRead { .. } | Request::Typing { .. }, None) => Step::Now(Answer::Done),
    }
}

/// What a message brings: files that its writer uploaded into the room.
fn attached(
    app: &App,
    who: &SignedIn,
    room: RoomId,
    files: &[FileId],
) -> Result<Attached, Refusal> {
    if files.is_empty() {
        return Ok(Attached::default());
    }
    let writer = app.access.writer(who, room)?;
    Ok(Attached {
        files: app.files.own_files(&writer, files)?,
        forwarded: None,
    })
}

/// Reads a page for a follower and hands it to the room. The right to read is looked
/// up for each page anew.
pub fn read_page(app: &Arc<App>, session: &Arc<SessionHandle>, wanted: ReadWanted) -> Work {
    let ReadWanted {
        room,
        generation,
        page,
    } = wanted;
    let visitor = plain::visitor();
    let reader = app.access.reader(session.who().unwrap_or(&visitor), room);
    let (app, session) = (app.clone(), session.clone());
    Box::pin(async move {
        let read = match (reader, page) {
            (Ok(reader), PageWanted::After(after)) => reader.after(after, PAGE_ENTRIES).await,
            (Ok(reader), PageWanted::Newest) => reader.before(None, PAGE_ENTRIES).await,
            (Err(_), PageWanted::After(_) | PageWanted::Newest) => {
                Err(chat_store::StoreError::NotFound("room"))
            }
        };
        let page = match read {
            Ok(page) => Some(room_page(page)),
            Err(failure) => {
                warn!(session = %session.id, %room, %failure, "a page cannot be read");
                None
            }
        };
        app.hub
            .page_read(app.clock.now(), room, session.id, generation, page);
        Done::PageRead
    })
}

/// Makes the user that a plain connection's lines are written by.
pub fn name_writer(app: &Arc<App>, wish: NameWish) -> Work {
    let app = app.clone();
    Box::pin(async move { Done::Named(plain::make_user(&app, &wish).await) })
}

fn greet(
    app: Arc<App>,
    session: Arc<SessionHandle>,
    shown: Option<TokenHash>,
    ticket: Ticket,
) -> Work {
    Box::pin(async move {
        let greeting = greeting(&app, &session, shown).await;
        Done::Answer(ticket, Answer::Greeted(greeting.map(Box::new)))
    })
}

/// Finds out who it is, and what there is for them. The session hears of news before
/// the state is read, so that nothing falls between the two; the driver sends the
/// welcome ahead of the news.
async fn greeting(
    app: &App,
    session: &Arc<SessionHandle>,
    shown: Option<TokenHash>,
) -> Result<Greeting, Refusal> {
    let shown = shown.ok_or_else(not_signed_in)?;
    let who = app
        .logins
        .holder(shown)
        .await?
        .ok_or_else(current_user::ended)?;
    let user = who.user.clone();
    let login = who.login;
    // Of one who is here it is known, and may be newer than what was read.
    let is_here = !app.hub.sessions().of_user(user.id).is_empty();
    let status = app.personal.status(user.id, wall_time()).await?;
    app.hub.greet(app.clock.now(), session, who);
    if !is_here {
        app.hub.says(app.clock.now(), user.id, status);
    }
    if login.is_some_and(|login| app.logins.has_just_ended(login)) {
        return Err(current_user::ended());
    }
    let rooms = app.access.rooms_of(user.id).await?;
    Ok(Greeting {
        server: app.version().to_owned(),
        session: session.id,
        user,
        epoch: app.access.epoch(),
        now: wall_time(),
        rooms,
        roster: app.hub.roster(),
    })
}

fn mark_read(
    app: &Arc<App>,
    session: &SessionHandle,
    who: &SignedIn,
    ticket: Ticket,
    room: RoomId,
    seq: Seq,
) -> Step {
    // No answer is owed: a mark in an unknown room is nothing.
    let Ok(reader) = app.access.reader(who, room) else {
        return Step::Now(Answer::Done);
    };
    let (app, user, from) = (app.clone(), who.user.id, session.id);
    let marked = reader.mark_read(seq);
    later(ticket, async move {
        match marked.await {
            Ok(mark) => app.hub.read_mark(user, room, mark, from),
            // Logged; the client moves its mark again with the next entry.
            Err(failure) => drop(refusal(&failure, "moving a read mark")),
        }
        Answer::Done
    })
}

fn later(ticket: Ticket, answer: impl Future<Output = Answer> + Send + 'static) -> Step {
    Step::Later(Box::pin(async move { Done::Answer(ticket, answer.await) }))
}
