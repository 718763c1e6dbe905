use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use shared::entry::Author;
use shared::ids::{SessionId, UserId};
use shared::limits::{LEAVE_GRACE_MS, ROSTER_PEOPLE_MAX, ROSTER_STATUS_BYTES_MAX};
use shared::moment::Moment;
use shared::signal::{PresenceState, Present, Roster, Status};
use shared::text::{DisplayName, StatusText};

use super::{Input, Output, Presence, TELL_EVERY_MS};

/// Lines: `join SESSION NAME` (the user's id is the session's tens), `leave SESSION`,
/// `away SESSION`, `back SESSION`, `says USER TEXT`, `~ MS`. The transcript repeats them and adds what
/// is told.
fn check(script: &str, expected: &Expect) {
    let mut presence = Presence::new();
    let mut now = Moment(0);
    let mut transcript = String::new();
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        transcript += &format!("{line}\n");
        let words: Vec<&str> = line.split(' ').collect();
        let session = SessionId(words[1].parse().unwrap());
        let input = match words[0] {
            "join" => Input::Joined(session, author(session.0 / 10, words[2])),
            "leave" => Input::Left(session),
            "away" => Input::Away(session, true),
            "back" => Input::Away(session, false),
            "says" => Input::Says(UserId(session.0), status(words.get(2).copied())),
            "~" => {
                let end = now.plus_ms(session.0);
                while let Some(at) = presence.deadline().filter(|at| *at <= end) {
                    now = at;
                    for output in presence.handle(now, Input::Deadline) {
                        transcript += &format!("  {}: {}\n", now.0, shown(&output));
                    }
                    presence.check_invariants();
                }
                now = end;
                continue;
            }
            other => panic!("no such input: {other}"),
        };
        assert_eq!(presence.handle(now, input), [], "nothing is told at once");
        presence.check_invariants();
    }
    expected.assert_eq(&transcript);
}

fn shown(output: &Output) -> String {
    match output {
        Output::Changed(changes) => format!("{} here, {}", changes.count, people(&changes.changes)),
        Output::Whole(roster) => format!("{} here: {}", roster.count, people(&roster.people)),
    }
}

fn people(people: &[Present]) -> String {
    let shown: Vec<String> = people
        .iter()
        .map(|one| {
            let said = one.status.as_ref().and_then(|status| status.text.as_ref());
            let said = said.map_or_else(String::new, |text| format!(" “{text}”"));
            format!("{} {:?}{said}", one.user.name, one.state)
        })
        .collect();
    shown.join(", ")
}

fn status(text: Option<&str>) -> Option<Box<Status>> {
    let text = StatusText::from_stored(text?.to_owned());
    Some(Box::new(Status {
        text: Some(text),
        ..Status::default()
    }))
}

#[test]
fn what_somebody_says_of_themselves_is_told_with_their_presence() {
    check(
        "says 1 early
         join 10 ada
         says 1 out
         ~ 500
         says 1 out
         ~ 500
         says 1 back
         says 1
         says 1 again
         away 10
         ~ 500
         says 1
         ~ 500
         says 7 nobody
         ~ 500",
        &expect![[r#"
            says 1 early
            join 10 ada
            says 1 out
            ~ 500
              500: 1 here, ada Online “out”
            says 1 out
            ~ 500
            says 1 back
            says 1
            says 1 again
            away 10
            ~ 500
              1500: 1 here, ada Away “again”
            says 1
            ~ 500
              2000: 1 here, ada Away
            says 7 nobody
            ~ 500
        "#]],
    );
}

#[test]
fn a_roster_lists_statuses_up_to_their_bytes() {
    let mut presence = Presence::new();
    let people = ROSTER_PEOPLE_MAX as u64;
    for user in 1..=people {
        let join = Input::Joined(SessionId(user), author(user, "somebody"));
        let _ = presence.handle(Moment(0), join);
        let says = Input::Says(UserId(user), status(Some(&"🌳".repeat(80))));
        let _ = presence.handle(Moment(0), says);
    }
    let roster = presence.roster();
    assert_eq!(roster.people.len() as u64, people, "everybody is listed");
    let said: Vec<usize> = roster
        .people
        .iter()
        .filter_map(|one| Some(one.status.as_ref()?.wire_bytes()))
        .collect();
    let bytes: usize = said.iter().sum();
    assert!(bytes <= ROSTER_STATUS_BYTES_MAX, "{bytes}");
    assert!(bytes + said[0] > ROSTER_STATUS_BYTES_MAX, "{bytes}");
}

fn author(user: u64, name: &str) -> Author {
    Author {
        id: UserId(user),
        name: DisplayName::from_stored(name.to_owned()),
    }
}

#[test]
fn what_a_welcome_showed_between_two_tellings_is_put_right() {
    let ada = author(1, "ada");
    let mut presence = Presence::new();
    let mut at = Moment(0);
    let mut tell = |presence: &mut Presence| {
        at = at.plus_ms(TELL_EVERY_MS);
        presence.handle(at, Input::Deadline)
    };
    let handle = |presence: &mut Presence, input| {
        assert_eq!(presence.handle(Moment(0), input), []);
    };
    handle(&mut presence, Input::Joined(SessionId(10), ada.clone()));
    handle(&mut presence, Input::Away(SessionId(10), true));
    assert_eq!(tell(&mut presence).len(), 1);
    // A new link of a client that nobody looks at says so after its welcome.
    handle(&mut presence, Input::Left(SessionId(10)));
    handle(&mut presence, Input::Joined(SessionId(11), ada));
    assert_eq!(presence.roster().people[0].state, PresenceState::Online);
    handle(&mut presence, Input::Away(SessionId(11), true));
    let told = tell(&mut presence);
    let [Output::Changed(changes)] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert_eq!(changes.changes[0].state, PresenceState::Away);
    assert_eq!(tell(&mut presence), []);
}

#[test]
fn changes_are_told_together() {
    check(
        "
        join 20 ben
        ~ 100
        join 10 ada
        join 11 ada
        ~ 400
        ~ 5000
        ",
        &expect![[r#"
            join 20 ben
            ~ 100
            join 10 ada
            join 11 ada
            ~ 400
              500: 2 here, ada Online, ben Online
            ~ 5000
        "#]],
    );
}

#[test]
fn a_user_is_away_when_every_session_is() {
    check(
        "
        join 10 ada
        join 11 ada
        ~ 500
        away 10
        ~ 500
        away 11
        ~ 500
        back 10
        ~ 500
        leave 10
        ~ 500
        ",
        &expect![[r#"
            join 10 ada
            join 11 ada
            ~ 500
              500: 1 here, ada Online
            away 10
            ~ 500
            away 11
            ~ 500
              1500: 1 here, ada Away
            back 10
            ~ 500
              2000: 1 here, ada Online
            leave 10
            ~ 500
              2500: 1 here, ada Away
        "#]],
    );
}

#[test]
fn a_user_without_sessions_stays_for_the_grace() {
    check(
        "
        join 10 ada
        ~ 500
        leave 10
        ~ 20000
        ",
        &expect![[r#"
            join 10 ada
            ~ 500
              500: 1 here, ada Online
            leave 10
            ~ 20000
              11000: 0 here, ada Offline
        "#]],
    );
}

#[test]
fn a_reload_is_not_told() {
    check(
        "
        join 10 ada
        ~ 500
        leave 10
        ~ 9999
        join 11 ada
        ~ 60000
        ",
        &expect![[r#"
            join 10 ada
            ~ 500
              500: 1 here, ada Online
            leave 10
            ~ 9999
            join 11 ada
            ~ 60000
        "#]],
    );
}

#[test]
fn a_change_that_is_taken_back_is_not_told() {
    check(
        "
        join 10 ada
        ~ 500
        away 10
        back 10
        away 99
        leave 99
        ~ 500
        ",
        &expect![[r#"
            join 10 ada
            ~ 500
              500: 1 here, ada Online
            away 10
            back 10
            away 99
            leave 99
            ~ 500
        "#]],
    );
}

#[test]
fn who_left_away_stays_away_for_the_grace() {
    check(
        "
        join 10 ada
        away 10
        ~ 500
        leave 10
        ~ 20000
        ",
        &expect![[r#"
            join 10 ada
            away 10
            ~ 500
              500: 1 here, ada Away
            leave 10
            ~ 20000
              11000: 0 here, ada Offline
        "#]],
    );
}

#[test]
fn a_new_name_is_told() {
    check(
        "
        join 10 ada
        ~ 500
        join 11 ada-l
        ~ 500
        ",
        &expect![[r#"
            join 10 ada
            ~ 500
              500: 1 here, ada Online
            join 11 ada-l
            ~ 500
              1000: 1 here, ada-l Online
        "#]],
    );
}

#[test]
fn above_the_limit_only_the_count_is_told() {
    let mut presence = Presence::new();
    let mut now = Moment(0);
    let mut tell = |presence: &mut Presence, inputs: Vec<Input>, ms: u64| {
        for input in inputs {
            assert_eq!(presence.handle(now, input), []);
        }
        let end = now.plus_ms(ms);
        let mut told = Vec::new();
        while let Some(at) = presence.deadline().filter(|at| *at <= end) {
            now = at;
            told.extend(presence.handle(now, Input::Deadline));
            presence.check_invariants();
        }
        now = end;
        told.iter().map(summary).collect::<Vec<_>>()
    };
    let joins = |from: usize, to: usize| -> Vec<Input> {
        (from..=to)
            .map(|n| Input::Joined(SessionId(n as u64), author(n as u64, "somebody")))
            .collect()
    };
    let max = ROSTER_PEOPLE_MAX;
    assert_eq!(
        tell(&mut presence, joins(1, max), 500),
        [format!("{max}: {max} changes")]
    );
    assert_eq!(presence.roster().people.len(), max);
    let over = max + 1;
    assert_eq!(
        tell(&mut presence, joins(over, over), 500),
        [format!("{over}: all 0")]
    );
    assert_eq!(
        presence.roster(),
        Roster {
            count: over as u32,
            people: Vec::new()
        }
    );
    let last = Input::Away(SessionId(1), true);
    assert_eq!(tell(&mut presence, vec![last], 500), Vec::<String>::new());
    let more = max + 2;
    assert_eq!(
        tell(&mut presence, joins(more, more), 500),
        [format!("{more}: 0 changes")]
    );
    let leave = [over, more]
        .map(|n| Input::Left(SessionId(n as u64)))
        .to_vec();
    assert_eq!(
        tell(&mut presence, leave, 60_000),
        [format!("{max}: all {max}")]
    );
    let again = Input::Away(SessionId(2), true);
    assert_eq!(
        tell(&mut presence, vec![again], 500),
        [format!("{max}: 1 changes")]
    );
}

fn summary(output: &Output) -> String {
    match output {
        Output::Changed(changes) => format!("{}: {} changes", changes.count, changes.changes.len()),
        Output::Whole(roster) => format!("{}: all {}", roster.count, roster.people.len()),
    }
}

/// What a user's state is by definition, from the whole history of their sessions.
#[derive(Default)]
struct Model {
    sessions: BTreeMap<u64, (u64, bool)>,
    last: BTreeMap<u64, (Moment, PresenceState)>,
}

impl Model {
    fn leave(&mut self, now: Moment, session: u64) {
        let Some((user, _)) = self.sessions.get(&session).copied() else {
            return;
        };
        let state = self.state(now, user);
        self.sessions.remove(&session);
        if !self.sessions.values().any(|(other, _)| *other == user) {
            self.last.insert(user, (now, state));
        }
    }

    fn state(&self, now: Moment, user: u64) -> PresenceState {
        let mut sessions = self
            .sessions
            .values()
            .filter(|(other, _)| *other == user)
            .peekable();
        if sessions.peek().is_none() {
            return match self.last.get(&user) {
                Some((at, state)) if now.ms_since(*at) < LEAVE_GRACE_MS => *state,
                Some(_) | None => PresenceState::Offline,
            };
        }
        if sessions.any(|(_, away)| !away) {
            PresenceState::Online
        } else {
            PresenceState::Away
        }
    }
}

/// What a client knows from a first roster and all that was told since.
#[derive(Default)]
struct Listener {
    count: u32,
    people: BTreeMap<UserId, PresenceState>,
}

impl Listener {
    /// `may_repeat`: somebody was shown since the last telling what was not told yet.
    fn hear(&mut self, output: &Output, may_repeat: bool) {
        match output {
            Output::Changed(changes) => {
                self.count = changes.count;
                for one in &changes.changes {
                    let before = match one.state {
                        PresenceState::Offline => self.people.remove(&one.user.id),
                        PresenceState::Online | PresenceState::Away => {
                            self.people.insert(one.user.id, one.state)
                        }
                    };
                    assert!(may_repeat || before != Some(one.state), "old news");
                }
            }
            Output::Whole(roster) => {
                self.count = roster.count;
                let people = roster.people.iter().map(|one| (one.user.id, one.state));
                self.people = people.collect();
            }
        }
    }
}

/// Enough to come at every odd moment; more would only take longer.
const LISTENERS_MAX: usize = 8;

fn tell(listeners: &mut [Listener], told: &[Output], may_repeat: &mut bool) {
    for output in told {
        for (place, listener) in listeners.iter_mut().enumerate() {
            listener.hear(output, *may_repeat || place > 0);
        }
        *may_repeat = false;
    }
}

fn states(roster: &Roster) -> BTreeMap<UserId, PresenceState> {
    roster
        .people
        .iter()
        .map(|one| (one.user.id, one.state))
        .collect()
}

proptest! {
    #[test]
    fn presence_is_what_its_definition_says(
        crowd in prop_oneof![7 => Just(0), 1 => Just(ROSTER_PEOPLE_MAX as u64 - 2)],
        steps in prop::collection::vec((0..5_u8, 1..9_u64, 0..6_000_u64), 0..60),
    ) {
        let users = 4;
        let mut presence = Presence::new();
        let mut model = Model::default();
        // The first one was there from the start, the others came later.
        let mut listeners = vec![Listener::default()];
        let mut may_repeat = false;
        let mut now = Moment(0);
        for n in 1_000..1_000 + crowd {
            let _ = presence.handle(now, Input::Joined(SessionId(n), author(n, "extra")));
        }
        let calm = (9, 1, 2 * LEAVE_GRACE_MS);
        for (verb, session, ms) in steps.into_iter().chain([calm]) {
            // Two sessions to a user.
            let user = session % users;
            let input = match verb {
                0 => Input::Joined(SessionId(session), author(user, "somebody")),
                1 => Input::Left(SessionId(session)),
                2 => Input::Away(SessionId(session), true),
                3 => Input::Away(SessionId(session), false),
                _ => Input::Deadline,
            };
            match verb {
                0 => {
                    model.leave(now, session);
                    model.sessions.insert(session, (user, false));
                }
                1 => model.leave(now, session),
                2 | 3 => {
                    if let Some((_, away)) = model.sessions.get_mut(&session) {
                        *away = verb == 2;
                    }
                }
                _ => {}
            }
            let told = presence.handle(now, input);
            tell(&mut listeners, &told, &mut may_repeat);
            presence.check_invariants();
            let end = now.plus_ms(if verb == 9 || verb == 4 { ms } else { ms % 700 });
            while let Some(at) = presence.deadline().filter(|at| *at <= end) {
                now = at;
                let told = presence.handle(now, Input::Deadline);
                tell(&mut listeners, &told, &mut may_repeat);
                presence.check_invariants();
            }
            now = end;
            if ms % 2 == 1 {
                continue;
            }
            let roster = presence.roster();
            may_repeat = true;
            if listeners.len() < LISTENERS_MAX {
                listeners.push(Listener { count: roster.count, people: states(&roster) });
            }
            let here: BTreeMap<UserId, PresenceState> = (0..users)
                .map(|user| (UserId(user), model.state(now, user)))
                .filter(|(_, state)| *state != PresenceState::Offline)
                .collect();
            prop_assert_eq!(u64::from(roster.count), crowd + here.len() as u64);
            if roster.people.is_empty() {
                prop_assert!(roster.count == 0 || roster.count as usize > ROSTER_PEOPLE_MAX);
            } else {
                let few: BTreeMap<_, _> =
                    states(&roster).into_iter().filter(|(id, _)| id.0 < users).collect();
                prop_assert_eq!(few, here);
            }
        }
        prop_assert!(presence.deadline().is_none(), "there is more to tell after a long calm");
        let roster = presence.roster();
        for listener in listeners {
            prop_assert_eq!(listener.count, roster.count);
            if roster.count as usize <= ROSTER_PEOPLE_MAX {
                prop_assert_eq!(&listener.people, &states(&roster));
            }
        }
    }
}

#[test]
fn who_came_and_went_unheard_is_no_news() {
    let mut presence = Presence::new();
    let ada = Input::Joined(SessionId(1), author(1, "ada"));
    assert_eq!(presence.handle(Moment(0), ada), []);
    assert_eq!(presence.handle(Moment(1), Input::Left(SessionId(1))), []);
    let late = Moment(2 * LEAVE_GRACE_MS);
    assert_eq!(presence.handle(late, Input::Deadline), []);
    presence.check_invariants();
    assert_eq!(presence.deadline(), None);
    assert_eq!(presence.roster(), Roster::default());
}

#[test]
fn people_come_in_the_order_of_their_ids() {
    let mut presence = Presence::new();
    for user in [5, 1, 9, 3] {
        let _ = presence.handle(Moment(0), Input::Joined(SessionId(user), author(user, "x")));
    }
    let told = presence.handle(Moment(TELL_EVERY_MS), Input::Deadline);
    let [Output::Changed(changes)] = told.as_slice() else {
        panic!("{told:?}")
    };
    let ids: Vec<u64> = changes.changes.iter().map(|one| one.user.id.0).collect();
    assert_eq!(ids, [1, 3, 5, 9]);
    let ids: Vec<u64> = presence
        .roster()
        .people
        .iter()
        .map(|one| one.user.id.0)
        .collect();
    assert_eq!(ids, [1, 3, 5, 9]);
}
