//! The sizes of a bundle as a table, held against the budget.

#[cfg(test)]
mod tests;

use std::fmt::Write;

use anyhow::{Result, ensure};

use crate::{File, PAGE};

/// The most that a first visit may take over the wire, in bytes of brotli: what everybody
/// downloads before they can read and write.
pub const FIRST_VISIT_BROTLI_MAX: usize = 150 * 1024;

/// The table, or the table with the reason why the bundle is too large.
pub fn report(files: &[File]) -> Result<String> {
    let mut table = String::new();
    line(&mut table, "", ["raw", "gzip", "brotli"].map(str::to_owned));
    let mut sum = [0; 3];
    for file in files {
        let sizes = sizes(file);
        line(&mut table, &file.path, sizes.map(|size| size.to_string()));
        if is_first_visit(file) {
            sum = [0, 1, 2].map(|form| sum[form] + sizes[form]);
        }
    }
    line(&mut table, "first visit", sum.map(|size| size.to_string()));
    let [_, _, brotli] = sum;
    let percent = brotli * 100 / FIRST_VISIT_BROTLI_MAX;
    let budget = FIRST_VISIT_BROTLI_MAX / 1024;
    ensure!(
        brotli <= FIRST_VISIT_BROTLI_MAX,
        "{table}The first visit takes {percent} % of its budget of {budget} KiB of brotli."
    );
    Ok(format!(
        "{table}{percent} % of the budget of {budget} KiB of brotli.\n"
    ))
}

/// The page and all that it names; files with plain names are asked for later, or never.
fn is_first_visit(file: &File) -> bool {
    file.immutable || file.path == PAGE
}

/// Bytes sent to a browser that takes no compression, gzip, brotli.
fn sizes(file: &File) -> [usize; 3] {
    let raw = file.raw.len();
    let form = |form: &Option<Vec<u8>>| form.as_ref().map_or(raw, Vec::len);
    [raw, form(&file.gzip), form(&file.brotli)]
}

fn line(table: &mut String, name: &str, columns: [String; 3]) {
    let [raw, gzip, brotli] = columns;
    writeln!(table, "{name:<44} {raw:>9} {gzip:>9} {brotli:>9}")
        .expect("writing to a string cannot fail");
}
