//! A word on what was just done lies over nothing that can be pressed or says that something
//! failed.

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Terminal, Visitor, tell};

const LOG: &str = ".timeline";

/// Beyond the distance from the end at which the way back shows.
const TURN_PX: f64 = -2_000.0;

#[tokio::test]
async fn a_toast_covers_neither_the_way_to_the_newest_message_nor_an_error() {
    tell(async |story| {
        let server = story.server(Rates::Free).await;
        let ada = story.person(&server, "Ada").await;
        let mut cy = Terminal::join(&server, "name=cy").await;
        cy.types_all((1..=90).map(|number| format!("line {number}")))
            .await;
        ada.sees("cy", "line 90").await;
        for device in [Device::Desktop, Device::Phone] {
            ada.page().on(device).await;
            ada.page().wheel(LOG, TURN_PX).await;
            ada.comes_true(
                "the way back shows",
                "!!document.querySelector('.to-newest')",
            )
            .await;
            marks_unread(&ada).await;
            leaves_free(&ada, ".to-newest").await;
            leaves_free(&ada, ".dock").await;

            // What is refused is said above the box, which grows by it.
            ada.types("/later some day").await;
            ada.page().click(".composer .btn-send").await;
            ada.comes_true(
                "it is refused",
                "!!document.querySelector('.refusal p').innerText",
            )
            .await;
            marks_unread(&ada).await;
            for what in [".refusal", ".dock", ".to-newest"] {
                leaves_free(&ada, what).await;
            }
            ada.page()
                .look::<()>("document.querySelector('#composer').select()")
                .await
                .expect("the box is there");
            ada.types("x").await;
            ada.page().press(Key::Escape).await;
        }
    })
    .await;
}

async fn marks_unread(visitor: &Visitor) {
    const PRESS: &str = "(() => {
        const log = document.querySelector('.timeline').getBoundingClientRect();
        const shown = [...document.querySelectorAll('.timeline article')]
            .find((row) => row.getBoundingClientRect().top > log.top);
        shown.focus({ preventScroll: true });
        shown.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
    })()";
    visitor
        .page()
        .look::<()>(PRESS)
        .await
        .expect("a row is there");
    visitor
        .comes_true("a toast is there", "!!document.querySelector('.toast')")
        .await;
}

/// The toast lies over nothing of this.
async fn leaves_free(visitor: &Visitor, what: &str) {
    let look = format!(
        "(() => {{
            const toast = document.querySelector('.toast')?.getBoundingClientRect();
            const it = document.querySelector('{what}')?.getBoundingClientRect();
            if (!toast || !it) return 'nothing there';
            const is_apart = toast.bottom <= it.top || toast.top >= it.bottom
                || toast.right <= it.left || toast.left >= it.right;
            const is_seen = toast.top >= 0 && toast.bottom <= innerHeight;
            return is_apart && is_seen ? '' : JSON.stringify([toast, it]);
        }})()"
    );
    eventually(format!("the toast leaves {what} free"), async || {
        let said: String = visitor.page().look(&look).await?;
        if said.is_empty() { Ok(()) } else { Err(said) }
    })
    .await;
}
