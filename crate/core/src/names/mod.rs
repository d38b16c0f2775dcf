//! May two displayed names be one person's?

use serde::{Deserialize, Serialize};

/// The answer to "may these two displayed names be one person's?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// One person's name, written in two ways.
    Same,
    /// Names of two people.
    Different,
    /// Cannot be told: a changed surname, a single name, a script that cannot be read.
    Unclear,
}

/// Compares two displayed names, as written on a page. Symmetric.
///
/// First version: case and punctuation folded, words compared as sets; one contained in the other is the
/// same, one shared word is unclear, none shared is different.
#[must_use]
pub fn compare(a: &str, b: &str) -> Likeness {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return Likeness::Unclear;
    }
    let shared = a.iter().filter(|word| b.contains(word)).count();
    if shared == a.len().min(b.len()) && shared > 1 || a == b {
        Likeness::Same
    } else if shared > 0 {
        Likeness::Unclear
    } else {
        Likeness::Different
    }
}

fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect();
    words.sort();
    words.dedup();
    words
}
