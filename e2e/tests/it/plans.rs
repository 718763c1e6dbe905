//! Messages that are sent later, and reminders: from one device, seen on another, done by the
//! server.

use e2e::page::{Device, Key, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Screen, Visitor, tell};

#[tokio::test]
async fn a_message_waits_on_the_server_and_is_sent_changed_and_given_up_from_any_device() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        phone
            .until("it is hers too", |screen| screen.is_online())
            .await;

        // From the box, by the clock beside Send.
        ada.types("good morning").await;
        ada.page().click("button[aria-label='Send later']").await;
        ada.until("the dialog is open", |screen| {
            screen.dialog.contains("Send later")
        })
        .await;
        for (device, theme) in [
            (Device::Desktop, Theme::Light),
            (Device::Phone, Theme::Dark),
        ] {
            ada.page().on(device).await;
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("Send later, {device:?}"))
                .await;
        }
        ada.page().on(Device::Desktop).await;
        ada.page().in_theme(Theme::Light).await;
        ada.click_named("dialog[open] button", "Schedule").await;
        ada.until("a time is missing", |screen| {
            screen.dialog.contains("Choose a day and a time.")
        })
        .await;
        let is_told = |field: &str, other: &str| {
            format!(
                "(() => {{
                    const field = document.querySelector('#{field}');
                    const told = document.getElementById(field.getAttribute('aria-describedby'));
                    return field.getAttribute('aria-invalid') === 'true'
                        && document.activeElement === field && told.textContent !== ''
                        && !document.querySelector('#{other}').hasAttribute('aria-invalid');
                }})()"
            )
        };
        ada.comes_true("of the time", &is_told("plan-time", "plan-text"))
            .await;
        ada.finds_no_barrier("a time that is missing").await;
        let empties = "(() => {
            const text = document.querySelector('#plan-text');
            text.select();
            document.execCommand('delete');
        })()";
        ada.page()
            .look::<()>("document.querySelector('#plan-text').focus()")
            .await
            .expect("so");
        ada.page().look::<()>(empties).await.expect("so");
        ada.click_named("dialog[open] button", "Schedule").await;
        ada.comes_true("of the text", &is_told("plan-text", "plan-time"))
            .await;
        ada.page().write("good morning").await;
        ada.comes_true(
            "it is not wrong any more",
            "!document.querySelector('#plan-text').hasAttribute('aria-invalid')",
        )
        .await;
        ada.click_named("dialog[open] button", "In 20 minutes")
            .await;
        ada.click_named("dialog[open] button", "Schedule").await;
        ada.until("the box is empty", |screen| {
            screen.composer.as_deref() == Some("") && screen.dialog.is_empty()
        })
        .await;

        // On the other device it is listed, and sent now.
        phone_lists(&phone, "good morning").await;
        phone.finds_no_barrier("the list of plans").await;
        phone.click_named("dialog[open] button", "Send now").await;
        ben.sees("Ada", "good morning").await;
        phone
            .until("nothing is left", |screen| {
                screen.dialog.contains("Nothing is scheduled")
            })
            .await;
        phone.page().press(Key::Escape).await;

        // By a command; and given up.
        ada.sends("/later tomorrow 9:00 never mind").await;
        ada.until("the box is empty again", |screen| {
            screen.composer.as_deref() == Some("")
        })
        .await;
        phone_lists(&phone, "never mind").await;
        phone.click_named("dialog[open] button", "Delete").await;
        phone
            .until("it is gone", |screen| {
                screen.dialog.contains("Nothing is scheduled")
            })
            .await;
        ada.sends("/later some day").await;
        ada.until("it names no time, and stays", |screen| {
            screen.composer.as_deref() == Some("/later some day")
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_was_deleted_on_another_device_is_not_made_anew_by_a_change() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        ada.sends("/later tomorrow 9:00 never mind").await;
        phone_lists(&phone, "never mind").await;
        phone.click_named("dialog[open] button", "Change").await;
        phone
            .until("it can be changed", |screen| {
                screen.dialog.contains("In 20 minutes")
            })
            .await;
        phone_lists(&ada, "never mind").await;
        ada.click_named("dialog[open] button", "Delete").await;
        ada.until("it is gone", |screen| {
            screen.dialog.contains("Nothing is scheduled")
        })
        .await;
        phone
            .click_named("dialog[open] button", "In 20 minutes")
            .await;
        story.expects_complaints(["status of 409"]);
        phone.click_named("dialog[open] button", "Schedule").await;
        phone
            .until("it is said, and what was written stays", |screen| {
                screen.dialog.contains("It was sent or deleted meanwhile")
            })
            .await;
        phone
            .comes_true(
                "the words are there",
                "document.querySelector('#plan-text').value === 'never mind'",
            )
            .await;
        phone.page().press(Key::Escape).await;
        phone
            .comes_true(
                "nothing waits on either device",
                "!document.querySelector('.plans .said, .plans button')",
            )
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_reminder_comes_on_every_device_until_it_is_wiped_away_on_one() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        phone
            .until("it is hers too", |screen| screen.is_online())
            .await;
        ada.sends("/remind me in 1 second to look at the oven")
            .await;
        for device in [&ada, &phone] {
            shows_line(device, "look at the oven").await;
        }
        ada.finds_no_barrier("a reminder above the box").await;
        phone.page().on(Device::Phone).await;
        phone.finds_no_barrier("a reminder on a phone").await;
        assert_eq!(phone.screen().await.unwrap().overflow, 0);
        phone.click_named("button", "Done").await;
        shows_line(&phone, "").await;
        shows_line(&ada, "").await;
    })
    .await;
}

#[tokio::test]
async fn several_reminders_take_one_line_of_a_phone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        const LINES: &str = "[...document.querySelectorAll('.plans > *')]
            .filter((line) => line.checkVisibility())
            .map((line) => line.querySelector('.said').textContent)";
        let shows = async |wanted: &[&str]| {
            eventually(format!("{wanted:?} stand above the box"), async || {
                let lines: Vec<String> = ada.page().look(LINES).await?;
                if lines == wanted {
                    Ok(())
                } else {
                    Err(format!("{lines:?}"))
                }
            })
            .await;
        };
        ada.sends("/remind me in 1 second to look at the oven")
            .await;
        shows(&["look at the oven"]).await;
        ada.sends("/remind me in 1 second to water the beans").await;
        shows(&["look at the oven", "water the beans"]).await;
        ada.page().on(Device::Phone).await;
        shows(&["2 reminders"]).await;
        ada.page()
            .click("button[aria-label^='Rooms and people']")
            .await;
        ada.makes_room("hall").await;
        shows(&["2 reminders"]).await;
        ada.finds_no_barrier("reminders in one line").await;
        ada.click_named(".plans button", "Show").await;
        ada.until("all are listed", |screen| {
            screen.dialog.contains("look at the oven") && screen.dialog.contains("water the beans")
        })
        .await;
        ada.click_named("dialog[open] button", "Done").await;
        ada.page().press(Key::Escape).await;
        shows(&["water the beans"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_message_reminds_by_its_menu() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("the oven is on").await;
        ada.until("it is stored", Screen::is_all_stored).await;
        opens_menu(&ada).await;
        ada.click_named(".menu [role=menuitem]", "Remind me…").await;
        ada.until("it asks when", |screen| {
            screen.dialog.contains("Remind me") && screen.dialog.contains("When")
        })
        .await;
        ada.click_named("dialog[open] button", "In 3 hours").await;
        ada.click_named("dialog[open] button", "Remind me").await;
        eventually("it is planned", async || {
            let count = "fetch('/api/me/plans').then((it) => it.json())
                .then((it) => it.plans.map((plan) => `${plan.kind} ${plan.text} ${plan.about}`))";
            let plans: Vec<String> = ada.page().look(count).await?;
            (plans == ["reminder the oven is on 1"])
                .then_some(())
                .ok_or(format!("{plans:?}"))
        })
        .await;

        // From another room, once its time has come.
        ada.makes_room("hall").await;
        const NOW: &str = "fetch('/api/me/plans').then((it) => it.json()).then((it) => {
            const { id, state, ...plan } = it.plans[0];
            return fetch(`/api/me/plans/${id}`,
                { method: 'PUT', body: JSON.stringify({ ...plan, due: 0 }) });
        }).then((it) => it.status)";
        assert_eq!(ada.page().look::<u16>(NOW).await.unwrap(), 200);
        shows_line(&ada, "the oven is on").await;
        ada.click_named(".plans button", "Show message").await;
        ada.until("it leads there", |screen| {
            screen.open_room() == Some("lobby") && screen.line("the oven is on").is_some()
        })
        .await;
    })
    .await;
}

async fn opens_menu(visitor: &Visitor) {
    const FOCUS: &str = "document.querySelector('article').focus()";
    let _: Option<()> = visitor.page().look(FOCUS).await.unwrap_or_default();
    visitor.page().press(Key::Enter).await;
}

async fn phone_lists(phone: &Visitor, text: &str) {
    phone.click_named(".plans button", "Show").await;
    phone
        .until(format!("“{text}” is listed"), |screen| {
            screen.dialog.contains(text)
        })
        .await;
}

async fn shows_line(visitor: &Visitor, text: &str) {
    eventually(format!("“{text}” stands above the box"), async || {
        let line = "document.querySelector('.plans .said')?.textContent ?? ''";
        let line: String = visitor.page().look(line).await?;
        (line == text).then_some(()).ok_or(line)
    })
    .await;
}
