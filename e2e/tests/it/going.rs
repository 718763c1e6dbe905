//! Getting about: the quick switcher, a day of a room, and commands that change what is there.

use e2e::page::Key;
use e2e::server::Rates;
use e2e::{Visitor, tell};

/// Types a command and presses Enter.
async fn does(visitor: &Visitor, typed: &str) {
    visitor.page().click("#composer").await;
    visitor
        .page()
        .look::<()>("document.querySelector('#composer').select()")
        .await
        .expect("the box is there");
    visitor.page().write(typed).await;
    visitor.page().press(Key::Enter).await;
}

#[tokio::test]
async fn some_letters_lead_to_a_room_a_panel_or_a_search() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.makes_room("tea-break").await;
        ada.goes_to("lobby").await;
        ada.page().press_with_control("k").await;
        ada.comes_true("the box has the focus",
            "document.activeElement.id === 'switch-box'",
        )
        .await;
        ada.page().write("tb").await;
        ada.comes_true("the room fits best",
            "document.querySelector('#switch-list [aria-selected=true] .ac-n')?.textContent === 'tea-break'",
        )
        .await;
        ada.finds_no_barrier("the quick switcher").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true("the room is open, and the box has the focus",
            "document.querySelector('.head-name').textContent === 'tea-break'
                && document.activeElement.id === 'composer'",
        )
        .await;

        ada.page().press_with_control("k").await;
        ada.comes_true("it is open", "!!document.querySelector('#switch-box')").await;
        ada.page().write("shortc").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true("the list of keys is open",
            "!!document.querySelector('dialog[open] .keys-grid')",
        )
        .await;
        ada.page().press(Key::Escape).await;

        ada.page().press_with_control("k").await;
        ada.comes_true("it is open", "!!document.querySelector('#switch-box')").await;
        ada.page().write("zzz").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true("a search is begun",
            "document.querySelector('#search-box')?.value === 'zzz'",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_day_of_the_room_is_gone_to() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("today").await;
        ada.page().click(".day button").await;
        ada.comes_true(
            "the day can be chosen",
            "!!document.querySelector('dialog[open] #jump-day')?.value",
        )
        .await;
        ada.finds_no_barrier("the choice of a day").await;
        ada.click_named("dialog[open] button", "Go there").await;
        ada.comes_true(
            "its first message has the focus",
            "!document.querySelector('dialog[open]')
                && document.activeElement.textContent.includes('today')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn commands_correct_ask_and_say_what_one_does() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("teh kettle is on").await;
        ben.sees("Ada", "teh kettle is on").await;
        does(&ada, "s/teh/the/").await;
        ben.until("it is corrected", |screen| {
            screen
                .lines
                .iter()
                .any(|line| line.text.contains("the kettle is on"))
        })
        .await;
        does(&ada, "s/tea/coffee/").await;
        ada.comes_true("it is said that nothing fits",
            "document.querySelector('.refusal').textContent.includes('does not say “tea”')
                && document.querySelector('#composer').value === 's/tea/coffee/'",
        )
        .await;
        does(&ada, "/poll Tea? | Yes | No").await;
        ben.comes_true("its answers can be chosen",
            "document.querySelectorAll('.reacts .chip[data-f=\"2️⃣\"]').length === 1",
        )
        .await;
        ben.page().click(".reacts .chip[data-f='2️⃣']").await;
        ada.comes_true("the answer is counted",
            "document.querySelector('.reacts .chip[data-f=\"2️⃣\"] .num')?.textContent === '1'
                && document.querySelector('.reacts .chip[data-f=\"1️⃣\"] .num')?.textContent === '0'",
        )
        .await;
        ben.finds_no_barrier("a poll").await;
        does(&ada, "/away at lunch").await;
        ben.comes_true("Ben sees where Ada is",
            "document.querySelector('.sidebar').textContent.includes('at lunch')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_invitation_names_somebody_and_leads_to_the_room() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.makes_room("tea-break").await;
        ada.until("she knows that Ben is here", |screen| {
            screen.people.iter().any(|person| person.name == "Ben")
        })
        .await;
        does(&ada, "/invite @eve come in").await;
        ada.comes_true(
            "nobody is called so, and the text stays",
            "document.querySelector('.refusal').textContent.includes('is called eve')
                && document.querySelector('#composer').value === '/invite @eve come in'",
        )
        .await;
        does(&ada, "/invite @ben, the kettle is on").await;
        ben.until("the room says that somebody named him", |screen| {
            let room = screen.room("tea-break");
            room.is_some_and(|room| room.mentions == 1)
        })
        .await;
        ben.goes_to("tea-break").await;
        ben.comes_true(
            "it is said as an action",
            "[...document.querySelectorAll('.timeline em')].some((said) =>
                said.textContent === 'Ada invites @Ben: the kettle is on'
                && said.querySelector('.at.self'))",
        )
        .await;
        let copy = "void (navigator.clipboard.writeText = async (text) => {
            window.copied = text;
        })";
        ada.page().look::<()>(copy).await.expect("a clipboard");
        does(&ada, "/invite").await;
        ada.comes_true(
            "the room's link is copied, and that is said",
            "window.copied === location.origin + '/room/tea-break'
                && document.querySelector('.toast').textContent === 'Room link copied'
                && document.querySelector('#composer').value === ''",
        )
        .await;
    })
    .await;
}
