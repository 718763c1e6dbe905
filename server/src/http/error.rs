//! A refusal as an HTTP response.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use shared::refusal::{Refusal, RefusalCode};

/// A refusal on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpRefusal(pub Refusal);

impl From<Refusal> for HttpRefusal {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl HttpRefusal {
    /// A request that cannot be read.
    #[must_use]
    pub fn malformed(sentence: impl Into<String>) -> Self {
        Self(Refusal::new(RefusalCode::Malformed, sentence))
    }
}

impl IntoResponse for HttpRefusal {
    fn into_response(self) -> Response {
        let retry_after_ms = self.0.retry_after_ms;
        let mut response = (status(self.0.code), Json(self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(ms) = retry_after_ms {
            headers.insert(RETRY_AFTER, HeaderValue::from(ms.div_ceil(1_000)));
        }
        response
    }
}

fn status(code: RefusalCode) -> StatusCode {
    match code {
        RefusalCode::Malformed
        | RefusalCode::UnknownFrame
        | RefusalCode::HelloFirst
        | RefusalCode::AlreadyGreeted
        | RefusalCode::VersionUnsupported
        | RefusalCode::TextEmpty
        | RefusalCode::TextTooLong
        | RefusalCode::TextControl
        | RefusalCode::NameInvalid
        | RefusalCode::ClientIdInvalid
        | RefusalCode::EmojiInvalid => StatusCode::BAD_REQUEST,
        RefusalCode::NotSignedIn => StatusCode::UNAUTHORIZED,
        RefusalCode::NotAllowed => StatusCode::FORBIDDEN,
        RefusalCode::UnknownRoom
        | RefusalCode::UnknownMessage
        | RefusalCode::UnknownFile
        | RefusalCode::LinkGone => StatusCode::NOT_FOUND,
        RefusalCode::FileTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalCode::FileInvalid | RefusalCode::ImageTooLarge => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalCode::MessageDeleted => StatusCode::GONE,
        RefusalCode::NameTaken
        | RefusalCode::LimitReached
        | RefusalCode::EditStale
        | RefusalCode::OffsetWrong
        | RefusalCode::AlreadySo => StatusCode::CONFLICT,
        RefusalCode::TooManyInFlight | RefusalCode::TooFast => StatusCode::TOO_MANY_REQUESTS,
        RefusalCode::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
        RefusalCode::Unavailable | RefusalCode::Stopping => StatusCode::SERVICE_UNAVAILABLE,
    }
}
