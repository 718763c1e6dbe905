use super::*;

fn served(sheet: &str) -> String {
    rewrite(sheet, "css/style.css", |name| Ok(format!("/hashed/{name}"))).unwrap()
}

fn refused(sheet: &str) -> String {
    let result = rewrite(sheet, "css/style.css", |name| Ok(name.to_owned()));
    format!("{:#}", result.unwrap_err())
}

#[test]
fn named_files_are_resolved_from_the_sheet() {
    assert_eq!(
        served("a{src:url(a.woff2)}"),
        "a{src:url(\"/hashed/css/a.woff2\")}\n"
    );
    assert_eq!(
        served("a{src:url('../b.svg')}"),
        "a{src:url(\"/hashed/b.svg\")}\n"
    );
    assert_eq!(
        served("a{src:url(\"./b.svg\")}"),
        "a{src:url(\"/hashed/css/b.svg\")}\n"
    );
}

#[test]
fn data_and_fragments_stay() {
    let sheet = "a{mask:url(\"data:image/svg+xml,%3Csvg/%3E\");filter:url(\"#f\")}\n";
    assert_eq!(served(sheet), sheet);
}

#[test]
fn comments_and_margins_go() {
    assert_eq!(
        served("/* url(x) */\n  a {\n    top: 0; /* why */\n  }\n"),
        "a {\ntop: 0;\n}\n"
    );
}

#[test]
fn strings_are_left_alone() {
    let sheet = "a::before{content:\"/* \\\" url(x) */\"}\n";
    assert_eq!(served(sheet), sheet);
}

#[test]
fn what_cannot_be_served_is_refused() {
    assert!(refused("@import \"b.css\";").contains("@import"));
    assert!(refused("a{src:url(https://example.org/a.woff2)}").contains("another site"));
    assert!(refused("a{src:url(../../a.woff2)}").contains("leaves the folder"));
    assert!(refused("a{src:url(/a.woff2)}").contains("relative"));
    assert!(refused("/* open").contains("no end"));
}
