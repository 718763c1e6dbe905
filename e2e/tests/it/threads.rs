//! Threads beside the room, and messages that are passed on to another one.

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Visitor, tell};

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
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;

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

        // Whoever comes later reads all of it, on a phone too.
        ben.page().on(Device::Phone).await;
        ben.page().reload().await;
        ben.page().click(".thread-link").await;
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
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;
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

/// A reply that takes a good part of the panel's height.
fn tall(words: &str) -> String {
    [words, "\n2\n3\n4\n5\n6"].concat()
}

/// A script for the reply that begins like this.
fn reply(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('.thread-log article')]
            .find((row) => row.querySelector('.text')?.textContent.startsWith({}))",
        e2e::page::quoted(words)
    )
}

/// The reply that begins like this was gone to: it has the focus, is marked, and can be seen.
async fn is_led_to(visitor: &Visitor, words: &str) {
    let is_so = format!(
        "(() => {{
            const row = {};
            const log = document.querySelector('.thread-log').getBoundingClientRect();
            const at = row.getBoundingClientRect();
            return document.activeElement === row && row.classList.contains('flash')
                && at.top >= log.top && at.bottom <= log.bottom;
        }})()",
        reply(words)
    );
    visitor
        .comes_true(&format!("“{words}” is gone to"), &is_so)
        .await;
}

#[tokio::test]
async fn a_link_to_a_reply_opens_its_thread_there() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;
        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        for number in 1..=8 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        ben.comes_true(
            "the last is stored",
            &format!("{}?.dataset.row > 0", reply("reason 8")),
        )
        .await;

        // By the address that the menu of the reply copies.
        let link =
            "void (navigator.clipboard.writeText = async (text) => { window.copied = text; })";
        ben.page().look::<()>(link).await.expect("it can be told");
        let focus = format!("{}.focus()", reply("reason 2"));
        ben.page().look::<()>(&focus).await.expect("it is there");
        ben.page().press_letter('l').await;
        ben.comes_true("it is copied", "!!window.copied").await;
        let address: String = ben.page().look("window.copied").await.expect("an address");
        ada.page().go_to(&address).await;
        is_led_to(&ada, "reason 2").await;
        ada.finds_no_barrier("a reply that was gone to").await;

        // What is found by a search, with the thread open and somewhere else.
        for words in ["reason 7", "reason 1"] {
            ada.page().press_with_control("g").await;
            ada.comes_true(
                "the search is open",
                "document.activeElement.id === 'search-box'",
            )
            .await;
            ada.page().write(words).await;
            ada.comes_true(
                "it is found",
                "document.querySelectorAll('.results .pinrow').length === 1",
            )
            .await;
            ada.page().click(".results .pinrow").await;
            is_led_to(&ada, words).await;
        }
        ada.page().on(Device::Phone).await;
        ada.page().go_to(&address).await;
        is_led_to(&ada, "reason 2").await;

        // One that was taken back is not there, and that is said.
        ben.page().look::<()>(&focus).await.expect("it is there");
        ben.page().press_sign("Delete").await;
        ben.click_named("dialog[open] button", "Delete message")
            .await;
        ada.comes_true("it is taken back", &format!("!{}", reply("reason 2")))
            .await;
        ada.page().go_to(&address).await;
        ada.comes_true(
            "it is said",
            "document.querySelector('.toast')?.textContent.includes('is not in this room')
             && !!document.querySelector('.thread-log article')",
        )
        .await;
    })
    .await;
}

/// The line before what is new, and the reply behind it.
async fn is_new_from(visitor: &Visitor, words: &str) {
    let is_so = format!(
        "(() => {{
            const line = document.querySelector('.thread-log .new');
            const log = document.querySelector('.thread-log').getBoundingClientRect();
            const at = line.getBoundingClientRect();
            return line.textContent.startsWith('New since') && line.nextElementSibling === {}
                && at.top >= log.top && at.bottom <= log.bottom;
        }})()",
        reply(words)
    );
    visitor
        .comes_true(&format!("“{words}” is the first that is new"), &is_so)
        .await;
}

#[tokio::test]
async fn a_thread_opens_at_what_is_new_in_it() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;
        focuses_message(&ben, ".timeline").await;
        ben.page().press_sign("t").await;
        thread_says(&ben, &["Tea or coffee?"]).await;
        for number in 1..=4 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        // All of a thread of one's own is new when it is opened for the first time.
        ada.comes_true(
            "there are replies",
            "document.querySelector('.thread-link')?.textContent.includes('4 replies')",
        )
        .await;
        ada.page().click(".thread-link").await;
        is_new_from(&ada, "reason 1").await;
        ada.page().press(Key::Escape).await;
        for number in 5..=10 {
            replies(&ben, &tall(&format!("reason {number}"))).await;
        }
        ada.comes_true(
            "there is news",
            "!!document.querySelector('.to-threads .badge')
             && document.querySelector('.thread-link')?.textContent.includes('10 replies')",
        )
        .await;
        ada.page().click(".thread-link").await;
        is_new_from(&ada, "reason 5").await;
        ada.finds_no_barrier("a thread with something new").await;

        // It stays while the panel is open, whatever comes,
        ada.comes_true(
            "it is seen",
            "!document.querySelector('.to-threads .badge')",
        )
        .await;
        replies(&ben, "one more").await;
        ada.comes_true("it comes", &format!("!!{}", reply("one more")))
            .await;
        is_new_from(&ada, "reason 5").await;
        // and who writes is shown what they wrote.
        replies(&ada, "Enough!").await;
        ada.comes_true(
            "she sees her own",
            &format!(
                "(() => {{
                    const log = document.querySelector('.thread-log').getBoundingClientRect();
                    return {}?.getBoundingClientRect().bottom <= log.bottom
                        && !!document.querySelector('.thread-log .new');
                }})()",
                reply("Enough!")
            ),
        )
        .await;
        ada.page().press(Key::Escape).await;
        ada.page().click(".thread-link").await;
        ada.comes_true(
            "nothing is new any more, and the end is shown",
            &format!(
                "(() => {{
                    const log = document.querySelector('.thread-log').getBoundingClientRect();
                    return {}?.getBoundingClientRect().bottom <= log.bottom
                        && !document.querySelector('.thread-log .new');
                }})()",
                reply("Enough!")
            ),
        )
        .await;
        // Who wrote it all has nothing new in it but what others wrote.
        ben.page().press(Key::Escape).await;
        ben.page().click(".thread-link").await;
        ben.comes_true(
            "what he saw as it came is not new",
            &format!(
                "!!{} && !document.querySelector('.thread-log .new')",
                reply("Enough!")
            ),
        )
        .await;
    })
    .await;
}

async fn reply_box_holds(visitor: &Visitor, text: &str) {
    let is_so = format!(
        "document.querySelector('#thread-box')?.value === {}",
        e2e::page::quoted(text)
    );
    visitor
        .comes_true(&format!("“{text}” is in the reply box"), &is_so)
        .await;
}

/// The row of the open list that Enter takes.
async fn is_offered(visitor: &Visitor, row: &str) {
    let is_so = format!(
        "(() => {{
            const box = document.activeElement;
            const row = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
            return box.id === 'thread-box' && row?.getAttribute('aria-selected') === 'true'
                && row.closest('.thread-panel') !== null
                && row.querySelector('.ac-n').textContent.trim() === {};
        }})()",
        e2e::page::quoted(row)
    );
    visitor
        .comes_true(&format!("{row} is offered"), &is_so)
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
async fn a_reply_is_written_with_all_that_helps_to_write_a_message() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Bén Adler").await;
        ben.says("Tea or coffee?").await;
        ada.sees("Bén Adler", "Tea or coffee?").await;
        opens_thread(&ada).await;

        // People, rooms and emoji are offered, by keys alone.
        ada.page().write("hi @b").await;
        is_offered(&ada, "Bén Adler").await;
        ada.finds_no_barrier("a list above the reply box").await;
        ada.page().press_sign("Tab").await;
        reply_box_holds(&ada, "hi @Bén ").await;
        ada.page().write("see #l").await;
        is_offered(&ada, "#lobby").await;
        ada.page().press(Key::Enter).await;
        ada.page().write(":seedl").await;
        is_offered(&ada, ":seedling:").await;
        ada.page().press_sign("Tab").await;
        reply_box_holds(&ada, "hi @Bén see #lobby 🌱 ").await;
        // All emoji, by the button.
        ada.page()
            .click(".thread-panel [aria-label='Insert emoji']")
            .await;
        ada.page()
            .click("dialog[open] [aria-label='Search emoji']")
            .await;
        ada.page().write("grapes").await;
        ada.comes_true(
            "it is found",
            "document.querySelector('dialog[open] .emoji-all button')?.textContent === '🍇'",
        )
        .await;
        ada.page().press(Key::Enter).await;
        reply_box_holds(&ada, "hi @Bén see #lobby 🌱 🍇").await;

        // Signs around what is selected, and an address over it.
        let select = "document.activeElement.setSelectionRange(0, 2)";
        ada.page().look::<Option<()>>(select).await.expect("a box");
        ada.page().press_with_control("b").await;
        reply_box_holds(&ada, "**hi** @Bén see #lobby 🌱 🍇").await;
        ada.page().press_with_control("b").await;
        let paste = "(() => {
            const data = new DataTransfer();
            data.setData('text/plain', 'https://example.org/a');
            const paste = new ClipboardEvent('paste',
                { clipboardData: data, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(paste);
        })()";
        ada.page().look::<Option<()>>(paste).await.expect("pasted");
        reply_box_holds(&ada, "[hi](https://example.org/a) @Bén see #lobby 🌱 🍇").await;
        ada.page().press(Key::Enter).await;
        thread_says(&ada, &["Tea or coffee?", "hi @Bén see #lobby 🌱 🍇"]).await;

        // Up writes the last own reply anew, and the focus comes back to this box.
        thread_is_stored(&ada).await;
        ada.page().press_sign("ArrowUp").await;
        ada.comes_true(
            "it can be written anew",
            "document.activeElement.closest('.thread-log article') !== null",
        )
        .await;
        let all = "document.activeElement.select()";
        ada.page().look::<Option<()>>(all).await.expect("a box");
        ada.page().write("Coffee!").await;
        ada.page().press(Key::Enter).await;
        thread_says(&ada, &["Tea or coffee?", "Coffee! edited"]).await;
        ada.comes_true("it is back", "document.activeElement.id === 'thread-box'")
            .await;

        // What is sent later goes into a room: that is said, and the text stays.
        ada.page().write("/later 18:00 tea").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "it is refused in words",
            "document.querySelector('.thread-panel .refusal [role=status]').textContent !== ''",
        )
        .await;
        reply_box_holds(&ada, "/later 18:00 tea").await;

        // On a phone the panel opens without a keyboard, and its title has the focus.
        ada.page().on(Device::Phone).await;
        ada.page().reload().await;
        ada.page().click(".thread-link").await;
        ada.comes_true(
            "the title has the focus",
            "document.activeElement.id === 'thread-title'",
        )
        .await;
        ada.finds_no_barrier("a thread's box on a phone").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_in_a_thread_stays_there() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("Tea or coffee?").await;
        ada.types("for the room").await;
        opens_thread(&ada).await;
        ada.page().write("half a thou").await;
        ada.page().press(Key::Escape).await;
        ada.comes_true("it is shut", "!document.querySelector('.thread-log')")
            .await;
        opens_thread(&ada).await;
        reply_box_holds(&ada, "half a thou").await;
        ada.page().write("ght").await;
        ada.page().reload().await;
        ada.until("the room's own draft is there", |screen| {
            screen.composer.as_deref() == Some("for the room")
        })
        .await;
        opens_thread(&ada).await;
        reply_box_holds(&ada, "half a thought").await;
        ada.page().press(Key::Enter).await;
        thread_says(&ada, &["Tea or coffee?", "half a thought"]).await;
        thread_is_stored(&ada).await;
        reply_box_holds(&ada, "").await;

        // What was taken back before it left comes back into its own box.
        story.expects_complaints(DEAD_SERVER);
        server.kill().await;
        replies(&ada, "too late").await;
        ada.click_named(".thread-log button", "Cancel").await;
        reply_box_holds(&ada, "too late").await;
        ada.until("the room's box has its own", |screen| {
            screen.composer.as_deref() == Some("for the room")
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_reply_brings_files_that_are_chosen_pasted_or_dropped_on_its_thread() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Where is the plan?").await;
        ben.sees("Ada", "Where is the plan?").await;
        opens_thread(&ben).await;
        let has_tiles = async |visitor: &Visitor, wanted: &[&str]| {
            let names: Vec<String> = wanted.iter().map(|name| e2e::page::quoted(name)).collect();
            let is_so = format!(
                "(() => {{
                    const names = [...document.querySelectorAll('.thread-panel .tile b')]
                        .map((name) => name.textContent);
                    return names.join() === [{}].join()
                        && !document.querySelector('.room .tile');
                }})()",
                names.join(",")
            );
            visitor
                .comes_true(&format!("{wanted:?} are for the reply"), &is_so)
                .await;
        };

        // Chosen, pasted, dropped on the panel.
        let choose = "(() => {
            const data = new DataTransfer();
            data.items.add(new File(['plan'], 'plan.txt'));
            const input = document.querySelector('#thread-attach');
            input.files = data.files;
            input.dispatchEvent(new Event('change'));
        })()";
        ben.page().look::<()>(choose).await.expect("it takes files");
        has_tiles(&ben, &["plan.txt"]).await;
        let paste = "(() => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File(['sketch'], 'sketch.txt'));
            document.querySelector('#thread-box').dispatchEvent(new ClipboardEvent('paste',
                { clipboardData, bubbles: true, cancelable: true }));
        })()";
        ben.page().look::<()>(paste).await.expect("so");
        has_tiles(&ben, &["plan.txt", "sketch.txt"]).await;
        let drags = |kind: &str| {
            format!(
                "(() => {{
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File(['dropped'], 'dropped.txt'));
                    document.querySelector('.thread-log').dispatchEvent(new DragEvent('{kind}',
                        {{ dataTransfer, bubbles: true, cancelable: true }}));
                }})()"
            )
        };
        ben.page()
            .look::<()>(&drags("dragenter"))
            .await
            .expect("so");
        ben.comes_true(
            "where it would go is shown",
            "document.querySelectorAll('.drop-here').length === 1
             && !!document.querySelector('.thread-panel .drop-here')",
        )
        .await;
        ben.page().look::<()>(&drags("drop")).await.expect("so");
        has_tiles(&ben, &["plan.txt", "sketch.txt", "dropped.txt"]).await;
        ben.comes_true(
            "all are there",
            "document.querySelectorAll('.thread-panel .tile progress').length === 0",
        )
        .await;
        ben.finds_no_barrier("a thread with files to send").await;

        // They are there after a reload, in their box, and go with the reply.
        ben.page().reload().await;
        opens_thread(&ben).await;
        has_tiles(&ben, &["plan.txt", "sketch.txt", "dropped.txt"]).await;
        ben.page()
            .click(".thread-panel [aria-label='Remove dropped.txt']")
            .await;
        has_tiles(&ben, &["plan.txt", "sketch.txt"]).await;
        ben.page().click("#thread-box").await;
        ben.page().write("Here").await;
        ben.page().press(Key::Enter).await;
        has_tiles(&ben, &[]).await;
        ada.comes_true(
            "the thread has a reply",
            "document.querySelector('.thread-link')?.textContent.includes('1 reply')",
        )
        .await;
        ada.page().click(".thread-link").await;
        ada.comes_true(
            "the files are in the thread, and not in the room",
            "[...document.querySelectorAll('.thread-log article .file b')]
                .map((name) => name.textContent).join() === 'plan.txt,sketch.txt'
             && !document.querySelector('.timeline .file')",
        )
        .await;
        thread_says(&ada, &["Where is the plan?", "Here"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_thread_whose_first_message_was_taken_back_is_opened_from_the_room() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;
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
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.says("Tea or coffee?").await;
        ben.sees("Ada", "Tea or coffee?").await;
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
