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
#[tokio::test]
async fn what_opens_over_the_chat_has_no_barrier() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let _ben = story.person(&server, "Ben").await;
        sees_ben(&ada).await;
        ada.sends("a message").await;
        ada.sees_own("a message", Mark::Stored).await;
        for list in ["@", ":sm", "/"] {
            ada.types(list).await;
            ada.comes_true(
                &format!("{list} offers something"),
                "!!document.querySelector('[role=option]')",
            )
            .await;
            in_both_themes(&ada, &format!("what {list} offers")).await;
            empties_the_box(&ada).await;
        }
        ada.page().click("[aria-label='Insert emoji']").await;
        ada.comes_true("emoji are there", EMOJI).await;
        in_both_themes(&ada, "the emoji").await;
        ada.page().on(Device::Phone).await;
        in_both_themes(&ada, "the emoji on a phone").await;
        ada.page().on(Device::Desktop).await;
        ada.page().press(Key::Escape).await;

        ada.comes_true("it is closed", &format!("!({OPEN})")).await;

        ada.page()
            .look::<()>("document.querySelector('article').focus()")
            .await
            .ok();
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "the menu is open",
            "!!document.querySelector('.menu [role=menuitem]')",
        )
        .await;
        in_both_themes(&ada, "the menu of a message").await;
        ada.page().press(Key::Escape).await;
        ada.types("").await;
        ada.page().press_sign("ArrowUp").await;
        ada.comes_true("it is edited", "!!document.querySelector('.edit textarea')")
            .await;
        in_both_themes(&ada, "a message that is edited").await;
    })
    .await;
}

#[tokio::test]
async fn at_four_hundred_percent_all_of_it_is_there() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        visitor.page().on(Device::Enlarged).await;
        visitor.opens().await;
        fits(&visitor, "the welcome page").await;
        visitor.gives_a_name("Ada").await;
        let ada = visitor;
        let _ben = story.person(&server, "Ben").await;
        ada.until("the chat is there", |screen| screen.composer.is_some())
            .await;
        ada.sends("`a::very::long::path::that::has::no::place::to::break` and https://example.org/as/long/as/this/one/is")
            .await;
        ada.until("it is stored", |screen| {
            screen.lines.len() == 1 && screen.is_all_stored()
        })
        .await;
        sees_ben(&ada).await;
        fits(&ada, "the chat").await;
        let log = "document.querySelector('[role=log]').getBoundingClientRect().height";
        let height: f64 = ada.page().look(log).await.expect("there is a log");
        assert!(height >= 64.0, "of 256 pixels, {height} are to read in");
        for (sign, what) in [
            ("k", "the quick switcher"),
            ("/", "the list of keys"),
            (",", "the settings"),
            (".", "the connection panel"),
        ] {
            ada.page().press_with_control(sign).await;
            ada.comes_true(what, OPEN).await;
            fits(&ada, what).await;
            ada.page().press(Key::Escape).await;
            ada.comes_true("it is closed", &format!("!({OPEN})")).await;
        }
        for button in [
            "Search messages",
            "Pinned messages",
            "Files in this room",
            "Notifications of this room",
            "Send later",
            "Insert emoji",
        ] {
            ada.page()
                .click(&format!("[aria-label='{button}']"))
                .await;
            ada.comes_true(button, OPEN).await;
            fits(&ada, button).await;
            ada.page().press(Key::Escape).await;
            ada.comes_true("it is closed", &format!("!({OPEN})")).await;
        }
        for list in ["@", ":sm", "/"] {
            ada.types(list).await;
            ada.comes_true(&format!("{list} offers something"), "!!document.querySelector('[role=option]')")
                .await;
            fits(&ada, &format!("what {list} offers")).await;
            empties_the_box(&ada).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_background_says_is_seen_in_forced_colors() {
    const OUTLINED: &str = "[...document.querySelectorAll('[role=option]')]
        .every((row) => (row.getAttribute('aria-selected') === 'true')
            === (getComputedStyle(row).outlineStyle !== 'none'))";
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.page().in_forced_colors().await;
        ada.types("/").await;
        ada.comes_true(
            "commands are offered",
            "document.querySelectorAll('[role=option]').length > 3",
        )
        .await;
        ada.comes_true("the chosen one is seen, and no other", OUTLINED)
            .await;
        empties_the_box(&ada).await;
        ada.page().click("[aria-label='Search messages']").await;
        ada.comes_true(
            "the chosen order is seen",
            "(() => {
                const chosen = document.querySelector('[aria-pressed=true]');
                return !!chosen && getComputedStyle(chosen).outlineStyle !== 'none';
            })()",
        )
        .await;
    })
    .await;
}

/// Something is open over the chat.
const OPEN: &str = "!!document.querySelector('dialog[open], .panel')";

const EMOJI: &str = "document.querySelectorAll('.emoji-all button').length > 20";

/// Nothing is cut off at the sides, and what has the focus is on the screen.
async fn fits(visitor: &Visitor, state: &str) {
    const CUT: &str = "[...document.querySelectorAll('button, a, input, textarea, select, h1, h2')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((control) => {
            const { left, right, width } = control.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1);
        })
        .map((control) => control.getAttribute('aria-label') ?? control.textContent.trim())";
    const FOCUS: &str = "(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
    })()";
    let screen = visitor.until(state, |_| true).await;
    assert_eq!(screen.overflow, 0, "{state} is wider than the screen");
    let cut: Vec<String> = visitor.page().look(CUT).await.expect("it can be looked at");
    assert_eq!(cut, Vec::<String>::new(), "what {state} cuts off");
    visitor
        .comes_true(&format!("the focus in {state} is on the screen"), FOCUS)
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

async fn empties_the_box(visitor: &Visitor) {
    const EMPTY: &str = "(() => {
        const box = document.querySelector('.composer textarea');
        box.select();
        document.execCommand('delete');
        return box.value === '';
    })()";
    visitor.comes_true("the box is empty", EMPTY).await;
}

async fn sees_ben(visitor: &Visitor) {
    let seen = "document.querySelector('.sidebar, aside, nav')
        .closest('.app').textContent.includes('Ben')";
    visitor.comes_true("Ben is there", seen).await;
}
