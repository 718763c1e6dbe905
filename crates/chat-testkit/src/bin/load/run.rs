//! One run: everybody in, load on, what came out. Bounded in time at every step.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chat_testkit::TestUser;
use shared::cursor::Seq;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use crate::crowd;
use crate::mark;
use crate::options::{Mode, Options, ServerKind};
use crate::process::{self, Cost};
use crate::report::{Memory, Report, ServerCost};
use crate::sender::{Pace, Sender};
use crate::tally::{Room, Tally};

/// The last deliveries have to come within this time without a pause longer than it.
const STALLED: Duration = Duration::from_secs(10);

/// How often the end of the deliveries is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Between the last handshake and the first measurement, so that what the handshakes
/// left behind is cleared away.
const SETTLE: Duration = Duration::from_secs(1);

type Rooms = Vec<(String, Arc<Room>)>;

/// Runs everything and measures it.
pub(crate) async fn run(options: &Options) -> anyhow::Result<Report> {
    anyhow::ensure!(
        options.text_bytes >= mark::TEXT_BYTES_MIN,
        "a message has at least {} bytes, for the mark of its time",
        mark::TEXT_BYTES_MIN
    );
    let run = rand::random();
    let (logins, rooms) = match options.server {
        ServerKind::Confab => {
            let logins = crowd::sign_in_all(options, run).await?;
            let rooms = crowd::make_rooms(options, run, &logins[0]).await?;
            (logins, rooms)
        }
        ServerKind::Bare => {
            anyhow::ensure!(
                options.senders == 1 && options.checkers == 0,
                "a bare server gives no numbers, so one sender makes them: \
                 --senders 1 --checkers 0"
            );
            (Vec::new(), crowd::bare_room())
        }
    };
    sleep(SETTLE).await;
    let before = server_cost(options)?;
    let tally = Tally::new();
    let came_in = Instant::now();
    let mut receivers = crowd::receivers(options, &logins, &rooms, &tally).await?;
    let ramp = came_in.elapsed();
    sleep(SETTLE).await;
    let after = server_cost(options)?;

    let checkers = crowd::checkers(options, &logins, &rooms).await;
    let mut report = Report::new(options);
    report.ramp_seconds = ramp.as_secs_f64();
    report.memory = memory(options, before, after);
    match options.mode {
        Mode::Idle => idle(options, before, &mut report).await?,
        Mode::Open | Mode::Closed => {
            let senders = crowd::senders(options, &logins, &rooms).await?;
            talk(options, &tally, &rooms, senders, &mut report).await?;
        }
    }
    check(&checkers, &mut report).await;
    tally.finish();
    report.count(&tally, rooms.iter().map(|(_, room)| room.as_ref()));
    for (checker, _) in checkers {
        checker.leave().await;
    }
    receivers.shutdown().await;
    Ok(report)
}

/// Stays connected, and measures the memory once more at the end.
async fn idle(options: &Options, before: Option<Cost>, report: &mut Report) -> anyhow::Result<()> {
    let start = server_cost(options)?;
    sleep(options.duration()).await;
    let end = server_cost(options)?;
    report.memory = memory(options, before, end);
    report.server = server(start, end);
    Ok(())
}

/// Sends, waits for the last delivery, and measures.
async fn talk(
    options: &Options,
    tally: &Arc<Tally>,
    rooms: &Rooms,
    senders: Vec<Sender>,
    report: &mut Report,
) -> anyhow::Result<()> {
    let before = server_cost(options)?;
    let own_before = process::cost(None)?;
    let begin = tally.start.elapsed();
    let end = begin + options.duration();
    let count = senders.len();
    let mut sending = JoinSet::new();
    for (index, sender) in senders.into_iter().enumerate() {
        sending.spawn(sender.run(Arc::clone(tally), pace(options, begin, index, count), end));
    }
    // Kept until the deliveries are in: a sender that is gone is one reader less.
    let _senders = sending.join_all().await;
    last_deliveries(tally, rooms).await;
    report.seconds = tally
        .last_delivery()
        .max(end)
        .saturating_sub(begin)
        .as_secs_f64();
    report.server = server(before, server_cost(options)?);
    report.own_cpu_seconds = process::cost(None)?.cpu_seconds - own_before.cpu_seconds;
    Ok(())
}

fn pace(options: &Options, begin: Duration, index: usize, senders: usize) -> Pace {
    if options.mode == Mode::Closed {
        return Pace::Window {
            window: options.window.max(1),
            wait: options.wait,
        };
    }
    let every = Duration::from_secs_f64(senders as f64 / options.rate.max(f64::MIN_POSITIVE));
    // Spread over one period, so that the senders do not beat in step.
    let first = begin + every.mul_f64(index as f64 / senders as f64);
    Pace::Schedule { first, every }
}

/// Waits until every receiver has everything, or nothing comes any more.
async fn last_deliveries(tally: &Tally, rooms: &Rooms) {
    let waits_since = tally.start.elapsed();
    loop {
        let missing = rooms
            .iter()
            .any(|(_, room)| room.delivered.load(Ordering::Relaxed) < room.expected());
        let quiet_since = tally.last_delivery().max(waits_since);
        if !missing || tally.start.elapsed().saturating_sub(quiet_since) > STALLED {
            return;
        }
        sleep_until(Instant::now() + LOOK_EVERY).await;
    }
}

/// Every checker has to show its room complete up to the last acknowledged message:
/// the rooms were new, so the number of acknowledged messages is the newest number.
async fn check(checkers: &[(TestUser, Arc<Room>)], report: &mut Report) {
    for (checker, room) in checkers {
        let head = Seq(room.acknowledged.load(Ordering::Relaxed));
        let complete = checker
            .tries_to_find(format!("everything up to {head}"), move |screen| {
                let timeline = screen.client.timeline(screen.room?)?;
                (head == Seq::ZERO || timeline.complete_to() == Some(head)).then_some(())
            })
            .await;
        match complete {
            Ok(()) => report.checkers_complete += 1,
            Err(in_vain) => report.complaints.push(in_vain.to_string()),
        }
    }
}

fn server_cost(options: &Options) -> anyhow::Result<Option<Cost>> {
    options.pid.map(|pid| process::cost(Some(pid))).transpose()
}

fn memory(options: &Options, before: Option<Cost>, after: Option<Cost>) -> Option<Memory> {
    let (before, after) = (before?.rss_bytes, after?.rss_bytes);
    let grown = after.saturating_sub(before) as f64;
    let per_connection_bytes = grown / options.connections.max(1) as f64;
    Some(Memory {
        before_bytes: before,
        after_bytes: after,
        per_connection_bytes,
    })
}

fn server(before: Option<Cost>, after: Option<Cost>) -> Option<ServerCost> {
    let (before, after) = (before?, after?);
    Some(ServerCost {
        cpu_seconds: after.cpu_seconds - before.cpu_seconds,
        rss_bytes: after.rss_bytes,
        cpu_seconds_per_million_deliveries: None,
        deliveries_per_cpu_second: None,
    })
}
