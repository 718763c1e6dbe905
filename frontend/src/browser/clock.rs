//! Time in the browser: the machine's clock, timers, frames, and times as people
//! read them.
//!
//! [`now`] never runs backwards and notices sleep. Wall time ([`wall`]) is only
//! shown, never decided on. A timer lives as long as its value.

mod steady;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use chat_client::composing::when::{Day, When};
use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect};
use shared::moment::{Moment, Timestamp};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use self::steady::Steady;
use crate::language;

/// A page that nobody sees gets no frames. After this long a frame's work is done
/// without one, so that the title still counts unread messages.
const FRAME_AT_LATEST_MS: u32 = 250;

/// The longest time that a browser's timer counts right (2^31 - 1).
const TIMER_MS_MAX: u32 = i32::MAX as u32;

const DAY_MS: i64 = 86_400_000;

thread_local! {
    static STEADY: RefCell<Option<Steady>> = const { RefCell::new(None) };
    static FORMATS: OnceCell<Formats> = const { OnceCell::new() };
    static NUMBERS: OnceCell<Function> = const { OnceCell::new() };
}

/// The machine's clock: milliseconds since the page's start, sleep included.
#[must_use]
pub fn now() -> Moment {
    let performance_ms = window()
        .performance()
        .map_or_else(Date::now, |clock| clock.now());
    let wall_ms = Date::now();
    STEADY.with_borrow_mut(|steady| {
        steady
            .get_or_insert_with(|| Steady::new(performance_ms, wall_ms))
            .read(performance_ms, wall_ms)
    })
}

/// This device's wall clock.
#[must_use]
pub fn wall() -> Timestamp {
    Timestamp(Date::now() as u64)
}

/// The day of a time in this device's zone, counted from 1970-01-01.
#[must_use]
pub fn local_day(at: Timestamp) -> i32 {
    let date = date(at);
    let offset_minutes = date.get_timezone_offset() as i64;
    let local_ms = i64::try_from(at.0)
        .unwrap_or(i64::MAX)
        .saturating_sub(offset_minutes * 60_000);
    i32::try_from(local_ms.div_euclid(DAY_MS)).unwrap_or(i32::MAX)
}

/// Minutes since midnight in this device's zone.
#[must_use]
pub fn minute_of_day(at: Timestamp) -> u16 {
    let date = date(at);
    // Below 1440.
    u16::try_from(date.get_hours() * 60 + date.get_minutes()).unwrap_or_default()
}

/// The next time at which a clock in this device's zone shows this hour.
#[must_use]
pub fn next_at_hour(now: Timestamp, hour: u32) -> Timestamp {
    let next = date(now);
    next.set_hours(hour);
    next.set_minutes(0);
    next.set_seconds(0);
    next.set_milliseconds(0);
    if next.get_time() as u64 <= now.0 {
        next.set_date(next.get_date() + 1);
    }
    Timestamp(next.get_time() as u64)
}

/// The next time that somebody means, in this device's zone. `now` is the server's.
#[must_use]
pub fn time_of(when: When, now: Timestamp) -> Timestamp {
    let (day, minute) = match when {
        When::In(ms) => return Timestamp(now.0.saturating_add(ms)),
        When::At(day, minute) => (day, u32::from(minute)),
    };
    let time = date(now);
    time.set_hours(minute / 60);
    time.set_minutes(minute % 60);
    time.set_seconds(0);
    time.set_milliseconds(0);
    let days = match day {
        Day::Next if time.get_time() as u64 > now.0 => 0,
        Day::Next | Day::Tomorrow => 1,
        // Sunday is 0 here and 6 there.
        Day::Weekday(day) => match (u32::from(day) + 1 + 7 - time.get_day()) % 7 {
            0 => 7,
            days => days,
        },
    };
    time.set_date(time.get_date() + days);
    Timestamp(time.get_time() as u64)
}

/// As a field of a day and a time holds it: `2026-04-30T14:32`, in this device's zone.
#[must_use]
pub fn local_input(at: Timestamp) -> String {
    let date = date(at);
    let day = [date.get_month() + 1, date.get_date()].map(|part| padded(part, 2));
    let time = [date.get_hours(), date.get_minutes()].map(|part| padded(part, 2));
    let year = padded(date.get_full_year(), 4);
    [
        year,
        "-".to_owned(),
        day.join("-"),
        "T".to_owned(),
        time.join(":"),
    ]
    .concat()
}

/// What such a field means; nothing where it holds no time.
#[must_use]
pub fn of_local_input(value: &str) -> Option<Timestamp> {
    let ms = Date::new(&JsValue::from_str(value)).get_time();
    ms.is_finite().then_some(Timestamp(ms as u64))
}

/// Minutes that this device's clock is ahead of UTC now.
#[must_use]
pub fn minutes_east() -> i64 {
    -(Date::new_0().get_timezone_offset() as i64)
}

/// `13:52`. Twenty-four hours, so that it fits beside a grouped message.
#[must_use]
pub fn time_of_day(at: Timestamp) -> String {
    formatted(at, |formats| &formats.time)
}

/// `Today`, `Yesterday`, `Thursday, 5 November`, or with its year when that is not
/// this one.
#[must_use]
pub fn day_label(at: Timestamp) -> String {
    let today = wall();
    match local_day(today).saturating_sub(local_day(at)) {
        0 => t!("clock-today").to_owned(),
        1 => t!("clock-yesterday").to_owned(),
        _ => {
            if date(at).get_full_year() == date(today).get_full_year() {
                formatted(at, |formats| &formats.day)
            } else {
                formatted(at, |formats| &formats.day_of_year)
            }
        }
    }
}

/// `16:20` today, `tomorrow, 09:00`, or `Thursday, 5 November, 09:00`.
#[must_use]
pub fn day_and_time(at: Timestamp) -> String {
    let time = time_of_day(at);
    match local_day(at).saturating_sub(local_day(wall())) {
        0 => time,
        1 => t!("clock-tomorrow-at", time = time),
        _ => t!("clock-day-at", day = day_label(at), time = time),
    }
}

/// Day, time to the second and zone, for a title.
#[must_use]
pub fn full_date(at: Timestamp) -> String {
    formatted(at, |formats| &formats.full)
}

/// `14:29:46`.
#[must_use]
pub fn to_the_second(at: Timestamp) -> String {
    let date = date(at);
    let parts = [date.get_hours(), date.get_minutes(), date.get_seconds()];
    parts.map(|part| padded(part, 2)).join(":")
}

/// `14:32:07.381`.
#[must_use]
pub fn to_the_ms(at: Timestamp) -> String {
    let ms = padded(date(at).get_milliseconds(), 3);
    [&to_the_second(at), ".", &ms].concat()
}

/// `2026-04-30T14:32:07.381Z`: the same for whoever reads it.
#[must_use]
pub fn utc(at: Timestamp) -> String {
    date(at).to_iso_string().into()
}

fn padded(number: u32, digits: usize) -> String {
    let number = number.to_string();
    ["0".repeat(digits.saturating_sub(number.len())), number].concat()
}

/// Does this before the next frame is drawn, or soon when the page draws none.
pub fn on_frame(f: impl FnOnce() + 'static) {
    let work = Rc::new(RefCell::new(Some(f)));
    let on_frame = whichever_comes_first(Rc::clone(&work));
    let at_latest = whichever_comes_first(work);
    // Both fail only for a callback that is no function.
    let _ = window().request_animation_frame(on_frame.unchecked_ref());
    let _ = set_timeout(at_latest.unchecked_ref(), FRAME_AT_LATEST_MS);
}

fn whichever_comes_first<F: FnOnce() + 'static>(work: Rc<RefCell<Option<F>>>) -> JsValue {
    Closure::once_into_js(move || {
        let f = work.borrow_mut().take();
        if let Some(f) = f {
            f();
        }
    })
}

/// Does this once after so many milliseconds, unless the value is dropped before.
pub fn after_ms(ms: u32, f: impl FnOnce() + 'static) -> Timeout {
    let callback = Closure::once(f);
    let id = set_timeout(callback.as_ref().unchecked_ref(), ms);
    Timeout {
        id,
        _callback: callback,
    }
}

/// Lets so many milliseconds pass.
pub async fn wait(ms: u32) {
    let passed = Promise::new(&mut |resolve, _| {
        // Fails only for a callback that is no function.
        let _ = set_timeout(&resolve, ms);
    });
    // It is never rejected.
    let _ = JsFuture::from(passed).await;
}

/// Does this once after so many milliseconds, whatever happens until then.
pub fn later(ms: u64, f: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(f);
    let ms = u32::try_from(ms).unwrap_or(u32::MAX);
    // Fails only for a callback that is no function.
    let _ = set_timeout(callback.unchecked_ref(), ms);
}

/// Does this every so many milliseconds, until the value is dropped.
pub fn every_ms(ms: u32, f: impl FnMut() + 'static) -> Interval {
    let callback = Closure::<dyn FnMut()>::new(f);
    let id = window()
        .set_interval_with_callback_and_timeout_and_arguments_0(
            callback.as_ref().unchecked_ref(),
            timer_ms(ms),
        )
        .ok();
    Interval {
        id,
        _callback: callback,
    }
}

/// Waits for so many milliseconds.
pub async fn sleep_ms(ms: u32) {
    let slept = Promise::new(&mut |wake, _| {
        let _ = set_timeout(&wake, ms);
    });
    // A promise that is only ever fulfilled.
    let _ = JsFuture::from(slept).await;
}

/// A call that comes later. Dropping it calls it off.
#[must_use = "a timeout that is dropped never comes"]
pub struct Timeout {
    id: Option<i32>,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            window().clear_timeout_with_handle(id);
        }
    }
}

impl std::fmt::Debug for Timeout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Timeout").finish_non_exhaustive()
    }
}

/// A call that comes again and again. Dropping it calls it off.
#[must_use = "an interval that is dropped never comes"]
pub struct Interval {
    id: Option<i32>,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            window().clear_interval_with_handle(id);
        }
    }
}

impl std::fmt::Debug for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interval").finish_non_exhaustive()
    }
}

/// The formatters, made once: making one costs more than a hundred uses.
struct Formats {
    time: Function,
    day: Function,
    day_of_year: Function,
    full: Function,
}

impl Formats {
    fn new() -> Self {
        Self {
            time: format(&[
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("hourCycle", "h23"),
            ]),
            day: format(&[("weekday", "long"), ("day", "numeric"), ("month", "long")]),
            day_of_year: format(&[
                ("weekday", "long"),
                ("day", "numeric"),
                ("month", "long"),
                ("year", "numeric"),
            ]),
            full: format(&[
                ("weekday", "long"),
                ("day", "numeric"),
                ("month", "long"),
                ("year", "numeric"),
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("second", "2-digit"),
                ("hourCycle", "h23"),
                ("timeZoneName", "short"),
            ]),
        }
    }
}

/// Days and times are written the way of the language that the interface speaks, so that a
/// sentence does not change its language in the middle.
fn locales() -> Array {
    Array::of1(&language::spoken().locale().into())
}

/// A number as the language writes it: `12,480`.
#[must_use]
pub fn digits(number: f64) -> String {
    NUMBERS
        .with(|numbers| {
            let format = numbers
                .get_or_init(|| Intl::NumberFormat::new(&locales(), &Object::new()).format());
            let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number));
            written.ok().and_then(|text| text.as_string())
        })
        // A browser without it writes the digits alone.
        .unwrap_or_else(|| number.to_string())
}

fn format(options: &[(&str, &str)]) -> Function {
    let wanted = Object::new();
    for &(name, value) in options {
        // Setting a property of a plain object succeeds.
        let _ = Reflect::set(&wanted, &name.into(), &value.into());
    }
    Intl::DateTimeFormat::new(&locales(), &wanted).format()
}

fn formatted(at: Timestamp, which: impl FnOnce(&Formats) -> &Function) -> String {
    FORMATS.with(|formats| {
        which(formats.get_or_init(Formats::new))
            .call1(&JsValue::UNDEFINED, &date(at))
            .ok()
            .and_then(|text| text.as_string())
            // A time beyond the calendar's end, which only a broken server sends.
            .unwrap_or_default()
    })
}

fn date(at: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(at.0 as f64))
}

fn set_timeout(callback: &Function, ms: u32) -> Option<i32> {
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(callback, timer_ms(ms))
        .ok()
}

fn timer_ms(ms: u32) -> i32 {
    i32::try_from(ms.min(TIMER_MS_MAX)).unwrap_or(i32::MAX)
}

/// The page's global object. The client runs in pages only, never in a worker.
pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("the client runs in a page")
}
