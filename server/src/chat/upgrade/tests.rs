use axum::http::header::{HeaderMap, HeaderValue, SEC_WEBSOCKET_PROTOCOL};

use super::{Asked, asked_language};

#[test]
fn the_subprotocol_chooses_the_language() {
    for (offered, language) in [
        (&[][..], Asked::Plain),
        (&[""], Asked::Plain),
        (&["confab.v1"], Asked::Frames),
        (&["graphql-ws, confab.v1"], Asked::Frames),
        (&["graphql-ws", "confab.v1"], Asked::Frames),
        (&["confab.v2"], Asked::Unknown),
        (&["Confab.V1"], Asked::Unknown),
        (&["graphql-ws"], Asked::Unknown),
    ] {
        let mut headers = HeaderMap::new();
        for &protocols in offered {
            headers.append(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(protocols));
        }
        assert_eq!(asked_language(&headers), language, "{offered:?}");
    }
}
