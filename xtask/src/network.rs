//! The network campaign of the server's tests, by a seed and for as long as somebody has.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::process::Step;

/// The test that is the campaign. It reads what is wanted from these variables.
const CAMPAIGN: &str = "network::after_a_storm_everybody_has_everything_once_and_in_order";
const SEED: &str = "CONFAB_NETWORK_SEED";
const MINUTES: &str = "CONFAB_NETWORK_MINUTES";

/// Without a wish, one storm by the seed that every run of the tests has.
const WISHES: &str = "cargo xtask network takes --seed NUMBER and --minutes NUMBER";

/// Runs storm after storm, each by the next seed.
pub(crate) fn run(root: &Path, wishes: &[&str]) -> Result<ExitCode> {
    let test = [
        "test",
        "--locked",
        "--package",
        "server",
        "--test",
        "it",
        "--",
        "--exact",
        CAMPAIGN,
        "--nocapture",
    ];
    let mut campaign = Step::cargo(&test);
    let mut wishes = wishes.iter();
    while let Some(wish) = wishes.next() {
        let variable = match *wish {
            "--seed" => SEED,
            "--minutes" => MINUTES,
            _ => bail!("{WISHES}"),
        };
        let number = wishes.next().and_then(|number| number.parse::<u64>().ok());
        campaign = campaign.with(variable, number.context(WISHES)?.to_string());
    }
    campaign.code(root)
}
