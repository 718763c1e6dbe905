//! The real program is killed in the middle of its work, again and again.
//!
//! A short campaign of `chat_testkit::crash`; `cargo xtask crash` runs a long one.

use chat_testkit::crash::{self, Plan};

use crate::harness::program;

const KILLS: u32 = 12;
const CLIENTS: usize = 24;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_doubled_or_reordered_by_kill_9() {
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan {
        program: program(),
        folder: folder.path().to_owned(),
        kills: KILLS,
        clients: CLIENTS,
        seed: rand::random(),
        verify_every: 1,
    };
    eprintln!("seed {}", plan.seed);
    let report = crash::run(&plan).await.unwrap();
    eprintln!("{report}");
    assert_eq!(report.checked.kills, KILLS);
    assert!(
        report.checked.acknowledged > CLIENTS && report.checked.shown > 0,
        "the campaign tested nothing: {report}"
    );
}
