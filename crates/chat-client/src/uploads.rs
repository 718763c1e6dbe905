//! Files on their way to the server, in pieces: what goes next, what is tried again, and what
//! a person has to decide.
//!
//! An upload goes on where the server says that it is, whatever broke in between. Nothing is
//! given up by itself but what the server refuses for good, and that stays here with its
//! reason until the person tries again or removes it. The bytes are the driver's.

use shared::file::{FileId, FileInfo};
use shared::http::UploadState;
use shared::ids::RoomId;
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};

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

/// Names an upload of this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UploadKey(pub u32);

/// A file that a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Where the file will be.
    pub room: RoomId,
    /// What it is.
    pub file: Chosen,
    /// How far it is.
    pub stage: Stage,
    /// The server's name for it, once announced.
    id: Option<FileId>,
    /// What broke in a row.
    breaks: u32,
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
    /// Stop whatever request of it is under way, and forget its bytes.
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
    last: u32,
}

impl Upload {
    /// Bytes that are on the server's disk.
    #[must_use]
    pub fn received(&self) -> u64 {
        match &self.stage {
            Stage::Sending { received } | Stage::Resting { received, .. } => *received,
            Stage::Waiting | Stage::Failed { .. } => 0,
            Stage::Done(_) => self.file.size,
        }
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
        let received = self.received();
        self.stage = Stage::Resting { received, until };
        Do::WakeAt(until)
    }
}

impl Uploads {
    /// The uploads for a room's next message, in the order in which they were chosen.
    pub fn of(&self, room: RoomId) -> impl Iterator<Item = &Upload> {
        self.all.iter().filter(move |upload| upload.room == room)
    }

    /// One upload.
    #[must_use]
    pub fn get(&self, key: UploadKey) -> Option<&Upload> {
        self.all.iter().find(|upload| upload.key == key)
    }

    /// Adds files. Answers their keys, in order, and what to do.
    pub fn add(
        &mut self,
        room: RoomId,
        chosen: impl IntoIterator<Item = Chosen>,
    ) -> (Vec<UploadKey>, Vec<Do>) {
        let keys = chosen
            .into_iter()
            .map(|file| self.push(room, file, Stage::Waiting))
            .collect();
        (keys, self.go_on())
    }

    /// Files that are there already, and were in no message when the page was left.
    pub fn restore(&mut self, room: RoomId, files: impl IntoIterator<Item = FileInfo>) {
        for info in files {
            let is_here = self
                .all
                .iter()
                .any(|upload| matches!(&upload.stage, Stage::Done(here) if here.id == info.id));
            if is_here {
                continue;
            }
            let file = Chosen {
                name: info.name.as_str().to_owned(),
                size: info.size,
                declared: String::new(),
            };
            self.push(room, file, Stage::Done(info));
        }
    }

    /// A request is over.
    pub fn heard(&mut self, now: Moment, key: UploadKey, heard: Heard) -> Vec<Do> {
        let Some(upload) = self.all.iter_mut().find(|upload| upload.key == key) else {
            return Vec::new();
        };
        if !matches!(upload.stage, Stage::Sending { .. }) {
            // The answer to what was stopped.
            return Vec::new();
        }
        let mut out = Vec::new();
        match heard {
            Heard::State(state) => {
                upload.id = Some(state.id);
                if state.received > upload.received() {
                    upload.breaks = 0;
                }
                match state.file {
                    Some(file) => {
                        upload.stage = Stage::Done(file);
                        out.push(Do::Forget(key));
                    }
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
            if upload.key == key && is_stopped {
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
        self.go_on()
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
        let room = upload.room;
        let mut out = vec![Do::Forget(key)];
        match (&upload.stage, upload.id) {
            (Stage::Done(file), _) => out.push(Do::Remove { room, id: file.id }),
            (_, Some(id)) => out.push(Do::GiveUp { room, id }),
            (_, None) => {}
        }
        out.extend(self.go_on());
        out
    }

    /// Whether the next message of a room has files that are not there yet.
    #[must_use]
    pub fn is_busy(&self, room: RoomId) -> bool {
        self.of(room)
            .any(|upload| !matches!(upload.stage, Stage::Done(_)))
    }

    /// The files that are there for the next message of a room.
    #[must_use]
    pub fn files(&self, room: RoomId) -> Vec<FileInfo> {
        let done = self.of(room).filter_map(|upload| match &upload.stage {
            Stage::Done(file) => Some(file.clone()),
            Stage::Waiting
            | Stage::Sending { .. }
            | Stage::Resting { .. }
            | Stage::Failed { .. } => None,
        });
        done.collect()
    }

    /// The message with these files is written.
    pub fn sent(&mut self, files: &[FileInfo]) {
        self.all.retain(|upload| match &upload.stage {
            Stage::Done(file) => files.iter().all(|sent| sent.id != file.id),
            Stage::Waiting
            | Stage::Sending { .. }
            | Stage::Resting { .. }
            | Stage::Failed { .. } => true,
        });
    }

    fn push(&mut self, room: RoomId, file: Chosen, stage: Stage) -> UploadKey {
        self.last += 1;
        let key = UploadKey(self.last);
        self.all.push(Upload {
            key,
            room,
            file,
            stage,
            id: None,
            breaks: 0,
        });
        key
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
                upload.stage = Stage::Sending { received: 0 };
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
    if code == RefusalCode::UnknownFile && upload.id.take().is_some() {
        // The server waited for a day, or lost it: from the beginning.
        return Some(upload.rest(now, 0));
    }
    if code != RefusalCode::DiskFull {
        upload.id = None;
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

#[cfg(test)]
mod tests;
