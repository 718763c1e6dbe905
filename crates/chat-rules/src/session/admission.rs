//! Which requests are let in, and the words for those that are not.
//!
//! The checks of both languages stand here in the order in which they are made:
//! is the server stopping, is the client too fast, is the text in order, is there
//! room for one more request.

use shared::client_frame::{Amend, Change, Follow, MakeRoom, Post, SetTopic};
use shared::entry::EntryKind;
use shared::limits::{FOLLOWED_ROOMS_MAX, IN_FLIGHT_MAX, MESSAGE_FILES_MAX};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::{Emoji, MessageText, RoomName, Topic};

use super::followed::Full;
use super::output::Amendment;
use super::pace::{TOO_FAST_RETRY_AFTER_MS, Write};
use super::{Phase, Request, Session};

/// A request that is not let in.
pub(super) struct Denied {
    pub(super) refusal: Refusal,
    pub(super) fault: Fault,
}

/// Whether a refusal is held against the client.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    None,
    Abuse,
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Self {
            refusal,
            fault: Fault::None,
        }
    }
}

impl Session {
    pub(super) fn admit_follow(&mut self, follow: &Follow) -> Result<Request, Denied> {
        self.admit_running()?;
        self.admit_one_more()?;
        self.followed
            .ask(follow.room)
            .map_err(|Full| too_many_followed())?;
        Ok(Request::Follow {
            id: follow.id,
            room: follow.room,
            after: follow.after,
        })
    }

    pub(super) fn admit_post(&self, now: Moment, post: &Post) -> Result<Request, Denied> {
        self.admit_running()?;
        self.admit_pace(now)?;
        let text = if post.files.is_empty() {
            MessageText::parse(&post.text)?
        } else {
            MessageText::parse_beside_files(&post.text)?
        };
        if post.files.len() > MESSAGE_FILES_MAX {
            return Err(too_many_files().into());
        }
        if post.client_id.is_nil() {
            return Err(nil_client_id().into());
        }
        self.admit_one_more()?;
        Ok(Request::Post {
            room: post.room,
            client_id: post.client_id,
            text,
            // What is in a thread answers its first message.
            reply_to: post.reply_to.filter(|_| post.thread.is_none()),
            thread: post.thread,
            files: post.files.clone(),
        })
    }

    pub(super) fn admit_amend(&self, now: Moment, amend: &Amend) -> Result<Request, Denied> {
        self.admit_running()?;
        self.admit_pace(now)?;
        let amendment = amendment(amend)?;
        if amend.client_id.is_nil() {
            return Err(nil_client_id().into());
        }
        self.admit_one_more()?;
        Ok(Request::Amend {
            room: amend.room,
            client_id: amend.client_id,
            amendment,
        })
    }

    pub(super) fn admit_topic(&self, now: Moment, set: &SetTopic) -> Result<Request, Denied> {
        self.admit_running()?;
        self.admit_pace(now)?;
        let topic = Topic::parse(&set.topic)?;
        if set.client_id.is_nil() {
            return Err(nil_client_id().into());
        }
        self.admit_one_more()?;
        Ok(Request::Amend {
            room: set.room,
            client_id: set.client_id,
            amendment: Amendment {
                kind: EntryKind::TopicSet { topic },
                base: None,
            },
        })
    }

    pub(super) fn admit_make_room(
        &self,
        now: Moment,
        make_room: &MakeRoom,
    ) -> Result<Request, Denied> {
        self.admit_running()?;
        self.admit_pace(now)?;
        let name = RoomName::parse(&make_room.name)?;
        self.admit_one_more()?;
        Ok(Request::MakeRoom { name })
    }

    /// What both languages ask of a text.
    pub(super) fn admit_text(&self, now: Moment, typed: &str) -> Result<MessageText, Denied> {
        self.admit_running()?;
        self.admit_pace(now)?;
        Ok(MessageText::parse(typed)?)
    }

    pub(super) fn admit_one_more(&self) -> Result<(), Refusal> {
        if self.asked.count() < IN_FLIGHT_MAX {
            Ok(())
        } else {
            Err(too_many_in_flight())
        }
    }

    fn admit_running(&self) -> Result<(), Refusal> {
        match self.phase {
            Phase::Stopping {
                reconnect_after_ms, ..
            } => Err(stopping(reconnect_after_ms)),
            Phase::Hello { .. } | Phase::Greeting | Phase::Ready | Phase::Closed => Ok(()),
        }
    }

    fn admit_pace(&self, now: Moment) -> Result<(), Denied> {
        match self.pace.write(now) {
            Write::Pass => Ok(()),
            Write::TooFast => Err(too_fast().into()),
            Write::Abuse => Err(Denied {
                refusal: too_fast(),
                fault: Fault::Abuse,
            }),
        }
    }
}

fn amendment(amend: &Amend) -> Result<Amendment, Refusal> {
    let target = amend.target;
    let mut base = None;
    let kind = match &amend.change {
        Change::Edit(edit) => {
            base = edit.base;
            // Whether files are left of the message, the log knows.
            let text = MessageText::parse_beside_files(&edit.text)?;
            EntryKind::Edited { target, text }
        }
        Change::Delete => EntryKind::Deleted { target },
        Change::React(with) => EntryKind::Reacted {
            target,
            emoji: Emoji::parse(&with.emoji)?,
        },
        Change::Unreact(with) => EntryKind::Unreacted {
            target,
            emoji: Emoji::parse(&with.emoji)?,
        },
        Change::Pin => EntryKind::Pinned { target },
        Change::Unpin => EntryKind::Unpinned { target },
    };
    Ok(Amendment { kind, base })
}

fn too_many_in_flight() -> Refusal {
    Refusal::new(
        RefusalCode::TooManyInFlight,
        format!("{IN_FLIGHT_MAX} requests wait for their answers already."),
    )
}

pub(super) fn unavailable() -> Refusal {
    Refusal::new(
        RefusalCode::Unavailable,
        "The server cannot do this now. Try again later.",
    )
}

fn too_many_followed() -> Refusal {
    Refusal::new(
        RefusalCode::LimitReached,
        format!("{FOLLOWED_ROOMS_MAX} rooms are followed already. Unfollow one first."),
    )
}

fn too_many_files() -> Refusal {
    Refusal::new(
        RefusalCode::LimitReached,
        format!("A message brings at most {MESSAGE_FILES_MAX} files."),
    )
}

fn nil_client_id() -> Refusal {
    Refusal::new(
        RefusalCode::ClientIdInvalid,
        "The client_id is nil, which names no write.",
    )
}

fn too_fast() -> Refusal {
    Refusal::new(
        RefusalCode::TooFast,
        "Too many frames too fast. Wait a second, then go on.",
    )
    .retry_after_ms(TOO_FAST_RETRY_AFTER_MS)
}

fn stopping(reconnect_after_ms: u32) -> Refusal {
    Refusal::new(
        RefusalCode::Stopping,
        "The server restarts. Connect again, then repeat this.",
    )
    .retry_after_ms(reconnect_after_ms)
}
