//! Who is too fast is read more slowly, and only then refused.

use std::time::{Duration, Instant};

use chat_testkit::{PATIENCE, RawSocket, http};
use shared::client_frame::{Beat, ClientFrame};
use shared::limits::{FRAMES_BURST, FRAMES_PER_SECOND};
use shared::server_frame::ServerFrame;

use crate::harness::TestServer;

async fn greeted(server: &TestServer) -> RawSocket {
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    RawSocket::greeted(&server.url, &token).await.0
}

/// Sends so many frames at once and hears each answered, in order.
async fn burst(socket: &mut RawSocket, frames: u32) {
    for n in 0..frames {
        socket.send(&ClientFrame::Ping(Beat { n })).await;
    }
    let mut answered = 0;
    while answered < frames {
        let frame = socket.frame().await;
        assert!(!matches!(frame, ServerFrame::Refused(_)), "{frame:?}");
        if let ServerFrame::Pong(beat) = frame {
            assert_eq!(beat.n, answered);
            answered += 1;
        }
    }
}

#[tokio::test]
async fn over_the_rate_everything_is_served_only_later() {
    let server = TestServer::start().await;
    let mut socket = greeted(&server).await;
    let start = Instant::now();
    burst(&mut socket, FRAMES_BURST + FRAMES_PER_SECOND).await;
    // The hello was the first of the burst. What lies beyond it needs a second at this
    // rate; sooner means that there is no rate. (Later means nothing: a slow machine.)
    assert!(
        start.elapsed() > Duration::from_millis(800),
        "{:?}",
        start.elapsed()
    );
}

#[tokio::test]
async fn with_the_rate_off_nobody_waits() {
    let server = TestServer::unlimited().await;
    let mut socket = greeted(&server).await;
    // At the rate of people this would take far longer than a test waits for anything.
    let frames = FRAMES_BURST + FRAMES_PER_SECOND * 5 * PATIENCE.as_secs() as u32;
    tokio::time::timeout(PATIENCE, burst(&mut socket, frames))
        .await
        .expect("the rate is off, and frames wait");
}

#[tokio::test]
async fn one_who_is_too_fast_slows_nobody_else_down() {
    let server = TestServer::start().await;
    let mut fast = greeted(&server).await;
    let token = http::sign_in(&server.url, "ben")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut other, _) = RawSocket::greeted(&server.url, &token).await;
    // Ten seconds' worth at this rate.
    let frames = FRAMES_BURST + 10 * FRAMES_PER_SECOND;
    for n in 0..frames {
        fast.send(&ClientFrame::Ping(Beat { n })).await;
    }
    let all_of_it = async {
        let mut answered = 0;
        while answered < frames {
            if let ServerFrame::Pong(_) = fast.frame().await {
                answered += 1;
            }
        }
    };
    tokio::select! {
        () = all_of_it => panic!("the other waited behind the fast one"),
        () = burst(&mut other, 20) => {}
    }
}
