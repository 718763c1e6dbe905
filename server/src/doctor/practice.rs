//! The server looks at itself from outside, for its owner: at one address at a time, for
//! a bounded time, and only where it is at home or where whoever started it says that it
//! is. What it finds is sentences; what was answered is not shown.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::Uri;
use shared::doctor::{Examined, Facts, Progress, Viewpoint};
use shared::refusal::{Refusal, RefusalCode};
use tokio::sync::watch;
use tokio::time::timeout;
use tracing::warn;

use super::findings::findings;
use super::{Examination, examine_into, machine};
use crate::app::App;
use crate::origin::Origin;

/// An examination takes [`shared::doctor::SILENCE`] and a few seconds; one that takes longer waits for
/// somebody who does not answer.
const EXAMINED_WITHIN: Duration = Duration::from_secs(120);

/// When to ask again while one runs.
const ASK_AGAIN_AFTER_MS: u32 = 10_000;

/// The last examination, or the one that runs.
#[derive(Debug, Default)]
pub struct Practice(Mutex<Option<Case>>);

#[derive(Debug)]
struct Case {
    url: String,
    facts: watch::Receiver<Facts>,
    progress: watch::Receiver<Progress>,
}

impl Practice {
    /// Begins to look at this address.
    ///
    /// # Errors
    /// `malformed` for what is no address, `not_allowed` for one that is not this server's,
    /// `unavailable` while another is looked at.
    pub fn begin(&self, app: &Arc<App>, url: &str) -> Result<Examined, Refusal> {
        let (how, url) = may_look(app, url)?;
        let mut case = self.0.lock().expect(NO_PANIC);
        let is_running = |case: &Case| *case.progress.borrow() == Progress::Runs;
        if case.as_ref().is_some_and(is_running) {
            let refusal = Refusal::new(RefusalCode::Unavailable, "An examination runs already.");
            return Err(refusal.retry_after_ms(ASK_AGAIN_AFTER_MS));
        }
        let (facts, seen) = watch::channel(Facts {
            machine: Some(machine::seen(&app.config)),
            ..Facts::default()
        });
        let (progress, so_far) = watch::channel(Progress::Runs);
        let begun = case.insert(Case {
            url,
            facts: seen,
            progress: so_far,
        });
        let stopping = app.stopping.clone();
        app.tasks.spawn(async move {
            let looked = tokio::select! {
                looked = timeout(EXAMINED_WITHIN, examine_into(&how, &facts)) => looked.ok(),
                () = stopping.cancelled() => None,
            };
            if let Some(Err(error)) = &looked {
                warn!(%error, "an examination did not begin");
            }
            let is_whole = looked.is_some_and(|looked| looked.is_ok());
            progress.send_replace(if is_whole {
                Progress::Whole
            } else {
                Progress::Cut
            });
        });
        Ok(begun.examined())
    }

    /// How far it is, and what was found; nothing before the first.
    #[must_use]
    pub fn last(&self) -> Option<Examined> {
        let case = self.0.lock().expect(NO_PANIC);
        case.as_ref().map(Case::examined)
    }
}

impl Case {
    fn examined(&self) -> Examined {
        Examined {
            url: self.url.clone(),
            // First, so that what is whole has all its findings.
            progress: *self.progress.borrow(),
            findings: findings(&self.facts.borrow()),
        }
    }
}

/// How to look at an address, and the address as it is written.
fn may_look(app: &App, url: &str) -> Result<(Examination, String), Refusal> {
    let typed = url.trim().trim_end_matches('/');
    let malformed = || {
        let sentence = "An address is https:// or http://, a host, and a port if it is unusual.";
        Refusal::new(RefusalCode::Malformed, sentence)
    };
    let origin: Origin = typed.parse().map_err(|_| malformed())?;
    let url = origin.to_string();
    let only = if app.origins.names(&origin) {
        None
    } else if app.home.has_port(origin.port()) {
        Some(app.home.clone())
    } else {
        let sentence = format!(
            "The server looks at addresses of its own only. If {url} is one, start it with \
             --allow-origin {url}."
        );
        return Err(Refusal::new(RefusalCode::NotAllowed, sentence));
    };
    let address: Uri = url.parse().map_err(|_| malformed())?;
    let how = Examination {
        url: address,
        idle: app.config.patience.examined_silence,
        token: None,
        authorities: None,
        only,
        viewpoint: Viewpoint::Server,
    };
    Ok((how, url))
}

const NO_PANIC: &str = "no panic happens under the lock of the practice";
