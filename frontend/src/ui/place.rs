//! Where the view of a timeline stands: the rows, the window over them, what is held on
//! to. Decides from measurements; [`super::timeline`] carries it out.

use chat_client::grouping::{Row, RowKey, RowKind};
use chat_client::message;
use chat_client::timeline::{LineContent, LineKey, Timeline};
use chat_client::{Reading, Stretch};
use shared::cursor::Seq;
use shared::moment::{Moment, Timestamp};

use super::passed::Passed;
use super::reading::{Exactly, Told};
use super::row;
use super::scroll::{Anchor, Scroller};
use super::window::Window;
use crate::browser::clock;

/// This near to the end the view follows it.
pub(super) const FOLLOWS_WITHIN_PX: f64 = 64.0;

/// Farther from the end than this, the pill offers a way back.
const FAR_PX: f64 = 240.0;

/// This near to an edge of what is in the page, more is put there: about a screen.
const EDGE_PX: f64 = 900.0;

/// Where the New line is put when a room opens there.
pub(super) const NEW_LINE_BELOW_TOP_PX: f64 = 72.0;

/// Where a message is put that somebody went to.
pub(super) const GONE_TO_BELOW_TOP_PX: f64 = 120.0;

/// A page that did not come is asked for again after this long, not at every frame.
pub(super) const ASK_AGAIN_MS: u32 = 1_000;

/// Local days begin on a quarter of an hour in every zone.
const QUARTER_MS: u64 = 15 * 60 * 1_000;

/// What the view holds on to.
#[derive(Clone, Debug)]
pub(super) enum Hold {
    /// Nothing was shown yet: the New line if there is one, else the end.
    Opening,
    /// The newest line.
    End,
    /// The newest line, which is not loaded yet.
    Newest,
    /// A line that somebody went to, until it is on the screen.
    At(Seq),
    /// The lines on the screen.
    Lines(Vec<Anchor>),
}

/// The way to a message that somebody wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Going {
    /// It was not looked for yet.
    Wanted(Seq),
    /// It is on its way.
    Sought(Seq),
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seek {
    /// It is to be loaded.
    Load(Seq),
    /// There is no such message.
    Missing(Seq),
}

/// Where the view stands, between two drawings.
#[derive(Debug)]
pub(super) struct Place {
    rows: Vec<Row>,
    window: Window,
    hold: Hold,
    has_newer: bool,
    /// The newest number that was on the screen.
    reached: Seq,
    /// The lines that passed the eye without a gap.
    passed: Passed,
    /// Where the reader is, as the machine was told.
    reading: Told,
    /// The first unread line is on its way.
    awaits_unread: bool,
    /// The person wants to go there as soon as it is here.
    goes_to_unread: bool,
    going: Option<Going>,
    /// A message came to the screen to which somebody went.
    arrived: Option<Seq>,
    /// The newest line of all, to know what arrived.
    newest: Seq,
    asked_older: Option<Moment>,
    asked_newer: Option<Moment>,
    /// Where the view was put last, and where it was seen last.
    set_top: f64,
    seen_top: f64,
    days: Days,
}

/// What new rows brought.
pub(super) enum Arrived {
    /// Lines that were written before.
    Loaded,
    /// No line that was not there, or only own ones.
    Nothing,
    /// Lines that others wrote just now: their names.
    Now(Vec<String>),
}

/// Which pages may be asked for now.
#[derive(Clone, Copy, Debug)]
pub(super) struct MayAsk {
    /// There are older ones, none is on its way, and there is a link.
    pub(super) older: bool,
    /// There is a link.
    pub(super) newer: bool,
}

/// What a look at the screen says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looked {
    /// The view holds on to the end.
    pub(super) is_at_end: bool,
    /// The end is far from the screen.
    pub(super) is_far: bool,
    /// The newest number that was on the screen.
    pub(super) reached: Seq,
    /// From here on lines passed the eye without a gap.
    pub(super) passed_from: Option<Seq>,
}

/// How the view comes to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The person wants to be there: what is skipped is read.
    Asked,
    /// It is where an own message stands.
    Followed,
}

/// What is to be done about the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Nothing.
    Enough,
    /// The window was slid; it is to be shown.
    Slide,
    /// An older page is to be asked for.
    Older,
    /// A newer page is to be asked for.
    Newer,
    /// A page was asked for and did not come: look again after [`ASK_AGAIN_MS`].
    Later,
}

impl Place {
    /// Nothing was shown yet.
    pub(super) fn new() -> Self {
        Self {
            rows: Vec::new(),
            window: Window::default(),
            hold: Hold::Opening,
            has_newer: false,
            reached: Seq::ZERO,
            passed: Passed::default(),
            reading: Told::default(),
            awaits_unread: false,
            goes_to_unread: false,
            going: None,
            arrived: None,
            newest: Seq::ZERO,
            asked_older: None,
            asked_newer: None,
            set_top: 0.0,
            seen_top: 0.0,
            days: Days::default(),
        }
    }

    /// Takes over new rows: the window stays over the same ones.
    pub(super) fn take(&mut self, rows: Vec<Row>, timeline: &Timeline) -> Arrived {
        let old = std::mem::replace(&mut self.rows, rows);
        let len = self.rows.len();
        if self.rows.is_empty() {
            self.reading.forget();
        }
        self.awaits_unread = timeline.is_seeking_unread();
        if self.goes_to_unread && !self.awaits_unread {
            self.goes_to_unread = false;
            self.hold = Hold::Opening;
        }
        if let Some(Going::Wanted(seq) | Going::Sought(seq)) = self.going
            && self.rows.iter().any(|row| row::seq(row) == Some(seq))
        {
            self.going = None;
            self.hold = Hold::At(seq);
        }
        self.window = match self.hold {
            Hold::End | Hold::Newest => Window::at_end(len),
            Hold::Opening => match self.rows.iter().position(|row| row.key == RowKey::New) {
                Some(new) => Window::around(new, len),
                None => Window::at_end(len),
            },
            Hold::At(seq) => {
                let mut rows = self.rows.iter();
                match rows.position(|row| row::seq(row) == Some(seq)) {
                    Some(at) => Window::around(at, len),
                    None => Window::at_end(len),
                }
            }
            Hold::Lines(_) => {
                let shown = &old[self.window.range()];
                let reached_end = self.window.end() == old.len();
                match kept(shown, &self.rows) {
                    Some(kept) => Window::keeping(kept, reached_end, len),
                    None => Window::at_end(len),
                }
            }
        };
        // Whatever was asked for came, if an end is another one now.
        if ends(&old).0 != ends(&self.rows).0 {
            self.asked_older = None;
        }
        if ends(&old).1 != ends(&self.rows).1 {
            self.asked_newer = None;
        }
        self.has_newer = timeline.has_newer();
        let newest = std::mem::replace(&mut self.newest, timeline.newest_loaded());
        if newest == Seq::ZERO || old.is_empty() {
            return Arrived::Loaded;
        }
        let names: Vec<_> = self
            .rows
            .iter()
            .rev()
            .map_while(|row| newcomer(row, newest))
            .flatten()
            .collect();
        let grew_above = ends(&old).0 != ends(&self.rows).0;
        match (names.is_empty(), grew_above) {
            (false, _) => Arrived::Now(names),
            (true, true) => Arrived::Loaded,
            (true, false) => Arrived::Nothing,
        }
    }

    fn keys(&self) -> Vec<RowKey> {
        self.rows[self.window.range()]
            .iter()
            .map(|row| row.key)
            .collect()
    }

    /// Measures where the view stands and holds on to it. What is on the screen counts as
    /// seen if somebody looks at it.
    pub(super) fn look(&mut self, scroller: &Scroller, is_looked_at: bool) -> Option<Looked> {
        let keys = self.keys();
        if !scroller.shows(&keys) {
            return None;
        }
        self.seen_top = scroller.hidden_above();
        if keys.is_empty() || self.is_opening() {
            return Some(Looked {
                is_at_end: true,
                is_far: false,
                reached: self.reached,
                passed_from: None,
            });
        }
        let below = scroller.hidden_below();
        let shows_last = self.window.end() == self.rows.len() && !self.has_newer;
        let waits_for_newest = matches!(self.hold, Hold::Newest) && self.has_newer;
        if shows_last && below <= FOLLOWS_WITHIN_PX {
            self.hold = Hold::End;
        } else if !waits_for_newest {
            self.hold = Hold::Lines(scroller.anchors(&keys));
        }
        let begun = self.window.start() + scroller.begun();
        let newest = self.rows[..begun].iter().rev().find_map(row::seq);
        self.reached = self.reached.max(newest.unwrap_or_default());
        let first = self.window.start() + scroller.first_visible();
        let lines = self.rows.get(first..begun).map(ends);
        if matches!(self.hold, Hold::End | Hold::Newest) {
            self.reading.see(Reading::End);
        } else if let Some((Some(first), Some(last))) = lines {
            self.reading.see(Reading::Lines(Stretch { first, last }));
        }
        if is_looked_at {
            let is_arrived = !waits_for_newest && matches!(self.hold, Hold::End);
            if let Some(lines) = self.rows.get(first..begun).and_then(seen) {
                self.passed.see(lines, is_arrived);
            }
        }
        Some(Looked {
            is_at_end: matches!(self.hold, Hold::End),
            is_far: !shows_last || below > FAR_PX,
            reached: self.reached,
            passed_from: self.passed.from(),
        })
    }

    /// The room opens once the first unread line is here: no other place counts before.
    fn is_opening(&self) -> bool {
        self.awaits_unread && matches!(self.hold, Hold::Opening)
    }

    /// The view will be put at the first unread line, which is waited for.
    pub(super) fn is_awaiting_unread(&self) -> bool {
        self.is_opening() || (self.awaits_unread && self.goes_to_unread)
    }

    /// Goes to the first unread line as soon as it is here.
    pub(super) fn go_to_unread(&mut self) {
        self.reading.forget();
        self.goes_to_unread = true;
    }

    /// Goes to this message as soon as it is here.
    pub(super) fn go_to(&mut self, seq: Seq) {
        self.goes_to_unread = false;
        self.reading.forget();
        self.going = Some(Going::Wanted(seq));
    }

    /// What the message needs to which somebody goes; to be asked after [`Place::take`].
    pub(super) fn seek(&mut self, timeline: &Timeline) -> Option<Seek> {
        match self.going? {
            Going::Wanted(seq) => {
                self.going = Some(Going::Sought(seq));
                Some(Seek::Load(seq))
            }
            Going::Sought(seq) if timeline.sought().is_none() => {
                self.going = None;
                Some(Seek::Missing(seq))
            }
            Going::Sought(_) => None,
        }
    }

    /// The message that came to the screen just now, to which somebody went.
    pub(super) fn take_arrived(&mut self) -> Option<Seq> {
        self.arrived.take()
    }

    /// What the edges need. A room whose link is down asks for nothing.
    pub(super) fn fill(&mut self, scroller: &Scroller, now: Moment, may_ask: MayAsk) -> Fill {
        let near_top = scroller.hidden_above() < EDGE_PX;
        let near_end = scroller.hidden_below() < EDGE_PX;
        let is_time = |asked: Option<Moment>| {
            asked.is_none_or(|asked| now.ms_since(asked) >= u64::from(ASK_AGAIN_MS))
        };
        if near_top && self.window.start() > 0 && matches!(self.hold, Hold::Lines(_)) {
            self.window = self.window.up();
            return Fill::Slide;
        }
        if near_end && self.window.end() < self.rows.len() {
            self.window = self.window.down(self.rows.len());
            return Fill::Slide;
        }
        let wants_older = near_top && self.window.start() == 0 && may_ask.older;
        let wants_newer = near_end && self.has_newer && may_ask.newer;
        if wants_older && is_time(self.asked_older) {
            self.asked_older = Some(now);
            return Fill::Older;
        }
        if wants_newer && is_time(self.asked_newer) {
            self.asked_newer = Some(now);
            return Fill::Newer;
        }
        if wants_older || wants_newer {
            return Fill::Later;
        }
        Fill::Enough
    }

    /// Puts the view back to what it holds on to. False when the rows in the page are
    /// not those of the window yet: a drawing is still to come, and settles by itself.
    pub(super) fn settle(&mut self, scroller: &Scroller) -> bool {
        let keys = self.keys();
        if !scroller.shows(&keys) {
            return false;
        }
        match &self.hold {
            Hold::End | Hold::Newest => scroller.to_end(),
            Hold::Lines(anchors) => scroller.restore(&keys, anchors),
            Hold::At(seq) => {
                let key = RowKey::Line(LineKey::Numbered(*seq));
                if let Some(at) = keys.iter().position(|shown| *shown == key) {
                    scroller.place(at, GONE_TO_BELOW_TOP_PX);
                    self.arrived = Some(*seq);
                }
            }
            Hold::Opening if self.rows.is_empty() => {}
            Hold::Opening => match keys.iter().position(|key| *key == RowKey::New) {
                Some(new) => scroller.place(new, NEW_LINE_BELOW_TOP_PX),
                None => scroller.to_end(),
            },
        }
        self.set_top = scroller.hidden_above();
        true
    }

    /// The person moved the view: nothing else is waited for, and whatever passes by does
    /// so before their eyes.
    pub(super) fn let_go(&mut self) {
        self.passed.goes_on();
        self.goes_to_unread = false;
        if !matches!(self.hold, Hold::Lines(_) | Hold::At(_)) {
            self.hold = Hold::Lines(Vec::new());
        }
    }

    /// Takes in a movement whose event is still to come, so that it is not undone.
    pub(super) fn catch_up(&mut self, scroller: &Scroller) {
        let has_moved = (self.seen_top - scroller.hidden_above()).abs() >= 1.0;
        if has_moved && scroller.shows(&self.keys()) {
            self.let_go();
            let _ = self.look(scroller, crate::browser::page::is_looked_at());
        }
    }

    /// The rows of the window.
    pub(super) fn shown(&self) -> &[Row] {
        &self.rows[self.window.range()]
    }

    /// All rows.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Holds on to the newest line from here on. Whether newer ones were let go of.
    pub(super) fn hold_end(&mut self, way: Way) -> bool {
        if way == Way::Asked {
            self.passed.skips_to_end();
        }
        self.reading.forget();
        self.hold = if self.has_newer {
            Hold::Newest
        } else {
            Hold::End
        };
        self.window = Window::at_end(self.rows.len());
        self.has_newer
    }

    /// Whether the view stands where it was put, so that nobody moved it.
    pub(super) fn is_where_put(&self, scroller: &Scroller) -> bool {
        (self.set_top - scroller.hidden_above()).abs() < 1.0
    }

    /// The day of the first line on the screen, unless its own divider is there too.
    pub(super) fn day_above(&self, scroller: &Scroller) -> Option<Timestamp> {
        let first = self.window.start() + scroller.first_visible();
        let above = self.rows.get(..first)?.iter().rev();
        let divider = above.map(|row| &row.kind).find_map(|kind| match kind {
            RowKind::Day { at, .. } => Some(*at),
            RowKind::New { .. }
            | RowKind::Hole { .. }
            | RowKind::Note { .. }
            | RowKind::Message { .. } => None,
        });
        // What is held of a long day may begin in the middle of it.
        divider.or_else(|| match &self.rows.get(first)?.kind {
            RowKind::Message { line, .. } => match &line.content {
                LineContent::Entry { entry, .. } => Some(entry.at),
                LineContent::Pending { .. } | LineContent::Hole { .. } => None,
            },
            RowKind::Note { entry } => Some(entry.at),
            RowKind::Day { .. } | RowKind::New { .. } | RowKind::Hole { .. } => None,
        })
    }

    /// The lines that were read, if that was not told yet. Takes it as told.
    pub(super) fn take_seen(&mut self) -> Option<(Seq, Seq)> {
        self.passed.take()
    }

    /// Where the reader is, if the machine is to be told. Takes it as told.
    pub(super) fn take_reading(&mut self, exactly: Exactly) -> Option<Reading> {
        self.reading.take(exactly)
    }

    /// The number of the reader's day.
    pub(super) fn days(&self) -> &Days {
        &self.days
    }
}

/// The lines among rows on the screen, from the last hole on.
fn seen(rows: &[Row]) -> Option<(Seq, Seq)> {
    let is_hole = |row: &Row| matches!(row.kind, RowKind::Hole { .. });
    let whole = rows.iter().rposition(is_hole).map_or(0, |hole| hole + 1);
    let (first, last) = ends(&rows[whole..]);
    first.zip(last)
}

/// The first and the last line of rows, dividers aside: a day's divider moves up when
/// older lines of that day come.
fn ends(rows: &[Row]) -> (Option<Seq>, Option<Seq>) {
    (
        rows.iter().find_map(row::seq),
        rows.iter().rev().find_map(row::seq),
    )
}

/// Where the rows that were shown lie among the new ones.
fn kept(shown: &[Row], rows: &[Row]) -> Option<std::ops::Range<usize>> {
    let index = |key: RowKey| rows.iter().position(|row| row.key == key);
    let first = shown.iter().find_map(|row| index(row.key))?;
    let last = shown.iter().rev().find_map(|row| index(row.key))?;
    Some(first..last.max(first) + 1)
}

/// For a row after `newest`: the name of whoever wrote it, if it was somebody else.
/// `None` for a row that was there.
fn newcomer(row: &Row, newest: Seq) -> Option<Option<String>> {
    match &row.kind {
        RowKind::Message { line, .. } => match &line.content {
            LineContent::Entry { entry, mine, .. } => {
                let is_theirs = !mine && !message::is_deleted(entry);
                (entry.seq > newest).then(|| is_theirs.then(|| entry.author.name.to_string()))
            }
            LineContent::Pending { .. } | LineContent::Hole { .. } => Some(None),
        },
        RowKind::Note { entry } => (entry.seq > newest).then_some(None),
        RowKind::Day { .. } | RowKind::New { .. } | RowKind::Hole { .. } => Some(None),
    }
}

/// Local days, remembering the last quarter of an hour: most lines lie in the same one as
/// their neighbour, and asking the browser costs more.
#[derive(Debug, Default)]
pub(super) struct Days {
    last: std::cell::Cell<Option<(u64, i32)>>,
}

impl Days {
    /// The day's number.
    pub(super) fn of(&self, at: Timestamp) -> i32 {
        let quarter = at.0 / QUARTER_MS;
        match self.last.get() {
            Some((last, day)) if last == quarter => day,
            _ => {
                let day = clock::local_day(at);
                self.last.set(Some((quarter, day)));
                day
            }
        }
    }
}
