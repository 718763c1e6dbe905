use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::time::{Instant, sleep};

use super::Moving;

const WITHIN: Duration = Duration::from_secs(30);

#[tokio::test(start_paused = true)]
async fn a_write_of_which_nothing_is_taken_fails_in_time() {
    let (here, _there) = duplex(8);
    let mut stream = Moving::new(here, WITHIN);
    let start = Instant::now();
    let outcome = stream.write_all(b"more than the eight bytes").await;
    let error = outcome.expect_err("nobody takes it");
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    assert_eq!(start.elapsed().as_secs(), WITHIN.as_secs());
}

#[tokio::test(start_paused = true)]
async fn a_slow_taker_gets_everything() {
    let (here, mut there) = duplex(8);
    let mut stream = Moving::new(here, WITHIN);
    let sent = [7; 80];
    let sending = async { stream.write_all(&sent).await };
    let taking = async {
        let mut taken = Vec::new();
        while taken.len() < sent.len() {
            sleep(WITHIN / 2).await;
            let mut some = [0; 8];
            let count = there.read(&mut some).await.expect("it is open");
            taken.extend_from_slice(&some[..count]);
        }
        taken
    };
    let (outcome, taken) = tokio::join!(sending, taking);
    outcome.expect("it never stood still");
    assert_eq!(taken, sent);
}
