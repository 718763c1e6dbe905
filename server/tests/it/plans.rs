//! What is to happen later happens once, with the rights of that time, and is nobody else's.

use chat_store::plans::PlanWrite;
use chat_testkit::RawSocket;
use chat_testkit::http::Answer;
use hyper::Method;
use shared::ids::{ClientId, RoomId};
use shared::kept::KeptThing;
use shared::limits::{PLANNED_WITHIN_MS, PLANS_MAX};
use shared::plan::{Plan, PlanState, PlansPage};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;

use crate::harness::{
    FickleStore, TestServer, ask, empty_store, log, new_client_id, text, token, unlimited,
};

const LOBBY: RoomId = RoomId(1);

#[tokio::test]
async fn a_message_is_posted_at_its_time_as_its_authors_and_once() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    let id = new_client_id();
    let wish = wish("message", soon(), "good morning");
    let plan: Plan = put(&server, &ada, id, &wish).await.json().unwrap();
    assert_eq!(plan.state, PlanState::Waiting);
    hears_of_plans(&mut hers).await;
    is_gone(&server, &ada, &mut hers).await;
    let found = log(&server.url, &ada, LOBBY).await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (text(&found[0]), found[0].author.name.as_str()),
        ("good morning", "ada")
    );
    assert_eq!(found[0].client_id, id);

    // A device whose answer was lost asks for the same again.
    put(&server, &ada, id, &wish).await;
    is_gone(&server, &ada, &mut hers).await;
    assert_eq!(log(&server.url, &ada, LOBBY).await.len(), 1);
}

#[tokio::test]
async fn what_is_due_outlives_the_server_and_happens_when_it_runs_again() {
    let inner = empty_store();
    let store = FickleStore::around(inner.clone());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let ada = token(&server, "ada").await;
    let id = new_client_id();
    // The message is due first, and so is given out first.
    let night = far();
    put(&server, &ada, id, &wish("message", night, "later")).await;
    let reminder = new_client_id();
    put(
        &server,
        &ada,
        reminder,
        &wish("reminder", night + 1, "the oven"),
    )
    .await;
    server.stop().await;
    // As if the night had passed: given out, posted, and killed before that was settled.
    let due = inner.claim_plans(shared::moment::Timestamp(far()), 1).await;
    assert_eq!(due.unwrap().len(), 1);

    let server = TestServer::over(store, unlimited()).await;
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    put(&server, &ada, reminder, &wish("reminder", 0, "the oven")).await;
    let told = loop {
        let plans = plans(&server, &ada).await;
        if let [plan] = &plans[..]
            && plan.state == PlanState::Due
        {
            break plan.clone();
        }
        hears_of_plans(&mut hers).await;
    };
    assert_eq!((told.id, told.text.as_str()), (reminder, "the oven"));
    assert_eq!(log(&server.url, &ada, LOBBY).await.len(), 1);
    let answer = ask(&server, Some(&ada), Method::DELETE, &path(reminder), "").await;
    assert_eq!(answer.status, 204);
    assert_eq!(plans(&server, &ada).await, []);
}

#[tokio::test]
async fn who_is_no_member_any_more_keeps_the_message_with_the_reason() {
    let inner = empty_store();
    let store = FickleStore::around(inner.clone());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let ada = token(&server, "ada").await;
    let room = inner
        .make_room(
            shared::text::RoomName::from_stored("hall".to_owned()),
            shared::ids::UserId(1),
        )
        .await
        .unwrap()
        .id;
    server.stop().await;
    let server = TestServer::over(store.clone(), unlimited()).await;
    let id = new_client_id();
    let in_hall =
        |due| wish("message", due, "see you").replace(r#""room":1"#, &format!(r#""room":{room}"#));
    let answer = put(&server, &ada, id, &in_hall(far())).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    server.stop().await;
    // Meanwhile the room is closed, to others than her, and the time comes.
    store.closes(room, vec![shared::ids::UserId(99)]);
    let user = shared::ids::UserId(1);
    let mut plan = inner.plans(user).await.unwrap().remove(0);
    plan.due = shared::moment::Timestamp(1);
    inner
        .keep_plan(user, plan, PlanWrite::Change)
        .await
        .unwrap();

    let server = TestServer::over(store, unlimited()).await;
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    let plan = loop {
        let plan = plans(&server, &ada).await.remove(0);
        if let PlanState::Refused(_) = plan.state {
            break plan;
        }
        hears_of_plans(&mut hers).await;
    };
    let PlanState::Refused(refusal) = plan.state else {
        panic!("it is refused");
    };
    assert_eq!(refusal.code, RefusalCode::UnknownRoom);
    assert_eq!(plan.text.as_str(), "see you", "it is not lost");
    // Nor can anything be planned there.
    let answer = put(&server, &ada, new_client_id(), &in_hall(far())).await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn a_change_of_what_was_posted_or_deleted_makes_no_plan_anew() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let ada = token(&server, "ada").await;
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    let (posted, deleted) = (new_client_id(), new_client_id());
    put(&server, &ada, posted, &wish("message", far(), "night")).await;
    put(&server, &ada, deleted, &wish("message", far(), "day")).await;
    let answer = put(&server, &ada, posted, &change(soon(), "good night")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let answer = ask(&server, Some(&ada), Method::DELETE, &path(deleted), "").await;
    assert_eq!(answer.status, 204);
    is_gone(&server, &ada, &mut hers).await;

    // Another device had both open the whole time.
    for id in [posted, deleted] {
        let answer = put(&server, &ada, id, &change(far(), "other")).await;
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!(
            (answer.status.as_u16(), refusal.code),
            (409, RefusalCode::AlreadySo)
        );
    }
    assert_eq!(plans(&server, &ada).await, []);
    let found = log(&server.url, &ada, LOBBY).await;
    assert_eq!(found.iter().map(text).collect::<Vec<_>>(), ["good night"]);
}

#[tokio::test]
async fn plans_are_their_users_alone_and_within_their_bounds() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let id = new_client_id();
    put(&server, &ada, id, &wish("message", far(), "mine")).await;
    assert_eq!(plans(&server, &ben).await, []);
    let answer = ask(&server, Some(&ben), Method::DELETE, &path(id), "").await;
    assert_eq!(answer.status, 204, "of his there is none");
    put(&server, &ben, id, &wish("message", far(), "his")).await;
    assert_eq!(plans(&server, &ada).await[0].text.as_str(), "mine");

    let too_far = now() + PLANNED_WITHIN_MS + 3_600_000;
    let nil = ClientId::from_bytes([0; 16]);
    for (id, body, status, code) in [
        (
            id,
            wish("message", too_far, "x"),
            409,
            RefusalCode::LimitReached,
        ),
        (id, wish("message", far(), " "), 400, RefusalCode::TextEmpty),
        (
            nil,
            wish("message", far(), "x"),
            400,
            RefusalCode::ClientIdInvalid,
        ),
        (id, "{}".to_owned(), 400, RefusalCode::Malformed),
    ] {
        let answer = put(&server, &ada, id, &body).await;
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!(
            (answer.status.as_u16(), refusal.code),
            (status, code),
            "{body}"
        );
    }
    for _ in 1..PLANS_MAX {
        let answer = put(
            &server,
            &ada,
            new_client_id(),
            &wish("reminder", far(), "x"),
        )
        .await;
        assert_eq!(answer.status, 200);
    }
    let answer = put(
        &server,
        &ada,
        new_client_id(),
        &wish("reminder", far(), "x"),
    )
    .await;
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::LimitReached);
    for (method, body) in [
        (Method::PUT, wish("message", far(), "x")),
        (Method::DELETE, String::new()),
    ] {
        let answer = ask(&server, None, method, &path(id), &body).await;
        assert_eq!(answer.status, 401);
    }
    let answer = ask(&server, None, Method::GET, "/api/me/plans", "").await;
    assert_eq!(answer.status, 401);
}

/// Waits until nothing is planned.
async fn is_gone(server: &TestServer, token: &str, socket: &mut RawSocket) {
    while !plans(server, token).await.is_empty() {
        hears_of_plans(socket).await;
    }
}

async fn hears_of_plans(socket: &mut RawSocket) {
    while !matches!(socket.frame().await, ServerFrame::Kept(kept) if kept.what == KeptThing::Plans)
    {
    }
}

fn wish(kind: &str, due: u64, text: &str) -> String {
    format!(r#"{{"room":1,"kind":"{kind}","due":{due},"text":"{text}"}}"#)
}

/// A change of a plan that there is.
fn change(due: u64, text: &str) -> String {
    wish("message", due, text).replace('}', r#","changes":true}"#)
}

fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    u64::try_from(since.unwrap().as_millis()).unwrap()
}

fn soon() -> u64 {
    now() + 1
}

/// Within the year that may be planned.
fn far() -> u64 {
    now() + PLANNED_WITHIN_MS / 2
}

fn path(id: ClientId) -> String {
    let id = serde_json::to_string(&id).unwrap();
    format!("/api/me/plans/{}", id.trim_matches('"'))
}

async fn plans(server: &TestServer, token: &str) -> Vec<Plan> {
    let answer = ask(server, Some(token), Method::GET, "/api/me/plans", "").await;
    let page: PlansPage = answer.json().unwrap();
    page.plans
}

async fn put(server: &TestServer, token: &str, id: ClientId, body: &str) -> Answer {
    ask(server, Some(token), Method::PUT, &path(id), body).await
}
