//! A browser process, with as many people in it as a story has: each has a profile
//! of their own, as if in another browser.

use std::time::Duration;

use chromiumoxide::browser::BrowserConfig;
use chromiumoxide::cdp::browser_protocol::browser::BrowserContextId;
use chromiumoxide::cdp::browser_protocol::target::{
    CreateBrowserContextParams, CreateTargetParams,
};
use futures_util::StreamExt;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::page::Page;
use crate::places;
use crate::server::certificate;

/// How long Chromium may take to start. Nothing is measured by it: it only ends a test whose
/// browser never comes, and a cold disk under two browsers at once has taken more than 20 s.
const START_MAX: Duration = Duration::from_secs(120);

/// How long Chromium may take to answer a single command, on a machine that is busy.
const ANSWER_MAX: Duration = Duration::from_secs(60);

/// A headless Chromium.
#[derive(Debug)]
pub(crate) struct Browser {
    chromium: chromiumoxide::Browser,
    events: JoinHandle<()>,
    _profile: TempDir,
}

/// Cookies and storage of their own.
#[derive(Clone, Debug)]
pub(crate) struct Profile(BrowserContextId);

impl Browser {
    /// Starts it.
    pub(crate) async fn start() -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let config = BrowserConfig::builder()
            .chrome_executable(places::chromium())
            .new_headless_mode()
            // Tests run as root in containers, where Chromium's sandbox does not start.
            .no_sandbox()
            .user_data_dir(profile.path())
            .viewport(None)
            .launch_timeout(START_MAX)
            .request_timeout(ANSWER_MAX)
            .args([
                "disable-gpu",
                "disable-quic",
                "disable-component-update",
                "disable-domain-reliability",
                "no-default-browser-check",
                "no-pings",
            ])
            .arg((
                "ignore-certificate-errors-spki-list",
                certificate::key_hash().as_str(),
            ))
            .build()
            .expect("the browser's settings are whole");
        let (chromium, mut handler) = chromiumoxide::Browser::launch(config)
            .await
            .expect("Chromium starts");
        // An event that this library does not know is no reason to stop listening.
        let events = tokio::spawn(async move { while handler.next().await.is_some() {} });
        Self {
            chromium,
            events,
            _profile: profile,
        }
    }

    /// Somebody else's browser.
    pub(crate) async fn new_profile(&self) -> Profile {
        let params = CreateBrowserContextParams::default();
        Profile(
            self.chromium
                .create_browser_context(params)
                .await
                .expect("a new profile"),
        )
    }

    /// An empty page in a window of its own, so that no page hides another.
    pub(crate) async fn new_page(&self, profile: &Profile) -> Page {
        let params = CreateTargetParams::builder()
            .url("about:blank")
            .browser_context_id(profile.0.clone())
            .new_window(true)
            .build()
            .expect("a page needs only an address");
        Page::new(self.chromium.new_page(params).await.expect("a new page")).await
    }

    /// Ends it and waits until it has ended.
    pub(crate) async fn end(mut self) {
        if self.chromium.close().await.is_err() {
            self.chromium.kill().await;
        }
        // Whether it ended well is not what a story is about.
        let _ = self.chromium.wait().await;
        self.events.abort();
    }
}
