//! The owner sees how the server does; nobody else is offered to.

use e2e::page::{Device, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Visitor, tell};

const BUTTON: &str = "button[aria-label='Server']";

#[tokio::test]
async fn the_owner_sees_how_the_server_does() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("counted").await;
        ada.sees_own("counted", Mark::Stored).await;
        ben.sees("Ada", "counted").await;
        let offered: bool = ben
            .page()
            .look(&format!("document.querySelector(\"{BUTTON}\") !== null"))
            .await
            .unwrap();
        assert!(!offered, "Ben is no owner");

        opens(&ada).await;
        for words in [
            "2 connections",
            "2 by WebSocket",
            "rooms began with the newest page",
        ] {
            reads(&ada, words).await;
        }
        for theme in [Theme::Light, Theme::Dark] {
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("the server panel, {theme:?}"))
                .await;
        }

        // It goes on by itself.
        let cy = story.person(&server, "Cy").await;
        reads(&ada, "3 connections").await;
        cy.signs_out().await;
        reads(&ada, "2 connections").await;

        // Each transport has its words.
        for (name, choice, words) in [
            ("Dan", "events", "1 by event stream"),
            ("Eve", "poll", "1 by polling"),
        ] {
            let visitor = story.visitor(&server).await;
            let keep = format!("localStorage.setItem('confab.transport', '{choice}')");
            visitor.page().begin_with(&keep).await;
            visitor.joins_as(name).await;
            reads(&ada, words).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_owner_sees_it_on_a_phone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().on(Device::Phone).await;
        ada.joins_as("Ada").await;
        ada.page()
            .click("button[aria-label^='Rooms and people']")
            .await;
        opens(&ada).await;
        reads(&ada, "1 connection").await;
        ada.finds_no_barrier("the server panel on a phone").await;
        ada.page()
            .click("button[aria-label='Back to the room']")
            .await;
        ada.says_by_touch("still here").await;
        ada.sees_own("still here", Mark::Stored).await;
    })
    .await;
}

async fn opens(visitor: &Visitor) {
    eventually("the way there is offered", async || {
        let found = format!("document.querySelector(\"{BUTTON}\") !== null");
        let offered: bool = visitor.page().look(&found).await?;
        offered.then_some(()).ok_or_else(|| "no button".to_owned())
    })
    .await;
    visitor.page().click(BUTTON).await;
}

async fn reads(visitor: &Visitor, words: &str) {
    eventually(format!("{words:?} is in the panel"), async || {
        let panel: String = visitor
            .page()
            .look("document.querySelector('.inspector').innerText")
            .await?;
        panel.contains(words).then_some(()).ok_or(panel)
    })
    .await;
}
