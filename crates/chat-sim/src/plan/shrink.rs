//! Cuts a plan down to what its failure needs: delta debugging over the steps (Zeller
//! and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002), then
//! without what is left of the pauses.

use super::Plan;

/// Runs that one shrink may take. A run is milliseconds; a person waits for the answer.
pub const TRIES_MAX: usize = 600;

/// The smallest plan found of which `fails` is still true. `plan` itself fails.
pub fn shrink(plan: &Plan, mut fails: impl FnMut(&Plan) -> bool) -> Plan {
    let mut best = plan.clone();
    let mut tries = 0;
    let mut attempt = |candidate: &Plan| {
        tries += 1;
        (tries <= TRIES_MAX).then(|| fails(candidate))
    };
    let mut chunk = best.steps.len().div_ceil(2).max(1);
    loop {
        let mut removed = false;
        let mut start = 0;
        while start < best.steps.len() {
            let candidate = without(&best, start, chunk);
            match attempt(&candidate) {
                None => return best,
                Some(true) => {
                    best = candidate;
                    removed = true;
                }
                Some(false) => start += chunk,
            }
        }
        if chunk > 1 {
            chunk = chunk.div_ceil(2);
        } else if !removed {
            break;
        }
    }
    if best.log > 0 {
        let candidate = Plan {
            log: 0,
            ..best.clone()
        };
        if attempt(&candidate) == Some(true) {
            best = candidate;
        }
    }
    best
}

/// The plan without `count` steps from `start` on. The time that they took stays.
fn without(plan: &Plan, start: usize, count: usize) -> Plan {
    let mut steps = plan.steps.clone();
    let end = (start + count).min(steps.len());
    let pause: u64 = steps.drain(start..end).map(|step| step.after_ms).sum();
    if let Some(next) = steps.get_mut(start) {
        next.after_ms += pause;
    }
    Plan {
        steps,
        ..plan.clone()
    }
}
