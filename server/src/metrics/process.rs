//! What the operating system says of this process, under the names that every Prometheus
//! client library uses. Where a system does not say it, the lines are missing.

use super::text::Text;

/// Writes them. Reads two small files of the kernel's, nothing that grows with the
/// number of connections: counting open files would.
#[cfg(target_os = "linux")]
pub(super) fn write(text: &mut Text) {
    use rustix::param::{clock_ticks_per_second, page_size};
    use rustix::process::{Resource, getrlimit};
    use std::fs;

    /// Fields 14 and 15 of `/proc/self/stat` (proc(5)), counted behind the name, which
    /// may hold spaces and ends with the last parenthesis.
    const CPU_FIELDS: std::ops::RangeInclusive<usize> = 11..=12;

    let memory = fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|statm| {
            let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
            Some(pages * page_size() as u64)
        });
    if let Some(bytes) = memory {
        text.gauge("process_resident_memory_bytes", "Memory that is resident.")
            .value(bytes);
    }
    let ticks = fs::read_to_string("/proc/self/stat").ok().and_then(|stat| {
        let (_, fields) = stat.rsplit_once(") ")?;
        let fields: Vec<&str> = fields.split(' ').collect();
        let ticks = fields.get(CPU_FIELDS)?.iter();
        ticks.map(|field| field.parse::<u32>().ok()).sum()
    });
    let ticks: Option<u32> = ticks;
    let per_second = u32::try_from(clock_ticks_per_second()).ok();
    if let (Some(ticks), Some(per_second)) = (ticks, per_second) {
        text.counter(
            "process_cpu_seconds_total",
            "Processor time of user and system.",
        )
        .value(f64::from(ticks) / f64::from(per_second));
    }
    if let Some(files) = getrlimit(Resource::Nofile).current {
        text.gauge("process_max_fds", "Files that may be open at once.")
            .value(files);
    }
}

/// Nothing is known here.
#[cfg(not(target_os = "linux"))]
pub(super) fn write(_: &mut Text) {}
