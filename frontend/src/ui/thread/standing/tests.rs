use super::*;

const ALL: Known = Known {
    is_read: true,
    is_seen_known: true,
};

fn rows(seqs: &[u64]) -> Vec<RowKey> {
    let row = |seq: &u64| match seq {
        0 => RowKey::New,
        seq => RowKey::Line(LineKey::Numbered(Seq(*seq))),
    };
    seqs.iter().map(row).collect()
}

#[test]
fn it_opens_at_what_is_new_and_at_the_end_where_nothing_is() {
    let mut standing = Standing::new();
    assert_eq!(standing.take(&rows(&[2, 3]), Known::default()), None);
    assert_eq!(standing.put(&rows(&[2, 3])), Put::End);
    standing.is_put(0.0, true);
    // What was read comes after what the room held, and how far it was seen after that.
    let all = rows(&[1, 2, 0, 3]);
    assert_eq!(standing.take(&all, ALL), None);
    assert_eq!(standing.put(&all), Put::New(2));
    standing.is_put(40.0, false);
    // It stays there when more comes,
    let more = rows(&[1, 2, 0, 3, 4]);
    standing.take(&more, ALL);
    assert_eq!(standing.put(&more), Put::New(2));

    let mut standing = Standing::new();
    standing.take(&rows(&[1, 2]), ALL);
    // and at the end where it stood there.
    assert_eq!(standing.put(&rows(&[1, 2])), Put::End);
    standing.is_put(90.0, true);
    assert_eq!(standing.put(&more), Put::End);
}

#[test]
fn what_fits_on_the_screen_is_followed_to_its_end() {
    let mut standing = Standing::new();
    let all = rows(&[1, 0, 2]);
    standing.take(&all, ALL);
    assert_eq!(standing.put(&all), Put::New(1));
    standing.is_put(0.0, true);
    assert_eq!(standing.put(&rows(&[1, 0, 2, 3])), Put::End);
}

#[test]
fn a_reply_is_gone_to_as_soon_as_it_is_here() {
    let mut standing = Standing::new();
    standing.go_to(Seq(5));
    assert_eq!(standing.take(&rows(&[0, 7]), Known::default()), None);
    let all = rows(&[4, 5, 0, 7]);
    assert_eq!(standing.take(&all, ALL), Some(Went::There(Seq(5))));
    assert_eq!(standing.put(&all), Put::Reply(1));
    standing.is_put(10.0, false);
    // Told once.
    assert_eq!(standing.take(&all, ALL), None);
    assert_eq!(standing.put(&all), Put::Reply(1));
    // One that is not there is missed when all is read, and the thread opens as ever.
    let mut standing = Standing::new();
    standing.go_to(Seq(6));
    assert_eq!(standing.take(&all, ALL), Some(Went::Nowhere(Seq(6))));
    assert_eq!(standing.put(&all), Put::New(2));
    assert_eq!(standing.take(&all, ALL), None);
}

#[test]
fn what_the_person_moved_is_left_alone() {
    let mut standing = Standing::new();
    let all = rows(&[1, 0, 2, 3]);
    standing.take(&all, ALL);
    standing.is_put(40.0, false);
    // Its own movement is none of theirs.
    standing.moved(40.4, false);
    assert_eq!(standing.put(&all), Put::New(1));
    standing.moved(400.0, false);
    assert_eq!(standing.put(&all), Put::Stays);
    standing.moved(900.0, true);
    assert_eq!(standing.put(&all), Put::End);
    standing.moved(400.0, false);
    standing.go_to_end();
    assert_eq!(standing.put(&all), Put::End);
}
