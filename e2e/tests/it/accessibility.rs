//! No page has a barrier that a machine can find, in either theme.

use e2e::page::{Device, Key, Theme};
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Mark, Visitor, tell};

#[tokio::test]
async fn the_welcome_page_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        visitor.opens().await;
        visitor
            .until("it is there", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
        in_both_themes(&visitor, "the welcome page").await;

        visitor.page().click("button[type=submit]").await;
        visitor
            .until("it asks for a name", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
        in_both_themes(&visitor, "the welcome page that refuses").await;
    })
    .await;
}

#[tokio::test]
async fn the_chat_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        in_both_themes(&ada, "an empty room").await;

        let ben = story.person(&server, "Ben").await;
        ben.sends("@Ada **look**: `cargo run` at https://example.org/")
            .await;
        ben.sends("```rust\nfn main() {}\n```").await;
        ada.sends("> quoted\n- one\n- two").await;
        ada.until("all is there", |screen| {
            screen.lines.len() == 3 && screen.is_all_stored()
        })
        .await;
        ada.says("🎉").await;
        ada.sees_own("🎉", Mark::Stored).await;
        in_both_themes(&ada, "the chat").await;

        ada.page().click("button[aria-label='New room']").await;
        in_both_themes(&ada, "the dialog for a new room").await;
        ada.page().press(Key::Escape).await;
        ada.page().click("button[aria-label='Sign out']").await;
        in_both_themes(&ada, "the dialog that asks before signing out").await;
    })
    .await;
}

#[tokio::test]
async fn the_chat_without_a_link_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("stored").await;
        ada.sees_own("stored", Mark::Stored).await;
        story.expects_complaints(DEAD_SERVER);

        server.kill().await;
        ada.says("waiting").await;
        ada.until("the strip is there", |screen| {
            screen.banner.contains("Offline since")
        })
        .await;
        in_both_themes(&ada, "the chat without a link").await;
    })
    .await;
}

#[tokio::test]
async fn the_phone_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().on(Device::Phone).await;
        ada.joins_as("Ada").await;
        ada.says_by_touch("hello").await;
        ada.sees_own("hello", Mark::Stored).await;
        in_both_themes(&ada, "the chat on a phone").await;

        ada.page()
            .click("button[aria-label^='Rooms and people']")
            .await;
        in_both_themes(&ada, "the drawer on a phone").await;
    })
    .await;
}

async fn in_both_themes(visitor: &Visitor, state: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        visitor.page().in_theme(theme).await;
        visitor
            .finds_no_barrier(&format!("{state}, {theme:?}"))
            .await;
    }
    visitor.page().in_theme(Theme::Light).await;
}
