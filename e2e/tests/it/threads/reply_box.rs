//! The box below a thread: all that helps to write, what stays in it, and files.

use e2e::page::{Device, Key};
use e2e::server::Rates;
use e2e::story::DEAD_SERVER;
use e2e::{Visitor, tell};

use super::{opens_thread, replies, thread_is_stored, thread_says};

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
