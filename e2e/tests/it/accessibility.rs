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

        ada.page()
            .click("button[aria-label='Notifications of this room']")
            .await;
        in_both_themes(&ada, "the dialog of what is told of a room").await;
        ada.page().press(Key::Escape).await;
        ada.page().click("button[aria-label='New room']").await;
        in_both_themes(&ada, "the dialog for a new room").await;
        ada.page().press(Key::Escape).await;
        ada.page().press_with_control(",").await;
        ada.until("the settings are there", |screen| {
            screen.dialog.starts_with("Settings")
        })
        .await;
        in_both_themes(&ada, "the settings").await;
        ada.page().on(Device::Phone).await;
        in_both_themes(&ada, "the settings on a phone").await;
        ada.page().on(Device::Desktop).await;
        ada.click_named("dialog[open] button", "Sign out here")
            .await;
        ada.until("it is asked", |screen| {
            screen.dialog.starts_with("Sign out?")
        })
        .await;
        in_both_themes(&ada, "the dialog that asks before signing out").await;
        ada.page().press(Key::Escape).await;
        ada.page().press_with_control("/").await;
        ada.until("the keys are listed", |screen| {
            screen.dialog.starts_with("Keyboard shortcuts")
        })
        .await;
        in_both_themes(&ada, "the list of keys").await;
        ada.page().press(Key::Escape).await;
        // In the box it is a sign like others, and elsewhere it asks for the list.
        ada.types("?").await;
        ada.until("it is written", |screen| {
            screen.dialog.is_empty() && screen.composer.as_deref() == Some("?")
        })
        .await;
        ada.page().click("h1").await;
        let leave = "document.activeElement.blur()";
        ada.page().look::<()>(leave).await.unwrap();
        ada.page().press_sign("?").await;
        ada.until("the keys are listed", |screen| {
            screen.dialog.starts_with("Keyboard shortcuts")
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_was_left_by_others_has_no_barrier() {
    const LEAVE: &str = "for (const [key, value] of [
        ['confab.name.99', 'Ada'],
        ['confab.draft.99.1', 'half a thought'],
        ['confab.outbox.1.99.0123456789abcdef.0199d1a0-1c00-7000-8000-000000000001',
            JSON.stringify({ room: 1, text: 'a secret', at: 1790000000000, order: 0 })],
    ]) localStorage.setItem(key, value)";
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ben = story.person(&server, "Ben").await;
        ben.page().look::<serde_json::Value>(LEAVE).await.unwrap();
        ben.page().reload().await;
        ben.until("it is told of", |screen| {
            screen
                .banner
                .contains("1 unsent message and 1 draft of Ada are kept on this device")
        })
        .await;
        in_both_themes(&ben, "the strip that tells of it").await;
        ben.click_named(".banner button", "Show").await;
        ben.until("it is shown", |screen| screen.dialog.contains("a secret"))
            .await;
        in_both_themes(&ben, "the dialog that shows it").await;
        ben.page().on(Device::Phone).await;
        in_both_themes(&ben, "the dialog on a phone").await;
        ben.click_named("dialog[open] button", "Discard all").await;
        ben.until("all is gone", |screen| {
            screen.dialog.is_empty() && screen.banner.is_empty()
        })
        .await;
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
