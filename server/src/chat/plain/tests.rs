use shared::text::DisplayName;

use super::guest_name;

#[test]
fn a_guest_is_called_guest_and_four_characters() {
    for _ in 0..100 {
        let name = guest_name();
        let suffix = name.as_str().strip_prefix("guest-").expect("a guest");
        assert_eq!(suffix.chars().count(), 4);
        assert_eq!(DisplayName::parse(name.as_str()).as_ref(), Ok(&name));
    }
}
