//! Requests that come too slowly, too large, or whose answers nobody takes.

use std::time::Duration;

use chat_testkit::{PATIENCE, http};
use server::config::{AppConfig, Patience};
use shared::refusal::{Refusal, RefusalCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::harness::{TestServer, empty_store, unlimited};

/// Short enough for a test, long enough for a machine that does much else.
const SHORT: Duration = Duration::from_millis(300);

/// As slowly as somebody sends who wants to hold a connection.
const BYTE_EVERY: Duration = Duration::from_millis(20);

fn impatient() -> AppConfig {
    AppConfig {
        patience: Patience {
            head_within: SHORT,
            taken_within: SHORT,
            ..Patience::default()
        },
        ..unlimited()
    }
}

async fn connect(server: &TestServer) -> TcpStream {
    let stream = TcpStream::connect(server.url.address()).await.unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

/// Everything that comes until the server ends the connection.
async fn until_the_end(stream: &mut TcpStream) -> Vec<u8> {
    let mut come = Vec::new();
    let reading = async {
        let mut some = [0; 16 * 1024];
        // A connection that is reset has ended too.
        while let Ok(count @ 1..) = stream.read(&mut some).await {
            come.extend_from_slice(&some[..count]);
        }
    };
    timeout(PATIENCE, reading)
        .await
        .expect("the server ends the connection");
    come
}

#[tokio::test]
async fn a_head_that_comes_byte_by_byte_is_not_waited_for() {
    let server = TestServer::over(empty_store(), impatient()).await;
    let mut stream = connect(&server).await;
    let head = format!(
        "GET /chat HTTP/1.1\r\nHost: localhost\r\nX-Slow: {}\r\n\r\n",
        "x".repeat(PATIENCE.as_millis() as usize / BYTE_EVERY.as_millis() as usize)
    );
    let mut sent = 0;
    for byte in head.as_bytes() {
        // Each byte comes long before the last one could be missed.
        sleep(BYTE_EVERY).await;
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
        sent += 1;
    }
    assert!(sent < head.len(), "the whole head was waited for");
    assert_eq!(
        http::get(&server.url, "/healthz").await.unwrap().status,
        200
    );
}

#[tokio::test]
async fn who_connects_and_says_nothing_is_not_waited_for() {
    let server = TestServer::over(empty_store(), impatient()).await;
    let mut silent = connect(&server).await;
    assert_eq!(until_the_end(&mut silent).await, b"");
    // The same after an answer.
    let mut idle = connect(&server).await;
    let request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    idle.write_all(request).await.unwrap();
    let come = until_the_end(&mut idle).await;
    assert!(come.starts_with(b"HTTP/1.1 200 OK"), "{come:?}");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let server = TestServer::unlimited().await;
    let mut stream = connect(&server).await;
    let head = "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n\r\n{\"na";
    stream.write_all(head.as_bytes()).await.unwrap();
    server.fast_forward().await;
    let come = until_the_end(&mut stream).await;
    let come = String::from_utf8(come).unwrap();
    assert!(come.starts_with("HTTP/1.1 503 "), "{come}");
    let (_, body) = come.split_once("\r\n\r\n").unwrap();
    let refusal: Refusal = serde_json::from_str(body).unwrap();
    assert_eq!(refusal.code, RefusalCode::Unavailable);
}

#[tokio::test]
async fn a_body_without_an_end_is_refused() {
    let server = TestServer::unlimited().await;
    let mut stream = connect(&server).await;
    let head = "POST /api/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("400\r\n{}\r\n", "x".repeat(1024));
    // The server stops reading at some point, and then takes no more.
    for _ in 0..64 {
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let come = String::from_utf8(until_the_end(&mut stream).await).unwrap();
    assert!(come.starts_with("HTTP/1.1 400 "), "{come}");
    assert!(come.contains("over 4096 bytes"), "{come}");
}

#[tokio::test]
async fn a_head_over_the_limit_is_refused() {
    let server = TestServer::unlimited().await;
    for (what, head) in [
        (
            "a long line",
            format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(20_000)),
        ),
        (
            "a line without an end",
            format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(20_000)),
        ),
        (
            "many lines",
            format!("GET / HTTP/1.1\r\n{}\r\n", "X: x\r\n".repeat(101)),
        ),
        (
            "a long address",
            format!("GET /{} HTTP/1.1\r\n\r\n", "x".repeat(20_000)),
        ),
    ] {
        let mut stream = connect(&server).await;
        // What lies beyond the limit may not be taken any more.
        let _ = stream.write_all(head.as_bytes()).await;
        let come = String::from_utf8(until_the_end(&mut stream).await).unwrap();
        assert!(come.starts_with("HTTP/1.1 431 "), "{what}: {come}");
    }
    let mut stream = connect(&server).await;
    let most = format!(
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\n{}Connection: close\r\n\r\n",
        "X: x\r\n".repeat(98)
    );
    stream.write_all(most.as_bytes()).await.unwrap();
    let come = String::from_utf8(until_the_end(&mut stream).await).unwrap();
    assert!(come.starts_with("HTTP/1.1 200 "), "a hundred lines: {come}");
}

#[tokio::test]
async fn who_asks_and_does_not_take_the_answers_is_given_up() {
    let server = TestServer::over(empty_store(), impatient()).await;
    let mut stream = connect(&server).await;
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100);
    // While an answer waits the server reads no further request: first all buffers
    // fill, and then this waits until the server has had enough.
    let asking = async { while stream.write_all(&request).await.is_ok() {} };
    timeout(PATIENCE, asking)
        .await
        .expect("a client that takes nothing is given up");
    assert_eq!(
        http::get(&server.url, "/healthz").await.unwrap().status,
        200
    );
}
