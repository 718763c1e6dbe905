use super::{
    DATA_BYTES_MAX, Event, EventReader, KEEP_ALIVE, LinkEnd, write_batch, write_end, write_frame,
    write_ready,
};

fn end() -> LinkEnd {
    LinkEnd {
        code: 1012,
        reason: "the server restarts".to_owned(),
    }
}

fn frame(text: &str) -> Event {
    Event::Frame(text.to_owned())
}

#[test]
fn what_is_written_is_read_in_pieces_of_any_size() {
    let mut written = Vec::new();
    write_ready(&mut written);
    written.extend_from_slice(KEEP_ALIVE);
    write_batch(&mut written, 7);
    write_frame(&mut written, r#"{"ping":{"n":5}}"#.as_bytes());
    write_frame(&mut written, r#"{"text":"é\n"}"#.as_bytes());
    write_end(&mut written, &end());
    let expected = [
        Event::Ready,
        Event::Batch(7),
        frame(r#"{"ping":{"n":5}}"#),
        frame(r#"{"text":"é\n"}"#),
        Event::End(end()),
    ];
    for size in 1..=written.len() {
        let mut reader = EventReader::default();
        let read: Vec<_> = written
            .chunks(size)
            .flat_map(|piece| reader.push(piece))
            .collect();
        assert_eq!(read, expected, "in pieces of {size}");
    }
}

#[test]
fn the_whole_format_is_understood() {
    let text = "data:no space\r\n\r\ndata: two\rdata: lines\r\rdata\n\nretry: 10\n: data: x\n\n\
                event: other\ndata: {}\n\nid: x\ndata: y\n\n";
    let read = EventReader::default().push(text.as_bytes());
    assert_eq!(
        read,
        [
            frame("no space"),
            frame("two\nlines"),
            frame(""),
            frame("y")
        ]
    );
}

#[test]
fn an_event_that_is_not_complete_is_no_event() {
    assert_eq!(EventReader::default().push(b"data: {}\n"), []);
    assert_eq!(EventReader::default().push(b"event: end\ndata: 5\n\n"), []);
}

#[test]
fn an_endless_event_is_passed_over_and_does_not_grow() {
    let mut reader = EventReader::default();
    let piece = vec![b'x'; 64 * 1024];
    reader.push(b"data: ");
    for _ in 0..40 {
        assert_eq!(reader.push(&piece), []);
    }
    assert!(reader.line.len() <= DATA_BYTES_MAX);
    for _ in 0..40 {
        reader.push(b"\ndata: ");
        reader.push(&piece);
        assert!(reader.data.len() <= DATA_BYTES_MAX);
    }
    assert_eq!(reader.push(b"\n\ndata: 1\n\n"), [frame("1")]);
}
