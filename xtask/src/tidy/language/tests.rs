use super::*;

const WORDS: &str = "\
close = Close
left = { $count ->
    [one] {$count} message of {$name}
   *[other] {$count} messages of {$name}
}
boot-late = It is late.
said-long = It has {$number} signs.
";

const BOOT_JS: &str = "const words = {\n  late: \"It is late.\",\n};\n";

fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

/// What is found when the page is this one, beside a language of this file.
fn found(page: &str, german: Option<&str>) -> Vec<String> {
    let mut files = vec![("m/en.ftl".to_owned(), WORDS.to_owned())];
    files.extend(german.map(|text| ("m/de.ftl".to_owned(), text.to_owned())));
    let sources = [
        source("frontend/src/ui/page.rs", page),
        source("server/src/lib.rs", "format!(\"It has {signs} signs.\")"),
        source("server/src/tests.rs", "\"no text of ours\""),
    ];
    let found = findings(&files, BOOT_JS, &sources);
    found.iter().map(ToString::to_string).collect()
}

const PAGE: &str = "fn f() { t!(\"close\"); t!(\"left\", count = a(1, b), name = x.name[0]) }";

const GERMAN: &str = "\
close = Schließen
left = { $count ->
    [one] eine Nachricht von {$name}
   *[other] {$count} Nachrichten von {$name}
}
boot-late = Es ist spät.
said-long = Es hat {$number} Zeichen.
";

#[test]
fn a_page_that_says_all_by_keys_is_good() {
    assert_eq!(found(PAGE, Some(GERMAN)), [""; 0]);
}

#[test]
fn a_key_that_is_not_there_is_found() {
    let page = [PAGE, "fn g() { t!(\"open\") }"].concat();
    assert_eq!(
        found(&page, None),
        ["frontend/src/ui/page.rs:1: there is no key `open`"]
    );
}

#[test]
fn a_key_that_nobody_says_is_found() {
    let page = PAGE.replace("t!(\"close\"); ", "");
    assert_eq!(found(&page, None), ["m/en.ftl: nobody says `close`"]);
}

#[test]
fn what_is_given_is_what_is_said() {
    let page = PAGE.replace(", name = x.name[0]", "");
    assert_eq!(
        found(&page, None),
        ["frontend/src/ui/page.rs:1: `left` is given [count] and says [count, name]"]
    );
}

#[test]
fn text_in_the_code_is_found() {
    for text in [
        "\"Close\"",
        "p.text(\"close\")",
        "el.attr(\"title\", \"close it\")",
        "[\"there are \", n, \" more.\"]",
    ] {
        let page = [PAGE, "fn g() { ", text, " }"].concat();
        assert_eq!(found(&page, None).len(), 1, "{text}");
    }
    for other in [
        "div(\"btn primary\")",
        "x.expect(\"There is one\")",
        "key == \"Escape\"",
        "// \"Close\" it.\n",
        "\"M0 0h12\"",
    ] {
        let page = [PAGE, "fn g() { ", other, " }"].concat();
        assert_eq!(found(&page, None), [""; 0], "{other}");
    }
    let tested = [PAGE, "\n#[cfg(test)]\nmod tests {\n  \"Close\"\n}"].concat();
    assert_eq!(found(&tested, None), [""; 0]);
}

#[test]
fn a_language_has_the_same_keys() {
    let less = GERMAN.replace("close = Schließen\n", "");
    assert_eq!(found(PAGE, Some(&less)), ["m/de.ftl: `close` is missing"]);
    let more = [GERMAN, "open = Öffnen\n"].concat();
    assert_eq!(
        found(PAGE, Some(&more)),
        ["m/de.ftl: `open` is no key of the English file"]
    );
    let twice = [GERMAN, "close = Zu\n"].concat();
    assert_eq!(
        found(PAGE, Some(&twice)),
        ["m/de.ftl: `close` stands here twice"]
    );
}

#[test]
fn a_language_fills_the_same_in_by_forms_that_it_has() {
    let lost = GERMAN.replace("von {$name}", "");
    assert_eq!(
        found(PAGE, Some(&lost)),
        ["m/de.ftl: `left` does not say `$name`"]
    );
    let other = GERMAN.replace("{$number}", "{$signs}");
    assert_eq!(
        found(PAGE, Some(&other)),
        [
            "m/de.ftl: `said-long` is not given `$signs`",
            "m/de.ftl: `said-long` does not say `$number`"
        ]
    );
    let form = GERMAN.replace("[one]", "[few]");
    assert_eq!(
        found(PAGE, Some(&form)),
        ["m/de.ftl: `left` has the form `few`, which this language has not"]
    );
}

#[test]
fn a_damaged_file_is_found_with_its_line() {
    let damaged = GERMAN.replace("boot-late = Es ist spät.", "boot-late Es ist spät.");
    let found = found(PAGE, Some(&damaged));
    assert!(found[0].starts_with("m/de.ftl:6: "), "{found:?}");
}

#[test]
fn what_the_first_script_says_stands_in_a_line() {
    let long = GERMAN.replace("Es ist spät.", "Es ist\n    spät.");
    assert_eq!(
        found(PAGE, Some(&long)),
        ["m/de.ftl: `boot-late` is read by the line: one line, and nothing filled in"]
    );
    let files = [("m/en.ftl".to_owned(), WORDS.to_owned())];
    let page = [
        source("frontend/src/ui/page.rs", PAGE),
        source("server/src/lib.rs", "\"It has {} signs.\""),
    ];
    let found = findings(&files, "const words = {};", &page);
    assert_eq!(
        found[0].to_string(),
        "m/en.ftl: `boot-late` is not said by frontend/web/boot.js"
    );
}

#[test]
fn what_nobody_says_below_is_found() {
    let files = [("m/en.ftl".to_owned(), WORDS.to_owned())];
    let page = [
        source("frontend/src/ui/page.rs", PAGE),
        source("server/src/lib.rs", "\"It has {} letters.\""),
    ];
    let found = findings(&files, BOOT_JS, &page);
    assert_eq!(
        found[0].to_string(),
        "m/en.ftl: nobody says `said-long` below in these words"
    );
}
