//! Users and their logins.

use chat_store::StoreError;
use chat_store::records::{NewLogin, NewUser, Role, SignedIn, TokenHash, UserRecord};
use rusqlite::{Connection, OptionalExtension, params};
use shared::entry::Author;
use shared::ids::{LoginId, UserId};
use shared::moment::Timestamp;
use shared::text::DisplayName;

use crate::failure::Failure;
use crate::rows::{author, column, ms_column, number, role, role_column};
use crate::seal::{LOGINS, USERS, reseal};

/// [`chat_store::Store::make_user`]. What could clash is looked up first: nothing
/// but this writer writes, so an insert that follows does not fail half way.
pub(crate) fn make_user(
    connection: &Connection,
    user: NewUser,
    login: Option<&NewLogin>,
) -> Result<SignedIn, Failure> {
    let folded = user.name.folded();
    let name_taken = connection
        .prepare_cached("SELECT 1 FROM users WHERE folded = ?1")?
        .exists([&folded])?;
    if name_taken {
        return Err(StoreError::Conflict("user name").into());
    }
    if let Some(login) = login {
        is_free(connection, login)?;
    }
    let owns = login.is_some()
        && !connection
            .prepare_cached("SELECT 1 FROM logins")?
            .exists([])?;
    let role = if owns { Role::Owner } else { Role::Guest };
    connection
        .prepare_cached("INSERT INTO users (name, folded, role, made_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            user.name.as_str(),
            folded,
            role_column(role),
            ms_column(user.at)
        ])?;
    let id = connection.last_insert_rowid();
    reseal(connection, &USERS, [id])?;
    let login = match login {
        Some(login) => Some(keep_login(connection, id, login, user.at)?),
        None => None,
    };
    Ok(SignedIn {
        user: Author {
            id: UserId(id.unsigned_abs()),
            name: user.name,
        },
        role,
        login,
    })
}

/// [`chat_store::Store::add_login`].
pub(crate) fn add_login(
    connection: &Connection,
    user: UserId,
    login: &NewLogin,
    at: Timestamp,
) -> Result<SignedIn, Failure> {
    let found = connection
        .prepare_cached("SELECT id, name, role FROM users WHERE id = ?1")?
        .query_row([column(user.0)], |row| Ok((author(row, 0)?, role(row, 2)?)))
        .optional()?;
    let Some((user, role)) = found else {
        return Err(StoreError::NotFound("user").into());
    };
    is_free(connection, login)?;
    let login = Some(keep_login(connection, column(user.id.0), login, at)?);
    Ok(SignedIn { user, role, login })
}

fn is_free(connection: &Connection, login: &NewLogin) -> Result<(), Failure> {
    let is_taken = connection
        .prepare_cached("SELECT 1 FROM logins WHERE token_hash = ?1")?
        .exists([login.token.0])?;
    if is_taken {
        return Err(StoreError::Conflict("login token").into());
    }
    Ok(())
}

fn keep_login(
    connection: &Connection,
    user: i64,
    login: &NewLogin,
    at: Timestamp,
) -> Result<LoginId, Failure> {
    connection
        .prepare_cached("INSERT INTO logins (user, token_hash, made_at) VALUES (?1, ?2, ?3)")?
        .execute(params![user, login.token.0, ms_column(at)])?;
    let login = connection.last_insert_rowid();
    reseal(connection, &LOGINS, [login])?;
    Ok(LoginId(login.unsigned_abs()))
}

/// [`chat_store::Store::user_by_name`].
pub(crate) fn user_by_name(
    connection: &Connection,
    name: &DisplayName,
) -> Result<Option<UserRecord>, Failure> {
    let found = connection
        .prepare_cached(
            "SELECT id, name, role, EXISTS (SELECT 1 FROM logins WHERE user = users.id)
             FROM users WHERE folded = ?1",
        )?
        .query_row([name.folded()], |row| {
            Ok(UserRecord {
                user: author(row, 0)?,
                role: role(row, 2)?,
                claimed: row.get(3)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// [`chat_store::Store::is_fresh`].
pub(crate) fn is_fresh(connection: &Connection) -> Result<bool, Failure> {
    Ok(!connection
        .prepare_cached("SELECT 1 FROM logins")?
        .exists([])?)
}

/// [`chat_store::Store::login`].
pub(crate) fn login(
    connection: &Connection,
    token: TokenHash,
) -> Result<Option<SignedIn>, Failure> {
    let found = connection
        .prepare_cached(
            "SELECT u.id, u.name, u.role, l.id FROM logins l JOIN users u ON u.id = l.user
             WHERE l.token_hash = ?1 AND l.ended_at IS NULL",
        )?
        .query_row([token.0], |row| {
            let login = Some(LoginId(number(row, 3)?));
            Ok(SignedIn {
                user: author(row, 0)?,
                role: role(row, 2)?,
                login,
            })
        })
        .optional()?;
    Ok(found)
}

/// [`chat_store::Store::end_login`]. The first end is the one that is kept.
pub(crate) fn end_login(connection: &Connection, login: LoginId) -> Result<(), Failure> {
    let known = connection
        .prepare_cached(
            "UPDATE logins
             SET ended_at = coalesce(ended_at, CAST(unixepoch('subsec') * 1000 AS INTEGER))
             WHERE id = ?1",
        )?
        .execute([column(login.0)])?;
    if known == 0 {
        return Err(StoreError::NotFound("login").into());
    }
    reseal(connection, &LOGINS, [column(login.0)])?;
    Ok(())
}

/// A user as others see them.
pub(crate) fn user_by_id(
    connection: &Connection,
    user: UserId,
) -> rusqlite::Result<Option<Author>> {
    connection
        .prepare_cached("SELECT id, name FROM users WHERE id = ?1")?
        .query_row([column(user.0)], |row| author(row, 0))
        .optional()
}
