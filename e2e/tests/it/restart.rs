//! The server is killed while people write, and comes back.

use std::collections::BTreeMap;

use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Mark, Screen, Visitor, tell};

/// What each of them writes while the server is killed under it.
const EACH_WHILE_KILLED: usize = 20;

/// What each of them writes while it is certainly dead.
const EACH_WHILE_DEAD: usize = 3;

#[tokio::test]
async fn nothing_is_lost_doubled_or_reordered_when_the_server_is_killed() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        story.expects_complaints(DEAD_SERVER);

        let killing = async {
            // In the middle of it: some are stored, some on their way, some not written.
            ada.until("some are stored", |screen| stored(screen).len() >= 8)
                .await;
            server.kill().await;
        };
        tokio::join!(
            writes(&ada, "a", EACH_WHILE_KILLED),
            writes(&ben, "b", EACH_WHILE_KILLED),
            killing
        );
        tokio::join!(
            writes(&ada, "c", EACH_WHILE_DEAD),
            writes(&ben, "d", EACH_WHILE_DEAD)
        );

        let mut before = BTreeMap::new();
        for visitor in [&ada, &ben] {
            let screen = visitor
                .until("the page says that it is offline", |screen| {
                    screen.banner.contains("Offline since")
                })
                .await;
            assert!(screen.marks("c 2", Mark::Waiting) || screen.marks("d 2", Mark::Waiting));
            before.extend(stored(&screen));
        }

        server.start_again().await;
        let all = 2 * (EACH_WHILE_KILLED + EACH_WHILE_DEAD);
        let mut after = Vec::new();
        for visitor in [&ada, &ben] {
            let screen = visitor
                .until("all of it is stored, with no help", |screen| {
                    screen.is_online() && screen.is_all_stored() && screen.lines.len() == all
                })
                .await;
            after.push(stored(&screen));
        }

        assert_eq!(after[0], after[1], "both see the same");
        let after = &after[0];
        assert!(
            after.keys().copied().eq(1..=all as u64),
            "no number is missing: {after:?}"
        );
        for (seq, text) in &before {
            assert_eq!(after.get(seq), Some(text), "what showed as stored still is");
        }
        for (first, then) in [("a", "c"), ("b", "d")] {
            let written: Vec<String> = lines(first, EACH_WHILE_KILLED)
                .chain(lines(then, EACH_WHILE_DEAD))
                .collect();
            let arrived: Vec<String> = after
                .values()
                .filter(|text| text.starts_with(first) || text.starts_with(then))
                .cloned()
                .collect();
            assert_eq!(arrived, written, "once each, in the order of writing");
        }
    })
    .await;
}

#[tokio::test]
async fn what_others_wrote_meanwhile_is_fetched_and_said() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        story.expects_complaints(DEAD_SERVER);
        ada.says("before").await;
        ada.sees_own("before", Mark::Stored).await;

        server.kill().await;
        ada.until("she sees that the link is down", |screen| {
            !screen.is_online()
        })
        .await;
        server.start_again().await;
        // Ahead of her next try, or behind it: either way nothing is missing.
        let mut cy = e2e::Terminal::join(&server, "name=cy").await;
        cy.types("meanwhile").await;
        cy.hears("You sent: meanwhile").await;

        ada.sees("cy", "meanwhile").await;
        ada.until("she is online", Screen::is_online).await;
        assert_eq!(stored(&ada.screen().await.unwrap()).len(), 2);
    })
    .await;
}

async fn writes(visitor: &Visitor, name: &str, number: usize) {
    for line in lines(name, number) {
        visitor.says(&line).await;
    }
}

fn lines(name: &str, number: usize) -> impl Iterator<Item = String> {
    (0..number).map(move |index| format!("{name} {index}"))
}

/// The lines with a number.
fn stored(screen: &Screen) -> BTreeMap<u64, String> {
    let lines = screen.lines.iter();
    lines
        .filter_map(|line| Some((line.seq?, line.text.clone())))
        .collect()
}
