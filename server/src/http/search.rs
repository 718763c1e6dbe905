//! `GET /api/search`: messages of every room that the asker may read.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Response};
use chat_search_index::{Order, Place};
use serde::Deserialize;
use shared::search::{SEARCH_HITS, SEARCH_HITS_MAX};

use super::error::HttpRefusal;
use crate::app::App;
use crate::login::current_user::CurrentUser;
use crate::search::Asked;

/// A day is nowhere further from UTC than this, in minutes.
const EAST_MAX: i16 = 14 * 60;

/// What is searched for.
#[derive(Debug, Deserialize)]
pub struct SearchQuery {
    q: String,
    order: Option<OrderName>,
    after: Option<i64>,
    limit: Option<u16>,
    east: Option<i16>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OrderName {
    Newest,
    Best,
}

/// Searches.
///
/// # Errors
/// `not_signed_in`, `malformed`, `text_empty`, `text_too_long`, `limit_reached`,
/// `unknown_room`, `too_fast`, `unavailable`.
pub async fn search(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    query: Result<Query<SearchQuery>, QueryRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let Query(query) = query.map_err(|_| {
        HttpRefusal::malformed(
            "A search is asked for with q, and perhaps order (newest or best), after, limit and east.",
        )
    })?;
    app.personal.hold_searches(app.clock.now(), who.user.id)?;
    let asked = Asked {
        typed: query.q,
        order: match query.order {
            Some(OrderName::Best) => Order::Best,
            Some(OrderName::Newest) | None => Order::Newest,
        },
        after: query.after.map(Place),
        limit: usize::from(query.limit.unwrap_or(SEARCH_HITS).clamp(1, SEARCH_HITS_MAX)),
        east_of_utc: query.east.unwrap_or(0).clamp(-EAST_MAX, EAST_MAX),
    };
    let page = app.search.search(&app, &who, asked).await?;
    let mut response = Json(page).into_response();
    let unstored = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, unstored);
    Ok(response)
}
