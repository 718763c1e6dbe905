//! An icon of the sprite. The only place that knows where the sprite is: `icons.svg` is
//! put into the page itself, so that drawing one asks nothing of the network.

use leptos::prelude::*;

/// An icon by its name in the sprite. Decoration: the name of what it stands for is on
/// the control around it.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}

/// The mark of the product, larger and in its own colours.
#[component]
pub fn Mark() -> impl IntoView {
    view! { <svg class="brand" aria-hidden="true"><use href="#i-mark"></use></svg> }
}
