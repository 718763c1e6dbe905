//! What a room does in each single case, as transcripts.

mod gaps;

use expect_test::{Expect, expect};

use super::script::run;

fn check(script: &str, expected: &Expect) {
    expected.assert_eq(&run(script));
}

#[test]
fn a_follower_without_a_cursor_gets_the_newest_page() {
    check(
        "
        join 1
        page 1 61..110 of 110
        + 111
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 61..110 of 110
              1: start for 1: Newest from #61, head #110
              1: feed #61..#110
              1: live at #110
            + 111
              1: feed #111
        "#]],
    );
}

#[test]
fn a_follower_with_a_cursor_reads_page_by_page() {
    check(
        "
        join 1 after 40
        page 1 41..90 of 120
        page 1 91..120 of 120
        + 121
        ",
        &expect![[r#"
            join 1 after 40
              1: read after #40
            page 1 41..90 of 120
              1: start for 1: Resumed from #41, head #120
              1: feed #41..#90
              1: read after #90
            page 1 91..120 of 120
              1: feed #91..#120
              1: live at #120
            + 121
              1: feed #121
        "#]],
    );
}

#[test]
fn a_follower_that_has_everything_is_live_at_once() {
    check(
        "
        join 1 after 120
        page 1 1..0 of 120
        ",
        &expect![[r#"
            join 1 after 120
              1: read after #120
            page 1 1..0 of 120
              1: start for 1: Resumed from #121, head #120
              1: live at #120
        "#]],
    );
}

#[test]
fn an_empty_room_is_live_from_the_first_entry() {
    check(
        "
        join 1
        page 1 1..0 of 0
        + 1
        join 2 after 0
        page 2 1..1 of 1
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..0 of 0
              1: start for 1: Newest from #1, head #0
              1: live at #0
            + 1
              1: feed #1
            join 2 after 0
              2: read after #0
            page 2 1..1 of 1
              2: start for 2: Resumed from #1, head #1
              2: feed #1
              2: live at #1
        "#]],
    );
}

#[test]
fn a_cursor_that_leads_nowhere_is_rewound() {
    check(
        "
        join 1 after 5 of another epoch
        page 1 6..20 of 20
        page 1 1..20 of 20
        join 2 after 21
        page 2 1..0 of 20
        page 2 1..20 of 20
        join 3 after 5 of another epoch
        ",
        &expect![[r#"
            join 1 after 5 of another epoch
              1: read after #5
            page 1 6..20 of 20
              1: read newest
            page 1 1..20 of 20
              1: start for 1: Rewound from #1, head #20
              1: feed #1..#20
              1: live at #20
            join 2 after 21
              2: read after #21
            page 2 1..0 of 20
              2: read newest
            page 2 1..20 of 20
              2: start for 2: Rewound from #1, head #20
              2: feed #1..#20
              2: live at #20
            join 3 after 5 of another epoch
              3: read after #5
        "#]],
    );
}

#[test]
fn a_cursor_that_is_newer_than_a_late_page_is_good() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 11
        + 12
        join 2 after 12
        page 2 13..12 of 10
        + 13
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 11
              1: feed #11
            + 12
              1: feed #12
            join 2 after 12
              2: read after #12
            page 2 13..12 of 10
              2: start for 2: Resumed from #13, head #12
              2: live at #12
            + 13
              1 2: feed #13
        "#]],
    );
}

#[test]
fn a_cursor_too_far_behind_is_rewound() {
    check(
        "
        join 1 after 1
        page 1 2..51 of 1001
        join 2 after 0
        page 2 1..50 of 1001
        page 2 952..1001 of 1001
        ",
        &expect![[r#"
            join 1 after 1
              1: read after #1
            page 1 2..51 of 1001
              1: start for 1: Resumed from #2, head #1001
              1: feed #2..#51
              1: read after #51
            join 2 after 0
              2: read after #0
            page 2 1..50 of 1001
              2: read newest
            page 2 952..1001 of 1001
              2: start for 2: Rewound from #952, head #1001
              2: feed #952..#1001
              2: live at #1001
        "#]],
    );
}

#[test]
fn any_cursor_of_an_emptied_room_is_rewound_without_another_read() {
    check(
        "
        join 1 after 7
        page 1 1..0 of 0
        + 1
        ",
        &expect![[r#"
            join 1 after 7
              1: read after #7
            page 1 1..0 of 0
              1: start for 1: Rewound from #1, head #0
              1: live at #0
            + 1
              1: feed #1
        "#]],
    );
}

#[test]
fn entries_that_come_while_a_follower_reads_are_read_not_fed() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2 after 0
        + 11
        page 2 1..5 of 10
        + 12
        page 2 6..10 of 10
        + 13
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
            + 11
              1: feed #11
            page 2 1..5 of 10
              2: start for 2: Resumed from #1, head #11
              2: feed #1..#5
              2: read after #5
            + 12
              1: feed #12
            page 2 6..10 of 10
              2: feed #6..#10
              2: feed #11..#12
              2: live at #12
            + 13
              1 2: feed #13
        "#]],
    );
}

#[test]
fn what_is_published_before_the_first_page_is_given_exactly_once() {
    check(
        "
        join 1
        + 9
        + 11
        + 12
        page 1 1..10 of 10
        + 10
        + 11
        + 13
        ",
        &expect![[r#"
            join 1
              1: read newest
            + 9
            + 11
            + 12
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #12
              1: feed #1..#10
              1: live at #10
              1: feed #11..#12
            + 10
            + 11
            + 13
              1: feed #13
        "#]],
    );
}

#[test]
fn what_was_committed_before_the_read_and_published_after_it_is_given_once() {
    check(
        "
        join 1
        page 1 1..10 of 10
        + 10
        + 11
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            + 10
            + 11
              1: feed #11
        "#]],
    );
}

#[test]
fn joining_again_starts_anew() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 1 after 9
        + 11
        page 1 10..11 of 11
        join 1
        join 1 after 11
        old page 1 1..11 of 11
        page 1 12..11 of 11
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 1 after 9
              1: read after #9
            + 11
            page 1 10..11 of 11
              1: start for 2: Resumed from #10, head #11
              1: feed #10..#11
              1: live at #11
            join 1
              1: read newest
            join 1 after 11
              join 3: refuse 3: The room was unfollowed or followed anew before this could be answered.
              1: read after #11
            old page 1 1..11 of 11
            page 1 12..11 of 11
              1: start for 4: Resumed from #12, head #11
              1: live at #11
        "#]],
    );
}

#[test]
fn leaving_before_the_first_page_answers_the_request() {
    check(
        "
        join 1
        leave 1
        page 1 1..10 of 10
        leave 1
        join 1
        page 1 1..10 of 10
        leave 1
        + 11
        ",
        &expect![[r#"
            join 1
              1: read newest
            leave 1
              join 1: refuse 1: The room was unfollowed or followed anew before this could be answered.
            page 1 1..10 of 10
            leave 1
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 2: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            leave 1
            + 11
        "#]],
    );
}

#[test]
fn a_follower_that_cannot_be_read_for_is_refused_or_dropped() {
    check(
        "
        join 1
        unread 1
        join 1 after 0
        page 1 1..5 of 10
        unread 1
        unread 1
        ",
        &expect![[r#"
            join 1
              1: read newest
            unread 1
              join 1: refuse 1: The room cannot be read now. Follow it again later.
            join 1 after 0
              1: read after #0
            page 1 1..5 of 10
              1: start for 2: Resumed from #1, head #10
              1: feed #1..#5
              1: read after #5
            unread 1
              1: drop join 2
            unread 1
        "#]],
    );
}

#[test]
fn a_store_that_does_not_keep_its_word_is_given_up() {
    check(
        "
        join 1
        page 1 1..10 of 10
        join 2 after 5
        page 2 9..10 of 10
        join 3 after 0
        page 3 1..4 of 10
        page 3 6..10 of 10
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..10 of 10
              1: start for 1: Newest from #1, head #10
              1: feed #1..#10
              1: live at #10
            join 2 after 5
              2: read after #5
            page 2 9..10 of 10
              join 2: refuse 2: The room cannot be read now. Follow it again later.
            join 3 after 0
              3: read after #0
            page 3 1..4 of 10
              3: start for 3: Resumed from #1, head #10
              3: feed #1..#4
              3: read after #4
            page 3 6..10 of 10
              3: drop join 3
        "#]],
    );
}

#[test]
fn a_page_that_was_read_too_early_is_read_again() {
    check(
        "
        join 1
        page 1 1..1 of 1
        60 entries
        join 2 after 1
        page 2 2..1 of 1
        page 2 2..1 of 1
        page 2 2..51 of 61
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..1 of 1
              1: start for 1: Newest from #1, head #1
              1: feed #1
              1: live at #1
            60 entries
            join 2 after 1
              2: read after #1
            page 2 2..1 of 1
              2: start for 2: Resumed from #2, head #61
              2: read after #1
            page 2 2..1 of 1
              2: read after #1
            page 2 2..51 of 61
              2: feed #2..#51
              2: feed #52..#61
              2: live at #61
        "#]],
    );
}

#[test]
fn a_page_is_never_too_early_for_ever() {
    check(
        "
        join 1
        page 1 1..1 of 1
        60 entries
        join 2 after 1
        page 2 2..1 of 1
        page 2 2..1 of 1
        page 2 2..1 of 1
        page 2 2..1 of 1
        ",
        &expect![[r#"
            join 1
              1: read newest
            page 1 1..1 of 1
              1: start for 1: Newest from #1, head #1
              1: feed #1
              1: live at #1
            60 entries
            join 2 after 1
              2: read after #1
            page 2 2..1 of 1
              2: start for 2: Resumed from #2, head #61
              2: read after #1
            page 2 2..1 of 1
              2: read after #1
            page 2 2..1 of 1
              2: read after #1
            page 2 2..1 of 1
              2: drop join 2
        "#]],
    );
}

#[test]
fn a_full_hold_drops_the_largest_and_fetches_them_later() {
    let mut script = "join 1\npage 1 1..10 of 10\n".to_owned();
    for seq in (12..=300).rev() {
        script += &format!("+ {seq}\n");
    }
    script += "+ 11\nmissing 11..60 of 300\nmissing 268..300 of 300\n";
    let transcript = run(&script);
    let from = transcript.find("+ 11\n").unwrap();
    expect![[r#"
        + 11
          1: feed #11..#267
        missing 11..60 of 300
          fetch after #267
        missing 268..300 of 300
          1: feed #268..#300
    "#]]
    .assert_eq(&transcript[from..]);
}
