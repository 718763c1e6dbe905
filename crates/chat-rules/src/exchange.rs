//! One link over plain HTTP requests: keeps both directions whole and in order, although
//! any request or answer may be lost on the way and be made again.
//!
//! Upwards, posts are numbered 1, 2, 3: one that comes again is not taken again, and one
//! that comes too early is not taken at all. Downwards, frames leave in numbered batches,
//! and a batch is kept until the request for the one behind it shows that it has arrived;
//! until then the same batch is given again, to the letter. A stream needs none of that:
//! what it takes is gone. Invariants: a frame that was offered is given exactly once to a
//! reader that counts properly, in order; what waits upwards is one post's worth; what
//! waits downwards says so by [`Exchange::has_room`].

use std::collections::VecDeque;

use shared::limits::FRAME_BYTES_MAX;

/// Bytes that wait for a reader before it counts as one that takes nothing more. As
/// much as one frame may have: a kernel's buffer would hold about this, too.
pub const UNREAD_BYTES_MAX: usize = FRAME_BYTES_MAX;

/// Bytes after which a batch is full. A single frame always fits.
pub const BATCH_BYTES_MAX: usize = FRAME_BYTES_MAX;

/// Both directions of one link. `F` is a frame as it leaves.
#[derive(Debug)]
pub struct Exchange<F> {
    said: VecDeque<Said>,
    /// The number that the next post has to bear.
    next_post: u64,
    unread: VecDeque<(F, usize)>,
    given: Option<Batch<F>>,
    /// Of `unread` and `given` together.
    bytes: usize,
    given_bytes: usize,
    /// The newest batch's number; 0 before the first.
    last_batch: u64,
    end: Option<End>,
}

/// Something that the client said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One frame's text.
    Text(String),
    /// A frame, or a post, over its limit. The link has to end.
    TooBig,
    /// Bytes that are no text. The link has to end.
    NotUtf8,
}

/// Our end of the conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// A close code.
    pub code: u16,
    /// A short sentence.
    pub reason: String,
}

/// What became of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// It was taken.
    Taken,
    /// It had been taken before.
    Before,
    /// It is the next, but what the one before it said has not been heard yet.
    Wait,
    /// It is not the next: this is.
    Gap {
        /// The number that the next post has to bear.
        next: u64,
    },
}

/// Frames that leave together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch<F> {
    /// One more than the batch's before; the first is 1.
    pub number: u64,
    /// In order.
    pub frames: Vec<F>,
    /// After these frames the conversation is over.
    pub end: Option<End>,
}

/// What there is for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Collected<F> {
    /// This, perhaps again.
    Batch(Batch<F>),
    /// Nothing new yet.
    Nothing,
    /// The reader does not count as this link does; it cannot be helped.
    Miscounted {
        /// The newest number that it could have named.
        last: u64,
    },
}

impl<F> Default for Exchange<F> {
    fn default() -> Self {
        Self {
            said: VecDeque::new(),
            next_post: 1,
            unread: VecDeque::new(),
            given: None,
            bytes: 0,
            given_bytes: 0,
            last_batch: 0,
            end: None,
        }
    }
}

impl<F: Clone> Exchange<F> {
    /// A post has come. `said` is called only if it is taken.
    pub fn post(&mut self, number: u64, said: impl FnOnce() -> Vec<Said>) -> Posted {
        if number < self.next_post {
            Posted::Before
        } else if number > self.next_post {
            Posted::Gap {
                next: self.next_post,
            }
        } else if self.said.is_empty() {
            self.next_post += 1;
            self.said.extend(said());
            Posted::Taken
        } else {
            Posted::Wait
        }
    }

    /// What the client said next.
    pub fn hear(&mut self) -> Option<Said> {
        self.said.pop_front()
    }

    /// Whether all that was said has been heard, so that the next post may be taken.
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.said.is_empty()
    }

    /// A frame for the client, of so many bytes. After the end it is dropped.
    pub fn offer(&mut self, frame: F, bytes: usize) {
        if self.end.is_none() {
            self.bytes += bytes;
            self.unread.push_back((frame, bytes));
        }
    }

    /// Whether the reader takes more. What is offered all the same is kept.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.bytes <= UNREAD_BYTES_MAX
    }

    /// After what was offered, the conversation is over. The first end stands.
    pub fn end(&mut self, end: End) {
        self.end.get_or_insert(end);
    }

    /// Whether the end is set, given or not.
    #[must_use]
    pub fn has_end(&self) -> bool {
        self.end.is_some()
    }

    /// Whether there is something that no reader was given yet.
    #[must_use]
    pub fn has_news(&self) -> bool {
        !self.unread.is_empty() || (self.end.is_some() && !self.is_ended())
    }

    /// The end was given to a reader.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.given.as_ref().is_some_and(|given| given.end.is_some())
    }

    /// A reader that has every batch up to `after` wants the next one.
    pub fn collect(&mut self, after: u64) -> Collected<F> {
        let given = self.given.as_ref();
        if let Some(given) = given.filter(|given| given.number == after.saturating_add(1)) {
            return Collected::Batch(given.clone());
        }
        if after != self.last_batch {
            return Collected::Miscounted {
                last: self.last_batch,
            };
        }
        if given.is_some_and(|given| given.end.is_some()) {
            // It has the end and asks again; there is nothing behind it.
            return Collected::Nothing;
        }
        self.given = None;
        self.bytes -= std::mem::take(&mut self.given_bytes);
        if !self.has_news() {
            return Collected::Nothing;
        }
        let (frames, bytes) = self.cut();
        self.last_batch += 1;
        self.given_bytes = bytes;
        let batch = Batch {
            number: self.last_batch,
            frames,
            end: self.end.clone().filter(|_| self.unread.is_empty()),
        };
        self.given = Some(batch.clone());
        Collected::Batch(batch)
    }

    /// Takes what is there for a reader that cannot miss anything: it hears all of it or
    /// breaks off. `None` when there is nothing new.
    pub fn stream(&mut self) -> Option<Batch<F>> {
        if !self.has_news() {
            return None;
        }
        let (frames, bytes) = self.cut();
        self.bytes -= bytes;
        self.last_batch += 1;
        let batch = Batch {
            number: self.last_batch,
            frames,
            end: self.end.clone().filter(|_| self.unread.is_empty()),
        };
        // Only the end is remembered.
        self.given = batch.end.is_some().then(|| Batch {
            frames: Vec::new(),
            ..batch.clone()
        });
        Some(batch)
    }

    /// Panics if the machine contradicts itself.
    pub fn check_invariants(&self) {
        let unread: usize = self.unread.iter().map(|(_, bytes)| bytes).sum();
        assert_eq!(self.bytes, unread + self.given_bytes, "bytes are counted");
        if let Some(given) = &self.given {
            assert_eq!(given.number, self.last_batch, "only the newest is kept");
        }
    }

    /// A batch's worth of what is unread, and its bytes.
    fn cut(&mut self) -> (Vec<F>, usize) {
        let mut frames = Vec::new();
        let mut bytes = 0;
        while let Some((_, size)) = self.unread.front() {
            if !frames.is_empty() && bytes + size > BATCH_BYTES_MAX {
                break;
            }
            if let Some((frame, size)) = self.unread.pop_front() {
                bytes += size;
                frames.push(frame);
            }
        }
        (frames, bytes)
    }
}

#[cfg(test)]
mod tests;
