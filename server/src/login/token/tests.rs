use super::{Token, hash};

#[test]
fn a_token_is_forty_three_characters_that_need_no_quoting() {
    let token = Token::random();
    assert_eq!(token.reveal().len(), 43);
    assert!(
        token
            .reveal()
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    );
}

#[test]
fn no_two_tokens_are_the_same_and_the_hash_follows_the_text() {
    let (one, other) = (Token::random(), Token::random());
    assert_ne!(one.reveal(), other.reveal());
    assert_eq!(one.hash(), hash(one.reveal()));
    assert_ne!(one.hash(), other.hash());
}

#[test]
fn a_token_is_not_printed() {
    let token = Token::random();
    assert!(!format!("{token:?}").contains(token.reveal()));
}
