//! The four verdicts on an invitation.

use serde::{Deserialize, Serialize};

/// What is said of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The photo was compared, nothing speaks against the inviter, something speaks for them.
    AcceptSafe,
    /// A person should look.
    Suspicious,
    /// The same photo is used on profiles with varying names, and this is not the first of them.
    LikelyFake,
    /// Nothing can be said, and it is said why.
    Unchecked,
}
