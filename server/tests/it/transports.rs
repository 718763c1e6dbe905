//! The same stories over every transport: who speaks frames is told the same, whatever
//! carries them.

use chat_client::Transport;
use chat_rules::session::HeartbeatTimes;
use chat_store::LOBBY;
use chat_testkit::raw_socket::hello;
use chat_testkit::{Caller, Heard, ServerUrl, http};
use server::config::{AppConfig, Patience};
use shared::client_frame::{Beat, ClientFrame, Follow};
use shared::codec;
use shared::cursor::{Cursor, Seq};
use shared::ids::RequestId;
use shared::limits::{
    FRAME_BYTES_MAX, FRAMES_BURST, FRAMES_PER_SECOND, IN_FLIGHT_MAX, MALFORMED_MAX,
    MESSAGE_CHARS_MAX,
};
use shared::refusal::RefusalCode;
use shared::server_frame::{FollowStart, ServerFrame};

use crate::harness::{
    EPOCH, FickleStore, TestServer, empty_store, log, new_client_id, post, seqs, text, unlimited,
};

async fn sign_in(url: &ServerUrl, name: &str) -> String {
    http::sign_in(url, name).await.unwrap().token.unwrap()
}

async fn greeted(url: &ServerUrl, transport: Transport, name: &str) -> Caller {
    Caller::greeted(url, transport, &sign_in(url, name).await)
        .await
        .0
}

/// Follows the lobby and hears everything up to `live`: how it began, and the numbers.
async fn follow(caller: &mut Caller, after: Option<u64>) -> (FollowStart, Vec<u64>) {
    let after = after.map(|seq| Cursor {
        epoch: shared::cursor::Epoch(EPOCH),
        seq: Seq(seq),
    });
    let follow = Follow {
        id: RequestId(1_000),
        room: LOBBY,
        after,
    };
    caller.send(&ClientFrame::Follow(follow)).await;
    let answer = caller.answer(RequestId(1_000)).await;
    let ServerFrame::Following(following) = answer else {
        panic!("not following: {answer:?}")
    };
    let mut have = Vec::new();
    loop {
        let frame = caller.frame().await;
        assert!(!matches!(frame, ServerFrame::Gone(_)), "{frame:?}");
        if let ServerFrame::Live(_) = frame {
            return (following.start, have);
        }
        if let ServerFrame::Entries(entries) = frame {
            have.extend(seqs(&entries.entries));
        }
    }
}

async fn is_alive(caller: &mut Caller) {
    caller.send(&ClientFrame::Ping(Beat { n: 77 })).await;
    while !matches!(caller.frame().await, ServerFrame::Pong(Beat { n: 77 })) {}
}

#[tokio::test]
async fn messages_are_answered_in_order_and_heard_by_everybody() {
    for transport in Transport::ALL {
        let server = TestServer::unlimited().await;
        let mut ada = greeted(&server.url, transport, "ada").await;
        let mut others = Vec::new();
        for transport in Transport::ALL {
            let mut other = greeted(&server.url, transport, transport.name()).await;
            follow(&mut other, None).await;
            others.push(other);
        }
        for id in 1..=20 {
            let said = format!("message {id}");
            ada.send(&post(id, LOBBY, new_client_id(), &said)).await;
        }
        for id in 1..=20 {
            let answer = ada.answer(RequestId(id)).await;
            let ServerFrame::Posted(posted) = answer else {
                panic!("{transport:?}: {answer:?}")
            };
            assert_eq!(posted.seq, Seq(id.into()), "{transport:?}");
        }
        for other in &mut others {
            let mut heard = Vec::new();
            while heard.len() < 20 {
                if let ServerFrame::Entries(entries) = other.frame().await {
                    heard.extend(entries.entries.iter().map(|entry| text(entry).to_owned()));
                }
            }
            let expected: Vec<_> = (1..=20).map(|id| format!("message {id}")).collect();
            assert_eq!(heard, expected, "{transport:?}");
        }
    }
}

#[tokio::test]
async fn whoever_was_cut_off_gets_what_came_after_its_cursor_by_any_transport() {
    let server = TestServer::unlimited().await;
    let url = &server.url;
    let token = sign_in(url, "ada").await;
    let mut ben = greeted(url, Transport::WebSocket, "ben").await;
    let mut number = 0;
    let mut last = None;
    for transport in Transport::ALL {
        let (mut ada, _) = Caller::greeted(url, transport, &token).await;
        let (start, have) = follow(&mut ada, last).await;
        let expected = match last {
            Some(last) => (FollowStart::Resumed, (last + 1..=number).collect()),
            None => (FollowStart::Newest, Vec::new()),
        };
        assert_eq!((start, have), expected, "{transport:?}");
        last = Some(number);
        // Without a goodbye, as a train into a tunnel.
        drop(ada);
        for _ in 0..5 {
            number += 1;
            let id = u32::try_from(number).unwrap();
            ben.send(&post(id, LOBBY, new_client_id(), "meanwhile"))
                .await;
            ben.answer(RequestId(id)).await;
        }
    }
}

#[tokio::test]
async fn a_write_whose_answer_was_lost_is_not_written_twice() {
    for transport in Transport::ALL {
        let server = TestServer::unlimited().await;
        let url = &server.url;
        let token = sign_in(url, "ada").await;
        let id = new_client_id();
        for round in 1..=3 {
            let (mut ada, _) = Caller::greeted(url, transport, &token).await;
            ada.send(&post(round, LOBBY, id, "once")).await;
            let answer = ada.answer(RequestId(round)).await;
            let ServerFrame::Posted(posted) = answer else {
                panic!("{transport:?}: {answer:?}")
            };
            assert_eq!(posted.seq, Seq(1), "{transport:?}");
        }
        assert_eq!(log(url, &token, LOBBY).await.len(), 1, "{transport:?}");
    }
}

/// More than all buffers between a server and a stuck reader hold: messages of ten
/// kilobytes, and a kernel that buffers a few megabytes. Nothing of a poll that is not
/// asked for is with the kernel.
const UNREAD: [(Transport, u32); 2] = [(Transport::Events, 1_200), (Transport::Poll, 120)];

#[tokio::test]
async fn who_does_not_read_is_ended_with_4000_and_heals_by_its_cursor() {
    for (transport, messages) in UNREAD {
        let mut server = TestServer::unlimited().await;
        // The server waits for the end to get through only for a while. That while does
        // not end here, however long the rest of this test takes.
        server.stop_the_clock().await;
        let url = &server.url;
        let token = sign_in(url, "slow").await;
        let (mut slow, _) = Caller::greeted(url, transport, &token).await;
        follow(&mut slow, None).await;
        let mut ada = greeted(url, Transport::WebSocket, "ada").await;
        let text = "x".repeat(MESSAGE_CHARS_MAX);
        for id in 1..=messages {
            ada.send(&post(id, LOBBY, new_client_id(), &text)).await;
            ada.answer(RequestId(id)).await;
        }
        let mut have = Vec::new();
        let end = loop {
            let heard = slow.hear().await;
            let Heard::Text(text) = heard else {
                break heard;
            };
            if let Ok(ServerFrame::Entries(entries)) = codec::decode_server(&text) {
                have.extend(seqs(&entries.entries));
            }
        };
        assert!(
            matches!(end, Heard::Closed(4000, _)),
            "{transport:?}: instead of 4000 came {end:?}"
        );
        let newest = have.len() as u64;
        assert_eq!(have, (1..=newest).collect::<Vec<_>>(), "{transport:?}");
        assert!(newest < u64::from(messages), "it was never slow");
        let (mut slow, _) = Caller::greeted(url, transport, &token).await;
        let (start, more) = follow(&mut slow, Some(newest)).await;
        match start {
            FollowStart::Resumed => have.extend(more),
            FollowStart::Rewound | FollowStart::Newest => {
                have = seqs(&log(url, &token, LOBBY).await);
            }
        }
        assert_eq!(have, (1..=u64::from(messages)).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_stopping_server_answers_what_runs_and_says_when_to_come_back() {
    for transport in Transport::ALL {
        let store = FickleStore::around(empty_store());
        let server = TestServer::over(store.clone(), unlimited()).await;
        let mut ada = greeted(&server.url, transport, "ada").await;
        let mut witness = greeted(&server.url, transport, "witness").await;
        // The last that is told unasked. From here on both only wait.
        while !matches!(ada.frame().await, ServerFrame::Presence(told) if told.count == 2) {}
        store.holds_back(true);
        ada.send(&post(1, LOBBY, new_client_id(), "just in time"))
            .await;
        is_alive(&mut ada).await;
        // Who polls has asked again before this is asked, so the stop finds it waiting.
        http::get(&server.url, "/healthz").await.unwrap();
        let go_on = async {
            // Whoever waits for nothing is sent away; then the server is stopping.
            assert_eq!(witness.close_code().await, 1012, "{transport:?}");
            store.holds_back(false);
        };
        let talk = async {
            let answer = ada.answer(RequestId(1)).await;
            assert!(matches!(answer, ServerFrame::Posted(_)), "{answer:?}");
            while !matches!(ada.frame().await, ServerFrame::Closing(_)) {}
            assert_eq!(ada.close_code().await, 1012, "{transport:?}");
        };
        tokio::join!(server.stop(), go_on, talk);
    }
}

#[tokio::test]
async fn a_frame_over_the_limit_ends_it_with_1009() {
    for transport in Transport::ALL {
        let server = TestServer::unlimited().await;
        for bytes in [FRAME_BYTES_MAX + 1, 4 * FRAME_BYTES_MAX] {
            let name = format!("ada {bytes}");
            let mut ada = greeted(&server.url, transport, &name).await;
            ada.send_text(&"x".repeat(bytes)).await;
            assert_eq!(ada.close_code().await, 1009, "{transport:?} {bytes}");
        }
        let mut ben = greeted(&server.url, transport, "ben").await;
        ben.send_text(&"x".repeat(FRAME_BYTES_MAX)).await;
        while !matches!(ben.frame().await, ServerFrame::Refused(_)) {}
        is_alive(&mut ben).await;
    }
}

#[tokio::test]
async fn frames_that_break_the_rules_are_refused_and_too_many_end_it_with_1008() {
    for transport in Transport::ALL {
        let server = TestServer::start().await;
        let mut ada = greeted(&server.url, transport, "ada").await;
        ada.send_text(r#"{"post":{"id":9}}"#).await;
        let answer = ada.answer(RequestId(9)).await;
        let ServerFrame::Refused(refused) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(refused.refusal.code, RefusalCode::Malformed);
        is_alive(&mut ada).await;
        for _ in 0..=MALFORMED_MAX {
            ada.send_text("nonsense").await;
        }
        assert_eq!(ada.close_code().await, 1008, "{transport:?}");
    }
}

#[tokio::test]
async fn over_the_rate_everything_is_served_only_later() {
    for transport in Transport::ALL {
        let server = TestServer::start().await;
        let mut ada = greeted(&server.url, transport, "ada").await;
        let frames = FRAMES_BURST + FRAMES_PER_SECOND;
        let start = std::time::Instant::now();
        for n in 0..frames {
            ada.send(&ClientFrame::Ping(Beat { n })).await;
        }
        let mut answered = 0;
        while answered < frames {
            let frame = ada.frame().await;
            assert!(!matches!(frame, ServerFrame::Refused(_)), "{frame:?}");
            if let ServerFrame::Pong(beat) = frame {
                assert_eq!(beat.n, answered, "{transport:?}");
                answered += 1;
            }
        }
        // Sooner means that there is no rate. Later means nothing: a slow machine.
        let elapsed = start.elapsed();
        assert!(elapsed.as_millis() > 800, "{transport:?}: {elapsed:?}");
    }
}

#[tokio::test]
async fn requests_over_the_window_are_refused() {
    for transport in Transport::ALL {
        let store = FickleStore::around(empty_store());
        let server = TestServer::over(store.clone(), unlimited()).await;
        let mut ada = greeted(&server.url, transport, "ada").await;
        store.holds_back(true);
        let window = u32::try_from(IN_FLIGHT_MAX).unwrap();
        for id in 1..=window + 1 {
            ada.send(&post(id, LOBBY, new_client_id(), "one of many"))
                .await;
        }
        let answer = ada.answer(RequestId(window + 1)).await;
        let ServerFrame::Refused(refused) = answer else {
            panic!("{transport:?}: {answer:?}")
        };
        assert_eq!(refused.refusal.code, RefusalCode::TooManyInFlight);
        store.holds_back(false);
        let mut stored = 0;
        while stored < window {
            if let ServerFrame::Posted(_) = ada.frame().await {
                stored += 1;
            }
        }
    }
}

#[tokio::test]
async fn who_says_no_hello_and_who_answers_no_ping_is_ended_in_time() {
    // A clock that jumps whenever nothing happens runs out between two polls, so that
    // those have a test of their own.
    for transport in [Transport::WebSocket, Transport::Events] {
        let server = TestServer::start().await;
        let mut silent = Caller::connect(&server.url, transport, None).await;
        let mut deaf = greeted(&server.url, transport, "deaf").await;
        server.fast_forward().await;
        assert_eq!(silent.close_code().await, 4500, "{transport:?}");
        assert_eq!(deaf.close_code().await, 4001, "{transport:?}");
    }
}

#[tokio::test]
async fn who_polls_and_answers_no_ping_is_ended_in_time() {
    let config = AppConfig {
        patience: Patience {
            heartbeat: HeartbeatTimes {
                ping_every_ms: 200,
                pong_within_ms: 100,
            },
            ..Patience::default()
        },
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let mut deaf = greeted(&server.url, Transport::Poll, "deaf").await;
    assert_eq!(deaf.close_code().await, 4001);
}

#[tokio::test]
async fn a_token_in_the_hello_is_as_good_as_one_in_the_request() {
    for transport in Transport::ALL {
        let server = TestServer::start().await;
        let token = sign_in(&server.url, "ada").await;
        let mut ada = Caller::connect(&server.url, transport, None).await;
        ada.send(&hello(Some(&token))).await;
        let frame = ada.frame().await;
        assert!(matches!(frame, ServerFrame::Welcome(_)), "{frame:?}");
        let mut nobody = Caller::connect(&server.url, transport, None).await;
        nobody.send(&hello(Some("no token of ours"))).await;
        assert_eq!(nobody.close_code().await, 4502, "{transport:?}");
    }
}

#[tokio::test]
async fn signing_out_ends_it_with_4502() {
    for transport in Transport::ALL {
        let server = TestServer::start().await;
        let token = sign_in(&server.url, "ada").await;
        let (mut ada, _) = Caller::greeted(&server.url, transport, &token).await;
        let request = http::request(hyper::Method::POST, "/api/logout");
        let answer = http::ask(&server.url, http::with_bearer(request, &token)).await;
        assert_eq!(answer.unwrap().status, 204);
        assert_eq!(ada.close_code().await, 4502, "{transport:?}");
    }
}
