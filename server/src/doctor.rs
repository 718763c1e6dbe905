//! `server doctor URL`: looks at a server from outside, as a browser would come to it,
//! and says what stands in the way, with the line to change.
//!
//! [`examine`] measures and judges nothing; [`findings`] judges and measures nothing.
//! The server lends itself to it with `/api/doctor` and `/echo`.

pub mod advice;
mod ask;
mod echo;
pub mod facts;
pub mod findings;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use axum::http::{Method, Uri};
use bytes::Bytes;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use shared::limits::FRAME_BYTES_MAX;
use tokio::time::timeout;

use crate::clock::wall_time;
use crate::http::doctor::{PIECE_EVERY, PIECES, View};
use ask::{Asker, NoAnswer};
use facts::{Facts, Idle, Machine, Passed, Reach, Seen, Stream, Upgrade};
use findings::{Finding, Outcome};

/// A server that has not answered a question by then is taken for silent. Longer than
/// the server's own longest answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(35);

/// How an examination is to be done.
#[derive(Clone, Debug)]
pub struct Examination {
    /// Scheme, host and port of the page.
    pub url: Uri,
    /// For how long a WebSocket is left silent.
    pub idle: Duration,
    /// Shown where the server tells more to its owner.
    pub token: Option<String>,
    /// A file of certificates that are trusted beside those that browsers trust.
    pub authorities: Option<PathBuf>,
}

/// Measures everything. Takes as long as [`Examination::idle`] and a few seconds.
///
/// # Errors
/// The address is none, or the authorities cannot be read.
pub async fn examine(how: &Examination) -> anyhow::Result<Facts> {
    let authorities = match &how.authorities {
        Some(file) => CertificateDer::pem_file_iter(file)
            .and_then(Iterator::collect)
            .map_err(|error| anyhow::anyhow!("{} cannot be read: {error}.", file.display()))?,
        None => Vec::new(),
    };
    let asker = Asker::new(&how.url, authorities)?;
    let mut facts = Facts {
        origin: asker.origin().to_owned(),
        ..Facts::default()
    };
    let health = asker.get("/healthz", None).await;
    facts.certificate = match &health {
        Err(NoAnswer::Certificate(certificate)) => Some(certificate.clone()),
        Ok(answer) => answer.certificate.clone(),
        Err(NoAnswer::Broken(_)) => None,
    };
    facts.reach = match health {
        Ok(answer) if answer.status == 200 && answer.body.as_ref() == b"ok" => Some(Reach::Yes),
        Ok(answer) => Some(Reach::Other(answer.status)),
        Err(NoAnswer::Broken(why)) => Some(Reach::No(why)),
        Err(NoAnswer::Certificate(_)) => return Ok(facts),
    };
    if matches!(facts.reach, Some(Reach::No(_))) {
        return Ok(facts);
    }
    see(&asker, how.token.as_deref(), &mut facts).await;
    let upgrade = asker.echo(true).await;
    facts.upgrade = Some(match upgrade {
        Ok(mut echo) => match timeout(ANSWER_WITHIN, echo.returns(b"are you there?")).await {
            Ok(Ok(())) => Upgrade::Open,
            Ok(Err(why)) => Upgrade::Broken(why.to_string()),
            Err(_) => Upgrade::Broken("no echo comes back".to_owned()),
        },
        Err(ended) => ended,
    });
    if facts.upgrade == Some(Upgrade::Status(403)) {
        facts.upgrade_without_origin = Some(match asker.echo(false).await {
            Ok(_) => Upgrade::Open,
            Err(ended) => ended,
        });
    }
    if facts.upgrade == Some(Upgrade::Open) {
        facts.large_message = Some(large_message(&asker).await);
    }
    let is_open = facts.upgrade == Some(Upgrade::Open);
    let idle = async {
        if is_open {
            idle(&asker, how.idle).await
        } else {
            None
        }
    };
    let rest = async { (stream(&asker).await, body(&asker).await) };
    let (idle, (stream, body)) = tokio::join!(idle, rest);
    facts.idle = idle;
    facts.stream = stream;
    facts.body_status = body;
    Ok(facts)
}

/// The report as it is printed.
#[must_use]
pub fn report(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let mark = match finding.outcome {
            Outcome::Good => "good",
            Outcome::Bad => "BAD ",
            Outcome::Unknown => "?   ",
        };
        // Writing to a string succeeds.
        let _ = writeln!(text, "{mark}  {}", finding.sentence);
        for fix in &finding.fixes {
            let _ = writeln!(text, "        {:<12} {}", fix.place, fix.line);
        }
    }
    text
}

async fn see(asker: &Asker, token: Option<&str>, facts: &mut Facts) {
    let (asked, asked_at_ms) = (Instant::now(), wall_time().0);
    let Ok(answer) = asker.get("/api/doctor", token).await else {
        return;
    };
    let round_trip = asked.elapsed();
    let Ok(view) = serde_json::from_slice::<View>(&answer.body) else {
        return;
    };
    let half = u64::try_from(round_trip.as_millis() / 2).unwrap_or_default();
    facts.seen = Some(Seen {
        host: view.host,
        now_ms: view.now,
        asked_at_ms: asked_at_ms + half,
        round_trip,
        version: view.version,
    });
    facts.machine = view.machine.map(|machine| Machine {
        disk_free: machine.disk_free,
        files: machine.files,
    });
}

async fn large_message(asker: &Asker) -> Passed {
    let message = vec![b'x'; FRAME_BYTES_MAX];
    let passed = async { asker.echo(true).await.ok()?.returns(&message).await.ok() };
    match timeout(ANSWER_WITHIN, passed).await {
        Ok(Some(())) => Passed::Yes,
        Ok(None) | Err(_) => Passed::No,
    }
}

async fn idle(asker: &Asker, time: Duration) -> Option<Idle> {
    let mut echo = asker.echo(true).await.ok()?;
    // Through once, so that whatever watches it has seen it begin.
    timeout(ANSWER_WITHIN, echo.returns(b"begin"))
        .await
        .ok()?
        .ok()?;
    let begun = Instant::now();
    if timeout(time, echo.ends()).await.is_ok() {
        return Some(Idle::Cut(begun.elapsed()));
    }
    // Some cut without a word; then nothing comes back.
    Some(
        match timeout(ANSWER_WITHIN, echo.returns(b"still there?")).await {
            Ok(Ok(())) => Idle::Held(time),
            Ok(Err(_)) | Err(_) => Idle::Cut(begun.elapsed().min(time)),
        },
    )
}

async fn stream(asker: &Asker) -> Option<Stream> {
    let came = timeout(ANSWER_WITHIN, asker.pieces("/api/doctor/stream")).await;
    let (came_over, ended) = came.ok()?.ok()?;
    Some(Stream {
        sent_over: PIECE_EVERY * (PIECES - 1),
        came_over,
        whole: ended == Passed::Yes,
    })
}

async fn body(asker: &Asker) -> Option<u16> {
    let body = Bytes::from(vec![b'x'; FRAME_BYTES_MAX]);
    let answer = asker
        .ask(Method::POST, "/api/doctor/body", None, body)
        .await;
    Some(answer.ok()?.status)
}

#[cfg(test)]
mod tests;
