//! A file as the body of an answer: read piece by piece, each when the one before is on its way.

use std::fs::File;
use std::future::Future;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::metrics::Metrics;

/// Bytes that are read at a time, and so held for one reader.
const READ_BYTES: u64 = 128 * 1024;

/// The body.
#[derive(Debug)]
pub struct FileBody {
    state: State,
    left: u64,
    metrics: Arc<Metrics>,
}

#[derive(Debug)]
enum State {
    Idle(File),
    Reading(JoinHandle<io::Result<(File, Vec<u8>)>>),
    Over,
}

impl FileBody {
    /// These bytes of a file.
    ///
    /// # Errors
    /// The disk's.
    pub fn new(mut file: File, range: Range<u64>, metrics: Arc<Metrics>) -> io::Result<Self> {
        file.seek(SeekFrom::Start(range.start))?;
        Ok(Self {
            state: State::Idle(file),
            left: range.end - range.start,
            metrics,
        })
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = self.get_mut();
        loop {
            match std::mem::replace(&mut this.state, State::Over) {
                State::Over => return Poll::Ready(None),
                State::Idle(_) if this.left == 0 => return Poll::Ready(None),
                State::Idle(file) => {
                    let count = this.left.min(READ_BYTES);
                    this.state = State::Reading(spawn_blocking(move || read(file, count)));
                }
                State::Reading(mut reading) => {
                    let Poll::Ready(read) = Pin::new(&mut reading).poll(cx) else {
                        this.state = State::Reading(reading);
                        return Poll::Pending;
                    };
                    let (file, bytes) = read.map_err(io::Error::other)??;
                    this.left -= bytes.len() as u64;
                    this.metrics.file_sent(bytes.len() as u64);
                    this.state = State::Idle(file);
                    return Poll::Ready(Some(Ok(Frame::data(bytes.into()))));
                }
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

/// The next bytes. A file that is shorter than it was is an error: its length was promised.
fn read(mut file: File, count: u64) -> io::Result<(File, Vec<u8>)> {
    let mut bytes = vec![0; usize::try_from(count).map_err(io::Error::other)?];
    file.read_exact(&mut bytes)?;
    Ok((file, bytes))
}
