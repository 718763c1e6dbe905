//! Who has read a message, and who does not show it.

use e2e::page::{Device, Key, Theme};
use e2e::server::Rates;
use e2e::{Screen, Visitor, tell};

#[tokio::test]
async fn a_message_shows_who_has_read_it_and_one_may_not_show_it() {
    tell(async |story| {
        story.expects_complaints(["the server responded with a status of 403"]);
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("hall").await;
        ada.says("tea?").await;
        ada.until("it is stored", Screen::is_all_stored).await;
        opens_readers(&ada).await;
        ada.until("nobody has", |screen| screen.dialog.contains("Nobody else"))
            .await;

        // While the list is open.
        ben.goes_to("lobby").await;
        ada.until("ben has", |screen| screen.dialog.contains("Ben"))
            .await;
        for (device, theme) in [
            (Device::Desktop, Theme::Light),
            (Device::Phone, Theme::Dark),
        ] {
            ada.page().on(device).await;
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("the readers, {device:?}"))
                .await;
        }
        ada.page().on(Device::Desktop).await;
        ada.page().press(Key::Escape).await;

        // He does not show it any more, and is not told it either.
        ben.page().click("button[aria-label='Settings']").await;
        ben.click_named(
            "dialog[open] label",
            "Show others how far I have readWithout it you do not see it of others either",
        )
        .await;
        ben.finds_no_barrier("the settings").await;
        ben.page().press(Key::Escape).await;
        opens_readers(&ben).await;
        ben.until("he is not told", |screen| {
            screen
                .dialog
                .contains("You do not show how far you have read")
        })
        .await;
        opens_readers(&ada).await;
        ada.until("nobody shows it", |screen| {
            screen.dialog.contains("Nobody else")
        })
        .await;
    })
    .await;
}

async fn opens_readers(visitor: &Visitor) {
    const FOCUS: &str = "document.querySelector('article').focus()";
    let _: Option<()> = visitor.page().look(FOCUS).await.unwrap_or_default();
    visitor.page().press(Key::Enter).await;
    visitor
        .click_named(".menu [role=menuitem]", "Read by…")
        .await;
}
