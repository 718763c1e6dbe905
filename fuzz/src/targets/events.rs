//! Frames that come as server-sent events, as the browser reads them; and what the server
//! writes, read again.
//!
//! Input: a byte for the cut, then a stream.

use shared::events::{self, Event, EventReader};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "events",
    about: "frames as server-sent events",
    run,
    words: &[
        b"event: ready\ndata: {}\n\n",
        b"event: end\ndata: {\"code\":1012,\"reason\":\"bye\"}\n\n",
        b"id: 7\n",
        b"data: {\"ping\":{\"n\":1}}\n\n",
        b"data\n",
        b"data:",
        b":\n\n",
        b"\r\n",
        b"\r",
        b"retry: 5\n",
    ],
};

fn run(data: &[u8]) {
    let [cut, stream @ ..] = data else {
        return;
    };
    let whole = read(stream.len().max(1), stream);
    assert_eq!(read(1, stream), whole, "byte by byte");
    assert_eq!(read(1 + usize::from(*cut), stream), whole, "cut");

    // What was read, and can be written on one line, is written and read the same.
    let mut again = Vec::new();
    let mut expected = Vec::new();
    for event in whole {
        match &event {
            Event::Ready => events::write_ready(&mut again),
            Event::Frame(frame) if !frame.contains(['\n', '\r']) => {
                events::write_batch(&mut again, 7);
                events::write_frame(&mut again, frame.as_bytes());
                expected.push(Event::Batch(7));
            }
            Event::End(end) => events::write_end(&mut again, end),
            Event::Frame(_) | Event::Batch(_) => continue,
        }
        again.extend_from_slice(events::KEEP_ALIVE);
        expected.push(event);
    }
    assert_eq!(read(again.len().max(1), &again), expected);
}

fn read(cut: usize, stream: &[u8]) -> Vec<Event> {
    let mut reader = EventReader::default();
    stream
        .chunks(cut)
        .flat_map(|chunk| reader.push(chunk))
        .collect()
}
