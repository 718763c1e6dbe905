//! What a process costs, as Linux tells in `/proc`.

use std::fs;

use anyhow::Context as _;

/// Ticks of a second in `/proc/PID/stat`: fixed at 100 for programs on Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// What a process has cost so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cost {
    /// CPU time of all its threads, user and kernel, in seconds.
    pub(crate) cpu_seconds: f64,
    /// Resident memory now.
    pub(crate) rss_bytes: u64,
}

/// Measures a process; `None` means this one.
pub(crate) fn cost(pid: Option<u32>) -> anyhow::Result<Cost> {
    let folder = pid.map_or_else(|| "/proc/self".to_owned(), |pid| format!("/proc/{pid}"));
    let stat = fs::read_to_string(format!("{folder}/stat")).context("no such process")?;
    let status = fs::read_to_string(format!("{folder}/status")).context("no such process")?;
    Ok(Cost {
        cpu_seconds: cpu_seconds(&stat).context("an unknown form of /proc/PID/stat")?,
        rss_bytes: rss_bytes(&status).context("an unknown form of /proc/PID/status")?,
    })
}

fn cpu_seconds(stat: &str) -> Option<f64> {
    // The command's name stands in brackets and may hold anything, so count from the
    // last bracket: utime and stime are fields 14 and 15 of proc(5).
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / TICKS_PER_SECOND)
}

fn rss_bytes(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests;
