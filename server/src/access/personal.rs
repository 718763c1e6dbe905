//! What the server keeps of a user for themselves: what they want to be told of, what they
//! say of themselves, what they typed and did not send, what is to happen later. Nobody reaches another's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chat_rules::rate::{Bucket, Rate, Taken};
use chat_store::drafts::NewDraft;
use chat_store::fold::Unamendable;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::{NoteKind, SignedIn};
use chat_store::{Later, Store, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::codec::encode;
use shared::cursor::Seq;
use shared::file::{FileId, FileInfo};
use shared::ids::{ClientId, RoomId, UserId};
use shared::kept::{Draft, DraftWrite, OwnThread, ThreadWrite, UnreadMark, UnreadWrite};
use shared::limits::{
    DRAFT_CHARS_MAX, DRAFTS_MAX, PLANNED_WITHIN_MS, PLANS_MAX, THREAD_FOLLOWERS_MAX,
    THREADS_LISTED_MAX,
};
use shared::moment::{Moment, Timestamp};
use shared::plan::{Plan, PlanKind, PlanState, PlanWish};
use shared::preferences::Preferences;
use shared::refusal::{Refusal, RefusalCode};
use shared::signal::Status;
use shared::text::MessageText;

use super::told::ToldUsers;
use super::{Access, RoomReader};
use crate::config::RateLimit;
use crate::store_errors::{refusal, unamendable};

/// Changes that one user makes: as many at once as somebody clicks through the settings,
/// then one a second. Each is a row on the disk, and of a status news for everybody.
const CHANGE_RATE: Rate = Rate {
    tokens: 1,
    every_ms: 1_000,
    burst: 30,
};

/// Drafts that one user writes: a few devices that are typed in at once, and what they bring
/// after an hour without a network.
const DRAFT_RATE: Rate = Rate {
    tokens: 1,
    every_ms: 1_000,
    burst: 60,
};

/// Threads that one user looks at: as somebody reads from one to the next, each told as new
/// messages of it are seen.
const THREAD_RATE: Rate = Rate {
    tokens: 1,
    every_ms: 500,
    burst: 60,
};

/// Times that one user's devices ask which of them tells: a few devices, each with something
/// new every few seconds.
const TELLING_RATE: Rate = Rate {
    tokens: 2,
    every_ms: 1_000,
    burst: 60,
};

/// Searches of one user: as somebody types, with a pause after each letter.
const SEARCH_RATE: Rate = Rate {
    tokens: 4,
    every_ms: 1_000,
    burst: 40,
};

/// Users whose rate is remembered. Beyond that those who have been calm are forgotten.
const USERS_REMEMBERED_MAX: usize = 4_096;

/// See the module.
#[derive(Debug)]
pub struct Personal {
    store: Arc<dyn Store>,
    rate_limit: RateLimit,
    changes: Buckets,
    drafts: Buckets,
    threads: Buckets,
    searches: Buckets,
    tellings: Buckets,
    told: ToldUsers,
}

/// How much of a rate each user has left.
#[derive(Debug)]
struct Buckets {
    rate: Rate,
    of: Mutex<HashMap<UserId, Bucket>>,
}

impl Personal {
    /// In this store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, rate_limit: RateLimit) -> Self {
        Self {
            store,
            rate_limit,
            changes: Buckets::new(CHANGE_RATE),
            drafts: Buckets::new(DRAFT_RATE),
            threads: Buckets::new(THREAD_RATE),
            searches: Buckets::new(SEARCH_RATE),
            tellings: Buckets::new(TELLING_RATE),
            told: ToldUsers::default(),
        }
    }

    /// What a user wants to be told of.
    ///
    /// # Errors
    /// What the store says.
    pub async fn preferences(&self, who: &SignedIn) -> Result<Preferences, Refusal> {
        let kept: Option<Preferences> = self.read(who.user.id, NoteKind::Preferences).await?;
        Ok(kept.unwrap_or_default().checked())
    }

    /// Keeps it; answers it within its bounds.
    ///
    /// # Errors
    /// `too_fast`, or what the store says.
    pub async fn keep_preferences(
        &self,
        now: Moment,
        who: &SignedIn,
        wants: Preferences,
    ) -> Result<Preferences, Refusal> {
        let wants = wants.checked();
        self.keep(now, who, NoteKind::Preferences, Some(&wants))
            .await?;
        Ok(wants)
    }

    /// What a user says of themselves, while it holds.
    ///
    /// # Errors
    /// What the store says.
    pub async fn status(
        &self,
        user: UserId,
        wall: Timestamp,
    ) -> Result<Option<Box<Status>>, Refusal> {
        let kept: Option<Box<Status>> = self.read(user, NoteKind::Status).await?;
        Ok(kept.filter(|status| status.holds(wall)))
    }

    /// Keeps it, or takes it back.
    ///
    /// # Errors
    /// `too_fast`, or what the store says.
    pub async fn keep_status(
        &self,
        now: Moment,
        who: &SignedIn,
        status: Option<&Status>,
    ) -> Result<(), Refusal> {
        self.keep(now, who, NoteKind::Status, status).await
    }

    /// What a user typed and did not send, as it changed after a revision.
    ///
    /// # Errors
    /// What the store says.
    pub async fn drafts(&self, who: &SignedIn, after: u64) -> Result<Vec<Draft>, Refusal> {
        let drafts = self.store.drafts(who.user.id, after).await;
        drafts.map_err(|failure| refusal(&failure, "reading drafts"))
    }

    /// The rooms that a user marked unread.
    ///
    /// # Errors
    /// What the store says.
    pub async fn unread_marks(&self, who: &SignedIn) -> Result<Vec<UnreadMark>, Refusal> {
        let marks = self.store.unread_marks(who.user.id).await;
        marks.map_err(|failure| refusal(&failure, "reading unread marks"))
    }

    /// The threads that a user follows, the last active first, with the messages that they
    /// hang from, of rooms that they may read.
    ///
    /// # Errors
    /// What the store says.
    pub async fn own_threads(
        &self,
        access: &Access,
        who: &SignedIn,
    ) -> Result<Vec<OwnThread>, Refusal> {
        let threads = self
            .store
            .own_threads(who.user.id, THREADS_LISTED_MAX)
            .await;
        let threads = threads.map_err(|failure| refusal(&failure, "reading threads"))?;
        let mut own = Vec::with_capacity(threads.len());
        for mut thread in threads {
            // A room that may no longer be read is none of theirs.
            let Ok(reader) = access.reader(who, thread.room) else {
                continue;
            };
            let first = reader.message(thread.root).await;
            let first = first.map_err(|failure| refusal(&failure, "reading threads"))?;
            thread.first = Some(Box::new(first));
            own.push(thread);
        }
        Ok(own)
    }

    /// What a user has of a thread of a room that they may read, changed by this.
    ///
    /// # Errors
    /// `unknown_message`, `too_fast`, or what the store says.
    pub async fn keep_thread(
        &self,
        now: Moment,
        reader: &RoomReader,
        root: Seq,
        write: ThreadWrite,
    ) -> Result<OwnThread, Refusal> {
        self.hold(&self.threads, now, reader.user())?;
        let (user, room) = (reader.user(), reader.room().id);
        let thread = self.store.keep_thread(user, room, root, write).await;
        thread.map_err(|failure| refusal(&failure, "keeping a thread"))
    }

    /// Who is to hear that a thread goes on.
    pub async fn thread_followers(&self, room: RoomId, root: Seq) -> Vec<UserId> {
        let followers = self
            .store
            .thread_followers(room, root, THREAD_FOLLOWERS_MAX)
            .await;
        // Whoever does not hear of it sees it with their next list.
        followers.unwrap_or_default()
    }

    /// Marks a room that the user may read unread from an entry on, or takes the mark away.
    ///
    /// # Errors
    /// `unknown_message`, `too_fast`, or what the store says.
    pub async fn mark_unread(
        &self,
        now: Moment,
        reader: &RoomReader,
        write: UnreadWrite,
    ) -> Result<UnreadMark, Refusal> {
        self.hold(&self.changes, now, reader.user())?;
        let (user, room) = (reader.user(), reader.room().id);
        let mark = self.store.mark_unread(user, room, write.from, write.base);
        mark.await.map_err(|failure| {
            if failure == StoreError::NotFound("entry") {
                let sentence = "There is no such message.";
                return Refusal::new(RefusalCode::UnknownMessage, sentence);
            }
            refusal(&failure, "marking a room unread")
        })
    }

    /// Keeps a draft in a room that the user may read; answers it as it is then.
    ///
    /// # Errors
    /// `text_too_long`, `client_id_invalid`, `limit_reached`, `too_fast`, or what the store
    /// says.
    pub async fn keep_draft(
        &self,
        now: Moment,
        reader: &RoomReader,
        write: DraftWrite,
    ) -> Result<Draft, Refusal> {
        let chars = write.text.chars().count();
        if chars > DRAFT_CHARS_MAX {
            let sentence = format!("A draft of {chars} characters stays on its device.");
            return Err(Refusal::new(RefusalCode::TextTooLong, sentence));
        }
        if write.by.is_nil() {
            let sentence = "Who writes a draft needs an id.";
            return Err(Refusal::new(RefusalCode::ClientIdInvalid, sentence));
        }
        self.hold(&self.drafts, now, reader.user())?;
        let kept = self.store.keep_draft(NewDraft {
            user: reader.user(),
            room: reader.room().id,
            by: write.by,
            base: write.base,
            text: write.text,
            drops_aside: write.drops_aside,
        });
        let kept = kept.await;
        let kept = kept.map_err(|failure| refusal(&failure, "keeping a draft"))?;
        kept.ok_or_else(|| {
            let sentence = format!("{DRAFTS_MAX} drafts are kept already.");
            Refusal::new(RefusalCode::LimitReached, sentence)
        })
    }

    /// Whether others see how far a user has read.
    ///
    /// # Errors
    /// What the store says.
    pub async fn shows_reading(&self, user: UserId) -> Result<bool, Refusal> {
        let unseen: Option<bool> = self.read(user, NoteKind::ReadsUnseen).await?;
        Ok(unseen.is_none())
    }

    /// Has others see it, or not.
    ///
    /// # Errors
    /// `too_fast`, or what the store says.
    pub async fn show_reading(
        &self,
        now: Moment,
        who: &SignedIn,
        shown: bool,
    ) -> Result<(), Refusal> {
        let unseen = (!shown).then_some(true);
        self.keep(now, who, NoteKind::ReadsUnseen, unseen.as_ref())
            .await
    }

    /// What is to happen later for a user.
    ///
    /// # Errors
    /// What the store says.
    pub async fn plans(&self, who: &SignedIn) -> Result<Vec<Plan>, Refusal> {
        let plans = self.store.plans(who.user.id).await;
        plans.map_err(|failure| refusal(&failure, "reading plans"))
    }

    /// Which files a user's plan has; none where there is no such plan.
    ///
    /// # Errors
    /// What the store says.
    pub async fn files_of_plan(
        &self,
        who: &SignedIn,
        id: ClientId,
    ) -> Result<Vec<FileId>, Refusal> {
        let plans = self.plans(who).await?;
        let plan = plans.into_iter().find(|plan| plan.id == id);
        Ok(plan.map_or_else(Vec::new, |plan| {
            plan.files.iter().map(|file| file.id).collect()
        }))
    }

    /// Keeps a plan in a room into which the user may write, with files that they sent there;
    /// answers it.
    ///
    /// # Errors
    /// `client_id_invalid`, what a text is refused for, `limit_reached`, `malformed` for a
    /// reminder with files, `unknown_file` for one that is in a message or another plan,
    /// `already_so`, `too_fast`, or what the store says.
    pub async fn keep_plan(
        &self,
        now: Moment,
        wall: Timestamp,
        who: &SignedIn,
        id: ClientId,
        wish: PlanWish,
        files: Vec<FileInfo>,
    ) -> Result<Plan, Refusal> {
        if id.is_nil() {
            let sentence = "A plan needs an id of its own.";
            return Err(Refusal::new(RefusalCode::ClientIdInvalid, sentence));
        }
        if wish.due.0 > wall.0.saturating_add(PLANNED_WITHIN_MS) {
            let sentence = "Nothing is planned more than a year ahead.";
            return Err(Refusal::new(RefusalCode::LimitReached, sentence));
        }
        let text = if files.is_empty() {
            MessageText::parse(&wish.text)?
        } else {
            MessageText::parse_beside_files(&wish.text)?
        };
        if wish.kind == PlanKind::Reminder && !files.is_empty() {
            let sentence = "A reminder brings no files.";
            return Err(Refusal::new(RefusalCode::Malformed, sentence));
        }
        self.hold_rate(now, who.user.id)?;
        let plan = Plan {
            id,
            room: wish.room,
            kind: wish.kind,
            due: wish.due,
            text,
            about: wish.about,
            files,
            state: PlanState::Waiting,
        };
        let write = if wish.changes {
            PlanWrite::Change
        } else {
            PlanWrite::Make
        };
        let kept = self.store.keep_plan(who.user.id, plan, write).await;
        match kept.map_err(|failure| refusal(&failure, "keeping a plan"))? {
            PlanKept::Yes(plan) => Ok(plan),
            PlanKept::Posting => Err(is_posting()),
            PlanKept::Gone => {
                let sentence = "It was sent or deleted meanwhile, and nothing was changed.";
                Err(Refusal::new(RefusalCode::AlreadySo, sentence))
            }
            PlanKept::FileTaken => Err(unamendable(Unamendable::FileTaken)),
            PlanKept::TooMany => {
                let sentence = format!("{PLANS_MAX} messages and reminders wait already.");
                Err(Refusal::new(RefusalCode::LimitReached, sentence))
            }
        }
    }

    /// Forgets a plan.
    ///
    /// # Errors
    /// `already_so`, `too_fast`, or what the store says.
    pub async fn drop_plan(
        &self,
        now: Moment,
        who: &SignedIn,
        id: ClientId,
    ) -> Result<(), Refusal> {
        self.hold_rate(now, who.user.id)?;
        let is_gone = self.store.drop_plan(who.user.id, id).await;
        let is_gone = is_gone.map_err(|failure| refusal(&failure, "dropping a plan"))?;
        is_gone.then_some(()).ok_or_else(is_posting)
    }

    /// Plans whose time has come, for the one task that carries them out: each is done with
    /// its user's own rights.
    pub fn claim_plans(&self, now: Timestamp, limit: u16) -> Later<Vec<DuePlan>> {
        self.store.claim_plans(now, limit)
    }

    /// Says what became of one.
    pub fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()> {
        self.store.settle_plan(key, end)
    }

    /// When the next one is due.
    pub fn next_plan_due(&self) -> Later<Option<Timestamp>> {
        self.store.next_plan_due()
    }

    /// What cannot be read, as what another version wrote, is as good as nothing.
    async fn read<T: DeserializeOwned>(
        &self,
        user: UserId,
        kind: NoteKind,
    ) -> Result<Option<T>, Refusal> {
        let note = self.store.note(user, kind).await;
        let note = note.map_err(|failure| refusal(&failure, "reading a note"))?;
        Ok(note.and_then(|note| serde_json::from_str(&note).ok()))
    }

    async fn keep<T: Serialize>(
        &self,
        now: Moment,
        who: &SignedIn,
        kind: NoteKind,
        note: Option<&T>,
    ) -> Result<(), Refusal> {
        self.hold_rate(now, who.user.id)?;
        let note = note.map(|note| encode(note));
        let kept = self.store.keep_note(who.user.id, kind, note).await;
        kept.map_err(|failure| refusal(&failure, "keeping a note"))
    }

    /// Takes one change of the user's share.
    ///
    /// # Errors
    /// `too_fast`.
    pub fn hold_rate(&self, now: Moment, user: UserId) -> Result<(), Refusal> {
        self.hold(&self.changes, now, user)
    }

    /// Takes one search of the user's share.
    ///
    /// # Errors
    /// `too_fast`.
    pub fn hold_searches(&self, now: Moment, user: UserId) -> Result<(), Refusal> {
        self.hold(&self.searches, now, user)
    }

    /// Takes one question of the user's devices which of them tells.
    ///
    /// # Errors
    /// `too_fast`.
    pub fn hold_tellings(&self, now: Moment, user: UserId) -> Result<(), Refusal> {
        self.hold(&self.tellings, now, user)
    }

    /// Which of a user's devices tells.
    #[must_use]
    pub fn told(&self) -> &ToldUsers {
        &self.told
    }

    fn hold(&self, buckets: &Buckets, now: Moment, user: UserId) -> Result<(), Refusal> {
        match self.rate_limit {
            RateLimit::Off => Ok(()),
            RateLimit::On => buckets.take(now, user),
        }
    }
}

fn is_posting() -> Refusal {
    Refusal::new(RefusalCode::AlreadySo, "It is being sent just now.")
}

impl Buckets {
    fn new(rate: Rate) -> Self {
        let of = Mutex::default();
        Self { rate, of }
    }

    fn take(&self, now: Moment, user: UserId) -> Result<(), Refusal> {
        let rate = self.rate;
        let mut buckets = self.of.lock().expect("no panic happens under it");
        if buckets.len() >= USERS_REMEMBERED_MAX {
            buckets.retain(|_, bucket| !bucket.is_full(now, rate));
        }
        let bucket = buckets.entry(user).or_default();
        match bucket.take(now, rate) {
            Taken::Yes => Ok(()),
            Taken::No => {
                let again = bucket.next_token_at(now, rate).ms_since(now);
                let again = u32::try_from(again).unwrap_or(u32::MAX);
                let sentence = "You do this too often. Wait a moment.";
                Err(Refusal::new(RefusalCode::TooFast, sentence).retry_after_ms(again))
            }
        }
    }
}
