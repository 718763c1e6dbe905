//! What is said of that which the server keeps for a person.

use shared::plan::{Plan, PlanKind, PlanState};

/// Before a text that another device wrote.
pub const WRITTEN_ELSEWHERE: &str = "Also written on another device:";

/// Puts it behind what is in the box.
pub const TAKE_ASIDE: &str = "Put into the box";

/// Wipes it away.
pub const DROP_ASIDE: &str = "Discard what the other device wrote";

/// The button beside Send.
pub const LATER: &str = "Send later";

/// The head of the dialog.
#[must_use]
pub fn editor_title(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Message => "Send later",
        PlanKind::Reminder => "Remind me",
    }
}

/// What the text of a plan is called.
#[must_use]
pub fn text_label(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Message => "Message",
        PlanKind::Reminder => "Of what",
    }
}

/// When, before the choices.
pub const WHEN: &str = "When";

/// A field without a time in it.
pub const NO_TIME: &str = "Choose a day and a time.";

/// A time that has passed.
pub const TIME_HAS_PASSED: &str = "That time has passed.";

/// The button that keeps a plan, and while it does.
#[must_use]
pub fn keep_plan(kind: PlanKind) -> (&'static str, &'static str) {
    match kind {
        PlanKind::Message => ("Schedule", "Scheduling"),
        PlanKind::Reminder => ("Remind me", "Keeping it"),
    }
}

/// The list of everything that is to happen.
pub const PLANS: &str = "Scheduled messages and reminders";

/// Where there is nothing.
pub const NO_PLANS: &str =
    "Nothing is scheduled. Choose the clock beside Send, or write /later or /remind.";

/// `2 messages are scheduled here`.
#[must_use]
pub fn scheduled_here(count: usize) -> String {
    match count {
        1 => "1 message is scheduled here".to_owned(),
        _ => [&count.to_string(), " messages are scheduled here"].concat(),
    }
}

/// Opens the list, from the dialog: `All scheduled: 2`.
#[must_use]
pub fn all_plans(count: usize) -> String {
    ["All scheduled: ", &count.to_string()].concat()
}

/// Opens the list.
pub const SHOW_PLANS: &str = "Show";

/// What a plan is, and when it happens.
#[must_use]
pub fn plan_line(plan: &Plan, at: &str) -> String {
    match (&plan.state, plan.kind) {
        (PlanState::Waiting, PlanKind::Message) => ["Message, ", at].concat(),
        (PlanState::Waiting, PlanKind::Reminder) => ["Reminder, ", at].concat(),
        (PlanState::Posting, _) => "Being sent".to_owned(),
        (PlanState::Due, _) => ["Reminder, was due ", at].concat(),
        (PlanState::Refused(refusal), _) => ["Not sent. ", &refusal.message].concat(),
    }
}

/// Before a reminder whose time has come.
pub const REMINDER: &str = "Reminder:";

/// Before a message that could not be posted.
pub const NOT_SENT: &str = "A scheduled message was not sent:";

/// What can be done with a plan.
pub const PLAN_EDIT: &str = "Change";
/// As above: posts it at once.
pub const PLAN_NOW: &str = "Send now";
/// As above: forgets it.
pub const PLAN_DELETE: &str = "Delete";
/// As above: leads to the message that it reminds of.
pub const PLAN_SHOW: &str = "Show message";
/// As above: a reminder that was seen.
pub const PLAN_DONE: &str = "Done";

/// After `/later` and `/remind`.
#[must_use]
pub fn planned(kind: PlanKind, at: &str) -> String {
    match kind {
        PlanKind::Message => ["It will be sent at ", at].concat(),
        PlanKind::Reminder => ["You will be reminded at ", at].concat(),
    }
}

/// In a message's menu.
pub const REMIND_ME: &str = "Remind me…";

/// The head of a notification of a reminder.
pub const REMINDER_TITLE: &str = "Reminder";

/// In a message's menu.
pub const WHO_READ: &str = "Read by…";

/// The head of the list of readers.
pub const READERS: &str = "Read by";

/// While it is asked for.
pub const READERS_COMING: &str = "Asking who has read it…";

/// Where there is nobody.
pub const NO_READERS: &str = "Nobody else has read this yet, or shows it.";

/// Beyond those who are listed; `is_more` where it is not counted to the end.
#[must_use]
pub fn more_readers(rest: usize, is_more: bool) -> String {
    let more = if is_more { " or more" } else { "" };
    ["and ", &rest.to_string(), more, " others"].concat()
}

/// The group in the settings.
pub const READING: &str = "Reading";

/// The choice in it,
pub const SHOW_READING: &str = "Show others how far I have read";

/// and what it means.
pub const SHOW_READING_MEANS: &str = "Without it you do not see it of others either";
