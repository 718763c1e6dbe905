//! Sounds, made of a few tones: no file is loaded for them.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, OscillatorType};

/// A sound that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// One falling tone.
    Drop,
    /// Two rising tones.
    Chime,
    /// Two short low ones.
    Knock,
}

/// A tone: when it begins, how long it lasts, in seconds, and from which height to which it
/// goes, in Hertz.
struct Tone {
    at: f64,
    lasts: f64,
    from: f32,
    to: f32,
}

/// How loud, where 1 is as loud as can be.
const LOUDNESS: f32 = 0.18;

/// A tone swells and fades this long, in seconds, so that it does not click.
const SWELLS: f64 = 0.012;

/// As good as silent: a fade by ratio cannot reach nothing.
const SILENT: f32 = 0.000_1;

impl Sound {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Drop, Self::Chime, Self::Knock];

    fn tones(self) -> &'static [Tone] {
        const fn tone(at: f64, lasts: f64, from: f32, to: f32) -> Tone {
            Tone {
                at,
                lasts,
                from,
                to,
            }
        }
        match self {
            Self::Drop => const { &[tone(0.0, 0.28, 880.0, 440.0)] },
            Self::Chime => {
                const { &[tone(0.0, 0.3, 659.3, 659.3), tone(0.12, 0.45, 987.8, 987.8)] }
            }
            Self::Knock => {
                const {
                    &[
                        tone(0.0, 0.09, 220.0, 130.0),
                        tone(0.14, 0.09, 220.0, 130.0),
                    ]
                }
            }
        }
    }
}

/// Plays a sound. A browser in which nobody has touched the page yet stays silent.
pub fn play(sound: Sound) {
    // Refused only where there is no sound at all.
    let _ = try_play(sound);
}

fn try_play(sound: Sound) -> Result<(), JsValue> {
    thread_local!(static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) });
    let context = CONTEXT.with_borrow_mut(|kept| match kept {
        Some(context) => Ok::<_, JsValue>(context.clone()),
        None => Ok(kept.insert(AudioContext::new()?).clone()),
    })?;
    // A browser puts it to sleep; it wakes by itself later or not at all.
    let _ = context.resume()?;
    let now = context.current_time();
    for tone in sound.tones() {
        let (begin, end) = (now + tone.at, now + tone.at + tone.lasts);
        let voice = context.create_oscillator()?;
        voice.set_type(OscillatorType::Sine);
        voice.frequency().set_value_at_time(tone.from, begin)?;
        voice
            .frequency()
            .exponential_ramp_to_value_at_time(tone.to, end)?;
        let volume = context.create_gain()?;
        volume.gain().set_value_at_time(SILENT, begin)?;
        volume
            .gain()
            .exponential_ramp_to_value_at_time(LOUDNESS, begin + SWELLS)?;
        volume
            .gain()
            .exponential_ramp_to_value_at_time(SILENT, end)?;
        voice.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&context.destination())?;
        voice.start_with_when(begin)?;
        voice.stop_with_when(end)?;
    }
    Ok(())
}
