use proptest::prelude::*;
use shared::file::{FileKind, FileName};
use shared::moment::Timestamp;

use super::*;

const ROOM: RoomId = RoomId(1);

fn chosen(size: u64) -> Chosen {
    Chosen {
        name: "plan.png".to_owned(),
        size,
        declared: String::new(),
    }
}

fn id(number: u8) -> FileId {
    FileId::from_bytes([number; 16])
}

fn info(number: u8, size: u64) -> FileInfo {
    FileInfo {
        id: id(number),
        name: FileName::parse("plan.png").unwrap(),
        size,
        kind: FileKind::Png,
        image: None,
        at: Timestamp(1),
    }
}

fn state(number: u8, received: u64, size: u64, is_done: bool) -> Heard {
    Heard::State(UploadState {
        id: id(number),
        received,
        size,
        file: is_done.then(|| info(number, size)),
    })
}

fn no(code: RefusalCode) -> Heard {
    Heard::Refused(Refusal::new(code, "No."))
}

fn stage(uploads: &Uploads, key: UploadKey) -> &Stage {
    &uploads.get(key).unwrap().stage
}

#[test]
fn a_file_is_announced_sent_in_pieces_and_done() {
    let mut uploads = Uploads::default();
    let size = PIECE_BYTES * 2 + 5;
    let (keys, out) = uploads.add(ROOM, [chosen(size)]);
    let key = keys[0];
    assert_eq!(out, [Do::Announce(key)]);
    let mut from = 0;
    for to in [PIECE_BYTES, PIECE_BYTES * 2, size] {
        let out = uploads.heard(Moment(0), key, state(1, from, size, false));
        let id = id(1);
        assert_eq!(out, [Do::Send { key, id, from, to }]);
        assert!(uploads.is_busy(ROOM));
        from = to;
    }
    let out = uploads.heard(Moment(0), key, state(1, size, size, true));
    assert_eq!(out, [Do::Forget(key)]);
    assert!(!uploads.is_busy(ROOM));
    assert_eq!(uploads.files(ROOM), [info(1, size)]);
    uploads.sent(&[info(1, size)]);
    assert_eq!(uploads.of(ROOM).count(), 0);
}

#[test]
fn two_go_at_once_and_the_next_when_one_is_over() {
    let mut uploads = Uploads::default();
    let (keys, out) = uploads.add(ROOM, [chosen(1), chosen(1), chosen(1), chosen(1)]);
    assert_eq!(out, [Do::Announce(keys[0]), Do::Announce(keys[1])]);
    let out = uploads.heard(Moment(0), keys[1], no(RefusalCode::FileTooLarge));
    assert_eq!(out, [Do::Announce(keys[2])]);
    let out = uploads.remove(keys[0]);
    assert_eq!(out, [Do::Forget(keys[0]), Do::Announce(keys[3])]);
}

#[test]
fn after_a_break_it_asks_how_far_it_is_and_goes_on_there() {
    let mut uploads = Uploads::default();
    let (keys, _) = uploads.add(ROOM, [chosen(9)]);
    let key = keys[0];
    uploads.heard(Moment(0), key, state(1, 4, 9, false));
    let out = uploads.heard(Moment(10), key, Heard::Lost);
    assert_eq!(out, [Do::WakeAt(Moment(10 + REST_FIRST_MS))]);
    assert_eq!(uploads.get(key).unwrap().received(), 4);
    assert_eq!(uploads.wake(Moment(20)), []);
    let out = uploads.wake(Moment(10 + REST_FIRST_MS));
    let ask = Do::Ask { key, id: id(1) };
    assert_eq!(out, std::slice::from_ref(&ask));
    uploads.heard(Moment(20), key, Heard::Lost);
    assert_eq!(uploads.linked(), std::slice::from_ref(&ask), "at once");
    let out = uploads.heard(Moment(30), key, no(RefusalCode::OffsetWrong));
    assert!(matches!(out[..], [Do::WakeAt(_)]), "{out:?}");
    assert_eq!(uploads.retry(key), [ask]);
}

#[test]
fn what_the_server_refuses_stays_with_its_reason_until_it_is_tried_again_or_removed() {
    let mut uploads = Uploads::default();
    let (keys, _) = uploads.add(ROOM, [chosen(9)]);
    let key = keys[0];
    uploads.heard(Moment(0), key, no(RefusalCode::FileTooLarge));
    let reason = "No.".to_owned();
    assert_eq!(
        *stage(&uploads, key),
        Stage::Failed {
            reason,
            may_retry: false
        }
    );
    assert!(uploads.is_busy(ROOM), "it is not in the message unnoticed");
    assert_eq!(uploads.linked(), []);
    assert_eq!(uploads.retry(key), [Do::Announce(key)]);
    uploads.heard(Moment(0), key, state(1, 0, 9, false));
    let out = uploads.heard(Moment(0), key, no(RefusalCode::FileInvalid));
    assert_eq!(out, []);
    assert_eq!(uploads.remove(key), [Do::Forget(key)]);
}

#[test]
fn an_upload_that_the_server_forgot_begins_again() {
    let mut uploads = Uploads::default();
    let (keys, _) = uploads.add(ROOM, [chosen(9)]);
    let key = keys[0];
    uploads.heard(Moment(0), key, state(1, 4, 9, false));
    uploads.heard(Moment(0), key, no(RefusalCode::UnknownFile));
    assert_eq!(uploads.retry(key), [Do::Announce(key)]);
    uploads.heard(Moment(0), key, state(2, 0, 9, false));
    let (room, id) = (ROOM, id(2));
    assert_eq!(
        uploads.remove(key),
        [Do::Forget(key), Do::GiveUp { room, id }]
    );
}

#[test]
fn a_file_that_is_there_is_removed_on_the_server_and_found_again_after_a_reload() {
    let mut uploads = Uploads::default();
    uploads.restore(ROOM, [info(1, 3), info(2, 3)]);
    uploads.restore(ROOM, [info(2, 3)]);
    assert_eq!(uploads.files(ROOM), [info(1, 3), info(2, 3)]);
    let key = uploads.of(ROOM).next().unwrap().key;
    let (room, id) = (ROOM, id(1));
    assert_eq!(
        uploads.remove(key),
        [Do::Forget(key), Do::Remove { room, id }]
    );
    assert_eq!(uploads.files(ROOM), [info(2, 3)]);
}

proptest! {
    /// Whatever breaks, a server that answers in the end has every byte once and in order.
    #[test]
    fn all_bytes_arrive_in_order_whatever_breaks(
        size in 0..3 * PIECE_BYTES,
        breaks in prop::collection::vec(0_u8..5, 0..30),
    ) {
        let mut uploads = Uploads::default();
        let (keys, mut todo) = uploads.add(ROOM, [chosen(size)]);
        let key = keys[0];
        let (mut received, mut announced, mut now) = (0, 0_u8, Moment(0));
        let mut breaks = breaks.into_iter();
        for _ in 0..500 {
            if todo.is_empty() || matches!(stage(&uploads, key), Stage::Done(_)) {
                break;
            }
            let mut next = Vec::new();
            for step in todo {
                let heard = match step {
                    Do::Announce(_) => {
                        announced += 1;
                        received = 0;
                        Some(state(announced, 0, size, false))
                    }
                    Do::Send { from, to, .. } if from == received => {
                        received = to;
                        Some(state(announced, to, size, to == size))
                    }
                    Do::Send { .. } => Some(no(RefusalCode::OffsetWrong)),
                    Do::Ask { .. } => Some(state(announced, received, size, false)),
                    Do::WakeAt(at) => {
                        now = now.max(at);
                        next.extend(uploads.wake(now));
                        None
                    }
                    Do::Forget(_) | Do::GiveUp { .. } | Do::Remove { .. } => None,
                };
                // What the server did stands, whatever becomes of its answer.
                let heard = heard.map(|heard| match breaks.next() {
                    Some(0) => Heard::Lost,
                    Some(1) => no(RefusalCode::Unavailable),
                    Some(2) => no(RefusalCode::OffsetWrong),
                    Some(_) | None => heard,
                });
                if let Some(heard) = heard {
                    next.extend(uploads.heard(now, key, heard));
                }
            }
            todo = next;
        }
        prop_assert!(matches!(stage(&uploads, key), Stage::Done(_)), "{uploads:?}");
        prop_assert_eq!(received, size);
    }
}

#[test]
fn what_is_refused_for_itself_is_not_offered_again() {
    for (code, may_retry) in [
        (RefusalCode::DiskFull, true),
        (RefusalCode::LimitReached, true),
        (RefusalCode::NotAllowed, true),
        (RefusalCode::NameInvalid, false),
        (RefusalCode::FileInvalid, false),
        (RefusalCode::FileTooLarge, false),
        (RefusalCode::ImageTooLarge, false),
    ] {
        let mut uploads = Uploads::default();
        let (keys, _) = uploads.add(ROOM, [chosen(9)]);
        uploads.heard(Moment(0), keys[0], no(code));
        let is_offered = matches!(
            stage(&uploads, keys[0]),
            Stage::Failed {
                may_retry: true,
                ..
            }
        );
        assert_eq!(is_offered, may_retry, "{code:?}");
    }
}
