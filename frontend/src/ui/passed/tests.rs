use super::*;

fn seen(passed: &mut Passed, first: u64, last: u64) -> Option<(u64, u64)> {
    passed.see((Seq(first), Seq(last)), false);
    passed.take().map(|(from, to)| (from.0, to.0))
}

#[test]
fn lines_that_touch_are_one_stretch() {
    let mut passed = Passed::default();
    assert_eq!(seen(&mut passed, 10, 20), Some((10, 20)));
    assert_eq!(seen(&mut passed, 10, 20), None, "it was told");
    assert_eq!(seen(&mut passed, 15, 25), Some((10, 25)));
    assert_eq!(seen(&mut passed, 26, 30), Some((10, 30)));
    assert_eq!(seen(&mut passed, 5, 9), Some((5, 30)));
}

#[test]
fn lines_that_were_put_there_begin_anew() {
    let mut passed = Passed::default();
    seen(&mut passed, 10, 20);
    assert_eq!(seen(&mut passed, 22, 30), Some((22, 30)));
    assert_eq!(passed.from(), Some(Seq(22)));
}

#[test]
fn what_a_person_scrolls_over_was_seen() {
    let mut passed = Passed::default();
    seen(&mut passed, 10, 20);
    passed.goes_on();
    assert_eq!(seen(&mut passed, 200, 210), Some((10, 210)));
    assert_eq!(seen(&mut passed, 300, 310), Some((300, 310)), "once");
}

#[test]
fn who_asks_for_the_end_has_read_all_when_it_is_there() {
    let mut passed = Passed::default();
    seen(&mut passed, 300, 320);
    passed.skips_to_end();
    assert_eq!(seen(&mut passed, 300, 320), None, "it is on its way");
    passed.see((Seq(680), Seq(705)), true);
    assert_eq!(passed.take(), Some((Seq(0), Seq(705))));
    assert_eq!(seen(&mut passed, 800, 820), Some((800, 820)));
}

#[test]
fn who_moves_on_before_the_end_is_there_has_not() {
    let mut passed = Passed::default();
    seen(&mut passed, 300, 320);
    passed.skips_to_end();
    passed.goes_on();
    assert_eq!(seen(&mut passed, 310, 330), Some((300, 330)));
    passed.see((Seq(680), Seq(705)), true);
    assert_eq!(passed.take(), Some((Seq(680), Seq(705))));
}
