//! Which protocol both sides speak.

use serde::{Deserialize, Serialize};

/// The WebSocket subprotocol of the JSON language (RFC 6455, section 1.9). Without
/// a subprotocol a connection is in plain mode.
pub const SUBPROTOCOL: &str = "confab.v1";

/// A version of the frames. One number; a server names the one it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProtocolVersion(pub u16);

impl ProtocolVersion {
    /// What this program speaks.
    pub const CURRENT: Self = Self(1);
}

/// Something that a side understands beyond the version's base. None exist in
/// version 1; unknown ones are ignored, so that both sides can grow apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ability(pub String);
