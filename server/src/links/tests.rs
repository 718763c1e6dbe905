//! Both halves of a link over HTTP, the client's counting and the server's, over a
//! network that loses whatever it likes.

use chat_client::over_http::{Batches, Down, Posts};
use chat_rules::exchange::{BATCH_BYTES_MAX, Collected, Exchange, Posted, Said};
use chat_store::records::TokenHash;
use proptest::collection::vec;
use proptest::prelude::*;
use shared::events::{EventReader, write_batch};
use shared::http::LinkTransport;
use tokio_util::sync::CancellationToken;

use super::events::write;
use super::id::LinkId;
use super::link::HttpLink;
use super::{Links, events};
use crate::websocket::Encoded;

/// What becomes of one request.
#[derive(Clone, Copy, Debug)]
enum Luck {
    Good,
    NeverArrives,
    AnswerLost,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    ClientSays,
    ServerSays(usize),
    Post(Luck),
    Poll(Luck),
    /// So many frames are read by the session.
    Hear(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let luck = || {
        prop_oneof![
            Just(Luck::Good),
            Just(Luck::NeverArrives),
            Just(Luck::AnswerLost)
        ]
    };
    prop_oneof![
        Just(Step::ClientSays),
        (0..BATCH_BYTES_MAX).prop_map(Step::ServerSays),
        luck().prop_map(Step::Post),
        luck().prop_map(Step::Poll),
        (0..4_usize).prop_map(Step::Hear),
    ]
}

/// A frame that says its number, and is so many bytes longer.
fn frame(number: usize, padding: usize) -> String {
    format!("{number} {}", "x".repeat(padding))
}

fn number(frame: &str) -> usize {
    let number = frame.split(' ').next().expect("a first word");
    number.parse().expect("a number")
}

#[derive(Default)]
struct World {
    exchange: Exchange<Encoded>,
    posts: Posts,
    batches: Batches,
    said_up: usize,
    heard_up: usize,
    said_down: usize,
    heard_down: usize,
}

impl World {
    fn does(&mut self, step: Step) {
        match step {
            Step::ClientSays => {
                self.said_up += 1;
                self.posts.push(frame(self.said_up, 0));
            }
            Step::ServerSays(padding) => {
                self.said_down += 1;
                let frame = Encoded::text(&frame(self.said_down, padding));
                let bytes = frame.len();
                self.exchange.offer(frame, bytes);
            }
            Step::Post(luck) => self.post(luck),
            Step::Poll(luck) => self.poll(luck),
            Step::Hear(frames) => (0..frames).for_each(|_| self.hear()),
        }
        self.exchange.check_invariants();
    }

    fn post(&mut self, luck: Luck) {
        let Some((number, body)) = self.posts.begin().or_else(|| self.posts.again()) else {
            return;
        };
        if let Luck::NeverArrives = luck {
            return;
        }
        let said = || {
            body.lines()
                .map(|line| Said::Text(line.to_owned()))
                .collect()
        };
        let posted = self.exchange.post(number, said);
        assert!(
            !matches!(posted, Posted::Gap { .. }),
            "the client miscounts"
        );
        if let (Luck::Good, Posted::Taken | Posted::Before) = (luck, posted) {
            self.posts.taken();
        }
    }

    fn poll(&mut self, luck: Luck) {
        if let Luck::NeverArrives = luck {
            return;
        }
        let batch = match self.exchange.collect(self.batches.newest()) {
            Collected::Batch(batch) => batch,
            Collected::Nothing => return,
            Collected::Miscounted { .. } => panic!("the client miscounts"),
        };
        let mut answer = Vec::new();
        write_batch(&mut answer, batch.number);
        write(&mut answer, batch);
        if let Luck::AnswerLost = luck {
            // A client knows by its length that an answer is not whole.
            return;
        }
        for down in self.batches.take(EventReader::default().push(&answer)) {
            let Down::Frame(text) = down else {
                panic!("{down:?}");
            };
            self.heard_down += 1;
            assert_eq!(number(&text), self.heard_down);
        }
    }

    fn hear(&mut self) {
        if let Some(Said::Text(text)) = self.exchange.hear() {
            self.heard_up += 1;
            assert_eq!(number(&text), self.heard_up);
        }
    }
}

proptest! {
    #[test]
    fn whatever_the_network_loses_both_hear_everything_once_and_in_order(
        steps in vec(step(), 0..80)
    ) {
        let mut world = World::default();
        for step in &steps {
            world.does(*step);
        }
        for _ in 0..=steps.len() {
            world.does(Step::Post(Luck::Good));
            world.does(Step::Hear(steps.len()));
            world.does(Step::Poll(Luck::Good));
        }
        prop_assert_eq!(world.heard_up, world.said_up);
        prop_assert_eq!(world.heard_down, world.said_down);
    }
}

#[test]
fn a_link_is_found_by_its_id_and_its_login_while_it_is_entered() {
    let links = std::sync::Arc::new(Links::default());
    let (mine, yours) = (Some(TokenHash([1; 32])), Some(TokenHash([2; 32])));
    let entered = links.enter(HttpLink::new(LinkTransport::Poll, mine));
    let id = entered.id.clone();
    assert!(links.find(&id, mine).is_some());
    assert!(links.find(&id, yours).is_none());
    assert!(links.find(&id, None).is_none());
    assert!(links.find(&LinkId::random(), mine).is_none());
    drop(entered);
    assert!(links.find(&id, mine).is_none());
}

#[tokio::test]
async fn a_link_has_one_stream_and_no_poll_beside_it() {
    let link = HttpLink::new(LinkTransport::Events, None);
    let every = std::time::Duration::from_secs(1);
    let stream = events::EventsBody::begin(link.clone(), every).expect("the first");
    assert!(events::EventsBody::begin(link.clone(), every).is_err());
    assert!(
        super::poll::poll(link.clone(), 0, every, &CancellationToken::new())
            .await
            .is_err()
    );
    drop(stream);
    assert!(events::EventsBody::begin(link, every).is_err());
}
