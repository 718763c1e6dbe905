use super::*;

const PAGE_TEXT: &str = "<!doctype html>\n\
    <link data-trunk rel=\"css\" href=\"style.css\">\n\
    <link rel=\"modulepreload\" href=\"/app/app.js\">\n\
    <link data-trunk rel=\"inline\" href=\"icons.svg\">\n";

fn files(page: &str) -> Files {
    let files = [
        ("index.html", page),
        ("style.css", "a{src:url(a.png)}"),
        ("a.png", "not really"),
        ("icons.svg", "<svg><!-- note --><symbol id=\"i-a\"/></svg>"),
        ("robots.txt", "User-agent: *"),
    ];
    files
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
}

fn app(module: &str) -> Vec<(String, Vec<u8>)> {
    [("app.js", "go()"), ("app_bg.wasm", module)]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
}

fn page(site: &[Asset]) -> String {
    let page = site.iter().find(|asset| asset.path == PAGE).unwrap();
    String::from_utf8(page.content.clone()).unwrap()
}

#[test]
fn every_file_is_there_once_under_the_name_that_is_used() {
    let site = resolve(files(PAGE_TEXT), app("one")).unwrap();
    let page = page(&site);
    let paths: Vec<&str> = site.iter().map(|asset| asset.path.as_str()).collect();
    assert_eq!(paths.len(), 6, "{paths:?}");
    assert!(paths.contains(&"robots.txt"));
    let styles = site
        .iter()
        .find(|asset| asset.path.ends_with(".css"))
        .unwrap();
    assert!(
        styles.immutable && page.contains(&format!("\"/{}\"", styles.path)),
        "{page}"
    );
    let image = site
        .iter()
        .find(|asset| asset.path.ends_with(".png"))
        .unwrap();
    let named = format!("url(\"/{}\")", image.path);
    assert!(String::from_utf8_lossy(&styles.content).contains(&named));
    let script = site
        .iter()
        .find(|asset| asset.path.ends_with("/app.js"))
        .unwrap();
    assert!(
        script.immutable && page.contains(&format!("\"/{}\"", script.path)),
        "{page}"
    );
}

#[test]
fn icons_are_in_the_page_and_nowhere_else() {
    let site = resolve(files(PAGE_TEXT), app("one")).unwrap();
    assert!(
        page(&site).contains("<svg><symbol id=\"i-a\"/>"),
        "{}",
        page(&site)
    );
    assert!(!site.iter().any(|asset| asset.path.contains("icons")));
}

#[test]
fn names_follow_the_content() {
    let before = resolve(files(PAGE_TEXT), app("one")).unwrap();
    let mut changed = files(PAGE_TEXT);
    changed.insert("a.png".to_owned(), b"other".to_vec());
    let after = resolve(changed, app("one")).unwrap();
    let path = |site: &[Asset], end: &str| -> String {
        site.iter()
            .find(|asset| asset.path.ends_with(end))
            .unwrap()
            .path
            .clone()
    };
    // The image changes the sheet that names it; the client stays.
    assert_ne!(path(&before, ".png"), path(&after, ".png"));
    assert_ne!(path(&before, ".css"), path(&after, ".css"));
    assert_eq!(path(&before, ".wasm"), path(&after, ".wasm"));
    let after = resolve(files(PAGE_TEXT), app("two")).unwrap();
    assert_ne!(path(&before, "/app.js"), path(&after, "/app.js"));
}

#[test]
fn a_missing_file_is_named() {
    let page = "<link data-trunk rel=\"css\" href=\"gone.css\">";
    let error = format!("{:#}", resolve(files(page), app("one")).unwrap_err());
    assert!(error.contains("there is no `gone.css`"), "{error}");
    let page = "<link rel=\"modulepreload\" href=\"/app/other.js\">";
    let error = format!("{:#}", resolve(files(page), app("one")).unwrap_err());
    assert!(error.contains("has no `other.js`"), "{error}");
}

#[test]
fn a_file_of_unknown_type_is_refused() {
    let mut files = files(PAGE_TEXT);
    files.insert("notes.docx".to_owned(), Vec::new());
    let error = format!("{:#}", resolve(files, app("one")).unwrap_err());
    assert!(error.contains("content type"), "{error}");
}

#[test]
fn the_page_in_the_repository_is_accepted() {
    let web_dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/web");
    let site = site(&web_dir, app("one")).unwrap();
    let page = page(&site);
    assert!(page.starts_with("<!doctype html>"));
    assert!(
        !page.contains("data-trunk") && !page.contains("<!--"),
        "{page}"
    );
}
