//! Which pages may use the server, by the headers that they send.
//!
//! Input: `Host` in the first line, `Origin` in the second, `Sec-Fetch-Site` in the third.

use axum::http::Uri;
use server::origin::{Cookie, Facts, Origin, OriginRules, Purpose, Reach};

use super::lines;
use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "origin",
    about: "Host, Origin and Sec-Fetch-Site",
    run,
    words: &[
        b"localhost:8080\nhttp://localhost:8080\n",
        b"chat.example\nhttps://chat.example\n",
        b"[::1]:8080",
        b"127.0.0.1",
        b"http://",
        b"https://",
        b"null",
        b"same-origin",
        b"cross-site",
        b":443",
        b":80",
        b"@",
        b".localhost",
        b"[::ffff:127.0.0.1]",
    ],
};

fn run(data: &[u8]) {
    let mut lines = lines(data);
    let (host, origin, site) = (lines.next(), lines.next(), lines.next());
    let allowed: Origin = "https://chat.example".parse().expect("an origin");
    for reach in [Reach::Loopback, Reach::Network] {
        let rules = OriginRules::new(reach, vec![allowed.clone()]);
        for purpose in [Purpose::Read, Purpose::Change, Purpose::Upgrade] {
            for cookie in [Cookie::Absent, Cookie::Present] {
                let judged = rules.judge(Facts {
                    purpose,
                    host,
                    origin,
                    fetch_site: site,
                    cookie,
                });
                if judged.is_ok() {
                    let asked = Asked {
                        reach,
                        purpose,
                        cookie,
                        host: host.unwrap_or_default(),
                        site,
                    };
                    asked.may_be_served(origin);
                }
            }
        }
    }
}

/// A request that was let through.
struct Asked<'a> {
    reach: Reach,
    purpose: Purpose,
    cookie: Cookie,
    host: &'a str,
    site: Option<&'a str>,
}

impl Asked<'_> {
    /// The rules once more, with another reader of addresses.
    fn may_be_served(&self, origin: Option<&str>) {
        let (host, port) = authority("http", self.host).expect("Host was readable");
        let is_known = match self.reach {
            Reach::Loopback => is_loopback(&host),
            Reach::Network => !is_registrable(&host),
        };
        assert!(is_known || host == "chat.example", "{host}");
        let Some(origin) = origin else {
            if self.purpose == Purpose::Change && self.cookie == Cookie::Present {
                assert_eq!(self.site, Some("same-origin"));
            }
            return;
        };
        if self.purpose == Purpose::Read {
            return;
        }
        let lower = origin.to_ascii_lowercase();
        let (scheme, rest) = lower.split_once("://").expect("an origin has a scheme");
        assert!(matches!(scheme, "http" | "https"), "{origin}");
        let (page, page_port) = authority(scheme, rest).expect("Origin was readable");
        let default = if scheme == "https" { 443 } else { 80 };
        let is_own = page == host && page_port.unwrap_or(default) == port.unwrap_or(default);
        let is_near = self.reach == Reach::Loopback && is_loopback(&page);
        let is_allowed =
            scheme == "https" && page == "chat.example" && page_port.unwrap_or(443) == 443;
        assert!(is_own || is_near || is_allowed, "{origin} on {}", self.host);
    }
}

fn authority(scheme: &str, text: &str) -> Option<(String, Option<u16>)> {
    let uri: Uri = format!("{scheme}://{text}/").parse().ok()?;
    let authority = uri.authority()?;
    assert!(!authority.as_str().contains('@'), "a name before the host");
    Some((authority.host().to_ascii_lowercase(), authority.port_u16()))
}

/// A name that somebody may own.
fn is_registrable(host: &str) -> bool {
    let is_address = host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok();
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_local = matches!(last, "local" | "lan" | "internal" | "localhost");
    host.contains('.') && !is_address && !is_local && !host.ends_with(".home.arpa")
}

fn is_loopback(host: &str) -> bool {
    let ip = host.trim_start_matches('[').trim_end_matches(']');
    let ip: Result<std::net::IpAddr, _> = ip.parse();
    host == "localhost"
        || host.ends_with(".localhost")
        || ip.is_ok_and(|ip| ip.to_canonical().is_loopback())
}
