//! `/api/me/plans`: what is to happen later.

use std::sync::Arc;

use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use shared::ids::ClientId;
use shared::kept::KeptThing;
use shared::limits::MESSAGE_FILES_MAX;
use shared::plan::{PlanWish, PlansPage};
use shared::refusal::{Refusal, RefusalCode};

use super::drafts::DRAFT_BYTES_MAX;
use super::error::HttpRefusal;
use super::personal::{private, read};
use crate::app::App;
use crate::clock::wall_time;
use crate::login::current_user::CurrentUser;

/// As long as a draft.
pub const PLAN_BYTES_MAX: usize = DRAFT_BYTES_MAX;

/// `GET /api/me/plans`.
///
/// # Errors
/// `not_signed_in`, or the store's refusal.
pub async fn list(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let plans = app.personal.plans(&who).await?;
    Ok(private(PlansPage { plans }))
}

/// `PUT /api/me/plans/{id}`: answers the plan.
///
/// # Errors
/// `not_signed_in`, `unknown_room`, `not_allowed`, `malformed`, `client_id_invalid`, what a
/// message's text is refused for, `unknown_file`, `already_so` for one that is being posted
/// and for a change of one that is none any more, `limit_reached`, `too_fast`, or the store's
/// refusal.
pub async fn keep(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    id: Result<Path<ClientId>, PathRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let id = plan_id(id)?;
    let wish: PlanWish = read(body)?;
    // Asked again when it is posted; here it spares somebody a night of waiting.
    let writer = app.access.writer(&who, wish.room)?;
    let changes_files = wish.files.is_some();
    let files = match &wish.files {
        Some(files) => files.clone(),
        // A program that knows nothing of files takes none away.
        None => app.personal.files_of_plan(&who, id).await?,
    };
    if files.len() > MESSAGE_FILES_MAX {
        return Err(too_many_files().into());
    }
    let files = app.files.own_files(&writer, &files)?;
    let (now, wall) = (app.clock.now(), wall_time());
    let plan = app
        .personal
        .keep_plan(now, wall, &who, id, wish, files)
        .await?;
    app.plans.is_due_at(plan.due);
    if changes_files {
        app.files.erase(&app.access).await;
    }
    app.hub.kept(who.user.id, KeptThing::Plans);
    Ok(private(plan))
}

/// `DELETE /api/me/plans/{id}`; one that is not there is gone.
///
/// # Errors
/// `not_signed_in`, `malformed`, `already_so` for one that is being posted, `too_fast`, or the
/// store's refusal.
pub async fn remove(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    id: Result<Path<ClientId>, PathRejection>,
) -> Result<Response, HttpRefusal> {
    let who = current.required()?;
    let id = plan_id(id)?;
    app.personal.drop_plan(app.clock.now(), &who, id).await?;
    app.files.erase(&app.access).await;
    app.hub.kept(who.user.id, KeptThing::Plans);
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn too_many_files() -> Refusal {
    Refusal::new(
        RefusalCode::LimitReached,
        format!("A message brings at most {MESSAGE_FILES_MAX} files."),
    )
}

fn plan_id(id: Result<Path<ClientId>, PathRejection>) -> Result<ClientId, HttpRefusal> {
    let Path(id) = id.map_err(|_| HttpRefusal::malformed("A plan is named by a UUID."))?;
    Ok(id)
}
