//! A frame's JSON laid out for reading, in the wire panel: nothing but white space differs
//! from what came, and secrets are not shown.

use chat_client::wire::json::{self, Blank, Piece, Tone};
use serde_json::Value;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "layout",
    about: "the wire panel's layout of JSON",
    run,
    words: &[
        b"{\"hello\":{\"version\":1,\"token\":\"SECRET\"}}",
        b"\"token\":\"SECRET\"",
        b"\"tok\\u0065n\":\"SECRET\"",
        b"\"token\":[\"SECRET\"]",
        b"\"text\":\"",
        b"\"\\\"\\\\\"",
        b"{}",
        b"[]",
        b"-0.5e10",
        b"true",
        b"null",
    ],
};

fn run(data: &[u8]) {
    let Ok(frame) = str::from_utf8(data) else {
        return;
    };
    for blank in [Blank::Secrets, Blank::Texts] {
        let Some(pieces) = json::lay_out(frame, blank) else {
            continue;
        };
        let is_untouched = pieces.iter().all(|piece| piece.tone != Tone::Blanked);
        if is_untouched {
            assert_eq!(without_space(&told(&pieces)), without_space(frame));
        }
    }
    let Ok(read) = serde_json::from_str::<Value>(frame) else {
        return;
    };
    let mut secrets = Vec::new();
    secrets_in(&read, &mut secrets);
    // A second one may stand where it is no secret.
    let is_secret = secrets.len() == 1 && frame.matches(SECRET).count() == 1;
    if let Some(pieces) = json::lay_out(frame, Blank::Secrets).filter(|_| is_secret) {
        let told = told(&pieces);
        assert!(!told.contains(SECRET), "a secret is shown: {told}");
    }
}

fn told(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What stands for a secret in the inputs.
const SECRET: &str = "SECRET";

/// Where it stands under a key which says that it is one.
fn secrets_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                if key == "token" {
                    strings_in(value, found);
                } else {
                    secrets_in(value, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| secrets_in(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn strings_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if text.contains(SECRET) => found.push(text),
        Value::Object(members) => members.values().for_each(|value| strings_in(value, found)),
        Value::Array(items) => items.iter().for_each(|item| strings_in(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
