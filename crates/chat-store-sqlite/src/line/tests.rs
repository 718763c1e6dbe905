use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::{Line, Refused, Served};

fn take(line: &Line<u32>, count_max: usize) -> (Served, Vec<u32>) {
    let mut taken = Vec::new();
    let served = line.take(&mut taken, count_max);
    (served, taken)
}

#[test]
fn who_came_first_is_taken_first() {
    let line = Line::new(10, 10);
    for one in 1..=5 {
        assert_eq!(line.join(one, 1), Ok(()));
    }
    assert_eq!(take(&line, 3), (Served::Some, vec![1, 2, 3]));
    assert_eq!(take(&line, 3), (Served::Some, vec![4, 5]));
}

#[test]
fn a_line_admits_as_many_as_it_has_places() {
    let line = Line::new(2, 10);
    assert_eq!(
        (line.join(1, 0), line.join(2, 0), line.join(3, 0)),
        (Ok(()), Ok(()), Err(Refused::Full))
    );
    assert_eq!(take(&line, 1), (Served::Some, vec![1]));
    assert_eq!(
        (line.join(4, 0), line.join(5, 0)),
        (Ok(()), Err(Refused::Full))
    );
    assert_eq!(take(&line, 9), (Served::Some, vec![2, 4]));
}

#[test]
fn a_line_admits_as_many_bytes_as_it_may_hold_and_one_in_any_case() {
    let line = Line::new(10, 10);
    assert_eq!(line.join(1, 99), Ok(()), "alone");
    assert_eq!(line.join(2, 1), Err(Refused::Full));
    assert_eq!(take(&line, 9), (Served::Some, vec![1]));
    assert_eq!(
        (line.join(3, 6), line.join(4, 4), line.join(5, 1)),
        (Ok(()), Ok(()), Err(Refused::Full))
    );
    assert_eq!(take(&line, 1), (Served::Some, vec![3]));
    assert_eq!(
        (line.join(6, 6), line.join(7, 1)),
        (Ok(()), Err(Refused::Full))
    );
}

#[test]
fn a_closed_line_serves_who_stands_in_it_and_then_ends() {
    let line = Line::new(1, 10);
    assert_eq!(line.join(1, 0), Ok(()));
    assert_eq!(line.close_behind(2), Ok(()), "the last needs no place");
    assert_eq!(line.close_behind(3), Err(Refused::Closed));
    assert_eq!(line.join(4, 0), Err(Refused::Closed));
    assert_eq!(take(&line, 1), (Served::Some, vec![1]));
    assert_eq!(take(&line, 1), (Served::Some, vec![2]));
    assert_eq!(take(&line, 1), (Served::Ended, vec![]));
}

#[test]
fn an_abandoned_line_sends_everybody_away() {
    let line = Line::new(10, 10);
    let one = Arc::new(());
    assert_eq!(line.join(Arc::clone(&one), 5), Ok(()));
    line.abandon();
    assert_eq!(Arc::strong_count(&one), 1);
    let mut taken = Vec::new();
    assert_eq!(line.take(&mut taken, 1), Served::Ended);
}

#[test]
fn waiting_servers_share_all_who_come() {
    const COMING: u32 = 10_000;
    let line = Line::new(COMING as usize, 0);
    let mut served: Vec<u32> = thread::scope(|scope| {
        let servers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut taken = Vec::new();
                    while line.take(&mut taken, 4) == Served::Some {}
                    assert!(taken.is_sorted());
                    taken
                })
            })
            .collect();
        for one in 0..COMING {
            assert_eq!(line.join(one, 0), Ok(()));
        }
        line.close();
        servers
            .into_iter()
            .flat_map(|server| server.join().expect("no assertion fails"))
            .collect()
    });
    served.sort_unstable();
    assert_eq!(served, (0..COMING).collect::<Vec<_>>());
}

#[test]
fn whoever_serves_waits_no_longer_than_until_its_moment() {
    let line: Line<u32> = Line::new(1, 1);
    let mut taken = Vec::new();
    let soon = Instant::now() + Duration::from_millis(5);
    assert_eq!(line.take_until(&mut taken, 1, Some(soon)), Served::Nobody);
    assert!(Instant::now() >= soon);
    assert_eq!(line.join(7, 0), Ok(()));
    assert_eq!(line.take_until(&mut taken, 1, Some(soon)), Served::Some);
    assert_eq!(
        taken,
        [7],
        "who waits is served even when the moment is past"
    );
    line.close();
    assert_eq!(line.take_until(&mut taken, 1, Some(soon)), Served::Ended);
}
