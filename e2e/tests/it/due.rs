//! Messages that go out by themselves once their files are there: over a reload, from the tab
//! that is left, and not with a file that was refused.

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Screen, Visitor, tell};

use crate::files::{ANNOUNCED, chooses, has_tiles, keeps};

const GOES_OUT: &str =
    "document.querySelector('.refusal')?.textContent.includes('Goes out when its files')";

/// How many messages of this text a page shows.
fn shown(text: &str, number: usize) -> String {
    format!(
        "[...document.querySelectorAll('.timeline article .text')]
            .filter((line) => line.textContent === '{text}').length === {number}"
    )
}

/// Sends a file that cannot go up yet.
async fn sends_with_a_file(visitor: &Visitor, text: &str) {
    visitor.page().block(ANNOUNCED).await;
    chooses(visitor, "[new File(['t,mA'], 'trace.csv')]").await;
    visitor.types(text).await;
    visitor.page().press(Key::Enter).await;
    visitor.comes_true("it waits", GOES_OUT).await;
    keeps(visitor, 1).await;
}

#[tokio::test]
async fn a_message_that_waits_for_its_files_goes_out_after_a_reload_and_once() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        sends_with_a_file(&ada, "look").await;
        let other = story.another_tab(&ada, &server).await;
        other.opens().await;
        other.until("the tab is online", Screen::is_online).await;

        ada.page().reload().await;
        ada.comes_true("it still waits", GOES_OUT).await;
        ada.until("the words are there", |screen| {
            screen.composer.as_deref() == Some("look")
        })
        .await;
        ada.page().on(Device::Phone).await;
        ada.finds_no_barrier("a message that waits for its file")
            .await;
        ada.page().on(Device::Desktop).await;
        ada.page().unblock().await;
        ben.comes_true(
            "Ben has it with its file",
            "document.querySelector('article .file b')?.textContent === 'trace.csv'",
        )
        .await;
        ada.until("the box is empty", |screen| {
            screen.composer.as_deref() == Some("")
        })
        .await;
        has_tiles(&ada, 0).await;
        keeps(&ada, 0).await;
        ben.comes_true("once", &shown("look", 1)).await;
        ada.page().reload().await;
        ada.says("and more").await;
        ben.sees("Ada", "and more").await;
        ben.comes_true("still once", &shown("look", 1)).await;

        // Whoever writes on sends again.
        sends_with_a_file(&ada, "half").await;
        ada.types(" a thought").await;
        ada.comes_true("it does not wait any more", &format!("!{GOES_OUT}"))
            .await;
        ada.page().unblock().await;
        has_tiles(&ada, 1).await;
        ada.page().press(Key::Enter).await;
        ben.sees("Ada", "half a thought").await;
        ben.comes_true("nothing went alone", &shown("half", 0))
            .await;

        // Another room is looked at meanwhile.
        sends_with_a_file(&ada, "from afar").await;
        ada.makes_room("Tea").await;
        ada.until("it is empty there", |screen| {
            screen.composer.as_deref() == Some("")
        })
        .await;
        ada.page().unblock().await;
        ben.sees("Ada", "from afar").await;
        ada.goes_to("lobby").await;
        ada.until("nothing is left of it", |screen| {
            screen.composer.as_deref() == Some("")
        })
        .await;
        has_tiles(&ada, 0).await;
    })
    .await;
}

#[tokio::test]
async fn the_tab_that_is_left_sends_what_waited_for_its_files() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        let mut tabs = Vec::new();
        for _ in 0..2 {
            let tab = story.another_tab(&ada, &server).await;
            tab.opens().await;
            tab.until("the tab is online", Screen::is_online).await;
            tab.page().block(ANNOUNCED).await;
            tabs.push(tab);
        }
        sends_with_a_file(&ada, "look").await;
        for tab in &tabs {
            tab.until("the words are here too", |screen| {
                screen.composer.as_deref() == Some("look")
            })
            .await;
        }
        ada.page().go_to("about:blank").await;
        let having = eventually("one tab waits with it", async || {
            let mut having = Vec::new();
            for tab in &tabs {
                if tab.page().look::<bool>(GOES_OUT).await? {
                    having.push(tab);
                }
            }
            match having[..] {
                [one] => Ok(one),
                _ => Err(format!("{} tabs wait", having.len())),
            }
        })
        .await;
        having.page().unblock().await;
        ben.sees("Ada", "look").await;
        for tab in &tabs {
            tab.until("no box holds it", |screen| {
                screen.composer.as_deref() == Some("")
            })
            .await;
        }
        having.says("and more").await;
        ben.sees("Ada", "and more").await;
        ben.comes_true("once", &shown("look", 1)).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_goes_out_with_a_refused_file_and_what_can_be_done_is_said() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        story.expects_complaints(["status of 422", "net::ERR_BLOCKED_BY_CLIENT"]);
        ada.page().block(ANNOUNCED).await;
        let lie = "[new File(['words'], 'lie.png', { type: 'image/png' })]";
        chooses(&ada, lie).await;
        ada.types("look").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true("it waits", GOES_OUT).await;
        ada.page().unblock().await;
        let is_said = "(() => {
            const said = document.querySelector('.refusal').textContent;
            return said.includes('A file was refused. Remove it first.')
                && !said.includes('Goes out') && !said.includes('Retry')
                && !document.querySelector(\".tile [title='Retry']\");
        })()";
        ada.comes_true("it says what is so", is_said).await;
        ada.finds_no_barrier("a message with a refused file").await;
        ada.page().reload().await;
        ada.comes_true("also after a reload", is_said).await;
        ada.page().click("button[aria-label='Send later']").await;
        ada.comes_true(
            "nor is it sent later",
            "document.querySelector('.refusal').textContent.includes('Remove it first')
                && !document.querySelector('dialog[open]')",
        )
        .await;
        ada.page().click("[aria-label='Remove lie.png']").await;
        has_tiles(&ada, 0).await;
        ada.until("the words stay", |screen| {
            screen.composer.as_deref() == Some("look")
        })
        .await;
        ada.page().click("#composer").await;
        ada.types(" here").await;
        ada.page().press(Key::Enter).await;
        ben.sees("Ada", "look here").await;
        ben.comes_true("nothing went by itself", &shown("look", 0))
            .await;
    })
    .await;
}
