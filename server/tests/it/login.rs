//! Who somebody is: the cookie, the token, the end of a login, and what every answer
//! carries.

use std::sync::Arc;

use bytes::Bytes;
use chat_store::LOBBY;
use chat_store::memory::MemoryStore;
use chat_testkit::http::{self, Answer};
use chat_testkit::raw_socket::hello;
use chat_testkit::{PlainUser, RawSocket, TestUser, Upgrade};
use http_body_util::Full;
use hyper::{Method, Request};
use server::config::AppConfig;
use shared::http::{CodeLogin, LoginAnswer, Me, SignInCode};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;

use crate::harness::{
    EPOCH, ServerProcess, Signal, TestServer, ask, empty_store, free_port, is_alive, new_client_id,
    post, token,
};

#[tokio::test]
async fn a_browser_gets_a_cookie_that_scripts_and_other_sites_do_not() {
    let server = TestServer::start().await;
    let answer = log_in(&server, "ada", &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let body: LoginAnswer = answer.json().unwrap();
    assert_eq!(body.user.name.as_str(), "ada");
    assert!(body.token.is_none(), "a page must not see the token");
    let cookie = answer.header("set-cookie");
    for flag in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(flag), "{flag} is missing in {cookie}");
    }
    assert!(
        !cookie.contains("Secure"),
        "the page came over http: {cookie}"
    );
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_cookie_of_a_page_that_came_over_https_stays_on_https() {
    let origin = "https://chat.example";
    let config = AppConfig {
        allow_origins: vec![origin.parse().unwrap()],
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let answer = log_in(&server, "ada", &[("origin", origin)]).await;
    assert!(
        answer.header("set-cookie").contains("; Secure"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn the_cookie_signs_in_over_http_and_over_the_socket() {
    let server = TestServer::start().await;
    assert!(me(&server, None).await.fresh);
    let cookie = cookie_of(&log_in(&server, "ada", &[]).await);
    let told = me(&server, Some(&cookie)).await;
    assert_eq!(told.user.unwrap().name.as_str(), "ada");
    let nobody = me(&server, None).await;
    assert!(!nobody.fresh && nobody.user.is_none());

    let upgrade = Upgrade::chat().header("cookie", cookie.as_str());
    let mut socket = RawSocket::connect(&server.url, &upgrade).await.unwrap();
    socket.send(&hello(None)).await;
    let ServerFrame::Welcome(welcome) = socket.frame().await else {
        panic!("no welcome")
    };
    assert_eq!(welcome.user.name.as_str(), "ada");
}

#[tokio::test]
async fn logging_out_ends_every_session_of_the_login_with_4502_and_no_other() {
    let server = TestServer::start().await;
    let ada = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let ben = http::sign_in(&server.url, "ben")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut desk, _) = RawSocket::greeted(&server.url, &ada).await;
    let (mut phone, _) = RawSocket::greeted(&server.url, &ada).await;
    let (mut other, _) = RawSocket::greeted(&server.url, &ben).await;
    assert_eq!(log_out(&server, &ada).await.status, 204);
    assert_eq!(desk.close_code().await, 4502);
    assert_eq!(phone.close_code().await, 4502);
    is_alive(&mut other).await;

    assert_eq!(
        log_out(&server, &ada).await.status,
        401,
        "the token has ended"
    );
    let mut again = RawSocket::connect(&server.url, &Upgrade::chat())
        .await
        .unwrap();
    again.send(&hello(Some(&ada))).await;
    assert_eq!(again.close_code().await, 4502);
}

#[tokio::test]
async fn a_code_signs_one_more_device_in_once_and_ends_with_the_login_that_asked_for_it() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let eve = token(&server, "eve").await;
    let given: SignInCode = asks_for_code(&server, &ada).await;
    let typed = given.code.to_lowercase().replace('-', " ");
    let answer = log_in_by(&server, &typed, true).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    let body: LoginAnswer = answer.json().unwrap();
    assert_eq!(body.user.name.as_str(), "ada");
    let second = body.token.unwrap();
    assert_ne!(second, ada);
    // Each is a login of its own.
    log_out(&server, &ada).await;
    let (mut socket, welcome) = RawSocket::greeted(&server.url, &second).await;
    assert_eq!(welcome.user.name.as_str(), "ada");
    let message = post(1, LOBBY, new_client_id(), "from the other device");
    socket.send(&message).await;
    while !matches!(socket.frame().await, ServerFrame::Posted(_)) {}

    let again = log_in_by(&server, &given.code, true).await;
    let of_ended = asks_for_code(&server, &eve).await;
    log_out(&server, &eve).await;
    let ended = log_in_by(&server, &of_ended.code, false).await;
    let guessed = log_in_by(&server, "ABCDE-FGHJK", false).await;
    for answer in [again, ended, guessed] {
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!(
            (answer.status.as_u16(), refusal.code),
            (403, RefusalCode::NotAllowed)
        );
        assert_eq!(answer.header("set-cookie"), "", "{answer:?}");
    }
    let answer = ask(&server, None, Method::POST, "/api/me/code", "").await;
    assert_eq!(answer.status, 401);

    // A browser gets a cookie and never sees the token.
    let given = asks_for_code(&server, &second).await;
    let answer = log_in_by(&server, &given.code, false).await;
    let body: LoginAnswer = answer.json().unwrap();
    assert!(body.token.is_none());
    let told = me(&server, Some(&cookie_of(&answer))).await;
    assert_eq!(told.user.unwrap().id, body.user.id);
}

#[tokio::test]
async fn whoever_tries_codes_has_to_wait() {
    let server = TestServer::start().await;
    let mut tried = 0;
    let refusal: Refusal = loop {
        let answer = log_in_by(&server, "ABCDE-FGHJK", false).await;
        tried += 1;
        assert!(tried < 1_000, "nobody has to wait");
        if answer.status == 429 {
            break answer.json().unwrap();
        }
    };
    assert_eq!(refusal.code, RefusalCode::TooFast);
    assert!(refusal.retry_after_ms.is_some());
}

async fn asks_for_code(server: &TestServer, token: &str) -> SignInCode {
    let answer = ask(server, Some(token), Method::POST, "/api/me/code", "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json().unwrap()
}

async fn log_in_by(server: &TestServer, code: &str, bearer: bool) -> Answer {
    let body = serde_json::to_string(&CodeLogin {
        code: code.to_owned(),
        bearer,
    });
    ask(
        server,
        None,
        Method::POST,
        "/api/login/code",
        &body.unwrap(),
    )
    .await
}

#[tokio::test]
async fn two_servers_on_one_host_do_not_sign_each_other_out() {
    // Cookies know no ports: a browser shows each server the cookies of both.
    let (here, there) = neighbours().await;
    let ada = cookie_of(&log_in(&here, "ada", &[]).await);
    let ben = cookie_of(&log_in(&there, "ben", &[]).await);
    let both = format!("{ada}; {ben}");
    for (server, name) in [(&here, "ada"), (&there, "ben")] {
        let answer = ask_me(server, &both).await;
        let me: Me = answer.json().unwrap();
        assert_eq!(me.user.expect("signed in").name.as_str(), name);
        assert!(answer.header("set-cookie").is_empty(), "{answer:?}");
    }
    let answer = ask_me(&there, &ada).await;
    assert!(answer.json::<Me>().unwrap().user.is_none());
    assert!(
        answer.header("set-cookie").is_empty(),
        "a neighbour's is left alone"
    );
}

#[tokio::test]
async fn a_login_under_the_cookie_s_former_name_goes_on_under_the_new_one() {
    let (here, there) = neighbours().await;
    let cookie = cookie_of(&log_in(&here, "ada", &[]).await);
    let (name, token) = cookie.split_once('=').unwrap();
    let former = format!("confab_login={token}");
    let answer = ask_me(&here, &former).await;
    assert!(answer.json::<Me>().unwrap().user.is_some());
    assert!(
        answer
            .header("set-cookie")
            .starts_with(&format!("{name}={token}; "))
    );
    let answer = ask_me(&there, &former).await;
    assert!(answer.json::<Me>().unwrap().user.is_none());
    assert!(
        answer.header("set-cookie").is_empty(),
        "it may be a neighbour's"
    );
}

/// Two servers on one host, each with a log of its own.
async fn neighbours() -> (TestServer, TestServer) {
    let other = Arc::new(MemoryStore::new(EPOCH + 1));
    let there = TestServer::over(other, AppConfig::default()).await;
    (TestServer::start().await, there)
}

async fn ask_me(server: &TestServer, cookie: &str) -> Answer {
    let mut request = http::request(Method::GET, "/api/me");
    request
        .headers_mut()
        .insert("cookie", cookie.parse().unwrap());
    http::ask(&server.url, request).await.unwrap()
}

#[tokio::test]
async fn logging_out_takes_the_cookie_back_and_a_client_says_that_it_is_signed_out() {
    let server = TestServer::start().await;
    let cookie = cookie_of(&log_in(&server, "ada", &[]).await);
    let mut request = http::request(Method::POST, "/api/logout");
    request
        .headers_mut()
        .insert("cookie", cookie.parse().unwrap());
    request
        .headers_mut()
        .insert("origin", server.url.origin().parse().unwrap());
    let answer = http::ask(&server.url, request).await.unwrap();
    assert_eq!(answer.status, 204, "{}", answer.text());
    assert!(
        answer.header("set-cookie").contains("Max-Age=0"),
        "{answer:?}"
    );
    assert!(me(&server, Some(&cookie)).await.user.is_none());

    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;
    assert_eq!(log_out(&server, ben.token()).await.status, 204);
    ben.link_is("signed out", |link| {
        matches!(link, chat_client::status::LinkState::SignedOut)
    })
    .await;
}

#[tokio::test]
async fn a_cookie_without_a_page_that_sends_it_changes_nothing() {
    let server = TestServer::start().await;
    let cookie = cookie_of(&log_in(&server, "ada", &[]).await);
    for (name, value, status) in [
        ("origin", "https://evil.example", 403),
        ("sec-fetch-site", "cross-site", 403),
        ("x-nothing", "neither origin nor fetch site", 403),
        ("sec-fetch-site", "same-origin", 204),
    ] {
        let mut request = http::request(Method::POST, "/api/logout");
        request
            .headers_mut()
            .insert("cookie", cookie.parse().unwrap());
        let name: hyper::header::HeaderName = name.parse().unwrap();
        request.headers_mut().insert(name, value.parse().unwrap());
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, status, "{value}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_name_is_given_once_however_it_is_written() {
    let server = TestServer::start().await;
    assert_eq!(log_in(&server, "Ada", &[]).await.status, 200);
    for name in ["Ada", "ada", "  ADA  "] {
        let answer = log_in(&server, name, &[]).await;
        assert_eq!(answer.status, 409, "{name}");
        assert!(answer.text().contains("name_taken"), "{}", answer.text());
    }
    for name in ["", "   ", "a:b", "zero\u{200b}width", &"x".repeat(41)] {
        let answer = log_in(&server, name, &[]).await;
        assert_eq!(answer.status, 400, "{name:?}");
        assert!(answer.text().contains("name_invalid"), "{}", answer.text());
    }
}

#[tokio::test]
async fn a_name_that_only_looks_different_is_taken() {
    let server = TestServer::start().await;
    assert_eq!(log_in(&server, "Éva", &[]).await.status, 200);
    for name in ["E\u{301}va", "ÉＶＡ", "e\u{301}va"] {
        let answer = log_in(&server, name, &[]).await;
        assert_eq!(answer.status, 409, "{name}");
    }
    // And one with a Cyrillic letter in it is nobody's at all.
    let answer = log_in(&server, "Évа", &[]).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("name_invalid"), "{}", answer.text());
    let terminal = PlainUser::join(&server.url, "name=%C3%89v%D0%B0").await;
    assert!(terminal.is_err(), "nor is it in a terminal");
}

#[tokio::test]
async fn a_login_that_cannot_be_read_is_refused() {
    let server = TestServer::start().await;
    for body in [
        String::new(),
        "not json".to_owned(),
        "{}".to_owned(),
        "x".repeat(10_000),
    ] {
        let request = http::json_request(Method::POST, "/api/login", body);
        let answer = http::ask(&server.url, request).await.unwrap();
        assert!(matches!(answer.status.as_u16(), 400 | 413), "{answer:?}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_a_page_to_itself() {
    let server = TestServer::start().await;
    let foreign = {
        let mut request = http::request(Method::POST, "/api/login");
        request
            .headers_mut()
            .insert("origin", "https://evil.example".parse().unwrap());
        request
    };
    let requests = [
        http::request(Method::GET, "/"),
        http::request(Method::HEAD, "/"),
        http::request(Method::GET, "/api/me"),
        http::request(Method::GET, "/healthz"),
        http::request(Method::GET, "/nothing"),
        http::request(Method::GET, "/chat"),
        http::request(Method::GET, "/api/rooms/1/entries"),
        http::request(Method::DELETE, "/api/me"),
        foreign,
    ];
    for request in requests {
        let what = format!("{} {}", request.method(), request.uri());
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_protected(&what, &answer);
    }
}

#[tokio::test]
async fn neither_texts_nor_tokens_get_into_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let flags = ["--log-level", "trace", "--log-format", "json"];
    let server = ServerProcess::start(free_port(), folder.path(), &flags).await;
    let url = server.url.clone();

    let ada = TestUser::sign_in(&url, "ada").await;
    ada.open("lobby").await;
    ada.post("xylophone in a frame").await;
    ada.sees("xylophone in a frame").await;
    let mut ben = PlainUser::join(&url, "name=ben&history=5").await.unwrap();
    assert_eq!(ben.hears().await, "ada: xylophone in a frame");
    ben.says("xylophone in a line").await;
    let (mut eve, _) = RawSocket::greeted(&url, ada.token()).await;
    eve.send_text("{\"post\":\"xylophone in nonsense\"}").await;
    eve.send(&post(1, LOBBY, new_client_id(), "xylophone \u{7}"))
        .await;
    let mut stranger = RawSocket::connect(&url, &Upgrade::chat()).await.unwrap();
    stranger
        .send(&hello(Some("forged-token-of-a-stranger")))
        .await;
    assert_eq!(stranger.close_code().await, 4502);
    let browser = http::json_request(Method::POST, "/api/login", "{\"name\":\"cy\"}".to_owned());
    let cookie = cookie_of(&http::ask(&url, browser).await.unwrap());
    let cookie_token = cookie.split_once('=').unwrap().1.to_owned();
    let bearer = http::with_bearer(http::request(Method::GET, "/api/me"), ada.token());
    http::ask(&url, bearer).await.unwrap();
    let token = ada.token().to_owned();
    let asked = http::request(Method::POST, "/api/me/code");
    let answer = http::ask(&url, http::with_bearer(asked, &token)).await;
    let SignInCode { code, .. } = answer.unwrap().json().unwrap();
    let typed = serde_json::json!({ "code": &code }).to_string();
    let by_code = http::json_request(Method::POST, "/api/login/code", typed);
    assert_eq!(http::ask(&url, by_code).await.unwrap().status, 200);
    ada.leave().await;

    let (status, log) = server.end(Signal::TERM).await;
    assert!(status.success(), "{status}");
    for secret in [
        "xylophone",
        &token,
        &cookie_token,
        &code,
        "forged-token-of-a-stranger",
    ] {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} is in the log");
    }
    // The log was there to be read: it tells of connections and how they ended.
    for told in ["4502", "1000", "1012"] {
        assert!(log.contains(told), "{told} is not in the log:\n{log}");
    }
}

fn assert_protected(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    for rule in [
        "default-src 'none'",
        "'wasm-unsafe-eval'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(rule), "{what}: {rule} is not in {policy:?}");
    }
    for never in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
        assert!(!policy.contains(never), "{what}: {never} is in {policy:?}");
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
}

async fn log_in(server: &TestServer, name: &str, headers: &[(&'static str, &str)]) -> Answer {
    let body = serde_json::json!({ "name": name }).to_string();
    let mut request: Request<Full<Bytes>> = http::json_request(Method::POST, "/api/login", body);
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    http::ask(&server.url, request).await.unwrap()
}

async fn log_out(server: &TestServer, token: &str) -> Answer {
    let request = http::with_bearer(http::request(Method::POST, "/api/logout"), token);
    http::ask(&server.url, request).await.unwrap()
}

async fn me(server: &TestServer, cookie: Option<&str>) -> Me {
    let mut request = http::request(Method::GET, "/api/me");
    if let Some(cookie) = cookie {
        request
            .headers_mut()
            .insert("cookie", cookie.parse().unwrap());
    }
    http::ask(&server.url, request)
        .await
        .unwrap()
        .json()
        .unwrap()
}

/// The pair that a browser would send back.
fn cookie_of(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie");
    cookie
        .split(';')
        .next()
        .filter(|pair| pair.contains('='))
        .expect("a cookie")
        .to_owned()
}
