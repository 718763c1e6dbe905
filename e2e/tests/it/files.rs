//! Files: chosen, dropped, refused, interrupted, seen by others, and gone with their message.

use std::time::Duration;

use e2e::page::{Device, Key};
use e2e::server::Rates;
use e2e::{Visitor, tell};

/// A picture that the browser draws, as a function of its width and height.
const PICTURE: &str = "const picture = (width, height) => new Promise((made) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'teal';
    pen.fillRect(0, 0, width / 2, height);
    canvas.toBlob((blob) => made(new File([blob], 'plan.png', { type: 'image/png' })));
});";

/// Chooses files as the browser's own dialog would: `files` are those of a script.
async fn chooses(visitor: &Visitor, files: &str) {
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

async fn has_tiles(visitor: &Visitor, number: usize) {
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
