use super::*;

fn words(source: &str, word: &str) -> Vec<usize> {
    lines_with(&only(source), word)
}

#[test]
fn comments_and_strings_are_not_code() {
    assert_eq!(
        words(
            "// todo!()\n/* todo!() /* */ todo!() */\n\"todo!()\"",
            "todo!"
        ),
        [0; 0]
    );
    assert_eq!(words("r#\"a \" todo!()\"#; br\"todo!()\"", "todo!"), [0; 0]);
    assert_eq!(words("\"\\\" todo!()\"", "todo!"), [0; 0]);
}

#[test]
fn code_after_them_is() {
    assert_eq!(words("// a\n\"b\"; 'c'; '\\''; todo!()", "todo!"), [2]);
    assert_eq!(words("/* a */ todo!()\nr\"\\\"; todo!()", "todo!"), [1, 2]);
    assert_eq!(words("fn a<'a>(b: &'a str) { todo!() }", "todo!"), [1]);
    assert_eq!(words("let var\"x\"; todo!()", "todo!"), [1]);
}

#[test]
fn a_word_is_whole() {
    assert_eq!(words("use chat_store::{Store, StoreError};", "Store"), [1]);
    assert_eq!(
        words("use chat_store::StoreError;\nMemoryStore::new()", "Store"),
        [0; 0]
    );
    assert_eq!(words("std::time::Instant::now()", "Instant::now"), [1]);
    assert_eq!(words("my_todo!()", "todo!"), [0; 0]);
}

#[test]
fn lines_stay_where_they_are() {
    let source = "a\n\"b\nc\"\nd // e\n";
    assert_eq!(only(source).lines().count(), source.lines().count());
}
