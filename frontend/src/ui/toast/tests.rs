use super::*;

const HEIGHT: f64 = 36.0;
const WINDOW: f64 = 800.0;

fn at(top: f64, bottom: f64) -> Stretch {
    Stretch {
        left: 0.0,
        right: 400.0,
        top,
        bottom,
    }
}

/// Where the toast begins and ends, from the top.
fn put_over(free: &[Stretch]) -> (f64, f64) {
    let foot = WINDOW - above_the_bottom(HEIGHT, WINDOW, free);
    (foot - HEIGHT, foot)
}

#[test]
fn a_toast_stands_above_the_box_and_the_way_to_the_newest_message() {
    assert_eq!(put_over(&[]), (756.0, 792.0));
    let dock = at(700.0, 800.0);
    assert_eq!(put_over(&[dock]), (656.0, 692.0));
    let newest = at(654.0, 688.0);
    assert_eq!(put_over(&[newest, dock]), (610.0, 646.0));
}

#[test]
fn a_failure_further_up_is_left_free_and_one_out_of_the_way_moves_nothing() {
    let dock = at(700.0, 800.0);
    let failed = at(640.0, 690.0);
    assert_eq!(put_over(&[dock, failed]), (596.0, 632.0));
    assert_eq!(put_over(&[dock, at(100.0, 140.0)]), (656.0, 692.0));
    assert_eq!(put_over(&[dock, at(900.0, 950.0)]), (656.0, 692.0));
}

#[test]
fn where_nothing_is_free_it_stands_at_the_bottom() {
    assert_eq!(put_over(&[at(20.0, 800.0)]), (756.0, 792.0));
}

#[test]
fn what_is_beside_it_or_not_drawn_is_not_in_its_way() {
    let toast = at(700.0, 736.0);
    assert!(at(0.0, 9.0).is_beside(&toast));
    assert!(!at(0.0, 0.0).is_beside(&toast));
    let elsewhere = Stretch {
        left: 400.0,
        right: 800.0,
        ..toast
    };
    assert!(!elsewhere.is_beside(&toast));
}
