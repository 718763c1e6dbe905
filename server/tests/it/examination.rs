//! The owner's examination of the server by itself: for the owner only, at addresses of
//! its own only, one at a time, and never a way to the neighbours.

use std::time::Duration;

use chat_testkit::{PATIENCE, ServerUrl, http};
use hyper::{Method, StatusCode};
use server::config::{AppConfig, Patience};
use shared::doctor::{Examined, Facts, Finding, Outcome, Progress, Reach, View, Viewpoint};
use shared::refusal::{Refusal, RefusalCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use crate::harness::{TestServer, empty_store, free_port};

const EXAMINATION: &str = "/api/doctor/examination";

async fn token(url: &ServerUrl, name: &str) -> String {
    let answer = http::sign_in(url, name).await.unwrap();
    answer.token.unwrap()
}

async fn begin(server: &ServerUrl, token: &str, url: &str) -> Result<Examined, Refusal> {
    let body = serde_json::json!({ "url": url }).to_string();
    let request = http::json_request(Method::POST, EXAMINATION, body);
    let answer = http::ask(server, http::with_bearer(request, token)).await;
    let answer = answer.unwrap();
    if answer.status == StatusCode::ACCEPTED {
        Ok(answer.json().unwrap())
    } else {
        Err(answer.json().unwrap())
    }
}

async fn last(server: &ServerUrl, token: &str) -> Option<Examined> {
    let request = http::request(Method::GET, EXAMINATION);
    let answer = http::ask(server, http::with_bearer(request, token)).await;
    answer.unwrap().json().unwrap()
}

/// The end of the one that runs.
async fn ended(server: &ServerUrl, token: &str) -> Examined {
    let over = async {
        loop {
            match last(server, token).await {
                Some(last) if last.progress != Progress::Runs => return last,
                _ => sleep(Duration::from_millis(20)).await,
            }
        }
    };
    timeout(PATIENCE, over).await.expect("it ends")
}

#[tokio::test]
async fn the_owner_has_the_server_look_at_itself() {
    let config = AppConfig {
        patience: Patience {
            examined_silence: Duration::from_millis(100),
            ..Patience::default()
        },
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let ada = token(&server.url, "ada").await;
    assert_eq!(last(&server.url, &ada).await, None);
    let home = format!("http://{}", server.url.address());
    let begun = begin(&server.url, &ada, &format!("{home}/")).await.unwrap();
    assert_eq!((begun.url, begun.progress), (home, Progress::Runs));
    let found = ended(&server.url, &ada).await;
    assert_eq!(found.progress, Progress::Whole);
    let is_bad = |finding: &&Finding| finding.outcome == Outcome::Bad;
    let bad: Vec<&Finding> = found.findings.iter().filter(is_bad).collect();
    assert_eq!(bad, Vec::<&Finding>::new());
    let told: Vec<&str> = found.findings.iter().map(|f| f.sentence.as_str()).collect();
    for words in ["A WebSocket opens", "A silent WebSocket lives"] {
        assert!(told.iter().any(|told| told.contains(words)), "{told:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn nobody_but_the_owner_has_the_server_look_at_anything() {
    let server = TestServer::start().await;
    let ada = token(&server.url, "ada").await;
    let ben = token(&server.url, "ben").await;
    let home = format!("http://{}", server.url.address());
    let refused = begin(&server.url, &ben, &home).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::NotAllowed);
    // A program on this machine may see the figures, and has no owner's right by that.
    for (method, path) in [
        (Method::POST, EXAMINATION),
        (Method::GET, EXAMINATION),
        (Method::POST, "/api/doctor/findings"),
    ] {
        let ask = |method: &Method| http::json_request(method.clone(), path, "{}".to_owned());
        let nobody = http::ask(&server.url, ask(&method)).await.unwrap();
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED, "{method} {path}");
        let guest = http::with_bearer(ask(&method), &ben);
        let guest = http::ask(&server.url, guest).await.unwrap();
        assert_eq!(guest.status, StatusCode::FORBIDDEN, "{method} {path}");
    }
    assert_eq!(last(&server.url, &ada).await, None);
    server.stop().await;
}

#[tokio::test]
async fn the_server_looks_at_no_neighbour() {
    let neighbour = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = neighbour.local_addr().unwrap();
    let server = TestServer::start().await;
    let ada = token(&server.url, "ada").await;
    let own_port = server.url.address().port();
    for url in [
        format!("http://{at}"),
        format!("http://localhost:{}", at.port()),
        "http://169.254.169.254".to_owned(),
        "https://chat.example".to_owned(),
    ] {
        let refused = begin(&server.url, &ada, &url).await.unwrap_err();
        assert_eq!(refused.code, RefusalCode::NotAllowed, "{url}");
        assert!(refused.message.contains("--allow-origin"), "{refused:?}");
    }
    for url in [
        "",
        "file:///etc/passwd",
        "ftp://127.0.0.1",
        "http://a b",
        "http://a@b",
    ] {
        let refused = begin(&server.url, &ada, url).await.unwrap_err();
        assert_eq!(refused.code, RefusalCode::Malformed, "{url}");
    }
    // The port is the server's own, the address is somebody else's: nobody is connected to.
    let elsewhere = TcpListener::bind(("127.0.0.2", own_port)).await.unwrap();
    let url = format!("http://127.0.0.2:{own_port}");
    begin(&server.url, &ada, &url).await.unwrap();
    let found = ended(&server.url, &ada).await;
    let told = &found.findings[0];
    assert_eq!(told.outcome, Outcome::Unknown, "{found:?}");
    assert!(
        told.sentence.contains("no address of this server"),
        "{found:?}"
    );
    for listener in [neighbour, elsewhere] {
        let knocks = timeout(Duration::from_millis(100), listener.accept()).await;
        assert!(knocks.is_err(), "{knocks:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_neighbour_that_answers_is_not_shown_and_not_followed() {
    // Whoever started the server named it, and something else answers there.
    let trap = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let secret = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let elsewhere = secret.local_addr().unwrap();
    let url = format!("http://{}", trap.local_addr().unwrap());
    let answering = tokio::spawn(async move {
        loop {
            let Ok((mut stream, _)) = trap.accept().await else {
                return;
            };
            let mut asked = [0; 1024];
            let _ = stream.read(&mut asked).await;
            let body = r#"{"version":"the secret","host":"the secret","now":1}"#;
            let answer = format!(
                "HTTP/1.1 302 Found\r\nLocation: http://{elsewhere}/\r\n\
                 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    let config = AppConfig {
        allow_origins: vec![url.parse().unwrap()],
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let ada = token(&server.url, "ada").await;
    begin(&server.url, &ada, &url).await.unwrap();
    let found = ended(&server.url, &ada).await;
    assert!(!format!("{found:?}").contains("secret"), "{found:?}");
    assert!(found.findings[0].sentence.contains("302"), "{found:?}");
    let knocks = timeout(Duration::from_millis(100), secret.accept()).await;
    assert!(knocks.is_err(), "{knocks:?}");
    answering.abort();
    server.stop().await;
}

#[tokio::test]
async fn one_examination_runs_at_a_time_and_ends_with_the_server() {
    // Somebody who takes connections and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    let config = AppConfig {
        allow_origins: vec![url.parse().unwrap()],
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let ada = token(&server.url, "ada").await;
    begin(&server.url, &ada, &url).await.unwrap();
    let _held = silent.accept().await.unwrap();
    let refused = begin(&server.url, &ada, &url).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::Unavailable);
    assert!(refused.retry_after_ms.is_some());
    let waiting = last(&server.url, &ada).await.unwrap();
    assert_eq!(waiting.progress, Progress::Runs);
    // Leaves no task behind, which its end checks.
    server.stop().await;
}

#[tokio::test]
async fn what_the_browser_measured_is_judged() {
    let server = TestServer::start().await;
    let ada = token(&server.url, "ada").await;
    let facts = Facts {
        origin: format!("http://127.0.0.1:{}", free_port()),
        viewpoint: Viewpoint::Browser,
        reach: Some(Reach::Yes),
        body_status: Some(413),
        ..Facts::default()
    };
    let body = serde_json::to_string(&facts).unwrap();
    let request = http::json_request(Method::POST, "/api/doctor/findings", body);
    let answer = http::ask(&server.url, http::with_bearer(request, &ada)).await;
    let found: Vec<Finding> = answer.unwrap().json().unwrap();
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1].outcome, Outcome::Bad);
    assert_eq!(found[1].fixes.len(), 5);
    server.stop().await;
}

#[tokio::test]
async fn the_doctor_tells_of_the_machine_to_those_who_may_watch() {
    let server = TestServer::start().await;
    let ada = token(&server.url, "ada").await;
    let ben = token(&server.url, "ben").await;
    let ask = || http::request(Method::GET, "/api/doctor");
    let view = async |request| -> View {
        let answer = http::ask(&server.url, request).await.unwrap();
        assert_eq!(answer.status, StatusCode::OK);
        answer.json().unwrap()
    };
    // A program of this machine, and the owner.
    assert!(view(ask()).await.machine.is_some());
    let owner = view(http::with_bearer(ask(), &ada)).await;
    assert!(owner.machine.is_some());
    // Somebody through a proxy: how it arrived, and no more.
    let mut carried = ask();
    let from = "192.0.2.7".parse().unwrap();
    carried.headers_mut().insert("x-forwarded-for", from);
    assert_eq!(view(carried).await.machine, None);
    // A guest who asks for more is refused.
    let guest = http::ask(&server.url, http::with_bearer(ask(), &ben)).await;
    assert_eq!(guest.unwrap().status, StatusCode::FORBIDDEN);
    server.stop().await;
}

#[tokio::test]
async fn a_page_can_learn_what_its_requests_weigh() {
    let server = TestServer::start().await;
    let host = server.url.address().to_string();
    let head = format!(
        "GET /api/doctor?x=1 HTTP/1.1\r\nhost: {host}\r\ncookie: a=b\r\nconnection: close\r\n\r\n"
    );
    let mut stream = TcpStream::connect(&host).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut heard = String::new();
    timeout(PATIENCE, stream.read_to_string(&mut heard))
        .await
        .unwrap()
        .unwrap();
    let body = heard.rsplit("\r\n\r\n").next().unwrap();
    let view: View = serde_json::from_str(body).unwrap();
    assert_eq!(view.head_bytes, head.len() as u64);
    server.stop().await;
}
