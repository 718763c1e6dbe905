use super::*;

fn point(ago_ms: u64, ms: u64) -> Point {
    Point { ago_ms, ms }
}

#[test]
fn time_runs_to_the_right_and_slow_is_up() {
    let drawn = spark(
        &[point(SPAN_MS, 100), point(SPAN_MS / 2, 50), point(0, 0)],
        &[],
    );
    assert_eq!(drawn.line, "M0 4L184 32L368 60");
    assert_eq!(drawn.area, "M0 60L0 4L184 32L368 60L368 60Z");
}

#[test]
fn a_fast_link_lies_low() {
    assert_eq!(spark(&[point(0, 5)], &[]).line, "M368 55");
}

#[test]
fn what_is_older_than_the_span_is_not_drawn() {
    assert_eq!(spark(&[point(SPAN_MS + 1, 5)], &[]), Spark::default());
}

#[test]
fn the_line_breaks_where_the_link_was_down() {
    let gap = Gap {
        from_ago_ms: 200_000,
        to_ago_ms: 150_000,
    };
    let drawn = spark(&[point(250_000, 0), point(100_000, 0)], &[gap]);
    assert_eq!(drawn.line, "M62 60M246 60");
    assert_eq!(drawn.gaps, [(123, 61)]);
}

#[test]
fn a_short_cut_is_seen_too() {
    let gap = Gap {
        from_ago_ms: 1_000,
        to_ago_ms: 990,
    };
    assert_eq!(spark(&[], &[gap]).gaps, [(367, 2)]);
}

#[test]
fn the_median_is_the_one_in_the_middle() {
    assert_eq!(median(&[]), None);
    assert_eq!(median(&[point(0, 9), point(0, 1), point(0, 5)]), Some(5));
}
