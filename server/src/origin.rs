//! Which pages may use this server: the `Origin` and `Host` rules, as one pure
//! decision.
//!
//! Browsers attach cookies to requests and upgrades that any page starts, and let a
//! hostile name point at any address. So: an `Origin` must be the server's own (as
//! `Host` names it) or on the allow-list; on a server that listens on loopback only,
//! loopback pages pass too. And `Host` itself must be one that no stranger can own: a
//! loopback name on a loopback server, an address or a name of the local network on
//! another; a name that anybody may register has to be on the allow-list.
//! Programs send no `Origin`; they pass unless an unsafe request rides on a cookie.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// A page's origin: scheme, host and port, as RFC 6454 writes it. Default ports are
/// left out, letters are small.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    scheme: Scheme,
    authority: Authority,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Scheme {
    Http,
    Https,
}

/// A host and the port where one is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Authority {
    host: String,
    port: Option<u16>,
}

/// A text that is no origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOrigin;

/// What of a request the decision needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// What the request would do.
    pub purpose: Purpose,
    /// The `Host` header.
    pub host: Option<&'a str>,
    /// The `Origin` header.
    pub origin: Option<&'a str>,
    /// The `Sec-Fetch-Site` header, which pages cannot set.
    pub fetch_site: Option<&'a str>,
    /// Whether a login's cookie came along.
    pub cookie: Cookie,
}

/// What a request would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// `GET` and `HEAD`: the browser keeps answers from foreign pages by itself.
    #[default]
    Read,
    /// A method that changes something.
    Change,
    /// A WebSocket, which the browser does not keep from foreign pages.
    Upgrade,
}

/// Whether a login's cookie came along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cookie {
    /// It did not.
    #[default]
    Absent,
    /// It did.
    Present,
}

/// Where the server listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// On loopback addresses only.
    Loopback,
    /// Somewhere that other machines may see.
    Network,
}

impl Reach {
    /// Of a server with these listeners: loopback only if every one is.
    #[must_use]
    pub fn of(listeners: &[SocketAddr]) -> Self {
        let is_loopback = |listener: &SocketAddr| listener.ip().to_canonical().is_loopback();
        if listeners.iter().all(is_loopback) {
            Self::Loopback
        } else {
            Self::Network
        }
    }
}

/// Names below these are nobody's to register: RFC 6762, RFC 8375, the name that ICANN
/// keeps for private networks, and one that routers give out and the root does not know.
const LOCAL_SUFFIXES: [&str; 4] = [".local", ".home.arpa", ".internal", ".lan"];

/// The rules of one server.
#[derive(Clone, Debug)]
pub struct OriginRules {
    reach: Reach,
    own_scheme: Option<Scheme>,
    allowed: Vec<Origin>,
}

/// A request that must not be served, with its sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// `Host` is missing, unreadable, or not this server's.
    Host,
    /// `Origin` is another site's.
    Origin,
    /// A cookie came with a change, and nothing says which page sent it.
    Unproven,
}

/// Whether a `Host` header names the machine itself.
#[must_use]
pub fn is_loopback_host(host: &str) -> bool {
    Authority::parse(host).is_some_and(|host| host.is_loopback())
}

impl OriginRules {
    /// The rules of a server that listens with this reach.
    #[must_use]
    pub fn new(reach: Reach, allowed: Vec<Origin>) -> Self {
        Self {
            reach,
            own_scheme: None,
            allowed,
        }
    }

    /// The same for a server that speaks TLS itself: its pages come by https and by
    /// nothing else. Without it a proxy may have either way in front.
    #[must_use]
    pub fn behind_tls(mut self) -> Self {
        self.own_scheme = Some(Scheme::Https);
        self
    }

    /// Whether the request may be served.
    ///
    /// # Errors
    /// [`Foreign`] says which rule speaks against it.
    pub fn judge(&self, facts: Facts<'_>) -> Result<(), Foreign> {
        let host = facts.host.and_then(Authority::parse).ok_or(Foreign::Host)?;
        let is_own = match self.reach {
            Reach::Loopback => host.is_loopback(),
            Reach::Network => host.is_nobodys_to_register(),
        };
        if !is_own && !self.allows_host(&host) {
            return Err(Foreign::Host);
        }
        match (facts.purpose, facts.origin) {
            (Purpose::Read, _) | (Purpose::Upgrade, None) => Ok(()),
            (Purpose::Change | Purpose::Upgrade, Some(origin)) => self.judge_origin(origin, &host),
            (Purpose::Change, None) => match (facts.cookie, facts.fetch_site) {
                (Cookie::Absent, _) | (Cookie::Present, Some("same-origin")) => Ok(()),
                (Cookie::Present, _) => Err(Foreign::Unproven),
            },
        }
    }

    /// Whether whoever started the server named this origin.
    #[must_use]
    pub fn names(&self, origin: &Origin) -> bool {
        self.allowed.contains(origin)
    }

    fn judge_origin(&self, origin: &str, host: &Authority) -> Result<(), Foreign> {
        // `null` (a sandboxed frame, a file) is no origin and so nobody's.
        let origin: Origin = origin.parse().map_err(|NotAnOrigin| Foreign::Origin)?;
        let own = self.own_scheme.is_none_or(|own| own == origin.scheme)
            && origin.authority == host.without_default_port(origin.scheme);
        let near = self.reach == Reach::Loopback && origin.authority.is_loopback();
        if own || near || self.allowed.contains(&origin) {
            Ok(())
        } else {
            Err(Foreign::Origin)
        }
    }

    /// A reverse proxy on this machine passes its public name on as `Host`.
    fn allows_host(&self, host: &Authority) -> bool {
        self.allowed
            .iter()
            .any(|origin| origin.authority == host.without_default_port(origin.scheme))
    }
}

impl Foreign {
    /// One sentence: the cause, then what to do.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Host => {
                "This server is not known under that host name. Start it with \
                 --allow-origin and the address of the page, for example \
                 --allow-origin https://chat.example."
            }
            Self::Origin => {
                "The page that asks is of another site. Start the server with \
                 --allow-origin and that page's origin if it may use this server."
            }
            Self::Unproven => {
                "The request brings a cookie but does not say which page sends it. \
                 Send an Origin header, or a bearer token instead of the cookie."
            }
        }
    }
}

impl Origin {
    /// Whether it is a page of the machine itself.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.authority.is_loopback()
    }

    /// The port, written or usual.
    #[must_use]
    pub fn port(&self) -> u16 {
        let written = self.authority.port;
        written.unwrap_or(self.scheme.default_port())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        write!(f, "{scheme}://{}", self.authority.host)?;
        match self.authority.port {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let lower = text.to_ascii_lowercase();
        let (scheme, rest) = if let Some(rest) = lower.strip_prefix("https://") {
            (Scheme::Https, rest)
        } else if let Some(rest) = lower.strip_prefix("http://") {
            (Scheme::Http, rest)
        } else {
            return Err(NotAnOrigin);
        };
        let authority = Authority::parse(rest).ok_or(NotAnOrigin)?;
        Ok(Self {
            scheme,
            authority: authority.without_default_port(scheme),
        })
    }
}

impl fmt::Display for NotAnOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an origin is http:// or https://, a host and a port if it is unusual")
    }
}

impl std::error::Error for NotAnOrigin {}

impl Scheme {
    fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

impl Authority {
    /// Reads `host`, `host:port`, `[v6]` or `[v6]:port`.
    fn parse(text: &str) -> Option<Self> {
        let (host, port) = if text.starts_with('[') {
            let end = text.find(']')? + 1;
            (&text[..end], &text[end..])
        } else {
            text.split_at(text.find(':').unwrap_or(text.len()))
        };
        let port = match port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
                Some(digits.parse().ok()?)
            }
            None if port.is_empty() => None,
            Some(_) | None => return None,
        };
        let host = host.to_ascii_lowercase();
        let readable = if let Some(inner) = host.strip_prefix('[') {
            inner.strip_suffix(']')?.parse::<Ipv6Addr>().is_ok()
        } else {
            !host.is_empty()
                && host
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
        };
        readable.then_some(Self { host, port })
    }

    fn without_default_port(&self, scheme: Scheme) -> Self {
        let port = self.port.filter(|&port| port != scheme.default_port());
        Self {
            host: self.host.clone(),
            port,
        }
    }

    /// Whether no stranger can have this host and point it at this server: an address, a
    /// name without a dot, or one of the local network.
    fn is_nobodys_to_register(&self) -> bool {
        let is_address = self.host.starts_with('[') || self.host.parse::<Ipv4Addr>().is_ok();
        is_address
            || !self.host.contains('.')
            || self.is_loopback()
            || LOCAL_SUFFIXES
                .iter()
                .any(|suffix| self.host.ends_with(suffix))
    }

    fn is_loopback(&self) -> bool {
        if let Some(inner) = self
            .host
            .strip_prefix('[')
            .and_then(|h| h.strip_suffix(']'))
        {
            return inner.parse::<Ipv6Addr>().is_ok_and(|ip| {
                ip.is_loopback() || ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback())
            });
        }
        // `*.localhost` never leaves the machine (RFC 6761, section 6.3).
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || self
                .host
                .parse::<Ipv4Addr>()
                .is_ok_and(|ip| ip.is_loopback())
    }
}

#[cfg(test)]
mod tests;
