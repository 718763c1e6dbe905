//! What was written and not sent outlives the page.

use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Mark, Screen, Server, Story, Visitor, tell};

#[tokio::test]
async fn unsent_messages_survive_a_reload_and_leave_once() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("one").await;
        ada.says("two").await;
        ada.sees_own("two", Mark::Waiting).await;

        // Nothing answers: the browser shows its own error page.
        ada.page().reload().await;
        server.start_again().await;
        ada.opens().await;

        ada.sees_own("one", Mark::Stored).await;
        ada.sees_own("two", Mark::Stored).await;
        is_the_history(&ada, &["Ada: one", "Ada: two"]).await;

        ada.page().reload().await;
        ada.until("the page is back", |screen| {
            screen.is_online() && screen.lines.len() == 2
        })
        .await;
        is_the_history(&ada, &["Ada: one", "Ada: two"]).await;
    })
    .await;
}

#[tokio::test]
async fn unsent_messages_are_known_of_again_before_there_is_a_link() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("one").await;
        ada.sees_own("one", Mark::Waiting).await;
        // The page will load, but its socket will not open.
        ada.page().cut_sockets().await;
        server.start_again().await;

        ada.page().reload().await;

        ada.until("she is told that it waits", |screen| {
            screen.banner.contains("1 message waits on this device")
        })
        .await;
        ada.sees_own("one", Mark::Waiting).await;
        ada.says("two").await;
        let screen = ada
            .until("she sees it too", |screen| {
                screen.marks("two", Mark::Waiting)
            })
            .await;
        assert_eq!(screen.open_room(), Some("lobby"), "its room is known too");
        is_the_history(&ada, &[]).await;
        ada.page().mend_sockets().await;
        ada.sees_own("one", Mark::Stored).await;
        ada.sees_own("two", Mark::Stored).await;
        is_the_history(&ada, &["Ada: one", "Ada: two"]).await;
    })
    .await;
}

#[tokio::test]
async fn two_tabs_each_send_their_own_once() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        let tab = second_tab(story, &ada, &server).await;
        server.kill().await;
        ada.says("from the first").await;
        tab.says("from the second").await;
        tab.sees_own("from the second", Mark::Waiting).await;

        server.start_again().await;

        for visitor in [&ada, &tab] {
            visitor
                .until("both are here and stored", |screen| {
                    screen.is_online() && screen.is_all_stored() && screen.lines.len() == 2
                })
                .await;
        }
        has_once(&ada, &["Ada: from the first", "Ada: from the second"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_that_is_reloaded_keeps_its_own_while_another_is_open() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        let tab = second_tab(story, &ada, &server).await;
        server.kill().await;
        ada.says("mine").await;
        ada.sees_own("mine", Mark::Waiting).await;

        ada.page().reload().await;
        server.start_again().await;
        ada.opens().await;

        for visitor in [&ada, &tab] {
            visitor
                .until("it is here and stored", |screen| {
                    screen.is_online() && screen.is_all_stored() && screen.lines.len() == 1
                })
                .await;
        }
        has_once(&ada, &["Ada: mine"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_reaction_of_a_login_that_has_ended_goes_with_it_and_its_words_are_offered() {
    const LEAVE: &str = "(() => {
        const key = (last) =>
            `confab.outbox.1.999.00ff00ff00ff00ff.0192f000-0000-7000-8000-0000000000${last}`;
        const kept = { room: 1, at: 1795000000000, order: 1 };
        localStorage.setItem(key('aa'), JSON.stringify({ ...kept, text: 'said' }));
        const purpose = { react: { target: 1, emoji: '🎉' } };
        localStorage.setItem(key('bb'), JSON.stringify({ ...kept, text: '', purpose }));
    })()";
    const LEFT: &str = "Object.keys(localStorage)
        .filter((key) => key.startsWith('confab.outbox.1.999.')).map((key) => key.slice(-2))";
    tell(async |story| {
        let (_server, ada) = ada_alone(story).await;
        ada.page().look::<()>(LEAVE).await.unwrap();
        ada.opens().await;
        eventually(
            "what has no words is gone, the words are here",
            async || {
                let left: Vec<String> = ada.page().look(LEFT).await?;
                if left == ["aa"] {
                    Ok(())
                } else {
                    Err(format!("{left:?}"))
                }
            },
        )
        .await;
        ada.click_named(".strip button", "Show").await;
        eventually("one text is offered", async || {
            const TEXTS: &str =
                "[...document.querySelectorAll('.left-texts .said')].map((one) => one.textContent)";
            let texts: Vec<String> = ada.page().look(TEXTS).await?;
            if texts == ["said"] {
                Ok(())
            } else {
                Err(format!("{texts:?}"))
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_a_closed_tab_left_is_sent_by_one_that_lives() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        let tabs = [
            second_tab(story, &ada, &server).await,
            second_tab(story, &ada, &server).await,
        ];

        closes_with_a_message_unsent(&ada, &server).await;

        one_has_it(&tabs).await;
        server.start_again().await;
        for tab in &tabs {
            tab.until("it is stored", |screen| screen.shows("You", "left behind"))
                .await;
        }
        has_once(&tabs[0], &["Ada: left behind"]).await;
    })
    .await;
}

#[tokio::test]
async fn the_same_holds_in_a_browser_without_locks() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().has_no_locks().await;
        ada.joins_as("Ada").await;
        story.expects_complaints(DEAD_SERVER);
        let mut tabs = Vec::new();
        for _ in 0..2 {
            let tab = story.another_tab(&ada, &server).await;
            tab.page().has_no_locks().await;
            tab.opens().await;
            tab.until("the tab is online", Screen::is_online).await;
            tabs.push(tab);
        }

        closes_with_a_message_unsent(&ada, &server).await;

        one_has_it(&tabs).await;
        server.start_again().await;
        for tab in &tabs {
            tab.until("it is stored", |screen| screen.shows("You", "left behind"))
                .await;
        }
        has_once(&tabs[0], &["Ada: left behind"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_waiting_message_can_be_taken_back() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("better not").await;
        ada.sees_own("better not", Mark::Waiting).await;

        ada.click_named("article button", "Cancel").await;

        ada.until("the text is in the box again", |screen| {
            screen.lines.is_empty() && screen.composer.as_deref() == Some("better not")
        })
        .await;
        server.start_again().await;
        ada.until("she is online", Screen::is_online).await;
        is_the_history(&ada, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_without_room_says_that_a_message_is_only_in_the_page() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("kept").await;
        ada.sees_own("kept", Mark::Waiting).await;
        ada.page().look::<()>(FILL_STORAGE).await.unwrap();

        ada.says("no room").await;

        ada.sees_own("no room", Mark::Unkept).await;
        ada.sees_own("kept", Mark::Waiting).await;
        ada.until("the strip says it too", |screen| {
            screen.banner.contains("1 message is only in this page")
        })
        .await;
        let asks = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        assert!(ada.page().look::<bool>(asks).await.unwrap());

        ada.page().look::<()>(EMPTY_STORAGE).await.unwrap();
        ada.click_named("article button", "Cancel").await;
        ada.sees_own("no room", Mark::Waiting).await;
        assert!(!ada.page().look::<bool>(asks).await.unwrap());
        server.start_again().await;
        ada.sees_own("no room", Mark::Stored).await;
        is_the_history(&ada, &["Ada: no room"]).await;
    })
    .await;
}

/// Leaves not one byte in the browser's storage.
const FILL_STORAGE: &str = "(() => {
    for (let length = 1 << 20, n = 0; length > 0; ) {
        try { localStorage.setItem('fill.' + n++, 'x'.repeat(length)); } catch { length >>= 1; }
    }
})()";

/// Gives the room back.
const EMPTY_STORAGE: &str = "void Object.keys(localStorage)
    .filter((key) => key.startsWith('fill.')).forEach((key) => localStorage.removeItem(key))";

#[tokio::test]
async fn somebody_else_in_the_same_browser_sends_none_of_it() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("a secret").await;
        ada.sees_own("a secret", Mark::Waiting).await;
        ada.page().cut_sockets().await;
        server.start_again().await;

        ada.signs_out_by("Keep and sign out").await;
        ada.page().mend_sockets().await;
        ada.gives_a_name("Ben").await;

        let screen = ada.screen().await.unwrap();
        assert_eq!(screen.lines, [], "nothing of Ada's");
        ada.says("hello").await;
        ada.sees_own("hello", Mark::Stored).await;
        let told = ada
            .until("it is said what lies here, not what it says", |screen| {
                screen
                    .banner
                    .contains("1 unsent message of Ada is kept on this device")
            })
            .await;
        assert!(!told.banner.contains("a secret"));
        ada.click_named(".banner button", "Show").await;
        ada.until("it is shown on request", |screen| {
            screen.dialog.contains("Ada, #lobby") && screen.dialog.contains("a secret")
        })
        .await;
        ada.click_named("dialog[open] button", "Put into the message box")
            .await;
        ada.until("it is Ben's to send", |screen| {
            screen.dialog.is_empty()
                && screen.banner.is_empty()
                && screen.composer.as_deref() == Some("a secret")
        })
        .await;
        is_the_history(&ada, &["Ben: hello"]).await;
    })
    .await;
}

#[tokio::test]
async fn who_signs_out_can_leave_nothing_behind() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("a secret").await;
        ada.sees_own("a secret", Mark::Waiting).await;
        ada.types("half a thought").await;
        ada.page().cut_sockets().await;
        server.start_again().await;

        ada.signs_out_by("Discard and sign out").await;

        let texts = "Object.keys(localStorage).filter((key) => /outbox|draft|name/.test(key))";
        let left = ada.page().look::<Vec<String>>(texts).await.unwrap();
        assert_eq!(left, [""; 0]);
        ada.page().mend_sockets().await;
        ada.gives_a_name("Ben").await;
        ada.until("Ben is here", Screen::is_online).await;
        assert_eq!(ada.screen().await.unwrap().banner, "");
        is_the_history(&ada, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn a_login_that_ends_by_itself_leaves_its_texts_to_be_discarded() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        server.kill().await;
        ada.says("a secret").await;
        ada.sees_own("a secret", Mark::Waiting).await;
        ada.page().cut_sockets().await;
        server.start_again().await;
        // What a link over HTTP still says then is told that there is none.
        story.expects_complaints(["status of 404"]);
        // As from another tab, or another device.
        let log_out = "fetch('/api/logout', { method: 'POST' }).then((answer) => answer.status)";
        assert_eq!(ada.page().look::<u16>(log_out).await.unwrap(), 204);
        ada.page().mend_sockets().await;
        ada.until("she is told that it is kept", |screen| {
            screen
                .banner
                .contains("You were signed out. Your unsent message is kept on this device.")
        })
        .await;

        ada.click_named(".banner button", "Sign in").await;
        ada.gives_a_name("Ben").await;
        ada.click_named(".banner button", "Show").await;
        ada.click_named("dialog[open] button", "Discard").await;

        ada.until("nothing is left", |screen| {
            screen.is_online() && screen.dialog.is_empty() && screen.banner.is_empty()
        })
        .await;
        ada.page().reload().await;
        ada.until("nor after a reload", |screen| {
            screen.is_online() && screen.banner.is_empty()
        })
        .await;
        is_the_history(&ada, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_that_was_left_open_becomes_the_next_persons() {
    tell(async |story| {
        let (server, ada) = ada_alone(story).await;
        let tab = second_tab(story, &ada, &server).await;
        server.kill().await;
        ada.says("a secret").await;
        ada.sees_own("a secret", Mark::Waiting).await;
        ada.page().cut_sockets().await;
        server.start_again().await;

        tab.until("the other tab is back", Screen::is_online).await;
        tab.signs_out_by("Keep and sign out").await;
        tab.gives_a_name("Ben").await;
        ada.page().mend_sockets().await;

        ada.until("it is Ben's page now", |screen| {
            screen.is_online()
                && screen.presence("Ben") == Some("online")
                && screen.lines.is_empty()
        })
        .await;
        ada.says("hello").await;
        ada.sees_own("hello", Mark::Stored).await;
        is_the_history(&tab, &["Ben: hello"]).await;
    })
    .await;
}

/// Writes what cannot be sent, and leaves.
async fn closes_with_a_message_unsent(visitor: &Visitor, server: &Server) {
    server.kill().await;
    visitor.says("left behind").await;
    visitor.sees_own("left behind", Mark::Waiting).await;
    visitor.page().go_to("about:blank").await;
}

/// One of the tabs takes it over, while the server is still dead.
async fn one_has_it(tabs: &[Visitor]) {
    eventually("one tab has it", async || {
        let mut having = 0;
        for tab in tabs {
            having += usize::from(tab.screen().await?.marks("left behind", Mark::Waiting));
        }
        if having == 1 {
            Ok(())
        } else {
            Err(format!("{having} tabs have it"))
        }
    })
    .await;
}

async fn ada_alone(story: &Story) -> (Server, Visitor) {
    let server = story.server(Rates::Held).await;
    let ada = story.person(&server, "Ada").await;
    story.expects_complaints(DEAD_SERVER);
    (server, ada)
}

async fn second_tab(story: &Story, visitor: &Visitor, server: &Server) -> Visitor {
    let tab = story.another_tab(visitor, server).await;
    tab.opens().await;
    tab.until("the second tab is online", Screen::is_online)
        .await;
    tab
}

/// The server's lobby holds exactly these lines, in this order.
async fn is_the_history(reader: &Visitor, lines: &[&str]) {
    assert_eq!(reader.asks_for_the_lobby().await, lines);
}

/// The server's lobby holds exactly these lines, in any order.
async fn has_once(reader: &Visitor, lines: &[&str]) {
    let mut history = reader.asks_for_the_lobby().await;
    history.sort();
    assert_eq!(history, lines);
}
