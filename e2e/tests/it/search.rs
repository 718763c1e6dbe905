//! Search: in every room, as one types, by keyboard alone, and what was taken back is found
//! by nobody.

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Visitor, tell};

async fn types_to_search(visitor: &Visitor, words: &str) {
    visitor.page().click("#search-box").await;
    visitor
        .page()
        .look::<()>("document.querySelector('#search-box').select()")
        .await
        .expect("the box is there");
    visitor.page().write(words).await;
}

async fn finds(visitor: &Visitor, wanted: &[&str]) {
    eventually(format!("{wanted:?} are found"), async || {
        let found: Vec<String> = visitor
            .page()
            .look(
                "[...document.querySelectorAll('.results .said')].map((said) => said.textContent)",
            )
            .await?;
        if found == wanted {
            Ok(())
        } else {
            Err(format!("{found:?}"))
        }
    })
    .await;
}

#[tokio::test]
async fn words_are_found_in_every_room_and_lead_to_their_message() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("The kettle is on").await;
        ada.says("Crème brûlée").await;
        ben.sees("Ada", "Crème brûlée").await;
        ben.makes_room("tea").await;
        ben.says("Which kettle? 東京タワー").await;
        // What is asked for before it is stored is not found.
        ben.sees_own("Which kettle? 東京タワー", Mark::Stored).await;

        ada.page().press_with_control("g").await;
        eventually("the box has the focus", async || {
            let id: String = ada.page().look("document.activeElement.id").await?;
            if id == "search-box" { Ok(()) } else { Err(id) }
        })
        .await;
        ada.page().write("kettle").await;
        finds(&ada, &["Which kettle? 東京タワー", "The kettle is on"]).await;
        let marked: Vec<String> = ada
            .page()
            .look("[...document.querySelectorAll('.results mark')].map((mark) => mark.textContent)")
            .await
            .expect("there are results");
        assert_eq!(marked, ["kettle", "kettle"]);
        ada.finds_no_barrier("a search").await;

        // By keyboard to the first, which is in the other room.
        ada.page().press_sign("ArrowDown").await;
        ada.page().press(Key::Enter).await;
        ada.sees("Ben", "Which kettle? 東京タワー").await;
        types_to_search(&ada, "brulee").await;
        finds(&ada, &["Crème brûlée"]).await;
        types_to_search(&ada, "タワー in:tea").await;
        finds(&ada, &["Which kettle? 東京タワー"]).await;
        types_to_search(&ada, "kettle from:ben").await;
        finds(&ada, &["Which kettle? 東京タワー"]).await;
        ada.page().press(Key::Escape).await;
        eventually("the panel is shut", async || {
            let is_shut = "!document.querySelector('#search-box')";
            let is_shut: bool = ada.page().look(is_shut).await?;
            if is_shut {
                Ok(())
            } else {
                Err("it is open".to_owned())
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_is_found_by_nobody_and_nothing_found_is_said() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.page().on(Device::Phone).await;
        ada.says("the secret word").await;
        ben.sees("Ada", "the secret word").await;
        ben.page().click("[aria-label='Search messages']").await;
        ben.page().write("secret").await;
        finds(&ben, &["the secret word"]).await;
        ben.finds_no_barrier("a search on a phone").await;

        ada.page()
            .look::<()>("document.querySelector('article').focus()")
            .await
            .expect("the message takes the focus");
        ada.page().press_sign("Delete").await;
        ada.click_named("dialog[open] button", "Delete message")
            .await;
        ada.until("it is gone", |screen| {
            screen.line("the secret word").is_none()
        })
        .await;
        types_to_search(&ben, "the secret").await;
        eventually("nothing is found, and it is said", async || {
            let said: String = ben
                .page()
                .look("document.querySelector('.hits').textContent")
                .await?;
            if said == "No message has this. All that you may read was searched." {
                Ok(())
            } else {
                Err(said)
            }
        })
        .await;
        finds(&ben, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn excerpts_show_no_sign_and_no_spoiler() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.sends("**It** was ||the butler|| with the *kettle*")
            .await;
        ben.sees("Ada", "It was Spoiler with the kettle").await;
        ben.page().press_with_control("g").await;
        types_to_search(&ben, "butler kettle").await;
        finds(&ben, &["It was Spoiler with the kettle"]).await;
        let marked: Vec<String> = ben
            .page()
            .look("[...document.querySelectorAll('.results mark')].map((mark) => mark.textContent)")
            .await
            .expect("there are results");
        assert_eq!(marked, ["kettle"]);
        ben.finds_no_barrier("a search that covers a spoiler").await;
        ben.page().press(Key::Escape).await;

        ben.page()
            .look::<()>("document.querySelector('article').focus()")
            .await
            .expect("the message takes the focus");
        ben.page().press_sign("r").await;
        eventually("the answered message covers it too", async || {
            let line: String = ben
                .page()
                .look("document.querySelector('.answering .said')?.textContent ?? ''")
                .await?;
            if line == "It was Spoiler with the kettle" {
                Ok(())
            } else {
                Err(line)
            }
        })
        .await;
    })
    .await;
}
