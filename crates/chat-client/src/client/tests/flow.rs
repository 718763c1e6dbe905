//! Whole conversations of one client, told line by line in the language of `script`.

use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&script::run(text));
}

#[test]
fn a_room_that_was_opened_before_the_welcome_is_followed_after_it() {
    check(
        "* open den
         ! open
         < welcome lobby=0/0 den=2/1
         < following den newest 1 2
         < entries den 1-2 ada
         < live den 2
         ? den",
        expect![[r#"
            * open den
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0 den=2/1
                > follow den
                (CatchingUp)
            < following den newest 1 2
            < entries den 1-2 ada
            < live den 2
                (Online)
            ? den
                1-2 (complete to 2 of 2)
        "#]],
    );
}

#[test]
fn a_room_that_the_welcome_does_not_list_is_not_followed() {
    check(
        "* open den
         ! open
         < welcome lobby=0/0
         ? den",
        expect![[r#"
            * open den
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ? den
                not followed
        "#]],
    );
}

#[test]
fn a_made_room_is_opened() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * make den
         < made den
         < following den newest 1 0
         < live den 0
         ? den
         ? rooms",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * make den
                > make den
            < made den
                > follow den
                room made den
            < following den newest 1 0
            < live den 0
            ? den
                 (complete to 0 of 0)
            ? rooms
                lobby 0/0 unread 0
                den 0/0 unread 0
        "#]],
    );
}

#[test]
fn a_room_that_cannot_be_made_is_said_why() {
    check(
        "* make den
         ! open
         < welcome lobby=0/0
         * make den
         < refused room name_taken
         * make hall
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         * make hall
         ~ 19s
         < ping 1
         ~ 1s",
        expect![[r#"
            * make den
                open 1
                room refused: A room needs the server, and there is no link to it now.
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * make den
                > make den
            < refused room name_taken
                room refused: A sentence.
            * make hall
                > make hall
            ! close
                room refused: The link was lost before the server answered. If the room was made, it will be in the list.
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            * make hall
                > make hall
            ~ 19s
                2.000 > ping 1
            < ping 1
                > pong 1
            ~ 1s
                21.000 room refused: The server did not answer for 20 s. If the room was made, it will be in the list.
        "#]],
    );
}

#[test]
fn read_marks_go_out_at_most_twice_a_second_and_the_last_one_always() {
    check(
        "! start
         ! open
         < welcome lobby=9/1
         * seen lobby 2
         * seen lobby 3
         * seen lobby 4
         ~ 499ms
         * seen lobby 5
         ~ 1ms
         ~ 2s
         * seen lobby 2
         * seen lobby 99
         ? rooms",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=9/1
                (Online)
            * seen lobby 2
                > mark lobby #2
            * seen lobby 3
            * seen lobby 4
            ~ 499ms
            * seen lobby 5
            ~ 1ms
                0.500 > mark lobby #5
            ~ 2s
                1.000 > ping 1
            * seen lobby 2
            * seen lobby 99
                > mark lobby #9
            ? rooms
                lobby 9/9 unread 0
        "#]],
    );
}

#[test]
fn a_read_mark_that_the_server_missed_is_told_again() {
    check(
        "! start
         ! open
         < welcome lobby=9/1
         * seen lobby 4
         ! close
         * seen lobby 6
         ~ 1s
         ! open
         < welcome lobby=9/4
         ~ 1s
         ! close
         ~ 2s
         ! open
         < welcome lobby=9/9
         ? rooms",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=9/1
                (Online)
            * seen lobby 4
                > mark lobby #4
            ! close
                (Waiting)
            * seen lobby 6
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=9/4
                > mark lobby #6
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            ~ 1s
                2.000 > ping 1
            ! close
                (Waiting)
            ~ 2s
                2.448 open 3
                2.448 (Connecting)
            ! open
                > hello
            < welcome lobby=9/9
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            ? rooms
                lobby 9/9 unread 0
        "#]],
    );
}

#[test]
fn typing_is_told_every_three_seconds_and_anew_after_a_message() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * typing lobby
         * typing lobby
         ~ 3s
         * typing lobby
         * post lobby c1
         * typing lobby",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * typing lobby
                > typing lobby
            * typing lobby
            ~ 3s
                1.000 > ping 1
            * typing lobby
                > typing lobby
            * post lobby c1
                keep c1
                > post lobby c1
            * typing lobby
                > typing lobby
        "#]],
    );
}

#[test]
fn several_rooms_catch_up_before_the_link_counts_as_online() {
    check(
        "! start
         ! open
         < welcome lobby=1/0 den=1/0
         * open lobby
         < following lobby newest 1 1
         < entries lobby 1-1 ada
         < live lobby 1
         * open den
         < following den newest 1 1
         < entries den 1-1 ada
         < live den 1
         ! close
         ~ 1s
         ! open
         < welcome lobby=2/0 den=3/0
         < following den resumed 2 3
         < entries den 2-3 ada
         < live den 3
         < following lobby resumed 2 2
         < entries lobby 2-2 ada
         < live lobby 2",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=1/0 den=1/0
                (Online)
            * open lobby
                > follow lobby
            < following lobby newest 1 1
            < entries lobby 1-1 ada
            < live lobby 1
            * open den
                > follow den
            < following den newest 1 1
            < entries den 1-1 ada
            < live den 1
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=2/0 den=3/0
                > follow den after #1
                > follow lobby after #1
                (CatchingUp)
            < following den resumed 2 3
            < entries den 2-3 ada
            < live den 3
            < following lobby resumed 2 2
            < entries lobby 2-2 ada
            < live lobby 2
                notice BackOnline { stored: 0, fetched: 3 }
                (Online)
        "#]],
    );
}

#[test]
fn the_sentence_about_the_way_back_does_not_wait_for_a_slow_outbox() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         ! close
         * post lobby c1
         ~ 1s
         ! open
         < welcome lobby=0/0
         ~ 2s
         < posted c1 1",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ! close
                (Waiting)
            * post lobby c1
                keep c1
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                > post lobby c1
                (Online)
            ~ 2s
                2.000 > ping 1
                3.000 notice BackOnline { stored: 0, fetched: 0 }
            < posted c1 1
                forget c1
                > mark lobby #1
        "#]],
    );
}

#[test]
fn stopping_closes_the_link_and_keeps_the_outbox() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * stop
         * post lobby c1
         ~ 1h
         ? status",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * stop
                shut 1 1000
                (Stopped("Stopped on this device."))
            * post lobby c1
                keep c1
            ~ 1h
            ? status
                Stopped("Stopped on this device."), 1 waiting, 0 failed, round trip None
        "#]],
    );
}

mod views {
    use shared::cursor::Seq;
    use shared::entry::RoomSummary;
    use shared::ids::ClientId;
    use shared::moment::{Moment, Timestamp};
    use shared::server_frame::{ServerFrame, TypingIn, Welcome};
    use shared::text::{MessageText, RoomName};

    use crate::script::{author, client_id, entries, room, welcome};
    use crate::*;

    struct Told {
        client: ChatClient,
        now: Moment,
        generation: Generation,
    }

    impl Told {
        fn new() -> Self {
            let (now, wall) = (Moment(1_000), Timestamp(500_000));
            let start = Start {
                now,
                wall,
                seed: 3,
                kept: Vec::new(),
                token: Some("t".to_owned()),
                choice: crate::Choice::default(),
            };
            Self {
                client: ChatClient::new(start),
                now,
                generation: Generation(0),
            }
        }

        fn feed(&mut self, input: Input) -> Vec<Output> {
            let outputs: Vec<Output> = self.client.handle(self.now, input).into_iter().collect();
            self.client.check_invariants();
            for output in &outputs {
                if let Output::Open(generation, _) = output {
                    self.generation = *generation;
                }
            }
            outputs
        }

        fn hear(&mut self, frame: ServerFrame) -> Vec<Output> {
            self.feed(Input::Received(self.generation, Box::new(frame)))
        }

        fn connect(&mut self, frame: ServerFrame) -> Vec<Output> {
            self.feed(Input::Deadline);
            self.feed(Input::Opened(self.generation));
            self.hear(frame)
        }
    }

    fn summary(name: &str, head: u64, read: u64) -> RoomSummary {
        let (head, read) = (Seq(head), Seq(read));
        RoomSummary {
            room: room(name),
            name: RoomName::from_stored(name.to_owned()),
            head,
            read,
            posts: head.0,
            read_posts: read.0,
        }
    }

    fn as_user(name: &str, frame: ServerFrame) -> ServerFrame {
        let ServerFrame::Welcome(welcome) = frame else {
            panic!("a welcome")
        };
        ServerFrame::Welcome(Box::new(Welcome {
            user: author(name),
            ..*welcome
        }))
    }

    #[test]
    fn a_new_client_is_due_at_once_and_has_done_nothing() {
        let told = Told::new();
        assert_eq!(told.client.deadline(), Some(Moment(1_000)));
        assert_eq!(told.client.status().link, LinkState::Idle);
        assert!(told.client.me().is_none() && told.client.rooms().is_empty());
        assert!(!told.client.people().known);
        told.client.check_invariants();
    }

    #[test]
    fn neither_token_nor_text_can_be_printed() {
        let mut told = Told::new();
        let text = MessageText::from_stored("sesame".to_owned());
        let post = Intent::Post {
            room: room("lobby"),
            client_id: client_id(1),
            text,
            reply_to: None,
            files: Vec::new(),
            thread: None,
        };
        let outputs = told.feed(Input::Intent(post));
        let start = Start {
            now: Moment(0),
            wall: Timestamp(0),
            seed: 0,
            kept: Vec::new(),
            token: Some("sesame".to_owned()),
            choice: crate::Choice::default(),
        };
        told.feed(Input::Closed(told.generation, 1006, String::new()));
        let back = told.feed(Input::Intent(Intent::Cancel(client_id(1))));
        let is_back = |output: &Output| matches!(output, Output::Changed(Change::TakenBack { text, .. }) if text == "sesame");
        assert!(back.iter().any(is_back));
        let client = ChatClient::new(start.clone());
        let printed = format!(
            "{:?} {outputs:?} {back:?} {start:?} {client:?}",
            told.client
        );
        assert!(!printed.contains("sesame"), "{printed}");
    }

    #[test]
    fn the_new_line_stays_where_it_was_when_the_room_was_opened() {
        let mut told = Told::new();
        told.connect(welcome(
            1,
            vec![summary("lobby", 9, 4), summary("den", 2, 2)],
        ));
        told.feed(Input::Intent(Intent::OpenRoom(room("lobby"))));
        let new_line = |told: &Told, name| told.client.timeline(room(name)).unwrap().first_unread();
        assert_eq!(new_line(&told, "lobby"), Some(Seq(5)));
        told.feed(Input::Intent(Intent::Seen {
            room: room("lobby"),
            from: Seq::ZERO,
            to: Seq(9),
        }));
        told.feed(Input::Intent(Intent::OpenRoom(room("lobby"))));
        assert_eq!(new_line(&told, "lobby"), Some(Seq(5)), "it is open already");
        told.feed(Input::Intent(Intent::OpenRoom(room("den"))));
        assert_eq!(new_line(&told, "den"), None, "everything was read");
        assert_eq!(new_line(&told, "lobby"), None, "another room is open");
        told.feed(Input::Intent(Intent::OpenRoom(room("lobby"))));
        assert_eq!(new_line(&told, "lobby"), None);
    }

    #[test]
    fn the_new_line_of_a_room_opened_early_is_known_from_the_welcome_on() {
        let mut told = Told::new();
        told.feed(Input::Intent(Intent::OpenRoom(room("lobby"))));
        assert_eq!(
            told.client.timeline(room("lobby")).unwrap().first_unread(),
            None
        );
        told.connect(welcome(1, vec![summary("lobby", 9, 4)]));
        assert_eq!(
            told.client.timeline(room("lobby")).unwrap().first_unread(),
            Some(Seq(5))
        );
    }

    #[test]
    fn clocks_that_differ_are_told_apart() {
        let mut told = Told::new();
        told.now = Moment(3_000);
        told.connect(welcome(1, Vec::new()));
        // The device says 502 s by then, the server 1000 s.
        assert_eq!(told.client.status().clock_offset_ms, 498_000);
        assert_eq!(told.client.status().offline_since, None);
        told.now = Moment(5_000);
        told.feed(Input::Closed(told.generation, 1006, String::new()));
        assert_eq!(
            told.client.status().offline_since,
            Some(Timestamp(1_002_000))
        );
    }

    #[test]
    fn while_the_link_is_down_nobody_is_known_to_be_here_or_typing() {
        let mut told = Told::new();
        told.connect(welcome(1, vec![summary("lobby", 0, 0)]));
        assert!(told.client.people().known);
        for who in ["ada", "me", "ada", "ben"] {
            let typing = TypingIn {
                room: room("lobby"),
                user: author(who),
                thread: None,
            };
            told.hear(ServerFrame::Typing(typing));
        }
        assert_eq!(
            told.client.typing(room("lobby")),
            [author("ada"), author("ben")]
        );
        let outputs = told.feed(Input::Closed(told.generation, 1006, String::new()));
        assert!(told.client.typing(room("lobby")).is_empty());
        assert!(!told.client.people().known);
        for wanted in [
            Change::People,
            Change::Status,
            Change::Typing(room("lobby")),
        ] {
            let is_told = |output: &Output| matches!(output, Output::Changed(c) if *c == wanted);
            assert!(outputs.iter().any(is_told), "{wanted:?} is told");
        }
    }

    #[test]
    fn an_entry_ends_its_authors_typing() {
        let mut told = Told::new();
        told.connect(welcome(1, vec![summary("lobby", 0, 0)]));
        let types_in = |thread| {
            let (room, user) = (room("lobby"), author("ada"));
            ServerFrame::Typing(TypingIn { room, user, thread })
        };
        told.hear(types_in(None));
        let fed = shared::server_frame::RoomEntries {
            room: room("lobby"),
            entries: entries(1, 1, "ada"),
        };
        told.hear(ServerFrame::Entries(fed));
        assert!(told.client.typing(room("lobby")).is_empty());
        assert_eq!(told.client.rooms()[0].unread, 1);
        // A reply ends it in its thread.
        told.hear(types_in(Some(Seq(1))));
        assert_eq!(
            told.client.replying(room("lobby")),
            [(Seq(1), author("ada"))]
        );
        let mut reply = entries(2, 2, "ada");
        reply[0].kind = shared::entry::EntryKind::Replied {
            thread: Seq(1),
            text: MessageText::from_stored("so it is".to_owned()),
            attached: shared::entry::Attached::default(),
        };
        told.hear(ServerFrame::Entries(shared::server_frame::RoomEntries {
            room: room("lobby"),
            entries: reply,
        }));
        assert!(told.client.replying(room("lobby")).is_empty());
    }

    #[test]
    fn a_views_change_is_told_once_a_call_and_after_the_deeds() {
        let mut told = Told::new();
        let outputs = told.connect(welcome(
            1,
            vec![summary("lobby", 0, 0), summary("den", 0, 0)],
        ));
        let changed = |output: &Output| matches!(output, Output::Changed(_));
        let first = outputs.iter().position(changed).expect("views changed");
        assert!(outputs[first..].iter().all(changed));
        let rooms = |o: &&Output| matches!(o, Output::Changed(Change::Rooms));
        assert_eq!(outputs.iter().filter(rooms).count(), 1);
    }

    #[test]
    fn what_one_user_wrote_is_not_sent_in_the_name_of_the_next() {
        let mut told = Told::new();
        told.connect(welcome(1, vec![summary("lobby", 0, 0)]));
        told.feed(Input::Intent(Intent::OpenRoom(room("lobby"))));
        told.feed(Input::Closed(told.generation, 4502, String::new()));
        let text = MessageText::from_stored("text".to_owned());
        let client_id = ClientId::new_v7(1, [1; 10]);
        told.feed(Input::Intent(Intent::Post {
            room: room("lobby"),
            client_id,
            text,
            reply_to: None,
            files: Vec::new(),
            thread: None,
        }));
        told.now = told.now.plus_ms(2_000);
        told.feed(Input::Intent(Intent::TryNow));
        let outputs = told.connect(as_user("ada", welcome(1, vec![summary("lobby", 0, 0)])));
        let posts = |o: &&Output| {
            matches!(
                o,
                Output::Transmit(_, shared::client_frame::ClientFrame::Post(_))
            )
        };
        assert_eq!(outputs.iter().filter(posts).count(), 0);
        assert_eq!(
            (told.client.status().waiting, told.client.status().failed),
            (0, 1)
        );
        let outputs = told.feed(Input::Intent(Intent::Retry(client_id)));
        assert_eq!(
            outputs.iter().filter(posts).count(),
            1,
            "the person may send it all the same"
        );
    }
}

#[test]
fn a_room_that_is_followed_without_being_shown_has_what_waits_for_it() {
    check(
        "! start
         ! open
         < welcome lobby=0/0 den=0/0
         * post den c1
         * attend den
         ? den",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0 den=0/0
                (Online)
            * post den c1
                keep c1
                > post den c1
            * attend den
                > follow den
            ? den
                | c1 on its way (complete to nothing of 0)
        "#]],
    );
}

#[test]
fn a_room_can_be_followed_without_being_shown() {
    check(
        "* attend den
         ! open
         < welcome lobby=0/0 den=2/1
         * attend den
         * attend den
         < following den newest 1 2
         < entries den 1-2 ada
         < live den 2
         * open den
         ? den
         ! close
         ~ 2s
         ! open
         < welcome lobby=0/0 den=3/1",
        expect![[r#"
            * attend den
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0 den=2/1
                (Online)
            * attend den
                > follow den
            * attend den
            < following den newest 1 2
            < entries den 1-2 ada
            < live den 2
            * open den
            ? den
                1-2 (complete to 2 of 2)
            ! close
                (Waiting)
            ~ 2s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0 den=3/1
                > follow den after #2
                (CatchingUp)
        "#]],
    );
}
