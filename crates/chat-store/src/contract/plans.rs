//! Promises of the plans.

use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::file::FileId;
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::PLANS_MAX;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState};
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use super::threads::file;
use super::{ada, block_on, good, text_write, user};
use crate::fold::Unamendable;
use crate::plans::{PlanEnd, PlanKept, PlanWrite};
use crate::records::Appended;
use crate::{LOBBY, Store, StoreError};

fn plan(number: u64, due: u64) -> Plan {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&number.to_be_bytes());
    Plan {
        id: ClientId::new_v7(1_700_000_000_000, random),
        room: LOBBY,
        kind: PlanKind::Message,
        due: Timestamp(due),
        text: MessageText::from_stored(format!("message {number}")),
        about: number.is_multiple_of(2).then_some(Seq(number)),
        files: Vec::new(),
        state: PlanState::Waiting,
    }
}

fn kept(store: &dyn Store, user: UserId, plan: &Plan) {
    let answer = good(store.keep_plan(user, plan.clone(), PlanWrite::Make));
    assert_eq!(answer, PlanKept::Yes(plan.clone()));
}

fn claimed(store: &dyn Store, now: u64) -> Vec<ClientId> {
    let due = good(store.claim_plans(Timestamp(now), 10));
    due.into_iter().map(|due| due.plan.id).collect()
}

/// [`Store::keep_plan`], [`Store::plans`] and [`Store::drop_plan`].
pub fn plans_are_kept_changed_and_dropped(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let (late, early) = (plan(1, 2_000), plan(2, 1_000));
    kept(store, ada, &late);
    kept(store, ada, &early);
    kept(store, ben, &late);
    assert_eq!(good(store.plans(ada)), [early.clone(), late.clone()]);
    assert_eq!(good(store.next_plan_due()), Some(Timestamp(1_000)));
    let changed = Plan {
        due: Timestamp(3_000),
        text: MessageText::from_stored("other".to_owned()),
        kind: PlanKind::Reminder,
        ..early
    };
    kept(store, ada, &changed);
    assert_eq!(good(store.plans(ada)), [late.clone(), changed.clone()]);
    // A change finds what is there, and makes nothing of what is not.
    let earlier = Plan {
        due: Timestamp(2_500),
        ..changed.clone()
    };
    let answer = good(store.keep_plan(ada, earlier.clone(), PlanWrite::Change));
    assert_eq!(answer, PlanKept::Yes(earlier));
    kept(store, ada, &changed);
    assert!(good(store.drop_plan(ada, late.id)));
    let answer = good(store.keep_plan(ada, late.clone(), PlanWrite::Change));
    assert_eq!(answer, PlanKept::Gone);
    assert_eq!(good(store.plans(ada)), std::slice::from_ref(&changed));
    assert!(
        good(store.drop_plan(ada, late.id)),
        "dropping twice is no error"
    );
    assert_eq!(good(store.plans(ada)), [changed]);
    assert_eq!(good(store.plans(ben)), [late]);
}

/// [`Store::claim_plans`] and [`Store::settle_plan`].
pub fn a_due_plan_is_given_out_until_it_is_settled(store: &dyn Store) {
    let ada = ada(store);
    let (first, second) = (plan(1, 1_000), plan(2, 2_000));
    kept(store, ada, &second);
    kept(store, ada, &first);
    assert_eq!(claimed(store, 999), []);
    let due = good(store.claim_plans(Timestamp(1_000), 10));
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].who.user.id, due[0].who.login), (ada, None));
    assert_eq!(due[0].plan.state, PlanState::Posting);
    // It cannot be taken back any more, and after a kill it is given out again.
    assert_eq!(
        good(store.keep_plan(ada, first.clone(), PlanWrite::Make)),
        PlanKept::Posting
    );
    assert!(!good(store.drop_plan(ada, first.id)));
    assert_eq!(claimed(store, 0), [first.id]);
    good(store.settle_plan((ada, first.id), PlanEnd::Done));
    // Whatever the clock does, it is done.
    assert_eq!(claimed(store, 1_500), []);
    assert_eq!(claimed(store, 500), []);
    assert_eq!(good(store.plans(ada)), std::slice::from_ref(&second));
    assert_eq!(claimed(store, 9_000), [second.id]);
    good(store.settle_plan((ada, second.id), PlanEnd::Done));
    assert_eq!(good(store.next_plan_due()), None);
}

/// [`Store::settle_plan`].
pub fn a_plan_that_was_not_done_is_kept_with_its_reason(store: &dyn Store) {
    let ada = ada(store);
    let (no, again, told) = (plan(1, 1_000), plan(2, 1_001), plan(3, 1_002));
    for plan in [&no, &again, &told] {
        kept(store, ada, plan);
    }
    assert_eq!(claimed(store, 2_000), [no.id, again.id, told.id]);
    let refusal = Refusal::new(RefusalCode::UnknownRoom, "There is no such room.");
    let ends = [
        (no.id, PlanEnd::Refused(refusal.clone())),
        (again.id, PlanEnd::Again(Timestamp(5_000))),
        (told.id, PlanEnd::Due),
    ];
    for (id, end) in ends {
        good(store.settle_plan((ada, id), end));
    }
    let found: Vec<_> = good(store.plans(ada))
        .into_iter()
        .map(|plan| (plan.id, plan.due, plan.state))
        .collect();
    assert_eq!(
        found,
        [
            (no.id, no.due, PlanState::Refused(refusal)),
            (told.id, told.due, PlanState::Due),
            (again.id, Timestamp(5_000), PlanState::Waiting),
        ]
    );
    assert_eq!(good(store.next_plan_due()), Some(Timestamp(5_000)));
    assert_eq!(claimed(store, 4_999), []);
    // What is not wanted any more goes, and what is changed waits anew.
    kept(store, ada, &no);
    assert!(good(store.drop_plan(ada, told.id)));
    assert_eq!(claimed(store, 5_000), [no.id, again.id]);
}

fn with_files(plan: Plan, numbers: &[u8]) -> Plan {
    Plan {
        files: numbers.iter().copied().map(file).collect(),
        ..plan
    }
}

/// Posts a message with these files under this id.
fn posts(store: &dyn Store, user: UserId, id: ClientId, numbers: &[u8]) -> Appended {
    let mut new = text_write(LOBBY, user, 1, String::new());
    new.client_id = id;
    new.kind = EntryKind::Posted {
        text: MessageText::none(),
        reply_to: None,
        attached: Attached {
            files: numbers.iter().copied().map(file).collect(),
            forwarded: None,
        },
    };
    good(store.append(new))
}

/// [`Store::keep_plan`], [`Store::append`], [`Store::files_to_erase`], [`Store::waiting_files`]:
/// the files of a plan are its own until it is posted or goes, and then its message's, or to be
/// erased.
pub fn files_wait_with_their_plan(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let to_erase = || {
        let mut files = good(store.files_to_erase(10));
        files.sort_unstable();
        files
    };
    let ids =
        |numbers: &[u8]| -> Vec<FileId> { numbers.iter().map(|number| file(*number).id).collect() };
    let (first, second) = (plan(1, 1_000), plan(2, 2_000));
    let waiting = || {
        let mut files = good(store.waiting_files(ids(&[5, 4, 3, 2, 1])));
        files.sort_unstable();
        files
    };
    assert_eq!(waiting(), []);
    let first = with_files(first, &[1, 2]);
    kept(store, ada, &first);
    assert_eq!(good(store.plans(ada)), std::slice::from_ref(&first));
    assert_eq!(waiting(), ids(&[1, 2]));
    // They are nobody else's, whoever asks.
    for taken in [&[3, 2][..], &[4, 4]] {
        let answer = good(store.keep_plan(ada, with_files(second.clone(), taken), PlanWrite::Make));
        assert_eq!(answer, PlanKept::FileTaken, "{taken:?}");
        let same_name = with_files(plan(1, 1_000), taken);
        let answer = good(store.keep_plan(ben, same_name, PlanWrite::Make));
        assert_eq!(answer, PlanKept::FileTaken, "{taken:?}");
    }
    let taken = Appended::Refused(Unamendable::FileTaken);
    assert_eq!(posts(store, ada, second.id, &[1]), taken);
    assert_eq!(posts(store, ben, first.id, &[1]), taken);
    assert_eq!(to_erase(), []);
    // What it has no more is to be erased, and nobody can have it.
    let first = with_files(first, &[2, 3]);
    kept(store, ada, &first);
    assert_eq!(to_erase(), ids(&[1]));
    assert_eq!(waiting(), ids(&[2, 3]));
    let answer = good(store.keep_plan(ada, with_files(second.clone(), &[1]), PlanWrite::Make));
    assert_eq!(answer, PlanKept::FileTaken);
    good(store.files_erased(ids(&[1, 2])));
    assert_eq!(to_erase(), [], "and what is not to be erased stays");
    // Posted, they are the message's; given out again, the message is there.
    let due = good(store.claim_plans(Timestamp(1_000), 10));
    assert_eq!(due[0].plan.files, first.files);
    let posted = posts(store, ada, first.id, &[2, 3]);
    assert!(matches!(posted, Appended::Fresh(_)), "{posted:?}");
    assert_eq!(waiting(), []);
    assert_eq!(claimed(store, 1_000), [first.id]);
    let again = posts(store, ada, first.id, &[2, 3]);
    assert!(matches!(again, Appended::Repeated(_)), "{again:?}");
    good(store.settle_plan((ada, first.id), PlanEnd::Done));
    assert_eq!(to_erase(), []);
    let answer = good(store.keep_plan(ada, with_files(second.clone(), &[3]), PlanWrite::Make));
    assert_eq!(answer, PlanKept::FileTaken, "a message has it");
    // One that is not posted keeps them, and they go with it.
    kept(store, ada, &with_files(second.clone(), &[5]));
    assert_eq!(claimed(store, 2_000), [second.id]);
    let refusal = Refusal::new(RefusalCode::UnknownRoom, "There is no such room.");
    good(store.settle_plan((ada, second.id), PlanEnd::Refused(refusal)));
    assert_eq!(good(store.plans(ada))[0].files, [file(5)]);
    assert_eq!(waiting(), ids(&[5]));
    assert_eq!(to_erase(), []);
    assert!(good(store.drop_plan(ada, second.id)));
    assert_eq!(to_erase(), ids(&[5]));
    assert_eq!(waiting(), []);
}

/// [`Store::keep_plan`] and [`Store::claim_plans`].
pub fn plans_have_a_number_and_a_known_user_and_room(store: &dyn Store) {
    let ada = ada(store);
    for number in 0..PLANS_MAX as u64 {
        kept(store, ada, &plan(number, 1_000 + number));
    }
    let one_more = plan(9_999, 1);
    let answer = good(store.keep_plan(ada, one_more.clone(), PlanWrite::Make));
    assert_eq!(answer, PlanKept::TooMany);
    kept(store, ada, &plan(1, 5));
    assert_eq!(
        claimed(store, 9_000).len(),
        10,
        "at most as many as were asked for"
    );
    let unknown = Plan {
        room: RoomId(99),
        ..plan(1, 5)
    };
    let answer = block_on(store.keep_plan(ada, unknown, PlanWrite::Make));
    assert_eq!(answer, Err(StoreError::NotFound("room")));
    let answer = block_on(store.keep_plan(UserId(99), one_more, PlanWrite::Make));
    assert_eq!(answer, Err(StoreError::NotFound("user")));
}
