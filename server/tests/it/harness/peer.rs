//! Somebody who read PROTOCOL.md and nothing else: literal JSON through a WebSocket
//! library that is not ours.

use chat_testkit::{PATIENCE, ServerUrl, http};
use futures_util::{SinkExt, StreamExt};
use hyper::Method;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

/// See the module.
pub(crate) struct Peer {
    url: ServerUrl,
    pub(crate) token: String,
    /// As the welcome names it.
    pub(crate) user: Value,
    socket: WebSocketStream<TcpStream>,
    asked: u32,
}

impl Peer {
    /// Signs in under a free name and says hello.
    pub(crate) async fn sign_in(url: &ServerUrl, name: &str) -> Self {
        let token = http::sign_in(url, name).await.unwrap().token.unwrap();
        Self::greeted(url, &token).await
    }

    /// A further connection of whoever has this token.
    pub(crate) async fn greeted(url: &ServerUrl, token: &str) -> Self {
        let address = url.address();
        let mut request = format!("ws://{address}/chat")
            .into_client_request()
            .unwrap();
        request.headers_mut().insert(
            "Sec-WebSocket-Protocol",
            HeaderValue::from_static("confab.v1"),
        );
        let stream = TcpStream::connect(address).await.unwrap();
        let (socket, _) = tokio_tungstenite::client_async(request, stream)
            .await
            .unwrap();
        let mut peer = Self {
            url: url.clone(),
            token: token.to_owned(),
            user: Value::Null,
            socket,
            asked: 0,
        };
        peer.says(&json!({"hello": {"version": 1, "token": token}}))
            .await;
        let welcome = peer.hears().await;
        peer.user = welcome["welcome"]["user"].clone();
        assert!(peer.user["id"].is_u64(), "no welcome: {welcome}");
        peer
    }

    /// Sends a frame.
    pub(crate) async fn says(&mut self, frame: &Value) {
        let message = Message::text(frame.to_string());
        self.socket.send(message).await.unwrap();
    }

    /// The next frame.
    pub(crate) async fn hears(&mut self) -> Value {
        loop {
            let next = timeout(PATIENCE, self.socket.next()).await;
            let message = next.expect("something comes").expect("it goes on").unwrap();
            if let Message::Text(text) = &message {
                return serde_json::from_str(text.as_str()).unwrap();
            }
            let is_beat = message.is_ping() || message.is_pong();
            assert!(is_beat, "instead of a frame came {message:?}");
        }
    }

    /// The frame of this name that comes next, passing over all others.
    pub(crate) async fn hears_of(&mut self, name: &str) -> Value {
        loop {
            let frame = self.hears().await;
            if let Some(body) = frame.get(name) {
                return body.clone();
            }
        }
    }

    /// Sends a request and passes over everything up to its answer: the number of the
    /// line that was written, or the code of the refusal.
    pub(crate) async fn asks(&mut self, name: &str, mut body: Value) -> Result<u64, String> {
        self.asked += 1;
        let id = self.asked;
        body["id"] = json!(id);
        let mut frame = serde_json::Map::new();
        frame.insert(name.to_owned(), body);
        self.says(&Value::Object(frame)).await;
        self.answer(id).await
    }

    /// The answer to this request.
    pub(crate) async fn answer(&mut self, id: u32) -> Result<u64, String> {
        loop {
            let frame = self.hears().await;
            if frame["posted"]["id"] == id {
                return Ok(frame["posted"]["seq"].as_u64().unwrap());
            }
            if frame["refused"]["id"] == id {
                return Err(frame["refused"]["code"].as_str().unwrap().to_owned());
            }
        }
    }

    /// Writes a message into the lobby, which has to be taken.
    pub(crate) async fn posts(&mut self, text: &str) -> u64 {
        let body = json!({"room": 1, "client_id": new_id(), "text": text});
        self.asks("post", body).await.unwrap()
    }

    /// Writes an answer to a message.
    pub(crate) async fn replies(&mut self, room: u64, to: u64) -> Result<u64, String> {
        let body = json!({"room": room, "client_id": new_id(), "text": "yes", "reply_to": to});
        self.asks("post", body).await
    }

    /// Changes a message of the lobby.
    pub(crate) async fn amends(&mut self, target: u64, change: Value) -> Result<u64, String> {
        self.amends_in(1, target, change).await
    }

    /// Changes a message of a room.
    pub(crate) async fn amends_in(
        &mut self,
        room: u64,
        target: u64,
        change: Value,
    ) -> Result<u64, String> {
        self.amends_as(&new_id(), room, target, change).await
    }

    /// As [`Peer::amends_in`], under this id of the write.
    pub(crate) async fn amends_as(
        &mut self,
        client_id: &str,
        room: u64,
        target: u64,
        change: Value,
    ) -> Result<u64, String> {
        let body =
            json!({"room": room, "client_id": client_id, "target": target, "change": change});
        self.asks("amend", body).await
    }

    /// Makes a room, and tells its number.
    pub(crate) async fn makes_room(&mut self, name: &str) -> u64 {
        self.says(&json!({"make_room": {"id": 4_000, "name": name}}))
            .await;
        let made = self.hears_of("room_made").await;
        made["room"]["room"].as_u64().unwrap()
    }

    /// What an address answers: the status, and the body.
    pub(crate) async fn gets(&self, path: &str) -> (u16, Value) {
        let request = http::with_bearer(http::request(Method::GET, path), &self.token);
        let answer = http::ask(&self.url, request).await.unwrap();
        let body = serde_json::from_str(&answer.text()).unwrap();
        (answer.status.as_u16(), body)
    }

    /// What is at an address where something has to be.
    pub(crate) async fn reads(&self, path: &str) -> Value {
        let (status, body) = self.gets(path).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// A message of the lobby as it is told over HTTP.
    pub(crate) async fn message(&self, seq: u64) -> Value {
        let page = self.reads(&format!("/api/rooms/1/messages/{seq}")).await;
        page["entry"].clone()
    }

    /// The newest line of the lobby.
    pub(crate) async fn head(&self) -> u64 {
        let page = self.reads("/api/rooms/1/entries?limit=1").await;
        page["head"].as_u64().unwrap()
    }
}

/// An id for a write that no other has.
pub(crate) fn new_id() -> String {
    let random: u64 = rand::random();
    format!(
        "0199d1a0-2a00-7000-8{:03x}-{:012x}",
        random >> 52,
        random & 0xffff_ffff_ffff
    )
}

/// An edit of a message that was not edited before.
pub(crate) fn edit(text: &str) -> Value {
    json!({"edit": {"text": text}})
}

pub(crate) fn react(emoji: &str) -> Value {
    json!({"react": {"emoji": emoji}})
}

pub(crate) fn unreact(emoji: &str) -> Value {
    json!({"unreact": {"emoji": emoji}})
}
