//! An icon of the sprite. The only place that knows where the sprite is: `icons.svg` is
//! put into the page itself, so that drawing one asks nothing of the network.

use super::el::{El, svg};

/// Icons that point the way the text runs: from right to left they are turned round.
const TURNED: [&str; 6] = ["back", "forward", "leave", "reply", "send", "thread"];

/// An icon by its name in the sprite. Decoration: the name of what it stands for is on
/// the control around it.
pub fn icon(name: &str) -> El {
    let class = if TURNED.contains(&name) {
        "i turn"
    } else {
        "i"
    };
    drawing(class, name)
}

/// The mark of the product, larger and in its own colours.
pub fn mark() -> El {
    drawing("brand", "mark")
}

fn drawing(class: &str, name: &str) -> El {
    let shape = svg("use").attr("href", &["#i-", name].concat());
    svg("svg").class(class).mute().child(shape)
}
