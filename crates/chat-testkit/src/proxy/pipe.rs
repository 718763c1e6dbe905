//! Two directions of one connection, and what befalls them.

use std::future::pending;
use std::pin::pin;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::sync::watch;
use tokio::time::sleep;

use super::fault::{End, Fault, Trouble, Way};

/// Taken from a side at once.
const PIECE_BYTES: usize = 16 * 1024;

/// What was ordered for all connections, newest last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Order {
    pub(super) number: u64,
    pub(super) up: Option<(u64, End)>,
    pub(super) down: Option<(u64, End)>,
}

impl Order {
    fn of(&self, way: Way) -> Option<(u64, End)> {
        match way {
            Way::Up => self.up,
            Way::Down => self.down,
        }
    }
}

/// Why a direction has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// Its sender said so, and the other side was told.
    Finished,
    /// One side is gone.
    Gone,
    Cut,
    Reset,
}

/// Carries bytes between the two until it ends. Orders up to number `since` are older.
pub(super) async fn run(
    mut client: TcpStream,
    mut server: TcpStream,
    fault: &Fault,
    orders: &watch::Receiver<Order>,
    since: u64,
) {
    // Pieces are to arrive as they were sent. A socket that is gone shows in the pipe.
    let _ = client.set_nodelay(true);
    let _ = server.set_nodelay(true);
    let ended = {
        let (from_client, to_client) = client.split();
        let (from_server, to_server) = server.split();
        let up = direction(
            from_client,
            to_server,
            fault.up,
            ordered(Way::Up, orders.clone(), since),
        );
        let down = direction(
            from_server,
            to_client,
            fault.down,
            ordered(Way::Down, orders.clone(), since),
        );
        let (mut up, mut down) = (pin!(up), pin!(down));
        let (ended, other) = tokio::select! {
            ended = up.as_mut() => (ended, down),
            ended = down.as_mut() => (ended, up),
        };
        match ended {
            // The other direction may still have something to say.
            Ended::Finished => other.await,
            Ended::Gone | Ended::Cut | Ended::Reset => ended,
        }
    };
    if ended == Ended::Reset || ended == Ended::Gone {
        // Closing a socket that does not linger sends a reset.
        let _ = client.set_zero_linger();
        let _ = server.set_zero_linger();
    }
}

/// What is ordered for this direction, once it is.
async fn ordered(way: Way, mut orders: watch::Receiver<Order>, since: u64) -> End {
    let newer = |order: &Order| order.of(way).is_some_and(|(number, _)| number > since);
    let order = orders.wait_for(newer).await.map(|order| *order);
    match order.map(|order| order.of(way)) {
        Ok(Some((_, end))) => end,
        // The proxy is being dropped, and this with it.
        Ok(None) | Err(_) => pending().await,
    }
}

async fn direction(
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    trouble: Trouble,
    ordered: impl Future<Output = End>,
) -> Ended {
    let planned = carry(&mut from, &mut to, trouble);
    let end = tokio::select! {
        end = ordered => Ok(end),
        end = planned => end,
    };
    match end {
        Err(ended) => ended,
        Ok(End::Cut) => Ended::Cut,
        Ok(End::Reset) => Ended::Reset,
        Ok(End::Hold) => pending().await,
        Ok(End::Swallow) => {
            let mut thrown_away = vec![0; PIECE_BYTES];
            while let Ok(1..) = from.read(&mut thrown_away).await {}
            // The end does not get through either.
            pending().await
        }
    }
}

/// Carries bytes until the trouble's end, or until one side is done.
async fn carry(
    from: &mut ReadHalf<'_>,
    to: &mut WriteHalf<'_>,
    trouble: Trouble,
) -> Result<End, Ended> {
    let piece = trouble.piece_bytes.unwrap_or(PIECE_BYTES).min(PIECE_BYTES);
    let mut bytes = vec![0; piece];
    let mut passed = 0_u64;
    loop {
        let left = trouble.end.map(|(after, end)| (after - passed, end));
        if let Some((0, end)) = left {
            return Ok(end);
        }
        let room = left.map_or(piece, |(left, _)| {
            usize::try_from(left).map_or(piece, |left| left.min(piece))
        });
        let count = match from.read(&mut bytes[..room]).await {
            Ok(0) => {
                let told = to.shutdown().await;
                return Err(told.map_or(Ended::Gone, |()| Ended::Finished));
            }
            Ok(count) => count,
            Err(_) => return Err(Ended::Gone),
        };
        sleep(trouble.delay + time_of(count, trouble.bytes_per_s)).await;
        if to.write_all(&bytes[..count]).await.is_err() {
            return Err(Ended::Gone);
        }
        passed += count as u64;
    }
}

/// How long so many bytes take on a line of this speed.
fn time_of(bytes: usize, bytes_per_s: Option<u32>) -> Duration {
    match bytes_per_s {
        Some(speed) => Duration::from_secs_f64(bytes as f64 / f64::from(speed)),
        None => Duration::ZERO,
    }
}
