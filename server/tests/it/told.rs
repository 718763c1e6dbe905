//! Of several devices that would call somebody, the one that asks first does.

use hyper::Method;
use serde_json::{Value, json};
use shared::limits::TOLD_AT_ONCE_MAX;

use crate::harness::{TestServer, ask, new_client_id, token};

#[tokio::test]
async fn what_one_device_tells_no_other_of_the_same_person_does() {
    let server = TestServer::unlimited().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let of = |up_to: u64| json!({"messages": [{"room": 1, "up_to": up_to}]});
    assert_eq!(claims(&server, &ada, &of(4)).await, of(4));
    for behind in [3, 4] {
        assert_eq!(claims(&server, &ada, &of(behind)).await, json!({}));
    }
    let rest = json!({"messages": [{"room": 1, "up_to": 6, "after": 4}]});
    assert_eq!(claims(&server, &ada, &of(6)).await, rest);
    assert_eq!(claims(&server, &ben, &of(6)).await, of(6), "he is another");

    let id = new_client_id();
    let due = |due: u64| json!({"reminders": [{"id": id, "due": due}]});
    assert_eq!(claims(&server, &ada, &due(1_000)).await, due(1_000));
    assert_eq!(claims(&server, &ada, &due(1_000)).await, json!({}));
    // Put off, or brought forward: it is due anew.
    for at in [2_000, 1_000] {
        assert_eq!(claims(&server, &ada, &due(at)).await, due(at));
    }
}

#[tokio::test]
async fn nobody_is_told_of_rooms_that_they_may_not_read_and_not_of_too_much_at_once() {
    let server = TestServer::unlimited().await;
    let ada = token(&server, "ada").await;
    let rooms = json!({"messages": [{"room": 1, "up_to": 1}, {"room": 99, "up_to": 1}]});
    let own = json!({"messages": [{"room": 1, "up_to": 1}]});
    assert_eq!(claims(&server, &ada, &rooms).await, own);

    let many = vec![json!({"room": 1, "up_to": 2}); TOLD_AT_ONCE_MAX + 1];
    for (token, body, status) in [
        (Some(&*ada), json!({"messages": many}), 409),
        (Some(&*ada), json!({"messages": [{"room": "lobby"}]}), 400),
        (None, own, 401),
    ] {
        let body = body.to_string();
        let answer = ask(&server, token, Method::POST, "/api/me/told", &body).await;
        assert_eq!(answer.status, status, "{}", answer.text());
    }
}

async fn claims(server: &TestServer, token: &str, wanted: &Value) -> Value {
    let body = wanted.to_string();
    let answer = ask(server, Some(token), Method::POST, "/api/me/told", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json().unwrap()
}
