//! Promises of threads and of files: what stands apart from a room's own messages, and that
//! a file has one message, and goes with it.

use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind};
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::ids::{RoomId, UserId};
use shared::kept::{OwnThread, ThreadWrite};
use shared::moment::Timestamp;
use shared::text::MessageText;

use super::{ada, block_on, fill, good, text_of, text_write, user};
use crate::fold::Unamendable;
use crate::records::Appended;
use crate::{LOBBY, Store, StoreError};

pub(super) fn file(number: u8) -> FileInfo {
    FileInfo {
        id: FileId::from_bytes([number; 16]),
        name: FileName::parse(&format!("file {number}.txt")).expect("it is a name"),
        size: 3,
        kind: FileKind::Text,
        image: None,
        at: Timestamp(7),
    }
}

fn with_files(numbers: &[u8]) -> Attached {
    Attached {
        files: numbers.iter().copied().map(file).collect(),
        forwarded: None,
    }
}

fn posted(text: &str, files: &[u8]) -> EntryKind {
    EntryKind::Posted {
        text: MessageText::from_stored(text.to_owned()),
        reply_to: None,
        attached: with_files(files),
    }
}

fn reply(thread: u64, text: &str, files: &[u8]) -> EntryKind {
    EntryKind::Replied {
        thread: Seq(thread),
        text: MessageText::from_stored(text.to_owned()),
        attached: with_files(files),
    }
}

fn tries(store: &dyn Store, by: UserId, number: u64, kind: EntryKind) -> Appended {
    let mut new = text_write(LOBBY, by, 2_000_000 + number, String::new());
    new.kind = kind;
    good(store.append(new))
}

#[track_caller]
fn writes(store: &dyn Store, by: UserId, number: u64, kind: EntryKind) -> Entry {
    match tries(store, by, number, kind) {
        Appended::Fresh(entry) => entry,
        other @ (Appended::Repeated(_) | Appended::Refused(_)) => panic!("{other:?}"),
    }
}

/// [`Store::thread`]: replies are no messages of the room's own; the message that they hang
/// from tells how many there are, and the thread is read by pages.
pub fn a_thread_stands_apart_and_is_counted_at_its_message(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ada, 2);
    let first = writes(store, ben, 1, reply(1, "one", &[]));
    assert_eq!((first.seq, first.posts), (Seq(3), 2));
    fill(store, LOBBY, ben, 1);
    let second = writes(store, ada, 2, reply(1, "two", &[]));
    assert_eq!((second.seq, second.posts), (Seq(5), 3));
    let root = good(store.message(LOBBY, Seq(1), None));
    let thread = root.state.expect("it has a thread").thread.expect("so");
    assert_eq!((thread.replies, thread.last), (2, Seq(5)));
    assert_eq!(thread.at, second.at);
    let page = good(store.thread(LOBBY, Seq(1), Seq::ZERO, 1, None));
    assert_eq!((page.head, page.posts), (Seq(5), 3));
    assert_eq!(page.entries, [first]);
    let page = good(store.thread(LOBBY, Seq(1), Seq(3), 10, None));
    assert_eq!(page.entries, [second]);
    let other = good(store.thread(LOBBY, Seq(2), Seq::ZERO, 10, None));
    assert_eq!(other.entries, []);
}

/// [`Store::append`]: a reply is edited, reacted to and taken back as any message; its place
/// in the thread stays, and the thread outlives the message that it hangs from.
pub fn a_reply_changes_as_a_message_does(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    writes(store, ada, 1, reply(1, "one", &[]));
    let edit = EntryKind::Edited {
        target: Seq(2),
        text: MessageText::from_stored("uno".to_owned()),
    };
    writes(store, ada, 2, edit);
    let read = |seq| good(store.message(LOBBY, Seq(seq), None));
    let state = read(2).state.expect("it was edited");
    assert_eq!(state.edited.expect("so").text.as_str(), "uno");
    writes(store, ada, 3, EntryKind::Deleted { target: Seq(2) });
    let gone = read(2);
    assert_eq!(gone.kind, reply(1, "", &[]));
    assert!(gone.state.expect("so").deleted.is_some());
    let thread = good(store.thread(LOBBY, Seq(1), Seq::ZERO, 10, None));
    assert_eq!(thread.entries.len(), 1);
    assert_eq!(text_of(&thread.entries[0]), "");
    writes(store, ada, 4, reply(1, "two", &[]));
    writes(store, ada, 5, EntryKind::Deleted { target: Seq(1) });
    let root = read(1).state.expect("so");
    assert!(root.deleted.is_some());
    assert_eq!(root.thread.map(|thread| thread.replies), Some(2));
    let refused = tries(store, ada, 6, reply(1, "three", &[]));
    assert_eq!(refused, Appended::Refused(Unamendable::Deleted));
}

/// [`Store::append`], [`Store::thread`]: a thread hangs from a message of the room's own.
pub fn a_thread_hangs_from_a_message_of_the_room(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    writes(store, ada, 1, reply(1, "one", &[]));
    for of in [2, 3, 99] {
        let refused = tries(store, ada, 10 + of, reply(of, "no", &[]));
        assert_eq!(refused, Appended::Refused(Unamendable::Unknown), "{of}");
    }
    let answer = EntryKind::Posted {
        text: MessageText::from_stored("no".to_owned()),
        reply_to: Some(Seq(2)),
        attached: Attached::default(),
    };
    let refused = tries(store, ada, 20, answer);
    assert_eq!(refused, Appended::Refused(Unamendable::Unknown));
    let no = |room, seq| block_on(store.thread(room, Seq(seq), Seq::ZERO, 10, None));
    assert_eq!(no(LOBBY, 99), Err(StoreError::NotFound("message")));
    assert_eq!(no(RoomId(99), 1), Err(StoreError::NotFound("room")));
}

/// [`Store::append`]: a message is read with its files, and each file has one message.
pub fn a_file_has_one_message(store: &dyn Store) {
    let ada = ada(store);
    let first = writes(store, ada, 1, posted("", &[1, 2]));
    assert_eq!(good(store.message(LOBBY, first.seq, None)), first);
    let page = good(store.entries_after(LOBBY, Seq::ZERO, 10, None));
    assert_eq!(page.entries, std::slice::from_ref(&first));
    let taken = Appended::Refused(Unamendable::FileTaken);
    assert_eq!(tries(store, ada, 2, posted("again", &[3, 2])), taken);
    assert_eq!(tries(store, ada, 3, posted("twice", &[4, 4])), taken);
    assert_eq!(tries(store, ada, 4, reply(1, "", &[1])), taken);
    // A refusal took nothing, and a repeat is answered with the first.
    let reply = writes(store, ada, 5, reply(1, "", &[3, 4]));
    assert_eq!(good(store.message(LOBBY, reply.seq, None)), reply);
    let again = tries(store, ada, 1, posted("", &[1, 2]));
    assert_eq!(again, Appended::Repeated(first));
}

/// [`Store::append`]: an edit may leave a message with its files alone, and no message with
/// nothing.
pub fn an_edit_leaves_words_or_files(store: &dyn Store) {
    let ada = ada(store);
    let edit = |target, words: &str| EntryKind::Edited {
        target,
        text: MessageText::from_stored(words.to_owned()),
    };
    let bare = writes(store, ada, 1, posted("only words", &[])).seq;
    let both = writes(store, ada, 2, posted("words and a file", &[1])).seq;
    let in_thread = writes(store, ada, 3, reply(1, "the same", &[2])).seq;
    let refused = tries(store, ada, 4, edit(bare, ""));
    assert_eq!(refused, Appended::Refused(Unamendable::Empty));
    for (number, seq) in [(5, both), (6, in_thread)] {
        let edited = writes(store, ada, number, edit(seq, ""));
        let read = good(store.message(LOBBY, seq, None));
        let state = read.state.expect("it was edited");
        assert_eq!(state.edited.expect("so").text.as_str(), "");
        assert!(read.kind.attached().is_some_and(|one| one.files.len() == 1));
        let again = tries(store, ada, number, edit(seq, ""));
        assert_eq!(again, Appended::Repeated(edited));
    }
    writes(store, ada, 7, EntryKind::Deleted { target: both });
    let refused = tries(store, ada, 8, edit(both, ""));
    assert_eq!(refused, Appended::Refused(Unamendable::Deleted));
}

/// [`Store::files_to_erase`], [`Store::files_erased`]: the files of a message that was taken
/// back are named until they are gone, and no others ever.
pub fn files_of_deleted_messages_are_named_until_they_are_gone(store: &dyn Store) {
    let ada = ada(store);
    writes(store, ada, 1, posted("kept", &[1]));
    writes(store, ada, 2, posted("gone", &[2, 3]));
    writes(store, ada, 3, reply(1, "", &[4]));
    let files = |numbers: &[u8]| -> Vec<FileId> {
        let ids = numbers.iter().map(|number| [*number; 16]);
        ids.map(FileId::from_bytes).collect()
    };
    let named = || {
        let mut named = good(store.files_to_erase(10));
        named.sort_unstable();
        named
    };
    assert_eq!(named(), []);
    writes(store, ada, 4, EntryKind::Deleted { target: Seq(2) });
    writes(store, ada, 5, EntryKind::Deleted { target: Seq(3) });
    assert_eq!(named(), files(&[2, 3, 4]));
    assert_eq!(good(store.files_to_erase(1)).len(), 1);
    good(store.files_erased(files(&[3, 1, 99])));
    assert_eq!(named(), files(&[2, 4]));
    let gone = good(store.message(LOBBY, Seq(2), None));
    assert_eq!(gone.kind, EntryKind::Erased);
    good(store.files_erased(files(&[2, 4])));
    assert_eq!(named(), []);
    let kept = good(store.message(LOBBY, Seq(1), None));
    assert_eq!(kept.kind, posted("kept", &[1]));
}

fn says(thread: &OwnThread) -> (u64, bool, u64, u64) {
    (thread.root.0, thread.follows, thread.seen.0, thread.unread)
}

/// [`Store::keep_thread`], [`Store::own_threads`] and [`Store::thread_followers`].
pub fn threads_are_followed_by_who_writes_in_them_unless_they_say_otherwise(store: &dyn Store) {
    let (ada, ben, cy) = (ada(store), user(store, "Ben"), user(store, "Cy"));
    fill(store, LOBBY, ada, 2);
    let listed = |user: UserId| -> Vec<(u64, bool, u64, u64)> {
        let threads = good(store.own_threads(user, 50));
        threads.iter().map(says).collect()
    };
    let followers = |root: u64| good(store.thread_followers(LOBBY, Seq(root), 50));
    assert_eq!(listed(ada), [], "a message without replies is no thread");
    // Entries 3, 4 and 5.
    tries(store, ben, 1, reply(1, "one", &[]));
    tries(store, ada, 2, reply(1, "two", &[]));
    tries(store, ben, 3, reply(1, "three", &[]));
    assert_eq!(listed(ada), [(1, true, 4, 1)], "it hangs from her message");
    assert_eq!(listed(ben), [(1, true, 5, 0)], "he wrote the newest");
    assert_eq!(listed(cy), []);
    assert_eq!(followers(1), [ada, ben]);
    assert_eq!(followers(2), [ada], "whose message it would hang from");
    // Seen only moves forward, and never past the room's head.
    let sees = |user: UserId, root: u64, seen: u64| {
        let write = ThreadWrite {
            follows: None,
            seen: Some(Seq(seen)),
        };
        says(&good(store.keep_thread(user, LOBBY, Seq(root), write)))
    };
    assert_eq!(sees(ada, 1, 5), (1, true, 5, 0));
    assert_eq!(sees(ada, 1, 1), (1, true, 5, 0));
    assert_eq!(sees(ada, 1, u64::MAX), (1, true, 5, 0));
    assert_eq!(sees(cy, 1, 3), (1, false, 3, 2), "looking is not following");
    // What they say holds against what they do.
    let follows = |user: UserId, root: u64, follows: bool| {
        let write = ThreadWrite {
            follows: Some(follows),
            seen: None,
        };
        says(&good(store.keep_thread(user, LOBBY, Seq(root), write)))
    };
    assert_eq!(follows(cy, 1, true), (1, true, 3, 2));
    assert!(!follows(ben, 1, false).1);
    assert_eq!(followers(1), [ada, cy]);
    assert_eq!(listed(ben), []);
    tries(store, ben, 4, reply(1, "four", &[]));
    assert_eq!(listed(ben), [], "also when they write again");
    assert_eq!(listed(cy), [(1, true, 3, 3)]);
    // The last active comes first, and only so many.
    tries(store, cy, 5, reply(2, "elsewhere", &[]));
    let order: Vec<u64> = listed(cy).iter().map(|thread| thread.0).collect();
    assert_eq!(order.len(), 2);
    assert_eq!(good(store.own_threads(cy, 1)).len(), 1);
    // What was taken back is not unread.
    tries(store, ben, 6, EntryKind::Deleted { target: Seq(5) });
    assert_eq!(sees(cy, 1, 0), (1, true, 3, 2));
}

/// [`Store::keep_thread`].
pub fn a_thread_that_is_kept_names_a_known_user_room_and_message(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    for (user, room, root, what) in [
        (UserId(99), LOBBY, 1, "user"),
        (ada, RoomId(99), 1, "room"),
        (ada, LOBBY, 0, "message"),
        (ada, LOBBY, 2, "message"),
    ] {
        let write = ThreadWrite::default();
        assert_eq!(
            block_on(store.keep_thread(user, room, Seq(root), write)),
            Err(StoreError::NotFound(what)),
            "{user:?} {room:?} {root}"
        );
    }
    assert_eq!(good(store.own_threads(UserId(99), 50)), []);
    assert_eq!(good(store.thread_followers(RoomId(99), Seq(1), 50)), []);
}
