//! The contract: every promise of [`crate::Store`] as a function that fails when
//! the promise is broken.
//!
//! [`crate::contract_tests`] turns each promise into a test of an implementation.
//! A promise gets a store of its own, empty but for the lobby. Nothing here needs
//! an async runtime: answers are awaited by parking the thread, and concurrency is
//! threads. Surviving the process is not covered, since memory cannot: a store on
//! disk tests that for itself.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use shared::entry::{Attached, Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText, RoomName};

use crate::fold::Claims;
use crate::records::{Appended, NewEntry, NewLogin, NewUser, Page, TokenHash};
use crate::{Later, Store};

mod amend;
mod close;
mod drafts;
mod log;
mod marks;
mod notes;
mod pages;
mod plans;
mod readers;
mod rooms;
mod threads;
mod topics;
mod unread;
mod users;

pub use amend::*;
pub use close::*;
pub use drafts::*;
pub use log::*;
pub use marks::*;
pub use notes::*;
pub use pages::*;
pub use plans::*;
pub use readers::*;
pub use rooms::*;
pub use threads::*;
pub use topics::*;
pub use unread::*;
pub use users::*;

/// Makes one test of every promise. `$make` names a function without arguments
/// that answers a fresh store (`Arc<dyn Store>`) and whatever has to live as long.
#[macro_export]
macro_rules! contract_tests {
    ($make:path) => {
        $crate::contract_tests! { @each $make:
            the_epoch_is_constant_and_on_every_page,
            a_thread_stands_apart_and_is_counted_at_its_message,
            a_reply_changes_as_a_message_does,
            a_thread_hangs_from_a_message_of_the_room,
            a_file_has_one_message,
            an_edit_leaves_words_or_files,
            files_of_deleted_messages_are_named_until_they_are_gone,
            entries_are_numbered_from_one_without_a_hole,
            each_room_counts_for_itself,
            a_fresh_answer_is_the_entry_that_readers_find,
            numbers_follow_the_order_of_calls_and_not_of_answers,
            a_dropped_answer_does_not_take_the_write_back,
            a_repeated_write_is_answered_with_the_first_entry,
            repeats_that_wait_together_write_one_entry,
            a_client_id_counts_within_its_room_and_author,
            concurrent_writers_leave_no_gap_and_no_double,
            concurrent_repeats_write_once,
            readers_never_see_an_entry_without_those_before_it,
            an_append_names_an_unknown_room_or_author,
            a_refused_write_does_not_harm_its_neighbours,
            every_text_that_may_be_sent_survives,
            pages_after_a_number_walk_the_whole_log,
            pages_before_a_number_walk_the_whole_log_back,
            pages_keep_to_their_limit,
            pages_after_end_at_their_bytes,
            pages_before_end_at_their_bytes_and_keep_the_newest,
            a_page_holds_one_entry_however_long,
            pages_beyond_either_end_are_empty_and_carry_the_head,
            a_page_of_an_unknown_room_is_refused,
            a_time_leads_to_the_first_entry_at_or_after_it,
            a_clock_that_went_back_still_leads_to_a_turn,
            a_store_starts_with_an_open_empty_lobby,
            a_new_room_is_open_and_listed_by_id_with_its_head,
            a_room_name_is_taken_once,
            a_room_is_made_by_a_known_user,
            the_newest_topic_of_a_room_is_listed_with_it,
            a_topic_is_set_once_and_not_to_what_it_is,
            the_first_user_with_a_login_owns_the_store,
            names_that_fold_alike_are_one_name,
            a_user_is_found_in_any_spelling,
            a_name_with_a_login_is_claimed_for_ever,
            concurrent_makers_of_a_name_make_one_user,
            a_store_is_fresh_until_somebody_has_signed_in,
            a_login_is_found_by_its_token_until_it_ends,
            somebody_has_as_many_logins_as_devices,
            a_taken_token_makes_no_user,
            a_read_mark_moves_forward_only_and_never_beyond_the_head,
            read_marks_are_listed_by_room_for_their_user_alone,
            a_read_mark_names_an_unknown_user_or_room,
            a_room_is_unread_from_where_its_reader_says,
            what_a_reader_wrote_is_told_beside_their_unread_mark,
            an_unread_mark_is_taken_away_by_whoever_saw_it,
            an_unread_mark_names_a_known_user_room_and_entry,
            threads_are_followed_by_who_writes_in_them_unless_they_say_otherwise,
            a_thread_that_is_kept_names_a_known_user_room_and_message,
            a_note_is_kept_until_another_takes_its_place,
            a_note_is_about_a_known_user,
            drafts_are_found_by_what_came_after,
            a_draft_that_was_not_seen_is_set_aside,
            what_is_set_aside_has_a_bound,
            drafts_have_a_number_and_a_known_user_and_room,
            a_page_of_drafts_ends_at_its_bytes,
            readers_are_those_whose_mark_is_there_and_who_show_it,
            readers_are_listed_up_to_a_number_and_counted,
            plans_are_kept_changed_and_dropped,
            a_due_plan_is_given_out_until_it_is_settled,
            a_plan_that_was_not_done_is_kept_with_its_reason,
            files_wait_with_their_plan,
            plans_have_a_number_and_a_known_user_and_room,
            an_edit_changes_what_a_message_says_and_keeps_what_it_said,
            an_edit_of_an_older_version_is_refused,
            an_edit_behind_a_deletion_is_refused,
            a_repeated_amendment_is_answered_with_the_first,
            an_amendment_that_does_not_fit_is_refused,
            somebody_over_others_takes_their_messages_back,
            a_deleted_message_leaves_its_number_alone,
            an_answer_names_a_message_of_its_room,
            only_messages_are_counted,
            reactions_name_some_and_the_reader_and_count_all,
            reactions_and_pins_end_at_their_limits,
            versions_end_at_their_bytes,
            the_state_in_pages_is_the_fold_of_the_log,
            what_is_no_message_is_not_found,
            a_closed_store_kept_what_it_had_accepted,
            a_store_refuses_from_the_moment_it_is_asked_to_close,
            a_closed_store_refuses_every_call,
        }
    };
    (@each $make:path: $($promise:ident),+ $(,)?) => {
        $(
            #[test]
            fn $promise() {
                let (store, _alive) = $make();
                $crate::contract::$promise(&*store);
            }
        )+
    };
}

/// Parks this thread until the answer is there.
pub fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(answer) => return answer,
            Poll::Pending => thread::park(),
        }
    }
}

/// The answer, which has to be a good one.
fn good<T>(later: Later<T>) -> T {
    block_on(later).expect("this call keeps every rule")
}

fn ada(store: &dyn Store) -> UserId {
    user(store, "Ada")
}

fn user(store: &dyn Store, name: &str) -> UserId {
    good(store.make_user(new_user(name), None)).user.id
}

fn room(store: &dyn Store, name: &str, by: UserId) -> RoomId {
    good(store.make_room(RoomName::from_stored(name.to_owned()), by)).id
}

fn new_user(name: &str) -> NewUser {
    NewUser {
        name: DisplayName::from_stored(name.to_owned()),
        at: Timestamp(1_000),
    }
}

fn login(byte: u8) -> NewLogin {
    NewLogin {
        token: TokenHash([byte; 32]),
    }
}

/// The `number`th write of a test; equal numbers are repeats.
fn write(room: RoomId, author: UserId, number: u64) -> NewEntry {
    text_write(room, author, number, format!("message {number}"))
}

fn text_write(room: RoomId, author: UserId, number: u64, text: String) -> NewEntry {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&number.to_be_bytes());
    NewEntry {
        room,
        author,
        client_id: ClientId::new_v7(1_700_000_000_000 + number, random),
        at: Timestamp(1_700_000_000_000 + number),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text),
            reply_to: None,
            attached: Attached::default(),
        },
        claims: Claims::default(),
    }
}

fn text_of(entry: &Entry) -> &str {
    entry.kind.text().expect("it has a text").as_str()
}

/// Writes numbers 1 to `count`, one after the other.
fn fill(store: &dyn Store, room: RoomId, author: UserId, count: u64) {
    let answers: Vec<_> = (1..=count)
        .map(|number| store.append(write(room, author, number)))
        .collect();
    for answer in answers {
        assert!(matches!(good(answer), Appended::Fresh(_)));
    }
}

/// The numbers of a page, after the checks that hold for every page.
#[track_caller]
fn numbers(page: &Page) -> Vec<u64> {
    let numbers: Vec<u64> = page.entries.iter().map(|entry| entry.seq.0).collect();
    for pair in numbers.windows(2) {
        assert_eq!(
            pair[0] + 1,
            pair[1],
            "a page is ascending and dense: {numbers:?}"
        );
    }
    assert!(
        numbers.last().is_none_or(|last| *last <= page.head.0),
        "no entry is above the head"
    );
    numbers
}
