//! The rules as data. A new edge between crates is one line here, with a reason in its review.

/// What one crate of the workspace may use.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) name: &'static str,
    /// Crates of the workspace that it may import.
    pub(crate) may_import: &'static [&'static str],
    /// Crates of the workspace that its tests may import as well.
    pub(crate) tests_may_import: &'static [&'static str],
    /// Libraries that it must not depend on directly.
    pub(crate) never: &'static [&'static str],
}

/// Sockets, runtimes, databases, browsers: what a pure crate does not know.
const OUTSIDE_WORLD: &[&str] = &[
    "axum",
    "gloo-net",
    "hyper",
    "js-sys",
    "leptos",
    "reqwest",
    "rusqlite",
    "sqlx",
    "tokio",
    "tokio-tungstenite",
    "tower",
    "tower-http",
    "tracing",
    "wasm-bindgen",
    "web-sys",
];

/// What only a page knows.
const BROWSER: &[&str] = &["gloo-net", "js-sys", "leptos", "wasm-bindgen", "web-sys"];

/// What only the process behind the page knows.
const SERVER_SIDE: &[&str] = &[
    "axum",
    "hyper",
    "rusqlite",
    "sqlx",
    "tokio",
    "tokio-tungstenite",
    "tower",
    "tower-http",
];

/// Every crate, from the words on the wire to the chores.
pub(crate) const CRATES: &[Crate] = &[
    Crate {
        name: "shared",
        may_import: &[],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        name: "chat-rules",
        may_import: &["shared"],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        name: "chat-markup",
        may_import: &["shared"],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        name: "chat-client",
        may_import: &["shared", "chat-markup"],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        // What a hit shows is what a reader of the message sees, signs and all applied.
        name: "chat-search",
        may_import: &["shared", "chat-markup"],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        name: "chat-search-index",
        may_import: &["shared", "chat-search"],
        tests_may_import: &[],
        never: &["axum", "hyper", "leptos", "tokio", "web-sys"],
    },
    Crate {
        name: "chat-files",
        may_import: &["shared"],
        tests_may_import: &[],
        never: &[
            "axum", "hyper", "leptos", "rusqlite", "sqlx", "tokio", "web-sys",
        ],
    },
    Crate {
        name: "chat-store",
        may_import: &["shared"],
        tests_may_import: &[],
        never: &["axum", "leptos", "rusqlite", "sqlx", "web-sys"],
    },
    Crate {
        name: "chat-store-sqlite",
        may_import: &["shared", "chat-store"],
        tests_may_import: &["chat-search"],
        never: &["axum", "leptos", "web-sys"],
    },
    Crate {
        // Both halves in one process, and the reference store between them: that is what
        // it is for. It mirrors the server's shell and so must not link it.
        name: "chat-sim",
        may_import: &["shared", "chat-client", "chat-rules", "chat-store"],
        tests_may_import: &[],
        never: OUTSIDE_WORLD,
    },
    Crate {
        // It starts a server only as a program whose file it is given: no circle.
        name: "chat-testkit",
        may_import: &["shared", "chat-client"],
        tests_may_import: &[],
        never: BROWSER,
    },
    Crate {
        name: "server",
        may_import: &[
            "shared",
            "chat-rules",
            "chat-files",
            "chat-search",
            "chat-search-index",
            "chat-store",
            "chat-store-sqlite",
            "bundle",
        ],
        tests_may_import: &["chat-client", "chat-testkit"],
        never: BROWSER,
    },
    Crate {
        name: "frontend",
        may_import: &["shared", "chat-client"],
        tests_may_import: &[],
        never: SERVER_SIDE,
    },
    Crate {
        name: "bundler",
        may_import: &[],
        tests_may_import: &[],
        never: &["tokio"],
    },
    Crate {
        name: "bundle-macro",
        may_import: &["bundler"],
        tests_may_import: &[],
        never: &[],
    },
    Crate {
        name: "bundle",
        may_import: &["bundle-macro"],
        tests_may_import: &[],
        never: &[],
    },
    Crate {
        name: "e2e",
        may_import: &["shared", "chat-client", "chat-testkit", "server"],
        tests_may_import: &["chat-store", "chat-store-sqlite"],
        never: BROWSER,
    },
    Crate {
        // It knocks at every door that reads from outside, so it sees them all.
        name: "fuzz",
        may_import: &[
            "shared",
            "chat-rules",
            "chat-client",
            "chat-files",
            "chat-store",
            "chat-testkit",
            "server",
        ],
        tests_may_import: &[],
        never: BROWSER,
    },
    Crate {
        // What we are measured beside: bare servers that share nothing with us.
        name: "peers",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
    },
    // It checks the others, so it must build when they do not.
    Crate {
        name: "xtask",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
    },
];

/// A word that some files must not say in their code. Tests may.
#[derive(Debug)]
pub(crate) struct Ban {
    /// Which files: `*` is a part of a name, `**` any folders.
    pub(crate) files: &'static [&'static str],
    /// Which of them are free to say it.
    pub(crate) except: &'static [&'static str],
    /// An identifier, a path like `Instant::now`, or a macro like `todo!`.
    pub(crate) word: &'static str,
    pub(crate) reason: &'static str,
}

const PURE: &[&str] = &[
    "shared/src/**",
    "crates/chat-rules/src/**",
    "crates/chat-client/src/**",
    "crates/chat-markup/src/**",
];

const EVERYWHERE: &[&str] = &["**"];

pub(crate) const BANS: &[Ban] = &[
    Ban {
        files: EVERYWHERE,
        except: &[],
        word: "todo!",
        reason: "finish it, or return an error that says what is missing",
    },
    Ban {
        files: EVERYWHERE,
        except: &[],
        word: "unimplemented!",
        reason: "finish it, or return an error that says what is missing",
    },
    Ban {
        files: PURE,
        except: &[],
        word: "Instant::now",
        reason: "time comes in through `handle(now, ..)`",
    },
    Ban {
        files: PURE,
        except: &[],
        word: "SystemTime::now",
        reason: "time comes in through `handle(now, ..)`",
    },
    Ban {
        files: PURE,
        except: &[],
        word: "thread::sleep",
        reason: "a machine never waits; it names a deadline",
    },
    Ban {
        files: &["server/src/**"],
        except: &[
            // It makes the store and hands it to the parts below.
            "server/src/app.rs",
            "server/src/lib.rs",
            "server/src/wire.rs",
            // It closes the store, last of all.
            "server/src/shutdown.rs",
            // Handles that carry a permission, logins, the followers' reads.
            "server/src/access.rs",
            "server/src/access/**",
            "server/src/login.rs",
            "server/src/login/**",
            "server/src/relay.rs",
            "server/src/relay/**",
            "server/src/hub.rs",
            "server/src/hub/**",
        ],
        word: "Store",
        reason: "rights are checked in `access`: go through its handles",
    },
    Ban {
        files: &["frontend/src/**"],
        except: &[
            "frontend/src/browser.rs",
            "frontend/src/browser/**",
            "frontend/src/ui/words/transport.rs",
        ],
        word: "WebSocket",
        reason: "only `browser` knows the browser's sockets",
    },
];

/// Names that say nothing about what is inside.
pub(crate) const BANNED_NAMES: &[&str] = &[
    "common", "core", "helper", "helpers", "manager", "misc", "util", "utils",
];

/// A file beyond this many lines is advised to be cut.
pub(crate) const LINES_SOFT_MAX: usize = 400;

/// A file beyond this many lines is refused: nobody reads it in one go.
pub(crate) const LINES_HARD_MAX: usize = 700;

/// The files that say what goes over the wire, in the order of their hash.
pub(crate) const FRAME_FILES: &[&str] = &[
    "shared/src/client_frame.rs",
    "shared/src/server_frame.rs",
    "shared/src/entry.rs",
    "shared/src/signal.rs",
    "shared/src/refusal.rs",
    "shared/src/close.rs",
    "shared/src/limits.rs",
    "shared/src/http.rs",
    "shared/src/events.rs",
    "shared/src/file.rs",
    "shared/src/version.rs",
];
