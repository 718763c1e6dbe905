//! How a client talks frames over plain HTTP requests: numbers its posts, counts the
//! batches that it has, and decides what follows from an answer or from none.
//!
//! A driver makes the requests. One post is under way at a time, and the same again until
//! it is known to be taken; a poll names the newest batch that has come, so that one whose
//! answer was lost is given again. Whatever cannot be helped ends the link, and the next
//! one starts from the cursors.

use std::collections::VecDeque;

use shared::events::{Event, LinkEnd};
use shared::http::LinkTransport;
use shared::limits::{POST_BYTES_MAX, POST_FRAMES_MAX};

/// Requests without a usable answer, in a row, before the link counts as lost. With the
/// waits between them, about as long as the server waits for a reader.
const TRIES_MAX: u32 = 5;

/// Before the second try; the third waits twice as long, and so on.
const AGAIN_AFTER_MS: u32 = 300;

/// The address that opens links.
pub const OPEN: &str = "/api/link";

/// The addresses of one link.
#[derive(Clone)]
pub struct Addresses {
    base: String,
}

// The id in them is for its holder alone.
impl std::fmt::Debug for Addresses {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Addresses")
    }
}

impl Addresses {
    /// Of the link of this id.
    #[must_use]
    pub fn of(link: &str) -> Self {
        Self {
            base: [OPEN, "/", link].concat(),
        }
    }

    /// Where the stream is.
    #[must_use]
    pub fn events(&self) -> String {
        [&self.base, "/events"].concat()
    }

    /// Where to poll with what has come so far.
    #[must_use]
    pub fn poll(&self, after: u64) -> String {
        format!("{}/poll?after={after}", self.base)
    }

    /// Where the post of this number goes.
    #[must_use]
    pub fn frames(&self, number: u64) -> String {
        format!("{}/frames?n={number}", self.base)
    }

    /// Where to say goodbye.
    #[must_use]
    pub fn goodbye(&self, code: u16) -> String {
        format!("{}?code={code}", self.base)
    }
}

/// What leaves by posts.
#[derive(Debug)]
pub struct Posts {
    /// Of the post under way, or of the next.
    number: u64,
    under_way: Option<String>,
    /// At most what a client may have in flight, and its beats.
    waiting: VecDeque<String>,
}

impl Default for Posts {
    fn default() -> Self {
        Self {
            number: 1,
            under_way: None,
            waiting: VecDeque::new(),
        }
    }
}

impl Posts {
    /// A frame is to leave.
    pub fn push(&mut self, text: String) {
        self.waiting.push_back(text);
    }

    /// The post to make: its number and its body. `None` while one is under way, and when
    /// there is nothing to post.
    pub fn begin(&mut self) -> Option<(u64, String)> {
        if self.under_way.is_some() {
            return None;
        }
        let mut body = self.waiting.pop_front()?;
        let mut frames = 1;
        while let Some(next) = self.waiting.front() {
            if frames == POST_FRAMES_MAX || body.len() + 1 + next.len() > POST_BYTES_MAX {
                break;
            }
            if let Some(next) = self.waiting.pop_front() {
                body.push('\n');
                body.push_str(&next);
                frames += 1;
            }
        }
        self.under_way = Some(body.clone());
        Some((self.number, body))
    }

    /// The post that is under way, to be made again to the letter.
    #[must_use]
    pub fn again(&self) -> Option<(u64, String)> {
        Some((self.number, self.under_way.clone()?))
    }

    /// The post that was under way is taken.
    pub fn taken(&mut self) {
        if self.under_way.take().is_some() {
            self.number += 1;
        }
    }
}

/// What came down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Down {
    /// The link works.
    Opened,
    /// A frame's text.
    Frame(String),
    /// The server's end of it.
    Ended(LinkEnd),
}

/// What has come by polls or by the stream.
#[derive(Debug, Default)]
pub struct Batches {
    newest: u64,
}

impl Batches {
    /// The newest batch that has come: what the next poll names.
    #[must_use]
    pub fn newest(&self) -> u64 {
        self.newest
    }

    /// Takes events in the order of their coming. For a poll: of one whole answer, since
    /// one that broke off is given again.
    pub fn take(&mut self, events: impl IntoIterator<Item = Event>) -> Vec<Down> {
        let mut down = Vec::new();
        for event in events {
            match event {
                Event::Ready => down.push(Down::Opened),
                Event::Batch(number) => self.newest = number,
                Event::Frame(text) => down.push(Down::Frame(text)),
                Event::End(end) => down.push(Down::Ended(end)),
            }
        }
        down
    }
}

/// How a request went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A status, and the time that the server asked to be left alone for.
    Status {
        /// Of HTTP.
        status: u16,
        /// In milliseconds.
        retry_after_ms: Option<u32>,
    },
    /// No answer, or not all of it.
    None,
}

/// What follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is done.
    Done,
    /// The same request again, after so many milliseconds.
    Again {
        /// The wait.
        after_ms: u32,
    },
    /// The link is lost.
    Lost,
}

/// Counts the tries of one kind of request.
#[derive(Debug, Default)]
pub struct Tries {
    failed: u32,
}

impl Tries {
    /// Decides what follows. What the server has refused for good is not tried again:
    /// this link is gone, or the two count differently.
    pub fn next(&mut self, answer: Answer) -> Next {
        let after_ms = match answer {
            Answer::Status {
                status: 200..=299, ..
            } => {
                self.failed = 0;
                return Next::Done;
            }
            // The server is busy with what came before; that is no failure.
            Answer::Status {
                status: 429,
                retry_after_ms,
            } => {
                return Next::Again {
                    after_ms: retry_after_ms.unwrap_or(AGAIN_AFTER_MS),
                };
            }
            Answer::Status {
                status: 400..=499, ..
            } => return Next::Lost,
            Answer::Status { .. } | Answer::None => AGAIN_AFTER_MS << self.failed,
        };
        self.failed += 1;
        if self.failed >= TRIES_MAX {
            return Next::Lost;
        }
        Next::Again { after_ms }
    }
}

/// What opens a link of this kind.
#[must_use]
pub fn opening(transport: LinkTransport) -> String {
    shared::codec::encode(&shared::http::LinkRequest { transport })
}

#[cfg(test)]
mod tests;
