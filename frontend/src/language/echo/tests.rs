use super::*;

const MESSAGES: &str = "\
said-none = Choose a name.
said-long = A name has at most {$number} characters.
said-lies = The file begins as {$kind}, but {$what}.
said-ended = The server ended it: {$why}
said-size = {$number} characters.
other = Choose a name!
";

fn heard(sentence: &str) -> Option<(String, Vec<(String, String)>)> {
    let sayings = sayings(MESSAGES);
    let (key, args) = super::heard(&sayings, sentence)?;
    let args = args.iter().map(|(name, value)| {
        let FluentValue::String(value) = value else {
            panic!("not a text: {value:?}");
        };
        (name.to_owned(), value.to_string())
    });
    Some((key, args.collect()))
}

#[test]
fn a_sentence_is_known_by_its_words() {
    let (key, args) = heard("Choose a name.").expect("it is in the file");
    assert_eq!((key.as_str(), args.len()), ("said-none", 0));
}

#[test]
fn what_is_filled_in_is_found() {
    let (key, args) = heard("A name has at most 40 characters.").expect("it is in the file");
    assert_eq!(key, "said-long");
    assert_eq!(args, [("number".to_owned(), "40".to_owned())]);
    let (_, args) = heard("The file begins as PNG, but it ends, early.").expect("as above");
    let args: Vec<&str> = args.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(args, ["PNG", "it ends, early"]);
    let (_, args) = heard("The file begins as A.B, but it ends. Why.").expect("as above");
    let args: Vec<&str> = args.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(args, ["A.B", "it ends. Why"]);
    let (_, args) = heard("The server ended it: no reason.").expect("as above");
    assert_eq!(args[0].1, "no reason.");
}

#[test]
fn what_is_not_there_is_not_taken_for_something_else() {
    for other in [
        "",
        "Choose a name",
        "Do choose a name.",
        "Choose a name. Now.",
        "Choose a name!",
        "A name has at most 40 letters.",
    ] {
        assert!(heard(other).is_none(), "{other}");
    }
}
