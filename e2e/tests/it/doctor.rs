//! The owner has the doctor look at the server, from the browser and from the server.

use chat_testkit::http_proxy::{Answers, HttpProxy, Manners, Upgrades};
use e2e::page::{Device, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};
use shared::doctor::SILENCE;

/// Each group of findings as one text, by its heading.
const GROUPS: &str = "Object.fromEntries(
    [...document.querySelectorAll('.doctor h4')].map((title) =>
        [title.textContent, title.nextElementSibling.innerText]))";

const BROWSER: &str = "From this browser";
const SERVER: &str = "From the server itself";

async fn opens_the_doctor(owner: &Visitor) {
    const BUTTON: &str = "button[aria-label='Server']";
    eventually("the way there is offered", async || {
        let found = format!("document.querySelector(\"{BUTTON}\") !== null");
        let offered: bool = owner.page().look(&found).await?;
        offered.then_some(()).ok_or_else(|| "no button".to_owned())
    })
    .await;
    owner.page().click(BUTTON).await;
}

async fn examines(owner: &Visitor) {
    // The panel lives: what is above may grow just when the pointer comes down.
    eventually("the doctor examines", async || {
        owner.click_named(".doctor button", "Examine").await;
        let script = "document.querySelector('.doctor [aria-busy]') !== null";
        let is_busy: bool = owner.page().look(script).await?;
        is_busy.then_some(()).ok_or_else(|| "not yet".to_owned())
    })
    .await;
}

async fn finds(owner: &Visitor, group: &str, words: &str) {
    eventually(format!("{group}: {words:?}"), async || {
        let groups: serde_json::Value = owner.page().look(GROUPS).await?;
        let found = groups[group].as_str().unwrap_or_default();
        let is_found = found.contains(words);
        is_found.then_some(()).ok_or_else(|| groups.to_string())
    })
    .await;
}

async fn reads(owner: &Visitor, words: &str) {
    eventually(format!("the doctor says {words:?}"), async || {
        let said: String = owner
            .page()
            .look("document.querySelector('.doctor').innerText")
            .await?;
        said.contains(words).then_some(()).ok_or(said)
    })
    .await;
}

#[tokio::test]
async fn the_owner_has_a_server_examined_that_is_well() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        opens_the_doctor(&ada).await;
        examines(&ada).await;
        for group in [BROWSER, SERVER] {
            for words in [
                "answers.",
                "A WebSocket opens and carries messages.",
                "A slow answer comes piece by piece.",
                "A request with a body of 65536 bytes comes through.",
            ] {
                finds(&ada, group, words).await;
            }
        }
        finds(&ada, SERVER, "The disk has").await;
        reads(&ada, "Examining. A silent WebSocket is watched for 35 s.").await;

        // Whoever comes back in the meantime sees how far it is.
        let same = story.another_tab(&ada, &server).await;
        same.opens().await;
        opens_the_doctor(&same).await;
        finds(&same, SERVER, "A WebSocket opens").await;

        tokio::time::sleep(SILENCE).await;
        for group in [BROWSER, SERVER] {
            finds(&ada, group, "A silent WebSocket lives for 35 s.").await;
        }
        reads(&ada, "Nothing to change.").await;
        finds(&same, SERVER, "A silent WebSocket lives for 35 s.").await;
    })
    .await;
}

#[tokio::test]
async fn the_owner_sees_what_the_browser_alone_can_see_and_the_lines_to_change() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let manners = Manners {
            upgrades: Upgrades::Stripped,
            answers: Answers::Whole,
            ..Manners::default()
        };
        let address = server.host().parse().expect("a host and a port");
        let proxy = HttpProxy::before(address, manners).await;
        let proxy = proxy.expect("there is a port for a proxy");
        story.expects_complaints(["WebSocket connection to", "status of 403"]);
        let ada = story.visitor_behind(&proxy).await;
        ada.joins_as("Ada").await;
        opens_the_doctor(&ada).await;
        examines(&ada).await;
        finds(&ada, BROWSER, "No WebSocket opens.").await;
        finds(&ada, BROWSER, "Answers are held back").await;
        finds(&ada, BROWSER, "proxy_buffering off;").await;
        reads(&ada, "2 things to change.").await;
        // The proxy's address is none that this server knows as its own.
        reads(&ada, &format!("--allow-origin {}", proxy.url())).await;

        let choose = "(() => {
            const choice = document.querySelector('#doctor-proxy');
            choice.value = 'HAProxy';
            choice.dispatchEvent(new Event('change'));
        })()";
        ada.page().look::<()>(choose).await.expect("a choice");
        finds(&ada, BROWSER, "option http-no-delay").await;
        let copy = "void (navigator.clipboard.writeText = async (text) => {
            window.copied = text;
        })";
        ada.page().look::<()>(copy).await.expect("a clipboard");
        ada.click_named(
            ".findings li:nth-child(2) .btn",
            "Copy the line for HAProxy",
        )
        .await;
        finds(&ada, BROWSER, "Copied").await;
        let copied: String = ada
            .page()
            .look("window.copied")
            .await
            .expect("it is copied");
        assert_eq!(copied, "option http-no-delay");

        for theme in [Theme::Light, Theme::Dark] {
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("the doctor, {theme:?}"))
                .await;
        }
        ada.page().on(Device::Phone).await;
        ada.finds_no_barrier("the doctor on a phone").await;

        // The choice is kept for the next time.
        ada.opens().await;
        ada.page().on(Device::Desktop).await;
        opens_the_doctor(&ada).await;
        let chosen: String = eventually("the choice is kept", async || {
            ada.page()
                .look("document.querySelector('#doctor-proxy').value")
                .await
        })
        .await;
        assert_eq!(chosen, "HAProxy");
    })
    .await;
}
