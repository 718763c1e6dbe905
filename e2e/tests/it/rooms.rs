//! Several rooms: what is unread, what was read, what was begun.

use e2e::server::Rates;
use e2e::{Mark, Screen, tell};

#[tokio::test]
async fn a_new_room_is_there_for_everybody() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        ada.makes_room("Firmware Team").await;
        ada.says("first").await;
        ada.sees_own("first", Mark::Stored).await;

        ben.goes_to("firmware-team").await;
        ben.sees("Ada", "first").await;
        let his = ben.screen().await.unwrap();
        let names: Vec<_> = his.rooms.iter().map(|room| room.name.as_str()).collect();
        assert_eq!(names, ["lobby", "firmware-team"]);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_breaks_a_rule_is_refused_in_words() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;

        ada.page().click("button[aria-label='New room']").await;
        ada.page().click("#room-name").await;
        ada.page().write("a/b").await;
        ada.page().press(e2e::page::Key::Enter).await;

        e2e::patience::eventually("the reason is beside the field", async || {
            let help: String = ada
                .page()
                .look("document.querySelector('#room-name-help').innerText")
                .await?;
            if help.contains("“/” is none of them") {
                Ok(())
            } else {
                Err(help)
            }
        })
        .await;
        assert_eq!(
            ada.screen().await.unwrap().rooms.len(),
            1,
            "no room was made"
        );
    })
    .await;
}

#[tokio::test]
async fn unread_messages_are_counted_until_they_are_seen() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.makes_room("hall").await;
        ben.goes_to("hall").await;
        ben.says("in the hall").await;
        ada.sees("Ben", "in the hall").await;
        ada.until("it counts as read", |screen| unread(screen, "hall") == 0)
            .await;
        ada.goes_to("lobby").await;

        ben.says("one more").await;
        ben.says("and another").await;

        ada.until("two are unread", |screen| unread(screen, "hall") == 2)
            .await;
        ada.goes_to("hall").await;
        ada.until("the New line stands before them", |screen| {
            screen.has_new_line
        })
        .await;
        ada.until("nothing is unread", |screen| unread(screen, "hall") == 0)
            .await;

        ada.page().reload().await;
        ada.until("the mark is the server's, not the page's", |screen| {
            screen.is_online() && screen.open_room() == Some("hall") && unread(screen, "hall") == 0
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_read_in_one_tab_is_read_in_all() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("hall").await;
        let tab = story.another_tab(&ada, &server).await;
        tab.opens().await;
        ben.says("hello?").await;
        tab.until("one is unread", |screen| unread(screen, "hall") == 1)
            .await;

        ada.goes_to("hall").await;
        ada.sees("Ben", "hello?").await;

        tab.until("it is read here too", |screen| unread(screen, "hall") == 0)
            .await;
    })
    .await;
}

#[tokio::test]
async fn each_room_keeps_its_own_draft() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.types("half a thought").await;
        ada.makes_room("hall").await;

        let hers = ada
            .until("the box is empty", |screen| has_in_box(screen, ""))
            .await;
        assert!(
            hers.room("lobby").unwrap().draft,
            "the pencil stands beside the lobby"
        );
        ada.types("another").await;
        ada.goes_to("lobby").await;
        ada.until("the thought is back", |screen| {
            has_in_box(screen, "half a thought")
        })
        .await;

        ada.page().reload().await;
        ada.until("also after a reload", |screen| {
            has_in_box(screen, "half a thought")
        })
        .await;
        ada.goes_to("hall").await;
        ada.until("and the other one", |screen| has_in_box(screen, "another"))
            .await;
    })
    .await;
}

fn unread(screen: &Screen, room: &str) -> u64 {
    screen.room(room).map_or(0, |room| room.unread)
}

fn has_in_box(screen: &Screen, text: &str) -> bool {
    screen.composer.as_deref() == Some(text)
}
