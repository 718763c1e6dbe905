//! Files on their way to the server, in pieces: what goes next, what is tried again, and what
//! a person has to decide.
//!
//! An upload goes on where the server says that it is, whatever broke in between. Nothing is
//! given up by itself but what the server refuses for good, and that stays here with its
//! reason until the person tries again or removes it. The bytes are the driver's.
//!
//! What is not sent is kept over the end of the page ([`kept`]): what is known of it here, and
//! its bytes, until the message with it is written or the person removes it. A file that is on
//! the server whole is asked for again when the page comes back, and goes up anew where the
//! server no longer has it.

pub mod due;
pub mod kept;

use std::collections::BTreeMap;

use shared::file::{FileId, FileInfo};
use shared::http::UploadState;
use shared::ids::{ClientId, RoomId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};

use self::due::Due;
use self::kept::{KeptUpload, Shelf};
use crate::composing::MessageBox;

/// Bytes of one request. Proxies that are set up as they come take it (nginx: 1 MiB), and a
/// broken link costs that much at most.
pub const PIECE_BYTES: u64 = 1_000_000;

/// Uploads under way at once. One alone waits for its acknowledgements; more take the line
/// from the messages.
pub const AT_ONCE_MAX: usize = 2;

/// The first wait after something broke; each further one is twice as long.
const REST_FIRST_MS: u64 = 1_000;

/// The longest wait: as long as a person would look at it before pressing "Retry".
const REST_MAX_MS: u64 = 30_000;

/// Why a file that was chosen before the page came back cannot go on.
pub const BYTES_ARE_GONE: &str = "This browser no longer has the file. Choose it again.";

/// Names an upload, also over the end of its page; made by the driver.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct UploadKey(pub ClientId);

/// A file that a person chose.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Chosen {
    /// What it is called.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// The media type that the browser believes it has; may be empty.
    pub declared: String,
}

/// One upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its name here.
    pub key: UploadKey,
    /// Whose next message brings it; the file will be in that room.
    pub at: MessageBox,
    /// What it is.
    pub file: Chosen,
    /// How far it is.
    pub stage: Stage,
    /// Where it stands among the others.
    order: u64,
    /// The server's name for it, once announced.
    id: Option<FileId>,
    /// Bytes that were on the server's disk when it was heard of last.
    reached: u64,
    /// What broke in a row.
    breaks: u32,
    /// The driver can read the file.
    has_bytes: bool,
    /// Both its bytes and what is known of it outlive the page.
    is_kept: bool,
    /// It is done, and nobody has asked the server since whether it is still there.
    is_doubtful: bool,
}

/// How far an upload is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// For its turn.
    Waiting,
    /// On its way: this much is on the server's disk.
    Sending {
        /// Bytes.
        received: u64,
    },
    /// Something broke; it goes on by itself.
    Resting {
        /// Bytes that are there already.
        received: u64,
        /// When it goes on.
        until: Moment,
    },
    /// The server refused it.
    Failed {
        /// Why, as it is shown.
        reason: String,
        /// The same file may be taken another time: not where it is the file itself that is
        /// refused.
        may_retry: bool,
    },
    /// The file is there, and in no message yet.
    Done(FileInfo),
}

/// What the driver is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Do {
    /// Announce it; answered by [`Uploads::heard`].
    Announce(UploadKey),
    /// Send these bytes; answered.
    Send {
        /// Of which upload.
        key: UploadKey,
        /// The server's name for it.
        id: FileId,
        /// The first byte.
        from: u64,
        /// The one after the last.
        to: u64,
    },
    /// Ask how far it is; answered.
    Ask {
        /// Which upload.
        key: UploadKey,
        /// The server's name for it.
        id: FileId,
    },
    /// Keep its bytes over the end of the page; where that fails, say so by
    /// [`Uploads::not_kept`].
    Keep(UploadKey),
    /// Stop whatever request of it is under way, and forget its bytes, also those that are
    /// kept, and what is kept of it.
    Forget(UploadKey),
    /// Tell the server that it will not go on. No answer is needed.
    GiveUp {
        /// Its room.
        room: RoomId,
        /// The server's name for it.
        id: FileId,
    },
    /// Remove the file, which is in no message. No answer is needed.
    Remove {
        /// Its room.
        room: RoomId,
        /// Which.
        id: FileId,
    },
    /// Call [`Uploads::wake`] then.
    WakeAt(Moment),
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// How far it is.
    State(UploadState),
    /// A no.
    Refused(Refusal),
    /// No answer.
    Lost,
}

/// All uploads of a page.
#[derive(Clone, Debug, Default)]
pub struct Uploads {
    all: Vec<Upload>,
    last: u64,
    /// Messages that go out once their files are there.
    due: BTreeMap<MessageBox, Due>,
}

impl Upload {
    /// Bytes that are on the server's disk.
    #[must_use]
    pub fn received(&self) -> u64 {
        match &self.stage {
            Stage::Sending { received } | Stage::Resting { received, .. } => *received,
            Stage::Waiting | Stage::Failed { .. } => self.reached,
            Stage::Done(_) => self.file.size,
        }
    }

    /// The page is all that has it: once that ends, the file has to be chosen again.
    #[must_use]
    pub fn goes_with_the_page(&self) -> bool {
        !self.is_kept && self.has_bytes && !matches!(self.stage, Stage::Done(_))
    }

    fn step(&self) -> Do {
        let key = self.key;
        match self.id {
            Some(id) => Do::Ask { key, id },
            None => Do::Announce(key),
        }
    }

    fn rest(&mut self, now: Moment, at_least_ms: u64) -> Do {
        let wait = REST_FIRST_MS << self.breaks.min(10);
        let until = now.plus_ms(wait.min(REST_MAX_MS).max(at_least_ms));
        self.breaks = self.breaks.saturating_add(1);
        let received = self.reached;
        self.stage = Stage::Resting { received, until };
        Do::WakeAt(until)
    }
}

impl Uploads {
    /// The uploads for a box's next message, in the order in which they were chosen.
    pub fn of(&self, at: MessageBox) -> impl Iterator<Item = &Upload> {
        self.all.iter().filter(move |upload| upload.at == at)
    }

    /// One upload.
    #[must_use]
    pub fn get(&self, key: UploadKey) -> Option<&Upload> {
        self.all.iter().find(|upload| upload.key == key)
    }

    /// Adds files. `shelf` is what this browser keeps already.
    pub fn add(
        &mut self,
        at: MessageBox,
        mut shelf: Shelf,
        chosen: impl IntoIterator<Item = (UploadKey, Chosen)>,
    ) -> Vec<Do> {
        let mut out = Vec::new();
        for (key, file) in chosen {
            let is_kept = shelf.takes(file.size);
            if is_kept {
                out.push(Do::Keep(key));
            }
            let upload = self.push(key, at, file, Stage::Waiting);
            upload.has_bytes = true;
            upload.is_kept = is_kept;
        }
        out.extend(self.go_on());
        out
    }

    /// Files that are there already, and in no message.
    pub fn restore(
        &mut self,
        at: MessageBox,
        files: impl IntoIterator<Item = (UploadKey, FileInfo)>,
    ) -> Vec<Do> {
        for (key, info) in files {
            if self.has_file(info.id) {
                continue;
            }
            let file = Chosen {
                name: info.name.as_str().to_owned(),
                size: info.size,
                declared: String::new(),
            };
            let id = info.id;
            let upload = self.push(key, at, file, Stage::Done(info));
            upload.id = Some(id);
            upload.is_doubtful = true;
        }
        self.ask_for_doubtful()
    }

    /// What a page that is gone had not sent, in its order, and of each whether its bytes are
    /// still there. Only this page has it from now on.
    pub fn adopt(&mut self, left: impl IntoIterator<Item = (KeptUpload, bool)>) -> Vec<Do> {
        let mut left: Vec<_> = left.into_iter().collect();
        left.sort_by_key(|(kept, _)| (kept.order, kept.key));
        let mut out = Vec::new();
        let mut wishes = Vec::new();
        for (kept, has_bytes) in left {
            wishes.extend(kept.due.map(|due| (kept.at, due)));
            if self.get(kept.key).is_some() {
                continue;
            }
            if kept
                .done
                .as_ref()
                .is_some_and(|info| self.has_file(info.id))
            {
                // It came back with a message that was not stored.
                out.push(Do::Forget(kept.key));
                continue;
            }
            let stage = match (kept.done, kept.failed) {
                (Some(info), _) => Stage::Done(info),
                (None, Some(failed)) => Stage::Failed {
                    reason: failed.reason,
                    may_retry: failed.may_retry && has_bytes,
                },
                (None, None) if has_bytes => Stage::Waiting,
                (None, None) => bytes_are_gone(),
            };
            let upload = self.push(kept.key, kept.at, kept.file, stage);
            upload.id = kept.id;
            upload.reached = kept.received;
            upload.has_bytes = has_bytes;
            upload.is_kept = has_bytes;
            upload.is_doubtful = matches!(upload.stage, Stage::Done(_));
        }
        for (at, wish) in wishes {
            self.adopt_due(at, wish);
        }
        out.extend(self.ask_for_doubtful());
        out.extend(self.go_on());
        out
    }

    /// The browser does not keep its bytes, or not what is known of it.
    pub fn not_kept(&mut self, key: UploadKey) {
        for upload in &mut self.all {
            if upload.key == key {
                upload.is_kept = false;
            }
        }
    }

    /// What is to be kept of a box's uploads over the end of the page.
    #[must_use]
    pub fn kept(&self, at: MessageBox) -> Vec<KeptUpload> {
        let mut kept: Vec<_> = self.of(at).filter_map(KeptUpload::of).collect();
        let due = self.kept_due(at, kept.len());
        if let Some(first) = kept.first_mut() {
            first.due = due;
        }
        kept
    }

    /// A request is over.
    pub fn heard(&mut self, now: Moment, key: UploadKey, heard: Heard) -> Vec<Do> {
        let Some(upload) = self.all.iter_mut().find(|upload| upload.key == key) else {
            return Vec::new();
        };
        if matches!(upload.stage, Stage::Done(_)) {
            heard_of_done(upload, &heard);
            return self.go_on();
        }
        if !matches!(upload.stage, Stage::Sending { .. }) {
            // The answer to what was stopped.
            return Vec::new();
        }
        let mut out = Vec::new();
        match heard {
            Heard::State(state) => {
                upload.id = Some(state.id);
                if state.received > upload.reached {
                    upload.breaks = 0;
                }
                upload.reached = state.received;
                match state.file {
                    Some(file) => upload.stage = Stage::Done(file),
                    None => {
                        let (id, from) = (state.id, state.received);
                        let to = upload.file.size.min(from.saturating_add(PIECE_BYTES));
                        upload.stage = Stage::Sending { received: from };
                        out.push(Do::Send { key, id, from, to });
                    }
                }
            }
            Heard::Refused(refusal) => out.extend(refused(upload, now, refusal)),
            Heard::Lost => out.push(upload.rest(now, 0)),
        }
        out.extend(self.go_on());
        out
    }

    /// The person wants a failed or resting one to go on now.
    pub fn retry(&mut self, key: UploadKey) -> Vec<Do> {
        for upload in &mut self.all {
            let is_stopped = matches!(upload.stage, Stage::Failed { .. } | Stage::Resting { .. });
            if upload.key == key && is_stopped && upload.has_bytes {
                upload.stage = Stage::Waiting;
                upload.breaks = 0;
            }
        }
        self.go_on()
    }

    /// There is a link again: what rests goes on at once.
    pub fn linked(&mut self) -> Vec<Do> {
        for upload in &mut self.all {
            if matches!(upload.stage, Stage::Resting { .. }) {
                upload.stage = Stage::Waiting;
            }
        }
        let mut out = self.ask_for_doubtful();
        out.extend(self.go_on());
        out
    }

    /// A moment that was asked for has come.
    pub fn wake(&mut self, now: Moment) -> Vec<Do> {
        for upload in &mut self.all {
            if matches!(upload.stage, Stage::Resting { until, .. } if until <= now) {
                upload.stage = Stage::Waiting;
            }
        }
        self.go_on()
    }

    /// The person does not want to send it any more.
    pub fn remove(&mut self, key: UploadKey) -> Vec<Do> {
        let Some(at) = self.all.iter().position(|upload| upload.key == key) else {
            return Vec::new();
        };
        let upload = self.all.remove(at);
        let room = upload.at.room;
        if matches!(upload.stage, Stage::Failed { .. }) {
            self.withdraw(upload.at);
        }
        let mut out = vec![Do::Forget(key)];
        match (&upload.stage, upload.id) {
            (Stage::Done(file), _) => out.push(Do::Remove { room, id: file.id }),
            (_, Some(id)) => out.push(Do::GiveUp { room, id }),
            (_, None) => {}
        }
        out.extend(self.go_on());
        out
    }

    /// Whether the next message of a box has files that are not there yet.
    #[must_use]
    pub fn is_busy(&self, at: MessageBox) -> bool {
        self.of(at)
            .any(|upload| !matches!(upload.stage, Stage::Done(_)))
    }

    /// The files that are there for the next message of a box.
    #[must_use]
    pub fn files(&self, at: MessageBox) -> Vec<FileInfo> {
        let done = self.of(at).filter_map(|upload| match &upload.stage {
            Stage::Done(file) => Some(file.clone()),
            Stage::Waiting
            | Stage::Sending { .. }
            | Stage::Resting { .. }
            | Stage::Failed { .. } => None,
        });
        done.collect()
    }

    /// The message with these files is written.
    pub fn sent(&mut self, files: &[FileInfo]) -> Vec<Do> {
        let mut out = Vec::new();
        self.all.retain(|upload| match &upload.stage {
            Stage::Done(file) if files.iter().any(|sent| sent.id == file.id) => {
                out.push(Do::Forget(upload.key));
                false
            }
            Stage::Done(_)
            | Stage::Waiting
            | Stage::Sending { .. }
            | Stage::Resting { .. }
            | Stage::Failed { .. } => true,
        });
        out
    }

    fn has_file(&self, id: FileId) -> bool {
        self.all
            .iter()
            .any(|upload| matches!(&upload.stage, Stage::Done(here) if here.id == id))
    }

    fn push(&mut self, key: UploadKey, at: MessageBox, file: Chosen, stage: Stage) -> &mut Upload {
        self.last += 1;
        self.all.push(Upload {
            key,
            at,
            file,
            stage,
            order: self.last,
            id: None,
            reached: 0,
            breaks: 0,
            has_bytes: false,
            is_kept: false,
            is_doubtful: false,
        });
        let last = self.all.len() - 1;
        &mut self.all[last]
    }

    /// Whether the server still has what is done is asked once per link, and nothing waits
    /// for the answer.
    fn ask_for_doubtful(&self) -> Vec<Do> {
        let asks = |upload: &Upload| {
            let id = upload.id.filter(|_| upload.is_doubtful)?;
            Some(Do::Ask {
                key: upload.key,
                id,
            })
        };
        self.all.iter().filter_map(asks).collect()
    }

    /// Begins as many as may be under way.
    fn go_on(&mut self) -> Vec<Do> {
        let is_going = |upload: &&Upload| matches!(upload.stage, Stage::Sending { .. });
        let going = self.all.iter().filter(is_going).count();
        let waiting = self
            .all
            .iter_mut()
            .filter(|upload| upload.stage == Stage::Waiting);
        waiting
            .take(AT_ONCE_MAX.saturating_sub(going))
            .map(|upload| {
                let received = upload.reached;
                upload.stage = Stage::Sending { received };
                upload.step()
            })
            .collect()
    }
}

fn refused(upload: &mut Upload, now: Moment, refusal: Refusal) -> Option<Do> {
    let code = refusal.code;
    if code == RefusalCode::OffsetWrong && upload.breaks == 0 {
        // It is elsewhere: asked at once, but not for ever.
        upload.breaks = 1;
        return Some(upload.step());
    }
    if code == RefusalCode::OffsetWrong || code.is_temporary() {
        let at_least = refusal.retry_after_ms.unwrap_or(0);
        return Some(upload.rest(now, u64::from(at_least)));
    }
    if code == RefusalCode::UnknownFile {
        // Without a name it is announced, of which this is no answer: it is the late one to
        // whether the server still has what was done.
        upload.id.take()?;
        // The server waited for a day, or lost it: from the beginning.
        upload.reached = 0;
        return Some(upload.rest(now, 0));
    }
    if code != RefusalCode::DiskFull {
        upload.id = None;
        upload.reached = 0;
    }
    upload.stage = Stage::Failed {
        reason: refusal.message,
        may_retry: !matches!(
            code,
            RefusalCode::NameInvalid
                | RefusalCode::FileInvalid
                | RefusalCode::FileTooLarge
                | RefusalCode::ImageTooLarge
        ),
    };
    None
}

/// What a file that is done hears when it is asked for again.
fn heard_of_done(upload: &mut Upload, heard: &Heard) {
    match heard {
        Heard::State(UploadState {
            file: Some(file), ..
        }) => {
            upload.is_doubtful = false;
            upload.stage = Stage::Done(file.clone());
        }
        Heard::Refused(refusal) if refusal.code == RefusalCode::UnknownFile => {
            upload.is_doubtful = false;
            upload.id = None;
            upload.reached = 0;
            upload.stage = if upload.has_bytes {
                Stage::Waiting
            } else {
                bytes_are_gone()
            };
        }
        // The next link asks again.
        Heard::State(_) | Heard::Refused(_) | Heard::Lost => {}
    }
}

fn bytes_are_gone() -> Stage {
    Stage::Failed {
        reason: BYTES_ARE_GONE.to_owned(),
        may_retry: false,
    }
}

#[cfg(test)]
mod tests;
