//! Users and their logins.

use shared::entry::Author;
use shared::ids::{LoginId, UserId};
use shared::text::DisplayName;

use super::{Login, LoginState, Tables, User};
use crate::StoreError;
use crate::records::{NewLogin, NewUser, Role, SignedIn, TokenHash, UserRecord};

impl Tables {
    /// [`crate::Store::make_user`].
    pub(super) fn make_user(
        &mut self,
        new: NewUser,
        login: Option<NewLogin>,
    ) -> Result<SignedIn, StoreError> {
        if self.user_by_name(&new.name).is_some() {
            return Err(StoreError::Conflict("user name"));
        }
        if let Some(login) = &login {
            self.is_free(login)?;
        }
        let role = if login.is_some() && self.logins.is_empty() {
            Role::Owner
        } else {
            Role::Guest
        };
        let id = UserId(self.users.len() as u64 + 1);
        let author = Author {
            id,
            name: new.name.clone(),
        };
        self.users.insert(
            id,
            User {
                name: new.name,
                role,
            },
        );
        let login = login.map(|login| self.keep_login(id, &login));
        Ok(SignedIn {
            user: author,
            role,
            login,
        })
    }

    /// [`crate::Store::user_by_name`].
    pub(super) fn user_by_name(&self, name: &DisplayName) -> Option<UserRecord> {
        let folded = name.folded();
        let (id, user) = self
            .users
            .iter()
            .find(|(_, user)| user.name.folded() == folded)?;
        let claimed = self.logins.values().any(|login| login.user == *id);
        let author = Author {
            id: *id,
            name: user.name.clone(),
        };
        Some(UserRecord {
            user: author,
            role: user.role,
            claimed,
        })
    }

    /// [`crate::Store::login`].
    pub(super) fn login(&self, token: TokenHash) -> Option<SignedIn> {
        let (id, login) = self
            .logins
            .iter()
            .find(|(_, login)| login.token == token && login.state == LoginState::Live)?;
        let user = &self.users[&login.user];
        let author = Author {
            id: login.user,
            name: user.name.clone(),
        };
        Some(SignedIn {
            user: author,
            role: user.role,
            login: Some(*id),
        })
    }

    /// [`crate::Store::add_login`].
    pub(super) fn add_login(
        &mut self,
        user: UserId,
        login: &NewLogin,
    ) -> Result<SignedIn, StoreError> {
        let author = self.author(user)?;
        self.is_free(login)?;
        let login = Some(self.keep_login(user, login));
        let role = self.users[&user].role;
        Ok(SignedIn {
            user: author,
            role,
            login,
        })
    }

    /// [`crate::Store::end_login`].
    pub(super) fn end_login(&mut self, login: LoginId) -> Result<(), StoreError> {
        let login = self.logins.get_mut(&login);
        let login = login.ok_or(StoreError::NotFound("login"))?;
        login.state = LoginState::Ended;
        Ok(())
    }

    fn is_free(&self, login: &NewLogin) -> Result<(), StoreError> {
        let mut logins = self.logins.values();
        if logins.any(|known| known.token == login.token) {
            return Err(StoreError::Conflict("login token"));
        }
        Ok(())
    }

    fn keep_login(&mut self, user: UserId, login: &NewLogin) -> LoginId {
        let id = LoginId(self.logins.len() as u64 + 1);
        let (token, state) = (login.token, LoginState::Live);
        self.logins.insert(id, Login { user, token, state });
        id
    }
}
