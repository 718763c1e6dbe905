use clap::{CommandFactory, Parser};

use super::{Cli, Task};
use crate::config::{LoopbackLimit, RateLimit};

fn parse(arguments: &[&str]) -> Result<super::ServeArgs, clap::Error> {
    match task(arguments)? {
        Task::Serve(args) => Ok(args),
        other @ (Task::Verify(_) | Task::Doctor(_)) => panic!("this serves: {other:?}"),
    }
}

fn task(arguments: &[&str]) -> Result<Task, clap::Error> {
    Cli::try_parse_from(std::iter::once(&"server").chain(arguments)).map(Cli::into_task)
}

#[test]
fn verify_takes_a_path_and_no_flags_of_serving() {
    let asked = task(&["verify", "--data", "/tmp/copy.db"]).expect("parses");
    assert!(
        matches!(asked, Task::Verify(args) if args.data == std::path::Path::new("/tmp/copy.db"))
    );
    assert!(task(&["verify", "--listen", "127.0.0.1:1"]).is_err());
}

#[test]
fn the_command_line_is_well_formed() {
    Cli::command().debug_assert();
}

#[test]
fn no_subcommand_serves_and_so_does_serve() {
    for arguments in [
        &["--data", "/tmp/x"][..],
        &["serve", "--data", "/tmp/x"][..],
    ] {
        let args = parse(arguments).expect("parses");
        assert_eq!(args.data, std::path::Path::new("/tmp/x"));
        assert!(args.listen.is_empty());
    }
}

#[test]
fn listen_and_allow_origin_may_be_repeated() {
    let args = parse(&[
        "--listen",
        "0.0.0.0:80",
        "--listen",
        "[::]:80",
        "--allow-origin",
        "https://a.example",
        "--allow-origin",
        "http://b.example:8080",
    ])
    .expect("parses");
    assert_eq!(args.listen.len(), 2);
    assert_eq!(args.allow_origin.len(), 2);
}

#[test]
fn the_rate_limit_is_on_or_off() {
    assert_eq!(parse(&[]).expect("parses").rate_limit, RateLimit::On);
    assert_eq!(
        parse(&["--rate-limit", "off"]).expect("parses").rate_limit,
        RateLimit::Off
    );
    assert!(parse(&["--rate-limit", "maybe"]).is_err());
}

#[test]
fn an_address_without_a_port_and_an_origin_with_a_path_are_refused() {
    assert!(parse(&["--listen", "127.0.0.1"]).is_err());
    assert!(parse(&["--allow-origin", "https://a.example/chat"]).is_err());
}

#[test]
fn who_is_let_in_can_be_set_and_never_to_nobody() {
    let args = parse(&[
        "--max-connections",
        "100",
        "--max-connections-per-address",
        "10",
        "--max-handshakes",
        "5",
        "--limit-loopback",
        "on",
        "--trust-proxy",
        "10.0.0.1,172.18.0.0/16",
        "--trust-proxy",
        "::1",
    ])
    .expect("parses");
    let door = args.door();
    assert_eq!(door.connections_max, 100);
    assert_eq!(door.connections_per_address_max, 10);
    assert_eq!(door.handshakes_per_second, 5);
    assert_eq!(door.limit_loopback, LoopbackLimit::On);
    assert_eq!(door.trust_proxies.len(), 3);
    for flag in [
        "--max-connections",
        "--max-connections-per-address",
        "--max-handshakes",
    ] {
        assert!(parse(&[flag, "0"]).is_err(), "{flag}");
    }
    assert!(parse(&["--trust-proxy", "proxy.example"]).is_err());
}
