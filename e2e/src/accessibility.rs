//! What a machine can check of accessibility: axe-core over the page as it is.

use std::fmt;

use serde::Deserialize;

use crate::places;
use crate::visitor::Visitor;

/// A rule that the page breaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(default, rename = "failureSummary")]
    summary: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.id, self.help)?;
        for node in &self.nodes {
            writeln!(
                f,
                "  {}\n  {}",
                node.html,
                node.summary.replace('\n', "\n  ")
            )?;
        }
        Ok(())
    }
}

impl Visitor {
    /// Holds the page to WCAG 2.2 A and AA and axe's best practice.
    ///
    /// # Panics
    /// With every rule that it breaks. `state` says what the page shows.
    pub async fn finds_no_barrier(&self, state: &str) {
        const TAGS: &str =
            "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
        let axe = std::fs::read_to_string(places::axe()).expect("axe can be read");
        // In one script, so that a page that was loaded anew in between is no matter.
        let script = format!(
            "{axe};
            axe.run(document, {{ runOnly: {TAGS}, resultTypes: ['violations'] }})
                .then((found) => found.violations)"
        );
        let found: Vec<Violation> = self
            .page()
            .look(&script)
            .await
            .unwrap_or_else(|error| panic!("{state}: {error}"));
        let report: String = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{state} has barriers:\n{report}");
    }
}
