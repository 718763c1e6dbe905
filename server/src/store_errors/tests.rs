use chat_store::StoreError;
use shared::refusal::RefusalCode;

use super::refusal;

#[test]
fn each_failure_has_its_refusal_and_says_whether_to_try_again() {
    for (failure, code, again) in [
        (
            StoreError::NotFound("room"),
            RefusalCode::UnknownRoom,
            false,
        ),
        (
            StoreError::NotFound("author"),
            RefusalCode::Unavailable,
            true,
        ),
        (
            StoreError::Conflict("room name"),
            RefusalCode::NameTaken,
            false,
        ),
        (
            StoreError::Conflict("user name"),
            RefusalCode::NameTaken,
            false,
        ),
        (StoreError::Busy, RefusalCode::Unavailable, true),
        (StoreError::Full, RefusalCode::DiskFull, false),
        (
            StoreError::Unavailable("secret path".to_owned()),
            RefusalCode::Unavailable,
            true,
        ),
    ] {
        let refusal = refusal(&failure, "testing");
        assert_eq!(refusal.code, code, "{failure:?}");
        assert_eq!(refusal.retry_after_ms.is_some(), again, "{failure:?}");
        assert!(
            !refusal.message.contains("secret"),
            "the cause is for the log"
        );
    }
}
