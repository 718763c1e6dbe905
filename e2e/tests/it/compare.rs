//! The ways to the server are measured beside each other, on this very link.

use e2e::page::Theme;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Screen, Visitor, tell};

const COMPARE: &str = "Compare the transports";

#[tokio::test]
async fn the_transports_are_compared_on_this_very_link() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.opens_the_panel().await;

        ada.compares().await;

        // The heaviest way is the one of two requests a message: that is arithmetic, and
        // no question of time.
        let heaviest = "Long polling weighs";
        let panel = ada.reads_in_the_panel(heaviest).await;
        assert!(!panel.contains("Blocked"), "{panel}");
        let figures = ada.figures().await;
        assert_eq!(figures.len(), 3 * 4, "{figures:?}");
        assert!(figures[8].ends_with(" B"), "{figures:?}");
        let report = ada.copies_the_panel().await;
        assert!(report.contains("## Transports compared"), "{report}");
        assert!(report.contains("\n- Plain requests: "), "{report}");
        for theme in [Theme::Light, Theme::Dark] {
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier("the comparison").await;
        }
        // The chat went on beside it, on its own connection.
        let attempts = "1 since this page was opened";
        ada.reads_in_the_panel(attempts).await;
        ada.says("beside it").await;
        ada.sees_own("beside it", Mark::Stored).await;
    })
    .await;
}

#[tokio::test]
async fn a_blocked_way_is_told_and_the_others_are_measured() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.opens_the_panel().await;
        ada.switches("Refuse WebSocket").await;
        ada.until("she is back without it", |screen: &Screen| {
            screen.connection.contains("server-sent events")
        })
        .await;

        ada.compares().await;

        ada.reads_in_the_panel("No WebSocket gets through here")
            .await;
        let figures = ada.figures().await;
        assert!(figures[0].starts_with("Blocked. "), "{figures:?}");
        assert!(figures[1].ends_with(" ms"), "{figures:?}");
    })
    .await;
}

trait Compares {
    async fn compares(&self);
    async fn figures(&self) -> Vec<String>;
}

impl Compares for Visitor {
    /// Presses the button, and sees that it has begun.
    async fn compares(&self) {
        // The panel lives: what is above may grow just when the pointer comes down.
        eventually("the comparison begins", async || {
            self.click_named(".inspector button", COMPARE).await;
            let panel = self.panel().await?;
            if panel.contains("Measuring: ") {
                Ok(())
            } else {
                Err(panel)
            }
        })
        .await;
    }

    /// Beside the bars, chart by chart.
    async fn figures(&self) -> Vec<String> {
        let figures = "[...document.querySelectorAll('.compare .num')].map((one) => one.innerText)";
        self.page().look(figures).await.expect("the panel is open")
    }
}
