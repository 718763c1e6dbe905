//! New inputs out of old ones, by chance from a seed: what libFuzzer does, without being
//! led by coverage, and the same on every machine.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use crate::INPUT_BYTES_MAX;

/// Changes to one input. Few, so that it stays close to something that made sense.
const CHANGES_MAX: usize = 6;

/// Bytes at the borders of numbers, characters and frames.
const BORDERS: &[u8] = &[
    0, 1, 9, 10, 13, 32, 34, 92, 125, 126, 127, 128, 129, 191, 192, 224, 240, 247, 254, 255,
];

/// Makes inputs, one after another.
#[derive(Debug)]
pub struct Mutation<'a> {
    chance: StdRng,
    corpus: Vec<&'a [u8]>,
    words: &'a [&'a [u8]],
}

impl<'a> Mutation<'a> {
    /// From this seed, out of these inputs and words. An empty corpus is one empty input.
    #[must_use]
    pub fn new(seed: u64, mut corpus: Vec<&'a [u8]>, words: &'a [&'a [u8]]) -> Self {
        if corpus.is_empty() {
            corpus.push(&[]);
        }
        Self {
            chance: StdRng::seed_from_u64(seed),
            corpus,
            words,
        }
    }

    /// The next input.
    pub fn input(&mut self) -> Vec<u8> {
        let mut input = self.old().to_vec();
        for _ in 0..self.chance.random_range(1..=CHANGES_MAX) {
            self.change(&mut input);
        }
        input.truncate(INPUT_BYTES_MAX);
        input
    }

    fn old(&mut self) -> &'a [u8] {
        let old = self.corpus.choose(&mut self.chance);
        old.expect("a corpus is never empty")
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.chance.random_range(0..=input.len());
        let end = (at + self.chance.random_range(0..=16)).min(input.len());
        match self.chance.random_range(0..9) {
            0 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << self.chance.random_range(0..8);
                }
            }
            1 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte = BORDERS
                        .choose(&mut self.chance)
                        .copied()
                        .unwrap_or_default();
                }
            }
            2 => input.insert(at, self.chance.random()),
            3 => {
                input.drain(at..end);
            }
            4 => {
                let copied = input[at..end].to_vec();
                let to = self.chance.random_range(0..=input.len());
                input.splice(to..to, copied);
            }
            5 | 6 => {
                if let Some(&word) = self.words.choose(&mut self.chance) {
                    let over = if self.chance.random() { at } else { end };
                    input.splice(at..over, word.iter().copied());
                }
            }
            7 => {
                // The beginning of this, the end of another.
                let other = self.old();
                let from = self.chance.random_range(0..=other.len());
                input.truncate(at);
                input.extend_from_slice(&other[from..]);
            }
            _ => {
                let times = self.chance.random_range(1..=32);
                let repeated = input[at..end].repeat(times);
                input.splice(at..at, repeated);
            }
        }
        input.truncate(2 * INPUT_BYTES_MAX);
    }
}
