//! The client's machine against a server that says whatever it likes: wrong numbers, foreign
//! rooms, pages that nobody asked for. Nothing of it may stop the page.
//!
//! Input: a line for each thing that happens.

use std::collections::VecDeque;

use chat_client::composing::MessageBox;
use chat_client::rooms::Place;
use chat_client::{
    ChatClient, FetchFailure, Generation, Input, Intent, Kept, Output, PageAsk, Purpose, Reading,
    Remembered, Start, Stretch, Watch,
};
use shared::codec;
use shared::cursor::{Epoch, Seq};
use shared::entry::Author;
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::text::{DisplayName, Emoji, MessageText, RoomName};

use super::lines;
use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "client",
    about: "the client's machine and the frames and pages that it is sent",
    run,
    words: &[
        b"\nopened",
        b"\nclosed 1006",
        b"\nclosed 4000",
        b"\nclosed 4500",
        b"\nunreadable",
        b"\nwait 30000",
        b"\noffline",
        b"\nonline",
        b"\nprobed 1",
        b"\nprobed 0",
        b"\nhidden",
        b"\nopen 1",
        b"\nopen 2",
        b"\npost hello",
        b"\nretry",
        b"\ncancel",
        b"\nseen 7",
        b"\nolder",
        b"\nnewer",
        b"\nnewest",
        b"\nforgotten",
        b"\nframe {\"live\":{\"room\":1,\"head\":5}}",
        b"\nframe {\"posted\":{\"id\":1,\"seq\":6,\"at\":1}}",
        b"\nframe {\"refused\":{\"id\":1,\"code\":\"unavailable\",\"message\":\"no\"}}",
        b"\nframe {\"moved\":{\"rooms\":[{\"room\":2,\"head\":9}]}}",
        b"\nframe {\"gone\":{\"room\":1,\"reason\":\"removed\"}}",
        b"\nframe {\"closing\":{\"reconnect_after_ms\":100}}",
        b"\nfails",
        b"18446744073709551615",
        b"9007199254740993",
    ],
};

fn run(data: &[u8]) {
    let client = ChatClient::new(Start {
        now: Moment(0),
        wall: Timestamp(1_000),
        seed: 7,
        kept: Vec::new(),
        token: None,
        choice: chat_client::Choice::default(),
    });
    let mut page = Page {
        client,
        now: Moment(0),
        generation: Generation(0),
        asked: VecDeque::new(),
        written: Vec::new(),
        room: RoomId(1),
    };
    page.wait(0);
    for line in lines(data) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        page.happens(word, rest);
    }
}

struct Page {
    client: ChatClient,
    now: Moment,
    generation: Generation,
    asked: VecDeque<PageAsk>,
    written: Vec<ClientId>,
    room: RoomId,
}

impl Page {
    fn happens(&mut self, word: &str, rest: &str) {
        let number = rest.parse().unwrap_or(1);
        let (generation, room) = (self.generation, self.room);
        let newest = self.written.last().copied();
        let input = match word {
            "opened" => Input::Opened(generation),
            "closed" => Input::Closed(generation, number as u16, String::new()),
            "unreadable" => Input::Unreadable(generation),
            "frame" => match codec::decode_server(rest) {
                Ok(frame) => Input::Received(generation, Box::new(frame)),
                Err(_) => Input::Unreadable(generation),
            },
            "page" | "fails" | "away" => {
                let Some(ask) = self.asked.pop_front() else {
                    return;
                };
                let page = serde_json::from_str(rest).map_err(|_| match word {
                    "away" => FetchFailure::Gone,
                    _ => FetchFailure::Temporary,
                });
                Input::Page(ask, page)
            }
            "wait" => return self.wait(number),
            "online" | "offline" => Input::Online(word == "online"),
            "probed" => Input::Probed(number == 1),
            "active" => Input::Active,
            "visible" | "hidden" => Input::Visible(word == "visible"),
            "adopted" => Input::Adopted(self.adopted(rest, number)),
            "remembered" => Input::Remembered {
                me: Author {
                    id: UserId(number),
                    name: DisplayName::from_stored(rest.to_owned()),
                },
                epoch: Some(Epoch(number)),
                rooms: vec![Remembered {
                    room,
                    name: RoomName::from_stored(rest.to_owned()),
                    came: Some(Place {
                        seq: Seq(number),
                        posts: number,
                    }),
                }],
            },
            "forgotten" => match newest {
                Some(id) => Input::KeepFailed(id),
                None => return,
            },
            _ => match self.intent(word, rest, number, newest, room) {
                Some(intent) => Input::Intent(intent),
                None => return,
            },
        };
        self.tell(input);
    }

    fn intent(
        &mut self,
        word: &str,
        rest: &str,
        number: u64,
        newest: Option<ClientId>,
        room: RoomId,
    ) -> Option<Intent> {
        Some(match word {
            "open" => {
                self.room = RoomId(number);
                Intent::OpenRoom(self.room)
            }
            "post" => Intent::Post {
                room,
                client_id: self.next_id(),
                text: MessageText::parse(rest).ok()?,
                reply_to: (number > 0).then_some(Seq(number)),
                thread: None,
                files: Vec::new(),
            },
            "thread" => Intent::Post {
                room,
                client_id: self.next_id(),
                text: MessageText::parse(rest).ok()?,
                reply_to: None,
                thread: Some(Seq(number)),
                files: Vec::new(),
            },
            "edit" => Intent::Edit {
                room,
                client_id: self.next_id(),
                target: Seq(number),
                text: MessageText::parse(rest).ok()?,
                base: chat_client::EditBase::Newest,
            },
            "delete" => Intent::Delete {
                room,
                client_id: self.next_id(),
                target: Seq(number),
            },
            "react" | "unreact" => Intent::React {
                room,
                client_id: self.next_id(),
                target: Seq(number),
                emoji: Emoji::parse("👍").ok()?,
                on: word == "react",
            },
            "pin" | "unpin" => Intent::Pin {
                room,
                client_id: self.next_id(),
                target: Seq(number),
                on: word == "pin",
            },
            "retry" => Intent::Retry(newest?),
            "cancel" => Intent::Cancel(newest?),
            "make" => Intent::MakeRoom(RoomName::parse(rest).ok()?),
            "seen" => Intent::Seen {
                room,
                from: Seq(number / 2),
                to: Seq(number),
            },
            "end" => Intent::Reads(room, Reading::End),
            "reads" => {
                let (first, last) = (Seq(number), Seq(number.saturating_add(20)));
                Intent::Reads(room, Reading::Lines(Stretch { first, last }))
            }
            "attend" => Intent::Attend(room),
            "unread" => Intent::ShowUnread(room),
            "stay" => Intent::Stay(room),
            "typing" => Intent::Typing(room.into()),
            "typing_reply" => Intent::Typing(MessageBox {
                room,
                thread: Some(Seq(number)),
            }),
            "older" => Intent::LoadOlder(room),
            "newer" => Intent::LoadNewer(room),
            "newest" => Intent::JumpToNewest(room),
            "now" => Intent::TryNow,
            "watch" => Intent::Watch(Watch::On),
            "stop" => Intent::Stop,
            _ => return None,
        })
    }

    fn next_id(&mut self) -> ClientId {
        let id = ClientId::new_v7(self.written.len() as u64 + 1, [7; 10]);
        self.written.push(id);
        id
    }

    fn adopted(&mut self, text: &str, order: u64) -> Vec<Kept> {
        let Ok(text) = MessageText::parse(text) else {
            return Vec::new();
        };
        vec![Kept {
            client_id: self.next_id(),
            room: self.room,
            text,
            written_at: Timestamp(order),
            order,
            failed: None,
            purpose: Purpose::default(),
        }]
    }

    fn wait(&mut self, ms: u64) {
        // A day at most a step: what comes later is the same.
        let until = self.now.plus_ms(ms.min(86_400_000));
        // A client that cannot connect tries for ever; some hundred wakes show it.
        for _ in 0..400 {
            let Some(deadline) = self.client.deadline().filter(|deadline| *deadline <= until)
            else {
                break;
            };
            self.now = self.now.max(deadline);
            self.tell(Input::Deadline);
        }
        self.now = until;
    }

    fn tell(&mut self, input: Input) {
        let outputs = self.client.handle(self.now, input);
        self.client.check_invariants();
        for output in &outputs {
            match output {
                Output::Open(generation, _) => {
                    assert!(*generation > self.generation, "a generation twice");
                    self.generation = *generation;
                }
                Output::Fetch(ask) => self.asked.push_back(*ask),
                Output::Probe
                | Output::Transmit(..)
                | Output::Shut(..)
                | Output::Keep(_)
                | Output::Forget(_)
                | Output::Changed(_) => {}
            }
        }
        if let Some(timeline) = self.client.timeline(self.room) {
            for (index, line) in timeline.lines().iter().enumerate() {
                assert_eq!(timeline.index_of(line.key), Some(index), "a line twice");
            }
        }
        let _ = (
            self.client.rooms().len(),
            self.client.typing(self.room).len(),
            self.client.replying(self.room).len(),
        );
    }
}
