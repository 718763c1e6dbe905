//! Two people in two browsers.

use e2e::server::Rates;
use e2e::{Mark, tell};

#[tokio::test]
async fn what_one_writes_the_other_reads() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        ada.says("Is the kettle on?").await;
        ada.sees_own("Is the kettle on?", Mark::Stored).await;
        ben.sees("Ada", "Is the kettle on?").await;

        ben.says("It is now.").await;
        ben.sees_own("It is now.", Mark::Stored).await;
        ada.sees("Ben", "It is now.").await;

        let (hers, his) = (ada.screen().await.unwrap(), ben.screen().await.unwrap());
        let numbers = |screen: &e2e::Screen| screen.lines.iter().map(|line| line.seq).collect();
        let (hers, his): (Vec<_>, Vec<_>) = (numbers(&hers), numbers(&his));
        assert_eq!(hers, [Some(1), Some(2)]);
        assert_eq!(hers, his);
    })
    .await;
}

#[tokio::test]
async fn each_sees_who_is_here_and_who_types() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        for visitor in [&ada, &ben] {
            visitor
                .until("both are online", |screen| {
                    ["Ada", "Ben"]
                        .iter()
                        .all(|name| screen.presence(name) == Some("online"))
                })
                .await;
        }

        ben.types("I think").await;
        ada.until("she sees him type", |screen| {
            screen.typing == "Ben is typing"
        })
        .await;
        let his = ben.screen().await.unwrap();
        assert_eq!(his.typing, "", "nobody is told of their own typing");

        ada.until("his typing fades when he stops", |screen| {
            screen.typing.is_empty()
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_tab_counts_what_was_not_seen() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.makes_room("firmware").await;

        ada.says("You there?").await;
        ada.says("Never mind.").await;

        ben.until("the title counts two", |screen| {
            screen.title == "(2) #firmware · Confab"
        })
        .await;
        ben.goes_to("lobby").await;
        ben.until("the title counts nothing", |screen| {
            screen.title == "#lobby · Confab"
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_somebody_writes_is_never_html() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        let text = "<img src=x onerror=alert(1)> <b>bold</b> javascript:alert(1)";

        ada.says(text).await;

        ben.sees("Ada", text).await;
        let made: u32 = ben
            .page()
            .look(
                "document.querySelectorAll('[role=log] img, [role=log] b b, [role=log] a').length",
            )
            .await
            .unwrap();
        assert_eq!(made, 0, "elements made of somebody's text");
    })
    .await;
}
