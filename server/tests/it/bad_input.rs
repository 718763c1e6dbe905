//! Whatever comes from outside gets a clear answer, and nobody else notices.

use chat_store::LOBBY;
use chat_testkit::raw_socket::hello;
use chat_testkit::wire_frame::{self, End, Opcode};
use chat_testkit::{Heard, NotUpgraded, PlainUser, RawSocket, ServerUrl, Upgrade, http};
use hyper::Method;
use server::config::AppConfig;
use shared::client_frame::{ClientFrame, Follow, Hello, MakeRoom, Post};
use shared::codec;
use shared::ids::{RequestId, RoomId};
use shared::limits::{FRAME_BYTES_MAX, IN_FLIGHT_MAX, MALFORMED_MAX, MESSAGE_CHARS_MAX};
use shared::refusal::RefusalCode;
use shared::server_frame::ServerFrame;
use shared::version::ProtocolVersion;

use crate::harness::{
    FickleStore, TestServer, empty_store, is_alive, new_client_id, post, refusal, unlimited,
};

async fn greeted(server: &TestServer) -> RawSocket {
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    RawSocket::greeted(&server.url, &token).await.0
}

async fn upgrade_status(url: &ServerUrl, upgrade: Upgrade) -> u16 {
    match RawSocket::connect(url, &upgrade).await {
        Ok(_) => 101,
        Err(refused) => refused.status().expect("the server answers"),
    }
}

// The handshake

#[tokio::test]
async fn a_request_that_is_no_upgrade_gets_426_and_a_sentence() {
    let server = TestServer::start().await;
    let answer = http::get(&server.url, "/chat").await.unwrap();
    assert_eq!(answer.status, 426);
    assert_eq!(answer.header("upgrade"), "websocket");
    assert!(answer.text().contains("WebSocket"), "{}", answer.text());
}

#[tokio::test]
async fn a_handshake_of_another_version_or_with_a_bad_key_is_refused() {
    let server = TestServer::start().await;
    let request = |version: &str, key: &str| {
        let mut request = http::request(Method::GET, "/chat");
        for (name, value) in [
            ("connection", "Upgrade"),
            ("upgrade", "websocket"),
            ("sec-websocket-version", version),
            ("sec-websocket-key", key),
        ] {
            request.headers_mut().insert(
                name.parse::<hyper::header::HeaderName>().unwrap(),
                value.parse().unwrap(),
            );
        }
        request
    };
    for (version, key, status) in [
        ("12", "dGhlIHNhbXBsZSBub25jZQ==", 426),
        ("13", "too short", 400),
        ("13", "", 400),
    ] {
        let answer = http::ask(&server.url, request(version, key)).await.unwrap();
        assert_eq!(answer.status, status, "version {version}, key {key:?}");
    }
}

#[tokio::test]
async fn pages_of_other_sites_get_no_connection() {
    let config = AppConfig {
        allow_origins: vec!["https://chat.example".parse().unwrap()],
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let own = server.url.origin();
    for (origin, status) in [
        (own.as_str(), 101),
        ("http://localhost:5173", 101),
        ("http://[::1]:8080", 101),
        ("https://chat.example", 101),
        ("https://chat.example:443", 101),
        ("http://chat.example", 403),
        ("https://chat.example.evil.example", 403),
        ("https://evil.example", 403),
        ("http://127.0.0.1.evil.example", 403),
        ("http://localhost.evil.example", 403),
        ("null", 403),
        ("file://", 403),
        ("nonsense", 403),
    ] {
        for path in ["/chat", "/echo"] {
            let upgrade = Upgrade::to(path).header("origin", origin);
            assert_eq!(
                upgrade_status(&server.url, upgrade).await,
                status,
                "{origin} on {path}"
            );
        }
    }
    assert_eq!(
        upgrade_status(&server.url, Upgrade::chat()).await,
        101,
        "a program without any"
    );
}

#[tokio::test]
async fn pages_of_other_sites_change_nothing() {
    let server = TestServer::start().await;
    let log_in = |name: &str, origin: &str| {
        let body = format!("{{\"name\":\"{name}\"}}");
        let mut request = http::json_request(Method::POST, "/api/login", body);
        request
            .headers_mut()
            .insert("origin", origin.parse().unwrap());
        request
    };
    let answer = http::ask(&server.url, log_in("eve", "https://evil.example"))
        .await
        .unwrap();
    assert_eq!(answer.status, 403);
    let answer = http::ask(&server.url, log_in("eve", &server.url.origin()))
        .await
        .unwrap();
    assert_eq!(
        answer.status,
        200,
        "the name is still free: {}",
        answer.text()
    );
}

/// Who reads the first of two and who reads the last must not be of two minds.
#[tokio::test]
async fn headers_that_come_twice_are_nobodys() {
    let server = TestServer::start().await;
    let own = server.url.origin();
    let upgrade = Upgrade::chat()
        .header("origin", own.as_str())
        .header("origin", "https://evil.example");
    assert_eq!(upgrade_status(&server.url, upgrade).await, 403);
    let mut request = http::request(Method::GET, "/");
    let headers = request.headers_mut();
    headers.append("host", "localhost".parse().unwrap());
    headers.append("host", "evil.example".parse().unwrap());
    assert_eq!(http::ask(&server.url, request).await.unwrap().status, 403);
}

#[tokio::test]
async fn a_foreign_host_name_is_not_served_on_loopback() {
    let server = TestServer::start().await;
    for (host, status) in [
        ("evil.example", 403),
        ("evil.example:80", 403),
        ("localhost:1", 101),
        ("[::1]", 101),
    ] {
        let upgrade = Upgrade::chat().host(host);
        assert_eq!(upgrade_status(&server.url, upgrade).await, status, "{host}");
    }
    for path in ["/", "/api/me"] {
        let mut request = http::request(Method::GET, path);
        request
            .headers_mut()
            .insert("host", "evil.example".parse().unwrap());
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, 403, "{path}");
        assert!(
            answer.text().contains("--allow-origin"),
            "it says what to do"
        );
    }
}

// Bytes

#[tokio::test]
async fn a_message_over_the_limit_closes_with_1009_and_one_at_the_limit_does_not() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let ping = "{\"ping\":{\"n\":5}}";
    let largest = format!("{ping}{}", " ".repeat(FRAME_BYTES_MAX - ping.len()));
    socket.send_text(&largest).await;
    assert!(matches!(socket.frame().await, ServerFrame::Pong(beat) if beat.n == 5));
    socket.send_text(&format!("{largest} ")).await;
    assert_eq!(socket.close_code().await, 1009);
}

#[tokio::test]
async fn a_header_that_announces_too_much_is_answered_before_the_rest_comes() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let mut header = vec![0x81, 0x80 | 127];
    header.extend_from_slice(&(1_u64 << 40).to_be_bytes());
    header.extend_from_slice(&[1, 2, 3, 4]);
    socket.try_send_bytes(&header).await.unwrap();
    assert_eq!(socket.close_code().await, 1009);
}

#[tokio::test]
async fn frames_against_the_protocol_close_with_1002() {
    let server = TestServer::start().await;
    let mask = [1, 2, 3, 4];
    let reserved_bit = {
        let mut bytes = wire_frame::masked(Opcode::Text, End::Final, mask, b"x");
        bytes[0] |= 0x40;
        bytes
    };
    for (what, bytes) in [
        (
            "no mask",
            wire_frame::unmasked(Opcode::Text, End::Final, b"x"),
        ),
        ("a reserved bit", reserved_bit),
        (
            "a reserved opcode",
            wire_frame::masked(Opcode::Reserved(3), End::Final, mask, b"x"),
        ),
        (
            "a ping in fragments",
            wire_frame::masked(Opcode::Ping, End::More, mask, b"x"),
        ),
        (
            "a long ping",
            wire_frame::masked(Opcode::Ping, End::Final, mask, &[7; 126]),
        ),
        (
            "nothing to continue",
            wire_frame::masked(Opcode::Continuation, End::Final, mask, b"x"),
        ),
        (
            "half a close code",
            wire_frame::masked(Opcode::Close, End::Final, mask, &[3]),
        ),
        (
            "close code 1005",
            wire_frame::masked(Opcode::Close, End::Final, mask, &[3, 0xed]),
        ),
    ] {
        for path in ["/chat", "/echo"] {
            let mut socket = RawSocket::connect(&server.url, &Upgrade::to(path))
                .await
                .unwrap();
            socket.try_send_bytes(&bytes).await.unwrap();
            assert_eq!(socket.close_code().await, 1002, "{what} on {path}");
        }
    }
}

#[tokio::test]
async fn text_that_is_no_utf_8_closes_with_1007() {
    let server = TestServer::start().await;
    for upgrade in [Upgrade::chat(), Upgrade::to("/chat"), Upgrade::to("/echo")] {
        let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
        socket
            .send_frame(Opcode::Text, End::Final, b"\xc3\x28")
            .await;
        assert_eq!(socket.close_code().await, 1007, "{upgrade:?}");
    }
}

#[tokio::test]
async fn a_binary_frame_in_the_frames_language_closes_with_1003() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    socket
        .send_frame(Opcode::Binary, End::Final, b"{\"ping\":{\"n\":1}}")
        .await;
    assert_eq!(socket.close_code().await, 1003);
}

#[tokio::test]
async fn a_connection_that_ends_in_the_middle_of_a_frame_harms_nobody() {
    let server = TestServer::start().await;
    let mut ada = greeted(&server).await;
    for cut in [1, 3, 7] {
        let mut torn = RawSocket::connect(&server.url, &Upgrade::to("/chat"))
            .await
            .unwrap();
        let frame = wire_frame::masked(Opcode::Text, End::Final, [1, 2, 3, 4], b"never whole");
        torn.try_send_bytes(&frame[..cut]).await.unwrap();
        drop(torn);
    }
    is_alive(&mut ada).await;
}

// Frames

#[tokio::test]
async fn a_frame_that_cannot_be_read_is_refused_by_name_and_the_connection_lives() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    for (sent, id, code, named) in [
        ("not json", None, RefusalCode::Malformed, "expected"),
        ("", None, RefusalCode::Malformed, "EOF"),
        ("[]", None, RefusalCode::Malformed, ""),
        (
            "{\"dance\":{\"id\":7}}",
            Some(7),
            RefusalCode::UnknownFrame,
            "dance",
        ),
        (
            "{\"post\":{\"id\":8}}",
            Some(8),
            RefusalCode::Malformed,
            "room",
        ),
        (
            "{\"ping\":{\"n\":\"one\"}}",
            None,
            RefusalCode::Malformed,
            "one",
        ),
    ] {
        socket.send_text(sent).await;
        let frame = refused(&mut socket).await;
        assert_eq!(frame.id.map(|id| id.0), id, "{sent}");
        assert_eq!(frame.refusal.code, code, "{sent}");
        assert!(
            frame.refusal.message.contains(named),
            "{sent}: {}",
            frame.refusal.message
        );
        is_alive(&mut socket).await;
    }
}

#[tokio::test]
async fn a_deep_frame_is_refused_like_any_other() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let deep = format!("{{\"post\":{}", "[".repeat(60_000));
    socket.send_text(&deep).await;
    assert_eq!(
        refused(&mut socket).await.refusal.code,
        RefusalCode::Malformed
    );
    is_alive(&mut socket).await;
}

#[tokio::test]
async fn who_keeps_sending_nonsense_is_closed_with_1008() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    for _ in 0..MALFORMED_MAX {
        socket.send_text("nonsense").await;
        refused(&mut socket).await;
    }
    // One more may be forgiven meanwhile; two are not.
    socket.send_text("nonsense").await;
    socket.send_text("nonsense").await;
    assert_eq!(socket.close_code().await, 1008);
}

#[tokio::test]
async fn before_hello_nothing_else_is_heard_and_a_second_hello_is_refused() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let mut socket = RawSocket::connect(&server.url, &Upgrade::chat())
        .await
        .unwrap();
    socket
        .send(&post(4, LOBBY, new_client_id(), "too early"))
        .await;
    assert_eq!(refusal(&mut socket, 4).await.code, RefusalCode::HelloFirst);
    socket.send(&hello(Some(&token))).await;
    let ServerFrame::Welcome(welcome) = socket.frame().await else {
        panic!("no welcome")
    };
    assert_eq!(welcome.rooms[0].head.0, 0, "nothing was written");
    socket.send(&hello(Some(&token))).await;
    assert_eq!(
        refused(&mut socket).await.refusal.code,
        RefusalCode::AlreadyGreeted
    );
    is_alive(&mut socket).await;
}

#[tokio::test]
async fn who_says_no_hello_in_time_is_closed_with_4500() {
    let server = TestServer::start().await;
    let mut socket = RawSocket::connect(&server.url, &Upgrade::chat())
        .await
        .unwrap();
    server.fast_forward().await;
    assert_eq!(socket.close_code().await, 4500);
}

#[tokio::test]
async fn who_answers_no_ping_is_closed_with_4001() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    server.fast_forward().await;
    loop {
        let heard = socket.hear().await;
        let Heard::Text(text) = heard else {
            panic!("before a ping came {heard:?}")
        };
        if matches!(codec::decode_server(&text).unwrap(), ServerFrame::Ping(_)) {
            break;
        }
    }
    assert_eq!(socket.close_code().await, 4001);
}

#[tokio::test]
async fn a_terminal_that_answers_no_ping_is_closed_with_4001() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    server.fast_forward().await;
    assert!(matches!(ada.hears_anything().await, Heard::Ping(_)));
    assert_eq!(ada.close_code().await, 4001);
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_so_and_closed_with_4502() {
    let server = TestServer::start().await;
    for token in [None, Some("forged"), Some("")] {
        let mut socket = RawSocket::connect(&server.url, &Upgrade::chat())
            .await
            .unwrap();
        socket.send(&hello(token)).await;
        assert_eq!(
            refused(&mut socket).await.refusal.code,
            RefusalCode::NotSignedIn
        );
        assert_eq!(socket.close_code().await, 4502, "{token:?}");
    }
}

#[tokio::test]
async fn another_version_is_told_so_and_closed_with_4501() {
    let server = TestServer::start().await;
    let mut socket = RawSocket::connect(&server.url, &Upgrade::chat())
        .await
        .unwrap();
    let version = ProtocolVersion(ProtocolVersion::CURRENT.0 + 1);
    let hello = Hello {
        version,
        abilities: Vec::new(),
        token: None,
    };
    socket.send(&ClientFrame::Hello(hello)).await;
    assert_eq!(
        refused(&mut socket).await.refusal.code,
        RefusalCode::VersionUnsupported
    );
    assert_eq!(socket.close_code().await, 4501);
}

#[tokio::test]
async fn a_text_that_breaks_a_rule_is_refused_by_its_name() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let too_long = "ä".repeat(MESSAGE_CHARS_MAX + 1);
    let longest = "𝄞".repeat(MESSAGE_CHARS_MAX);
    for (id, text, code) in [
        (1, "", RefusalCode::TextEmpty),
        (2, " \n\t ", RefusalCode::TextEmpty),
        (3, too_long.as_str(), RefusalCode::TextTooLong),
        (4, "bell \u{7}", RefusalCode::TextControl),
        (5, "nul \u{0}", RefusalCode::TextControl),
    ] {
        socket.send(&post(id, LOBBY, new_client_id(), text)).await;
        assert_eq!(refusal(&mut socket, id).await.code, code, "number {id}");
    }
    socket
        .send(&post(6, LOBBY, new_client_id(), &longest))
        .await;
    let answer = socket.answer(RequestId(6)).await;
    let ServerFrame::Posted(posted) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!(posted.seq.0, 1, "nothing of what was refused was stored");
}

#[tokio::test]
async fn a_room_that_is_none_is_refused() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let nowhere = RoomId(999);
    socket
        .send(&post(1, nowhere, new_client_id(), "hello"))
        .await;
    assert_eq!(refusal(&mut socket, 1).await.code, RefusalCode::UnknownRoom);
    let follow = Follow {
        id: RequestId(2),
        room: nowhere,
        after: None,
    };
    socket.send(&ClientFrame::Follow(follow)).await;
    assert_eq!(refusal(&mut socket, 2).await.code, RefusalCode::UnknownRoom);
    for (id, name, code) in [
        (3, "", RefusalCode::NameInvalid),
        (4, "no/slash", RefusalCode::NameInvalid),
        (5, "#Lobby", RefusalCode::NameTaken),
    ] {
        let make_room = MakeRoom {
            id: RequestId(id),
            name: name.to_owned(),
        };
        socket.send(&ClientFrame::MakeRoom(make_room)).await;
        assert_eq!(refusal(&mut socket, id).await.code, code, "{name:?}");
    }
    is_alive(&mut socket).await;
}

#[tokio::test]
async fn more_requests_than_may_wait_are_refused_and_the_others_are_answered() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let mut socket = greeted(&server).await;
    store.holds_back(true);
    let in_flight = u32::try_from(IN_FLIGHT_MAX).unwrap();
    for id in 0..in_flight + 3 {
        socket
            .send(&post(id, LOBBY, new_client_id(), "hello"))
            .await;
    }
    for id in in_flight..in_flight + 3 {
        assert_eq!(
            refusal(&mut socket, id).await.code,
            RefusalCode::TooManyInFlight
        );
    }
    store.holds_back(false);
    let mut posted = Vec::new();
    while posted.len() < IN_FLIGHT_MAX {
        if let ServerFrame::Posted(answer) = socket.frame().await {
            posted.push((answer.id.0, answer.seq.0));
        }
    }
    posted.sort_unstable();
    let wanted: Vec<_> = (0..in_flight).map(|id| (id, u64::from(id) + 1)).collect();
    assert_eq!(posted, wanted, "numbered in the order of sending");
}

#[tokio::test]
async fn nonsense_by_one_does_not_reach_another() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    let mut eve = RawSocket::connect(&server.url, &Upgrade::chat())
        .await
        .unwrap();
    for bytes in [
        &b"\x81\x85\x00\x00\x00\x00{\"po"[..],
        b"\xff\xff\xff\xff\xff\xff\xff\xff",
    ] {
        // The server may be through with it already.
        let _ = eve.try_send_bytes(bytes).await;
    }
    ada.says("all quiet").await;
}

#[tokio::test]
async fn a_private_text_does_not_come_back_in_a_refusal() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let secret = format!("secret {}", "x".repeat(MESSAGE_CHARS_MAX));
    let frame = Post {
        id: RequestId(1),
        room: LOBBY,
        client_id: new_client_id(),
        text: secret,
        reply_to: None,
        files: Vec::new(),
        thread: None,
    };
    socket.send(&ClientFrame::Post(frame)).await;
    let refusal = refusal(&mut socket, 1).await;
    assert!(!refusal.message.contains("secret"), "{}", refusal.message);
}

#[tokio::test]
async fn an_address_that_is_none_is_404_and_a_method_that_is_none_is_405() {
    let server = TestServer::start().await;
    for path in ["/api/nothing", "/api/", "/api"] {
        let answer = http::get(&server.url, path).await.unwrap();
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("no such call"), "{path} is a call");
    }
    let delete = http::request(Method::DELETE, "/api/me");
    assert_eq!(http::ask(&server.url, delete).await.unwrap().status, 405);
    let refused = RawSocket::connect(&server.url, &Upgrade::to("/nothing")).await;
    assert!(matches!(refused, Err(NotUpgraded::Refused(answer)) if answer.status == 404));
}

/// The next refusal, passing over news.
async fn refused(socket: &mut RawSocket) -> shared::server_frame::Refused {
    loop {
        if let ServerFrame::Refused(refused) = socket.frame().await {
            return refused;
        }
    }
}
