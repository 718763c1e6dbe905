use std::sync::Arc;

use chat_store::records::{Role, SignedIn};
use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, LoginId, SessionId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

use super::{Language, LineMark, SessionHandle, Sessions};

fn user(id: u64) -> SignedIn {
    let name = DisplayName::from_stored(format!("user {id}"));
    let login = Some(LoginId(id * 10));
    SignedIn {
        user: Author {
            id: UserId(id),
            name,
        },
        role: Role::Guest,
        login,
    }
}

fn ids(sessions: &[Arc<SessionHandle>]) -> Vec<u64> {
    let mut ids: Vec<_> = sessions.iter().map(|session| session.id.0).collect();
    ids.sort_unstable();
    ids
}

fn entry(client_id: ClientId) -> Entry {
    let text = MessageText::from_stored("hello".to_owned());
    let kind = EntryKind::Posted {
        text,
        reply_to: None,
        attached: Attached::default(),
    };
    Entry {
        seq: Seq(1),
        at: Timestamp(1),
        author: user(1).user,
        client_id,
        kind,
        posts: (Seq(1)).0,
        state: None,
    }
}

#[test]
fn a_session_is_found_by_its_user_once_it_is_greeted_and_until_it_ends() {
    let sessions = Sessions::default();
    let handles: Vec<_> = (1..=3)
        .map(|id| SessionHandle::new(SessionId(id), Language::Frames))
        .collect();
    for handle in &handles {
        sessions.add(handle);
    }
    assert!(sessions.greet(&handles[0], user(7)));
    assert!(sessions.greet(&handles[1], user(7)));
    assert_eq!(ids(&sessions.all()), [1, 2, 3]);
    assert_eq!(ids(&sessions.greeted()), [1, 2]);
    assert_eq!(ids(&sessions.of_user(UserId(7))), [1, 2]);
    assert!(sessions.remove(&handles[0]));
    assert_eq!(ids(&sessions.of_user(UserId(7))), [2]);
    assert!(!sessions.remove(&handles[2]), "it was never greeted");
    assert!(sessions.remove(&handles[1]));
    assert!(sessions.all().is_empty() && sessions.of_user(UserId(7)).is_empty());
}

#[test]
fn a_session_that_has_ended_is_not_greeted_any_more() {
    let sessions = Sessions::default();
    let handle = SessionHandle::new(SessionId(1), Language::Frames);
    sessions.add(&handle);
    sessions.remove(&handle);
    assert!(!sessions.greet(&handle, user(7)));
    assert!(sessions.of_user(UserId(7)).is_empty());
}

#[test]
fn a_session_is_greeted_once() {
    let sessions = Sessions::default();
    let handle = SessionHandle::new(SessionId(1), Language::Frames);
    sessions.add(&handle);
    assert!(sessions.greet(&handle, user(7)));
    assert!(!sessions.greet(&handle, user(8)));
    assert_eq!(handle.user(), Some(UserId(7)));
}

#[test]
fn own_lines_are_known_by_their_mark_and_differ_in_one_millisecond() {
    let (mine, other) = (LineMark::random(), LineMark::random());
    let ids: Vec<_> = (0..=u16::MAX)
        .map(|number| mine.client_id(number))
        .collect();
    assert!(
        ids.iter()
            .all(|id| mine.is_on(&entry(*id)) && !other.is_on(&entry(*id)))
    );
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
}
