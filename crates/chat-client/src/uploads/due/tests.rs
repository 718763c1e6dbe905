use shared::file::{FileId, FileKind, FileName};
use shared::http::UploadState;
use shared::ids::RoomId;
use shared::moment::{Moment, Timestamp};
use shared::refusal::{Refusal, RefusalCode};

use super::super::kept::{KeptUpload, Shelf};
use super::super::{Chosen, Heard, UploadKey};
use super::*;

/// The room's own box.
const BOX: MessageBox = MessageBox {
    room: RoomId(1),
    thread: None,
};

fn key(number: u8) -> UploadKey {
    UploadKey(ClientId::from_bytes([number; 16]))
}

fn info(number: u8) -> FileInfo {
    FileInfo {
        id: FileId::from_bytes([number; 16]),
        name: FileName::parse("plan.png").unwrap(),
        size: 9,
        kind: FileKind::Png,
        image: None,
        at: Timestamp(1),
    }
}

fn with_files(numbers: impl IntoIterator<Item = u8>) -> Uploads {
    let mut uploads = Uploads::default();
    add(&mut uploads, numbers);
    uploads
}

fn add(uploads: &mut Uploads, numbers: impl IntoIterator<Item = u8>) {
    let chosen = numbers.into_iter().map(|number| {
        let chosen = Chosen {
            name: "plan.png".to_owned(),
            size: 9,
            declared: String::new(),
        };
        (key(number), chosen)
    });
    uploads.add(BOX, Shelf::default(), chosen);
}

fn is_there(uploads: &mut Uploads, number: u8) {
    let state = UploadState {
        id: FileId::from_bytes([number; 16]),
        received: 9,
        size: 9,
        file: Some(info(number)),
    };
    uploads.heard(Moment(0), key(number), Heard::State(state));
}

fn is_refused(uploads: &mut Uploads, number: u8, code: RefusalCode) {
    let refusal = Refusal::new(code, "No.");
    uploads.heard(Moment(0), key(number), Heard::Refused(refusal));
}

fn due() -> Due {
    Due {
        client_id: ClientId::from_bytes([77; 16]),
        typed: "look".to_owned(),
        text: MessageText::parse("look").unwrap(),
        reply_to: Some(Seq(4)),
    }
}

/// What a page leaves, through the text in which it is kept.
fn left(uploads: &Uploads) -> Vec<(KeptUpload, bool)> {
    let kept = uploads.kept(BOX);
    let read = kept.iter().map(|one| {
        let read = serde_json::from_str(&shared::codec::encode(one)).unwrap();
        assert_eq!(*one, read);
        (read, true)
    });
    read.collect()
}

#[test]
fn a_message_is_ready_when_its_last_file_is_there() {
    let mut uploads = with_files([1, 2]);
    uploads.want(BOX, due());
    assert_eq!(uploads.outlook(BOX), Some(Outlook::Goes));
    is_there(&mut uploads, 1);
    assert_eq!(uploads.ready(), None);
    is_there(&mut uploads, 2);
    assert_eq!(uploads.ready(), Some((BOX, due(), vec![info(1), info(2)])));
    assert!(uploads.withdraw(BOX));
    assert_eq!(uploads.ready(), None, "it goes once");
}

#[test]
fn the_wish_outlives_its_page_and_names_the_same_write() {
    let mut before = with_files([1, 2]);
    before.want(BOX, due());
    is_there(&mut before, 1);
    assert_eq!(
        before
            .kept(BOX)
            .iter()
            .filter(|one| one.due.is_some())
            .count(),
        1
    );

    let mut after = Uploads::default();
    after.adopt(left(&before));
    assert_eq!(after.outlook(BOX), Some(Outlook::Goes));
    is_there(&mut after, 2);
    assert_eq!(
        after.ready(),
        None,
        "whether the first is still there is asked"
    );
    is_there(&mut after, 1);
    assert_eq!(after.ready(), Some((BOX, due(), vec![info(1), info(2)])));
}

#[test]
fn without_one_of_its_files_there_is_no_wish() {
    let mut before = with_files([1, 2]);
    before.want(BOX, due());
    let mut after = Uploads::default();
    after.adopt(left(&before).into_iter().take(1));
    assert_eq!(after.due(BOX), None, "one did not come over");

    before.not_kept(key(2));
    let mut after = Uploads::default();
    after.adopt(left(&before));
    assert_eq!(after.due(BOX), None, "one was lost with its page");

    before = with_files([1]);
    before.want(BOX, due());
    let mut another_tab = with_files([9]);
    another_tab.adopt(left(&before));
    assert_eq!(another_tab.due(BOX), None, "the box has files of its own");
}

#[test]
fn while_a_file_is_refused_nothing_goes_and_its_removal_asks_to_send_again() {
    let mut uploads = with_files([1, 2]);
    uploads.want(BOX, due());
    is_there(&mut uploads, 1);
    is_refused(&mut uploads, 2, RefusalCode::FileTooLarge);
    let may_not = Outlook::Refused { may_retry: false };
    assert_eq!(uploads.outlook(BOX), Some(may_not));
    assert_eq!(uploads.ready(), None);
    let mut after = Uploads::default();
    after.adopt(left(&uploads));
    assert_eq!(after.outlook(BOX), Some(may_not), "also after a reload");
    uploads.remove(key(2));
    assert_eq!(uploads.due(BOX), None);
    assert_eq!(uploads.ready(), None);

    let mut uploads = with_files([1]);
    uploads.want(BOX, due());
    is_refused(&mut uploads, 1, RefusalCode::DiskFull);
    let may = Outlook::Refused { may_retry: true };
    assert_eq!(uploads.outlook(BOX), Some(may));
    uploads.retry(key(1));
    assert_eq!(uploads.outlook(BOX), Some(Outlook::Goes));
    is_there(&mut uploads, 1);
    assert!(uploads.ready().is_some());
}

#[test]
fn a_file_that_is_taken_out_while_it_goes_up_keeps_nothing_back() {
    let mut uploads = with_files([1, 2]);
    uploads.want(BOX, due());
    is_there(&mut uploads, 1);
    uploads.remove(key(2));
    assert_eq!(uploads.ready(), Some((BOX, due(), vec![info(1)])));
    add(&mut uploads, [3]);
    assert_eq!(uploads.ready(), None, "one that is added is waited for");
}
