//! Somebody with any WebSocket client in a terminal.

use e2e::server::Rates;
use e2e::{Terminal, tell};

#[tokio::test]
async fn a_terminal_and_a_browser_talk() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;

        cy.types("hello from a terminal").await;
        cy.hears("You sent: hello from a terminal").await;
        ada.sees("cy", "hello from a terminal").await;

        ada.says("hello from a browser").await;
        cy.hears("Ada: hello from a browser").await;
    })
    .await;
}

#[tokio::test]
async fn a_terminal_can_make_a_room_that_browsers_see() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy&room=engine").await;

        cy.types("anybody?").await;
        cy.hears("You sent: anybody?").await;

        ada.until("the room is in her sidebar", |screen| {
            screen.room("engine").is_some_and(|room| room.unread == 1)
        })
        .await;
        ada.goes_to("engine").await;
        ada.sees("cy", "anybody?").await;
    })
    .await;
}
