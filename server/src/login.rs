//! Who somebody is: logins, their tokens, and how a request shows one.
//!
//! A login is a random token that only its holder knows; the store has its hash. A
//! browser shows it in a cookie ([`cookie`]), a program in `Authorization: Bearer` or
//! in its `hello`. A token that is wrong or ended is never taken for no token.

pub mod codes;
pub mod cookie;
pub mod current_user;
pub mod token;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use chat_rules::rate::{Bucket, Rate, Taken};
use chat_store::records::{NewLogin, NewUser, SignedIn, TokenHash, UserRecord};
use chat_store::{Store, StoreError};
use shared::ids::LoginId;
use shared::limits::HELLO_WITHIN_MS;
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::DisplayName;

use crate::clock::wall_time;
use crate::config::RateLimit;
use crate::store_errors::{name_taken, refusal};
use codes::{Code, Codes};
use cookie::LoginCookie;
use token::Token;

/// New users that one server takes: a village that arrives at once, then ten a
/// second. Each is a row for ever, so a script must not make millions.
const LOGIN_RATE: Rate = Rate {
    tokens: 10,
    every_ms: 1_000,
    burst: 200,
};

/// Codes for one more device that are tried on one server: a few people who mistype theirs.
/// A script that guesses gets no further than one in a million million.
const CODE_RATE: Rate = Rate {
    tokens: 5,
    every_ms: 1_000,
    burst: 30,
};

/// How long an ended login is remembered: a connection that is just greeting may have
/// read it before it ended.
const ENDED_REMEMBERED_MS: u64 = 6 * HELLO_WITHIN_MS;

/// The users and logins of this server.
#[derive(Debug)]
pub struct Logins {
    /// By which browsers show their login.
    pub cookie: LoginCookie,
    store: Arc<dyn Store>,
    rate_limit: RateLimit,
    bucket: Mutex<Bucket>,
    codes: Codes,
    tried_codes: Mutex<Bucket>,
    ended: Mutex<VecDeque<(Moment, LoginId)>>,
}

impl Logins {
    /// Over this store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, rate_limit: RateLimit) -> Self {
        Self {
            cookie: LoginCookie::of(store.epoch()),
            store,
            rate_limit,
            bucket: Mutex::default(),
            codes: Codes::default(),
            tried_codes: Mutex::default(),
            ended: Mutex::default(),
        }
    }

    /// Makes a user of this name, and the login for it.
    ///
    /// # Errors
    /// `name_taken`, `too_fast`, or what the store says.
    pub async fn sign_in(
        &self,
        now: Moment,
        name: DisplayName,
    ) -> Result<(SignedIn, Token), Refusal> {
        self.hold_rate(now, &self.bucket, LOGIN_RATE)?;
        let token = Token::random();
        let login = NewLogin {
            token: token.hash(),
        };
        let user = NewUser {
            name,
            at: wall_time(),
        };
        let made = self.store.make_user(user, Some(login)).await;
        made.map(|signed_in| (signed_in, token))
            .map_err(|failure| refusal(&failure, "signing in"))
    }

    /// A code by which this login's user signs in on one more device.
    ///
    /// # Errors
    /// `too_fast` where too many hold at once.
    pub fn make_code(&self, now: Moment, who: &SignedIn) -> Result<Code, Refusal> {
        self.codes.make(now, who).ok_or_else(crowded)
    }

    /// Makes one more login for the user whose code this is.
    ///
    /// # Errors
    /// `not_allowed` where it is nobody's, `too_fast`, or what the store says.
    pub async fn sign_in_by_code(
        &self,
        now: Moment,
        code: &str,
    ) -> Result<(SignedIn, Token), Refusal> {
        self.hold_rate(now, &self.tried_codes, CODE_RATE)?;
        let Some(user) = self.codes.take(now, code) else {
            let sentence =
                "This code is wrong, was used, or is too old. Make a new one on your other device.";
            return Err(Refusal::new(RefusalCode::NotAllowed, sentence));
        };
        let token = Token::random();
        let login = NewLogin {
            token: token.hash(),
        };
        let made = self.store.add_login(user, login, wall_time()).await;
        made.map(|signed_in| (signed_in, token))
            .map_err(|failure| refusal(&failure, "signing in"))
    }

    /// Makes a user without a login, for a plain connection.
    ///
    /// # Errors
    /// `name_taken`, `too_fast`, or what the store says.
    pub async fn make_guest(&self, now: Moment, name: DisplayName) -> Result<SignedIn, Refusal> {
        self.hold_rate(now, &self.bucket, LOGIN_RATE)?;
        let made = self
            .store
            .make_user(
                NewUser {
                    name,
                    at: wall_time(),
                },
                None,
            )
            .await;
        made.map_err(|failure| refusal(&failure, "making a guest"))
    }

    /// Who has this name, for a plain connection that asks for it: nobody yet, or a
    /// user without a login.
    ///
    /// # Errors
    /// `name_taken` if the name belongs to a login, or what the store says.
    pub async fn unclaimed(&self, name: &DisplayName) -> Result<Option<SignedIn>, Refusal> {
        match self.store.user_by_name(name.clone()).await {
            Ok(Some(UserRecord { claimed: true, .. })) => Err(name_taken()),
            Ok(Some(UserRecord {
                user,
                role,
                claimed: false,
            })) => Ok(Some(SignedIn {
                user,
                role,
                login: None,
            })),
            Ok(None) => Ok(None),
            Err(failure) => Err(refusal(&failure, "looking for a name")),
        }
    }

    /// Who holds a token; `None` if it is wrong or ended.
    ///
    /// # Errors
    /// What the store says.
    pub async fn holder(&self, token: TokenHash) -> Result<Option<SignedIn>, Refusal> {
        self.store
            .login(token)
            .await
            .map_err(|failure| refusal(&failure, "looking for a login"))
    }

    /// Ends a login. Its sessions are the caller's to close.
    ///
    /// # Errors
    /// What the store says.
    pub async fn end(&self, now: Moment, login: LoginId) -> Result<(), Refusal> {
        let ended = self.store.end_login(login).await;
        ended.map_err(|failure| refusal(&failure, "signing out"))?;
        self.codes.forget(login);
        let mut ended = self.ended.lock().expect(NO_PANIC);
        while ended
            .front()
            .is_some_and(|(at, _)| now.ms_since(*at) > ENDED_REMEMBERED_MS)
        {
            ended.pop_front();
        }
        ended.push_back((now, login));
        Ok(())
    }

    /// Whether a login ended lately. A session asks once it can be found by its login,
    /// so that a log-out in between is not missed.
    #[must_use]
    pub fn has_just_ended(&self, login: LoginId) -> bool {
        self.ended
            .lock()
            .expect(NO_PANIC)
            .iter()
            .any(|(_, ended)| *ended == login)
    }

    /// Whether nobody has signed in here yet. Also shows that the store answers.
    ///
    /// # Errors
    /// What the store says.
    pub async fn is_fresh(&self) -> Result<bool, StoreError> {
        self.store.is_fresh().await
    }

    fn hold_rate(&self, now: Moment, bucket: &Mutex<Bucket>, rate: Rate) -> Result<(), Refusal> {
        if self.rate_limit == RateLimit::Off {
            return Ok(());
        }
        let mut bucket = bucket.lock().expect(NO_PANIC);
        match bucket.take(now, rate) {
            Taken::Yes => Ok(()),
            Taken::No => {
                let wait = bucket.next_token_at(now, rate).ms_since(now);
                Err(crowded().retry_after_ms(u32::try_from(wait).unwrap_or(u32::MAX)))
            }
        }
    }
}

fn crowded() -> Refusal {
    let sentence = "Many people are signing in right now; try again in a moment.";
    Refusal::new(RefusalCode::TooFast, sentence)
}

const NO_PANIC: &str = "no panic happens under a lock of the logins";

#[cfg(test)]
mod tests;
