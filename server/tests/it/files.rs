//! Files go up in pieces and come down safely; what is no good is refused and gone.

use std::io::ErrorKind;
use std::path::Path;

use bytes::Bytes;
use chat_files::Limits;
use chat_testkit::{ServerUrl, http};
use http_body_util::Full;
use hyper::header::{COOKIE, HeaderName, HeaderValue, ORIGIN};
use hyper::{Method, Request};
use serde_json::json;
use server::config::{AppConfig, Patience};
use shared::file::{FileInfo, FileKind};
use shared::http::{FilesPage, UploadState};
use shared::refusal::{Refusal, RefusalCode};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::harness::{Figures, TestServer, empty_store, unlimited};

/// One pixel, with a text that a camera could have written.
const PNG: &[u8] = include_bytes!("../../../fuzz/corpus/files/png");

fn config(folder: &TempDir) -> AppConfig {
    AppConfig {
        data: Some(folder.path().to_owned()),
        files: Limits {
            reserve_bytes: 0,
            ..Limits::default()
        },
        ..unlimited()
    }
}

async fn server() -> (TempDir, TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let server = TestServer::over(empty_store(), config(&folder)).await;
    (folder, server)
}

struct Sender<'a> {
    url: &'a ServerUrl,
    token: String,
}

impl<'a> Sender<'a> {
    async fn sign_in(server: &'a TestServer, name: &str) -> Self {
        let login = http::sign_in(&server.url, name).await.unwrap();
        Self {
            url: &server.url,
            token: login.token.unwrap(),
        }
    }

    async fn ask(&self, request: Request<Full<Bytes>>) -> http::Answer {
        let request = http::with_bearer(request, &self.token);
        http::ask(self.url, request).await.unwrap()
    }

    async fn get(&self, path: &str) -> http::Answer {
        self.ask(http::request(Method::GET, path)).await
    }

    async fn announce(&self, name: &str, size: usize, declared: &str) -> http::Answer {
        let body = json!({"name": name, "size": size, "type": declared}).to_string();
        self.ask(http::json_request(
            Method::POST,
            "/api/rooms/1/uploads",
            body,
        ))
        .await
    }

    async fn begin(&self, size: usize) -> UploadState {
        let answer = self.announce("holiday.png", size, "").await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json().unwrap()
    }

    async fn append(&self, upload: &UploadState, offset: usize, bytes: &[u8]) -> http::Answer {
        let path = format!("/api/rooms/1/uploads/{}?offset={offset}", upload.id);
        let mut request = http::request(Method::PATCH, &path);
        *request.body_mut() = Full::new(Bytes::copy_from_slice(bytes));
        self.ask(request).await
    }

    async fn send(&self, bytes: &[u8]) -> FileInfo {
        let upload = self.begin(bytes.len()).await;
        let answer = self.append(&upload, 0, bytes).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json::<UploadState>().unwrap().file.unwrap()
    }

    async fn list(&self) -> Vec<FileInfo> {
        let answer = self.get("/api/rooms/1/files").await;
        answer.json::<FilesPage>().unwrap().files
    }
}

fn code(answer: &http::Answer) -> RefusalCode {
    answer.json::<Refusal>().unwrap().code
}

fn with(path: &str, name: HeaderName, value: &str) -> Request<Full<Bytes>> {
    let mut request = http::request(Method::GET, path);
    let value = HeaderValue::from_str(value).unwrap();
    request.headers_mut().insert(name, value);
    request
}

/// Files below a folder.
fn files(folder: &Path) -> usize {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return 0,
        entries => entries.unwrap(),
    };
    let count = |path: std::path::PathBuf| if path.is_dir() { files(&path) } else { 1 };
    entries.map(|entry| count(entry.unwrap().path())).sum()
}

#[tokio::test]
async fn a_file_goes_up_in_pieces_is_listed_and_comes_down() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let ben = Sender::sign_in(&server, "ben").await;
    let bytes = b"hello, world".repeat(1_000);
    let upload = ada.begin(bytes.len()).await;
    let first: UploadState = ada
        .append(&upload, 0, &bytes[..5_000])
        .await
        .json()
        .unwrap();
    assert_eq!((first.received, first.file), (5_000, None));
    // Somewhere else is not where it goes on; how far it is can be asked.
    let elsewhere = ada.append(&upload, 4_000, &bytes[4_000..]).await;
    assert_eq!(
        (elsewhere.status.as_u16(), code(&elsewhere)),
        (409, RefusalCode::OffsetWrong)
    );
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    let state: UploadState = ada.get(&path).await.json().unwrap();
    assert_eq!((state.received, state.size), (5_000, 12_000));
    assert!(ben.list().await.is_empty(), "half a file is no file");
    let last: UploadState = ada
        .append(&upload, 5_000, &bytes[5_000..])
        .await
        .json()
        .unwrap();
    let file = last.file.unwrap();
    assert_eq!((file.kind, file.size), (FileKind::Text, 12_000));
    // The last bytes again, because their answer was lost: the same answer.
    let again: UploadState = ada
        .append(&upload, 5_000, &bytes[5_000..])
        .await
        .json()
        .unwrap();
    assert_eq!(again.file, Some(file.clone()));
    // A page that comes back asks whether it is still there.
    let asked: UploadState = ada.get(&path).await.json().unwrap();
    assert_eq!(asked.file, Some(file.clone()));
    assert_eq!(ben.list().await, std::slice::from_ref(&file));
    let answer = ben.get(&format!("/files/1/{}", file.id)).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.body[..]),
        (200, &bytes[..])
    );
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let removed = format!("/api/rooms/1/files/{}", file.id);
    let removed = ada.ask(http::request(Method::DELETE, &removed)).await;
    assert_eq!(removed.status.as_u16(), 204);
    let asked = ada.get(&path).await;
    assert_eq!(
        (asked.status.as_u16(), code(&asked)),
        (404, RefusalCode::UnknownFile)
    );
    server.stop().await;
}

#[tokio::test]
async fn an_upload_that_broke_off_goes_on_where_it_stopped() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let bytes = vec![b'x'; 600_000];
    let upload = ada.begin(bytes.len()).await;
    let mut stream = TcpStream::connect(server.url.address()).await.unwrap();
    let head = format!(
        "PATCH /api/rooms/1/uploads/{}?offset=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: \
         Bearer {}\r\nContent-Length: 600000\r\n\r\n",
        upload.id, ada.token
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&bytes[..400_000]).await.unwrap();
    stream.shutdown().await.unwrap();
    // The server ends the connection when it has seen the break.
    let _ = stream.read_to_end(&mut Vec::new()).await;
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    let state: UploadState = ada.get(&path).await.json().unwrap();
    assert_eq!(state.received, 400_000, "all that came is there");
    let last = ada.append(&upload, 400_000, &bytes[400_000..]).await;
    let file = last.json::<UploadState>().unwrap().file.unwrap();
    assert_eq!(file.size, 600_000);
    server.stop().await;
}

#[tokio::test]
async fn an_upload_goes_on_after_a_restart() {
    let (folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let upload = ada.begin(10).await;
    let mut stream = TcpStream::connect(server.url.address()).await.unwrap();
    let head = format!(
        "PATCH /api/rooms/1/uploads/{}?offset=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: \
         Bearer {}\r\nContent-Length: 10\r\n\r\nhello",
        upload.id, ada.token
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    server.stop().await;
    drop(stream);

    let server = TestServer::over(empty_store(), config(&folder)).await;
    let ada = Sender::sign_in(&server, "ada").await;
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    let state: UploadState = ada.get(&path).await.json().unwrap();
    let rest = &b"hello, you"[..10][usize::try_from(state.received).unwrap()..];
    let offset = usize::try_from(state.received).unwrap();
    let last = ada.append(&upload, offset, rest).await;
    assert!(
        last.json::<UploadState>().unwrap().file.is_some(),
        "{}",
        last.text()
    );
    server.stop().await;
}

#[tokio::test]
async fn a_player_gets_the_bytes_that_it_asks_for() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let bytes: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let file = ada.send(&bytes).await;
    let path = format!("/files/1/{}", file.id);
    let range = hyper::header::RANGE;
    for (asked, told, expected) in [
        ("bytes=0-0", "bytes 0-0/300000", 0..1),
        (
            "bytes=150000-",
            "bytes 150000-299999/300000",
            150_000..300_000,
        ),
        ("bytes=-5", "bytes 299995-299999/300000", 299_995..300_000),
    ] {
        let answer = ada.ask(with(&path, range.clone(), asked)).await;
        assert_eq!(answer.status, 206);
        assert_eq!(answer.header("content-range"), told);
        assert!(answer.body[..] == bytes[expected]);
    }
    let answer = ada.ask(with(&path, range.clone(), "bytes=300000-")).await;
    assert_eq!(answer.status, 416);
    assert_eq!(answer.header("content-range"), "bytes */300000");
    // What was changed meanwhile is not put behind what somebody has.
    let mut request = with(&path, range, "bytes=5-");
    let other = HeaderValue::from_static("\"another\"");
    request.headers_mut().insert(hyper::header::IF_RANGE, other);
    assert_eq!(ada.ask(request).await.status, 200);
    server.stop().await;
}

#[tokio::test]
async fn a_file_comes_down_so_that_it_can_do_nothing() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let page = ada.send(b"<script>alert(1)</script>").await;
    let program = ada.send(b"\x7fELF\0\0\0").await;
    let pdf = ada.send(b"%PDF-1.7 <script>").await;
    for (file, media_type, how) in [
        (&page, "text/plain; charset=utf-8", "inline"),
        (&program, "application/octet-stream", "attachment"),
        (&pdf, "application/pdf", "attachment"),
    ] {
        let answer = ada.get(&format!("/files/1/{}", file.id)).await;
        assert_eq!(answer.header("content-type"), media_type);
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("sandbox"),
            "{policy}"
        );
        assert!(!policy.contains("script-src"), "{policy}");
        let name = format!("{how}; filename*=UTF-8''holiday.png");
        assert_eq!(answer.header("content-disposition"), name);
        assert_eq!(answer.header("cache-control"), "private, no-cache");
    }
    // The page itself keeps its own policy.
    let answer = http::get(&server.url, "/").await.unwrap();
    assert!(!answer.header("content-security-policy").contains("sandbox"));
    server.stop().await;
}

#[tokio::test]
async fn a_file_is_read_with_the_right_to_its_room_each_time() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let ben = Sender::sign_in(&server, "ben").await;
    let file = ben.send(PNG).await;
    let path = format!("/files/1/{}", file.id);
    let whole = ben.get(&path).await;
    let tag = whole.header("etag").to_owned();
    // Nobody reads without a login, also with the tag of what they once had.
    let request = with(&path, hyper::header::IF_NONE_MATCH, &tag);
    assert_eq!(http::ask(&server.url, request).await.unwrap().status, 401);
    let request = with(&path, hyper::header::IF_NONE_MATCH, &tag);
    assert_eq!(ben.ask(request).await.status, 304);
    for nowhere in [
        format!("/files/2/{}", file.id),
        format!("/files/1/{}", "0".repeat(32)),
        "/files/1/..%2F..%2Fconfab.db".to_owned(),
        "/files/1/x".to_owned(),
    ] {
        assert_eq!(ada.get(&nowhere).await.status, 404, "{nowhere}");
    }
    // The owner may take it away; then it is gone, with its tag.
    let path_of = format!("/api/rooms/1/files/{}", file.id);
    let cy = Sender::sign_in(&server, "cy").await;
    let refused = cy.ask(http::request(Method::DELETE, &path_of)).await;
    assert_eq!(
        (refused.status.as_u16(), code(&refused)),
        (403, RefusalCode::NotAllowed)
    );
    assert_eq!(
        ada.ask(http::request(Method::DELETE, &path_of))
            .await
            .status,
        204
    );
    let request = with(&path, hyper::header::IF_NONE_MATCH, &tag);
    assert_eq!(ben.ask(request).await.status, 404);
    server.stop().await;
}

#[tokio::test]
async fn an_upload_is_its_senders_alone() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let ben = Sender::sign_in(&server, "ben").await;
    let upload = ada.begin(10).await;
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    let answers = [
        ben.get(&path).await,
        ben.append(&upload, 0, b"from ben!!").await,
        ben.ask(http::request(Method::DELETE, &path)).await,
    ];
    for answer in answers {
        assert_eq!(
            (answer.status.as_u16(), code(&answer)),
            (404, RefusalCode::UnknownFile)
        );
    }
    assert_eq!(
        ada.ask(http::request(Method::DELETE, &path)).await.status,
        204
    );
    assert_eq!(ada.get(&path).await.status, 404);
    server.stop().await;
}

#[tokio::test]
async fn a_page_of_another_site_sends_no_file() {
    let (_folder, server) = server().await;
    let login = http::json_request(
        Method::POST,
        "/api/login",
        json!({"name": "ada"}).to_string(),
    );
    let answer = http::ask(&server.url, login).await.unwrap();
    let cookie = answer
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let body = json!({"name": "a", "size": 1}).to_string();
    for (origin, status) in [("https://evil.example", 403), ("http://localhost", 201)] {
        let path = "/api/rooms/1/uploads";
        let mut request = http::json_request(Method::POST, path, body.clone());
        let headers = request.headers_mut();
        headers.insert(COOKIE, HeaderValue::from_str(&cookie).unwrap());
        headers.insert(ORIGIN, HeaderValue::from_str(origin).unwrap());
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, status, "{origin}: {}", answer.text());
    }
    server.stop().await;
}

#[tokio::test]
async fn what_is_no_good_is_refused_by_its_reason_and_nothing_is_left() {
    let (folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    for name in ["../../etc/passwd", "a\\b", "", "gpj.\u{202E}exe"] {
        let answer = ada.announce(name, 1, "").await;
        assert_eq!(
            (answer.status.as_u16(), code(&answer)),
            (400, RefusalCode::NameInvalid),
            "{name}"
        );
    }
    let answer = ada.announce("large", 101 * 1024 * 1024, "").await;
    assert_eq!(
        (answer.status.as_u16(), code(&answer)),
        (413, RefusalCode::FileTooLarge)
    );
    assert!(
        answer.text().contains("The file is over 100 MB."),
        "{}",
        answer.text()
    );

    let mut bomb = PNG.to_vec();
    bomb[16..24].copy_from_slice(b"\0\0\xff\xff\0\0\xff\xff");
    for (declared, bytes, expected) in [
        ("image/png", &b"<script>"[..], RefusalCode::FileInvalid),
        ("image/png", &PNG[..PNG.len() - 1], RefusalCode::FileInvalid),
        ("image/png", &bomb, RefusalCode::ImageTooLarge),
    ] {
        let answer = ada.announce("a", bytes.len(), declared).await;
        let upload: UploadState = answer.json().unwrap();
        let answer = ada.append(&upload, 0, bytes).await;
        assert_eq!(
            (answer.status.as_u16(), code(&answer)),
            (422, expected),
            "{}",
            answer.text()
        );
    }
    let upload = ada.begin(3).await;
    let answer = ada.append(&upload, 0, b"four").await;
    assert_eq!(
        (answer.status.as_u16(), code(&answer)),
        (400, RefusalCode::Malformed)
    );
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    ada.ask(http::request(Method::DELETE, &path)).await;
    assert_eq!(files(&folder.path().join("files")), 0);
    assert!(ada.list().await.is_empty());
    server.stop().await;
}

#[tokio::test]
async fn a_full_disk_and_a_server_without_a_folder_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut full = config(&folder);
    full.files.reserve_bytes = u64::MAX;
    let server = TestServer::over(empty_store(), full).await;
    let ada = Sender::sign_in(&server, "ada").await;
    let answer = ada.announce("a", 1, "").await;
    assert_eq!(
        (answer.status.as_u16(), code(&answer)),
        (507, RefusalCode::DiskFull)
    );
    server.stop().await;

    let server = TestServer::unlimited().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let answer = ada.announce("a", 1, "").await;
    assert_eq!(
        (answer.status.as_u16(), code(&answer)),
        (403, RefusalCode::NotAllowed)
    );
    assert!(ada.list().await.is_empty());
    server.stop().await;
}

#[tokio::test]
async fn a_picture_loses_what_a_camera_wrote_and_figures_count_it() {
    let (_folder, server) = server().await;
    let ada = Sender::sign_in(&server, "ada").await;
    let has = |bytes: &[u8]| bytes.windows(4).any(|window| window == b"here");
    assert!(has(PNG));
    let file = ada.send(PNG).await;
    let image = file.image.unwrap();
    assert_eq!((image.width, image.height, image.thumbnail), (2, 2, false));
    for part in ["", "/thumbnail"] {
        let answer = ada.get(&format!("/files/1/{}{part}", file.id)).await;
        assert_eq!(answer.header("content-type"), "image/png");
        assert!(!has(&answer.body));
        assert_eq!(answer.body.len() as u64, file.size);
    }
    let sample = "confab_uploads_total{outcome=\"kept\"}";
    let figures = Figures::once(&server.url, sample, 1.0).await;
    let received = figures.value("confab_file_received_bytes_total");
    assert_eq!(received, PNG.len() as f64);
    server.stop().await;
}

#[tokio::test]
async fn who_sends_nothing_for_too_long_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let impatient = AppConfig {
        patience: Patience {
            taken_within: std::time::Duration::from_millis(300),
            ..Patience::default()
        },
        ..config(&folder)
    };
    let server = TestServer::over(empty_store(), impatient).await;
    let ada = Sender::sign_in(&server, "ada").await;
    let upload = ada.begin(10).await;
    let mut stream = TcpStream::connect(server.url.address()).await.unwrap();
    let head = format!(
        "PATCH /api/rooms/1/uploads/{}?offset=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: \
         Bearer {}\r\nContent-Length: 10\r\n\r\nhello",
        upload.id, ada.token
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut come = Vec::new();
    let _ = stream.read_to_end(&mut come).await;
    assert!(
        come.starts_with(b"HTTP/1.1 503"),
        "{}",
        String::from_utf8_lossy(&come)
    );
    let path = format!("/api/rooms/1/uploads/{}", upload.id);
    let state: UploadState = ada.get(&path).await.json().unwrap();
    assert_eq!(state.received, 5);
    server.stop().await;
}
