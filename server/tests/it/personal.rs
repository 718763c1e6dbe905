//! What is kept of users for themselves: what they want to be told of, what they say of
//! themselves. It follows them, and nobody else reaches it.

use chat_testkit::http::Answer;
use chat_testkit::{RawSocket, TestUser};
use hyper::Method;
use shared::kept::KeptThing;
use shared::preferences::{Preferences, Tell};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;
use shared::signal::Status;

use crate::harness::{TestServer, ask, token};

#[tokio::test]
async fn a_status_is_told_to_everybody_and_outlives_its_sessions() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = token(&server, "ben").await;
    let (socket, _) = RawSocket::greeted(&server.url, &ben).await;
    let wish = r#"{"emoji":"🌱","text":" in the  allotment ","do_not_disturb":true}"#;
    let answer = put(&server, Some(&ben), "status", wish).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let kept: Option<Status> = answer.json().unwrap();
    let kept = kept.unwrap();
    assert_eq!(kept.text.as_ref().unwrap().as_str(), "in the allotment");
    sees(&ada, "ben", Some(kept.clone())).await;

    // All of ben's sessions end, and another one begins.
    drop(socket);
    let (_socket, welcome) = RawSocket::greeted(&server.url, &ben).await;
    let said: Vec<_> = welcome.roster.people.iter().map(|it| &it.status).collect();
    assert!(said.contains(&&Some(Box::new(kept))), "{said:?}");

    let answer = put(&server, Some(&ben), "status", "{}").await;
    assert_eq!(answer.text(), "null");
    sees(&ada, "ben", None).await;
}

#[tokio::test]
async fn what_is_changed_on_one_device_is_told_to_the_others_and_to_nobody_else() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    let (mut his, _) = RawSocket::greeted(&server.url, &ben).await;
    put(&server, Some(&ada), "preferences", r#"{"tell":"nothing"}"#).await;
    put(&server, Some(&ada), "status", r#"{"text":"away"}"#).await;
    put(
        &server,
        Some(&ben),
        "preferences",
        r#"{"tell":"everything"}"#,
    )
    .await;
    for thing in [KeptThing::Preferences, KeptThing::Status] {
        while !matches!(hers.frame().await, ServerFrame::Kept(kept) if kept.what == thing) {}
    }
    // The first that he hears of is his own.
    loop {
        if let ServerFrame::Kept(kept) = his.frame().await {
            assert_eq!(kept.what, KeptThing::Preferences);
            break;
        }
    }
    let wants: Preferences = get(&server, Some(&ben), "preferences")
        .await
        .json()
        .unwrap();
    assert_eq!(wants.tell, Tell::Everything);
}

#[tokio::test]
async fn a_status_whose_time_has_come_is_none() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let answer = put(
        &server,
        Some(&ada),
        "status",
        r#"{"text":"back then","until":1}"#,
    )
    .await;
    assert_eq!(
        (answer.status.as_u16(), answer.text().as_str()),
        (200, "null")
    );
    assert_eq!(get(&server, Some(&ada), "status").await.text(), "null");
}

#[tokio::test]
async fn preferences_follow_their_user_within_their_bounds() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let at_first = get(&server, Some(&ada), "preferences").await;
    let at_first: Preferences = at_first.json().unwrap();
    assert_eq!(at_first, Preferences::default());
    let wants =
        r#"{"tell":"everything","keywords":["deploy","Deploy"],"quiet":{"from":9999,"to":1}}"#;
    let answer = put(&server, Some(&ada), "preferences", wants).await;
    let kept: Preferences = answer.json().unwrap();
    assert_eq!((kept.tell, kept.quiet), (Tell::Everything, None));
    assert_eq!(kept.keywords, ["deploy"]);
    let read: Preferences = get(&server, Some(&ada), "preferences")
        .await
        .json()
        .unwrap();
    assert_eq!(read, kept);
    let of_ben: Preferences = get(&server, Some(&ben), "preferences")
        .await
        .json()
        .unwrap();
    assert_eq!(of_ben, Preferences::default(), "they are ada's alone");
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let long = format!(r#"{{"text":"{}"}}"#, "x".repeat(81));
    for (what, body, status, code) in [
        (
            "status",
            r#"{"emoji":"no"}"#,
            400,
            RefusalCode::EmojiInvalid,
        ),
        ("status", long.as_str(), 400, RefusalCode::TextTooLong),
        ("status", "not json", 400, RefusalCode::Malformed),
        ("preferences", r#"{"tell":7}"#, 400, RefusalCode::Malformed),
    ] {
        let answer = put(&server, Some(&ada), what, body).await;
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!(
            (answer.status.as_u16(), refusal.code),
            (status, code),
            "{body}"
        );
    }
    for what in ["status", "preferences"] {
        for answer in [
            get(&server, None, what).await,
            put(&server, None, what, "{}").await,
        ] {
            assert_eq!(answer.status, 401, "{what}");
        }
    }
}

#[tokio::test]
async fn who_changes_too_often_is_held_to_a_rate_alone() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let mut refused = None;
    for _ in 0..100 {
        let answer = put(&server, Some(&ada), "status", r#"{"text":"again"}"#).await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("a hundred changes are too many");
    assert_eq!(refused.status, 429);
    let refusal: Refusal = refused.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::TooFast);
    assert!(refusal.retry_after_ms.is_some());
    let answer = put(&server, Some(&ben), "status", r#"{"text":"once"}"#).await;
    assert_eq!(answer.status, 200, "it is not ben's fault");
}

async fn sees(user: &TestUser, name: &'static str, status: Option<Status>) {
    user.waits_for("the status", move |screen| {
        let people = &screen.client.people().listed;
        let person = people.iter().find(|it| it.user.name.as_str() == name)?;
        (person.status.as_deref() == status.as_ref()).then_some(())
    })
    .await;
}

async fn get(server: &TestServer, token: Option<&str>, what: &str) -> Answer {
    let path = ["/api/me/", what].concat();
    ask(server, token, Method::GET, &path, "").await
}

async fn put(server: &TestServer, token: Option<&str>, what: &str, body: &str) -> Answer {
    let path = ["/api/me/", what].concat();
    ask(server, token, Method::PUT, &path, body).await
}
