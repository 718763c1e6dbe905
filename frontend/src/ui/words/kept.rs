//! What is said of that which the server keeps for a person.

use shared::plan::{Plan, PlanKind, PlanState};

/// The head of the dialog.
#[must_use]
pub fn editor_title(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Message => t!("kept-send-later"),
        PlanKind::Reminder => t!("kept-remind-me"),
    }
}

/// What the text of a plan is called.
#[must_use]
pub fn text_label(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Message => t!("kept-message"),
        PlanKind::Reminder => t!("kept-of-what"),
    }
}

/// The button that keeps a plan, and while it does.
#[must_use]
pub fn keep_plan(kind: PlanKind) -> (&'static str, &'static str) {
    match kind {
        PlanKind::Message => (t!("kept-schedule"), t!("kept-scheduling")),
        PlanKind::Reminder => (t!("kept-remind-me"), t!("kept-keeping-it")),
    }
}

/// `2 messages are scheduled here`.
#[must_use]
pub fn scheduled_here(count: usize) -> String {
    t!("kept-scheduled-here", count = count)
}

/// `2 reminders, 1 scheduled message was not sent`.
#[must_use]
pub fn calling(due: usize, refused: usize) -> String {
    let due = (due > 0).then(|| t!("kept-due", count = due));
    let refused = (refused > 0).then(|| t!("kept-refused", count = refused));
    let said: Vec<String> = due.into_iter().chain(refused).collect();
    said.join(t!("list-comma"))
}

/// Opens the list, from the dialog: `All scheduled: 2`.
#[must_use]
pub fn all_plans(count: usize) -> String {
    t!("kept-all", count = count)
}

/// What a plan is, and when it happens.
#[must_use]
pub fn plan_line(plan: &Plan, at: &str) -> String {
    match (&plan.state, plan.kind) {
        (PlanState::Waiting, PlanKind::Message) => t!("kept-message-at", time = at),
        (PlanState::Waiting, PlanKind::Reminder) => t!("kept-reminder-at", time = at),
        (PlanState::Posting, _) => t!("kept-being-sent").to_owned(),
        (PlanState::Due, _) => t!("kept-was-due", time = at),
        (PlanState::Refused(refusal), _) => t!(
            "kept-not-sent",
            why = crate::language::said(&refusal.message)
        ),
    }
}

/// After `/later` and `/remind`.
#[must_use]
pub fn planned(kind: PlanKind, at: &str) -> String {
    match kind {
        PlanKind::Message => t!("kept-will-be-sent", time = at),
        PlanKind::Reminder => t!("kept-will-be-reminded", time = at),
    }
}

/// Beyond those who are listed; `is_more` where it is not counted to the end.
#[must_use]
pub fn more_readers(rest: usize, is_more: bool) -> String {
    if is_more {
        t!("kept-or-more-readers", count = rest)
    } else {
        t!("kept-more-readers", count = rest)
    }
}
