use super::*;

#[test]
fn at_the_end_the_newest_rows_are_shown() {
    assert_eq!(Window::at_end(30).range(), 0..30);
    assert_eq!(Window::at_end(1_000).range(), 900..1_000);
}

#[test]
fn around_a_row_some_stand_before_it() {
    assert_eq!(Window::around(500, 1_000).range(), 440..640);
    assert_eq!(Window::around(10, 1_000).range(), 0..200);
    assert_eq!(Window::around(990, 1_000).range(), 930..1_000);
}

#[test]
fn a_window_at_the_end_grows_with_it_until_it_is_full() {
    assert_eq!(Window::keeping(0..50, true, 52).range(), 0..52);
    assert_eq!(Window::keeping(0..200, true, 230).range(), 0..200);
}

#[test]
fn a_window_in_the_middle_keeps_its_rows() {
    assert_eq!(Window::keeping(150..350, false, 1_000).range(), 150..350);
    assert_eq!(Window::keeping(150..350, false, 300).range(), 150..300);
}

#[test]
fn sliding_up_lets_go_below_and_sliding_down_lets_go_above() {
    let window = Window::at_end(1_000).up();
    assert_eq!(window.range(), 840..1_000);
    let window = window.up();
    assert_eq!(window.range(), 780..980);
    assert_eq!(window.down(1_000).range(), 800..1_000);
    assert_eq!(Window::around(10, 1_000).up().range(), 0..200);
    assert_eq!(Window::at_end(1_000).down(1_000).range(), 900..1_000);
}

#[test]
fn sliding_back_and_forth_never_shows_more_than_the_limit() {
    let mut window = Window::at_end(5_000);
    for step in 0..200_usize {
        window = if step % 7 < 4 {
            window.up()
        } else {
            window.down(5_000)
        };
        assert!(window.range().len() <= ROWS_SHOWN_MAX);
        assert!(window.start() < window.end() && window.end() <= 5_000);
    }
}
