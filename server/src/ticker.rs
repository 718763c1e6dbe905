//! The one task that keeps time: pokes sessions whose deadline has come, and lets the
//! hub tell what it collects.

use std::sync::Arc;

use tokio::time::timeout_at;

use crate::app::App;
use crate::metrics::HIGH_WATER_SPAN_MS;

/// News of rooms that are not on screen, and deadlines of rooms and presence, wait at
/// most this long for company: four frames a second are more than an unread badge
/// needs, and less than a busy server has messages.
const TICK_MS: u64 = 250;

/// Runs while the server does.
pub async fn run(app: Arc<App>) {
    let mut tick = app.clock.now().plus_ms(TICK_MS);
    let mut span = app.clock.now().plus_ms(HIGH_WATER_SPAN_MS);
    loop {
        let next = app.wheel.next().map_or(tick, |slot| slot.min(tick));
        // Whether the time came or somebody armed for earlier, look again.
        let _ = timeout_at(app.clock.instant_of(next), app.wheel.armed_earlier()).await;
        let now = app.clock.now();
        app.wheel.fire(now);
        if now >= tick {
            app.hub.tick(now);
            if now >= span {
                app.metrics.turn();
                span = now.plus_ms(HIGH_WATER_SPAN_MS);
            }
            tick = now.plus_ms(TICK_MS);
        }
    }
}
