//! Promises of amendments: who may change what, what becomes of a message, and what is
//! left of one that was taken back.

use std::collections::BTreeMap;

use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind, MessageState};
use shared::ids::{RoomId, UserId};
use shared::limits::{
    MESSAGE_CHARS_MAX, PAGE_BYTES_MAX, PAGE_ENTRIES_MAX, PINS_MAX, REACTIONS_MAX,
    REACTORS_LISTED_MAX,
};
use shared::text::{Emoji, MessageText};

use super::{ada, block_on, fill, good, room, text_of, text_write, user};
use crate::fold::{Claims, Folded, Unamendable};
use crate::records::{Appended, NewEntry};
use crate::{LOBBY, Store, StoreError};

/// An amendment; equal numbers are repeats. They begin where messages end.
fn amendment(room: RoomId, author: UserId, number: u64, kind: EntryKind) -> NewEntry {
    let mut new = text_write(room, author, 1_000_000 + number, String::new());
    new.kind = kind;
    new
}

fn text(text: &str) -> MessageText {
    MessageText::from_stored(text.to_owned())
}

fn emoji(emoji: &str) -> Emoji {
    Emoji::from_stored(emoji.to_owned())
}

fn edit(target: u64, new: &str) -> EntryKind {
    EntryKind::Edited {
        target: Seq(target),
        text: text(new),
    }
}

fn react(target: u64, with: &str) -> EntryKind {
    EntryKind::Reacted {
        target: Seq(target),
        emoji: emoji(with),
    }
}

fn unreact(target: u64, with: &str) -> EntryKind {
    EntryKind::Unreacted {
        target: Seq(target),
        emoji: emoji(with),
    }
}

fn delete(target: u64) -> EntryKind {
    EntryKind::Deleted {
        target: Seq(target),
    }
}

fn pin(target: u64) -> EntryKind {
    EntryKind::Pinned {
        target: Seq(target),
    }
}

fn unpin(target: u64) -> EntryKind {
    EntryKind::Unpinned {
        target: Seq(target),
    }
}

/// Writes amendments one after the other.
struct Scribe<'store> {
    store: &'store dyn Store,
    number: u64,
}

impl<'store> Scribe<'store> {
    fn new(store: &'store dyn Store) -> Self {
        Self { store, number: 0 }
    }

    fn tries(&mut self, by: UserId, kind: EntryKind, claims: Claims) -> Appended {
        self.number += 1;
        let mut new = amendment(LOBBY, by, self.number, kind);
        new.claims = claims;
        good(self.store.append(new))
    }

    fn writes(&mut self, by: UserId, kind: EntryKind) -> Entry {
        let Appended::Fresh(entry) = self.tries(by, kind, Claims::default()) else {
            panic!("it is not fresh");
        };
        entry
    }

    fn is_refused(&mut self, by: UserId, kind: EntryKind) -> Unamendable {
        let head = self.head();
        let Appended::Refused(why) = self.tries(by, kind, Claims::default()) else {
            panic!("it was written");
        };
        assert_eq!(self.head(), head, "nothing was written");
        why
    }

    fn head(&self) -> Seq {
        good(self.store.entries_after(LOBBY, Seq::ZERO, 0, None)).head
    }

    fn state(&self, seq: u64) -> MessageState {
        let entry = good(self.store.message(LOBBY, Seq(seq), None));
        *entry.state.expect("it was amended")
    }
}

/// [`Store::append`]: an edit is the text from then on, and the former ones are kept.
pub fn an_edit_changes_what_a_message_says_and_keeps_what_it_said(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    let mut scribe = Scribe::new(store);
    assert_eq!(good(store.versions(LOBBY, Seq(1), Seq::ZERO, 10)), []);
    let first = scribe.writes(ada, edit(1, "second"));
    assert_eq!((first.seq, first.posts), (Seq(2), 1));
    assert!(first.state.is_none(), "a fresh entry carries no state");
    let claims = Claims {
        base: Some(Seq(2)),
        ..Claims::default()
    };
    let second = scribe.tries(ada, edit(1, "third"), claims);
    assert!(matches!(second, Appended::Fresh(_)), "{second:?}");
    let state = scribe.state(1);
    let edited = state.edited.expect("it was edited");
    assert_eq!((state.as_of, edited.seq), (Seq(3), Seq(3)));
    assert_eq!(edited.text.as_str(), "third");
    let told = |after| {
        good(store.versions(LOBBY, Seq(1), Seq(after), 10))
            .into_iter()
            .map(|version| (version.seq.0, version.text.to_string()))
            .collect::<Vec<_>>()
    };
    let former = [(1, "message 1".to_owned()), (2, "second".to_owned())];
    assert_eq!(told(0), former);
    assert_eq!(told(1), former[1..]);
    assert_eq!(told(2), []);
    assert_eq!(good(store.versions(LOBBY, Seq(1), Seq::ZERO, 1)).len(), 1);
}

/// [`Store::append`]: of two edits of the same version the second is refused, also when
/// both wait together.
pub fn an_edit_of_an_older_version_is_refused(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    let answers = [1, 2].map(|number| {
        let new = amendment(LOBBY, ada, number, edit(1, &format!("edit {number}")));
        store.append(new)
    });
    let [first, second] = answers.map(good);
    assert!(matches!(first, Appended::Fresh(_)), "{first:?}");
    assert_eq!(second, Appended::Refused(Unamendable::Stale));
}

/// [`Store::append`]: what waits together with a deletion, and comes behind it, is refused.
pub fn an_edit_behind_a_deletion_is_refused(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 2);
    let kinds = [delete(1), edit(1, "late"), edit(2, "soon"), delete(2)];
    let answers: Vec<_> = (1..)
        .zip(kinds)
        .map(|(number, kind)| store.append(amendment(LOBBY, ada, number, kind)))
        .collect();
    let answers: Vec<_> = answers.into_iter().map(good).collect();
    assert!(matches!(answers[0], Appended::Fresh(_)));
    assert_eq!(answers[1], Appended::Refused(Unamendable::Deleted));
    assert!(matches!(answers[2], Appended::Fresh(_)));
    assert!(matches!(answers[3], Appended::Fresh(_)));
}

/// [`Store::append`]: a repeat of an amendment is answered with the first, before any
/// check, also when it is erased by then.
pub fn a_repeated_amendment_is_answered_with_the_first(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    let new = amendment(LOBBY, ada, 1, edit(1, "second"));
    let Appended::Fresh(first) = good(store.append(new.clone())) else {
        panic!("a first write is fresh");
    };
    assert_eq!(
        good(store.append(new.clone())),
        Appended::Repeated(first.clone())
    );
    good(store.append(amendment(LOBBY, ada, 2, delete(1))));
    let Appended::Repeated(again) = good(store.append(new)) else {
        panic!("a repeat is known for ever");
    };
    assert_eq!((again.seq, again.at), (first.seq, first.at));
    assert_eq!(again.kind, EntryKind::Erased);
}

/// [`Store::append`]: rights and facts, each with its no.
pub fn an_amendment_that_does_not_fit_is_refused(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ada, 2);
    let mut scribe = Scribe::new(store);
    let edited = scribe.writes(ada, edit(1, "new")).seq.0;
    for kind in [edit(9, "x"), delete(0), react(edited, "👍"), pin(u64::MAX)] {
        assert_eq!(scribe.is_refused(ada, kind), Unamendable::Unknown);
    }
    assert_eq!(scribe.is_refused(ben, edit(2, "x")), Unamendable::NotTheirs);
    assert_eq!(scribe.is_refused(ben, delete(2)), Unamendable::NotTheirs);
    for (first, again) in [
        (react(2, "👍"), react(2, "👍")),
        (unreact(2, "👍"), unreact(2, "👍")),
        (pin(2), pin(2)),
        (unpin(2), unpin(2)),
    ] {
        scribe.writes(ben, first);
        assert_eq!(scribe.is_refused(ben, again), Unamendable::AlreadySo);
    }
    scribe.writes(ada, delete(2));
    for kind in [edit(2, "x"), react(2, "👍"), unreact(2, "👍"), pin(2)] {
        assert_eq!(scribe.is_refused(ada, kind), Unamendable::Deleted);
    }
    assert_eq!(scribe.is_refused(ada, delete(2)), Unamendable::AlreadySo);
}

/// [`Store::append`]: who may take back what others wrote does so.
pub fn somebody_over_others_takes_their_messages_back(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ben, 1);
    let mut scribe = Scribe::new(store);
    let claims = Claims {
        over_others: true,
        ..Claims::default()
    };
    assert_eq!(
        scribe.tries(ada, edit(1, "x"), claims),
        Appended::Refused(Unamendable::NotTheirs),
        "nobody speaks for others"
    );
    let deleted = scribe.tries(ada, delete(1), claims);
    assert!(matches!(deleted, Appended::Fresh(_)), "{deleted:?}");
    let by = scribe.state(1).deleted.expect("it is gone").by;
    assert_eq!(by.id, ada);
}

/// [`Store::append`]: a deletion leaves nothing of the text, and of the state only itself.
pub fn a_deleted_message_leaves_its_number_alone(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ada, 2);
    let mut scribe = Scribe::new(store);
    scribe.writes(ada, edit(1, "second"));
    scribe.writes(ben, react(1, "👍"));
    scribe.writes(ben, pin(1));
    let last = scribe.writes(ada, delete(1)).seq;
    let page = good(store.entries_after(LOBBY, Seq::ZERO, 10, None));
    let kinds: Vec<_> = page.entries.iter().map(|entry| &entry.kind).collect();
    assert_eq!(kinds[0], &EntryKind::Erased);
    assert_eq!(kinds[2], &EntryKind::Erased, "an edit of it");
    assert_eq!(text_of(&page.entries[1]), "message 2");
    let state = scribe.state(1);
    let deletion = state.deleted.clone().expect("it is gone");
    assert_eq!((deletion.by.id, state.as_of), (ada, last));
    assert_eq!((state.edited, state.pinned), (None, None));
    assert_eq!(state.reactions, []);
    assert!(page.entries[2].state.is_none(), "an edit has no state");
    assert_eq!(good(store.versions(LOBBY, Seq(1), Seq::ZERO, 10)), []);
    assert_eq!(good(store.pins(LOBBY, None)), []);
    assert_eq!(
        block_on(store.message(LOBBY, Seq(3), None)),
        Err(StoreError::NotFound("message"))
    );
}

/// [`Store::append`]: an answer names a message of its room that is there.
pub fn an_answer_names_a_message_of_its_room(store: &dyn Store) {
    let ada = ada(store);
    let tea = room(store, "tea", ada);
    fill(store, LOBBY, ada, 2);
    let answer = |room, number: u64, to: u64| {
        let mut new = text_write(room, ada, 100 + number, "yes".to_owned());
        new.kind = EntryKind::Posted {
            text: text("yes"),
            reply_to: Some(Seq(to)),
            attached: Attached::default(),
        };
        good(store.append(new))
    };
    let Appended::Fresh(first) = answer(LOBBY, 1, 1) else {
        panic!("message 1 is there");
    };
    let stored = good(store.message(LOBBY, first.seq, None));
    assert_eq!(stored, first);
    assert_eq!((first.posts, stored.kind), (3, first.kind.clone()));
    assert_eq!(answer(tea, 2, 1), Appended::Refused(Unamendable::Unknown));
    assert_eq!(
        answer(LOBBY, 3, 99),
        Appended::Refused(Unamendable::Unknown)
    );
    good(store.append(amendment(LOBBY, ada, 1, delete(2))));
    assert_eq!(answer(LOBBY, 4, 2), Appended::Refused(Unamendable::Deleted));
    let Appended::Repeated(again) = answer(LOBBY, 1, 1) else {
        panic!("a repeat is found before it is checked");
    };
    assert_eq!(again, first);
}

/// [`Store::append`]: messages are counted, amendments are not.
pub fn only_messages_are_counted(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 2);
    let mut scribe = Scribe::new(store);
    scribe.writes(ada, react(1, "👍"));
    scribe.writes(ada, edit(1, "new"));
    scribe.writes(ada, delete(1));
    good(store.append(text_write(LOBBY, ada, 9, "third".to_owned())));
    let page = good(store.entries_after(LOBBY, Seq::ZERO, 10, None));
    let posts: Vec<_> = page.entries.iter().map(|entry| entry.posts).collect();
    assert_eq!(posts, [1, 2, 2, 2, 2, 3]);
    assert_eq!((page.head, page.posts), (Seq(6), 3));
    let lobby = &good(store.rooms())[0];
    assert_eq!((lobby.head, lobby.posts), (Seq(6), 3));
    let mark = good(store.mark_read(ada, LOBBY, Seq(4)));
    assert_eq!((mark.seq, mark.posts), (Seq(4), 2));
    assert_eq!(good(store.read_marks(ada)), [(LOBBY, mark)]);
}

/// [`Store::entries_after`]: reactions name some, count all, and always name the reader.
pub fn reactions_name_some_and_the_reader_and_count_all(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    let mut scribe = Scribe::new(store);
    let people: Vec<_> = (0..=REACTORS_LISTED_MAX)
        .map(|number| user(store, &format!("user {number}")))
        .collect();
    for &person in &people {
        scribe.writes(person, react(1, "👍"));
    }
    scribe.writes(ada, react(1, "🎉"));
    let last = people[REACTORS_LISTED_MAX];
    for (reader, is_named) in [(None, false), (Some(last), true)] {
        let page = good(store.entries_before(LOBBY, Some(Seq(2)), 10, reader));
        let state = page.entries[0].state.clone().expect("it has reactions");
        let [thumbs, party] = state.reactions.as_slice() else {
            panic!("{:?}", state.reactions)
        };
        assert_eq!(thumbs.count as usize, people.len());
        assert_eq!(thumbs.who.len(), REACTORS_LISTED_MAX);
        assert_eq!(thumbs.who[0].id, people[0], "who came first stands first");
        assert_eq!(thumbs.who.iter().any(|one| one.id == last), is_named);
        assert_eq!((party.count, party.who[0].id), (1, ada));
    }
}

/// [`Store::append`]: kinds of reactions, and pins, have an end.
pub fn reactions_and_pins_end_at_their_limits(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ada, PINS_MAX as u64 + 1);
    let mut scribe = Scribe::new(store);
    for number in 0..REACTIONS_MAX {
        scribe.writes(ada, react(1, &format!("e{number}")));
    }
    assert_eq!(
        scribe.is_refused(ada, react(1, "one more")),
        Unamendable::TooManyReactions
    );
    scribe.writes(ben, react(1, "e0"));
    for number in 1..=PINS_MAX as u64 {
        scribe.writes(ada, pin(number));
    }
    let over = PINS_MAX as u64 + 1;
    assert_eq!(scribe.is_refused(ada, pin(over)), Unamendable::TooManyPins);
    scribe.writes(ben, unpin(1));
    scribe.writes(ben, pin(over));
    let pins: Vec<_> = good(store.pins(LOBBY, None))
        .iter()
        .map(|pin| pin.seq.0)
        .collect();
    let newest_first: Vec<_> = (2..=over).rev().collect();
    assert_eq!(pins, newest_first);
}

/// [`Store::versions`]: bounded like a page.
pub fn versions_end_at_their_bytes(store: &dyn Store) {
    let ada = ada(store);
    let long = "x".repeat(MESSAGE_CHARS_MAX);
    good(store.append(text_write(LOBBY, ada, 1, long.clone())));
    let mut scribe = Scribe::new(store);
    let mut base = None;
    for _ in 0..6 {
        let claims = Claims {
            base,
            ..Claims::default()
        };
        let edited = scribe.tries(ada, edit(1, &long), claims);
        base = edited.entry().map(|entry| entry.seq);
    }
    let mut after = Seq::ZERO;
    let mut walked = 0;
    loop {
        let versions = good(store.versions(LOBBY, Seq(1), after, PAGE_ENTRIES_MAX));
        let Some(last) = versions.last() else { break };
        assert!(versions.len() <= PAGE_BYTES_MAX / MESSAGE_CHARS_MAX);
        walked += versions.len();
        after = last.seq;
    }
    assert_eq!(walked, 6, "all but the one that stands");
}

/// [`Store::entries_after`]: whatever is written in whatever order, the state in a page is
/// the fold of the log up to it, and a reader who folds the log by itself has the same.
pub fn the_state_in_pages_is_the_fold_of_the_log(store: &dyn Store) {
    let people = [ada(store), user(store, "Ben"), user(store, "Cy")];
    let mut dice = 0x9E37_79B9_7F4A_7C15_u64;
    let mut throw = move |sides: u64| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        dice % sides
    };
    let mut folded: BTreeMap<Seq, Folded> = BTreeMap::new();
    fill(store, LOBBY, people[0], 3);
    for number in 0..400 {
        let by = people[throw(3) as usize];
        let target = throw(24) + 1;
        let with = ["👍", "🎉", "❤️"][throw(3) as usize];
        let kind = match throw(14) {
            12..=13 => EntryKind::Replied {
                thread: Seq(target),
                text: text("hello"),
                attached: Attached::default(),
            },
            0..=1 => EntryKind::Posted {
                text: text("hello"),
                reply_to: (throw(2) == 0).then_some(Seq(target)),
                attached: Attached::default(),
            },
            2..=4 => edit(target, &format!("edit {number}")),
            5 if throw(6) == 0 => delete(target),
            5..=7 => react(target, with),
            8..=9 => unreact(target, with),
            10 => pin(target),
            _ => unpin(target),
        };
        let mut new = amendment(LOBBY, by, number, kind.clone());
        new.claims = Claims {
            base: folded.get(&Seq(target)).and_then(|folded| folded.edited),
            over_others: throw(2) == 0,
        };
        if let Appended::Fresh(entry) = good(store.append(new))
            && let Some(target) = kind.target()
        {
            let of = folded.entry(target).or_default();
            of.apply(entry.seq, by, &kind);
        }
    }
    let deletions = folded.values().filter(|one| one.deleted.is_some()).count();
    assert!(deletions > 0 && deletions < folded.len(), "both happen");
    let mut after = Seq::ZERO;
    loop {
        let page = good(store.entries_after(LOBBY, after, 7, None));
        let Some(last) = page.entries.last() else {
            break;
        };
        after = last.seq;
        for entry in &page.entries {
            let state = entry.state.as_deref();
            let Some(wanted) = folded.get(&entry.seq) else {
                assert!(state.is_none(), "{entry:?}");
                continue;
            };
            let state = state.expect("it was amended");
            assert_eq!(state.as_of, wanted.as_of);
            assert_eq!(state.edited.as_ref().map(|one| one.seq), wanted.edited);
            assert_eq!(state.deleted.is_some(), wanted.deleted.is_some());
            assert_eq!(state.pinned.is_some(), wanted.pinned.is_some());
            let thread = state.thread.map(|thread| (thread.replies, thread.last));
            let wanted_thread = wanted.last_reply.map(|last| (wanted.replies, last));
            assert_eq!(thread, wanted_thread);
            let reacted: Vec<_> = state
                .reactions
                .iter()
                .flat_map(|one| one.who.iter().map(|who| (one.emoji.clone(), who.id)))
                .collect();
            assert_eq!(reacted.len(), wanted.reactions.len());
            for (emoji, who, _) in &wanted.reactions {
                assert!(reacted.contains(&(emoji.clone(), *who)));
            }
        }
    }
}

/// [`Store::message`], [`Store::versions`], [`Store::pins`]: `NotFound`.
pub fn what_is_no_message_is_not_found(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    let no = StoreError::NotFound("message");
    for seq in [Seq::ZERO, Seq(2), Seq(u64::MAX)] {
        assert_eq!(block_on(store.message(LOBBY, seq, None)), Err(no.clone()));
        assert_eq!(
            block_on(store.versions(LOBBY, seq, Seq::ZERO, 10)),
            Err(no.clone())
        );
    }
    for unknown in [RoomId(99), RoomId(u64::MAX)] {
        let no = StoreError::NotFound("room");
        assert_eq!(
            block_on(store.message(unknown, Seq(1), None)),
            Err(no.clone())
        );
        assert_eq!(
            block_on(store.versions(unknown, Seq(1), Seq::ZERO, 1)),
            Err(no.clone())
        );
        assert_eq!(block_on(store.pins(unknown, None)), Err(no));
    }
}
