use shared::events::{Event, LinkEnd};
use shared::limits::{POST_BYTES_MAX, POST_FRAMES_MAX};

use super::{Answer, Batches, Down, Next, Posts, TRIES_MAX, Tries};

#[test]
fn one_post_is_under_way_and_the_rest_goes_in_the_next() {
    let mut posts = Posts::default();
    assert_eq!(posts.begin(), None);
    posts.push("a".to_owned());
    assert_eq!(posts.begin(), Some((1, "a".to_owned())));
    posts.push("b".to_owned());
    posts.push("c".to_owned());
    assert_eq!(posts.begin(), None);
    assert_eq!(posts.again(), Some((1, "a".to_owned())));
    posts.taken();
    assert_eq!(posts.again(), None);
    assert_eq!(posts.begin(), Some((2, "b\nc".to_owned())));
    posts.taken();
    posts.taken();
    posts.push("d".to_owned());
    assert_eq!(posts.begin(), Some((3, "d".to_owned())));
}

#[test]
fn a_post_stays_within_its_limits() {
    let mut posts = Posts::default();
    for _ in 0..=POST_FRAMES_MAX {
        posts.push("x".to_owned());
    }
    let (_, body) = posts.begin().expect("a post");
    assert_eq!(body.split('\n').count(), POST_FRAMES_MAX);
    posts.taken();
    let (_, body) = posts.begin().expect("a post");
    assert_eq!(body, "x");
    posts.taken();
    posts.push("y".repeat(POST_BYTES_MAX - 2));
    posts.push("z".to_owned());
    posts.push("z".to_owned());
    let (_, body) = posts.begin().expect("a post");
    assert_eq!(body.len(), POST_BYTES_MAX);
}

#[test]
fn the_newest_batch_is_what_the_next_poll_names() {
    let mut batches = Batches::default();
    assert_eq!(batches.newest(), 0);
    let end = LinkEnd {
        code: 1012,
        reason: String::new(),
    };
    let down = batches.take([
        Event::Batch(4),
        Event::Frame("a".to_owned()),
        Event::End(end.clone()),
    ]);
    assert_eq!(down, [Down::Frame("a".to_owned()), Down::Ended(end)]);
    assert_eq!(batches.newest(), 4);
    assert_eq!(batches.take([]), []);
    assert_eq!(batches.newest(), 4);
}

#[test]
fn no_answer_is_tried_again_a_few_times_and_a_no_is_not() {
    let status = |status| Answer::Status {
        status,
        retry_after_ms: None,
    };
    let mut tries = Tries::default();
    let mut waits = Vec::new();
    while let Next::Again { after_ms } = tries.next(Answer::None) {
        waits.push(after_ms);
    }
    assert_eq!(waits.len() as u32, TRIES_MAX - 1);
    assert!(waits.windows(2).all(|pair| pair[1] == 2 * pair[0]));
    let mut tries = Tries::default();
    for _ in 1..TRIES_MAX {
        assert!(matches!(tries.next(status(502)), Next::Again { .. }));
    }
    assert_eq!(tries.next(status(200)), Next::Done);
    assert!(matches!(tries.next(Answer::None), Next::Again { .. }));
    for gone in [400, 401, 403, 404] {
        assert_eq!(tries.next(status(gone)), Next::Lost);
    }
    let busy = Answer::Status {
        status: 429,
        retry_after_ms: Some(1_000),
    };
    for _ in 0..100 {
        assert_eq!(tries.next(busy), Next::Again { after_ms: 1_000 });
    }
}
