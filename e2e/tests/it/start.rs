//! A page that cannot start says so. It is never blank.

use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::tell;

#[tokio::test]
async fn a_page_without_its_program_says_so() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT", "_bg"]);
        visitor.page().block("*://*:*/*.wasm").await;

        visitor.opens().await;

        visitor
            .until("it says that it could not start", |screen| {
                screen.alert.contains("Confab could not start") && screen.alert.contains("Reload")
            })
            .await;
        visitor.page().unblock().await;
        visitor.page().click("[role=alert] button").await;
        visitor
            .until("its way out leads on", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_server_has_gone_says_so_and_leads_on() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        story.expects_complaints(DEAD_SERVER);
        visitor.page().block("*://*:*/api/me").await;

        visitor.opens().await;

        visitor
            .until("it says what happened", |screen| {
                screen.alert.contains("The server does not answer")
            })
            .await;
        visitor.page().unblock().await;
        visitor.click_named("main button", "Try now").await;
        visitor
            .until("its way out leads on", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_program_stops_says_so() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        story.expects_complaints(["panicked at", "unreachable"]);
        // The program finds no place to draw in, which it takes for impossible.
        visitor
            .page()
            .begin_with(
                "document.addEventListener('readystatechange',
                    () => document.getElementById('app')?.remove())",
            )
            .await;

        visitor.opens().await;

        visitor
            .until(
                "it says that it stopped, and that nothing is lost",
                |screen| {
                    screen.alert.contains("Confab has stopped")
                        && screen.alert.contains("Nothing you wrote is lost.")
                },
            )
            .await;
        let marked = "void (window.isTheSame = true)";
        visitor.page().look::<()>(marked).await.unwrap();
        visitor.page().click("[role=alert] button").await;
        e2e::patience::eventually("its way out loads the page again", async || {
            let is_the_same: bool = visitor.page().look("window.isTheSame === true").await?;
            if is_the_same {
                Err("it is still the same page".to_owned())
            } else {
                Ok(())
            }
        })
        .await;
    })
    .await;
}
