use super::*;
use crate::composing::when::Day;
use crate::markup::{self, Block, Span};

fn sent(typed: &str) -> String {
    match read(typed, "Ada") {
        Ok(Meant::Send(text)) => text,
        other => panic!("{typed} is {other:?}"),
    }
}

#[test]
fn what_is_no_command_is_sent_as_it_is() {
    for text in ["hi", " /help", "a/b", "", "\n/me"] {
        assert_eq!(sent(text), text);
    }
    assert_eq!(sent("//help"), "/help");
    assert_eq!(sent("///"), "//");
}

#[test]
fn every_command_does_what_it_says() {
    assert_eq!(read("/help", "Ada"), Ok(Meant::Help));
    assert_eq!(read("/HELP  ", "Ada"), Ok(Meant::Help));
    assert_eq!(read("/invite ", "Ada"), Ok(Meant::CopyRoomLink));
    let invitation = Meant::Invite {
        named: vec!["ben".to_owned(), "cy".to_owned()],
        words: "come in".to_owned(),
    };
    assert_eq!(read("/invite @ben @cy come in", "Ada"), Ok(invitation));
    assert_eq!(read("/topic", "Ada"), Ok(Meant::ShowTopic));
    let topic = |words: &str| Ok(Meant::SetTopic(words.to_owned()));
    assert_eq!(
        read("/topic  tea - and more ", "Ada"),
        topic("tea - and more")
    );
    assert_eq!(read("/topic -", "Ada"), topic(""));
    let room = Meant::OpenRoom("firmware".to_owned());
    assert_eq!(read("/join #firmware", "Ada"), Ok(room.clone()));
    assert_eq!(read("/join  firmware ", "Ada"), Ok(room));
    let later = |text: &str, reminds| Meant::Later {
        when: When::At(Day::Next, 18 * 60),
        text: text.to_owned(),
        reminds,
    };
    assert_eq!(read("/later 18:00 tea", "Ada"), Ok(later("tea", false)));
    assert_eq!(read("/later 18:00", "Ada"), Ok(later("", false)));
    assert_eq!(
        read("/remind me 18:00", "Ada"),
        Err(CommandRefusal::NoTime("remind"))
    );
    assert_eq!(
        read("/remind me 18:00 to drink", "Ada"),
        Ok(later("drink", true))
    );
    assert_eq!(
        read("/later tea", "Ada"),
        Err(CommandRefusal::NoTime("later"))
    );
    assert_eq!(sent("/me waves"), "*Ada waves*");
    assert_eq!(sent("/spoiler he dies"), "||he dies||");
    let hidden = markup::parse(&sent("/spoiler he dies"));
    assert!(
        matches!(&hidden[..], [Block::Paragraph(spans)] if matches!(&spans[..], [Span::Spoiler(_)]))
    );
    for (typed, shown) in [("/shrug", "¯\\_(ツ)_/¯"), ("/shrug so?", "so? ¯\\_(ツ)_/¯")] {
        assert_eq!(markup::plain(&markup::parse(&sent(typed)), 100), shown);
    }
    for command in COMMANDS {
        let behind = match command.name {
            "later" => "18:00 text",
            "poll" => "Question? | one | another",
            "remind" => "me in 20 minutes text",
            _ if command.takes => "words",
            _ => "",
        };
        let typed = ["/", command.name, " ", behind].concat();
        let meant = read(&typed, "Ada");
        assert!(meant.is_ok(), "{typed}");
        // A plan knows of no thread.
        let is_plan = matches!(meant, Ok(Meant::Later { .. }));
        assert_eq!(works_in_threads(command.name), !is_plan, "{typed}");
    }
}

#[test]
fn a_command_that_nobody_knows_is_refused_in_words() {
    let refusal = read("/usr/bin is large", "Ada").expect_err("no command");
    assert_eq!(refusal, CommandRefusal::Unknown("usr/bin".to_owned()));
    assert!(
        refusal
            .to_string()
            .starts_with("There is no command /usr/bin.")
    );
    assert!(read("/", "Ada").is_err());
    let refusal = read("/join", "Ada").expect_err("says nothing by itself");
    assert_eq!(refusal, CommandRefusal::Alone("join"));
}

#[test]
fn a_poll_is_a_question_whose_answers_are_offered_as_reactions() {
    let poll = sent("/poll Tea? | Yes, please | No");
    assert_eq!(poll, "Tea?\n1️⃣ Yes, please\n2️⃣ No");
    assert_eq!(offered(&poll), ["1️⃣", "2️⃣"]);
    for none in ["Tea?\n1️⃣ alone", "1️⃣ a\n2️⃣ b", "", "Tea?\n2️⃣ b\n1️⃣ a"] {
        assert_eq!(offered(none), [""; 0], "{none}");
    }
    for bad in [
        "/poll Tea?",
        "/poll Tea? | Yes",
        "/poll | |",
        "/poll a|1|2|3|4|5|6|7|8|9|10",
    ] {
        assert_eq!(read(bad, "Ada"), Err(CommandRefusal::NoPoll), "{bad}");
    }
    let twice = |answer: &str| Err(CommandRefusal::TwiceInPoll(answer.to_owned()));
    assert_eq!(read("/poll Tea? | Yes | No | Yes", "Ada"), twice("Yes"));
    assert_eq!(read("/poll Tea? | Ja | Nö |  NÖ ", "Ada"), twice("NÖ"));
    assert_eq!(sent("/poll No? | No? | No"), "No?\n1️⃣ No?\n2️⃣ No");
}

#[test]
fn a_correction_is_read_and_what_only_looks_like_one_is_sent() {
    let correct = |old: &str, new: &str| {
        Ok(Meant::Correct {
            old: old.to_owned(),
            new: new.to_owned(),
            all: false,
        })
    };
    let everywhere = Meant::Correct {
        old: "teh".to_owned(),
        new: "the".to_owned(),
        all: true,
    };
    assert_eq!(read("s/teh/the/g", "Ada"), Ok(everywhere));
    assert_eq!(read("s/teh/the/", "Ada"), correct("teh", "the"));
    assert_eq!(read("s/gone//", "Ada"), correct("gone", ""));
    assert_eq!(read("s/a\\/b/c\\/d/", "Ada"), correct("a/b", "c/d"));
    for text in [
        "s/he/they are welcome",
        "s/one",
        "s//x/",
        "s/a/b/ and more",
        "s/a/b/c/d",
        "s/a/b/go",
        "s/a\nb/c/",
        "as/b/c/",
    ] {
        assert_eq!(sent(text), text);
    }
}

#[test]
fn what_is_said_of_somebody_is_said_and_taken_back() {
    let status = |said: &str| Ok(Meant::Status(said.to_owned()));
    assert_eq!(read("/away", "Ada"), Ok(Meant::Away));
    assert_eq!(read("/away at lunch", "Ada"), status("at lunch"));
    assert_eq!(
        read("/status in the allotment", "Ada"),
        status("in the allotment")
    );
    assert_eq!(read("/back", "Ada"), status(""));
}
