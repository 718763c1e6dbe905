//! Behind proxies that are not kind, in a real browser.

use std::time::Duration;

use chat_testkit::http_proxy::{Answers, HttpProxy, Manners, Upgrades};
use e2e::server::{Rates, Server};
use e2e::{Visitor, tell};

/// What Chromium says of a WebSocket that a proxy answers with something else.
const NO_UPGRADE: [&str; 1] = ["WebSocket connection to"];

/// Proxies cut what keeps quiet for this long; stricter ones are rare.
const CUT_AFTER: Duration = Duration::from_secs(30);

async fn before(server: &Server, manners: Manners) -> HttpProxy {
    let address = server.host().parse().expect("a host and a port");
    HttpProxy::before(address, manners)
        .await
        .expect("there is a port for a proxy")
}

async fn is_connected(visitor: &Visitor, words: &str) {
    visitor
        .until(format!("the dot says {words:?}"), |screen| {
            screen.connection.contains(words)
        })
        .await;
}

/// Ada is behind the proxy, Ben is not; neither can tell by what arrives.
async fn they_talk(ada: &Visitor, ben: &Visitor) {
    for number in 1..=3 {
        let (said, answered) = (format!("{number} said"), format!("{number} answered"));
        ada.says(&said).await;
        ben.sees("Ada", &said).await;
        ben.says(&answered).await;
        ada.sees("Ben", &answered).await;
    }
    let screen = ada
        .until("all is stored", |screen| screen.is_all_stored())
        .await;
    assert_eq!(screen.lines.len(), 6);
}

#[tokio::test]
async fn where_upgrades_are_forbidden_a_stream_takes_over_and_the_dot_says_so() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let manners = Manners {
            upgrades: Upgrades::Stripped,
            ..Manners::default()
        };
        let proxy = before(&server, manners).await;
        story.expects_complaints(NO_UPGRADE);
        let ada = story.visitor_behind(&proxy).await;
        ada.joins_as("Ada").await;
        is_connected(&ada, "Online by server-sent events").await;
        let ben = story.person(&server, "Ben").await;
        they_talk(&ada, &ben).await;
    })
    .await;
}

#[tokio::test]
async fn where_answers_are_held_back_polls_take_over() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let manners = Manners {
            upgrades: Upgrades::Stripped,
            answers: Answers::Whole,
            ..Manners::default()
        };
        let proxy = before(&server, manners).await;
        story.expects_complaints(NO_UPGRADE);
        let ada = story.visitor_behind(&proxy).await;
        ada.joins_as("Ada").await;
        is_connected(&ada, "Online by long polling").await;
        let ben = story.person(&server, "Ben").await;
        they_talk(&ada, &ben).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_cut_by_a_proxy_that_cuts_after_half_a_minute_of_quiet() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let manners = Manners {
            idle: Some(CUT_AFTER),
            ..Manners::default()
        };
        let proxy = before(&server, manners).await;
        let mut visitors = Vec::new();
        for (name, choice) in [("Ada", "websocket"), ("Ben", "events"), ("Cy", "poll")] {
            let visitor = story.visitor_behind(&proxy).await;
            let keep = format!("localStorage.setItem('confab.transport', '{choice}')");
            visitor.page().begin_with(&keep).await;
            visitor.joins_as(name).await;
            visitors.push(visitor);
        }
        is_connected(&visitors[1], "Online by server-sent events").await;
        is_connected(&visitors[2], "Online by long polling").await;
        // The quiet is what this is about: longer than the proxy bears it.
        tokio::time::sleep(CUT_AFTER + Duration::from_secs(4)).await;
        assert_eq!(proxy.cuts(), 0, "something kept quiet for too long");
        for (number, visitor) in visitors.iter().enumerate() {
            visitor.says(&format!("{number} is still here")).await;
        }
        for visitor in &visitors {
            let all = |screen: &e2e::Screen| screen.lines.len() == 3 && screen.is_all_stored();
            visitor.until("everybody is heard", all).await;
        }
    })
    .await;
}
