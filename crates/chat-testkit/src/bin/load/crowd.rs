//! Signing in and connecting everybody, so many at a time.

use std::future::{Future, ready};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chat_testkit::http::Asker;
use chat_testkit::{RawSocket, TestUser};
use futures_util::stream::{self, StreamExt, TryStreamExt};
use shared::client_frame::{ClientFrame, MakeRoom};
use shared::http::LoginAnswer;
use shared::ids::{RequestId, RoomId};
use shared::server_frame::ServerFrame;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::options::{Options, ServerKind};
use crate::receiver::Receiver;
use crate::sender::Sender;
use crate::tally::{Room, Tally};

/// Everybody has to be in by then.
const RAMP_WITHIN: Duration = Duration::from_secs(120);

/// Makes the accounts of a run. `run` keeps their names apart from other runs'.
pub(crate) async fn sign_in_all(options: &Options, run: u32) -> anyhow::Result<Vec<LoginAnswer>> {
    let accounts = options.accounts();
    let askers = options.ramp.clamp(1, accounts);
    let parts = (0..askers).map(|part| async move {
        let mut asker = Asker::connect(&options.url).await?;
        let mut logins = Vec::new();
        for account in (part..accounts).step_by(askers) {
            logins.push(asker.sign_in(&format!("load {run:08x} {account}")).await?);
        }
        std::io::Result::Ok(logins)
    });
    let parts: Vec<_> = in_time(stream::iter(parts).buffer_unordered(askers).try_collect()).await?;
    Ok(parts.into_iter().flatten().collect())
}

/// The only room of a bare server, which knows none.
pub(crate) fn bare_room() -> Vec<(String, Arc<Room>)> {
    vec![("bare".to_owned(), Room::new(RoomId(1)))]
}

/// Makes the rooms of a run.
pub(crate) async fn make_rooms(
    options: &Options,
    run: u32,
    login: &LoginAnswer,
) -> anyhow::Result<Vec<(String, Arc<Room>)>> {
    let (mut socket, _) = RawSocket::greeted(&options.url, token(login)?).await;
    let mut rooms = Vec::new();
    for index in 0..options.rooms.max(1) {
        let name = format!("load-{run:08x}-{index}");
        let id = RequestId(u32::try_from(index).context("so many rooms do not fit")?);
        socket
            .send(&ClientFrame::MakeRoom(MakeRoom {
                id,
                name: name.clone(),
            }))
            .await;
        let answer = socket.answer(id).await;
        let ServerFrame::RoomMade(made) = answer else {
            anyhow::bail!("the room {name} was not made: {answer:?}");
        };
        rooms.push((name, Room::new(made.room.room)));
    }
    Ok(rooms)
}

/// Connects the receivers. Each counts from the moment when it is in; it ends with the
/// set that is handed out.
pub(crate) async fn receivers(
    options: &Options,
    logins: &[LoginAnswer],
    rooms: &[(String, Arc<Room>)],
    tally: &Arc<Tally>,
) -> anyhow::Result<JoinSet<()>> {
    let connect = (0..options.connections).map(|index| async move {
        let room = Arc::clone(&rooms[index % rooms.len()].1);
        if options.server == ServerKind::Bare {
            return anyhow::Ok(Receiver::connect_bare(&options.url, room).await?);
        }
        let login = &logins[index % logins.len()];
        anyhow::Ok(Receiver::connect(&options.url, token(login)?, room).await?)
    });
    let mut running = JoinSet::new();
    let everybody = stream::iter(connect).buffer_unordered(options.ramp.max(1));
    in_time(everybody.try_for_each(|receiver| {
        running.spawn(receiver.run(Arc::clone(tally)));
        ready(anyhow::Ok(()))
    }))
    .await?;
    Ok(running)
}

/// Connects the senders.
pub(crate) async fn senders(
    options: &Options,
    logins: &[LoginAnswer],
    rooms: &[(String, Arc<Room>)],
) -> anyhow::Result<Vec<Sender>> {
    let connect = (0..options.senders).map(|index| async move {
        let room = Arc::clone(&rooms[index % rooms.len()].1);
        let bytes = options.text_bytes;
        if options.server == ServerKind::Bare {
            return anyhow::Ok(Sender::connect_bare(&options.url, room, bytes).await?);
        }
        let login = &logins[(options.connections + index) % logins.len()];
        anyhow::Ok(Sender::connect(&options.url, token(login)?, room, bytes).await?)
    });
    in_time(
        stream::iter(connect)
            .buffered(options.ramp.max(1))
            .try_collect(),
    )
    .await
}

/// Connects the checkers, each in its room.
pub(crate) async fn checkers(
    options: &Options,
    logins: &[LoginAnswer],
    rooms: &[(String, Arc<Room>)],
) -> Vec<(TestUser, Arc<Room>)> {
    let mut checkers = Vec::new();
    for index in 0..options.checkers {
        let login = &logins[(options.connections + options.senders + index) % logins.len()];
        let (name, room) = &rooms[index % rooms.len()];
        let user = TestUser::with_login(&options.url, login.clone());
        user.open(name).await;
        checkers.push((user, Arc::clone(room)));
    }
    checkers
}

async fn in_time<T, E: Into<anyhow::Error>>(
    everybody: impl Future<Output = Result<T, E>>,
) -> anyhow::Result<T> {
    timeout(RAMP_WITHIN, everybody)
        .await
        .context("not everybody got in in time")?
        .map_err(Into::into)
}

fn token(login: &LoginAnswer) -> anyhow::Result<&str> {
    login.token.as_deref().context("the login has no token")
}
