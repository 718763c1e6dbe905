//! Plain mode: anything that speaks WebSocket can join.

use chat_store::LOBBY;
use chat_testkit::{Heard, NotUpgraded, PlainUser, RawSocket, TestUser, Upgrade, http};
use shared::limits::{FRAME_BYTES_MAX, MESSAGE_CHARS_MAX};

use crate::harness::{TestServer, empty_store, fill, log, unlimited};

#[tokio::test]
async fn the_sender_hears_what_was_sent_exactly_and_the_others_hear_who_says_it() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    for line in [
        "hello",
        "  two  words",
        "Grüße 👋🏽",
        "a:b",
        "two\nlines",
        "<b>bold</b>",
        "{\"a\":1}",
    ] {
        ada.says(line).await;
        assert_eq!(ben.hears().await, format!("ada: {line}"));
    }
    ben.says("and back").await;
    assert_eq!(ada.hears().await, "ben: and back");
}

#[tokio::test]
async fn the_confirmation_repeats_even_what_the_log_trims() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    ada.says("white space at the end \t ").await;
    ada.says("as a terminal on Windows sends it\r\n").await;
}

#[tokio::test]
async fn browsers_and_terminals_talk_with_each_other() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    ben.says("from the terminal").await;
    ada.sees("from the terminal").await;
    assert_eq!(ada.lines().await, ["#1 ben: from the terminal"]);
    ada.post("from the browser").await;
    assert_eq!(ben.hears().await, "ada: from the browser");
}

#[tokio::test]
async fn who_gives_no_name_is_a_guest_in_the_lobby() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    let mut one = PlainUser::join(&server.url, "").await.unwrap();
    let mut two = PlainUser::join(&server.url, "").await.unwrap();
    one.says("hello").await;
    let first = guest(&ada.hears().await);
    assert_eq!(guest(&two.hears().await), first);
    two.says("hello").await;
    let second = guest(&ada.hears().await);
    assert_ne!(first, second, "two guests have two names");
}

#[tokio::test]
async fn a_room_that_is_not_there_is_made() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    let mut ben = PlainUser::join(&server.url, "name=ben&room=Green%20House")
        .await
        .unwrap();
    let mut cy = PlainUser::join(&server.url, "name=cy&room=green-house")
        .await
        .unwrap();
    let mut dan = PlainUser::join(&server.url, "name=dan").await.unwrap();
    ben.says("tomatoes").await;
    assert_eq!(cy.hears().await, "ben: tomatoes");
    ada.open("green-house").await;
    ada.sees("tomatoes").await;
    // Nothing of it came into the lobby.
    dan.says("quiet here").await;
}

#[tokio::test]
async fn history_comes_first_and_then_what_is_new() {
    let store = empty_store();
    fill(&store, 120).await;
    let server = TestServer::over(store, unlimited()).await;
    let mut ada = PlainUser::join(&server.url, "name=ada&history=3")
        .await
        .unwrap();
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    ben.says("new").await;
    for line in [
        "scribe: old 118",
        "scribe: old 119",
        "scribe: old 120",
        "ben: new",
    ] {
        assert_eq!(ada.hears().await, line);
    }
    let mut cy = PlainUser::join(&server.url, "name=cy&room=empty&history=10")
        .await
        .unwrap();
    cy.says("nothing came before this").await;
    let mut dan = PlainUser::join(&server.url, "name=dan&history=100")
        .await
        .unwrap();
    for number in 22..=120 {
        assert_eq!(dan.hears().await, format!("scribe: old {number}"));
    }
    assert_eq!(dan.hears().await, "ben: new");
    dan.says("complete").await;
}

#[tokio::test]
async fn nothing_comes_that_was_not_asked_for() {
    let store = empty_store();
    fill(&store, 10).await;
    let server = TestServer::over(store, unlimited()).await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    // Signals, new rooms, read marks and people who come and go are not for terminals.
    let ben = TestUser::sign_in(&server.url, "ben").await;
    let lobby = ben.open("lobby").await;
    ben.intend(chat_client::Intent::Typing(lobby.into())).await;
    ben.intend(chat_client::Intent::Seen {
        room: lobby,
        from: shared::cursor::Seq::ZERO,
        to: shared::cursor::Seq(10),
    })
    .await;
    ben.makes_room("garden").await;
    ben.post("roses").await;
    ben.sees("roses").await;
    ben.leave().await;
    ada.says("first").await;
}

#[tokio::test]
async fn several_terminals_under_one_name_are_one_person() {
    let server = TestServer::start().await;
    let mut desk = PlainUser::join(&server.url, "name=ada").await.unwrap();
    let mut sofa = PlainUser::join(&server.url, "name=ADA").await.unwrap();
    desk.says("hello").await;
    assert_eq!(sofa.hears().await, "ada: hello");
    let token = http::sign_in(&server.url, "ben")
        .await
        .unwrap()
        .token
        .unwrap();
    sofa.says("again").await;
    let entries = log(&server.url, &token, LOBBY).await;
    assert_eq!(entries[0].author, entries[1].author);
}

#[tokio::test]
async fn a_name_that_belongs_to_a_login_is_not_given_to_a_terminal() {
    let server = TestServer::start().await;
    http::sign_in(&server.url, "Ada").await.unwrap();
    for query in ["name=Ada", "name=ada", "name=%20ADA%20"] {
        assert_eq!(
            status(PlainUser::join(&server.url, query).await),
            409,
            "{query}"
        );
    }
    assert!(PlainUser::join(&server.url, "name=ada2").await.is_ok());
}

#[tokio::test]
async fn a_name_room_or_number_that_is_none_is_refused_with_a_sentence() {
    let server = TestServer::start().await;
    for query in [
        "name=a:b",
        "name=%E2%80%8B",
        "room=a/b",
        "room=_",
        "history=many",
        "history=-1",
    ] {
        let Err(NotUpgraded::Refused(answer)) = PlainUser::join(&server.url, query).await else {
            panic!("{query} got in");
        };
        assert_eq!(answer.status, 400, "{query}: {}", answer.text());
        assert!(
            answer.text().len() > 10,
            "{query} gets a sentence, not {:?}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn a_binary_frame_closes_with_1003() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    ada.says("hello").await;
    ada.send_binary(b"\x00\x01").await;
    assert_eq!(ada.close_code().await, 1003);
}

#[tokio::test]
async fn a_line_that_breaks_a_rule_is_not_sent_and_says_why() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    let too_long = "x".repeat(MESSAGE_CHARS_MAX + 1);
    for line in ["", "   ", "bell \u{7}", too_long.as_str()] {
        ada.say(line).await;
        let heard = ada.hears().await;
        assert!(heard.starts_with("Not sent: "), "{heard}");
    }
    ada.says("still here").await;
    assert_eq!(ben.hears().await, "ada: still here");
}

#[tokio::test]
async fn a_line_over_the_limit_of_a_frame_closes_with_1009() {
    let server = TestServer::start().await;
    let mut ada = PlainUser::join(&server.url, "name=ada").await.unwrap();
    ada.say(&"x".repeat(FRAME_BYTES_MAX + 1)).await;
    assert_eq!(ada.close_code().await, 1009);
}

#[tokio::test]
async fn an_unknown_subprotocol_beside_ours_does_not_matter_and_alone_is_not_echoed() {
    let server = TestServer::start().await;
    let both = Upgrade::to("/chat").header("sec-websocket-protocol", "chat.v9, confab.v1");
    let socket = RawSocket::connect(&server.url, &both).await.unwrap();
    assert_eq!(socket.subprotocol(), Some("confab.v1"));
    let none = Upgrade::to("/chat");
    let socket = RawSocket::connect(&server.url, &none).await.unwrap();
    assert_eq!(socket.subprotocol(), None);
}

#[tokio::test]
async fn a_terminal_that_leaves_is_told_goodbye() {
    let server = TestServer::start().await;
    let mut socket = RawSocket::connect(&server.url, &Upgrade::to("/chat"))
        .await
        .unwrap();
    let close = [&1000_u16.to_be_bytes()[..], b"bye"].concat();
    use chat_testkit::wire_frame::{End, Opcode};
    socket.send_frame(Opcode::Close, End::Final, &close).await;
    assert!(matches!(socket.hear().await, Heard::Closed(1000, _)));
    assert_eq!(socket.hear().await, Heard::Broken);
}

fn guest(heard: &str) -> String {
    let name = heard.strip_suffix(": hello").expect("a guest says hello");
    let letters = name
        .strip_prefix("guest-")
        .expect("a guest is called guest");
    assert_eq!(letters.chars().count(), 4, "{name}");
    name.to_owned()
}

fn status(joined: Result<PlainUser, NotUpgraded>) -> u16 {
    joined
        .err()
        .and_then(|refused| refused.status())
        .expect("it is refused")
}
