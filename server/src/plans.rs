//! What is to happen later: posts messages whose time has come and tells of reminders.
//!
//! The store gives out what is due and keeps it until it is settled, and a message is posted
//! under the id of its plan: whatever ends in between, it is posted once. Rights are asked
//! for when it is posted, by the same path as every message.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chat_store::StoreError;
use chat_store::plans::{DuePlan, PlanEnd};
use shared::entry::{Attached, EntryKind};
use shared::file::FileId;
use shared::kept::KeptThing;
use shared::moment::Timestamp;
use shared::plan::PlanKind;
use shared::refusal::RefusalCode;
use tracing::warn;

use crate::app::App;
use crate::clock::wall_time;
use crate::post::post;

/// The wall clock is looked at so often: a message comes within half a second of its time,
/// also where the clock was set anew.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Plans that are given out at once. More wait for the next round, so that a server that was
/// down for a night does not post a night at once.
const AT_ONCE_MAX: u16 = 50;

/// What failed for a while is tried again after this long.
const AGAIN_AFTER_MS: u64 = 30_000;

/// A store that could not be asked is asked again after this long.
const ASK_AGAIN_AFTER_MS: u64 = 5_000;

/// When the next plan is due, as far as is known.
#[derive(Debug, Default)]
pub struct Plans {
    /// Milliseconds since 1970. At the start nothing is known, and it is looked at once.
    next: AtomicU64,
}

impl Plans {
    /// A plan was kept.
    pub fn is_due_at(&self, due: Timestamp) {
        self.next.fetch_min(due.0, Ordering::SeqCst);
    }
}

/// Runs while the server does.
pub async fn run(app: Arc<App>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let now = wall_time();
        if now.0 < app.plans.next.load(Ordering::SeqCst) {
            continue;
        }
        // Whoever keeps a plan meanwhile makes it earlier again.
        app.plans.next.store(u64::MAX, Ordering::SeqCst);
        let next = match carry_out(&app, now).await {
            Ok(next) => next.map_or(u64::MAX, |next| next.0),
            Err(failure) => {
                warn!(%failure, "plans cannot be carried out");
                now.0 + ASK_AGAIN_AFTER_MS
            }
        };
        app.plans.next.fetch_min(next, Ordering::SeqCst);
    }
}

/// Does what is due; answers when the next plan is.
async fn carry_out(app: &Arc<App>, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    for due in app.personal.claim_plans(now, AT_ONCE_MAX).await? {
        let (user, id) = (due.who.user.id, due.plan.id);
        let end = done(app, now, due).await;
        app.personal.settle_plan((user, id), end).await?;
        app.hub.kept(user, KeptThing::Plans);
    }
    app.personal.next_plan_due().await
}

async fn done(app: &Arc<App>, now: Timestamp, due: DuePlan) -> PlanEnd {
    let DuePlan { who, plan } = due;
    if plan.kind == PlanKind::Reminder {
        return PlanEnd::Due;
    }
    let files: Vec<FileId> = plan.files.iter().map(|file| file.id).collect();
    let writer = app.access.writer(&who, plan.room);
    let files = match writer.and_then(|writer| app.files.own_files(&writer, &files)) {
        Ok(files) => files,
        Err(refusal) => return PlanEnd::Refused(refusal),
    };
    let kind = EntryKind::Posted {
        text: plan.text,
        reply_to: plan.about,
        attached: Attached {
            files,
            forwarded: None,
        },
    };
    match post(app, &who, plan.room, plan.id, kind, None).await {
        Ok(_) => PlanEnd::Done,
        Err(refusal) if refusal.code.is_temporary() || refusal.code == RefusalCode::DiskFull => {
            PlanEnd::Again(Timestamp(now.0 + AGAIN_AFTER_MS))
        }
        Err(refusal) => PlanEnd::Refused(refusal),
    }
}
