//! What somebody typed and did not send reaches their other devices, and nothing of it is
//! lost.

use e2e::page::{Device, Theme};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Screen, tell};

#[tokio::test]
async fn a_draft_reaches_the_other_device_and_goes_when_it_is_sent() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        let phone = story.another_device(&ada, &server).await;
        phone.opens().await;
        phone
            .until("it is hers too", |screen| screen.is_online())
            .await;
        ada.makes_room("hall").await;
        ada.goes_to("lobby").await;

        ada.types("half a thought").await;
        phone
            .until("it is here", |screen| has_in_box(screen, "half a thought"))
            .await;

        // Live in another room too, by its pencil; and after an absence.
        ada.goes_to("hall").await;
        ada.types("in the hall").await;
        phone
            .until("the pencil is there", |screen| {
                screen.room("hall").is_some_and(|hall| hall.draft)
            })
            .await;
        let late = story.another_device(&ada, &server).await;
        late.opens().await;
        late.until("it was there", |screen| {
            has_in_box(screen, "half a thought") && screen.room("hall").is_some_and(|it| it.draft)
        })
        .await;

        // Written on there, sent there, and gone everywhere.
        phone.sends(" becomes a whole one").await;
        ben.sees("Ada", "half a thought becomes a whole one").await;
        late.until("it is gone", |screen| has_in_box(screen, ""))
            .await;
        ada.goes_to("lobby").await;
        ada.until("here too", |screen| has_in_box(screen, "")).await;
    })
    .await;
}

#[tokio::test]
async fn of_two_drafts_that_did_not_see_each_other_both_are_reached() {
    tell(async |story| {
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let desk = story.another_device(&ada, &server).await;
        desk.opens().await;
        desk.until("it is hers too", |screen| screen.is_online())
            .await;

        // In the train nothing goes out, and nothing comes.
        ada.page().block("*://*:*/api/me/drafts*").await;
        ada.types("written in the train").await;
        desk.types("written at the desk").await;
        let told = "fetch('/api/me/drafts').then((it) => it.json()).then((it) => it.drafts.length)";
        eventually("the server has the desk's", async || {
            match desk.page().look::<usize>(told).await? {
                0 => Err("it has none".to_owned()),
                _ => Ok(()),
            }
        })
        .await;
        ada.page().unblock().await;
        ada.page().write(", and on").await;

        ada.until("hers is in the box", |screen| {
            has_in_box(screen, "written in the train, and on")
        })
        .await;
        for device in [&ada, &desk] {
            eventually("the other one stands beside it", async || {
                let aside = "document.querySelector('.aside .said')?.textContent ?? ''";
                let aside: String = device.page().look(aside).await?;
                (aside == "written at the desk").then_some(()).ok_or(aside)
            })
            .await;
        }
        for (device, theme) in [
            (Device::Desktop, Theme::Light),
            (Device::Desktop, Theme::Dark),
            (Device::Phone, Theme::Light),
        ] {
            ada.page().on(device).await;
            ada.page().in_theme(theme).await;
            ada.finds_no_barrier(&format!("a text aside, {device:?}, {theme:?}"))
                .await;
            assert_eq!(ada.screen().await.unwrap().overflow, 0, "{device:?}");
        }
        ada.page().on(Device::Desktop).await;

        desk.click_named("button", "Put into the box").await;
        let both = "written in the train, and on\nwritten at the desk";
        desk.until("both are in the box", |screen| has_in_box(screen, both))
            .await;
        ada.until("here too", |screen| has_in_box(screen, both))
            .await;
        let gone: bool = ada
            .page()
            .look("!document.querySelector('.aside')")
            .await
            .unwrap();
        assert!(gone, "nothing stands beside it");
    })
    .await;
}

fn has_in_box(screen: &Screen, text: &str) -> bool {
    screen.composer.as_deref() == Some(text)
}
