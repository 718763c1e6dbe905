//! What is to happen later.

use chat_store::StoreError;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::SignedIn;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Connection, OptionalExtension, Row, params};
use shared::cursor::Seq;
use shared::file::FileInfo;
use shared::ids::{RoomId, UserId};
use shared::limits::PLANS_MAX;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState};
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use crate::failure::Failure;
use crate::files;
use crate::rooms::room_exists;
use crate::rows::{author, client_id, column, ms_column, number, role};
use crate::seal::{PLANS, reseal};
use crate::users::user_by_id;

const WAITING: i64 = 1;
const POSTING: i64 = 2;
const DUE: i64 = 3;
const REFUSED: i64 = 4;

const MESSAGE: i64 = 1;
const REMINDER: i64 = 2;

/// [`chat_store::Store::keep_plan`].
pub(crate) fn keep_plan(
    connection: &Connection,
    user: UserId,
    plan: Plan,
    write: PlanWrite,
) -> Result<PlanKept, Failure> {
    if user_by_id(connection, user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    if !room_exists(connection, plan.room)? {
        return Err(StoreError::NotFound("room").into());
    }
    match found(connection, (user, plan.id))? {
        Some((_, POSTING)) => return Ok(PlanKept::Posting),
        None if write == PlanWrite::Change => return Ok(PlanKept::Gone),
        None if count(connection, user)? >= PLANS_MAX => return Ok(PlanKept::TooMany),
        Some(_) | None => {}
    }
    let key = (user, plan.id);
    if files::are_taken(connection, &plan.files, key)? {
        return Ok(PlanKept::FileTaken);
    }
    let id: i64 = connection
        .prepare_cached(
            "INSERT INTO plans (user, plan, room, kind, due, text, about, state, files)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (user, plan) DO UPDATE SET
                room = excluded.room, kind = excluded.kind, due = excluded.due,
                text = excluded.text, about = excluded.about, state = excluded.state,
                files = excluded.files, code = NULL, sentence = NULL
             RETURNING id",
        )?
        .query_row(
            params![
                column(user.0),
                &plan.id.to_bytes()[..],
                column(plan.room.0),
                kind_column(plan.kind),
                ms_column(plan.due),
                plan.text.as_str(),
                plan.about.map(|seq| column(seq.0)),
                WAITING,
                (!plan.files.is_empty()).then(|| shared::codec::encode(&plan.files))
            ],
            |row| row.get(0),
        )?;
    reseal(connection, &PLANS, [id])?;
    files::plan(connection, key, &plan.files)?;
    let state = PlanState::Waiting;
    Ok(PlanKept::Yes(Plan { state, ..plan }))
}

/// [`chat_store::Store::plans`].
pub(crate) fn plans(connection: &Connection, user: UserId) -> Result<Vec<Plan>, Failure> {
    let mut query = connection.prepare_cached(
        "SELECT plan, room, kind, due, text, about, state, code, sentence, files FROM plans
         WHERE user = ?1 ORDER BY due, plan",
    )?;
    let plans = query.query_map([column(user.0)], plan)?;
    Ok(plans.collect::<rusqlite::Result<_>>()?)
}

/// [`chat_store::Store::drop_plan`].
pub(crate) fn drop_plan(connection: &Connection, key: PlanKey) -> Result<bool, Failure> {
    match found(connection, key)? {
        Some((_, POSTING)) => return Ok(false),
        Some((id, _)) => remove(connection, id, key)?,
        None => {}
    }
    Ok(true)
}

/// [`chat_store::Store::claim_plans`].
pub(crate) fn claim_plans(
    connection: &Connection,
    now: Timestamp,
    limit: u16,
) -> Result<Vec<DuePlan>, Failure> {
    let due = connection
        .prepare_cached(
            "SELECT p.plan, p.room, p.kind, p.due, p.text, p.about, p.state, p.code, p.sentence,
                    p.files, p.id, u.id, u.name, u.role
             FROM plans p JOIN users u ON u.id = p.user
             WHERE p.state IN (1, 2) AND (p.due <= ?1 OR p.state = 2)
             ORDER BY p.due, p.plan LIMIT ?2",
        )?
        .query_map(params![ms_column(now), limit], |row| {
            let who = SignedIn {
                user: author(row, 11)?,
                role: role(row, 13)?,
                login: None,
            };
            let state = PlanState::Posting;
            let plan = Plan {
                state,
                ..plan(row)?
            };
            Ok((row.get(10)?, DuePlan { who, plan }))
        })?
        .collect::<rusqlite::Result<Vec<(i64, DuePlan)>>>()?;
    let mut given = Vec::with_capacity(due.len());
    for (id, due) in due {
        connection
            .prepare_cached("UPDATE plans SET state = ?2 WHERE id = ?1")?
            .execute([id, POSTING])?;
        reseal(connection, &PLANS, [id])?;
        given.push(due);
    }
    Ok(given)
}

/// [`chat_store::Store::settle_plan`].
pub(crate) fn settle_plan(
    connection: &Connection,
    key: PlanKey,
    end: &PlanEnd,
) -> Result<(), Failure> {
    let Some((id, POSTING)) = found(connection, key)? else {
        return Ok(());
    };
    let Some(state) = end.state() else {
        return Ok(remove(connection, id, key)?);
    };
    let (code, sentence) = match &state {
        PlanState::Refused(refusal) => (Some(code_column(refusal.code)), Some(&refusal.message)),
        PlanState::Waiting | PlanState::Posting | PlanState::Due => (None, None),
    };
    let due = match end {
        PlanEnd::Again(at) => Some(ms_column(*at)),
        PlanEnd::Done | PlanEnd::Due | PlanEnd::Refused(_) => None,
    };
    connection
        .prepare_cached(
            "UPDATE plans SET state = ?2, code = ?3, sentence = ?4, due = coalesce(?5, due)
             WHERE id = ?1",
        )?
        .execute(params![id, state_column(&state), code, sentence, due])?;
    Ok(reseal(connection, &PLANS, [id])?)
}

/// [`chat_store::Store::next_plan_due`].
pub(crate) fn next_plan_due(connection: &Connection) -> Result<Option<Timestamp>, Failure> {
    let next: Option<i64> = connection
        .prepare_cached("SELECT min(due) FROM plans WHERE state IN (1, 2)")?
        .query_row([], |row| row.get(0))?;
    Ok(next.map(|due| Timestamp(due.unsigned_abs())))
}

/// The row of a plan, and its state.
fn found(connection: &Connection, (user, id): PlanKey) -> rusqlite::Result<Option<(i64, i64)>> {
    connection
        .prepare_cached("SELECT id, state FROM plans WHERE user = ?1 AND plan = ?2")?
        .query_row(params![column(user.0), &id.to_bytes()[..]], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()
}

fn count(connection: &Connection, user: UserId) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM plans WHERE user = ?1")?
        .query_row([column(user.0)], |row| number(row, 0))
        .map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}

fn remove(connection: &Connection, id: i64, key: PlanKey) -> rusqlite::Result<()> {
    files::plan(connection, key, &[])?;
    connection
        .prepare_cached("DELETE FROM plans WHERE id = ?1")?
        .execute([id])
        .map(drop)
}

fn plan(row: &Row<'_>) -> rusqlite::Result<Plan> {
    let about: Option<i64> = row.get(5)?;
    Ok(Plan {
        id: client_id(row, 0)?,
        room: RoomId(number(row, 1)?),
        kind: kind(row, 2)?,
        due: Timestamp(number(row, 3)?),
        text: MessageText::from_stored(row.get(4)?),
        about: about.map(|seq| Seq(seq.unsigned_abs())),
        files: planned_files(row, 9)?,
        state: state(row)?,
    })
}

/// The files that a plan's column has.
pub(crate) fn planned_files(row: &Row<'_>, index: usize) -> rusqlite::Result<Vec<FileInfo>> {
    let Some(column) = row.get_ref(index)?.as_str_or_null()? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(column)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error.into()))
}

fn kind_column(kind: PlanKind) -> i64 {
    match kind {
        PlanKind::Message => MESSAGE,
        PlanKind::Reminder => REMINDER,
    }
}

fn kind(row: &Row<'_>, index: usize) -> rusqlite::Result<PlanKind> {
    match row.get::<_, i64>(index)? {
        MESSAGE => Ok(PlanKind::Message),
        REMINDER => Ok(PlanKind::Reminder),
        other => Err(unknown(index, other)),
    }
}

fn state_column(state: &PlanState) -> i64 {
    match state {
        PlanState::Waiting => WAITING,
        PlanState::Posting => POSTING,
        PlanState::Due => DUE,
        PlanState::Refused(_) => REFUSED,
    }
}

fn state(row: &Row<'_>) -> rusqlite::Result<PlanState> {
    match row.get::<_, i64>(6)? {
        WAITING => Ok(PlanState::Waiting),
        POSTING => Ok(PlanState::Posting),
        DUE => Ok(PlanState::Due),
        REFUSED => {
            let code: String = row.get(7)?;
            let code = code_of(&code).ok_or_else(|| unknown(7, REFUSED))?;
            let sentence: String = row.get(8)?;
            Ok(PlanState::Refused(Refusal::new(code, sentence)))
        }
        other => Err(unknown(6, other)),
    }
}

/// As it is on the wire, without the quotes.
fn code_column(code: RefusalCode) -> String {
    shared::codec::encode(&code).trim_matches('"').to_owned()
}

fn code_of(column: &str) -> Option<RefusalCode> {
    serde_json::from_value(column.into()).ok()
}

fn unknown(index: usize, value: i64) -> rusqlite::Error {
    let cause = Box::new(FromSqlError::OutOfRange(value));
    rusqlite::Error::FromSqlConversionFailure(index, Type::Integer, cause)
}
