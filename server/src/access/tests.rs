use std::sync::Arc;

use chat_store::memory::MemoryStore;
use chat_store::records::{Mark, NewUser, RoomKind, RoomRecord, SignedIn};
use chat_store::{LOBBY, LOBBY_NAME, Store};
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::ROOMS_MAX;
use shared::moment::Timestamp;
use shared::refusal::RefusalCode;
use shared::text::{DisplayName, MessageText, RoomName};

use super::Access;

async fn access() -> (Access, SignedIn) {
    let store = Arc::new(MemoryStore::new(7));
    let name = DisplayName::from_stored("ada".to_owned());
    let ada = store
        .make_user(
            NewUser {
                name,
                at: Timestamp(1),
            },
            None,
        )
        .await
        .expect("a user");
    (Access::open(store).await.expect("a store"), ada)
}

fn name(name: &str) -> RoomName {
    RoomName::parse(name).expect("a name")
}

#[tokio::test]
async fn a_writer_writes_and_a_reader_reads() {
    let (access, ada) = access().await;
    let writer = access.writer(&ada, LOBBY).expect("may write");
    let kind = EntryKind::Posted {
        text: MessageText::parse("hello").expect("a text"),
        reply_to: None,
        attached: Attached::default(),
    };
    let appended = writer.append(
        ClientId::new_v7(1, [1; 10]),
        Timestamp(2),
        kind.clone(),
        None,
    );
    assert_eq!(
        appended
            .await
            .expect("appended")
            .entry()
            .expect("it is written")
            .seq,
        Seq(1)
    );
    let reader = access.reader(&ada, LOBBY).expect("may read");
    let page = reader.before(None, 10).await.expect("a page");
    assert_eq!(page.entries[0].kind, kind);
    assert_eq!(reader.after(Seq(1), 10).await.expect("a page").entries, []);
    assert_eq!(
        reader.mark_read(Seq(1)).await,
        Ok(Mark {
            seq: Seq(1),
            posts: 1
        })
    );
    let rooms = access.rooms_of(ada.user.id).await.expect("rooms");
    assert_eq!(
        (rooms[0].name.as_str(), rooms[0].read),
        (LOBBY_NAME, Seq(1))
    );
}

#[tokio::test]
async fn a_closed_room_is_as_unknown_as_one_that_does_not_exist() {
    let (access, ada) = access().await;
    access.directory().add(RoomRecord {
        topic: None,
        id: RoomId(50),
        name: name("secret"),
        kind: RoomKind::Closed,
        head: Seq::ZERO,
        members: vec![UserId(99)],
        posts: (Seq::ZERO).0,
    });
    let noes = [
        access.reader(&ada, RoomId(50)).expect_err("not a member"),
        access.writer(&ada, RoomId(50)).expect_err("not a member"),
        access.reader(&ada, RoomId(51)).expect_err("no room"),
        access.writer(&ada, RoomId(51)).expect_err("no room"),
    ];
    assert!(
        noes.iter()
            .all(|no| no == &noes[0] && no.code == RefusalCode::UnknownRoom)
    );
    let rooms = access.rooms_of(ada.user.id).await.expect("rooms");
    assert_eq!(rooms.len(), 1, "nor is it listed");
}

#[tokio::test]
async fn a_room_that_is_made_is_known_at_once_and_its_name_is_taken() {
    let (access, ada) = access().await;
    let tea = access
        .keeper(&ada)
        .expect("may")
        .make_room(name("tea"))
        .await
        .expect("made");
    assert_eq!(
        access.directory().by_name(&name("tea")).map(|room| room.id),
        Some(tea.id)
    );
    assert!(access.writer(&ada, tea.id).is_ok());
    let again = access
        .keeper(&ada)
        .expect("may")
        .make_room(name("tea"))
        .await;
    assert_eq!(again.expect_err("taken").code, RefusalCode::NameTaken);
}

#[tokio::test]
async fn there_are_no_more_rooms_than_the_limit() {
    let (access, ada) = access().await;
    for number in 2..=ROOMS_MAX {
        let made = access
            .keeper(&ada)
            .expect("may")
            .make_room(name(&number.to_string()))
            .await;
        assert!(made.is_ok());
    }
    let over = access
        .keeper(&ada)
        .expect("may")
        .make_room(name("one-more"))
        .await;
    assert_eq!(over.expect_err("full").code, RefusalCode::LimitReached);
}
