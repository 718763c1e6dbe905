//! Connections: two streams of frames each, late, slow, stuck or cut, but never out of
//! order and never with something missing in the middle. That is what TCP gives; so
//! nothing is doubled here either. Doubles arise where they do in life: a client that
//! lost its link sends anew what the old one may still deliver, and a page of history is
//! answered twice.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use chat_client::Generation;
use shared::cursor::{Epoch, Seq};
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::Moment;

use crate::chance::Chance;
use crate::seat::Seat;

/// Bytes that lie between server and client while nobody reads them: what a kernel
/// would hold. Small, so that slow readers show.
pub(crate) const SOCKET_BYTES: usize = 8 * 1024;

/// Never.
pub(crate) const NEVER: Moment = Moment(u64::MAX);

/// A connection attempt and what becomes of it. Never used twice in a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LinkId(pub(crate) u64);

/// What travels.
#[derive(Clone, Debug)]
pub(crate) enum Parcel {
    /// The handshake's request.
    Dial,
    /// Its answer.
    Opened,
    /// A text frame.
    Text(Rc<str>),
    /// A close frame, or the end without one (1006).
    Closed(u16, &'static str),
}

/// One direction.
#[derive(Debug, Default)]
pub(crate) struct Pipe {
    parcels: VecDeque<(Moment, Parcel)>,
    /// Of the texts that are on their way.
    pub(crate) bytes: usize,
    last: Moment,
}

/// One connection.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) seat: Seat,
    /// Which of the seat's clients, one after another.
    pub(crate) life: u64,
    pub(crate) generation: Generation,
    pub(crate) up: Pipe,
    pub(crate) down: Pipe,
    /// Whether the client still listens.
    pub(crate) is_client_here: bool,
    /// Whether the server does.
    pub(crate) is_server_here: bool,
    /// Nothing arrives before.
    pub(crate) stuck_until: Moment,
    /// Nothing reaches the client any more, and nothing tells it so.
    pub(crate) is_deaf: bool,
    /// The connection panel's switch lost a frame: it is no stream any more.
    pub(crate) lost_frames: bool,
    /// Signals were skipped on it: what they told may not be known to the client.
    pub(crate) lacks_signals: bool,
    /// The client forgets it without a word to its machine, or hears the rest of it.
    pub(crate) echoes: bool,
    /// What the client asked on it.
    pub(crate) posts: BTreeMap<RequestId, (RoomId, ClientId)>,
    /// Per followed room the number that has to come next.
    pub(crate) feeds: BTreeMap<RoomId, Seq>,
    /// The log that its server spoke of.
    pub(crate) epoch: Option<Epoch>,
    latency_ms: (u64, u64),
    chance: Chance,
}

/// All connections that anybody still listens to.
#[derive(Debug, Default)]
pub(crate) struct Links {
    all: BTreeMap<LinkId, Link>,
    made: u64,
}

impl Links {
    pub(crate) fn open(&mut self, seed: u64, seat: Seat, life: u64, gen_: Generation) -> LinkId {
        self.made += 1;
        let names = [2, seat.place() as u64, life, gen_.0];
        let mut chance = Chance::of(seed, &names);
        let base = *chance.pick(&[0, 1, 5, 20, 20, 60, 150, 400]);
        let link = Link {
            seat,
            life,
            generation: gen_,
            up: Pipe::default(),
            down: Pipe::default(),
            is_client_here: true,
            is_server_here: false,
            stuck_until: Moment(0),
            is_deaf: false,
            lost_frames: false,
            lacks_signals: false,
            echoes: chance.one_in(4),
            posts: BTreeMap::new(),
            feeds: BTreeMap::new(),
            epoch: None,
            latency_ms: (base, base + base / 2 + 2),
            chance,
        };
        self.all.insert(LinkId(self.made), link);
        LinkId(self.made)
    }

    pub(crate) fn get(&mut self, id: LinkId) -> Option<&mut Link> {
        self.all.get_mut(&id)
    }

    /// How many there were.
    pub(crate) fn made(&self) -> u64 {
        self.made
    }

    pub(crate) fn ids(&self) -> Vec<LinkId> {
        self.all.keys().copied().collect()
    }

    /// The connection that a seat's client listens to.
    pub(crate) fn of(&self, seat: Seat) -> Option<LinkId> {
        let listens = |link: &Link| link.seat == seat && link.is_client_here;
        self.all
            .iter()
            .rev()
            .find(|(_, link)| listens(link))
            .map(|(id, _)| *id)
    }

    /// Whether a seat's client may not know what signals tell.
    pub(crate) fn lacks_signals(&self, seat: Seat) -> bool {
        let link = self.of(seat).and_then(|id| self.all.get(&id));
        link.is_some_and(|link| link.lacks_signals)
    }

    /// Forgets what nobody listens to any more.
    pub(crate) fn sweep(&mut self) {
        self.all
            .retain(|_, link| link.is_client_here || link.is_server_here || link.echoes_on());
    }
}

impl Link {
    /// Sends towards the server; answers when it arrives.
    pub(crate) fn send_up(&mut self, now: Moment, parcel: Parcel, rate: Rate) -> Moment {
        let due = now.plus_ms(self.latency());
        self.up.push(due, parcel, rate)
    }

    /// Sends towards the client; answers when it arrives.
    pub(crate) fn send_down(&mut self, now: Moment, parcel: Parcel, rate: Rate) -> Moment {
        let due = now.plus_ms(self.latency());
        self.down.push(due, parcel, rate)
    }

    /// What has arrived at the server's end.
    pub(crate) fn take_up(&mut self, now: Moment) -> Option<Parcel> {
        if self.stuck_until > now {
            None
        } else {
            self.up.take(now)
        }
    }

    /// What has arrived at the client's end.
    pub(crate) fn take_down(&mut self, now: Moment) -> Option<Parcel> {
        if self.is_deaf || self.stuck_until > now {
            None
        } else {
            self.down.take(now)
        }
    }

    /// The client's end is gone, and with it what was on its way there.
    pub(crate) fn leave_client(&mut self) {
        self.is_client_here = false;
        if !self.echoes {
            self.down = Pipe::default();
        }
    }

    fn echoes_on(&self) -> bool {
        self.echoes && !self.down.parcels.is_empty() && !self.is_deaf && self.stuck_until != NEVER
    }

    fn latency(&mut self) -> u64 {
        let (low, high) = self.latency_ms;
        self.chance.between(low, high)
    }
}

/// How much passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rate {
    /// As much as there is.
    Full,
    /// Two kilobytes a second.
    Slow,
}

impl Pipe {
    fn push(&mut self, due: Moment, parcel: Parcel, rate: Rate) -> Moment {
        let bytes = parcel.bytes();
        let takes_ms = match rate {
            Rate::Full => 0,
            Rate::Slow => bytes as u64 / 2,
        };
        self.last = due.max(self.last).plus_ms(takes_ms);
        self.bytes += bytes;
        self.parcels.push_back((self.last, parcel));
        self.last
    }

    fn take(&mut self, now: Moment) -> Option<Parcel> {
        let (due, _) = self.parcels.front()?;
        if *due > now {
            return None;
        }
        let (_, parcel) = self.parcels.pop_front()?;
        self.bytes -= parcel.bytes();
        Some(parcel)
    }

    /// Loses what is on its way.
    pub(crate) fn lose(&mut self) {
        self.parcels.clear();
        self.bytes = 0;
    }
}

impl Parcel {
    fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Dial | Self::Opened | Self::Closed(..) => 0,
        }
    }
}
