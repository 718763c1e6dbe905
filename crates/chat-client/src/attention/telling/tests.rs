use super::*;

fn has_one(text: &str, word: &str) -> bool {
    has_any(text, &[word.to_owned()])
}

#[test]
fn a_word_is_found_whole_and_in_any_case() {
    for (text, word) in [
        ("The Deploy is done", "deploy"),
        ("deploy", "DEPLOY"),
        ("(deploy)", "deploy"),
        ("loam probe 17", "loam probe"),
        ("我在上海工作", "上海"),
        ("foo::bar()", "bar"),
        ("a deployment, then deploy", "deploy"),
    ] {
        assert!(has_one(text, word), "{word} in {text}");
    }
    for (text, word) in [
        ("deployment", "deploy"),
        ("redeploy", "deploy"),
        ("", "deploy"),
    ] {
        assert!(!has_one(text, word), "{word} in {text}");
    }
}
