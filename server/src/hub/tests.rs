use std::sync::Arc;
use std::task::Waker;

use chat_rules::room::Page;
use chat_store::records::{Mark, Role, RoomKind, RoomRecord, SignedIn};
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, LoginId, RequestId, RoomId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::text::{DisplayName, MessageText, RoomName};

use super::Hub;
use super::sessions::{Language, LineMark, SessionHandle};
use crate::access::Directory;

const EPOCH: Epoch = Epoch(7);
const OPEN: RoomId = RoomId(1);
const CLOSED: RoomId = RoomId(2);
const NOW: Moment = Moment(1_000);

/// An open room, and a closed one of user 1.
fn hub() -> Hub {
    let room = |id, name: &str, kind, members| RoomRecord {
        topic: None,
        id,
        name: RoomName::from_stored(name.to_owned()),
        kind,
        head: Seq::ZERO,
        members,
        posts: (Seq::ZERO).0,
    };
    let rooms = vec![
        room(OPEN, "open", RoomKind::Open, Vec::new()),
        room(CLOSED, "closed", RoomKind::Closed, vec![UserId(1)]),
    ];
    Hub::new(Arc::new(Directory::new(rooms)), Arc::default())
}

fn who(user: u64) -> SignedIn {
    let name = DisplayName::from_stored(format!("user {user}"));
    let login = Some(LoginId(user));
    SignedIn {
        user: Author {
            id: UserId(user),
            name,
        },
        role: Role::Guest,
        login,
    }
}

fn session(hub: &Hub, id: u64, user: u64, language: Language) -> Arc<SessionHandle> {
    let session = SessionHandle::new(SessionId(id), language);
    hub.connect(&session);
    hub.greet(NOW, &session, who(user));
    session
}

fn entry(seq: u64, client_id: ClientId) -> Arc<Entry> {
    let kind = EntryKind::Posted {
        text: MessageText::from_stored(format!("text {seq}")),
        reply_to: None,
        attached: Attached::default(),
    };
    Arc::new(Entry {
        seq: Seq(seq),
        at: Timestamp(1),
        author: who(1).user,
        client_id,
        kind,
        posts: (Seq(seq)).0,
        state: None,
    })
}

fn posted(hub: &Hub, room: RoomId, seq: u64) {
    hub.directory
        .by_id(room)
        .expect("a room")
        .advance(Seq(seq), seq);
    hub.publish(NOW, room, entry(seq, ClientId::new_v7(seq, [1; 10])));
}

/// Makes a session follow an empty room and serves the pages that it wants.
fn follow(hub: &Hub, session: &Arc<SessionHandle>, room: RoomId) {
    let start = Cursor {
        epoch: EPOCH,
        seq: Seq::ZERO,
    };
    hub.follow(NOW, room, session, RequestId(1), Some(start));
    for read in session.mailbox.take_notices(Waker::noop()).reads {
        let page = Page {
            epoch: EPOCH,
            head: Seq::ZERO,
            posts: 0,
            entries: Vec::new(),
        };
        hub.page_read(NOW, room, session.id, read.generation, Some(page));
    }
    heard(session);
}

/// What a session has heard since it was last asked, without the frames' heads.
fn heard(session: &SessionHandle) -> Vec<String> {
    let mut texts = Vec::new();
    session.mailbox.take_frames(usize::MAX, |frame| {
        let bytes = frame.into_bytes();
        let head = if bytes[1] < 126 { 2 } else { 4 };
        texts.push(String::from_utf8(bytes[head..].to_vec()).expect("text"));
    });
    texts
}

#[test]
fn who_follows_a_room_over_and_over_wants_one_page_of_it() {
    let hub = hub();
    let eve = session(&hub, 1, 1, Language::Frames);
    for id in 1..=1_000 {
        for room in [OPEN, CLOSED] {
            hub.follow(NOW, room, &eve, RequestId(id), None);
        }
    }
    let wanted = eve.mailbox.take_notices(Waker::noop()).reads;
    let rooms: Vec<_> = wanted.iter().map(|read| read.room).collect();
    assert_eq!(rooms, [OPEN, CLOSED]);
    // It is the newest wish that is left: its page is taken.
    for read in wanted {
        let page = Page {
            epoch: EPOCH,
            head: Seq::ZERO,
            posts: 0,
            entries: Vec::new(),
        };
        hub.page_read(NOW, read.room, eve.id, read.generation, Some(page));
    }
    let live = heard(&eve)
        .iter()
        .filter(|text| text.contains("live"))
        .count();
    assert_eq!(live, 2);
}

#[test]
fn an_entry_reaches_every_follower_in_its_language() {
    let hub = hub();
    let mark = LineMark::random();
    let frames = session(&hub, 1, 1, Language::Frames);
    let plain = session(&hub, 2, 2, Language::Plain(mark));
    let other = session(&hub, 3, 3, Language::Frames);
    follow(&hub, &frames, OPEN);
    follow(&hub, &plain, OPEN);
    heard(&other);
    posted(&hub, OPEN, 1);
    assert!(heard(&frames)[0].starts_with(r#"{"entries":{"room":1,"entries":[{"seq":1,"#));
    assert_eq!(heard(&plain), ["user 1: text 1"]);
    assert_eq!(heard(&other), Vec::<String>::new());
}

#[test]
fn a_plain_connection_does_not_hear_its_own_lines() {
    let hub = hub();
    let mark = LineMark::random();
    let mine = session(&hub, 1, 1, Language::Plain(mark));
    let other = session(&hub, 2, 1, Language::Plain(LineMark::random()));
    follow(&hub, &mine, OPEN);
    follow(&hub, &other, OPEN);
    hub.publish(NOW, OPEN, entry(1, mark.client_id(1)));
    hub.publish(NOW, OPEN, entry(2, ClientId::new_v7(2, [1; 10])));
    assert_eq!(heard(&mine), ["user 1: text 2"]);
    assert_eq!(heard(&other), ["user 1: text 1", "user 1: text 2"]);
}

#[tokio::test]
async fn entries_that_come_out_of_order_are_fetched_and_fed_in_order() {
    let hub = hub();
    let plain = session(&hub, 1, 2, Language::Plain(LineMark::random()));
    follow(&hub, &plain, OPEN);
    posted(&hub, OPEN, 3);
    assert_eq!(heard(&plain), Vec::<String>::new());
    let missing = hub.missing().await;
    assert_eq!(missing.get(&OPEN), Some(&Seq::ZERO));
    let entries = (1..=3).map(|seq| (*entry(seq, ClientId::new_v7(seq, [1; 10]))).clone());
    let page = Page {
        epoch: EPOCH,
        head: Seq(3),
        posts: 3,
        entries: entries.collect(),
    };
    hub.missing_read(NOW, OPEN, Some(page));
    assert_eq!(
        heard(&plain),
        ["user 1: text 1", "user 1: text 2", "user 1: text 3"]
    );
}

#[test]
fn nothing_of_a_room_comes_after_it_is_left_and_its_state_is_dropped() {
    let hub = hub();
    let ada = session(&hub, 1, 1, Language::Frames);
    follow(&hub, &ada, OPEN);
    hub.unfollow(NOW, OPEN, &ada);
    posted(&hub, OPEN, 1);
    assert_eq!(heard(&ada), Vec::<String>::new());
    assert!(hub.shard(OPEN).rooms.is_empty());
    follow(&hub, &ada, OPEN);
    assert!(!hub.shard(OPEN).rooms.is_empty());
    hub.disconnect(NOW, &ada);
    assert!(hub.shard(OPEN).rooms.is_empty());
}

#[test]
fn rooms_that_go_on_are_told_to_who_may_know_and_does_not_follow() {
    let hub = hub();
    let follower = session(&hub, 1, 1, Language::Frames);
    let member = session(&hub, 2, 1, Language::Frames);
    let outsider = session(&hub, 3, 2, Language::Frames);
    let plain = session(&hub, 4, 1, Language::Plain(LineMark::random()));
    follow(&hub, &follower, OPEN);
    for session in [&member, &outsider, &plain] {
        heard(session);
    }
    posted(&hub, OPEN, 1);
    posted(&hub, OPEN, 2);
    posted(&hub, CLOSED, 1);
    heard(&follower);
    hub.tell_moved();
    assert_eq!(
        heard(&follower),
        [r#"{"moved":{"rooms":[{"room":2,"head":1,"posts":1}]}}"#]
    );
    let both =
        r#"{"moved":{"rooms":[{"room":1,"head":2,"posts":2},{"room":2,"head":1,"posts":1}]}}"#;
    assert_eq!(heard(&member), [both]);
    assert_eq!(
        heard(&outsider),
        [r#"{"moved":{"rooms":[{"room":1,"head":2,"posts":2}]}}"#]
    );
    assert_eq!(heard(&plain), Vec::<String>::new());
    hub.tell_moved();
    assert_eq!(heard(&member), Vec::<String>::new(), "told once");
}

#[test]
fn a_read_mark_goes_to_the_other_sessions_of_its_user() {
    let hub = hub();
    let phone = session(&hub, 1, 1, Language::Frames);
    let laptop = session(&hub, 2, 1, Language::Frames);
    let other = session(&hub, 3, 2, Language::Frames);
    for session in [&phone, &laptop, &other] {
        heard(session);
    }
    let mark = Mark {
        seq: Seq(5),
        posts: 4,
    };
    hub.read_mark(UserId(1), OPEN, mark, phone.id);
    assert_eq!(
        heard(&laptop),
        [r#"{"read_mark":{"room":1,"seq":5,"posts":4}}"#]
    );
    assert_eq!(heard(&phone), Vec::<String>::new());
    assert_eq!(heard(&other), Vec::<String>::new());
}

#[test]
fn typing_is_shown_to_the_others_in_the_room() {
    let hub = hub();
    let typist = session(&hub, 1, 1, Language::Frames);
    let other_tab = session(&hub, 2, 1, Language::Frames);
    let reader = session(&hub, 3, 2, Language::Frames);
    let elsewhere = session(&hub, 4, 3, Language::Frames);
    for session in [&typist, &other_tab, &reader] {
        follow(&hub, session, OPEN);
    }
    heard(&elsewhere);
    hub.typing(OPEN, None, &who(1));
    hub.typing(OPEN, Some(Seq(4)), &who(1));
    assert_eq!(
        heard(&reader),
        [
            r#"{"typing":{"room":1,"user":{"id":1,"name":"user 1"}}}"#,
            r#"{"typing":{"room":1,"user":{"id":1,"name":"user 1"},"thread":4}}"#
        ]
    );
    for silent in [&typist, &other_tab, &elsewhere] {
        assert_eq!(heard(silent), Vec::<String>::new());
    }
}

#[test]
fn a_new_room_is_told_to_everybody_who_may_know_of_it_but_its_maker() {
    let hub = hub();
    let maker = session(&hub, 1, 1, Language::Frames);
    let member = session(&hub, 2, 1, Language::Frames);
    let outsider = session(&hub, 3, 2, Language::Frames);
    for session in [&maker, &member, &outsider] {
        heard(session);
    }
    hub.room_added(
        &hub.directory.by_id(CLOSED).expect("a room"),
        Some(maker.id),
    );
    assert_eq!(
        heard(&member),
        [r#"{"room_added":{"room":2,"name":"closed","head":0,"posts":0}}"#]
    );
    assert_eq!(heard(&maker), Vec::<String>::new());
    assert_eq!(heard(&outsider), Vec::<String>::new());
}

#[test]
fn a_page_that_cannot_be_read_ends_the_following_and_the_session_learns_of_it() {
    let hub = hub();
    let ada = session(&hub, 1, 1, Language::Frames);
    heard(&ada);
    hub.follow(NOW, OPEN, &ada, RequestId(4), None);
    let reads = ada.mailbox.take_notices(Waker::noop()).reads;
    hub.page_read(NOW, OPEN, ada.id, reads[0].generation, None);
    let told = heard(&ada);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with(r#"{"refused":{"id":4,"code":"unavailable""#),
        "{told:?}"
    );
    assert_eq!(ada.mailbox.take_notices(Waker::noop()).gone, [OPEN]);
    assert!(!ada.follows(OPEN));
}
