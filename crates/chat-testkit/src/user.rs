//! A person with a browser, without the browser: the real client machine over a
//! native WebSocket, on a thread of its own.
//!
//! Everything that a test says is an intent of the person; everything that it asks is
//! read from the screen. Waiting is bounded by [`PATIENCE`] and fails with a dump of
//! the whole screen. Dropping a user breaks its connection off; [`TestUser::leave`]
//! closes it properly. Either way its thread has ended afterwards, unless many share it
//! ([`Host`]).

mod driver;
mod history;
mod screen;
mod socket;
mod thread;
mod witness;

use std::fmt;
use std::thread::JoinHandle;
use std::time::Duration;

use chat_client::status::LinkState;
use chat_client::{Input, Intent, Notice, Transport};
use shared::cursor::Seq;
use shared::entry::{Author, Entry};
use shared::http::LoginAnswer;
use shared::ids::{ClientId, RoomId};
use shared::text::{MessageText, RoomName};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use driver::Driver;
pub use screen::Screen;
pub use thread::Host;
use thread::{Request, Started};
pub use witness::{Told, Witness};

use crate::{PATIENCE, ServerUrl, http};

/// What the server told a user about one of its writes, noted beside the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ack {
    /// Into which room.
    pub room: RoomId,
    /// Which write.
    pub client_id: ClientId,
    /// Under which number it was stored.
    pub seq: Seq,
}

/// How a user's device is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plug {
    /// Normally.
    In,
    /// Not at all, and it knows.
    Out,
    /// Connected, but nothing is read or written: a dead spot that nobody has noticed.
    Stuck,
}

/// What the network between a user and the server does to new connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wall {
    /// Lets them through.
    #[default]
    Open,
    /// Says no.
    Refuses,
    /// Says nothing.
    Swallows,
}

/// Which of them it does that to. Polls always go through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walls {
    /// WebSockets.
    pub upgrades: Wall,
    /// Streams of events.
    pub streams: Wall,
}

/// A signed-in user with one client.
#[derive(Debug)]
pub struct TestUser {
    author: Author,
    token: String,
    requests: Option<mpsc::Sender<Request>>,
    ended: Option<oneshot::Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Something did not come in time: who waited for what, and what was there instead.
#[derive(Debug, thiserror::Error)]
#[error("{who} waits in vain for {what}\n{dump}")]
pub struct InVain {
    who: String,
    what: String,
    dump: String,
}

impl TestUser {
    /// Becomes a guest with this name and connects.
    ///
    /// # Panics
    /// When the server refuses the name.
    pub async fn sign_in(url: &ServerUrl, name: &str) -> Self {
        let login = http::sign_in(url, name)
            .await
            .expect("the server signs the user in");
        Self::with_login(url, login)
    }

    /// Connects with a login that exists: another device, or another process.
    ///
    /// # Panics
    /// When the login has no token, or no thread can be made.
    #[must_use]
    pub fn with_login(url: &ServerUrl, login: LoginAnswer) -> Self {
        Self::witnessed(url, login, None)
    }

    /// As [`TestUser::with_login`], with somebody who notes what the server says.
    ///
    /// # Panics
    /// As [`TestUser::with_login`].
    #[must_use]
    pub fn witnessed(url: &ServerUrl, login: LoginAnswer, witness: Option<Witness>) -> Self {
        let token = login.token.expect("a bearer login has a token");
        let (started, thread) = thread::spawn(url, &token, login.user.name.as_str(), witness);
        Self::of(login.user, token, started, Some(thread))
    }

    /// As [`TestUser::witnessed`], on a thread that many share: for crowds.
    ///
    /// # Panics
    /// When the login has no token.
    pub async fn hosted(
        host: &Host,
        url: &ServerUrl,
        login: LoginAnswer,
        witness: Option<Witness>,
    ) -> Self {
        let token = login.token.expect("a bearer login has a token");
        let started = host.start(url, &token, witness).await;
        Self::of(login.user, token, started, None)
    }

    fn of(author: Author, token: String, started: Started, thread: Option<JoinHandle<()>>) -> Self {
        Self {
            author,
            token,
            requests: Some(started.requests),
            ended: Some(started.ended),
            thread,
        }
    }

    /// Who this is.
    #[must_use]
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// The login's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Opens a room by name, as soon as it is in the list, and waits until its newest
    /// page is there.
    pub async fn open(&self, name: &str) -> RoomId {
        let name = name.to_owned();
        let room = self
            .waits_for(format!("a room #{name}"), move |screen| {
                let rooms = screen.client.rooms();
                rooms
                    .iter()
                    .find(|room| room.name.as_str() == name)
                    .map(|room| room.room)
            })
            .await;
        self.ask(move |driver| driver.open_room(room)).await;
        self.waits_for("the room's newest page", move |screen| {
            screen
                .client
                .timeline(room)
                .filter(|timeline| timeline.is_loaded())
                .map(|_| room)
        })
        .await
    }

    /// Opens a room that is in the list, without waiting for its entries.
    pub async fn looks_into(&self, room: RoomId) {
        self.ask(move |driver| driver.open_room(room)).await;
    }

    /// Makes a room, as soon as there is a link, and waits until it is open.
    ///
    /// # Panics
    /// When the name is none.
    pub async fn makes_room(&self, name: &str) -> RoomId {
        let wanted = RoomName::parse(name).expect("the name of the room is one");
        let name = wanted.clone();
        self.is_online().await;
        self.intend(Intent::MakeRoom(wanted)).await;
        self.waits_for(format!("the new room #{name}"), move |screen| {
            let rooms = screen.client.rooms();
            let room = rooms.iter().find(|room| room.name == name)?.room;
            (screen.room == Some(room) && screen.client.timeline(room)?.is_loaded()).then_some(room)
        })
        .await
    }

    /// Posts into the open room. The write's id says which it was.
    ///
    /// # Panics
    /// When no room is open, or the text is none.
    pub async fn post(&self, text: &str) -> ClientId {
        let text = MessageText::parse(text).expect("the text of the message is one");
        self.ask(move |driver| {
            let room = driver.screen().room.expect("a room is open");
            let client_id = Driver::new_client_id();
            driver.tell(Input::Intent(Intent::Post {
                room,
                client_id,
                text,
                reply_to: None,
                files: Vec::new(),
                thread: None,
            }));
            client_id
        })
        .await
    }

    /// Anything else that the person may want.
    pub async fn intend(&self, intent: Intent) {
        self.ask(move |driver| driver.tell(Input::Intent(intent)))
            .await;
    }

    /// Waits until a numbered line with exactly this text is in the open room.
    pub async fn sees(&self, text: &str) -> Seq {
        let wanted = text.to_owned();
        self.waits_for(format!("{text:?}"), move |screen| screen.seq_of(&wanted))
            .await
    }

    /// Waits until the server has acknowledged this write, and tells its number.
    pub async fn stored(&self, client_id: ClientId) -> Seq {
        self.waits_for(format!("the number of {client_id}"), move |screen| {
            screen.seq_of_write(client_id)
        })
        .await
    }

    /// Waits until everything is stored: nothing waits and nothing has failed.
    pub async fn has_sent_all(&self) {
        self.waits_for("an empty outbox", |screen| {
            let status = screen.client.status();
            (status.waiting == 0 && status.failed == 0).then_some(())
        })
        .await;
    }

    /// Waits until the open room is complete up to this number.
    pub async fn is_complete_to(&self, seq: Seq) {
        self.waits_for(format!("everything up to {seq}"), move |screen| {
            let complete = screen.client.timeline(screen.room?)?.complete_to()?;
            (complete >= seq).then_some(())
        })
        .await;
    }

    /// Waits until the link is as `wanted`.
    pub async fn link_is(&self, what: &str, wanted: fn(&LinkState) -> bool) {
        self.waits_for(format!("a link that is {what}"), move |screen| {
            wanted(&screen.client.status().link).then_some(())
        })
        .await;
    }

    /// Waits until the link is live and every followed room complete.
    pub async fn is_online(&self) {
        self.link_is("online", |link| {
            matches!(link, LinkState::Online | LinkState::Slow)
        })
        .await;
    }

    /// Waits until `look` finds something on the screen; it is asked again after every
    /// change.
    ///
    /// # Panics
    /// With a dump of the screen, when it finds nothing within [`PATIENCE`].
    pub async fn waits_for<R: Send + 'static>(
        &self,
        what: impl fmt::Display,
        look: impl FnMut(&Screen<'_>) -> Option<R> + Send + 'static,
    ) -> R {
        self.tries_to_find(what, look)
            .await
            .unwrap_or_else(|in_vain| panic!("{in_vain}"))
    }

    /// As [`TestUser::waits_for`], for callers who go on without it.
    ///
    /// # Errors
    /// [`InVain`], after [`PATIENCE`].
    pub async fn tries_to_find<R: Send + 'static>(
        &self,
        what: impl fmt::Display,
        look: impl FnMut(&Screen<'_>) -> Option<R> + Send + 'static,
    ) -> Result<R, InVain> {
        self.finds_within(PATIENCE, what, look).await
    }

    /// As [`TestUser::tries_to_find`], with another patience.
    ///
    /// # Errors
    /// [`InVain`], after so long.
    pub async fn finds_within<R: Send + 'static>(
        &self,
        patience: Duration,
        what: impl fmt::Display,
        mut look: impl FnMut(&Screen<'_>) -> Option<R> + Send + 'static,
    ) -> Result<R, InVain> {
        let (found, finding) = oneshot::channel();
        let mut found = Some(found);
        self.ask(move |driver| {
            driver.watch(Box::new(move |screen| {
                if found.as_ref().is_none_or(oneshot::Sender::is_closed) {
                    return true;
                }
                let Some(result) = look(screen) else {
                    return false;
                };
                if let Some(found) = found.take() {
                    // The asker may have given up in this instant.
                    let _ = found.send(result);
                }
                true
            }));
        })
        .await;
        if let Ok(Ok(result)) = timeout(patience, finding).await {
            return Ok(result);
        }
        let (who, what) = (self.author.name.to_string(), what.to_string());
        Err(InVain {
            who,
            what,
            dump: self.ask(|driver| driver.dump()).await,
        })
    }

    /// Reads something from the screen as it is now.
    pub async fn now<R: Send + 'static>(
        &self,
        read: impl FnOnce(&Screen<'_>) -> R + Send + 'static,
    ) -> R {
        self.ask(move |driver| read(&driver.screen())).await
    }

    /// The lines of the open room, see [`Screen::lines`].
    pub async fn lines(&self) -> Vec<String> {
        self.now(|screen| screen.lines()).await
    }

    /// The numbered entries of the open room, see [`Screen::entries`].
    pub async fn entries(&self) -> Vec<Entry> {
        self.now(|screen| screen.entries()).await
    }

    /// Everything that the server acknowledged, in order, repeats included.
    pub async fn acks(&self) -> Vec<Ack> {
        self.ask(|driver| driver.acks().to_vec()).await
    }

    /// What the client said once, in order.
    pub async fn notices(&self) -> Vec<Notice> {
        self.ask(|driver| driver.notices().to_vec()).await
    }

    /// The texts that came back into the composer.
    pub async fn taken_back(&self) -> Vec<String> {
        self.ask(|driver| driver.taken_back().to_vec()).await
    }

    /// How many unsent writes lie in the device's storage.
    pub async fn kept(&self) -> usize {
        self.ask(|driver| driver.kept().len()).await
    }

    /// What the client's flight recorder holds, as it is saved.
    pub async fn recording(&self) -> String {
        self.ask(|driver| driver.recording()).await
    }

    /// Breaks the connection off without a close frame. The client notices at once and
    /// comes back by itself.
    pub async fn cut(&self) {
        self.ask(Driver::cut).await;
    }

    /// From here on the network does this to new connections. What is open stays open.
    pub async fn is_behind(&self, walls: Walls) {
        self.ask(move |driver| driver.wall(walls)).await;
    }

    /// Waits until the link is live and goes by this transport.
    pub async fn is_online_by(&self, transport: Transport) {
        self.waits_for(format!("a link by {}", transport.name()), move |screen| {
            let status = screen.client.status();
            let is_live = matches!(status.link, LinkState::Online | LinkState::Slow);
            (is_live && status.transport == transport).then_some(())
        })
        .await;
    }

    /// Pulls the plug: the connection breaks off, and none can be made.
    pub async fn goes_offline(&self) {
        self.ask(|driver| driver.plug(Plug::Out)).await;
    }

    /// Goes on as [`TestUser::goes_offline`] or [`TestUser::stops_reading`] left off.
    pub async fn comes_back(&self) {
        self.ask(|driver| driver.plug(Plug::In)).await;
    }

    /// Neither reads nor writes from here on, without a word.
    pub async fn stops_reading(&self) {
        self.ask(|driver| driver.plug(Plug::Stuck)).await;
    }

    /// Reloads the page: a new machine with what the old one kept in storage, in the
    /// same room.
    pub async fn reload(&self) {
        self.ask(Driver::reload).await;
    }

    /// Says goodbye: closes the connection and waits until its thread has ended.
    pub async fn leave(mut self) {
        self.intend(Intent::Stop).await;
        self.requests = None;
        if let Some(ended) = self.ended.take() {
            // An error means that the thread has panicked; the join below tells.
            let _ = ended.await;
        }
    }

    async fn ask<R: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Driver) -> R + Send + 'static,
    ) -> R {
        let (answer, answered) = oneshot::channel();
        let request: Request = Box::new(move |driver| {
            // The asker may have been dropped meanwhile.
            let _ = answer.send(question(driver));
        });
        let requests = self.requests.as_ref().expect("only leaving takes it");
        requests
            .send(request)
            .await
            .unwrap_or_else(|_| self.has_panicked());
        answered.await.unwrap_or_else(|_| self.has_panicked())
    }

    fn has_panicked(&self) -> ! {
        panic!("the client of {} has ended by a panic", self.author.name)
    }
}

impl Drop for TestUser {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
            && !std::thread::panicking()
        {
            panic!("the client of {} has ended by a panic", self.author.name);
        }
    }
}
