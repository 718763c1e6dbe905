use super::*;

fn file(path: &str, immutable: bool, raw: usize, brotli: usize) -> File {
    File {
        path: path.to_owned(),
        content_type: "text/plain",
        etag: String::new(),
        immutable,
        raw: vec![0; raw],
        brotli: Some(vec![0; brotli]),
        gzip: None,
    }
}

#[test]
fn the_first_visit_is_the_page_and_what_it_names() {
    let files = [
        file("assets/app.wasm", true, 900, 300),
        file("icon-512.png", false, 5000, 5000),
        file("index.html", false, 90, 40),
    ];
    let table = report(&files);
    let total = table
        .lines()
        .find(|line| line.starts_with("first visit"))
        .unwrap();
    assert_eq!(
        total.split_whitespace().collect::<Vec<_>>()[2..],
        ["990", "990", "340"]
    );
}

#[test]
fn a_bundle_over_its_budget_is_refused() {
    let files = [file(
        "assets/app.wasm",
        true,
        FIRST_VISIT_BROTLI_MAX * 2,
        FIRST_VISIT_BROTLI_MAX,
    )];
    assert_eq!(budget_used(&files).unwrap(), 100);
    let files = [file(
        "assets/app.wasm",
        true,
        400_000,
        FIRST_VISIT_BROTLI_MAX + 1,
    )];
    let error = budget_used(&files).unwrap_err().to_string();
    assert!(error.contains("budget of 150 KiB"), "{error}");
}
