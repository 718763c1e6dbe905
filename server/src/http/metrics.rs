//! `GET /metrics`: the figures, for a Prometheus and for the owner's page.
//!
//! They name nobody, yet they are not for everybody: how many people are here, and when,
//! is the house's own matter. So: who shows the token of `--metrics-token`, the owner,
//! and programs on this machine, where a scraper usually runs. A reverse proxy runs on
//! this machine too and carries strangers; whatever hints at one makes the request a
//! stranger's.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, COOKIE, FORWARDED, HOST, HeaderMap, HeaderValue,
    ORIGIN, VIA,
};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::error::HttpRefusal;
use crate::app::App;
use crate::config::AppConfig;
use crate::door::ConnectionPlace;
use crate::login::cookie;
use crate::login::current_user::CurrentUser;
use crate::login::token;
use crate::metrics;
use crate::origin::is_loopback_host;

/// What proxies add, beside the two registered headers: `x-forwarded-for` and its kin.
const PROXY_PREFIX: &str = "x-forwarded";

/// nginx's examples use this one.
const REAL_IP: &str = "x-real-ip";

/// Answers with all figures.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, or the store's refusal.
pub async fn metrics(
    State(app): State<Arc<App>>,
    request: Request,
) -> Result<Response, HttpRefusal> {
    let (mut parts, _) = request.into_parts();
    may_watch(&app, &mut parts).await?;
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static(metrics::CONTENT_TYPE),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, app.metrics.text(app.version())).into_response())
}

/// Whether a request may see how the server does.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, or the store's refusal.
pub async fn may_watch(app: &Arc<App>, parts: &mut Parts) -> Result<(), HttpRefusal> {
    let place = parts.extensions.get::<ConnectionPlace>();
    let peer = place.and_then(ConnectionPlace::direct_peer);
    let headers = &parts.headers;
    if !shows_token(&app.config, headers) && !is_this_machine(&app.config, peer, headers) {
        let current = CurrentUser::from_request_parts(parts, app).await?;
        app.access.may_watch(&current.required()?)?;
    }
    Ok(())
}

/// Whether the bearer is the token that was set for scrapers. Hashes are compared, so
/// the time that it takes tells nothing of the token.
fn shows_token(config: &AppConfig, headers: &HeaderMap) -> bool {
    let shown = cookie::bearer(headers).map(token::hash);
    shown.is_some() && shown == config.metrics_token.as_ref().map(|token| token.hash())
}

/// Whether a program on this machine asks for itself, and nobody through it: the stream
/// and the name that was asked for are loopback, no header comes from a proxy or a page,
/// and nothing says that this server has a name in the network. A request that shows a
/// login is judged by that login.
fn is_this_machine(config: &AppConfig, peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_carried = headers.keys().any(|name| {
        name == FORWARDED
            || name == VIA
            || name == REAL_IP
            || name.as_str().starts_with(PROXY_PREFIX)
    });
    let speaks_for_somebody = [AUTHORIZATION, COOKIE, ORIGIN]
        .iter()
        .any(|name| headers.contains_key(name));
    peer.is_some_and(|peer| peer.to_canonical().is_loopback())
        && host.is_some_and(is_loopback_host)
        && !is_carried
        && !speaks_for_somebody
        && config
            .allow_origins
            .iter()
            .all(|origin| origin.is_loopback())
}

#[cfg(test)]
mod tests;
