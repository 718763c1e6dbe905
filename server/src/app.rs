//! The long-lived parts of a running server, in one place.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chat_store::{Store, StoreError};
use shared::ids::SessionId;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::access::Access;
use crate::access::personal::Personal;
use crate::clock::Clock;
use crate::config::AppConfig;
use crate::doctor::home::Home;
use crate::doctor::practice::Practice;
use crate::door::Door;
use crate::door::proxies::Proxies;
use crate::echo::ECHOES_MAX;
use crate::files::Files;
use crate::http::doctor::SLOW_ANSWERS_MAX;
use crate::hub::Hub;
use crate::links::Links;
use crate::login::Logins;
use crate::metrics::Metrics;
use crate::origin::{OriginRules, Reach};
use crate::plans::Plans;
use crate::search::Search;
use crate::wheel::Wheel;

/// Everything that requests and sessions share.
#[derive(Debug)]
pub struct App {
    /// As it was told.
    pub config: AppConfig,
    /// Which pages may use this server.
    pub origins: OriginRules,
    /// The time that decides.
    pub clock: Clock,
    /// Rooms, and the passes to them.
    pub access: Access,
    /// Users and logins.
    pub logins: Logins,
    /// What is kept of users for themselves.
    pub personal: Personal,
    /// What is to happen later.
    pub plans: Plans,
    /// Sessions and followers.
    pub hub: Hub,
    /// What happened so far, in numbers.
    pub metrics: Arc<Metrics>,
    /// Links over plain HTTP requests.
    pub links: Arc<Links>,
    /// When sessions want to be poked.
    pub wheel: Wheel,
    /// Cancelled when the server begins to stop.
    pub stopping: CancellationToken,
    /// Every task that serves somebody; stopping waits for them.
    pub tasks: TaskTracker,
    /// Who is let in.
    pub door: Arc<Door>,
    /// Where it listens.
    pub home: Home,
    /// Its examination by itself.
    pub practice: Practice,
    /// What people send beside words.
    pub files: Files,
    /// Search over messages.
    pub search: Search,
    /// One permit per slow answer to a doctor.
    pub slow_answers: Arc<Semaphore>,
    /// One permit per echo.
    pub echoes: Arc<Semaphore>,
    session_ids: AtomicU64,
}

impl App {
    /// Reads what must be known before anybody is served.
    ///
    /// # Errors
    /// The store, or the files beside it, cannot be read.
    pub async fn start(
        config: AppConfig,
        listeners: Vec<SocketAddr>,
        store: Arc<dyn Store>,
    ) -> Result<Arc<Self>, StoreError> {
        let access = Access::open(store.clone()).await?;
        let metrics = Arc::new(Metrics::default());
        let hub = Hub::new(access.directory().clone(), metrics.clone());
        let reach = Reach::of(&listeners);
        let mut origins = OriginRules::new(reach, config.allow_origins.clone());
        if config.tls.is_some() {
            origins = origins.behind_tls();
        }
        let clock = Clock::start();
        let files = Files::open(config.data.as_deref(), config.files)
            .await
            .map_err(|error| StoreError::Unavailable(format!("files: {error}")))?;
        let search = Search::open(config.data.as_deref(), access.epoch())
            .await
            .map_err(|error| StoreError::Unavailable(format!("search: {error}")))?;
        let proxies = Proxies::new(config.door.trust_proxies.clone());
        Ok(Arc::new(Self {
            origins,
            personal: Personal::new(store.clone(), config.rate_limit),
            plans: Plans::default(),
            logins: Logins::new(store, config.rate_limit),
            door: Door::new(config.door_limits(), proxies, clock, metrics.clone()),
            config,
            clock,
            access,
            hub,
            metrics,
            links: Arc::default(),
            wheel: Wheel::default(),
            stopping: CancellationToken::new(),
            tasks: TaskTracker::new(),
            home: Home::of(listeners),
            files,
            search,
            practice: Practice::default(),
            slow_answers: Arc::new(Semaphore::new(SLOW_ANSWERS_MAX)),
            echoes: Arc::new(Semaphore::new(ECHOES_MAX)),
            session_ids: AtomicU64::new(1),
        }))
    }

    /// A session id that was never given before.
    pub fn next_session_id(&self) -> SessionId {
        SessionId(self.session_ids.fetch_add(1, Ordering::Relaxed))
    }

    /// The program's own version, for people.
    #[must_use]
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}
