use super::ServerUrl;

#[test]
fn loopback_urls_are_taken_in_every_spelling() {
    for (text, address) in [
        ("http://localhost:8080", "127.0.0.1:8080"),
        ("http://localhost:8080/", "127.0.0.1:8080"),
        ("ws://127.0.0.1:9000", "127.0.0.1:9000"),
        ("http://[::1]:8080", "[::1]:8080"),
    ] {
        let url: ServerUrl = text.parse().unwrap();
        assert_eq!(url.address().to_string(), address, "{text}");
    }
}

#[test]
fn other_hosts_are_refused() {
    for text in [
        "http://192.0.2.1:8080",
        "http://chat.example:80",
        "https://localhost:8080",
        "localhost:8080",
        "http://localhost:many",
        "http://0.0.0.0:8080",
    ] {
        assert!(text.parse::<ServerUrl>().is_err(), "{text}");
    }
}
