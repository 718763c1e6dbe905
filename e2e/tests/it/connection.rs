//! Anybody can see what the connection does, and break it, and nothing is lost.

use chat_client::LinkState;
use chat_client::recorder::replay::replay;
use e2e::page::{Device, Key, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Screen, Story, Visitor, tell};
use shared::cursor::Seq;

#[tokio::test]
async fn the_reader_s_own_connection_is_the_example_of_how_one_lives() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("one").await;
        ada.sees_own("one", Mark::Stored).await;
        ada.opens_the_panel().await;
        ada.switches("Drop the link").await;
        ada.until("it is cut", |screen: &Screen| {
            screen.connection.starts_with("Connection: Offline")
        })
        .await;
        ada.switches("Drop the link").await;
        ada.until("it is back", Screen::is_online).await;

        ada.click_named(".inspector button", "How this connection lives")
            .await;

        for words in [
            format!("Yours: ws://{}/chat", server.host()),
            "Answer: 101 Switching Protocols, confab.v1".to_owned(),
            "The last one here: ".to_owned(),
            "The last round trip took ".to_owned(),
            "Closed 1006, no close frame".to_owned(),
            "Yours: #lobby is complete to #1".to_owned(),
        ] {
            ada.until(format!("it says “{words}”"), |screen: &Screen| {
                screen.dialog.contains(&words)
            })
            .await;
        }
        for theme in [Theme::Light, Theme::Dark] {
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier("how a connection lives").await;
        }
        ada.page().press(Key::Escape).await;
        ada.until("it is closed", |screen: &Screen| screen.dialog.is_empty())
            .await;
        ada.reads_in_the_panel("Connections").await;
    })
    .await;
}

#[tokio::test]
async fn the_panel_tells_what_the_connection_does() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("a private word").await;
        ada.sees_own("a private word", Mark::Stored).await;

        ada.opens_the_panel().await;

        let address = format!("ws://{}/chat", server.host());
        for words in [
            "Online",
            &address,
            "101 Switching Protocols, confab.v1, open after",
            "of silence",
            "server 0.1.0, confab.v1",
            "#lobby, 1 of 1 open rooms complete",
            "Complete to #1",
            "1 since this page was opened",
            "Online, WebSocket open after",
        ] {
            ada.reads_in_the_panel(words).await;
        }
        // Somebody watches, so the round trip is measured at once.
        eventually("a round trip is told", async || {
            let ms: String = ada
                .page()
                .look("document.querySelector('.rtt-n strong').textContent")
                .await?;
            ms.parse::<u32>().map(drop).map_err(|_| ms)
        })
        .await;

        ada.opens_the_newest("post").await;
        ada.switches("Pause").await;
        ada.filters_frames_by("entries").await;
        ada.page().click(".frames summary").await;
        ada.reads_in_the_panel("a private word").await;
        ada.switches("Blank text").await;
        ada.reads_in_the_panel("… 14 characters").await;
        let panel = ada.panel().await.unwrap();
        assert!(!panel.contains("a private word"), "{panel}");

        let report = ada.copies_the_panel().await;
        assert!(
            report.starts_with("# Confab connection report\n"),
            "{report}"
        );
        for words in [
            "Server: 0.1.0, confab.v1",
            "server #1",
            "… 14 characters",
            "welcome",
        ] {
            assert!(report.contains(words), "{words} is missing:\n{report}");
        }
        assert!(!report.contains("private"), "{report}");
    })
    .await;
}

#[tokio::test]
async fn keys_open_and_close_the_panel_and_the_focus_goes_back() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.types("half a sen").await;

        ada.opens_the_panel().await;
        has_the_focus(&ada, "inspector-title").await;
        ada.page().press(Key::Escape).await;
        has_the_focus(&ada, "composer").await;
        assert_eq!(ada.panel().await.unwrap(), "");

        ada.opens_the_panel().await;
        ada.presses_the_panels_key().await;
        has_the_focus(&ada, "composer").await;
    })
    .await;
}

#[tokio::test]
async fn the_panel_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("hello").await;
        ada.sees_own("hello", Mark::Stored).await;
        ada.opens_the_panel().await;
        ada.page().click(".frames summary").await;
        ada.switches("Go silent").await;
        for device in [Device::Desktop, Device::Phone] {
            ada.page().on(device).await;
            for theme in [Theme::Light, Theme::Dark] {
                ada.page().in_theme(theme).await;
                ada.finds_no_barrier(&format!("the panel, {device:?}, {theme:?}"))
                    .await;
            }
            let screen = ada.screen().await.unwrap();
            assert_eq!(screen.overflow, 0, "{device:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_closed_panel_leaves_no_timer_behind() {
    // Counts the intervals that run, from before the page's own script.
    const COUNT: &str = "(() => {
        const running = (window.intervals = new Set());
        const { setInterval: set, clearInterval: clear } = window;
        window.setInterval = (...how) => { const id = set(...how); running.add(id); return id; };
        window.clearInterval = (id) => { running.delete(id); clear(id); };
    })()";
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(COUNT).await;
        ada.joins_as("Ada").await;
        let closed = intervals(&ada).await;

        ada.opens_the_panel().await;
        assert_eq!(intervals(&ada).await, closed + 1, "one looks at the notes");
        ada.page().press(Key::Escape).await;

        eventually("it is gone", async || {
            let parts: u32 = ada
                .page()
                .look("document.querySelectorAll('.panel').length")
                .await?;
            if parts == 0 {
                Ok(())
            } else {
                Err(format!("{parts} panels"))
            }
        })
        .await;
        assert_eq!(intervals(&ada).await, closed);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_shown_as_bytes() {
    const KEEP: &str = "(() => {
        const Real = window.WebSocket;
        window.WebSocket = class extends Real {
            constructor(...how) { super(...how); window.lastSocket = this; }
        };
    })()";
    const SAY: &str = "(() => {
        const say = (data) => window.lastSocket.dispatchEvent(new MessageEvent('message', { data }));
        say('hm?');
        say(new Uint8Array([222, 173, 190, 239]).buffer);
    })()";
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(KEEP).await;
        ada.joins_as("Ada").await;
        ada.opens_the_panel().await;

        ada.page().look::<()>(SAY).await.unwrap();

        ada.opens_the_newest("bytes").await;
        ada.reads_in_the_panel("de ad be ef").await;
        // Not by its place: what stands above it in the panel may move it meanwhile.
        const OPEN: &str = "document.querySelector('.frames li:nth-child(2) summary').click()";
        ada.page().look::<()>(OPEN).await.unwrap();
        ada.reads_in_the_panel("68 6d 3f").await;
        ada.until("it goes on", Screen::is_online).await;
    })
    .await;
}

#[tokio::test]
async fn a_dropped_link_loses_nothing_and_the_fault_ends_with_the_page() {
    tell(async |story| {
        let ada = ada_with_the_panel(story).await;

        ada.switches("Drop the link").await;
        ada.until("she is offline, and it is said why", |screen| {
            screen.connection.contains("Offline") && screen.connection.contains("(test: link cut)")
        })
        .await;
        ada.says("one").await;
        ada.says("two").await;
        ada.sees_own("two", Mark::Waiting).await;
        ada.reads_in_the_panel("Cut in the connection panel").await;

        ada.page().reload().await;
        for text in ["one", "two"] {
            ada.sees_own(text, Mark::Stored).await;
        }
        let screen = ada.until("she is online", Screen::is_online).await;
        assert!(!screen.connection.contains("test"), "{}", screen.connection);
        assert_eq!(ada.asks_for_the_lobby().await, ["Ada: one", "Ada: two"]);
    })
    .await;
}

#[tokio::test]
async fn the_heartbeat_finds_a_silent_link() {
    tell(async |story| {
        let ada = ada_with_the_panel(story).await;

        ada.switches("Go silent").await;
        ada.says("into the void").await;
        ada.reads_in_the_panel("Given up here, a sign of life went unanswered")
            .await;
        ada.switches("Go silent").await;

        ada.sees_own("into the void", Mark::Stored).await;
        assert_eq!(ada.asks_for_the_lobby().await, ["Ada: into the void"]);
    })
    .await;
}

#[tokio::test]
async fn a_slow_link_is_called_slow_and_keeps_the_order() {
    tell(async |story| {
        let ada = ada_with_the_panel(story).await;

        ada.switches("Add 2 s delay").await;
        for text in ["one", "two", "three"] {
            ada.says(text).await;
        }
        ada.until("it is slow, and it is said why", |screen| {
            screen.connection.contains("Online, slow")
                && screen.connection.contains("(test: 2 s delay)")
        })
        .await;

        ada.sees_own("three", Mark::Stored).await;
        assert_eq!(
            ada.asks_for_the_lobby().await,
            ["Ada: one", "Ada: two", "Ada: three"]
        );
    })
    .await;
}

#[tokio::test]
async fn where_frames_are_lost_all_arrive_once_and_in_order_in_the_end() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.opens_the_panel().await;
        ada.switches("Lose 10 %").await;

        let mut expected: Vec<String> = (1..=40).map(|n| format!("line {n}")).collect();
        for line in &expected {
            ben.sends(line).await;
        }
        ben.sees_own("line 40", Mark::Stored).await;
        ada.says("from Ada").await;
        until_stored_at_last(&ada, "from Ada").await;
        expected.push("from Ada".to_owned());
        ada.switches("Lose 10 %").await;
        // What was lost last is noticed by what follows.
        ben.says("the last").await;
        expected.push("the last".to_owned());

        for visitor in [&ada, &ben] {
            visitor
                .until("all are here, once, in order", |screen| {
                    screen.is_all_stored()
                        && screen.lines.iter().map(|line| &line.text).eq(&expected)
                })
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_network_without_websockets_shows_in_the_panel_and_costs_no_message() {
    tell(async |story| {
        let ada = ada_with_the_panel(story).await;

        ada.switches("Refuse WebSocket").await;
        ada.reads_in_the_panel("Failed 1006").await;
        ada.reads_in_the_panel("Refused in the connection panel")
            .await;
        ada.says("by another way or later").await;
        ada.switches("Refuse WebSocket").await;

        ada.sees_own("by another way or later", Mark::Stored).await;
        assert_eq!(
            ada.asks_for_the_lobby().await,
            ["Ada: by another way or later"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_recording_that_was_saved_replays_to_the_same_end() {
    tell(async |story| {
        let ada = ada_with_the_panel(story).await;
        ada.says("a private word").await;
        ada.sees_own("a private word", Mark::Stored).await;
        ada.switches("Drop the link").await;
        ada.says("another one").await;
        ada.sees_own("another one", Mark::Waiting).await;
        ada.switches("Drop the link").await;
        ada.sees_own("another one", Mark::Stored).await;
        ada.reads_in_the_panel("Complete to #2").await;

        let recording = ada.saves_the_recording().await;

        assert!(!recording.contains("private"), "{recording}");
        let replayed = replay(&recording).expect("it can be replayed");
        assert!(replayed.is_equal(), "{replayed:#?}");
        let end = &replayed.replayed;
        assert_eq!(
            (end.link.clone(), end.waiting, end.failed),
            (LinkState::Online, 0, 0)
        );
        assert_eq!(end.timelines[0].extent.complete_to, Seq(2));
    })
    .await;
}

async fn ada_with_the_panel(story: &Story) -> Visitor {
    let server = story.server(Rates::Held).await;
    let ada = story.person(&server, "Ada").await;
    ada.opens_the_panel().await;
    ada
}

async fn has_the_focus(visitor: &Visitor, id: &str) {
    eventually(format!("{id} has the focus"), async || {
        let focused: String = visitor.page().look("document.activeElement.id").await?;
        if focused == id { Ok(()) } else { Err(focused) }
    })
    .await;
}

async fn intervals(visitor: &Visitor) -> usize {
    visitor
        .page()
        .look("window.intervals.size")
        .await
        .expect("they are counted")
}

/// A write whose frame was lost fails after a while; whoever wrote it sends it again.
async fn until_stored_at_last(visitor: &Visitor, text: &str) {
    loop {
        let screen = visitor
            .until("it is stored or failed", |screen| {
                screen.marks(text, Mark::Stored) || screen.marks(text, Mark::Failed)
            })
            .await;
        if screen.marks(text, Mark::Stored) {
            return;
        }
        visitor.click_named("article button", "Retry").await;
    }
}
