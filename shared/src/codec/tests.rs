use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::client_frame::{
    Amend, Away, Beat, Change, Edit, Follow, Hello, MakeRoom, MarkRead, Post, SetTopic, Typing,
    Unfollow, WithEmoji,
};
use crate::close::{CloseCode, may_reconnect};
use crate::cursor::{Cursor, Epoch, Seq};
use crate::entry::{
    Attached, Author, Deletion, Edition, Entry, EntryKind, Forwarded, MessageState, Pin, Reaction,
    RoomSummary, RoomTopic, Thread,
};
use crate::events::LinkEnd;
use crate::file::{FileId, FileInfo, FileKind, FileName, ImageInfo};
use crate::http::{
    CodeLogin, EntriesPage, FilesPage, Forward, ForwardAnswer, LinkOpened, LinkRequest,
    LoginAnswer, LoginRequest, Me, MessagePage, NewUpload, PinsPage, PlaceAt, ReadersPage, Reading,
    SignInCode, ThreadPage, UploadState, VersionsPage,
};
use crate::ids::{ClientId, RoomId, SessionId, UserId};
use crate::kept::{
    Draft, DraftWrite, DraftsPage, Kept, KeptThing, OwnThread, ThreadWrite, ThreadsPage,
    UnreadMark, UnreadPage, UnreadWrite,
};
use crate::moment::Timestamp;
use crate::plan::{Plan, PlanWish, PlansPage};
use crate::preferences::Preferences;
use crate::search::SearchPage;
use crate::server_frame::{
    Closing, FollowStart, Following, Gone, GoneReason, Live, Moved, Posted, Presence, ReadMark,
    Refused, RoomAdded, RoomEntries, RoomHead, RoomMade, TypingIn, Welcome,
};
use crate::signal::{PresenceState, Present, Roster, Status, StatusWish};
use crate::text::{DisplayName, Emoji, MessageText, RoomName, StatusText, Topic};
use crate::told::Told;
use crate::version::{Ability, ProtocolVersion};

const PROTOCOL: &str = include_str!("../../../PROTOCOL.md");

#[test]
fn every_client_frame_in_the_document_is_what_the_codec_reads_and_writes() {
    let names = check_examples::<ClientFrame>("client");
    // Every frame has an example; a new one fails here until it is told.
    let told: BTreeSet<String> = names;
    for frame in CLIENT_FRAMES {
        assert!(
            told.contains(*frame),
            "PROTOCOL.md has no example of {frame}"
        );
    }
}

#[test]
fn every_server_frame_in_the_document_is_what_the_codec_reads_and_writes() {
    let told = check_examples::<ServerFrame>("server");
    for frame in SERVER_FRAMES {
        assert!(
            told.contains(*frame),
            "PROTOCOL.md has no example of {frame}"
        );
    }
}

#[test]
fn every_http_body_in_the_document_is_what_the_codec_reads_and_writes() {
    check_examples::<Me>("me");
    check_examples::<PlaceAt>("place");
    check_examples::<StatusWish>("status-wish");
    check_examples::<Preferences>("preferences");
    check_examples::<ThreadWrite>("thread-write");
    check_examples::<OwnThread>("own-thread");
    check_examples::<ThreadsPage>("own-threads");
    check_examples::<UnreadWrite>("unread-write");
    check_examples::<UnreadMark>("unread-mark");
    check_examples::<UnreadPage>("unread");
    check_examples::<DraftWrite>("draft-write");
    check_examples::<Draft>("draft");
    check_examples::<DraftsPage>("drafts");
    check_examples::<PlanWish>("plan-wish");
    check_examples::<Plan>("plan");
    check_examples::<PlansPage>("plans");
    check_examples::<Told>("told");
    check_examples::<Reading>("reading");
    check_examples::<ReadersPage>("readers");
    check_examples::<LoginRequest>("login");
    check_examples::<LoginAnswer>("login-answer");
    check_examples::<SignInCode>("code");
    check_examples::<CodeLogin>("code-login");
    check_examples::<EntriesPage>("page");
    check_examples::<MessagePage>("message");
    check_examples::<VersionsPage>("versions");
    check_examples::<PinsPage>("pins");
    check_examples::<ThreadPage>("thread");
    check_examples::<SearchPage>("search");
    check_examples::<Forward>("forward");
    check_examples::<ForwardAnswer>("forward-answer");
    check_examples::<NewUpload>("upload");
    check_examples::<UploadState>("upload-state");
    check_examples::<FilesPage>("files");
    check_examples::<LinkRequest>("link");
    check_examples::<LinkOpened>("link-opened");
    check_examples::<LinkEnd>("link-end");
}

#[test]
fn the_lists_of_frames_are_whole() {
    // serde names the kinds it knows when it meets one that it does not.
    let client = decode_client(r#"{"?":1}"#).unwrap_err().refusal.message;
    for frame in CLIENT_FRAMES {
        assert!(
            client.contains(&format!("`{frame}`")),
            "{frame} is missing in: {client}"
        );
    }
    let error = serde_json::from_str::<ServerFrame>(r#"{"?":1}"#)
        .unwrap_err()
        .to_string();
    let known = error.matches('`').count() / 2 - 1;
    assert_eq!(known, SERVER_FRAMES.len(), "{error}");
}

#[test]
fn every_refusal_code_is_told_with_its_advice() {
    // As above: the error lists every code.
    let error = serde_json::from_str::<RefusalCode>(r#""?""#)
        .unwrap_err()
        .to_string();
    let codes: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    assert!(codes.len() > 10, "{error}");
    for name in codes {
        let code: RefusalCode = serde_json::from_str(&format!("\"{name}\"")).unwrap();
        let row = PROTOCOL
            .lines()
            .find(|line| line.starts_with(&format!("| `{name}` |")))
            .unwrap_or_else(|| panic!("PROTOCOL.md does not tell of {name}"));
        let advice = if code.is_temporary() {
            "| yes |"
        } else {
            "| no |"
        };
        assert!(row.ends_with(advice), "{row} should end with {advice}");
    }
}

#[test]
fn every_close_code_is_told_with_its_advice() {
    for close in CloseCode::ALL {
        let row = PROTOCOL
            .lines()
            .find(|line| line.starts_with(&format!("| {} |", close.code())))
            .unwrap_or_else(|| panic!("PROTOCOL.md does not tell of {}", close.code()));
        let advice = if may_reconnect(close.code()) {
            "| yes |"
        } else {
            "| no |"
        };
        assert!(row.ends_with(advice), "{row} should end with {advice}");
        // RFC 6455, section 5.5: a control frame's payload is 125 bytes at most.
        assert!(close.reason().len() <= 123, "{}", close.reason());
    }
}

#[test]
fn an_unknown_frame_is_named_with_its_id() {
    let unreadable = decode_client(r#"{"fly":{"id":4}}"#).unwrap_err();
    assert_eq!(unreadable.id, Some(RequestId(4)));
    assert_eq!(unreadable.refusal.code, RefusalCode::UnknownFrame);
    assert!(
        unreadable.refusal.message.contains("`fly`"),
        "{}",
        unreadable.refusal.message
    );
}

#[test]
fn a_missing_field_is_named_with_the_id() {
    let unreadable = decode_client(r#"{"post":{"id":9,"room":1,"text":"hi"}}"#).unwrap_err();
    assert_eq!(unreadable.id, Some(RequestId(9)));
    assert_eq!(unreadable.refusal.code, RefusalCode::Malformed);
    assert!(
        unreadable.refusal.message.contains("client_id"),
        "{}",
        unreadable.refusal.message
    );
}

#[test]
fn what_is_no_frame_at_all_is_malformed() {
    for text in [
        "",
        "hello",
        "[]",
        "{}",
        "null",
        "{\"hello\":",
        "{\"hello\":{\"version\":\"x\"}}",
    ] {
        let unreadable = decode_client(text).unwrap_err();
        assert_eq!(unreadable.refusal.code, RefusalCode::Malformed, "{text}");
        assert_eq!(unreadable.id, None, "{text}");
    }
}

#[test]
fn a_value_of_the_wrong_type_is_not_quoted_at_length() {
    let long = "x".repeat(5_000);
    let text = format!(r#"{{"mark_read":{{"room":"{long}","seq":1}}}}"#);
    let unreadable = decode_client(&text).unwrap_err();
    assert!(
        unreadable.refusal.message.len() < 300,
        "{}",
        unreadable.refusal.message.len()
    );
}

#[test]
fn unknown_members_are_ignored() {
    let frame = decode_client(r#"{"typing":{"room":3,"mood":"calm"}}"#).unwrap();
    assert_eq!(
        frame,
        ClientFrame::Typing(Typing {
            room: RoomId(3),
            thread: None
        })
    );
}

/// A server that is newer than its client may say what that does not know yet.
#[test]
fn an_entry_of_an_unknown_kind_keeps_its_number_and_hides_none_of_the_others() {
    let told = |kind: &str| {
        let entry = |seq: u64, kind: &str| {
            format!(
                r#"{{"seq":{seq},"at":5,"author":{{"id":7,"name":"ada"}},"client_id":"0199d1a0-2a00-7000-8000-000000000012","kind":{kind},"posts":1}}"#
            )
        };
        let known = r#"{"posted":{"text":"tea?"}}"#;
        let entries = [entry(1, known), entry(2, kind), entry(3, r#""erased""#)].join(",");
        decode_server(&format!(
            r#"{{"entries":{{"room":1,"entries":[{entries}]}}}}"#
        ))
    };
    let later = EntryKind::Unknown {
        name: "later".to_owned(),
    };
    for kind in [
        r#""later""#,
        r#"{"later":null}"#,
        r#"{"later":{"text":"x","posted":{"text":7}}}"#,
        r#"{"later":[1,{"a":[]}]}"#,
    ] {
        let Ok(ServerFrame::Entries(read)) = told(kind) else {
            panic!("{kind} is not read")
        };
        let seqs: Vec<u64> = read.entries.iter().map(|entry| entry.seq.0).collect();
        assert_eq!(seqs, [1, 2, 3]);
        assert_eq!(read.entries[1].kind, later, "{kind}");
        assert_eq!(read.entries[1].kind.target(), None);
        assert!(read.entries[0].kind.text().is_some());
        assert_eq!(read.entries[2].kind, EntryKind::Erased);
        let again = encode(&ServerFrame::Entries(read.clone()));
        assert_eq!(decode_server(&again), Ok(ServerFrame::Entries(read)));
    }
    // What is known and broken is no less broken for it, nor is what is no kind at all.
    for broken in [
        r#"{"posted":{"text":7}}"#,
        r#""posted""#,
        r#"{"deleted":{}}"#,
        r#"{"later":{},"posted":{"text":"x"}}"#,
        r#"{"posted":{"text":"x"},"later":{}}"#,
        "{}",
        "null",
        "7",
        "[]",
    ] {
        assert!(told(broken).is_err(), "{broken}");
    }
}

/// Each kind that a program may write is read as itself.
#[test]
fn every_kind_that_is_known_has_its_name_in_the_list() {
    let (seq, text) = (Seq(3), MessageText::from_stored("x".to_owned()));
    let emoji = Emoji::from_stored("👍".to_owned());
    let topic = Topic::from_stored("tea".to_owned());
    let attached = Attached::default();
    for kind in [
        EntryKind::Posted {
            text: text.clone(),
            reply_to: None,
            attached: attached.clone(),
        },
        EntryKind::Replied {
            thread: seq,
            text: text.clone(),
            attached,
        },
        EntryKind::Edited { target: seq, text },
        EntryKind::Deleted { target: seq },
        EntryKind::Reacted {
            target: seq,
            emoji: emoji.clone(),
        },
        EntryKind::Unreacted { target: seq, emoji },
        EntryKind::Pinned { target: seq },
        EntryKind::Unpinned { target: seq },
        EntryKind::TopicSet { topic },
        EntryKind::Erased,
    ] {
        let again = serde_json::from_str::<EntryKind>(&encode(&kind)).unwrap();
        assert_eq!(again, kind);
        assert!(!matches!(again, EntryKind::Unknown { .. }), "{again:?}");
    }
}

#[test]
fn secrets_and_texts_stay_out_of_debug_output() {
    let hello = Hello {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        token: Some("secret-token".to_owned()),
    };
    let post = Post {
        id: RequestId(1),
        room: RoomId(1),
        client_id: ClientId::new_v7(1, [1; 10]),
        text: "private words".to_owned(),
        reply_to: None,
        files: Vec::new(),
        thread: None,
    };
    let amend = |change| Amend {
        id: RequestId(1),
        room: RoomId(1),
        client_id: ClientId::new_v7(1, [1; 10]),
        target: Seq(1),
        change,
    };
    let edit = amend(Change::Edit(Edit {
        text: "private words".to_owned(),
        base: None,
    }));
    let react = amend(Change::React(WithEmoji {
        emoji: "private words".to_owned(),
    }));
    let topic = SetTopic {
        id: RequestId(1),
        room: RoomId(1),
        client_id: ClientId::new_v7(1, [1; 10]),
        topic: "private words".to_owned(),
    };
    let text = MessageText::parse("private words").unwrap();
    let set = Topic::parse("private words").unwrap();
    let debug = format!("{hello:?} {post:?} {edit:?} {react:?} {text:?} {topic:?} {set:?}");
    assert!(
        !debug.contains("secret-token") && !debug.contains("private"),
        "{debug}"
    );
}

#[test]
fn a_page_of_the_longest_texts_fits_a_frame() {
    use crate::limits::{FRAME_BYTES_MAX, MESSAGE_CHARS_MAX, PAGE_BYTES_MAX};
    // Quotes and backslashes double in JSON, the worst that allowed text can do.
    let text = "\"".repeat(MESSAGE_CHARS_MAX);
    let fit = PAGE_BYTES_MAX / text.len();
    let entry = |seq| Entry {
        seq: Seq(seq),
        at: Timestamp(u64::MAX >> 11),
        author: Author {
            id: UserId(1),
            name: DisplayName::parse(&"n".repeat(40)).unwrap(),
        },
        client_id: ClientId::new_v7(1, [1; 10]),
        kind: EntryKind::Posted {
            text: MessageText::parse(&text).unwrap(),
            reply_to: Some(Seq(u64::MAX >> 11)),
            attached: Attached::default(),
        },
        posts: u64::MAX >> 11,
        state: None,
    };
    let entries = (1..=fit as u64 + 1).map(entry).collect();
    let frame = encode(&ServerFrame::Entries(RoomEntries {
        room: RoomId(1),
        entries,
    }));
    assert!(frame.len() <= FRAME_BYTES_MAX, "{} bytes", frame.len());
}

proptest! {
    #[test]
    fn a_client_frame_comes_back_as_it_was(frame in client_frame()) {
        prop_assert_eq!(decode_client(&encode(&frame)).unwrap(), frame);
    }

    #[test]
    fn a_server_frame_comes_back_as_it_was(frame in server_frame()) {
        prop_assert_eq!(decode_server(&encode(&frame)).unwrap(), frame);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let _ = decode_client(&text);
        let _ = decode_server(&text);
    }

    #[test]
    fn a_broken_frame_is_read_or_refused(
        frame in client_frame(),
        at in any::<prop::sample::Index>(),
        with in any::<char>(),
    ) {
        let mut chars: Vec<char> = encode(&frame).chars().collect();
        let index = at.index(chars.len());
        chars[index] = with;
        let _ = decode_client(&chars.into_iter().collect::<String>());
    }
}

const CLIENT_FRAMES: &[&str] = &[
    "hello",
    "follow",
    "unfollow",
    "post",
    "amend",
    "set_topic",
    "make_room",
    "mark_read",
    "typing",
    "away",
    "ping",
    "pong",
];

const SERVER_FRAMES: &[&str] = &[
    "welcome",
    "following",
    "entries",
    "live",
    "posted",
    "room_made",
    "refused",
    "room_added",
    "moved",
    "read_mark",
    "kept",
    "typing",
    "presence",
    "roster",
    "gone",
    "closing",
    "ping",
    "pong",
];

/// Reads and writes every line of the fenced blocks of this kind; answers the
/// names of the objects' first members.
fn check_examples<F: serde::Serialize + DeserializeOwned>(kind: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut inside = false;
    for line in PROTOCOL.lines() {
        if line.starts_with("```") {
            inside = line == format!("```json {kind}");
            continue;
        }
        if !inside {
            continue;
        }
        let frame: F = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
        assert_eq!(encode(&frame), line);
        let name = line.split('"').nth(1).unwrap_or_default();
        names.insert(name.to_owned());
    }
    assert!(
        !names.is_empty(),
        "PROTOCOL.md has no example of kind {kind}"
    );
    names
}

/// Ids stay below 2^53, as documented.
fn number() -> impl Strategy<Value = u64> {
    0..(1_u64 << 53)
}

fn client_id() -> impl Strategy<Value = ClientId> {
    any::<[u8; 16]>().prop_map(ClientId::from_bytes)
}

fn author() -> impl Strategy<Value = Author> {
    (number(), "[a-zé ]{1,20}").prop_map(|(id, name)| Author {
        id: UserId(id),
        name: DisplayName::from_stored(name),
    })
}

fn text() -> impl Strategy<Value = MessageText> {
    any::<String>().prop_map(MessageText::from_stored)
}

fn topic() -> impl Strategy<Value = Topic> {
    any::<String>().prop_map(Topic::from_stored)
}

fn emoji() -> impl Strategy<Value = Emoji> {
    prop_oneof![Just("👍"), Just("❤️"), Just("🇩🇪")]
        .prop_map(|emoji| Emoji::from_stored(emoji.to_owned()))
}

fn seq() -> impl Strategy<Value = Seq> {
    number().prop_map(Seq)
}

fn file() -> impl Strategy<Value = FileInfo> {
    (any::<[u8; 16]>(), number(), any::<bool>()).prop_map(|(id, size, is_image)| FileInfo {
        id: FileId::from_bytes(id),
        name: FileName::parse("holiday.jpg").unwrap(),
        size,
        kind: FileKind::Jpeg,
        image: is_image.then_some(ImageInfo {
            width: 4,
            height: 3,
            placeholder: None,
            thumbnail: true,
        }),
        at: Timestamp(size),
    })
}

fn attached() -> impl Strategy<Value = Attached> {
    let forwarded = (number(), seq(), author(), number()).prop_map(|(room, seq, author, at)| {
        Box::new(Forwarded {
            room: RoomId(room),
            seq,
            author,
            at: Timestamp(at),
        })
    });
    let files = prop::collection::vec(file(), 0..3);
    (files, prop::option::of(forwarded))
        .prop_map(|(files, forwarded)| Attached { files, forwarded })
}

fn kind() -> impl Strategy<Value = EntryKind> {
    prop_oneof![
        (text(), prop::option::of(seq()), attached()).prop_map(|(text, reply_to, attached)| {
            EntryKind::Posted {
                text,
                reply_to,
                attached,
            }
        }),
        (seq(), text(), attached()).prop_map(|(thread, text, attached)| EntryKind::Replied {
            thread,
            text,
            attached,
        }),
        (seq(), text()).prop_map(|(target, text)| EntryKind::Edited { target, text }),
        seq().prop_map(|target| EntryKind::Deleted { target }),
        (seq(), emoji()).prop_map(|(target, emoji)| EntryKind::Reacted { target, emoji }),
        (seq(), emoji()).prop_map(|(target, emoji)| EntryKind::Unreacted { target, emoji }),
        seq().prop_map(|target| EntryKind::Pinned { target }),
        seq().prop_map(|target| EntryKind::Unpinned { target }),
        topic().prop_map(|topic| EntryKind::TopicSet { topic }),
        Just(EntryKind::Erased),
        "[a-z_]{1,12}".prop_map(|name| EntryKind::Unknown {
            name: ["later_", &name].concat(),
        }),
    ]
}

fn edition() -> impl Strategy<Value = Edition> {
    (seq(), number(), text()).prop_map(|(seq, at, text)| Edition {
        seq,
        at: Timestamp(at),
        text,
    })
}

fn message_state() -> impl Strategy<Value = MessageState> {
    let deletion = (author(), number()).prop_map(|(by, at)| Deletion {
        by,
        at: Timestamp(at),
    });
    let pin = (author(), number()).prop_map(|(by, at)| Pin {
        by,
        at: Timestamp(at),
    });
    let reaction = (emoji(), any::<u32>(), prop::collection::vec(author(), 0..3))
        .prop_map(|(emoji, count, who)| Reaction { emoji, count, who });
    (
        seq(),
        prop::option::of(edition()),
        prop::option::of(deletion),
        prop::option::of(pin),
        prop::collection::vec(reaction, 0..3),
        prop::option::of((number(), seq(), number())),
    )
        .prop_map(
            |(as_of, edited, deleted, pinned, reactions, thread)| MessageState {
                as_of,
                edited,
                deleted,
                pinned,
                reactions,
                thread: thread.map(|(replies, last, at)| Thread {
                    replies,
                    last,
                    at: Timestamp(at),
                }),
            },
        )
}

fn entry() -> impl Strategy<Value = Entry> {
    (
        number(),
        number(),
        author(),
        client_id(),
        kind(),
        number(),
        prop::option::of(message_state()),
    )
        .prop_map(|(seq, at, author, client_id, kind, posts, state)| Entry {
            seq: Seq(seq),
            at: Timestamp(at),
            author,
            client_id,
            kind,
            posts,
            state: state.map(Box::new),
        })
}

fn summary() -> impl Strategy<Value = RoomSummary> {
    (
        number(),
        "[a-z]{1,10}",
        (number(), number()),
        (number(), number()),
    )
        .prop_map(
            |(room, name, (head, posts), (read, read_posts))| RoomSummary {
                room: RoomId(room),
                name: RoomName::from_stored(name),
                head: Seq(head),
                posts,
                read: Seq(read),
                read_posts,
            },
        )
}

fn state() -> impl Strategy<Value = PresenceState> {
    prop_oneof![
        Just(PresenceState::Online),
        Just(PresenceState::Away),
        Just(PresenceState::Offline)
    ]
}

fn roster() -> impl Strategy<Value = Roster> {
    (any::<u32>(), prop::collection::vec(present(), 0..3))
        .prop_map(|(count, people)| Roster { count, people })
}

fn present() -> impl Strategy<Value = Present> {
    (author(), state(), prop::option::of(status())).prop_map(|(user, state, status)| Present {
        user,
        state,
        status,
    })
}

fn status() -> impl Strategy<Value = Box<Status>> {
    (
        prop::option::of(any::<String>()),
        prop::option::of(any::<String>()),
        any::<bool>(),
        prop::option::of(number()),
    )
        .prop_map(|(emoji, text, do_not_disturb, until)| {
            Box::new(Status {
                emoji: emoji.map(Emoji::from_stored),
                text: text.map(StatusText::from_stored),
                do_not_disturb,
                until: until.map(Timestamp),
            })
        })
}

fn refusal() -> impl Strategy<Value = Refusal> {
    (any::<String>(), any::<Option<u32>>(), any::<bool>()).prop_map(
        |(message, retry_after_ms, fast)| Refusal {
            code: if fast {
                RefusalCode::TooFast
            } else {
                RefusalCode::UnknownRoom
            },
            message,
            retry_after_ms,
        },
    )
}

fn change() -> impl Strategy<Value = Change> {
    let with_emoji = || any::<String>().prop_map(|emoji| WithEmoji { emoji });
    prop_oneof![
        (any::<String>(), prop::option::of(seq()))
            .prop_map(|(text, base)| Change::Edit(Edit { text, base })),
        Just(Change::Delete),
        with_emoji().prop_map(Change::React),
        with_emoji().prop_map(Change::Unreact),
        Just(Change::Pin),
        Just(Change::Unpin),
    ]
}

fn client_frame() -> impl Strategy<Value = ClientFrame> {
    prop_oneof![
        (
            any::<u16>(),
            any::<Option<String>>(),
            prop::collection::vec(any::<String>(), 0..3)
        )
            .prop_map(|(version, token, abilities)| ClientFrame::Hello(Hello {
                version: ProtocolVersion(version),
                abilities: abilities.into_iter().map(Ability).collect(),
                token,
            })),
        (
            any::<u32>(),
            number(),
            prop::option::of((any::<u64>(), number()))
        )
            .prop_map(|(id, room, after)| ClientFrame::Follow(Follow {
                id: RequestId(id),
                room: RoomId(room),
                after: after.map(|(epoch, seq)| Cursor {
                    epoch: Epoch(epoch),
                    seq: Seq(seq)
                }),
            })),
        number().prop_map(|room| ClientFrame::Unfollow(Unfollow { room: RoomId(room) })),
        (
            any::<u32>(),
            number(),
            client_id(),
            any::<String>(),
            prop::option::of(seq())
        )
            .prop_map(
                |(id, room, client_id, text, reply_to)| ClientFrame::Post(Post {
                    id: RequestId(id),
                    room: RoomId(room),
                    client_id,
                    text,
                    reply_to,
                    files: Vec::new(),
                    thread: None,
                })
            ),
        (any::<u32>(), number(), client_id(), seq(), change()).prop_map(
            |(id, room, client_id, target, change)| ClientFrame::Amend(Amend {
                id: RequestId(id),
                room: RoomId(room),
                client_id,
                target,
                change,
            })
        ),
        (any::<u32>(), number(), client_id(), any::<String>()).prop_map(
            |(id, room, client_id, topic)| ClientFrame::SetTopic(SetTopic {
                id: RequestId(id),
                room: RoomId(room),
                client_id,
                topic,
            })
        ),
        (any::<u32>(), any::<String>()).prop_map(|(id, name)| ClientFrame::MakeRoom(MakeRoom {
            id: RequestId(id),
            name
        })),
        (number(), number()).prop_map(|(room, seq)| ClientFrame::MarkRead(MarkRead {
            room: RoomId(room),
            seq: Seq(seq),
        })),
        (number(), prop::option::of(seq())).prop_map(|(room, thread)| ClientFrame::Typing(
            Typing {
                room: RoomId(room),
                thread
            }
        )),
        any::<bool>().prop_map(|away| ClientFrame::Away(Away { away })),
        any::<u32>().prop_map(|n| ClientFrame::Ping(Beat { n })),
        any::<u32>().prop_map(|n| ClientFrame::Pong(Beat { n })),
    ]
}

fn server_frame() -> impl Strategy<Value = ServerFrame> {
    prop_oneof![
        welcome().prop_map(|welcome| ServerFrame::Welcome(Box::new(welcome))),
        (
            any::<u32>(),
            number(),
            number(),
            number(),
            prop::option::of((seq(), topic()))
        )
            .prop_map(|(id, room, from, head, topic)| {
                ServerFrame::Following(Following {
                    id: RequestId(id),
                    room: RoomId(room),
                    start: FollowStart::Resumed,
                    from: Seq(from),
                    head: Seq(head),
                    topic: topic.map(|(seq, text)| RoomTopic { seq, text }),
                })
            }),
        (number(), prop::collection::vec(entry(), 0..3)).prop_map(|(room, entries)| {
            ServerFrame::Entries(RoomEntries {
                room: RoomId(room),
                entries,
            })
        }),
        (number(), number(), number()).prop_map(|(room, head, posts)| ServerFrame::Live(Live {
            room: RoomId(room),
            head: Seq(head),
            posts,
        })),
        (any::<u32>(), number(), number()).prop_map(|(id, seq, at)| ServerFrame::Posted(Posted {
            id: RequestId(id),
            seq: Seq(seq),
            at: Timestamp(at),
        })),
        (any::<u32>(), summary()).prop_map(|(id, room)| ServerFrame::RoomMade(RoomMade {
            id: RequestId(id),
            room
        })),
        (any::<Option<u32>>(), refusal()).prop_map(|(id, refusal)| ServerFrame::Refused(Refused {
            id: id.map(RequestId),
            refusal,
        })),
        (number(), "[a-z]{1,10}", number(), number()).prop_map(|(room, name, head, posts)| {
            ServerFrame::RoomAdded(RoomAdded {
                room: RoomId(room),
                name: RoomName::from_stored(name),
                head: Seq(head),
                posts,
            })
        }),
        prop::collection::vec((number(), number(), number()), 0..3).prop_map(|rooms| {
            let head = |(room, head, posts)| RoomHead {
                room: RoomId(room),
                head: Seq(head),
                posts,
            };
            ServerFrame::Moved(Moved {
                rooms: rooms.into_iter().map(head).collect(),
            })
        }),
        (number(), number(), number()).prop_map(|(room, seq, posts)| ServerFrame::ReadMark(
            ReadMark {
                room: RoomId(room),
                seq: Seq(seq),
                posts,
            }
        )),
        prop_oneof![
            Just(KeptThing::Drafts),
            Just(KeptThing::Plans),
            Just(KeptThing::Unread),
            Just(KeptThing::Threads),
            Just(KeptThing::Preferences),
            Just(KeptThing::Status)
        ]
        .prop_map(|what| ServerFrame::Kept(Kept { what })),
        (number(), author(), prop::option::of(seq())).prop_map(|(room, user, thread)| {
            ServerFrame::Typing(TypingIn {
                room: RoomId(room),
                user,
                thread,
            })
        }),
        (any::<u32>(), prop::collection::vec(present(), 0..3))
            .prop_map(|(count, changes)| ServerFrame::Presence(Presence { count, changes })),
        roster().prop_map(ServerFrame::Roster),
        number().prop_map(|room| ServerFrame::Gone(Gone {
            room: RoomId(room),
            reason: GoneReason::Removed,
        })),
        any::<u32>()
            .prop_map(|reconnect_after_ms| ServerFrame::Closing(Closing { reconnect_after_ms })),
        any::<u32>().prop_map(|n| ServerFrame::Ping(Beat { n })),
        any::<u32>().prop_map(|n| ServerFrame::Pong(Beat { n })),
    ]
}

fn welcome() -> impl Strategy<Value = Welcome> {
    (
        author(),
        any::<u64>(),
        prop::collection::vec(summary(), 0..3),
        roster(),
    )
        .prop_map(|(user, epoch, rooms, roster)| Welcome {
            version: ProtocolVersion::CURRENT,
            abilities: Vec::new(),
            server: "0.1.0".to_owned(),
            session: SessionId(1),
            user,
            epoch: Epoch(epoch),
            now: Timestamp(1),
            ping_every_ms: 25_000,
            pong_within_ms: 10_000,
            rooms,
            roster,
        })
}
