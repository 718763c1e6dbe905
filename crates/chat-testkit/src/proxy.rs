//! A small TCP proxy that does to connections what bad networks do: cuts and resets
//! them in the middle of a frame or a handshake, lets them half open, slows them down.
//!
//! A [`Plan`] says which [`Fault`] the next connection gets, by seed or always the
//! same; [`Proxy::orders`] does something to all that are open now. Nothing that goes
//! through is changed: bytes arrive in order and unharmed, or not at all. Dropping the
//! proxy ends everything that goes through it.

mod fault;
mod pipe;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::ServerUrl;
pub use fault::{End, Fault, Plan, Way};
use pipe::Order;

/// A proxy before one server.
#[derive(Debug)]
pub struct Proxy {
    url: ServerUrl,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    server: SocketAddr,
    plan: Mutex<Planned>,
    orders: watch::Sender<Order>,
}

#[derive(Debug)]
struct Planned {
    plan: Plan,
    /// Connections so far.
    count: u64,
}

impl Proxy {
    /// Starts a proxy before this server, in the runtime of the caller.
    ///
    /// # Errors
    /// When there is no port for it.
    pub async fn before(server: &ServerUrl, plan: Plan) -> io::Result<Self> {
        let listener = TcpListener::bind((server.address().ip(), 0)).await?;
        let url = ServerUrl::at(listener.local_addr()?);
        let shared = Arc::new(Shared {
            server: server.address(),
            plan: Mutex::new(Planned { plan, count: 0 }),
            orders: watch::Sender::default(),
        });
        let task = tokio::spawn(accept(listener, shared.clone()));
        Ok(Self { url, shared, task })
    }

    /// Where clients connect instead of to the server.
    #[must_use]
    pub fn url(&self) -> &ServerUrl {
        &self.url
    }

    /// From here on new connections are treated by this plan. Those that are open keep
    /// their faults.
    ///
    /// # Panics
    /// Never: nothing panics while the plan is held.
    pub fn plan(&self, plan: Plan) {
        self.shared.plan.lock().expect(NO_PANIC).plan = plan;
    }

    /// Connections that came so far.
    ///
    /// # Panics
    /// Never: nothing panics while the plan is held.
    #[must_use]
    pub fn connections(&self) -> u64 {
        self.shared.plan.lock().expect(NO_PANIC).count
    }

    /// Does this to one direction of everything that is open now, at once. An
    /// [`End::Cut`] or [`End::Reset`] ends both directions.
    pub fn orders(&self, way: Way, end: End) {
        self.shared.orders.send_modify(|order| {
            order.number += 1;
            match way {
                Way::Up => order.up = Some((order.number, end)),
                Way::Down => order.down = Some((order.number, end)),
            }
        });
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Shared {
    fn next_fault(&self) -> Fault {
        let mut planned = self.plan.lock().expect(NO_PANIC);
        let fault = planned.plan.fault_of(planned.count);
        planned.count += 1;
        fault
    }
}

/// Accepts until it is aborted, and ends its connections with itself.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A client that is gone already needs no proxy.
                if let Ok((client, _)) = accepted {
                    open.spawn(carry(client, shared.clone()));
                }
            }
            Some(_) = open.join_next() => {}
        }
    }
}

async fn carry(client: TcpStream, shared: Arc<Shared>) {
    let fault = shared.next_fault();
    let orders = shared.orders.subscribe();
    let since = orders.borrow().number;
    // Without a server there is nothing to carry; the client sees a lost connection.
    if let Ok(server) = TcpStream::connect(shared.server).await {
        pipe::run(client, server, &fault, &orders, since).await;
    }
}

const NO_PANIC: &str = "nothing panics with the plan";

#[cfg(test)]
mod tests;
