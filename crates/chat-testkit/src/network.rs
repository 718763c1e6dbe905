//! The network campaign: real clients talk to a real server through a [`Proxy`] that
//! does what bad networks do, and afterwards everybody has to have everything.
//!
//! While the storm lasts, each new connection gets a fault by the seed: it is cut or
//! reset in the middle of a frame or a handshake, swallows or holds one direction, or
//! is slow. Connections that are open when it ends keep their faults: clients and
//! server have to notice for themselves that they talk to nobody. Then, as in
//! [`crate::crash`], what everybody wrote and was told is held against the log.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::ensure;
use tokio::time::sleep;

use crate::crash::check::{self, Checked};
use crate::crash::people::People;
use crate::crash::record::{self, Record};
use crate::proxy::{End, Plan as Faults, Proxy, Way};
use crate::{ServerUrl, http};

/// People do not wait long before they press the button: the more they try, the more
/// breaks.
const IMPATIENT_AFTER: Duration = Duration::from_secs(1);

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The server, without a proxy.
    pub server: ServerUrl,
    /// An empty folder for the record.
    pub folder: PathBuf,
    /// Clients: all of them are the machine that browsers run.
    pub clients: usize,
    /// Decides which connection gets which fault; the machine's own timing does the
    /// rest.
    pub seed: u64,
    /// How long the storm lasts.
    pub storm: Duration,
}

/// What happened, when all went well.
#[derive(Clone, Debug)]
pub struct Report {
    /// The plan's.
    pub seed: u64,
    /// The plan's.
    pub clients: usize,
    /// Connections that got a fault, or none, by the seed.
    pub connections: u64,
    /// What was compared.
    pub checked: Checked,
    /// From the end of the storm until everybody had everything.
    pub settled: Duration,
    /// How long all of it took.
    pub took: Duration,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            seed,
            clients,
            connections,
            checked,
            settled,
            took,
        } = self;
        writeln!(
            f,
            "seed {seed}: {clients} clients over {connections} connections, {:.0} s, quiet \
             after {:.1} s",
            took.as_secs_f64(),
            settled.as_secs_f64()
        )?;
        write!(f, "{checked}")
    }
}

/// Runs the campaign and checks what came out.
///
/// # Errors
/// What is not as promised, or what kept the campaign from running.
///
/// # Panics
/// When a client breaks one of its own rules.
pub async fn run(plan: &Plan) -> anyhow::Result<Report> {
    let begun = Instant::now();
    let file = plan.folder.join("record");
    let record = Record::create(&file)?;
    let proxy = Proxy::before(&plan.server, Faults::clean()).await?;
    let people = People::invite(plan.clients, proxy.url(), &record, plan.seed).await?;
    proxy.plan(Faults::Seeded(plan.seed));
    // Those that came in fair weather have to come again.
    proxy.orders(Way::Up, End::Reset);
    let fair = proxy.connections();
    let storm = Instant::now();
    while storm.elapsed() < plan.storm {
        sleep(IMPATIENT_AFTER).await;
        people.try_now().await;
    }
    proxy.plan(Faults::clean());
    let connections = proxy.connections() - fair;
    let quiet = Instant::now();
    let people = people.stop().await?;
    let logs = people.logs(&plan.server).await?;
    people.have_everything(&logs).await?;
    let settled = quiet.elapsed();
    drop(people);
    record.close()?;
    let checked = check::check(&record::read(&file)?, &logs)?;
    ensure!(
        connections > plan.clients as u64 && checked.written > 0,
        "{connections} connections and {} messages are no storm",
        checked.written
    );
    let well = http::get(&plan.server, "/healthz").await?;
    ensure!(well.status.is_success(), "{}", well.text());
    Ok(Report {
        seed: plan.seed,
        clients: plan.clients,
        connections,
        checked,
        settled,
        took: begun.elapsed(),
    })
}
