//! Where this server is at home: the addresses and ports that it listens on.
//!
//! An owner may have the server look at itself, and must not have it look at its
//! neighbours: whoever signs in first on a fresh server owns it and is not yet the keeper of the
//! machine or its network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// Listening addresses.
#[derive(Clone, Debug, Default)]
pub struct Home(Vec<SocketAddr>);

impl Home {
    /// Of a server with these listeners.
    #[must_use]
    pub fn of(listeners: Vec<SocketAddr>) -> Self {
        Self(listeners)
    }

    /// Whether something listens on this port.
    #[must_use]
    pub fn has_port(&self, port: u16) -> bool {
        self.0.iter().any(|listener| listener.port() == port)
    }

    /// Whether a connection to this address comes to one of the listeners.
    #[must_use]
    pub fn has(&self, address: SocketAddr) -> bool {
        let ip = address.ip().to_canonical();
        self.0.iter().any(|listener| {
            let at = listener.ip().to_canonical();
            let leads_there = if at.is_unspecified() {
                is_own(ip)
            } else {
                at == ip
            };
            listener.port() == address.port() && leads_there
        })
    }
}

/// Whether an address is this machine's: the way to it begins where it ends. Nothing is
/// sent.
fn is_own(ip: IpAddr) -> bool {
    let any: IpAddr = match ip {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let begins = || {
        let socket = UdpSocket::bind((any, 0)).ok()?;
        // Any port: no packet leaves.
        socket.connect((ip, 9)).ok()?;
        Some(socket.local_addr().ok()?.ip())
    };
    ip.is_loopback() || (!ip.is_unspecified() && !ip.is_multicast() && begins() == Some(ip))
}

#[cfg(test)]
mod tests;
