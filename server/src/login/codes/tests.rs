use chat_store::records::Role;
use shared::entry::Author;
use shared::text::DisplayName;

use super::*;

fn who(id: u64, login: Option<u64>) -> SignedIn {
    SignedIn {
        user: Author {
            id: UserId(id),
            name: DisplayName::from_stored(format!("user {id}")),
        },
        role: Role::Guest,
        login: login.map(LoginId),
    }
}

fn made(codes: &Codes, at: u64, id: u64) -> String {
    let code = codes.make(Moment(at), &who(id, Some(id)));
    code.expect("there is room").reveal()
}

#[test]
fn a_code_is_good_once_however_it_is_typed() {
    let codes = Codes::default();
    let code = made(&codes, 0, 1);
    assert_eq!(code.len(), LETTERS_OF_A_CODE + 1);
    let typed = [" ", &code.to_lowercase().replace('-', " "), "\n"].concat();
    assert_eq!(codes.take(Moment(1), &typed), Some(UserId(1)));
    assert_eq!(codes.take(Moment(1), &code), None);
}

#[test]
fn a_code_ends_with_its_time_with_a_newer_one_and_with_its_login() {
    let codes = Codes::default();
    let code = made(&codes, 0, 1);
    assert_eq!(codes.take(Moment(SIGN_IN_CODE_HOLDS_MS), &code), None);
    let (older, newer) = (made(&codes, 0, 1), made(&codes, 0, 1));
    assert_eq!(codes.take(Moment(1), &older), None);
    assert_eq!(codes.take(Moment(1), &newer), Some(UserId(1)));
    let (ended, other) = (made(&codes, 0, 1), made(&codes, 0, 2));
    codes.forget(LoginId(1));
    assert_eq!(codes.take(Moment(1), &ended), None);
    assert_eq!(codes.take(Moment(1), &other), Some(UserId(2)));
}

#[test]
fn so_many_codes_hold_at_once_and_what_is_over_makes_room() {
    let codes = Codes::default();
    for id in 0..CODES_MAX as u64 {
        made(&codes, 0, id);
    }
    let one_more = who(CODES_MAX as u64, Some(1));
    assert!(codes.make(Moment(1), &one_more).is_none());
    made(&codes, 1, 0);
    assert!(
        codes
            .make(Moment(SIGN_IN_CODE_HOLDS_MS), &one_more)
            .is_some()
    );
    assert!(codes.make(Moment(1), &who(1, None)).is_none(), "a terminal");
}
