//! Every number of the protocol, with its reason. Units stand last in the names.

/// Largest message after reassembly, either way. A text of the longest kind, all
/// four-byte characters, is 40 KB; the rest is the frame around it and slack.
pub const FRAME_BYTES_MAX: usize = 64 * 1024;

/// Longest message text. Long enough for a stack trace; longer belongs in a file.
pub const MESSAGE_CHARS_MAX: usize = 10_000;

/// Longest emoji. The longest that Unicode recommends for interchange (two people of
/// two skin tones who kiss) has 35 bytes.
pub const EMOJI_BYTES_MAX: usize = 35;

/// Different emoji under one message: two rows on a phone.
pub const REACTIONS_MAX: usize = 20;

/// People that one emoji under a message names; the others are counted. More than a
/// tooltip shows, and a page's bound holds with it.
pub const REACTORS_LISTED_MAX: usize = 20;

/// Files that one message brings: what somebody drops at once.
pub const MESSAGE_FILES_MAX: usize = 20;

/// Messages pinned to one room: a list that can be read, and an answer of a bounded size.
pub const PINS_MAX: usize = 50;

/// Longest room name: fits a sidebar row.
pub const ROOM_NAME_CHARS_MAX: usize = 40;

/// Longest topic of a room: two or three lines when all of it is shown, and a thousandth of a
/// page of entries. It comes with every follow.
pub const TOPIC_CHARS_MAX: usize = 250;

/// Longest display name: fits a message's first line on a phone.
pub const DISPLAY_NAME_CHARS_MAX: usize = 40;

/// A connection that has not said hello by then is closed. Ten seconds cover a
/// slow phone; more would let idle sockets pile up.
pub const HELLO_WITHIN_MS: u64 = 10_000;

/// The server pings this often. Under the 30 s after which the strictest common
/// proxies cut an idle connection.
pub const PING_EVERY_MS: u64 = 25_000;

/// A ping unanswered for this long closes the connection.
pub const PONG_WITHIN_MS: u64 = 10_000;

/// A client's own probe (on waking, on `online`) must be answered within this.
pub const PROBE_WITHIN_MS: u64 = 5_000;

/// Requests of one connection that may wait for their answers at once. An outbox
/// drains in pages of this size.
pub const IN_FLIGHT_MAX: usize = 32;

/// Frames per second that one connection may send for long.
pub const FRAMES_PER_SECOND: u32 = 20;

/// Frames that one connection may send at once: an outbox of an hour offline.
pub const FRAMES_BURST: u32 = 100;

/// Frames in one post of a link over HTTP: what may be sent at once, and a few beats.
pub const POST_FRAMES_MAX: usize = 128;

/// Bytes of such a post. Two of the largest frames; what is longer goes in two posts.
pub const POST_BYTES_MAX: usize = 2 * FRAME_BYTES_MAX;

/// A stream of events says something at least this often: half of the 30 s after which
/// the strictest common proxies cut an answer that stands still.
pub const KEEP_ALIVE_EVERY_MS: u64 = 15_000;

/// A poll is answered within this time, with nothing if there is nothing. Under the
/// 30 s after which the strictest common proxies cut a request that is not answered.
pub const POLL_WITHIN_MS: u64 = 25_000;

/// A link over HTTP that nobody reads for this long is lost: as long as a ping waits
/// for its pong.
pub const READER_WITHIN_MS: u64 = PONG_WITHIN_MS;

/// Frames that break the protocol before the connection is closed with 1008. They
/// are forgiven at one per [`MALFORMED_FORGIVEN_EVERY_MS`].
pub const MALFORMED_MAX: u32 = 10;

/// See [`MALFORMED_MAX`].
pub const MALFORMED_FORGIVEN_EVERY_MS: u64 = 10_000;

/// Entries in one page of history. A screen holds about 20 lines.
pub const PAGE_ENTRIES: u16 = 50;

/// Largest page that can be asked for.
pub const PAGE_ENTRIES_MAX: u16 = 200;

/// Text bytes after which a page of entries ends early, so that its frame (twice the
/// text at worst, and [`PAGE_ENTRIES`] times what stands around a text) stays
/// under [`FRAME_BYTES_MAX`] for clients that hold to the same limit. One entry
/// alone is always let through.
pub const PAGE_BYTES_MAX: usize = 20 * 1024;

/// A cursor further behind than this is rewound: the newest page comes, older
/// pages load as they are scrolled to. A day of a busy room.
pub const CATCH_UP_ENTRIES_MAX: u64 = 1_000;

/// Rooms that one connection may follow at once.
pub const FOLLOWED_ROOMS_MAX: usize = 32;

/// Rooms on one server. Every welcome lists those that the user may read.
pub const ROOMS_MAX: usize = 1_000;

/// People that a roster lists. Above it only the count is told: each arrival is
/// told to everybody, which grows with the square.
pub const ROSTER_PEOPLE_MAX: usize = 500;

/// Characters of what somebody says of themselves: a line in the list of people.
pub const STATUS_CHARS_MAX: usize = 80;

/// Bytes of statuses that a roster lists, by [`crate::signal::Status::wire_bytes`]. Five
/// hundred people who say what people say take half of it; it is there so that a welcome
/// stays below 512 KiB. Whoever has no place in it is listed without.
pub const ROSTER_STATUS_BYTES_MAX: usize = 100 * 1024;

/// Drafts with a text that one person has: more rooms than anybody writes in at once.
/// Beyond it a draft stays on its device.
pub const DRAFTS_MAX: usize = 100;

/// Longest draft that is kept for other devices, and longest text set aside in a
/// conflict: a message. What is longer stays on its device, and of what is set aside the
/// oldest goes.
pub const DRAFT_CHARS_MAX: usize = MESSAGE_CHARS_MAX;

/// A device tells of a draft when nothing was typed for this long, and at least this
/// often while somebody types.
pub const DRAFT_EVERY_MS: u64 = 1_500;

/// Messages and reminders that wait for one person: more than anybody keeps in mind, and a
/// list that comes in one answer.
pub const PLANS_MAX: usize = 100;

/// Nothing is planned further ahead: a year and a day.
pub const PLANNED_WITHIN_MS: u64 = 366 * 24 * 60 * 60 * 1_000;

/// Rooms and reminders that a device tells of at once: more than come within the moment that
/// it waits before it tells.
pub const TOLD_AT_ONCE_MAX: usize = 100;

/// A code for one more device holds this long: enough to take up the other device and type it.
pub const SIGN_IN_CODE_HOLDS_MS: u64 = 5 * 60 * 1_000;

/// People that are listed who have read a message: a list that is read, not searched.
pub const READERS_LISTED_MAX: usize = 100;

/// People that are counted who have read a message; beyond that it is as many and more. A
/// question about a room of ten thousand costs no more than one about a room of a thousand.
pub const READERS_COUNTED_MAX: usize = 1_000;

/// A user whose last connection ended stays online for this long, so that a
/// reload or a dead spot does not flicker on everybody's screen.
pub const LEAVE_GRACE_MS: u64 = 10_000;

/// A client sends `typing` at most this often while somebody types.
pub const TYPING_EVERY_MS: u64 = 3_000;

/// A typing signal fades after this long.
pub const TYPING_FADES_MS: u64 = 5_000;

/// Unsent messages that a client keeps. More than anybody types offline; a bound
/// because browser storage has one.
pub const OUTBOX_MAX: usize = 500;

/// A post unanswered for this long on a living link is shown as failed.
pub const POST_ANSWER_WITHIN_MS: u64 = 20_000;

/// Followed by a message of the same author within this time, a message shares
/// its head line.
pub const GROUP_WITHIN_MS: u64 = 5 * 60 * 1_000;

/// Threads that a list of followed ones has: more than a screen, and one page of names and
/// first messages.
pub const THREADS_LISTED_MAX: u16 = 50;

/// Unread messages of a thread are counted up to here: a badge says `99+` before that.
pub const THREAD_UNREAD_MAX: u64 = 100;

/// People who are told that a thread goes on. Beyond it some hear of it with their next list.
pub const THREAD_FOLLOWERS_MAX: u16 = 1_000;
