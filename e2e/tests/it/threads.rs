//! Threads beside the room, and messages that are passed on to another one.

mod opening;
mod reply_box;

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::{Rates, Server};
use e2e::story::Story;
use e2e::{Visitor, tell};

/// Two people, and a message that both have.
async fn ask_of_tea(story: &Story) -> (Server, Visitor, Visitor) {
    let server = story.server(Rates::Held).await;
    let ada = story.person(&server, "Ada").await;
    let ben = story.person(&server, "Ben").await;
    ada.says("Tea or coffee?").await;
    ben.sees("Ada", "Tea or coffee?").await;
    (server, ada, ben)
}

/// What the open thread says, the message that it hangs from first.
async fn thread_says(visitor: &Visitor, wanted: &[&str]) {
    eventually(format!("the thread says {wanted:?}"), async || {
        let said: Vec<String> = visitor
            .page()
            .look(
                "[...document.querySelectorAll('.thread-log article .text')]
                    .map((text) => text.textContent.trim())",
            )
            .await?;
        if said == wanted {
            Ok(())
        } else {
            Err(format!("{said:?}"))
        }
    })
    .await;
}

async fn thread_is_stored(visitor: &Visitor) {
    visitor
        .comes_true(
            "all of the thread is stored",
            "[...document.querySelectorAll('.thread-log article')]
                .every((row) => /^[0-9]+$/.test(row.dataset.row))",
        )
        .await;
}

async fn replies(visitor: &Visitor, words: &str) {
    visitor.page().click("#thread-box").await;
    visitor.page().write(words).await;
    visitor.page().press(Key::Enter).await;
}

async fn focuses_message(visitor: &Visitor, place: &str) {
    let script = format!("document.querySelector('{place} article').focus()");
    visitor
        .page()
        .look::<()>(&script)
        .await
        .expect("it is there");
}

#[tokio::test]
async fn a_thread_goes_on_beside_the_room_for_both() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;

        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        replies(&ben, "Tea, **black**").await;
        thread_says(&ben, &["Tea or coffee?", "Tea, black"]).await;
        ben.finds_no_barrier("an open thread").await;

        // In the room there is only how many there are.
        ada.comes_true(
            "Ada sees that there is a reply",
            "document.querySelector('.thread-link')?.textContent.includes('1 reply')",
        )
        .await;
        let lines = ada.screen().await.expect("the page is there").lines.len();
        assert_eq!(lines, 1, "a reply is no line of the room");
        ada.page().click(".thread-link").await;
        thread_says(&ada, &["Tea or coffee?", "Tea, black"]).await;
        replies(&ada, "Noted").await;
        for visitor in [&ada, &ben] {
            thread_says(visitor, &["Tea or coffee?", "Tea, black", "Noted"]).await;
        }

        // A reply is taken back and reacted to as any message.
        ben.page()
            .look::<()>("[...document.querySelectorAll('.thread-log article')].at(1).focus()")
            .await
            .expect("the reply is there");
        ben.page().press_sign("Delete").await;
        ben.click_named("dialog[open] button", "Delete message")
            .await;
        thread_says(&ada, &["Tea or coffee?", "Noted"]).await;
        ada.comes_true(
            "the room and the thread count alike",
            "document.querySelector('.thread-link').textContent.includes('2 replies')
             && document.querySelector('.thread-log .rule').textContent
                === '2 replies, 1 deleted'",
        )
        .await;

        // Whoever comes later reads all of it, on a phone too.
        ben.page().on(Device::Phone).await;
        ben.page().reload().await;
        thread_says(&ben, &["Tea or coffee?", "Noted"]).await;
        ben.finds_no_barrier("a thread on a phone").await;
        ada.page().press(Key::Escape).await;
        ada.comes_true("it is shut", "!document.querySelector('.thread-log')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_thread_is_followed_from_any_room() {
    tell(async |story| {
        let (server, ada, ben) = ask_of_tea(story).await;
        ada.makes_room("tea").await;

        // Who began a thread follows it, wherever they are.
        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        replies(&ben, "Tea, black").await;
        ada.comes_true(
            "one thread has news",
            "document.querySelector('.to-threads .badge')?.textContent
                === '11 thread with new replies'",
        )
        .await;
        ada.page().click(".to-threads").await;
        ada.comes_true(
            "it is listed with what is new in it",
            "document.querySelector('.threads-panel .pinrow .said')?.textContent
                === 'Tea or coffee?'
             && !!document.querySelector('.threads-panel .pinrow .badge')",
        )
        .await;
        ada.finds_no_barrier("the list of threads").await;
        ada.page().on(Device::Phone).await;
        ada.finds_no_barrier("the list of threads on a phone").await;
        ada.page().on(Device::Desktop).await;
        ada.page().click(".threads-panel .pinrow").await;
        thread_says(&ada, &["Tea or coffee?", "Tea, black"]).await;
        ada.comes_true(
            "it is seen",
            "!document.querySelector('.to-threads .badge')
             && document.querySelector('.row[aria-current] .name').textContent === 'lobby'",
        )
        .await;

        // Who does not want to hear of it does not.
        ada.click_named(".thread-panel button", "Following").await;
        ada.comes_true(
            "she no longer follows it",
            "[...document.querySelectorAll('.thread-panel button')]
                .some((button) => button.textContent === 'Follow')",
        )
        .await;
        ada.page().press(Key::Escape).await;
        replies(&ben, "And biscuits").await;
        ada.comes_true(
            "the room tells how many there are",
            "document.querySelector('.thread-link')?.textContent.includes('2 replies')",
        )
        .await;
        ada.page().click(".to-threads").await;
        ada.comes_true(
            "no thread of hers has it",
            "document.querySelector('.threads-panel .panel-body').textContent
                .startsWith('No threads yet')",
        )
        .await;

        // Ben, who wrote in it, has it on his other device too.
        let other = story.another_device(&ben, &server).await;
        other.opens().await;
        other.page().click(".to-threads").await;
        other
            .comes_true(
                "it is listed there",
                "document.querySelector('.threads-panel .pinrow')?.textContent.includes('2 replies')",
            )
            .await;
    })
    .await;
}

/// Opens the thread of the only message of the room.
async fn opens_thread(visitor: &Visitor) {
    visitor
        .comes_true(
            "the message is there",
            "!!document.querySelector('.timeline article')",
        )
        .await;
    focuses_message(visitor, ".timeline").await;
    visitor.page().press_sign("t").await;
    visitor
        .comes_true(
            "the thread is open",
            "document.activeElement.id === 'thread-box'",
        )
        .await;
}

#[tokio::test]
async fn a_thread_whose_first_message_was_taken_back_is_opened_from_the_room() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;
        opens_thread(&ben).await;
        replies(&ben, "Tea, black").await;
        ada.comes_true(
            "there is a reply",
            "document.querySelector('.thread-link')?.textContent.includes('1 reply')",
        )
        .await;
        focuses_message(&ada, ".timeline").await;
        ada.page().press_sign("Delete").await;
        ada.click_named("dialog[open] button", "Delete message")
            .await;
        let is_left = "(() => {
            const rows = [...document.querySelectorAll('.timeline article')];
            return rows.length === 1 && rows[0].classList.contains('gone')
                && rows[0].querySelector('.text').textContent === 'The message was deleted.'
                && rows[0].querySelector('.thread-link').textContent.includes('1 reply');
        })()";
        for visitor in [&ada, &ben] {
            visitor.comes_true("its thread is left", is_left).await;
        }
        ben.comes_true(
            "the open thread says so too",
            "document.querySelector('.thread-log').textContent
                .includes('The first message of this thread was deleted.')",
        )
        .await;
        ada.finds_no_barrier("a message that was taken back").await;

        // By key and by pointer, also after a reload.
        focuses_message(&ada, ".timeline").await;
        ada.page().press_sign("t").await;
        thread_says(&ada, &["Tea, black"]).await;
        // It can be read; nobody writes in it any more, and the focus is not lost by that.
        for visitor in [&ada, &ben] {
            visitor
                .comes_true(
                    "no box is there, and that is said",
                    "document.querySelector('#thread-box').offsetParent === null
                     && document.querySelector('.thread-panel .dock').innerText.trim()
                        === 'Nobody can reply here any more.'
                     && document.activeElement.id === 'thread-title'",
                )
                .await;
        }
        ada.finds_no_barrier("a thread that nobody writes in any more")
            .await;
        // What is dropped on it goes nowhere, and does not take the page away.
        let drops = "(() => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(['dropped'], 'dropped.txt'));
            const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector('.thread-log').dispatchEvent(drop);
            return drop.defaultPrevented && !document.querySelector('.tile');
        })()";
        assert!(ada.page().look::<bool>(drops).await.expect("it is dropped"));
        ada.page().reload().await;
        ada.page().click(".timeline .gone .thread-link").await;
        thread_says(&ada, &["Tea, black"]).await;
        // There is nothing else that could be done with it.
        focuses_message(&ada, ".timeline").await;
        ada.page().press_sign("Delete").await;
        ada.comes_true(
            "nothing is asked",
            "!document.querySelector('dialog[open]')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn who_types_a_reply_is_seen_in_that_thread_and_not_in_the_room() {
    tell(async |story| {
        let (_, ada, ben) = ask_of_tea(story).await;
        for visitor in [&ada, &ben] {
            opens_thread(visitor).await;
        }
        let sees = async |in_thread: &str, in_room: &str| {
            let is_so = format!(
                "(() => {{
                    const said = [...document.querySelectorAll('.typing')].map((line) =>
                        [!!line.closest('.thread-panel'), line.textContent]);
                    const all = (place) => said.filter(([here]) => here === place)
                        .map(([, words]) => words).join();
                    return all(true) === '{in_thread}' && all(false) === '{in_room}';
                }})()"
            );
            ada.comes_true(&format!("{in_thread:?}, {in_room:?}"), &is_so)
                .await;
        };
        sees("", "").await;
        ben.page().click("#thread-box").await;
        ben.page().write("Tea").await;
        sees("Ben is typing", "").await;
        ada.finds_no_barrier("a thread in which somebody types")
            .await;
        // Who goes on in the room's box is seen there, and in the thread no longer.
        ben.page().click("#composer").await;
        ben.page().write("By the way").await;
        sees("", "Ben is typing").await;
        ben.page().click("#thread-box").await;
        ben.page().write(", black").await;
        sees("Ben is typing", "").await;
        ben.page().press(Key::Enter).await;
        thread_says(&ada, &["Tea or coffee?", "Tea, black"]).await;
        sees("", "").await;
    })
    .await;
}

#[tokio::test]
async fn a_message_is_passed_on_and_says_where_it_comes_from() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.says("The release is out").await;
        ada.sees("Ben", "The release is out").await;
        ada.makes_room("tea").await;
        ada.goes_to("lobby").await;
        ada.sees("Ben", "The release is out").await;

        focuses_message(&ada, ".timeline").await;
        ada.page().press_sign("f").await;
        ada.comes_true(
            "the rooms are listed",
            "document.querySelectorAll('dialog[open] .rooms-to li').length === 2",
        )
        .await;
        ada.finds_no_barrier("passing a message on").await;
        ada.click_named("dialog[open] .rooms-to span", "tea").await;
        ada.comes_true(
            "it is said",
            "document.querySelector('.toast')?.textContent === 'Forwarded to #tea'",
        )
        .await;

        ben.goes_to("tea").await;
        ben.sees("Ada", "The release is out").await;
        ben.comes_true(
            "where it comes from",
            "document.querySelector('.from')?.textContent === 'Forwarded from #lobby, by Ben'",
        )
        .await;
        ben.finds_no_barrier("a message that was passed on").await;
        ben.page().click(".from").await;
        ben.comes_true(
            "it leads there",
            "document.querySelector('.head-name').textContent === 'lobby'",
        )
        .await;
    })
    .await;
}
