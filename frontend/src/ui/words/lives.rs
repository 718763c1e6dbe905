//! How a connection lives, told in chapters. Each sentence stands in `docs/websocket.md`
//! too, to the letter: one text in two places, held together by a test.

use crate::language;

/// A chapter.
#[derive(Debug)]
pub struct Chapter {
    /// The key of its heading.
    pub title: &'static str,
    /// The keys of its sentences.
    sentences: &'static [&'static str],
}

impl Chapter {
    /// Its sentences, one behind the other.
    #[must_use]
    pub fn said(&self) -> String {
        let sentences = self.sentences.iter().map(|key| language::plain(key));
        sentences.collect::<Vec<_>>().join(" ")
    }
}

/// It begins with a request.
pub const HANDSHAKE: Chapter = Chapter {
    title: key!("handshake"),
    sentences: &[
        key!("lives-a-websocket-begins-as-an"),
        key!("lives-the-server-answers-101-names"),
        key!("lives-then-the-client-says-hello"),
    ],
};

/// What goes and comes.
pub const FRAMES: Chapter = Chapter {
    title: key!("lives-frames"),
    sentences: &[
        key!("lives-everything-after-the-handshake-is"),
        key!("lives-a-browser-masks-what-it"),
        key!("lives-here-each-frame-is-one"),
    ],
};

/// Whether anybody is there.
pub const PING_AND_PONG: Chapter = Chapter {
    title: key!("lives-ping-and-pong"),
    sentences: &[
        key!("lives-a-cable-that-is-pulled"),
        key!("lives-the-server-pings-the-client"),
        key!("lives-who-hears-nothing-for-longer"),
    ],
};

/// How it ends.
pub const CLOSE_CODES: Chapter = Chapter {
    title: key!("lives-close-codes"),
    sentences: &[
        key!("lives-a-connection-that-ends-in"),
        key!("lives-1000-is-done-1001-is"),
        key!("lives-1006-is-no-number-that"),
    ],
};

/// What goes wrong.
pub const ERRORS: Chapter = Chapter {
    title: key!("lives-errors"),
    sentences: &[
        key!("lives-a-browser-tells-a-page"),
        key!("lives-what-can-be-told-is"),
        key!("lives-after-two-upgrades-that-were"),
    ],
};

/// What is not lost.
pub const COMING_BACK: Chapter = Chapter {
    title: key!("lives-coming-back"),
    sentences: &[
        key!("lives-every-line-of-a-room"),
        key!("lives-a-new-connection-asks-for"),
        key!("lives-so-a-cut-costs-time"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_the_same() {
        const DOCUMENT: &str = include_str!("../../../../docs/websocket.md");
        let chapters = [
            HANDSHAKE,
            FRAMES,
            PING_AND_PONG,
            CLOSE_CODES,
            ERRORS,
            COMING_BACK,
        ];
        let headings: Vec<&str> = DOCUMENT
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let titles: Vec<&str> = chapters
            .iter()
            .map(|chapter| language::plain(chapter.title))
            .collect();
        assert_eq!(headings, titles);
        for sentence in chapters.iter().flat_map(|chapter| chapter.sentences) {
            assert!(
                DOCUMENT
                    .lines()
                    .any(|line| line == language::plain(sentence)),
                "not in the document: {sentence}"
            );
        }
    }
}
