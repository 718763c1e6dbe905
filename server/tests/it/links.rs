//! Links over plain HTTP requests, request by request: what a proxy loses, repeats or
//! forges.

use std::time::Duration;

use chat_client::over_http::Addresses;
use chat_store::LOBBY;
use chat_testkit::http::{self, Answer, Asker};
use chat_testkit::raw_socket::hello;
use chat_testkit::{LinkSocket, ServerUrl};
use http_body_util::{BodyExt, Full};
use hyper::{Method, Request};
use server::config::{AppConfig, Patience};
use shared::codec;
use shared::events::{Event, EventReader};
use shared::http::{LinkOpened, LinkTransport};
use shared::limits::{POST_BYTES_MAX, POST_FRAMES_MAX};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;

use crate::harness::{TestServer, empty_store, log, new_client_id, post, text};

/// A link by hand.
struct ByHand {
    url: ServerUrl,
    token: String,
    addresses: Addresses,
}

impl ByHand {
    async fn open(url: &ServerUrl, name: &str, transport: &str) -> Self {
        let token = http::sign_in(url, name).await.unwrap().token.unwrap();
        let answer = ask(url, &token, Method::POST, "/api/link", transport).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        let opened: LinkOpened = answer.json().unwrap();
        Self {
            url: url.clone(),
            token,
            addresses: Addresses::of(&opened.link),
        }
    }

    async fn posts(&self, number: u64, body: &str) -> Answer {
        let path = self.addresses.frames(number);
        ask(&self.url, &self.token, Method::POST, &path, body).await
    }

    /// The same where the connection may end before the answer, as a client makes a post:
    /// again with the same number until it is answered.
    async fn posts_until_answered(&self, number: u64, body: &str) -> Answer {
        const TRIES_MAX: usize = 50;
        let path = self.addresses.frames(number);
        for _ in 0..TRIES_MAX {
            let request = http::json_request(Method::POST, &path, body.to_owned());
            let request = http::with_bearer(request, &self.token);
            if let Ok(answer) = http::ask(&self.url, request).await {
                return answer;
            }
        }
        panic!("{TRIES_MAX} connections ended without an answer");
    }

    async fn polls(&self, after: u64) -> Answer {
        let path = self.addresses.poll(after);
        ask(&self.url, &self.token, Method::GET, &path, "").await
    }

    /// Says hello in its first post.
    async fn greets(&self) {
        let said = self.posts(1, &codec::encode(&hello(None))).await;
        assert_eq!(said.status, 204, "{}", said.text());
    }
}

const POLL: &str = r#"{"transport":"poll"}"#;
const EVENTS: &str = r#"{"transport":"events"}"#;

async fn ask(url: &ServerUrl, token: &str, method: Method, path: &str, body: &str) -> Answer {
    let request = http::json_request(method, path, body.to_owned());
    http::ask(url, http::with_bearer(request, token))
        .await
        .unwrap()
}

fn events(answer: &Answer) -> Vec<Event> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    EventReader::default().push(&answer.body)
}

/// The kinds of the frames among these events.
fn frames(events: &[Event]) -> Vec<ServerFrame> {
    let frame = |event: &Event| match event {
        Event::Frame(text) => Some(codec::decode_server(text).unwrap()),
        Event::Ready | Event::Batch(_) | Event::End(_) => None,
    };
    events.iter().filter_map(frame).collect()
}

fn is_gone(answer: &Answer) {
    assert_eq!(answer.status, 404, "{}", answer.text());
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::LinkGone);
}

fn is_malformed(answer: &Answer) {
    assert_eq!(answer.status, 400, "{}", answer.text());
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::Malformed);
}

/// A server whose polls are answered at once.
async fn hasty() -> TestServer {
    let config = AppConfig {
        patience: Patience {
            poll_within: Duration::from_millis(20),
            keep_alive_every: Duration::from_millis(20),
            ..Patience::default()
        },
        ..AppConfig::default()
    };
    TestServer::over(empty_store(), config).await
}

#[tokio::test]
async fn a_post_that_is_repeated_is_not_applied_again() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    link.greets().await;
    // Two different writes in one post, so that the log would show a repeat.
    let body = [
        codec::encode(&post(1, LOBBY, new_client_id(), "first")),
        codec::encode(&post(2, LOBBY, new_client_id(), "second")),
        r#"{"make_room":{"id":3,"name":"tea"}}"#.to_owned(),
    ]
    .join("\n");
    for _ in 0..3 {
        assert_eq!(link.posts(2, &body).await.status, 204);
    }
    // A repeat of the room would be refused as a name that is taken.
    let mut have = Vec::new();
    let mut after = 0;
    while !have
        .iter()
        .any(|frame| matches!(frame, ServerFrame::RoomMade(_)))
    {
        let events = events(&link.polls(after).await);
        have.extend(frames(&events));
        after += 1;
    }
    assert_eq!(link.posts(3, r#"{"ping":{"n":1}}"#).await.status, 204);
    while !have
        .iter()
        .any(|frame| matches!(frame, ServerFrame::Pong(_)))
    {
        let events = events(&link.polls(after).await);
        have.extend(frames(&events));
        after += 1;
    }
    assert!(
        !have
            .iter()
            .any(|frame| matches!(frame, ServerFrame::Refused(_))),
        "{have:?}"
    );
    let log = log(&server.url, &link.token, LOBBY).await;
    assert_eq!(
        log.iter().map(text).collect::<Vec<_>>(),
        ["first", "second"]
    );
}

#[tokio::test]
async fn a_post_out_of_turn_is_refused_and_the_right_one_is_still_taken() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    is_malformed(&link.posts(2, r#"{"ping":{"n":1}}"#).await);
    link.greets().await;
    let [_, Event::Frame(welcome), ..] = &events(&link.polls(0).await)[..] else {
        panic!("no welcome");
    };
    assert!(welcome.starts_with(r#"{"welcome""#), "{welcome}");
}

#[tokio::test]
async fn a_poll_whose_answer_was_lost_is_answered_again_to_the_letter() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    link.greets().await;
    let first = link.polls(0).await;
    assert_eq!(link.posts(2, r#"{"ping":{"n":1}}"#).await.status, 204);
    let again = link.polls(0).await;
    assert_eq!(first.body, again.body);
    assert_eq!(events(&first)[0], Event::Batch(1));
    let next = events(&link.polls(1).await);
    assert_eq!(next[0], Event::Batch(2));
    assert!(
        matches!(frames(&next)[..], [ServerFrame::Pong(_)]),
        "{next:?}"
    );
    // What has been acknowledged is gone, and what was never given cannot be named.
    is_malformed(&link.polls(0).await);
    is_malformed(&link.polls(7).await);
}

#[tokio::test]
async fn a_poll_with_nothing_to_say_is_answered_in_time_and_the_link_lives_on() {
    let server = hasty().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    for _ in 0..3 {
        let answer = link.polls(0).await;
        assert_eq!(events(&answer), []);
    }
    link.greets().await;
    let mut have = Vec::new();
    while have.is_empty() {
        have = events(&link.polls(0).await);
    }
    assert!(
        matches!(frames(&have)[..], [ServerFrame::Welcome(_), ..]),
        "{have:?}"
    );
}

#[tokio::test]
async fn a_new_poll_takes_the_place_of_one_that_hangs() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    let hanging = link.polls(0);
    let after_it = async {
        // The one that hangs was asked first, over a connection that was made first.
        tokio::task::yield_now().await;
        let newer = async {
            link.greets().await;
            events(&link.polls(0).await)
        };
        newer.await
    };
    let (hanging, newer) = tokio::join!(hanging, after_it);
    // Whichever had its turn when the welcome came was given it, and nothing was lost.
    let have = if newer.is_empty() {
        events(&hanging)
    } else {
        newer
    };
    assert!(
        matches!(frames(&have)[..], [ServerFrame::Welcome(_), ..]),
        "{have:?}"
    );
}

#[tokio::test]
async fn a_forged_id_and_a_foreign_login_are_told_the_same_nothing() {
    let server = TestServer::start().await;
    let url = &server.url;
    let link = ByHand::open(url, "ada", POLL).await;
    let stranger = http::sign_in(url, "ben").await.unwrap().token.unwrap();
    let forged = Addresses::of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    for (addresses, token) in [(&link.addresses, &stranger), (&forged, &link.token)] {
        for (method, path) in [
            (Method::GET, addresses.poll(0)),
            (Method::GET, addresses.events()),
            (Method::POST, addresses.frames(1)),
        ] {
            is_gone(&ask(url, token, method, &path, r#"{"ping":{"n":1}}"#).await);
        }
        let goodbye = addresses.goodbye(1000);
        let answer = ask(url, token, Method::DELETE, &goodbye, "").await;
        assert_eq!(answer.status, 204);
    }
    let nobody = http::get(url, &link.addresses.poll(0)).await.unwrap();
    is_gone(&nobody);
    // And the link has not noticed.
    link.greets().await;
    assert!(!events(&link.polls(0).await).is_empty());
}

#[tokio::test]
async fn a_goodbye_ends_the_link_and_its_id_is_stale() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    link.greets().await;
    let path = link.addresses.goodbye(1000);
    let answer = ask(&server.url, &link.token, Method::DELETE, &path, "").await;
    assert_eq!(answer.status, 204);
    let again = ask(&server.url, &link.token, Method::DELETE, &path, "").await;
    assert_eq!(again.status, 204);
    is_gone(&link.posts(2, r#"{"ping":{"n":1}}"#).await);
}

#[tokio::test]
async fn a_link_that_nobody_reads_is_lost_in_time() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    link.greets().await;
    server.fast_forward().await;
    // Its posts are no sign of a reader. In time that runs this fast, a connection may be
    // over its time before it has asked.
    let mut number = 2;
    loop {
        let ping = r#"{"ping":{"n":1}}"#;
        let answer = link.posts_until_answered(number, ping).await;
        if answer.status != 204 {
            is_gone(&answer);
            break;
        }
        number += 1;
    }
}

#[tokio::test]
async fn a_stream_that_breaks_off_ends_its_link_at_once() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let link = LinkSocket::open(&server.url, LinkTransport::Events, Some(&token)).await;
    let link = link.unwrap();
    let addresses = link.addresses().clone();
    drop(link);
    let mut number = 1;
    loop {
        let path = addresses.frames(number);
        let answer = ask(
            &server.url,
            &token,
            Method::POST,
            &path,
            r#"{"ping":{"n":1}}"#,
        )
        .await;
        if answer.status != 204 {
            is_gone(&answer);
            break;
        }
        number += 1;
    }
}

#[tokio::test]
async fn a_link_is_read_as_it_was_opened_and_by_one() {
    let server = TestServer::start().await;
    let polled = ByHand::open(&server.url, "ada", POLL).await;
    let path = polled.addresses.events();
    is_malformed(&ask(&server.url, &polled.token, Method::GET, &path, "").await);
    let streamed = ByHand::open(&server.url, "ben", EVENTS).await;
    is_malformed(&streamed.polls(0).await);
    let head = ask(
        &server.url,
        &polled.token,
        Method::HEAD,
        &polled.addresses.poll(0),
        "",
    )
    .await;
    assert_eq!(head.status, 400);
}

#[tokio::test]
async fn a_stream_says_at_once_that_it_works_and_never_keeps_quiet() {
    let server = hasty().await;
    let link = ByHand::open(&server.url, "ada", EVENTS).await;
    let mut asker = Asker::connect(&server.url).await.unwrap();
    let request = http::request(Method::GET, &link.addresses.events());
    let request = http::with_bearer(request, &link.token);
    let response = asker.begin(request).await.unwrap();
    for (name, value) in [
        ("content-type", "text/event-stream"),
        ("cache-control", "no-store, no-transform"),
        ("x-accel-buffering", "no"),
    ] {
        assert_eq!(response.headers()[name], value);
    }
    let mut body = response.into_body();
    let mut come = String::new();
    while come.matches("\n:\n").count() < 3 {
        let frame = body.frame().await.expect("it goes on").unwrap();
        come.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
    }
    assert!(come.starts_with("event: ready\ndata: {}\n\n"), "{come}");
    let polled = ByHand::open(&server.url, "ben", POLL).await.polls(0).await;
    assert_eq!(polled.header("cache-control"), "no-store, no-transform");
    assert_eq!(polled.header("x-accel-buffering"), "no");
}

#[tokio::test]
async fn a_post_over_its_limits_is_refused_or_ends_the_link() {
    let server = TestServer::start().await;
    let many = ByHand::open(&server.url, "many", POLL).await;
    let beats = vec![r#"{"ping":{"n":1}}"#; POST_FRAMES_MAX + 1].join("\n");
    is_malformed(&many.posts(1, &beats).await);
    many.greets().await;
    for (name, body, code) in [
        ("long", vec![b'\n'; POST_BYTES_MAX + 1], 1009),
        ("raw", vec![0xff, 0xfe], 1007),
    ] {
        let link = ByHand::open(&server.url, name, POLL).await;
        let mut request = http::request(Method::POST, &link.addresses.frames(1));
        *request.body_mut() = Full::new(body.into());
        let request = http::with_bearer(request, &link.token);
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, 204, "{}", answer.text());
        let events = events(&link.polls(0).await);
        let Some(Event::End(end)) = events.last() else {
            panic!("{events:?}");
        };
        assert_eq!(end.code, code);
    }
}

#[tokio::test]
async fn pages_of_other_sites_open_write_and_read_no_link() {
    let server = TestServer::start().await;
    let link = ByHand::open(&server.url, "ada", POLL).await;
    let from = |method: Method, path: &str, body: &str| -> Request<Full<_>> {
        let request = http::json_request(method, path, body.to_owned());
        let mut request = http::with_bearer(request, &link.token);
        let origin = "https://evil.example".parse().unwrap();
        request.headers_mut().insert("origin", origin);
        request
    };
    for request in [
        from(Method::POST, "/api/link", POLL),
        from(Method::POST, &link.addresses.frames(1), "{}"),
        from(Method::GET, &link.addresses.poll(0), ""),
        from(Method::GET, &link.addresses.events(), ""),
        from(Method::DELETE, &link.addresses.goodbye(1000), ""),
    ] {
        let what = format!("{} {}", request.method(), request.uri());
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, 403, "{what}");
    }
    // A browser's cookie without a word of the page that sends it opens nothing either.
    let mut request = http::json_request(Method::POST, "/api/link", POLL.to_owned());
    let cookie = format!("confab_login={}", link.token);
    request
        .headers_mut()
        .insert("cookie", cookie.parse().unwrap());
    let answer = http::ask(&server.url, request).await.unwrap();
    assert_eq!(answer.status, 403);
}

#[tokio::test]
async fn what_cannot_be_read_opens_nothing() {
    let server = TestServer::start().await;
    for body in [
        "",
        "{}",
        r#"{"transport":"pigeon"}"#,
        r#"{"transport":"websocket"}"#,
    ] {
        let answer = ask(&server.url, "", Method::POST, "/api/link", body).await;
        is_malformed(&answer);
    }
    let link = ByHand::open(&server.url, "ada", POLL).await;
    let id = link.addresses.goodbye(1000).replace("?code=1000", "");
    for (method, path) in [
        (Method::POST, format!("{id}/frames")),
        (Method::POST, format!("{id}/frames?n=x")),
        (Method::GET, format!("{id}/poll?after=-1")),
        (Method::DELETE, format!("{id}?code=70000")),
    ] {
        is_malformed(&ask(&server.url, &link.token, method, &path, "{}").await);
    }
}
