//! What the message box offers while somebody types, all emoji, and what keys do to what is
//! selected.

use e2e::page::Key;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};

/// The rows of the open list; the one that Enter takes is marked.
const OFFERED: &str = "[...document.querySelectorAll('[role=listbox]:not([hidden]) [role=option]')]
    .map((row) => {
        const box = document.activeElement;
        const isChosen = box.getAttribute('aria-activedescendant') === row.id
            && row.getAttribute('aria-selected') === 'true';
        return (isChosen ? '> ' : '') + row.querySelector('.ac-n').textContent.trim();
    })";

#[tokio::test]
async fn people_and_rooms_are_offered_and_taken_by_keys() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ben = story.person(&server, "Bén Adler").await;
        ben.says("here").await;
        let ada = story.person(&server, "Ada").await;
        ada.sees("Bén Adler", "here").await;

        ada.types("hi @be").await;
        offers(&ada, &["> Bén Adler"]).await;
        ada.finds_no_barrier("a list above the message box").await;
        ada.page().press_sign("Tab").await;
        holds(&ada, "hi @Bén ").await;
        offers(&ada, &[]).await;
        ada.page().press(Key::Enter).await;
        ben.until("he is named", |screen| screen.line("hi @Bén").is_some())
            .await;

        ada.makes_room("firmware").await;
        ada.types("see #").await;
        offers(&ada, &["> #lobby", "#firmware"]).await;
        ada.page().press_sign("ArrowDown").await;
        offers(&ada, &["#lobby", "> #firmware"]).await;
        ada.page().press(Key::Enter).await;
        holds(&ada, "see #firmware ").await;

        // Closed is closed for this word; a space never takes.
        ada.page().write("@b").await;
        offers(&ada, &["> Bén Adler"]).await;
        ada.page().press(Key::Escape).await;
        offers(&ada, &[]).await;
        ada.page().write("e").await;
        holds(&ada, "see #firmware @be").await;
        offers(&ada, &[]).await;
        ada.page().write(" @b").await;
        offers(&ada, &["> Bén Adler"]).await;
        ada.page().write(" ").await;
        offers(&ada, &[]).await;
        holds(&ada, "see #firmware @be @b ").await;

        // Whoever comes while a name is typed is offered.
        ada.page().write("@c").await;
        offers(&ada, &[]).await;
        let _cy = story.person(&server, "Cy").await;
        offers(&ada, &["> Cy"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_command_does_what_the_list_says_and_an_unknown_one_stays() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;

        ada.sends("/help").await;
        holds(&ada, "/").await;
        offers(
            &ada,
            &[
                "> /away",
                "/back",
                "/help",
                "/invite @name words",
                "/join room",
                "/later 18:00 text",
                "/me what you do",
                "/poll Question? | one | another",
                "/remind me in 20 minutes text",
                "/shrug",
                "/spoiler text",
                "/status what you do",
                "/topic what it is about",
            ],
        )
        .await;
        ada.page().write("m").await;
        let with_m = ["> /me what you do", "/remind me in 20 minutes text"];
        offers(&ada, &with_m).await;
        ada.page().press_sign("Tab").await;
        ada.page().write("waves").await;
        ada.page().press(Key::Enter).await;
        ada.sees("You", "Ada waves").await;

        ada.sends("/nonsense at all").await;
        eventually("it is refused in words", async || {
            const SAID: &str = "document.querySelector('.refusal [role=status]').textContent";
            let said: String = ada.page().look(SAID).await?;
            let is_so = said.contains("There is no command /nonsense.");
            if is_so { Ok(()) } else { Err(said) }
        })
        .await;
        holds(&ada, "/nonsense at all").await;
        select(&ada, 0, 16).await;
        ada.page().write("//shrug").await;
        ada.page().press(Key::Enter).await;
        ada.sees("You", "/shrug").await;

        ada.makes_room("firmware").await;
        ada.sends("/join #lobby").await;
        ada.until("the lobby is open", |screen| {
            screen.open_room() == Some("lobby")
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn signs_are_put_around_what_is_selected() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;

        ada.types("one two").await;
        select(&ada, 4, 7).await;
        ada.page().press_with_control("b").await;
        holds(&ada, "one **two**").await;
        ada.page().press_with_control("b").await;
        holds(&ada, "one two").await;
        ada.page().press_with_control("i").await;
        holds(&ada, "one *two*").await;
        ada.page().press_with_control("i").await;
        ada.page().press_with_control("e").await;
        holds(&ada, "one `two`").await;
        ada.page().press_with_control("e").await;

        const PASTE: &str = "(() => {
            const data = new DataTransfer();
            data.setData('text/plain', 'https://example.org/a');
            const paste = new ClipboardEvent('paste',
                { clipboardData: data, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(paste);
        })()";
        select(&ada, 4, 7).await;
        ada.page().look::<Option<()>>(PASTE).await.expect("pasted");
        holds(&ada, "one [two](https://example.org/a)").await;
        ada.page().press(Key::Enter).await;
        ada.sees("You", "one two").await;
    })
    .await;
}

#[tokio::test]
async fn emoji_are_found_by_name_in_the_box_and_in_the_picker() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let fetched = "performance.getEntriesByName(location.origin + '/emoji.txt').length";
        let times: u32 = ada.page().look(fetched).await.unwrap();
        assert_eq!(times, 0, "the table is not part of the first visit");

        ada.types("soil :seedl").await;
        offers(&ada, &["> :seedling:"]).await;
        ada.page().press_sign("Tab").await;
        holds(&ada, "soil 🌱 ").await;

        // By keys: the first that was found, in the tone that was chosen.
        opens_all_emoji(&ada).await;
        ada.page().write("thumbsup").await;
        let tone = "(() => {
            const tone = document.querySelector('[aria-label=\"Skin tone\"]');
            tone.value = '3';
            tone.dispatchEvent(new Event('change'));
        })()";
        ada.page().look::<Option<()>>(tone).await.expect("a tone");
        finds(&ada, "👍🏽").await;
        ada.finds_no_barrier("all emoji").await;
        ada.page().press(Key::Enter).await;
        holds(&ada, "soil 🌱 👍🏽").await;

        // The last ones come first, and the arrows lead through them.
        opens_all_emoji(&ada).await;
        finds(&ada, "👍🏽").await;
        ada.page().press_sign("ArrowDown").await;
        ada.page().press_sign("ArrowDown").await;
        ada.page().press_sign("ArrowRight").await;
        ada.page().press(Key::Enter).await;
        holds(&ada, "soil 🌱 👍🏽😃").await;
        let times: u32 = ada.page().look(fetched).await.unwrap();
        assert_eq!(times, 1, "the table is fetched once");
        ada.page().press(Key::Enter).await;
        ada.sees("You", "soil 🌱 👍🏽😃").await;
    })
    .await;
}

async fn opens_all_emoji(visitor: &Visitor) {
    visitor.page().click("[aria-label='Insert emoji']").await;
    visitor
        .until("all emoji are there", |screen| {
            screen.dialog.starts_with("Emoji")
        })
        .await;
    visitor.page().click("[aria-label='Search emoji']").await;
}

/// The first sign of the picker.
async fn finds(visitor: &Visitor, sign: &str) {
    eventually(format!("{sign} comes first"), async || {
        const FIRST: &str = "document.querySelector('.emoji-all button')?.textContent ?? ''";
        let first: String = visitor.page().look(FIRST).await?;
        if first == sign { Ok(()) } else { Err(first) }
    })
    .await;
}

async fn select(visitor: &Visitor, from: usize, to: usize) {
    let script = format!("document.querySelector('#composer').setSelectionRange({from}, {to})");
    let selected = visitor.page().look::<Option<()>>(&script).await;
    selected.expect("the box is there");
}

async fn holds(visitor: &Visitor, text: &str) {
    visitor
        .until(format!("“{text}” is in the box"), |screen| {
            screen.composer.as_deref() == Some(text)
        })
        .await;
}

async fn offers(visitor: &Visitor, rows: &[&str]) {
    eventually(format!("{rows:?} are offered"), async || {
        let offered: Vec<String> = visitor.page().look(OFFERED).await?;
        if offered == rows {
            Ok(())
        } else {
            Err(format!("there are {offered:?}"))
        }
    })
    .await;
}
