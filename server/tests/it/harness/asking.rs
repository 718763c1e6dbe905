//! Requests over HTTP as somebody, or as nobody.

use chat_testkit::http::{self, Answer};
use hyper::Method;

use super::TestServer;

/// Signs a new user in.
pub(crate) async fn token(server: &TestServer, name: &str) -> String {
    let login = http::sign_in(&server.url, name).await.unwrap();
    login.token.unwrap()
}

pub(crate) async fn ask(
    server: &TestServer,
    token: Option<&str>,
    method: Method,
    path: &str,
    body: &str,
) -> Answer {
    let mut request = http::json_request(method, path, body.to_owned());
    if let Some(token) = token {
        request = http::with_bearer(request, token);
    }
    http::ask(&server.url, request).await.unwrap()
}
