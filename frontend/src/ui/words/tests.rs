use chat_client::status::{LinkState, Status};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::UserId;
use shared::moment::Moment;
use shared::text::DisplayName;

use super::*;

#[test]
fn numbers_are_grouped_by_thousands() {
    assert_eq!(grouped(7), "7");
    assert_eq!(grouped(999), "999");
    assert_eq!(grouped(12_480), "12,480");
    assert_eq!(grouped(1_000_000), "1,000,000");
}

#[test]
fn counts_stop_at_99() {
    assert_eq!(count(99), "99");
    assert_eq!(count(100), "99+");
}

#[test]
fn a_round_trip_over_a_second_is_told_in_seconds() {
    assert_eq!(round_trip(23), "23 ms");
    assert_eq!(round_trip(999), "999 ms");
    assert_eq!(round_trip(2_149), "2.1 s");
}

#[test]
fn the_connection_is_told_with_what_is_missing() {
    let extent = Extent {
        is_loaded: true,
        from: Seq(4700),
        complete_to: Seq(4789),
        head: Seq(4812),
        is_further_up: false,
        fetching: Some(Stretch {
            first: Seq(4790),
            last: Seq(4812),
        }),
    };
    assert_eq!(
        connection(&status(LinkState::Online), extent),
        "Online · 23 ms"
    );
    assert_eq!(
        connection(&status(LinkState::Slow), extent),
        "Online, slow · 23 ms"
    );
    assert_eq!(
        connection(&status(LinkState::CatchingUp), extent),
        "Catching up, #4790 to #4812"
    );
    assert_eq!(
        connection(&status(LinkState::CatchingUp), Extent::default()),
        "Catching up"
    );
}

#[test]
fn faults_on_request_are_said_beside_the_state() {
    assert_eq!(faults(&[]), "");
    assert_eq!(faults(&[Fault::Delay]), " (test: 2 s delay)");
    assert_eq!(
        faults(&[Fault::Loss, Fault::Silence]),
        " (test: 10 % lost, silent)"
    );
}

#[test]
fn durations_have_two_parts_at_most() {
    let told = [
        0,
        340,
        4_900,
        12_345,
        141_000,
        11_040_000,
        90_000_000,
        400_000_000,
    ]
    .map(duration);
    assert_eq!(
        told,
        [
            "0 ms",
            "340 ms",
            "4.9 s",
            "12 s",
            "2 min 21 s",
            "3 h 04 min",
            "1 day",
            "4 days"
        ]
    );
}

#[test]
fn bytes_are_told_in_the_unit_that_fits() {
    let told = [0, 999, 1_000, 9_950, 412_000, 1_340_000].map(bytes);
    let told = told.map(|(number, unit)| [&number, " ", unit].concat());
    assert_eq!(
        told,
        ["0 B", "999 B", "1.0 KB", "9.9 KB", "412 KB", "1.3 MB"]
    );
}

#[test]
fn a_stretch_of_one_is_a_number() {
    let (first, last) = (Seq(4801), Seq(4801));
    assert_eq!(stretch(Stretch { first, last }), "#4801");
    let last = Seq(4803);
    assert_eq!(stretch(Stretch { first, last }), "#4801 to #4803");
}

#[test]
fn what_is_here_further_up_is_told_with_the_newest_number() {
    let extent = Extent {
        is_loaded: true,
        from: Seq(12),
        complete_to: Seq(1011),
        head: Seq(5000),
        is_further_up: true,
        fetching: None,
    };
    assert_eq!(part(extent), "#12 to #1011 of #5000");
}

#[test]
fn waiting_messages_are_counted_in_words() {
    assert_eq!(
        waiting(1, 0),
        "1 message waits on this device and goes out by itself."
    );
    assert_eq!(
        waiting(2, 0),
        "2 messages wait on this device and go out by themselves."
    );
    assert_eq!(
        go_out_together(2),
        "Both go out when the link is back, in this order, once."
    );
    assert_eq!(
        go_out_together(3),
        "All 3 go out when the link is back, in this order, once."
    );
    assert_eq!(
        signed_out(2, 0),
        "You were signed out. Your 2 unsent messages are kept on this device."
    );
}

#[test]
fn signing_out_tells_what_becomes_of_unsent_texts() {
    assert_eq!(left_behind(0, 0), "");
    let one = left_behind(1, 0);
    assert!(one.starts_with(" 1 unsent message is not stored"), "{one}");
    let more = left_behind(2, 1);
    assert!(
        more.starts_with(" 2 unsent messages and 1 draft are not stored"),
        "{more}"
    );
}

#[test]
fn nothing_is_called_kept_that_is_not() {
    let sentence = "1 message is only in this page: this browser has no room to keep it.";
    assert_eq!(waiting(3, 1), sentence);
    assert_eq!(
        signed_out(3, 1),
        ["You were signed out. ", sentence].concat()
    );
    assert!(no_network(1).ends_with(sentence));
    assert!(!no_network(0).ends_with(' '));
    assert_eq!(waiting_short(3, 2), "2 messages only in this page.");
}

#[test]
fn coming_back_tells_only_what_happened() {
    assert_eq!(
        back_online(2, 14, Seq(4826)),
        "Back online. 2 stored, 14 fetched, complete to #4826."
    );
    assert_eq!(back_online(0, 0, Seq(7)), "Back online. Complete to #7.");
    assert_eq!(back_online(0, 0, Seq::ZERO), "Back online.");
}

#[test]
fn up_to_three_people_type_by_name() {
    let text = |names: &[&str]| {
        let people: Vec<_> = names.iter().map(|name| author(1, name)).collect();
        typing(&people)
            .into_iter()
            .map(|(part, _)| part)
            .collect::<String>()
    };
    assert_eq!(text(&[]), "");
    assert_eq!(text(&["Yuki"]), "Yuki is typing");
    assert_eq!(text(&["Yuki", "Layla"]), "Yuki and Layla are typing");
    assert_eq!(
        text(&["Yuki", "Layla", "Ben"]),
        "Yuki, Layla and Ben are typing"
    );
    assert_eq!(text(&["a", "b", "c", "d"]), "Several people are typing");
}

#[test]
fn a_flood_is_told_in_one_sentence() {
    let names = ["Adaeze", "Yuki", "Ben", "Cy"].map(str::to_owned);
    assert_eq!(arrivals(12, &names[..2]), "12 new from Adaeze and Yuki");
    assert_eq!(
        arrivals(12, &names),
        "12 new from Adaeze, Yuki and 2 others"
    );
}

#[test]
fn a_countdown_never_shows_zero() {
    assert_eq!(seconds_left(0), "1 s");
    assert_eq!(seconds_left(7_001), "8 s");
    assert_eq!(seconds_left(8_000), "8 s");
}

#[test]
fn initials_come_from_the_first_and_the_last_word() {
    assert_eq!(initials("Mara Lindqvist"), "ML");
    assert_eq!(initials("guest-4f2a"), "g4");
    assert_eq!(initials("yuki"), "y");
    assert_eq!(initials("Ana de la Cruz"), "AC");
    assert_eq!(initials("田中 優希"), "田優");
}

#[test]
fn a_person_keeps_one_of_eight_colours() {
    for id in 1..200 {
        let hue = hue(UserId(id));
        assert!(
            ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"].contains(&hue.as_str()),
            "{hue}"
        );
    }
    let first: std::collections::BTreeSet<_> = (1..=8).map(|id| hue(UserId(id))).collect();
    assert_eq!(first.len(), 8, "eight newcomers in a row differ");
}

fn status(link: LinkState) -> Status {
    Status {
        link,
        transport: chat_client::Transport::default(),
        since: Moment(0),
        round_trip_ms: Some(23),
        waiting: 0,
        failed: 0,
        unkept: 0,
        clock_offset_ms: 0,
        offline_since: None,
    }
}

fn author(id: u64, name: &str) -> Author {
    Author {
        id: UserId(id),
        name: DisplayName::from_stored(name.to_owned()),
    }
}
