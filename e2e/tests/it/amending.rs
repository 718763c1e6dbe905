//! What people do to messages that are there: write them anew, take them back, answer,
//! react, pin, and give their address to somebody.

use e2e::page::Key;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Visitor, tell};

#[tokio::test]
async fn an_edit_is_seen_by_all_and_what_was_said_before_can_be_opened() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("The kettle is of.").await;
        ben.sees("Ada", "The kettle is of.").await;

        // Up in an empty box writes the last own message anew.
        ada.page().press_sign("ArrowUp").await;
        shows(&ada, ".edit textarea").await;
        replaces(&ada, "The kettle is off.").await;
        ada.page().press(Key::Enter).await;
        ben.until("it says something else", |screen| {
            screen
                .lines
                .iter()
                .any(|line| line.text.contains("The kettle is off."))
        })
        .await;
        shows(&ben, ".edited").await;

        ben.page().click("button.edited").await;
        says(&ben, "dialog[open] .texts", "The kettle is of.").await;
        ben.finds_no_barrier("what a message said before").await;
        ben.page().press(Key::Escape).await;

        // Whoever was not there sees the same.
        ben.page().reload().await;
        ben.opens().await;
        shows(&ben, ".edited").await;
        says(&ben, ".timeline", "The kettle is off.").await;
    })
    .await;
}

#[tokio::test]
async fn a_message_that_is_taken_back_is_gone_for_all_and_asks_first() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("stays").await;
        ada.says("goes").await;
        ben.sees("Ada", "goes").await;
        answers(&ben, "goes", "really?").await;

        focuses(&ada, "goes").await;
        ada.page().press_sign("Delete").await;
        shows(&ada, "dialog[open] .btn.danger").await;
        ada.finds_no_barrier("the question whether to delete").await;
        ada.click_named("dialog[open] button", "Keep").await;
        ada.sees("You", "goes").await;

        focuses(&ada, "goes").await;
        ada.page().press_sign("Delete").await;
        ada.click_named("dialog[open] button", "Delete message")
            .await;
        for visitor in [&ada, &ben] {
            visitor
                .until("it is gone", |screen| screen.line("goes").is_none())
                .await;
            says(visitor, ".quote", "A message that was deleted").await;
        }
        ben.page().reload().await;
        ben.opens().await;
        ben.until("one that loads afresh has it not", |screen| {
            screen.line("goes").is_none() && screen.line("stays").is_some()
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn reactions_are_counted_and_taken_back_over_a_dead_server_too() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("tea?").await;
        ben.sees("Ada", "tea?").await;

        reacts(&ben, "tea?").await;
        chips(&ada, &["1"]).await;
        ada.page().click(".chip:not(.add)").await;
        chips(&ben, &["2 mine"]).await;
        ben.finds_no_barrier("a message with reactions").await;
        ben.page().click(".chip:not(.add)").await;
        chips(&ada, &["1 mine"]).await;

        story.expects_complaints(DEAD_SERVER);
        server.kill().await;
        // Shown at once, and undone before it left: then nothing is on its way.
        ben.page().click(".chip:not(.add)").await;
        chips(&ben, &["2 mine"]).await;
        ben.page().click(".chip:not(.add)").await;
        chips(&ben, &["1"]).await;
        ben.page().click(".chip:not(.add)").await;
        chips(&ben, &["2 mine"]).await;
        server.start_again().await;
        chips(&ada, &["2 mine"]).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_a_pin_and_an_address_lead_to_their_message() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("the rules").await;
        for number in 0..60 {
            ada.says(&format!("line {number}")).await;
        }
        let ben = story.person(&server, "Ben").await;
        ben.sees("Ada", "line 59").await;
        answers(&ben, "line 59", "yes, that one").await;
        says(&ada, ".quote", "line 59").await;

        // By its address, and then by its pin.
        let lobby = [&server.address(), "room/lobby/"].concat();
        ben.page().go_to(&[&lobby, "1"].concat()).await;
        shows(&ben, "article:focus[data-row='1']").await;
        ben.page().press_letter('p').await;
        ada.page()
            .click("button[aria-label='Pinned messages']")
            .await;
        says(&ada, "dialog[open] .texts", "the rules").await;
        ada.finds_no_barrier("what is pinned").await;
        ada.click_named("dialog[open] button", "Go to it").await;
        shows(&ada, "article.flash[data-row='1']").await;

        // A number that there is not is said, and nothing else happens.
        ben.page().go_to(&[&lobby, "999"].concat()).await;
        says(&ben, ".toast", "#999 is not in this room").await;
    })
    .await;
}

/// The message with this text has the focus.
async fn focuses(visitor: &Visitor, text: &str) {
    let focus = format!(
        "(() => {{
            const rows = [...document.querySelectorAll('article')];
            const row = rows.findLast((row) => row.querySelector('.text')?.textContent === {});
            row?.focus();
            return document.activeElement === row;
        }})()",
        e2e::page::quoted(text)
    );
    eventually(format!("“{text}” has the focus"), async || {
        let is_so: bool = visitor.page().look(&focus).await?;
        if is_so {
            Ok(())
        } else {
            Err("it is not there".to_owned())
        }
    })
    .await;
}

async fn answers(visitor: &Visitor, to: &str, text: &str) {
    focuses(visitor, to).await;
    visitor.page().press_letter('r').await;
    says(visitor, ".answering", to).await;
    visitor.page().write(text).await;
    visitor.page().press(Key::Enter).await;
    visitor.sees("You", text).await;
}

/// By the menu of the message, which has what people use most.
async fn reacts(visitor: &Visitor, to: &str) {
    focuses(visitor, to).await;
    visitor.page().press_sign("+").await;
    shows(visitor, "dialog[open] .emoji-all button").await;
    visitor.page().click("dialog[open] .emoji-all button").await;
    shows(visitor, ".chip.mine").await;
}

/// Writes over what the box holds that has the focus.
async fn replaces(visitor: &Visitor, text: &str) {
    const SELECT: &str = "document.activeElement.select()";
    let _: Option<()> = visitor.page().look(SELECT).await.unwrap_or_default();
    visitor.page().write(text).await;
}

/// Counts under messages, with whether the visitor is among them; none is on its way.
async fn chips(visitor: &Visitor, expected: &[&str]) {
    const SHOWN: &str = "[...document.querySelectorAll('.chip:not(.add)')].map((chip) =>
        chip.querySelector('.num').textContent
        + (chip.getAttribute('aria-pressed') === 'true' ? ' mine' : ''))";
    eventually(format!("the reactions are {expected:?}"), async || {
        let shown: Vec<String> = visitor.page().look(SHOWN).await?;
        if shown == expected {
            Ok(())
        } else {
            Err(format!("{shown:?}"))
        }
    })
    .await;
}

async fn shows(visitor: &Visitor, selector: &str) {
    let look = format!(
        "document.querySelector({}) !== null",
        e2e::page::quoted(selector)
    );
    eventually(format!("{selector} is there"), async || {
        let is_so: bool = visitor.page().look(&look).await?;
        if is_so {
            Ok(())
        } else {
            Err("it is not".to_owned())
        }
    })
    .await;
}

async fn says(visitor: &Visitor, selector: &str, text: &str) {
    let look = format!(
        "[...document.querySelectorAll({})].map((part) => part.textContent).join('\\n')",
        e2e::page::quoted(selector)
    );
    eventually(format!("{selector} says “{text}”"), async || {
        let said: String = visitor.page().look(&look).await?;
        if said.contains(text) {
            Ok(())
        } else {
            Err(said)
        }
    })
    .await;
}
