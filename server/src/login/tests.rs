use std::sync::Arc;

use chat_store::memory::MemoryStore;
use shared::moment::Moment;
use shared::refusal::RefusalCode;
use shared::text::DisplayName;

use super::{LOGIN_RATE, Logins};
use crate::config::RateLimit;
use crate::login::token;

const NOW: Moment = Moment(5_000);

fn logins(rate_limit: RateLimit) -> Logins {
    Logins::new(Arc::new(MemoryStore::new(7)), rate_limit)
}

fn name(name: &str) -> DisplayName {
    DisplayName::parse(name).expect("a name")
}

#[tokio::test]
async fn a_token_shows_its_holder_until_the_login_ends() {
    let logins = logins(RateLimit::On);
    let (ada, token) = logins.sign_in(NOW, name("ada")).await.expect("in");
    assert_eq!(logins.holder(token.hash()).await, Ok(Some(ada.clone())));
    assert_eq!(logins.holder(token::hash("no token")).await, Ok(None));
    let login = ada.login.expect("by a login");
    assert!(!logins.has_just_ended(login));
    logins.end(NOW, login).await.expect("out");
    assert_eq!(logins.holder(token.hash()).await, Ok(None));
    assert!(logins.has_just_ended(login));
}

#[tokio::test]
async fn an_ended_login_is_remembered_for_a_while_only() {
    let logins = logins(RateLimit::On);
    let (ada, _) = logins.sign_in(NOW, name("ada")).await.expect("in");
    let (ben, _) = logins.sign_in(NOW, name("ben")).await.expect("in");
    let (ada, ben) = (ada.login.expect("a login"), ben.login.expect("a login"));
    logins.end(NOW, ada).await.expect("out");
    logins.end(NOW.plus_ms(3_600_000), ben).await.expect("out");
    assert!(!logins.has_just_ended(ada));
    assert!(logins.has_just_ended(ben));
}

#[tokio::test]
async fn a_name_with_a_login_is_nobody_elses() {
    let logins = logins(RateLimit::On);
    logins.sign_in(NOW, name("Ada")).await.expect("in");
    for taken in ["ada", "ADA", "Ada"] {
        let again = logins.sign_in(NOW, name(taken)).await.expect_err("taken");
        assert_eq!(again.code, RefusalCode::NameTaken);
        let plain = logins.unclaimed(&name(taken)).await.expect_err("taken");
        assert_eq!(plain.code, RefusalCode::NameTaken);
    }
}

#[tokio::test]
async fn a_name_without_a_login_is_shared_by_plain_connections() {
    let logins = logins(RateLimit::On);
    assert_eq!(logins.unclaimed(&name("ben")).await, Ok(None));
    let ben = logins.make_guest(NOW, name("ben")).await.expect("made");
    assert_eq!(logins.unclaimed(&name("ben")).await, Ok(Some(ben)));
}

#[tokio::test]
async fn more_users_than_the_burst_have_to_wait() {
    let logins = logins(RateLimit::On);
    for number in 0..LOGIN_RATE.burst {
        let user = name(&format!("user {number}"));
        assert!(logins.sign_in(NOW, user).await.is_ok());
    }
    let refused = logins
        .sign_in(NOW, name("one more"))
        .await
        .expect_err("too fast");
    assert_eq!(refused.code, RefusalCode::TooFast);
    let wait = refused.retry_after_ms.expect("when to come back");
    let later = NOW.plus_ms(u64::from(wait));
    assert!(logins.sign_in(later, name("one more")).await.is_ok());
}

#[tokio::test]
async fn without_a_rate_limit_nobody_waits() {
    let logins = logins(RateLimit::Off);
    for number in 0..=LOGIN_RATE.burst {
        let user = name(&format!("user {number}"));
        assert!(logins.sign_in(NOW, user).await.is_ok());
    }
}
