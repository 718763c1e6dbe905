//! The page: the files of the web client, out of this program's own memory.
//!
//! Files with a hash in their name never change, so a browser may keep them for
//! ever; the page itself is asked for every time and mostly answered with 304. Every
//! file exists compressed already; nothing is compressed on request.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE,
    ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, VARY,
};
use axum::http::{Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use bundle::File;
use bytes::Bytes;

/// A year: the longest that RFC 9111 readers honour.
const KEEP_FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Ask each time; `ETag` makes the answer short.
const ASK_EACH_TIME: &str = "no-cache";

/// Without style or script, so that it needs no exception from the policy.
const NOTHING_HERE: &str = "<!doctype html><html lang=en><meta charset=utf-8>\
    <meta name=viewport content=\"width=device-width\"><meta name=color-scheme content=\"light dark\">\
    <title>Nothing here · Confab</title><h1>There is nothing under this address</h1>\
    <p><a href=\"/\">Open Confab</a></p></html>";

/// Addresses below this are places inside the page: which of them exist is the page's to
/// know.
const PLACES: &str = "room/";

/// Answers everything that is no other route's.
pub async fn serve(request: Request) -> Response {
    answer(
        bundle::FILES,
        request.method(),
        request.uri().path(),
        request.headers(),
    )
}

fn answer(files: &'static [File], method: &Method, path: &str, asked: &HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let allow = [(ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (
            StatusCode::METHOD_NOT_ALLOWED,
            allow,
            "There are only files to read here.\n",
        )
            .into_response();
    }
    let path = match path.trim_start_matches('/') {
        "" => "index.html",
        place if place.starts_with(PLACES) => "index.html",
        path => path,
    };
    let Some(file) = files.iter().find(|file| file.path == path) else {
        return nothing_here(asked);
    };

    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(ETAG, HeaderValue::from_static(file.etag));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static(if file.immutable {
            KEEP_FOR_EVER
        } else {
            ASK_EACH_TIME
        }),
    );
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .any(|tags| names_tag(tags, file.etag))
    {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }

    let (encoding, content) = choose(file, asked);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(content.len()));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if method == Method::GET {
        *response.body_mut() = Body::from(Bytes::from_static(content));
    }
    response
}

/// A person gets a way out, a program one line.
fn nothing_here(asked: &HeaderMap) -> Response {
    let accept = asked.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    let body = if accept.is_some_and(|accept| accept.contains("text/html")) {
        Html(NOTHING_HERE).into_response()
    } else {
        "There is nothing under this address.\n".into_response()
    };
    (StatusCode::NOT_FOUND, body).into_response()
}

/// Whether an `If-None-Match` names this tag; weak comparison (RFC 9110, section 13.1.2).
fn names_tag(header: &HeaderValue, tag: &str) -> bool {
    let strong = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    header.to_str().is_ok_and(|tags| {
        tags.split(',')
            .any(|t| t.trim() == "*" || strong(t) == strong(tag))
    })
}

/// The best form that the client takes: brotli, then gzip, then as it is.
fn choose(file: &File, asked: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let brotli = file.brotli.map(|content| ("br", content));
    let gzip = file.gzip.map(|content| ("gzip", content));
    [brotli, gzip]
        .into_iter()
        .flatten()
        .find(|(encoding, _)| takes(asked, encoding))
        .map_or((None, file.raw), |(encoding, content)| {
            (Some(encoding), content)
        })
}

/// Whether `Accept-Encoding` allows an encoding (RFC 9110, section 12.5.3): named, or
/// covered by `*`, with a weight above zero. A name outweighs the star.
fn takes(asked: &HeaderMap, encoding: &str) -> bool {
    let mut by_star = false;
    for header in asked.get_all(ACCEPT_ENCODING) {
        for item in header.to_str().unwrap_or_default().split(',') {
            let mut parts = item.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let weight = parts
                .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
                .map_or(Some(1.0), |q| q.parse::<f32>().ok())
                .unwrap_or(0.0);
            if name.eq_ignore_ascii_case(encoding) {
                return weight > 0.0;
            }
            if name == "*" {
                by_star = weight > 0.0;
            }
        }
    }
    by_star
}

#[cfg(test)]
mod tests;
