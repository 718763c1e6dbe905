//! A time leads to a place in a room's log.

use chat_store::LOBBY;
use chat_testkit::{TestUser, http};
use hyper::Method;
use shared::cursor::Seq;
use shared::http::PlaceAt;

use crate::harness::{TestServer, log};

#[tokio::test]
async fn a_time_leads_to_the_first_line_at_or_after_it() {
    let server = TestServer::start().await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let token = login.token.clone().unwrap();
    assert_eq!(at(&server, &token, "0").await, (200, None), "empty");
    let ada = TestUser::with_login(&server.url, login);
    ada.open("lobby").await;
    for text in ["one", "two", "three"] {
        ada.post(text).await;
        ada.sees(text).await;
    }
    let log = log(&server.url, &token, LOBBY).await;
    let last = &log[2];
    assert_eq!(at(&server, &token, "0").await, (200, Some(Seq(1))));
    let (status, seq) = at(&server, &token, &last.at.0.to_string()).await;
    assert_eq!(status, 200);
    let seq = seq.unwrap();
    assert!(seq <= last.seq, "{seq} is later than what was stored then");
    let later = (last.at.0 + 1).to_string();
    assert_eq!(at(&server, &token, &later).await, (200, None));
}

#[tokio::test]
async fn who_may_not_read_a_room_learns_no_place_in_it() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada").await.unwrap().token;
    let token = token.unwrap();
    let ask = async |path: &str, token: Option<&str>| {
        let mut request = http::request(Method::GET, path);
        if let Some(token) = token {
            request = http::with_bearer(request, token);
        }
        http::ask(&server.url, request)
            .await
            .unwrap()
            .status
            .as_u16()
    };
    assert_eq!(ask("/api/rooms/1/at?time=0", None).await, 401);
    assert_eq!(ask("/api/rooms/99/at?time=0", Some(&token)).await, 404);
    for query in ["", "?time=", "?time=-1", "?time=noon"] {
        let path = format!("/api/rooms/1/at{query}");
        assert_eq!(ask(&path, Some(&token)).await, 400, "{query}");
    }
}

async fn at(server: &TestServer, token: &str, time: &str) -> (u16, Option<Seq>) {
    let path = format!("/api/rooms/1/at?time={time}");
    let request = http::with_bearer(http::request(Method::GET, &path), token);
    let answer = http::ask(&server.url, request).await.unwrap();
    let place: PlaceAt = answer.json().unwrap();
    (answer.status.as_u16(), place.seq)
}
