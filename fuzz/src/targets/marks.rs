//! What is kept of a person and told over HTTP: drafts, unread marks, threads, plans; and how
//! a client takes marks in, in whatever order they come.

use std::collections::BTreeSet;

use chat_client::unread::UnreadMarks;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::codec;
use shared::ids::RoomId;
use shared::kept::{
    Draft, DraftWrite, OwnThread, ThreadWrite, ThreadsPage, UnreadMark, UnreadPage, UnreadWrite,
};
use shared::plan::{Plan, PlanWish};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "marks",
    about: "what is kept of a person: marks, threads, drafts, plans",
    run,
    words: &[
        b"{\"marks\":[]}\n",
        b"{\"room\":1,\"from\":4,\"posts_before\":3,\"revision\":2}\n",
        b"{\"room\":1,\"revision\":3}\n",
        b"clear 1\n",
        b"end 1\n",
        b"goes 1\n",
        b"goes 2\n",
        b"\"follows\":true",
        b"\"seen\":9007199254740991",
        b"\"base\":",
        b"\"from\":null",
        b"18446744073709551615",
    ],
};

fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    comes_back::<UnreadWrite>(text);
    comes_back::<UnreadMark>(text);
    comes_back::<UnreadPage>(text);
    comes_back::<ThreadWrite>(text);
    comes_back::<OwnThread>(text);
    comes_back::<ThreadsPage>(text);
    comes_back::<DraftWrite>(text);
    comes_back::<Draft>(text);
    comes_back::<PlanWish>(text);
    comes_back::<Plan>(text);
    take_in(text);
}

/// What is read is written, and read as the same.
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    if let Ok(read) = serde_json::from_str::<T>(text) {
        let again = codec::encode(&read);
        assert_eq!(serde_json::from_str(&again).ok(), Some(read), "{again}");
    }
}

/// A line each: what a server says, or what a person does.
fn take_in(text: &str) {
    let mut marks = UnreadMarks::default();
    for line in text.lines() {
        if let Ok(page) = serde_json::from_str::<UnreadPage>(line) {
            marks.take_all(&page.marks);
            let rooms: BTreeSet<RoomId> = page.marks.iter().map(|mark| mark.room).collect();
            if rooms.len() == page.marks.len() {
                assert_eq!(
                    marks.take_all(&page.marks),
                    [],
                    "told twice, it is news once"
                );
            }
        } else if let Ok(mark) = serde_json::from_str::<UnreadMark>(line) {
            marks.take(mark);
            assert!(!marks.take(mark), "told twice, it is news once: {mark:?}");
            let late = UnreadMark {
                revision: mark.revision.saturating_sub(1),
                ..mark
            };
            let is_late = late.revision < mark.revision;
            // What is known is this mark or a newer one.
            assert!(!(is_late && marks.take(late)), "an older one replaces it");
        } else if let Some((what, room)) = line.split_once(' ') {
            let Ok(room) = room.parse().map(RoomId) else {
                continue;
            };
            match what {
                "clear" => clears(&mut marks, room),
                "end" => marks.saw_end(room),
                "goes" => {
                    let left = marks.goes_to(Some(room));
                    assert_ne!(left, Some(room), "a room is left for itself");
                }
                _ => {}
            }
        }
    }
}

/// A mark that is taken away is taken away once, under its own revision, and comes back whole
/// where the server does not take that.
fn clears(marks: &mut UnreadMarks, room: RoomId) {
    let Some(cleared) = marks.clear(room) else {
        return;
    };
    assert!(cleared.before.from.is_some() && cleared.shown.from.is_none());
    assert_eq!(cleared.write.base, cleared.before.revision);
    assert_eq!(marks.clear(room), None, "it is gone already");
    assert!(marks.restore(&cleared), "nothing came in between");
    assert!(!marks.restore(&cleared), "it is back already");
    assert_eq!(marks.clear(room), Some(cleared), "as it was");
}
