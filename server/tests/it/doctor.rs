//! The doctor, at a server itself and through real proxies: with the settings of
//! `docs/proxies` nothing is wrong, and each wrong setting is found.

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chat_testkit::{PATIENCE, http};
use rcgen::{BasicConstraints, Certificate, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use server::config::AppConfig;
use server::doctor::findings::findings;
use server::doctor::{Examination, examine};
use shared::doctor::{Finding, Outcome, Viewpoint};
use tempfile::TempDir;

use crate::harness::{TestServer, empty_store, free_port};

const NGINX: &str = include_str!("../../../docs/proxies/nginx.conf");
const HAPROXY: &str = include_str!("../../../docs/proxies/haproxy.cfg");

/// A wrong proxy cuts after one second, so this is long enough to see it.
const IDLE: Duration = Duration::from_secs(3);

/// What a page at these addresses must be allowed for.
async fn start(port: u16) -> TestServer {
    let origin = format!("http://127.0.0.1:{port}");
    let config = AppConfig {
        allow_origins: vec![origin.parse().unwrap()],
        ..AppConfig::default()
    };
    TestServer::over(empty_store(), config).await
}

async fn complaints(port: u16, token: Option<&str>) -> Vec<String> {
    complaints_at(&format!("http://127.0.0.1:{port}"), token, None).await
}

async fn complaints_at(
    url: &str,
    token: Option<&str>,
    authorities: Option<PathBuf>,
) -> Vec<String> {
    let how = Examination {
        url: url.parse().unwrap(),
        idle: IDLE,
        token: token.map(str::to_owned),
        authorities,
        only: None,
        viewpoint: Viewpoint::Program,
    };
    let found = findings(&examine(&how).await.unwrap());
    let bad = |finding: &Finding| finding.outcome == Outcome::Bad;
    found
        .into_iter()
        .filter(bad)
        .map(|finding| finding.sentence)
        .collect()
}

/// A proxy as a child process. Dropping it ends it.
struct Proxy {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Proxy {
    async fn nginx(server: u16, port: u16, change: impl Fn(String) -> String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let site = NGINX.replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
        let site = site.replace("127.0.0.1:8080", &format!("127.0.0.1:{server}"));
        let site = change(site);
        // What a distribution's own nginx.conf brings; as nobody's daemon, below this folder.
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {};\n", at.join(kind).display()));
        let main = format!(
            "daemon off; master_process off; pid {pid}; error_log {log};\n\
             events {{}}\nhttp {{ access_log off;\n{paths}{site}}}\n",
            pid = at.join("pid").display(),
            log = at.join("log").display(),
            paths = paths.concat(),
        );
        let file = at.join("nginx.conf");
        fs::write(&file, main).unwrap();
        let mut command = Command::new(program("nginx"));
        command.arg("-c").arg(&file).arg("-e").arg(at.join("log"));
        Self::run(command, folder, port).await
    }

    async fn haproxy(server: u16, port: u16, change: impl Fn(String) -> String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = HAPROXY.replace("bind :80", &format!("bind 127.0.0.1:{port}"));
        let config = config.replace("127.0.0.1:8080", &format!("127.0.0.1:{server}"));
        let file = folder.path().join("haproxy.cfg");
        fs::write(&file, change(config)).unwrap();
        let mut command = Command::new(program("haproxy"));
        command.arg("-db").arg("-f").arg(&file);
        Self::run(command, folder, port).await
    }

    async fn run(mut command: Command, folder: TempDir, port: u16) -> Self {
        let log = folder.path().join("said");
        let said = fs::File::create(&log).unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(said.try_clone().unwrap())
            .stderr(said)
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut proxy = Self {
            child,
            port,
            _folder: folder,
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = proxy.child.try_wait().unwrap();
            let said = fs::read_to_string(&log).unwrap_or_default();
            assert!(ended.is_none(), "it ended with {ended:?}: {said}");
            assert!(start.elapsed() < PATIENCE, "it does not listen: {said}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        proxy
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Debian keeps these out of the path of people who are not root.
fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]);
    let mut found = folders.map(|folder| folder.join(name));
    found
        .find(|program: &PathBuf| Path::is_file(program))
        .unwrap_or_else(|| panic!("no {name} on this machine: run `cargo xtask ensure`"))
}

fn without(line: &'static str) -> impl Fn(String) -> String {
    instead_of(line, "")
}

fn instead_of(line: &'static str, new: &'static str) -> impl Fn(String) -> String {
    move |config| {
        assert!(config.contains(line), "no {line:?} in {config}");
        config.replace(line, new)
    }
}

#[tokio::test]
async fn a_server_by_itself_is_healthy() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let port = server.url.address().port();
    assert_eq!(complaints(port, Some(&token)).await, Vec::<String>::new());
    server.stop().await;
    let gone = complaints(port, None).await;
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert!(gone[0].starts_with("Nobody answers there"), "{gone:?}");
}

#[tokio::test]
async fn behind_nginx() {
    type Change = Box<dyn Fn(String) -> String>;
    let ways: [(Change, &str); 7] = [
        (Box::new(|config| config), ""),
        // The line that the doctor gives, which needs no other beside it.
        (
            Box::new(instead_of("$connection_upgrade;", "\"upgrade\";")),
            "",
        ),
        (
            Box::new(without("proxy_set_header Upgrade $http_upgrade;")),
            "Upgrades do not come through",
        ),
        (
            Box::new(without("proxy_set_header Host $http_host;")),
            "host name does not come through",
        ),
        (
            Box::new(instead_of(
                "proxy_read_timeout 75s;",
                "proxy_read_timeout 2s;",
            )),
            "is cut after",
        ),
        (
            Box::new(instead_of(
                "proxy_buffering off;",
                "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering; gzip on; \
                 gzip_proxied any; gzip_types text/event-stream;",
            )),
            "held back until they are whole",
        ),
        (
            Box::new(instead_of(
                "client_max_body_size 1m;",
                "client_max_body_size 1k;",
            )),
            "refused as too large",
        ),
    ];
    let port = free_port();
    let server = start(port).await;
    for (change, words) in ways {
        let proxy = Proxy::nginx(server.url.address().port(), port, change).await;
        let found = complaints(proxy.port, None).await;
        is_complaint(&found, words);
    }
    server.stop().await;
    let proxy = Proxy::nginx(free_port(), port, |config| config).await;
    is_complaint(
        &complaints(proxy.port, None).await[..1],
        "does not reach Confab",
    );
}

#[tokio::test]
async fn behind_haproxy() {
    type Change = Box<dyn Fn(String) -> String>;
    let ways: [(Change, &str); 4] = [
        (Box::new(|config| config), ""),
        (
            Box::new(instead_of(
                "default_backend confab",
                "http-request del-header Upgrade\n    default_backend confab",
            )),
            "Upgrades do not come through",
        ),
        (
            Box::new(instead_of(
                "default_backend confab",
                "http-request set-header Host localhost\n    default_backend confab",
            )),
            "host name does not come through",
        ),
        (
            Box::new(instead_of("timeout tunnel 75s", "timeout tunnel 1s")),
            "is cut after",
        ),
    ];
    let port = free_port();
    let server = start(port).await;
    for (change, words) in ways {
        let proxy = Proxy::haproxy(server.url.address().port(), port, change).await;
        let found = complaints(proxy.port, None).await;
        is_complaint(&found, words);
    }
    server.stop().await;
}

/// Certificates as an authority gives them: one of its own, one between, and the server's.
struct Authority {
    root: Certificate,
    between: Certificate,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let certifier = |name: &str| {
            let mut params = CertificateParams::default();
            params.distinguished_name.push(DnType::CommonName, name);
            params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            (params, KeyPair::generate().unwrap())
        };
        let (params, key) = certifier("a root");
        let root = params.self_signed(&key).unwrap();
        let root_issuer = Issuer::new(params, key);
        let (params, key) = certifier("one between");
        let between = params.signed_by(&key, &root_issuer).unwrap();
        Self {
            root,
            between,
            issuer: Issuer::new(params, key),
        }
    }

    /// A certificate for this name until that year's end, in PEM with its key: whole, or
    /// without what lies between it and the root.
    fn certificate(&self, name: &str, until: i32, is_whole: bool) -> String {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(until, 12, 31);
        let own = params.signed_by(&key, &self.issuer).unwrap();
        let mut pem = own.pem();
        if is_whole {
            pem += &self.between.pem();
        }
        pem + &key.serialize_pem()
    }
}

#[tokio::test]
async fn behind_proxies_that_speak_tls() {
    let authority = Authority::new();
    let folder = tempfile::tempdir().unwrap();
    let (root, pem) = (folder.path().join("root"), folder.path().join("pem"));
    fs::write(&root, authority.root.pem()).unwrap();
    let port = free_port();
    let url = format!("https://localhost:{port}");
    let config = AppConfig {
        allow_origins: vec![url.parse().unwrap()],
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let behind = server.url.address().port();
    for (name, until, is_whole, words) in [
        ("localhost", 2999, true, ""),
        ("localhost", 2999, false, "No chain leads"),
        ("other.example", 2999, true, "for another name"),
        ("localhost", 2001, true, "has expired"),
    ] {
        fs::write(&pem, authority.certificate(name, until, is_whole)).unwrap();
        let pem = pem.to_str().unwrap();
        for is_nginx in [true, false] {
            let proxy = if is_nginx {
                let plain = format!("listen 127.0.0.1:{port};");
                let tls = format!(
                    "listen 127.0.0.1:{port} ssl; ssl_certificate {pem}; \
                     ssl_certificate_key {pem};"
                );
                Proxy::nginx(behind, port, |config| config.replace(&plain, &tls)).await
            } else {
                let plain = format!("bind 127.0.0.1:{port}");
                let tls = format!("{plain} ssl crt {pem}");
                Proxy::haproxy(behind, port, |config| config.replace(&plain, &tls)).await
            };
            let found = complaints_at(&url, None, Some(root.clone())).await;
            is_complaint(&found, words);
            drop(proxy);
        }
    }
    // Nobody knows this authority, unless told.
    fs::write(&pem, authority.certificate("localhost", 2999, true)).unwrap();
    let pem = pem.to_str().unwrap();
    let plain = format!("bind 127.0.0.1:{port}");
    let tls = format!("{plain} ssl crt {pem}");
    let _proxy = Proxy::haproxy(behind, port, |config| config.replace(&plain, &tls)).await;
    is_complaint(&complaints_at(&url, None, None).await, "No chain leads");
    server.stop().await;
}

/// One complaint with these words; none where there are none.
fn is_complaint(found: &[String], words: &str) {
    if words.is_empty() {
        assert_eq!(found, Vec::<String>::new());
    } else {
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert!(found[0].contains(words), "{words}: {found:?}");
    }
}
