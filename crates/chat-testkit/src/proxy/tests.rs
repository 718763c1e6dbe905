use std::io::ErrorKind;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::{End, Fault, Plan, Proxy, Way};
use crate::{PATIENCE, ServerUrl};

/// Somebody at each end of a connection through a proxy.
struct Ends {
    proxy: Proxy,
    client: TcpStream,
    server: TcpStream,
}

impl Ends {
    async fn connected(plan: Plan) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = ServerUrl::at(listener.local_addr().expect("it listens"));
        let proxy = Proxy::before(&url, plan).await.expect("a port");
        let connecting = TcpStream::connect(proxy.url().address());
        let (client, accepted) = tokio::join!(connecting, listener.accept());
        let client = client.expect("connected");
        let (server, _) = accepted.expect("accepted");
        Self {
            proxy,
            client,
            server,
        }
    }
}

/// What comes until the end, and how that looks.
async fn all_of(stream: &mut TcpStream) -> (Vec<u8>, Option<ErrorKind>) {
    let mut come = Vec::new();
    let outcome = timeout(PATIENCE, stream.read_to_end(&mut come))
        .await
        .expect("it ends");
    (come, outcome.err().map(|error| error.kind()))
}

async fn piece_of(stream: &mut TcpStream, bytes: usize) -> Vec<u8> {
    let mut come = vec![0; bytes];
    timeout(PATIENCE, stream.read_exact(&mut come))
        .await
        .expect("it comes")
        .expect("all of it");
    come
}

#[tokio::test]
async fn a_clean_line_carries_everything_and_both_ends() {
    let mut ends = Ends::connected(Plan::clean()).await;
    let sent: Vec<u8> = (0..200_000_u32).map(|n| n as u8).collect();
    let (_, heard) = tokio::join!(
        async {
            ends.client.write_all(&sent).await.expect("taken");
            ends.client.shutdown().await.expect("taken");
        },
        all_of(&mut ends.server)
    );
    assert_eq!(heard, (sent, None));
    // After one side has finished, the other may still answer.
    ends.server.write_all(b"answer").await.expect("taken");
    drop(ends.server);
    assert_eq!(all_of(&mut ends.client).await, (b"answer".to_vec(), None));
}

#[tokio::test]
async fn a_cut_lets_so_many_bytes_through_and_then_ends_both_sides() {
    let fault = Fault::after(3, Way::Up, End::Cut);
    let mut ends = Ends::connected(Plan::Always(fault)).await;
    ends.client.write_all(b"abcdef").await.expect("taken");
    let (come, _) = all_of(&mut ends.server).await;
    assert_eq!(come, b"abc");
    assert_eq!(all_of(&mut ends.client).await.0, b"");
}

#[tokio::test]
async fn a_reset_looks_like_one() {
    let fault = Fault::after(3, Way::Down, End::Reset);
    let mut ends = Ends::connected(Plan::Always(fault)).await;
    ends.server.write_all(b"abcdef").await.expect("taken");
    let (_, how) = all_of(&mut ends.client).await;
    assert_eq!(how, Some(ErrorKind::ConnectionReset));
    let (_, how) = all_of(&mut ends.server).await;
    assert_eq!(how, Some(ErrorKind::ConnectionReset));
}

#[tokio::test]
async fn what_is_swallowed_is_taken_and_the_other_way_goes_on() {
    let fault = Fault::after(3, Way::Up, End::Swallow);
    let mut ends = Ends::connected(Plan::Always(fault)).await;
    // More than any buffer holds: somebody takes it.
    let much = vec![b'x'; 16 * 1024 * 1024];
    timeout(PATIENCE, ends.client.write_all(&much))
        .await
        .expect("taken in time")
        .expect("taken");
    assert_eq!(piece_of(&mut ends.server, 3).await, b"xxx");
    ends.server.write_all(b"hello?").await.expect("taken");
    assert_eq!(piece_of(&mut ends.client, 6).await, b"hello?");
    let mut more = [0];
    assert_eq!(
        ends.server.try_read(&mut more).map_err(|e| e.kind()),
        Err(ErrorKind::WouldBlock)
    );
}

#[tokio::test]
async fn what_is_held_is_taken_by_nobody() {
    let mut ends = Ends::connected(Plan::clean()).await;
    ends.client.write_all(b"abc").await.expect("taken");
    assert_eq!(piece_of(&mut ends.server, 3).await, b"abc");
    ends.proxy.orders(Way::Up, End::Hold);
    // Buffers fill, and then nothing more is taken.
    let piece = vec![b'x'; 1024 * 1024];
    let mut taken = 0;
    while let Ok(outcome) = timeout(
        std::time::Duration::from_millis(200),
        ends.client.write(&piece),
    )
    .await
    {
        taken += outcome.expect("it is open");
        assert!(taken < 64 * piece.len(), "somebody takes it");
    }
    ends.server.write_all(b"hello?").await.expect("taken");
    assert_eq!(piece_of(&mut ends.client, 6).await, b"hello?");
}

#[tokio::test]
async fn an_order_strikes_what_is_open_and_not_what_comes_later() {
    let mut ends = Ends::connected(Plan::clean()).await;
    ends.proxy.orders(Way::Down, End::Reset);
    let (_, how) = all_of(&mut ends.client).await;
    assert_eq!(how, Some(ErrorKind::ConnectionReset));
    assert_eq!(ends.proxy.connections(), 1);
}

#[test]
fn a_seed_always_gives_the_same_faults_and_all_kinds_of_them() {
    let of = |seed| (0..500).map(move |number| Plan::Seeded(seed).fault_of(number));
    assert!(of(7).eq(of(7)));
    assert!(!of(7).eq(of(8)));
    for end in [End::Cut, End::Reset, End::Swallow, End::Hold] {
        for (what, inside) in [("handshake", 0..350), ("talk", 350..u64::MAX)] {
            let strikes = |bytes: &Option<(u64, End)>| {
                bytes.is_some_and(|(after, kind)| kind == end && inside.contains(&after))
            };
            assert!(
                of(7).any(|fault| strikes(&fault.up.end)),
                "{end:?} up in {what}"
            );
            assert!(
                of(7).any(|fault| strikes(&fault.down.end)),
                "{end:?} down in {what}"
            );
        }
    }
}
