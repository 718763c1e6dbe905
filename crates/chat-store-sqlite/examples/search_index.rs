//! Compares what an index for search costs, before one is chosen.
//!
//! `search_index FORM [MESSAGES] [QUERIES]` fills a table with made-up messages, indexes
//! them and searches for parts of them, newest 20 first, in 100 rooms. `FORM` is `plain`
//! (FTS5's own trigram tokeniser over the folded text), `grams` (our grams), `grams2` or
//! `grams12` (with FTS5's prefix lists of two, or of one and two characters).

#![allow(clippy::print_stdout, reason = "a measurement prints its result")]

use std::time::{Duration, Instant};

use chat_search::corpus::Corpus;
use chat_search::find::has_all;
use chat_search::fold::Folded;
use chat_search::grams::{Wanted, of_term, of_text};
use chat_search::query::Term;
use rusqlite::{Connection, params};

/// Messages of one transaction of the indexer.
const BATCH: usize = 2_000;
/// Hits of one page.
const PAGE: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let form = args.next().ok_or("which form?")?;
    let messages: usize = args.next().map_or(Ok(1_000_000), |n| n.parse())?;
    let queries: usize = args.next().map_or(Ok(2_000), |n| n.parse())?;
    let options = match form.as_str() {
        "plain" => "tokenize='trigram'",
        "grams" => "tokenize='ascii'",
        "grams2" => "tokenize='ascii', prefix='2'",
        "grams12" => "tokenize='ascii', prefix='1 2'",
        _ => return Err("no such form".into()),
    };
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("search.db");
    let mut connection = Connection::open(&file)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
         CREATE TABLE entries (id INTEGER PRIMARY KEY, room INTEGER NOT NULL, text TEXT NOT NULL);
         CREATE VIRTUAL TABLE found USING fts5(grams, content='', contentless_delete=1,
             detail=none, {options});"
    ))?;
    let filling = connection.transaction()?;
    {
        let mut insert = filling.prepare("INSERT INTO entries (room, text) VALUES (?1, ?2)")?;
        for (number, text) in Corpus::new(1).take(messages).enumerate() {
            insert.execute(params![(number * 31 % 100) as i64, text])?;
        }
    }
    filling.commit()?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    let texts_bytes = std::fs::metadata(&file)?.len();

    let start = Instant::now();
    let mut longest = Duration::ZERO;
    for (batch, first) in (0..messages).step_by(BATCH).enumerate() {
        let began = Instant::now();
        index(&mut connection, &form, first)?;
        longest = longest.max(began.elapsed());
        if batch % 50 == 0 {
            connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        }
    }
    let took = start.elapsed().as_secs_f64();
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    let index_bytes = std::fs::metadata(&file)?.len() - texts_bytes;
    println!(
        "{form}: {messages} messages, {:.0} B of table each, {:.0} B of index each, {:.0} indexed/s, longest transaction {:.0} ms",
        texts_bytes as f64 / messages as f64,
        index_bytes as f64 / messages as f64,
        messages as f64 / took,
        longest.as_secs_f64() * 1e3
    );
    search_all(&connection, &form, messages, queries)
}

fn index(connection: &mut Connection, form: &str, first: usize) -> rusqlite::Result<()> {
    let step = connection.transaction()?;
    {
        let mut read =
            step.prepare_cached("SELECT id, text FROM entries WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let mut write = step.prepare_cached("INSERT INTO found (rowid, grams) VALUES (?1, ?2)")?;
        let mut rows = read.query(params![first as i64, BATCH as i64])?;
        while let Some(row) = rows.next()? {
            let folded = Folded::new(row.get_ref(1)?.as_str()?);
            let grams = if form == "plain" {
                folded.as_str().to_owned()
            } else {
                of_text(&folded).into_iter().collect::<Vec<_>>().join(" ")
            };
            write.execute(params![row.get::<_, i64>(0)?, grams])?;
        }
    }
    step.commit()
}

/// The expression for the index; `None` when this form cannot narrow the term down.
fn expression(form: &str, term: &Term) -> Option<String> {
    let wanted = of_term(term);
    if form == "plain" {
        let quoted = |part: &str| format!("\"{}\"", part.replace('"', "\"\""));
        // Without positions there are no phrases: every three characters by themselves.
        let chars: Vec<char> = term.as_str().chars().collect();
        let grams: Vec<_> = chars
            .windows(3)
            .map(|gram| quoted(&gram.iter().collect::<String>()))
            .collect();
        return (!grams.is_empty()).then(|| grams.join(" AND "));
    }
    let parts = wanted.into_iter().map(|wanted| match wanted {
        Wanted::Whole(gram) => format!("\"{gram}\""),
        Wanted::Beginning(start) => format!("\"{start}\" *"),
    });
    Some(parts.collect::<Vec<_>>().join(" AND "))
}

fn search(connection: &Connection, form: &str, term: &Term) -> rusqlite::Result<usize> {
    let terms = std::slice::from_ref(term);
    let mut hits = 0;
    let mut statement = match expression(form, term) {
        Some(_) => connection.prepare_cached(
            "SELECT e.text FROM found CROSS JOIN entries e ON e.id = found.rowid
             WHERE found MATCH ?1 ORDER BY found.rowid DESC",
        )?,
        None => connection
            .prepare_cached("SELECT text FROM entries WHERE ?1 IS NULL ORDER BY id DESC")?,
    };
    let mut rows = statement.query([expression(form, term)])?;
    while hits < PAGE
        && let Some(row) = rows.next()?
    {
        hits += usize::from(has_all(&Folded::new(row.get_ref(0)?.as_str()?), terms));
    }
    Ok(hits)
}

fn search_all(
    connection: &Connection,
    form: &str,
    messages: usize,
    queries: usize,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut corpus = Corpus::new(2);
    let texts: Vec<_> = Corpus::new(1)
        .take(messages)
        .step_by((messages / queries).max(1))
        .collect();
    let mut waits: Vec<(Duration, String, usize)> = Vec::new();
    for text in texts {
        let Some(term) = corpus.part_of(&text).and_then(|part| Term::new(&part)) else {
            continue;
        };
        let start = Instant::now();
        let hits = search(connection, form, &term)?;
        waits.push((start.elapsed(), term.as_str().to_owned(), hits));
    }
    for rare in [
        "zq",
        "qx",
        "§",
        "zeppelin gearbox whiskers",
        "ffffff",
        "nothing here has this",
        "上海灯塔飞艇",
        "the",
        "e",
        "::",
    ] {
        let term = Term::new(rare).ok_or("empty")?;
        let start = Instant::now();
        let hits = search(connection, form, &term)?;
        println!(
            "  {rare}: {hits} hits, {:.1} ms",
            start.elapsed().as_secs_f64() * 1e3
        );
    }
    waits.sort();
    let at = |share: f64| &waits[((waits.len() - 1) as f64 * share) as usize];
    for share in [0.5, 0.9, 0.99, 1.0] {
        let (wait, term, hits) = at(share);
        println!(
            "  p{}: {:.2} ms ({term:?}, {hits} hits)",
            share * 100.0,
            wait.as_secs_f64() * 1e3
        );
    }
    Ok(())
}
