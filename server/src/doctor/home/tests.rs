use super::Home;

fn home(listeners: &[&str]) -> Home {
    Home::of(listeners.iter().map(|at| at.parse().unwrap()).collect())
}

fn has(home: &Home, address: &str) -> bool {
    home.has(address.parse().unwrap())
}

#[test]
fn a_listener_on_loopback_is_at_home_there_only() {
    let home = home(&["127.0.0.1:8080", "[::1]:8080"]);
    assert!(has(&home, "127.0.0.1:8080"));
    assert!(has(&home, "[::1]:8080"));
    assert!(has(&home, "[::ffff:127.0.0.1]:8080"));
    for neighbour in ["127.0.0.1:22", "127.0.0.2:8080", "192.168.1.1:8080"] {
        assert!(!has(&home, neighbour), "{neighbour}");
    }
    assert!(home.has_port(8080) && !home.has_port(22));
}

#[test]
fn a_listener_on_every_address_is_at_home_on_this_machine_only() {
    let home = home(&["0.0.0.0:8080"]);
    assert!(has(&home, "127.0.0.1:8080"));
    // Of documentation, a cloud's figures, a router, everybody and nobody.
    for neighbour in [
        "192.0.2.7:8080",
        "169.254.169.254:8080",
        "192.168.1.1:8080",
        "224.0.0.1:8080",
        "0.0.0.0:8080",
        "127.0.0.1:8081",
    ] {
        assert!(!has(&home, neighbour), "{neighbour}");
    }
}
