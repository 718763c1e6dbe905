//! What was not read yet: where a room opens, and what counts as read.

use e2e::page::Key;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Screen, Server, Story, Terminal, Visitor, tell};

/// The sidebar counts no further.
const COUNTED_MAX: u64 = 99;

#[tokio::test]
async fn a_room_opens_at_the_first_unread_line_and_the_rest_stays_unread() {
    tell(async |story| {
        let (server, ada) = ada_in_the_hall(story).await;
        // More than one page.
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all(lines(1..=90)).await;
        ada.until("the lobby has unread ones", |screen| unread(screen) == 90)
            .await;

        ada.goes_to("lobby").await;
        let shown = shown_from_the_new_line(&ada, 1).await;
        assert!(shown < 90, "a screen of lines, not all: {shown}");
        ada.goes_to("hall").await;
        ada.until("what was not shown is unread", |screen| {
            unread(screen) == 90 - shown
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_far_above_is_opened_offered_and_skipped_only_on_request() {
    tell(async |story| {
        let (server, ada) = ada_in_the_hall(story).await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all(lines(1..=600)).await;
        ada.goes_to("lobby").await;
        let shown = shown_from_the_new_line(&ada, 1).await;

        ada.says("mine").await;
        ada.sees("You", "mine").await;
        let above = the_bar_says(&ada).await;
        assert!(above > 600 - 100 - shown, "{above} are unread above");
        ada.page().click(".to-unread").await;
        shown_from_the_new_line(&ada, shown + 1).await;

        ada.page()
            .click("button[aria-label^='Jump to newest']")
            .await;
        ada.sees("You", "mine").await;
        ada.goes_to("hall").await;
        ada.until("who asked for the end has read all", |screen| {
            unread(screen) == 0
        })
        .await;
    })
    .await;
}

/// Ada was here when the lobby was empty, and is in another room now.
async fn ada_in_the_hall(story: &Story) -> (Server, Visitor) {
    let server = story.server(Rates::Free).await;
    let ada = story.person(&server, "Ada").await;
    ada.makes_room("hall").await;
    ada.until("she is in the hall", |screen| {
        screen.is_online() && screen.open_room() == Some("hall")
    })
    .await;
    (server, ada)
}

/// Waits until the New line is on the screen, before the line of this number. The number
/// of the last line on the screen.
async fn shown_from_the_new_line(reader: &Visitor, first: u64) -> u64 {
    const LOOK: &str = "(() => {
        const log = document.querySelector('[role=log]');
        const { top, bottom } = log.getBoundingClientRect();
        const is_shown = (row) => {
            const box = row.getBoundingClientRect();
            return box.top >= top && box.top < bottom;
        };
        const divider = log.querySelector('[role=separator][aria-label^=New]');
        if (!divider || !is_shown(divider)) return [0, 0];
        const shown = [...log.querySelectorAll('article')].filter(is_shown);
        const number = (row) => Number(row.dataset.row);
        return [number(divider.nextElementSibling), number(shown.at(-1))];
    })()";
    eventually("the New line is on the screen", async || {
        let (after, last): (u64, u64) = reader.page().look(LOOK).await?;
        if after == first {
            Ok(last)
        } else {
            Err(format!("it stands before {after}"))
        }
    })
    .await
}

/// The number in the bar above the lines.
async fn the_bar_says(reader: &Visitor) -> u64 {
    eventually("the bar counts what is unread above", async || {
        let find = "parseInt(document.querySelector('.to-unread')?.innerText ?? '0')";
        let number: u64 = reader.page().look(find).await?;
        if number > 0 {
            Ok(number)
        } else {
            Err("there is none".to_owned())
        }
    })
    .await
}

fn lines(numbers: std::ops::RangeInclusive<u64>) -> impl Iterator<Item = String> {
    numbers.map(|number| format!("line {number}"))
}

fn unread(screen: &Screen) -> u64 {
    let unread = screen.room("lobby").map_or(0, |room| room.unread);
    assert!(unread <= COUNTED_MAX);
    unread
}

#[tokio::test]
async fn a_room_is_marked_unread_from_a_message_on_all_devices() {
    tell(async |story| {
        let (server, ada) = ada_in_the_hall(story).await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all(lines(1..=5)).await;
        ada.goes_to("lobby").await;
        ada.comes_true(
            "all is here",
            "document.querySelectorAll('article.msg').length === 5",
        )
        .await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        phone.goes_to("hall").await;
        phone
            .until("it was read there", |screen| unread(screen) == 0)
            .await;

        // By the keyboard, at the third message.
        let focus = "document.querySelector(\"article[data-row='3']\").focus() ?? true";
        ada.comes_true("the third message has the focus", focus)
            .await;
        ada.page().press_letter('u').await;
        let line = "document.querySelector('[role=separator][aria-label^=New]')\
             ?.nextElementSibling?.dataset.row === '3'";
        ada.comes_true("the New line stands before it", line).await;
        phone
            .until("the phone counts it", |screen| unread(screen) == 3)
            .await;
        ada.finds_no_barrier("a room that was marked unread").await;

        // Reading on takes nothing away, nor does going, nor a reload.
        ada.goes_to("hall").await;
        ada.until("it is unread", |screen| unread(screen) == 3)
            .await;
        ada.page().reload().await;
        ada.until("it still is", |screen| unread(screen) == 3).await;
        cy.types_all(lines(6..=6)).await;
        ada.until("what comes is counted with it", |screen| {
            unread(screen) == 4
        })
        .await;

        // It opens there, and is read once it was read to the end and left.
        ada.goes_to("lobby").await;
        ada.comes_true("it opens at the line", line).await;
        ada.goes_to("hall").await;
        ada.until("it is read", |screen| unread(screen) == 0).await;
        phone
            .until("on the phone too", |screen| unread(screen) == 0)
            .await;

        // By the menu's words, and back by the key that marks a room read.
        ada.goes_to("lobby").await;
        ada.comes_true("the first message has the focus", &focus.replace('3', "1"))
            .await;
        ada.page().press(Key::Enter).await;
        ada.click_named("[role=menuitem]", "Mark unread from hereU")
            .await;
        phone
            .until("the phone counts all", |screen| unread(screen) == 6)
            .await;
        ada.page().press(Key::Escape).await;
        phone
            .until("and nothing again", |screen| unread(screen) == 0)
            .await;

        // Whoever writes in a room has read it.
        ada.comes_true("the first message has the focus", &focus.replace('3', "1"))
            .await;
        ada.page().press_letter('u').await;
        phone
            .until("the phone counts all", |screen| unread(screen) == 6)
            .await;
        ada.says("read now").await;
        phone
            .until("and nothing again", |screen| unread(screen) == 0)
            .await;
    })
    .await;
}

#[tokio::test]
async fn ones_own_messages_are_not_unread_on_any_device() {
    tell(async |story| {
        let (server, ada) = ada_in_the_hall(story).await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        ada.goes_to("lobby").await;
        ada.says("mine").await;
        ada.sees_own("mine", Mark::Stored).await;
        cy.hears("Ada: mine").await;
        cy.types_all(lines(2..=3)).await;
        ada.sees("cy", "line 3").await;
        ada.says("mine too").await;
        ada.sees_own("mine too", Mark::Stored).await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        phone.goes_to("hall").await;
        phone
            .until("it was read there", |screen| unread(screen) == 0)
            .await;

        let focus = "document.querySelector(\"article[data-row='1']\").focus() ?? true";
        ada.comes_true("the first message has the focus", focus)
            .await;
        ada.page().press_letter('u').await;
        phone
            .until("the phone counts the others'", |screen| unread(screen) == 2)
            .await;
        ada.page().press(Key::Escape).await;
        phone
            .until("and nothing again", |screen| unread(screen) == 0)
            .await;
        ada.comes_true("the last one has the focus", &focus.replace('1', "4"))
            .await;
        ada.page().press_letter('u').await;
        ada.comes_true(
            "it is said that it is their own",
            "document.querySelector('.toast')?.textContent.startsWith('From here on all is yours')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn to_a_newcomer_what_was_there_is_not_unread() {
    tell(async |story| {
        let (server, ada) = ada_in_the_hall(story).await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all(lines(1..=90)).await;
        ada.until("the lobby has unread ones", |screen| unread(screen) > 0)
            .await;
        let ben = story.visitor(&server).await;
        ben.page()
            .go_to(&format!("{}room/hall", server.address()))
            .await;
        ben.gives_a_name("Ben").await;
        ben.until("nothing is counted", |screen| {
            unread(screen) == 0 && !screen.title.starts_with('(')
        })
        .await;
        cy.types_all(lines(91..=93)).await;
        ben.until("what comes is", |screen| unread(screen) == 3)
            .await;
        ben.goes_to("lobby").await;
        shown_from_the_new_line(&ben, 91).await;
        ben.goes_to("hall").await;
        ben.until("it was read", |screen| unread(screen) == 0).await;
    })
    .await;
}
