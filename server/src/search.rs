//! Search over messages: fills the index behind the log and asks it, in the rooms that the
//! asker may read.
//!
//! No append waits for it: one task reads what came, page by page, and takes it in. What it
//! has not reached yet is told with every answer.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chat_search::query::{Query, QueryError};
use chat_search_index::{Found, Hit, IndexError, Order, Place, SearchIndex, Wish};
use chat_store::records::SignedIn;
use shared::cursor::{Epoch, Seq};
use shared::ids::RoomId;
use shared::refusal::{Refusal, RefusalCode};
use shared::search::{SearchHit, SearchPage};
use tokio::sync::{Notify, Semaphore};
use tokio::task::spawn_blocking;
use tracing::warn;

use crate::access::RoomFacts;
use crate::app::App;

/// Searches at once: each has a processor for its time.
const SEARCHES_MAX: usize = 4;

/// A search ends by then with what it has.
const SEARCH_WITHIN: Duration = Duration::from_secs(2);

/// Entries that are taken in at once: some milliseconds of the disk.
const PAGE_ENTRIES: u16 = 200;

/// A disk that fails is tried again after this long.
const AGAIN_AFTER: Duration = Duration::from_secs(10);

/// What was taken back leaves the index's log by then, where somebody searched at that moment.
const EMPTIED_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// See the module.
#[derive(Debug)]
pub struct Search {
    index: Arc<SearchIndex>,
    progress: Mutex<HashMap<RoomId, Seq>>,
    news: Notify,
    places: Semaphore,
}

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As it was typed.
    pub typed: String,
    /// In which order.
    pub order: Order,
    /// Where an earlier answer ended.
    pub after: Option<Place>,
    /// Hits at most.
    pub limit: usize,
    /// Minutes that the asker's clock is ahead of UTC.
    pub east_of_utc: i16,
}

impl Search {
    /// Opens the index in the data folder, or begins one.
    ///
    /// # Errors
    /// The file cannot be made.
    pub async fn open(data: Option<&Path>, epoch: Epoch) -> io::Result<Self> {
        let folder = data.map(Path::to_owned);
        let opened = spawn_blocking(move || {
            let index = SearchIndex::open(folder.as_deref(), epoch)?;
            let progress = index.progress()?;
            Ok::<_, IndexError>((index, progress))
        });
        let opened = opened.await.map_err(io::Error::other)?;
        let (index, progress) = opened.map_err(io::Error::other)?;
        Ok(Self {
            index: Arc::new(index),
            progress: Mutex::new(progress),
            news: Notify::new(),
            places: Semaphore::new(SEARCHES_MAX),
        })
    }

    /// Something was written.
    pub fn wake(&self) {
        self.news.notify_one();
    }

    /// Searches in the rooms that somebody may read.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `limit_reached`, `malformed`: what was typed is no search;
    /// `unknown_room`: it names one that is none for the asker; `unavailable`.
    pub async fn search(
        &self,
        app: &App,
        who: &SignedIn,
        asked: Asked,
    ) -> Result<SearchPage, Refusal> {
        let query = Query::parse(&asked.typed).map_err(|error| no_search(&error))?;
        let mut rooms = app.access.directory().known_to(who.user.id);
        if !query.rooms.is_empty() {
            rooms.retain(|room| query.rooms.contains(&room.name));
            if rooms.is_empty() {
                return Err(chat_rules::policy::unknown_room());
            }
        }
        let behind = self.behind(&rooms);
        let ids: HashSet<RoomId> = rooms.iter().map(|room| room.id).collect();
        let _place = self.places.acquire().await.map_err(|_| unavailable())?;
        let index = self.index.clone();
        let found = spawn_blocking(move || {
            index.search(&Wish {
                query: &query,
                rooms: &ids,
                east_of_utc: asked.east_of_utc,
                order: asked.order,
                after: asked.after,
                limit: asked.limit,
                until: Instant::now() + SEARCH_WITHIN,
            })
        });
        let Ok(Ok(Found { hits, next })) = found.await.inspect(|found| {
            if let Err(failure) = found {
                warn!(%failure, "a search failed");
            }
        }) else {
            return Err(unavailable());
        };
        Ok(SearchPage {
            epoch: app.access.epoch(),
            hits: hits.into_iter().map(told).collect(),
            next: next.map(|Place(place)| place),
            behind,
        })
    }

    /// Entries of these rooms that are not in the index.
    fn behind(&self, rooms: &[Arc<RoomFacts>]) -> u64 {
        let progress = self.progress();
        let of = |room: &Arc<RoomFacts>| {
            let upto = progress.get(&room.id).copied().unwrap_or(Seq::ZERO);
            room.head().distance_from(upto)
        };
        rooms.iter().map(of).sum()
    }

    fn progress(&self) -> MutexGuard<'_, HashMap<RoomId, Seq>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Fills the index while the server runs.
pub async fn run(app: Arc<App>) {
    let mut has_erased = false;
    loop {
        match fill(&app).await {
            Ok(erased) => has_erased |= erased,
            Err(failure) => {
                warn!(failure, "the search index is not filled");
                tokio::time::sleep(AGAIN_AFTER).await;
                continue;
            }
        }
        if has_erased {
            let index = app.search.index.clone();
            has_erased = !matches!(
                spawn_blocking(move || index.empty_log()).await,
                Ok(Ok(true))
            );
        }
        let news = app.search.news.notified();
        if has_erased {
            // Over sooner or later: which of the two it was does not matter.
            let _ = tokio::time::timeout(EMPTIED_AGAIN_AFTER, news).await;
        } else {
            news.await;
        }
    }
}

/// Takes in what every room has beyond the index. Answers whether something was taken back.
async fn fill(app: &Arc<App>) -> Result<bool, String> {
    let mut has_erased = false;
    loop {
        let mut is_done = true;
        for room in app.access.directory().all() {
            let upto = app.search.progress().get(&room.id).copied();
            let upto = upto.unwrap_or(Seq::ZERO);
            if upto >= room.head() {
                continue;
            }
            let page = app.access.log_after(room.id, upto, PAGE_ENTRIES).await;
            let entries = page.map_err(|failure| failure.to_string())?.entries;
            let Some(last) = entries.last().map(|entry| entry.seq) else {
                continue;
            };
            is_done = false;
            let index = app.search.index.clone();
            let id = room.id;
            let taken = spawn_blocking(move || index.take_in(id, &entries)).await;
            let taken = taken.map_err(|failure| failure.to_string())?;
            has_erased |= taken.map_err(|failure| failure.to_string())?;
            app.search.progress().insert(id, last);
        }
        if is_done {
            return Ok(has_erased);
        }
    }
}

fn told(hit: Hit) -> SearchHit {
    // An excerpt is short.
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    SearchHit {
        room: hit.room,
        seq: hit.seq,
        author: hit.author,
        at: hit.at,
        text: hit.excerpt.text,
        cut_before: hit.excerpt.is_cut.0,
        cut_behind: hit.excerpt.is_cut.1,
        marks: hit
            .excerpt
            .marks
            .into_iter()
            .map(|mark| (place(mark.start), place(mark.end)))
            .collect(),
    }
}

fn no_search(error: &QueryError) -> Refusal {
    let code = match error {
        QueryError::TooLong { .. } => RefusalCode::TextTooLong,
        QueryError::TooManyParts => RefusalCode::LimitReached,
        QueryError::Nothing => RefusalCode::TextEmpty,
        QueryError::NoDate { .. } => RefusalCode::Malformed,
    };
    Refusal::new(code, error.to_string())
}

fn unavailable() -> Refusal {
    let sentence = "The server cannot search now; try again.";
    Refusal::new(RefusalCode::Unavailable, sentence)
}
