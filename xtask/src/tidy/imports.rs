//! Who may import whom: `cargo metadata` against the table.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Finding;
use super::table::{CRATES, Crate};
use crate::process::Step;

/// A crate of the workspace and what its manifest asks for.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// From the root, with forward slashes.
    pub(crate) folder: String,
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Debug)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) is_own: bool,
    pub(crate) is_for_tests: bool,
}

/// Asks cargo for the crates of the workspace.
pub(crate) fn packages(root: &Path) -> Result<Vec<Package>> {
    let metadata = [
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ];
    let metadata = Step::cargo(&metadata).output(root)?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata has no packages")?;
    packages
        .iter()
        .map(|package| read(root, package).context("cargo metadata has an unknown form"))
        .collect()
}

fn read(root: &Path, package: &Value) -> Option<Package> {
    let folder = Path::new(package["manifest_path"].as_str()?).parent()?;
    let folder = folder
        .strip_prefix(root)
        .ok()?
        .to_string_lossy()
        .replace('\\', "/");
    let dependencies = package["dependencies"].as_array()?;
    let dependencies = dependencies.iter().map(|dependency| {
        Some(Dependency {
            name: dependency["name"].as_str()?.to_owned(),
            is_own: dependency["path"].is_string(),
            is_for_tests: dependency["kind"] == "dev",
        })
    });
    Some(Package {
        name: package["name"].as_str()?.to_owned(),
        folder,
        dependencies: dependencies.collect::<Option<_>>()?,
    })
}

/// Holds every crate against its line of the table.
pub(crate) fn check(packages: &[Package]) -> Vec<Finding> {
    packages
        .iter()
        .flat_map(|package| check_package(package, CRATES))
        .collect()
}

fn check_package(package: &Package, table: &[Crate]) -> Vec<Finding> {
    let place = format!("{}/Cargo.toml", package.folder);
    let Some(rule) = table.iter().find(|rule| rule.name == package.name) else {
        let what = format!("`{}` has no line in xtask/src/tidy/table.rs", package.name);
        return vec![Finding::new(place, what)];
    };
    let mut findings = Vec::new();
    for Dependency {
        name,
        is_own,
        is_for_tests,
    } in &package.dependencies
    {
        let name = name.as_str();
        if *is_own {
            let allowed = rule.may_import.contains(&name)
                || (*is_for_tests && rule.tests_may_import.contains(&name));
            if !allowed {
                let what = format!("`{}` may not import `{name}`", package.name);
                findings.push(Finding::new(&place, what));
            }
        } else if !is_for_tests && rule.never.contains(&name) {
            let what = format!("`{}` must never see `{name}`", package.name);
            findings.push(Finding::new(&place, what));
        }
    }
    findings
}

/// `trunk serve` has to watch every folder that the client is built from.
pub(crate) fn check_watched(packages: &[Package], trunk: &str) -> Vec<Finding> {
    let find = |name: &str| packages.iter().find(|package| package.name == name);
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Package> = find("frontend").into_iter().collect();
    while let Some(package) = waiting.pop() {
        if reached.insert(&package.folder) {
            let own = package
                .dependencies
                .iter()
                .filter(|one| one.is_own && !one.is_for_tests);
            waiting.extend(own.filter_map(|one| find(&one.name)));
        }
    }
    let watched = trunk
        .lines()
        .find(|line| line.starts_with("watch ="))
        .unwrap_or_default();
    let missing = reached
        .into_iter()
        .filter(|folder| !watched.contains(&format!("\"{folder}\"")));
    missing
        .map(|folder| Finding::new("Trunk.toml", format!("`watch` does not name \"{folder}\"")))
        .collect()
}
