//! The connection panel, as somebody uses it.

use crate::page::quoted;
use crate::patience::eventually;
use crate::visitor::Visitor;

/// Every word of the panel; nothing while it is closed.
const WORDS: &str = "document.querySelector('.inspector')?.innerText ?? ''";

impl Visitor {
    /// Opens or closes the panel by its key.
    pub async fn presses_the_panels_key(&self) {
        self.page().press_with_control(".").await;
    }

    /// Opens the panel, and sees it.
    pub async fn opens_the_panel(&self) {
        self.presses_the_panels_key().await;
        self.reads_in_the_panel("Connection").await;
    }

    /// All that the panel says.
    ///
    /// # Errors
    /// The page is on its way elsewhere.
    pub async fn panel(&self) -> Result<String, String> {
        self.page().look(WORDS).await
    }

    /// Waits until the panel says this, and returns all that it says.
    pub async fn reads_in_the_panel(&self, words: &str) -> String {
        eventually(format!("the panel says “{words}”"), async || {
            let panel = self.panel().await?;
            if panel.contains(words) {
                Ok(panel)
            } else {
                Err(format!("The panel says:\n{panel}"))
            }
        })
        .await
    }

    /// Presses one of the panel's switches, and sees it change.
    pub async fn switches(&self, name: &str) {
        let pressed = format!(
            "[...document.querySelectorAll('.inspector button[aria-pressed]')]
                .find((button) => button.textContent.trim() === {})
                ?.getAttribute('aria-pressed')",
            quoted(name)
        );
        let before: Option<String> = self.page().look(&pressed).await.unwrap_or_default();
        // The panel lives: what is above may grow just when the pointer comes down.
        eventually(format!("“{name}” is switched"), async || {
            self.click_named(".inspector button", name).await;
            let now: Option<String> = self.page().look(&pressed).await?;
            if now.is_some() && now != before {
                Ok(())
            } else {
                Err(format!("{before:?} is now {now:?}"))
            }
        })
        .await;
    }

    /// Shows only the frames whose kind has this in it, and opens the newest.
    pub async fn opens_the_newest(&self, kind: &str) {
        self.filters_frames_by(kind).await;
        self.page().click(".frames li:first-child summary").await;
    }

    /// Shows only the frames whose kind has this in it.
    pub async fn filters_frames_by(&self, kind: &str) {
        const FILTER: &str = ".frame-filter";
        self.page().click(FILTER).await;
        self.page()
            .look::<()>("document.querySelector('.frame-filter').select()")
            .await
            .expect("the filter is there");
        self.page().write(kind).await;
        let script = format!(
            "[...document.querySelectorAll('.frames b')].map((kind) => kind.textContent)
                .filter((kind) => !kind.includes({}))",
            quoted(kind)
        );
        eventually(format!("only {kind} is listed"), async || {
            let others: Vec<String> = self.page().look(&script).await?;
            if others.is_empty() {
                Ok(())
            } else {
                Err(format!("also listed: {others:?}"))
            }
        })
        .await;
    }

    /// Saves what the flight recorder holds, and returns what would be in the file.
    pub async fn saves_the_recording(&self) -> String {
        const CATCH: &str = "(() => {
            const real = URL.createObjectURL;
            URL.createObjectURL = (blob) => { window.saved = blob.text(); return real(blob); };
        })()";
        self.page()
            .look::<()>(CATCH)
            .await
            .expect("the file can be caught");
        self.click_named(".inspector button", "Save recording")
            .await;
        eventually("a file is saved", async || {
            self.page()
                .look::<String>("window.saved ?? Promise.reject('nothing yet')")
                .await
        })
        .await
    }

    /// Copies the panel as text, and returns what would be pasted.
    pub async fn copies_the_panel(&self) -> String {
        const CATCH: &str = "void (navigator.clipboard.writeText = async (text) => {
            window.copied = text;
        })";
        self.page()
            .look::<()>(CATCH)
            .await
            .expect("the clipboard can be stood in for");
        self.click_named(".inspector button", "Copy as text").await;
        self.reads_in_the_panel("Copied").await;
        self.page()
            .look("window.copied")
            .await
            .expect("something was copied")
    }
}
