//! The outbox by its inputs and outputs: other tabs, bounds, and changes that replace one another.

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
