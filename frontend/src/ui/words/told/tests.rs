use super::*;

#[test]
fn a_time_of_day_comes_back_as_it_was() {
    for minute_of_day in 0..DAY_MINUTES {
        assert_eq!(minute(&clock_time(minute_of_day)), Some(minute_of_day));
    }
    assert_eq!(clock_time(450), "07:30");
    assert_eq!(minute("07:30:15"), Some(450));
    for none in ["", "7", "24:00", "x:10", "10:", "99999:00"] {
        assert_eq!(minute(none), None, "{none}");
    }
}
