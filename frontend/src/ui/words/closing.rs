//! What a close code means, in words for people.

use chat_client::comes_back;

/// What a close code means: one clause, and what this client does after it is said by
/// [`advice`]. Codes that nobody registered get their range's meaning.
#[must_use]
pub fn meaning(code: u16) -> &'static str {
    match code {
        1000 => t!("closing-done"),
        1001 => t!("closing-away"),
        1002 => t!("closing-protocol"),
        1003 => t!("closing-kind"),
        1005 => t!("closing-no-code"),
        1006 => t!("closing-no-frame"),
        1007 => t!("closing-utf8"),
        1008 => t!("closing-policy"),
        1009 => t!("closing-too-big"),
        1010 => t!("closing-extension"),
        1011 => t!("closing-fault"),
        1012 => t!("closing-restart"),
        1013 => t!("closing-busy"),
        1014 => t!("closing-gateway"),
        1015 => t!("closing-tls"),
        4000 => t!("closing-slow"),
        4001 => t!("closing-silent"),
        4500 => t!("closing-no-hello"),
        4501 => t!("closing-version"),
        4502 => t!("closing-not-signed-in"),
        1004 | 1016..=2999 => t!("closing-reserved"),
        3000..=3999 => t!("closing-library"),
        4002..=4499 => t!("closing-come-back"),
        4503..=4999 => t!("closing-stay-away"),
        0..=999 | 5000..=u16::MAX => t!("closing-none"),
    }
}

/// What this client does after a close with this code.
#[must_use]
pub fn advice(code: u16) -> &'static str {
    if comes_back(code) {
        t!("closing-comes-back")
    } else {
        t!("closing-stays")
    }
}
