//! A frame's JSON laid out in lines for reading, in pieces that a screen can colour,
//! with secrets and, on request, what people wrote left out.
//!
//! It does not judge: whatever has the outer shape of JSON is laid out as it came, so
//! that a frame of a newer server can be read too. What has not is shown as bytes.

/// Values of these keys are never shown.
const SECRET_KEYS: [&str; 1] = ["token"];

/// Values of these keys are what people wrote.
const TEXT_KEYS: [&str; 3] = ["text", "filename", "topic"];

/// Values of all of these.
pub(crate) const PRIVATE_KEYS: [&str; 4] =
    [SECRET_KEYS[0], TEXT_KEYS[0], TEXT_KEYS[1], TEXT_KEYS[2]];

/// Deeper frames than this are none of ours.
const DEPTH_MAX: usize = 32;

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// Secrets alone.
    Secrets,
    /// Secrets, and what people wrote.
    Texts,
}

/// How a piece is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Signs between the others, and white space.
    Plain,
    /// A key of an object.
    Key,
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true`, `false`, `null`.
    Word,
    /// In place of something that is left out.
    Blanked,
}

/// A piece of one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its tone.
    pub tone: Tone,
    /// Its text, as it stands in the frame.
    pub words: String,
}

impl Piece {
    pub(super) fn plain(words: impl Into<String>) -> Self {
        Self {
            tone: Tone::Plain,
            words: words.into(),
        }
    }
}

/// Lays a frame out. `None` for what has not the shape of a JSON object.
#[must_use]
pub fn lay_out(json: &str, blank: Blank) -> Option<Vec<Piece>> {
    let mut layout = Layout {
        rest: json,
        pieces: Vec::new(),
        open: Vec::new(),
        key: None,
        hidden: None,
        blank,
    };
    if !json.trim_start().starts_with('{') {
        return None;
    }
    layout.run()?;
    layout.open.is_empty().then_some(layout.pieces)
}

struct Layout<'a> {
    rest: &'a str,
    pieces: Vec<Piece>,
    /// The closing signs that are awaited.
    open: Vec<char>,
    /// The key whose value comes next.
    key: Option<&'a str>,
    /// How many signs were open where something began that is left out as a whole.
    hidden: Option<usize>,
    blank: Blank,
}

impl<'a> Layout<'a> {
    fn run(&mut self) -> Option<()> {
        loop {
            self.rest = self.rest.trim_start();
            let Some(sign) = self.rest.chars().next() else {
                return Some(());
            };
            match sign {
                '{' => self.opens('}')?,
                '[' => self.opens(']')?,
                '}' | ']' => self.closes(sign)?,
                ',' => {
                    self.take(1);
                    self.plain(",");
                    self.new_line();
                }
                ':' => {
                    self.take(1);
                    self.plain(": ");
                }
                '"' => self.string()?,
                _ => self.bare()?,
            }
        }
    }

    fn opens(&mut self, close: char) -> Option<()> {
        let is_left_out = self.takes_key_to_leave_out();
        let sign = self.take(1);
        self.plain(sign);
        let inside = self.rest.trim_start();
        if inside.starts_with(close) {
            self.rest = &inside[1..];
            self.plain(if close == '}' { "}" } else { "]" });
            return Some(());
        }
        if self.open.len() == DEPTH_MAX {
            return None;
        }
        if is_left_out && self.hidden.is_none() {
            self.hidden = Some(self.open.len());
        }
        self.open.push(close);
        self.new_line();
        Some(())
    }

    fn closes(&mut self, sign: char) -> Option<()> {
        (self.open.pop()? == sign).then_some(())?;
        if self.hidden == Some(self.open.len()) {
            self.hidden = None;
        }
        self.new_line();
        let sign = self.take(1);
        self.plain(sign);
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        let string = self.take(string_len(self.rest)?);
        let is_hidden = self.hidden.is_some();
        if self.rest.trim_start().starts_with(':') && !is_hidden {
            self.key = Some(&string[1..string.len() - 1]);
            self.push(Tone::Key, string);
            return Some(());
        }
        if self.takes_key_to_leave_out() || is_hidden {
            let words = [
                "\"… ",
                &string[1..string.len() - 1].chars().count().to_string(),
                " characters\"",
            ];
            self.push(Tone::Blanked, &words.concat());
        } else {
            self.push(Tone::Text, string);
        }
        Some(())
    }

    /// Takes the key whose value comes now, and tells whether that is left out. No frame
    /// writes a key with escapes; one that does may have something to hide in it.
    fn takes_key_to_leave_out(&mut self) -> bool {
        let key = self.key.take().unwrap_or_default();
        SECRET_KEYS.contains(&key)
            || key.contains('\\')
            || (self.blank == Blank::Texts && TEXT_KEYS.contains(&key))
    }

    fn bare(&mut self) -> Option<()> {
        let is_left_out = self.takes_key_to_leave_out() || self.hidden.is_some();
        let is_end = |sign: char| ",]}: \t\r\n\"".contains(sign);
        let len = self.rest.find(is_end).unwrap_or(self.rest.len());
        let word = self.take(len);
        let is_number = word.starts_with(|sign: char| sign == '-' || sign.is_ascii_digit());
        let tone = match word {
            "true" | "false" | "null" => Tone::Word,
            _ if is_number => Tone::Number,
            _ => return None,
        };
        if is_left_out {
            self.push(Tone::Blanked, "…");
        } else {
            self.push(tone, word);
        }
        Some(())
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        taken
    }

    fn new_line(&mut self) {
        let indent = "\n".to_owned() + &"  ".repeat(self.open.len());
        self.plain(&indent);
    }

    fn plain(&mut self, words: &str) {
        self.push(Tone::Plain, words);
    }

    fn push(&mut self, tone: Tone, words: &str) {
        match self.pieces.last_mut() {
            Some(last) if last.tone == tone => last.words.push_str(words),
            Some(_) | None => self.pieces.push(Piece {
                tone,
                words: words.to_owned(),
            }),
        }
    }
}

/// The bytes of the string at the beginning, quotes included.
pub(crate) fn string_len(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}
