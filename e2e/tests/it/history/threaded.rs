//! A room whose messages have long threads: almost nothing of its log is drawn, and a screen
//! of messages is there all the same, wherever its reader goes.

use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::text::MessageText;

use super::filled::{fill, posted};
use super::*;

/// Messages of the room itself.
const ROOTS: u64 = 25;

/// What is said in the thread of each.
const REPLIES: u64 = 300;

/// Its newest message.
const NEWEST: u64 = (ROOTS - 1) * (REPLIES + 1) + 1;

#[tokio::test]
async fn a_room_of_long_threads_shows_its_messages() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        server.kill().await;
        let log = (0..ROOTS).flat_map(|root| {
            let thread = Seq(root * (REPLIES + 1) + 1);
            let reply = move |number: u64| EntryKind::Replied {
                thread,
                text: MessageText::from_stored(format!("reply {number}")),
                attached: Attached::default(),
            };
            std::iter::once(posted(text(root + 1))).chain((1..=REPLIES).map(reply))
        });
        fill(server.data(), log.collect()).await;
        server.start_again().await;
        let ada = story.person(&server, "Ada").await;
        let screen = ada
            .until("a screen is full", |screen| screen.lines.len() > 8)
            .await;
        assert_eq!(newest(&screen), NEWEST);
        lacks_none(&screen);
        is_at_the_end(&ada).await;
        while oldest(&ada.screen().await.expect("the page can be looked at")) > 1 {
            let eye = Eye::at_the_top(&ada).await;
            let before = oldest(&ada.screen().await.expect("the page can be looked at"));
            ada.until("older ones are here", |screen| {
                oldest(screen) < before || oldest(screen) == 1
            })
            .await;
            eye.has_not_moved(&ada).await;
        }
        let log = "document.querySelector('[role=log]')";
        while newest(&ada.screen().await.expect("the page can be looked at")) < NEWEST {
            let before = newest(&ada.screen().await.expect("the page can be looked at"));
            ada.page()
                .look::<()>(&format!("void ({log}.scrollTop = {log}.scrollHeight)"))
                .await
                .expect("the page can be looked at");
            ada.until("newer ones are here", |screen| {
                newest(screen) > before || newest(screen) == NEWEST
            })
            .await;
            lacks_none(&ada.screen().await.expect("the page can be looked at"));
        }
    })
    .await;
}

fn lacks_none(screen: &Screen) {
    let numbers: Vec<u64> = screen.lines.iter().filter_map(|line| line.seq).collect();
    assert!(
        numbers
            .windows(2)
            .all(|pair| pair[1] == pair[0] + REPLIES + 1),
        "messages without a gap: {numbers:?}"
    );
}
