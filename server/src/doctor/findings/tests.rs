use std::time::Duration;

use shared::doctor::{
    Certificate, Facts, Idle, Machine, Outcome, Passed, Reach, SILENCE, Seen, Stream, Upgrade,
    Viewpoint,
};

use super::findings;

fn healthy() -> Facts {
    Facts {
        origin: "https://chat.example".to_owned(),
        viewpoint: Viewpoint::Program,
        reach: Some(Reach::Yes),
        certificate: Some(Certificate::Good { days: 60 }),
        seen: Some(Seen {
            host: "chat.example".to_owned(),
            now_ms: 1_000_000,
            asked_at_ms: Some(1_000_400),
            round_trip: Duration::from_millis(80),
            version: "0.1.0".to_owned(),
        }),
        upgrade: Some(Upgrade::Open),
        upgrade_without_origin: None,
        large_message: Some(Passed::Yes),
        idle: Some(Idle::Held(SILENCE)),
        stream: Some(Stream {
            sent_over: Duration::from_millis(900),
            came_over: Duration::from_millis(890),
            whole: true,
        }),
        body_status: Some(200),
        machine: Some(Machine {
            disk_free: Some(1 << 40),
            files: Some(65_536),
        }),
    }
}

/// The sentences that are not good.
fn complaints(change: impl FnOnce(&mut Facts)) -> Vec<String> {
    let mut facts = healthy();
    change(&mut facts);
    let findings = findings(&facts);
    for finding in &findings {
        assert!(finding.sentence.ends_with('.'), "{}", finding.sentence);
        assert_eq!(finding.outcome == Outcome::Bad, !finding.fixes.is_empty());
    }
    let bad = findings
        .into_iter()
        .filter(|finding| finding.outcome != Outcome::Good);
    bad.map(|finding| finding.sentence).collect()
}

#[test]
fn nothing_is_wrong_with_a_healthy_server() {
    assert_eq!(complaints(|_| {}), Vec::<String>::new());
}

#[test]
fn each_ailment_is_one_complaint() {
    type Change = fn(&mut Facts);
    let seen =
        |facts: &mut Facts, change: fn(&mut Seen)| change(facts.seen.as_mut().expect("seen"));
    let ailments: [(Change, &str); 17] = [
        (
            |f| f.reach = Some(Reach::Other(502)),
            "does not reach Confab",
        ),
        (
            |f| f.reach = Some(Reach::Other(403)),
            "does not know itself",
        ),
        (
            |f| f.reach = Some(Reach::Other(404)),
            "Something else than Confab",
        ),
        (
            |f| f.certificate = Some(Certificate::Good { days: 3 }),
            "ends in 3 days",
        ),
        (
            |f| f.certificate = Some(Certificate::Expired),
            "has expired",
        ),
        (
            |f| f.certificate = Some(Certificate::Unknown),
            "No chain leads",
        ),
        (
            |f| f.certificate = Some(Certificate::OtherName),
            "for another name",
        ),
        (
            |f| f.upgrade = Some(Upgrade::Status(426)),
            "Upgrades do not come through",
        ),
        (
            |f| f.upgrade = Some(Upgrade::Status(502)),
            "is 502 instead of 101",
        ),
        (
            |f| f.upgrade = Some(Upgrade::Refused),
            "A browser does not say why",
        ),
        (
            |f| f.large_message = Some(Passed::No),
            "does not come through a WebSocket",
        ),
        (
            |f| f.idle = Some(Idle::Cut(Duration::from_secs(10))),
            "cut after 10 s",
        ),
        (
            |f| f.idle = Some(Idle::Held(Duration::from_secs(2))),
            "was not tried",
        ),
        (|f| f.body_status = Some(413), "refused as too large"),
        (
            |f| {
                let whole = true;
                let (sent_over, came_over) = (Duration::from_secs(1), Duration::ZERO);
                f.stream = Some(Stream {
                    sent_over,
                    came_over,
                    whole,
                });
            },
            "held back until they are whole",
        ),
        (
            |f| {
                let (disk_free, files) = (Some(1_000_000), Some(65_536));
                f.machine = Some(Machine { disk_free, files });
            },
            "only 0 MiB left",
        ),
        (
            |f| {
                let (disk_free, files) = (Some(1 << 40), Some(1_024));
                f.machine = Some(Machine { disk_free, files });
            },
            "may hold 1024 files",
        ),
    ];
    for (change, words) in ailments {
        let complaints = complaints(change);
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].contains(words), "{complaints:?}");
    }
    let other_host = complaints(|f| seen(f, |seen| seen.host = "127.0.0.1:8080".to_owned()));
    assert!(
        other_host[0].contains("host name does not come through"),
        "{other_host:?}"
    );
    let other_clock = complaints(|f| seen(f, |seen| seen.now_ms += 3_600_000));
    assert!(
        other_clock[0].contains("differ by 3599 s"),
        "{other_clock:?}"
    );
}

#[test]
fn a_refused_page_is_told_from_a_refused_host() {
    let origin = complaints(|f| {
        f.upgrade = Some(Upgrade::Status(403));
        f.upgrade_without_origin = Some(Upgrade::Open);
    });
    assert!(origin[0].contains("for another site's"), "{origin:?}");
    let host = complaints(|f| {
        f.upgrade = Some(Upgrade::Status(403));
        f.upgrade_without_origin = Some(Upgrade::Status(403));
    });
    assert!(host[0].contains("does not know itself"), "{host:?}");
}

#[test]
fn what_nobody_told_is_unknown_and_not_bad() {
    let complaints = complaints(|f| f.machine = None);
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(complaints[0].contains("--token"), "{complaints:?}");
}

#[test]
fn each_viewpoint_says_what_it_can_know() {
    let without = |viewpoint| {
        let mut facts = healthy();
        facts.viewpoint = viewpoint;
        facts.machine = None;
        if viewpoint == Viewpoint::Server {
            facts.seen.as_mut().expect("seen").asked_at_ms = None;
        }
        let sentences = findings(&facts).into_iter().map(|found| found.sentence);
        sentences.collect::<Vec<_>>().join(" ")
    };
    assert!(without(Viewpoint::Program).contains("--token"));
    // The server's own view says it beside this one.
    assert!(!without(Viewpoint::Browser).contains("disk"));
    assert!(without(Viewpoint::Browser).contains("clock is right"));
    // A clock is right by itself only.
    assert!(!without(Viewpoint::Server).contains("clock"));
}

#[test]
fn a_server_that_does_not_reach_itself_may_be_well() {
    let mut facts = healthy();
    facts.viewpoint = Viewpoint::Server;
    facts.reach = Some(Reach::No("no route".to_owned()));
    let found = findings(&facts);
    let reach = found
        .iter()
        .find(|found| found.sentence.contains("reach itself"));
    assert_eq!(reach.expect("it is told").outcome, Outcome::Unknown);
}
