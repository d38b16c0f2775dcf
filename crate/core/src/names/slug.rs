//! A displayed name and the profile address chosen with it: "jane-doe-12345a".
use super::{Likeness, compare};

/// Compares a displayed name with the last part of a profile's address, such as `jane-doe-12345a`.
#[must_use]
pub fn compare_with_slug(name: &str, slug: &str) -> Likeness {
    compare(name, slug)
}
