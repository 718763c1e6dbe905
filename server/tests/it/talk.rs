//! Messages reach everybody, in order, once, also after a while away.

use std::sync::Arc;

use chat_client::Intent;
use chat_store::memory::MemoryStore;
use chat_store::{LOBBY, Store};
use chat_testkit::wire_frame::{self, End, Opcode};
use chat_testkit::{RawSocket, TestUser, http};
use hyper::Method;
use shared::codec;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::limits::{CATCH_UP_ENTRIES_MAX, PAGE_ENTRIES};
use shared::server_frame::{FollowStart, ServerFrame};

use crate::harness::{
    EPOCH, FickleStore, TestServer, empty_store, entries_until_live, fill, follow, log,
    new_client_id, page, post, seqs, text, unlimited,
};

const CURSOR_AT_3: Cursor = Cursor {
    epoch: Epoch(EPOCH),
    seq: Seq(3),
};

#[tokio::test]
async fn a_post_reaches_the_others_in_order() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    for number in 1..=30 {
        ada.post(&format!("message {number}")).await;
    }
    ben.sees("message 30").await;
    let expected: Vec<String> = (1..=30)
        .map(|number| format!("#{number} ada: message {number}"))
        .collect();
    assert_eq!(ben.lines().await, expected);
}

#[tokio::test]
async fn an_author_sees_the_own_message_stored_once() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    let hello = ada.post("hello").await;
    assert_eq!(ada.stored(hello).await, Seq(1));
    ada.has_sent_all().await;
    ada.is_complete_to(Seq(1)).await;
    assert_eq!(ada.lines().await, ["#1 ada: hello"]);
    assert_eq!(ada.kept().await, 0);
}

/// The wall clock reaches the log in one place, on its way into the store; there it
/// jumps. Nothing is ordered or found by it.
#[tokio::test]
async fn a_wall_clock_that_jumps_changes_no_order() {
    const HOUR_MS: i64 = 3_600_000;
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    let jumps = [0, -24 * HOUR_MS, 24 * HOUR_MS, i64::MIN, -HOUR_MS, 0];
    for (number, jump) in (1..).zip(jumps) {
        store.clock_is_off_by_ms(jump);
        let message = ada.post(&format!("message {number}")).await;
        assert_eq!(ada.stored(message).await, Seq(number));
    }
    ben.sees("message 6").await;
    let entries = log(&server.url, ada.token(), LOBBY).await;
    assert_eq!(seqs(&entries), [1, 2, 3, 4, 5, 6]);
    assert!(entries[1].at < entries[0].at && entries[2].at > entries[4].at);
    assert_eq!(entries[3].at.0, 0, "as far back as it goes");
    assert_eq!(ben.entries().await, entries);
    // Whoever loads it anew, or comes back, sees the same.
    ada.reload().await;
    ada.is_complete_to(Seq(6)).await;
    assert_eq!(ada.entries().await, entries);
    ben.cut().await;
    ada.post("message 7").await;
    ben.sees("message 7").await;
    assert_eq!(seqs(&ben.entries().await), [1, 2, 3, 4, 5, 6, 7]);
}

#[tokio::test]
async fn two_who_write_at_once_see_the_same_order() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    for number in 1..=20 {
        let (by_ada, by_ben) = (format!("from ada {number}"), format!("from ben {number}"));
        tokio::join!(ada.post(&by_ada), ben.post(&by_ben));
    }
    ada.is_complete_to(Seq(40)).await;
    ben.is_complete_to(Seq(40)).await;
    assert_eq!(ada.lines().await, ben.lines().await);
    for name in ["ada", "ben"] {
        let wanted: Vec<String> = (1..=20)
            .map(|number| format!("from {name} {number}"))
            .collect();
        let entries = ada.entries().await;
        let own: Vec<&str> = entries
            .iter()
            .filter(|e| e.author.name.as_str() == name)
            .map(text)
            .collect();
        assert_eq!(own, wanted, "the order in which {name} wrote");
    }
}

#[tokio::test]
async fn rooms_are_apart_and_the_other_one_counts_as_unread() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;
    let garden = ada.makes_room("garden").await;
    ada.post("roses").await;
    ada.sees("roses").await;
    ben.waits_for("one unread message in #garden", move |screen| {
        let rooms = screen.client.rooms();
        rooms
            .iter()
            .find(|room| room.room == garden && room.unread == 1)
            .map(|_| ())
    })
    .await;
    ben.post("hello").await;
    ben.sees("hello").await;
    assert_eq!(ben.lines().await, ["#1 ben: hello"]);
    assert_eq!(ben.open("garden").await, garden);
    ben.sees("roses").await;
    assert_eq!(ben.lines().await, ["#1 ada: roses"]);
}

#[tokio::test]
async fn the_log_is_read_in_pages_over_http() {
    let store = empty_store();
    fill(&store, 450).await;
    let server = TestServer::over(store, unlimited()).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let token = login.token.unwrap();

    let newest = page(&server.url, &token, LOBBY, "limit=20").await;
    assert_eq!(newest.head, Seq(450));
    assert_eq!(newest.epoch, Epoch(EPOCH));
    assert_eq!(seqs(&newest.entries), (431..=450).collect::<Vec<_>>());
    let older = page(&server.url, &token, LOBBY, "before=431&limit=20").await;
    assert_eq!(seqs(&older.entries), (411..=430).collect::<Vec<_>>());
    let newer = page(&server.url, &token, LOBBY, "after=440&limit=20").await;
    assert_eq!(seqs(&newer.entries), (441..=450).collect::<Vec<_>>());
    let unasked = page(&server.url, &token, LOBBY, "").await;
    assert_eq!(unasked.entries.len(), usize::from(PAGE_ENTRIES));
    assert!(
        page(&server.url, &token, LOBBY, "before=1")
            .await
            .entries
            .is_empty()
    );

    let whole = log(&server.url, &token, LOBBY).await;
    assert_eq!(seqs(&whole), (1..=450).collect::<Vec<_>>());
    assert_eq!(text(&whole[449]), "old 450");
}

#[tokio::test]
async fn the_log_is_not_read_without_a_login_nor_in_a_room_that_is_none() {
    let server = TestServer::start().await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let path = "/api/rooms/1/entries";
    assert_eq!(http::get(&server.url, path).await.unwrap().status, 401);
    let forged = http::with_bearer(http::request(Method::GET, path), "forged");
    assert_eq!(http::ask(&server.url, forged).await.unwrap().status, 401);

    let token = login.token.unwrap();
    for (path, status) in [
        ("/api/rooms/999/entries", 404),
        ("/api/rooms/lobby/entries", 400),
        ("/api/rooms/1/entries?limit=many", 400),
        ("/api/rooms/1/entries?before=2&after=1", 400),
    ] {
        let request = http::with_bearer(http::request(Method::GET, path), &token);
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_cursor_resumes_with_exactly_the_missed_entries() {
    let store = empty_store();
    fill(&store, 8).await;
    let server = TestServer::over(store, unlimited()).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &login.token.unwrap()).await;
    let following = follow(&mut socket, 1, Some(CURSOR_AT_3)).await;
    assert_eq!(following.start, FollowStart::Resumed);
    assert_eq!((following.from, following.head), (Seq(4), Seq(8)));
    let (entries, head) = entries_until_live(&mut socket).await;
    assert_eq!(seqs(&entries), [4, 5, 6, 7, 8]);
    assert_eq!(head, Seq(8));
    // Live from here on: the next entry comes as it is written.
    socket.send(&post(2, LOBBY, new_client_id(), "new")).await;
    loop {
        if let ServerFrame::Entries(live) = socket.frame().await {
            assert_eq!(seqs(&live.entries), [9]);
            return;
        }
    }
}

#[tokio::test]
async fn a_cursor_at_the_head_resumes_with_nothing() {
    let store = empty_store();
    fill(&store, 3).await;
    let server = TestServer::over(store, unlimited()).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &login.token.unwrap()).await;
    let following = follow(&mut socket, 1, Some(CURSOR_AT_3)).await;
    assert_eq!(following.start, FollowStart::Resumed);
    assert_eq!(entries_until_live(&mut socket).await, (Vec::new(), Seq(3)));
}

#[tokio::test]
async fn a_user_who_was_cut_off_gets_what_was_missed() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    ada.post("before").await;
    ben.sees("before").await;
    ben.goes_offline().await;
    for number in 1..=5 {
        ada.post(&format!("missed {number}")).await;
    }
    ada.sees("missed 5").await;
    assert_eq!(ben.lines().await, ["#1 ada: before"]);
    ben.comes_back().await;
    ben.sees("missed 5").await;
    ben.is_complete_to(Seq(6)).await;
    assert_eq!(ben.lines().await, ada.lines().await);
}

#[tokio::test]
async fn two_hundred_missed_messages_are_complete() {
    let server = TestServer::unlimited().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    ada.post("before").await;
    ben.sees("before").await;
    ben.goes_offline().await;
    for number in 1..=200 {
        ada.post(&format!("missed {number}")).await;
    }
    ada.sees("missed 200").await;
    ben.comes_back().await;
    ben.is_complete_to(Seq(201)).await;
    assert_eq!(seqs(&ben.entries().await), (1..=201).collect::<Vec<_>>());
}

#[tokio::test]
async fn what_was_written_offline_arrives_once_and_in_order() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    ada.goes_offline().await;
    ada.post("one").await;
    ada.post("two").await;
    assert_eq!(ada.lines().await, ["(waiting) one", "(waiting) two"]);
    // A reload in between: the new page has them from storage.
    ada.reload().await;
    ada.comes_back().await;
    ben.sees("two").await;
    ada.has_sent_all().await;
    assert_eq!(ben.lines().await, ["#1 ada: one", "#2 ada: two"]);
    assert_eq!(ada.kept().await, 0);
}

#[tokio::test]
async fn a_cut_while_writing_loses_and_doubles_nothing() {
    let server = TestServer::unlimited().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    for number in 1..=60 {
        ada.post(&format!("message {number}")).await;
        if number % 20 == 0 {
            ada.cut().await;
        }
    }
    ben.sees("message 60").await;
    ada.has_sent_all().await;
    let entries = ben.entries().await;
    let wanted: Vec<String> = (1..=60).map(|number| format!("message {number}")).collect();
    assert_eq!(entries.iter().map(text).collect::<Vec<_>>(), wanted);
}

#[tokio::test]
async fn the_last_words_of_a_connection_reach_everybody() {
    let server = TestServer::unlimited().await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut ada, _) = RawSocket::greeted(&server.url, &token).await;
    // All at once, and the end right behind them: the server reads both together.
    let mut words = Vec::new();
    for number in 1..=5 {
        let frame = codec::encode(&post(
            number,
            LOBBY,
            new_client_id(),
            &format!("word {number}"),
        ));
        words.extend(wire_frame::masked(
            Opcode::Text,
            End::Final,
            [1, 2, 3, 4],
            frame.as_bytes(),
        ));
    }
    ada.try_send_bytes(&words).await.unwrap();
    drop(ada);
    ben.sees("word 5").await;
    assert_eq!(seqs(&ben.entries().await), [1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_cursor_too_far_behind_or_ahead_or_of_another_epoch_is_rewound() {
    let store = empty_store();
    let head = CATCH_UP_ENTRIES_MAX + 100;
    fill(&store, head).await;
    let server = TestServer::over(store, unlimited()).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let token = login.token.unwrap();
    let rewound = [
        Cursor {
            epoch: Epoch(EPOCH),
            seq: Seq(1),
        },
        Cursor {
            epoch: Epoch(EPOCH),
            seq: Seq(head + 1),
        },
        Cursor {
            epoch: Epoch(EPOCH + 1),
            seq: Seq(head - 1),
        },
    ];
    for cursor in rewound {
        let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
        let following = follow(&mut socket, 1, Some(cursor)).await;
        assert_eq!(following.start, FollowStart::Rewound, "{cursor:?}");
        let (entries, live) = entries_until_live(&mut socket).await;
        assert_eq!(live, Seq(head));
        assert_eq!(entries[0].seq, following.from);
        let newest = head - u64::from(PAGE_ENTRIES) + 1..=head;
        assert_eq!(seqs(&entries), newest.collect::<Vec<_>>(), "{cursor:?}");
    }
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    let reachable = Cursor {
        epoch: Epoch(EPOCH),
        seq: Seq(head - CATCH_UP_ENTRIES_MAX),
    };
    let following = follow(&mut socket, 1, Some(reachable)).await;
    assert_eq!(following.start, FollowStart::Resumed);
    let (entries, _) = entries_until_live(&mut socket).await;
    assert_eq!(entries.len() as u64, CATCH_UP_ENTRIES_MAX);
}

#[tokio::test]
async fn a_new_epoch_makes_everybody_start_anew() {
    let store = empty_store();
    let first = TestServer::over(FickleStore::around(store.clone()), unlimited()).await;
    let url = first.url.clone();
    let ada = TestUser::sign_in(&url, "ada").await;
    ada.open("lobby").await;
    ada.post("one").await;
    ada.sees("one").await;
    first.stop().await;

    // As after a restored backup: under the same numbers stands something else.
    let other: Arc<dyn Store> = Arc::new(MemoryStore::new(EPOCH + 1));
    fill(&other, 3).await;
    let restored = FickleStore::of(store, other);
    let _second = TestServer::at(url.address(), restored, unlimited()).await;
    ada.intend(Intent::TryNow).await;
    ada.sees("old 3").await;
    ada.is_complete_to(Seq(3)).await;
    assert_eq!(
        ada.lines().await,
        ["#1 scribe: old 1", "#2 scribe: old 2", "#3 scribe: old 3"]
    );
    ada.post("two").await;
    assert_eq!(ada.sees("two").await, Seq(4));
}
