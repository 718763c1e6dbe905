use super::*;

fn measured(way: Way, median_us: u64, per_second: u64, bytes: u64) -> Measured {
    Measured {
        way,
        outcome: Ok(Figures {
            median_us,
            p99_us: 2 * median_us,
            per_second,
            bytes,
        }),
    }
}

fn blocked(way: Way) -> Measured {
    Measured {
        way,
        outcome: Err("Refused.".to_owned()),
    }
}

const SOCKET: Way = Way::ALL[0];
const POLL: Way = Way::ALL[2];

#[test]
fn sentences_say_what_was_measured() {
    let usual = [
        measured(SOCKET, 400, 9_000, 40),
        measured(POLL, 3_000, 600, 1_640),
        measured(Way::Requests, 1_200, 900, 830),
    ];
    assert_eq!(
        Aspect::RoundTrip.sentence(&usual),
        "Long polling takes 7.5 times as long as a WebSocket here."
    );
    assert_eq!(
        Aspect::Rate.sentence(&usual),
        "Long polling carries 15 times fewer messages than a WebSocket here."
    );
    assert_eq!(
        Aspect::Weight.sentence(&usual),
        "Long polling weighs 41 times as much as a WebSocket here."
    );
}

#[test]
fn a_websocket_that_is_behind_or_blocked_is_not_praised() {
    let behind = [
        measured(SOCKET, 4_000, 900, 40),
        measured(Way::Requests, 1_200, 1_900, 830),
    ];
    assert!(
        Aspect::RoundTrip
            .sentence(&behind)
            .contains("was not the best: Plain requests")
    );
    let no_socket = [blocked(SOCKET), measured(POLL, 1, 1, 1)];
    assert!(
        Aspect::Rate
            .sentence(&no_socket)
            .starts_with("No WebSocket")
    );
    let only_socket = [measured(SOCKET, 1, 1, 1), blocked(POLL)];
    assert!(
        Aspect::Rate
            .sentence(&only_socket)
            .starts_with("Nothing but")
    );
}

#[test]
fn figures_have_units_and_the_report_has_every_way() {
    assert_eq!(ms(420), "0.42 ms");
    assert_eq!(ms(8_070), "8.07 ms");
    assert_eq!(ms(12_340), "12.3 ms");
    assert_eq!(ms(340_000), "340 ms");
    let lines = report(&[measured(SOCKET, 420, 9_000, 40), blocked(POLL)]);
    assert_eq!(
        lines[2],
        "- WebSocket: 0.42 ms · 0.84 ms, 9,000 messages/s, 40 B"
    );
    assert_eq!(lines[3], "- Long polling: Refused.");
    assert!(report(&[]).is_empty());
}
