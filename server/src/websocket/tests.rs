use std::future::poll_fn;

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role};

use super::{Encoded, Received, Violation, WebSocket};

/// An independent implementation at the other end of a pipe of this width.
async fn pair(width: usize) -> (WebSocket<DuplexStream>, WebSocketStream<DuplexStream>) {
    let (ours, theirs) = duplex(width);
    let client = WebSocketStream::from_raw_socket(theirs, Role::Client, None).await;
    (WebSocket::new(ours, &[], 64 * 1024), client)
}

async fn recv(socket: &mut WebSocket<DuplexStream>) -> Received {
    poll_fn(|cx| socket.poll_recv(cx)).await
}

async fn flush(socket: &mut WebSocket<DuplexStream>) {
    poll_fn(|cx| socket.poll_flush(cx))
        .await
        .expect("the pipe is open");
}

async fn finish(socket: &mut WebSocket<DuplexStream>) {
    poll_fn(|cx| socket.poll_finish(cx)).await;
}

async fn next(client: &mut WebSocketStream<DuplexStream>) -> Message {
    client
        .next()
        .await
        .expect("the stream goes on")
        .expect("a good frame")
}

#[tokio::test]
async fn messages_go_both_ways_unchanged() {
    let (mut server, mut client) = pair(1 << 20).await;
    for text in ["", "hello", "two\nlines ✓", &"long ".repeat(10_000)] {
        client.send(Message::text(text)).await.expect("sent");
        assert_eq!(recv(&mut server).await, Received::Text(text.to_owned()));
        server.feed(Encoded::text(text));
        flush(&mut server).await;
        assert_eq!(next(&mut client).await, Message::text(text));
    }
    let bytes: Vec<u8> = (0..=255).collect();
    client
        .send(Message::binary(bytes.clone()))
        .await
        .expect("sent");
    assert_eq!(recv(&mut server).await, Received::Binary(bytes.clone()));
    server.feed(Encoded::binary(&bytes));
    flush(&mut server).await;
    assert_eq!(next(&mut client).await, Message::binary(bytes));
}

#[tokio::test]
async fn frames_survive_a_pipe_that_takes_seven_bytes_at_a_time() {
    let (mut server, mut client) = pair(7).await;
    let texts: Vec<String> = (0..200).map(|n| format!("message number {n}")).collect();
    for text in &texts {
        server.feed(Encoded::text(text));
    }
    let write = flush(&mut server);
    let read = async {
        for text in &texts {
            assert_eq!(next(&mut client).await, Message::text(text.as_str()));
        }
    };
    tokio::join!(write, read);
}

#[tokio::test]
async fn a_ping_is_answered_and_only_the_newest_of_many() {
    let (mut server, mut client) = pair(1 << 20).await;
    for number in 0..100_u8 {
        client
            .send(Message::Ping(vec![number].into()))
            .await
            .expect("sent");
    }
    for _ in 0..100 {
        assert_eq!(recv(&mut server).await, Received::Alive);
    }
    flush(&mut server).await;
    assert_eq!(next(&mut client).await, Message::Pong(vec![99].into()));
    server.feed(Encoded::ping());
    flush(&mut server).await;
    assert_eq!(next(&mut client).await, Message::Ping(Vec::new().into()));
    client.flush().await.expect("the pong leaves");
    assert_eq!(recv(&mut server).await, Received::Alive);
}

#[tokio::test]
async fn a_close_from_the_other_side_is_answered_with_its_code() {
    let (mut server, mut client) = pair(1 << 20).await;
    let close = CloseFrame {
        code: 1001.into(),
        reason: "bye".into(),
    };
    client
        .send(Message::Close(Some(close)))
        .await
        .expect("sent");
    assert_eq!(recv(&mut server).await, Received::Closed(Some(1001)));
    finish(&mut server).await;
    let Message::Close(Some(answer)) = next(&mut client).await else {
        panic!("no close")
    };
    assert_eq!(u16::from(answer.code), 1001);
    assert!(client.next().await.is_none());
}

#[tokio::test]
async fn our_close_comes_after_what_was_fed_and_ends_with_theirs() {
    let (mut server, mut client) = pair(1 << 20).await;
    server.feed(Encoded::text("last words"));
    server.feed_close(1012, "the server restarts");
    server.feed(Encoded::text("too late"));
    let read = async {
        assert_eq!(next(&mut client).await, Message::text("last words"));
        let Message::Close(Some(close)) = next(&mut client).await else {
            panic!("no close")
        };
        assert_eq!(
            (u16::from(close.code), close.reason.as_str()),
            (1012, "the server restarts")
        );
        assert!(
            client.next().await.is_none(),
            "tungstenite answers, then the stream ends"
        );
    };
    tokio::join!(finish(&mut server), read);
}

#[tokio::test]
async fn a_message_too_big_is_told_so_although_its_rest_is_still_coming() {
    let (mut server, mut client) = pair(1024).await;
    let message = Message::text("x".repeat(64 * 1024 + 1));
    let serve = async {
        assert_eq!(
            recv(&mut server).await,
            Received::Violated(Violation::TooBig)
        );
        server.feed_close(1009, "too big");
        finish(&mut server).await;
    };
    let talk = async {
        // The other side may stop reading at any time.
        let _ = client.send(message).await;
        let Message::Close(Some(close)) = next(&mut client).await else {
            panic!("no close")
        };
        assert_eq!(u16::from(close.code), 1009);
        drop(client);
    };
    tokio::join!(serve, talk);
}

#[tokio::test]
async fn bytes_that_came_with_the_handshake_are_read_first() {
    let (ours, mut theirs) = duplex(1024);
    let hello = [
        0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58,
    ];
    let mut server = WebSocket::new(ours, &hello[..7], 1024);
    theirs.write_all(&hello[7..]).await.expect("written");
    assert_eq!(recv(&mut server).await, Received::Text("Hello".to_owned()));
}

#[tokio::test]
async fn a_stream_that_ends_without_a_close_is_lost() {
    let (ours, theirs) = duplex(1024);
    let mut server = WebSocket::new(ours, &[], 1024);
    drop(theirs);
    assert_eq!(recv(&mut server).await, Received::Lost);
    finish(&mut server).await;
}

#[tokio::test]
async fn long_reasons_are_cut_at_a_character() {
    let (ours, mut theirs) = duplex(1024);
    let mut server = WebSocket::new(ours, &[], 1024);
    server.feed_close(1008, &"ä".repeat(100));
    flush(&mut server).await;
    let mut head = [0; 2];
    theirs.read_exact(&mut head).await.expect("a frame");
    assert_eq!(head, [0x88, 124], "two bytes of code and sixty-one letters");
}
