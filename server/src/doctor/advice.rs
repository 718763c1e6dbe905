//! The exact lines to change, for each problem and each kind of proxy. Pure.
//!
//! `docs/behind-a-proxy.md` has the whole configurations that these lines are of. They
//! name [`EXAMPLE`], which is replaced by the address that was examined.

use shared::doctor::{Fix, PROXIES};

/// The address in the lines.
const EXAMPLE: &str = "https://chat.example";

/// Its host.
const EXAMPLE_HOST: &str = "chat.example";

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Confab is not reached.
    Reach,
    /// The chain of certificates.
    Chain,
    /// The certificate has ended or is about to.
    CertificateEnds,
    /// The certificate is for another name.
    CertificateName,
    /// `Host` is another one.
    Host,
    /// The page's origin is not the server's own.
    Origin,
    /// `Upgrade` and `Connection` are taken away.
    Upgrade,
    /// Silent connections are cut.
    Idle,
    /// Answers are held back.
    Buffering,
    /// Large requests are refused.
    Body,
    /// A clock is wrong.
    Clock,
    /// The disk is nearly full.
    Disk,
    /// Too few files may be open.
    Files,
}

impl Problem {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Reach,
        Self::Chain,
        Self::CertificateEnds,
        Self::CertificateName,
        Self::Host,
        Self::Origin,
        Self::Upgrade,
        Self::Idle,
        Self::Buffering,
        Self::Body,
        Self::Clock,
        Self::Disk,
        Self::Files,
    ];
}

/// What to change, and where.
type Line = (&'static str, &'static str);

/// For the five proxies.
const fn proxies(lines: [&'static str; 5]) -> [Line; 5] {
    let ([nginx, caddy, apache, haproxy, traefik], [a, b, c, d, e]) = (lines, PROXIES);
    [
        (a, nginx),
        (b, caddy),
        (c, apache),
        (d, haproxy),
        (e, traefik),
    ]
}

/// What to change about a problem of the page at `origin`.
#[must_use]
pub fn fixes(problem: Problem, origin: &str) -> Vec<Fix> {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let fix = |&(place, line): &Line| Fix {
        place: place.to_owned(),
        line: line.replace(EXAMPLE, origin).replace(EXAMPLE_HOST, host),
    };
    lines(problem).iter().map(fix).collect()
}

fn lines(problem: Problem) -> &'static [Line] {
    match problem {
        Problem::Reach => {
            const {
                &proxies([
                    "proxy_pass http://127.0.0.1:8080;",
                    "reverse_proxy 127.0.0.1:8080",
                    "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket",
                    "server confab 127.0.0.1:8080",
                    "loadBalancer.servers: [{ url: \"http://127.0.0.1:8080\" }]",
                ])
            }
        }
        Problem::Chain => {
            const {
                &proxies([
                    "ssl_certificate /path/fullchain.pem;",
                    "tls /path/fullchain.pem /path/privkey.pem",
                    "SSLCertificateFile /path/fullchain.pem",
                    "bind :443 ssl crt /path/fullchain-and-key.pem",
                    "tls.certificates: [{ certFile: /path/fullchain.pem, keyFile: /path/privkey.pem }]",
                ])
            }
        }
        Problem::CertificateEnds => {
            const {
                &proxies([
                    "renew it, then: nginx -s reload",
                    "remove the tls line with files, so that Caddy renews by itself",
                    "renew it, then: apachectl graceful",
                    "renew it, then: systemctl reload haproxy",
                    "tls.certResolver: letsencrypt",
                ])
            }
        }
        Problem::CertificateName => {
            const {
                &proxies([
                    "server_name chat.example; with the certificate of that name",
                    "chat.example { … } as the site's address",
                    "ServerName chat.example with the certificate of that name",
                    "bind :443 ssl crt /path/certificate-of-chat.example.pem",
                    "rule: Host(`chat.example`)",
                ])
            }
        }
        Problem::Host => {
            const {
                &proxies([
                    "proxy_set_header Host $http_host;",
                    "remove header_up Host …",
                    "ProxyPreserveHost On",
                    "remove http-request set-header Host …",
                    "loadBalancer.passHostHeader: true",
                ])
            }
        }
        Problem::Origin => &[("Confab", "--allow-origin https://chat.example")],
        Problem::Upgrade => {
            const {
                &proxies([
                    "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; \
             proxy_set_header Connection \"upgrade\";",
                    "remove header_up -Upgrade and header_up -Connection",
                    "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket",
                    "remove http-request del-header Upgrade; keep mode http",
                    "remove Upgrade and Connection from customRequestHeaders",
                ])
            }
        }
        Problem::Idle => {
            const {
                &proxies([
                    "proxy_read_timeout 75s; proxy_send_timeout 75s;",
                    "remove stream_timeout",
                    "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket timeout=75",
                    "timeout tunnel 75s",
                    "entryPoints.websecure.transport.respondingTimeouts.idleTimeout: 75s",
                ])
            }
        }
        Problem::Buffering => {
            const {
                &proxies([
                    "proxy_buffering off;",
                    "flush_interval -1",
                    "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket flushpackets=on",
                    "option http-no-delay",
                    "remove the buffering middleware",
                ])
            }
        }
        Problem::Body => {
            const {
                &proxies([
                    "client_max_body_size 1m;",
                    "request_body { max_size 1MB }",
                    "LimitRequestBody 1048576",
                    "remove http-request deny … req.body_size",
                    "buffering.maxRequestBodyBytes: 1048576",
                ])
            }
        }
        Problem::Clock => &[("the machine", "timedatectl set-ntp true")],
        Problem::Disk => &[(
            "Confab",
            "--data FOLDER on a larger disk; stop the server and move the folder first",
        )],
        Problem::Files => &[(
            "the machine",
            "LimitNOFILE=65536 in the service's [Service] section",
        )],
    }
}

#[cfg(test)]
mod tests;
