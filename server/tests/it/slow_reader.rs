//! A reader that does not read costs nobody anything, and comes back to everything.

use chat_store::LOBBY;
use chat_testkit::{Heard, RawSocket, TestUser, Upgrade, http};
use shared::codec;
use shared::cursor::{Cursor, Seq};
use shared::limits::MESSAGE_CHARS_MAX;
use shared::server_frame::{FollowStart, ServerFrame};

use crate::harness::{TestServer, entries_until_live, follow, log, new_client_id, post, seqs};

/// More than all buffers between a server and a stuck reader hold: messages of ten
/// kilobytes, and a kernel that buffers a few megabytes.
const MESSAGES: u32 = 1_500;

#[tokio::test]
async fn who_does_not_read_is_closed_with_4000_while_the_others_go_on_and_heals_by_cursor() {
    let mut server = TestServer::unlimited().await;
    // The server waits for the close to get through only for a while. That while does
    // not end here, however long the rest of this test takes.
    server.stop_the_clock().await;
    let url = &server.url;
    let ben = TestUser::sign_in(url, "ben").await;
    ben.open("lobby").await;
    let token = http::sign_in(url, "slow").await.unwrap().token.unwrap();
    let upgrade = Upgrade::chat().receive_buffer_bytes(4 * 1024);
    let (mut slow, welcome) = RawSocket::greeted_by(url, &token, &upgrade).await;
    follow(&mut slow, 1, None).await;
    entries_until_live(&mut slow).await;

    // Ada writes and ben reads, to the end, while nobody reads for the slow one.
    let ada = http::sign_in(url, "ada").await.unwrap().token.unwrap();
    let (mut ada, _) = RawSocket::greeted(url, &ada).await;
    let text = "x".repeat(MESSAGE_CHARS_MAX);
    for id in 0..MESSAGES {
        ada.send(&post(id, LOBBY, new_client_id(), &text)).await;
        ada.answer(shared::ids::RequestId(id)).await;
    }
    let head = Seq(u64::from(MESSAGES));
    ben.is_complete_to(head).await;

    // What had left for the slow one before it was given up is dense; then it is told.
    let mut have = Vec::new();
    let end = loop {
        let heard = slow.hear().await;
        let Heard::Text(text) = heard else {
            break heard;
        };
        if let Ok(ServerFrame::Entries(entries)) = codec::decode_server(&text) {
            have.extend(seqs(&entries.entries));
        }
    };
    assert!(
        matches!(end, Heard::Closed(4000, _)),
        "instead of a close came {end:?}"
    );
    assert_eq!(have, (1..=have.len() as u64).collect::<Vec<_>>());
    let newest = have.len() as u64;
    assert!(newest < head.0, "it got everything, so it was never slow");

    // As any client would, it pages on from its cursor, over HTTP where it is far behind.
    let cursor = Cursor {
        epoch: welcome.epoch,
        seq: Seq(newest),
    };
    let (mut slow, _) = RawSocket::greeted(url, &token).await;
    let following = follow(&mut slow, 1, Some(cursor)).await;
    let (entries, live) = entries_until_live(&mut slow).await;
    assert_eq!(live, head);
    match following.start {
        FollowStart::Resumed => have.extend(seqs(&entries)),
        FollowStart::Rewound | FollowStart::Newest => {
            have = seqs(&log(url, &token, LOBBY).await);
        }
    }
    assert_eq!(have, (1..=head.0).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_user_in_a_dead_spot_sees_everything_afterwards() {
    let server = TestServer::unlimited().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    ben.stops_reading().await;
    for number in 1..=100 {
        ada.post(&format!("message {number}")).await;
    }
    ada.is_complete_to(Seq(100)).await;
    ben.comes_back().await;
    ben.is_complete_to(Seq(100)).await;
    assert_eq!(ben.lines().await, ada.lines().await);
}
