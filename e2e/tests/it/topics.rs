//! What a room is about: said by a command or in a dialog, and seen by everybody.

use e2e::page::{Device, Key};
use e2e::server::Rates;
use e2e::{Mark, Visitor, tell};

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

async fn head_says(visitor: &Visitor, topic: &str) {
    let script = format!(
        "(document.querySelector('.head-topic')?.textContent ?? '') === {}",
        serde_json::json!(topic)
    );
    visitor.comes_true("the head says the topic", &script).await;
}

#[tokio::test]
async fn a_topic_is_set_seen_by_everybody_and_taken_away() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.makes_room("tea-break").await;
        ben.goes_to("tea-break").await;
        head_says(&ben, "").await;
        let topic = "Tea, and where it is: https://example.org/kitchen";
        does(&ada, &format!("/topic {topic}")).await;
        head_says(&ada, topic).await;
        head_says(&ben, topic).await;
        ben.comes_true(
            "a quiet line says who said so, with its link",
            "document.querySelector('.log-note')?.textContent
                    === 'Ada set the topic: Tea, and where it is: https://example.org/kitchen'
                && document.querySelector('.log-note a').href === 'https://example.org/kitchen'
                && document.querySelectorAll('.log-note').length === 1",
        )
        .await;
        ben.finds_no_barrier("a room with a topic").await;

        // It is no message: nothing is unread or told.
        ben.goes_to("lobby").await;
        does(&ada, "/topic @Ben drinks coffee").await;
        head_says(&ada, "@Ben drinks coffee").await;
        ada.says("and a message").await;
        ben.until("the message alone is unread", |screen| {
            let room = screen.room("tea-break");
            room.is_some_and(|room| room.unread == 1 && room.mentions == 0)
        })
        .await;
        ben.goes_to("tea-break").await;
        head_says(&ben, "@Ben drinks coffee").await;

        // All of it in a dialog, where it is changed.
        ben.page().click(".head-topic").await;
        ben.comes_true(
            "the dialog has all of it, and the field what there is",
            "document.querySelector('dialog[open] .topic-said')?.textContent
                    === '@Ben drinks coffee'
                && document.activeElement.id === 'topic-words'
                && document.activeElement.value === '@Ben drinks coffee'",
        )
        .await;
        ben.finds_no_barrier("the topic, to be changed").await;
        let long = "x".repeat(251);
        ben.page()
            .look::<()>("document.querySelector('#topic-words').select()")
            .await
            .expect("the field is there");
        ben.page().write(&long).await;
        ben.page().press(Key::Enter).await;
        ben.comes_true(
            "it is too long, and stays",
            "document.querySelector('#topic-words-help').textContent
                    === 'A topic has at most 250 characters.'
                && document.querySelector('#topic-words').value.length === 251",
        )
        .await;
        ben.page()
            .look::<()>("document.querySelector('#topic-words').select()")
            .await
            .expect("the field is there");
        ben.page().write("Coffee").await;
        ben.page().press(Key::Enter).await;
        ben.comes_true(
            "the dialog is shut",
            "!document.querySelector('dialog[open]')",
        )
        .await;
        head_says(&ada, "Coffee").await;

        ada.page().reload().await;
        head_says(&ada, "Coffee").await;
        does(&ada, &format!("/topic {long}")).await;
        ada.comes_true(
            "it is refused, and the text stays",
            "document.querySelector('.refusal').textContent.includes('at most 250 characters')
                && document.querySelector('#composer').value.length === 258",
        )
        .await;
        does(&ada, "/topic -").await;
        head_says(&ada, "").await;
        head_says(&ben, "").await;
        ben.comes_true(
            "and who took it away is said",
            "[...document.querySelectorAll('.log-note')].at(-1).textContent
                === 'Ada took the topic away'",
        )
        .await;
        does(&ada, "/topic").await;
        ada.comes_true(
            "without a topic there is the field alone",
            "document.querySelector('dialog[open] #topic-words')?.value === ''
                && !document.querySelector('dialog[open] .topic-said')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_was_said_without_a_link_goes_out_with_it_and_fits_a_phone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.visitor(&server).await;
        ben.page().on(Device::Phone).await;
        ben.joins_as("Ben").await;
        ada.page().cut_sockets().await;
        let long = "Everything about the garden, the shed, and what grows where this year";
        does(&ada, &format!("/topic {long}")).await;
        ada.page().mend_sockets().await;
        head_says(&ada, long).await;
        head_says(&ben, long).await;
        ben.comes_true(
            "the head has one line with an ellipsis, the other wraps, and none is wider than the phone",
            "(() => {
                const topic = document.querySelector('.head-topic');
                const line = getComputedStyle(topic);
                const set = document.querySelector('.log-note .topic-said');
                return topic.scrollWidth > topic.clientWidth
                    && line.textOverflow === 'ellipsis' && line.whiteSpace === 'nowrap'
                    && [...set.getClientRects()].every((at) => at.right <= innerWidth)
                    && document.documentElement.scrollWidth <= innerWidth;
            })()",
        )
        .await;
        ben.finds_no_barrier("a topic on a phone").await;
        ben.page().click(".head-topic").await;
        ben.comes_true(
            "all of it is there to read",
            "document.querySelector('dialog[open] .topic-said')?.textContent.length === 69",
        )
        .await;
    })
    .await;
}

/// Makes of every topic that a server sends something that this page has never heard of.
const NEWER_SERVER: &str = r#"
    const own = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
    const newer = (text) => text.replaceAll('"topic_set":', '"later":');
    Object.defineProperty(MessageEvent.prototype, 'data', { get() {
        const data = own.call(this);
        return typeof data === 'string' ? newer(data) : data;
    } });
    const text = Response.prototype.text;
    Response.prototype.text = function () { return text.call(this).then(newer); };
"#;

#[tokio::test]
async fn what_a_newer_server_says_is_a_quiet_line_and_hides_nothing() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.visitor(&server).await;
        ben.page().begin_with(NEWER_SERVER).await;
        ben.joins_as("Ben").await;
        ada.says("before").await;
        does(&ada, "/topic Tea").await;
        ada.says("after").await;
        ben.sees("Ada", "after").await;
        let is_a_line = "(() => {
            const rows = [...document.querySelectorAll('.timeline [data-row]')]
                .map((row) => row.querySelector('.text')?.textContent
                    ?? (row.matches('.log-note') ? 'note' : ''));
            return rows.filter((row) => row).join() === 'before,note,after'
                && document.querySelector('.log-note').textContent.includes('too old to show')
                && !document.querySelector('.hole');
        })()";
        ben.comes_true("it stands between them", is_a_line).await;
        for device in [Device::Desktop, Device::Phone] {
            ben.page().on(device).await;
            ben.finds_no_barrier("something that is too new").await;
            assert_eq!(ben.screen().await.unwrap().overflow, 0);
        }
        ben.page().on(Device::Desktop).await;
        ben.says("and I write on").await;
        ada.sees("Ben", "and I write on").await;
        ben.click_named(".log-note button", "Reload").await;
        ben.sees_own("and I write on", Mark::Stored).await;
        let is_still_there = is_a_line.replace("note,after'", "note,after,and I write on'");
        ben.comes_true("it is still there", &is_still_there).await;
    })
    .await;
}

#[tokio::test]
async fn a_line_with_a_topic_is_gone_to_by_its_day_and_copied() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.makes_room("tea-break").await;
        does(&ada, "/topic Tea at four").await;
        head_says(&ada, "Tea at four").await;
        for number in 1..=30 {
            ada.says(&format!("cup {number}")).await;
        }
        let is_seen = "(() => {
            const log = document.querySelector('.timeline').getBoundingClientRect();
            const note = document.querySelector('.log-note')?.getBoundingClientRect();
            return !!note && note.top >= log.top && note.bottom <= log.bottom;
        })()";
        ada.comes_true("it is far above", &format!("!{is_seen}"))
            .await;
        ada.page()
            .look::<()>("void document.querySelector('[role=log] .day button').click()")
            .await
            .expect("a day is near");
        ada.comes_true(
            "the day can be chosen",
            "!!document.querySelector('dialog[open] #jump-day')?.value",
        )
        .await;
        ada.click_named("dialog[open] button", "Go there").await;
        ada.comes_true("the day begins with it", is_seen).await;
        let copied: String = ada
            .page()
            .look(
                "(() => {
                    const selection = getSelection();
                    selection.selectAllChildren(document.querySelector('.log-note'));
                    return selection.toString();
                })()",
            )
            .await
            .expect("the line can be selected");
        assert_eq!(copied.trim(), "Ada set the topic: Tea at four");
    })
    .await;
}
