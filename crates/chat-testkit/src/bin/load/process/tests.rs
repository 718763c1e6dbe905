use super::{cost, cpu_seconds, rss_bytes};

#[test]
fn a_name_with_brackets_and_spaces_does_not_shift_the_fields() {
    let stat = "42 (a) b) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 7 8 20 0";
    assert_eq!(cpu_seconds(stat), Some(2.0));
}

#[test]
fn resident_memory_is_told_in_bytes() {
    assert_eq!(
        rss_bytes("Name:\tx\nVmRSS:\t    2048 kB\n"),
        Some(2048 * 1024)
    );
    assert_eq!(rss_bytes("Name:\tx\n"), None);
}

#[test]
fn this_process_has_some_memory() {
    assert!(cost(None).unwrap().rss_bytes > 0);
}
