//! The root: asks who is signed in here, then shows the chat, the welcome page, or a
//! sentence with a way out. There is no state in which the page is blank.

use shared::http::Me;

use crate::browser::http;
use crate::live::Live;
use crate::ui::chat::chat;
use crate::ui::el::{El, div};
use crate::ui::start_failed::start_failed;
use crate::ui::welcome::welcome;

/// What the page shows.
#[derive(Clone)]
enum Stage {
    /// The server was asked who is signed in here.
    Asking,
    /// It did not say; the sentence.
    Failed(String),
    /// Nobody is: choose a name.
    Welcome(Me),
    /// Somebody is; whether the owner, if that is known.
    Chat { is_owner: Option<bool> },
}

/// The root of the page.
pub fn app() -> El {
    let stage = Live::new(Stage::Asking);
    ask(stage);
    div("root").live_all(move || match stage.get() {
        Stage::Asking => Vec::new(),
        Stage::Failed(reason) => vec![start_failed(&reason, move || ask(stage))],
        Stage::Welcome(me) => {
            vec![welcome(&me, move || {
                stage.set(Stage::Chat { is_owner: None });
            })]
        }
        Stage::Chat { is_owner } => chat(is_owner, move || ask(stage)),
    })
}

fn ask(stage: Live<Stage>) {
    stage.set(Stage::Asking);
    leptos::task::spawn_local(async move {
        stage.set(match http::me().await {
            Ok(me) if me.user.is_some() => Stage::Chat {
                is_owner: Some(me.owner),
            },
            Ok(me) => Stage::Welcome(me),
            Err(failure) => Stage::Failed(failure.to_string()),
        });
    });
}
