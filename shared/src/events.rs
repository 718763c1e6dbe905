//! Frames as events: how they travel where there is no WebSocket.
//!
//! One format for both ways down, the stream and the poll: server-sent events (WHATWG
//! HTML, section 9.2). An event without a name is a frame, its data the frame's JSON on
//! one line. `event: ready` comes first on a stream and proves that nothing on the way
//! holds it back; `event: end` comes last, with the close code. The `id` of a poll's
//! first event is its batch's number. A line that begins with a colon only keeps the
//! connection busy.
//!
//! [`EventReader`] reads these, and whatever else the format allows.

use serde::{Deserialize, Serialize};

/// The type that an answer with events declares.
pub const CONTENT_TYPE: &str = "text/event-stream";

/// The name of the first event of a stream.
const READY: &str = "ready";

/// The name of the last event.
const END: &str = "end";

/// What keeps a quiet stream from looking dead.
pub const KEEP_ALIVE: &[u8] = b":\n\n";

/// An event with more data than this is none of ours: it is passed over. Far above the
/// largest frame, which a welcome with a thousand rooms is.
const DATA_BYTES_MAX: usize = 1024 * 1024;

/// What `event: end` says: as a WebSocket's close frame would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkEnd {
    /// A close code.
    pub code: u16,
    /// A short sentence.
    pub reason: String,
}

/// One event, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The stream works.
    Ready,
    /// The number of the batch to which the events behind it belong.
    Batch(u64),
    /// A frame's text.
    Frame(String),
    /// The end, and why.
    End(LinkEnd),
}

/// Writes the first event of a stream.
pub fn write_ready(out: &mut Vec<u8>) {
    out.extend_from_slice(b"event: ready\ndata: {}\n\n");
}

/// Begins a batch. At least one event has to follow.
pub fn write_batch(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(format!("id: {number}\n").as_bytes());
}

/// Writes a frame: its JSON, which has no line feed outside of strings, nor inside.
pub fn write_frame(out: &mut Vec<u8>, json: &[u8]) {
    debug_assert!(!json.contains(&b'\n'), "a frame is one line");
    out.extend_from_slice(b"data: ");
    out.extend_from_slice(json);
    out.extend_from_slice(b"\n\n");
}

/// Writes the last event.
pub fn write_end(out: &mut Vec<u8>, end: &LinkEnd) {
    out.extend_from_slice(b"event: end\n");
    write_frame(out, crate::codec::encode(end).as_bytes());
}

/// Reads events from bytes that come in pieces of any size.
#[derive(Debug, Default)]
pub struct EventReader {
    /// The line that is not complete yet.
    line: Vec<u8>,
    /// The line before ended in a carriage return: a line feed now is a part of that.
    after_return: bool,
    name: String,
    data: String,
    has_data: bool,
    is_over_long: bool,
}

impl EventReader {
    /// Takes bytes as they come; gives the events that they complete, in order.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        for &byte in bytes {
            let after_return = std::mem::take(&mut self.after_return);
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => {
                    self.after_return = byte == b'\r';
                    let line = std::mem::take(&mut self.line);
                    self.take_line(&String::from_utf8_lossy(&line), &mut events);
                }
                _ if self.line.len() >= DATA_BYTES_MAX => self.is_over_long = true,
                _ => self.line.push(byte),
            }
        }
        events
    }

    fn take_line(&mut self, line: &str, events: &mut Vec<Event>) {
        if line.is_empty() {
            events.extend(self.event());
            return;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" if self.data.len() + value.len() > DATA_BYTES_MAX => self.is_over_long = true,
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.has_data = true;
                self.data.push_str(value);
            }
            "id" => events.extend(value.parse().ok().map(Event::Batch)),
            // A comment has no name; other fields are for browsers.
            _ => {}
        }
    }

    fn event(&mut self) -> Option<Event> {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        let has_data = std::mem::take(&mut self.has_data);
        if std::mem::take(&mut self.is_over_long) || !has_data {
            return None;
        }
        if name.is_empty() {
            Some(Event::Frame(data))
        } else if name == READY {
            Some(Event::Ready)
        } else if name == END {
            serde_json::from_str(&data).ok().map(Event::End)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests;
