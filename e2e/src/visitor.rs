//! Somebody at a browser, told in the words of the product.

use std::fmt::Display;

use shared::http::EntriesPage;
use shared::text::RoomName;

use crate::browser::Profile;
use crate::page::{Key, Page, quoted};
use crate::patience::eventually;
use crate::screen::{Mark, READ, Screen};

const COMPOSER: &str = "#composer";
const SEND: &str = "button[aria-label='Send message']";

/// A person and the page in front of them.
#[derive(Clone, Debug)]
pub struct Visitor {
    page: Page,
    profile: Profile,
    home: String,
}

impl Visitor {
    pub(crate) fn new(page: Page, profile: Profile, home: String) -> Self {
        Self {
            page,
            profile,
            home,
        }
    }

    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Their page.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Opens the server's page.
    pub async fn opens(&self) {
        self.page.go_to(&self.home).await;
    }

    /// Opens the page for the first time, gives a name, and is in the lobby.
    pub async fn joins_as(&self, name: &str) {
        self.opens().await;
        self.gives_a_name(name).await;
    }

    /// Gives a name on the welcome page, and is in the lobby.
    pub async fn gives_a_name(&self, name: &str) {
        self.page.click("#name").await;
        self.page.write(name).await;
        self.page.press(Key::Enter).await;
        self.until("the chat is there", |screen| {
            screen.composer.is_some() && screen.is_online()
        })
        .await;
    }

    /// Writes a message and sends it, and sees it in the timeline.
    pub async fn says(&self, text: &str) {
        self.sends(text).await;
        self.until(format!("“{text}” is in the timeline"), |screen| {
            screen.line(text).is_some()
        })
        .await;
    }

    /// Writes a message and sends it. How it will look is for the next step to know.
    pub async fn sends(&self, text: &str) {
        self.types(text).await;
        self.page.press(Key::Enter).await;
    }

    /// The same as [`Visitor::says`] with fingers, where Enter makes a new line.
    pub async fn says_by_touch(&self, text: &str) {
        self.types(text).await;
        self.page.click(SEND).await;
        self.until(format!("“{text}” is in the timeline"), |screen| {
            screen.line(text).is_some()
        })
        .await;
    }

    /// Writes into the message box without sending.
    pub async fn types(&self, text: &str) {
        self.page.click(COMPOSER).await;
        self.page.write(text).await;
    }

    /// Chooses a room in the sidebar.
    pub async fn goes_to(&self, room: &str) {
        self.click_named("nav button.row", room).await;
        self.until(format!("#{room} is open"), |screen| {
            screen.open_room() == Some(room)
        })
        .await;
    }

    /// Makes a room and is in it. The name is what was typed in its plain form.
    pub async fn makes_room(&self, typed: &str) {
        let name = RoomName::parse(typed).expect("a name that a room may have");
        self.page.click("button[aria-label='New room']").await;
        self.page.click("#room-name").await;
        self.page.write(typed).await;
        self.page.press(Key::Enter).await;
        self.until(format!("#{name} is open"), |screen| {
            screen.open_room() == Some(name.as_str())
        })
        .await;
    }

    /// Signs out, and is on the welcome page.
    pub async fn signs_out(&self) {
        self.signs_out_by("Sign out").await;
    }

    /// The same by this button of the dialog: what is unsent is kept or discarded.
    pub async fn signs_out_by(&self, button: &str) {
        self.page.click("button[aria-label='Settings']").await;
        self.click_named("dialog[open] button", "Sign out here")
            .await;
        self.click_named("dialog[open] button", button).await;
        self.until("the welcome page is there", |screen| {
            screen.composer.is_none()
        })
        .await;
    }

    /// What the server itself holds of the lobby, as `AUTHOR: TEXT`, asked over HTTP
    /// and past the client.
    pub async fn asks_for_the_lobby(&self) -> Vec<String> {
        const ASK: &str = "fetch('/api/rooms/1/entries?before=9007199254740991&limit=200')
            .then((answer) => answer.json())";
        let page: EntriesPage =
            eventually("the server answers", async || self.page.look(ASK).await).await;
        let lines = page.entries.into_iter().map(|entry| {
            let text = entry.kind.text().expect("every line of it has a text");
            format!("{}: {text}", entry.author.name)
        });
        lines.collect()
    }

    /// Sees somebody's message, stored.
    pub async fn sees(&self, author: &str, text: &str) {
        self.until(format!("{author}'s “{text}” is here"), |screen| {
            screen.shows(author, text)
        })
        .await;
    }

    /// Sees an own message get this mark.
    pub async fn sees_own(&self, text: &str, mark: Mark) {
        self.until(format!("“{text}” is {mark:?}"), |screen| {
            screen.marks(text, mark)
        })
        .await;
    }

    /// Clicks the element whose words are exactly these.
    pub async fn click_named(&self, selector: &str, words: &str) {
        let find = format!(
            "[...document.querySelectorAll({selector})].find((element) =>
                (element.querySelector('.name') ?? element).textContent.trim() === {words})",
            selector = quoted(selector),
            words = quoted(words),
        );
        let what = format!("{selector} “{words}”");
        self.page.click_found(&what, &find).await;
    }

    /// Waits until the script is true.
    pub async fn comes_true(&self, what: &str, script: &str) {
        eventually(what, async || {
            let is_so: bool = self.page.look(script).await?;
            if is_so {
                Ok(())
            } else {
                Err(script.to_owned())
            }
        })
        .await;
    }

    /// What is on the screen.
    ///
    /// # Errors
    /// There is none: the page is on its way elsewhere.
    pub async fn screen(&self) -> Result<Screen, String> {
        self.page.look(READ).await
    }

    /// Waits until the screen is as it should be, and returns it.
    pub async fn until(&self, what: impl Display, is_so: impl Fn(&Screen) -> bool) -> Screen {
        eventually(what, async || {
            let screen = self.screen().await?;
            if is_so(&screen) {
                Ok(screen)
            } else {
                Err(format!("On the screen: {screen:#?}"))
            }
        })
        .await
    }
}
