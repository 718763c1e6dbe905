//! What is to happen later.

use shared::entry::Author;
use shared::file::FileInfo;
use shared::ids::{ClientId, UserId};
use shared::limits::PLANS_MAX;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanState};

use super::{FileState, Tables, is_another_ones};
use crate::StoreError;
use crate::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use crate::records::SignedIn;

impl Tables {
    /// [`crate::Store::keep_plan`].
    pub(super) fn keep_plan(
        &mut self,
        user: UserId,
        plan: Plan,
        write: PlanWrite,
    ) -> Result<PlanKept, StoreError> {
        self.author(user)?;
        self.room(plan.room)?;
        let key = (user, plan.id);
        match self.plans.get(&key) {
            Some(kept) if kept.state == PlanState::Posting => return Ok(PlanKept::Posting),
            None if write == PlanWrite::Change => return Ok(PlanKept::Gone),
            None if self.plans(user).len() >= PLANS_MAX => return Ok(PlanKept::TooMany),
            Some(_) | None => {}
        }
        let is_taken = |(place, file): (usize, &FileInfo)| {
            let mut before = plan.files[..place].iter();
            is_another_ones(self.files.get(&file.id), key)
                || before.any(|other| other.id == file.id)
        };
        if plan.files.iter().enumerate().any(is_taken) {
            return Ok(PlanKept::FileTaken);
        }
        self.give_up_files(key);
        let planned = plan.files.iter();
        let planned = planned.map(|file| (file.id, FileState::InPlan(key)));
        self.files.extend(planned);
        let plan = Plan {
            state: PlanState::Waiting,
            ..plan
        };
        self.plans.insert(key, plan.clone());
        Ok(PlanKept::Yes(plan))
    }

    /// [`crate::Store::plans`].
    pub(super) fn plans(&self, user: UserId) -> Vec<Plan> {
        let of_user = self.plans.iter().filter(|((of, _), _)| *of == user);
        let mut plans: Vec<Plan> = of_user.map(|(_, plan)| plan.clone()).collect();
        plans.sort_by_key(|plan| (plan.due, plan.id));
        plans
    }

    /// [`crate::Store::drop_plan`].
    pub(super) fn drop_plan(&mut self, key: PlanKey) -> bool {
        let is_posting = |plan: &Plan| plan.state == PlanState::Posting;
        if self.plans.get(&key).is_some_and(is_posting) {
            return false;
        }
        self.plans.remove(&key);
        self.give_up_files(key);
        true
    }

    /// Files that wait with a plan are to be erased.
    fn give_up_files(&mut self, key: PlanKey) {
        for state in self.files.values_mut() {
            if *state == FileState::InPlan(key) {
                *state = FileState::ToErase;
            }
        }
    }

    /// [`crate::Store::claim_plans`].
    pub(super) fn claim_plans(&mut self, now: Timestamp, limit: u16) -> Vec<DuePlan> {
        let is_due = |plan: &Plan| match plan.state {
            PlanState::Waiting => plan.due <= now,
            PlanState::Posting => true,
            PlanState::Due | PlanState::Refused(_) => false,
        };
        let due = self.plans.iter().filter(|(_, plan)| is_due(plan));
        let mut due: Vec<(Timestamp, ClientId, UserId)> = due
            .map(|((user, id), plan)| (plan.due, *id, *user))
            .collect();
        due.sort_unstable();
        due.truncate(usize::from(limit));
        let mut given = Vec::new();
        for (_, id, user) in due {
            let (Some(plan), Some(known)) =
                (self.plans.get_mut(&(user, id)), self.users.get(&user))
            else {
                continue;
            };
            plan.state = PlanState::Posting;
            let who = SignedIn {
                user: Author {
                    id: user,
                    name: known.name.clone(),
                },
                role: known.role,
                login: None,
            };
            let plan = plan.clone();
            given.push(DuePlan { who, plan });
        }
        given
    }

    /// [`crate::Store::settle_plan`].
    pub(super) fn settle_plan(&mut self, key: PlanKey, end: &PlanEnd) {
        let Some(plan) = self.plans.get_mut(&key) else {
            return;
        };
        if plan.state != PlanState::Posting {
            return;
        }
        match end.state() {
            None => {
                self.plans.remove(&key);
                self.give_up_files(key);
            }
            Some(state) => {
                plan.state = state;
                if let PlanEnd::Again(at) = end {
                    plan.due = *at;
                }
            }
        }
    }

    /// [`crate::Store::next_plan_due`].
    pub(super) fn next_plan_due(&self) -> Option<Timestamp> {
        let waits = |plan: &&Plan| matches!(plan.state, PlanState::Waiting | PlanState::Posting);
        self.plans.values().filter(waits).map(|plan| plan.due).min()
    }
}
