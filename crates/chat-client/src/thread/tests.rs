use shared::entry::Attached;
use shared::ids::{RequestId, RoomId, UserId};
use shared::moment::Moment;
use shared::server_frame::{FollowStart, Following};
use shared::text::MessageText;

use super::*;
use crate::script::entries;

const ME: UserId = UserId(1);

fn reply(seq: u64, thread: u64, words: &str) -> Entry {
    let mut entry = entries(seq, seq, "ada").remove(0);
    entry.kind = EntryKind::Replied {
        thread: Seq(thread),
        text: MessageText::from_stored(words.to_owned()),
        attached: Attached::default(),
    };
    entry
}

fn edit(seq: u64, target: u64, words: &str) -> Entry {
    let mut entry = entries(seq, seq, "ada").remove(0);
    entry.kind = EntryKind::Edited {
        target: Seq(target),
        text: MessageText::from_stored(words.to_owned()),
    };
    entry
}

fn said(lines: &[Line]) -> Vec<(u64, String)> {
    let said = lines.iter().map(|line| match &line.content {
        LineContent::Entry { entry, .. } => {
            let text = message::text(entry).map_or("", MessageText::as_str);
            (entry.seq.0, text.to_owned())
        }
        LineContent::Pending { text, .. } => (0, text.as_str().to_owned()),
        LineContent::Hole { .. } => panic!("a thread has no holes"),
    });
    said.collect()
}

#[test]
fn what_was_read_and_what_the_feed_brought_are_one_thread_in_order_each_once() {
    let mut timeline = Timeline::new(RoomId(1));
    timeline.asked(Moment(0), RequestId(1));
    let following = Following {
        id: RequestId(1),
        room: RoomId(1),
        start: FollowStart::Newest,
        from: Seq(10),
        head: Seq(14),
        topic: None,
    };
    timeline.following(Moment(0), &following);
    let fed = vec![
        entries(10, 10, "ada").remove(0),
        reply(11, 10, "third"),
        reply(12, 3, "elsewhere"),
        edit(13, 11, "third, corrected"),
        reply(14, 10, "fourth"),
    ];
    timeline.fed(Moment(0), fed, ME);
    let read = [
        reply(5, 10, "second"),
        reply(4, 10, "first"),
        // Read before it was corrected, and a line of another thread.
        reply(11, 10, "third"),
        reply(6, 3, "elsewhere"),
    ];
    let wanted = [
        (4, "first"),
        (5, "second"),
        (11, "third, corrected"),
        (14, "fourth"),
    ];
    let wanted: Vec<(u64, String)> = wanted.map(|(seq, said)| (seq, said.to_owned())).into();
    let lines = lines(&timeline, Seq(10), &read, Some(ME));
    assert_eq!(said(&lines), wanted);
    // A page that was read later than the feed goes has the newest.
    let mut late = reply(11, 10, "third");
    let mut state = timeline.message(Seq(11)).unwrap().state.clone().unwrap();
    state.as_of = Seq(20);
    state.edited.as_mut().unwrap().text = MessageText::from_stored("third, again".to_owned());
    late.state = Some(state);
    let lines = super::lines(&timeline, Seq(10), &[late], None);
    assert_eq!(said(&lines)[0].1, "third, again");
}

#[test]
fn what_the_feed_brings_of_a_reply_that_only_was_read_is_taken_in() {
    let mut timeline = Timeline::new(RoomId(1));
    timeline.asked(Moment(0), RequestId(1));
    let following = Following {
        id: RequestId(1),
        room: RoomId(1),
        start: FollowStart::Newest,
        from: Seq(10),
        head: Seq(12),
        topic: None,
    };
    timeline.following(Moment(0), &following);
    let mut deletion = entries(12, 12, "ada").remove(0);
    deletion.kind = EntryKind::Deleted { target: Seq(5) };
    let fed = vec![
        entries(10, 10, "ada").remove(0),
        edit(11, 4, "first, corrected"),
        deletion,
    ];
    timeline.fed(Moment(0), fed, ME);
    let read = [reply(4, 3, "first"), reply(5, 3, "second")];
    let once = lines(&timeline, Seq(3), &read, Some(ME));
    assert_eq!(said(&once), [(4, "first, corrected".to_owned())]);
    // Read again with it in, it is taken in once.
    let LineContent::Entry { entry, .. } = &once[0].content else {
        panic!("it is an entry");
    };
    let again = lines(&timeline, Seq(3), &[Entry::clone(entry)], Some(ME));
    assert_eq!(said(&again), said(&once));
}

#[test]
fn what_is_new_begins_at_the_first_reply_of_others_after_what_was_seen() {
    let timeline = Timeline::new(RoomId(1));
    let mut read = [reply(4, 3, "a"), reply(5, 3, "b"), reply(6, 3, "c")];
    read[1].author.id = ME;
    read[2].author.id = UserId(9);
    let lines = lines(&timeline, Seq(3), &read, Some(ME));
    let own = |follows: bool, seen: u64| OwnThread {
        room: RoomId(1),
        root: Seq(3),
        follows,
        replies: 3,
        last: Seq(6),
        at: read[2].at,
        seen: Seq(seen),
        unread: 0,
        first: None,
    };
    let new = |follows: bool, seen: u64| {
        let new = SeenBefore::of(&own(follows, seen)).first_new(&lines);
        new.map(|(at, _)| at)
    };
    let others = lines
        .iter()
        .position(|line| line.key == LineKey::Numbered(Seq(6)));
    // One's own is not new,
    assert_eq!(new(true, 4), others);
    assert_eq!(new(false, 4), others);
    // nor is what was seen; and all is, in a thread of one's own that was never looked at.
    assert_eq!(new(true, 6), None);
    assert_eq!(new(true, 0), Some(0));
    // Who was never in it and has nothing to do with it has nothing new there.
    assert_eq!(new(false, 0), None);
    assert_eq!(
        SeenBefore::To(Seq(5)).first_new(&lines),
        Some((2, read[2].at))
    );
}

#[test]
fn replies_are_counted_as_the_room_does_and_those_taken_back_are_told() {
    let mut timeline = Timeline::new(RoomId(1));
    timeline.asked(Moment(0), RequestId(1));
    let following = Following {
        id: RequestId(1),
        room: RoomId(1),
        start: FollowStart::Newest,
        from: Seq(10),
        head: Seq(13),
        topic: None,
    };
    timeline.following(Moment(0), &following);
    let mut deletion = entries(13, 13, "ada").remove(0);
    deletion.kind = EntryKind::Deleted { target: Seq(12) };
    let fed = vec![
        entries(10, 10, "ada").remove(0),
        reply(11, 10, "one"),
        reply(12, 10, "two"),
        deletion,
    ];
    timeline.fed(Moment(0), fed, ME);
    let (lines, replies) = whole(&timeline, Seq(10), &[], Some(ME));
    assert_eq!(said(&lines), [(11, "one".to_owned())]);
    assert_eq!((replies.all, replies.deleted), (2, 1));
    let first = timeline.message(Seq(10));
    assert_eq!(replies.as_said_by(first), replies);
    // What is not here yet counts too.
    let (_, some) = whole(&timeline, Seq(3), &[reply(4, 3, "one")], Some(ME));
    let mut first = entries(3, 3, "ada").remove(0);
    message::apply(&mut first, &reply(4, 3, "one"), ME);
    message::apply(&mut first, &reply(5, 3, "two"), ME);
    assert_eq!(some.as_said_by(Some(&first)).all, 2);
    assert_eq!(some.as_said_by(None), some);
}
