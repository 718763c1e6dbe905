use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Wake, Waker};

use shared::ids::SessionId;
use shared::moment::Moment;

use super::{SLOT_MS, Wheel};
use crate::hub::sessions::{Language, SessionHandle};

#[derive(Default)]
struct Poked(AtomicBool);

impl Wake for Poked {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A session whose driver sleeps, and whether it was poked since.
fn sleeper(id: u64) -> (Arc<SessionHandle>, Arc<Poked>) {
    let session = SessionHandle::new(SessionId(id), Language::Frames);
    let poked = Arc::new(Poked::default());
    let _ = session.mailbox.take_notices(&Waker::from(poked.clone()));
    (session, poked)
}

#[test]
fn a_session_is_poked_at_the_end_of_its_slot_and_not_before() {
    let wheel = Wheel::default();
    let (session, poked) = sleeper(1);
    let at = wheel.arm(&session, Moment(SLOT_MS + 1));
    assert_eq!(at, Moment(2 * SLOT_MS));
    assert_eq!(wheel.next(), Some(at));
    wheel.fire(Moment(2 * SLOT_MS - 1));
    assert!(!poked.0.load(Ordering::Relaxed));
    wheel.fire(Moment(2 * SLOT_MS));
    assert!(poked.0.load(Ordering::Relaxed));
    assert_eq!(wheel.next(), None);
}

#[test]
fn a_late_wheel_pokes_everybody_who_is_due_and_nobody_else() {
    let wheel = Wheel::default();
    let sleepers: Vec<_> = (0..10).map(sleeper).collect();
    for (number, (session, _)) in (0..).zip(&sleepers) {
        wheel.arm(session, Moment(number * 1_000));
    }
    wheel.fire(Moment(5_000));
    let poked = sleepers
        .iter()
        .filter(|(_, poked)| poked.0.load(Ordering::Relaxed))
        .count();
    assert_eq!(poked, 6);
    assert_eq!(wheel.next(), Some(Moment(6_000)));
}

#[tokio::test]
async fn arming_for_earlier_than_all_others_is_noticed() {
    let wheel = Wheel::default();
    let (session, _) = sleeper(1);
    wheel.arm(&session, Moment(5_000));
    wheel.armed_earlier().await;
    wheel.arm(&session, Moment(1_000));
    wheel.armed_earlier().await;
    assert_eq!(wheel.next(), Some(Moment(1_000)));
}
