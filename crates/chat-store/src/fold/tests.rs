use shared::ids::UserId;

use super::*;

#[test]
fn entries_that_name_nothing_are_never_refused() {
    let kind = EntryKind::Erased;
    assert_eq!(check(&kind, UserId(1), Claims::default(), None), Ok(()));
}

#[test]
fn a_deletion_leaves_nothing_but_itself() {
    let mut folded = Folded::default();
    let target = Seq(1);
    let emoji = Emoji::from_stored("👍".to_owned());
    folded.apply(Seq(2), UserId(1), &EntryKind::Reacted { target, emoji });
    folded.apply(Seq(3), UserId(1), &EntryKind::Pinned { target });
    folded.apply(Seq(4), UserId(1), &EntryKind::Deleted { target });
    let wanted = Folded {
        as_of: Seq(4),
        deleted: Some(Seq(4)),
        ..Folded::default()
    };
    assert_eq!(folded, wanted);
}
