use super::{Bar, Figures, ONE};

const TEXT: &str = "\
# HELP confab_connections Connections to /chat that are open.
# TYPE confab_connections gauge
confab_connections{transport=\"websocket\"} 12
confab_connections{transport=\"plain\"} 1
# HELP confab_append_seconds Time.
# TYPE confab_append_seconds histogram
confab_append_seconds_bucket{le=\"0.00025\"} 0
confab_append_seconds_bucket{le=\"0.001\"} 90
confab_append_seconds_bucket{le=\"1\"} 99
confab_append_seconds_bucket{le=\"+Inf\"} 100
confab_append_seconds_sum 1.5000009
confab_append_seconds_count 100
nonsense
strange 1e9
";

#[test]
fn samples_are_found_by_name_and_labels() {
    let figures = Figures::read(TEXT);
    assert_eq!(
        figures.whole("confab_connections{transport=\"websocket\"}"),
        12
    );
    assert_eq!(figures.value("confab_append_seconds_sum"), 1_500_000);
    assert_eq!(figures.value("strange"), 0);
    assert_eq!(figures.value("missing"), 0);
    let family: Vec<_> = figures.family("confab_connections").collect();
    assert_eq!(
        family,
        [("transport=\"websocket\"", 12), ("transport=\"plain\"", 1)]
    );
    assert_eq!(
        figures.value("confab_connections{transport=\"plain\"}"),
        ONE
    );
}

#[test]
fn a_histogram_is_told_bar_by_bar() {
    let figures = Figures::read(TEXT);
    let times = figures.times("confab_append_seconds", None);
    let bars: Vec<_> = times
        .0
        .iter()
        .map(|bar| (bar.up_to_us, bar.count))
        .collect();
    let expected = [
        (Some(250), 0),
        (Some(1_000), 90),
        (Some(1_000_000), 9),
        (None, 1),
    ];
    assert_eq!(bars, expected);
    assert_eq!(times.count(), 100);
    let up_to = |percent| times.percentile(percent).and_then(|bar| bar.up_to_us);
    assert_eq!(up_to(50), Some(1_000));
    assert_eq!(up_to(90), Some(1_000));
    assert_eq!(up_to(99), Some(1_000_000));
    let slowest = times.percentile(100).expect("there are some");
    assert_eq!(
        slowest,
        Bar {
            up_to_us: None,
            count: 1
        }
    );
}

#[test]
fn a_histogram_of_nothing_new_has_no_middle() {
    let figures = Figures::read(TEXT);
    let times = figures.times("confab_append_seconds", Some(&figures));
    assert_eq!(times.count(), 0);
    assert_eq!(times.percentile(50), None);
    assert_eq!(
        Figures::default()
            .times("confab_append_seconds", None)
            .percentile(50),
        None
    );
}
