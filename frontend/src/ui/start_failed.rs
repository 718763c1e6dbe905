//! The server did not say who is signed in: the sentence, and a way out.

use leptos::prelude::*;

/// Shows `reason` and calls `again` on request.
#[component]
pub fn StartFailed(reason: String, again: Callback<()>) -> impl IntoView {
    view! {
        <main class="blank alone" aria-labelledby="start-failed">
            <div class="blank-in">
                <svg class="blank-art" viewBox="0 0 160 96" aria-hidden="true">
                    <path class="ln" d="M14 60h44m44 0h44"></path>
                    <path class="ln bad" d="m70 50 20 20m0-20L70 70"></path>
                </svg>
                <h1 id="start-failed">"Confab did not start"</h1>
                <p role="alert">{reason} " Nothing you wrote is lost."</p>
                <div class="blank-acts">
                    <button class="btn primary" type="button" on:click=move |_| again.run(())>
                        "Try now"
                    </button>
                </div>
            </div>
        </main>
    }
}
