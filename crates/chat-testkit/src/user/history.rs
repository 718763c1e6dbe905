//! Pages of history, asked for over HTTP as a browser does.

use chat_client::{FetchFailure, PageAsk, PageSide};
use hyper::{Method, StatusCode};
use shared::http::EntriesPage;
use tokio::time::timeout;

use crate::http::{self, Answer};
use crate::{PATIENCE, ServerUrl};

/// Fetches one page as the holder of this token.
pub(super) async fn fetch(
    url: &ServerUrl,
    token: &str,
    ask: PageAsk,
) -> Result<EntriesPage, FetchFailure> {
    let side = match ask.side {
        PageSide::Before(seq) => format!("before={}", seq.0),
        PageSide::After(seq) => format!("after={}", seq.0),
    };
    let path = format!("/api/rooms/{}/entries?{side}&limit={}", ask.room, ask.limit);
    let request = http::with_bearer(http::request(Method::GET, &path), token);
    match timeout(PATIENCE, http::ask(url, request)).await {
        Ok(Ok(answer)) => page_of(&answer),
        Ok(Err(_)) | Err(_) => Err(FetchFailure::Temporary),
    }
}

fn page_of(answer: &Answer) -> Result<EntriesPage, FetchFailure> {
    match answer.status {
        StatusCode::OK => answer.json().map_err(|_| FetchFailure::Temporary),
        StatusCode::UNAUTHORIZED => Err(FetchFailure::NotSignedIn),
        StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Err(FetchFailure::Gone),
        _ => Err(FetchFailure::Temporary),
    }
}
