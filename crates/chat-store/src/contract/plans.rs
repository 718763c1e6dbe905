//! Promises of the plans.

use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::PLANS_MAX;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState};
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use super::{ada, block_on, good, user};
use crate::plans::{PlanEnd, PlanKept};
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
        state: PlanState::Waiting,
    }
}

fn kept(store: &dyn Store, user: UserId, plan: &Plan) {
    let answer = good(store.keep_plan(user, plan.clone()));
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
    assert!(good(store.drop_plan(ada, late.id)));
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
    assert_eq!(good(store.keep_plan(ada, first.clone())), PlanKept::Posting);
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

/// [`Store::keep_plan`] and [`Store::claim_plans`].
pub fn plans_have_a_number_and_a_known_user_and_room(store: &dyn Store) {
    let ada = ada(store);
    for number in 0..PLANS_MAX as u64 {
        kept(store, ada, &plan(number, 1_000 + number));
    }
    let one_more = plan(9_999, 1);
    let answer = good(store.keep_plan(ada, one_more.clone()));
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
    let answer = block_on(store.keep_plan(ada, unknown));
    assert_eq!(answer, Err(StoreError::NotFound("room")));
    let answer = block_on(store.keep_plan(UserId(99), one_more));
    assert_eq!(answer, Err(StoreError::NotFound("user")));
}
