//! What is chosen in the settings takes hold at once, in every tab, and after a reload.

use e2e::page::{Device, Key, Theme};
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

#[tokio::test]
async fn somebody_comes_with_one_more_device_by_a_code() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("from the desk").await;
        ada.types("half a thou").await;
        let code = async |before: &str| {
            let get = "[aria-labelledby=set-devices] > .set-in > div > .btn";
            ada.page().click(get).await;
            eventually("a code is shown", async || {
                let shown = "document.querySelector('.sign-in-code code')?.textContent ?? ''";
                let shown: String = ada.page().look(shown).await?;
                let is_one = shown.len() == 11 && shown != before;
                is_one.then_some(shown).ok_or("none".to_owned())
            })
            .await
        };
        ada.page().press_with_control(",").await;
        ada.comes_true(
            "the settings are there",
            "!!document.querySelector('dialog[open] #set-devices')",
        )
        .await;
        let first = code("").await;
        for (device, theme) in [
            (Device::Desktop, Theme::Light),
            (Device::Phone, Theme::Dark),
        ] {
            ada.page().on(device).await;
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("a code, {device:?}")).await;
        }
        ada.page().on(Device::Desktop).await;

        // Typed, wrongly at first.
        let phone = story.visitor(&server).await;
        phone.page().on(Device::Phone).await;
        phone.opens().await;
        phone
            .click_named("button", "I am already here on another device")
            .await;
        phone.finds_no_barrier("the form for a code").await;
        story.expects_complaints(["status of 403"]);
        phone.page().write("ABCDE-FGHJK").await;
        phone.page().press(Key::Enter).await;
        phone
            .comes_true(
                "it is refused in words",
                "document.querySelector('#code-help').textContent.includes('is wrong')
                 && document.activeElement.id === 'code'",
            )
            .await;
        let all = "document.activeElement.select()";
        phone.page().look::<Option<()>>(all).await.expect("a field");
        phone.page().write(&first.to_lowercase()).await;
        phone.page().press(Key::Enter).await;
        phone.sees("You", "from the desk").await;
        phone
            .until("the draft has come along", |screen| {
                screen.composer.as_deref() == Some("half a thou")
            })
            .await;

        // By the link, which signs nobody in without a click and is gone from the bar.
        let second = code(&first).await;
        let desk = story.visitor(&server).await;
        // Also where the page is open already.
        desk.opens().await;
        desk.comes_true("it asks for a name", "!!document.querySelector('#name')")
            .await;
        let link = format!("void (location.href = '/#code={second}')");
        desk.page().look::<()>(&link).await.expect("it goes there");
        desk.comes_true(
            "it is filled in, and waits",
            &format!(
                "document.querySelector('#code')?.value === '{second}'
                 && document.activeElement.type === 'submit' && location.hash === ''"
            ),
        )
        .await;
        desk.page().press(Key::Enter).await;
        desk.sees("You", "from the desk").await;
        desk.until("the draft goes on there", |screen| {
            screen.composer.as_deref() == Some("half a thou")
        })
        .await;
        desk.sends("ght").await;
        phone.sees("You", "half a thought").await;
    })
    .await;
}
