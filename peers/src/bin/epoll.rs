//! The floor: one thread, one epoll, every text message written to every socket as
//! one ready frame. No rooms, no log, no names; what is left is the kernel's share.
//!
//! A peer for measurements, on loopback only: a socket that does not take a whole
//! frame at once is dropped, and frames from clients must be whole and under 126
//! bytes or 64 KiB.

use std::collections::HashMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

/// Read from a socket at once.
const READ_BYTES: usize = 16 * 1024;

struct Socket {
    stream: TcpStream,
    unread: Vec<u8>,
}

#[expect(clippy::print_stdout, reason = "a program that says where it listens")]
fn main() -> anyhow::Result<()> {
    let port = std::env::args()
        .nth(1)
        .unwrap_or_default()
        .parse()
        .unwrap_or(0);
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    println!("listening {}", listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let mut listener = mio::net::TcpListener::from_std(listener);
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(1024);
    poll.registry()
        .register(&mut listener, Token(0), Interest::READABLE)?;
    let mut sockets: HashMap<Token, Socket> = HashMap::new();
    let mut next = 1;
    loop {
        poll.poll(&mut events, None)?;
        for event in &events {
            if event.token() == Token(0) {
                while let Ok((mut stream, _)) = listener.accept() {
                    stream.set_nodelay(true)?;
                    poll.registry()
                        .register(&mut stream, Token(next), Interest::READABLE)?;
                    sockets.insert(
                        Token(next),
                        Socket {
                            stream,
                            unread: Vec::new(),
                        },
                    );
                    next += 1;
                }
                continue;
            }
            let Some(socket) = sockets.get_mut(&event.token()) else {
                continue;
            };
            match read(socket) {
                Ok(frames) => frames
                    .iter()
                    .for_each(|frame| hand_round(&mut sockets, frame)),
                Err(_) => drop(sockets.remove(&event.token())),
            }
        }
    }
}

/// Takes what is there; gives the ready frames that everybody is to get.
fn read(socket: &mut Socket) -> std::io::Result<Vec<Vec<u8>>> {
    let mut bytes = [0; READ_BYTES];
    loop {
        match socket.stream.read(&mut bytes) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => socket.unread.extend_from_slice(&bytes[..count]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => break,
            Err(error) => return Err(error),
        }
    }
    if socket.unread.starts_with(b"GET ") {
        let Some(end) = find(&socket.unread, b"\r\n\r\n") else {
            return Ok(Vec::new());
        };
        let head = String::from_utf8_lossy(&socket.unread[..end]).into_owned();
        socket.unread.drain(..end + 4);
        let key = head
            .lines()
            .find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("sec-websocket-key")
                    .then(|| value.trim().to_owned())
            })
            .ok_or(ErrorKind::InvalidData)?;
        let accept = tungstenite::handshake::derive_accept_key(key.as_bytes());
        let answer = format!(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Accept: {accept}\r\n\r\n"
        );
        socket.stream.write_all(answer.as_bytes())?;
    }
    let mut frames = Vec::new();
    while let Some((opcode, payload, len)) = frame(&socket.unread) {
        socket.unread.drain(..len);
        match opcode {
            1 => frames.push(ready(&payload)),
            8 => return Err(ErrorKind::UnexpectedEof.into()),
            _ => {}
        }
    }
    Ok(frames)
}

/// The first whole client frame: its kind, its unmasked payload, its length.
fn frame(bytes: &[u8]) -> Option<(u8, Vec<u8>, usize)> {
    let (len, at) = match *bytes.get(1)? & 0x7f {
        126 => (
            usize::from(u16::from_be_bytes([*bytes.get(2)?, *bytes.get(3)?])),
            4,
        ),
        len => (usize::from(len), 2),
    };
    let mask = bytes.get(at..at + 4)?;
    let masked = bytes.get(at + 4..at + 4 + len)?;
    let payload = masked
        .iter()
        .zip(mask.iter().cycle())
        .map(|(byte, key)| byte ^ key)
        .collect();
    Some((bytes[0] & 0x0f, payload, at + 4 + len))
}

/// A server's text frame (RFC 6455, section 5.2).
fn ready(payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x81];
    match u8::try_from(payload.len()) {
        Ok(len) if len < 126 => frame.push(len),
        _ => {
            let len = u16::try_from(payload.len()).unwrap_or(u16::MAX);
            frame.push(126);
            frame.extend_from_slice(&len.to_be_bytes());
        }
    }
    frame.extend_from_slice(payload);
    frame
}

fn hand_round(sockets: &mut HashMap<Token, Socket>, frame: &[u8]) {
    sockets.retain(|_, socket| matches!(socket.stream.write(frame), Ok(len) if len == frame.len()));
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
