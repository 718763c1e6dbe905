//! How a message is drawn: headings, lists, code in colours, and what waits to be asked for.

use e2e::page::Key;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};

const TEXT: &str =
    "# Plan\n- one\n  - two\n\nIt was ||the **butler**||.\n```rust\nlet a = \"b\"; // c\n```";

#[tokio::test]
async fn a_message_is_drawn_as_it_was_meant() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        ada.sends(TEXT).await;

        sees(&ben, "[role=heading][aria-level='2']", &["Plan"]).await;
        sees(&ben, ".text > ul > li > ul > li", &["two"]).await;
        sees(&ben, "pre span", &["let", "\"b\"", "// c"]).await;
        ben.finds_no_barrier("a message with everything").await;
    })
    .await;
}

#[tokio::test]
async fn a_spoiler_is_not_in_the_page_until_it_is_asked_for() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        ada.sends(TEXT).await;

        sees(&ben, ".spoiler", &["Spoiler"]).await;
        let press = "document.querySelector('[role=log] .cover').focus()";
        ben.page()
            .look::<Option<()>>(press)
            .await
            .expect("it is there");
        ben.page().press(Key::Enter).await;
        sees(&ben, ".spoiler .inside strong", &["butler"]).await;
        sees(&ben, ".cover[aria-expanded=true]", &["Spoiler"]).await;
        ben.finds_no_barrier("a spoiler that is shown").await;
        ben.page().press(Key::Enter).await;
        sees(&ben, ".spoiler", &["Spoiler"]).await;
    })
    .await;
}

async fn sees(visitor: &Visitor, selector: &str, words: &[&str]) {
    let look = format!(
        "[...document.querySelectorAll({})].map((element) => element.textContent)",
        e2e::page::quoted(&format!("[role=log] {selector}")),
    );
    eventually(format!("{selector} says {words:?}"), async || {
        let said: Vec<String> = visitor.page().look(&look).await?;
        if said == words {
            Ok(())
        } else {
            Err(format!("it says {said:?}"))
        }
    })
    .await;
}
