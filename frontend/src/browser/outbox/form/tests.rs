use chat_client::{Kept, Purpose};
use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{Emoji, MessageText};

use super::{PREFIX, decode, encode};
use crate::browser::tabs::TabId;
use crate::browser::tabs::owned::Owned;

const NAME: &str = "confab.outbox.1.7.00ff00ff00ff00ff.0192f000-0000-7000-8000-0000000000aa";

fn client_id() -> ClientId {
    "0192f000-0000-7000-8000-0000000000aa"
        .parse()
        .expect("a UUID")
}

fn write() -> Kept {
    Kept {
        client_id: client_id(),
        room: RoomId(3),
        text: MessageText::parse("tea?\n\"now\" é").expect("a text"),
        written_at: Timestamp(1_795_000_000_000),
        order: 12,
        failed: None,
        purpose: Purpose::default(),
    }
}

#[test]
fn a_name_says_version_user_tab_and_write() {
    let key = Owned {
        user: UserId(7),
        tab: TabId::parse("00ff00ff00ff00ff").expect("a tab"),
        id: client_id(),
    };
    assert_eq!(key.name(PREFIX), NAME);
    assert_eq!(Owned::parse(PREFIX, NAME), Some(key));
}

#[test]
fn other_names_in_storage_are_none_of_ours() {
    for name in [
        "",
        "confab.draft.7.3",
        "confab.outbox.1.",
        "confab.outbox.1.7",
        "confab.outbox.1.7.00ff00ff00ff00ff",
        "confab.outbox.1.7.00ff00ff00ff00ff.not-an-id",
        "confab.outbox.1.7.short.0192f000-0000-7000-8000-0000000000aa",
        "confab.outbox.1.ada.00ff00ff00ff00ff.0192f000-0000-7000-8000-0000000000aa",
        "confab.outbox.2.7.00ff00ff00ff00ff.0192f000-0000-7000-8000-0000000000aa",
    ] {
        assert_eq!(Owned::parse(PREFIX, name), None, "{name}");
    }
}

#[test]
fn a_write_comes_back_as_it_was_kept() {
    for failed in [None, Some("Only owners write here.".to_owned())] {
        let write = Kept { failed, ..write() };
        assert_eq!(decode(client_id(), &encode(&write)), Some(write));
    }
    let target = Seq(9);
    let emoji = Emoji::parse("👍").expect("an emoji");
    for purpose in [
        Purpose::Post {
            reply_to: Some(target),
            thread: None,
            files: Vec::new(),
        },
        Purpose::Edit {
            target,
            base: Some(Seq(11)),
        },
        Purpose::Delete { target },
        Purpose::React { target, emoji },
        Purpose::Pin { target },
    ] {
        let write = Kept { purpose, ..write() };
        assert_eq!(decode(client_id(), &encode(&write)), Some(write));
    }
}

#[test]
fn an_edit_that_leaves_files_alone_comes_back_without_words() {
    let purpose = Purpose::Edit {
        target: Seq(9),
        base: None,
    };
    let write = Kept {
        purpose,
        text: MessageText::none(),
        ..write()
    };
    assert_eq!(decode(client_id(), &encode(&write)), Some(write));
}

#[test]
fn the_form_of_version_1_is_what_older_programs_left_behind() {
    assert_eq!(
        encode(&write()),
        r#"{"room":3,"text":"tea?\n\"now\" é","at":1795000000000,"order":12}"#
    );
}

#[test]
fn a_value_that_is_none_is_passed_over() {
    for value in [
        "",
        "null",
        "{}",
        "[1]",
        r#"{"room":3}"#,
        r#"{"room":"x","text":"","at":0,"order":0}"#,
    ] {
        assert_eq!(decode(client_id(), value), None, "{value}");
    }
}
