//! https and wss from a certificate of the server's own, over HTTP/1.1 and HTTP/2.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use chat_testkit::PATIENCE;
use futures_util::{SinkExt, StreamExt};
use hyper::{Method, Request, Version};
use server::config::Patience;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::Role;

use crate::harness::{Figures, Pair, ServerProcess, TestServer, command, empty_store, free_port};

async fn start(pair: &Pair) -> (TestServer, SocketAddr) {
    let server = TestServer::over(empty_store(), pair.config()).await;
    let address = server.url.address();
    (server, address)
}

/// Says a line in plain mode and hears that it is stored.
async fn talk<S>(socket: &mut WebSocketStream<S>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    socket.send(Message::text("hello")).await.unwrap();
    let heard = timeout(PATIENCE, socket.next())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!(heard, Message::text("You sent: hello"));
    // As much as comes at once at the most, so that nothing is stuck halfway.
    let long = "x".repeat(9_999);
    for _ in 0..20 {
        socket.send(Message::text(long.clone())).await.unwrap();
    }
    for _ in 0..20 {
        let heard = timeout(PATIENCE, socket.next())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        assert_eq!(
            heard.into_text().unwrap().len(),
            long.len() + "You sent: ".len()
        );
    }
}

#[tokio::test]
async fn a_websocket_over_tls() {
    let pair = Pair::new();
    let (server, address) = start(&pair).await;
    let stream = pair.connect(address, &["http/1.1"]).await.unwrap();
    let uri = format!("wss://localhost:{}/chat?name=ada", address.port());
    let mut request = uri.into_client_request().unwrap();
    let origin = format!("https://localhost:{}", address.port());
    request
        .headers_mut()
        .insert("origin", origin.parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream)
        .await
        .unwrap();
    talk(&mut socket).await;
    let stopping = server.stop();
    let end = async {
        let end = timeout(PATIENCE, socket.next())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        let Message::Close(Some(close)) = end else {
            panic!("instead of a close came {end:?}")
        };
        assert_eq!(u16::from(close.code), 1012);
        // The answer to it is sent by looking on.
        while timeout(PATIENCE, socket.next()).await.unwrap().is_some() {}
    };
    tokio::join!(stopping, end);
}

/// Bytes of one stream of HTTP/2 as a stream of its own.
async fn extended_connect(
    sender: h2::client::SendRequest<Bytes>,
    address: SocketAddr,
    path: &str,
) -> (u16, DuplexStream) {
    let mut sender = sender.ready().await.unwrap();
    let request = Request::builder()
        .method(Method::CONNECT)
        .version(Version::HTTP_2)
        .uri(format!("https://localhost:{}{path}", address.port()))
        .header("sec-websocket-version", "13")
        .header("origin", format!("https://localhost:{}", address.port()))
        .extension(h2::ext::Protocol::from_static("websocket"))
        .body(())
        .unwrap();
    let (response, mut to_server) = sender.send_request(request, false).unwrap();
    let response = timeout(PATIENCE, response).await.unwrap().unwrap();
    let status = response.status().as_u16();
    let mut from_server = response.into_body();
    let (ours, theirs) = duplex(1024 * 1024);
    let (mut read, mut write) = tokio::io::split(theirs);
    tokio::spawn(async move {
        while let Some(Ok(bytes)) = from_server.data().await {
            let _ = from_server.flow_control().release_capacity(bytes.len());
            if write.write_all(&bytes).await.is_err() {
                return;
            }
        }
        // The other half of the stream lives on, so its end has to be told.
        let _ = write.shutdown().await;
    });
    tokio::spawn(async move {
        let mut buffer = vec![0; 16 * 1024];
        while let Ok(count @ 1..) = read.read(&mut buffer).await {
            let bytes = Bytes::copy_from_slice(&buffer[..count]);
            if to_server.send_data(bytes, false).is_err() {
                return;
            }
        }
    });
    (status, ours)
}

async fn http2(pair: &Pair, address: SocketAddr) -> h2::client::SendRequest<Bytes> {
    let stream = pair.connect(address, &["h2", "http/1.1"]).await.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let (sender, connection) = h2::client::handshake(stream).await.unwrap();
    tokio::spawn(async move {
        // Ends with the server.
        let _ = connection.await;
    });
    sender
}

#[tokio::test]
async fn websockets_over_http2() {
    let pair = Pair::new();
    let (server, address) = start(&pair).await;
    let mut sender = http2(&pair, address).await;
    // The server's settings come with its first answer.
    let uri = format!("https://localhost:{}/healthz", address.port());
    let request = Request::builder().uri(uri).body(()).unwrap();
    let (response, _) = sender.send_request(request, true).unwrap();
    assert_eq!(
        timeout(PATIENCE, response).await.unwrap().unwrap().status(),
        200
    );
    assert!(sender.is_extended_connect_protocol_enabled());

    // Two on one connection.
    let (status, stream) = extended_connect(sender.clone(), address, "/chat?name=ada").await;
    assert_eq!(status, 200);
    let mut ada = WebSocketStream::from_raw_socket(stream, Role::Client, None).await;
    talk(&mut ada).await;
    let (status, stream) = extended_connect(sender.clone(), address, "/chat?name=ben").await;
    assert_eq!(status, 200);
    let mut ben = WebSocketStream::from_raw_socket(stream, Role::Client, None).await;
    ben.send(Message::text("from ben")).await.unwrap();
    let heard = timeout(PATIENCE, ada.next())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!(heard, Message::text("ben: from ben"));

    // What is refused over HTTP/1.1 is refused here.
    let (status, _) = extended_connect(sender.clone(), address, "/chat?room=!&name=cy").await;
    assert_eq!(status, 400);
    let (status, _) = extended_connect(sender, address, "/healthz").await;
    assert_eq!(status, 405);

    let stopping = server.stop();
    let end = async {
        loop {
            match timeout(PATIENCE, ada.next()).await.unwrap() {
                Some(Ok(Message::Close(Some(close)))) => {
                    assert_eq!(u16::from(close.code), 1012);
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            }
        }
    };
    tokio::join!(stopping, end);
}

#[tokio::test]
async fn a_renewed_certificate_is_shown_to_whoever_comes_next() {
    let pair = Pair::new();
    let (_server, address) = start(&pair).await;
    pair.connect(address, &[]).await.unwrap();
    pair.renew(2998);
    let renewed = async {
        while pair.connect(address, &[]).await.is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, renewed)
        .await
        .expect("the new one is shown");
}

/// Who came before goes on with what it has.
#[tokio::test]
async fn a_running_program_takes_a_renewed_certificate_and_keeps_its_connections() {
    let pair = Pair::new();
    let data = tempfile::tempdir().unwrap();
    let (certificate, key) = (pair.certificate(), pair.key());
    let flags = [
        "--tls-cert",
        certificate.to_str().unwrap(),
        "--tls-key",
        key.to_str().unwrap(),
    ];
    let server = ServerProcess::spawn(free_port(), data.path(), &flags);
    server.says("Confab is at https://").await;
    let address = server.url.address();
    let mut early = pair.connect(address, &["http/1.1"]).await.unwrap();
    is_healthy(&mut early).await;
    let before = shown(&early);

    pair.renew(2998);
    server.says("the certificate was renewed").await;
    let mut late = pair.connect(address, &["http/1.1"]).await.unwrap();
    is_healthy(&mut late).await;
    assert_ne!(shown(&late), before);
    is_healthy(&mut early).await;

    // One that does not fit its key changes nothing for anybody.
    let new = shown(&late);
    let stranger = Pair::new();
    std::fs::copy(stranger.certificate(), pair.certificate()).unwrap();
    server.says("does not fit").await;
    stranger.connect(address, &[]).await.unwrap_err();
    is_healthy(&mut late).await;
    assert_eq!(shown(&late), new);
}

/// The certificate that this connection began with.
fn shown(stream: &TlsStream<TcpStream>) -> Vec<u8> {
    let shown = stream.get_ref().1.peer_certificates().unwrap();
    shown[0].to_vec()
}

/// Asks on an open connection, which stays open.
async fn is_healthy(stream: &mut TlsStream<TcpStream>) {
    let ask = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(ask).await.unwrap();
    let mut heard = String::new();
    while !heard.ends_with("\r\n\r\nok") {
        let mut buffer = [0; 1024];
        let read = timeout(PATIENCE, stream.read(&mut buffer)).await;
        let count = read.expect("an answer comes").unwrap();
        assert!(count > 0, "it ended after {heard:?}");
        heard.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
    }
    assert!(heard.starts_with("HTTP/1.1 200 "), "{heard}");
}

#[tokio::test]
async fn who_is_slow_or_speaks_plainly_comes_to_an_end() {
    let pair = Pair::new();
    let mut config = pair.config();
    config.patience = Patience {
        head_within: Duration::from_millis(100),
        ..Patience::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let address = server.url.address();
    // Nothing, and half a handshake.
    for said in [&b""[..], &[22, 3, 1, 2]] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(said).await.unwrap();
        let mut heard = Vec::new();
        timeout(PATIENCE, stream.read_to_end(&mut heard))
            .await
            .expect("it is ended")
            .unwrap();
        assert!(heard.is_empty(), "{heard:?}");
    }
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut heard = String::new();
    timeout(PATIENCE, async {
        let mut buffer = [0; 1024];
        while let Ok(count @ 1..) = stream.read(&mut buffer).await {
            heard.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
        }
    })
    .await
    .expect("it is ended");
    assert!(heard.starts_with("HTTP/1.1 400 "), "{heard}");
    let (head, body) = heard.split_once("\r\n\r\n").unwrap();
    assert!(body.contains("https://"), "{body}");
    let length = format!("Content-Length: {}", body.len());
    assert!(head.contains(&length), "{head}");
    // The connection without a stream ends too, after two looks.
    let mut sender = http2(&pair, address).await;
    let ended = async {
        while std::future::poll_fn(|cx| sender.poll_ready(cx))
            .await
            .is_ok()
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, ended).await.expect("it is ended");
}

#[tokio::test]
async fn a_login_by_https_is_kept_for_https() {
    let pair = Pair::new();
    let (_server, address) = start(&pair).await;
    let mut stream = pair.connect(address, &[]).await.unwrap();
    let body = "{\"name\":\"ada\"}";
    let request = format!(
        "POST /api/login HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n{body}",
        address.port(),
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = String::new();
    timeout(PATIENCE, stream.read_to_string(&mut heard))
        .await
        .unwrap()
        .unwrap();
    let cookie = heard
        .lines()
        .find(|line| line.starts_with("set-cookie: __Host-confab_login_"))
        .unwrap_or_else(|| panic!("no secure cookie in {heard}"));
    assert!(
        cookie.contains("; Secure") && cookie.contains("; Path=/"),
        "{cookie}"
    );
}

/// `Strict-Transport-Security` binds every port and program under the host's name, for
/// long and against its keeper's will: it is the keeper's to say.
#[tokio::test]
async fn no_answer_speaks_for_the_whole_host() {
    let pair = Pair::new();
    let (_server, address) = start(&pair).await;
    for path in ["/", "/healthz", "/api/me", "/nothing"] {
        let mut stream = pair.connect(address, &[]).await.unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            address.port()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut heard = Vec::new();
        let read = timeout(PATIENCE, stream.read_to_end(&mut heard)).await;
        read.unwrap().unwrap();
        let heard = String::from_utf8_lossy(&heard).to_lowercase();
        let (head, _) = heard.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("content-security-policy:"), "{head}");
        assert!(!head.contains("strict-transport-security"), "{head}");
    }
}

#[tokio::test]
async fn a_pair_that_cannot_serve_is_told_of_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    let (one, other) = (Pair::new(), Pair::new());
    let expired = Pair::new();
    expired.renew(2001);
    let missing = data.path().join("none.pem");
    for (certificate, key, word) in [
        (one.certificate(), other.key(), "does not fit"),
        (
            expired.certificate(),
            expired.key(),
            "expired on 2001-12-31",
        ),
        (missing, one.key(), "no such file"),
        (one.key(), one.certificate(), "holds no certificate"),
    ] {
        let flags = [
            "--tls-cert",
            certificate.to_str().unwrap(),
            "--tls-key",
            key.to_str().unwrap(),
        ];
        let mut command = command(free_port(), data.path(), &flags);
        let ended = tokio::task::spawn_blocking(move || command.output().unwrap());
        let output = timeout(PATIENCE, ended).await.expect("it ends").unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(word), "{said}");
        assert!(output.stdout.is_empty(), "nothing was promised before");
    }
}

#[tokio::test]
async fn handshakes_that_fail_are_counted() {
    let pair = Pair::new();
    let stranger = Pair::new();
    let (_server, address) = start(&pair).await;
    // It does not trust the server, and says so in the handshake.
    stranger.connect(address, &[]).await.unwrap_err();
    let counted = async {
        while figures(&pair, address)
            .await
            .value("confab_tls_failures_total")
            < 0.5
        {}
    };
    timeout(PATIENCE, counted).await.expect("it is counted");
}

async fn figures(pair: &Pair, address: SocketAddr) -> Figures {
    let mut stream = pair.connect(address, &[]).await.unwrap();
    let host = format!("localhost:{}", address.port());
    let request = format!("GET /metrics HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = String::new();
    let read = stream.read_to_string(&mut heard);
    timeout(PATIENCE, read).await.unwrap().unwrap();
    let (_, page) = heard.split_once("\r\n\r\n").unwrap();
    Figures::read(page)
}
