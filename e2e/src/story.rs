//! One test from beginning to end: what it starts, what it tolerates, and what it
//! leaves behind when it fails.

use std::cell::RefCell;
use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;

use chat_testkit::http_proxy::HttpProxy;
use futures_util::FutureExt;

use crate::browser::{Browser, Profile};
use crate::page::Page;
use crate::places;
use crate::server::{Log, Rates, Server, Speaks};
use crate::visitor::Visitor;

/// What Chromium says when a server that a story killed does not answer.
pub const DEAD_SERVER: [&str; 4] = [
    "WebSocket connection to",
    "net::ERR_CONNECTION_REFUSED",
    // Of a request that it had not answered when it died.
    "net::ERR_CONNECTION_RESET",
    "net::ERR_EMPTY_RESPONSE",
];

/// What a test has to tell with.
#[derive(Debug)]
pub struct Story {
    browser: Browser,
    pages: RefCell<Vec<Page>>,
    servers: RefCell<Vec<Server>>,
    expected: RefCell<Vec<String>>,
}

/// Tells a story: begins it, ends it whatever happens, and fails if a page complained.
///
/// # Panics
/// As the tale does, or with the complaints that it did not expect.
#[expect(
    clippy::print_stderr,
    reason = "the test runner shows it beside the failure"
)]
pub async fn tell(tale: impl AsyncFnOnce(&Story)) {
    let test = std::thread::current()
        .name()
        .unwrap_or("unnamed")
        .to_owned();
    let evidence = places::failures(&test);
    // Left from an earlier run, if at all.
    let _ = fs::remove_dir_all(&evidence);
    let story = Story {
        browser: Browser::start().await,
        pages: RefCell::default(),
        servers: RefCell::default(),
        expected: RefCell::default(),
    };
    let told = AssertUnwindSafe(tale(&story)).catch_unwind().await;
    let complaints = story.complaints();
    if told.is_err() || !complaints.is_empty() {
        story.keep_evidence(&evidence).await;
        eprintln!("What the pages showed lies in {}", evidence.display());
    }
    story.browser.end().await;
    if let Err(panic) = told {
        resume_unwind(panic);
    }
    assert!(
        complaints.is_empty(),
        "pages complained:\n{}",
        complaints.join("\n")
    );
}

impl Story {
    /// A server with nothing in it.
    pub async fn server(&self, rates: Rates) -> Server {
        self.server_that(rates, Speaks::Http).await
    }

    /// The same, speaking https.
    pub async fn secure_server(&self) -> Server {
        self.server_that(Rates::Held, Speaks::Https).await
    }

    async fn server_that(&self, rates: Rates, speaks: Speaks) -> Server {
        let server = Server::start(rates, speaks).await;
        self.servers.borrow_mut().push(server.clone());
        server
    }

    /// Somebody new, in a browser of their own, who has opened nothing yet.
    pub async fn visitor(&self, server: &Server) -> Visitor {
        let profile = self.browser.new_profile().await;
        self.tab(server.address(), profile).await
    }

    /// Somebody new who gets there by way of this proxy, and has opened nothing yet.
    pub async fn visitor_behind(&self, proxy: &HttpProxy) -> Visitor {
        let profile = self.browser.new_profile().await;
        self.tab(format!("{}/", proxy.url()), profile).await
    }

    /// Somebody new who is in the lobby already.
    pub async fn person(&self, server: &Server, name: &str) -> Visitor {
        let visitor = self.visitor(server).await;
        visitor.joins_as(name).await;
        visitor
    }

    /// Another tab of the same person's browser, which has opened nothing yet.
    pub async fn another_tab(&self, visitor: &Visitor, server: &Server) -> Visitor {
        self.tab(server.address(), visitor.profile().clone()).await
    }

    /// Another device of the same person, with a storage of its own and their login, which has
    /// opened nothing yet.
    pub async fn another_device(&self, visitor: &Visitor, server: &Server) -> Visitor {
        let profile = self.browser.new_profile().await;
        let device = self.tab(server.address(), profile).await;
        visitor.page().brings_its_cookies_to(device.page()).await;
        device
    }

    /// From here on, console complaints with these words are part of the story.
    pub fn expects_complaints<'a>(&self, words: impl IntoIterator<Item = &'a str>) {
        self.expected
            .borrow_mut()
            .extend(words.into_iter().map(str::to_owned));
    }

    async fn tab(&self, address: String, profile: Profile) -> Visitor {
        let page = self.browser.new_page(&profile).await;
        self.pages.borrow_mut().push(page.clone());
        Visitor::new(page, profile, address)
    }

    fn complaints(&self) -> Vec<String> {
        let expected = self.expected.borrow();
        self.pages
            .borrow()
            .iter()
            .flat_map(|page| page.console().said())
            .filter(|said| said.kind == crate::console::Kind::Complaint)
            .filter(|said| !expected.iter().any(|words| said.text.contains(words)))
            .map(|said| said.text)
            .collect()
    }

    /// Keeps what there is to look at. Whatever cannot be kept is left out: the test
    /// has failed for a reason that matters more.
    async fn keep_evidence(&self, folder: &Path) {
        if fs::create_dir_all(folder).is_err() {
            return;
        }
        let pages = self.pages.borrow().clone();
        for (number, page) in pages.iter().enumerate() {
            let number = number + 1;
            if let Ok(png) = page.screenshot().await {
                let _ = fs::write(folder.join(format!("page-{number}.png")), png);
            }
            let console: String = page
                .console()
                .said()
                .iter()
                .map(|said| format!("{said}\n"))
                .collect();
            let _ = fs::write(folder.join(format!("page-{number}.console.txt")), console);
        }
        for (number, log) in self.servers.borrow().iter().map(Server::log).enumerate() {
            let _ = fs::write(
                folder.join(format!("server-{}.log", number + 1)),
                Log::text(&log),
            );
        }
    }
}
