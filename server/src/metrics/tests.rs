use std::time::{Duration, Instant};

use shared::close::CloseCode;
use shared::server_frame::FollowStart;

use super::Metrics;
use super::labels::{EndedBy, HandshakeRefusal, Transport};

/// The sample that begins with this.
fn value<'a>(text: &'a str, sample: &str) -> &'a str {
    text.lines()
        .find_map(|line| line.strip_prefix(sample)?.strip_prefix(' '))
        .unwrap_or_else(|| panic!("no {sample} in {text}"))
}

#[test]
fn what_happened_is_what_is_read() {
    let metrics = Metrics::default();
    for _ in 0..3 {
        metrics.opened(Transport::WebSocket);
    }
    metrics.opened(Transport::Plain);
    metrics.ended(
        Transport::WebSocket,
        EndedBy::Server,
        CloseCode::TooSlow.code(),
    );
    metrics.ended(Transport::Plain, EndedBy::Client, 3_333);
    metrics.follow_started(FollowStart::Rewound);
    metrics.refused(HandshakeRefusal::Origin);
    metrics.signals_dropped(4);
    metrics.slow_reader_closed();
    metrics.sent(2, 300, 70_000);
    metrics.received(41);
    metrics.received(1);
    metrics.round_trip(30);
    let text = metrics.text("1.2.3");
    for (sample, expected) in [
        ("confab_build_info{version=\"1.2.3\"}", "1"),
        ("confab_connections{transport=\"websocket\"}", "2"),
        ("confab_connections{transport=\"plain\"}", "0"),
        (
            "confab_connections_opened_total{transport=\"websocket\"}",
            "3",
        ),
        (
            "confab_connections_closed_total{code=\"4000\",side=\"server\"}",
            "1",
        ),
        (
            "confab_connections_closed_total{code=\"4000\",side=\"client\"}",
            "0",
        ),
        (
            "confab_connections_closed_total{code=\"other\",side=\"client\"}",
            "1",
        ),
        ("confab_resumes_total{outcome=\"rewound\"}", "1"),
        ("confab_handshake_refusals_total{reason=\"origin\"}", "1"),
        ("confab_drops_total{class=\"signal\"}", "4"),
        ("confab_drops_total{class=\"slow_reader\"}", "1"),
        ("confab_frames_sent_total", "2"),
        ("confab_sent_bytes_total", "300"),
        ("confab_frames_received_total", "2"),
        ("confab_received_bytes_total", "42"),
        ("confab_mailbox_high_water_bytes", "70000"),
        ("confab_round_trip_seconds_bucket{le=\"0.02\"}", "0"),
        ("confab_round_trip_seconds_bucket{le=\"0.05\"}", "1"),
        ("confab_round_trip_seconds_bucket{le=\"+Inf\"}", "1"),
        ("confab_round_trip_seconds_sum", "0.03"),
        ("confab_round_trip_seconds_count", "1"),
    ] {
        assert_eq!(value(&text, sample), expected, "{sample}");
    }
}

#[test]
fn a_page_has_the_same_lines_however_much_happened() {
    let metrics = Metrics::default();
    let names = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with("process_"));
        lines
            .map(|line| line.rsplit_once(' ').map_or(line, |(name, _)| name))
            .map(str::to_owned)
            .collect()
    };
    let fresh = names(&metrics.text("1"));
    for code in 0..=u16::MAX {
        metrics.opened(Transport::WebSocket);
        metrics.ended(Transport::WebSocket, EndedBy::Client, code);
        metrics
            .append
            .took(Duration::from_micros(u64::from(code) * 50));
    }
    assert_eq!(names(&metrics.text("1")), fresh);
    assert!(fresh.len() < 250, "{} lines", fresh.len());
}

#[test]
fn a_page_fits_into_the_room_that_is_taken_for_it() {
    let metrics = Metrics::default();
    metrics.fanned_out_since(Instant::now());
    let text = metrics.text("1");
    assert!(text.len() < super::TEXT_BYTES, "{} bytes", text.len());
}
