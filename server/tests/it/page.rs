//! The page comes out of the program itself: whole, compressed, and kept by browsers
//! as long as it is right.

use std::io::Read;

use chat_testkit::http::{self, Answer};
use hyper::Method;

use crate::harness::TestServer;

#[tokio::test]
async fn the_page_names_only_files_that_are_there_and_they_never_change() {
    let server = TestServer::start().await;
    let page = http::get(&server.url, "/").await.unwrap();
    assert_eq!(page.status, 200);
    assert!(
        page.header("content-type").starts_with("text/html"),
        "{page:?}"
    );
    assert_eq!(page.header("cache-control"), "no-cache");
    assert!(!page.header("etag").is_empty());
    assert_eq!(
        page.header("content-encoding"),
        "",
        "it was not asked for compressed"
    );
    assert_eq!(
        http::get(&server.url, "/index.html").await.unwrap().body,
        page.body
    );

    let files = files_of(&page.text());
    assert!(
        files.len() >= 2,
        "a page has a script and a style: {files:?}"
    );
    let mut kept_for_ever = 0;
    for file in files {
        let answer = http::get(&server.url, &file).await.unwrap();
        assert_eq!(answer.status, 200, "{file}");
        assert!(!answer.header("content-type").is_empty(), "{file}");
        if answer.header("cache-control").contains("immutable") {
            kept_for_ever += 1;
            assert!(
                answer.header("cache-control").contains("max-age=31536000"),
                "{file}"
            );
        }
    }
    assert!(
        kept_for_ever >= 2,
        "files with a hash in their name never change"
    );
}

#[tokio::test]
async fn the_program_of_the_page_is_webassembly() {
    let module = bundle::FILES
        .iter()
        .find(|file| file.path.ends_with(".wasm"));
    let module = module.expect("the bundle has the client");
    let server = TestServer::start().await;
    let answer = http::get(&server.url, &format!("/{}", module.path))
        .await
        .unwrap();
    assert_eq!(answer.header("content-type"), "application/wasm");
    assert!(answer.body.starts_with(b"\0asm"));
}

#[tokio::test]
async fn every_file_comes_compressed_as_it_is_asked_for_and_is_the_same_inside() {
    let server = TestServer::start().await;
    for file in bundle::FILES {
        let path = format!("/{}", file.path);
        let plain = http::get(&server.url, &path).await.unwrap();
        for (accepted, encoding) in [
            ("br", "br"),
            ("gzip", "gzip"),
            ("gzip, deflate, br, zstd", "br"),
            ("br;q=0, gzip", "gzip"),
            ("zstd", ""),
            ("identity", ""),
        ] {
            let answer =
                with_header(&server, Method::GET, &path, "accept-encoding", accepted).await;
            assert_eq!(answer.header("vary"), "accept-encoding", "{path}");
            let given = answer.header("content-encoding");
            // A file that compression does not shrink comes as it is.
            assert!(
                given == encoding || given.is_empty(),
                "{path}: {given} for {accepted}"
            );
            assert_eq!(unpacked(&answer), plain.body, "{path} as {accepted}");
        }
    }
    let largest = bundle::FILES
        .iter()
        .max_by_key(|file| file.raw.len())
        .unwrap();
    assert!(
        largest.brotli.is_some() && largest.gzip.is_some(),
        "{largest:?}"
    );
}

#[tokio::test]
async fn a_page_that_the_browser_has_already_is_not_sent_again() {
    let server = TestServer::start().await;
    let page = http::get(&server.url, "/").await.unwrap();
    let tag = page.header("etag").to_owned();
    for tags in [tag.clone(), format!("\"other\", {tag}"), "*".to_owned()] {
        let answer = with_header(&server, Method::GET, "/", "if-none-match", &tags).await;
        assert_eq!(answer.status, 304, "{tags}");
        assert!(answer.body.is_empty());
        assert_eq!(answer.header("etag"), tag);
    }
    let answer = with_header(&server, Method::GET, "/", "if-none-match", "\"other\"").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn head_tells_the_size_and_sends_nothing() {
    let server = TestServer::start().await;
    let whole = http::get(&server.url, "/").await.unwrap();
    let head = http::request(Method::HEAD, "/");
    let answer = http::ask(&server.url, head).await.unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.body.is_empty());
    assert_eq!(
        answer.header("content-length"),
        whole.body.len().to_string()
    );
    assert_eq!(answer.header("etag"), whole.header("etag"));
}

#[tokio::test]
async fn what_is_not_there_is_404_and_cannot_be_walked_to() {
    let server = TestServer::start().await;
    for path in [
        "/nothing",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/index.html/",
        "//etc/passwd",
    ] {
        assert_eq!(
            http::get(&server.url, path).await.unwrap().status,
            404,
            "{path}"
        );
    }
    let post = http::request(Method::POST, "/index.html");
    assert_eq!(http::ask(&server.url, post).await.unwrap().status, 405);
}

async fn with_header(
    server: &TestServer,
    method: Method,
    path: &str,
    name: &'static str,
    value: &str,
) -> Answer {
    let mut request = http::request(method, path);
    request.headers_mut().insert(name, value.parse().unwrap());
    http::ask(&server.url, request).await.unwrap()
}

fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut whole = Vec::new();
    match answer.header("content-encoding") {
        "" => return answer.body.to_vec(),
        "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut whole),
        "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut whole),
        other => panic!("an encoding that nobody asked for: {other}"),
    }
    .unwrap();
    whole
}

/// What `src` and `href` of a page name, on this server.
fn files_of(page: &str) -> Vec<String> {
    let mut files = Vec::new();
    for attribute in ["src=\"", "href=\""] {
        for (at, _) in page.match_indices(attribute) {
            let rest = &page[at + attribute.len()..];
            let file = &rest[..rest.find('"').expect("an attribute ends")];
            assert!(!file.contains("//"), "the page asks another server: {file}");
            if !file.starts_with("data:") && !file.starts_with('#') {
                files.push(format!("/{}", file.trim_start_matches(['.', '/'])));
            }
        }
    }
    files.sort();
    files.dedup();
    files
}
