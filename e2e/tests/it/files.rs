//! Files: chosen, dropped, refused, interrupted, seen by others, and gone with their message.

use std::time::Duration;

use e2e::page::{Device, Key};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Screen, Visitor, tell};

/// A picture that the browser draws, as a function of its width and height.
const PICTURE: &str = "const picture = (width, height) => new Promise((made) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'teal';
    pen.fillRect(0, 0, width / 2, height);
    canvas.toBlob((blob) => made(new File([blob], 'plan.png', { type: 'image/png' })));
});";

/// Chooses files as the browser's own dialog would: `files` are those of a script.
pub(crate) async fn chooses(visitor: &Visitor, files: &str) {
    let script = format!(
        "(async () => {{
            {PICTURE}
            const data = new DataTransfer();
            for (const file of {files}) data.items.add(file);
            const input = document.querySelector('#attach');
            input.files = data.files;
            input.dispatchEvent(new Event('change'));
        }})()"
    );
    visitor
        .page()
        .look::<()>(&script)
        .await
        .expect("the message box takes files");
}

pub(crate) async fn has_tiles(visitor: &Visitor, number: usize) {
    let script = format!(
        "document.querySelectorAll('.tile').length === {number}
            && !document.querySelector('.tile progress')"
    );
    visitor
        .comes_true(&format!("{number} files are there"), &script)
        .await;
}

#[tokio::test]
async fn text_and_files_are_one_message_and_go_with_it() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ben.page().on(Device::Phone).await;

        let files = "[await picture(900, 600), new File(['t,mA'], 'trace.csv')]";
        chooses(&ada, files).await;
        has_tiles(&ada, 2).await;
        ada.finds_no_barrier("files for the next message").await;
        ada.types("Look at **this**").await;
        ada.page().press(Key::Enter).await;

        ben.sees("Ada", "Look at this").await;
        let is_drawn = "[...document.querySelectorAll('.image img')]
            .some((image) => image.complete && image.naturalWidth > 0)";
        ben.comes_true("Ben sees the picture", is_drawn).await;
        let saved: String = ben
            .page()
            .look(
                "fetch(document.querySelector('a.file[download=\"trace.csv\"]').href)
                    .then((answer) => answer.text())",
            )
            .await
            .expect("Ben saves the file");
        assert_eq!(saved, "t,mA");
        let is_wider = "document.documentElement.scrollWidth > innerWidth";
        let is_wider: bool = ben.page().look(is_wider).await.expect("the page is there");
        assert!(!is_wider, "the picture fits a phone");
        ben.finds_no_barrier("a message with files").await;

        ben.page().click(".image button").await;
        ben.comes_true(
            "the picture is opened",
            "document.querySelector('dialog[open] .picture img')?.naturalWidth === 900",
        )
        .await;
        ben.finds_no_barrier("a picture").await;
        ben.page().press(Key::Escape).await;
        ben.page().click("[aria-label='Files in this room']").await;
        ben.comes_true(
            "both are listed",
            "document.querySelectorAll('dialog[open] .files li').length === 2",
        )
        .await;
        ben.finds_no_barrier("the files of a room").await;
        ben.page().press(Key::Escape).await;

        ada.page()
            .look::<()>("document.querySelector('article:has(.image)').focus()")
            .await
            .expect("the message takes the focus");
        ada.page().press_sign("Delete").await;
        ada.click_named("dialog[open] button", "Delete message")
            .await;
        ben.comes_true("it is gone", "!document.querySelector('.image')")
            .await;
        let none_left = "fetch('/api/rooms/1/files').then((answer) => answer.json())
            .then((page) => page.files.length === 0)";
        ben.comes_true("its files are gone", none_left).await;
    })
    .await;
}

#[tokio::test]
async fn a_message_waits_for_its_files_and_a_refused_one_is_told() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;

        // The browser tells of every refusal, and of what it was kept from loading.
        story.expects_complaints(["status of 422", "net::ERR_BLOCKED_BY_CLIENT"]);
        let lie = "[new File(['words'], 'lie.png', { type: 'image/png' })]";
        chooses(&ada, lie).await;
        ada.comes_true("it is refused", "!!document.querySelector('.tile .bad')")
            .await;
        ada.page().click("#composer").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "why nothing is sent",
            "document.querySelector('.refusal').textContent.includes('A file was refused')",
        )
        .await;
        ada.page().click("[aria-label='Remove lie.png']").await;

        // Sent before they are there: it goes out when they are.
        ada.page().block("*://*:*/api/rooms/1/uploads").await;
        chooses(&ada, "[await picture(30, 30)]").await;
        ada.page().click("#composer").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "it is interrupted, and says so",
            "document.querySelector('.tile')?.textContent.includes('Interrupted')
                && document.querySelector('.refusal').textContent.includes('Goes out when')",
        )
        .await;
        ada.finds_no_barrier("an upload that was interrupted").await;
        ada.page().unblock().await;
        ben.comes_true(
            "Ben sees it",
            "document.querySelector('.image img')?.naturalWidth === 30",
        )
        .await;
        ada.comes_true("it is sent", "!document.querySelector('.tile')")
            .await;
        let text: String = ben
            .page()
            .look("document.querySelector('.timeline article .text')?.textContent ?? ''")
            .await
            .expect("the message is there");
        assert_eq!(text, "", "a message of files alone has no words");
    })
    .await;
}

#[tokio::test]
async fn files_that_are_dropped_or_pasted_survive_a_reload() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let drags = |kind: &str| {
            format!(
                "(() => {{
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File(['dropped'], 'dropped.txt'));
                    window.dispatchEvent(new DragEvent('{kind}',
                        {{ dataTransfer, bubbles: true, cancelable: true }}));
                }})()"
            )
        };
        ada.page()
            .look::<()>(&drags("dragenter"))
            .await
            .expect("so");
        ada.comes_true(
            "where it would go is shown",
            "!!document.querySelector('.drop-here')",
        )
        .await;
        ada.page().look::<()>(&drags("drop")).await.expect("so");
        has_tiles(&ada, 1).await;
        let paste = "(() => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File(['pasted'], 'pasted.txt'));
            document.querySelector('#composer').dispatchEvent(new ClipboardEvent('paste',
                { clipboardData, bubbles: true, cancelable: true }));
        })()";
        ada.page().look::<()>(paste).await.expect("so");
        has_tiles(&ada, 2).await;

        ada.page().reload().await;
        has_tiles(&ada, 2).await;
        ada.page().click("[aria-label='Remove pasted.txt']").await;
        has_tiles(&ada, 1).await;
        ada.page().click("#composer").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "it is a message",
            "document.querySelector('article .file b')?.textContent === 'dropped.txt'",
        )
        .await;
        // Nothing that was removed comes back.
        tokio::time::sleep(Duration::from_millis(100)).await;
        has_tiles(&ada, 0).await;
    })
    .await;
}

/// Keeps what comes behind the first piece of a file from leaving.
const SECOND_PIECE: &str = "*://*:*/api/rooms/1/uploads/*\\?offset=1000000";

/// Keeps files from being announced.
pub(crate) const ANNOUNCED: &str = "*://*:*/api/rooms/1/uploads";

/// How many files this browser has the bytes of, and knows something of.
const KEPT: &str = "(async () => {
    const known = Object.keys(localStorage).filter((key) =>
        key.startsWith('confab.upload.')).length;
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'confab.files')) return `0 ${known}`;
    return new Promise((said) => {
        const opening = indexedDB.open('confab.files');
        opening.onsuccess = () => {
            const counting = opening.result.transaction('bytes').objectStore('bytes').count();
            counting.onsuccess = () => {
                opening.result.close();
                said(`${counting.result} ${known}`);
            };
        };
    });
})()";

pub(crate) async fn keeps(visitor: &Visitor, number: usize) {
    let script = format!("({KEPT}).then((kept) => kept === '{number} {number}')");
    visitor
        .comes_true(&format!("the browser keeps {number} files"), &script)
        .await;
}

#[tokio::test]
async fn files_on_their_way_go_on_where_they_were_after_a_reload() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT", "status of 404"]);
        ada.page().block(SECOND_PIECE).await;
        let files = "[new File([new Uint8Array(1500000)], 'long.bin'),
            new File(['short'], 'short.txt')]";
        chooses(&ada, files).await;
        let is_half_there = "(() => {
            const [long, short] = document.querySelectorAll('.tile');
            return long?.querySelector('b').textContent === 'long.bin'
                && long.querySelector('progress')?.value === 1000000
                && short?.querySelector('b').textContent === 'short.txt'
                && !short.querySelector('progress');
        })()";
        ada.comes_true("one is half there and one whole", is_half_there)
            .await;
        keeps(&ada, 2).await;
        // The server loses the one that it had.
        let dropped: u16 = ada
            .page()
            .look(
                "fetch('/api/rooms/1/files').then((answer) => answer.json())
                    .then((page) => fetch('/api/rooms/1/files/' + page.files[0].id,
                        { method: 'DELETE' })).then((answer) => answer.status)",
            )
            .await
            .expect("the file is removed");
        assert_eq!(dropped, 204);

        ada.page().reload().await;
        ada.comes_true("both are there as they were", is_half_there)
            .await;
        ada.finds_no_barrier("files after a reload").await;
        ada.page().unblock().await;
        has_tiles(&ada, 2).await;
        ada.types("both").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true(
            "the message has both",
            "[...document.querySelectorAll('article .file b')].map((name) => name.textContent)
                .join() === 'long.bin,short.txt'",
        )
        .await;
        let sizes: Vec<usize> = ada
            .page()
            .look(
                "Promise.all([...document.querySelectorAll('a.file')].map((file) =>
                    fetch(file.href).then((answer) => answer.arrayBuffer())
                        .then((bytes) => bytes.byteLength)))",
            )
            .await
            .expect("Ada reads them");
        assert_eq!(sizes, [1_500_000, 5], "each is there whole");
        keeps(&ada, 0).await;
    })
    .await;
}

#[tokio::test]
async fn files_of_a_closed_tab_go_on_in_one_other_and_none_outlive_a_sign_out() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        let mut tabs = Vec::new();
        for _ in 0..2 {
            let tab = story.another_tab(&ada, &server).await;
            tab.opens().await;
            tab.until("the tab is online", Screen::is_online).await;
            tab.page().block(ANNOUNCED).await;
            tabs.push(tab);
        }
        ada.page().block(ANNOUNCED).await;
        chooses(&ada, "[new File(['words'], 'notes.txt')]").await;
        keeps(&ada, 1).await;
        ada.page().go_to("about:blank").await;

        let having = eventually("one tab has it", async || {
            let mut having = Vec::new();
            for tab in &tabs {
                let has = "!!document.querySelector('.tile')";
                if tab.page().look::<bool>(has).await? {
                    having.push(tab);
                }
            }
            match having[..] {
                [one] => Ok(one),
                _ => Err(format!("{} tabs have it", having.len())),
            }
        })
        .await;
        keeps(having, 1).await;
        having.page().unblock().await;
        has_tiles(having, 1).await;

        having.page().click("button[aria-label='Settings']").await;
        having
            .click_named("dialog[open] button", "Sign out here")
            .await;
        having
            .comes_true(
                "what becomes of the file is said",
                "document.querySelector('dialog[open]').textContent
                    .includes('1 file that you have not sent is removed from this browser.')",
            )
            .await;
        having.click_named("dialog[open] button", "Sign out").await;
        having
            .until("the welcome page is there", |screen| {
                screen.composer.is_none()
            })
            .await;
        keeps(having, 0).await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_keeps_no_file_says_so() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.visitor(&server).await;
        let refuses = "IDBFactory.prototype.open = () => { throw new DOMException('no'); };";
        ada.page().begin_with(refuses).await;
        ada.joins_as("Ada").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);
        ada.page().block(ANNOUNCED).await;
        chooses(&ada, "[new File(['words'], 'notes.txt')]").await;
        ada.comes_true(
            "it says that a reload loses the file",
            "document.querySelector('.tile .unkept')?.textContent
                .includes('lost if you reload')",
        )
        .await;
        ada.finds_no_barrier("a file that is not kept").await;
        ada.page().unblock().await;
        // On the server it is safe, and then nothing is said.
        has_tiles(&ada, 1).await;
        ada.comes_true("it is safe", "!document.querySelector('.unkept')")
            .await;
        ada.page().reload().await;
        has_tiles(&ada, 1).await;
    })
    .await;
}

#[tokio::test]
async fn a_message_may_be_left_with_its_files_alone() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        chooses(&ada, "[new File(['t,mA'], 'trace.csv')]").await;
        has_tiles(&ada, 1).await;
        ada.types("Not this one").await;
        ada.page().press(Key::Enter).await;
        ben.sees("Ada", "Not this one").await;

        ada.page().press_sign("ArrowUp").await;
        ada.comes_true("it is edited", "!!document.querySelector('.edit textarea')")
            .await;
        empties(&ada).await;
        ada.page().press(Key::Enter).await;
        let is_left = "(() => {
            const message = document.querySelector('article:has(.file)');
            return !message.textContent.includes('Not this one')
                && !!message.querySelector('.edited')
                && message.querySelector('.file b').textContent === 'trace.csv';
        })()";
        ben.comes_true("only the file is left", is_left).await;
        ada.comes_true("also for Ada", is_left).await;
        ben.finds_no_barrier("a message of a file that had words")
            .await;

        // Without a file an empty text asks whether to delete.
        ada.says("Only words").await;
        ben.sees("Ada", "Only words").await;
        ada.page().press_sign("ArrowUp").await;
        ada.comes_true("it is edited", "!!document.querySelector('.edit textarea')")
            .await;
        empties(&ada).await;
        ada.page().press(Key::Enter).await;
        ada.click_named("dialog[open] button", "Delete message")
            .await;
        ben.comes_true(
            "it is gone",
            "!document.body.textContent.includes('Only words')",
        )
        .await;
    })
    .await;
}

/// Empties the box of the message that is edited.
async fn empties(visitor: &Visitor) {
    let is_empty = "(() => {
        const box = document.querySelector('.edit textarea');
        box.focus();
        box.select();
        document.execCommand('delete');
        return box.value === '';
    })()";
    visitor.comes_true("the box is empty", is_empty).await;
}

#[tokio::test]
async fn a_message_that_is_sent_later_brings_its_files() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT"]);

        // What is not there yet cannot wait on the server.
        ada.page().block(ANNOUNCED).await;
        chooses(&ada, "[new File(['t,mA'], 'trace.csv')]").await;
        ada.comes_true(
            "it is interrupted",
            "document.querySelector('.tile')?.textContent.includes('Interrupted')",
        )
        .await;
        ada.page().click("button[aria-label='Send later']").await;
        ada.comes_true(
            "it says why not",
            "document.querySelector('.refusal').textContent.includes('Wait until its files')",
        )
        .await;
        ada.page().unblock().await;
        has_tiles(&ada, 1).await;
        chooses(&ada, "[new File(['words'], 'notes.txt')]").await;
        has_tiles(&ada, 2).await;

        ada.page().click("button[aria-label='Send later']").await;
        let brings = |names: &str| {
            format!(
                "[...document.querySelectorAll('dialog[open] .tile b')]
                    .map((name) => name.textContent).join() === '{names}'"
            )
        };
        ada.comes_true("the dialog has both", &brings("trace.csv,notes.txt"))
            .await;
        ada.finds_no_barrier("Send later with files").await;
        ada.click_named("dialog[open] button", "In 20 minutes")
            .await;
        ada.click_named("dialog[open] button", "Schedule").await;
        ada.comes_true(
            "they are in the box no more",
            "!document.querySelector('dialog[open]') && !document.querySelector('.tile')",
        )
        .await;
        keeps(&ada, 0).await;

        let names = "fetch('/api/rooms/1/files').then((answer) => answer.json())
            .then((page) => page.files.map((file) => file.filename).join() === '')";
        ben.comes_true("Ben is shown none of them yet", names).await;

        // They are in the list, also of the page that comes next; one is taken away.
        ada.page().reload().await;
        ada.click_named(".plans button", "Show").await;
        ada.comes_true("the list has both", &brings("trace.csv,notes.txt"))
            .await;
        ada.page().on(Device::Phone).await;
        ada.finds_no_barrier("a plan with files on a phone").await;
        assert_eq!(ada.screen().await.unwrap().overflow, 0);
        ada.page().on(Device::Desktop).await;
        ada.click_named("dialog[open] button", "Change").await;
        ada.page()
            .click("dialog[open] [aria-label='Remove notes.txt']")
            .await;
        ada.click_named("dialog[open] button", "In 3 hours").await;
        ada.click_named("dialog[open] button", "Schedule").await;
        ada.click_named(".plans button", "Show").await;
        ada.comes_true("one is left", &brings("trace.csv")).await;
        ada.click_named("dialog[open] button", "Send now").await;
        ben.comes_true(
            "Ben has the message with its file",
            "document.querySelector('article .file b')?.textContent === 'trace.csv'",
        )
        .await;
        let left = "fetch('/api/rooms/1/files').then((answer) => answer.json())
            .then((page) => page.files.map((file) => file.filename).join() === 'trace.csv')";
        ben.comes_true("and the other file is gone", left).await;

        // The command needs no words where there are files, and words where there are none.
        ada.page().press(Key::Escape).await;
        let says_no =
            "document.querySelector('.refusal').textContent.includes('a time and a text')";
        ada.types("/later in 3 hours").await;
        ada.page().press(Key::Enter).await;
        ada.comes_true("it says what is missing", says_no).await;
        chooses(&ada, "[new File(['more'], 'more.txt')]").await;
        has_tiles(&ada, 1).await;
        ada.page().click("button[aria-label='Send message']").await;
        ada.comes_true(
            "the box is empty",
            "!document.querySelector('.tile') && document.querySelector('#composer').value === ''",
        )
        .await;
        ada.click_named(".plans button", "Show").await;
        ada.comes_true("the list has it", &brings("more.txt")).await;
        ada.click_named("dialog[open] button", "Delete").await;
        ada.comes_true(
            "it is given up",
            "!document.querySelector('dialog[open] .one')",
        )
        .await;
        ada.comes_true("and its file is gone", left).await;
    })
    .await;
}
