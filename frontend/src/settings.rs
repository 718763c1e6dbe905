//! What was chosen for this browser: how the page looks, what Enter does, and what is seen
//! and heard when something is told.
//!
//! A choice belongs to the place, not to the person, so it lies in this browser's storage
//! and every tab follows it. What was never chosen is not kept: it follows the product.

use crate::browser::sound::Sound;
use crate::browser::storage;
use crate::language::Language;
use crate::live::Live;

/// The name of the theme in storage; `boot.js` reads it before the client is here.
const THEME: &str = "theme";

/// The name of what Enter does.
const ENTER: &str = "enter";

/// The name of the language; `boot.js` reads it before the client is here.
const LANGUAGE: &str = "language";

/// The name of whether notifications are shown here.
const NOTICES: &str = "notices";

/// The name of the sound.
const SOUND: &str = "sound";

/// How the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device asks.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What it is called in the page and in storage; nothing where the device decides.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// What a plain Enter does in the message box, where there are keys: on a touch screen it
/// always breaks the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EnterKey {
    /// It sends; Shift Enter breaks the line.
    #[default]
    Sends,
    /// It breaks the line; Ctrl Enter sends.
    Breaks,
}

impl EnterKey {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Sends, Self::Breaks];

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Sends => None,
            Self::Breaks => Some("breaks"),
        }
    }
}

/// The choices as signals. To choose is to call a method, so that it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How the page looks.
    pub theme: Live<Theme>,
    /// What Enter does.
    pub enter: Live<EnterKey>,
    /// Whether this browser shows notifications of the system.
    pub notices: Live<bool>,
    /// What is heard when something is told.
    pub sound: Live<Option<Sound>>,
}

impl Settings {
    /// What is kept in this browser.
    #[must_use]
    pub fn kept() -> Self {
        let settings = Self {
            theme: Live::new(Theme::default()),
            enter: Live::new(EnterKey::default()),
            notices: Live::new(false),
            sound: Live::new(None),
        };
        settings.read_again();
        settings
    }

    /// Another tab may have chosen.
    pub fn read_again(self) {
        self.theme.set_if_new(read(THEME, Theme::ALL, Theme::name));
        self.enter
            .set_if_new(read(ENTER, EnterKey::ALL, EnterKey::name));
        self.notices.set_if_new(storage::setting(NOTICES).is_some());
        let kept = storage::setting(SOUND);
        let is_kept = |sound: &Sound| kept.as_deref() == Some(sound_name(*sound));
        self.sound.set_if_new(Sound::ALL.into_iter().find(is_kept));
    }

    /// Chooses whether this browser shows notifications.
    pub fn choose_notices(self, shows: bool) {
        storage::keep_setting(NOTICES, shows.then_some("on"));
        self.notices.set_if_new(shows);
    }

    /// Chooses what is heard.
    pub fn choose_sound(self, sound: Option<Sound>) {
        storage::keep_setting(SOUND, sound.map(sound_name));
        self.sound.set_if_new(sound);
    }

    /// The language that was chosen; none follows the browser.
    #[must_use]
    pub fn language(self) -> Option<Language> {
        storage::setting(LANGUAGE).and_then(|code| Language::of(&code))
    }

    /// Chooses the language of the next load of the page.
    pub fn choose_language(self, language: Option<Language>) {
        storage::keep_setting(LANGUAGE, language.map(Language::code));
    }

    /// Chooses how the page looks.
    pub fn choose_theme(self, theme: Theme) {
        storage::keep_setting(THEME, theme.name());
        self.theme.set_if_new(theme);
    }

    /// Chooses what Enter does.
    pub fn choose_enter(self, enter: EnterKey) {
        storage::keep_setting(ENTER, enter.name());
        self.enter.set_if_new(enter);
    }
}

fn sound_name(sound: Sound) -> &'static str {
    match sound {
        Sound::Drop => "drop",
        Sound::Chime => "chime",
        Sound::Knock => "knock",
    }
}

/// The choice of this name; the first of `all` where it is none of them.
fn read<T: Copy + Default, const N: usize>(
    setting: &str,
    all: [T; N],
    name: fn(T) -> Option<&'static str>,
) -> T {
    let kept = storage::setting(setting);
    let is_kept = |choice: &T| name(*choice) == kept.as_deref();
    all.into_iter().find(is_kept).unwrap_or_default()
}
