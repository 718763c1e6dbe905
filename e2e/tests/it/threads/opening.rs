//! Where a thread opens: at the reply that a link names, and at what is new in it.

use e2e::page::{Device, Key};
use e2e::{Visitor, tell};

use super::{ask_of_tea, focuses_message, opens_thread, replies, thread_is_stored, thread_says};

/// A reply that takes a good part of the panel's height.
fn tall(words: &str) -> String {
    [words, "\n2\n3\n4\n5\n6"].concat()
}

/// A script for the reply that begins like this.
fn reply(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('.thread-log article')]
            .find((row) => row.querySelector('.text')?.textContent.startsWith({}))",
        e2e::page::quoted(words)
    )
}

/// The reply that begins like this was gone to: it has the focus, is marked, and can be seen.
async fn is_led_to(visitor: &Visitor, words: &str) {
    let is_so = format!(
        "(() => {{
            const row = {};
            const log = document.querySelector('.thread-log').getBoundingClientRect();
            const at = row.getBoundingClientRect();
            return document.activeElement === row && row.classList.contains('flash')
                && at.top >= log.top && at.bottom <= log.bottom;
        }})()",
        reply(words)
    );
    visitor
        .comes_true(&format!("“{words}” is gone to"), &is_so)
        .await;
}

#[tokio::test]
async fn a_link_to_a_reply_opens_its_thread_there() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;
        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        for number in 1..=8 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        ben.comes_true(
            "the last is stored",
            &format!("{}?.dataset.row > 0", reply("reason 8")),
        )
        .await;

        // By the address that the menu of the reply copies.
        let link =
            "void (navigator.clipboard.writeText = async (text) => { window.copied = text; })";
        ben.page().look::<()>(link).await.expect("it can be told");
        let focus = format!("{}.focus()", reply("reason 2"));
        ben.page().look::<()>(&focus).await.expect("it is there");
        ben.page().press_letter('l').await;
        ben.comes_true("it is copied", "!!window.copied").await;
        let address: String = ben.page().look("window.copied").await.expect("an address");
        ada.page().go_to(&address).await;
        is_led_to(&ada, "reason 2").await;
        ada.finds_no_barrier("a reply that was gone to").await;

        // What is found by a search, with the thread open and somewhere else.
        for words in ["reason 7", "reason 1"] {
            ada.page().press_with_control("g").await;
            ada.comes_true(
                "the search is open",
                "document.activeElement.id === 'search-box'",
            )
            .await;
            ada.page().write(words).await;
            ada.comes_true(
                "it is found",
                "document.querySelectorAll('.results .pinrow').length === 1",
            )
            .await;
            ada.page().click(".results .pinrow").await;
            is_led_to(&ada, words).await;
        }
        ada.page().on(Device::Phone).await;
        ada.page().go_to(&address).await;
        is_led_to(&ada, "reason 2").await;

        // One that was taken back is not there, and that is said.
        ben.page().look::<()>(&focus).await.expect("it is there");
        ben.page().press_sign("Delete").await;
        ben.click_named("dialog[open] button", "Delete message")
            .await;
        ada.comes_true("it is taken back", &format!("!{}", reply("reason 2")))
            .await;
        ada.page().go_to(&address).await;
        ada.comes_true(
            "it is said",
            "document.querySelector('.toast')?.textContent.includes('is not in this room')
             && !!document.querySelector('.thread-log article')",
        )
        .await;
    })
    .await;
}

/// The line before what is new, and the reply behind it.
async fn is_new_from(visitor: &Visitor, words: &str) {
    let is_so = format!(
        "(() => {{
            const line = document.querySelector('.thread-log .new');
            const log = document.querySelector('.thread-log').getBoundingClientRect();
            const at = line.getBoundingClientRect();
            return line.textContent.startsWith('New since') && line.nextElementSibling === {}
                && at.top >= log.top && at.bottom <= log.bottom;
        }})()",
        reply(words)
    );
    visitor
        .comes_true(&format!("“{words}” is the first that is new"), &is_so)
        .await;
}

#[tokio::test]
async fn a_thread_opens_at_what_is_new_in_it() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;
        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        for number in 1..=4 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        // All of a thread of one's own is new when it is opened for the first time.
        ada.comes_true(
            "there are replies",
            "document.querySelector('.thread-link')?.textContent.includes('4 replies')",
        )
        .await;
        ada.page().click(".thread-link").await;
        is_new_from(&ada, "reason 1").await;
        ada.page().press(Key::Escape).await;
        for number in 5..=10 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        ada.comes_true(
            "there is news",
            "!!document.querySelector('.to-threads .badge')
             && document.querySelector('.thread-link')?.textContent.includes('10 replies')",
        )
        .await;
        ada.page().click(".thread-link").await;
        is_new_from(&ada, "reason 5").await;
        ada.finds_no_barrier("a thread with something new").await;

        // It stays while the panel is open, whatever comes,
        ada.comes_true(
            "it is seen",
            "!document.querySelector('.to-threads .badge')",
        )
        .await;
        replies(&ben, "one more").await;
        ada.comes_true("it comes", &format!("!!{}", reply("one more")))
            .await;
        is_new_from(&ada, "reason 5").await;
        // and who writes is shown what they wrote.
        replies(&ada, "Enough!").await;
        ada.comes_true(
            "she sees her own",
            &format!(
                "(() => {{
                    const log = document.querySelector('.thread-log').getBoundingClientRect();
                    return {}?.getBoundingClientRect().bottom <= log.bottom
                        && !!document.querySelector('.thread-log .new');
                }})()",
                reply("Enough!")
            ),
        )
        .await;
        ada.page().press(Key::Escape).await;
        ada.page().click(".thread-link").await;
        ada.comes_true(
            "nothing is new any more, and the end is shown",
            &format!(
                "(() => {{
                    const log = document.querySelector('.thread-log').getBoundingClientRect();
                    return {}?.getBoundingClientRect().bottom <= log.bottom
                        && !document.querySelector('.thread-log .new');
                }})()",
                reply("Enough!")
            ),
        )
        .await;
        // Who wrote it all has nothing new in it but what others wrote.
        ben.page().press(Key::Escape).await;
        ben.page().click(".thread-link").await;
        ben.comes_true(
            "what he saw as it came is not new",
            &format!(
                "!!{} && !document.querySelector('.thread-log .new')",
                reply("Enough!")
            ),
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_thread_stays_open_over_a_reload_in_its_tab_alone() {
    tell(async |story| {
        let (server, _ada, ben) = ask_of_tea(story).await;
        opens_thread(&ben).await;
        replies(&ben, "Tea, black").await;
        thread_says(&ben, &["Tea or coffee?", "Tea, black"]).await;
        thread_is_stored(&ben).await;
        ben.page().reload().await;
        thread_says(&ben, &["Tea or coffee?", "Tea, black"]).await;
        let second = story.another_tab(&ben, &server).await;
        second.opens().await;
        second
            .comes_true(
                "the other tab has the room alone",
                "!!document.querySelector('.thread-link')
                 && !document.querySelector('.thread-panel')",
            )
            .await;

        // On a phone too; and one that was closed stays closed.
        ben.page().on(Device::Phone).await;
        ben.page().reload().await;
        thread_says(&ben, &["Tea or coffee?", "Tea, black"]).await;
        ben.page().click(".thread-panel [aria-label^='Back']").await;
        ben.comes_true("it is shut", "!document.querySelector('.thread-panel')")
            .await;
        ben.page().reload().await;
        ben.sees("Ada", "Tea or coffee?").await;
        ben.comes_true(
            "it stays shut",
            "!!document.querySelector('.thread-link')
             && !document.querySelector('.thread-panel')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn new_replies_are_seen_on_a_phone_before_its_menu_is_opened() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;
        ada.page().on(Device::Phone).await;
        let menu = "document.querySelector('.head button[aria-expanded]')";
        ada.comes_true(
            "nothing is new",
            &format!("{menu}.ariaLabel === 'Rooms and people' && !document.querySelector('.pip')"),
        )
        .await;
        opens_thread(&ben).await;
        replies(&ben, "Tea, black").await;
        ada.comes_true(
            "the menu says so",
            &format!(
                "{menu}.ariaLabel === 'Rooms and people, 1 thread with new replies'
                 && !!{menu}.querySelector('.pip')"
            ),
        )
        .await;
        ada.until("and the tab", |screen| {
            screen.title == "(1) #lobby · Confab"
        })
        .await;
        ada.finds_no_barrier("a menu with news").await;
        ada.page().click(".thread-link").await;
        ada.until("it is read", |screen| screen.title == "#lobby · Confab")
            .await;
        ada.comes_true("the menu too", "!document.querySelector('.pip')")
            .await;
    })
    .await;
}
