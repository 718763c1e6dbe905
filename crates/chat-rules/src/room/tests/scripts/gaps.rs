//! What is missing between entries is fetched, once, and nobody is fed past it.

use expect_test::expect;

use super::check;

#[test]
fn a_gap_is_fetched_and_later_entries_wait() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 13
        + 12
        + 14
        missing 11..13 of 14
        + 11
        + 15
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 13
              fetch after #10
            + 12
            + 14
            missing 11..13 of 14
              1: feed #11..#14
            + 11
            + 15
              1: feed #15
        "#]],
    );
}

#[test]
fn a_gap_that_closes_by_itself_leaves_nothing_to_do() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 12
        + 11
        missing 11..12 of 12
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 12
              fetch after #10
            + 11
              1: feed #11..#12
            missing 11..12 of 12
        "#]],
    );
}

#[test]
fn a_gap_longer_than_a_page_is_fetched_page_by_page() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 200
        missing 11..60 of 200
        missing 61..110 of 200
        missing 111..160 of 200
        missing 161..200 of 200
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 200
              fetch after #10
            missing 11..60 of 200
              1: feed #11..#60
              fetch after #60
            missing 61..110 of 200
              1: feed #61..#110
              fetch after #110
            missing 111..160 of 200
              1: feed #111..#160
              fetch after #160
            missing 161..200 of 200
              1: feed #161..#200
        "#]],
    );
}

#[test]
fn a_failed_fetch_is_tried_again_in_time_or_with_the_next_entry() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 12
        missing fails
        ~ 999
        ~ 1
        missing fails
        + 13
        missing 11..13 of 13
        ~ 5000
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 12
              fetch after #10
            missing fails
            ~ 999
            ~ 1
              fetch after #10
            missing fails
            + 13
              fetch after #10
            missing 11..13 of 13
              1: feed #11..#13
            ~ 5000
        "#]],
    );
}

#[test]
fn a_fetch_that_brings_nothing_is_not_repeated_at_once() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 12
        missing 11..10 of 10
        ~ 1000
        missing 11..12 of 12
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 12
              fetch after #10
            missing 11..10 of 10
            ~ 1000
              fetch after #10
            missing 11..12 of 12
              1: feed #11..#12
        "#]],
    );
}

#[test]
fn an_entry_that_only_a_page_told_of_is_fetched_if_it_does_not_come() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2 after 0
        page 2 1..5 of 11
        page 2 6..10 of 11
        ~ 1000
        missing 11..11 of 11
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 2 after 0
              2: read after #0
            page 2 1..5 of 11
              2: start for 2: Resumed from #1, head #11
              2: feed #1..#5
              2: read after #5
            page 2 6..10 of 11
              2: feed #6..#10
              2: live at #10
            ~ 1000
              fetch after #10
            missing 11..11 of 11
              1 2: feed #11
        "#]],
    );
}

#[test]
fn a_page_with_news_feeds_everybody_and_the_follower_once() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2 after 8
        page 2 9..12 of 12
        + 11
        + 12
        + 13
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 2 after 8
              2: read after #8
            page 2 9..12 of 12
              2: start for 2: Resumed from #9, head #12
              2: feed #9..#10
              2: live at #10
              1 2: feed #11..#12
            + 11
            + 12
            + 13
              1 2: feed #13
        "#]],
    );
}

#[test]
fn a_follower_that_read_ahead_of_this_node_waits_for_it() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2
        page 2 61..110 of 110
        missing 11..60 of 110
        page 2 111..110 of 110
        + 111
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 2
              2: read newest
            page 2 61..110 of 110
              2: start for 2: Newest from #61, head #110
              2: feed #61..#110
              fetch after #10
            missing 11..60 of 110
              1: feed #11..#110
              2: read after #110
            page 2 111..110 of 110
              2: live at #110
            + 111
              1 2: feed #111
        "#]],
    );
}

#[test]
fn a_follower_whose_cursor_is_ahead_of_this_node_waits_for_it() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2 after 12
        page 2 13..12 of 12
        + 11
        + 12
        page 2 13..12 of 12
        + 13
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 2 after 12
              2: read after #12
            page 2 13..12 of 12
              2: start for 2: Resumed from #13, head #12
            + 11
              1: feed #11
            + 12
              1: feed #12
              2: read after #12
            page 2 13..12 of 12
              2: live at #12
            + 13
              1 2: feed #13
        "#]],
    );
}
