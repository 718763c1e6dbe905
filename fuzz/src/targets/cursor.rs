//! Where a reader stands, as clients say it.

use shared::codec;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::ids::ClientId;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "cursor",
    about: "cursors, epochs and client ids",
    run,
    words: &[
        b"{\"epoch\":\"0123456789abcdef\",\"seq\":1}",
        b"\"ffffffffffffffff\"",
        b"+",
        b"\\u0030",
        b"01890a5d-ac96-774b-bcce-b302099a8057",
        b"{01890a5d-ac96-774b-bcce-b302099a8057}",
        b"urn:uuid:",
    ],
};

fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    if let Ok(cursor) = serde_json::from_str::<Cursor>(text) {
        let again = codec::encode(&cursor);
        assert_eq!(serde_json::from_str(&again).ok(), Some(cursor), "{again}");
    }
    if let Ok(epoch) = serde_json::from_str::<Epoch>(text) {
        let written = codec::encode(&epoch);
        assert_eq!(
            written.len(),
            18,
            "sixteen digits and two quotes: {written}"
        );
        assert_eq!(serde_json::from_str(&written).ok(), Some(epoch));
    }
    if let Ok(seq) = serde_json::from_str::<Seq>(text) {
        assert!(seq.next() >= seq && seq.previous() <= seq);
        assert_eq!(seq.distance_from(seq), 0);
    }
    for id in [
        text.parse::<ClientId>().ok(),
        serde_json::from_str(text).ok(),
    ] {
        let Some(id) = id else { continue };
        assert_eq!(id.to_string().parse().ok(), Some(id));
        assert_eq!(ClientId::from_bytes(id.to_bytes()), id);
    }
}
