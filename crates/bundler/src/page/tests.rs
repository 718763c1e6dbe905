use super::*;

/// A folder that has every file, and says in the address what it was asked for.
struct AnyFolder;

impl Assets for AnyFolder {
    fn hashed(&mut self, name: &str) -> Result<String> {
        Ok(format!("/hashed/{name}"))
    }

    fn styles(&mut self, names: &[String]) -> Result<String> {
        Ok(format!("/hashed/{}", names.join("+")))
    }

    fn app(&mut self, name: &str) -> Result<String> {
        Ok(format!("/app-0123/{name}"))
    }

    fn plain(&mut self, name: &str) -> Result<()> {
        ensure!(name != "missing.png", "there is no `{name}`");
        Ok(())
    }

    fn inlined(&mut self, name: &str) -> Result<String> {
        Ok(format!("<svg>{name}</svg>"))
    }
}

fn served(page: &str) -> String {
    rewrite(page, &mut AnyFolder).unwrap().trim_end().to_owned()
}

fn refused(page: &str) -> String {
    format!("{:#}", rewrite(page, &mut AnyFolder).unwrap_err())
}

#[test]
fn marked_files_get_hashed_names() {
    assert_eq!(
        served(r#"<link data-trunk rel="css" href="style.css">"#),
        r#"<link rel="stylesheet" href="/hashed/style.css">"#
    );
    assert_eq!(
        served(r#"<link data-trunk rel="icon" type="image/svg+xml" href="favicon.svg">"#),
        r#"<link rel="icon" type="image/svg+xml" href="/hashed/favicon.svg">"#
    );
    assert_eq!(
        served(r#"<script data-trunk type="module" src="boot.js"></script>"#),
        r#"<script type="module" src="/hashed/boot.js"></script>"#
    );
}

#[test]
fn sheets_become_one() {
    let page = "<link data-trunk rel=\"css\" href=\"a.css\">\n\
        <link data-trunk rel=\"css\" href=\"b.css\">\n<p>";
    assert_eq!(
        served(page),
        "<link rel=\"stylesheet\" href=\"/hashed/a.css+b.css\">\n<p>"
    );
    assert!(
        refused(r#"<link data-trunk rel="css" media="print" href="a.css">"#).contains("@media")
    );
}

#[test]
fn icons_are_put_into_the_page() {
    assert_eq!(
        served(r#"<div hidden><link data-trunk rel="inline" href="icons.svg"></div>"#),
        "<div hidden><svg>icons.svg</svg></div>"
    );
}

#[test]
fn the_client_gets_its_folder() {
    assert_eq!(
        served(r#"<link id="app-script" rel="modulepreload" href="/app/app.js">"#),
        r#"<link id="app-script" rel="modulepreload" href="/app-0123/app.js">"#
    );
}

#[test]
fn plain_names_stay_when_the_file_exists() {
    let manifest = r#"<link rel="manifest" href="/app.webmanifest">"#;
    assert_eq!(served(manifest), manifest);
    assert!(refused(r#"<img src="/missing.png">"#).contains("there is no `missing.png`"));
}

#[test]
fn text_and_closing_tags_are_copied() {
    let page = "<!doctype html>\n<p lang=\"fr\">a < b — ça</p>\n<br>";
    assert_eq!(served(page), page);
}

#[test]
fn drawings_keep_their_form() {
    let page = r#"<svg viewBox="0 0 8 8"><path d="M0 0h8"/><symbol id="a"></symbol></svg>"#;
    assert_eq!(served(page), page);
}

#[test]
fn comments_leave_no_trace() {
    assert_eq!(
        served("<p>a</p>\n<!-- <style> in here -->\n<p>b</p>"),
        "<p>a</p>\n<p>b</p>"
    );
}

#[test]
fn what_the_policy_forbids_is_refused() {
    assert!(refused("<style>p { margin: 0 }</style>").contains("<style>"));
    assert!(refused("<script>alert(1)</script>").contains("without src"));
    assert!(refused(r#"<p style="color: red">"#).contains("<p style>"));
    assert!(refused(r#"<P STYLE="color: red">"#).contains("<P style>"));
    assert!(refused(r#"<button onclick="go()">"#).contains("<button onclick>"));
    assert!(refused(r#"<base href="/">"#).contains("<base>"));
}

#[test]
fn other_sites_are_refused() {
    for address in [
        "https://example.org/a.css",
        "//example.org/a.css",
        "javascript:go()",
    ] {
        let page = format!("<link rel=\"stylesheet\" href=\"{address}\">");
        assert!(refused(&page).contains("another site"), "{address}");
    }
}

#[test]
fn relative_names_are_refused() {
    assert!(refused(r#"<img src="a.png">"#).contains("begin it with a slash"));
    assert!(refused(r#"<link data-trunk rel="css" href="/a.css">"#).contains("without a slash"));
}

#[test]
fn a_complaint_names_the_line() {
    assert!(refused("<p>\n<p>\n<style>").starts_with("in line 3"));
    assert!(refused("<p>\n<!-- open").starts_with("in line 2"));
    assert!(refused("<p>\n<p class=a>").contains("double quotes"));
    assert!(refused("<p class=\"a\"").contains("has no end"));
}
