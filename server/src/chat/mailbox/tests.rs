use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Wake, Waker};

use shared::close::CloseCode;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, RoomSummary};
use shared::ids::{RoomId, SessionId, UserId};
use shared::limits::{
    EMOJI_BYTES_MAX, ROOMS_MAX, ROSTER_PEOPLE_MAX, ROSTER_STATUS_BYTES_MAX, STATUS_CHARS_MAX,
};
use shared::moment::Timestamp;
use shared::server_frame::{ServerFrame, Welcome};
use shared::signal::{PresenceState, Present, Roster, Status};
use shared::text::{DisplayName, Emoji, RoomName, StatusText};
use shared::version::ProtocolVersion;

use super::{MAILBOX_BYTES_MAX, MAILBOX_FRAMES_MAX, Mailbox, Order, TooSlow};
use crate::hub::feed::encode;
use crate::websocket::Encoded;

/// PROTOCOL.md promises it: rooms and people are the only things that grow.
#[test]
fn the_largest_welcome_fits() {
    let widest = "𐐨".repeat(40);
    let name = DisplayName::parse(&widest).expect("forty characters of four bytes");
    let most = (1 << 53) - 1;
    let person = |id| Author {
        id: UserId(id),
        name: name.clone(),
    };
    let statuses = ROSTER_STATUS_BYTES_MAX / longest_status().wire_bytes();
    let welcome = Welcome {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        server: "10.10.10".to_owned(),
        session: SessionId(most),
        user: person(most),
        epoch: Epoch(u64::MAX),
        now: Timestamp(most),
        ping_every_ms: u32::MAX,
        pong_within_ms: u32::MAX,
        rooms: vec![
            RoomSummary {
                room: RoomId(most),
                name: RoomName::parse(&widest).expect("forty letters"),
                head: Seq(most),
                read: Seq(most),
                posts: (Seq(most)).0,
                read_posts: (Seq(most)).0,
            };
            ROOMS_MAX
        ],
        roster: Roster {
            count: u32::MAX,
            people: (0..ROSTER_PEOPLE_MAX)
                .map(|place| Present {
                    user: person(most),
                    state: PresenceState::Offline,
                    status: (place < statuses).then(|| Box::new(longest_status())),
                })
                .collect(),
        },
    };
    let frame = encode(&ServerFrame::Welcome(Box::new(welcome)));
    assert!(
        frame.len() < MAILBOX_BYTES_MAX,
        "{} bytes do not fit",
        frame.len()
    );
}

/// The most bytes that a status can have.
fn longest_status() -> Status {
    Status {
        emoji: Some(Emoji::from_stored("x".repeat(EMOJI_BYTES_MAX))),
        text: Some(StatusText::from_stored("🌳".repeat(STATUS_CHARS_MAX))),
        do_not_disturb: true,
        until: Some(Timestamp((1 << 53) - 1)),
    }
}

#[derive(Default)]
struct Wakes(AtomicUsize);

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn wakes() -> (Arc<Wakes>, Waker) {
    let wakes = Arc::new(Wakes::default());
    (wakes.clone(), Waker::from(wakes))
}

fn frame(number: usize) -> Encoded {
    Encoded::text(&number.to_string())
}

fn take(mailbox: &Mailbox, limit: usize) -> Vec<Encoded> {
    let mut frames = Vec::new();
    mailbox.take_frames(limit, |frame| frames.push(frame));
    frames
}

#[test]
fn frames_leave_in_the_order_of_their_offers() {
    let mailbox = Mailbox::default();
    for number in 0..5 {
        assert_eq!(mailbox.offer(frame(number)), Ok(()));
    }
    mailbox.offer_first(frame(9));
    assert_eq!(take(&mailbox, 3), [frame(9), frame(0), frame(1)]);
    assert_eq!(take(&mailbox, 10), [frame(2), frame(3), frame(4)]);
    assert_eq!(mailbox.waiting_bytes(), 0);
}

#[test]
fn bytes_over_the_bound_end_it_for_good() {
    let mailbox = Mailbox::default();
    let quarter = Encoded::text(&"x".repeat(MAILBOX_BYTES_MAX / 4));
    for _ in 0..3 {
        assert_eq!(mailbox.offer(quarter.clone()), Ok(()));
    }
    assert_eq!(mailbox.offer(quarter), Err(TooSlow));
    assert_eq!(mailbox.offer(frame(1)), Err(TooSlow), "also what would fit");
    assert_eq!(take(&mailbox, 10), [], "the memory is given back at once");
    let (_, waker) = wakes();
    assert_eq!(mailbox.take_notices(&waker).too_slow, Some(TooSlow));
}

#[test]
fn so_do_frames_over_the_bound() {
    let mailbox = Mailbox::default();
    for number in 0..MAILBOX_FRAMES_MAX {
        assert_eq!(mailbox.offer(frame(number)), Ok(()));
    }
    assert_eq!(mailbox.offer(frame(0)), Err(TooSlow));
}

#[test]
fn signals_are_skipped_once_it_is_half_full_and_never_end_it() {
    let mailbox = Mailbox::default();
    mailbox.offer_signal(frame(1));
    let half = Encoded::text(&"x".repeat(MAILBOX_BYTES_MAX / 2));
    assert_eq!(mailbox.offer(half.clone()), Ok(()));
    mailbox.offer_signal(frame(2));
    assert_eq!(mailbox.offer(frame(3)), Ok(()));
    assert_eq!(take(&mailbox, 10), [frame(1), half, frame(3)]);
}

#[test]
fn a_sleeping_driver_is_woken_once_by_the_first_thing_that_comes() {
    let mailbox = Mailbox::default();
    let (wakes, waker) = wakes();
    let _ = mailbox.take_notices(&waker);
    for number in 0..10 {
        assert_eq!(mailbox.offer(frame(number)), Ok(()));
    }
    mailbox.poke();
    assert_eq!(wakes.0.load(Ordering::Relaxed), 1);
    let _ = mailbox.take_notices(&waker);
    mailbox.tell_gone(RoomId(1));
    assert_eq!(wakes.0.load(Ordering::Relaxed), 2);
}

#[test]
fn notices_come_once_and_the_first_order_stands() {
    let mailbox = Mailbox::default();
    let (_, waker) = wakes();
    mailbox.tell_gone(RoomId(7));
    mailbox.order(Order::Close(CloseCode::NotSignedIn));
    mailbox.order(Order::Stop {
        reconnect_after_ms: 5,
    });
    let notices = mailbox.take_notices(&waker);
    assert_eq!(notices.gone, [RoomId(7)]);
    assert_eq!(notices.order, Some(Order::Close(CloseCode::NotSignedIn)));
    let notices = mailbox.take_notices(&waker);
    assert_eq!((notices.gone, notices.order), (Vec::new(), None));
}

#[test]
fn after_the_end_everything_is_taken_and_nothing_kept() {
    let mailbox = Mailbox::default();
    assert_eq!(mailbox.offer(frame(1)), Ok(()));
    mailbox.shut();
    for number in 0..2 * MAILBOX_FRAMES_MAX {
        assert_eq!(mailbox.offer(frame(number)), Ok(()));
    }
    mailbox.offer_first(frame(1));
    mailbox.offer_signal(frame(1));
    mailbox.order(Order::Close(CloseCode::Normal));
    assert_eq!(mailbox.waiting_bytes(), 0);
    assert_eq!(take(&mailbox, 10), []);
    let (_, waker) = wakes();
    assert_eq!(mailbox.take_notices(&waker).order, None);
}
