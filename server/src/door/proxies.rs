//! Reverse proxies that are trusted, and whom they speak for.
//!
//! `X-Forwarded-For` is anybody's word, so it is read only where the connection itself
//! comes from a proxy that the owner has named, and then from its end: each proxy
//! appends whom it has seen, and what stands before the last stranger may be made up.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use axum::http::header::{HeaderMap, HeaderName};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The proxies of one server.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<Network>);

/// An address, or all that share its first bits: `10.0.0.1`, `172.18.0.0/16`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

/// A text that is no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANetwork;

impl Proxies {
    /// These.
    #[must_use]
    pub fn new(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    /// Whether a connection from there is a proxy's.
    #[must_use]
    pub fn trust(&self, from: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(from))
    }

    /// For whom a trusted proxy speaks: the last address in the list that is not one
    /// of the proxies. `None` where there is none, or where the list cannot be read.
    #[must_use]
    pub fn client_of(&self, headers: &HeaderMap) -> Option<IpAddr> {
        let lists = headers.get_all(X_FORWARDED_FOR).iter().rev();
        for list in lists {
            for item in list.to_str().ok()?.rsplit(',') {
                let address = address(item.trim())?;
                if !self.trust(address) {
                    return Some(address);
                }
            }
        }
        None
    }
}

impl Network {
    fn holds(&self, other: IpAddr) -> bool {
        match (self.base, other.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(other)) => {
                shares(base.to_bits().into(), other.to_bits().into(), self.bits, 32)
            }
            (IpAddr::V6(base), IpAddr::V6(other)) => {
                shares(base.to_bits(), other.to_bits(), self.bits, 128)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

fn shares(one: u128, other: u128, bits: u8, width: u8) -> bool {
    // With no bit to compare, the shift would be as wide as the number.
    (one ^ other)
        .checked_shr(u32::from(width - bits))
        .unwrap_or_default()
        == 0
}

/// An address as proxies write it: bare, with a port, or in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = bare
        .parse::<IpAddr>()
        .or_else(|_| text.parse::<std::net::SocketAddr>().map(|it| it.ip()));
    address.ok().map(|address| address.to_canonical())
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().map_err(|_| NotANetwork)?;
        let base = base.to_canonical();
        let width = if base.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().map_err(|_| NotANetwork)?,
            None => width,
        };
        if bits > width {
            return Err(NotANetwork);
        }
        Ok(Self { base, bits })
    }
}

impl fmt::Display for NotANetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address such as 10.0.0.1, or a network such as 172.18.0.0/16, is wanted")
    }
}

impl std::error::Error for NotANetwork {}

#[cfg(test)]
mod tests;
