//! `server doctor URL`: looks at a server from outside, as a browser would come to it,
//! and says what stands in the way, with the line to change.
//!
//! [`examine`] measures and judges nothing; [`findings`] judges and measures nothing.
//! The server lends itself to it with `/api/doctor` and `/echo`. For its owner it looks
//! at itself ([`practice`]), and then only where it is at home ([`home`]).

pub mod advice;
mod ask;
mod echo;
pub mod findings;
pub mod home;
pub mod machine;
pub mod practice;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use axum::http::{Method, Uri};
use bytes::Bytes;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use shared::doctor::{
    Facts, Finding, Idle, Outcome, PIECE_EVERY, PIECES, Passed, Reach, Seen, Stream, Upgrade, View,
    Viewpoint,
};
use shared::limits::FRAME_BYTES_MAX;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::clock::wall_time;
use ask::{Asker, NoAnswer};
use home::Home;

/// A server that has not answered a question by then is taken for silent. Longer than
/// the server's own longest answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(35);

/// Most of a host name or a version that is taken over from an answer.
const WORD_BYTES_MAX: usize = 300;

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
    /// Addresses that may be connected to; all, where none are named.
    pub only: Option<Home>,
    /// Who looks.
    pub viewpoint: Viewpoint,
}

/// Measures everything. Takes as long as [`Examination::idle`] and a few seconds.
///
/// # Errors
/// The address is none, or the authorities cannot be read.
pub async fn examine(how: &Examination) -> anyhow::Result<Facts> {
    let facts = watch::Sender::new(Facts::default());
    examine_into(how, &facts).await?;
    Ok(facts.borrow().clone())
}

/// The same; each fact is there as soon as it is known.
///
/// # Errors
/// As [`examine`].
pub async fn examine_into(how: &Examination, facts: &watch::Sender<Facts>) -> anyhow::Result<()> {
    let authorities = match &how.authorities {
        Some(file) => CertificateDer::pem_file_iter(file)
            .and_then(Iterator::collect)
            .map_err(|error| anyhow::anyhow!("{} cannot be read: {error}.", file.display()))?,
        None => Vec::new(),
    };
    let asker = Asker::new(&how.url, authorities, how.only.clone())?;
    facts.send_modify(|facts| {
        asker.origin().clone_into(&mut facts.origin);
        facts.viewpoint = how.viewpoint;
    });
    let health = asker.get("/healthz", None).await;
    let certificate = match &health {
        Err(NoAnswer::Certificate(certificate)) => Some(certificate.clone()),
        Ok(answer) => answer.certificate.clone(),
        Err(NoAnswer::Broken(_)) => None,
    };
    let reach = match health {
        Ok(answer) if answer.status == 200 && answer.body.as_ref() == b"ok" => Some(Reach::Yes),
        Ok(answer) => Some(Reach::Other(answer.status)),
        Err(NoAnswer::Broken(why)) => Some(Reach::No(why)),
        Err(NoAnswer::Certificate(_)) => None,
    };
    let answers = matches!(reach, Some(Reach::Yes | Reach::Other(_)));
    facts.send_modify(|facts| (facts.certificate, facts.reach) = (certificate, reach));
    if answers {
        look_closer(&asker, how, facts).await;
    }
    Ok(())
}

/// The rest, at an address where somebody answers.
async fn look_closer(asker: &Asker, how: &Examination, facts: &watch::Sender<Facts>) {
    see(asker, how, facts).await;
    let upgrade = match asker.echo(true).await {
        Ok(mut echo) => match timeout(ANSWER_WITHIN, echo.returns(b"are you there?")).await {
            Ok(Ok(())) => Upgrade::Open,
            Ok(Err(why)) => Upgrade::Broken(why.to_string()),
            Err(_) => Upgrade::Broken("no echo comes back".to_owned()),
        },
        Err(ended) => ended,
    };
    let without_origin = if upgrade == Upgrade::Status(403) {
        Some(match asker.echo(false).await {
            Ok(_) => Upgrade::Open,
            Err(ended) => ended,
        })
    } else {
        None
    };
    let is_open = upgrade == Upgrade::Open;
    facts.send_modify(|facts| {
        facts.upgrade = Some(upgrade);
        facts.upgrade_without_origin = without_origin;
    });
    if is_open {
        let passed = large_message(asker).await;
        facts.send_modify(|facts| facts.large_message = Some(passed));
    }
    let idle = async {
        if is_open {
            let idle = idle(asker, how.idle).await;
            facts.send_modify(|facts| facts.idle = idle);
        }
    };
    let rest = async {
        let stream = stream(asker).await;
        facts.send_modify(|facts| facts.stream = stream);
        let body = body(asker).await;
        facts.send_modify(|facts| facts.body_status = body);
    };
    tokio::join!(idle, rest);
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

async fn see(asker: &Asker, how: &Examination, facts: &watch::Sender<Facts>) {
    let (asked, asked_at_ms) = (Instant::now(), wall_time().0);
    let Ok(answer) = asker.get("/api/doctor", how.token.as_deref()).await else {
        return;
    };
    let round_trip = asked.elapsed();
    let view = serde_json::from_slice::<View>(&answer.body);
    let Some(view) = view.ok().filter(is_plain) else {
        return;
    };
    let half = u64::try_from(round_trip.as_millis() / 2).unwrap_or_default();
    let has_own_clock = how.viewpoint != Viewpoint::Server;
    let seen = Seen {
        host: view.host,
        now_ms: view.now,
        asked_at_ms: has_own_clock.then_some(asked_at_ms + half),
        round_trip,
        version: view.version,
    };
    facts.send_modify(|facts| {
        facts.seen = Some(seen);
        facts.machine = facts.machine.or(view.machine);
    });
}

/// Whether an answer's words may be shown: anybody may answer there, and a terminal or an
/// owner is not to be told what anybody likes.
fn is_plain(view: &View) -> bool {
    let is_plain = |word: &str| {
        let mut chars = word.bytes();
        word.len() <= WORD_BYTES_MAX
            && chars.all(|byte| byte.is_ascii_alphanumeric() || b".:-_+[]".contains(&byte))
    };
    is_plain(&view.version) && is_plain(&view.host)
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
