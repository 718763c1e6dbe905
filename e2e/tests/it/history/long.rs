//! A room of a hundred thousand messages: wherever its reader goes, by the wheel, by the
//! scroll bar or by a day, the page stays small, and nothing moves under the eye while
//! others write.

use super::filled::{EVERY_MS, fill, posted};
use super::*;

/// Messages that are there when the room is opened: almost two years of them.
const MESSAGES: u64 = 100_000;

/// Less than the edge at which more is put into the page.
const TURN_PX: f64 = 700.0;

/// More than a client holds.
const FLOOD: u64 = 1_100;

/// Messages between which a day is looked for: a day has 144.
const NEAR: u64 = 300;

#[tokio::test]
async fn a_hundred_thousand_messages_are_read_anywhere_under_a_still_eye() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        server.kill().await;
        let messages = (1..=MESSAGES).map(|number| posted(text(number)));
        let began = fill(server.data(), messages.collect()).await;
        server.start_again().await;
        let ada = story.person(&server, "Ada").await;
        let screen = ada
            .until("the newest is here", |screen| newest(screen) == MESSAGES)
            .await;
        is_small(&ada, &screen).await;
        let cy = Terminal::join(&server, "name=cy").await;
        let mut room = Room { cy, written: 0 };

        for _ in 0..8 {
            turns_the_wheel(&ada, -TURN_PX).await;
        }
        room.goes_on_under_a_still_eye(&ada).await;

        for _ in 0..4 {
            let before = oldest(&ada.screen().await.unwrap());
            let eye = Eye::at_the_top(&ada).await;
            ada.until("older ones are here", |screen| oldest(screen) < before)
                .await;
            eye.has_not_moved(&ada).await;
        }
        room.goes_on_under_a_still_eye(&ada).await;

        for number in [20_000, 80_000, 1_000] {
            goes_to_the_day_of(&ada, began, number).await;
            room.goes_on_under_a_still_eye(&ada).await;
            let before = newest(&ada.screen().await.unwrap());
            while newest(&ada.screen().await.unwrap()) <= before {
                turns_the_wheel(&ada, TURN_PX).await;
            }
            room.goes_on_under_a_still_eye(&ada).await;
        }

        let all = MESSAGES + room.written;
        ada.page()
            .click("button[aria-label^='Jump to newest']")
            .await;
        let screen = ada
            .until("the newest is here again", |screen| newest(screen) == all)
            .await;
        is_small(&ada, &screen).await;
        is_dense(&screen);
        is_at_the_end(&ada).await;

        // With as much behind her as is held, she goes up a little, and is flooded.
        room.floods().await;
        ada.until("the flood is here", |screen| newest(screen) == all + FLOOD)
            .await;
        for _ in 0..3 {
            turns_the_wheel(&ada, -TURN_PX).await;
        }
        let eye = Eye::here(&ada).await;
        room.floods().await;
        pill(&ada, "Jump to newest, 1,100 new messages").await;
        let screen = ada.screen().await.expect("the page can be looked at");
        is_small(&ada, &screen).await;
        is_dense(&screen);
        eye.has_not_moved(&ada).await;
        turns_the_wheel(&ada, TURN_PX).await;
        ada.page()
            .click("button[aria-label^='Jump to newest']")
            .await;
        ada.until("the end of the flood is here", |screen| {
            newest(screen) == all + 2 * FLOOD
        })
        .await;
    })
    .await;
}

/// Somebody who writes on while Ada reads.
struct Room {
    cy: Terminal,
    written: u64,
}

impl Room {
    async fn floods(&mut self) {
        let first = MESSAGES + self.written + 1;
        self.cy.types_all((first..first + FLOOD).map(text)).await;
        self.written += FLOOD;
    }

    async fn goes_on_under_a_still_eye(&mut self, reader: &Visitor) {
        let eye = Eye::here(reader).await;
        let first = MESSAGES + self.written + 1;
        self.cy.types_all((first..first + 5).map(text)).await;
        self.written += 5;
        pill_counting(reader, self.written).await;
        let screen = reader.screen().await.expect("the page can be looked at");
        is_small(reader, &screen).await;
        is_dense(&screen);
        eye.has_not_moved(reader).await;
    }
}

/// Turns the wheel where there is room for it, and waits until the lines have moved.
async fn turns_the_wheel(reader: &Visitor, down: f64) {
    const FIRST: &str = "(() => {
        const log = document.querySelector('[role=log]');
        const top = log.getBoundingClientRect().top;
        return [...log.querySelectorAll('article')]
            .find((line) => line.getBoundingClientRect().bottom > top)
            .getAttribute('aria-label');
    })()";
    const ABOVE: &str = "document.querySelector('[role=log]').scrollTop";
    let room = if down < 0.0 { ABOVE } else { FROM_END };
    eventually("there is room to move", async || {
        let pixels: f64 = reader.page().look(room).await?;
        if pixels >= down.abs() {
            Ok(())
        } else {
            Err(format!("{pixels} px"))
        }
    })
    .await;
    let look = async || reader.page().look::<String>(FIRST).await;
    let before = look().await.expect("the page can be looked at");
    reader.page().wheel(LOG, down).await;
    eventually("the lines have moved", async || {
        let first = look().await?;
        if first == before { Err(first) } else { Ok(()) }
    })
    .await;
}

async fn goes_to_the_day_of(reader: &Visitor, began: u64, number: u64) {
    reader
        .page()
        .look::<()>("void document.querySelector('[role=log] .day button').click()")
        .await
        .expect("a day is near");
    let at = began + number * EVERY_MS;
    let choose = format!(
        "(() => {{
            const day = document.querySelector('dialog[open] #jump-day');
            if (!day) return false;
            day.value = new Date({at}).toISOString().slice(0, 10);
            return true;
        }})()"
    );
    eventually("the day can be chosen", async || {
        let is_chosen: bool = reader.page().look(&choose).await?;
        is_chosen
            .then_some(())
            .ok_or_else(|| "no dialog".to_owned())
    })
    .await;
    reader.click_named("dialog[open] button", "Go there").await;
    reader
        .until(format!("what was said around {number} is here"), |screen| {
            oldest(screen) < number + NEAR && newest(screen) + NEAR > number
        })
        .await;
}
