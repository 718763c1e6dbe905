use super::*;

const GERMAN: &str = "\
try-now = Jetzt versuchen
banner-next-try = Nächster Versuch in {$left}
words-unread-above =
    { $count ->
        [one] {$count} ungelesene Nachricht
       *[other] {$count} ungelesene Nachrichten
    }
said-name-long = Ein Name hat höchstens {$number} Zeichen.
";

fn in_german() {
    speak(Language::German, Some(GERMAN.to_owned()), |number| {
        // As the browser's do, they ask which language is spoken while it speaks.
        assert_eq!(spoken(), Language::German);
        in_groups(number).replace(',', ".")
    });
}

#[test]
fn english_is_always_there() {
    assert_eq!(t!("try-now"), "Try now");
    assert_eq!(t!("banner-next-try", left = "3 s"), "Next try in 3 s");
    assert_eq!(
        t!("words-unread-above", count = 1),
        "1 unread message above"
    );
    assert_eq!(
        t!("words-unread-above", count = 12_480),
        "12,480 unread messages above"
    );
    assert_eq!(t!("list-comma"), ", ");
}

#[test]
fn another_language_speaks_its_own_plurals_and_numbers() {
    in_german();
    assert_eq!(spoken(), Language::German);
    assert_eq!(t!("try-now"), "Jetzt versuchen");
    assert_eq!(
        t!("banner-next-try", left = "3 s"),
        "Nächster Versuch in 3 s"
    );
    assert_eq!(
        t!("words-unread-above", count = 1),
        "1 ungelesene Nachricht"
    );
    assert_eq!(
        t!("words-unread-above", count = 1_234),
        "1.234 ungelesene Nachrichten"
    );
    assert_eq!(number(1_000_000.0), "1.000.000");
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    in_german();
    assert_eq!(t!("close"), "Close");
}

#[test]
fn a_damaged_file_leaves_what_can_be_read() {
    let damaged = "try-now = Versuchen\n= { broken\nclose = Zu\n";
    speak(Language::German, Some(damaged.to_owned()), in_groups);
    assert_eq!(t!("try-now"), "Versuchen");
    assert_eq!(t!("close"), "Zu");
    assert_eq!(t!("retry"), "Retry");
}

#[test]
fn sentences_from_below_are_said_again() {
    let sentence = "A name has at most 40 characters.";
    assert_eq!(said(sentence), sentence, "English stays as it came");
    in_german();
    assert_eq!(said(sentence), "Ein Name hat höchstens 40 Zeichen.");
    assert_eq!(said("Nobody knows this."), "Nobody knows this.");
}

#[test]
fn what_the_machine_says_of_a_file_is_said_in_other_languages() {
    let messages = "said-bytes-gone = Weg.\n".to_owned();
    speak(Language::German, Some(messages), in_groups);
    assert_eq!(said(chat_client::uploads::BYTES_ARE_GONE), "Weg.");
}

#[test]
fn phrases_in_a_sentence_are_said_again_too() {
    let messages = "\
said-file-damaged = Kaputt: {$kind}, aber {$what}.
said-kind-picture = ein Bild
said-file-large = Größer als {$size}.
said-size-megabytes = {$number} Megabyte
said-ended-for-good = Zu Ende: {$why}.
said-search-no-date = {$value} ist kein Datum.
said-name-sign = Kein {$sign} im Namen.
said-sign-quoted = „{$letter}“
";
    speak(Language::German, Some(messages.to_owned()), in_groups);
    let damaged = "The file is damaged: it begins as a picture, but the cat sits on it.";
    assert_eq!(
        said(damaged),
        "Kaputt: ein Bild, aber the cat sits on it.",
        "what is not known stays as it came"
    );
    assert_eq!(said("The file is over 25 MB."), "Größer als 25 Megabyte.");
    let sign = "A name cannot contain “<”.";
    assert_eq!(said(sign), "Kein „<“ im Namen.");
    let typed = "“a picture” is no date. Dates look like 2026-11-01.";
    assert_eq!(
        said(typed),
        "a picture ist kein Datum.",
        "nor what was typed"
    );
}

/// Something for each thing that is filled into a sentence, which ends another one too.
fn filled(saying: &str) -> String {
    let mut pieces = saying.split("{$");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let (_, rest) = piece.split_once('}').expect("what is opened is closed");
        [&text, "7. s", rest].concat()
    })
}

#[test]
fn every_sentence_from_below_is_known_as_itself() {
    let sayings = echo::sayings(ENGLISH);
    let mut count = 0;
    for line in ENGLISH.lines().filter(|line| line.starts_with("said-")) {
        let (key, words) = line.split_once(" = ").expect("a key and its words");
        let sentence = filled(words);
        let heard = echo::heard(&sayings, &sentence).map(|(key, _)| key);
        assert_eq!(heard.as_deref(), Some(key), "{sentence}");
        count += 1;
    }
    assert_eq!(count, sayings.len());
}

#[test]
fn every_language_says_what_comes_from_below() {
    for language in Language::ALL {
        let path = format!("web/messages/{}.ftl", language.code());
        let messages = std::fs::read_to_string(path).expect("every language has a file");
        let is_english = language == Language::English;
        speak(language, (!is_english).then_some(messages), in_groups);
        for (sentence, words) in [
            (
                "The file is damaged: it begins as a picture, but it ends too early.",
                ["picture", "early"],
            ),
            (
                "The file is not what it says it is, but something else.",
                ["not", "else"],
            ),
            (
                "The server ended the connection for good: a fault of the server.",
                ["ended", "fault"],
            ),
            (
                "There is no TLS: no answer comes in time.",
                ["There", "comes"],
            ),
        ] {
            for word in words {
                let code = language.code();
                assert_eq!(said(sentence).contains(word), is_english, "{code}: {word}");
            }
        }
    }
}

#[test]
fn names_keep_their_direction_in_a_text_from_the_right() {
    let messages = "banner-next-try = التالي {$left}\n".to_owned();
    speak(Language::Arabic, Some(messages), in_groups);
    assert_eq!(
        t!("banner-next-try", left = "3 s"),
        "التالي \u{2068}3 s\u{2069}"
    );
}
