//! The crash campaign: the real program is killed over and over while many clients
//! write, and what each of them was told is held against the log that is left.
//!
//! Beside every client stands a witness who notes, before the client's own machine sees
//! it, what the server said; all of it goes into one file ([`record`]). In the end that
//! file, the log and the screens have to agree ([`check`]): nothing acknowledged is
//! lost or has another number, nothing is there twice, nobody was shown what is not
//! there, everybody was told in the order of the numbers, and what waited in an outbox
//! arrived once. The data file has to pass `server verify` after every kill.
//!
//! [`comeback`] measures how long a crowd needs to be back.

pub mod check;
pub mod comeback;
pub(crate) mod people;
pub mod record;

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use shared::entry::Entry;
use shared::ids::RoomId;
use tokio::time::sleep;

use crate::server_process::{Program, ServerProcess, Signal, free_port};
use crate::{PATIENCE, ServerUrl, http};
use check::Checked;
use people::People;
use record::Record;

/// One in so many kills is followed by another while the server starts.
const SECOND_KILLS: u32 = 4;

/// So soon after its start the server is killed then.
const SECOND_KILL_WITHIN: Duration = Duration::from_millis(80);

/// Acknowledgements between a start and the next kill: few, so that starts are tested,
/// and many, so that checkpoints are.
const ACKS_BEFORE_A_KILL: std::ops::Range<u64> = 1..300;

/// How long after the last of them the kill comes: anywhere in a commit.
const KILL_WITHIN: Duration = Duration::from_millis(25);

/// How often the number of acknowledgements is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The server.
    pub program: Program,
    /// An empty folder for the data, and for the record beside it.
    pub folder: PathBuf,
    /// Kills, without those of a server that is just starting.
    pub kills: u32,
    /// Clients: all of them are the machine that browsers run.
    pub clients: usize,
    /// Decides when is killed and who does what; the machine's own timing does the rest.
    pub seed: u64,
    /// The data file is checked after every so many kills, and in the end.
    pub verify_every: u32,
}

/// What happened, when all went well.
#[derive(Clone, Debug)]
pub struct Report {
    /// The plan's.
    pub seed: u64,
    /// The plan's.
    pub clients: usize,
    /// Kills of a server at work.
    pub kills: u32,
    /// Kills of a server that was starting.
    pub kills_at_start: u32,
    /// Checks of the data file that found nothing.
    pub verified: u32,
    /// What was compared.
    pub checked: Checked,
    /// How long all of it took.
    pub took: Duration,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            seed,
            clients,
            kills,
            kills_at_start,
            verified,
            checked,
            took,
        } = self;
        writeln!(
            f,
            "seed {seed}: {kills} kills at work and {kills_at_start} at the start, {clients} \
             clients, {:.0} s",
            took.as_secs_f64()
        )?;
        writeln!(f, "{checked}")?;
        write!(f, "the data file was checked {verified} times and was well")
    }
}

/// Runs the campaign and checks what came out.
///
/// # Errors
/// What is not as promised, or what kept the campaign from running.
///
/// # Panics
/// When the server cannot be started or a client breaks one of its own rules.
pub async fn run(plan: &Plan) -> anyhow::Result<Report> {
    let begun = Instant::now();
    let mut chance = StdRng::seed_from_u64(plan.seed);
    let data = plan.folder.join("data");
    let record = Record::create(&plan.folder.join("record"))?;
    let port = free_port();
    let mut server = start(plan, port, &data).await;
    let people = People::invite(plan.clients, &server.url, &record, chance.random()).await?;
    let mut report = Report {
        seed: plan.seed,
        clients: plan.clients,
        kills: 0,
        kills_at_start: 0,
        verified: 0,
        checked: Checked::default(),
        took: Duration::ZERO,
    };
    while report.kills < plan.kills {
        at_work(&record, chance.random_range(ACKS_BEFORE_A_KILL)).await?;
        sleep(KILL_WITHIN.mul_f64(chance.random())).await;
        server.end(Signal::KILL).await;
        report.kills += 1;
        record.killed(report.kills);
        if report.kills.is_multiple_of(plan.verify_every.max(1)) {
            verify(plan, &mut report).await?;
        }
        if chance.random_ratio(1, SECOND_KILLS) {
            let starting = spawn(plan, port, &data);
            sleep(SECOND_KILL_WITHIN.mul_f64(chance.random())).await;
            starting.end(Signal::KILL).await;
            report.kills_at_start += 1;
        }
        server = start(plan, port, &data).await;
        people.try_now().await;
    }
    let people = people.stop().await?;
    let logs = people.logs(&server.url).await?;
    people.have_everything(&logs).await?;
    drop(people);
    let (status, said) = server.end(Signal::TERM).await;
    ensure!(status.success(), "the last server ended badly: {said}");
    verify(plan, &mut report).await?;
    record.close()?;
    report.checked = check::check(&record::read(&plan.folder.join("record"))?, &logs)?;
    report.took = begun.elapsed();
    Ok(report)
}

async fn start(plan: &Plan, port: u16, data: &std::path::Path) -> ServerProcess {
    let mut server = spawn(plan, port, data);
    server.wait_until_it_serves().await;
    server
}

fn spawn(plan: &Plan, port: u16, data: &std::path::Path) -> ServerProcess {
    let flags = ["--rate-limit", "off", "--log-level", "warn"];
    ServerProcess::spawn(&plan.program, port, data, &flags)
}

/// Waits until the server has acknowledged so many more writes.
async fn at_work(record: &Record, acks: u64) -> anyhow::Result<()> {
    let enough = record.acknowledged() + acks;
    let begun = Instant::now();
    while record.acknowledged() < enough {
        ensure!(
            begun.elapsed() < PATIENCE || record.acknowledged() > enough - acks,
            "nothing is acknowledged any more"
        );
        if begun.elapsed() > PATIENCE {
            // A slow machine: at work it is.
            return Ok(());
        }
        sleep(LOOK_EVERY).await;
    }
    Ok(())
}

/// The program itself says whether its data file is well.
async fn verify(plan: &Plan, report: &mut Report) -> anyhow::Result<()> {
    let mut command = plan.program.verifying(&plan.folder.join("data"));
    let output = tokio::task::spawn_blocking(move || command.output())
        .await?
        .context("the check cannot be started")?;
    ensure!(
        output.status.success(),
        "after {} kills the data file is not well: {}{}",
        report.kills,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    report.verified += 1;
    Ok(())
}

/// The whole log of a room, page by page over HTTP.
///
/// # Errors
/// When the server does not hand it out.
pub async fn log(url: &ServerUrl, token: &str, room: RoomId) -> anyhow::Result<Vec<Entry>> {
    let mut asker = http::Asker::connect(url).await?;
    let mut log: Vec<Entry> = Vec::new();
    loop {
        let after = log.last().map_or(0, |entry| entry.seq.0);
        let path = format!("/api/rooms/{room}/entries?after={after}&limit=200");
        let request = http::with_bearer(http::request(hyper::Method::GET, &path), token);
        let answer = asker.ask(request).await?;
        ensure!(
            answer.status.is_success(),
            "{path}: {} {}",
            answer.status,
            answer.text()
        );
        let page: shared::http::EntriesPage = answer.json()?;
        if page.entries.is_empty() {
            return Ok(log);
        }
        log.extend(page.entries);
    }
}
