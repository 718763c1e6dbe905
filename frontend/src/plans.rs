//! What is to happen later for the person: as the server has it, and asking it for changes.

use shared::cursor::Seq;
use shared::file::FileInfo;
use shared::ids::{ClientId, RoomId};
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState, PlanWish};

use crate::browser::{http, tabs};
use crate::handle::ChatHandle;
use crate::live::Live;

/// See the module. Copies are the same.
#[derive(Clone, Copy, Debug)]
pub struct Plans {
    /// All of them, the next one first.
    pub all: Live<Vec<Plan>>,
    /// The list is open.
    pub is_listed: Live<bool>,
    /// What is being written, in the dialog.
    pub editing: Live<Option<Editing>>,
    /// The dialog is open.
    pub is_edited: Live<bool>,
    /// A text of this room's box has become a plan.
    pub taken: Live<Option<RoomId>>,
    /// Counts the times that the server was asked: only the last answer counts.
    asked: Live<u64>,
    is_known: Live<bool>,
}

/// A plan that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Its name; a new one has one too, so that asking twice makes one plan.
    pub id: ClientId,
    /// Whether the server has it already.
    pub is_kept: bool,
    /// Where.
    pub room: RoomId,
    /// What happens.
    pub kind: PlanKind,
    /// What it says at first.
    pub text: String,
    /// When, at first.
    pub due: Option<Timestamp>,
    /// The message that it answers or reminds of.
    pub about: Option<Seq>,
    /// What it brings at first.
    pub files: Vec<FileInfo>,
    /// Text and files are those of the room's message box, which is empty afterwards.
    pub is_from_box: bool,
}

impl Plans {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            all: Live::new(Vec::new()),
            is_listed: Live::new(false),
            editing: Live::new(None),
            is_edited: Live::new(false),
            taken: Live::new(None),
            asked: Live::new(0),
            is_known: Live::new(false),
        }
    }

    /// A link stands, or the server says that there is news. Without an answer the next link
    /// asks again.
    pub fn news(self, chat: ChatHandle) {
        let Some(number) = self.asked.edit(|asked| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Ok(plans) = http::plans().await
                && self.asked.try_peek(|asked| *asked) == Some(number)
            {
                self.take(chat, plans);
            }
        });
    }

    fn take(self, chat: ChatHandle, plans: Vec<Plan>) {
        let was_due = |id: ClientId| {
            let is_it = |plan: &Plan| plan.id == id && plan.state == PlanState::Due;
            self.all.try_peek(|all| all.iter().any(is_it)) == Some(true)
        };
        // What was due before this page was there is shown, and not called out.
        if self.is_known.edit(|known| std::mem::replace(known, true)) == Some(true) {
            for plan in &plans {
                if plan.state == PlanState::Due && !was_due(plan.id) {
                    chat.teller.remind(chat, plan);
                }
            }
        }
        self.all.set_if_new(plans);
    }

    /// Opens the dialog.
    pub fn edit(self, editing: Editing) {
        self.is_listed.set_if_new(false);
        self.editing.set(Some(editing));
        self.is_edited.set(true);
    }

    /// Asks the server to keep a plan.
    ///
    /// # Errors
    /// The sentence of its refusal, or that it did not answer.
    pub async fn keep(self, id: ClientId, wish: &PlanWish) -> Result<(), String> {
        let plan = http::keep_plan(id, wish).await;
        let plan = plan.map_err(|failure| failure.to_string())?;
        self.all.update(|all| {
            all.retain(|other| other.id != plan.id);
            let at = all.partition_point(|other| other.due <= plan.due);
            all.insert(at, plan);
        });
        Ok(())
    }

    /// Asks the server to forget a plan; what it says if it does not is told in a toast.
    pub fn remove(self, chat: ChatHandle, id: ClientId) {
        leptos::task::spawn_local(async move {
            match http::drop_plan(id).await {
                Ok(()) => self.all.update(|all| all.retain(|plan| plan.id != id)),
                Err(failure) => chat.acts.said.set(Some(failure.to_string())),
            }
        });
    }

    /// Asks the server to post it now.
    pub fn send_now(self, chat: ChatHandle, plan: &Plan) {
        let (id, wish) = (plan.id, wish(plan, Timestamp(0)));
        leptos::task::spawn_local(async move {
            if let Err(sentence) = self.keep(id, &wish).await {
                chat.acts.said.set(Some(sentence));
            }
        });
    }
}

/// The same plan at another time.
fn wish(plan: &Plan, due: Timestamp) -> PlanWish {
    PlanWish {
        room: plan.room,
        kind: plan.kind,
        due,
        text: plan.text.as_str().to_owned(),
        about: plan.about,
        // As they are.
        files: None,
        changes: true,
    }
}

impl Editing {
    /// A plan that the server has.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            id: plan.id,
            is_kept: true,
            room: plan.room,
            kind: plan.kind,
            text: plan.text.as_str().to_owned(),
            due: (plan.state == PlanState::Waiting).then_some(plan.due),
            about: plan.about,
            files: plan.files.clone(),
            is_from_box: false,
        }
    }

    /// A new one.
    #[must_use]
    pub fn new(room: RoomId, kind: PlanKind, text: &str) -> Self {
        Self {
            id: tabs::new_id(),
            is_kept: false,
            room,
            kind,
            text: text.to_owned(),
            due: None,
            about: None,
            files: Vec::new(),
            is_from_box: false,
        }
    }
}
