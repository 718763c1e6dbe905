use std::collections::{BTreeSet, HashSet};
use std::time::{Duration, Instant};

use chat_search::corpus::Corpus;
use chat_search::find::has_all;
use chat_search::fold::Folded;
use chat_search::query::{Query, Term};
use rusqlite::Connection;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Author, Deletion, Edition, Entry, EntryKind, MessageState};
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText, Topic};

use crate::*;

const EPOCH: Epoch = Epoch(7);
const ROOM: RoomId = RoomId(1);

fn counted(connection: &Connection, what: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {what}");
    connection.query_row(&sql, [], |row| row.get(0)).unwrap()
}

fn author(name: &str) -> Author {
    Author {
        id: UserId(u64::from(name.as_bytes()[0])),
        name: DisplayName::from_stored(name.to_owned()),
    }
}

fn text(words: &str) -> MessageText {
    MessageText::from_stored(words.to_owned())
}

fn entry(seq: u64, name: &str, kind: EntryKind) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(1_700_000_000_000 + seq),
        author: author(name),
        client_id: ClientId::from_bytes([1; 16]),
        kind,
        posts: seq,
        state: None,
    }
}

fn posted(seq: u64, name: &str, words: &str) -> Entry {
    let kind = EntryKind::Posted {
        text: text(words),
        reply_to: None,
        attached: Attached::default(),
    };
    entry(seq, name, kind)
}

fn edited(seq: u64, target: u64, words: &str) -> Entry {
    let kind = EntryKind::Edited {
        target: Seq(target),
        text: text(words),
    };
    entry(seq, "Ada", kind)
}

fn deleted(seq: u64, target: u64) -> Entry {
    let target = Seq(target);
    entry(seq, "Ada", EntryKind::Deleted { target })
}

fn index() -> SearchIndex {
    SearchIndex::open(None, EPOCH).unwrap()
}

fn find_in(index: &SearchIndex, typed: &str, rooms: &[RoomId], order: Order) -> Vec<Hit> {
    let query = Query::parse(typed).unwrap();
    let rooms: HashSet<RoomId> = rooms.iter().copied().collect();
    let found = index.search(&Wish {
        query: &query,
        rooms: &rooms,
        east_of_utc: 0,
        order,
        after: None,
        limit: 20,
        until: Instant::now() + Duration::from_secs(60),
    });
    found.unwrap().hits
}

fn seqs(index: &SearchIndex, typed: &str) -> Vec<u64> {
    let hits = find_in(index, typed, &[ROOM], Order::Newest);
    hits.iter().map(|hit| hit.seq.0).collect()
}

#[test]
fn parts_of_words_accents_scripts_and_code_are_found_newest_first() {
    let index = index();
    let lines = [
        "The kettle is on",
        "Crème brûlée in der Straße",
        "昨日は東京タワーに行きました",
        "我们在上海的灯塔见面",
        "call foo::bar() twice",
        "kettles, all of them",
    ];
    let entries: Vec<Entry> = (1..)
        .zip(lines)
        .map(|(seq, line)| posted(seq, "Ada", line))
        .collect();
    index.take_in(ROOM, &entries).unwrap();
    for (typed, wanted) in [
        ("kettle", vec![6, 1]),
        ("ETTL", vec![6, 1]),
        ("creme brulee", vec![2]),
        ("東京", vec![3]),
        ("上海", vec![4]),
        ("灯", vec![4]),
        ("foo::bar()", vec![5]),
        ("::", vec![5]),
        ("kettle on", vec![1]),
        ("\"kettle on\"", vec![]),
        ("\"kettle is\"", vec![1]),
        ("nothing of it", vec![]),
    ] {
        assert_eq!(seqs(&index, typed), wanted, "{typed}");
    }
}

#[test]
fn a_search_is_narrowed_down_by_who_when_where_and_what_for() {
    let index = index();
    let mut link = posted(2, "Ben", "see https://example.org/tea");
    link.at = Timestamp(1_800_000_000_000);
    index
        .take_in(ROOM, &[posted(1, "Ada", "tea at four"), link])
        .unwrap();
    index
        .take_in(RoomId(2), &[posted(1, "Ada", "more tea")])
        .unwrap();
    assert_eq!(
        seqs(&index, "tea"),
        [2, 1],
        "the other room may not be read"
    );
    let both = find_in(&index, "tea", &[ROOM, RoomId(2)], Order::Newest);
    assert_eq!(both.len(), 3);
    assert_eq!(seqs(&index, "tea from:bén"), [2]);
    assert_eq!(seqs(&index, "from:Ada"), [1]);
    assert_eq!(seqs(&index, "tea has:link"), [2]);
    assert_eq!(seqs(&index, "has:file"), [0; 0]);
    assert_eq!(seqs(&index, "tea before:2024-01-01"), [1]);
    assert_eq!(seqs(&index, "after:2024-01-01"), [2]);
}

#[test]
fn the_best_come_first_where_that_is_asked_for() {
    let index = index();
    index
        .take_in(
            ROOM,
            &[
                posted(1, "Ada", "tea, tea and tea"),
                posted(2, "Ada", "tea"),
                posted(3, "Ada", "steady"),
            ],
        )
        .unwrap();
    let best = find_in(&index, "tea", &[ROOM], Order::Best);
    let best: Vec<u64> = best.iter().map(|hit| hit.seq.0).collect();
    assert_eq!(best, [1, 2, 3]);
    assert_eq!(seqs(&index, "tea"), [3, 2, 1]);
}

#[test]
fn what_was_found_is_marked_in_an_excerpt_around_it() {
    let index = index();
    let said = "**the** Straße there";
    index.take_in(ROOM, &[posted(1, "Ada", said)]).unwrap();
    let excerpt = &find_in(&index, "strasse", &[ROOM], Order::Newest)[0].excerpt;
    assert_eq!(excerpt.text, "the Straße there");
    assert_eq!(excerpt.marks, vec![4..10]);
}

#[test]
fn an_edit_replaces_and_a_deletion_removes() {
    let index = index();
    index
        .take_in(
            ROOM,
            &[posted(1, "Ada", "teh kettle"), posted(2, "Ada", "stays")],
        )
        .unwrap();
    assert!(index.take_in(ROOM, &[edited(3, 1, "the kettle")]).unwrap());
    assert_eq!(
        (seqs(&index, "teh"), seqs(&index, "the k")),
        (vec![], vec![1])
    );
    index.take_in(ROOM, &[edited(3, 1, "the kettle")]).unwrap();
    assert!(index.take_in(ROOM, &[deleted(4, 1)]).unwrap());
    assert_eq!(
        (seqs(&index, "kettle"), seqs(&index, "stays")),
        (vec![], vec![2])
    );
    assert_eq!(index.progress().unwrap()[&ROOM], Seq(4));
    assert_eq!(counted(&index.writer(), "messages"), 1);

    // A page that was read later has the state in it already.
    let mut late = posted(5, "Ada", "old words");
    late.state = Some(Box::new(MessageState {
        as_of: Seq(6),
        edited: Some(Edition {
            seq: Seq(6),
            at: Timestamp(1),
            text: text("new words"),
        }),
        deleted: None,
        pinned: None,
        reactions: Vec::new(),
        thread: None,
    }));
    let mut gone = posted(7, "Ada", "gone");
    gone.state = Some(Box::new(MessageState {
        as_of: Seq(8),
        edited: None,
        deleted: Some(Deletion {
            by: author("Ada"),
            at: Timestamp(1),
        }),
        pinned: None,
        reactions: Vec::new(),
        thread: None,
    }));
    index
        .take_in(ROOM, &[late, edited(6, 5, "new words"), gone])
        .unwrap();
    assert_eq!(seqs(&index, "words"), [5]);
    assert_eq!(
        (seqs(&index, "old"), seqs(&index, "gone")),
        (vec![], vec![])
    );
}

/// How often the bytes are in the files of the folder.
fn occurs(folder: &std::path::Path, bytes: &[u8]) -> usize {
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files
        .map(|file| file.windows(bytes.len()).filter(|at| *at == bytes).count())
        .sum()
}

#[test]
fn what_was_taken_back_leaves_every_file() {
    let folder = tempfile::tempdir().unwrap();
    let index = SearchIndex::open(Some(folder.path()), EPOCH).unwrap();
    let entries: Vec<Entry> = (1..=200)
        .map(|seq| posted(seq, "Ada", &format!("message {seq}")))
        .collect();
    index.take_in(ROOM, &entries).unwrap();
    index
        .take_in(ROOM, &[posted(201, "Ada", "ZQXWVUT secret")])
        .unwrap();
    assert!(index.empty_log().unwrap());
    assert!(occurs(folder.path(), b"ZQXWVUT") > 0);
    index.take_in(ROOM, &[deleted(202, 201)]).unwrap();
    assert!(index.empty_log().unwrap());
    assert_eq!(occurs(folder.path(), b"ZQXWVUT"), 0);
    // Nor is a gram left that only it had.
    let vocabulary = "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, found, row)";
    let reader = index.reader();
    reader.execute_batch(vocabulary).unwrap();
    assert_eq!(counted(&reader, "temp.words WHERE term = 'zqx'"), 0);
    assert!(counted(&reader, "temp.words WHERE term = 'mes'") > 0);
}

#[test]
fn the_index_goes_on_where_it_was_and_begins_anew_where_it_is_not_the_logs() {
    let folder = tempfile::tempdir().unwrap();
    let open = |epoch| SearchIndex::open(Some(folder.path()), epoch).unwrap();
    open(EPOCH)
        .take_in(ROOM, &[posted(1, "Ada", "tea")])
        .unwrap();
    let again = open(EPOCH);
    assert_eq!(again.progress().unwrap()[&ROOM], Seq(1));
    assert_eq!(seqs(&again, "tea"), [1]);
    drop(again);
    assert!(open(Epoch(8)).progress().unwrap().is_empty(), "another log");
    open(Epoch(8))
        .take_in(ROOM, &[posted(1, "Ada", "tea")])
        .unwrap();
    Connection::open(folder.path().join(INDEX_FILE))
        .unwrap()
        .execute_batch("UPDATE meta SET form = 99")
        .unwrap();
    assert!(
        open(Epoch(8)).progress().unwrap().is_empty(),
        "another form"
    );
    std::fs::write(folder.path().join(INDEX_FILE), b"this is no index at all").unwrap();
    assert!(open(EPOCH).progress().unwrap().is_empty(), "damaged");
}

#[test]
fn a_search_by_pages_finds_each_once_and_all() {
    let index = index();
    let entries: Vec<Entry> = (1..=95)
        .map(|seq| {
            let mut entry = posted(seq, "Ada", &format!("tea {seq}"));
            // Several in one millisecond.
            entry.at = Timestamp(1_700_000_000_000 + seq / 7);
            entry
        })
        .collect();
    index.take_in(ROOM, &entries).unwrap();
    let query = Query::parse("tea").unwrap();
    let rooms = HashSet::from([ROOM]);
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let wish = Wish {
            query: &query,
            rooms: &rooms,
            east_of_utc: 0,
            order: Order::Newest,
            after,
            limit: 20,
            until: Instant::now() + Duration::from_secs(60),
        };
        let page = index.search(&wish).unwrap();
        found.extend(page.hits.iter().map(|hit| hit.seq.0));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let wanted: Vec<u64> = (1..=95).rev().collect();
    assert_eq!(found, wanted);
}

/// A hundred thousand messages of many languages: the index finds what a plain scan finds.
#[test]
fn a_search_by_index_ends_in_the_hits_of_a_plain_scan() {
    const MESSAGES: usize = 100_000;
    let index = index();
    let texts: Vec<String> = Corpus::new(1).take(MESSAGES).collect();
    let entries: Vec<Entry> = (1..)
        .zip(&texts)
        .map(|(seq, words)| posted(seq, "Ada", words))
        .collect();
    for page in entries.chunks(2_000) {
        index.take_in(ROOM, page).unwrap();
    }
    let folded: Vec<Folded> = texts.iter().map(|text| Folded::new(text)).collect();
    let mut corpus = Corpus::new(2);
    let mut searched = 0;
    for text in texts.iter().step_by(MESSAGES / 60) {
        let Some(part) = corpus.part_of(text) else {
            continue;
        };
        let quoted = format!("\"{}\"", part.replace('"', "\"\""));
        let Some(term) = Term::new(&part) else {
            continue;
        };
        let terms = [term];
        let wanted: BTreeSet<u64> = (1..)
            .zip(&folded)
            .filter(|(_, folded)| has_all(folded, &terms))
            .map(|(seq, _)| seq)
            .collect();
        let newest: Vec<u64> = wanted.iter().rev().take(20).copied().collect();
        assert_eq!(seqs(&index, &quoted), newest, "{part:?}");
        searched += 1;
    }
    assert!(searched > 40, "{searched}");
}

#[cfg(unix)]
#[test]
fn the_index_belongs_to_its_user_alone_also_one_that_was_open_to_others() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let modes = || -> Vec<u32> {
        let files = fs::read_dir(folder.path()).unwrap();
        let mode = |path: std::path::PathBuf| fs::metadata(path).unwrap().permissions().mode();
        files
            .map(|file| mode(file.unwrap().path()) & 0o777)
            .collect()
    };
    let index = SearchIndex::open(Some(folder.path()), EPOCH).unwrap();
    assert!(modes().len() > 1, "the file and SQLite's own beside it");
    assert!(modes().iter().all(|mode| *mode == 0o600), "{:?}", modes());
    drop(index);
    let file = folder.path().join("search.db");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let _index = SearchIndex::open(Some(folder.path()), EPOCH).unwrap();
    assert!(modes().iter().all(|mode| *mode == 0o600), "{:?}", modes());
}

#[test]
fn what_a_room_is_about_is_no_message_and_not_found() {
    let index = index();
    let topic = EntryKind::TopicSet {
        topic: Topic::from_stored("kettles".to_owned()),
    };
    let entries = [
        entry(1, "Ada", topic),
        posted(2, "Ada", "kettles, all of them"),
    ];
    index.take_in(ROOM, &entries).unwrap();
    assert_eq!(seqs(&index, "kettles"), [2]);
}

#[test]
fn files_are_found_by_their_names_whatever_becomes_of_the_words() {
    let index = index();
    let file = |number: u8, name: &str| FileInfo {
        id: FileId::from_bytes([number; 16]),
        name: FileName::parse(name).unwrap(),
        size: 9,
        kind: FileKind::Pdf,
        image: None,
        at: Timestamp(0),
    };
    let with_files = |seq, words: &str, files: Vec<FileInfo>| {
        let kind = EntryKind::Posted {
            text: text(words),
            reply_to: None,
            attached: Attached {
                files,
                forwarded: None,
            },
        };
        entry(seq, "Ada", kind)
    };
    let (report, plan) = (file(1, "Report-2026.pdf"), file(2, "Café plan.pdf"));
    let entries = [
        with_files(1, "", vec![report]),
        with_files(2, "have a look", vec![plan]),
        posted(3, "Ben", "no report here"),
    ];
    index.take_in(ROOM, &entries).unwrap();
    assert_eq!(seqs(&index, "report"), [3, 1]);
    assert_eq!(seqs(&index, "report has:file"), [1]);
    assert_eq!(seqs(&index, "look cafe"), [2], "words and names together");
    let hits = find_in(&index, "has:file", &[ROOM], Order::Newest);
    let shown: Vec<&str> = hits.iter().map(|hit| &*hit.excerpt.text).collect();
    assert_eq!(shown, ["have a look\nCafé plan.pdf", "Report-2026.pdf"]);
    index.take_in(ROOM, &[edited(4, 2, "")]).unwrap();
    assert_eq!(seqs(&index, "look"), [0; 0]);
    assert_eq!(seqs(&index, "cafe"), [2]);
    index.take_in(ROOM, &[deleted(5, 2)]).unwrap();
    assert_eq!(seqs(&index, "cafe"), [0; 0]);
    assert_eq!(seqs(&index, "has:file"), [1]);
}
