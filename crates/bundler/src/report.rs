//! The sizes of a bundle as a table, held against the budget.

#[cfg(test)]
mod tests;

use std::fmt::Write;

use anyhow::{Result, ensure};

use crate::{File, PAGE};

/// The most that a first visit may take over the wire, in bytes of brotli: what everybody
/// downloads before they can read and write.
pub const FIRST_VISIT_BROTLI_MAX: usize = 150 * 1024;

/// One line for each file, one for what a first visit takes.
pub fn report(files: &[File]) -> String {
    let mut table = String::new();
    line(&mut table, "", ["raw", "gzip", "brotli"].map(str::to_owned));
    for file in files {
        line(
            &mut table,
            &file.path,
            sizes(file).map(|size| size.to_string()),
        );
    }
    line(
        &mut table,
        "first visit",
        first_visit(files).map(|size| size.to_string()),
    );
    table
}

/// How much of the budget a first visit takes, in percent. More than all of it is an error.
pub fn budget_used(files: &[File]) -> Result<usize> {
    let [_, _, brotli] = first_visit(files);
    let percent = brotli * 100 / FIRST_VISIT_BROTLI_MAX;
    ensure!(
        brotli <= FIRST_VISIT_BROTLI_MAX,
        "a first visit takes {percent} % of its budget of {} KiB of brotli",
        FIRST_VISIT_BROTLI_MAX / 1024
    );
    Ok(percent)
}

fn first_visit(files: &[File]) -> [usize; 3] {
    let counted = files.iter().filter(|file| is_first_visit(file)).map(sizes);
    counted.fold([0; 3], |sum, sizes| {
        [0, 1, 2].map(|form| sum[form] + sizes[form])
    })
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
