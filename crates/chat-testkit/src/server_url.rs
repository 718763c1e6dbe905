//! Where the server under test listens.
//!
//! Loopback only: a test tool that can be pointed at a stranger's server is a weapon.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

/// A loopback server, as `http://127.0.0.1:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerUrl {
    address: SocketAddr,
    authority: String,
}

/// Why a text is no [`ServerUrl`]: one sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAServerUrl(String);

impl ServerUrl {
    /// The server that listens on this address.
    ///
    /// # Panics
    /// When the address is not loopback.
    #[must_use]
    pub fn at(address: SocketAddr) -> Self {
        assert!(
            address.ip().is_loopback(),
            "{address} is not a loopback address"
        );
        Self {
            address,
            authority: address.to_string(),
        }
    }

    /// What to connect to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What stands in `Host`: address and port.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The page's own origin, as a browser would send it.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.authority)
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}", self.authority)
    }
}

impl FromStr for ServerUrl {
    type Err = NotAServerUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = |why: &str| NotAServerUrl(format!("{text} is not usable: {why}"));
        let authority = text
            .strip_prefix("http://")
            .or_else(|| text.strip_prefix("ws://"))
            .ok_or_else(|| refused("it has to begin with http:// or ws://"))?
            .trim_end_matches('/');
        let address = match authority.strip_prefix("localhost:") {
            Some(port) => {
                let port = port.parse().map_err(|_| refused("the port is no number"))?;
                SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)
            }
            None => authority
                .parse::<SocketAddr>()
                .map_err(|_| refused("only localhost or a loopback address with a port is"))?,
        };
        if !address.ip().is_loopback() {
            return Err(refused("this tool talks to loopback only"));
        }
        Ok(Self {
            address,
            authority: authority.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests;
