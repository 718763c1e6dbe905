//! The root: asks who is signed in here, then shows the chat, the welcome page, or a
//! sentence with a way out. There is no state in which the page is blank.

use leptos::prelude::*;
use shared::http::Me;

use crate::browser::http;
use crate::ui::chat::Chat;
use crate::ui::start_failed::StartFailed;
use crate::ui::welcome::Welcome;

/// What the page shows.
#[derive(Clone)]
enum Stage {
    /// The server was asked who is signed in here.
    Asking,
    /// It did not say; the sentence.
    Failed(String),
    /// Nobody is: choose a name.
    Welcome(Me),
    /// Somebody is.
    Chat,
}

/// The root component.
#[component]
pub fn App() -> impl IntoView {
    let stage = RwSignal::new(Stage::Asking);
    let ask = move || {
        stage.set(Stage::Asking);
        leptos::task::spawn_local(async move {
            stage.set(match http::me().await {
                Ok(me) if me.user.is_some() => Stage::Chat,
                Ok(me) => Stage::Welcome(me),
                Err(failure) => Stage::Failed(failure.to_string()),
            });
        });
    };
    ask();
    let ask = Callback::new(move |()| ask());
    let signed_in = Callback::new(move |()| stage.set(Stage::Chat));
    move || match stage.get() {
        Stage::Asking => ().into_any(),
        Stage::Failed(reason) => view! { <StartFailed reason again=ask/> }.into_any(),
        Stage::Welcome(me) => view! { <Welcome me signed_in/> }.into_any(),
        Stage::Chat => view! { <Chat left=ask/> }.into_any(),
    }
}
