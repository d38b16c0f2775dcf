//! A finding as it is said: a code, and what goes into the blanks of its sentence.

use serde::Serialize;

use super::code::{About, ReasonCode, Side, Strength};
use crate::time::Millis;

/// A code for a sentence, and what goes into its blanks. The sentences are the extension's (`_locales`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reason {
    /// Which sentence.
    pub code: ReasonCode,
    /// Which way it points.
    pub side: Side,
    /// How much it says by itself.
    pub strength: Strength,
    /// What goes into its blanks, in order.
    pub blanks: Vec<Blank>,
}

/// What goes into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Blank {
    /// A number of things.
    Count(u32),
    /// A displayed name, or words from a note: hostile text.
    Name(String),
    /// Epoch milliseconds.
    Time(Millis),
}

impl Reason {
    fn of(code: ReasonCode, blanks: Vec<Blank>) -> Self {
        let (side, strength, _) = code.entry();
        Self { code, side, strength, blanks }
    }

    pub(crate) fn plain(code: ReasonCode) -> Self {
        Self::of(code, Vec::new())
    }

    pub(crate) fn with(code: ReasonCode, blank: Blank) -> Self {
        Self::of(code, vec![blank])
    }

    pub(crate) fn with_two(code: ReasonCode, first: Blank, second: Blank) -> Self {
        Self::of(code, vec![first, second])
    }

    /// What it is about.
    #[must_use]
    pub fn about(&self) -> About {
        self.code.entry().2
    }
}
