//! Plans as text: a line a step, `+MILLISECONDS WHO WHAT …`.

use std::fmt;
use std::str::FromStr;

use super::{
    Act, Aim, Broken, CrashPoint, Deed, Notices, PageTrouble, Plan, Scroll, Size, Step, Trouble,
    Weather, Words,
};
use crate::seat::Seat;

const TITLE: &str = "confab plan 1";

/// A word for each value of a small enum, both ways.
macro_rules! words {
    ($kind:ty { $($value:ident = $word:literal),+ $(,)? }) => {
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$value => $word),+ })
            }
        }

        impl FromStr for $kind {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$value),)+
                    other => Err(format!("{other} means nothing here")),
                }
            }
        }
    };
}

words!(Size { Short = "short", Long = "long" });
words!(Aim {
    Edits = "edits",
    Deletes = "deletes",
    Reacts = "reacts",
    Pins = "pins",
    Quotes = "quotes",
    Replies = "replies",
});
words!(Scroll { Up = "up", Down = "down", End = "end" });
words!(Notices { Both = "both", Client = "client", Server = "server", Nobody = "nobody" });
words!(Broken { Drop = "drop", Silence = "silence", Delay = "delay", Loss = "loss" });
words!(PageTrouble { Late = "late", Twice = "twice", Fails = "fail" });
words!(CrashPoint {
    Now = "now",
    BeforeAppend = "before-append",
    BeforeCommit = "before-commit",
    AfterCommit = "after-commit",
    AfterPublish = "after-publish",
});
words!(Words { Some = "some", None = "none" });
words!(Trouble { FlakyReads = "flaky-reads", NoWrites = "no-writes", Full = "full", Slow = "slow" });

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}\nseed {}\nlog {}", self.seed, self.log)?;
        for step in &self.steps {
            writeln!(f, "+{} {}", step.after_ms, step.deed)?;
        }
        Ok(())
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(seat, act) => write!(f, "{seat} {act}"),
            Self::Net(seat, weather) => write!(f, "net {seat} {weather}"),
            Self::Crash(point) => write!(f, "server crashes {point}"),
            Self::Stop => write!(f, "server stops"),
            Self::Restore(changes) => write!(f, "server restores {changes}"),
            Self::Store(trouble, ms) => write!(f, "store {trouble} {ms}"),
            Self::Member {
                room,
                person,
                is_in: true,
            } => write!(f, "room {room} admits {person}"),
            Self::Member {
                room,
                person,
                is_in: false,
            } => {
                write!(f, "room {room} removes {person}")
            }
            Self::Flood { room, messages } => write!(f, "flood {room} {messages}"),
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpensTab => write!(f, "opens-tab"),
            Self::ClosesTab => write!(f, "closes-tab"),
            Self::Reloads => write!(f, "reloads"),
            Self::Goes(room) => write!(f, "goes {room}"),
            Self::Posts(room, size) => write!(f, "posts {room} {size}"),
            Self::Aims(room, aim, above) => write!(f, "aims {room} {aim} {above}"),
            Self::Topics(room, words) => write!(f, "topics {room} {words}"),
            Self::Retries => write!(f, "retries"),
            Self::Cancels => write!(f, "cancels"),
            Self::Reads(room) => write!(f, "reads {room}"),
            Self::Scrolls(room, scroll) => write!(f, "scrolls {room} {scroll}"),
            Self::Types(room) => write!(f, "types {room}"),
            Self::TypesIn(room, above) => write!(f, "types-in {room} {above}"),
            Self::Makes(room) => write!(f, "makes {room}"),
            Self::Hides => write!(f, "hides"),
            Self::Looks => write!(f, "looks"),
            Self::Offline => write!(f, "offline"),
            Self::Online => write!(f, "online"),
            Self::Tries => write!(f, "tries"),
            Self::Sleeps(ms) => write!(f, "sleeps {ms}"),
            Self::StorageFills => write!(f, "storage-fills"),
        }
    }
}

impl fmt::Display for Weather {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut(notices) => write!(f, "cut {notices}"),
            Self::Stalls(ms) => write!(f, "stalls {ms}"),
            Self::Slow(ms) => write!(f, "slow {ms}"),
            Self::Breaks(broken, ms) => write!(f, "breaks {broken} {ms}"),
            Self::Pages(trouble, ms) => write!(f, "pages {trouble} {ms}"),
        }
    }
}

impl FromStr for Plan {
    type Err = String;

    /// Lines that are empty or begin with `#` are passed over.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut lines = text.lines().map(str::trim);
        let mut lines = lines
            .by_ref()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        if lines.next() != Some(TITLE) {
            return Err(format!("a plan begins with `{TITLE}`"));
        }
        let mut plan = Self {
            seed: 0,
            log: 0,
            steps: Vec::new(),
        };
        for line in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["seed", seed] => plan.seed = number(seed)?,
                ["log", log] => plan.log = number(log)?,
                [after, rest @ ..] => {
                    let after_ms = number(after.strip_prefix('+').unwrap_or(after))?;
                    let deed = deed(rest).map_err(|why| format!("{line}: {why}"))?;
                    plan.steps.push(Step { after_ms, deed });
                }
                [] => {}
            }
        }
        Ok(plan)
    }
}

fn deed(words: &[&str]) -> Result<Deed, String> {
    Ok(match words {
        ["net", seat, weather @ ..] => Deed::Net(seat.parse()?, self::weather(weather)?),
        ["server", "crashes", point] => Deed::Crash(point.parse()?),
        ["server", "stops"] => Deed::Stop,
        ["server", "restores", changes] => Deed::Restore(number(changes)?),
        ["store", trouble, ms] => Deed::Store(trouble.parse()?, number(ms)?),
        ["room", room, verb @ ("admits" | "removes"), person] => Deed::Member {
            room: (*room).to_owned(),
            person: person.parse()?,
            is_in: *verb == "admits",
        },
        ["flood", room, messages] => Deed::Flood {
            room: (*room).to_owned(),
            messages: number(messages)?,
        },
        [seat, act @ ..] => Deed::At(seat.parse::<Seat>()?, self::act(act)?),
        [] => return Err("nobody does anything".to_owned()),
    })
}

fn act(words: &[&str]) -> Result<Act, String> {
    let name = |room: &str| room.to_owned();
    Ok(match words {
        ["opens-tab"] => Act::OpensTab,
        ["closes-tab"] => Act::ClosesTab,
        ["reloads"] => Act::Reloads,
        ["goes", room] => Act::Goes(name(room)),
        ["posts", room, size] => Act::Posts(name(room), size.parse()?),
        ["aims", room, aim, above] => Act::Aims(name(room), aim.parse()?, number(above)?),
        ["topics", room, words] => Act::Topics(name(room), words.parse()?),
        ["retries"] => Act::Retries,
        ["cancels"] => Act::Cancels,
        ["reads", room] => Act::Reads(name(room)),
        ["scrolls", room, scroll] => Act::Scrolls(name(room), scroll.parse()?),
        ["types", room] => Act::Types(name(room)),
        ["types-in", room, above] => Act::TypesIn(name(room), number(above)?),
        ["makes", room] => Act::Makes(name(room)),
        ["hides"] => Act::Hides,
        ["looks"] => Act::Looks,
        ["offline"] => Act::Offline,
        ["online"] => Act::Online,
        ["tries"] => Act::Tries,
        ["sleeps", ms] => Act::Sleeps(number(ms)?),
        ["storage-fills"] => Act::StorageFills,
        other => return Err(format!("nobody can do {other:?}")),
    })
}

fn weather(words: &[&str]) -> Result<Weather, String> {
    Ok(match words {
        ["cut", notices] => Weather::Cut(notices.parse()?),
        ["stalls", ms] => Weather::Stalls(number(ms)?),
        ["slow", ms] => Weather::Slow(number(ms)?),
        ["breaks", broken, ms] => Weather::Breaks(broken.parse()?, number(ms)?),
        ["pages", trouble, ms] => Weather::Pages(trouble.parse()?, number(ms)?),
        other => return Err(format!("no network does {other:?}")),
    })
}

fn number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}
