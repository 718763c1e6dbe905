//! `GET /healthz`: whether this server can do its work, for whatever watches it.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use tokio::time::timeout;

use crate::app::App;

/// A store that takes longer is not one that people can chat over.
const STORE_ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// 200 while the store answers, 503 while it does not.
pub async fn healthz(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match timeout(STORE_ANSWERS_WITHIN, app.logins.is_fresh()).await {
        Ok(Ok(_)) => (StatusCode::OK, "ok"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer"),
    }
}
