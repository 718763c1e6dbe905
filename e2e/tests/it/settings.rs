//! What is chosen in the settings takes hold at once, in every tab, and after a reload.

use e2e::page::{Key, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};

const THEME: &str = "document.documentElement.dataset.theme ?? null";

#[tokio::test]
async fn a_theme_is_chosen_against_the_device_and_kept_in_every_tab() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let second = story.another_tab(&ada, &server).await;
        second.opens().await;
        second
            .until("the chat is there", |screen| screen.composer.is_some())
            .await;
        assert_eq!(scheme(&ada).await, "left to the device, light");

        opens_settings(&ada).await;
        chooses(&ada, "Dark").await;
        wears(&ada, Some("dark")).await;
        assert_eq!(scheme(&ada).await, "dark");
        wears(&second, Some("dark")).await;

        // The page wears it before the client is there.
        ada.page().block("*://*:*/*.wasm").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT", "_bg"]);
        ada.page().reload().await;
        ada.until("it says that it did not start", |screen| {
            screen.alert.starts_with("Confab could not start")
        })
        .await;
        wears(&ada, Some("dark")).await;
        ada.page().unblock().await;
        ada.page().reload().await;
        ada.until("the chat is there", |screen| screen.composer.is_some())
            .await;
        wears(&ada, Some("dark")).await;

        opens_settings(&ada).await;
        chooses(&ada, "System").await;
        wears(&ada, None).await;
        wears(&second, None).await;
        ada.page().in_theme(Theme::Dark).await;
        assert_eq!(scheme(&ada).await, "left to the device, dark");
    })
    .await;
}

#[tokio::test]
async fn enter_breaks_the_line_where_that_was_chosen() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        opens_settings(&ada).await;
        chooses(&ada, "Enter makes a new line, Ctrl Enter sends").await;
        ada.page().press(Key::Escape).await;
        ada.until("the settings are closed", |screen| screen.dialog.is_empty())
            .await;

        ada.types("one").await;
        ada.page().press(Key::Enter).await;
        ada.page().write("two").await;
        ada.until("both lines are in the box", |screen| {
            screen.composer.as_deref() == Some("one\ntwo")
        })
        .await;
        ada.page().press_with_control("Enter").await;
        ada.sees("You", "one\ntwo").await;

        ada.page().reload().await;
        ada.until("the chat is there", |screen| screen.composer.is_some())
            .await;
        ada.types("three").await;
        ada.page().press(Key::Enter).await;
        ada.until("it is a line still", |screen| {
            screen.composer.as_deref() == Some("three\n")
        })
        .await;
    })
    .await;
}

async fn opens_settings(visitor: &Visitor) {
    visitor.page().press_with_control(",").await;
    visitor
        .until("the settings are there", |screen| {
            screen.dialog.starts_with("Settings")
        })
        .await;
}

async fn chooses(visitor: &Visitor, words: &str) {
    visitor.click_named("dialog[open] label", words).await;
}

async fn wears(visitor: &Visitor, theme: Option<&str>) {
    eventually(format!("the page wears {theme:?}"), async || {
        let worn: Option<String> = visitor.page().look(THEME).await?;
        if worn.as_deref() == theme {
            Ok(())
        } else {
            Err(format!("it wears {worn:?}"))
        }
    })
    .await;
}

/// What the page says of itself, and where it leaves that open, what the device says.
async fn scheme(visitor: &Visitor) -> String {
    const SCHEME: &str = "(() => {
        const said = getComputedStyle(document.documentElement).colorScheme;
        const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        return said === 'light dark' ? 'left to the device, ' + device : said;
    })()";
    visitor
        .page()
        .look(SCHEME)
        .await
        .expect("the page is there")
}
