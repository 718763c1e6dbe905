use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

use super::Feed;
use crate::websocket::Encoded;

fn entry(seq: u64, text: &str) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(7),
        author: Author {
            id: UserId(1),
            name: DisplayName::from_stored("ada".to_owned()),
        },
        client_id: ClientId::new_v7(seq, [0; 10]),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text.to_owned()),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: (Seq(seq)).0,
        state: None,
    }
}

#[test]
fn plain_readers_get_the_name_and_the_text_of_each_entry() {
    let entries = [entry(1, "hello"), entry(2, "two\nlines")];
    let feed = Feed::new(RoomId(1), &entries);
    let lines: Vec<_> = feed.lines().map(|(_, line)| line.clone()).collect();
    assert_eq!(
        lines,
        [
            Encoded::text("ada: hello"),
            Encoded::text("ada: two\nlines")
        ]
    );
}

#[test]
fn every_reader_gets_the_same_bytes() {
    let entries = [entry(1, "hello")];
    let feed = Feed::new(RoomId(1), &entries);
    let (one, other) = (
        feed.frame().clone().into_bytes(),
        feed.frame().clone().into_bytes(),
    );
    assert_eq!(one.as_ptr(), other.as_ptr(), "shared, not made twice");
    assert!(
        one.ends_with(br#"{"posted":{"text":"hello"}},"posts":1}]}}"#),
        "{one:?}"
    );
}
