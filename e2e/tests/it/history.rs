//! A room with a long past: it loads as it is scrolled to, nothing moves under the
//! eye, and the page stays small.

mod filled;
mod long;
mod threaded;

use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Screen, Terminal, Visitor, tell};

/// Messages in the room.
const MESSAGES: u64 = 3_000;

/// Rows that the page may hold, dividers included.
const ROWS_MAX: usize = 220;

/// Elements that the page may hold: rows are a dozen elements each.
const ELEMENTS_MAX: u32 = 6_000;

/// The end of the timeline's scroller.
const LOG: &str = "[role=log]";

#[tokio::test]
async fn scrolling_up_loads_older_messages_under_a_still_eye() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=MESSAGES).map(text)).await;
        ada.until("the newest is here", |screen| newest(screen) == MESSAGES)
            .await;

        let mut oldest_seen = MESSAGES;
        while oldest_seen > 1 {
            let eye = Eye::at_the_top(&ada).await;
            let screen = ada
                .until("older ones are here", |screen| {
                    oldest(screen) < oldest_seen || oldest(screen) == 1
                })
                .await;
            eye.has_not_moved(&ada).await;
            is_small(&ada, &screen).await;
            is_dense(&screen);
            oldest_seen = oldest(&screen);
        }
        let first = ada.screen().await.unwrap();
        assert_eq!(first.lines[0].text, text(1));
        let end = format!("of #{MESSAGES}");
        the_foot_says(&ada, |words| {
            words.starts_with("Here: #1 to #") && words.ends_with(&end)
        })
        .await;

        ada.page()
            .click("button[aria-label^='Jump to newest']")
            .await;
        let screen = ada
            .until("the newest is here again", |screen| {
                newest(screen) == MESSAGES
            })
            .await;
        is_small(&ada, &screen).await;
        is_dense(&screen);
        let complete = format!("Complete to #{MESSAGES}");
        the_foot_says(&ada, |words| words == complete).await;
        is_at_the_end(&ada).await;
    })
    .await;
}

#[tokio::test]
async fn how_far_the_room_is_complete_is_told_with_and_without_a_link() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=30).map(text)).await;
        the_foot_says(&ada, |words| words == "Complete to #30").await;

        story.expects_complaints(DEAD_SERVER);
        server.kill().await;
        the_foot_says(&ada, |words| words.starts_with("Complete to #30 as of ")).await;

        server.start_again().await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((31..=60).map(text)).await;
        the_foot_says(&ada, |words| words == "Complete to #60").await;
    })
    .await;
}

#[tokio::test]
async fn what_arrives_while_reading_further_up_moves_nothing_and_is_counted() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=100).map(text)).await;
        ada.until("the newest is here", |screen| newest(screen) == 100)
            .await;
        ada.page().wheel(LOG, -600.0).await;
        ada.until("the pill is there", |_| true).await;
        let pill = pill(&ada, "Jump to newest").await;
        assert_eq!(pill, "Newest");

        let eye = Eye::here(&ada).await;
        cy.types_all((101..=103).map(text)).await;
        let pill = pill_counting(&ada, 3).await;
        assert_eq!(pill, "3 new");
        eye.has_not_moved(&ada).await;

        ada.page()
            .click("button[aria-label^='Jump to newest']")
            .await;
        ada.sees("cy", &text(103)).await;
    })
    .await;
}

#[tokio::test]
async fn what_arrives_a_little_below_the_screen_is_counted_too() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=100).map(text)).await;
        ada.until("the newest is here", |screen| newest(screen) == 100)
            .await;
        ada.page().wheel(LOG, -100.0).await;
        eventually("the end is a little below", async || {
            let rest: f64 = ada.page().look(FROM_END).await?;
            if rest > 90.0 {
                Ok(())
            } else {
                Err(format!("{rest} px below"))
            }
        })
        .await;

        cy.types_all((101..=103).map(text)).await;
        assert_eq!(pill_counting(&ada, 3).await, "3 new");
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_replaced_by_another_leaves_the_view_at_the_end() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=100).map(text)).await;
        ada.until("the newest is here", |screen| newest(screen) == 100)
            .await;
        ada.types(&"tall\n".repeat(60)).await;
        is_at_the_end(&ada).await;
        ada.page()
            .look::<()>("void document.querySelector('#composer').select()")
            .await
            .expect("the page can be looked at");
        ada.page().write(&"tall too\n".repeat(30)).await;
        ada.until("it is replaced", |screen| {
            let text = screen.composer.as_deref();
            text.is_some_and(|text| text.starts_with("tall too"))
        })
        .await;
        // What was taken for a movement would show after the frames that follow.
        let frames = "new Promise((done) => requestAnimationFrame(() =>
            requestAnimationFrame(() => setTimeout(done))))";
        ada.page()
            .look::<()>(frames)
            .await
            .expect("the page can be looked at");
        is_at_the_end(&ada).await;
    })
    .await;
}

async fn is_at_the_end(reader: &Visitor) {
    eventually("the view is at the end", async || {
        let rest: f64 = reader.page().look(FROM_END).await?;
        if rest < 2.0 {
            Ok(())
        } else {
            Err(format!("{rest} px below"))
        }
    })
    .await;
}

/// Pixels between what is seen last and the end.
const FROM_END: &str = "(() => {
    const log = document.querySelector('[role=log]');
    return log.scrollHeight - log.scrollTop - log.clientHeight;
})()";

/// An eye on one line of the timeline, which notes in every frame where that is.
struct Eye {
    line: String,
}

impl Eye {
    /// Scrolls to the top, as a drag of the scroll bar does, and rests on the first
    /// whole line there.
    async fn at_the_top(reader: &Visitor) -> Self {
        reader
            .page()
            .look::<()>("void (document.querySelector('[role=log]').scrollTop = 0)")
            .await
            .expect("the page can be looked at");
        Self::here(reader).await
    }

    /// Rests on the first whole line on the screen.
    async fn here(reader: &Visitor) -> Self {
        const REST: &str = "(() => {
            const log = document.querySelector('[role=log]');
            const top = log.getBoundingClientRect().top;
            const line = [...log.querySelectorAll('article')]
                .find((line) => line.getBoundingClientRect().top >= top);
            const name = line.getAttribute('aria-label');
            const find = () => [...log.querySelectorAll('article')]
                .find((line) => line.getAttribute('aria-label') === name);
            const rest = line.getBoundingClientRect().top;
            const eye = (window.eye = { name, moved: 0 });
            const note = () => {
                if (window.eye !== eye) return;
                const line = find();
                const moved = line ? Math.abs(line.getBoundingClientRect().top - rest) : Infinity;
                eye.moved = Math.max(eye.moved, moved);
                // After the frame's own work, when what is drawn is settled.
                requestAnimationFrame(() => setTimeout(note));
            };
            note();
            return name;
        })()";
        Self {
            line: reader
                .page()
                .look(REST)
                .await
                .expect("the page can be looked at"),
        }
    }

    async fn has_not_moved(self, reader: &Visitor) {
        const MOVED: &str = "(() => {
            const { name, moved } = window.eye;
            window.eye = null;
            return [name, Number.isFinite(moved) ? moved : 1e9];
        })()";
        let (line, moved): (String, f64) = reader
            .page()
            .look(MOVED)
            .await
            .expect("the page can be looked at");
        assert_eq!(line, self.line);
        assert!(moved <= 1.0, "{line} moved by {moved} px while it was read");
    }
}

fn text(number: u64) -> String {
    // Of different heights, as messages are.
    match number % 7 {
        0 => format!("line {number}\nwith a second one"),
        3 => format!(
            "line {number} {}",
            "that is longer than the column is wide ".repeat(4)
        ),
        _ => format!("line {number}"),
    }
    .trim_end()
    .to_owned()
}

fn oldest(screen: &Screen) -> u64 {
    screen
        .lines
        .iter()
        .find_map(|line| line.seq)
        .unwrap_or(u64::MAX)
}

fn newest(screen: &Screen) -> u64 {
    screen
        .lines
        .iter()
        .rev()
        .find_map(|line| line.seq)
        .unwrap_or(0)
}

fn is_dense(screen: &Screen) {
    let numbers: Vec<u64> = screen.lines.iter().filter_map(|line| line.seq).collect();
    assert!(
        numbers.windows(2).all(|pair| pair[1] == pair[0] + 1),
        "numbers without a hole: {numbers:?}"
    );
}

async fn is_small(reader: &Visitor, screen: &Screen) {
    assert!(screen.rows <= ROWS_MAX, "{} rows in the page", screen.rows);
    let elements: u32 = reader
        .page()
        .look("document.querySelectorAll('*').length")
        .await
        .expect("the page can be looked at");
    assert!(elements <= ELEMENTS_MAX, "{elements} elements in the page");
}

async fn pill(reader: &Visitor, name: &str) -> String {
    let script = format!(
        "document.querySelector(\"button[aria-label='{name}']\")?.innerText.trim() ?? null"
    );
    eventually("the pill is there", async || {
        let words: Option<String> = reader.page().look(&script).await?;
        words.ok_or_else(|| "there is none".to_owned())
    })
    .await
}

async fn pill_counting(reader: &Visitor, number: u64) -> String {
    pill(reader, &format!("Jump to newest, {number} new messages")).await
}

/// The words at the end of the line under the message box.
async fn the_foot_says(visitor: &Visitor, is_so: impl Fn(&str) -> bool) {
    eventually("the foot says how much is here", async || {
        let find = "document.querySelector('.foot .complete').textContent.trim()";
        let words: String = visitor.page().look(find).await?;
        if is_so(&words) { Ok(()) } else { Err(words) }
    })
    .await;
}

#[tokio::test]
async fn a_long_message_shows_its_beginning_and_all_of_it_on_request() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let long: Vec<String> = (1..=60).map(|line| format!("line {line}")).collect();
        ada.page()
            .look::<serde_json::Value>("void document.querySelector('#composer').focus()")
            .await
            .unwrap();
        ada.sends(&long.join("\n")).await;
        let height = "document.querySelector('article').getBoundingClientRect().height";
        let is_folded = async |folded: bool| {
            eventually(format!("it is folded: {folded}"), async || {
                let height: f64 = ada.page().look(height).await?;
                // Sixty lines are higher than any screen here.
                if (height < 400.0) == folded {
                    Ok(())
                } else {
                    Err(format!("it is {height} high"))
                }
            })
            .await;
        };
        is_folded(true).await;
        ada.finds_no_barrier("a folded message").await;
        ada.click_named("article button", "Show all").await;
        is_folded(false).await;
        // The view comes to rest at the end of it, where the way back is.
        eventually("the button is where it was pressed", async || {
            const AT: &str = "document.querySelector('.fold-more').getBoundingClientRect().bottom
                <= document.querySelector('.timeline').getBoundingClientRect().bottom";
            let is_there: bool = ada.page().look(AT).await?;
            if is_there {
                Ok(())
            } else {
                Err("it is below the screen".to_owned())
            }
        })
        .await;
        ada.click_named("article button", "Show less").await;
        is_folded(true).await;
    })
    .await;
}
