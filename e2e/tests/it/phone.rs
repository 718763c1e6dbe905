//! The same on a phone.

use e2e::page::Device;
use e2e::server::Rates;
use e2e::{Mark, Story, Visitor, tell};

#[tokio::test]
async fn everything_fits_a_phone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = on_a_phone(story, &server).await;

        ada.says_by_touch("written with thumbs").await;
        ada.sees_own("written with thumbs", Mark::Stored).await;
        ada.says_by_touch(&"averylongwordwithoutanybreak".repeat(20))
            .await;
        fits(&ada).await;

        ada.page()
            .click("button[aria-label^='Rooms and people']")
            .await;
        ada.makes_room("hall").await;
        fits(&ada).await;
        ada.page()
            .click("button[aria-label^='Rooms and people']")
            .await;
        fits(&ada).await;
        ada.goes_to("lobby").await;

        ada.sees_own("written with thumbs", Mark::Stored).await;
        let drawer: bool = ada
            .page()
            .look("document.querySelector('[aria-expanded=true]') === null")
            .await
            .unwrap();
        assert!(drawer, "the drawer closes when a room is chosen");
    })
    .await;
}

#[tokio::test]
async fn the_welcome_page_fits_a_phone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        visitor.page().on(Device::Phone).await;
        visitor.opens().await;
        visitor
            .until("it is there", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
        fits(&visitor).await;
    })
    .await;
}

async fn on_a_phone(story: &Story, server: &e2e::Server) -> Visitor {
    let visitor = story.visitor(server).await;
    visitor.page().on(Device::Phone).await;
    visitor.joins_as("Ada").await;
    visitor
}

async fn fits(visitor: &Visitor) {
    visitor
        .until("nothing is wider than the screen", |screen| {
            screen.overflow == 0
        })
        .await;
}
