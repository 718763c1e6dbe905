//! `/echo` sends back what it gets.

use chat_testkit::wire_frame::{End, Opcode};
use chat_testkit::{Heard, RawSocket, Upgrade, http};
use server::echo::ECHO_BYTES_MAX;
use shared::limits::FRAME_BYTES_MAX;

use crate::harness::TestServer;

async fn echo(server: &TestServer) -> RawSocket {
    RawSocket::connect(&server.url, &Upgrade::to("/echo"))
        .await
        .unwrap()
}

#[tokio::test]
async fn text_and_binary_come_back_unchanged() {
    let server = TestServer::start().await;
    let mut socket = echo(&server).await;
    let largest = "ä".repeat(FRAME_BYTES_MAX / 2);
    for text in [
        "",
        "hello",
        "two\nlines\r\n",
        "\u{0}\u{7}",
        "Grüße 👋🏽",
        largest.as_str(),
    ] {
        socket.send_text(text).await;
        assert_eq!(socket.hear().await, Heard::Text(text.to_owned()));
    }
    for size in [0, 1, 125, 126, 127, 65_535, FRAME_BYTES_MAX, 1_000_000] {
        let bytes: Vec<u8> = (0..size).map(|index| (index % 251) as u8).collect();
        socket.send_frame(Opcode::Binary, End::Final, &bytes).await;
        assert_eq!(socket.hear().await, Heard::Binary(bytes), "{size} bytes");
    }
}

#[tokio::test]
async fn many_messages_in_one_write_come_back_in_order() {
    let server = TestServer::start().await;
    let mut socket = echo(&server).await;
    for number in 0..50 {
        socket.send_text(&format!("message {number}")).await;
    }
    for number in 0..50 {
        assert_eq!(
            socket.hear().await,
            Heard::Text(format!("message {number}"))
        );
    }
}

#[tokio::test]
async fn fragments_come_back_as_their_message_with_pings_between_them() {
    let server = TestServer::start().await;
    let mut socket = echo(&server).await;
    // The first cut goes through the middle of a character.
    let text = "ä whole".as_bytes();
    socket.send_frame(Opcode::Text, End::More, &text[..1]).await;
    socket
        .send_frame(Opcode::Ping, End::Final, b"between")
        .await;
    socket
        .send_frame(Opcode::Continuation, End::More, &text[1..4])
        .await;
    socket
        .send_frame(Opcode::Continuation, End::More, b"")
        .await;
    socket
        .send_frame(Opcode::Continuation, End::Final, &text[4..])
        .await;
    assert_eq!(socket.hear().await, Heard::Pong(b"between".to_vec()));
    assert_eq!(socket.hear().await, Heard::Text("ä whole".to_owned()));
}

#[tokio::test]
async fn a_message_over_the_limit_closes_with_1009_as_soon_as_it_is_announced() {
    let server = TestServer::start().await;
    let mut socket = echo(&server).await;
    announce(&mut socket, 0x82, ECHO_BYTES_MAX + 1).await;
    assert_eq!(socket.close_code().await, 1009);

    // Also when it comes in parts that are each allowed.
    let mut socket = echo(&server).await;
    socket.send_frame(Opcode::Binary, End::More, &[7]).await;
    announce(&mut socket, 0x80, ECHO_BYTES_MAX).await;
    assert_eq!(socket.close_code().await, 1009);
}

/// Sends the header of a masked frame, and nothing of the frame.
async fn announce(socket: &mut RawSocket, first: u8, length: usize) {
    let mut header = vec![first, 0x80 | 127];
    header.extend_from_slice(&(length as u64).to_be_bytes());
    header.extend_from_slice(&[1, 2, 3, 4]);
    socket.try_send_bytes(&header).await.unwrap();
}

#[tokio::test]
async fn without_an_upgrade_the_answer_is_426() {
    let server = TestServer::start().await;
    assert_eq!(http::get(&server.url, "/echo").await.unwrap().status, 426);
}
