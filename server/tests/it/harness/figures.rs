//! A strict reader of the Prometheus text format (version 0.0.4): whatever a scraper may
//! reject fails the test.

use std::collections::{BTreeMap, BTreeSet};

use chat_testkit::{PATIENCE, ServerUrl, http};

/// A page of figures that broke no rule: samples by name and labels, as they are written.
#[derive(Clone, Debug)]
pub(crate) struct Figures(BTreeMap<String, f64>);

/// A family under way.
struct Family<'a> {
    name: &'a str,
    kind: Option<&'a str>,
    samples: Vec<Sample<'a>>,
}

struct Sample<'a> {
    name: &'a str,
    labels: Vec<(&'a str, &'a str)>,
    value: f64,
}

impl Figures {
    /// The figures of a server, as a program on the same machine gets them.
    pub(crate) async fn of(url: &ServerUrl) -> Self {
        let answer = http::get(url, "/metrics").await.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(
            answer.header("content-type"),
            "text/plain; version=0.0.4; charset=utf-8"
        );
        Self::read(&answer.text())
    }

    /// The same, once a sample has this value.
    pub(crate) async fn once(url: &ServerUrl, sample: &str, value: f64) -> Self {
        let start = std::time::Instant::now();
        loop {
            let figures = Self::of(url).await;
            if (figures.value(sample) - value).abs() < f64::EPSILON {
                return figures;
            }
            let now = figures.value(sample);
            assert!(start.elapsed() < PATIENCE, "{sample} stays {now}");
            tokio::task::yield_now().await;
        }
    }

    pub(crate) fn value(&self, sample: &str) -> f64 {
        let value = self.0.get(sample);
        *value.unwrap_or_else(|| panic!("no {sample} among {:?}", self.0.keys()))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Holds a page against the format.
    pub(crate) fn read(page: &str) -> Self {
        assert!(page.ends_with('\n'), "the last line ends too");
        let mut seen = BTreeSet::new();
        let mut figures = BTreeMap::new();
        let mut family: Option<Family<'_>> = None;
        for line in page.lines() {
            if let Some(rest) = line.strip_prefix("# HELP ") {
                let (name, help) = rest.split_once(' ').expect("a name and a text");
                is_name(name);
                assert!(help.ends_with('.') && help.len() > 5, "{name}: {help:?}");
                assert!(seen.insert(name.to_owned()), "{name} comes twice");
                finish(family.replace(Family::of(name)), &mut figures);
            } else if let Some(rest) = line.strip_prefix("# TYPE ") {
                let (name, kind) = rest.split_once(' ').expect("a name and a type");
                let family = family.as_mut().expect("HELP comes first");
                assert_eq!(family.name, name, "TYPE follows its HELP");
                assert!(family.kind.replace(kind).is_none(), "{name} has two types");
                assert!(family.samples.is_empty(), "{name}: TYPE comes first");
            } else {
                let sample = sample(line);
                let family = family.as_mut().expect("a sample has a family");
                assert!(family.kind.is_some(), "{line}: no type");
                assert!(family.owns(sample.name), "{line} in {}", family.name);
                family.samples.push(sample);
            }
        }
        finish(family, &mut figures);
        Self(figures)
    }
}

impl<'a> Family<'a> {
    fn of(name: &'a str) -> Self {
        Self {
            name,
            kind: None,
            samples: Vec::new(),
        }
    }

    fn owns(&self, sample: &str) -> bool {
        match self.kind {
            Some("histogram") => sample
                .strip_prefix(self.name)
                .is_some_and(|end| ["_bucket", "_sum", "_count"].contains(&end)),
            _ => sample == self.name,
        }
    }
}

fn finish(family: Option<Family<'_>>, figures: &mut BTreeMap<String, f64>) {
    let Some(Family {
        name,
        kind,
        samples,
    }) = family
    else {
        return;
    };
    assert!(!samples.is_empty(), "{name} has no samples");
    for odd in ["_ms", "_us", "millis", "micros", "_kb", "percent"] {
        assert!(!name.contains(odd), "{name} is not in base units");
    }
    match kind.expect("a family has a type") {
        "counter" => {
            assert!(name.ends_with("_total"), "{name}");
            assert!(samples.iter().all(|sample| sample.value >= 0.0), "{name}");
        }
        "gauge" => assert!(!name.ends_with("_total"), "{name}"),
        "histogram" => is_histogram(name, &samples),
        other => panic!("{name} is a {other}"),
    }
    for Sample {
        name,
        labels,
        value,
    } in samples
    {
        let labels: Vec<String> = labels.iter().map(|(l, v)| format!("{l}=\"{v}\"")).collect();
        let sample = if labels.is_empty() {
            name.to_owned()
        } else {
            format!("{name}{{{}}}", labels.join(","))
        };
        assert!(value.is_finite(), "{sample} is {value}");
        let before = figures.insert(sample.clone(), value);
        assert!(before.is_none(), "{sample} comes twice");
    }
}

fn is_histogram(name: &str, samples: &[Sample<'_>]) {
    assert!(name.ends_with("_seconds"), "{name} is in base units");
    let (sums, buckets): (Vec<_>, Vec<_>) =
        samples.iter().partition(|sample| sample.labels.is_empty());
    let names: Vec<&str> = sums.iter().map(|sample| sample.name).collect();
    assert_eq!(names, [format!("{name}_sum"), format!("{name}_count")]);
    let (mut bound, mut count) = (f64::NEG_INFINITY, 0.0);
    for bucket in buckets {
        assert_eq!(bucket.name, format!("{name}_bucket"));
        let [("le", le)] = bucket.labels[..] else {
            panic!("{name}: labels {:?}", bucket.labels)
        };
        let le: f64 = le.parse().expect("a bound is a number");
        assert!(le > bound, "{name}: bounds ascend");
        assert!(bucket.value >= count, "{name}: counts ascend");
        (bound, count) = (le, bucket.value);
    }
    assert!(bound.is_infinite(), "{name} ends with +Inf");
    assert!((sums[1].value - count).abs() < f64::EPSILON, "{name}_count");
}

fn sample(line: &str) -> Sample<'_> {
    let (before, value) = line.rsplit_once(' ').expect("a sample has a value");
    let value = value
        .parse()
        .unwrap_or_else(|_| panic!("{line}: no number"));
    let (name, labels) = match before.split_once('{') {
        None => (before, Vec::new()),
        Some((name, labels)) => {
            let labels = labels.strip_suffix('}').expect("labels are closed");
            (name, labels.split(',').map(label).collect())
        }
    };
    is_name(name);
    Sample {
        name,
        labels,
        value,
    }
}

/// Our label values hold neither commas nor what would need an escape.
fn label(label: &str) -> (&str, &str) {
    let (name, value) = label.split_once('=').expect("a label has a value");
    is_name(name);
    let value = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    let value = value.unwrap_or_else(|| panic!("{label}: not quoted"));
    assert!(!value.is_empty() && !value.contains(['"', '\\']), "{label}");
    (name, value)
}

fn is_name(name: &str) {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    assert!(
        name.starts_with(|c: char| c.is_ascii_lowercase()),
        "{name:?}"
    );
    assert!(name.chars().all(good), "{name:?}");
}
