//! What a client's flight recorder saves leads the same client to the same end.

use chat_client::recorder::replay::replay;
use chat_testkit::TestUser;
use shared::cursor::Seq;

use crate::harness::TestServer;

#[tokio::test]
async fn a_recording_of_a_real_conversation_replays_to_the_same_end() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    ben.post("a word of ben's").await;
    ada.sees("a word of ben's").await;
    ada.goes_offline().await;
    ada.post("a word of ada's").await;
    ben.post("another of ben's").await;
    ada.comes_back().await;
    ada.has_sent_all().await;
    ada.is_complete_to(Seq(3)).await;

    let recording = ada.recording().await;

    for words in ["word of", "another of", ada.token()] {
        assert!(!recording.contains(words), "{words} is in it");
    }
    let replayed = replay(&recording).unwrap();
    assert!(replayed.is_equal(), "{replayed:#?}");
    let end = &replayed.replayed;
    assert_eq!((end.waiting, end.failed), (0, 0));
    assert_eq!(end.timelines[0].extent.complete_to, Seq(3));
}
