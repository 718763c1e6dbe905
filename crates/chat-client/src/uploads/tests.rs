use proptest::prelude::*;
use shared::cursor::Seq;
use shared::file::{FileKind, FileName};
use shared::moment::Timestamp;

use super::kept::{KEPT_BYTES_MAX, KEPT_MAX};
use super::*;

const ROOM: RoomId = RoomId(1);

/// The room's own box.
const BOX: MessageBox = MessageBox {
    room: ROOM,
    thread: None,
};

fn chosen(size: u64) -> Chosen {
    Chosen {
        name: "plan.png".to_owned(),
        size,
        declared: String::new(),
    }
}

fn key(number: u8) -> UploadKey {
    UploadKey(ClientId::from_bytes([number; 16]))
}

/// Adds files of these sizes, under the names 1, 2, 3.
fn add(uploads: &mut Uploads, sizes: &[u64]) -> Vec<Do> {
    let named = (1..).map(key).zip(sizes.iter().copied().map(chosen));
    uploads.add(BOX, Shelf::default(), named)
}

fn is_to_keep(step: &Do) -> bool {
    matches!(step, Do::Keep(_))
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
    let out = add(&mut uploads, &[size]);
    let key = key(1);
    assert_eq!(out, [Do::Keep(key), Do::Announce(key)]);
    let mut from = 0;
    for to in [PIECE_BYTES, PIECE_BYTES * 2, size] {
        let out = uploads.heard(Moment(0), key, state(1, from, size, false));
        let id = id(1);
        assert_eq!(out, [Do::Send { key, id, from, to }]);
        assert!(uploads.is_busy(BOX));
        from = to;
    }
    let out = uploads.heard(Moment(0), key, state(1, size, size, true));
    assert_eq!(out, [], "its bytes stay until it is sent");
    assert!(!uploads.is_busy(BOX));
    assert_eq!(uploads.files(BOX), [info(1, size)]);
    let out = uploads.sent(&[info(1, size)]);
    assert_eq!(out, [Do::Forget(key)]);
    assert_eq!(uploads.of(BOX).count(), 0);
}

#[test]
fn two_go_at_once_and_the_next_when_one_is_over() {
    let mut uploads = Uploads::default();
    let mut out = add(&mut uploads, &[1, 1, 1, 1]);
    let keys: Vec<UploadKey> = (1..5).map(key).collect();
    out.retain(|step| !is_to_keep(step));
    assert_eq!(out, [Do::Announce(keys[0]), Do::Announce(keys[1])]);
    let out = uploads.heard(Moment(0), keys[1], no(RefusalCode::FileTooLarge));
    assert_eq!(out, [Do::Announce(keys[2])]);
    let out = uploads.remove(keys[0]);
    assert_eq!(out, [Do::Forget(keys[0]), Do::Announce(keys[3])]);
}

#[test]
fn after_a_break_it_asks_how_far_it_is_and_goes_on_there() {
    let mut uploads = Uploads::default();
    add(&mut uploads, &[9]);
    let key = key(1);
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
    add(&mut uploads, &[9]);
    let key = key(1);
    uploads.heard(Moment(0), key, no(RefusalCode::FileTooLarge));
    let reason = "No.".to_owned();
    assert_eq!(
        *stage(&uploads, key),
        Stage::Failed {
            reason,
            may_retry: false
        }
    );
    assert!(uploads.is_busy(BOX), "it is not in the message unnoticed");
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
    add(&mut uploads, &[9]);
    let key = key(1);
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
fn a_file_that_is_there_is_removed_on_the_server() {
    let mut uploads = Uploads::default();
    let out = uploads.restore(BOX, [(key(1), info(1, 3)), (key(2), info(2, 3))]);
    assert_eq!(
        out,
        [1, 2].map(|number| Do::Ask {
            key: key(number),
            id: id(number)
        })
    );
    uploads.restore(BOX, [(key(3), info(2, 3))]);
    assert_eq!(uploads.files(BOX), [info(1, 3), info(2, 3)]);
    let (room, id) = (ROOM, id(1));
    assert_eq!(
        uploads.remove(key(1)),
        [Do::Forget(key(1)), Do::Remove { room, id }]
    );
    assert_eq!(uploads.files(BOX), [info(2, 3)]);
}

/// What the page that comes next finds, with the bytes of those that this one kept.
fn left(uploads: &Uploads) -> Vec<(KeptUpload, bool)> {
    let kept = uploads.kept(BOX).into_iter();
    kept.map(|kept| (written_and_read(&kept), true)).collect()
}

fn written_and_read(kept: &KeptUpload) -> KeptUpload {
    serde_json::from_str(&shared::codec::encode(kept)).unwrap()
}

#[test]
fn what_was_not_sent_goes_on_in_the_next_page_where_it_was() {
    let mut before = Uploads::default();
    add(&mut before, &[9, 9, 9]);
    before.heard(Moment(0), key(1), state(1, 4, 9, false));
    before.heard(Moment(0), key(2), state(2, 9, 9, true));
    before.heard(Moment(0), key(3), no(RefusalCode::DiskFull));

    let mut after = Uploads::default();
    // Storage has no order.
    let mut found = left(&before);
    found.reverse();
    let out = after.adopt(found);
    let asked = |number| Do::Ask {
        key: key(number),
        id: id(number),
    };
    assert_eq!(out, [asked(2), asked(1)]);
    let keys: Vec<UploadKey> = after.of(BOX).map(|upload| upload.key).collect();
    assert_eq!(keys, [key(1), key(2), key(3)]);
    assert_eq!(*stage(&after, key(1)), Stage::Sending { received: 4 });
    assert_eq!(*stage(&after, key(2)), Stage::Done(info(2, 9)));
    assert!(matches!(
        stage(&after, key(3)),
        Stage::Failed {
            may_retry: true,
            ..
        }
    ));
    assert_eq!(after.retry(key(3)), [Do::Announce(key(3))]);
    let out = after.heard(Moment(0), key(1), state(1, 9, 9, true));
    assert_eq!(out, []);
    assert_eq!(after.files(BOX), [info(1, 9), info(2, 9)]);
    after.heard(Moment(0), key(2), state(2, 9, 9, true));
    assert_eq!(
        after.adopt(left(&before)),
        [],
        "none of them comes a second time"
    );
}

#[test]
fn a_file_that_the_server_dropped_meanwhile_goes_up_again() {
    let mut before = Uploads::default();
    add(&mut before, &[9]);
    before.heard(Moment(0), key(1), state(1, 9, 9, true));

    let mut after = Uploads::default();
    let ask = Do::Ask {
        key: key(1),
        id: id(1),
    };
    assert_eq!(after.adopt(left(&before)), std::slice::from_ref(&ask));
    assert!(!after.is_busy(BOX), "nothing waits for that answer");
    after.heard(Moment(0), key(1), Heard::Lost);
    assert_eq!(after.linked(), std::slice::from_ref(&ask));
    let out = after.heard(Moment(0), key(1), no(RefusalCode::UnknownFile));
    assert_eq!(out, [Do::Announce(key(1))]);
    after.heard(Moment(0), key(1), state(2, 9, 9, true));
    assert_eq!(after.files(BOX), [info(2, 9)]);
    assert_eq!(after.linked(), [], "it has just been there");
}

/// A link that came to stand while the first question was open asks again.
#[test]
fn a_dropped_file_that_was_asked_for_twice_goes_up_once() {
    let mut before = Uploads::default();
    add(&mut before, &[5]);
    before.heard(Moment(0), key(1), state(1, 5, 5, true));
    let mut after = Uploads::default();
    after.adopt(left(&before));
    assert_eq!(after.linked().len(), 1, "it is asked again");
    let announce = Do::Announce(key(1));
    let gone = || no(RefusalCode::UnknownFile);
    assert_eq!(after.heard(Moment(0), key(1), gone()), [announce]);
    assert_eq!(after.heard(Moment(0), key(1), gone()), []);
    assert_eq!(stage(&after, key(1)), &Stage::Sending { received: 0 });
    after.heard(Moment(0), key(1), state(2, 5, 5, true));
    assert_eq!(stage(&after, key(1)), &Stage::Done(info(2, 5)));
}

#[test]
fn a_file_whose_bytes_are_gone_is_shown_and_can_only_be_removed() {
    let mut before = Uploads::default();
    add(&mut before, &[9, 9]);
    before.heard(Moment(0), key(1), state(1, 4, 9, false));
    before.heard(Moment(0), key(2), state(2, 9, 9, true));
    let without_bytes = left(&before).into_iter().map(|(kept, _)| (kept, false));

    let mut after = Uploads::default();
    after.adopt(without_bytes);
    assert_eq!(*stage(&after, key(1)), bytes_are_gone());
    assert_eq!(after.retry(key(1)), []);
    assert_eq!(after.files(BOX), [info(2, 9)], "the server has that one");
    after.heard(Moment(0), key(2), no(RefusalCode::UnknownFile));
    assert_eq!(*stage(&after, key(2)), bytes_are_gone());
    assert_eq!(after.kept(BOX).len(), 2, "told until it is removed");
    after.remove(key(1));
    assert_eq!(after.kept(BOX).len(), 1);
}

#[test]
fn what_came_back_with_its_message_is_not_there_twice() {
    let mut before = Uploads::default();
    add(&mut before, &[9]);
    before.heard(Moment(0), key(1), state(1, 9, 9, true));
    let mut after = Uploads::default();
    after.restore(BOX, [(key(7), info(1, 9))]);
    let out = after.adopt(left(&before));
    assert_eq!(out[0], Do::Forget(key(1)));
    assert_eq!(after.files(BOX), [info(1, 9)]);
}

#[test]
fn a_file_that_is_not_kept_says_so_until_the_server_has_it() {
    let mut uploads = Uploads::default();
    add(&mut uploads, &[9]);
    assert!(!uploads.get(key(1)).unwrap().goes_with_the_page());
    assert_eq!(uploads.kept(BOX).len(), 1);
    uploads.not_kept(key(1));
    assert!(uploads.get(key(1)).unwrap().goes_with_the_page());
    assert_eq!(uploads.kept(BOX), [], "without bytes it is of no use");
    uploads.heard(Moment(0), key(1), state(1, 9, 9, true));
    assert!(!uploads.get(key(1)).unwrap().goes_with_the_page());
    assert_eq!(uploads.kept(BOX)[0].done, Some(info(1, 9)));
}

#[test]
fn a_browser_keeps_so_many_files_and_so_many_bytes() {
    let keeps = |uploads: &Uploads| {
        let upload = uploads.get(key(1)).unwrap();
        !upload.goes_with_the_page()
    };
    for (shelf, size, is_kept) in [
        (Shelf::default(), KEPT_BYTES_MAX, true),
        (Shelf::default(), KEPT_BYTES_MAX + 1, false),
        (Shelf::with([KEPT_BYTES_MAX - 9]), 9, true),
        (Shelf::with([KEPT_BYTES_MAX - 9]), 10, false),
        (Shelf::with(vec![0; KEPT_MAX - 1]), 1, true),
        (Shelf::with(vec![0; KEPT_MAX]), 1, false),
    ] {
        let mut uploads = Uploads::default();
        let out = uploads.add(BOX, shelf, [(key(1), chosen(size))]);
        assert_eq!(out.iter().any(is_to_keep), is_kept, "{shelf:?} {size}");
        assert_eq!(keeps(&uploads), is_kept, "{shelf:?} {size}");
    }
    let mut uploads = Uploads::default();
    add(&mut uploads, &[KEPT_BYTES_MAX, 1]);
    assert!(
        uploads.get(key(2)).unwrap().goes_with_the_page(),
        "of those that come together each counts"
    );
}

proptest! {
    /// Whatever breaks, a server that answers in the end has every byte once and in order.
    #[test]
    fn all_bytes_arrive_in_order_whatever_breaks(
        size in 0..3 * PIECE_BYTES,
        breaks in prop::collection::vec(0_u8..5, 0..30),
    ) {
        let mut uploads = Uploads::default();
        let mut todo = add(&mut uploads, &[size]);
        let key = key(1);
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
                    Do::Keep(_) | Do::Forget(_) | Do::GiveUp { .. } | Do::Remove { .. } => None,
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
        add(&mut uploads, &[9]);
        uploads.heard(Moment(0), key(1), no(code));
        let is_offered = matches!(
            stage(&uploads, key(1)),
            Stage::Failed {
                may_retry: true,
                ..
            }
        );
        assert_eq!(is_offered, may_retry, "{code:?}");
    }
}

#[test]
fn a_rooms_box_and_that_of_a_thread_have_files_of_their_own_over_the_end_of_the_page() {
    let thread = MessageBox {
        thread: Some(Seq(4)),
        ..BOX
    };
    let mut before = Uploads::default();
    before.add(BOX, Shelf::default(), [(key(1), chosen(9))]);
    before.add(thread, Shelf::default(), [(key(2), chosen(9))]);
    let keys = |uploads: &Uploads, at| -> Vec<UploadKey> {
        uploads.of(at).map(|upload| upload.key).collect()
    };
    assert_eq!(keys(&before, BOX), [key(1)]);
    assert_eq!(keys(&before, thread), [key(2)]);
    // As it lies in storage; what a room's box keeps reads as it always did.
    let left = [before.kept(BOX), before.kept(thread)].concat();
    let values: Vec<serde_json::Value> = left
        .iter()
        .map(|kept| serde_json::to_value(kept).unwrap())
        .collect();
    assert_eq!(
        (&values[0]["room"], values[0].get("thread")),
        (&1.into(), None)
    );
    assert_eq!(values[1]["thread"], 4);
    let read = values.into_iter().map(|value| {
        let kept: KeptUpload = serde_json::from_value(value).unwrap();
        (kept, true)
    });
    let mut after = Uploads::default();
    after.adopt(read);
    assert_eq!(keys(&after, BOX), [key(1)]);
    assert_eq!(keys(&after, thread), [key(2)]);
}
