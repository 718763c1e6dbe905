use expect_test::{Expect, expect};

use crate::script;

/// A link to a lobby with entries up to 705, read up to `read`, which is opened: the
/// newest page is here.
#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(read: u64, text: &str, expected: Expect) {
    let ready = format!(
        "! start
        ! open
        < welcome lobby=705/{read} den=0/0
        * open lobby
        < following lobby newest 656 705
        < entries lobby 656-705 ada
"
    );
    let before = script::run(&ready);
    let whole = script::run(&(ready + text));
    expected.assert_eq(whole.strip_prefix(&before).expect("the same beginning"));
}

#[test]
fn what_is_near_comes_with_the_lines_between() {
    check(
        610,
        "? lobby.new
         < live lobby 705
         = page lobby 606-655 705
         ? lobby.new
         ? lobby",
        expect![[r#"
            ? lobby.new
                is sought
            < live lobby 705
            = page lobby 606-655 705
            ? lobby.new
                before 611
            ? lobby
                606-705 (complete to 705 of 705, older exist)
        "#]],
    );
}

#[test]
fn a_page_that_ends_early_is_followed_by_the_rest() {
    check(
        610,
        "< live lobby 705
         = page lobby 640-655 705
         ? lobby.new
         = page lobby fail
         ~ 1s
         = page lobby 586-639 705
         ? lobby.new
         ? lobby",
        expect![[r#"
            < live lobby 705
            = page lobby 640-655 705
                fetch lobby 54 before #640
            ? lobby.new
                is sought
            = page lobby fail
            ~ 1s
                0.412 fetch lobby 54 before #640
                1.000 > ping 1
            = page lobby 586-639 705
            ? lobby.new
                before 611
            ? lobby
                586-705 (complete to 705 of 705, older exist)
        "#]],
    );
}

#[test]
fn what_is_far_takes_the_place_of_the_newest() {
    check(
        300,
        "< live lobby 705
         ? lobby.new
         = page lobby 301-350 705
         ? lobby.new
         < entries lobby 706-706 ada
         ? lobby
         * older lobby
         = page lobby 251-300 706
         ? lobby
         * newest lobby
         = page lobby 657-706 706
         ? lobby.new
         ? lobby",
        expect![[r#"
            < live lobby 705
            ? lobby.new
                is sought
            = page lobby 301-350 705
            ? lobby.new
                before 301
            < entries lobby 706-706 ada
            ? lobby
                301-350 (complete to 350 of 706, older exist, newer let go)
            * older lobby
                fetch lobby 50 before #301
            = page lobby 251-300 706
            ? lobby
                251-350 (complete to 350 of 706, older exist, newer let go)
            * newest lobby
                fetch lobby 50 before #707
            = page lobby 657-706 706
            ? lobby.new
                is nowhere
            ? lobby
                657-706 (complete to 706 of 706, older exist)
        "#]],
    );
}

#[test]
fn who_moves_on_is_not_taken_away() {
    check(
        300,
        "< live lobby 705
         * stay lobby
         ? lobby.new
         = page lobby 301-350 705
         ? lobby
         * unread lobby
         = page lobby 301-350 705
         ? lobby.new
         ? lobby",
        expect![[r#"
            < live lobby 705
            * stay lobby
            ? lobby.new
                is nowhere
            = page lobby 301-350 705
            ? lobby
                656-705 (complete to 705 of 705, older exist)
            * unread lobby
                fetch lobby 50 after #300
            = page lobby 301-350 705
            ? lobby.new
                before 301
            ? lobby
                301-350 (complete to 350 of 705, older exist, newer let go)
        "#]],
    );
}

#[test]
fn what_is_here_is_not_sought() {
    check(
        655,
        "< live lobby 705
         ? lobby.new",
        expect![[r#"
            < live lobby 705
            ? lobby.new
                before 656
        "#]],
    );
}

#[test]
fn a_newcomer_is_shown_the_newest() {
    check(
        0,
        "< live lobby 705
         ? lobby.new
         * seen lobby 680 705
         ? rooms",
        expect![[r#"
            < live lobby 705
            ? lobby.new
                is nowhere
            * seen lobby 680 705
                > mark lobby #705
            ? rooms
                lobby 705/705 unread 0
                den 0/0 unread 0
        "#]],
    );
}

#[test]
fn lines_that_were_not_shown_stay_unread() {
    check(
        650,
        "< live lobby 705
         * seen lobby 656 705
         ? rooms
         * seen lobby 640 690
         ? rooms",
        expect![[r#"
            < live lobby 705
            * seen lobby 656 705
            ? rooms
                lobby 705/650 unread 55
                den 0/0 unread 0
            * seen lobby 640 690
                > mark lobby #690
            ? rooms
                lobby 705/690 unread 15
                den 0/0 unread 0
        "#]],
    );
}

#[test]
fn who_stays_keeps_the_newest_lines_whatever_was_asked_for_before() {
    check(
        610,
        "< live lobby 705
         * stay lobby
         = page lobby 586-655 705
         ? lobby",
        expect![[r#"
            < live lobby 705
            * stay lobby
            = page lobby 586-655 705
            ? lobby
                656-705 (complete to 705 of 705, older exist)
        "#]],
    );
}
