//! What one connection of HTTP/2 may ask of the server, with frames written by hand
//! (RFC 9113, section 4.1).

use std::net::SocketAddr;

use chat_testkit::PATIENCE;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;

use crate::harness::{Pair, TestServer, empty_store};

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Types of frames.
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;

/// Flags of HEADERS and CONTINUATION.
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// Error codes.
const REFUSED_STREAM: u32 = 7;
const CANCEL: u32 = 8;
const ENHANCE_YOUR_CALM: u32 = 11;

/// Settings.
const MAX_CONCURRENT_STREAMS: u16 = 3;
const INITIAL_WINDOW_SIZE: u16 = 4;
const MAX_HEADER_LIST_SIZE: u16 = 6;
const ENABLE_CONNECT_PROTOCOL: u16 = 8;

struct Frame {
    kind: u8,
    stream: u32,
    payload: Vec<u8>,
}

impl Frame {
    /// The error code of a reset or of a goodbye.
    fn error(&self) -> u32 {
        let at = if self.kind == GOAWAY { 4 } else { 0 };
        u32::from_be_bytes(self.payload[at..at + 4].try_into().unwrap())
    }
}

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap();
    let mut bytes = length.to_be_bytes()[1..].to_vec();
    bytes.extend([kind, flags]);
    bytes.extend(stream.to_be_bytes());
    bytes.extend(payload);
    bytes
}

/// `GET /healthz`, or without its path, which no request may be (HPACK: RFC 7541, appendix
/// A and section 6.2.2).
fn request(address: SocketAddr, path: Option<&str>) -> Vec<u8> {
    let mut block = vec![0x82, 0x87];
    let mut literal = |name: u8, value: &str| {
        block.extend([name, u8::try_from(value.len()).unwrap()]);
        block.extend(value.as_bytes());
    };
    literal(0x01, &format!("localhost:{}", address.port()));
    if let Some(path) = path {
        literal(0x04, path);
    }
    block
}

/// A client's streams: 1, 3, 5 and so on.
fn streams(count: u32) -> impl Iterator<Item = u32> {
    (0..count).map(|number| 2 * number + 1)
}

async fn open(pair: &Pair, address: SocketAddr) -> TlsStream<TcpStream> {
    let mut stream = pair.connect(address, &["h2"]).await.unwrap();
    let hello = [PREFACE, &frame(SETTINGS, 0, 0, &[])].concat();
    stream.write_all(&hello).await.unwrap();
    stream
}

async fn next(stream: &mut TlsStream<TcpStream>) -> Option<Frame> {
    let mut head = [0; 9];
    let read = timeout(PATIENCE, stream.read_exact(&mut head)).await;
    read.expect("something comes, or the end").ok()?;
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let mut payload = vec![0; length as usize];
    stream.read_exact(&mut payload).await.ok()?;
    Some(Frame {
        kind: head[3],
        stream: u32::from_be_bytes(head[5..9].try_into().unwrap()),
        payload,
    })
}

/// The first frame of this kind; none when the connection ends before.
async fn until(stream: &mut TlsStream<TcpStream>, kind: u8) -> Option<Frame> {
    loop {
        let frame = next(stream).await?;
        if frame.kind == kind {
            return Some(frame);
        }
    }
}

async fn start() -> (Pair, TestServer, SocketAddr) {
    let pair = Pair::new();
    let server = TestServer::over(empty_store(), pair.config()).await;
    let address = server.url.address();
    (pair, server, address)
}

/// Somebody else is served as before.
async fn others_are_served(pair: &Pair, address: SocketAddr) {
    let mut stream = open(pair, address).await;
    let ask = frame(
        HEADERS,
        END_STREAM | END_HEADERS,
        1,
        &request(address, Some("/healthz")),
    );
    stream.write_all(&ask).await.unwrap();
    let answer = until(&mut stream, HEADERS).await.expect("an answer");
    // `:status 200` of the static table.
    assert_eq!((answer.stream, answer.payload[0]), (1, 0x88));
}

#[tokio::test]
async fn a_connection_of_http2_is_told_its_limits() {
    let (pair, _server, address) = start().await;
    let mut stream = open(&pair, address).await;
    let settings = until(&mut stream, SETTINGS).await.expect("settings");
    let told: Vec<(u16, u32)> = settings
        .payload
        .chunks(6)
        .map(|one| {
            let name = u16::from_be_bytes([one[0], one[1]]);
            (name, u32::from_be_bytes(one[2..6].try_into().unwrap()))
        })
        .collect();
    for setting in [
        (MAX_CONCURRENT_STREAMS, 100),
        (INITIAL_WINDOW_SIZE, 128 * 1024),
        (MAX_HEADER_LIST_SIZE, 16 * 1024),
        (ENABLE_CONNECT_PROTOCOL, 1),
    ] {
        assert!(told.contains(&setting), "{setting:?} is not in {told:?}");
    }
}

#[tokio::test]
async fn the_stream_after_the_hundredth_is_refused() {
    let (pair, _server, address) = start().await;
    let mut stream = open(&pair, address).await;
    // Requests whose bodies do not come hold their streams.
    let block = request(address, Some("/api/doctor/body"));
    let mut asked = Vec::new();
    for number in streams(101) {
        let mut block = block.clone();
        block[0] = 0x83; // POST
        asked.extend(frame(HEADERS, END_HEADERS, number, &block));
    }
    stream.write_all(&asked).await.unwrap();
    let refused = until(&mut stream, RST_STREAM).await.expect("a refusal");
    assert_eq!((refused.stream, refused.error()), (201, REFUSED_STREAM));
}

#[tokio::test]
async fn requests_that_are_taken_back_at_once_end_the_connection() {
    let (pair, _server, address) = start().await;
    let mut stream = open(&pair, address).await;
    let block = request(address, Some("/healthz"));
    let mut flood = Vec::new();
    for number in streams(1_000) {
        flood.extend(frame(HEADERS, END_STREAM | END_HEADERS, number, &block));
        flood.extend(frame(RST_STREAM, 0, number, &CANCEL.to_be_bytes()));
    }
    // It may be ended before all of it is written.
    let _ = stream.write_all(&flood).await;
    let goodbye = until(&mut stream, GOAWAY).await.expect("a goodbye");
    assert_eq!(goodbye.error(), ENHANCE_YOUR_CALM);
    others_are_served(&pair, address).await;
}

#[tokio::test]
async fn requests_that_are_none_end_the_connection() {
    let (pair, _server, address) = start().await;
    let mut stream = open(&pair, address).await;
    let block = request(address, None);
    let mut flood = Vec::new();
    for number in streams(1_000) {
        flood.extend(frame(HEADERS, END_STREAM | END_HEADERS, number, &block));
    }
    let _ = stream.write_all(&flood).await;
    let goodbye = until(&mut stream, GOAWAY).await.expect("a goodbye");
    assert_eq!(goodbye.error(), ENHANCE_YOUR_CALM);
    others_are_served(&pair, address).await;
}

#[tokio::test]
async fn a_head_without_an_end_ends_the_connection() {
    let (pair, _server, address) = start().await;
    let mut stream = open(&pair, address).await;
    let block = request(address, Some("/healthz"));
    let mut flood = frame(HEADERS, END_STREAM, 1, &block);
    // `x: xxx…`, again and again, and never the last frame.
    let mut header = vec![0x00, 1, b'x', 0x7f, 0x81, 0x7e];
    header.resize(6 + 16_256, b'x');
    for _ in 0..100 {
        flood.extend(frame(CONTINUATION, 0, 1, &header));
    }
    let _ = stream.write_all(&flood).await;
    // A goodbye or the mere end: it does not go on to be read.
    while next(&mut stream).await.is_some() {}
    others_are_served(&pair, address).await;
}
