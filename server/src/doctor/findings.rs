//! What the facts mean: one plain sentence each, and what to change. Pure.

use std::time::Duration;

use shared::doctor::{
    Certificate, Facts, Finding, Idle, Outcome, Passed, Reach, SILENCE, Stream, Upgrade, Viewpoint,
};
use shared::limits::FRAME_BYTES_MAX;

use super::advice::{Problem, fixes};

/// Days before its end from which a certificate is told of: automatic renewals happen a
/// month before.
const CERTIFICATE_DAYS_MIN: u64 = 14;

/// Two clocks that are kept by the network differ by less.
const CLOCK_OFF_MAX: Duration = Duration::from_secs(5);

/// Room for the data file to grow and be copied.
const DISK_FREE_MIN: u64 = 1024 * 1024 * 1024;

/// Each connection is a file. Systems that were never told give 1024.
const FILES_MIN: u64 = 4096;

/// What all the facts mean, in the order in which one thing hangs on the other.
#[must_use]
pub fn findings(facts: &Facts) -> Vec<Finding> {
    [
        certificate(facts),
        reach(facts),
        host(facts),
        upgrade(facts),
        large_message(facts),
        idle(facts),
        stream(facts),
        body(facts),
        clock(facts),
        disk(facts),
        files(facts),
    ]
    .into_iter()
    .flatten()
    .map(|judgement| judgement.about(&facts.origin))
    .collect()
}

/// A finding before its lines name the address.
struct Judgement {
    outcome: Outcome,
    sentence: String,
    problem: Option<Problem>,
}

impl Judgement {
    fn about(self, origin: &str) -> Finding {
        let fixes = self.problem.map(|problem| fixes(problem, origin));
        Finding {
            outcome: self.outcome,
            sentence: self.sentence,
            fixes: fixes.unwrap_or_default(),
        }
    }
}

fn good(sentence: impl Into<String>) -> Option<Judgement> {
    Some(Judgement {
        outcome: Outcome::Good,
        sentence: sentence.into(),
        problem: None,
    })
}

fn bad(problem: Problem, sentence: impl Into<String>) -> Option<Judgement> {
    Some(Judgement {
        outcome: Outcome::Bad,
        sentence: sentence.into(),
        problem: Some(problem),
    })
}

fn unknown(sentence: impl Into<String>) -> Option<Judgement> {
    Some(Judgement {
        outcome: Outcome::Unknown,
        sentence: sentence.into(),
        problem: None,
    })
}

fn certificate(facts: &Facts) -> Option<Judgement> {
    match facts.certificate.as_ref()? {
        Certificate::Good { days } if *days < CERTIFICATE_DAYS_MIN => bad(
            Problem::CertificateEnds,
            format!("The certificate ends in {days} days."),
        ),
        Certificate::Good { days } => good(format!("The certificate is good for {days} days.")),
        Certificate::Expired => bad(
            Problem::CertificateEnds,
            "The certificate has expired: no browser connects.",
        ),
        Certificate::NotYet => bad(
            Problem::Clock,
            "The certificate is not valid yet: it begins later, or a clock is wrong.",
        ),
        Certificate::Unknown => bad(
            Problem::Chain,
            "No chain leads from the certificate to an authority that browsers know: the \
             certificates between are missing, or it is self-signed.",
        ),
        Certificate::OtherName => bad(
            Problem::CertificateName,
            "The certificate is for another name than the one in the address.",
        ),
        Certificate::Broken(why) => bad(Problem::Chain, format!("There is no TLS: {why}.")),
    }
}

fn reach(facts: &Facts) -> Option<Judgement> {
    match facts.reach.as_ref()? {
        Reach::No(why) if facts.viewpoint == Viewpoint::Server => unknown(format!(
            "The server does not reach itself there: {why}. In some networks nobody inside \
             reaches the public address; then only a look from outside counts."
        )),
        Reach::No(why) => bad(Problem::Reach, format!("Nobody answers there: {why}.")),
        Reach::Other(status @ (502..=504)) => bad(
            Problem::Reach,
            format!("The proxy does not reach Confab: it answers with {status}."),
        ),
        Reach::Other(403) => bad(
            Problem::Host,
            "Confab does not know itself under the host name that reaches it.",
        ),
        Reach::Other(status) => bad(
            Problem::Reach,
            format!("Something else than Confab answers there, with {status}."),
        ),
        Reach::Yes => match &facts.seen {
            Some(seen) => good(format!("Confab {} answers.", seen.version)),
            None => good("Confab answers."),
        },
    }
}

fn host(facts: &Facts) -> Option<Judgement> {
    let seen = facts.seen.as_ref()?;
    let (_, authority) = facts.origin.split_once("://")?;
    if seen.host.eq_ignore_ascii_case(authority) {
        return good("The host name comes through.");
    }
    bad(
        Problem::Host,
        format!(
            "The host name does not come through: the server sees {:?} instead of {authority:?}, \
             and takes pages of its own for foreign ones.",
            seen.host
        ),
    )
}

fn upgrade(facts: &Facts) -> Option<Judgement> {
    let stripped = "Upgrades do not come through: the proxy takes the headers Upgrade and \
                    Connection away, so no WebSocket opens.";
    match (facts.upgrade.as_ref()?, &facts.upgrade_without_origin) {
        (Upgrade::Open, _) => good("A WebSocket opens and carries messages."),
        (Upgrade::Status(426), _) => bad(Problem::Upgrade, stripped),
        (Upgrade::Status(403), Some(Upgrade::Open)) => bad(
            Problem::Origin,
            format!(
                "The server takes the page at {} for another site's and refuses it.",
                facts.origin
            ),
        ),
        (Upgrade::Status(403), _) => bad(
            Problem::Host,
            "The server refuses the WebSocket: it does not know itself under this host name.",
        ),
        (Upgrade::Status(status), _) => bad(
            Problem::Upgrade,
            format!("No WebSocket opens: the answer to the upgrade is {status} instead of 101."),
        ),
        (Upgrade::Refused, _) => bad(
            Problem::Upgrade,
            "No WebSocket opens. A browser does not say why; most often a proxy takes the \
             headers Upgrade and Connection away.",
        ),
        (Upgrade::Broken(why), _) => bad(
            Problem::Upgrade,
            format!("A WebSocket opens but carries nothing: {why}."),
        ),
    }
}

fn large_message(facts: &Facts) -> Option<Judgement> {
    match facts.large_message? {
        Passed::Yes => good(format!(
            "A message of {FRAME_BYTES_MAX} bytes comes through."
        )),
        Passed::No => bad(
            Problem::Upgrade,
            format!("A message of {FRAME_BYTES_MAX} bytes does not come through a WebSocket."),
        ),
    }
}

fn idle(facts: &Facts) -> Option<Judgement> {
    match facts.idle? {
        Idle::Held(time) if time < SILENCE => unknown(format!(
            "A silent WebSocket lives for {} s; whether for the {} s that it needs was not \
             tried.",
            time.as_secs(),
            SILENCE.as_secs()
        )),
        Idle::Held(time) => good(format!(
            "A silent WebSocket lives for {} s.",
            time.as_secs()
        )),
        Idle::Cut(time) => bad(
            Problem::Idle,
            format!(
                "A silent WebSocket is cut after {} s; it has to live for {} s.",
                time.as_secs(),
                SILENCE.as_secs()
            ),
        ),
    }
}

fn stream(facts: &Facts) -> Option<Judgement> {
    let Stream {
        sent_over,
        came_over,
        whole,
    } = facts.stream?;
    if !whole {
        return bad(Problem::Buffering, "A slow answer is cut before its end.");
    }
    if came_over < sent_over / 2 {
        return bad(
            Problem::Buffering,
            "Answers are held back until they are whole: an event stream brings nothing until \
             it ends.",
        );
    }
    good("A slow answer comes piece by piece.")
}

fn body(facts: &Facts) -> Option<Judgement> {
    match facts.body_status? {
        200 => good(format!(
            "A request with a body of {FRAME_BYTES_MAX} bytes comes through."
        )),
        413 => bad(
            Problem::Body,
            format!("Requests with a body of {FRAME_BYTES_MAX} bytes are refused as too large."),
        ),
        status => bad(
            Problem::Body,
            format!("A request with a body of {FRAME_BYTES_MAX} bytes is answered with {status}."),
        ),
    }
}

fn clock(facts: &Facts) -> Option<Judgement> {
    let seen = facts.seen.as_ref()?;
    let off = Duration::from_millis(seen.now_ms.abs_diff(seen.asked_at_ms?));
    if off > CLOCK_OFF_MAX + seen.round_trip {
        return bad(
            Problem::Clock,
            format!(
                "The server's clock and this one differ by {} s; one of them is wrong.",
                off.as_secs()
            ),
        );
    }
    good("The server's clock is right.")
}

fn disk(facts: &Facts) -> Option<Judgement> {
    // Nothing was seen of the server at all: then this is not the place to wonder.
    facts.seen.as_ref()?;
    if facts.viewpoint == Viewpoint::Browser {
        // The server says it beside.
        return None;
    }
    let Some(free) = facts.machine.and_then(|machine| machine.disk_free) else {
        return unknown(
            "How much room the disk has is told to the owner only: show a token with --token.",
        );
    };
    let mib = free / 1024 / 1024;
    if free < DISK_FREE_MIN {
        return bad(Problem::Disk, format!("The disk has only {mib} MiB left."));
    }
    good(format!("The disk has {mib} MiB left."))
}

fn files(facts: &Facts) -> Option<Judgement> {
    let files = facts.machine?.files?;
    if files < FILES_MIN {
        return bad(
            Problem::Files,
            format!("The server may hold {files} files open, and so fewer connections."),
        );
    }
    good(format!("The server may hold {files} files open."))
}

#[cfg(test)]
mod tests;
