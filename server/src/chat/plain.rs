//! Connections that speak lines of text: who they are and where they write.
//!
//! `?name=` and `?room=` are wishes. A name that belongs to a login is refused; any
//! other is taken as it is. A user is made when the first line comes, not before, so
//! that connections which only listen leave no trace.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Query};
use axum::http::Uri;
use axum::http::request::Parts;
use chat_store::LOBBY_NAME;
use chat_store::records::{Role, SignedIn};
use serde::Deserialize;
use shared::cursor::{Cursor, Seq};
use shared::entry::Author;
use shared::ids::{ClientId, UserId};
use shared::limits::PAGE_ENTRIES_MAX;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::{DisplayName, RoomName};

use crate::access::RoomFacts;
use crate::app::App;
use crate::http::error::HttpRefusal;
use crate::hub::sessions::LineMark;
use crate::login::current_user::{self, CurrentUser};
use crate::names;

/// Names are tried this often before a guest is told to bring one: with a million
/// names, more than one try is already rare.
const GUEST_NAME_TRIES: usize = 8;

/// What guests are called by chance: no letter that looks like another.
const GUEST_LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// What the upgrade's address may say.
#[derive(Debug, Deserialize)]
pub struct Wishes {
    /// What somebody wants to be called, as it was typed.
    pub name: Option<String>,
    /// Where they want to be, as it was typed.
    pub room: Option<String>,
    /// How many old lines they want first.
    #[serde(default)]
    pub history: u16,
}

impl Wishes {
    /// Reads them out of an address.
    ///
    /// # Errors
    /// `malformed`.
    pub fn read(address: &Uri) -> Result<Self, Refusal> {
        let query = Query::try_from_uri(address);
        query.map(|Query(wishes)| wishes).map_err(|_| {
            let sentence = "Only name, room and history (a number) can be asked for here.";
            Refusal::new(RefusalCode::Malformed, sentence)
        })
    }
}

/// A connection that may be upgraded.
#[derive(Debug)]
pub struct Admitted {
    /// Who it is, if that user exists already.
    pub who: Option<SignedIn>,
    /// Who it will be, if not.
    pub wish: NameWish,
    /// Where it listens and writes.
    pub room: Arc<RoomFacts>,
    /// How many old lines it wants first.
    pub history: u16,
}

/// What somebody wants to be called.
#[derive(Clone, Debug)]
pub enum NameWish {
    /// This.
    Name(DisplayName),
    /// `guest-` and four characters.
    Any,
}

/// A plain connection's own state, beside its session.
#[derive(Debug)]
pub struct Plain {
    /// As the upgrade found it.
    pub admitted: Admitted,
    mark: LineMark,
    lines: u16,
    /// A line that waits for its writer to be made. Nothing is read meanwhile.
    pub waiting_line: Option<String>,
    /// Why the writer of the line before could not be made.
    pub unnamed_because: Option<Refusal>,
}

impl Plain {
    /// Before its first line.
    #[must_use]
    pub fn new(admitted: Admitted, mark: LineMark) -> Self {
        Self {
            admitted,
            mark,
            lines: 0,
            waiting_line: None,
            unnamed_because: None,
        }
    }

    /// A fresh id for the next line.
    pub fn next_client_id(&mut self) -> ClientId {
        self.lines = self.lines.wrapping_add(1);
        self.mark.client_id(self.lines)
    }

    /// Where it begins to listen: now, or some lines back.
    #[must_use]
    pub fn start(&self, app: &App) -> Cursor {
        let head = self.admitted.room.head();
        let back = u64::from(self.admitted.history.min(PAGE_ENTRIES_MAX));
        Cursor {
            epoch: app.access.epoch(),
            seq: Seq(head.0.saturating_sub(back)),
        }
    }
}

/// Whether and as whom a request for plain lines may be upgraded. Makes the room if it
/// is missing, and then its maker too.
///
/// # Errors
/// `malformed`, `name_invalid`, `name_taken`, `not_signed_in`, `unknown_room`,
/// `not_allowed`, `limit_reached`, or the store's refusal.
pub async fn admit(app: &Arc<App>, parts: &mut Parts) -> Result<Admitted, HttpRefusal> {
    let query = Wishes::read(&parts.uri)?;
    let current = CurrentUser::from_request_parts(parts, app).await?;
    let (who, wish) = match (query.name, current) {
        (Some(name), _) => {
            let name = names::person(&name)?;
            (app.logins.unclaimed(&name).await?, NameWish::Name(name))
        }
        (None, CurrentUser::Known(signed_in)) => (Some(signed_in), NameWish::Any),
        (None, CurrentUser::Nobody) => (None, NameWish::Any),
        (None, CurrentUser::Stranger) => return Err(current_user::ended().into()),
    };
    let room = names::room(query.room.as_deref().unwrap_or(LOBBY_NAME))?;
    let (who, room) = enter(app, who, &wish, room).await?;
    Ok(Admitted {
        who,
        wish,
        room,
        history: query.history,
    })
}

/// The room, made if it is missing.
async fn enter(
    app: &Arc<App>,
    who: Option<SignedIn>,
    wish: &NameWish,
    name: RoomName,
) -> Result<(Option<SignedIn>, Arc<RoomFacts>), Refusal> {
    if let Some(room) = app.access.directory().by_name(&name) {
        app.access
            .reader(who.as_ref().unwrap_or(&visitor()), room.id)?;
        return Ok((who, room));
    }
    let who = match who {
        Some(who) => who,
        None => make_user(app, wish).await?,
    };
    let made = app.access.keeper(&who)?.make_room(name.clone()).await;
    let room = match made {
        Ok(room) => {
            app.hub.room_added(&room, None);
            room
        }
        // Somebody else made it meanwhile.
        Err(refusal) if refusal.code == RefusalCode::NameTaken => {
            let room = app.access.directory().by_name(&name).ok_or(refusal)?;
            app.access.reader(&who, room.id)?;
            room
        }
        Err(refusal) => return Err(refusal),
    };
    Ok((Some(who), room))
}

/// Makes the user that a plain connection writes as.
///
/// # Errors
/// `name_taken`, `too_fast`, or the store's refusal.
pub async fn make_user(app: &App, wish: &NameWish) -> Result<SignedIn, Refusal> {
    let now = app.clock.now();
    match wish {
        NameWish::Name(name) => match app.logins.make_guest(now, name.clone()).await {
            // Another connection of the same name was faster; it may be shared.
            Err(refusal) if refusal.code == RefusalCode::NameTaken => {
                app.logins.unclaimed(name).await?.ok_or(refusal)
            }
            made => made,
        },
        NameWish::Any => {
            for _ in 1..GUEST_NAME_TRIES {
                match app.logins.make_guest(now, guest_name()).await {
                    Err(refusal) if refusal.code == RefusalCode::NameTaken => {}
                    made => return made,
                }
            }
            app.logins.make_guest(now, guest_name()).await
        }
    }
}

/// Somebody without a user, who may read what everybody may read. No user has id 0.
#[must_use]
pub fn visitor() -> SignedIn {
    let name = DisplayName::from_stored("visitor".to_owned());
    SignedIn {
        user: Author {
            id: UserId(0),
            name,
        },
        role: Role::Guest,
        login: None,
    }
}

fn guest_name() -> DisplayName {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    let letters = bytes.map(|byte| char::from(GUEST_LETTERS[usize::from(byte % 32)]));
    DisplayName::from_stored(format!("guest-{}", String::from_iter(letters)))
}

#[cfg(test)]
mod tests;
