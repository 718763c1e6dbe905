//! Peers that mean harm: each runs into a limit with a name, and nobody else notices.
//! What they cost in memory is measured in `memory`, what comes before the WebSocket
//! in `door` and `requests`, what is merely wrong in `bad_input`.

use std::time::Duration;

use chat_store::LOBBY;
use chat_testkit::wire_frame::{self, End, Opcode};
use chat_testkit::{Heard, PATIENCE, RawSocket, Upgrade, http};
use server::echo::ECHO_BYTES_MAX;
use server::websocket::decoder::fragments_max;
use shared::client_frame::{ClientFrame, Follow, MakeRoom, Unfollow};
use shared::codec;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::ids::{RequestId, RoomId};
use shared::limits::{FOLLOWED_ROOMS_MAX, FRAME_BYTES_MAX, FRAMES_BURST, ROOMS_MAX};
use shared::refusal::RefusalCode;
use shared::server_frame::{FollowStart, ServerFrame};
use tokio::time::timeout;

use crate::harness::{
    EPOCH, TestServer, empty_store, entries_until_live, fill, follow, is_alive, refusal, seqs,
    unlimited,
};

const MASK: [u8; 4] = [1, 2, 3, 4];

/// A socket of each language, and the echo.
fn everywhere() -> [Upgrade; 3] {
    [Upgrade::chat(), Upgrade::to("/chat"), Upgrade::to("/echo")]
}

async fn greeted(server: &TestServer) -> RawSocket {
    let login = http::sign_in(&server.url, "eve").await.unwrap();
    RawSocket::greeted(&server.url, &login.token.unwrap())
        .await
        .0
}

/// The code that the server closes with, after these bytes were thrown at it.
async fn closed_after(socket: &mut RawSocket, bytes: &[u8]) -> u16 {
    // It may close before it has taken all.
    let _ = socket.try_send_bytes(bytes).await;
    socket.close_code().await
}

fn fragment(opcode: Opcode, end: End, payload: &[u8]) -> Vec<u8> {
    wire_frame::masked(opcode, end, MASK, payload)
}

// Fragments

#[tokio::test]
async fn empty_fragments_without_an_end_close_with_1008() {
    let server = TestServer::start().await;
    for (upgrade, message_bytes_max) in
        everywhere()
            .into_iter()
            .zip([FRAME_BYTES_MAX, FRAME_BYTES_MAX, ECHO_BYTES_MAX])
    {
        let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
        let mut flood = fragment(Opcode::Text, End::More, b"");
        let more = fragment(Opcode::Continuation, End::More, b"");
        flood.extend(more.repeat(fragments_max(message_bytes_max)));
        assert_eq!(closed_after(&mut socket, &flood).await, 1008, "{upgrade:?}");
    }
}

#[tokio::test]
async fn a_message_in_as_many_fragments_as_may_be_is_one() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let ping = br#"{"ping":{"n":5}}"#;
    let mut bytes = fragment(Opcode::Text, End::More, ping);
    let more = fragment(Opcode::Continuation, End::More, b"");
    bytes.extend(more.repeat(fragments_max(FRAME_BYTES_MAX) - 2));
    bytes.extend(fragment(Opcode::Continuation, End::Final, b""));
    socket.try_send_bytes(&bytes).await.unwrap();
    assert!(matches!(socket.frame().await, ServerFrame::Pong(beat) if beat.n == 5));
}

#[tokio::test]
async fn fragments_without_an_end_close_with_1009() {
    let server = TestServer::start().await;
    for upgrade in [Upgrade::chat(), Upgrade::to("/chat")] {
        let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
        let mut flood = fragment(Opcode::Text, End::More, b"x");
        let more = fragment(Opcode::Continuation, End::More, &[b'x'; 1024]);
        flood.extend(more.repeat(FRAME_BYTES_MAX / 1024));
        assert_eq!(closed_after(&mut socket, &flood).await, 1009, "{upgrade:?}");
    }
}

#[tokio::test]
async fn utf_8_is_judged_across_fragments() {
    let server = TestServer::start().await;
    for upgrade in everywhere() {
        for (first, second) in [
            (&b"\xc3"[..], &b"\x28"[..]),
            (b"ok \xe2\x82", b""),
            (b"\xf0\x9d\x84", b"x"),
            (b"\xed", b"\xa0\x80"),
        ] {
            let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
            socket.send_frame(Opcode::Text, End::More, first).await;
            socket.send_frame(Opcode::Ping, End::Final, b"").await;
            socket
                .send_frame(Opcode::Continuation, End::Final, second)
                .await;
            assert_eq!(socket.close_code().await, 1007, "{first:?} on {upgrade:?}");
        }
    }
    // A character that is cut in two is whole again.
    let mut socket = RawSocket::connect(&server.url, &Upgrade::to("/echo"))
        .await
        .unwrap();
    let clef = "𝄞".as_bytes();
    socket.send_frame(Opcode::Text, End::More, &clef[..1]).await;
    socket
        .send_frame(Opcode::Continuation, End::Final, &clef[1..])
        .await;
    assert_eq!(socket.hear().await, Heard::Text("𝄞".to_owned()));
}

// Close frames

#[tokio::test]
async fn close_frames_that_may_not_be_sent_are_answered_with_1002_or_1007() {
    let server = TestServer::start().await;
    let forbidden = [
        0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535,
    ];
    let mut cases: Vec<(Vec<u8>, u16)> = forbidden
        .map(|code: u16| (code.to_be_bytes().to_vec(), 1002))
        .to_vec();
    cases.push((vec![3], 1002));
    cases.push((b"\x03\xe8\xc3\x28".to_vec(), 1007));
    cases.push((b"\x03\xe8half \xe2\x82".to_vec(), 1007));
    for upgrade in everywhere() {
        for (payload, code) in &cases {
            let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
            let close = fragment(Opcode::Close, End::Final, payload);
            let told = closed_after(&mut socket, &close).await;
            assert_eq!(told, *code, "{payload:?} on {upgrade:?}");
        }
    }
}

// Floods

#[tokio::test]
async fn pings_count_as_frames_and_a_flood_of_them_is_not_read() {
    let mut server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    // No time passes, so nothing of the rate comes back.
    server.stop_the_clock().await;
    let mut number = 0_u32;
    let flooding = async {
        loop {
            let pings: Vec<u8> = (number..number + 1_000)
                .flat_map(|n| fragment(Opcode::Ping, End::Final, &n.to_be_bytes()))
                .collect();
            socket.try_send_bytes(&pings).await.unwrap();
            number += 1_000;
        }
    };
    // It ends when the buffers of both sides are full, which nothing tells.
    let _ = timeout(Duration::from_secs(1), flooding).await;
    let mut newest = 0;
    while let Ok(heard) = timeout(Duration::from_millis(200), socket.hear()).await {
        if let Heard::Pong(payload) = heard {
            newest = u32::from_be_bytes(payload.try_into().unwrap());
        }
    }
    assert!(number > 10 * FRAMES_BURST, "that was no flood");
    assert!(
        (1..=2 * FRAMES_BURST).contains(&newest),
        "ping {newest} of {number} was answered"
    );
}

// Cursors

#[tokio::test]
async fn one_cursor_may_be_used_again_and_again_and_always_means_the_same() {
    let store = empty_store();
    fill(&store, 120).await;
    let server = TestServer::over(store, unlimited()).await;
    let mut socket = greeted(&server).await;
    let cursor = Cursor {
        epoch: Epoch(EPOCH),
        seq: Seq(20),
    };
    for id in 0..20 {
        let following = follow(&mut socket, id, Some(cursor)).await;
        assert_eq!(following.start, FollowStart::Resumed);
        let (entries, head) = entries_until_live(&mut socket).await;
        assert_eq!(head, Seq(120));
        assert_eq!(seqs(&entries), (21..=120).collect::<Vec<_>>(), "time {id}");
    }
}

#[tokio::test]
async fn cursors_that_name_no_place_of_this_log_get_the_newest_page() {
    let store = empty_store();
    fill(&store, 60).await;
    let server = TestServer::over(store, unlimited()).await;
    let mut socket = greeted(&server).await;
    for (id, (epoch, seq)) in [
        (EPOCH, 61),
        (EPOCH, (1 << 53) - 1),
        (EPOCH + 1, 10),
        (0, 0),
        (u64::MAX, 60),
    ]
    .into_iter()
    .enumerate()
    {
        let cursor = Cursor {
            epoch: Epoch(epoch),
            seq: Seq(seq),
        };
        let id = u32::try_from(id).unwrap();
        let following = follow(&mut socket, id, Some(cursor)).await;
        assert_eq!(following.start, FollowStart::Rewound, "{cursor:?}");
        let (entries, head) = entries_until_live(&mut socket).await;
        assert_eq!(head, Seq(60));
        assert_eq!(seqs(&entries), (11..=60).collect::<Vec<_>>(), "{cursor:?}");
    }
    // One that is no number at all is a frame that cannot be read.
    socket
        .send_text(r#"{"follow":{"id":9,"room":1,"after":{"epoch":"nonsense","seq":-1}}}"#)
        .await;
    assert_eq!(refusal(&mut socket, 9).await.code, RefusalCode::Malformed);
    is_alive(&mut socket).await;
}

// Rooms

fn is_at_the_limit(answer: &ServerFrame) {
    let ServerFrame::Refused(refused) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!(refused.refusal.code, RefusalCode::LimitReached);
}

#[tokio::test]
async fn of_ten_thousand_rooms_as_many_can_be_made_and_followed_as_may_be() {
    let server = TestServer::unlimited().await;
    let mut socket = greeted(&server).await;
    let mut made = vec![LOBBY];
    for id in 0..10_000 {
        let make_room = MakeRoom {
            id: RequestId(id),
            name: format!("room-{id}"),
        };
        socket.send(&ClientFrame::MakeRoom(make_room)).await;
        let answer = socket.answer(RequestId(id)).await;
        if let ServerFrame::RoomMade(answer) = answer {
            made.push(answer.room.room);
        } else {
            is_at_the_limit(&answer);
        }
    }
    assert_eq!(made.len(), ROOMS_MAX);

    let ask = |id: u32, room: RoomId| {
        ClientFrame::Follow(Follow {
            id: RequestId(id),
            room,
            after: None,
        })
    };
    // Rooms that do not exist use nothing up.
    for id in 20_000..30_000 {
        socket.send(&ask(id, RoomId(u64::from(id)))).await;
        assert_eq!(
            refusal(&mut socket, id).await.code,
            RefusalCode::UnknownRoom
        );
    }
    let mut followed = 0;
    for (id, room) in (30_000..).zip(&made) {
        socket.send(&ask(id, *room)).await;
        let answer = socket.answer(RequestId(id)).await;
        if let ServerFrame::Following(_) = answer {
            followed += 1;
        } else {
            is_at_the_limit(&answer);
        }
    }
    assert_eq!(followed, FOLLOWED_ROOMS_MAX);
    // One fewer, and there is room for one more.
    let room = made[0];
    socket.send(&ClientFrame::Unfollow(Unfollow { room })).await;
    socket.send(&ask(40_000, made[ROOMS_MAX - 1])).await;
    let answer = socket.answer(RequestId(40_000)).await;
    assert!(matches!(answer, ServerFrame::Following(_)), "{answer:?}");
}

#[tokio::test]
async fn the_welcome_of_a_full_server_is_whole() {
    let server = TestServer::unlimited().await;
    let mut socket = greeted(&server).await;
    for id in 1..u32::try_from(ROOMS_MAX).unwrap() {
        let make_room = MakeRoom {
            id: RequestId(id),
            // As many bytes as a name of a room may have.
            name: format!("{id:04}{}", "𐐨".repeat(36)),
        };
        socket.send(&ClientFrame::MakeRoom(make_room)).await;
        let answer = socket.answer(RequestId(id)).await;
        assert!(matches!(answer, ServerFrame::RoomMade(_)), "{answer:?}");
    }
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let (mut ada, welcome) = RawSocket::greeted(&server.url, &login.token.unwrap()).await;
    assert_eq!(welcome.rooms.len(), ROOMS_MAX);
    let bytes = codec::encode(&ServerFrame::Welcome(welcome)).len();
    assert!(bytes > FRAME_BYTES_MAX, "{bytes} bytes fit into any frame");
    is_alive(&mut ada).await;
}

#[tokio::test]
async fn a_thousand_who_never_say_hello_are_closed_and_keep_nobody_out() {
    server::open_files::raise_limit();
    let server = TestServer::start().await;
    let mut silent = Vec::new();
    for _ in 0..1_000 {
        silent.push(
            RawSocket::connect(&server.url, &Upgrade::chat())
                .await
                .unwrap(),
        );
    }
    let mut ada = greeted(&server).await;
    is_alive(&mut ada).await;
    server.fast_forward().await;
    for socket in &mut silent {
        assert_eq!(timeout(PATIENCE, socket.close_code()).await, Ok(4500));
    }
}
