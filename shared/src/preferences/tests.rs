use super::*;

const DEN: RoomId = RoomId(2);

#[test]
fn a_room_has_its_own_wish_before_that_for_all() {
    let mut wants = Preferences::default();
    assert_eq!(wants.of(DEN, Timestamp(0)), Tell::Mentions);
    let wish = RoomWish {
        tell: Some(Tell::Everything),
        muted_until: Some(Timestamp(1_000)),
    };
    wants.wish(DEN, wish);
    assert_eq!(wants.of(DEN, Timestamp(999)), Tell::Nothing, "muted");
    assert_eq!(wants.of(DEN, Timestamp(1_000)), Tell::Everything);
    assert_eq!(wants.of(RoomId(3), Timestamp(0)), Tell::Mentions);
    wants.wish(DEN, RoomWish::default());
    assert!(wants.rooms.is_empty(), "a wish for nothing is not kept");
}

#[test]
fn quiet_hours_go_over_midnight() {
    let night = QuietHours {
        from: 22 * 60,
        to: 7 * 60,
    };
    for (minute, is_quiet) in [
        (0, true),
        (419, true),
        (420, false),
        (1_319, false),
        (1_320, true),
    ] {
        assert_eq!(night.holds(minute), is_quiet, "{minute}");
    }
    let lunch = QuietHours { from: 720, to: 780 };
    assert!(lunch.holds(720) && !lunch.holds(780) && !lunch.holds(719));
}

#[test]
fn words_are_cut_out_of_a_line() {
    assert_eq!(
        keywords(" deploy,  loam  probe ,,DEPLOY,上海"),
        ["deploy", "loam probe", "上海"]
    );
    let many: Vec<String> = (0..50).map(|n| format!("w{n}")).collect();
    assert_eq!(keywords(&many.join(",")).len(), KEYWORDS_MAX);
    assert!(keywords(&"x".repeat(KEYWORD_CHARS_MAX + 1)).is_empty());
}

#[test]
fn what_is_beyond_the_bounds_is_left_out() {
    let wants = Preferences {
        keywords: vec!["x".repeat(100), "fine".to_owned()],
        quiet: Some(QuietHours { from: 0, to: 5_000 }),
        rooms: (0..5_000)
            .map(|id| (RoomId(id), RoomWish::default()))
            .collect(),
        ..Preferences::default()
    }
    .checked();
    assert_eq!(wants.keywords, ["fine"]);
    assert_eq!(wants.quiet, None);
    assert_eq!(wants.rooms.len(), ROOM_WISHES_MAX);
}

#[test]
fn the_form_is_fixed_and_reads_what_has_less() {
    let wants = Preferences {
        tell: Tell::Everything,
        keywords: vec!["deploy".to_owned()],
        quiet: Some(QuietHours {
            from: 1_320,
            to: 420,
        }),
        rooms: [(
            DEN,
            RoomWish {
                tell: Some(Tell::Nothing),
                muted_until: None,
            },
        )]
        .into(),
    };
    let form = r#"{"tell":"everything","rooms":{"2":{"tell":"nothing"}},"keywords":["deploy"],"quiet":{"from":1320,"to":420}}"#;
    assert_eq!(serde_json::to_string(&wants).unwrap(), form);
    assert_eq!(serde_json::from_str::<Preferences>(form).unwrap(), wants);
    assert_eq!(
        serde_json::from_str::<Preferences>("{}").unwrap(),
        Preferences::default()
    );
}
