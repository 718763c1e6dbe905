//! The figures at `/metrics`: true, in the right form, and for the right people.

use chat_store::LOBBY;
use chat_testkit::wire_frame::{End, Opcode};
use chat_testkit::{PlainUser, RawSocket, ServerUrl, TestUser, Upgrade, http};
use hyper::Method;
use server::config::AppConfig;
use shared::client_frame::ClientFrame;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::ids::RequestId;
use shared::server_frame::FollowStart;

use crate::harness::{
    EPOCH, Figures, TestServer, empty_store, entries_until_live, fill, follow, new_client_id, post,
    unlimited,
};

const OPEN: &str = "confab_connections{transport=\"websocket\"}";
const OPEN_PLAIN: &str = "confab_connections{transport=\"plain\"}";

#[tokio::test]
async fn figures_tell_what_happened() {
    let store = empty_store();
    fill(&store, 3).await;
    let server = TestServer::over(store, unlimited()).await;
    let url = &server.url;
    let token = http::sign_in(url, "ada").await.unwrap().token.unwrap();

    // Two with frames, one with lines, one that is refused, one with another origin.
    let (mut ada, _) = RawSocket::greeted(url, &token).await;
    let (mut second, _) = RawSocket::greeted(url, &token).await;
    let mut ben = PlainUser::join(url, "name=ben").await.unwrap();
    assert!(PlainUser::join(url, "name=ada").await.is_err());
    let foreign = Upgrade::chat().header("origin", "https://evil.example");
    assert!(RawSocket::connect(url, &foreign).await.is_err());
    let other = Upgrade::to("/chat").header("sec-websocket-protocol", "mqtt");
    assert!(RawSocket::connect(url, &other).await.is_err());
    assert_eq!(http::get(url, "/chat").await.unwrap().status, 426);

    // Every way to begin to follow.
    let at = |epoch, seq| {
        let (epoch, seq) = (Epoch(epoch), Seq(seq));
        Some(Cursor { epoch, seq })
    };
    for (id, after, start) in [
        (1, None, FollowStart::Newest),
        (2, at(EPOCH, 2), FollowStart::Resumed),
        (3, at(EPOCH, 1), FollowStart::Resumed),
        (4, at(EPOCH + 1, 1), FollowStart::Rewound),
    ] {
        let following = follow(&mut ada, id, after).await;
        assert_eq!(following.start, start);
        entries_until_live(&mut ada).await;
        let unfollow = shared::client_frame::Unfollow { room: LOBBY };
        ada.send(&ClientFrame::Unfollow(unfollow)).await;
    }
    follow(&mut second, 1, None).await;
    entries_until_live(&mut second).await;
    for id in 10..15 {
        ada.send(&post(id, LOBBY, new_client_id(), "hello")).await;
        ada.answer(RequestId(id)).await;
        ben.hears().await;
    }
    ben.says("hello yourself").await;

    let figures = Figures::of(url).await;
    for (sample, value) in [
        (OPEN, 2.0),
        (OPEN_PLAIN, 1.0),
        (
            "confab_connections_opened_total{transport=\"websocket\"}",
            2.0,
        ),
        ("confab_handshake_refusals_total{reason=\"admission\"}", 1.0),
        ("confab_handshake_refusals_total{reason=\"origin\"}", 1.0),
        (
            "confab_handshake_refusals_total{reason=\"subprotocol\"}",
            1.0,
        ),
        (
            "confab_handshake_refusals_total{reason=\"no_upgrade\"}",
            1.0,
        ),
        ("confab_handshake_refusals_total{reason=\"host\"}", 0.0),
        ("confab_resumes_total{outcome=\"newest\"}", 2.0),
        ("confab_resumes_total{outcome=\"resumed\"}", 2.0),
        ("confab_resumes_total{outcome=\"rewound\"}", 1.0),
        ("confab_append_seconds_count", 6.0),
        ("confab_fan_out_seconds_count", 6.0),
        ("confab_drops_total{class=\"slow_reader\"}", 0.0),
    ] {
        assert!(
            (figures.value(sample) - value).abs() < 0.1,
            "{sample} is {}, not {value}",
            figures.value(sample)
        );
    }
    assert!(figures.value("confab_mailbox_high_water_bytes") > 0.0);
    assert!(figures.value("confab_sent_bytes_total") > figures.value("confab_frames_sent_total"));
    // Two hellos, five follows, four unfollows, five posts and a line.
    assert!(figures.value("confab_frames_received_total") >= 17.0);

    // Each of the ways to end.
    ada.send_frame(Opcode::Close, End::Final, &1000_u16.to_be_bytes())
        .await;
    ada.close_code().await;
    ben.send_binary(&[1]).await;
    assert_eq!(ben.close_code().await, 1003);
    drop(second);
    let figures = Figures::once(url, OPEN, 0.0).await;
    for sample in [
        "confab_connections_closed_total{code=\"1000\",side=\"client\"}",
        "confab_connections_closed_total{code=\"1003\",side=\"server\"}",
        "confab_connections_closed_total{code=\"1006\",side=\"network\"}",
    ] {
        assert!((figures.value(sample) - 1.0).abs() < 0.1, "{sample}");
    }
    server.stop().await;
}

#[tokio::test]
async fn figures_name_nobody() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "zebedee").await;
    ada.open("lobby").await;
    ada.stored(ada.post("my secret").await).await;
    let figures = Figures::of(&server.url).await;
    for name in figures.names() {
        for word in ["zebedee", "lobby", "secret", "127.0.0.1", ada.token()] {
            assert!(!name.contains(word), "{name}");
        }
    }
}

#[tokio::test]
async fn strangers_get_no_figures() {
    let config = AppConfig {
        metrics_token: Some("a-scraper-s-token".parse().unwrap()),
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let url = &server.url;
    let owner = http::sign_in(url, "ada").await.unwrap().token.unwrap();
    let guest = http::sign_in(url, "ben").await.unwrap().token.unwrap();
    assert_eq!(status(url, &[]).await, 200, "a program on this machine");
    let proxied = ("x-forwarded-for", "203.0.113.9");
    let bearer = |token: &str| format!("Bearer {token}");
    for (headers, expected) in [
        (vec![proxied], 401),
        (vec![("via", "1.1 proxy")], 401),
        (vec![proxied, ("authorization", &bearer(&owner))], 200),
        (vec![proxied, ("authorization", &bearer(&guest))], 403),
        (
            vec![proxied, ("authorization", &bearer("a-scraper-s-token"))],
            200,
        ),
        (
            vec![proxied, ("authorization", &bearer("a-scraper-s-tokem"))],
            401,
        ),
        (vec![("cookie", &format!("confab_login={owner}"))], 200),
        // Whoever shows a login is judged by it, on this machine too.
        (vec![("cookie", &format!("confab_login={guest}"))], 403),
        (vec![("cookie", "confab_login=nonsense")], 401),
    ] {
        assert_eq!(status(url, &headers).await, expected, "{headers:?}");
    }
    let post = http::request(Method::POST, "/metrics");
    assert_eq!(http::ask(url, post).await.unwrap().status, 405);
}

async fn status(url: &ServerUrl, headers: &[(&'static str, &str)]) -> u16 {
    let mut request = http::request(Method::GET, "/metrics");
    for &(name, value) in headers {
        request.headers_mut().insert(name, value.parse().unwrap());
    }
    let answer = http::ask(url, request).await.unwrap();
    if answer.status != 200 {
        assert!(!answer.text().contains("confab_"), "{}", answer.text());
    }
    answer.status.as_u16()
}
