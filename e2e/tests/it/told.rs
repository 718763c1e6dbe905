//! Who looks elsewhere is told what comes: by a badge, a notification and a sound, as they
//! wish, and once.

use e2e::page::Key;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};

/// Notifications and tones are noted instead of shown and played. `asked` counts how often
/// the page asked for permission.
const NOTED: &str = "(() => {
    window.told = []; window.asked = 0; window.tones = 0;
    window.Notification = class {
        static permission = localStorage.getItem('test.permission') ?? 'default';
        static async requestPermission() {
            window.asked += 1;
            const answer = localStorage.getItem('test.answer') ?? 'granted';
            localStorage.setItem('test.permission', answer);
            return (Notification.permission = answer);
        }
        constructor(title, options) {
            Object.assign(this, { title, ...options });
            window.told.push(this);
        }
        close() { this.closed = true; }
    };
    const real = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
        window.tones += 1;
        return real.call(this);
    };
})()";

#[tokio::test]
async fn a_mention_in_a_room_that_was_never_open_has_a_badge_of_its_own() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("den").await;
        ben.says("nobody in particular").await;
        ada.until("a message is unread", |screen| {
            screen
                .room("den")
                .is_some_and(|den| den.unread == 1 && den.mentions == 0)
        })
        .await;
        ben.says("@ada look at this").await;
        ada.until("and one names her", |screen| {
            let den = screen.room("den");
            den.is_some_and(|den| den.unread == 2 && den.mentions == 1)
                && screen.title == "(2) #lobby · Confab"
        })
        .await;
        let icon: String = ada
            .page()
            .look("document.querySelector('link[rel=icon]').href")
            .await
            .unwrap();
        assert!(icon.contains(">2</text>"), "{icon}");
        ada.finds_no_barrier("a row with mentions").await;

        // The badge is still there for who loads the page anew, and goes by reading.
        ada.goes_to("den").await;
        ada.goes_to("lobby").await;
        ben.says("@Ada again").await;
        ada.page().reload().await;
        ada.until("it counts what names her since", |screen| {
            let den = screen.room("den");
            den.is_some_and(|den| den.unread == 1 && den.mentions == 1)
        })
        .await;
        ada.goes_to("den").await;
        ada.until("nothing is unread", |screen| {
            screen.title == "#den · Confab"
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn whoever_an_edit_names_has_a_badge_and_whoever_it_no_longer_names_has_none() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("den").await;
        ben.says("look at this").await;
        let named = |count: u64| {
            move |screen: &e2e::Screen| {
                let den = screen.room("den");
                den.is_some_and(|den| den.unread == 1 && den.mentions == count)
            }
        };
        ada.until("a message is unread", named(0)).await;
        for (words, count) in [("look at this, @Ada", 1), ("look at that", 0)] {
            ben.page().click("#composer").await;
            ben.page().press_sign("ArrowUp").await;
            ben.comes_true("it is edited", "!!document.querySelector('.edit textarea')")
                .await;
            ben.page()
                .look::<()>("document.querySelector('.edit textarea').select()")
                .await
                .expect("it is there");
            ben.page().write(words).await;
            ben.page().press(Key::Enter).await;
            ada.until(words, named(count)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn who_looks_elsewhere_is_told_once_and_led_there() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        let second = story.another_tab(&ada, &server).await;
        second.page().begin_with(NOTED).await;
        second.opens().await;
        second
            .until("the chat is there", |screen| screen.composer.is_some())
            .await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("den").await;

        assert_eq!(
            asked(&ada).await,
            0,
            "nobody is asked who did not ask for it"
        );
        opens_settings(&ada).await;
        ada.click_named("dialog[open] label", "Show notifications on this device")
            .await;
        ada.click_named("dialog[open] label", "Chime").await;
        eventually("it is heard once", async || {
            let tones = number(&ada, "tones").await?;
            if tones == 2 {
                Ok(())
            } else {
                Err(format!("{tones} tones"))
            }
        })
        .await;
        ada.page().press(Key::Escape).await;
        assert_eq!(asked(&ada).await, 1);

        ben.says("nobody in particular").await;
        ben.sends("@Ada **look** at this").await;
        let told = eventually("one of her tabs tells", async || {
            let mut told = told_to(&ada).await?;
            told.extend(told_to(&second).await?);
            if told.is_empty() {
                Err("nothing".to_owned())
            } else {
                Ok(told)
            }
        })
        .await;
        assert_eq!(told, ["Ben mentions you in #den: @Ada look at this"]);
        // Another message shows that the other tab has had its time too.
        ben.says("@Ada and at this").await;
        let again = eventually("it tells again", async || {
            let mut told = told_to(&ada).await?;
            told.extend(told_to(&second).await?);
            if told.len() > 1 {
                Ok(told)
            } else {
                Err(format!("{told:?}"))
            }
        })
        .await;
        assert_eq!(again.len(), 2, "{again:?}");

        let teller = if told_count(&ada).await > 0 {
            &ada
        } else {
            &second
        };
        teller
            .page()
            .look::<serde_json::Value>("void told.at(-1).onclick()")
            .await
            .unwrap();
        teller
            .until("it leads there", |screen| screen.open_room() == Some("den"))
            .await;
        teller.sees("Ben", "@Ada and at this").await;
        teller
            .comes_true(
                "the message itself has the focus",
                "document.activeElement.textContent.includes('and at this')",
            )
            .await;
        eventually("what is read is taken away", async || {
            let open: u64 = teller
                .page()
                .look("told.filter((it, at) => at === told.length - 1 && !it.closed).length")
                .await?;
            if open == 0 {
                Ok(())
            } else {
                Err("it is open still".to_owned())
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_says_no_is_told_of_in_words() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page()
            .begin_with("localStorage.setItem('test.answer', 'denied')")
            .await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        opens_settings(&ada).await;
        ada.click_named("dialog[open] label", "Show notifications on this device")
            .await;
        ada.until("it says so", |screen| {
            screen
                .dialog
                .contains("This browser blocks notifications from here.")
        })
        .await;
        let is_on = "document.querySelector('[role=switch]').checked";
        assert!(!ada.page().look::<bool>(is_on).await.unwrap());
        ada.finds_no_barrier("the settings of a browser that says no")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_room_tells_what_is_wanted_of_it() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("den").await;
        opens_settings(&ada).await;
        ada.click_named("dialog[open] label", "Show notifications on this device")
            .await;
        ada.page().click("#keywords").await;
        ada.page().write(" deploy, Deploy,loam probe").await;
        ada.page().press(Key::Escape).await;

        ada.goes_to("den").await;
        ada.page()
            .click("button[aria-label='Notifications of this room']")
            .await;
        ada.click_named("dialog[open] button", "For an hour").await;
        ada.until("it says until when", |screen| {
            screen.dialog.contains("Muted until")
        })
        .await;
        ada.page().press(Key::Escape).await;
        ada.goes_to("lobby").await;
        ada.until("the bell is off", |screen| {
            screen.room("den").is_some_and(|den| den.muted)
        })
        .await;
        ben.says("@Ada you do not hear this").await;
        ben.goes_to("lobby").await;
        ben.makes_room("hall").await;
        ben.says("the loam probe is here").await;
        let told = eventually("the word is told", async || {
            let told = told_to(&ada).await?;
            if told.is_empty() {
                Err("nothing".to_owned())
            } else {
                Ok(told)
            }
        })
        .await;
        assert_eq!(told, ["Ben in #hall: the loam probe is here"]);
        let screen = ada.screen().await.unwrap();
        let den = screen.room("den").unwrap();
        assert!(den.muted && den.unread == 0, "{den:?}");
        assert_eq!(screen.title, "(1) #lobby · Confab");

        // The wish outlives the page.
        ada.page().reload().await;
        ada.until("the bell is off still", |screen| {
            screen.room("den").is_some_and(|den| den.muted)
        })
        .await;
        ada.goes_to("den").await;
        ada.page()
            .click("button[aria-label='Notifications of this room: none']")
            .await;
        ada.click_named("dialog[open] button", "Unmute").await;
        ada.until("it counts again", |screen| {
            screen.room("den").is_some_and(|den| !den.muted)
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_reminder_is_a_notification_in_one_tab_and_once() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        let second = story.another_tab(&ada, &server).await;
        second.page().begin_with(NOTED).await;
        second.opens().await;
        second
            .until("it is hers too", |screen| screen.is_online())
            .await;
        opens_settings(&ada).await;
        ada.click_named("dialog[open] label", "Show notifications on this device")
            .await;
        ada.page().press(Key::Escape).await;
        for (number, of) in ["the oven", "the tea"].into_iter().enumerate() {
            ada.sends(&format!("/remind me in 1 second to look at {of}"))
                .await;
            eventually("one of her tabs tells", async || {
                let mut told = told_to(&ada).await?;
                told.extend(told_to(&second).await?);
                let is_so = told.len() == number + 1
                    && told.last() == Some(&format!("Reminder: look at {of}"));
                if is_so {
                    Ok(())
                } else {
                    Err(format!("{told:?}"))
                }
            })
            .await;
        }
    })
    .await;
}

#[tokio::test]
async fn of_several_devices_the_one_that_was_used_last_tells() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        let other = story.another_device(&ada, &server).await;
        other.page().begin_with(NOTED).await;
        other.opens().await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("den").await;
        for device in [&ada, &other] {
            opens_settings(device).await;
            device
                .click_named("dialog[open] label", "Show notifications on this device")
                .await;
            device.page().press(Key::Escape).await;
        }

        // What one tells the other has heard too, and would tell with its next if it were its.
        let mut told = [Vec::new(), Vec::new()];
        for (number, words) in ["one", "two", "three"].into_iter().enumerate() {
            let in_use = number % 2;
            for (place, device) in [&ada, &other].into_iter().enumerate() {
                let minutes_ago = if place == in_use { 0 } else { 90 };
                was_used(device, minutes_ago).await;
            }
            ben.says(&format!("@Ada {words}")).await;
            told[in_use].push(format!("Ben mentions you in #den: @Ada {words}"));
            for (place, device) in [&ada, &other].into_iter().enumerate() {
                eventually(format!("device {place} has told {told:?}"), async || {
                    let now = told_to(device).await?;
                    (now == told[place]).then_some(()).ok_or(format!("{now:?}"))
                })
                .await;
            }
        }
    })
    .await;
}

/// As if somebody had last done something on this device so long ago.
async fn was_used(device: &Visitor, minutes_ago: u64) {
    let note =
        format!("void localStorage.setItem('confab.used_at', Date.now() - {minutes_ago} * 60000)");
    let noted = device.page().look::<()>(&note).await;
    noted.expect("storage is there");
}

async fn opens_settings(visitor: &Visitor) {
    visitor.page().press_with_control(",").await;
    visitor
        .until("the settings are there", |screen| {
            screen.dialog.starts_with("Settings")
        })
        .await;
}

/// What was told, as `TITLE: BODY`.
async fn told_to(visitor: &Visitor) -> Result<Vec<String>, String> {
    let words = "told.map((it) => `${it.title}: ${it.body}`)";
    visitor.page().look(words).await
}

async fn told_count(visitor: &Visitor) -> usize {
    told_to(visitor).await.expect("the page is there").len()
}

async fn asked(visitor: &Visitor) -> u64 {
    number(visitor, "asked").await.expect("the page is there")
}

async fn number(visitor: &Visitor, name: &str) -> Result<u64, String> {
    visitor.page().look(name).await
}

#[tokio::test]
async fn what_somebody_says_of_themselves_is_seen_by_all_and_holds_back_what_comes() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        ada.page().begin_with(NOTED).await;
        ada.joins_as("Ada").await;
        let carl = story.visitor(&server).await;
        carl.page().begin_with(NOTED).await;
        carl.joins_as("Carl").await;
        let ben = story.person(&server, "Ben").await;
        for visitor in [&ada, &carl] {
            opens_settings(visitor).await;
            visitor
                .click_named("dialog[open] label", "Show notifications on this device")
                .await;
            visitor.page().press(Key::Escape).await;
        }

        opens_status(&ada).await;
        ada.page().click("#status-emoji").await;
        ada.page().write("x").await;
        ada.page().click("#status-text").await;
        ada.page().write("in the allotment").await;
        ada.click_named("dialog[open] button", "Save").await;
        ada.until("what is no emoji is refused", |screen| {
            screen.dialog.contains("stands one emoji")
        })
        .await;
        ada.finds_no_barrier("the dialog of the status").await;
        ada.page()
            .look::<serde_json::Value>(
                "void (document.querySelector('#status-emoji').value = '🌱')",
            )
            .await
            .unwrap();
        ada.page().click("dialog[open] [role=switch]").await;
        ada.click_named("dialog[open] button", "Save").await;
        ada.until("the dialog is closed", |screen| screen.dialog.is_empty())
            .await;
        says(&ben, "🌱 in the allotment, does not want to be disturbed").await;
        ben.finds_no_barrier("somebody with a status").await;

        ben.makes_room("den").await;
        ben.says("@Ada and @Carl not now").await;
        ada.until("it is counted", |screen| {
            screen.room("den").is_some_and(|den| den.mentions == 1)
        })
        .await;
        // When Carl is told, Ada's message has had its time too.
        eventually("Carl is told", async || match told_count(&carl).await {
            0 => Err("nothing".to_owned()),
            _ => Ok(()),
        })
        .await;
        assert_eq!(told_to(&ada).await.unwrap(), [""; 0]);
        ada.page().reload().await;
        ada.until("the chat is there", |screen| screen.composer.is_some())
            .await;
        says(&ada, "🌱 in the allotment, does not want to be disturbed").await;
        opens_status(&ada).await;
        ada.click_named("dialog[open] button", "Clear").await;
        ada.until("the dialog is closed", |screen| screen.dialog.is_empty())
            .await;
        says(&ben, "").await;
        ben.says("@Ada now").await;
        let told = eventually("it is told", async || {
            let told = told_to(&ada).await?;
            if told.is_empty() {
                Err("nothing".to_owned())
            } else {
                Ok(told)
            }
        })
        .await;
        assert_eq!(told, ["Ben mentions you in #den: @Ada now"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_wanted_of_a_room_is_known_to_the_server() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.page()
            .click("button[aria-label='Notifications of this room']")
            .await;
        ada.click_named("dialog[open] label", "Nothing").await;
        ada.page().press(Key::Escape).await;
        eventually("the server has it", async || {
            let ask = "fetch('/api/me/preferences').then((answer) => answer.text())";
            let kept: String = ada.page().look(ask).await?;
            if kept == r#"{"tell":"mentions","rooms":{"1":{"tell":"nothing"}}}"# {
                Ok(())
            } else {
                Err(kept)
            }
        })
        .await;
        // As in a browser that knows nothing of it.
        let forget = "void Object.keys(localStorage)
            .filter((key) => key.startsWith('confab.preferences'))
            .forEach((key) => localStorage.removeItem(key))";
        ada.page().look::<serde_json::Value>(forget).await.unwrap();
        ada.page().reload().await;
        ada.until("it is known again", |screen| {
            screen.room("lobby").is_some_and(|lobby| lobby.muted)
        })
        .await;
    })
    .await;
}

async fn opens_status(visitor: &Visitor) {
    visitor.page().click(".me-name").await;
    visitor
        .until("the dialog is there", |screen| {
            screen.dialog.starts_with("Your status")
        })
        .await;
}

/// Sees what Ada says of herself in the list of people.
async fn says(visitor: &Visitor, words: &str) {
    const SAYS: &str = "[...document.querySelectorAll('.row.person')]
        .find((row) => row.querySelector('.name').textContent === 'Ada')
        ?.querySelector('.says').textContent ?? null";
    eventually(format!("Ada says “{words}”"), async || {
        let said: Option<String> = visitor.page().look(SAYS).await?;
        if said.as_deref() == Some(words) {
            Ok(())
        } else {
            Err(format!("{said:?}"))
        }
    })
    .await;
}
