use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use bundle::File;
use http_body_util::BodyExt;

use super::answer;

static FILES: &[File] = &[
    File {
        path: "app-0123.wasm",
        content_type: "application/wasm",
        etag: "W/\"a\"",
        immutable: true,
        raw: b"as it is, and long",
        brotli: Some(b"brotli"),
        gzip: Some(b"gzipped"),
    },
    File {
        path: "index.html",
        content_type: "text/html; charset=utf-8",
        etag: "W/\"b\"",
        immutable: false,
        raw: b"<!doctype html>",
        brotli: None,
        gzip: None,
    },
];

fn get(path: &str, headers: &[(&'static str, &str)]) -> Response {
    ask(&Method::GET, path, headers)
}

fn ask(method: &Method, path: &str, headers: &[(&'static str, &str)]) -> Response {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_str(value).expect("a header"),
            )
        })
        .collect();
    answer(FILES, method, path, &headers)
}

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response
        .headers()
        .get(name)
        .map(|value| value.to_str().expect("text"))
}

async fn body(response: Response) -> Vec<u8> {
    response
        .into_body()
        .collect()
        .await
        .expect("a body in memory")
        .to_bytes()
        .to_vec()
}

#[tokio::test]
async fn the_root_is_the_page_and_is_asked_for_each_time() {
    let response = get("/", &[]);
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        header(&response, "content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(header(&response, "cache-control"), Some("no-cache"));
    assert_eq!(header(&response, "etag"), Some("W/\"b\""));
    assert_eq!(body(response).await, b"<!doctype html>");
}

#[test]
fn a_hashed_file_is_kept_for_ever() {
    let response = get("/app-0123.wasm", &[]);
    assert_eq!(
        header(&response, "cache-control"),
        Some("public, max-age=31536000, immutable")
    );
}

#[tokio::test]
async fn the_best_encoding_that_the_client_takes_is_sent() {
    for (accept, encoding, content) in [
        ("br, gzip", Some("br"), &b"brotli"[..]),
        ("gzip, deflate, br;q=0.1", Some("br"), b"brotli"),
        ("gzip", Some("gzip"), b"gzipped"),
        ("br;q=0, gzip", Some("gzip"), b"gzipped"),
        ("*", Some("br"), b"brotli"),
        ("*, br;q=0", Some("gzip"), b"gzipped"),
        ("*;q=0", None, b"as it is, and long"),
        ("identity", None, b"as it is, and long"),
        ("br;q=x", None, b"as it is, and long"),
        ("", None, b"as it is, and long"),
    ] {
        let response = get("/app-0123.wasm", &[("accept-encoding", accept)]);
        assert_eq!(header(&response, "content-encoding"), encoding, "{accept}");
        assert_eq!(header(&response, "vary"), Some("accept-encoding"));
        assert_eq!(body(response).await, content, "{accept}");
    }
}

#[tokio::test]
async fn a_known_tag_is_answered_without_the_file() {
    for tags in ["W/\"b\"", "\"b\"", "\"x\", W/\"b\"", "*"] {
        let response = get("/index.html", &[("if-none-match", tags)]);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{tags}");
        assert_eq!(header(&response, "etag"), Some("W/\"b\""));
        assert!(body(response).await.is_empty());
    }
    assert_eq!(
        get("/", &[("if-none-match", "\"x\"")]).status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn head_has_the_headers_of_get_and_no_body() {
    let response = ask(&Method::HEAD, "/", &[]);
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, "content-length"), Some("15"));
    assert!(body(response).await.is_empty());
}

#[tokio::test]
async fn a_place_inside_the_page_is_the_page() {
    for path in ["/room/lobby", "/room/%D8%BA", "/room/a/b"] {
        let response = get(path, &[]);
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(header(&response, "cache-control"), Some("no-cache"));
        assert_eq!(body(response).await, b"<!doctype html>");
    }
    assert_eq!(get("/room", &[]).status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_person_who_went_astray_finds_the_way_and_a_program_one_line() {
    let response = get("/nothing", &[("accept", "text/html,*/*;q=0.8")]);
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let page = String::from_utf8(body(response).await).expect("text");
    assert!(page.contains("<a href=\"/\">Open Confab</a>"), "{page}");
    let response = get("/nothing", &[("accept", "*/*")]);
    assert_eq!(
        body(response).await,
        b"There is nothing under this address.\n"
    );
}

#[test]
fn unknown_paths_are_not_found_and_only_reading_is_allowed() {
    for path in [
        "/nothing",
        "/../Cargo.toml",
        "/app-0123.wasm/",
        "/%2e%2e/index.html",
    ] {
        assert_eq!(get(path, &[]).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let response = ask(&Method::POST, "/", &[]);
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(header(&response, "allow"), Some("GET, HEAD"));
}
