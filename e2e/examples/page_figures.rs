//! What the page costs and how quick it is, in Chromium: the figures of `BENCHMARKS.md`.
//!
//! `CONFAB_SERVER=target/release/server cargo run -p e2e --example page_figures -- WHAT`
//! with WHAT one of `first`, `blocked`, `scroll`, `flood`, `panel`. Nothing is judged:
//! times on a busy machine are what they are.

use std::fmt::Display;
use std::time::{Duration, Instant};

use chat_testkit::http_proxy::{HttpProxy, Manners, Upgrades};
use e2e::page::{Cost, Page};
use e2e::patience::eventually;
use e2e::server::{Rates, Server};
use e2e::{Story, Terminal, Visitor, tell};
use futures_util::future::join_all;
use serde::Deserialize;
use tokio::time::{interval, sleep};

/// Openings of the page, each in a browser of its own.
const OPENINGS: usize = 9;

/// Messages in a room that one opens: more than a screen.
const HISTORY: u64 = 60;

/// Messages in the large room.
const LARGE: u64 = 100_000;

/// How long somebody scrolls.
const SCROLL_FOR: Duration = Duration::from_secs(60);

/// Messages each second into an open room, and for how long.
const FLOOD_RATE: u64 = 1_000;
const FLOOD_SECONDS: u64 = 10;

/// Terminals that share a flood.
const WRITERS: u64 = 5;

/// Signs in without loading any of the page's files, from a page that has none.
const SIGN_IN: &str = "fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Person ' + crypto.getRandomValues(new Uint32Array(1))[0] }),
}).then((answer) => answer.status)";

/// Notes when a condition first holds at a frame, in milliseconds since the page was asked
/// for.
fn note_when(condition: &str) -> String {
    format!(
        "(() => {{
            const look = () => {{
                if ({condition}) window.noted = performance.now();
                else requestAnimationFrame(look);
            }};
            requestAnimationFrame(look);
        }})()"
    )
}

/// Frames, from when this runs on: their distances in milliseconds.
const WATCH_FRAMES: &str = "(() => {
    window.frames_seen = [];
    let last = performance.now();
    const look = (now) => {
        window.frames_seen.push(now - last);
        last = now;
        requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(look); });
})()";

#[expect(clippy::print_stdout, reason = "the result is for whoever runs it")]
fn say(words: impl Display) {
    println!("{words}");
}

/// The least, the middle and the most.
fn spread(mut values: Vec<f64>) -> String {
    values.sort_by(f64::total_cmp);
    match values.as_slice() {
        [] => "nothing".to_owned(),
        [least, ..] => {
            let (middle, most) = (values[values.len() / 2], values[values.len() - 1]);
            format!("half within {middle:.0} ms ({least:.0} to {most:.0})")
        }
    }
}

async fn number(page: &Page, script: &str) -> f64 {
    eventually(script, async || page.look(script).await).await
}

/// Somebody new who is signed in and has none of the page's files.
async fn with_nothing_cached(visitor: &Visitor, address: &str) {
    visitor.page().go_to(&format!("{address}healthz")).await;
    let status = number(visitor.page(), SIGN_IN).await;
    assert!(
        (status - 200.0).abs() < 0.5,
        "signing in is answered with {status}"
    );
}

async fn fill(server: &Server, count: u64) {
    let mut writer = Terminal::join(server, "name=scribe").await;
    let lines = (1..=count).map(|number| format!("message {number} of {count}"));
    writer.types_all(lines).await;
}

/// Opened page to first message, nothing cached.
async fn first(story: &Story) {
    let server = story.server(Rates::Free).await;
    fill(&server, HISTORY).await;
    let (mut times, mut bytes) = (Vec::new(), 0.0);
    for _ in 0..OPENINGS {
        let visitor = story.visitor(&server).await;
        with_nothing_cached(&visitor, &server.address()).await;
        let words = format!("message {HISTORY} of {HISTORY}");
        let is_there =
            format!("document.querySelector('[role=log]')?.innerText.includes('{words}')");
        visitor.page().begin_with(&note_when(&is_there)).await;
        visitor.opens().await;
        times.push(number(visitor.page(), "window.noted ?? Promise.reject('not yet')").await);
        bytes = number(
            visitor.page(),
            "performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0)",
        )
        .await;
    }
    say(format!("first message, nothing cached: {}", spread(times)));
    say(format!("{bytes:.0} bytes came for it, headers included"));
}

/// Opened page to a working connection where no WebSocket opens.
async fn blocked(story: &Story) {
    let server = story.server(Rates::Free).await;
    let mut proxies = Vec::new();
    for (name, upgrades) in [
        ("a WebSocket", Upgrades::Pass),
        ("refused upgrades", Upgrades::Stripped),
        ("upgrades that are never answered", Upgrades::Swallowed),
    ] {
        let manners = Manners {
            upgrades,
            ..Manners::default()
        };
        let address = server.host().parse().expect("a host and a port");
        let proxy = HttpProxy::before(address, manners).await.expect("a port");
        let mut times = Vec::new();
        for _ in 0..OPENINGS / 2 {
            let visitor = story.visitor_behind(&proxy).await;
            with_nothing_cached(&visitor, &format!("{}/", proxy.url())).await;
            let is_online = "document.querySelector('.head-dot')?.ariaLabel?.includes('Online')";
            visitor.page().begin_with(&note_when(is_online)).await;
            visitor.opens().await;
            times.push(number(visitor.page(), "window.noted ?? Promise.reject('not yet')").await);
        }
        say(format!("online with {name}: {}", spread(times)));
        // Its pages are still open.
        proxies.push(proxy);
    }
}

#[derive(Deserialize)]
struct Frames {
    count: f64,
    seconds: f64,
    p50: f64,
    p99: f64,
    longest: f64,
    over_50: f64,
}

async fn frames(page: &Page) -> Frames {
    const COUNT: &str = "(() => {
        const seen = [...window.frames_seen].sort((a, b) => a - b);
        const at = (part) => seen[Math.min(seen.length - 1, Math.floor(seen.length * part))];
        return {
            count: seen.length,
            seconds: seen.reduce((sum, one) => sum + one, 0) / 1000,
            p50: at(0.5), p99: at(0.99), longest: at(1),
            over_50: seen.filter((one) => one > 50).length,
        };
    })()";
    page.look(COUNT).await.expect("frames were watched")
}

fn tell_frames(what: &str, frames: &Frames) {
    let rate = frames.count / frames.seconds;
    say(format!(
        "{what}: {rate:.1} frames/s over {:.0} s; half within {:.1} ms, 99 of 100 within {:.1} ms, \
         the longest {:.0} ms, {} over 50 ms",
        frames.seconds, frames.p50, frames.p99, frames.longest, frames.over_50
    ));
}

/// A long way up through a large room, and what the page holds on the way.
async fn scroll(story: &Story) {
    let server = story.server(Rates::Free).await;
    let ada = story.person(&server, "Ada").await;
    fill(&server, LARGE).await;
    let newest = format!("message {LARGE} of {LARGE}");
    ada.until("the newest is here", |screen| {
        screen.line(&newest).is_some()
    })
    .await;
    let page = ada.page();
    let before = page.cost().await.expect("a page");
    page.look::<()>(WATCH_FRAMES).await.expect("a page");
    // As a held wheel scrolls: a little with each frame.
    const GO_UP: &str = "(() => {
        const log = document.querySelector('[role=log]');
        window.most_elements = 0;
        window.travelled = 0;
        let last = log.scrollTop;
        const step = () => {
            window.travelled += Math.min(120, log.scrollTop);
            log.scrollTop -= 120;
            window.most_elements = Math.max(
                window.most_elements, document.querySelectorAll('*').length);
            if (window.go_up !== false) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    })()";
    page.look::<()>(GO_UP).await.expect("a page");
    let begun = Instant::now();
    let mut most_heap = 0.0_f64;
    while begun.elapsed() < SCROLL_FOR {
        sleep(Duration::from_secs(1)).await;
        most_heap = most_heap.max(page.cost().await.expect("a page").heap_bytes);
    }
    let seen = frames(page).await;
    page.look::<()>("void (window.go_up = false)")
        .await
        .expect("a page");
    tell_frames("scrolling up", &seen);
    let screen = ada.screen().await.expect("a page");
    let oldest = screen.lines.iter().find_map(|line| line.seq).unwrap_or(0);
    let elements = number(page, "window.most_elements").await;
    let travelled = number(page, "window.travelled").await;
    say(format!(
        "from #{LARGE} to #{oldest}, {travelled:.0} px; at most {elements} elements; script heap \
         {:.1} MiB before, {:.1} MiB at most",
        before.heap_bytes / 1048576.0,
        most_heap / 1048576.0
    ));
}

/// So many messages each second, by several terminals.
async fn pour(server: &Server, rate: u64, seconds: u64) {
    let writers = (0..WRITERS).map(|number| async move {
        let mut writer = Terminal::join(server, &format!("name=writer-{number}")).await;
        // Twenty times a second, a part each.
        let each = rate / WRITERS / 20;
        let mut beat = interval(Duration::from_millis(50));
        for round in 0..seconds * 20 {
            beat.tick().await;
            for part in 0..each {
                writer
                    .types(&format!("{number} pours {round} {part} into the room"))
                    .await;
            }
        }
        // Taken when it is answered.
        writer.types("that was all").await;
        while writer.next_line().await != "You sent: that was all" {}
    });
    join_all(writers).await;
}

/// What the page's thread did between two looks, a part of it.
fn parts(before: Cost, after: Cost, of: f64) -> String {
    let part = |cost: fn(&Cost) -> f64| (cost(&after) - cost(&before)) / of;
    format!(
        "{:.0} ms in all, {:.0} in scripts, {:.0} in styles, {:.0} in layout",
        part(|cost| cost.tasks_ms),
        part(|cost| cost.scripts_ms),
        part(|cost| cost.styles_ms),
        part(|cost| cost.layout_ms)
    )
}

/// Many messages into an open room, while somebody types.
async fn flood(story: &Story) {
    let server = story.server(Rates::Free).await;
    let ada = story.person(&server, "Ada").await;
    let page = ada.page();
    ada.types("I ").await;
    const WATCH_KEYS: &str = "(() => {
        window.keys_seen = [];
        new PerformanceObserver((list) => {
            for (const one of list.getEntries())
                if (one.name === 'keydown') window.keys_seen.push(one.duration);
        }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    })()";
    page.look::<()>(WATCH_KEYS).await.expect("a page");
    page.look::<()>(WATCH_FRAMES).await.expect("a page");
    let before = page.cost().await.expect("a page");
    let typing = async {
        for round in 0..FLOOD_SECONDS * 5 {
            let letter = char::from(b'a' + u8::try_from(round % 26).expect("a letter"));
            page.press_letter(letter).await;
            sleep(Duration::from_millis(150)).await;
        }
    };
    let begun = Instant::now();
    tokio::join!(pour(&server, FLOOD_RATE, FLOOD_SECONDS), typing);
    let took = begun.elapsed().as_secs_f64();
    let seen = frames(page).await;
    let after = page.cost().await.expect("a page");
    let ada_screen = ada.screen().await.expect("a page");
    let newest = ada_screen.lines.iter().rev().find_map(|line| line.seq);
    say(format!(
        "{} messages in {took:.1} s; on the screen is #{}",
        FLOOD_RATE / WRITERS / 20 * WRITERS * 20 * FLOOD_SECONDS + WRITERS,
        newest.unwrap_or(0)
    ));
    tell_frames("while they come", &seen);
    say(format!("the page's thread: {}", parts(before, after, 1.0)));
    let keys: Vec<f64> = page.look("window.keys_seen").await.expect("a page");
    let pressed = FLOOD_SECONDS * 5;
    say(format!(
        "{pressed} keys: {} took 16 ms or more until they were on the screen, of these {}",
        keys.len(),
        spread(keys)
    ));
}

/// What the open panel adds to each message.
async fn panel(story: &Story) {
    let server = story.server(Rates::Free).await;
    let ada = story.person(&server, "Ada").await;
    let page = ada.page();
    // Once for whatever only the first messages cost.
    pour(&server, 200, 5).await;
    for _ in 0..2 {
        for is_open in [false, true] {
            if is_open {
                ada.opens_the_panel().await;
            }
            sleep(Duration::from_secs(2)).await;
            let before = page.cost().await.expect("a page");
            pour(&server, 200, 10).await;
            sleep(Duration::from_secs(1)).await;
            let after = page.cost().await.expect("a page");
            let messages = 2_005.0;
            say(format!(
                "panel {}: for each 1000 messages {}",
                if is_open { "open" } else { "closed" },
                parts(before, after, messages / 1_000.0)
            ));
            if is_open {
                ada.presses_the_panels_key().await;
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let what = std::env::args().nth(1).unwrap_or_default();
    tell(async |story| {
        // Of proxies that block, and of a page without an icon.
        story.expects_complaints(["WebSocket connection to", "favicon.ico"]);
        match what.as_str() {
            "first" => first(story).await,
            "blocked" => blocked(story).await,
            "scroll" => scroll(story).await,
            "flood" => flood(story).await,
            "panel" => panel(story).await,
            _ => say("first, blocked, scroll, flood or panel?"),
        }
    })
    .await;
}
