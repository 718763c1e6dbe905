use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&script::run(text));
}

/// A link, and the lobby open and complete up to 3.
const READY: &str = "! start
    ! open
    < welcome lobby=3/3 den=0/0
    * open lobby
    < following lobby newest 1 3
    < entries lobby 1-3 ada
    < live lobby 3
";

/// Checks what follows after [`READY`].
#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check_ready(text: &str, expected: Expect) {
    let ready = script::run(READY);
    let whole = script::run(&(READY.to_owned() + text));
    expected.assert_eq(whole.strip_prefix(&ready).expect("the same beginning"));
}

#[test]
fn a_write_is_kept_then_sent_then_stored() {
    check_ready(
        "* post lobby c1
         ? lobby
         < posted c1 4
         ? lobby
         < entry lobby 4 me c1
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < entry lobby 4 me c1
            ? lobby
                1-4 (complete to 4 of 4)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn the_feed_may_be_faster_than_the_answer() {
    check_ready(
        "* post lobby c1
         < entry lobby 4 me c1
         ? lobby
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < entry lobby 4 me c1
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < posted c1 4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn a_stored_write_stays_in_sight_until_its_entry_is_here() {
    check_ready(
        "* post lobby c1
         < posted c1 6
         ? lobby
         ? status
         < entries lobby 4-5 ben
         ? lobby
         < entry lobby 6 me c1
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < posted c1 6
                forget c1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            ? status
                Online, 0 waiting, 0 failed, round trip None
            < entries lobby 4-5 ben
            ? lobby
                1-5 | c1 on its way (complete to 5 of 5)
            < entry lobby 6 me c1
            ? lobby
                1-6 (complete to 6 of 6)
        "#]],
    );
}

#[test]
fn a_stored_write_that_the_feed_never_brings_is_fetched() {
    check_ready(
        "* post lobby c1
         < posted c1 5
         ~ 3s
         = page lobby 4-5 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < posted c1 5
                forget c1
            ~ 3s
                1.000 > ping 1
                3.000 fetch lobby 2 after #3
            = page lobby 4-5 5
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn somebody_elses_entry_with_the_same_id_settles_nothing() {
    check_ready(
        "* post lobby c1
         < entry lobby 4 ada c1
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < entry lobby 4 ada c1
            ? lobby
                1-4 | c1 on its way (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn one_write_of_a_room_is_on_its_way_at_a_time() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         * post den c3
         ? lobby
         < posted c1 4
         < posted c3 1
         < posted c2 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            * post den c3
                keep c3
                > post den c3
            ? lobby
                1-3 | c1 on its way | c2 waits (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
                > post lobby c2
            < posted c3 1
                forget c3
                > mark den #1
            < posted c2 5
                forget c2
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn what_was_written_without_a_link_leaves_with_it() {
    check(
        "* post lobby c1
         * post den c2
         ! open
         ? status
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                open 1
                (Connecting)
            * post den c2
                keep c2
            ! open
                > hello
            ? status
                Connecting, 2 waiting, 0 failed, round trip None
            < welcome lobby=3/3 den=0/0
                > post lobby c1
                > post den c2
                (Online)
        "#]],
    );
}

#[test]
fn an_unanswered_write_is_sent_again_with_its_id() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         ! close
         ? lobby
         ~ 1s
         ! open
         < welcome lobby=4/3 den=0/0
         < following lobby resumed 4 4
         < entry lobby 4 me c1
         ? lobby
         < posted c1 4
         < posted c2 5
         < live lobby 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            ! close
                (Waiting)
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=4/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
            < following lobby resumed 4 4
            < entry lobby 4 me c1
                forget c1
                > mark lobby #4
                > post lobby c2
            ? lobby
                1-4 | c2 on its way (complete to 4 of 4)
            < posted c1 4
            < posted c2 5
                forget c2
            < live lobby 5
                notice BackOnline { stored: 2, fetched: 0 }
                (Online)
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn a_temporary_no_holds_the_rooms_order() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 too_fast 700
         ? lobby
         ~ 699ms
         ~ 1ms
         < refused c1 unavailable
         ~ 500ms
         < posted c1 4
         < posted c2 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 too_fast 700
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            ~ 699ms
            ~ 1ms
                0.700 > post lobby c1
            < refused c1 unavailable
            ~ 500ms
                0.874 > post lobby c1
                1.000 > ping 1
            < posted c1 4
                forget c1
                > mark lobby #4
                > post lobby c2
            < posted c2 5
                forget c2
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn a_final_no_is_said_and_the_next_write_goes_on() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_allowed
         ? lobby
         < posted c2 4
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
                > post lobby c2
            ? lobby
                1-3 | c1 failed: Not stored. A sentence. | c2 on its way (complete to 3 of 3)
            < posted c2 4
                forget c2
                > mark lobby #4
            ? lobby
                1-4 | c1 failed: Not stored. A sentence. (complete to 4 of 4)
            ? status
                Online, 0 waiting, 1 failed, round trip None
        "#]],
    );
}

#[test]
fn a_full_disk_is_named() {
    check_ready(
        "* post lobby c1
         < refused c1 disk_full
         * retry c1
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < refused c1 disk_full
                keep c1: Not stored. The server's disk is full. Your text is kept here.
            * retry c1
                keep c1
                > post lobby c1
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn no_answer_on_a_living_link_is_a_failure_that_a_late_answer_heals() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         ~ 6s
         < ping 1
         ~ 14s
         ? lobby
         < posted c1 4
         ? lobby
         < posted c2 5
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
                20.000 > post lobby c2
            ? lobby
                1-3 | c1 failed: Not stored. The server did not answer for 20 s. Retry cannot post it twice. | c2 on its way (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 | c2 on its way (complete to 4 of 4)
            < posted c2 5
                forget c2
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn no_answer_and_no_other_sign_is_a_dead_link() {
    check_ready(
        "* post lobby c1
         ~ 20s
         ? status
         ! open
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 20s
                1.000 > ping 1
                4.000 > ping 2
                9.000 shut 1 4001
                9.000 open 2
                9.000 (Connecting)
                19.000 shut 2 4001
                19.000 open 3 by events
            ? status
                Connecting, 1 waiting, 0 failed, round trip None
            ! open
                > hello
            < welcome lobby=3/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
        "#]],
    );
}

#[test]
fn a_sleep_is_not_taken_for_a_silent_server() {
    check_ready(
        "* post lobby c1
         ! sleep 1h
         ? lobby
         < pong
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ! sleep 1h
                > ping 1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < pong
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn retry_keeps_the_place_in_the_order() {
    check_ready(
        "* post lobby c1
         < refused c1 not_allowed
         * post lobby c2
         * post lobby c3
         * retry c1
         ? lobby
         < posted c2 4
         < posted c1 5
         < posted c3 6
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            * post lobby c2
                keep c2
                > post lobby c2
            * post lobby c3
                keep c3
            * retry c1
                keep c1
            ? lobby
                1-3 | c1 waits | c2 on its way | c3 waits (complete to 3 of 3)
            < posted c2 4
                forget c2
                > mark lobby #4
                > post lobby c1
            < posted c1 5
                forget c1
                > post lobby c3
            < posted c3 6
                forget c3
            ? lobby
                1-6 (complete to 6 of 6)
        "#]],
    );
}

#[test]
fn a_late_no_to_the_first_try_does_not_undo_the_second() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         * retry c1
         < refused c1#1 not_allowed
         ? lobby
         < posted c1#2 4
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            * retry c1
                keep c1
                > post lobby c1
            < refused c1#1 not_allowed
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < posted c1#2 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn a_late_yes_to_the_first_try_settles_the_second() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         * retry c1
         < posted c1#1 4
         ? lobby
         < posted c1#2 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            * retry c1
                keep c1
                > post lobby c1
            < posted c1#1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < posted c1#2 4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn a_late_reason_replaces_the_guess() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         < refused c1 not_allowed
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            ? lobby
                1-3 | c1 failed: Not stored. A sentence. (complete to 3 of 3)
        "#]],
    );
}

#[test]
fn cancel_gives_the_text_back_but_not_of_a_write_on_its_way() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         * cancel c1
         * cancel c2
         < refused c1 not_allowed
         * cancel c1
         * cancel c1
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            * cancel c1
            * cancel c2
                forget c2
                taken back c2
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            * cancel c1
                forget c1
                taken back c1
            * cancel c1
            ? lobby
                1-3 (complete to 3 of 3)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn a_reload_sends_what_was_kept_and_leaves_failed_ones_alone() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_allowed
         * post lobby c3
         ! reload
         ? status
         ! open
         < welcome lobby=3/3 den=0/0
         < posted c2 4
         < posted c3 5
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
                > post lobby c2
            * post lobby c3
                keep c3
            ! reload
                open 1
                (Connecting)
            ? status
                Connecting, 2 waiting, 1 failed, round trip None
            ! open
                > hello
            < welcome lobby=3/3 den=0/0
                > post lobby c2
                (Online)
            < posted c2 4
                forget c2
                > mark lobby #4
                > post lobby c3
            < posted c3 5
                forget c3
            ? status
                Online, 0 waiting, 1 failed, round trip None
        "#]],
    );
}

#[test]
fn nothing_is_sent_to_a_server_that_wants_a_login_first() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_signed_in
         ? status
         ? lobby
         * try
         ~ 1s
         ! open
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 not_signed_in
                shut 1 1000
                (SignedOut)
            ? status
                SignedOut, 2 waiting, 0 failed, round trip None
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            * try
                (Waiting)
            ~ 1s
                1.000 open 2
                1.000 (Connecting)
            ! open
                > hello
            < welcome lobby=3/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
        "#]],
    );
}

#[test]
fn the_same_intent_twice_is_one_write() {
    check_ready(
        "* post lobby c1
         * post lobby c1
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c1
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn the_way_back_is_told_with_what_happened_meanwhile() {
    check_ready(
        "* post lobby c1
         ! close
         * post lobby c2
         ~ 1s
         ! open
         < welcome lobby=6/3 den=0/0
         < following lobby resumed 4 6
         < entries lobby 4-5 ada
         < entry lobby 6 me c1
         < live lobby 6
         < posted c1 6
         < posted c2 7
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ! close
                (Waiting)
            * post lobby c2
                keep c2
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=6/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
            < following lobby resumed 4 6
            < entries lobby 4-5 ada
            < entry lobby 6 me c1
                forget c1
                > post lobby c2
            < live lobby 6
                (Online)
            < posted c1 6
            < posted c2 7
                forget c2
                notice BackOnline { stored: 2, fetched: 2 }
            ? lobby
                1-7 (complete to 7 of 7)
        "#]],
    );
}

mod machine {
    use shared::cursor::Seq;
    use shared::ids::RequestId;
    use shared::limits::OUTBOX_MAX;
    use shared::moment::{Moment, Timestamp};
    use shared::refusal::{Refusal, RefusalCode};
    use shared::server_frame::Refused;
    use shared::text::{Emoji, MessageText, Topic};

    use super::super::{Outbox, Verdict};
    use crate::backoff::Chance;
    use crate::script::{client_id, room};
    use crate::{Change, ChatClient, Input, Intent, Kept, Notice, Output, Purpose, Start};

    fn kept(order: u64, id: u8) -> Kept {
        Kept {
            client_id: client_id(id),
            room: room("lobby"),
            text: MessageText::from_stored("text".to_owned()),
            written_at: Timestamp(0),
            order,
            failed: None,
            purpose: crate::Purpose::default(),
        }
    }

    fn client() -> ChatClient {
        let wall = Timestamp(0);
        ChatClient::new(Start {
            now: Moment(0),
            wall,
            seed: 0,
            kept: vec![kept(4, 1)],
            token: None,
            choice: crate::Choice::default(),
        })
    }

    #[test]
    fn writes_of_another_tab_are_merged_by_id_and_kept_here() {
        let mut client = client();
        let failed = Kept {
            failed: Some("Not stored.".to_owned()),
            ..kept(4, 2)
        };
        let adopted = vec![kept(4, 1), failed.clone(), failed, kept(2, 3)];
        let outputs = client.handle(Moment(0), Input::Adopted(adopted));
        let ids: Vec<_> = outputs
            .iter()
            .filter_map(|output| {
                if let Output::Keep(kept) = output {
                    Some(kept)
                } else {
                    None
                }
            })
            .map(|kept| kept.client_id)
            .collect();
        assert_eq!(ids, [client_id(2), client_id(3)]);
        assert_eq!((client.status().waiting, client.status().failed), (2, 1));
        client.check_invariants();
    }

    #[test]
    fn two_tabs_with_the_same_order_share_no_place() {
        let mut outbox = Outbox::from_kept(vec![kept(1, 1), kept(1, 2), kept(0, 3)]);
        outbox.check_invariants();
        assert_eq!(outbox.next_order(), 2);
        let order: Vec<_> = outbox
            .pending(room("lobby"))
            .lines
            .iter()
            .map(|line| line.key)
            .collect();
        assert!(order.is_sorted());
        assert_eq!(outbox.due(Moment(0), 9), [client_id(3)]);
        outbox.sent(Moment(0), client_id(3), RequestId(1));
        assert_eq!(
            outbox.due(Moment(0), 9),
            [],
            "one of the room is on its way"
        );
    }

    #[test]
    fn no_more_than_the_limit_is_on_its_way_over_all_rooms() {
        let mut outbox = Outbox::default();
        for (n, name) in ["lobby", "den", "hall"].iter().enumerate() {
            outbox.adopt(Kept {
                room: room(name),
                ..kept(n as u64, n as u8 + 1)
            });
        }
        assert_eq!(outbox.due(Moment(0), 2), [client_id(1), client_id(2)]);
        outbox.sent(Moment(0), client_id(1), RequestId(1));
        assert_eq!(outbox.due(Moment(0), 2), [client_id(2)]);
        outbox.sent(Moment(0), client_id(2), RequestId(2));
        assert_eq!(outbox.due(Moment(0), 2), []);
        let full = outbox.deadline(2).expect("answers are awaited");
        assert!(full > Moment(0), "what cannot leave is not due");
    }

    #[test]
    fn a_full_outbox_gives_the_text_back() {
        let mut client = client();
        let post = |client: &mut ChatClient, n: usize| {
            let client_id = shared::ids::ClientId::new_v7(n as u64 + 1, [0; 10]);
            let text = MessageText::from_stored(format!("text {n}"));
            let intent = Intent::Post {
                room: room("lobby"),
                client_id,
                text,
                reply_to: None,
                files: Vec::new(),
                thread: None,
            };
            client
                .handle(Moment(0), Input::Intent(intent))
                .into_iter()
                .collect::<Vec<_>>()
        };
        for n in 1..OUTBOX_MAX {
            assert!(matches!(post(&mut client, n)[0], Output::Keep(_)));
        }
        assert_eq!(client.status().waiting, OUTBOX_MAX);
        let outputs = post(&mut client, OUTBOX_MAX);
        let told = |wanted: &dyn Fn(&Change) -> bool| {
            outputs
                .iter()
                .any(|output| matches!(output, Output::Changed(change) if wanted(change)))
        };
        assert!(told(&|change| *change == Change::Notice(Notice::OutboxFull)));
        let text = format!("text {OUTBOX_MAX}");
        assert!(told(
            &|change| matches!(change, Change::TakenBack { text: t, .. } if *t == text)
        ));
        assert!(
            !outputs
                .iter()
                .any(|output| matches!(output, Output::Keep(_)))
        );
        assert_eq!(client.status().waiting, OUTBOX_MAX);
    }

    #[test]
    fn a_browser_that_keeps_nothing_is_told_of_once_and_sends_all_the_same() {
        let mut client = client();
        let mut notices = 0;
        for _ in 0..3 {
            for output in client.handle(Moment(0), Input::KeepFailed(client_id(1))) {
                if let Output::Changed(Change::Notice(notice)) = output {
                    assert_eq!(notice, Notice::KeepsNothing);
                    notices += 1;
                }
            }
        }
        assert_eq!(notices, 1);
        assert_eq!(client.status().waiting, 1);
    }

    #[test]
    fn what_is_not_kept_says_so_and_is_kept_once_there_is_room() {
        let mut client = client();
        let post = Intent::Post {
            room: room("lobby"),
            client_id: client_id(2),
            text: MessageText::from_stored("two".to_owned()),
            reply_to: None,
            files: Vec::new(),
            thread: None,
        };
        assert!(kept_again(&told(&mut client, Input::Intent(post)), 2));
        let outputs = told(&mut client, Input::KeepFailed(client_id(2)));
        assert_eq!(client.status().unkept, 1);
        assert!(!kept_again(&outputs, 2), "at once it would fail again");

        // The first one is taken back: that makes room.
        let outputs = told(&mut client, Input::Intent(Intent::Cancel(client_id(1))));

        assert!(kept_again(&outputs, 2));
        assert_eq!(client.status().unkept, 0);
        told(&mut client, Input::KeepFailed(client_id(2)));
        assert_eq!(client.status().unkept, 1, "there was none after all");
        client.check_invariants();
    }

    fn told(client: &mut ChatClient, input: Input) -> Vec<Output> {
        client.handle(Moment(0), input).into_iter().collect()
    }

    fn kept_again(outputs: &[Output], n: u8) -> bool {
        outputs
            .iter()
            .any(|output| matches!(output, Output::Keep(kept) if kept.client_id == client_id(n)))
    }

    fn react(on: bool, id: u8) -> Input {
        Input::Intent(Intent::React {
            room: room("lobby"),
            client_id: client_id(id),
            target: Seq(3),
            emoji: Emoji::from_stored("👍".to_owned()),
            on,
        })
    }

    #[test]
    fn a_reaction_that_is_undone_before_it_left_leaves_nothing() {
        let mut client = client();
        told(&mut client, react(true, 5));
        assert_eq!(client.status().waiting, 2);
        told(&mut client, react(true, 6));
        assert_eq!(client.status().waiting, 2, "wanted twice is wanted once");
        let outputs = told(&mut client, react(false, 7));
        assert_eq!(client.status().waiting, 1);
        let forgot = |output: &Output| matches!(output, Output::Forget(id) if *id == client_id(6));
        assert!(outputs.iter().any(forgot));
        client.check_invariants();
    }

    fn change(order: u64, id: u8, purpose: Purpose) -> Kept {
        Kept {
            purpose,
            ..kept(order, id)
        }
    }

    fn edit(base: Option<u64>) -> Purpose {
        Purpose::Edit {
            target: Seq(3),
            base: base.map(Seq),
        }
    }

    #[test]
    fn an_edit_behind_an_edit_is_of_what_that_says() {
        let writes = vec![change(1, 1, edit(None)), change(2, 2, edit(None))];
        let mut outbox = Outbox::from_kept(writes);
        outbox.sent(Moment(0), client_id(1), RequestId(1));
        let first = outbox.stored(client_id(1)).expect("it was there");
        outbox.edit_stored(&first, Seq(9));
        let next = outbox.kept(client_id(2)).expect("it waits");
        assert_eq!(next.purpose, edit(Some(9)));
    }

    #[test]
    fn a_newer_edit_and_a_deletion_take_the_place_of_what_has_not_left() {
        let mut outbox = Outbox::from_kept(vec![
            change(1, 1, edit(None)),
            change(2, 2, edit(None)),
            change(3, 3, Purpose::Pin { target: Seq(3) }),
            change(4, 4, Purpose::Pin { target: Seq(4) }),
        ]);
        outbox.sent(Moment(0), client_id(1), RequestId(1));
        let fallen = |(fallen, undone): (Vec<Kept>, bool)| {
            assert!(!undone);
            fallen.iter().map(|kept| kept.client_id).collect::<Vec<_>>()
        };
        let overtaken = outbox.overtake(room("lobby"), &edit(None));
        assert_eq!(fallen(overtaken), [client_id(2)]);
        let overtaken = outbox.overtake(room("lobby"), &Purpose::Delete { target: Seq(3) });
        assert_eq!(fallen(overtaken), [client_id(3)]);
        outbox.check_invariants();
    }

    #[test]
    fn a_newer_topic_takes_the_place_of_one_that_has_not_left() {
        let topic = |words: &str| Purpose::Topic {
            topic: Topic::from_stored(words.to_owned()),
        };
        let mut outbox = Outbox::from_kept(vec![
            change(1, 1, topic("tea")),
            change(2, 2, Purpose::Pin { target: Seq(3) }),
        ]);
        let (fallen, is_undone) = outbox.overtake(room("lobby"), &topic(""));
        let fallen: Vec<_> = fallen.iter().map(|kept| kept.client_id).collect();
        assert_eq!((fallen, is_undone), (vec![client_id(1)], false));
        let (fallen, _) = outbox.overtake(room("den"), &topic("tea"));
        assert!(fallen.is_empty(), "another room has its own");
    }

    #[test]
    fn a_change_without_words_that_is_refused_is_gone_and_an_edit_waits() {
        let no = |code| Refused {
            id: Some(RequestId(1)),
            refusal: Refusal::new(code, "No."),
        };
        let pin = Purpose::Pin { target: Seq(3) };
        let delete = Purpose::Delete { target: Seq(3) };
        let lobby = room("lobby");
        for (purpose, code, verdict) in [
            (
                pin.clone(),
                RefusalCode::AlreadySo,
                Verdict::Gone(lobby, None),
            ),
            (
                pin,
                RefusalCode::LimitReached,
                Verdict::Gone(lobby, Some("No.".to_owned())),
            ),
            (
                delete,
                RefusalCode::MessageDeleted,
                Verdict::Gone(lobby, None),
            ),
            (edit(None), RefusalCode::EditStale, Verdict::Failed(lobby)),
        ] {
            let mut outbox = Outbox::from_kept(vec![change(1, 1, purpose)]);
            outbox.sent(Moment(0), client_id(1), RequestId(1));
            let said = outbox.refused(Moment(0), client_id(1), &no(code), &mut Chance::new(1));
            assert_eq!(said, verdict);
            outbox.check_invariants();
        }
    }
}
