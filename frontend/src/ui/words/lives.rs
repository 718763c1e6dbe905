//! How a connection lives, told in chapters. Each sentence stands in `docs/websocket.md`
//! too, to the letter: one text in two places, held together by a test.

/// A chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Its heading.
    pub title: &'static str,
    /// Its sentences.
    pub sentences: &'static [&'static str],
}

/// It begins with a request.
pub const HANDSHAKE: Chapter = Chapter {
    title: "Handshake",
    sentences: &[
        "A WebSocket begins as an ordinary HTTP request that asks to upgrade and offers the languages it speaks.",
        "The server answers 101, names the language it chose, and from that byte on both sides may send whenever they like.",
        "Then the client says hello with its cookie, and the server's welcome says who it is and which rooms there are.",
    ],
};

/// What goes and comes.
pub const FRAMES: Chapter = Chapter {
    title: "Frames",
    sentences: &[
        "Everything after the handshake is frames: two to fourteen bytes of header, then the text.",
        "A browser masks what it sends, so that no proxy on the way takes it for something else; the server sends plainly.",
        "Here each frame is one JSON object that anybody can read.",
    ],
};

/// Whether anybody is there.
pub const PING_AND_PONG: Chapter = Chapter {
    title: "Ping and pong",
    sentences: &[
        "A cable that is pulled says nothing, so silence proves nothing.",
        "The server pings, the client pongs, and the time between is the round trip.",
        "Who hears nothing for longer than agreed in the welcome takes the link for dead and opens another.",
    ],
};

/// How it ends.
pub const CLOSE_CODES: Chapter = Chapter {
    title: "Close codes",
    sentences: &[
        "A connection that ends in order says why with a number.",
        "1000 is done, 1001 is a page or a server that goes away, 1012 is a restart; 4000 to 4499 ask this client to come back, 4500 to 4999 not to.",
        "1006 is no number that anybody sent: the link ended without a word.",
    ],
};

/// What goes wrong.
pub const ERRORS: Chapter = Chapter {
    title: "Errors",
    sentences: &[
        "A browser tells a page only that a WebSocket failed, never why, so that pages cannot explore a network.",
        "What can be told is how far it came: no answer, an answer but no upgrade, or a link that broke later.",
        "After two upgrades that were refused this client goes by plain requests, and looks now and then whether a WebSocket would open.",
    ],
};

/// What is not lost.
pub const COMING_BACK: Chapter = Chapter {
    title: "Coming back",
    sentences: &[
        "Every line of a room has a number, and the client knows the last one it has.",
        "A new connection asks for what came after it, and sends again what was not acknowledged, under the same id.",
        "So a cut costs time and never a message.",
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
        let titles: Vec<&str> = chapters.iter().map(|chapter| chapter.title).collect();
        assert_eq!(headings, titles);
        for sentence in chapters.iter().flat_map(|chapter| chapter.sentences) {
            assert!(
                DOCUMENT.lines().any(|line| line == *sentence),
                "not in the document: {sentence}"
            );
        }
    }
}
