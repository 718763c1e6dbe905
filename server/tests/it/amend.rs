//! Messages that change, as a stranger's program sees it: every change with its rights,
//! its limits and its noes.

use serde_json::{Value, json};
use shared::ids::{RoomId, UserId};
use shared::limits::{FRAMES_BURST, FRAMES_PER_SECOND, IN_FLIGHT_MAX, PINS_MAX, REACTIONS_MAX};

use crate::harness::peer::{Peer, edit, new_id, react, unreact};
use crate::harness::{
    FickleStore, ServerProcess, Signal, TestServer, empty_store, free_port, unlimited,
};

/// Emoji of one kind each; more than a message may have.
const KINDS: [&str; REACTIONS_MAX + 1] = [
    "👍",
    "👎",
    "🎉",
    "❤️",
    "😂",
    "😮",
    "😢",
    "🙏",
    "🔥",
    "👀",
    "✅",
    "❌",
    "🚀",
    "💯",
    "🍵",
    "☕",
    "🌧️",
    "🐛",
    "🇸🇪",
    "👩‍🚀",
    "1️⃣",
];

fn refused(code: &str) -> Result<u64, String> {
    Err(code.to_owned())
}

/// The owner, who came first, and a guest.
async fn owner_and_guest(server: &TestServer) -> (Peer, Peer) {
    let owner = Peer::sign_in(&server.url, "ada").await;
    (owner, Peer::sign_in(&server.url, "ben").await)
}

#[tokio::test]
async fn an_edit_is_told_to_all_and_read_by_all_who_come_later() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    let message = ada.posts("Kettle is on.").await;
    ben.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    ben.hears_of("live").await;
    let edited = ada
        .amends(message, edit("The kettle is on."))
        .await
        .unwrap();
    let told = ben.hears_of("entries").await["entries"][0].clone();
    assert_eq!(told["seq"], edited);
    assert_eq!(told["author"], ada.user);
    let kind = json!({"edited": {"target": message, "text": "The kettle is on."}});
    assert_eq!(told["kind"], kind);
    assert_eq!(told["posts"], 1, "an edit is no message");
    assert!(told.get("state").is_none(), "{told}");

    let read = ben.message(message).await;
    assert_eq!(read["kind"], json!({"posted": {"text": "Kettle is on."}}));
    assert_eq!(read["state"]["as_of"], edited);
    assert_eq!(read["state"]["edited"]["text"], "The kettle is on.");
    let mut cy = Peer::sign_in(&server.url, "cy").await;
    cy.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    let come = cy.hears_of("entries").await;
    assert_eq!(come["entries"][0], read);
    assert_eq!(come["entries"][1], told);
}

#[tokio::test]
async fn of_two_edits_of_one_version_the_second_is_refused_and_nothing_of_it_written() {
    let server = TestServer::unlimited().await;
    let mut laptop = Peer::sign_in(&server.url, "ada").await;
    let mut phone = Peer::greeted(&server.url, &laptop.token).await;
    let message = laptop.posts("one").await;
    let first = laptop.amends(message, edit("two")).await.unwrap();
    assert_eq!(
        phone.amends(message, edit("zwei")).await,
        refused("edit_stale")
    );
    assert_eq!(phone.head().await, first, "nothing was written");
    assert_eq!(
        phone.message(message).await["state"]["edited"]["text"],
        "two"
    );
    let on_top = |base| json!({"edit": {"text": "three", "base": base}});
    for stale in [message, first + 1] {
        assert_eq!(
            phone.amends(message, on_top(stale)).await,
            refused("edit_stale")
        );
    }
    let second = phone.amends(message, on_top(first)).await.unwrap();
    assert_eq!(
        laptop.amends(message, on_top(first)).await,
        refused("edit_stale")
    );
    let state = &laptop.message(message).await["state"];
    assert_eq!(state["edited"]["seq"], second);
}

#[tokio::test]
async fn only_its_author_edits_a_message_and_only_with_a_text() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    let message = ben.posts("mine").await;
    assert_eq!(
        ada.amends(message, edit("hers")).await,
        refused("not_allowed")
    );
    for (text, code) in [(" \n", "text_empty"), ("a\u{7}", "text_control")] {
        assert_eq!(ben.amends(message, edit(text)).await, refused(code));
    }
    let long = "x".repeat(10_001);
    assert_eq!(
        ben.amends(message, edit(&long)).await,
        refused("text_too_long")
    );
    assert_eq!(ben.head().await, message);
    assert!(ben.message(message).await.get("state").is_none());
}

#[tokio::test]
async fn a_message_is_taken_back_by_its_author_and_by_the_owner_and_by_nobody_else() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    let mut cy = Peer::sign_in(&server.url, "cy").await;
    let [own, other, kept] = [
        ben.posts("my secret").await,
        ben.posts("an insult").await,
        ada.posts("the owner's").await,
    ];
    assert_eq!(
        cy.amends(own, json!("delete")).await,
        refused("not_allowed")
    );
    assert_eq!(
        ben.amends(kept, json!("delete")).await,
        refused("not_allowed")
    );
    let edited = ben.amends(own, edit("my other secret")).await.unwrap();
    ben.amends(own, json!("delete")).await.unwrap();
    ada.amends(other, json!("delete")).await.unwrap();
    assert_eq!(
        ben.amends(own, json!("delete")).await,
        refused("already_so")
    );
    for (message, by) in [(own, &ben.user), (other, &ada.user)] {
        let read = cy.message(message).await;
        assert_eq!(read["kind"], "erased");
        assert_eq!(&read["state"]["deleted"]["by"], by);
    }
    let page = cy.reads("/api/rooms/1/entries").await;
    let said = page.to_string();
    assert!(
        !said.contains("secret") && !said.contains("insult"),
        "{said}"
    );
    let lines = page["entries"].as_array().unwrap();
    let edit_of_it = lines.iter().find(|line| line["seq"] == edited).unwrap();
    assert_eq!(edit_of_it["kind"], "erased");
    assert_eq!(
        cy.message(kept).await["kind"]["posted"]["text"],
        "the owner's"
    );
    for change in [
        edit("again"),
        react("👍"),
        unreact("👍"),
        json!("pin"),
        json!("unpin"),
    ] {
        assert_eq!(ben.amends(own, change).await, refused("message_deleted"));
    }
}

#[tokio::test]
async fn a_reaction_is_given_and_taken_back_once() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    let message = ada.posts("tea?").await;
    assert_eq!(
        ben.amends(message, unreact("👍")).await,
        refused("already_so")
    );
    ben.amends(message, react("👍")).await.unwrap();
    assert_eq!(
        ben.amends(message, react("👍")).await,
        refused("already_so")
    );
    ben.amends(message, react("🍵")).await.unwrap();
    ada.amends(message, react("👍")).await.unwrap();
    let reactions = ada.message(message).await["state"]["reactions"].clone();
    let wanted = json!([
        {"emoji": "👍", "count": 2, "who": [ben.user, ada.user]},
        {"emoji": "🍵", "count": 1, "who": [ben.user]},
    ]);
    assert_eq!(reactions, wanted);
    ben.amends(message, unreact("👍")).await.unwrap();
    assert_eq!(
        ben.amends(message, unreact("👍")).await,
        refused("already_so")
    );
    let reactions = ada.message(message).await["state"]["reactions"].clone();
    assert_eq!(reactions.as_array().unwrap().len(), 2);
    assert!(
        reactions
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["count"] == 1)
    );
    // Nothing of it is a message that is not read.
    let page = ben.reads("/api/rooms/1/entries").await;
    let counts = page["entries"].as_array().unwrap().iter();
    assert!(counts.map(|line| &line["posts"]).all(|posts| *posts == 1));
}

#[tokio::test]
async fn a_message_has_no_more_kinds_of_reactions_than_the_limit() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    let message = ada.posts("what a day").await;
    let (over, within) = KINDS.split_last().unwrap();
    for kind in within {
        ada.amends(message, react(kind)).await.unwrap();
    }
    assert_eq!(
        ben.amends(message, react(over)).await,
        refused("limit_reached")
    );
    ben.amends(message, react(within[0])).await.unwrap();
    ada.amends(message, unreact(within[1])).await.unwrap();
    ben.amends(message, react(over)).await.unwrap();
    let reactions = ada.message(message).await["state"]["reactions"].clone();
    assert_eq!(reactions.as_array().unwrap().len(), REACTIONS_MAX);
}

#[tokio::test]
async fn what_is_not_one_emoji_is_no_reaction() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("tea?").await;
    let long = "👍".repeat(20);
    for none in [
        "", "a", "1", ":)", "👍👍", "👍 ", "<b>", "\u{200d}", "\u{fe0f}", &long,
    ] {
        assert_eq!(
            ada.amends(message, react(none)).await,
            refused("emoji_invalid"),
            "{none:?}"
        );
        assert_eq!(
            ada.amends(message, unreact(none)).await,
            refused("emoji_invalid")
        );
    }
    assert_eq!(ada.head().await, message);
}

#[tokio::test]
async fn pins_are_told_newest_first_and_have_an_end() {
    let server = TestServer::unlimited().await;
    let (mut ada, mut ben) = owner_and_guest(&server).await;
    for number in 0..=PINS_MAX {
        ada.posts(&format!("message {number}")).await;
    }
    let most = PINS_MAX as u64;
    for message in 1..=most {
        ben.amends(message, json!("pin")).await.unwrap();
    }
    assert_eq!(ada.amends(1, json!("pin")).await, refused("already_so"));
    assert_eq!(
        ada.amends(most + 1, json!("pin")).await,
        refused("limit_reached")
    );
    assert_eq!(
        ada.amends(most + 1, json!("unpin")).await,
        refused("already_so")
    );
    ada.amends(1, json!("unpin")).await.unwrap();
    ada.amends(most + 1, json!("pin")).await.unwrap();
    ada.amends(2, json!("delete")).await.unwrap();
    let pins = ben.reads("/api/rooms/1/pins").await["pins"].clone();
    let told: Vec<_> = pins
        .as_array()
        .unwrap()
        .iter()
        .map(|pin| pin["seq"].as_u64().unwrap())
        .collect();
    assert_eq!(told, (3..=most + 1).rev().collect::<Vec<_>>());
    assert_eq!(pins[0]["state"]["pinned"]["by"], ada.user);
    assert_eq!(pins[1]["state"]["pinned"]["by"], ben.user);
}

#[tokio::test]
async fn an_answer_and_a_change_name_a_message_of_their_room() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let tea = ada.makes_room("tea").await;
    ada.posts("first").await;
    let second = ada.posts("second").await;
    let answer = ada.replies(1, second).await.unwrap();
    let kind = json!({"posted": {"text": "yes", "reply_to": second}});
    assert_eq!(ada.message(answer).await["kind"], kind);
    assert_eq!(
        ada.replies(tea, second).await,
        refused("unknown_message"),
        "of another room"
    );
    let edited = ada.amends(1, edit("erste")).await.unwrap();
    for no_message in [0, edited, edited + 1, edited + 2, i64::MAX as u64, u64::MAX] {
        assert_eq!(ada.replies(1, no_message).await, refused("unknown_message"));
        let changes = [
            edit("x"),
            json!("delete"),
            react("👍"),
            unreact("👍"),
            json!("pin"),
            json!("unpin"),
        ];
        for change in changes {
            let answer = ada.amends(no_message, change).await;
            assert_eq!(answer, refused("unknown_message"), "{no_message}");
        }
    }
    assert_eq!(
        ada.amends_in(tea, second, react("👍")).await,
        refused("unknown_message")
    );
    ada.amends(second, json!("delete")).await.unwrap();
    assert_eq!(ada.replies(1, second).await, refused("message_deleted"));
    ada.replies(1, answer).await.unwrap();
}

#[tokio::test]
async fn a_room_that_somebody_is_not_in_has_no_messages_for_them() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let (ada, mut ben) = owner_and_guest(&server).await;
    let secret = ben.makes_room("secret").await;
    let body = json!({"room": secret, "client_id": new_id(), "text": "hush"});
    let message = ben.asks("post", body).await.unwrap();
    server.stop().await;
    let member = UserId(ben.user["id"].as_u64().unwrap());
    store.closes(RoomId(secret), vec![member]);
    let server = TestServer::over(store, unlimited()).await;
    let mut ada = Peer::greeted(&server.url, &ada.token).await;
    let mut ben = Peer::greeted(&server.url, &ben.token).await;
    let changes = [
        edit("x"),
        json!("delete"),
        react("👍"),
        unreact("👍"),
        json!("pin"),
        json!("unpin"),
    ];
    for change in &changes {
        for number in [message, 99] {
            let answer = ada.amends_in(secret, number, change.clone()).await;
            assert_eq!(answer, refused("unknown_room"));
        }
        let answer = ada.amends_in(999, 1, change.clone()).await;
        assert_eq!(answer, refused("unknown_room"));
    }
    assert_eq!(ada.replies(secret, message).await, refused("unknown_room"));
    let unknown = ada.gets("/api/rooms/999/entries").await;
    assert_eq!(
        (unknown.0, &unknown.1["code"]),
        (404, &json!("unknown_room"))
    );
    for what in [
        "entries",
        "messages/1",
        "messages/99",
        "messages/1/versions",
        "pins",
    ] {
        let told = ada.gets(&format!("/api/rooms/{secret}/{what}")).await;
        assert_eq!(told, unknown, "{what}");
        let none = ada.gets(&format!("/api/rooms/999/{what}")).await;
        assert_eq!(none, unknown, "{what}");
    }
    for (change, wanted) in changes.into_iter().zip([2, 0, 3, 4, 5, 6]) {
        // All but taking it back, which would end the others.
        if wanted != 0 {
            assert_eq!(ben.amends_in(secret, message, change).await, Ok(wanted));
        }
    }
    let entry = ben
        .reads(&format!("/api/rooms/{secret}/messages/{message}"))
        .await;
    assert_eq!(entry["entry"]["state"]["edited"]["text"], "x");
}

#[tokio::test]
async fn a_repeat_of_a_change_is_known_after_the_server_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let server = ServerProcess::start(port, folder.path(), &[]).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("one").await;
    let other = ada.posts("two").await;
    let writes = [
        (new_id(), other, edit("zwei")),
        (new_id(), other, react("👍")),
        (new_id(), other, unreact("👍")),
        (new_id(), other, json!("pin")),
        (new_id(), other, json!("unpin")),
        (new_id(), message, edit("uno")),
        (new_id(), message, json!("delete")),
    ];
    let mut first = Vec::new();
    for (id, target, change) in &writes {
        first.push(ada.amends_as(id, 1, *target, change.clone()).await.unwrap());
    }
    server.end(Signal::KILL).await;

    let server = ServerProcess::start(port, folder.path(), &[]).await;
    let mut ada = Peer::greeted(&server.url, &ada.token).await;
    let mut again = Vec::new();
    for (id, target, change) in &writes {
        again.push(ada.amends_as(id, 1, *target, change.clone()).await.unwrap());
    }
    assert_eq!(again, first);
    assert_eq!(ada.head().await, *first.last().unwrap());
    server.end(Signal::TERM).await;
    let (is_well, said) = crate::verify::verify(folder.path());
    assert!(is_well, "{said}");
}

#[tokio::test]
async fn the_id_of_a_write_is_good_for_that_write_only() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("one").await;
    let other = ada.posts("two").await;
    let id = new_id();
    let nil = "00000000-0000-0000-0000-000000000000";
    let no = refused("client_id_invalid");
    assert_eq!(ada.amends_as(nil, 1, message, react("👍")).await, no);
    let first = ada.amends_as(&id, 1, message, react("👍")).await.unwrap();
    let others = [
        (message, react("🎉")),
        (message, unreact("👍")),
        (message, edit("uno")),
        (message, json!("delete")),
        (message, json!("pin")),
        (other, react("👍")),
    ];
    for (target, change) in others {
        assert_eq!(ada.amends_as(&id, 1, target, change).await, no);
    }
    let post = json!({"room": 1, "client_id": &id, "text": "three"});
    assert_eq!(ada.asks("post", post).await, no);
    assert_eq!(ada.amends_as(&id, 1, message, react("👍")).await, Ok(first));
    // The id of an edit counts for its text, and the id of a message for no change.
    let id = new_id();
    ada.amends_as(&id, 1, other, edit("zwei")).await.unwrap();
    assert_eq!(ada.amends_as(&id, 1, other, edit("dos")).await, no);
    let id = new_id();
    let post = json!({"room": 1, "client_id": &id, "text": "three"});
    ada.asks("post", post).await.unwrap();
    assert_eq!(ada.amends_as(&id, 1, other, json!("pin")).await, no);
    assert!(ada.message(other).await["state"].get("pinned").is_none());
}

#[tokio::test]
async fn no_more_changes_wait_for_their_answers_than_requests_may() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("one").await;
    store.holds_back(true);
    let most = u32::try_from(IN_FLIGHT_MAX).unwrap();
    for number in 0..most + 3 {
        let change = if number.is_multiple_of(2) {
            react("👍")
        } else {
            unreact("👍")
        };
        ada.says(&amend(1_000 + number, message, &change)).await;
    }
    for number in most..most + 3 {
        assert_eq!(
            ada.answer(1_000 + number).await,
            refused("too_many_in_flight")
        );
    }
    store.holds_back(false);
    let mut written = Vec::new();
    for _ in 0..most {
        let posted = ada.hears_of("posted").await;
        written.push((
            posted["id"].as_u64().unwrap(),
            posted["seq"].as_u64().unwrap(),
        ));
    }
    written.sort_unstable();
    let wanted: Vec<_> = (0..u64::from(most))
        .map(|number| (1_000 + number, message + 1 + number))
        .collect();
    assert_eq!(written, wanted, "numbered in the order of sending");
}

#[tokio::test]
async fn who_changes_too_much_too_fast_is_refused_like_one_who_posts() {
    // The burst, what the rate lets in before writes are refused, and a few more.
    const FRAMES: u32 = FRAMES_BURST + 10 * FRAMES_PER_SECOND + 2 * FRAMES_PER_SECOND;
    let server = TestServer::start().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("one").await;
    for number in 0..FRAMES {
        let change = if number.is_multiple_of(2) {
            react("👍")
        } else {
            unreact("👍")
        };
        ada.says(&amend(1_000 + number, message, &change)).await;
    }
    server.fast_forward().await;
    let mut answers = Vec::new();
    for number in 0..FRAMES {
        answers.push(ada.answer(1_000 + number).await);
    }
    let refusals = answers
        .iter()
        .filter(|one| **one == refused("too_fast"))
        .count();
    let written = answers.iter().filter(|one| one.is_ok()).count();
    assert!(refusals > 0, "nobody was too fast");
    assert!(written >= FRAMES_BURST as usize, "{written} were written");
}

fn amend(id: u32, target: u64, change: &Value) -> Value {
    json!({"amend": {"id": id, "room": 1, "client_id": new_id(), "target": target, "change": change}})
}
