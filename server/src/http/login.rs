//! `/api/me`, `/api/login`, `/api/logout`: who somebody is here, on how many devices.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderMap, HeaderValue, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chat_store::records::{Role, SignedIn};
use shared::close::CloseCode;
use shared::http::{CodeLogin, LoginAnswer, LoginRequest, Me, SignInCode};
use shared::limits::SIGN_IN_CODE_HOLDS_MS;

use super::error::HttpRefusal;
use crate::app::App;
use crate::login::current_user::CurrentUser;
use crate::login::token::Token;
use crate::names;
use crate::store_errors::refusal;

/// A log-in is a name; a few hundred bytes in the worst script.
pub const LOGIN_BYTES_MAX: usize = 4 * 1024;

/// `GET /api/me`: who is signed in here. A cookie that has ended is taken back.
///
/// # Errors
/// The store cannot answer.
pub async fn me(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let fresh = app.logins.is_fresh().await;
    let fresh = fresh.map_err(|failure| refusal(&failure, "looking for users"))?;
    let cookie = &app.logins.cookie;
    let cookies = match &current {
        CurrentUser::Known(_) => cookie.rename(&headers),
        CurrentUser::Stranger => cookie.take_back(&headers),
        CurrentUser::Nobody => Vec::new(),
    };
    let (user, owner) = match current {
        CurrentUser::Known(who) => (Some(who.user), who.role == Role::Owner),
        CurrentUser::Nobody | CurrentUser::Stranger => (None, false),
    };
    let mut response = Json(Me {
        user,
        version: app.version().to_owned(),
        fresh,
        owner,
    })
    .into_response();
    set(&mut response, cookies);
    Ok(private(response))
}

/// `POST /api/login`: become a guest with a name. Programs that ask for a bearer token
/// get no cookie.
///
/// # Errors
/// `malformed`, `name_invalid`, `name_taken`, `too_fast`, or the store's refusal.
pub async fn login(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let asked: LoginRequest = read(body)?;
    let name = names::person(&asked.name)?;
    let (signed_in, token) = app.logins.sign_in(app.clock.now(), name).await?;
    Ok(let_in(&app, &headers, signed_in, &token, asked.bearer))
}

/// `POST /api/me/code`: a code by which the user signs in on one more device, once.
///
/// # Errors
/// `not_signed_in`, `too_fast`.
pub async fn code(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let now = app.clock.now();
    app.personal.hold_rate(now, who.user.id)?;
    let code = app.logins.make_code(now, &who)?.reveal();
    let holds_ms = SIGN_IN_CODE_HOLDS_MS;
    Ok(private(Json(SignInCode { code, holds_ms }).into_response()))
}

/// `POST /api/login/code`: sign in by the code that another device of the user's was given.
///
/// # Errors
/// `malformed`, `not_allowed` for a code that is nobody's, `too_fast`, or the store's refusal.
pub async fn login_by_code(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let asked: CodeLogin = read(body)?;
    let now = app.clock.now();
    let (signed_in, token) = app.logins.sign_in_by_code(now, &asked.code).await?;
    Ok(let_in(&app, &headers, signed_in, &token, asked.bearer))
}

fn let_in(
    app: &App,
    headers: &HeaderMap,
    signed_in: SignedIn,
    token: &Token,
    is_bearer: bool,
) -> Response {
    let revealed = is_bearer.then(|| token.reveal().to_owned());
    let mut response = Json(LoginAnswer {
        user: signed_in.user,
        token: revealed,
    })
    .into_response();
    if !is_bearer {
        let by_tls = app.config.tls.is_some();
        set(
            &mut response,
            vec![app.logins.cookie.give(token, headers, by_tls)],
        );
    }
    private(response)
}

/// `POST /api/logout`: ends the login and closes its sessions.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn logout(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    if let Some(login) = who.login {
        app.logins.end(app.clock.now(), login).await?;
        app.hub
            .close_login(who.user.id, login, CloseCode::NotSignedIn);
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    set(&mut response, app.logins.cookie.take_back(&headers));
    Ok(private(response))
}

fn set(response: &mut Response, cookies: Vec<HeaderValue>) {
    for cookie in cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// Reads a JSON body without minding its declared type.
pub(super) fn read<T: serde::de::DeserializeOwned>(
    body: Result<Bytes, BytesRejection>,
) -> Result<T, HttpRefusal> {
    let body = body.map_err(|_| {
        HttpRefusal::malformed(format!("The request is over {LOGIN_BYTES_MAX} bytes."))
    })?;
    serde_json::from_slice(&body)
        .map_err(|error| HttpRefusal::malformed(format!("The request cannot be read: {error}.")))
}

/// What is about one person is nobody else's to keep.
fn private(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
