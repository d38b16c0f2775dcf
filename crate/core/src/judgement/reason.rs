//! A finding as it is shown: the code of its sentence, and what fills the blanks of the sentence.

use serde::Serialize;

use super::code::{About, ReasonCode, Side, Strength};
use crate::time::Millis;

/// The code of a sentence, and what fills its blanks. The sentences are in the extension (`_locales`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reason {
    /// The sentence's code.
    pub code: ReasonCode,
    /// Which way it points.
    pub side: Side,
    /// How much it says by itself.
    pub strength: Strength,
    /// The values for the sentence's blanks, in order.
    pub blanks: Vec<Blank>,
}

/// The value for a blank of a sentence.
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

    /// The subject of the finding.
    #[must_use]
    pub fn about(&self) -> About {
        self.code.entry().2
    }
}
