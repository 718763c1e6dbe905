//! Who sends a request, as an axum extractor.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chat_store::records::SignedIn;
use shared::refusal::{Refusal, RefusalCode};

use crate::app::App;
use crate::http::error::HttpRefusal;

/// Who sends a request.
#[derive(Clone, Debug)]
pub enum CurrentUser {
    /// No token of this server's is shown.
    Nobody,
    /// A token is shown that no login has, or no login any more.
    Stranger,
    /// The holder of a login.
    Known(SignedIn),
}

impl CurrentUser {
    /// The user, where one is needed.
    ///
    /// # Errors
    /// `not_signed_in`, with the reason.
    pub fn required(self) -> Result<SignedIn, Refusal> {
        match self {
            Self::Known(signed_in) => Ok(signed_in),
            Self::Nobody => Err(Refusal::new(RefusalCode::NotSignedIn, "Sign in first.")),
            Self::Stranger => Err(ended()),
        }
    }
}

/// The answer to a token that is wrong or no longer valid.
#[must_use]
pub fn ended() -> Refusal {
    Refusal::new(
        RefusalCode::NotSignedIn,
        "This login has ended; sign in again.",
    )
}

impl FromRequestParts<Arc<App>> for CurrentUser {
    type Rejection = HttpRefusal;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpRefusal> {
        let cookie = &app.logins.cookie;
        let Some(token) = cookie.shown(&parts.headers) else {
            return Ok(Self::Nobody);
        };
        Ok(match app.logins.holder(token).await? {
            Some(who) => Self::Known(who),
            None if cookie.is_surely_ours(&parts.headers) => Self::Stranger,
            None => Self::Nobody,
        })
    }
}
