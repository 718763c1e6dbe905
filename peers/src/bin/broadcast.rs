//! What one writes first with axum: a task per socket and one broadcast channel.
//! Buffers at the library's defaults. A peer for measurements, on loopback only.

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::any;
use tokio::sync::broadcast;

/// Messages that a slow receiver may lag behind before it misses some.
const CHANNEL_MESSAGES_MAX: usize = 1024;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "a program that says where it listens")]
async fn main() -> anyhow::Result<()> {
    let port = std::env::args()
        .nth(1)
        .unwrap_or_default()
        .parse()
        .unwrap_or(0);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening {}", listener.local_addr()?);
    let (room, _) = broadcast::channel::<Message>(CHANNEL_MESSAGES_MAX);
    let app = Router::new()
        .route(
            "/chat",
            any(|State(room), upgrade: WebSocketUpgrade| async {
                upgrade.on_upgrade(|socket| talk(socket, room))
            }),
        )
        .with_state(room);
    axum::serve(listener, app).await?;
    Ok(())
}

async fn talk(mut socket: WebSocket, room: broadcast::Sender<Message>) {
    let mut others = room.subscribe();
    loop {
        let going = tokio::select! {
            received = socket.recv() => match received {
                Some(Ok(message @ Message::Text(_))) => {
                    // No receiver is no error: then nobody else is here.
                    let _ = room.send(message);
                    true
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => false,
                Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => true,
            },
            message = others.recv() => match message {
                Ok(message) => socket.send(message).await.is_ok(),
                Err(broadcast::error::RecvError::Lagged(_)) => true,
                Err(broadcast::error::RecvError::Closed) => false,
            },
        };
        if !going {
            return;
        }
    }
}
