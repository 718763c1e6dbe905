//! Over https by the server's own certificate: HTTP/2, wss, and the other ways too.

use std::fs;

use e2e::patience::eventually;
use e2e::{Mark, Server, Visitor, tell};

/// The protocols (ALPN, RFC 7301) by which everything came whose address has this in it.
async fn protocols(visitor: &Visitor, part: &str) -> Vec<String> {
    let script = format!(
        "[...new Set(['navigation', 'resource']
            .flatMap((kind) => performance.getEntriesByType(kind))
            .filter((entry) => entry.name.includes('{part}'))
            .map((entry) => entry.nextHopProtocol))]"
    );
    let protocols = visitor.page().look(&script).await;
    protocols.expect("a browser keeps book")
}

/// Connections that clients hold to this server, as Linux tells.
fn connections(server: &Server) -> usize {
    const ESTABLISHED: &str = "01";
    let host = server.host();
    let (_, port) = host.split_once(':').expect("a host and a port");
    let port: u16 = port.parse().expect("a port");
    let table = fs::read_to_string("/proc/net/tcp").expect("a table");
    let local = format!(":{port:04X}");
    let is_ours = |line: &&str| {
        let mut fields = line.split_whitespace().skip(1);
        fields.next().is_some_and(|at| at.ends_with(&local)) && fields.nth(1) == Some(ESTABLISHED)
    };
    table.lines().filter(is_ours).count()
}

#[tokio::test]
async fn the_page_and_the_chat_come_over_https_and_http2() {
    tell(async |story| {
        let server = story.secure_server().await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("over wss").await;
        ada.sees_own("over wss", Mark::Stored).await;
        ben.sees("Ada", "over wss").await;
        assert_eq!(protocols(&ada, "https://").await, ["h2"]);
        let is_secure: bool = ada.page().look("isSecureContext").await.expect("a page");
        assert!(is_secure);
        ada.opens_the_panel().await;
        ada.reads_in_the_panel("wss://").await;
        // A WebSocket is a stream of the connection that brought the page (RFC 8441).
        eventually("each browser holds one connection", async || {
            let count = connections(&server);
            (count == 2)
                .then_some(())
                .ok_or(format!("there are {count}"))
        })
        .await;

        // The login is in a cookie of https alone, and stays.
        ada.opens().await;
        ada.sees_own("over wss", Mark::Stored).await;
        let cookies: String = ada.page().look("document.cookie").await.expect("a page");
        assert_eq!(cookies, "");
    })
    .await;
}

#[tokio::test]
async fn without_a_websocket_the_chat_goes_over_streams_and_polls_of_http2() {
    tell(async |story| {
        let server = story.secure_server().await;
        let ada = story.person(&server, "Ada").await;
        ada.opens_the_panel().await;
        ada.switches("Refuse WebSocket").await;
        ada.switches("Drop the link").await;
        ada.switches("Drop the link").await;
        let by_events = |screen: &e2e::Screen| screen.connection.contains("server-sent events");
        ada.until("a stream takes over", by_events).await;
        assert_eq!(protocols(&ada, "/api/link").await, ["h2"]);

        let ben = story.visitor(&server).await;
        let keep = "localStorage.setItem('confab.transport', 'poll')";
        ben.page().begin_with(keep).await;
        ben.joins_as("Ben").await;
        let by_polls = |screen: &e2e::Screen| screen.connection.contains("long polling");
        ben.until("polls do", by_polls).await;
        for number in 1..=3 {
            ada.says(&format!("{number} by a stream")).await;
            ben.sees("Ada", &format!("{number} by a stream")).await;
            ben.says(&format!("{number} by a poll")).await;
            ada.sees("Ben", &format!("{number} by a poll")).await;
        }
        assert_eq!(protocols(&ben, "/api/link").await, ["h2"]);
    })
    .await;
}
